/* The drivers at work: wrong digests, engines that change, other users of the accelerator. */
#include "check.h"
#include "conformance.h"
#include "counts.h"
#include "kinds.h"
#include "sha_calibrate.h"
#include "users.h"

#include <string.h>

/* sha_classic.c with a copy of sha_idf.c that takes too few locks (accelerators.mk). */
extern struct mite_sha_engine mite_sha_one_lock;

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
  const bool failed = kind->backend->failed();
  model.fault_every = 1;
  hashes = 0;
  while (engine->mode == MITE_SHA_POLLS && hashes < 1000000) {
    kind->backend->scan(&job, at, 10000, &tried);
    at += tried;
    hashes += tried;
  }
  check(engine->mode == MITE_SHA_SOFTWARE && engine->fallbacks == 2 && hashes <= 300000 && !failed &&
            kind->backend->failed(),
        "%s: wrong digests end in software after %lu hashes", kind->name, (unsigned long)hashes);
  bool true_ones;
  easy(&job, 6, 0);
  check(count_candidates(kind->backend, &job, 20000, &true_ones) ==
            count_candidates(&mite_backend_portable, &job, 20000, &true_ones),
        "%s: software misses nothing", kind->name);
}

/* An engine that stays busy for good: nobody waits longer for the accelerator, nothing is missed, and it is
 * given up soon. One that takes much longer than ever is looked at. */
static void gets_stuck(const struct kind *kind) {
  struct mite_sha_engine *engine = kind->engine;
  struct mite_job job;
  bool true_ones, all_true;
  easy(&job, 6, 0);
  reset(kind);
  model.block_clocks = slow(kind);
  kind->backend->usable();
  const bool polls = engine->mode == MITE_SHA_POLLS;
  count_candidates(kind->backend, &job, 2000, &true_ones);
  model.block_clocks = 2000000000;
  model.longest_hold = 0;
  const uint32_t with = count_candidates(kind->backend, &job, 3000, &true_ones);
  const uint32_t without = count_candidates(&mite_backend_portable, &job, 3000, &all_true);
  check(polls && engine->mode == MITE_SHA_SOFTWARE && with == without && true_ones &&
            model.longest_hold <= 2000 * CLOCKS_A_MICRO,
        "%s: a stuck engine is held for %lu us at most and given up, no candidate lost", kind->name,
        (unsigned long)(model.longest_hold / CLOCKS_A_MICRO));

  uint32_t tried;
  reset(kind);
  kind->backend->usable();
  const uint32_t samples = engine->samples, write = model.write_clocks;
  job.reject = 0xffffffffu;
  model.write_clocks *= 20;
  kind->backend->scan(&job, 0, 400, &tried);
  model.write_clocks = write;
  check(engine->samples > samples && engine->wrong_samples == 0,
        "%s: a hold of more than four times its length is sampled", kind->name);
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

/* ---- the running check, on an accelerator that computes only the sampled hashes */

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

/* An accelerator that stays in use, as in a long handshake: the search continues, exactly. */
static void in_use(void) {
  const struct kind *kind = &KINDS[0];
  reset(kind);
  kind->backend->usable();
  model_lock(2);
  const int vector = mite_selftest(kind->backend);
  struct mite_job job;
  uint32_t one, sixteen;
  easy(&job, 0, 0);
  job.reject = 0xffffffffu;
  kind->backend->scan(&job, 0, 1000, &one);
  easy(&job, 0, 0x1fffe000u);
  job.reject = 0xffffffffu;
  kind->backend->scan(&job, 0, 1000, &sixteen);
  check(one > 0 && one < 200 && sixteen > 0 && sixteen < 200 / 16,
        "classic: in use for good: a scan in software ends after %lu nonces, %lu with 16 versions",
        (unsigned long)one, (unsigned long)sixteen);
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

int running_checks(const struct kind *kind) {
  check_failures = 0;
  wrong_digests(kind);
  falls_back(kind);
  gets_stuck(kind);
  holds_of_versions(kind);
  with_users(kind, false);
  with_users(kind, true);
  return check_failures;
}

int running_checks_once(void) {
  check_failures = 0;
  silicon_is_kept();
  windows();
  in_use();
  one_lock_is_caught();
  return check_failures;
}
