/** One line under a cursor, and the lines before it. Bytes, so that typing makes no garbage; no I/O. */
import { MAX_LINE } from './grammar.js';
import { type Key, UNKNOWN } from './keys.js';

/** One more than the console takes, so that a cut line shows as too long and is not mistaken for another. */
export const MAX_TYPED = MAX_LINE + 1;
const HISTORY_LINES = 8;
const HISTORY_CHARACTERS = 1024;
/** Stands for UNKNOWN. */
const UNKNOWN_BYTE = 0xff;

export class LineEditor {
  readonly #bytes = new Uint8Array(MAX_TYPED);
  #length = 0;
  #cursor = 0;
  /** Oldest first. */
  readonly #history: string[] = [];
  /** Which of them is shown; history.length = the line being typed. */
  #shown = 0;
  /** The line being typed, while an older one is shown. */
  #draft = '';

  get length(): number {
    return this.#length;
  }

  get cursor(): number {
    return this.#cursor;
  }

  /** What is typed, with UNKNOWN for anything but ASCII text. */
  get text(): string {
    return this.#slice(0, this.#length, UNKNOWN);
  }

  /** A part of it in displayable form, with '?' for anything but ASCII text. */
  visible(from: number, to: number): string {
    return this.#slice(from, Math.min(to, this.#length), '?');
  }

  /** Empties the line; its bytes are wiped, since they may have been a secret. */
  clear(): void {
    this.#bytes.fill(0, 0, this.#length);
    this.#length = 0;
    this.#cursor = 0;
    this.#shown = this.#history.length;
    this.#draft = '';
  }

  /** Keeps a line for `up`, but not the same one twice in a row. */
  remember(line: string): void {
    const history = this.#history;
    if (line !== '' && line !== history[history.length - 1]) history.push(line);
    let characters = 0;
    for (const kept of history) characters += kept.length;
    while (history.length > HISTORY_LINES || characters > HISTORY_CHARACTERS) {
      characters -= history.shift()!.length;
    }
    this.#shown = history.length;
  }

  /** @returns whether anything could be done; keys that are not for editing do nothing. */
  key(key: Key): boolean {
    if (key.length === 1) return this.#insert(key);
    const { length } = this;
    const cursor = this.#cursor;
    switch (key) {
      case 'tab':
        return this.#insert(' ');
      case 'left':
        return this.#move(cursor - 1);
      case 'right':
        return this.#move(cursor + 1);
      case 'home':
        return this.#move(0);
      case 'end':
        return this.#move(length);
      case 'backspace':
        return this.#remove(cursor - 1, cursor);
      case 'delete':
        return this.#remove(cursor, cursor + 1);
      case 'killLine':
        return this.#remove(0, cursor);
      case 'killEnd':
        return this.#remove(cursor, length);
      case 'killWord': {
        let from = cursor;
        while (from > 0 && this.#bytes[from - 1] === 0x20) from--;
        while (from > 0 && this.#bytes[from - 1] !== 0x20) from--;
        return this.#remove(from, cursor);
      }
      case 'up':
        return this.#recall(this.#shown - 1);
      case 'down':
        return this.#recall(this.#shown + 1);
      default:
        return false;
    }
  }

  #insert(character: string): boolean {
    if (this.#length >= MAX_TYPED) return false;
    this.#bytes.copyWithin(this.#cursor + 1, this.#cursor, this.#length);
    this.#bytes[this.#cursor++] = character === UNKNOWN ? UNKNOWN_BYTE : character.charCodeAt(0);
    this.#length++;
    return true;
  }

  #move(to: number): boolean {
    if (to < 0 || to > this.#length) return false;
    this.#cursor = to;
    return true;
  }

  #remove(from: number, to: number): boolean {
    if (from < 0 || to > this.#length || from >= to) return false;
    this.#bytes.copyWithin(from, to, this.#length);
    this.#bytes.fill(0, this.#length - (to - from), this.#length);
    this.#length -= to - from;
    this.#cursor = from;
    return true;
  }

  #recall(index: number): boolean {
    const history = this.#history;
    if (index < 0 || index > history.length) return false;
    if (this.#shown === history.length) this.#draft = this.text;
    const line = index === history.length ? this.#draft : history[index]!;
    const draft = this.#draft;
    this.clear();
    this.#draft = draft;
    this.#shown = index;
    for (let i = 0; i < line.length; i++) this.#insert(line[i]!);
    return true;
  }

  #slice(from: number, to: number, unknown: string): string {
    let text = '';
    for (let i = from; i < to; i++) {
      const byte = this.#bytes[i]!;
      text += byte === UNKNOWN_BYTE ? unknown : String.fromCharCode(byte);
    }
    return text;
  }
}
