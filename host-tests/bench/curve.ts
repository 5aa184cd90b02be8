/** Signatures: operations a second on this machine, instructions and memory on emulated chips. */
import { spawnSync } from 'node:child_process';
import { type CurveChip, countCurve } from '../curve/chips.js';
import { lacking } from '../support/tools.js';
import type { Report } from './report.js';

interface HostRow {
  readonly operation: string;
  readonly perSecond: number;
}

export interface CurveFigures {
  readonly host: readonly HostRow[];
  /** The same program in 32 bits. */
  readonly host32: readonly HostRow[];
  readonly chips: readonly CurveChip[];
}

function measure(program: string): HostRow[] {
  const run = spawnSync(program, ['bench', '1000'], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${program}: ${run.stderr || run.error}`);
  return run.stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as HostRow);
}

export function curve(report: Report): CurveFigures {
  const small = 'build/curve/oracle-32';
  const host = measure('build/curve/oracle');
  const why = lacking('m32', 'ia32');
  const host32 = why === undefined ? measure(small) : [];
  if (why !== undefined) report.line(`not measured: signatures in 32 bits: ${why}`);
  report.table(
    'Signatures of this machine: one thread, CPU time, a second',
    ['operation', '', '64-bit', '32-bit'],
    host.map(({ operation, perSecond }, i) => [
      operation,
      '',
      perSecond.toFixed(0),
      host32[i]?.perSecond.toFixed(0) ?? '',
    ]),
  );
  const chips: CurveChip[] = [];
  const chip = countCurve('rv32');
  if (typeof chip === 'string') report.line(chip);
  else {
    chips.push(chip);
    report.table(
      'Signatures on rv32imc (QEMU -icount); the first key makes the context too',
      ['operation', '', 'instructions', 'stack, bytes'],
      chip.rows.map(row => [row.operation, '', row.instructions, row.stack]),
    );
    report.figure('signatures, rv32imc: code and tables', `${chip.flashBytes} bytes`);
    report.figure('signatures, rv32imc: static memory', `${chip.staticBytes} bytes`);
  }
  return { host, host32, chips };
}
