/** A board at the other end of a serial line, spoken to in its JSON mode. */
import { CliError, shown } from './errors.js';
import { type Fields, Joiner } from './parts.js';
import { BAUD_RATE, SerialLine } from './port.js';

export type { Fields };

/** No board sends a line longer than this. */
const MAX_LINE = 64 * 1024;
/** 115200 baud is 11 KB a second; what is in a board's buffers comes before its answer. */
const KNOCK_MS = 1_500;
const ANSWER_MS = 8_000;

export interface BoardOptions {
  readonly path: string;
  readonly baudRate?: number;
  /** Seconds to wait for the first answer; a board that was just plugged in starts in one or two. */
  readonly wait?: number;
}

export class BoardSession {
  /** An object that is not a reply. */
  onEvent: (fields: Fields) => void = () => {};
  /** A line that is not JSON: from a boot loader, or in text mode. */
  onText: (line: string) => void = () => {};
  onGone: (reason: string) => void = () => {};
  readonly #line: SerialLine;
  #buffer = '';
  /** Bytes were seen. */
  #heard = false;
  readonly #joiner = new Joiner();
  #onReply: ((fields: Fields) => void) | undefined;
  #onLost: ((error: CliError) => void) | undefined;

  private constructor(line: SerialLine) {
    this.#line = line;
    line.onData = bytes => this.#take(bytes);
    line.onGone = reason => {
      this.#onLost?.(new CliError(`${line.path} is gone: ${reason}`));
      this.onGone(reason);
    };
  }

  get path(): string {
    return this.#line.path;
  }

  /** Opens the port and turns the board's JSON mode on. @throws CliError */
  static async open({ path, baudRate = BAUD_RATE, wait = 6 }: BoardOptions): Promise<BoardSession> {
    const session = new BoardSession(await SerialLine.open(path, baudRate));
    try {
      await session.#begin(wait, baudRate);
      return session;
    } catch (error) {
      await session.#line.close();
      throw error;
    }
  }

  /** Turns JSON mode on again, for a board that has restarted. @throws CliError */
  async #begin(wait: number, baudRate: number): Promise<void> {
    const deadline = Date.now() + wait * 1000;
    do {
      // ^C leaves a dialog and a half-typed line.
      this.#line.write('\x03\r');
      const reply = await this.#exchange('json on', KNOCK_MS);
      if (reply?.reply === 'json') return;
    } while (Date.now() < deadline);
    throw new CliError(
      this.#heard
        ? `what answers on ${this.path} is not a Mite board, or its baud rate is not ${baudRate}`
        : `no answer on ${this.path}: is the board powered, and is this its port? (npx mite ports)`,
    );
  }

  /** Sends one command and returns its reply, good or bad. @throws CliError when there is none. */
  async ask(line: string): Promise<Fields> {
    const reply = await this.#exchange(line, ANSWER_MS);
    if (reply === undefined) throw new CliError(`the board on ${this.path} no longer answers`);
    return reply;
  }

  /** The same for a command that must succeed. @throws CliError with the board's reason. */
  async run(line: string, what: string): Promise<Fields> {
    const reply = await this.ask(line);
    if (reply.ok !== true) throw new CliError(`${what}: ${shown(String(reply.error ?? 'refused'))}`);
    return reply;
  }

  /** Sends a line and waits for nothing. */
  send(line: string): void {
    this.#line.write(`${line}\r`);
  }

  /** Leaves the board as a person expects to find it. */
  async close(): Promise<void> {
    await new Promise<void>(resolve => {
      const late = setTimeout(resolve, 500);
      this.onEvent = () => {};
      this.onText = text => {
        if (text !== 'json off') return;
        clearTimeout(late);
        resolve();
      };
      this.send('json off');
    });
    await this.#line.close();
  }

  #exchange(line: string, milliseconds: number): Promise<Fields | undefined> {
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        this.#onReply = undefined;
        this.#onLost = undefined;
      };
      const timer = setTimeout(() => {
        end();
        resolve(undefined);
      }, milliseconds);
      const [name] = line.split(' ');
      this.#onReply = fields => {
        // A late answer to an abandoned command does not answer this one.
        if (fields.reply !== name && fields.reply !== 'error') return;
        end();
        resolve(fields);
      };
      this.#onLost = error => {
        end();
        reject(error);
      };
      this.send(line);
    });
  }

  #take(bytes: Uint8Array): void {
    this.#heard = true;
    this.#buffer += Buffer.from(bytes).toString('latin1');
    for (;;) {
      const end = this.#buffer.indexOf('\n');
      if (end < 0) break;
      const line = this.#buffer.slice(0, end);
      this.#buffer = this.#buffer.slice(end + 1);
      this.#oneLine(line);
    }
    if (this.#buffer.length > MAX_LINE) this.#buffer = '';
  }

  #oneLine(raw: string): void {
    // A cleared prompt precedes the last carriage return.
    const trimmed = raw.replace(/\r+$/, '');
    const text = withoutEscapes(trimmed.slice(trimmed.lastIndexOf('\r') + 1));
    let fields: unknown;
    try {
      fields = text.startsWith('{') ? JSON.parse(text) : undefined;
    } catch {
      fields = undefined;
    }
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
      if (text !== '') this.onText(text);
      return;
    }
    const object = this.#joiner.take(fields as Fields);
    if (object === undefined) return;
    if (typeof object.reply !== 'string') this.onEvent(object);
    else if (this.#onReply) this.#onReply(object);
    else this.onEvent(object);
  }
}

/** What the prompt leaves before a line: ESC [ K, ESC [ n C. */
function withoutEscapes(text: string): string {
  const parts = text.split('\x1b[');
  return parts.map((part, i) => (i === 0 ? part : part.replace(/^[0-9;?]*[A-Za-z]/, ''))).join('');
}
