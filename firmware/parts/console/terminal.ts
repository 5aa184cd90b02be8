/**
 * A console on a byte port (UART, USB, pseudo-terminal): echo, a prompt, line editing, and lines from the board that
 * arrive while a person types without spoiling the input. The input stays on one row of the screen and scrolls
 * sideways, so that nothing needs to be known about the terminal except that it has 80 columns and understands CR, LF,
 * BEL, ESC [ K and ESC [ n C.
 *
 * Plain mode is for tools: lines in, lines out, no echo, no prompt.
 */

import type { Schema } from '../../settings/kinds.js';
import { type Key, KeyReader, UNKNOWN } from './keys.js';
import { LineEditor } from './line-editor.js';

/** A serial line. */
export interface BytePort {
  /** Queues bytes; never blocks. What does not fit is lost. The bytes are copied before return. */
  write(bytes: Uint8Array): void;
  /** Set by the owner. The array belongs to the callee only during the call. */
  onBytes: (bytes: Uint8Array) => void;
}

const PROMPT = 'mite> ';
const MAX_PROMPT = 40;
const BELL = '\x07';
/** Names of keys that edit in plain mode too. */
const PLAIN_KEYS: readonly Key[] = ['backspace', 'tab'];
const CLEAR_ROW = '\r\x1b[K';

export class Terminal {
  /** Set by the owner; called with each line of input. */
  onLine: (line: string) => void = () => {};
  /** Set by the owner: ^C, or ^D while a question is open. */
  onCancel: () => void = () => {};
  /**
   * Set if there is a program to leave: ^C twice, or ^D, on an empty line while no question is open. If not set, they
   * do nothing.
   */
  onQuit: (() => void) | undefined;

  readonly #port: BytePort;
  readonly #isSecret: (line: string) => boolean;
  readonly #columns: number;
  readonly #reader: KeyReader;
  readonly #editor = new LineEditor();
  #plain = false;
  #question = '';
  #secret = false;
  /** The row with prompt and input is on the screen. */
  #drawn = false;
  /** Nothing was written yet: the row may show the prompt of the previous boot. */
  #fresh = true;
  /** First character of the input that is on the screen. */
  #from = 0;
  /** The last key was ^C on an empty line: another one leaves. */
  #leaving = false;
  /** Lines are being answered: the row is redrawn afterwards. */
  #busy = 0;

  /**
   * Takes over the port's onBytes.
   * @param isSecret whether a line may hold a secret: it is not kept then
   * @param columns of the terminal, at least 60
   */
  constructor(port: BytePort, isSecret: (line: string) => boolean, columns = 80) {
    this.#port = port;
    this.#isSecret = isSecret;
    this.#columns = columns;
    this.#reader = new KeyReader(key => this.#key(key));
    port.onBytes = bytes => this.#reader.push(bytes);
  }

  /** Writes one line above what is being typed. */
  write(line: string): void {
    const before = this.#drawn || (this.#fresh && !this.#plain) ? CLEAR_ROW : '';
    this.#fresh = false;
    this.#drawn = false;
    this.#send(`${before}${clean(line)}\r\n${this.#row()}`);
  }

  /**
   * Asks: `prompt` (at most 40 characters) precedes the input until the next call; '' ends the question.
   * @param secret the input is neither shown nor kept
   */
  ask(prompt: string, secret: boolean): void {
    this.#question = prompt.length > MAX_PROMPT ? prompt.slice(0, MAX_PROMPT) : prompt;
    this.#secret = secret;
    this.#editor.clear();
    this.#redraw();
  }

