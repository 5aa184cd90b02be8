/** Runs job-switch.ts on the host board: time, and instructions where valgrind is installed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesToHex } from '../../firmware/domain/bytes.js';
import { encodeHeader } from '../../firmware/domain/header.js';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { encodeHeaders } from '../../firmware/protocol/mite/headers.js';
import { encodeJob } from '../../firmware/protocol/mite/job.js';
import { firstJob } from '../cases/samples.js';
import { PROGRAM_MS } from '../support/deadlines.js';
import { BOARD, ROOT } from '../support/processes.js';
import { lacking } from '../support/tools.js';
import type { Report } from './report.js';
import { board32 } from './small.js';

const SCRIPT = join(ROOT, 'build/bench/job-switch.js');
const SWITCHES = 400;
/** Merkle branch of a block of 2,049 to 4,096 transactions. */
const BRANCH = 12;
const { header } = NETWORKS.devnet.genesis;
/** On the devnet's genesis. A share is a block, and hardly one is found: nothing else shall happen. */
const JOB = bytesToHex(
  encodeJob(
    firstJob({
      merkleBranch: Array.from({ length: BRANCH }, (_, i) => new Uint8Array(32).fill(i + 1)),
      shareBits: header.nBits,
    }),
  ),
);
const HEADERS = bytesToHex(encodeHeaders({ startHeight: 0, headers: [encodeHeader(header)] }));

export interface JobSwitch {
  readonly engine: string;
  readonly bytes: number;
  /** From a job's bytes to the search threads having the work; then to its first nonce. */
  readonly milliseconds: number;
  readonly instructions?: number;
  readonly wakeMicroseconds: number;
  readonly worstWakeMicroseconds: number;
}

function run(
  program: string,
  before: readonly string[],
  count: number,
  mode: string,
): { stdout: string; stderr: string } {
  const directory = mkdtempSync(join(tmpdir(), 'mite-bench-'));
  try {
    const command = [...before, program, '--run', SCRIPT, String(count), directory, mode, JOB, HEADERS];
    const { status, stdout, stderr } = spawnSync(command[0]!, command.slice(1), {
      cwd: ROOT,
      encoding: 'utf8',
      timeout: PROGRAM_MS,
      maxBuffer: 64 << 20,
    });
    if (status !== 0) throw new Error(`job switch: ${stderr.slice(-500)}`);
    return { stdout, stderr };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function measure(program: string): { bytes: number; milliseconds: number } {
  const { stdout } = run(program, [], SWITCHES, 'time');
  const line = stdout.split('\n').find(text => text.startsWith('{"bench":"jobSwitch"'));
  if (line === undefined) throw new Error('job switch: no result');
  const { bytes, milliseconds } = JSON.parse(line) as { bytes: number; milliseconds: number };
  return { bytes, milliseconds: milliseconds / SWITCHES };
}

/** Instructions of the board's own thread: a long run less a short one. */
function instructions(program: string): number | undefined {
  const counted = (count: number): number => {
    const valgrind = ['valgrind', '--tool=cachegrind', '--cache-sim=no', '--cachegrind-out-file=/dev/null'];
    const { stderr } = run(program, valgrind, count, 'count');
    return Number((/I\s+refs:\s+([\d,]+)/.exec(stderr)?.[1] ?? '').replaceAll(',', ''));
  };
  if (lacking('valgrind') !== undefined) return undefined;
  return Math.round((counted(220) - counted(20)) / 200);
}

export function jobSwitch(
  report: Report,
  wakeMicroseconds: number,
  worstWakeMicroseconds: number,
): JobSwitch[] {
  const rows: JobSwitch[] = [];
  const small = board32();
  if (small.program === undefined) report.line(`not measured: 32-bit as a chip: ${small.why}`);
  for (const [engine, program] of [
    ['XS 13.3, x86-64', BOARD],
    ['XS 13.3, 32-bit as a chip', small.program],
  ] as const) {
    if (program === undefined) continue;
    const count = program === BOARD ? instructions(program) : undefined;
    rows.push({
      engine,
      ...measure(program),
      ...(count === undefined ? {} : { instructions: count }),
      wakeMicroseconds,
      worstWakeMicroseconds,
    });
  }
  if (rows[0]?.instructions === undefined)
    report.line(`not measured: instructions of a job switch: ${lacking('valgrind')}`);
  report.table(
    'Job switch: a job of 12 merkle branch hashes, bytes received to search threads having it',
    ['engine', 'bytes', 'ms', 'instructions', 'to the first nonce, us', 'worst'],
    rows.map(row => [
      row.engine,
      row.bytes,
      row.milliseconds.toFixed(3),
      row.instructions ?? '-',
      row.wakeMicroseconds,
      row.worstWakeMicroseconds,
    ]),
  );
  return rows;
}
