/** A board on an emulated chip, its real node, and whatever happens to the two. */
import { join } from 'node:path';
import type { ExecutionContext } from 'ava';
import { EmulatedChip, HOST_ADDRESS } from '../../tools/emulate/chip.js';
import { writeFlash } from '../../tools/emulate/flash.js';
import { checkNeeds } from '../../tools/emulate/needs.js';
import { type Board, boardNamed, loadBoards } from '../../tools/make/boards.js';
import { buildFirmware, imagesOf } from '../../tools/make/build.js';
import { Missing } from '../../tools/make/sdk.js';
import { BoardSession, type Fields } from '../../tools/mite/board.js';
import { Bed } from '../e2e/bed.js';
import { ANSWER_MS, eventually, MINING_MS } from '../support/deadlines.js';
import { ROOT } from '../support/processes.js';

const MITE = join(ROOT, 'build/js/tools/mite/main.js');
/** The boards that this run is about: CHIP=esp32c3_qemu, or several with spaces. */
export const BOARDS: readonly Board[] = (process.env.CHIP || 'esp32_qemu')
  .split(' ')
  .map(name => boardNamed(loadBoards(ROOT), name));

const built = new Set<string>();

/** Builds the board's firmware once a run; without the tools the test is skipped, aloud. */
export function skippedWithoutChip(t: ExecutionContext, board: Board): boolean {
  try {
    checkNeeds(board);
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    t.log(`skipped: ${error.message}`);
    t.pass();
    return true;
  }
  if (!built.has(board.name) && process.env.CHIP_BUILT !== '1') buildFirmware(ROOT, board);
  built.add(board.name);
  return false;
}

export class ChipBed extends Bed {
  readonly board: Board;
  readonly flash = join(this.directory, 'flash.bin');
  readonly device = 'chip';
  chip!: EmulatedChip;
  /** What the board said by itself since it was last started. */
  events: Fields[] = [];
  #session: BoardSession | undefined;

  constructor(board: Board) {
    super();
    this.board = board;
  }

  /** An erased flash with the firmware in it. */
  burn(): void {
    writeFlash(this.board, imagesOf(ROOT, this.board), this.flash);
  }

  /** Power on; returns when its console answers. */
  async boot(): Promise<void> {
    this.events = [];
    this.chip = new EmulatedChip({ board: this.board, flash: this.flash, directory: this.directory });
    await this.open();
  }

  /** Its console, in JSON. */
  async open(): Promise<BoardSession> {
    const session = await BoardSession.open({ path: await this.chip.port, wait: ANSWER_MS / 1000 });
    session.onEvent = fields => void this.events.push(fields);
    this.#session = session;
    return session;
  }

  /** Leaves the console to somebody else. */
  async close(): Promise<void> {
    await this.#session?.close();
    this.#session = undefined;
  }

  /** Power off, whatever it does. */
  async off(): Promise<void> {
    await this.chip.kill();
    await this.#session?.close().catch(() => {}); // the next pseudo-terminal may have the same name
    this.#session = undefined;
  }

  /** A command's reply, good or bad; asked again while the chip is too busy to answer, so only for what may be repeated. */
  async ask(line: string): Promise<Fields> {
    const deadline = Date.now() + MINING_MS;
    for (;;) {
      try {
        return await (this.#session ?? (await this.open())).ask(line);
      } catch (error) {
        if (Date.now() > deadline || !this.chip.running) throw error;
      }
    }
  }

  /** A setting's value. A late answer to a question that was given up does not count. */
  async setting(key: string): Promise<unknown> {
    let reply: Fields = {};
    await eventually(
      async () => {
        reply = await this.ask(`config get ${key}`);
        return reply.ok === true && reply.key === key && 'value' in reply;
      },
      key,
      MINING_MS,
    );
    return reply.value;
  }

  /** A command whose reply nobody waits for, and that is sent once. */
  send(line: string): void {
    this.#session?.send(line);
  }

  /** Waits until the board says it. @param from an index of `events` */
  async hears(found: (fields: Fields) => boolean, what: string, from = 0): Promise<Fields> {
    let event: Fields | undefined;
    await eventually(
      () => {
        event = this.events.slice(from).find(found);
        if (event === undefined && !this.chip.running)
          throw new Error(`the emulator ended: ${this.chip.complaint}`);
        return event !== undefined;
      },
      `${what}\n${this.chip.console.slice(-1500)}`,
      MINING_MS,
    );
    return event!;
  }

  /** Introduced by the program that an owner uses. @param settings more of them, 'key=value' */
  async configure(...settings: string[]): Promise<void> {
    const { secret } = await this.addDevice(this.device, '--replace');
    await this.close();
    const words = [
      '--node',
      `${HOST_ADDRESS}:${this.port}`,
      '--device',
      this.device,
      '--secret-env',
      'SECRET',
    ];
    const program = this.start(
      process.execPath,
      [
        ...[MITE, 'configure', '--port', await this.chip.port, ...words],
        ...['--wait', '120', '--connect', '600', ...settings.flatMap(setting => ['--set', setting])],
      ],
      { SECRET: String(secret) },
    );
    const code = await program.ended;
    if (code !== 0) throw new Error(`mite configure ended with ${code}: ${program.errors.join('\n')}`);
    await this.open();
  }

  async status(): Promise<Fields> {
    return this.ask('status');
  }

  /** Waits for a status of which something holds. */
  async until(holds: (status: Fields) => boolean, what: string): Promise<Fields> {
    let status: Fields = {};
    await eventually(
      async () => {
        status = await this.status();
        return holds(status);
      },
      what,
      MINING_MS,
    );
    return status;
  }

  /** Waits for this many more blocks of the board in the node's chain. */
  async mines(blocks: number): Promise<void> {
    const before = this.node.lines.filter(line => line.event === 'block').length;
    await eventually(
      () => {
        if (!this.chip.running) throw new Error(`the emulator ended: ${this.chip.complaint}`);
        return this.node.lines.filter(line => line.event === 'block').length >= before + blocks;
      },
      `${blocks} blocks\n${this.chip.console.slice(-1500)}`,
      MINING_MS,
    );
  }

  override async dispose(): Promise<void> {
    if (this.chip?.running) await this.chip.kill();
    await super.dispose();
  }
}
