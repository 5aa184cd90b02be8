/**
 * A board's word on a transaction, signed with the board's own key: BIP340 over a tagged hash that names the network,
 * the device, the transaction and the tip that the board had verified, so that no verdict can pass for another.
 * @module
 */
import { asciiToBytes, assertInteger, assertLength, assertU32 } from './bytes.js';
import type { Curve } from './curve.js';
import { taggedHash } from './hash.js';

/** The number of a verdict is its place: in what is signed, and in the message. */
export const VERDICT_NUMBERS = ['valid', 'invalid', 'not-judged'] as const;
export type Verdict = (typeof VERDICT_NUMBERS)[number];

const TAG = 'mite/verdict/1';
/** Bytes of a name: its length is signed as one byte; network and device names are far shorter. */
const MAX_NAME = 64;
/** A random number is no secret key in one of 2^127 cases: needing more tries than this means that it is not random. */
const KEY_ATTEMPTS = 16;

export interface Statement {
  /** Name of the network, printable ASCII, 1 to 64 characters. */
  readonly network: string;
  /** The device's id, likewise. */
  readonly device: string;
  /** 32 bytes each, internal order. */
  readonly txid: Uint8Array;
  readonly wtxid: Uint8Array;
  readonly verdict: Verdict;
  /** The tip that the board had verified: 32 bytes, internal order; its height, uint32. */
  readonly tipHash: Uint8Array;
  readonly tipHeight: number;
}

/**
 * What is signed, 32 bytes: the tagged hash (BIP340) of one byte length + network, one byte length + device, txid,
 * wtxid, one byte verdict, tip hash, tip height (uint32, little-endian).
 * @throws RangeError | TypeError on a field outside its bounds
 */
export function verdictHash(statement: Statement): Uint8Array {
  const { txid, wtxid, tipHash, tipHeight } = statement;
  const network = name(statement.network, 'network');
  const device = name(statement.device, 'device');
  const verdict = VERDICT_NUMBERS.indexOf(statement.verdict);
  assertInteger(verdict, 0, VERDICT_NUMBERS.length - 1, 'verdict');
  assertLength(txid, 32, 'txid');
  assertLength(wtxid, 32, 'wtxid');
  assertLength(tipHash, 32, 'tipHash');
  assertU32(tipHeight, 'tipHeight');
  const bytes = new Uint8Array(2 + network.length + device.length + 101);
  let at = 0;
  const put = (part: Uint8Array): void => {
    bytes.set(part, at);
    at += part.length;
  };
  for (const part of [network, device]) {
    bytes[at++] = part.length;
    put(part);
  }
  put(txid);
  put(wtxid);
  bytes[at++] = verdict;
  put(tipHash);
  for (let shift = 0; shift < 32; shift += 8) bytes[at++] = tipHeight >>> shift;
  return taggedHash(TAG, bytes);
}

function name(text: string, what: string): Uint8Array {
  const bytes = asciiToBytes(text);
  assertInteger(bytes.length, 1, MAX_NAME, `${what}: its length`);
  return bytes;
}

/**
 * Signs a statement.
 * @param secret the board's key, 32 bytes, as {@link newKey} makes it
 * @param random gives that many random bytes
 * @returns the signature, 64 bytes
 */
export function attest(
  statement: Statement,
  secret: Uint8Array,
  random: (length: number) => Uint8Array,
  curve: Curve,
): Uint8Array {
  return curve.signSchnorr(verdictHash(statement), secret, random(32));
}

/**
 * Whether this key signed this statement. False also for a statement that no board could have made.
 * @param signature 64 bytes
 * @param publicKey the board's, x-only, 32 bytes
 */
export function checkAttestation(
  statement: Statement,
  signature: Uint8Array,
  publicKey: Uint8Array,
  curve: Curve,
): boolean {
  let hash: Uint8Array;
  try {
    hash = verdictHash(statement);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return false;
    throw error;
  }
  return curve.verifySchnorr(signature, hash, publicKey);
}

/**
 * A new secret key, 32 bytes.
 * @param random gives that many unpredictable bytes
 * @throws Error when it never gives a valid key
 */
export function newKey(random: (length: number) => Uint8Array, curve: Curve): Uint8Array {
  for (let attempt = 0; attempt < KEY_ATTEMPTS; attempt++) {
    const secret = random(32);
    if (curve.publicKey(secret) !== undefined) return secret;
  }
  throw new Error('no key: the random numbers are none');
}
