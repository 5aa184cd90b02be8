/** Two logs side by side: in two columns where the terminal is wide enough, else one after the other with their names. */

/** Below this many columns a line of each would be broken too often. */
const WIDE = 120;
const SEPARATOR = ' | ';

/** What a terminal does not show: escape sequences, and what a carriage return has overwritten. */
export function plain(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is about them
  const text = line.replace(/\r+$/, '').replace(/\x1b\[[0-9;?]*[A-Za-z]/g, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the same
  return text.slice(text.lastIndexOf('\r') + 1).replace(/[\x00-\x08\x0b-\x1f\x7f]/g, '');
}

/** A line of a board's console for people: while a program speaks with it, it answers in JSON, which is for that program. */
export function forPeople(line: string): string {
  const text = plain(line).replace(/^(mite> )+/, '');
  if (!text.startsWith('{')) return text === 'json on' || text === 'json off' ? '' : text;
  try {
    const { reply, level, text: told } = JSON.parse(text) as Record<string, unknown>;
    return reply === undefined && typeof told === 'string' ? `[${level}] ${told}` : '';
  } catch {
    return '';
  }
}

export class Columns {
  readonly #names: readonly [string, string];
  readonly #write: (text: string) => void;
  readonly #columns: () => number;
  readonly #partial: [string, string] = ['', ''];

  /** @param columns how wide the terminal is; 0: no terminal */
  constructor(names: readonly [string, string], columns: () => number, write: (text: string) => void) {
    this.#names = names;
    this.#columns = columns;
    this.#write = write;
  }

  /** More of a log; a line is shown when it is complete. */
  take(side: 0 | 1, text: string): void {
    const lines = (this.#partial[side] + text).split('\n');
    this.#partial[side] = lines.pop()!;
    for (const line of lines) this.line(side, line);
  }

  line(side: 0 | 1, raw: string): void {
    const text = (side === 0 ? forPeople(raw) : plain(raw)).trimEnd();
    if (text === '') return;
    const columns = this.#columns();
    if (columns < WIDE) {
      const width = Math.max(...this.#names.map(name => name.length));
      this.#write(`${this.#names[side].padEnd(width)}${SEPARATOR}${text}\n`);
      return;
    }
    const width = Math.floor((columns - SEPARATOR.length) / 2);
    for (let at = 0; at < text.length; at += width) {
      const part = text.slice(at, at + width);
      this.#write(
        side === 0
          ? `${part.padEnd(width)}${SEPARATOR.trimEnd()}\n`
          : `${''.padEnd(width)}${SEPARATOR}${part}\n`,
      );
    }
  }
}
