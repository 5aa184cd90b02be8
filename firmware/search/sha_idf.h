/*
 * The binding of sha_engine.h to ESP-IDF 6.x: addresses from its headers, its locks, its clock and reset.
 * Compile the families with MITE_SHA_BINDING='"sha_idf.h"'.
 */
#ifndef MITE_SHA_IDF_H
#define MITE_SHA_IDF_H

#include <stdbool.h>
#include <stdint.h>

#include "sdkconfig.h"

#include "esp_attr.h"
#include "soc/soc.h"
#include "soc/soc_caps.h"

#if CONFIG_IDF_TARGET_ESP32
#include "soc/dport_access.h"
#endif

#define MITE_SHA_HOT IRAM_ATTR

#if !defined(MITE_SHA_WRITE)
#define MITE_SHA_ADDRESS(offset) (DR_REG_SHA_BASE + (offset))
/* Not REG_WRITE: with assertions on, that checks each address. */
#define MITE_SHA_WRITE(offset, value) (*(volatile uint32_t *)MITE_SHA_ADDRESS(offset) = (value))

/*
 * Both processors of the classic chip reading DPORT and APB registers at once may read nonsense (ESP32
 * errata, "When the CPU accesses DPORT registers"); writes are safe. IDF's DPORT_REG_READ has the workaround
 * when the build's oldest chip revision is below 2.0, one more APB read with interrupts off; newer chips skip
 * it at run time.
 */
#if CONFIG_IDF_TARGET_ESP32 && SOC_DPORT_WORKAROUND && !CONFIG_ESP_SYSTEM_SINGLE_CORE_MODE
extern bool mite_sha_dport_workaround;
#define MITE_SHA_READ(offset)                                                                                \
  (mite_sha_dport_workaround ? DPORT_REG_READ(MITE_SHA_ADDRESS(offset))                                      \
                             : *(volatile uint32_t *)MITE_SHA_ADDRESS(offset))
#else
#define MITE_SHA_READ(offset) (*(volatile uint32_t *)MITE_SHA_ADDRESS(offset))
#endif

/* Three instructions a unit at least. */
#define MITE_SHA_DELAY(units)                                                                                \
  do {                                                                                                       \
    for (uint32_t left = (units); left > 0; left--)                                                          \
      __asm__ volatile("nop");                                                                               \
  } while (0)
#endif

bool mite_sha_take(void);
void mite_sha_give(void);

#endif
