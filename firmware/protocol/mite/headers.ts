/** The headers message (type 4), node to board: consecutive block headers as hashed, oldest first. */
import { assertU32, FormatError } from '../../domain/bytes.js';
import { HEADER_LENGTH, type HeaderList } from '../../domain/header.js';
import { assertField, beginMessage, openMessage } from './binary.js';
import { MAX_HEADERS, UINT32_MAX } from './limits.js';

const FIXED = 8;
export const HEADERS_MAX_LENGTH = FIXED + HEADER_LENGTH * MAX_HEADERS;

export interface HeadersMessage {
  /** Height of the first header, uint32. */
  readonly startHeight: number;
  /** Up to 64 headers of 80 bytes. Linkage and proof of work are not checked here. */
  readonly headers: readonly Uint8Array[];
}

/** @throws RangeError | TypeError on a field outside its bounds. */
export function encodeHeaders(message: HeadersMessage): Uint8Array {
  const { startHeight, headers } = message;
  assertU32(startHeight, 'headers.startHeight');
  if (headers.length > MAX_HEADERS) throw new RangeError(`headers: ${headers.length} headers`);
  if (startHeight + headers.length - 1 > UINT32_MAX) throw new RangeError('headers: height above uint32');
  for (const header of headers) assertField(header, HEADER_LENGTH, HEADER_LENGTH, 'headers.header');
  const writer = beginMessage('headers');
  writer.u16(headers.length);
  writer.u32(startHeight);
  for (const header of headers) writer.bytes(header);
  return writer.toBytes();
}

/**
 * A headers message not copied yet. Valid as long as the message's bytes are, that is, during the call that gave it.
 */
export interface HeadersView {
  readonly startHeight: number;
  readonly count: number;
  /** One copy of all: an object for each would be more than their bytes. */
  read(): HeaderList;
  /** A copy of the last one. */
  last(): Uint8Array | undefined;
}

/** @throws FormatError on malformed bytes. */
export function viewHeaders(bytes: Uint8Array): HeadersView {
  const reader = openMessage(bytes, 'headers', FIXED, HEADERS_MAX_LENGTH);
  const count = reader.u16();
  if (count > MAX_HEADERS) throw new FormatError(`headers: ${count} headers`);
  if (bytes.length !== FIXED + HEADER_LENGTH * count) {
    throw new FormatError(`headers: ${bytes.length} bytes do not hold ${count} headers`);
  }
  const startHeight = reader.u32();
  if (startHeight + count - 1 > UINT32_MAX) throw new FormatError('headers: height above uint32');
  return {
    startHeight,
    count,
    read: () => new CopiedHeaders(bytes.slice(FIXED)),
    last: () => (count === 0 ? undefined : bytes.slice(-HEADER_LENGTH)),
  };
}

class CopiedHeaders implements HeaderList {
  readonly length: number;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.length = bytes.length / HEADER_LENGTH;
  }

  at(index: number): Uint8Array | undefined {
    if (index >= this.length) return undefined;
    return this.#bytes.subarray(index * HEADER_LENGTH, (index + 1) * HEADER_LENGTH);
  }
}

/** @throws FormatError on malformed bytes. */
export function decodeHeaders(bytes: Uint8Array): HeadersMessage {
  const view = viewHeaders(bytes);
  const list = view.read();
  const headers: Uint8Array[] = [];
  for (let i = 0; i < view.count; i++) headers.push(list.at(i)!);
  return { startHeight: view.startHeight, headers };
}
