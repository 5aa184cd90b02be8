/**
 * `make run`: a trusted node with its defaults and emulated boards that mine for it, with progress on the screen.
 *
 *   node main.js [--boards N] [--blocks N] [--quorum N] [--data DIR] [--listen HOST:PORT]
 *                [--simulator APP --devices DIR --sdk DIR]
 *
 * Exit codes: 0 stopped or the blocks were mined, 1 something failed, 2 wrong arguments.
 */
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { messageOf, problemOf } from '../../programs/problems.js';
import { makeDirectory } from '../../trusted-node/common/directory.js';
import { ERROR_LEVEL, logText, message, parseLog } from '../../trusted-node/common/logger.js';
import { EMULATED, newBoardView, RunningBoard } from './board.js';
import { freeOr } from './free-port.js';
import { commands, joining, localHost } from './joining.js';
import { ChildProgram, type Fields, runOnce } from './program.js';
import { Screen } from './screen.js';
import { type Simulator, simulated } from './simulator.js';
import { type BoardView, blockLine, PROBLEM_MS, type RunView, summary } from './view.js';

/** This file runs from build/js/tools/run. */
const BUILD = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const NODE = join(BUILD, 'js/trusted-node/cli/main.js');
const BOARD = join(BUILD, 'host/mite-board');
const MAX_BOARDS = 64;
/** Boards that must find a transaction valid before it is mined, if there are that many. */
const DEFAULT_QUORUM = 3;
/** The owner's balance is reported right after the block; we wait this long for it. */
const LAST_BALANCE_MS = 500;
/** Of the page, where no other program has it. */
const PAGE_PORT = 8330;
/** Without --listen: this machine only, a port that is free. */
const LISTEN = '127.0.0.1:0';

function fail(problem: string, code: number): never {
  process.stderr.write(`mite: ${problem}\n`);
  process.exit(code);
}

function whole(text: string | undefined, name: string, maximum: number, minimum = 1): number | undefined {
  if (text === undefined || text === '') return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (value < minimum || value > maximum)
    fail(`${name} must be a whole number from ${minimum} to ${maximum}, not "${text}"`, 2);
  return value;
}

function options(): {
  boards: number;
  blocks: number | undefined;
  quorum: number;
  /** As it was given. */
  data: string;
  listen: string;
  simulator: Simulator | undefined;
} {
  try {
    const { values } = parseArgs({
      options: {
        boards: { type: 'string' },
        blocks: { type: 'string' },
        quorum: { type: 'string' },
        data: { type: 'string' },
        listen: { type: 'string' },
        simulator: { type: 'string' },
        devices: { type: 'string' },
        sdk: { type: 'string' },
      },
    });
    const boards = whole(values.boards, 'BOARDS', MAX_BOARDS) ?? 1;
    return {
      boards,
      blocks: whole(values.blocks, 'BLOCKS', 1_000_000),
      quorum: whole(values.quorum, 'QUORUM', boards, 0) ?? Math.min(DEFAULT_QUORUM, boards),
      data: values.data || '.mite',
      listen: values.listen || LISTEN,
      simulator:
        values.simulator && values.devices && values.sdk
          ? { app: resolve(values.simulator), devices: resolve(values.devices), sdk: resolve(values.sdk) }
          : undefined,
    };
  } catch (error) {
    return fail(messageOf(error), 2);
  }
}

const { boards: boardCount, blocks: goal, quorum, data: given, listen, simulator } = options();
const data = resolve(given);
try {
  makeDirectory(data, 0o700);
  accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK);
} catch (error) {
  fail(`the directory DATA=${given} cannot be used: ${problemOf(error)}`, 1);
}
if (simulator === undefined && !existsSync(BOARD)) fail(`${BOARD} is missing; make board builds it`, 1);

const names =
  simulator === undefined ? Array.from({ length: boardCount }, (_, i) => `board-${i + 1}`) : ['simulator'];
const view: RunView = {
  started: Date.now(),
  network: 'devnet',
  height: undefined,
  address: '',
  quorum,
  confirmed: undefined,
  immature: 0n,
  goal,
  boards: names.map(newBoardView),
  blocks: [],
  commands: commands(given, data, names, simulator === undefined ? 'run' : 'sim'),
  joining: [],
  page: '',
  problem: undefined,
  note: 'the node is starting',
};
const screen = new Screen(view, () => void stop(0)); // the reader of our output has left: nothing to complain about
let running: RunningBoard[] = [];
let stopping = false;

