/**
 * The board's signing key: a record (CRC and magic as in storage/record.ts, but of bytes) that is written once and never shown.
 *
 *   0  4  magic "MTK1"
 *   4 32  the secret, big-endian, 1..n-1 of secp256k1
 *  36  4  CRC-32 (ISO-HDLC) of everything before
 */
import { newKey } from '../../domain/attestation.js';
import { crc32 } from '../../domain/crc32.js';
import type { Curve } from '../../domain/curve.js';
import type { SettingsStorage } from '../../ports/platform.js';

const LENGTH = 40;
const MAGIC = [0x4d, 0x54, 0x4b, 0x31];

export interface BoardKey {
  readonly secret: Uint8Array;
  /** x-only, 32 bytes */
  readonly publicKey: Uint8Array;
}

function encodeKey(secret: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(LENGTH);
  bytes.set(MAGIC);
  bytes.set(secret, 4);
  new DataView(bytes.buffer).setUint32(36, crc32(bytes, 36), true);
  return bytes;
}

function decodeKey(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length !== LENGTH || MAGIC.some((byte, i) => bytes[i] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, LENGTH);
  return view.getUint32(36, true) === crc32(bytes, 36) ? bytes.slice(4, 36) : undefined;
}

/**
 * The stored key, or on the first boot a new one, stored before it is used.
 * @throws Error when the record exists but cannot be read, or a new key cannot be stored or drawn: a lost key is never
 * replaced silently, since the node knows the board by it.
 */
export function openKey(
  storage: SettingsStorage,
  curve: Curve,
  random: (count: number) => Uint8Array,
): BoardKey {
  const stored = storage.load();
  if (stored !== undefined) {
    const secret = decodeKey(stored);
    const publicKey = secret && curve.publicKey(secret);
    if (secret === undefined || publicKey === undefined) throw new Error('the record of the key is damaged');
    return { secret, publicKey };
  }
  const secret = newKey(random, curve);
  const publicKey = curve.publicKey(secret);
  if (publicKey === undefined) throw new Error('no key');
  storage.save(encodeKey(secret));
  return { secret, publicKey };
}
