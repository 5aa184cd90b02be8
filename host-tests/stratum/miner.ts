/**
 * A Stratum miner as a program: the stranger's client, on and on. Prints a JSON line for its job's difficulty and for each
 * answer; ends when the connection does.
 *
 *   node miner.js PORT USER PASSWORD [AGENT]
 */
import { print } from '../../programs/output.js';
import { Stranger } from './stranger.js';

/** Hashes between two looks at what has arrived. */
const SLICE = 20_000;

const [port = '', user = '', password = '', agent = 'stranger/1.0'] = process.argv.slice(2);
const say = (line: object): void => print(JSON.stringify(line));

const miner = await Stranger.connect(Number(port));
await miner.subscribe(agent);
const { result, error } = await miner.authorize(user, password);
say({ authorised: result === true, error });
if (result !== true) process.exit(3);
let hashes = 0;
let difficulty = '';
while (!miner.closed) {
  const job = await miner.until(() => miner.job, 'a job');
  if (difficulty !== miner.difficulty) {
    difficulty = miner.difficulty;
    say({ difficulty });
  }
  const found = miner.search(job, SLICE);
  hashes += SLICE;
  if (found !== undefined)
    miner.submit(found).then(
      ({ error: fault }) => say({ accepted: fault === null, error: fault, hashes }),
      () => {},
    );
  await new Promise(resolve => setImmediate(resolve));
}
