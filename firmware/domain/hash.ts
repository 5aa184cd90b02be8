/**
 * SHA-256 (FIPS 180-4) and the double SHA-256 that Bitcoin hashes headers and transactions with. Script by default; a
 * board gives its native ones for merkle roots and transactions, where script costs most of a job switch.
 * @module
 */
import { sha256 as sha256InScript } from '@noble/hashes/sha2.js';
import { asciiToBytes, equalBytes } from './bytes.js';

/**
 * SHA-256 of SHA-256 in script: 32 bytes in internal order. It checks what the native kernel claims, so it shares
 * nothing with it.
 */
export function sha256dInScript(bytes: Uint8Array): Uint8Array {
  return sha256InScript(sha256InScript(bytes));
}

/**
 * Not set to the script version here: where modules are preloaded, a variable that already holds a function is
 * constant.
 */
let implementation: ((bytes: Uint8Array) => Uint8Array) | undefined;
let single: ((bytes: Uint8Array) => Uint8Array) | undefined;

/** SHA-256: 32 bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return single === undefined ? sha256InScript(bytes) : single(bytes);
}

/** SHA-256 of SHA-256: 32 bytes in internal order. */
export function sha256d(bytes: Uint8Array): Uint8Array {
  return implementation === undefined ? sha256dInScript(bytes) : implementation(bytes);
}

/**
 * Switches {@link sha256d} to another implementation.
 * @returns false, and nothing changes, when it disagrees with the script around the block and padding edges.
 */
export function useSha256d(other: (bytes: Uint8Array) => Uint8Array): boolean {
  if (!agrees(other, sha256dInScript)) return false;
  implementation = other;
  return true;
}

/** {@link useSha256d} for {@link sha256}. */
export function useSha256(other: (bytes: Uint8Array) => Uint8Array): boolean {
  if (!agrees(other, sha256InScript)) return false;
  single = other;
  return true;
}

function agrees(
  other: (bytes: Uint8Array) => Uint8Array,
  script: (bytes: Uint8Array) => Uint8Array,
): boolean {
  for (const length of [0, 55, 56, 64, 80, 119, 128]) {
    const bytes = new Uint8Array(length).fill(0xa5);
    if (!equalBytes(other(bytes), script(bytes))) return false;
  }
  return true;
}

/**
 * BIP340's tagged hash: SHA-256 of the tag's hash twice and the message.
 * @param tag printable ASCII
 */
export function taggedHash(tag: string, message: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(64 + message.length);
  const prefix = sha256(asciiToBytes(tag));
  bytes.set(prefix);
  bytes.set(prefix, 32);
  bytes.set(message, 64);
  return sha256(bytes);
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
