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
/* The compiler must not see through the base, or it reloads each register's address. */
static inline __attribute__((always_inline)) uintptr_t mite_sha_base(void) {
  uintptr_t base = DR_REG_SHA_BASE;
  __asm__("" : "+r"(base));
  return base;
}
#define MITE_SHA_ADDRESS(offset) (mite_sha_base() + (offset))
/* Not REG_WRITE: with assertions on, that checks each address. */
#define MITE_SHA_WRITE(offset, value) (*(volatile uint32_t *)MITE_SHA_ADDRESS(offset) = (value))

/*
 * GCC puts a MEMW before each volatile access on Xtensa, which waits for the writes before it: 39 a hash.
 * Build the families with -mno-serialize-volatile: writes stay in order, and the ones below, before a read or
 * a delay, are all that a hash needs.
 */
#if defined(__XTENSA__)
#define MITE_SHA_ARRIVED() __asm__ volatile("memw" ::: "memory")
#else
#define MITE_SHA_ARRIVED() ((void)0)
#endif
static inline __attribute__((always_inline)) uint32_t mite_sha_load(uintptr_t address) {
  MITE_SHA_ARRIVED();
  return *(volatile uint32_t *)address;
}

/*
 * Both processors of the classic chip reading DPORT and APB registers at once may read nonsense (the ESP32's
 * errata; IDF's soc/dport_access.h); writes are safe. IDF's DPORT_REG_READ has the workaround
 * when the build's oldest chip revision is below 2.0, one more APB read with interrupts off; newer chips skip
 * it at run time.
 */
#if CONFIG_IDF_TARGET_ESP32 && SOC_DPORT_WORKAROUND && !CONFIG_ESP_SYSTEM_SINGLE_CORE_MODE
extern bool mite_sha_dport_workaround;
static inline __attribute__((always_inline)) uint32_t mite_sha_load_apart(uintptr_t address) {
  MITE_SHA_ARRIVED();
  return DPORT_REG_READ(address);
}
#define MITE_SHA_READ(offset)                                                                                \
  (mite_sha_dport_workaround ? mite_sha_load_apart(MITE_SHA_ADDRESS(offset))                                 \
                             : mite_sha_load(MITE_SHA_ADDRESS(offset)))
#else
#define MITE_SHA_READ(offset) mite_sha_load(MITE_SHA_ADDRESS(offset))
#endif

/* Three instructions a unit at least. */
#define MITE_SHA_DELAY(units)                                                                                \
  do {                                                                                                       \
    MITE_SHA_ARRIVED();                                                                                      \
    for (uint32_t left = (units); left > 0; left--)                                                          \
      __asm__ volatile("nop");                                                                               \
  } while (0)
#endif

bool mite_sha_take(void);
void mite_sha_give(void);

#endif