  /** Turns plain mode on or off. */
  setPlain(plain: boolean): void {
    if (plain && this.#drawn) this.#send(CLEAR_ROW);
    this.#drawn = false;
    this.#plain = plain;
    this.#redraw();
  }

  #key(key: Key): void {
    const leaving = this.#leaving;
    this.#leaving = false;
    switch (key) {
      case 'enter':
        this.#enter();
        break;
      case 'interrupt':
        this.#leave('^C', leaving);
        break;
      case 'eof':
        if (this.#plain && this.#editor.length > 0) this.#edit(key);
        else if (this.#editor.length === 0) this.#leave('', true);
        else this.#edit('delete');
        break;
      case 'redraw':
        if (this.#plain) this.#edit(key);
        else this.#redraw();
        break;
      default:
        this.#edit(key);
    }
  }

  #enter(): void {
    const line = this.#editor.text;
    this.#editor.clear();
    if (!this.#secret && this.#question === '' && !this.#isSecret(line)) this.#editor.remember(line);
    this.#answer(() => this.onLine(line));
  }

  /** @param quit an empty line is left for good */
  #leave(echo: string, quit: boolean): void {
    const asked = this.#question !== '';
    const typed = this.#editor.length > 0;
    this.#editor.clear();
    this.#answer(() => {
      if (asked || echo !== '') this.onCancel();
      if (asked || typed || this.onQuit === undefined) return;
      if (quit) this.onQuit();
      else {
        this.#leaving = true;
        this.write('^C again ends the board, and so does quit');
      }
    }, echo);
  }

  /** Ends the row, lets the owner act, and shows the row again. */
  #answer(act: () => void, echo = ''): void {
    if (!this.#plain) this.#send(`${this.#drawn ? '' : CLEAR_ROW}${echo}\r\n`);
    this.#drawn = false;
    this.#busy++;
    try {
      act();
    } finally {
      this.#busy--;
      this.#redraw();
    }
  }

  #edit(typed: Key): void {
    const editor = this.#editor;
    // For tools a control character is not a key: a line with one is refused, not changed.
    const key = this.#plain && typed.length > 1 && !PLAIN_KEYS.includes(typed) ? UNKNOWN : typed;
    if (this.#question !== '' && (key === 'up' || key === 'down')) return; // answers have no history
    const atEnd = editor.cursor === editor.length;
    const done = editor.key(key);
    if (this.#plain) return;
    if (!done) {
      if (key.length === 1) this.#send(BELL);
      return;
    }
    if (this.#secret) return;
    // Typing at the end needs no redraw.
    if (key.length === 1 && atEnd && this.#drawn && editor.cursor - this.#from < this.#room()) {
      this.#send(editor.visible(editor.length - 1, editor.length));
      return;
    }
    this.#redraw();
  }

  /** Columns for the input. The last column stays free: terminals differ in what they do after writing there. */
  #room(): number {
    return this.#columns - 1 - (this.#question === '' ? PROMPT : this.#question).length;
  }

  #redraw(): void {
    this.#send(this.#row());
  }

  /** The bytes that draw the row, '' when none is shown. The cursor may be anywhere in its row before. */
  #row(): string {
    if (this.#plain || this.#busy > 0) return '';
    this.#drawn = true;
    const prompt = CLEAR_ROW + (this.#question === '' ? PROMPT : this.#question);
    if (this.#secret) return prompt;
    const { cursor } = this.#editor;
    const room = this.#room();
    if (cursor < this.#from) this.#from = Math.max(0, cursor - (room >> 1));
    else if (cursor - this.#from > room) this.#from = cursor - (room >> 1);
    if (this.#editor.length <= room) this.#from = 0;
    const input = this.#editor.visible(this.#from, this.#from + room);
    const row = prompt + input;
    if (cursor - this.#from === input.length) return row;
    return `${row}\r\x1b[${row.length - CLEAR_ROW.length - (input.length - (cursor - this.#from))}C`;
  }

  #send(text: string): void {
    if (text === '') return;
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    this.#port.write(bytes);
  }
}

/** A line from the board, which may contain foreign text: no control sequence in it reaches the terminal. */
function clean(line: string): string {
  let text = '';
  let from = 0;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code >= 0x20 && code <= 0x7e) continue;
    text += `${line.slice(from, i)}?`;
    from = i + 1;
  }
  return from === 0 ? line : text + line.slice(from);
}

/** Whether a line names a setting that is a secret, in whatever form. */
export function mayBeSecret(schema: Schema, line: string): boolean {
  const lower = line.toLowerCase();
  for (const [key, { secret }] of Object.entries(schema))
    if (secret && lower.includes(key.slice(key.lastIndexOf('.') + 1))) return true;
  return false;
}
