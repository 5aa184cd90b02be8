/** The native curve on emulated chips: instructions, stack, bytes. */
import { spawnSync } from 'node:child_process';
import { BUILD_MS } from '../support/deadlines.js';

export interface CurveRow {
  readonly operation: string;
  readonly instructions: number;
  /** Bytes of C stack. */
  readonly stack: number;
}

export interface CurveChip {
  readonly isa: string;
  readonly rows: readonly CurveRow[];
  /** Code and tables, and static memory, of the program that counts; it is little else. */
  readonly flashBytes: number;
  readonly staticBytes: number;
}

/** @returns why it was skipped, where a compiler or an emulator is missing. @throws Error when it fails. */
export function countCurve(isa: 'rv32' | 'xtensa'): CurveChip | string {
  const make = spawnSync(
    'make',
    ['--no-print-directory', '-f', 'host-tests/curve/curve.mk', `curve-count-${isa}`],
    {
      encoding: 'utf8',
      timeout: BUILD_MS,
    },
  );
  const lines = make.stdout.split('\n').filter(line => line !== '');
  const skipped = lines.find(line => line.startsWith('skipped:'));
  if (skipped !== undefined) return skipped;
  if (make.status !== 0) throw new Error(`${make.stdout}${make.stderr}`);
  const program = isa === 'rv32' ? 'riscv64-unknown-elf-size' : 'xtensa-lx106-elf-size';
  const { stdout } = spawnSync(program, [`build/curve/${isa}.elf`], { encoding: 'utf8' });
  const [text = 0, data = 0, bss = 0] = (stdout.split('\n')[1] ?? '').trim().split(/\s+/).map(Number);
  return {
    isa,
    rows: lines.map(line => JSON.parse(line) as CurveRow),
    flashBytes: text + data,
    // The stack has no section of its own.
    staticBytes: data + bss,
  };
}
