/** The whole of firmware/search/xtensa/kernel.S. */
import { manyVersions, oneVersion } from './kernels.js';
import type { Plan } from './sha256.js';

/**
 * The paths through the rotation amounts. Words: s1 (2, 17), then s0 (11, 7), so that a pair's words begin where the
 * pair before ended, at 2. The rounds of a pair meet at 6, and pairs without words at 25 too. Of all orders that the
 * chains allow, none is shorter.
 */
export const PLAN: Plan = {
  words: [2, 17, 11, 7],
  first: [25, 9, 11, 2, 6],
  second: [6, 25, 9, 11, 2],
  plainFirst: [25, 9, 11, 2, 6],
  plainSecond: [6, 9, 11, 2, 25],
};

const HEAD = `// Made by firmware/search/generator; not to be edited. backend_xtensa.c has the contract.
//
// Xtensa with code density, src and ssai; no loops, no multiplication: ESP8266 (call0), ESP32, ESP32-S2, ESP32-S3
// (windowed). a1 is the stack pointer throughout and the frame is the function's own, so interrupts and window
// overflows may come at any time; a0 and a2..a15 hold values. No heap, no static data but literals.

#if defined(__XTENSA_WINDOWED_ABI__)
  .macro MITE_ENTER size
#if defined(MITE_XTENSA_BYTES)
  // entry a1, size, for an assembler that does not know it
  .byte 0x36, 0x01 | (((\\size / 8) & 0xf) << 4), (\\size / 8) >> 4
#else
  entry a1, \\size
#endif
  .endm
  .macro MITE_LEAVE size
#if defined(MITE_XTENSA_BYTES)
  .byte 0x1d, 0xf0
#else
  retw.n
#endif
  .endm
#else
  .macro MITE_ENTER size
  addmi a1, a1, -\\size
  .endm
  .macro MITE_LEAVE size
  addmi a1, a1, \\size
  ret
  .endm
#endif

// Instruction RAM on the chips: no waiting for flash.
#if defined(ESP_PLATFORM)
#define MITE_SECTION(name) .section .iram1.name, "ax"
#else
#define MITE_SECTION(name) .section .text.name, "ax"
#endif
`;

export function listing(): string {
  return [HEAD, oneVersion(PLAN).text, manyVersions(PLAN).text].join('\n');
}
