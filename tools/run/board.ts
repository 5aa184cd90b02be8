/** One emulated board of a run: introduced to the node once, started, asked for its status, restarted when it dies. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../../programs/problems.js';
import { makeDirectory } from '../../trusted-node/common/directory.js';
import { ChildProgram, type Fields } from './program.js';
import type { BoardView } from './view.js';

const STATUS_MS = 1_000;
const RESTART_MS = 1_000;
/** After this many deaths without a status in between, the board is given up. */
const MAX_DEATHS = 5;

/** In an emulated board's directory: its console, as a serial port. */
export const CONSOLE = 'console';

/** How a board's process is started. It takes commands as lines on stdin and tells its status in JSON on stdout. */
export interface BoardProgram {
  readonly command: string;
  readonly args: (directory: string) => readonly string[];
  readonly environment?: (directory: string) => Readonly<Record<string, string>>;
  /** It takes --set, which says where the node is, for this boot only. Others get it over the console, to keep. */
  readonly takesSettings: boolean;
  /** Files in the board's directory, one of which exists once it has settings. */
  readonly settings: readonly string[];
}

export const EMULATED = (command: string): BoardProgram => ({
  command,
  args: directory => ['--data', directory, '--pty', join(directory, CONSOLE), '--report', '--until-eof'],
  takesSettings: true,
  settings: ['settings.bin', 'settings.2.bin'],
});

export interface BoardOptions {
  readonly program: BoardProgram;
  readonly directory: string;
  readonly host: string;
  readonly port: number;
  /** The owner's address, which every job must pay. */
  readonly payout: string;
  /** Makes a device secret; called only for a board without settings. */
  readonly introduce: (id: string) => Promise<string>;
  readonly onFailed: (problem: string) => void;
  /** The view has something new. */
  readonly onStatus: () => void;
}

export function newBoardView(id: string): BoardView {
  return {
    id,
    state: 'starting',
    known: false,
    rate: 0,
    height: undefined,
    jobId: undefined,
    found: 0,
    accepted: 0,
    stale: 0,
    rejected: 0,
    blocks: 0,
    checkedTo: undefined,
    payout: '',
    judged: 0,
    refusal: '',
    starts: 0,
    lastEnd: undefined,
    lastError: undefined,
  };
}

export class RunningBoard {
  readonly #view: BoardView;
  readonly #options: BoardOptions;
  #child: ChildProgram | undefined;
  #stopping = false;
  #deaths = 0;
  #introduced = false;
  /** Counters of the boots before this one: a board counts from its boot. */
  readonly #before = { found: 0, accepted: 0, stale: 0, rejected: 0, blocks: 0 };
  #timer: NodeJS.Timeout | undefined;

  constructor(view: BoardView, options: BoardOptions) {
    this.#view = view;
    this.#options = options;
  }

  async start(): Promise<void> {
    const { directory } = this.#options;
    makeDirectory(directory, 0o700);
    // The board writes this file on its first `config set`, so it shows whether the board was introduced.
    const fresh = !this.#options.program.settings.some(file => existsSync(join(directory, file)));
    this.#introduced = fresh;
    const secret = fresh ? await this.#options.introduce(this.#view.id) : undefined;
    if (!this.#stopping) this.#spawn(secret);
  }

  /** The node's data were recreated, or a start was interrupted: the board gets a new secret, once per run. */
  async #introduceAgain(): Promise<void> {
    if (this.#introduced || this.#stopping) return;
    this.#introduced = true;
    this.#child?.log('the node does not know this board; it is introduced again');
    try {
      this.#tell(await this.#options.introduce(this.#view.id));
      this.#child?.write('chain forget'); // it may remember an earlier devnet
    } catch (error) {
      this.#options.onFailed(messageOf(error));
    }
  }

  /** Over the console, as an owner would: every user of the machine can see a secret on a command line. */
  #tell(secret: string): void {
    this.#child?.write(`config set device.id ${this.#view.id}`);
    this.#child?.write(`config set device.secret ${secret}`);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#timer);
    this.#child?.write('status');
    await this.#child?.stop();
  }

