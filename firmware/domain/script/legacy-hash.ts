/**
 * The hash that signatures sign outside of witness programs (SignatureHash of Bitcoin Core, script/interpreter.cpp): the
 * transaction with every other input's script left out, hashed anew for each signature.
 * @module
 */

import { Cursor, type TransactionView } from '../transaction-view.js';
import type { HashMessage } from './hash-message.js';
import {
  HASH_ANYONECANPAY,
  HASH_NONE,
  HASH_SINGLE,
  type InputPlace,
  type ScriptCode,
} from './input-place.js';
import { OP_CODESEPARATOR, ScriptReader } from './opcodes.js';

/**
 * @param code what is executed, from the last CODESEPARATOR on; FindAndDelete has been done
 * @param hashType 32 bits, as they are hashed
 * @param message is written over
 * @returns 32 bytes
 */
export function legacyHash(
  view: TransactionView,
  place: InputPlace,
  code: ScriptCode,
  hashType: number,
  message: HashMessage,
): Uint8Array {
  const { bytes, start, end, inputs, inputCount, outputs, outputsEnd, outputCount } = view;
  const base = hashType & 0x1f;
  // The first version's mistake, kept ever since: without an output to sign, the number 1 is signed.
  if (base === HASH_SINGLE && place.output < 0) {
    const one = new Uint8Array(32);
    one[0] = 1;
    return one;
  }
  message.begin().put(bytes, start, 4);
  if (hashType & HASH_ANYONECANPAY) {
    message.compact(1).put(bytes, place.outpoint, 36);
    putCode(message, code);
    message.put(bytes, place.sequence, 4);
  } else {
    const leavesSequences = base === HASH_NONE || base === HASH_SINGLE;
    const cursor = new Cursor(bytes, inputs);
    message.compact(inputCount);
    for (let i = 0; i < inputCount; i++) {
      message.put(bytes, cursor.skip(36), 36);
      cursor.block();
      if (i === place.index) putCode(message, code);
      else message.compact(0);
      const sequence = cursor.skip(4);
      if (leavesSequences && i !== place.index) message.u32(0);
      else message.put(bytes, sequence, 4);
    }
  }
  if (base === HASH_NONE) message.compact(0);
  else if (base === HASH_SINGLE) {
    message.compact(place.index + 1);
    // The outputs before it: a value of -1 and no script.
    for (let i = 0; i < place.index; i++) message.fill(0xff, 8).byte(0);
    message.put(bytes, place.output, place.outputEnd - place.output);
  } else message.compact(outputCount).put(bytes, outputs, outputsEnd - outputs);
  return message
    .put(bytes, end - 4, 4)
    .u32(hashType)
    .sha256d();
}

/** The script code with its length, without CODESEPARATORs. */
function putCode(message: HashMessage, { bytes, start, end }: ScriptCode): void {
  let separators = 0;
  const counting = new ScriptReader(bytes, start, end);
  while (counting.next()) if (counting.op === OP_CODESEPARATOR) separators++;
  message.compact(end - start - separators);
  let from = start;
  const reader = new ScriptReader(bytes, start, end);
  while (separators > 0 && reader.next()) {
    if (reader.op !== OP_CODESEPARATOR) continue;
    message.put(bytes, from, reader.at - 1 - from);
    from = reader.at;
  }
  message.put(bytes, from, end - from);
}

/**
 * FindAndDelete of Bitcoin Core: the script code without the pushes of a signature, which cannot sign itself.
 * @param signature without the push
 * @returns the same value when there is none
 */
export function withoutSignature(code: ScriptCode, signature: Uint8Array): ScriptCode {
  const { bytes, start, end } = code;
  const push = pushOf(signature);
  let kept: Uint8Array | undefined;
  let length = 0;
  let from = start;
  const reader = new ScriptReader(bytes, start, end);
  do {
    let to = reader.at;
    const found = to;
    while (to + push.length <= end && matches(bytes, to, push)) to += push.length;
    if (to === found) continue;
    kept ??= new Uint8Array(end - start);
    kept.set(bytes.subarray(from, found), length);
    length += found - from;
    from = to;
    reader.at = to;
  } while (reader.next());
  if (kept === undefined) return code;
  kept.set(bytes.subarray(from, end), length);
  return { bytes: kept, start: 0, end: length + end - from };
}

/** A push as Bitcoin Core writes it (CScript::operator<<), which is not the shortest for single small bytes. */
function pushOf(data: Uint8Array): Uint8Array {
  const length = data.length;
  const head = length < 0x4c ? 1 : length <= 0xff ? 2 : 3;
  const push = new Uint8Array(head + length);
  if (head === 1) push[0] = length;
  else {
    push[0] = head === 2 ? 0x4c : 0x4d;
    push[1] = length & 0xff;
    if (head === 3) push[2] = length >>> 8;
  }
  push.set(data, head);
  return push;
}

function matches(bytes: Uint8Array, at: number, part: Uint8Array): boolean {
  for (let i = 0; i < part.length; i++) if (bytes[at + i] !== part[i]) return false;
  return true;
}
