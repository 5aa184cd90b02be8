/*
 * Nonce search on the SHA accelerator of a chip: what both register families share. A family (sha_classic.c,
 * sha_restore.c) knows the registers; this file slices, locks, samples and falls back; sha_calibrate.c finds
 * the waits. There is one accelerator, so one thread at a time may scan (`exclusive` in kernel.h).
 *
 * The accelerator belongs to the chip's SDK, which hashes for TLS with it. A scan holds it for a slice of at
 * most MITE_SHA_SLICE_MICROS, then gives it back; meanwhile the registers hold nothing of the SDK's, and
 * afterwards nothing of ours need survive. While the SDK keeps it, the scan continues in software.
 */
#ifndef MITE_SHA_ENGINE_H
#define MITE_SHA_ENGINE_H

#include "kernel.h"

/*
 * A binding, included as MITE_SHA_BINDING by the families, says how registers are reached:
 *   MITE_SHA_WRITE(offset, value)  one 32-bit write; offset in bytes from the accelerator's base
 *   MITE_SHA_READ(offset)          one 32-bit read
 *   MITE_SHA_DELAY(units)          at least `units` times the shortest loop; nothing for 0
 *   MITE_SHA_HOT                   attribute of code that must run from IRAM, or empty
 *   bool mite_sha_take(void)       the SDK's lock, clock on, registers reset; false: in use, try later
 *   void mite_sha_give(void)       clock off, lock released, time left for one who waits for it
 */

/* Places where a hash waits for the accelerator. */
#define MITE_SHA_SITES 5
/* How often one scan may read BUSY beyond the first time per wait: a stuck accelerator must not hang the
 * thread. A block takes at most 1.3 us by the classic chip's manual, some 65 rounds at 80 MHz elsewhere; a
 * read takes at least 40 ns, so a wait that ends needs well below 64. */
#define MITE_SHA_MOST_POLLS 256u
/* The accelerator is held for at most this long; TLS must never wait more than 2 ms. */
#define MITE_SHA_SLICE_MICROS 1500u
/* In hashes. */
#define MITE_SHA_LEAST_SLICE 16u
#define MITE_SHA_MOST_SLICE 65536u

struct mite_sha_waits {
  uint8_t units[MITE_SHA_SITES];
  bool polls; /* the family's `polled` sites read BUSY instead */
};

struct mite_sha_family {
  uint32_t sites;
  uint8_t longest[MITE_SHA_SITES]; /* by the manual, with room to spare: units that are enough at any clock */
  uint8_t polled;                  /* bit per site */
  uint32_t forgiven; /* wrong chunks of a calibration (MITE_SHA_CHUNKS) that are blamed on the silicon */
  bool (*take)(void);
  void (*give)(void);
  /* Like a backend's scan, with the accelerator held. Ends early, and with 0, when it stays busy: *tried may
   * be 0. */
  uint32_t (*scan)(const struct mite_sha_waits *waits, const struct mite_job *job, uint32_t first,
                   uint32_t count, uint32_t *tried);
  /* H7 of `count` nonces of version 0, each added to the sum so far rotated left by 7; with the accelerator
   * held. */
  uint32_t (*sum)(const struct mite_sha_waits *waits, const struct mite_job *job, uint32_t first,
                  uint32_t count);
};

enum mite_sha_mode { MITE_SHA_SOFTWARE, MITE_SHA_POLLS, MITE_SHA_DELAYS };

struct mite_sha_engine {
  const struct mite_sha_family *family;
  enum mite_sha_mode mode;
  struct mite_sha_waits waits; /* as calibrated; longer after a fallback */
  uint32_t slice;              /* hashes per hold of the accelerator; follows its speed */
  /* The running check. */
  uint32_t unchecked;     /* hashes since the last sample */
  uint32_t window, wrong; /* samples of this window, wrong ones of them */
  /* For people. */
  uint32_t samples, wrong_samples, fallbacks, refused;
};

/*
 * One hash in MITE_SHA_SAMPLE_EVERY is repeated in software. MITE_SHA_WRONG wrong ones within a window of
 * MITE_SHA_WINDOW mean that the accelerator has changed since calibration: delays become polls, with the
 * remaining delays doubled, and polls become software. The classic silicon errs once in 25,000 to 100,000
 * hashes even when driven well; at the worst of these rates a window has MITE_SHA_WRONG by chance once in 2 *
 * 10^9 windows, centuries.
 */
#define MITE_SHA_SAMPLE_EVERY 32768u
#define MITE_SHA_WINDOW 256u
#define MITE_SHA_WRONG 4u

/* Reads BUSY (`read`) until it is 0, or until `patience` is; that then stays 0, so that a stuck accelerator
 * holds up a scan only once. */
#define MITE_SHA_POLL(read, patience)                                                                        \
  do {                                                                                                       \
    uint32_t left = *(patience);                                                                             \
    while ((read) != 0 && left > 0)                                                                          \
      left--;                                                                                                \
    if (left == 0)                                                                                           \
      *(patience) = 0;                                                                                       \
  } while (0)

/* A backend's scan. */
uint32_t mite_sha_scan(struct mite_sha_engine *engine, const struct mite_job *job, uint32_t first,
                       uint32_t count, uint32_t *tried);

/* `longest`, with polls or without. */
struct mite_sha_waits mite_sha_longest(const struct mite_sha_family *family, bool polls);

/* What family->sum has to return, in software. */
uint32_t mite_sha_software_sum(const struct mite_job *job, uint32_t first, uint32_t count);

static inline uint32_t mite_sha_add(uint32_t sum, uint32_t h7) {
  return (sum << 7 | sum >> 25) + h7;
}

#endif