  #spawn(secret?: string): void {
    const { program, directory, host, port, payout } = this.#options;
    const settings = { 'node.host': host, 'node.port': port, 'payout.address': payout };
    const assignments = Object.entries(settings).map(([key, value]) => `${key}=${value}`);
    const child = new ChildProgram(
      program.command,
      [
        ...program.args(directory),
        ...(program.takesSettings ? assignments.flatMap(assignment => ['--set', assignment]) : []),
      ],
      fields => this.#take(fields),
      program.environment?.(directory),
      { asLog: line => `${new Date().toTimeString().slice(0, 8)}  ${line}` },
    );
    child.logTo(join(directory, 'board.log'), this.#view.starts === 0);
    child.log(this.#view.starts === 0 ? 'started' : `started again, after it ${this.#view.lastEnd}`);
    this.#child = child;
    this.#view.starts++;
    this.#view.state = 'starting';
    if (!program.takesSettings)
      for (const [key, value] of Object.entries(settings)) child.write(`config set ${key} ${value}`);
    if (secret !== undefined) this.#tell(secret);
    clearInterval(this.#timer);
    this.#timer = setInterval(() => child.write('status'), STATUS_MS);
    void child.ended.then(how => this.#ended(child, how));
  }

  #ended(child: ChildProgram, how: number | string): void {
    if (this.#stopping || child !== this.#child) return;
    const { found, accepted, stale, rejected, blocks } = this.#view;
    Object.assign(this.#before, { found, accepted, stale, rejected, blocks });
    this.#view.state = 'down';
    this.#view.rate = 0;
    const why = (child.problem ?? child.complaint).replace(/^mite-board: /, '');
    this.#view.lastEnd = `ended (${how})${why === '' ? '' : `: ${why}`}`;
    this.#view.lastError = this.#view.lastEnd;
    this.#options.onStatus();
    if (child.problem !== undefined) {
      const { command } = this.#options.program;
      this.#options.onFailed(
        `${this.#view.id}: ${command} cannot be started: ${child.problem}; make board builds it`,
      );
      return;
    }
    if (++this.#deaths >= MAX_DEATHS) {
      this.#options.onFailed(
        `${this.#view.id} ${this.#view.lastEnd}; its log is ${join(this.#options.directory, 'board.log')}`,
      );
      return;
    }
    setTimeout(() => {
      if (!this.#stopping) this.#spawn();
    }, RESTART_MS);
  }

  #take(fields: Fields): void {
    const view = this.#view;
    if (fields.ok === false && typeof fields.error === 'string') view.lastError = fields.error;
    if (typeof fields.text === 'string') this.#child?.log(`[${fields.level}] ${fields.text}`);
    if (fields.reply !== 'status' && fields.event !== 'status') return;
    const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
    const optional = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
    this.#deaths = 0;
    view.known = true;
    view.state = String(fields.state);
    view.rate = number(fields.rate);
    view.height = optional(fields.height);
    view.jobId = optional(fields.jobId);
    view.found = this.#before.found + number(fields.found);
    view.accepted = this.#before.accepted + number(fields.accepted);
    const stale = number((fields.reasons as Fields | undefined)?.stale);
    view.stale = this.#before.stale + stale;
    view.rejected = this.#before.rejected + Math.max(0, number(fields.rejected) - stale);
    view.blocks = this.#before.blocks + number(fields.blocks);
    view.checkedTo = fields.chain === 'verified' ? optional(fields.tipHeight) : undefined;
    view.payout = String(fields.payout);
    view.judged = number(fields.judgedValid) + number(fields.judgedInvalid);
    view.refusal = String(fields.refusal ?? '');
    view.lastError =
      typeof fields.lastError === 'string' && fields.lastError !== '' ? fields.lastError : undefined;
    const missing = Array.isArray(fields.missing) ? fields.missing.map(String) : [];
    if (missing.some(key => key.startsWith('device.')) || view.lastError?.includes('bad credentials'))
      void this.#introduceAgain();
    this.#options.onStatus();
  }
}
