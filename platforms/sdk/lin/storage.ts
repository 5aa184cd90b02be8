/** Where records are kept on Linux: files in the directory MITE_DATA, two each. */
import type { Slots } from '../../../firmware/storage/twin-storage.js';

// biome-ignore lint/suspicious/noExplicitAny: natives check their arguments themselves
declare function native(name: string): (this: unknown, ...args: any[]) => any;

function get(this: unknown, name: string, slot: number): ArrayBuffer | undefined {
  return native('xs_mite_lin_storage_read').call(this, name, slot);
}

function put(this: unknown, name: string, slot: number, bytes: Uint8Array): void {
  native('xs_mite_lin_storage_write').call(this, name, slot, bytes);
}

/** The two slots of one record. */
export class RecordSlots implements Slots {
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  /** Undefined when nothing was written yet. @throws Error when it cannot be read. */
  read(slot: 0 | 1): Uint8Array | undefined {
    const bytes = get(this.#name, slot);
    return bytes && new Uint8Array(bytes);
  }

  /** On the disk on return. @throws Error */
  write(slot: 0 | 1, bytes: Uint8Array): void {
    put(this.#name, slot, bytes);
  }
}
