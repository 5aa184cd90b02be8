/**
 * `make emulate`: a board's firmware on an emulated chip, with a trusted node of the devnet on this machine. It is built,
 * written to a flash file, started, configured over its serial port with `mite configure`, and mines.
 *
 *   node main.js --board NAME [--blocks N] [--data DIR] [--built]
 *
 * Exit codes: 0 stopped or the blocks were mined, 1 something failed, 2 wrong arguments.
 */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { messageOf } from '../../programs/problems.js';
import { makeDirectory } from '../../trusted-node/common/directory.js';
import { logText } from '../../trusted-node/common/logger.js';
import { type Board, boardNamed, loadBoards } from '../make/boards.js';
import { buildFirmware, imagesOf } from '../make/build.js';
import { BoardSession, type Fields } from '../mite/board.js';
import { ChildProgram, runOnce } from '../run/program.js';
import { EmulatedChip, HOST_ADDRESS } from './chip.js';
import { Columns } from './columns.js';
import { writeFlash } from './flash.js';
import { checkNeeds } from './needs.js';

/** This file runs from build/js/tools/emulate. */
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const NODE = join(ROOT, 'build/js/trusted-node/cli/main.js');
const MITE = join(ROOT, 'build/js/tools/mite/main.js');
/** Seconds until the chip has booted and reached its node, on a machine that does other things too. */
const BOOT_SECONDS = 300;
/** Without news, a line that says so. */
const QUIET_MS = 30_000;

interface Options {
  readonly board: string;
  readonly blocks: number | undefined;
  readonly data: string;
  /** The images of an earlier build will do. */
  readonly built: boolean;
}

function options(): Options {
  const { values } = parseArgs({
    options: {
      board: { type: 'string' },
      blocks: { type: 'string' },
      data: { type: 'string' },
      built: { type: 'boolean' },
    },
  });
  const { board = '', blocks = '', data = '', built = false } = values;
  if (blocks !== '' && !/^[1-9]\d{0,5}$/.test(blocks))
    throw new RangeError(`BLOCKS must be a whole number from 1 to 999999, not "${blocks}"`);
  return { board, built, blocks: blocks === '' ? undefined : Number(blocks), data: resolve(data || '.mite') };
}

