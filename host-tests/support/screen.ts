/**
 * What a person sees: a terminal of 80 columns that knows what the board's console uses, and nothing else. Anything
 * else throws, so that a test fails.
 */
export class Screen {
  readonly columns: number;
  /** Rows from the first one, with what scrolled away. */
  readonly rows: string[] = [''];
  row = 0;
  column = 0;
  bells = 0;
  #sequence = '';

  constructor(columns = 80) {
    this.columns = columns;
  }

  /** The row under the cursor. */
  get current(): string {
    return this.rows[this.row]!;
  }

  /** Rows above it. */
  get above(): string[] {
    return this.rows.slice(0, this.row);
  }

  feed(bytes: Uint8Array): void {
    for (const byte of bytes) this.#byte(byte);
  }

  #byte(byte: number): void {
    if (this.#sequence !== '') {
      this.#sequence += String.fromCharCode(byte);
      if (this.#sequence === '\x1b[') return;
      if (byte >= 0x30 && byte <= 0x39 && this.#sequence.startsWith('\x1b[')) return;
      this.#run(this.#sequence);
      this.#sequence = '';
      return;
    }
    if (byte === 0x1b) this.#sequence = '\x1b';
    else if (byte === 0x0d) this.column = 0;
    else if (byte === 0x07) this.bells++;
    else if (byte === 0x0a) {
      this.row++;
      if (this.row === this.rows.length) this.rows.push('');
    } else if (byte >= 0x20 && byte <= 0x7e) this.#put(String.fromCharCode(byte));
    else throw new Error(`the terminal got byte ${byte}`);
  }

  #run(sequence: string): void {
    const row = this.rows[this.row]!;
    if (sequence === '\x1b[K') this.rows[this.row] = row.slice(0, this.column);
    else if (sequence.endsWith('C')) {
      const count = Number(sequence.slice(2, -1));
      if (!(count >= 1)) throw new Error(`${JSON.stringify(sequence)} moves by ${count}`);
      this.column = Math.min(this.columns - 1, this.column + count);
    } else throw new Error(`the terminal got ${JSON.stringify(sequence)}`);
  }

  #put(character: string): void {
    if (this.column === this.columns) {
      this.row++;
      this.column = 0;
      if (this.row === this.rows.length) this.rows.push('');
    }
    const row = this.rows[this.row]!.padEnd(this.column);
    this.rows[this.row] = row.slice(0, this.column) + character + row.slice(this.column + 1);
    this.column++;
  }
}
