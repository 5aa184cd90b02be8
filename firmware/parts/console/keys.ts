/**
 * Bytes of a terminal as keys. Escape sequences (ECMA-48, and xterm's keys) are followed to their end and bounded;
 * unknown ones are swallowed. No input can break it.
 */

/** A printable ASCII character, UNKNOWN, or one of the names below. */
export type Key = string;

/** A non-ASCII character, or malformed bytes: the console refuses lines with it. */
export const UNKNOWN = '\ufffd';

/**
 * Keys of control characters: ^A, ^B, ... as terminals send them. Others are UNKNOWN, so that none disappears into a
 * value.
 */
function controlKey(byte: number): Key {
  switch (byte) {
    case 0x01:
      return 'home';
    case 0x02:
      return 'left';
    case 0x03:
      return 'interrupt';
    case 0x04:
      return 'eof';
    case 0x05:
      return 'end';
    case 0x06:
      return 'right';
    case 0x08:
    case 0x7f:
      return 'backspace';
    case 0x09:
      return 'tab';
    case 0x0b:
      return 'killEnd';
    case 0x0c:
      return 'redraw';
    case 0x0e:
      return 'down';
    case 0x10:
      return 'up';
    case 0x15:
      return 'killLine';
    case 0x17:
      return 'killWord';
    default:
      return UNKNOWN;
  }
}

/** The last byte of CSI and SS3 sequences without a number. */
function letterKey(byte: number): Key | undefined {
  switch (byte) {
    case 0x41:
      return 'up';
    case 0x42:
      return 'down';
    case 0x43:
      return 'right';
    case 0x44:
      return 'left';
    case 0x46:
      return 'end';
    case 0x48:
      return 'home';
    default:
      return undefined;
  }
}

/** CSI number ~ */
function numberKey(number: number): Key | undefined {
  if (number === 1 || number === 7) return 'home';
  if (number === 4 || number === 8) return 'end';
  return number === 3 ? 'delete' : undefined;
}

enum State {
  ground,
  escape,
  /** After ESC [ */
  csi,
  /** After ESC O */
  ss3,
  /** After ESC ] P X ^ _: text up to BEL or ESC \ */
  text,
}

/** A longer sequence is not one. */
const MAX_SEQUENCE = 256;

export class KeyReader {
  readonly #onKey: (key: Key) => void;
  #state: State = State.ground;
  /** Bytes of the sequence so far. */
  #length = 0;
  /** First number of a CSI sequence; -1 after anything that makes it a different key. */
  #number = 0;
  #afterReturn = false;
  /** The ESC came in a text. */
  #inText = false;
  /** Bytes of a UTF-8 character that are still to come. */
  #continuations = 0;

  constructor(onKey: (key: Key) => void) {
    this.#onKey = onKey;
  }

  /** Calls `onKey` for each key that these bytes complete. */
  push(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i++) this.#byte(bytes[i]!);
  }

  #byte(byte: number): void {
    const afterReturn = this.#afterReturn;
    this.#afterReturn = false;
    if (byte === 0x0d || byte === 0x0a) {
      this.#end(); // even out of a truncated sequence
      this.#continuations = 0;
      this.#afterReturn = byte === 0x0d;
      if (byte === 0x0d || !afterReturn) this.#onKey('enter');
      return;
    }
    if (this.#state !== State.ground) {
      this.#inSequence(byte);
      return;
    }
    if (byte >= 0x80) {
      this.#wide(byte);
      return;
    }
    this.#continuations = 0;
    if (byte === 0x1b) this.#begin(State.escape);
    else if (byte >= 0x20 && byte < 0x7f) this.#onKey(String.fromCharCode(byte));
    else this.#tell(controlKey(byte));
  }

  #inSequence(byte: number): void {
    // A control character ends a sequence and counts itself; ESC begins the next one (or ends a text, as ESC \).
    if (byte === 0x1b) {
      const inText = this.#state === State.text;
      this.#begin(State.escape);
      this.#inText = inText;
      return;
    }
    if (byte < 0x20) {
      const silent = this.#state === State.text && byte === 0x07;
      this.#end();
      if (!silent) this.#tell(controlKey(byte));
      return;
    }
    if (++this.#length > MAX_SEQUENCE || byte >= 0x80) {
      if (this.#state !== State.text || this.#length > MAX_SEQUENCE) this.#end();
      return;
    }
    switch (this.#state) {
      case State.escape:
        if (byte === 0x5b) this.#begin(State.csi);
        else if (byte === 0x4f) this.#begin(State.ss3);
        else if (byte === 0x5d || byte === 0x50 || byte === 0x58 || byte === 0x5e || byte === 0x5f)
          this.#begin(State.text);
        else {
          this.#end();
          // ESC \ ends a text. Otherwise it was Alt and a key, or a control character that would swallow the next one.
          if (!this.#inText || byte !== 0x5c) this.#tell(UNKNOWN);
        }
        return;
      case State.csi:
        if (byte >= 0x40) {
          const number = this.#number;
          this.#end();
          if (byte === 0x7e) this.#tell(numberKey(number));
          else this.#tell(letterKey(byte));
        } else if (byte >= 0x30 && byte <= 0x39) {
          if (this.#number >= 0 && this.#number < 1000) this.#number = this.#number * 10 + byte - 0x30;
        } else this.#number = -1; // modifiers, private sequences
        return;
      case State.ss3:
        this.#end();
        this.#tell(letterKey(byte));
        return;
      default:
        return;
    }
  }

  /** One UNKNOWN for each character, not for each byte of it. */
  #wide(byte: number): void {
    if (byte < 0xc0 && this.#continuations > 0) {
      this.#continuations--;
      return;
    }
    this.#continuations = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    if (byte >= 0xf5) this.#continuations = 0;
    this.#onKey(UNKNOWN);
  }

  #begin(state: State): void {
    this.#state = state;
    this.#inText = false;
    this.#length = 0;
    this.#number = 0;
  }

  #end(): void {
    this.#state = State.ground;
  }

  #tell(key: Key | undefined): void {
    if (key !== undefined) this.#onKey(key);
  }
}
