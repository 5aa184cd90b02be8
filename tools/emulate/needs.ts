/** What an emulated board wants of this machine, and the commands that get what is missing. */
import { spawnSync } from 'node:child_process';
import { messageOf } from '../../programs/problems.js';
import type { Board } from '../make/boards.js';
import { findBoth, Missing } from '../make/sdk.js';

/** The emulator's program, by the chip's architecture; ESP-IDF's installer brings both. */
const EMULATORS = { xtensa: 'qemu-system-xtensa', riscv: 'qemu-system-riscv32' } as const;
/** The same, as the installer calls them. */
const TOOLS = { xtensa: 'qemu-xtensa', riscv: 'qemu-riscv32' } as const;

export function emulatorOf({ chip }: Board): string {
  return EMULATORS[chip.architecture];
}

/** The compiler that the SDK's makefile calls. */
function compilerOf({ chip }: Board): string {
  return chip.architecture === 'xtensa' ? `xtensa-${chip.name}-elf-gcc` : 'riscv32-esp-elf-gcc';
}

const runs = (command: string, ...args: string[]): string | undefined => {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
};

/** Why the emulator cannot be used, with the command that gets it; undefined when it can. */
export function emulatorProblem(board: Board, idf: string): string | undefined {
  const program = emulatorOf(board);
  const machines = runs(program, '-M', 'help');
  const get = `python ${idf}/tools/idf_tools.py install ${TOOLS[board.chip.architecture]} && . ${idf}/export.sh`;
  if (machines === undefined) return `${program} does not run: ${get}`;
  const known = machines.split('\n').some(line => line.split(' ')[0] === board.chip.name);
  return known ? undefined : `this ${program} has no ${board.chip.title} (it is not Espressif's): ${get}`;
}

/** @throws Missing that names everything missing at once */
export function checkNeeds(board: Board): void {
  const problems: string[] = [];
  let idf = '$IDF_PATH';
  try {
    idf = findBoth().idf;
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    problems.push(messageOf(error));
  }
  const compiler = compilerOf(board);
  if (runs(compiler, '--version') === undefined || runs('idf.py', '--version') === undefined)
    problems.push(
      `${compiler} or idf.py is not in PATH: ${idf}/install.sh ${board.chip.name} && . ${idf}/export.sh`,
    );
  const emulator = emulatorProblem(board, idf);
  if (emulator !== undefined) problems.push(emulator);
  if (problems.length > 0) throw new Missing(problems.join('\n  '));
}
