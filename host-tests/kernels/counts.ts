/** Builds and runs the kernels on each emulated chip; the rows of the bench's table. */
import { spawnSync } from 'node:child_process';
import { BUILD_MS } from '../support/deadlines.js';
import { floor } from './floor.js';

export interface KernelRow {
  readonly isa: string;
  readonly name: string;
  /** Versions of the header that share a schedule. */
  readonly nv: number;
  /** Executed instructions of one hash (a nonce with one version), to a tenth. */
  readonly instructionsPerNonce: number;
  /** All code of the kernel for this number of versions. */
  readonly codeBytes: number;
  readonly floor: number;
}

/** What kernels.mk calls an ISA, what the field calls it, its floor, and its kernels' object files (and the end of a section's name): one
 * version, several. */
export interface Isa {
  readonly folder: string;
  readonly isa: string;
  /** Whose floor it has; without it, it is not counted. */
  readonly costs?: string;
  readonly sizeProgram: string;
  readonly objects: {
    readonly [backend: string]: readonly [one: readonly string[], several: readonly string[]];
  };
}

export const ISAS: readonly Isa[] = [
  {
    folder: 'rv32',
    isa: 'rv32imc',
    costs: 'rv32imc',
    sizeProgram: 'riscv64-unknown-elf-size',
    objects: {
      portable: [['kernel'], ['kernel_versions']],
      riscv: [['rv32_kernel:scan_one'], ['rv32_kernel:scan_many']],
    },
  },
  {
    folder: 'xtensa',
    isa: 'xtensa-call0',
    costs: 'xtensa',
    sizeProgram: 'xtensa-lx106-elf-size',
    objects: {
      portable: [['kernel'], ['kernel_versions']],
      xtensa: [['xtensa_kernel:scan_one'], ['xtensa_kernel:scan_many']],
    },
  },
  {
    // The same instructions as call0's, but for entry and return: not counted again.
    folder: 'windowed',
    isa: 'xtensa-windowed',
    sizeProgram: 'xtensa-lx106-elf-size',
    objects: { xtensa: [[], []] },
  },
];

const make = (target: string) =>
  spawnSync('make', ['--no-print-directory', '-s', '-f', 'host-tests/kernels/kernels.mk', target], {
    encoding: 'utf8',
    timeout: BUILD_MS,
  });

/** Output of a target, or why it was skipped. @throws Error when it failed. */
export function runTarget(target: string): { readonly lines: string[]; readonly skipped?: string } {
  const { status, stdout, stderr } = make(target);
  const lines = stdout.split('\n').filter(line => line !== '');
  const skipped = lines.find(line => line.startsWith('skipped:'));
  if (skipped !== undefined) return { lines: [], skipped };
  if (status !== 0) throw new Error(`${target}: ${stdout}${stderr}`);
  return { lines };
}

function codeBytes(isa: Isa, objects: readonly string[]): number {
  let bytes = 0;
  for (const object of objects) {
    const [name = '', part = ''] = object.split(':');
    const { stdout } = spawnSync(isa.sizeProgram, ['-A', `build/kernels/${isa.folder}/${name}.o`], {
      encoding: 'utf8',
    });
    for (const line of stdout.split('\n')) {
      const [section = '', size] = line.trim().split(/\s+/);
      if (/^\.(text|iram1|literal)/.test(section) && section.endsWith(part)) bytes += Number(size);
    }
  }
  return bytes;
}

/** The rows of one ISA, or why there are none. */
export function kernelRows(isa: Isa): { readonly rows: KernelRow[]; readonly skipped?: string } {
  const { costs } = isa;
  if (costs === undefined) return { rows: [] };
  const { lines, skipped } = runTarget(`kernels-count-${isa.folder}`);
  if (skipped !== undefined) return { rows: [], skipped };
  const rows = lines.map(line => {
    const { backend, nv, instructions, hashes } = JSON.parse(line) as {
      backend: string;
      nv: number;
      instructions: number;
      hashes: number;
    };
    const [one, several] = isa.objects[backend] ?? [[], []];
    return {
      isa: isa.isa,
      name: backend,
      nv,
      instructionsPerNonce: Math.round((instructions * 10) / hashes) / 10,
      codeBytes: codeBytes(isa, nv === 1 ? one : several),
      floor: floor(costs, nv),
    };
  });
  return { rows };
}
