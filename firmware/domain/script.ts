/**
 * The few pieces of script that a coinbase needs. Verifying spends is the ledger's business.
 * @module
 */
import { assertBytes, assertInteger, assertLength, copyBytes, FormatError } from './bytes.js';

/** MAX_SCRIPT_ELEMENT_SIZE of Bitcoin Core, script.h. */
export const MAX_PUSH = 520;

const OP_RETURN = 0x6a;
const OP_PUSHDATA1 = 0x4c;
const OP_PUSHDATA2 = 0x4d;
const OP_1 = 0x51;

/** BIP141: OP_RETURN, a push of 36 bytes, and the header of the commitment. */
const WITNESS_COMMITMENT_PREFIX = Uint8Array.of(OP_RETURN, 0x24, 0xaa, 0x21, 0xa9, 0xed);

/** The script that pushes `data` (0..520 bytes) with the shortest length prefix. */
export function pushData(data: Uint8Array): Uint8Array {
  assertBytes(data, 'push');
  const length = data.length;
  if (length > MAX_PUSH) throw new RangeError(`push of ${length} bytes`);
  const head =
    length < OP_PUSHDATA1
      ? [length]
      : length <= 0xff
        ? [OP_PUSHDATA1, length]
        : [OP_PUSHDATA2, length & 0xff, length >>> 8];
  const script = new Uint8Array(head.length + length);
  script.set(head);
  script.set(data, head.length);
  return script;
}

/**
 * The push of a block's height that BIP34 requires at the start of the coinbase's scriptSig, in the form
 * Bitcoin Core checks for (`CScript() << nHeight`): OP_0, OP_1..OP_16, otherwise a minimal script number.
 * @param height 0..2^31-1
 */
export function heightPush(height: number): Uint8Array {
  assertInteger(height, 0, 0x7fffffff, 'height');
  if (height === 0) return Uint8Array.of(0);
  if (height <= 16) return Uint8Array.of(OP_1 - 1 + height);
  const bytes: number[] = [];
  for (let rest = height; rest !== 0; rest >>>= 8) bytes.push(rest & 0xff);
  // The top bit is the sign.
  if (bytes[bytes.length - 1]! & 0x80) bytes.push(0);
  return Uint8Array.of(bytes.length, ...bytes);
}

/**
 * The height that a coinbase's scriptSig starts with (BIP34), and where the rest of the script begins.
 * @throws FormatError when there is none or it is not in the form of {@link heightPush}
 */
export function readHeightPush(scriptSig: Uint8Array): { height: number; length: number } {
  const first = scriptSig[0];
  if (first === undefined) throw new FormatError('scriptSig without a height');
  if (first === 0) return { height: 0, length: 1 };
  if (first >= OP_1 && first <= OP_1 + 15) return { height: first - OP_1 + 1, length: 1 };
  if (first > 5 || scriptSig.length < 1 + first) throw new FormatError('scriptSig without a height');
  let height = 0;
  for (let i = first; i >= 1; i--) height = height * 256 + scriptSig[i]!;
  if (height > 0x7fffffff) throw new FormatError('height is negative or too large');
  const canonical = heightPush(height);
  for (let i = 0; i <= first; i++)
    if (canonical[i] !== scriptSig[i]) throw new FormatError('height is not in its shortest form');
  return { height, length: 1 + first };
}

/** The output script that carries a witness commitment of 32 bytes (BIP141, "Commitment structure"). */
export function witnessCommitmentScript(commitment: Uint8Array): Uint8Array {
  assertLength(commitment, 32, 'witness commitment');
  const script = new Uint8Array(38);
  script.set(WITNESS_COMMITMENT_PREFIX);
  script.set(commitment, 6);
  return script;
}

/** The commitment in such a script, or undefined when it is another kind of script. Longer ones count. */
export function readWitnessCommitment(script: Uint8Array): Uint8Array | undefined {
  if (script.length < 38) return undefined;
  for (let i = 0; i < 6; i++) if (script[i] !== WITNESS_COMMITMENT_PREFIX[i]) return undefined;
  return copyBytes(script, 6, 38);
}
