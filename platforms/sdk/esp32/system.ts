/** The chip itself. */
import type { ResetReason } from '../../../firmware/ports/platform.js';

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

/** Bytes of the C heap, where Wi-Fi, TLS and threads live; with `least` the lowest figure since boot. */
export function freeHeap(this: unknown, least: boolean): number {
  return native('xs_mite_esp32_free').call(this, least);
}
