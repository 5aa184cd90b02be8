/*
 * Tests of the accelerators' drivers on the models.
 *   accelerators_test                            all but the pairs
 *   accelerators_test pairs SEED GROUPS          conformance_pairs for each family, with its digest
 */
#include "check.h"
#include "conformance.h"
#include "counts.h"
#include "sha256.h"
#include "sha_calibrate.h"
#include "sha_classic.h"
#include "sha_restore.h"
#include "users.h"

#include <stdlib.h>
#include <string.h>

#define CLOCKS_A_MICRO 240u

struct kind {
  const char *name;
  enum model_family family;
  struct mite_sha_engine *engine;
  const struct mite_backend *backend;
};

static const struct kind KINDS[] = {
    {"classic", MODEL_CLASSIC, &mite_sha_classic, &mite_backend_sha_classic},
    {"restore", MODEL_RESTORE, &mite_sha_restore, &mite_backend_sha_restore},
};
#define KIND_COUNT (sizeof KINDS / sizeof *KINDS)

/* Copies of the drivers, broken by accelerators.mk. */
#define BROKEN(n, family) extern struct mite_sha_engine mite_sha_broken_##n;
#include "broken.h"
#undef BROKEN
extern struct mite_sha_engine mite_sha_one_lock;

static const char *mode_name(enum mite_sha_mode mode) {
  return mode == MITE_SHA_DELAYS ? "delays" : mode == MITE_SHA_POLLS ? "polls" : "software";
}

static void reset(const struct kind *kind) {
  const struct mite_sha_family *family = kind->engine->family;
  model_reset(kind->family);
  memset(kind->engine, 0, sizeof *kind->engine);
  kind->engine->family = family;
}

/* Clocks of a block beyond the longest delays. The classic driver covers one wait by writing and a delay. */
static uint32_t slow(const struct kind *kind) {
  return kind->family == MODEL_CLASSIC ? 500 : 2000;
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

/* The rules that the drivers have to keep: each broken one shows. */
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
    check(!mite_sha_calibrate(engine), "classic: an engine in use is no use at boot");
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
static struct mite_sha_engine *tested;
static uint32_t tested_scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  return mite_sha_scan(tested, job, first, count, tried);
}
static const struct mite_backend TESTED = {.name = "tested", .scan = tested_scan};

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

/* ---- wrong digests */

static void easy(struct mite_job *job, uint8_t zeros, uint32_t mask) {
  uint8_t header[MITE_HEADER_BYTES], target[MITE_HASH_BYTES];
  test_header(header, false);
  memset(target, 0xff, sizeof target);
  target[31] = (uint8_t)(0xff >> zeros);
  mite_job_init(job, header, target, mask);
}

static uint32_t count_candidates(const struct mite_backend *backend, const struct mite_job *job,
                                 uint32_t range, bool *true_ones) {
  uint8_t header[MITE_HEADER_BYTES];
  uint32_t candidates = 0, tried;
  *true_ones = true;
  for (uint32_t at = 0; at < range; at += tried)
    if (mite_scan(backend, job, at, range - at, &tried)) {
      candidates++;
      mite_job_header(job, 0, at + tried - 1, header);
      *true_ones &= mite_header_check(header, job->target);
    }
  return candidates;
}

static void wrong_digests(const struct kind *kind) {
  struct mite_job job;
  bool true_ones, all_true;
  easy(&job, 6, 0);
  reset(kind);
  kind->backend->usable();
  model.fault_every = 300;
  const uint32_t with = count_candidates(kind->backend, &job, 60000, &true_ones);
  const uint32_t without = count_candidates(&mite_backend_portable, &job, 60000, &all_true);
  check(true_ones && all_true && with < without && with > without * 97 / 100,
        "%s: one wrong block in 300: %lu of %lu candidates, each a true one", kind->name, (unsigned long)with,
        (unsigned long)without);
}

