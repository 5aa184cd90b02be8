/* The chip: random numbers, reset reason, restart, the heap outside the machine. */
#include <stdbool.h>
#include <stdint.h>

#include "bootloader_random.h"
#include "esp_random.h"
#include "esp_system.h"

#include "mc.defines.h"
#include "xsmc.h"

#define MOST_BYTES 1024

/*
 * (bytes): fills it. Without a radio the generator's only source is the one that the bootloader uses; boards
 * without a radio leave that on, the others use it until their radio is on (it shares the ADC).
 */
void xs_mite_esp32_random(xsMachine *the) {
  static bool seeded;
  void *bytes;
  xsUnsignedValue length;
  xsmcGetBufferWritable(xsArg(0), &bytes, &length);
  if (length > MOST_BYTES)
    xsRangeError("random: %d bytes at most", MOST_BYTES);
  const bool first = !seeded;
  if (first)
    bootloader_random_enable();
  esp_fill_random(bytes, length);
  seeded = true;
#if !MODDEF_MITE_NO_RADIO
  if (first)
    bootloader_random_disable();
#endif
}

/* esp_reset_reason_t */
void xs_mite_esp32_reset_reason(xsMachine *the) {
  xsmcSetInteger(xsResult, (xsIntegerValue)esp_reset_reason());
}

void xs_mite_esp32_restart(xsMachine *the) {
  (void)the;
  esp_restart();
}

/* Free bytes of the C heap; with true, the lowest figure since boot. */
void xs_mite_esp32_free(xsMachine *the) {
  const bool least = xsmcArgc > 0 && xsmcToBoolean(xsArg(0));
  xsmcSetInteger(xsResult,
                 (xsIntegerValue)(least ? esp_get_minimum_free_heap_size() : esp_get_free_heap_size()));
}
