/** The engine's heap, from the machine's own record (heap.c). */
import type { MemoryFigures } from '../../firmware/ports/platform.js';

// biome-ignore lint/suspicious/noExplicitAny: natives check their arguments themselves
declare function native(name: string): (this: unknown, ...args: any[]) => any;

function read(this: unknown): ArrayBuffer {
  return native('xs_mite_sdk_memory').call(this);
}

export function memoryFigures(): MemoryFigures {
  const [slotBytes = 0, slotPeak = 0, chunkBytes = 0, chunkPeak = 0, limit = 0] = new Uint32Array(read());
  return { slotBytes, slotPeak, chunkBytes, chunkPeak, limit };
}
