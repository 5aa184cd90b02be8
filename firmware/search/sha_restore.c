/*
 * The accelerator of ESP32-S2, S3, C3 and C6. The midstate is written to H, so a hash is two blocks. Nothing
 * may be written while it runs. A hash, with the counts:
 *
 *   8  H_0..7: the version's midstate
 *  10  M_0..8 and M_15: end of the header, nonce, padding (M_9..14 are zero since the slice began)
 *   1  CONTINUE, wait
 *  16  H_0..7 read, each written to M_0..7
 *   2  M_8 and M_15 of the second hash
 *   1  START, wait, then one read: H_7
 *
 * 30 writes and 9 reads: 39 accesses, 41 with the two polls. A nonce is little-endian in a header, as the
 * registers are: it counts up without a swap.
 */
#include "sha_restore.h"
#include "sha256.h"
#include "sha_calibrate.h"

#include MITE_SHA_BINDING

#include <stddef.h>

#define INLINE static inline __attribute__((always_inline))
#define H(i) (MITE_RESTORE_H + 4u * (i))
#define M(i) (MITE_RESTORE_M + 4u * (i))
/* Padding in memory order. */
#define PAD 0x00000080u
#define BITS1 0x80020000u /* 640 */
#define BITS2 0x00010000u /* 256 */
#define WAIT(site)                                                                                           \
  do {                                                                                                       \
    if (polls)                                                                                               \
      MITE_SHA_POLL(MITE_SHA_READ(MITE_RESTORE_BUSY), patience);                                             \
    else                                                                                                     \
      MITE_SHA_DELAY(waits->units[site]);                                                                    \
  } while (0)

struct registers {
  uint32_t midstate[MITE_VERSIONS][8], tail[3];
};

/* After a reset: sets what all hashes of a slice rely on. */
INLINE void begin(void) {
  MITE_SHA_WRITE(MITE_RESTORE_MODE, MITE_RESTORE_SHA256);
#pragma GCC unroll 6
  for (uint32_t i = 9; i < 15; i++)
    MITE_SHA_WRITE(M(i), 0);
}

/* Swapped once per slice, not once per hash. */
static inline void registers_of(struct registers *registers, const struct mite_job *job) {
  for (uint32_t v = 0; v < job->versions; v++)
    for (uint32_t i = 0; i < 8; i++)
      registers->midstate[v][i] = mite_swap(job->version[v].midstate[i]);
  for (uint32_t i = 0; i < 3; i++)
    registers->tail[i] = mite_swap(mite_load_be(job->header + 64 + 4 * i));
}

/* H7 in memory order. */
INLINE uint32_t last_word(const struct mite_sha_waits *waits, const struct registers *registers,
                          uint32_t version, uint32_t nonce, bool polls, uint32_t *patience) {
#pragma GCC unroll 8
  for (uint32_t i = 0; i < 8; i++)
    MITE_SHA_WRITE(H(i), registers->midstate[version][i]);
#pragma GCC unroll 3
  for (uint32_t i = 0; i < 3; i++)
    MITE_SHA_WRITE(M(i), registers->tail[i]);
  MITE_SHA_WRITE(M(3), nonce);
  MITE_SHA_WRITE(M(4), PAD);
#pragma GCC unroll 4
  for (uint32_t i = 5; i < 9; i++)
    MITE_SHA_WRITE(M(i), 0);
  MITE_SHA_WRITE(M(15), BITS1);
  MITE_SHA_WRITE(MITE_RESTORE_CONTINUE, 1);
  WAIT(RESTORE_HASH1);

#pragma GCC unroll 8
  for (uint32_t i = 0; i < 8; i++)
    MITE_SHA_WRITE(M(i), MITE_SHA_READ(H(i)));
  MITE_SHA_WRITE(M(8), PAD);
  MITE_SHA_WRITE(M(15), BITS2);
  MITE_SHA_WRITE(MITE_RESTORE_START, 1);
  WAIT(RESTORE_HASH2);
  return MITE_SHA_READ(H(7));
}

INLINE uint32_t scan_as(const struct mite_sha_waits *waits, const struct mite_job *job, uint32_t first,
                        uint32_t count, uint32_t *tried, bool polls) {
  const uint32_t reject = mite_swap(job->reject), versions = job->versions;
  struct registers registers;
  uint32_t found = 0, done = 0, patience = MITE_SHA_MOST_POLLS;
  registers_of(&registers, job);
  begin();
  while (done < count && found == 0) {
    for (uint32_t v = 0; v < versions; v++)
      if ((last_word(waits, &registers, v, first + done, polls, &patience) & reject) == 0)
        found |= 1u << v;
    if (polls && patience == 0) {
      *tried = done;
      return 0;
    }
    done++;
  }
  *tried = done;
  return found;
}

INLINE uint32_t sum_as(const struct mite_sha_waits *waits, const struct mite_job *job, uint32_t first,
                       uint32_t count, bool polls) {
  struct registers registers;
  uint32_t sum = 0, patience = MITE_SHA_MOST_POLLS;
  registers_of(&registers, job);
  begin();
  for (uint32_t i = 0; i < count; i++)
    sum = mite_sha_add(sum, mite_swap(last_word(waits, &registers, 0, first + i, polls, &patience)));
  return sum;
}

MITE_SHA_HOT static uint32_t scan(const struct mite_sha_waits *waits, const struct mite_job *job,
                                  uint32_t first, uint32_t count, uint32_t *tried) {
  return waits->polls ? scan_as(waits, job, first, count, tried, true)
                      : scan_as(waits, job, first, count, tried, false);
}

MITE_SHA_HOT static uint32_t sum(const struct mite_sha_waits *waits, const struct mite_job *job,
                                 uint32_t first, uint32_t count) {
  return waits->polls ? sum_as(waits, job, first, count, true) : sum_as(waits, job, first, count, false);
}

/* The manuals give no clocks; the engine does a round a clock or slower, at 80 MHz or more. This is far
 * beyond either. */
static const struct mite_sha_family FAMILY = {
    .sites = 2,
    .longest = {160, 160},
    .polled = 1u << RESTORE_HASH1 | 1u << RESTORE_HASH2,
    .forgiven = 0,
    .take = mite_sha_take,
    .give = mite_sha_give,
    .scan = scan,
    .sum = sum,
};

struct mite_sha_engine mite_sha_restore = {.family = &FAMILY};

static uint32_t backend_scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  return mite_sha_scan(&mite_sha_restore, job, first, count, tried);
}

static bool failed(void) {
  return mite_sha_restore.mode == MITE_SHA_SOFTWARE;
}

static bool usable(void) {
  return mite_sha_calibrate(&mite_sha_restore);
}

const struct mite_backend mite_backend_sha_restore = {
    .name = "sha-restore", .scan = backend_scan, .usable = usable, .exclusive = true, .failed = failed};
