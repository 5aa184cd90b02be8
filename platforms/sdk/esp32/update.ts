/** A chip's two image slots: ESP-IDF's OTA partitions, with the bootloader's rollback. */
import type { UpdatePort } from '../../../firmware/ports/platform.js';
import { TwinStorage } from '../../../firmware/storage/twin-storage.js';
import { RecordSlots } from './storage.js';

// biome-ignore lint/suspicious/noExplicitAny: natives check their arguments themselves
declare function native(name: string): (this: unknown, ...args: any[]) => any;

function capacity(this: unknown): number {
  return native('xs_mite_esp32_update_capacity').call(this);
}

function trial(this: unknown): boolean {
  return native('xs_mite_esp32_update_trial').call(this);
}

function begin(this: unknown, size: number): void {
  native('xs_mite_esp32_update_begin').call(this, size);
}

function write(this: unknown, bytes: Uint8Array): void {
  native('xs_mite_esp32_update_write').call(this, bytes);
}

function digest(this: unknown, size: number): ArrayBuffer {
  return native('xs_mite_esp32_update_digest').call(this, size);
}

function activate(this: unknown): void {
  native('xs_mite_esp32_update_activate').call(this);
}

function confirm(this: unknown): void {
  native('xs_mite_esp32_update_confirm').call(this);
}

function rollback(this: unknown): void {
  native('xs_mite_esp32_update_rollback').call(this);
}

/** Undefined on a chip whose partition table has no second slot. */
export function openUpdate(): UpdatePort | undefined {
  const room = capacity();
  if (room === 0) return undefined;
  return {
    capacity: room,
    trial: trial(),
    notes: new TwinStorage(new RecordSlots('update')),
    begin: size => begin(size),
    write: bytes => write(bytes),
    digest: size => new Uint8Array(digest(size)),
    activate: () => activate(),
    confirm: () => confirm(),
    rollback: () => rollback(),
  };
}
