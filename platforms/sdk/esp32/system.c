/* The chip: random numbers, reset reason, restart, the memory outside the machine. */
#include <stdbool.h>
#include <stdint.h>

#include "bootloader_random.h"
#include "esp_heap_caps.h"
#include "esp_random.h"
#include "esp_system.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"

#include "mc.defines.h"
#include "xsmc.h"

#include "link_stack.h"
#include "port.h"

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

/*
 * An ArrayBuffer of six uint32: bytes of the C heap that are free, the least since boot, the largest block;
 * the least that the machine's task, a search thread and a link's task have left of their stacks, UINT32_MAX
 * before the first.
 */
void xs_mite_esp32_memory(xsMachine *the) {
  const uint32_t figures[] = {
      esp_get_free_heap_size(),
      esp_get_minimum_free_heap_size(),
      (uint32_t)heap_caps_get_largest_free_block(MALLOC_CAP_DEFAULT),
      (uint32_t)uxTaskGetStackHighWaterMark(NULL) * sizeof(StackType_t),
      mite_search_stack_left(),
      mite_link_stack_left(),
  };
  xsmcSetArrayBuffer(xsResult, (void *)figures, sizeof figures);
}
