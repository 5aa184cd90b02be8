/** The chip itself. */
import type { ResetReason, SystemMemory } from '../../../firmware/ports/platform.js';

// biome-ignore lint/suspicious/noExplicitAny: natives check their arguments themselves
declare function native(name: string): (this: unknown, ...args: any[]) => any;

/** Indexed by ESP-IDF's esp_reset_reason_t. A reset by USB comes from the flashing tool, as does one by the pin. */
const REASONS: readonly ResetReason[] = Object.freeze<ResetReason[]>([
  'unknown',
  'power',
  'pin',
  'restart',
  'panic',
  'watchdog',
  'watchdog',
  'watchdog',
  'sleep',
  'brownout',
  'unknown',
  'pin',
  'pin',
  'unknown',
  'brownout',
  'panic',
]);

function fill(this: unknown, bytes: Uint8Array): void {
  native('xs_mite_esp32_random').call(this, bytes);
}

function reason(this: unknown): number {
  return native('xs_mite_esp32_reset_reason').call(this);
}

/** `count` bytes, at most 1024, from the chip's random source. */
export function random(count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  fill(bytes);
  return bytes;
}

export function resetReason(): ResetReason {
  return REASONS[reason()] ?? 'unknown';
}

/** Does not return. */
export function restart(this: unknown): void {
  native('xs_mite_esp32_restart').call(this);
}

/** In the order of xs_mite_esp32_memory; a stack that has no task yet is UNKNOWN. */
const UNKNOWN = 0xffff_ffff;

function figures(this: unknown): ArrayBuffer {
  return native('xs_mite_esp32_memory').call(this);
}

export function systemMemory(): SystemMemory {
  const [freeHeap = 0, minFreeHeap = 0, largestFree = 0, ...stacks] = new Uint32Array(figures());
  const [stackMachine, stackSearch, stackLink] = stacks.map(left => (left === UNKNOWN ? undefined : left));
  return { freeHeap, minFreeHeap, largestFree, stackMachine, stackSearch, stackLink };
}
