/** Runs judge.ts on the host board: judgements a second, memory, sizes of the messages. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bytesToHex } from '../../firmware/domain/bytes.js';
import { MAX_JUDGED } from '../../firmware/domain/judge/judge.js';
import { serializeTransaction } from '../../firmware/domain/transaction.js';
import { MAX_OFFER } from '../../firmware/protocol/mite/limits.js';
import { encodeOffer, packSpent } from '../../firmware/protocol/mite/offer.js';
import { VERDICT_LENGTH } from '../../firmware/protocol/mite/verdict.js';
import { Random } from '../cases/random.js';
import { type Kind, randomSpend } from '../judge/spends.js';
import { PROGRAM_MS } from '../support/deadlines.js';
import { BOARD, ROOT } from '../support/processes.js';
import type { Report } from './report.js';
import { board32 } from './small.js';

const OUT = join(ROOT, 'build/bench');

export interface JudgeRow {
  readonly engine: string;
  readonly transaction: string;
  /** Of the offer message. */
  readonly bytes: number;
  readonly milliseconds: number;
  /** Of XS's heap beside the offer: reached by objects that are used; with garbage not yet collected. */
  readonly live: number;
  readonly peak: number;
}

interface Made {
  readonly title: string;
  readonly inputs: number;
  readonly raw: Uint8Array;
  readonly spent: Uint8Array;
}

function make(inputs: number, kind: Kind): Made {
  const random = new Random(5501);
  const hashType = kind === 'p2tr' ? 0 : 1;
  const { transaction, spent } = randomSpend(random, { inputs, outputs: 2, kind, hashType, annex: false });
  const title = `${inputs} input${inputs === 1 ? '' : 's'} ${kind.toUpperCase()}, 2 outputs`;
  return { title, inputs, raw: serializeTransaction(transaction), spent: packSpent(spent) };
}

/** As many inputs as an offer holds. */
function largest(kind: Kind): Made {
  let made = make(1, kind);
  for (
    let next = made;
    next.raw.length + next.spent.length <= MAX_OFFER - 10;
    next = make(next.inputs + 1, kind)
  )
    made = next;
  return made;
}

function measure(engine: string, program: string, { title, inputs, raw, spent }: Made): JudgeRow {
  const count = Math.ceil(400 / inputs);
  const run = spawnSync(
    program,
    [
      '--run',
      join(OUT, 'judge.js'),
      '--preload',
      join(OUT, 'judge-lib.js'),
      String(count),
      bytesToHex(raw),
      bytesToHex(spent),
    ],
    { cwd: ROOT, encoding: 'utf8', timeout: PROGRAM_MS },
  );
  if (run.status !== 0) throw new Error(`judge: ${run.stderr.slice(-500)}`);
  const { milliseconds, live, peak } = JSON.parse(run.stdout) as JudgeRow;
  return {
    engine,
    transaction: title,
    bytes: encodeOffer({ id: 1, raw, spent }).length,
    milliseconds,
    live,
    peak,
  };
}

export function judging(report: Report): JudgeRow[] {
  const offers = [make(1, 'p2wpkh'), make(1, 'p2tr'), largest('p2wpkh'), largest('p2tr')];
  const small = board32();
  if (small.program === undefined) report.line(`not measured: 32-bit as a chip: ${small.why}`);
  const rows: JudgeRow[] = [];
  for (const [engine, program] of [
    ['XS 13.3, x86-64', BOARD],
    ['XS 13.3, 32-bit as a chip', small.program],
  ] as const)
    if (program !== undefined) for (const offer of offers) rows.push(measure(engine, program, offer));
  report.table(
    'Judging offered transactions on XS, native hashing and curve',
    ['engine', 'transaction', 'offer, bytes', 'ms', 'a second', 'heap, live', 'with garbage'],
    rows.map(row => [
      row.engine,
      row.transaction,
      row.bytes,
      row.milliseconds.toFixed(2),
      (1000 / row.milliseconds).toFixed(0),
      row.live,
      row.peak,
    ]),
  );
  report.figure('judging: verdict message', `${VERDICT_LENGTH} bytes`);
  report.figure('judging: the largest transaction with its spent outputs', `${MAX_JUDGED} bytes`);
  return rows;
}
