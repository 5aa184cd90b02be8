/** What an emulated board has stored. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TwinStorage } from '../../firmware/storage/twin-storage.js';

/** The file of a slot. */
export function slotFile(directory: string, name: string, slot: 0 | 1): string {
  return join(directory, slot === 0 ? `${name}.bin` : `${name}.2.bin`);
}

/** The newer copy of the record `name`; undefined when there is none. @throws Error when none is whole. */
export function storedRecord(directory: string, name: string): Buffer | undefined {
  const copies = new TwinStorage({
    read(slot) {
      const file = slotFile(directory, name, slot);
      return existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined;
    },
    write() {
      throw new Error('not a board');
    },
  });
  const record = copies.load();
  return record && Buffer.from(record);
}
