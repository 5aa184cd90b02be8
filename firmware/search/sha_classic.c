/*
 * The ESP32's accelerator. It has no way to restore a state, so a hash is three blocks. TEXT is read when an
 * operation begins: while a block runs, the words of the next one are written. A hash, with the counts:
 *
 *   8  TEXT_0..7 of block 1 (8..15 are there already)            START
 *  16  block 2 while block 1 runs: end of the header, nonce, padding, zeros    wait, CONTINUE
 *   2  TEXT_8 and TEXT_15 of the second hash while block 2 runs                wait, LOAD
 *   0  LOAD has put the digest into TEXT_0..7; TEXT_9..14 are zero since block 2   wait, START
 *   8  TEXT_8..15 of block 1 while the second hash runs                        wait, LOAD
 *      wait, then one read: TEXT_7 is H7
 *
 * 34 words and 5 commands written, 1 read: 40 accesses, 42 with the two polls. When words 7 and 8 of the
 * header are zero (the top of the previous block's hash, above difficulty 2^32) block 2 leaves them so: 38
 * and 40. H7's low half has the hash's top 16 bits, which decide nearly always; the one read has all 32, so
 * that `reject` is exact.
 */
#include "sha_classic.h"
#include "sha256.h"
#include "sha_calibrate.h"

#include MITE_SHA_BINDING

#include <stddef.h>

#define INLINE static inline __attribute__((always_inline))
#define PAD 0x80000000u
#define TEXT(i) (MITE_CLASSIC_TEXT + 4u * (i))
#define WAIT(site)                                                                                           \
  do {                                                                                                       \
    if (polls && (POLLED >> (site)&1) != 0)                                                                  \
      MITE_SHA_POLL(MITE_SHA_READ(MITE_CLASSIC_BUSY), patience);                                             \
    else                                                                                                     \
      MITE_SHA_DELAY(waits->units[site]);                                                                    \
  } while (0)

/* The waits in which the processor has nothing left to write; the others are short and bounded. */
#define POLLED (1u << CLASSIC_BLOCK2 | 1u << CLASSIC_HASH2)

/* A job in the form that the registers need. */
struct text {
  uint32_t w0[MITE_VERSIONS]; /* block 1's first word, which is the version */
  uint32_t block1[16], block2[3];
  bool zeros; /* block1[7] and [8] */
};

static struct text text_of(const struct mite_job *job) {
  struct text text;
  for (uint32_t i = 0; i < 16; i++)
    text.block1[i] = mite_load_be(job->header + 4 * i);
  for (uint32_t v = 0; v < job->versions; v++)
    text.w0[v] = text.block1[0] ^ mite_swap(job->version[v].bits);
  for (uint32_t i = 0; i < 3; i++)
    text.block2[i] = mite_load_be(job->header + 64 + 4 * i);
  text.zeros = (text.block1[7] | text.block1[8]) == 0;
  return text;
}

/* The part of block 1 that each hash leaves behind for the next. */
INLINE void upper(const struct text *text) {
#pragma GCC unroll 8
  for (uint32_t i = 8; i < 16; i++)
    MITE_SHA_WRITE(TEXT(i), text->block1[i]);
}

/* H7. `w0` has the version's bits, `w3` the nonce in the registers' byte order. */
INLINE uint32_t last_word(const struct mite_sha_waits *waits, const struct text *text, uint32_t w0,
                          uint32_t w3, bool polls, bool zeros, uint32_t *patience) {
  MITE_SHA_WRITE(TEXT(0), w0);
#pragma GCC unroll 8
  for (uint32_t i = 1; i < 8; i++)
    MITE_SHA_WRITE(TEXT(i), text->block1[i]);
  MITE_SHA_WRITE(MITE_CLASSIC_START, 1);

#pragma GCC unroll 3
  for (uint32_t i = 0; i < 3; i++)
    MITE_SHA_WRITE(TEXT(i), text->block2[i]);
  MITE_SHA_WRITE(TEXT(3), w3);
  MITE_SHA_WRITE(TEXT(4), PAD);
#pragma GCC unroll 10
  for (uint32_t i = 5; i < 15; i++)
    if (!zeros || (i != 7 && i != 8))
      MITE_SHA_WRITE(TEXT(i), 0);
  MITE_SHA_WRITE(TEXT(15), MITE_HEADER_BYTES * 8);
  WAIT(CLASSIC_BLOCK1);
  MITE_SHA_WRITE(MITE_CLASSIC_CONTINUE, 1);

  MITE_SHA_WRITE(TEXT(8), PAD);
  MITE_SHA_WRITE(TEXT(15), MITE_HASH_BYTES * 8);
  WAIT(CLASSIC_BLOCK2);
  MITE_SHA_WRITE(MITE_CLASSIC_LOAD, 1);
  WAIT(CLASSIC_LOAD1);
  MITE_SHA_WRITE(MITE_CLASSIC_START, 1);

  upper(text);
  WAIT(CLASSIC_HASH2);
  MITE_SHA_WRITE(MITE_CLASSIC_LOAD, 1);
  WAIT(CLASSIC_LOAD2);
  return MITE_SHA_READ(TEXT(7));
}