/* An engine that gets worse: delays, then polls, then software, then all candidates again. */
static void falls_back(const struct kind *kind) {
  struct mite_sha_engine *engine = kind->engine;
  struct mite_job job;
  uint32_t tried, at = 0, hashes = 0;
  easy(&job, 0, 0);
  job.reject = 0xffffffffu;
  reset(kind);
  kind->backend->usable();
  model.block_clocks = slow(kind);
  while (engine->mode == MITE_SHA_DELAYS && hashes < 1000000) {
    kind->backend->scan(&job, at, 10000, &tried);
    at += tried;
    hashes += tried;
  }
  check(engine->mode == MITE_SHA_POLLS && hashes <= 200000,
        "%s: delays that became too short are polls after %lu hashes", kind->name, (unsigned long)hashes);
  model.longest_hold = 0;
  kind->backend->scan(&job, at, 10000, &tried);
  check(model.longest_hold > 0 && model.longest_hold <= 2000 * CLOCKS_A_MICRO &&
            engine->mode == MITE_SHA_POLLS,
        "%s: polls go on, held for %lu us at most", kind->name,
        (unsigned long)(model.longest_hold / CLOCKS_A_MICRO));
  const uint32_t slice = engine->slice;
  model.block_clocks = 250;
  for (int i = 0; i < 20; i++)
    kind->backend->scan(&job, at, 10000, &tried);
  check(engine->slice > slice, "%s: a faster engine gets a longer slice", kind->name);
  model.block_clocks = 4 * slow(kind);
  kind->backend->scan(&job, at, 10000, &tried);
  model.longest_hold = 0;
  kind->backend->scan(&job, at, 10000, &tried);
  check(model.longest_hold > 0 && model.longest_hold <= 2000 * CLOCKS_A_MICRO,
        "%s: a slower one a shorter slice: %lu us at most", kind->name,
        (unsigned long)(model.longest_hold / CLOCKS_A_MICRO));
  model.fault_every = 1;
  hashes = 0;
  while (engine->mode == MITE_SHA_POLLS && hashes < 1000000) {
    kind->backend->scan(&job, at, 10000, &tried);
    at += tried;
    hashes += tried;
  }
  check(engine->mode == MITE_SHA_SOFTWARE && engine->fallbacks == 2 && hashes <= 300000,
        "%s: wrong digests end in software after %lu hashes", kind->name, (unsigned long)hashes);
  bool true_ones;
  easy(&job, 6, 0);
  check(count_candidates(kind->backend, &job, 20000, &true_ones) ==
            count_candidates(&mite_backend_portable, &job, 20000, &true_ones),
        "%s: software misses nothing", kind->name);
}

/* Once in 25,000 hashes, the classic silicon's worst: never a fallback, in some million hashes. */
static void silicon_is_kept(void) {
  const struct kind *kind = &KINDS[0];
  struct mite_job job;
  uint32_t tried;
  easy(&job, 0, 0);
  job.reject = 0xffffffffu;
  reset(kind);
  model.fault_every = 75000;
  kind->backend->usable();
  kind->backend->scan(&job, 0, 600000, &tried);
  check(kind->engine->mode == MITE_SHA_DELAYS && kind->engine->samples >= 17,
        "classic: 600,000 hashes with one wrong in 25,000 keep the delays; %lu samples",
        (unsigned long)kind->engine->samples);
}

/* ---- the running check, on an accelerator that is never asked for a hash but the sampled ones */

static uint32_t sampled, wrong_of_window;

static bool always(void) {
  return true;
}
static void never_mind(void) {}
static uint32_t find_nothing(const struct mite_sha_waits *waits, const struct mite_job *job, uint32_t first,
                             uint32_t count, uint32_t *tried) {
  (void)waits, (void)job, (void)first;
  *tried = count;
  return 0;
}
/* The first samples of each window are wrong. */
static uint32_t sum_wrong(const struct mite_sha_waits *waits, const struct mite_job *job, uint32_t first,
                          uint32_t count) {
  (void)waits;
  return mite_sha_software_sum(job, first, count) ^ (sampled++ % MITE_SHA_WINDOW < wrong_of_window);
}

static enum mite_sha_mode after_windows(uint32_t windows, uint32_t wrong) {
  static const struct mite_sha_family family = {
      .take = always, .give = never_mind, .scan = find_nothing, .sum = sum_wrong};
  struct mite_sha_engine engine = {.family = &family, .mode = MITE_SHA_DELAYS, .slice = MITE_SHA_MOST_SLICE};
  struct mite_job job;
  uint32_t tried;
  easy(&job, 0, 0);
  sampled = 0;
  wrong_of_window = wrong;
  /* A slice is more than a sample's hashes here: each hold is sampled. */
  while (engine.samples < windows * MITE_SHA_WINDOW && engine.mode == MITE_SHA_DELAYS)
    mite_sha_scan(&engine, &job, 0, MITE_SHA_SAMPLE_EVERY, &tried);
  return engine.mode;
}

