/*
 * Tests of the accelerators' drivers on the models.
 *   accelerators_test                            all but the pairs
 *   accelerators_test pairs SEED GROUPS          conformance_pairs for each family, with its digest
 */
#include "check.h"
#include "conformance.h"
#include "counts.h"
#include "kinds.h"
#include "sha256.h"
#include "sha_calibrate.h"
#include "sha_classic.h"
#include "sha_restore.h"

#include <stdlib.h>
#include <string.h>

const struct kind KINDS[KIND_COUNT] = {
    {"classic", MODEL_CLASSIC, &mite_sha_classic, &mite_backend_sha_classic},
    {"restore", MODEL_RESTORE, &mite_sha_restore, &mite_backend_sha_restore},
};

/* Copies of the drivers, broken by accelerators.mk. */
#define BROKEN(n, family) extern struct mite_sha_engine mite_sha_broken_##n;
#include "broken.h"
#undef BROKEN

const char *mode_name(enum mite_sha_mode mode) {
  return mode == MITE_SHA_DELAYS ? "delays" : mode == MITE_SHA_POLLS ? "polls" : "software";
}

void reset(const struct kind *kind) {
  const struct mite_sha_family *family = kind->engine->family;
  model_reset(kind->family);
  memset(kind->engine, 0, sizeof *kind->engine);
  kind->engine->family = family;
}

uint32_t slow(const struct kind *kind) {
  return kind->family == MODEL_CLASSIC ? 500 : 800;
}

/* ---- the model itself */

/* A message through the registers, as the manual has it: polls everywhere. */
static void through_registers(enum model_family family, const uint8_t *message, uint32_t length,
                              uint8_t digest[MITE_HASH_BYTES]) {
  uint8_t padded[64 * 5] = {0};
  const uint32_t blocks = (length + 9 + 63) / 64;
  const bool classic = family == MODEL_CLASSIC;
  memcpy(padded, message, length);
  padded[length] = 0x80;
  mite_store_be(padded + 64 * blocks - 4, length * 8);
  model_write(classic ? MITE_CLASSIC_TEXT : MITE_RESTORE_MODE, MITE_RESTORE_SHA256);
  for (uint32_t b = 0; b < blocks; b++) {
    for (uint32_t i = 0; i < 16; i++) {
      const uint32_t word = mite_load_be(padded + 64 * b + 4 * i);
      if (classic)
        model_write(MITE_CLASSIC_TEXT + 4 * i, word);
      else
        model_write(MITE_RESTORE_M + 4 * i, mite_swap(word));
    }
    if (classic)
      model_write(b == 0 ? MITE_CLASSIC_START : MITE_CLASSIC_CONTINUE, 1);
    else
      model_write(b == 0 ? MITE_RESTORE_START : MITE_RESTORE_CONTINUE, 1);
    while (model_read(classic ? MITE_CLASSIC_BUSY : MITE_RESTORE_BUSY))
      ;
  }
  if (classic) {
    model_write(MITE_CLASSIC_LOAD, 1);
    while (model_read(MITE_CLASSIC_BUSY))
      ;
  }
  for (uint32_t i = 0; i < 8; i++)
    mite_store_be(digest + 4 * i, classic ? model_read(MITE_CLASSIC_TEXT + 4 * i)
                                          : mite_swap(model_read(MITE_RESTORE_H + 4 * i)));
}

static void model_is_right(const struct kind *kind) {
  uint8_t message[200], expected[MITE_HASH_BYTES], digest[MITE_HASH_BYTES];
  uint64_t seed = 1;
  uint32_t same = 0;
  random_bytes(&seed, message, sizeof message);
  model_reset(kind->family);
  model_lock(0);
  for (uint32_t length = 0; length <= sizeof message; length++) {
    mite_sha256(message, length, expected);
    through_registers(kind->family, message, length, digest);
    same += memcmp(expected, digest, sizeof digest) == 0;
  }
  check(same == sizeof message + 1 && model.misuses == 0, "%s model: SHA-256 of 0 to 200 bytes", kind->name);

  model.fault_every = 10;
  same = 0;
  for (uint32_t i = 0; i < 1000; i++) {
    mite_sha256(message, 20, expected);
    through_registers(kind->family, message, 20, digest);
    same += memcmp(expected, digest, sizeof digest) == 0;
  }
  check(same > 850 && same < 950, "%s model: about one digest in ten is wrong when asked for: %lu",
        kind->name, 1000 - (unsigned long)same);
}

