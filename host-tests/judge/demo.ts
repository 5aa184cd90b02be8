/**
 * `make demo-script`: the host board's judge, on XS with the board's native code, says what it thinks of a whole mainnet
 * block. Ends by itself: exit code 0 and figures, also when the block is not there; 1 when a verdict is wrong.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { bytesToHex } from '../../firmware/domain/bytes.js';
import { print } from '../../programs/output.js';
import { PROGRAM_MS } from '../support/deadlines.js';
import { BOARD } from '../support/processes.js';
import { ledgerOpinion } from './ledger-opinion.js';
import { type KnownSpend, spendsOf } from './mainnet.js';

const VECTOR = '../shared/vectors/mainnet-block-830000.bin';
/** Beside the offers themselves, which are here all at once. */
const HEAP = String(64 << 20);

interface Answers {
  readonly results: readonly [verdict: string, reason: string, policy: string, milliseconds: number][];
  readonly longest: number;
  readonly live: number;
  readonly milliseconds: number;
  readonly steps: number;
}

/** Asks the board's engine. @throws Error with what it said when it ends otherwise */
function ask(known: readonly KnownSpend[]): Answers {
  mkdirSync('build/script', { recursive: true });
  // XS reads no string of more than 32 KB.
  const pieces = (bytes: Uint8Array) => bytesToHex(bytes).match(/.{1,16000}/g);
  const offers = known.map(({ raw, spent }) => [pieces(raw), pieces(spent)]);
  const program = readFileSync('build/bench/judge-block.js', 'utf8');
  writeFileSync('build/script/run.js', `const OFFERS = ${JSON.stringify(offers)};\n${program}`);
  const { status, stdout, stderr } = spawnSync(
    BOARD,
    ['--run', 'build/script/run.js', '--preload', 'build/bench/judge-lib.js', '--heap', HEAP],
    { encoding: 'utf8', timeout: PROGRAM_MS, maxBuffer: 1 << 26 },
  );
  if (status !== 0) throw new Error(`the board ended with ${status}: ${stderr.slice(-500)}`);
  return JSON.parse(stdout) as Answers;
}

interface Row {
  count: number;
  valid: number;
  notRelayed: number;
  invalid: number;
  notJudged: number;
  milliseconds: number;
}

function tell(known: readonly KnownSpend[], { results }: Answers): void {
  const rows = new Map<string, Row>();
  const reasons = new Map<string, number>();
  results.forEach(([verdict, reason, policy, milliseconds], i) => {
    const { kinds } = known[i]!;
    const row = rows.get(kinds) ?? {
      count: 0,
      valid: 0,
      notRelayed: 0,
      invalid: 0,
      notJudged: 0,
      milliseconds: 0,
    };
    rows.set(kinds, row);
    row.count++;
    row.milliseconds += milliseconds;
    if (verdict === 'valid') row.valid++;
    else if (verdict === 'invalid') row.invalid++;
    else row.notJudged++;
    if (policy !== '') row.notRelayed++;
    const why = verdict === 'valid' ? policy && `valid, not relayed: ${policy}` : `${verdict}: ${reason}`;
    if (why !== '') reasons.set(why, (reasons.get(why) ?? 0) + 1);
  });
  print(`${'what is spent'.padEnd(30)} count valid (not relayed) invalid not judged ms each`);
  for (const [kinds, row] of [...rows].sort(([, a], [, b]) => b.count - a.count)) {
    const numbers = [
      String(row.count).padStart(5),
      String(row.valid).padStart(5),
      String(row.notRelayed).padStart(13),
      String(row.invalid).padStart(7),
      String(row.notJudged).padStart(10),
      (row.milliseconds / row.count).toFixed(2).padStart(7),
    ];
    print(`${kinds.slice(0, 30).padEnd(30)} ${numbers.join(' ')}`);
  }
  for (const [why, count] of [...reasons].sort(([, a], [, b]) => b - a)) print(`  ${count} ${why}`);
}

function demo(): void {
  if (!existsSync(VECTOR)) {
    print(
      `${VECTOR} is missing: block 830,000 of mainnet as bytes (bitcoin-cli getblock HASH 0, as binary).`,
    );
    print('Without it there is nothing to judge here; make test judges what the repository has itself.');
    return;
  }
  const { transactions, known, unofferable } = spendsOf(readFileSync(VECTOR));
  print(`mainnet block 830,000: ${transactions} transactions beside the coinbase`);
  print(`the outputs that ${known.length} of them spend are in the block too: those are judged`);
  print(
    `missing: the spent outputs of the other ${transactions - known.length - unofferable}, which are older blocks'`,
  );
  print('');
  const answers = ask(known);
  tell(known, answers);
  const { results, longest, live, milliseconds, steps } = answers;
  const judged = results.filter(([verdict]) => verdict !== 'not-judged').length;
  const wrong = results.filter(([verdict]) => verdict === 'invalid').length;
  const others = known.filter((each, i) => ledgerOpinion(each).valid !== (results[i]![0] === 'valid')).length;
  print('');
  print(
    `${((100 * judged) / known.length).toFixed(1)} % judged, ${wrong} wrongly: every one is in a block of mainnet`,
  );
  print(`the ledger's own rules disagree in ${others} cases (what was not judged counts)`);
  print(
    `${(results.length / (milliseconds / 1000)).toFixed(0)} transactions a second, ${steps} steps, the longest ${longest.toFixed(1)} ms`,
  );
  print(`heap beside the offer: at most ${live} bytes live after a judgement`);
  if (wrong > 0) process.exitCode = 1;
}

demo();