const node = new ChildProgram(
  process.execPath,
  [
    ...[NODE, 'run', '--events', '--until-eof', '--log', 'json', '--data', data],
    ...['--network', view.network, '--listen', listen, '--quorum', String(quorum)],
    ...(process.env.MITE_HTTP === undefined ? ['--http', `127.0.0.1:${await freeOr(PAGE_PORT)}`] : []),
  ],
  onNodeEvent,
  {},
  { asLog: logText, onNote: onNodeLog },
);
void node.ended.then(how => {
  if (stopping) return;
  const own = node.tail.find(line => line.startsWith('mite-node: '))?.slice('mite-node: '.length);
  const logged = node.tail.map(parseLog).findLast(line => line !== undefined && line.level >= ERROR_LEVEL);
  const last = node.tail.at(-1);
  const reason = own ?? (logged ? message(logged.fields) : last === undefined ? undefined : logText(last));
  const what = view.height === undefined ? 'the node did not start' : `the node ended (${how})`;
  void stop(1, `${what}${reason === undefined ? '' : `: ${reason}`}`);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
screen.start(`node: starting, data in ${data}`);

/** A problem of the node is shown at once, and stays on the screen for a while. */
function onNodeLog(line: string): void {
  const logged = parseLog(line);
  if (logged === undefined || logged.level < ERROR_LEVEL) return;
  const text = message(logged.fields);
  const now = Date.now();
  if (view.problem?.text !== text || now - view.problem.at >= PROBLEM_MS) screen.line(`node: ${text}`);
  view.problem = { text, at: now };
}

/** The same for a board: without a picture, each change of its problem is a line. */
const told = new Map<string, string>();
function onBoardStatus({ id, refusal, lastError }: BoardView): void {
  const problem = refusal !== '' ? `refuses the node: ${refusal}` : (lastError ?? '');
  if (told.get(id) !== problem && problem !== '') screen.line(`${id}: ${problem}`);
  told.set(id, problem);
}

/** An address of this machine that others on its network can reach. */
function lanAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap(addresses => addresses ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}

function onNodeEvent(fields: Fields): void {
  switch (fields.event) {
    case 'ready':
      node.logTo(join(data, 'node.log'));
      view.height = Number(fields.height);
      view.address = String(fields.address);
      view.note = '';
      view.joining = joining(
        { host: String(fields.host), port: Number(fields.port) },
        lanAddress(),
        view.commands,
      );
      screen.line(`node: ready on ${fields.host}:${fields.port}, ${view.network} at height ${view.height}`);
      screen.line(`logs: ${view.commands.logs}`);
      if (view.commands.console !== '') screen.line(`console of a board: ${view.commands.console}`);
      for (const line of view.joining) screen.line(`one more board: ${line}`);
      startBoards(localHost(String(fields.host)), Number(fields.port)).catch((error: unknown) =>
        stop(1, messageOf(error)),
      );
      break;
    case 'page':
      view.page = pageLink(fields);
      screen.line(`page: ${view.page}`);
      break;
    case 'tip':
      view.height = Number(fields.height);
      break;
    case 'balance':
      view.confirmed = BigInt(String(fields.confirmed));
      view.immature = BigInt(String(fields.immature));
      break;
    case 'block': {
      const block = {
        height: Number(fields.height),
        hash: String(fields.hash),
        device: String(fields.device),
        at: Date.now() - view.started,
      };
      view.blocks.push(block);
      screen.line(blockLine(block));
      if (goal !== undefined && view.blocks.length === goal) void stop(0);
      break;
    }
  }
}

/** Where the page is; with the link that sets its password, while there is none. */
function pageLink({ url, linkFile }: Fields): string {
  if (typeof linkFile !== 'string') return String(url);
  try {
    return readFileSync(linkFile, 'utf8').trim();
  } catch {
    return String(url);
  }
}

async function introduce(id: string): Promise<string> {
  const result = await runOnce(process.execPath, [
    NODE,
    'device',
    'add',
    id,
    '--replace',
    '--json',
    '--data',
    data,
  ]);
  if (result.code !== 0) throw new Error(`device ${id}: ${result.stderr.trim()}`);
  return (JSON.parse(result.stdout) as { secret: string }).secret;
}

async function startBoards(host: string, port: number): Promise<void> {
  running = view.boards.map(
    board =>
      new RunningBoard(board, {
        program: simulator === undefined ? EMULATED(BOARD) : simulated(simulator),
        directory: join(data, board.id),
        host,
        port,
        payout: view.address,
        introduce,
        onFailed: problem => void stop(1, problem),
        onStatus: () => onBoardStatus(board),
      }),
  );
  for (const board of running) if (!stopping) await board.start();
}

/** Boards first, so that what they found is stored; then the node. */
async function stop(code: number, problem?: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  view.note = 'stopping';
  if (problem === undefined && goal !== undefined)
    await new Promise(done => setTimeout(done, LAST_BALANCE_MS));
  await Promise.all(running.map(board => board.stop()));
  await node.stop();
  screen.end();
  if (problem === undefined) for (const line of summary(view, Date.now())) process.stdout.write(`${line}\n`);
  else process.stderr.write(`mite: ${problem}\n`);
  process.exit(code);
}
