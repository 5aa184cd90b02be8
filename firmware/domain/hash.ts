/**
 * SHA-256 (FIPS 180-4) and the double SHA-256 that Bitcoin hashes headers and transactions with. Script by default; a
 * board gives its native one for merkle roots and transactions, where script costs most of a job switch.
 * @module
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { equalBytes } from './bytes.js';

export { sha256 };

/**
 * SHA-256 of SHA-256 in script: 32 bytes in internal order. Checks what the native kernel claims, so it shares
 * nothing with it.
 */
export function sha256dInScript(bytes: Uint8Array): Uint8Array {
  return sha256(sha256(bytes));
}

/** Not the script at first: where modules are preloaded, a variable that holds a function then is a constant. */
let implementation: ((bytes: Uint8Array) => Uint8Array) | undefined;

/** SHA-256 of SHA-256: 32 bytes in internal order. */
export function sha256d(bytes: Uint8Array): Uint8Array {
  return implementation === undefined ? sha256dInScript(bytes) : implementation(bytes);
}

/**
 * Turns {@link sha256d} to another implementation.
 * @returns false, and nothing changes, when it disagrees with the script around the block and padding edges.
 */
export function useSha256d(other: (bytes: Uint8Array) => Uint8Array): boolean {
  for (const length of [0, 55, 56, 64, 80, 119, 128]) {
    const bytes = new Uint8Array(length).fill(0xa5);
    if (!equalBytes(other(bytes), sha256dInScript(bytes))) return false;
  }
  implementation = other;
  return true;
}

/** {@link sha256d} of the parts joined. */
export function sha256dOfParts(...parts: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return sha256d(joined);
}
