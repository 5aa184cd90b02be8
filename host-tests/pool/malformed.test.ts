/** 100,000 seeded malformed lines of a pool: each is refused or read, and what was not understood has changed nothing. */
import test from 'ava';
import { FormatError } from '../../firmware/domain/bytes.js';
import { MAX_LINE } from '../../firmware/protocol/stratum/limits.js';
import { LineReader } from '../../firmware/protocol/stratum/lines.js';
import { readServerMessage } from '../../firmware/protocol/stratum/messages.js';
import { type SessionCommand, StratumSession } from '../../firmware/protocol/stratum/session.js';
import { encodeUtf8 } from '../../firmware/protocol/utf8.js';
import { feedMalformed, Random } from '../cases/random.js';
import { NOTIFY } from '../cases/stratum-client-cases.js';

const COUNT = 100_000;

const SAMPLES = [
  NOTIFY,
  '{"id":null,"method":"mining.set_difficulty","params":[0.001]}',
  '{"id":null,"method":"mining.set_extranonce","params":["08000002",4]}',
  '{"id":null,"method":"client.reconnect","params":["pool.example",3333,5]}',
  '{"id":2,"result":[[["mining.notify","ae68"]],"08000002",4],"error":null}',
  '{"id":10,"result":null,"error":[21,"Job not found",null]}',
  '{"id":1,"result":{"version-rolling":true,"version-rolling.mask":"1fffe000"},"error":null}',
].map(encodeUtf8);

test(`${COUNT} malformed lines, each read by itself`, t => {
  const { refused, accepted } = feedMalformed(20261128, COUNT, SAMPLES, line => {
    const before = line.slice();
    let refusal: unknown;
    try {
      readServerMessage(line);
    } catch (error) {
      refusal = error;
    }
    if (Buffer.compare(line, before) !== 0) throw new Error('input changed');
    if (refusal !== undefined) throw refusal;
  });
  t.true(refused > COUNT / 4, `${refused} refused`);
  t.log(`${refused} refused, ${accepted} accepted`);
});

test('a session that hears them goes on: what is refused is counted, and the next good job is the one that was sent', t => {
  const session = new StratumSession({
    agent: 'mite/1',
    user: 'porch',
    password: 'x',
    difficulty: undefined,
    plain: true,
    resume: '',
  });
  const say = (line: Uint8Array): readonly SessionCommand[] => session.on({ kind: 'line', line }, 0);
  session.on({ kind: 'opened' }, 0);
  say(SAMPLES[4]!);
  say(encodeUtf8('{"id":4,"result":true,"error":null}'));
  let refused = 0;
  let malformed = 0;
  feedMalformed(7, COUNT, SAMPLES, line => {
    let understood = true;
    try {
      readServerMessage(line);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      understood = false;
      refused++;
    }
    const commands = say(line);
    if (commands.some(({ kind }) => kind === 'malformed')) malformed++;
    if (!understood && commands.length !== 1) throw new Error('a line that was not understood did something');
  });
  t.is(malformed, refused);
  t.true(refused > COUNT / 4);
  say(SAMPLES[1]!);
  const [command] = say(SAMPLES[0]!);
  t.is(command?.kind, 'job');
  t.is(command?.kind === 'job' && command.job.job.id, 'b3ba');
});

test('a stream of them in pieces: no more than one line is ever held', t => {
  const random = new Random(3);
  let lines = 0;
  let long = 0;
  const reader = new LineReader(
    MAX_LINE,
    line => {
      lines++;
      if (line.length > MAX_LINE) throw new Error(`a line of ${line.length} bytes`);
    },
    () => long++,
  );
  for (let i = 0; i < 2_000; i++) {
    const piece = new Uint8Array(random.between(1, 9_000)).fill(0x61);
    if (random.below(3) === 0) piece[random.below(piece.length)] = 0x0a;
    reader.push(piece);
  }
  t.true(lines > 100);
  t.true(long > 100);
});
