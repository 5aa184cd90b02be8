/** Pieces of a TCP stream to lines, within bounded memory. Both sides of Stratum use it. */

/** What the buffer begins with, bytes: most lines fit. */
const FIRST_CAPACITY = 512;

export class LineReader {
  readonly #maxLength: number;
  readonly #onLine: (line: Uint8Array) => void;
  readonly #onTooLong: () => void;
  /** The beginning of a line whose end has not come. */
  #buffer = new Uint8Array(0);
  #length = 0;
  /** The line is too long: the rest of it is passed over. */
  #passing = false;

  /**
   * @param maxLength bytes of a line at most, without its end
   * @param onLine called for each line that is not empty, without LF or CR LF. The bytes are valid during the call only
   * @param onTooLong called once for each line that is longer, as soon as it is
   */
  constructor(maxLength: number, onLine: (line: Uint8Array) => void, onTooLong: () => void) {
    this.#maxLength = maxLength;
    this.#onLine = onLine;
    this.#onTooLong = onTooLong;
  }

  push(piece: Uint8Array): void {
    let begin = 0;
    for (let at = 0; at < piece.length; at++) {
      if (piece[at] !== 0x0a) continue;
      this.#end(piece.subarray(begin, at));
      begin = at + 1;
    }
    if (begin < piece.length) this.#keep(piece.subarray(begin));
  }

  #end(rest: Uint8Array): void {
    if (this.#length > 0 && !this.#passing) this.#keep(rest);
    const line = this.#length > 0 ? this.#buffer.subarray(0, this.#length) : rest;
    const passing = this.#passing;
    this.#length = 0;
    this.#passing = false;
    if (passing) return;
    const length = line[line.length - 1] === 0x0d ? line.length - 1 : line.length;
    if (length > this.#maxLength) this.#onTooLong();
    else if (length > 0) this.#onLine(line.subarray(0, length));
  }

  #keep(rest: Uint8Array): void {
    if (this.#passing) return;
    const length = this.#length + rest.length;
    // One more for the CR.
    if (length > this.#maxLength + 1) {
      this.#passing = true;
      this.#length = 0;
      this.#buffer = new Uint8Array(0);
      this.#onTooLong();
      return;
    }
    if (length > this.#buffer.length) {
      let capacity = Math.max(FIRST_CAPACITY, this.#buffer.length);
      while (capacity < length) capacity *= 2;
      const larger = new Uint8Array(Math.min(capacity, this.#maxLength + 1));
      larger.set(this.#buffer.subarray(0, this.#length));
      this.#buffer = larger;
    }
    this.#buffer.set(rest, this.#length);
    this.#length = length;
  }
}
