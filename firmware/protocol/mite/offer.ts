/** offer (type 7), node to board: a pending transaction and the outputs that it spends, to be judged. */
import { assertBytes, assertU32, ByteReader, ByteWriter, FormatError } from '../../domain/bytes.js';
import { MAX_PUSH } from '../../domain/script.js';
import type { TxOutput } from '../../domain/transaction.js';
import { assertField, beginMessage, openMessage, viewField } from './binary.js';
import { MAX_OFFER } from './limits.js';

/** Version, type, count of inputs, id. */
const FIXED = 8;
/** Value and length of a script. */
const OUTPUT_FIXED = 10;
/** A script of an offered output, in bytes. */
export const MAX_OFFERED_SCRIPT = MAX_PUSH;

export const OFFER_MIN_LENGTH = FIXED + OUTPUT_FIXED + 2 + 1;

export interface Offer {
  /** uint32, chosen by the node; the verdict repeats it. */
  readonly id: number;
  /**
   * The outputs spent, in the order of the inputs, at least one: value (8 bytes), length of the script (2 bytes, at
   * most 520), script. {@link packSpent} makes them.
   */
  readonly spent: Uint8Array;
  /** The transaction, serialised with its witness; not looked at here. */
  readonly raw: Uint8Array;
}

/** Outputs in the form of {@link Offer.spent}. @throws RangeError when a script is longer than 520 bytes */
export function packSpent(outputs: readonly TxOutput[]): Uint8Array {
  const writer = new ByteWriter(64);
  for (const { value, script } of outputs) {
    assertField(script, 0, MAX_OFFERED_SCRIPT, 'offer.script');
    writer.u64(value).u16(script.length).bytes(script);
  }
  return writer.toBytes();
}

/** Whether an offer fits into a message: no board can judge a larger one. */
export function offerFits(spentLength: number, rawLength: number): boolean {
  return FIXED + spentLength + 2 + rawLength <= MAX_OFFER;
}

/** @throws RangeError | TypeError on a field outside its bounds, or an offer that {@link offerFits} refuses. */
export function encodeOffer({ id, spent, raw }: Offer): Uint8Array {
  assertU32(id, 'offer.id');
  assertBytes(spent, 'offer.spent');
  assertField(raw, 1, MAX_OFFER, 'offer.raw');
  if (!offerFits(spent.length, raw.length)) throw new RangeError('offer: too large');
  const writer = beginMessage('offer');
  writer.u16(countOf(spent));
  writer.u32(id);
  writer.bytes(spent);
  writer.u16(raw.length);
  writer.bytes(raw);
  return writer.toBytes();
}

function countOf(spent: Uint8Array): number {
  const reader = new ByteReader(spent);
  let count = 0;
  try {
    for (; reader.remaining > 0; count++) skipOutput(reader);
  } catch (error) {
    throw new RangeError(error instanceof FormatError ? error.message : 'offer.spent');
  }
  if (count === 0) throw new RangeError('offer: no output is spent');
  return count;
}

function skipOutput(reader: ByteReader): void {
  reader.view(8);
  const length = reader.u16();
  if (length > MAX_OFFERED_SCRIPT) throw new FormatError(`offer: a script of ${length} bytes`);
  reader.view(length);
}

/** An offer message not copied yet. Valid as long as the message's bytes are, that is, during the call that gave it. */
export interface OfferView {
  copy(): Offer;
}

/**
 * Only the lengths are checked: the judge decides about the content.
 * @throws FormatError on malformed bytes.
 */
export function viewOffer(bytes: Uint8Array): OfferView {
  const reader = openMessage(bytes, 'offer', OFFER_MIN_LENGTH, MAX_OFFER);
  const count = reader.u16();
  if (count === 0) throw new FormatError('offer: no output is spent');
  if (count * OUTPUT_FIXED > reader.remaining) throw new FormatError(`offer: ${count} outputs`);
  const id = reader.u32();
  const start = reader.offset;
  for (let i = 0; i < count; i++) skipOutput(reader);
  const spent = bytes.subarray(start, reader.offset);
  const raw = viewField(reader, reader.u16(), 1, MAX_OFFER, 'offer.raw');
  reader.end();
  return { copy: () => ({ id, spent: new Uint8Array(spent), raw: new Uint8Array(raw) }) };
}

/** An offer; its byte fields are copies. @throws FormatError like {@link viewOffer} */
export function decodeOffer(bytes: Uint8Array): Offer {
  return viewOffer(bytes).copy();
}
