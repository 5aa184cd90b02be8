/**
 * SHA-256 (FIPS 180-4) and the double SHA-256 that Bitcoin hashes headers and transactions with.
 * Pure script: on a board this is the code that checks the native kernel, so it shares nothing with it.
 * @module
 */
import { sha256 } from '@noble/hashes/sha2.js';

export { sha256 };

/** SHA-256 of SHA-256: 32 bytes in internal order. */
export function sha256d(bytes: Uint8Array): Uint8Array {
  return sha256(sha256(bytes));
}

/** {@link sha256d} of the parts joined, without joining them. */
export function sha256dOfParts(...parts: Uint8Array[]): Uint8Array {
  const state = sha256.create();
  for (const part of parts) state.update(part);
  return sha256(state.digest());
}
