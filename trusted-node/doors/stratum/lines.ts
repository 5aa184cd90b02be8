/** Lines out of a byte stream, bounded in length. Pure apart from its own state. */
import { MAX_LINE } from './limits.js';

/** A line is longer than the limit: whoever sends it speaks something else. */
export class LineTooLong extends Error {
  override readonly name = 'LineTooLong';
}

const NEWLINE = 0x0a;
const BLANK = /^[ \t\r]*$/;

/**
 * @example
 * const lines = new LineReader();
 * lines.feed(Buffer.from('{"id":1}\n{"id"')); // ['{"id":1}']
 */
export class LineReader {
  private parts: Buffer[] = [];
  private held = 0;

  constructor(private readonly limit: number = MAX_LINE) {}

  /** Bytes of a line that has begun and not ended. */
  get pending(): number {
    return this.held;
  }

  /**
   * @returns the lines that end in `chunk`, without their ends; blank ones are left out. Bytes that are not UTF-8 become
   * U+FFFD.
   * @throws LineTooLong
   */
  feed(chunk: Buffer): string[] {
    const lines: string[] = [];
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      const line = this.ended(chunk.subarray(from, end));
      if (!BLANK.test(line)) lines.push(line);
      from = end + 1;
    }
    if (from < chunk.length) this.hold(chunk.subarray(from));
    return lines;
  }

  private ended(last: Buffer): string {
    this.check(last);
    const line = this.held === 0 ? last : Buffer.concat([...this.parts, last]);
    this.parts = [];
    this.held = 0;
    return line.toString('utf8');
  }

  private hold(part: Buffer): void {
    this.check(part);
    // Copied: a part must not keep the whole chunk. Joined now and then: a line may come byte by byte.
    this.parts.push(Buffer.from(part));
    this.held += part.length;
    if (this.parts.length >= 64) this.parts = [Buffer.concat(this.parts)];
  }

  private check(part: Buffer): void {
    if (this.held + part.length > this.limit)
      throw new LineTooLong(`a line of more than ${this.limit} bytes`);
  }
}
