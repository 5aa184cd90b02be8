/*
 * Sharing the SHA accelerator with ESP-IDF's own users (mbedTLS, HMAC, digital signature, AES, which has the
 * same lock and DMA).
 *
 * Classic ESP32: TEXT is one memory for the engines of SHA-1, SHA-256 and SHA-384/512, each with a lock of
 * its own, and mbedTLS keeps an engine, with a digest inside, from a message's first block to its end. So a
 * slice needs all three locks. It only tries them: a handshake may keep one for seconds, in which the search
 * continues in software. mbedTLS only tries them too, and hashes in software when we have them.
 *
 * S2, S3, C3, C6: one lock for SHA and AES. Users write their state to the registers when they get it and
 * read it back before they release it. They wait for it, for at most a slice; it is a mutex with priority
 * inheritance.
 */
#include "sha_idf.h"

#include "port.h"

#if CONFIG_PM_ENABLE
#include "esp_pm.h"
#endif
#if CONFIG_IDF_TARGET_ESP32
#include "hal/efuse_hal.h"
#include "sha/sha_parallel_engine.h"
#else
#include "sha/sha_core.h"
#endif

#if !defined(MITE_ACCESS_H) /* host tests have no IDF headers */
#define AT(offset) (DR_REG_SHA_BASE + (offset))
#if CONFIG_IDF_TARGET_ESP32
#include "sha_classic.h"
#include "soc/hwcrypto_reg.h"
_Static_assert(SHA_TEXT_BASE == AT(MITE_CLASSIC_TEXT), "TEXT");
_Static_assert(SHA_256_START_REG == AT(MITE_CLASSIC_START), "START");
_Static_assert(SHA_256_CONTINUE_REG == AT(MITE_CLASSIC_CONTINUE), "CONTINUE");
_Static_assert(SHA_256_LOAD_REG == AT(MITE_CLASSIC_LOAD), "LOAD");
_Static_assert(SHA_256_BUSY_REG == AT(MITE_CLASSIC_BUSY), "BUSY");
#else
#include "sha_restore.h"
#if CONFIG_IDF_TARGET_ESP32C6
#include "soc/sha_reg.h"
#define SHA_H_BASE SHA_H_MEM
#define SHA_TEXT_BASE SHA_M_MEM
#else
#include "soc/hwcrypto_reg.h"
#endif
_Static_assert(SHA_MODE_REG == AT(MITE_RESTORE_MODE), "MODE");
_Static_assert(SHA_START_REG == AT(MITE_RESTORE_START), "START");
_Static_assert(SHA_CONTINUE_REG == AT(MITE_RESTORE_CONTINUE), "CONTINUE");
_Static_assert(SHA_BUSY_REG == AT(MITE_RESTORE_BUSY), "BUSY");
_Static_assert(SHA_H_BASE == AT(MITE_RESTORE_H), "H");
_Static_assert(SHA_TEXT_BASE == AT(MITE_RESTORE_M), "M");
_Static_assert(SHA2_256 == MITE_RESTORE_SHA256, "SHA-256");
#endif
#endif

/* A task that waits for the lock on the other processor is woken by an interrupt, and then competes with us:
 * give it this long. */
#define HAND_OVER_MICROS 20u

static uint32_t given;
static bool gave, prepared;

static void leave_a_gap(void) {
  while (gave && mite_micros() - given < HAND_OVER_MICROS)
    ;
}

/* Delays are valid at the clock that they were calibrated at. A miner is never idle: the clock stays up. */
static void keep_clock(void) {
#if CONFIG_PM_ENABLE
  esp_pm_lock_handle_t lock;
  if (esp_pm_lock_create(ESP_PM_CPU_FREQ_MAX, 0, "search", &lock) == ESP_OK)
    esp_pm_lock_acquire(lock);
#endif
}

static void prepare(void);

static void get_ready(void) {
  if (prepared)
    return;
  prepared = true;
  keep_clock();
  prepare();
}

static void begin_gap(void) {
  given = mite_micros();
  gave = true;
}

#if CONFIG_IDF_TARGET_ESP32
#if SOC_DPORT_WORKAROUND && !CONFIG_ESP_SYSTEM_SINGLE_CORE_MODE
bool mite_sha_dport_workaround = true;
#endif

static void prepare(void) {
#if SOC_DPORT_WORKAROUND && !CONFIG_ESP_SYSTEM_SINGLE_CORE_MODE
  mite_sha_dport_workaround = efuse_hal_chip_revision() < 200;
#endif
}

static const esp_sha_type ENGINES[] = {SHA1, SHA2_256, SHA2_512};
#define ENGINE_COUNT (sizeof ENGINES / sizeof *ENGINES)

static void unlock(uint32_t engines) {
  while (engines > 0)
    esp_sha_unlock_engine(ENGINES[--engines]);
}

/* Whoever takes the first lock turns the clock on and resets the registers. */
bool mite_sha_take(void) {
  get_ready();
  leave_a_gap();
  for (uint32_t i = 0; i < ENGINE_COUNT; i++)
    if (!esp_sha_try_lock_engine(ENGINES[i])) {
      unlock(i);
      return false;
    }
  return true;
}

void mite_sha_give(void) {
  unlock(ENGINE_COUNT);
  begin_gap();
}
#else
static void prepare(void) {}

bool mite_sha_take(void) {
  get_ready();
  leave_a_gap();
  esp_sha_acquire_hardware();
  return true;
}

void mite_sha_give(void) {
  esp_sha_release_hardware();
  begin_gap();
}
#endif
