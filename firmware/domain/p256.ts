/**
 * ECDSA over P-256 (FIPS 186-5, section 6.4.2; SEC 1, section 4.1.4): verification only. All values are public, so
 * nothing here runs in constant time. Our own because @noble/curves' classes do not run on XS 13.3 ("get ?: not
 * initialized yet") and would take 58 KB of flash; it is the oracle of the tests, with node:crypto.
 */
import { assertLength, bytesToHex } from './bytes.js';

/** Bytes of a public key (x and y) and of a signature (r and s), each number big-endian. */
export const P256_BYTES = 64;

const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
const GX = 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n;
const GY = 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n;

/** Jacobian: the affine point is (x/z^2, y/z^3); z is 0 at infinity. Coordinates are in 0..P-1. */
interface Point {
  readonly x: bigint;
  readonly y: bigint;
  readonly z: bigint;
}

interface Affine {
  readonly x: bigint;
  readonly y: bigint;
}

function mod(value: bigint, modulus: bigint): bigint {
  const rest = value % modulus;
  return rest < 0n ? rest + modulus : rest;
}

/** Of 1..modulus-1, modulus prime: Euclid's extended algorithm. */
function inverse(value: bigint, modulus: bigint): bigint {
  let a = value;
  let b = modulus;
  let x = 1n;
  let y = 0n;
  while (a !== 0n) {
    const quotient = b / a;
    [a, b] = [b - quotient * a, a];
    [x, y] = [y - quotient * x, x];
  }
  return mod(y, modulus);
}

/** For curves with a = -3 ("dbl-2001-b" of the Explicit-Formulas Database). */
function double({ x, y, z }: Point): Point {
  const delta = (z * z) % P;
  const gamma = (y * y) % P;
  const beta = (x * gamma) % P;
  const alpha = mod(3n * (x - delta) * (x + delta), P);
  const x3 = mod(alpha * alpha - 8n * beta, P);
  const z3 = (2n * y * z) % P;
  return { x: x3, y: mod(alpha * (4n * beta - x3) - 8n * gamma * gamma, P), z: z3 };
}

/** Adds an affine point; handles every case, equal and opposite points too. */
function add(left: Point, right: Affine): Point {
  if (left.z === 0n) return { x: right.x, y: right.y, z: 1n };
  const zz = (left.z * left.z) % P;
  const h = mod(right.x * zz - left.x, P);
  const r = mod(right.y * ((zz * left.z) % P) - left.y, P);
  if (h === 0n) return r === 0n ? double(left) : { x: 1n, y: 1n, z: 0n };
  const hh = (h * h) % P;
  const hhh = (h * hh) % P;
  const v = (left.x * hh) % P;
  const x = mod(r * r - hhh - 2n * v, P);
  return { x, y: mod(r * (v - x) - left.y * hhh, P), z: (left.z * h) % P };
}

/** u1*G + u2*Q: one run over the bits of both (Shamir's trick). */
function combine(u1: bigint, u2: bigint, q: Affine): Point {
  const g = { x: GX, y: GY };
  const sum = add({ ...g, z: 1n }, q);
  let both: Affine | undefined; // undefined: G + Q is infinity
  if (sum.z !== 0n) {
    const inverted = inverse(sum.z, P);
    const square = (inverted * inverted) % P;
    both = { x: (sum.x * square) % P, y: (sum.y * ((square * inverted) % P)) % P };
  }
  const bits1 = u1.toString(2).padStart(256, '0');
  const bits2 = u2.toString(2).padStart(256, '0');
  let point: Point = { x: 1n, y: 1n, z: 0n };
  for (let i = 0; i < 256; i++) {
    if (point.z !== 0n) point = double(point);
    const first = bits1[i] === '1';
    const second = bits2[i] === '1';
    if (first && second) {
      if (both) point = add(point, both);
    } else if (first) point = add(point, g);
    else if (second) point = add(point, q);
  }
  return point;
}

function number(bytes: Uint8Array, start: number): bigint {
  return BigInt(`0x${bytesToHex(bytes.subarray(start, start + 32))}`);
}

/** True if x and y are a point on the curve. */
export function isP256Key(key: Uint8Array): boolean {
  if (key.length !== P256_BYTES) return false;
  const x = number(key, 0);
  const y = number(key, 32);
  return x < P && y < P && (y * y - (x * x * x - 3n * x + B)) % P === 0n;
}

/**
 * @param digest 32 bytes, the hash of what was signed
 * @returns false for a wrong signature, and for an invalid key or signature.
 * @throws TypeError | RangeError when an argument is not a Uint8Array of its length.
 */
export function verifyP256(key: Uint8Array, digest: Uint8Array, signature: Uint8Array): boolean {
  assertLength(key, P256_BYTES, 'key');
  assertLength(digest, 32, 'digest');
  assertLength(signature, P256_BYTES, 'signature');
  const r = number(signature, 0);
  const s = number(signature, 32);
  if (r < 1n || r >= N || s < 1n || s >= N || !isP256Key(key)) return false;
  const w = inverse(s, N);
  const point = combine((number(digest, 0) * w) % N, (r * w) % N, { x: number(key, 0), y: number(key, 32) });
  if (point.z === 0n) return false;
  // r = (x / z^2 mod P) mod N, without the division: x / z^2 is r or r + N.
  const zz = (point.z * point.z) % P;
  return (r * zz) % P === point.x || (r + N < P && ((r + N) * zz) % P === point.x);
}