static void windows(void) {
  model_reset(MODEL_CLASSIC);
  check(after_windows(20, MITE_SHA_WRONG - 1) == MITE_SHA_DELAYS,
        "running check: %u wrong samples in each of 20 windows are the silicon's", MITE_SHA_WRONG - 1);
  check(after_windows(2, MITE_SHA_WRONG) == MITE_SHA_POLLS, "running check: %u in one are not",
        MITE_SHA_WRONG);
}

/* ---- other users */

/* An accelerator that is in use for good, as in a long handshake: the search goes on, exact. */
static void in_use(void) {
  const struct kind *kind = &KINDS[0];
  reset(kind);
  kind->backend->usable();
  model_lock(2);
  const int vector = mite_selftest(kind->backend);
  check(vector == 0 && kind->engine->mode == MITE_SHA_DELAYS && kind->engine->refused > 100,
        "classic: in use for good: self-test: %s, refused %lu times", mite_selftest_name(vector),
        (unsigned long)kind->engine->refused);
}

static void with_users(const struct kind *kind, bool polls) {
  struct mite_job job;
  bool true_ones, all_true;
  easy(&job, 5, 0);
  reset(kind);
  if (polls)
    model.block_clocks = slow(kind);
  kind->backend->usable();
  model.block_clocks = 250;
  model.longest_hold = 0;
  users_begin(11 + polls, true);
  const uint32_t with = count_candidates(kind->backend, &job, 150000, &true_ones);
  model.other = NULL;
  const uint32_t without = count_candidates(&mite_backend_portable, &job, 150000, &all_true);
  check(with == without && true_ones, "%s, %s: %lu candidates beside other users, none lost", kind->name,
        mode_name(kind->engine->mode), (unsigned long)with);
  check(users.wrong == 0 && users.right > 50 && users.foreign == 0,
        "%s: other users' digests: %lu right with the accelerator, %lu wrong, %lu in software", kind->name,
        (unsigned long)users.right, (unsigned long)users.wrong, (unsigned long)users.software);
  if (kind->family == MODEL_CLASSIC)
    check(kind->engine->refused > 0 && users.software > 0,
          "classic: the driver is refused %lu times and goes on in software",
          (unsigned long)kind->engine->refused);
  else
    check(users.longest_wait > 0 && users.longest_wait <= 2000 * CLOCKS_A_MICRO,
          "restore: a user waits for %lu us at most", (unsigned long)(users.longest_wait / CLOCKS_A_MICRO));
  check(model.longest_hold > 0 && model.longest_hold <= 2000 * CLOCKS_A_MICRO,
        "%s: the accelerator is held for %lu us at most", kind->name,
        (unsigned long)(model.longest_hold / CLOCKS_A_MICRO));
}

/* A driver that takes SHA-256's lock alone spoils the digests of the engine that shares TEXT. */
static void one_lock_is_caught(void) {
  struct mite_job job;
  bool true_ones;
  easy(&job, 5, 0);
  model_reset(MODEL_CLASSIC);
  mite_sha_calibrate(&mite_sha_one_lock);
  tested = &mite_sha_one_lock;
  users_begin(11, true);
  count_candidates(&TESTED, &job, 150000, &true_ones);
  model.other = NULL;
  check(users.wrong > 0, "a driver with SHA-256's lock alone is caught: %lu wrong digests of other users",
        (unsigned long)users.wrong);
}

static void holds_of_versions(const struct kind *kind) {
  struct mite_job job;
  uint32_t tried;
  easy(&job, 0, 0x1fffe000u);
  job.reject = 0xffffffffu;
  reset(kind);
  kind->backend->usable();
  model.longest_hold = 0;
  kind->backend->scan(&job, 0, 3000, &tried);
  check(tried == 3000 && model.longest_hold > 0 && model.longest_hold <= 2000 * CLOCKS_A_MICRO,
        "%s: with 16 versions it is held for %lu us at most", kind->name,
        (unsigned long)(model.longest_hold / CLOCKS_A_MICRO));
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
  model_is_unkind();
  access_counts();
  for (size_t i = 0; i < KIND_COUNT; i++) {
    const struct kind *kind = &KINDS[i];
    model_is_right(kind);
    calibration(kind);
    zero_words(kind, false);
    zero_words(kind, true);
    wrong_digests(kind);
    falls_back(kind);
    holds_of_versions(kind);
    with_users(kind, false);
    with_users(kind, true);
    conforms(kind, false);
    conforms(kind, true);
  }
  silicon_is_kept();
  windows();
  in_use();
  one_lock_is_caught();
#define BROKEN(n, family) broken_is_caught(&mite_sha_broken_##n, &KINDS[family], n);
#include "broken.h"
#undef BROKEN
  return check_failures != 0;
}
