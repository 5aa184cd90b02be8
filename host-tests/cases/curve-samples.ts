/** Signatures to try a curve on, made with the curve itself. @module */
import { bytesToHex, concatBytes, equalBytes, hexToBytes } from '../../firmware/domain/bytes.js';
import type { Curve } from '../../firmware/domain/curve.js';
import { sha256 } from '../../firmware/domain/hash.js';
import { mutate, type Random } from './random.js';

/** The group's order, and the field's. */
export const N = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
export const P = 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2fn;

export interface Signed {
  readonly kind: 'ecdsa' | 'schnorr';
  readonly signature: Uint8Array;
  /** The hash of ECDSA, the message of BIP340. */
  readonly message: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** 32 bytes, big-endian. */
export function scalar(value: bigint): Uint8Array {
  return hexToBytes(value.toString(16).padStart(64, '0'));
}

export function toBigint(bytes: Uint8Array): bigint {
  return BigInt(`0x${bytesToHex(bytes)}`);
}

const modulo = (value: bigint): bigint => ((value % N) + N) % N;

function inverse(value: bigint): bigint {
  let [a, b, x, y] = [modulo(value), N, 1n, 0n];
  while (a > 1n) {
    const quotient = b / a;
    [a, b, x, y] = [b % a, a, y - quotient * x, x];
  }
  return modulo(x);
}

function challenge(r: Uint8Array, key: Uint8Array, message: Uint8Array): bigint {
  const tag = sha256(Uint8Array.from('BIP0340/challenge', character => character.charCodeAt(0)));
  return modulo(toBigint(sha256(concatBytes(tag, tag, r, key, message))));
}

export function schnorrSample(curve: Curve, random: Random): Signed {
  const secret = random.bytes(32);
  const message = random.bytes(32);
  return {
    kind: 'schnorr',
    signature: curve.signSchnorr(message, secret, random.bytes(32)),
    message,
    publicKey: curve.publicKey(secret)!,
  };
}

/**
 * The ECDSA signature, low s, that a BIP340 signature holds: R = sG - eP is what ECDSA computes too for the hash
 * s·s' and s' = -r/e.
 */
export function asEcdsa(schnorr: Signed): Signed {
  const r = schnorr.signature.subarray(0, 32);
  const s = toBigint(schnorr.signature.subarray(32));
  const e = challenge(r, schnorr.publicKey, schnorr.message);
  const other = modulo(-toBigint(r) * inverse(e));
  return {
    kind: 'ecdsa',
    signature: concatBytes(r, scalar(other > N / 2n ? N - other : other)),
    message: scalar(modulo(s * other)),
    publicKey: concatBytes(Uint8Array.of(2), schnorr.publicKey),
  };
}

export function verdict(curve: Curve, { kind, signature, message, publicKey }: Signed): boolean {
  return kind === 'ecdsa'
    ? curve.verifyEcdsa(signature, message, publicKey)
    : curve.verifySchnorr(signature, message, publicKey);
}

/** One bit, one byte or one length somewhere, or a number in place of r, s, hash or x that a check may forget. */
export function spoilt(random: Random, sample: Signed): Signed {
  const part = random.pick(['signature', 'signature', 'message', 'publicKey'] as const);
  const bytes = sample[part].slice();
  const way = random.below(8);
  if (way === 0) return { ...sample, [part]: mutate(random, bytes) };
  if (way < 4) {
    const bit = random.below(8 * bytes.length);
    bytes[bit >> 3]! ^= 1 << (bit & 7);
    return { ...sample, [part]: bytes };
  }
  const at = part === 'signature' ? 32 * random.below(2) : bytes.length - 32;
  const now = toBigint(bytes.subarray(at, at + 32));
  const value = random.pick([
    0n,
    1n,
    N - 1n,
    N,
    N + 1n,
    P - N,
    P - 1n,
    P,
    (1n << 256n) - 1n,
    now + N,
    now ^ 1n,
  ]);
  bytes.set(scalar(random.below(4) === 0 ? modulo(-now) : value & ((1n << 256n) - 1n)), at);
  return { ...sample, [part]: bytes };
}

/** Is it unchanged? What {@link spoilt} did may have had no effect. */
export function unchanged(a: Signed, b: Signed): boolean {
  return (
    equalBytes(a.signature, b.signature) &&
    equalBytes(a.message, b.message) &&
    equalBytes(a.publicKey, b.publicKey)
  );
}
