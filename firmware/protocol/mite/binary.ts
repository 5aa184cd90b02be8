/**
 * What the binary messages share: byte 0 is the protocol version, byte 1 the message type, integers are
 * little-endian, a length precedes each variable field, nothing may follow the last field. docs/protocol.md, "Binary
 * messages", describes every byte.
 */
import { assertBytes, ByteReader, ByteWriter, FormatError } from '../../domain/bytes.js';
import { PROTOCOL_VERSION } from './limits.js';

export const MESSAGE_TYPES = {
  job: 1,
  share: 2,
  result: 3,
  headers: 4,
  chunk: 5,
  getheaders: 6,
  offer: 7,
  verdict: 8,
  getproof: 9,
  proof: 10,
} as const;
export type MessageName = keyof typeof MESSAGE_TYPES;

/** A writer that already holds version and type. */
export function beginMessage(name: MessageName): ByteWriter {
  const writer = new ByteWriter();
  writer.u8(PROTOCOL_VERSION);
  writer.u8(MESSAGE_TYPES[name]);
  return writer;
}

/**
 * A reader positioned after version and type.
 * @throws FormatError when the length is outside `minimum`..`maximum` bytes, or version or type differs.
 */
export function openMessage(
  bytes: Uint8Array,
  name: MessageName,
  minimum: number,
  maximum: number,
): ByteReader {
  if (bytes.length < minimum)
    throw new FormatError(`${name}: ${bytes.length} bytes, at least ${minimum} needed`);
  if (bytes.length > maximum)
    throw new FormatError(`${name}: ${bytes.length} bytes, at most ${maximum} allowed`);
  const reader = new ByteReader(bytes);
  const version = reader.u8();
  if (version !== PROTOCOL_VERSION)
    throw new FormatError(`${name}: protocol version ${version} is not supported`);
  const type = reader.u8();
  if (type !== MESSAGE_TYPES[name]) throw new FormatError(`${name}: message type ${type}`);
  return reader;
}

/** @throws FormatError unless `value` is 0: what a later version may give a meaning must not pass unnoticed. */
export function requireZero(value: number, what: string): void {
  if (value !== 0) throw new FormatError(`${what}: reserved bits are set`);
}

/**
 * `length` bytes where they lie, for a message that is not copied yet.
 * @throws FormatError when `length` is outside its bounds or the bytes end before.
 */
export function viewField(
  reader: ByteReader,
  length: number,
  minimum: number,
  maximum: number,
  what: string,
): Uint8Array {
  if (length < minimum || length > maximum) {
    throw new FormatError(`${what}: ${length} bytes, ${minimum} to ${maximum} allowed`);
  }
  return reader.view(length);
}

/** The same in a copy of their own: a value never shares memory with the packet it came in. */
export function readField(
  reader: ByteReader,
  length: number,
  minimum: number,
  maximum: number,
  what: string,
): Uint8Array {
  return new Uint8Array(viewField(reader, length, minimum, maximum, what)); // plain, where `slice` of a Node Buffer would share memory
}

/** @throws TypeError | RangeError unless `bytes` is a Uint8Array of `minimum`..`maximum` bytes. */
export function assertField(bytes: Uint8Array, minimum: number, maximum: number, what: string): void {
  assertBytes(bytes, what);
  if (bytes.length < minimum || bytes.length > maximum) {
    throw new RangeError(`${what}: ${bytes.length} bytes, ${minimum} to ${maximum} allowed`);
  }
}