function emulatedBoard(name: string): Board {
  const boards = loadBoards(ROOT);
  const emulated = boards.filter(board => board.emulated);
  const board = boardNamed(name === '' ? emulated : boards, name);
  if (board.emulated) return board;
  const names = emulated.map(other => other.name).join(' ');
  throw new RangeError(`the emulators have nothing of "${name}" but its chip; there are: ${names}`);
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

class Emulation {
  readonly #board: Board;
  readonly #options: Options;
  readonly #directory: string;
  /** The device's id with the node. */
  readonly #device: string;
  readonly #columns: Columns;
  readonly #started = Date.now();
  #node: ChildProgram | undefined;
  #chip: EmulatedChip | undefined;
  #blocks = 0;
  #news = Date.now();
  #enough: () => void = () => {};
  #address = '';

  constructor(board: Board, given: Options) {
    this.#board = board;
    this.#options = given;
    this.#directory = join(given.data, board.name);
    this.#device = board.name.replaceAll('_', '-');
    this.#columns = new Columns(
      [board.name, 'node'],
      () => (process.stdout.isTTY ? process.stdout.columns : 0),
      text => void process.stdout.write(text),
    );
  }

  /** Until the blocks are mined, or a signal comes. @throws Error that says what went wrong */
  async run(): Promise<void> {
    makeDirectory(this.#directory, 0o700);
    const flash = join(this.#directory, 'flash.bin');
    const { image, slot } = writeFlash(this.#board, imagesOf(ROOT, this.#board), flash);
    say(`image: ${image} of ${slot} bytes (${Math.round((image * 100) / slot)} %), flash in ${flash}`);
    const at = await this.#startNode();
    const secret = await this.#introduce();
    const chip = new EmulatedChip({
      board: this.#board,
      flash,
      directory: this.#directory,
      onConsole: text => {
        this.#news = Date.now();
        this.#columns.take(0, text);
      },
    });
    this.#chip = chip;
    const port = await chip.port;
    say(`${this.#board.name}: its serial port is ${port}, its console's log ${chip.consoleLog}`);
    await this.#configure(port, at, secret);
    say(`configured and connected ${this.#seconds()} s after the start`);
    await this.#mine(chip);
    if (this.#options.blocks !== undefined) await this.#figures(port);
  }

  async stop(): Promise<void> {
    this.#enough();
    await this.#chip?.kill();
    await this.#node?.stop();
  }

  #seconds(): string {
    return ((Date.now() - this.#started) / 1000).toFixed(1);
  }

  /** @returns its port on the loopback address, where the emulator's router leads to */
  #startNode(): Promise<number> {
    return new Promise((done, reject) => {
      const node = new ChildProgram(
        process.execPath,
        [
          ...[NODE, 'run', '--events', '--until-eof', '--log', 'json', '--data', this.#options.data],
          ...['--network', 'devnet', '--listen', '127.0.0.1:0'],
        ],
        fields => {
          if (fields.event === 'ready') {
            this.#address = String(fields.address);
            this.#columns.line(1, `ready on ${fields.host}:${fields.port} at height ${fields.height}`);
            done(Number(fields.port));
          } else this.#onNodeEvent(fields);
        },
        {},
        { asLog: logText, onNote: line => this.#columns.line(1, logText(line)) },
      );
      this.#node = node;
      void node.ended.then(how => reject(new Error(`the node ended (${how}): ${node.tail.at(-1) ?? ''}`)));
    });
  }

  #onNodeEvent(fields: Fields): void {
    if (fields.event !== 'block') return;
    this.#news = Date.now();
    this.#blocks++;
    this.#columns.line(1, `block ${fields.height} ${fields.hash} by ${fields.device}`);
    if (this.#blocks === this.#options.blocks) this.#enough();
  }

  async #introduce(): Promise<string> {
    const words = ['device', 'add', this.#device, '--replace', '--json', '--data', this.#options.data];
    const result = await runOnce(process.execPath, [NODE, ...words]);
    if (result.code !== 0) throw new Error(`device ${this.#device}: ${result.stderr.trim()}`);
    return (JSON.parse(result.stdout) as { secret: string }).secret;
  }

  /** As an owner would, with the program for it. */
  #configure(port: string, at: number, secret: string): Promise<void> {
    const words = [
      ...['configure', '--port', port, '--node', `${HOST_ADDRESS}:${at}`, '--device', this.#device],
      ...['--secret-stdin', '--payout', this.#address],
      ...['--wait', String(BOOT_SECONDS), '--connect', String(BOOT_SECONDS)],
    ];
    say(`npx mite ${words.join(' ')}`);
    return new Promise((done, reject) => {
      const child = spawn(process.execPath, [MITE, ...words], { stdio: ['pipe', 'inherit', 'pipe'] });
      let complaint = '';
      child.stderr!.on('data', (bytes: Buffer) => {
        complaint = bytes.toString('utf8').trim();
        say(complaint);
      });
      child.stdin!.end(`${secret}\n`);
      child.on('error', reject);
      child.on('close', code =>
        code === 0 ? done() : reject(new Error(`mite configure ended with ${code}: ${complaint}`)),
      );
    });
  }

  async #mine(chip: EmulatedChip): Promise<void> {
    const goal = this.#options.blocks;
    const enough = new Promise<void>(done => {
      this.#enough = done;
    });
    if (goal !== undefined && this.#blocks >= goal) return;
    const quiet = setInterval(() => {
      if (Date.now() - this.#news < QUIET_MS) return;
      this.#news = Date.now();
      say(
        `${this.#seconds()} s: ${this.#blocks} ${goal === undefined ? 'blocks' : `of ${goal} blocks`}; it mines on`,
      );
    }, 1_000);
    const failed = Promise.race([
      chip.ended.then(how => `the emulator ended (${how}): ${chip.complaint}`),
      this.#node!.ended.then(how => `the node ended (${how})`),
    ]);
    const problem = await Promise.race([enough, failed]);
    clearInterval(quiet);
    if (typeof problem === 'string') throw new Error(problem);
  }

  /** What the board says of itself, over its serial port. */
  async #figures(port: string): Promise<void> {
    const session = await BoardSession.open({ path: port, wait: 60 });
    const status = await session.run('status', 'status');
    await session.close();
    const part = (name: string, key: string) => {
      const value = number(status[key]);
      return value === undefined ? [] : [`${name} ${value}`];
    };
    say('');
    say(`${this.#blocks} blocks mined and stored in ${this.#seconds()} s`);
    say(
      [
        ...part('accepted', 'accepted'),
        ...part('rejected', 'rejected'),
        ...part('free C heap', 'freeHeap'),
        ...part('its minimum', 'minFreeHeap'),
      ].join(', '),
    );
  }
}

async function main(): Promise<number> {
  let given: Options;
  let board: Board;
  try {
    given = options();
    board = emulatedBoard(given.board);
  } catch (error) {
    process.stderr.write(`mite: ${messageOf(error)}\n`);
    return 2;
  }
  let emulation: Emulation | undefined;
  let stopped = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      stopped = true;
      void emulation?.stop().then(() => process.exit(0));
    });
  try {
    checkNeeds(board);
    if (!given.built) buildFirmware(ROOT, board);
    emulation = new Emulation(board, given);
    await emulation.run();
  } catch (error) {
    if (!stopped) process.stderr.write(`mite: ${messageOf(error)}\n`);
    await emulation?.stop();
    return stopped ? 0 : 1;
  }
  await emulation.stop();
  return 0;
}

process.exit(await main());
