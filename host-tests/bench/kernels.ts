/** The bench's figures that are counted: kernels and accelerators in emulators and models, and what the host's backends do. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ISAS, type KernelRow, kernelRows } from '../kernels/counts.js';
import { ROOT } from '../support/processes.js';
import type { Report } from './report.js';

export interface AcceleratorRow {
  readonly family: string;
  /** Register writes, reads and waits of one hash. A wait by polling is one access however long it takes. */
  readonly accessesPerNonce: number;
  readonly writes: number;
  readonly reads: number;
  readonly waits: number;
}

export interface HostRow {
  readonly backend: string;
  readonly nv: number;
  readonly hashesPerSecond: number;
  /** To the portable kernel, measured in turns within the same run. */
  readonly ratioToPortable: number;
}

/** Instructions a hash of each kernel, on each emulated chip whose compiler and emulator are here. */
export function kernels(report: Report): KernelRow[] {
  const all: KernelRow[] = [];
  for (const isa of ISAS) {
    const { rows, skipped } = kernelRows(isa);
    if (skipped !== undefined) report.line(skipped);
    all.push(...rows);
  }
  report.table(
    'Kernels: executed instructions a hash (QEMU -icount), code bytes',
    ['ISA', 'kernel', 'versions', 'instructions', 'floor', 'bytes'],
    all.map(row => [
      row.isa,
      row.name,
      row.nv,
      row.instructionsPerNonce.toFixed(1),
      row.floor,
      row.codeBytes,
    ]),
  );
  return all;
}

/** Register accesses a hash, counted by the register-level models. */
export function accelerators(report: Report): AcceleratorRow[] {
  const run = spawnSync(join(ROOT, 'build/accelerators/count'), { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`accelerators: ${run.stderr || run.error}`);
  const rows = run.stdout
    .trim()
    .split('\n')
    .map(text => JSON.parse(text) as AcceleratorRow);
  report.table(
    'SHA accelerators: register accesses a hash (models)',
    ['family', 'accesses', 'writes', 'reads', 'waits'],
    rows.map(row => [row.family, row.accessesPerNonce, row.writes, row.reads, row.waits]),
  );
  return rows;
}

interface NativeLine {
  readonly bench: string;
  readonly backend: string;
  readonly nv?: number;
  readonly threads?: number;
  readonly hashesPerSecond?: number;
  readonly ratioToPortable?: number;
  readonly megahashesPerSecond?: number;
  readonly microseconds?: number;
  readonly worstMicroseconds?: number;
}

/** Hash rates of this machine's backends; what it takes from a new work to the first nonce of it. */
export function host(report: Report): {
  host: HostRow[];
  switchMicroseconds: number;
  worstMicroseconds: number;
} {
  const run = spawnSync(join(ROOT, 'build/native/bench'), { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`native bench: ${run.stderr || run.error}`);
  const lines = run.stdout
    .trim()
    .split('\n')
    .map(text => JSON.parse(text) as NativeLine);
  const rows = lines
    .filter(line => line.bench === 'kernel')
    .map(line => ({
      backend: line.backend,
      nv: line.nv ?? 1,
      hashesPerSecond: line.hashesPerSecond ?? 0,
      ratioToPortable: line.ratioToPortable ?? 0,
    }));
  report.table(
    'Backends of this machine: one thread, CPU time, in turns',
    ['backend', 'versions', 'MH/s', 'ratio to portable'],
    rows.map(row => [
      row.backend,
      row.nv,
      (row.hashesPerSecond / 1e6).toFixed(2),
      row.ratioToPortable.toFixed(2),
    ]),
  );
  for (const line of lines.filter(each => each.bench === 'searcher'))
    report.figure(
      `searcher, ${line.threads} threads, wall clock (${line.backend})`,
      `${line.megahashesPerSecond} MH/s`,
    );
  const change = lines.find(line => line.bench === 'switch');
  return {
    host: rows,
    switchMicroseconds: change?.microseconds ?? 0,
    worstMicroseconds: change?.worstMicroseconds ?? 0,
  };
}