/* The rules that the drivers must follow: each violation shows. */
static void model_is_unkind(void) {
  model_reset(MODEL_CLASSIC);
  model_write(MITE_CLASSIC_START, 1);
  check(model.misuses == 1, "classic model: a write without the clock is lost");
  model_lock(0);
  const uint32_t noise = model_other_read(MITE_CLASSIC_TEXT + 36);
  model_unlock(0);
  model_lock(0);
  check(model_other_read(MITE_CLASSIC_TEXT + 36) != noise, "classic model: a reset leaves noise");
  model.misuses = 0;
  model_write(MITE_CLASSIC_START, 1);
  model_write(MITE_CLASSIC_TEXT, 1);
  check(model.misuses == 0 && model_read(MITE_CLASSIC_TEXT) == 1,
        "classic model: TEXT may be written while a block runs");
  model_write(MITE_CLASSIC_LOAD, 1);
  check(model.misuses == 1, "classic model: LOAD while busy is lost");
  model_delay(200);
  model_write(MITE_CLASSIC_LOAD, 1);
  model_write(MITE_CLASSIC_TEXT + 36, 5);
  model_delay(200);
  check(model.misuses == 2 && model_read(MITE_CLASSIC_TEXT + 36) != 5,
        "classic model: TEXT written while LOAD runs is lost");

  model_reset(MODEL_RESTORE);
  model_lock(0);
  model_write(MITE_RESTORE_MODE, MITE_RESTORE_SHA256);
  model_write(MITE_RESTORE_START, 1);
  model_write(MITE_RESTORE_M, 7);
  model_delay(200);
  check(model.misuses == 1 && model.text[0] != mite_swap(7), "restore model: M written while busy is spoilt");
  model_write(MITE_RESTORE_START, 1);
  model_read(MITE_RESTORE_H);
  check(model.misuses == 2, "restore model: H read while busy is noise");
}

/* ---- counts */

static void access_counts(void) {
  static const uint32_t masks[] = {0, 0x6000u, 0x1fffe000u};
  for (size_t i = 0; i < sizeof masks / sizeof *masks; i++)
    for (int polls = 0; polls < 2; polls++) {
      for (int zeros = 0; zeros < 2; zeros++) {
        const struct counts counts = count_accesses(MODEL_CLASSIC, &mite_sha_classic, polls, zeros, masks[i]);
        check(counts.exact && counts.writes == (zeros ? 37u : 39u) && counts.reads == 1 &&
                  counts.waits == (polls ? 2u : 0u) && counts.writes + counts.reads + counts.waits <= 42 &&
                  counts.overhead == 8,
              "classic, mask %08lx%s: %lu writes, 1 read, %lu polls; at most 42", (unsigned long)masks[i],
              zeros ? ", words 7 and 8 zero" : "", (unsigned long)counts.writes, (unsigned long)counts.waits);
      }
      const struct counts counts = count_accesses(MODEL_RESTORE, &mite_sha_restore, polls, false, masks[i]);
      check(counts.exact && counts.writes == 30 && counts.reads == 9 && counts.waits == (polls ? 2u : 0u) &&
                counts.overhead == 7,
            "restore, mask %08lx: 30 writes, 9 reads, %lu polls; at most 41", (unsigned long)masks[i],
            (unsigned long)counts.waits);
    }
}

/* ---- calibration */

/* A user that gives the accelerator up after half a second. */
static void free_later(void) {
  if (model.now > 500000ull * CLOCKS_A_MICRO) {
    model_unlock(0);
    model.other = NULL;
  }
}

