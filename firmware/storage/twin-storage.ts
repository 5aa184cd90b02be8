/**
 * A record in two copies, so that a power cut while one is written leaves the other. Each copy, little-endian:
 *
 *   0  2  magic "A2"
 *   2  4  sequence number; the newer copy's is one more, modulo 2^32
 *   6  2  length n of the record, 1..8000
 *   8  n  the record
 *  8+n 4  CRC-32 (ISO-HDLC) of everything before
 *
 * An incomplete copy counts as absent. The copy that is read is never the one written next.
 */

import { crc32 } from '../domain/crc32.js';
import type { SettingsStorage } from '../ports/platform.js';
import { wrote } from './writes.js';

export type SlotNumber = 0 | 1;

/** Where the copies are. */
export interface Slots {
  /** Undefined when nothing was written yet. @throws Error when it cannot be read. */
  read(slot: SlotNumber): Uint8Array | undefined;
  /** Durable on return. @throws Error; the slot may then hold anything. */
  write(slot: SlotNumber, bytes: Uint8Array): void;
}

const HEAD = 8;
const TAIL = 4;
export const MAX_TWIN_RECORD = 8000;

interface Copy {
  readonly slot: SlotNumber;
  readonly sequence: number;
  readonly record: Uint8Array;
}

/** @throws RangeError unless the record has 1 to 8000 bytes. */
export function encodeCopy(sequence: number, record: Uint8Array): Uint8Array {
  if (record.length < 1 || record.length > MAX_TWIN_RECORD) throw new RangeError('record of 1 to 8000 bytes');
  const bytes = new Uint8Array(HEAD + record.length + TAIL);
  const view = new DataView(bytes.buffer);
  bytes[0] = 0x41;
  bytes[1] = 0x32;
  view.setUint32(2, sequence, true);
  view.setUint16(6, record.length, true);
  bytes.set(record, HEAD);
  view.setUint32(HEAD + record.length, crc32(bytes, HEAD + record.length), true);
  return bytes;
}

/** Whether it begins as a copy does, whole or not. */
export function isFramed(bytes: Uint8Array): boolean {
  return bytes[0] === 0x41 && bytes[1] === 0x32;
}

/** Never throws. Undefined when it is not a whole copy. */
export function decodeCopy(
  bytes: Uint8Array,
): { readonly sequence: number; readonly record: Uint8Array } | undefined {
  if (bytes.length < HEAD + 1 + TAIL || !isFramed(bytes)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const length = view.getUint16(6, true);
  if (length > MAX_TWIN_RECORD || HEAD + length + TAIL !== bytes.length) return undefined;
  if (view.getUint32(HEAD + length, true) !== crc32(bytes, HEAD + length)) return undefined;
  return { sequence: view.getUint32(2, true), record: bytes.slice(HEAD, HEAD + length) };
}

/** One record over two slots, as the platform's storage. */
export class TwinStorage implements SettingsStorage {
  readonly #slots: Slots;

  constructor(slots: Slots) {
    this.#slots = slots;
  }

  load(): Uint8Array | undefined {
    const { newest, problem } = this.#newest();
    // Written once but unreadable now: not the same as absent.
    if (newest === undefined && problem !== undefined) throw problem;
    return newest?.record;
  }

  save(record: Uint8Array): void {
    const { newest } = this.#newest();
    const slot = newest?.slot === 0 ? 1 : 0;
    this.#slots.write(slot, encodeCopy(newest === undefined ? 0 : (newest.sequence + 1) >>> 0, record));
    wrote();
  }

  #newest(): { newest: Copy | undefined; problem: Error | undefined } {
    let newest: Copy | undefined;
    let problem: Error | undefined;
    for (const slot of [0, 1] as const) {
      try {
        const bytes = this.#slots.read(slot);
        if (bytes === undefined) continue;
        const copy = decodeCopy(bytes);
        if (copy === undefined) problem ??= new Error('damaged record');
        else if (newest === undefined || isNewer(copy.sequence, newest.sequence)) newest = { slot, ...copy };
      } catch (error) {
        problem = error instanceof Error ? error : new Error('unreadable');
      }
    }
    return { newest, problem };
  }
}

/** Modulo 2^32. */
function isNewer(a: number, b: number): boolean {
  return ((a - b) | 0) > 0;
}