INLINE uint32_t scan_as(const struct mite_sha_waits *waits, const struct mite_job *job,
                        const struct text *text, uint32_t first, uint32_t count, uint32_t *tried, bool polls,
                        bool zeros) {
  const uint32_t reject = job->reject, versions = job->versions;
  uint32_t found = 0, done = 0, patience = MITE_SHA_MOST_POLLS;
  upper(text);
  while (done < count && found == 0) {
    /* The nonce's lowest byte is the register's highest: up to 256 nonces need no swap. */
    const uint32_t to_carry = 256 - ((first + done) & 255), left = count - done;
    uint32_t w3 = mite_swap(first + done);
    for (uint32_t run = left < to_carry ? left : to_carry; run > 0 && found == 0; run--, done++) {
      for (uint32_t v = 0; v < versions; v++)
        if ((last_word(waits, text, text->w0[v], w3, polls, zeros, &patience) & reject) == 0)
          found |= 1u << v;
      if (polls && patience == 0) {
        *tried = done;
        return 0;
      }
      w3 += 1u << 24;
    }
  }
  *tried = done;
  return found;
}

INLINE uint32_t sum_as(const struct mite_sha_waits *waits, const struct text *text, uint32_t first,
                       uint32_t count, bool polls, bool zeros) {
  uint32_t sum = 0, patience = MITE_SHA_MOST_POLLS;
  upper(text);
  for (uint32_t i = 0; i < count; i++)
    sum =
        mite_sha_add(sum, last_word(waits, text, text->w0[0], mite_swap(first + i), polls, zeros, &patience));
  return sum;
}

MITE_SHA_HOT static uint32_t scan(const struct mite_sha_waits *waits, const struct mite_job *job,
                                  uint32_t first, uint32_t count, uint32_t *tried) {
  const struct text text = text_of(job);
  if (waits->polls)
    return text.zeros ? scan_as(waits, job, &text, first, count, tried, true, true)
                      : scan_as(waits, job, &text, first, count, tried, true, false);
  return text.zeros ? scan_as(waits, job, &text, first, count, tried, false, true)
                    : scan_as(waits, job, &text, first, count, tried, false, false);
}

MITE_SHA_HOT static uint32_t sum(const struct mite_sha_waits *waits, const struct mite_job *job,
                                 uint32_t first, uint32_t count) {
  const struct text text = text_of(job);
  if (waits->polls)
    return text.zeros ? sum_as(waits, &text, first, count, true, true)
                      : sum_as(waits, &text, first, count, true, false);
  return text.zeros ? sum_as(waits, &text, first, count, false, true)
                    : sum_as(waits, &text, first, count, false, false);
}

/* The manual: 60 to 100 clocks a block, 8 to 20 a LOAD, at 80 MHz; a unit is three clocks at 240 MHz. */
static const struct mite_sha_family FAMILY = {
    .sites = 5,
    .longest = {128, 128, 32, 128, 32},
    .polled = POLLED,
    .forgiven = 3,
    .take = mite_sha_take,
    .give = mite_sha_give,
    .scan = scan,
    .sum = sum,
};

struct mite_sha_engine mite_sha_classic = {.family = &FAMILY};

static uint32_t backend_scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  return mite_sha_scan(&mite_sha_classic, job, first, count, tried);
}

static bool failed(void) {
  return mite_sha_classic.mode == MITE_SHA_SOFTWARE;
}

static bool usable(void) {
  return mite_sha_calibrate(&mite_sha_classic);
}

const struct mite_backend mite_backend_sha_classic = {
    .name = "sha-classic", .scan = backend_scan, .usable = usable, .exclusive = true, .failed = failed};