static void calibration(const struct kind *kind) {
  struct mite_sha_engine *engine = kind->engine;
  reset(kind);
  check(mite_sha_calibrate(engine) && engine->mode == MITE_SHA_DELAYS && model.misuses > 0,
        "%s: calibration chooses delays", kind->name);
  bool shorter = true;
  for (uint32_t i = 0; i < engine->family->sites; i++)
    shorter &= engine->waits.units[i] < engine->family->longest[i];
  check(shorter, "%s: delays %u %u %u %u %u units, each below the longest", kind->name,
        engine->waits.units[0], engine->waits.units[1], engine->waits.units[2], engine->waits.units[3],
        engine->waits.units[4]);

  uint8_t header[MITE_HEADER_BYTES], target[MITE_HASH_BYTES] = {0};
  struct mite_job job;
  uint32_t wrong = 0;
  test_header(header, true);
  mite_job_init(&job, header, target, 0);
  model.misuses = 0;
  engine->family->take();
  for (uint32_t i = 0; i < 2000; i++)
    wrong += engine->family->sum(&engine->waits, &job, i, 1) != mite_sha_software_sum(&job, i, 1);
  engine->family->give();
  check(wrong == 0 && model.misuses == 0, "%s: 2,000 hashes right, no access too early with these delays",
        kind->name);

  reset(kind);
  model.block_clocks = 80;
  model.load_clocks = 12;
  const bool found = mite_sha_calibrate(engine);
  check(found && engine->waits.units[0] < 30 &&
            (kind->family == MODEL_RESTORE || (engine->waits.units[0] == 0 && engine->waits.units[3] <= 4)),
        "%s: a faster engine: delays %u %u %u %u %u units, none where the writes take long enough",
        kind->name, engine->waits.units[0], engine->waits.units[1], engine->waits.units[2],
        engine->waits.units[3], engine->waits.units[4]);

  if (kind->family == MODEL_CLASSIC) {
    reset(kind);
    model.fault_every = 75000;
    check(mite_sha_calibrate(engine) && engine->mode == MITE_SHA_DELAYS,
          "classic: one wrong hash in 25,000 is the silicon's, not the delays'");
  }

  reset(kind);
  model.block_clocks = slow(kind);
  check(mite_sha_calibrate(engine) && engine->mode == MITE_SHA_POLLS,
        "%s: an engine slower than the longest delays is polled", kind->name);

  reset(kind);
  model.fault_every = 300;
  check(!mite_sha_calibrate(engine) && engine->mode == MITE_SHA_SOFTWARE,
        "%s: one wrong block in 300 is no use", kind->name);

  reset(kind);
  model.block_clocks = 100000000;
  check(!mite_sha_calibrate(engine), "%s: an engine that never ends is no use, and hangs nothing",
        kind->name);

  if (kind->family == MODEL_CLASSIC) {
    reset(kind);
    model_lock(2);
    const bool usable = mite_sha_calibrate(engine);
    check(usable && engine->mode == MITE_SHA_POLLS && engine->refused > 100 &&
              model.now > 2000000ull * CLOCKS_A_MICRO && model.now < 5000000ull * CLOCKS_A_MICRO,
          "classic: an engine in use for good is polled when it is free, after %lu ms",
          (unsigned long)(model.now / (1000 * CLOCKS_A_MICRO)));
    model_unlock(2);
    uint32_t tried;
    job.reject = 0xffffffffu;
    kind->backend->scan(&job, 0, 70000, &tried);
    check(engine->mode == MITE_SHA_POLLS && engine->samples > 0 && engine->wrong_samples == 0,
          "classic: and right then, %lu samples", (unsigned long)engine->samples);

    reset(kind);
    model_lock(0);
    model.other = free_later;
    const bool later = mite_sha_calibrate(engine);
    model.other = NULL;
    check(later && engine->mode == MITE_SHA_DELAYS && engine->refused > 0,
          "classic: one in use for half a second is waited for, refused %lu times",
          (unsigned long)engine->refused);
  }
}

/* ---- conformance */

static void conforms(const struct kind *kind, bool polls) {
  reset(kind);
  if (polls)
    model.block_clocks = slow(kind);
  const bool usable = kind->backend->usable();
  model.block_clocks = 250;
  const int vector = mite_selftest(kind->backend);
  check(usable && vector == 0, "%s, %s: self-test: %s", kind->name, mode_name(kind->engine->mode),
        mite_selftest_name(vector));
  const char *lacks = conformance(kind->backend);
  check(lacks == NULL && kind->engine->wrong_samples == 0 && kind->engine->samples > 0,
        "%s, %s: conformance: %s; %lu samples right", kind->name, mode_name(kind->engine->mode),
        lacks ? lacks : "all properties", (unsigned long)kind->engine->samples);
}

