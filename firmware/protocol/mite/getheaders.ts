/** getheaders (type 6), board to node: answered with a headers message whose `startHeight` is `from`. */
import { assertInteger, FormatError } from '../../domain/bytes.js';
import { beginMessage, openMessage } from './binary.js';
import { MAX_HEADERS, UINT32_MAX } from './limits.js';

export const GETHEADERS_LENGTH = 8;

export interface GetHeaders {
  /** Height of the first header wanted, uint32. */
  readonly from: number;
  /** Headers wanted at most, 1 to 64; the height of the last fits a uint32. */
  readonly count: number;
}

/** @throws RangeError | TypeError on a field outside its bounds. */
export function encodeGetHeaders({ from, count }: GetHeaders): Uint8Array {
  assertInteger(count, 1, MAX_HEADERS, 'getheaders.count');
  assertInteger(from, 0, UINT32_MAX - count + 1, 'getheaders.from');
  return beginMessage('getheaders').u16(count).u32(from).toBytes();
}

/** @throws FormatError on malformed bytes. */
export function decodeGetHeaders(bytes: Uint8Array): GetHeaders {
  const reader = openMessage(bytes, 'getheaders', GETHEADERS_LENGTH, GETHEADERS_LENGTH);
  const count = reader.u16();
  if (count < 1 || count > MAX_HEADERS) throw new FormatError(`getheaders: ${count} headers`);
  const from = reader.u32();
  if (from + count - 1 > UINT32_MAX) throw new FormatError('getheaders: height above uint32');
  return { from, count };
}
