/** Runs chain.ts on the host board: headers a minute, memory, sizes; and a whole sync from a node, over MQTT. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { BATCH } from '../../firmware/parts/chain/asking.js';
import { GENESIS, Liar, mineMany } from '../attacks/liar.js';
import { MINING_MS, PROGRAM_MS } from '../support/deadlines.js';
import { BOARD, ROOT } from '../support/processes.js';
import type { Report } from './report.js';
import { board32 } from './small.js';

const OUT = join(ROOT, 'build/bench');
const HEADERS = 12_600;

export interface ChainRow {
  readonly engine: string;
  /** 'messages': from a node's message to the next request. 'MQTT': the whole board, broker and node beside it. */
  readonly path: string;
  readonly rules: string;
  readonly headersPerMinute: number;
  /** Reached by objects in use: the batch in hand, the follower. */
  readonly live?: number;
}

interface Measured {
  readonly followed: number;
  readonly milliseconds: number;
  readonly live: number;
  readonly record: number;
  readonly requestBytes: number;
  readonly answerBytes: number;
}

function measure(program: string, rules: string): Measured {
  const script = ['--run', join(OUT, 'chain.js'), '--preload', join(OUT, 'chain-lib.js')];
  const run = spawnSync(program, [...script, String(HEADERS), rules], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: PROGRAM_MS,
  });
  if (run.status !== 0) throw new Error(`chain: ${run.stderr.slice(-500)}`);
  return JSON.parse(run.stdout) as Measured;
}

/** From the connection to the verified tip: the board with all its parts, the embedded broker, a node that answers at once. */
async function whole(program: string): Promise<number> {
  const liar = await Liar.open();
  try {
    liar.chain = [GENESIS, ...mineMany(GENESIS, HEADERS)];
    liar.program = program;
    let begun = 0;
    liar.onHello = () => {
      begun = Date.now();
    };
    const board = liar.startBoard();
    await board.waitFor(
      line => line.event === 'tip' && line.height === HEADERS,
      `the tip at ${HEADERS}`,
      MINING_MS,
    );
    return Math.round((HEADERS * 60_000) / (Date.now() - begun));
  } finally {
    await liar.close();
  }
}

export async function chain(report: Report): Promise<ChainRow[]> {
  const small = board32();
  if (small.program === undefined) report.line(`not measured: 32-bit as a chip: ${small.why}`);
  const rows: ChainRow[] = [];
  let sizes: Measured | undefined;
  for (const [engine, program] of [
    ['XS 13.3, x86-64', BOARD],
    ['XS 13.3, 32-bit as a chip', small.program],
  ] as const) {
    if (program === undefined) continue;
    for (const rules of ['mainnet', 'testnet4', 'devnet']) {
      const measured = measure(program, rules);
      const { followed, milliseconds, live } = measured;
      const headersPerMinute = Math.round((followed * 60_000) / milliseconds);
      rows.push({ engine, path: 'messages', rules, headersPerMinute, live });
      sizes = measured;
    }
    rows.push({ engine, path: 'MQTT', rules: 'regtest', headersPerMinute: await whole(program) });
  }
  report.table(
    `Following the header chain on XS, native hashing, ${BATCH - 1} new headers a request`,
    ['engine', 'path', 'rules', 'headers a minute', 'heap, live'],
    rows.map(row => [row.engine, row.path, row.rules, row.headersPerMinute, row.live ?? '-']),
  );
  if (sizes !== undefined) {
    report.figure('header chain: stored record', `${sizes.record} bytes`);
    report.figure(
      `header chain: request, answer of ${BATCH}`,
      `${sizes.requestBytes}, ${sizes.answerBytes} bytes`,
    );
  }
  return rows;
}