/* Zero words of a header, which the classic driver need not write again in the second block. */
static void zero_words(const struct kind *kind, bool polls) {
  static const uint8_t from[] = {28, 32, 28, 24, 28}, length[] = {4, 4, 8, 16, 1};
  uint8_t header[MITE_HEADER_BYTES], target[MITE_HASH_BYTES] = {0};
  const struct mite_sha_waits waits = mite_sha_longest(kind->engine->family, polls);
  struct mite_job job;
  uint32_t same = 0;
  reset(kind);
  for (size_t i = 0; i < sizeof from; i++) {
    test_header(header, false);
    memset(header + from[i], 0, length[i]);
    mite_job_init(&job, header, target, 0);
    kind->engine->family->take();
    same += kind->engine->family->sum(&waits, &job, 250, 20) == mite_sha_software_sum(&job, 250, 20);
    kind->engine->family->give();
  }
  check(same == sizeof from && model.misuses == 0, "%s, %s: headers with zero words", kind->name,
        polls ? "polls" : "delays");
}

/* The engine under test in the place of a backend. */
struct mite_sha_engine *tested;
static uint32_t tested_scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  return mite_sha_scan(tested, job, first, count, tried);
}
const struct mite_backend TESTED = {.name = "tested", .scan = tested_scan, .exclusive = true};

/* Each broken driver, once as it would be on a chip, and once made to run in spite of its calibration. */
static void broken_is_caught(struct mite_sha_engine *engine, const struct kind *kind, int number) {
  model_reset(kind->family);
  check(!mite_sha_calibrate(engine), "broken driver %d: calibration refuses it", number);
  engine->mode = MITE_SHA_DELAYS;
  engine->waits = mite_sha_longest(engine->family, false);
  engine->slice = 1000;
  tested = engine;
  const char *lacks = conformance(&TESTED);
  check(lacks != NULL, "broken driver %d is caught: %s", number, lacks ? lacks : "it passed");
  check(mite_selftest(&TESTED) != 0, "broken driver %d: self-test: %s", number,
        mite_selftest_name(mite_selftest(&TESTED)));
}

static int print_pairs(uint64_t seed, uint32_t groups) {
  for (size_t i = 0; i < KIND_COUNT; i++) {
    uint8_t digest[MITE_HASH_BYTES];
    char hex[2 * MITE_HASH_BYTES + 1];
    reset(&KINDS[i]);
    const bool usable = KINDS[i].backend->usable();
    const bool agrees = conformance_pairs(KINDS[i].backend, seed, groups, digest);
    for (size_t j = 0; j < sizeof digest; j++)
      snprintf(hex + 2 * j, 3, "%02x", digest[j]);
    check(usable && agrees && KINDS[i].engine->mode == MITE_SHA_DELAYS, "%s: %lu pairs %s",
          KINDS[i].backend->name, (unsigned long)groups * PAIRS_PER_GROUP, hex);
  }
  return check_failures != 0;
}

int main(int count, char **arguments) {
  if (count == 4 && strcmp(arguments[1], "pairs") == 0)
    return print_pairs(strtoull(arguments[2], NULL, 10), (uint32_t)strtoul(arguments[3], NULL, 10));
  int failed = 0;
  model_is_unkind();
  access_counts();
  for (size_t i = 0; i < KIND_COUNT; i++) {
    const struct kind *kind = &KINDS[i];
    model_is_right(kind);
    calibration(kind);
    zero_words(kind, false);
    zero_words(kind, true);
    failed += running_checks(kind);
    conforms(kind, false);
    conforms(kind, true);
  }
  failed += running_checks_once();
#define BROKEN(n, family) broken_is_caught(&mite_sha_broken_##n, &KINDS[family], n);
#include "broken.h"
#undef BROKEN
  return check_failures + failed != 0;
}
