/** `mite monitor`: one live line of what the board does, its log above it. `mite console`: the board's own console. */

import { formatRate } from '../../firmware/domain/units.js';
import { formatSeconds } from '../../firmware/parts/console/report.js';
import { write } from '../../programs/output.js';
import { BoardSession, type Fields } from './board.js';
import { CliError, shown } from './errors.js';
import { SerialLine } from './port.js';

const STATUS_MS = 1_000;
/** Without a terminal, a line is printed this often. */
const QUIET_MS = 10_000;
const REOPEN_MS = 1_000;
/** Ctrl-] */
const LEAVE = 0x1d;

/** The live line. Fields that a board does not report are left out. */
export function liveLine(status: Fields): string {
  const number = (value: unknown): number =>
    typeof value === 'number' && Number.isFinite(value) ? value : 0;
  const text = (value: unknown): string => shown(String(value));
  const parts = [text(status.state ?? 'unknown'), formatRate(number(status.rate))];
  if (typeof status.jobId === 'number') parts.push(`job ${status.jobId} at height ${number(status.height)}`);
  parts.push(`shares ${number(status.accepted)}/${number(status.found)}`);
  if (number(status.rejected) > 0) parts.push(`${number(status.rejected)} rejected`);
  if (number(status.blocks) > 0) parts.push(`blocks ${number(status.blocks)}`);
  if (typeof status.best === 'string' && status.best !== '0') parts.push(`best ${text(status.best)}`);
  if (typeof status.rssi === 'number') parts.push(`wifi ${status.rssi} dBm`);
  if (status.connected === false) parts.push('not connected');
  parts.push(`up ${formatSeconds(Math.floor(number(status.uptime)))}`);
  return parts.join('  ');
}

export interface MonitorOptions {
  readonly port: string;
  readonly baudRate: number;
  readonly json: boolean;
  /** Where `write` goes: whether it is a terminal, and its width. */
  readonly out: NodeJS.WriteStream;
}

/** Runs until `stopped` resolves; waits for a board that goes away. @throws CliError when the first open fails. */
export async function monitor(options: MonitorOptions, stopped: Promise<void>): Promise<void> {
  const { port, baudRate, json, out } = options;
  let running = true;
  let line = '';
  let lineAt = 0;
  let wake = () => {};
  let fault: unknown;
  /** An error, from a callback too, ends the loop, which throws it. */
  const put = (text: string) => {
    try {
      if (running) write(text);
    } catch (error) {
      fault ??= error;
      running = false;
      wake();
    }
  };
  void stopped.then(() => {
    running = false;
    wake();
  });
  const live = out.isTTY === true && !json;
  const width = () => Math.max(20, (out.columns ?? 80) - 1);
  const log = (text: string) => {
    put(live ? `\r\x1b[K${text}\n${line.slice(0, width())}` : `${text}\n`);
  };
  const status = (fields: Fields) => {
    if (json) return;
    line = liveLine(fields);
    if (live) put(`\r\x1b[K${line.slice(0, width())}`);
    else if (Date.now() - lineAt >= QUIET_MS) {
      lineAt = Date.now();
      put(`${line}\n`);
    }
  };
  const rest = (milliseconds: number) =>
    new Promise<void>(resolve => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  for (let first = true; running; first = false) {
    let board: BoardSession;
    try {
      board = await BoardSession.open({ path: port, baudRate });
    } catch (error) {
      if (first || !(error instanceof CliError)) throw error;
      await rest(REOPEN_MS);
      continue;
    }
    if (!first) log(`-- ${port} is back`);
    board.onText = text => log(shown(text));
    board.onEvent = fields => {
      if (json) log(JSON.stringify(fields));
      else if (fields.event === 'status') status(fields);
      else log(`[${shown(String(fields.level ?? 'info'))}] ${shown(String(fields.text ?? ''))}`);
    };
    try {
      while (running) {
        const fields = await board.run('status', 'status');
        if (json) log(JSON.stringify(fields));
        else status(fields);
        await rest(STATUS_MS);
      }
      await board.close();
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      log(`-- ${error.message}; waiting for it`);
      await board.close();
      await rest(REOPEN_MS);
    }
  }
  if (fault !== undefined) throw fault;
  if (live) write('\n');
}

export interface ConsoleOptions {
  readonly port: string;
  readonly baudRate: number;
  readonly input: NodeJS.ReadStream;
  readonly say: (line: string) => void;
}

/** Connects the terminal with the board until Ctrl-], the end of the input, or the end of the port. @throws CliError */
export async function interactive({ port, baudRate, input, say }: ConsoleOptions): Promise<void> {
  const line = await SerialLine.open(port, baudRate);
  if (input.isTTY) say(`${port}, ${baudRate} baud. Ctrl-] leaves.`);
  let lost: string | undefined;
  let fault: unknown;
  await new Promise<void>(resolve => {
    line.onData = bytes => {
      try {
        if (fault === undefined) write(bytes);
      } catch (error) {
        fault = error;
        resolve();
      }
    };
    line.onGone = reason => {
      lost = reason;
      resolve();
    };
    if (input.isTTY) input.setRawMode(true);
    input.on('data', (bytes: Buffer) => {
      const leave = input.isTTY ? bytes.indexOf(LEAVE) : -1;
      line.write(leave < 0 ? bytes : bytes.subarray(0, leave));
      if (leave >= 0) resolve();
    });
    // Piped input: the board's answers are still to come.
    input.on('end', () => setTimeout(resolve, 1_000));
    if (input.isTTY) line.write('\r');
    input.resume();
  });
  if (input.isTTY) input.setRawMode(false);
  input.pause();
  await line.close();
  if (input.isTTY) say('');
  if (fault !== undefined) throw fault;
  if (lost !== undefined) throw new CliError(`${port} is gone: ${lost}`);
}
