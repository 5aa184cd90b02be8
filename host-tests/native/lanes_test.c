/* Versions, lanes with different backends, and backends that err. Part of the searcher's tests. */
#include "check.h"
#include "conformance.h"
#include "searcher_test.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#define SPAN 65536u

/* Two backends of different speed that really hash. */
static atomic_uchar seen[SPAN]; /* how often each nonce was tried */
static atomic_uint fast_longest, slow_longest, slow_sum, engine_inside, engine_shared;

static uint32_t note(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried,
                     uint32_t nanos, atomic_uint *longest) {
  const uint32_t found = mite_backend_portable.scan(job, first, count, tried);
  if (count * job->versions > atomic_load(longest))
    atomic_store(longest, count * job->versions);
  for (uint32_t i = 0; i < *tried; i++)
    if (first + i < SPAN)
      atomic_fetch_add(&seen[first + i], 1);
  spend(*tried * job->versions, nanos);
  return found;
}

static uint32_t fast_scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  return note(job, first, count, tried, 500, &fast_longest);
}

static uint32_t slow_scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  const uint32_t found = note(job, first, count, tried, 40000, &slow_longest);
  atomic_fetch_add(&slow_sum, *tried);
  return found;
}

/* One engine: notes when two are inside at once. */
static uint32_t engine_scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  if (atomic_fetch_add(&engine_inside, 1) != 0)
    atomic_store(&engine_shared, 1);
  const uint32_t found = note(job, first, count, tried, 500, &fast_longest);
  atomic_fetch_sub(&engine_inside, 1);
  return found;
}

/* Errors of all kinds, each by the nonce where its scan begins or ends. Misses nothing. */
static uint32_t erring_scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  for (uint32_t i = 0; i < count; i++) {
    uint32_t one;
    const uint32_t found = mite_backend_portable.scan(job, first + i, 1, &one);
    if (found == 0 && (first + i) % 64 != 63)
      continue;
    *tried = i + 1;
    return found == 0 ? 1u << ((first + i) / 64 % job->versions) : found;
  }
  *tried = count;
  return 0;
}

/* What it says it tried makes no sense. */
static uint32_t senseless_scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  (void)job;
  switch (first / 32 % 4) {
  case 0:
    *tried = 0;
    return 1;
  case 1:
    *tried = count + 1;
    return 1;
  case 2:
    *tried = count > 0 ? count - 1 : 0;
    return 0;
  default:
    *tried = count;
    return 1u << 31; /* a version that the job does not have */
  }
}

/* An engine that is given up after a while; software takes its place. */
static atomic_uint quitter_scans;
static uint32_t quitter_scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  atomic_fetch_add(&quitter_scans, 1);
  return note(job, first, count, tried, 500, &fast_longest);
}
static bool quitter_failed(void) {
  return atomic_load(&quitter_scans) > 20;
}

/* An engine that others have every now and then: 40 us a hash then, and back after 96 of them. */
static atomic_uint shared_scans, shared_longest;
static uint32_t shared_scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  if (atomic_fetch_add(&shared_scans, 1) / 10 % 2 == 0)
    return note(job, first, count, tried, 500, &fast_longest);
  const uint32_t few = 96 / job->versions;
  return note(job, first, count < few ? count : few, tried, 40000, &shared_longest);
}

/* One that is slow from one moment to the next: 80 times. */
static atomic_uint sudden_scans, sudden_overruns;
static uint32_t sudden_scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  const bool slow = atomic_fetch_add(&sudden_scans, 1) >= 20;
  if (slow && count * job->versions * 40ull > 5000)
    atomic_fetch_add(&sudden_overruns, 1);
  return note(job, first, count, tried, slow ? 40000 : 500, &slow_longest);
}

/* Finds nothing at all: its self-test fails. */
static uint32_t blind_scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  (void)job, (void)first;
  *tried = count;
  return 0;
}

static const struct mite_backend FAST = {.name = "fast", .scan = fast_scan},
                                 SLOW = {.name = "slow", .scan = slow_scan},
                                 ENGINE = {.name = "engine", .scan = engine_scan, .exclusive = true},
                                 SHARED = {.name = "shared", .scan = shared_scan, .exclusive = true},
                                 SUDDEN = {.name = "sudden", .scan = sudden_scan},
                                 QUITTER = {.name = "quitter",
                                            .scan = quitter_scan,
                                            .exclusive = true,
                                            .failed = quitter_failed},
                                 ERRING = {.name = "erring", .scan = erring_scan},
                                 SENSELESS = {.name = "senseless", .scan = senseless_scan},
                                 BLIND = {.name = "blind", .scan = blind_scan};

static void open_lanes(const struct mite_backend *first, const struct mite_backend *second) {
  const struct mite_lane lanes[] = {{first, -1, 0}, {second, -1, -1}};
  memset(seen, 0, sizeof seen);
  atomic_store(&fast_longest, 0);
  atomic_store(&slow_longest, 0);
  atomic_store(&slow_sum, 0);
  if (!mite_searcher_open(&searcher, lanes, second ? 2 : 1, NULL, NULL)) {
    check(false, "open with %s", first->name);
    exit(1);
  }
}

/* The header with these version bits flipped and this nonce meets the target, by the plain hash. */
static bool meets(uint32_t bits, uint32_t nonce, const uint8_t target[MITE_HASH_BYTES]) {
  uint8_t copy[MITE_HEADER_BYTES];
  memcpy(copy, header, sizeof copy);
  for (int i = 0; i < 4; i++)
    copy[i] ^= (uint8_t)(bits >> (8 * i));
  set_nonce(copy, nonce);
  return mite_header_check(copy, target);
}

/* The combination of the mask's bits that has number `index`. */
static uint32_t spread(uint32_t index, uint32_t mask) {
  uint32_t bits = 0;
  for (; mask != 0; mask &= mask - 1, index >>= 1)
    if (index & 1)
      bits |= mask & -mask;
  return bits;
}

/* Each (nonce, version) that meets the target comes once, no other, and the hashes are exact. */
static void versions(const struct mite_backend *first, const struct mite_backend *second, uint32_t mask,
                     const uint8_t target[MITE_HASH_BYTES]) {
  enum { NONCES = 9000 };
  static uint8_t reported[NONCES][MITE_VERSIONS];
  const uint32_t begin = 0x01fff000u, count = 1u << __builtin_popcount(mask);
  uint32_t candidates = 0, wrong = 0, expected = 0;
  memset(reported, 0, sizeof reported);
  open_lanes(first, second);
  mite_searcher_start(&searcher, 9, header, target, mask, begin, begin + NONCES - 1);
  struct mite_search_event event;
  while ((event = await_event()).kind == MITE_CANDIDATE) {
    uint32_t version = 0;
    while (version < count && spread(version, mask) != event.version)
      version++;
    wrong += event.work != 9 || event.value - begin >= NONCES || version == count ||
             reported[event.value - begin][version]++ != 0;
    candidates++;
  }
  wrong += event.kind != MITE_EXHAUSTED || event.work != 9;
  for (uint32_t i = 0; i < NONCES; i++)
    for (uint32_t version = 0; version < count; version++) {
      const bool right = meets(spread(version, mask), begin + i, target);
      expected += right;
      wrong += right != reported[i][version];
    }
  check(wrong == 0 && candidates == expected && candidates > 0 &&
            mite_searcher_hashes(&searcher) == (uint64_t)NONCES * count &&
            mite_searcher_errors(&searcher) == 0,
        "%s and %s, mask %08lx: %u candidates of %u versions, each once", first->name, second->name,
        (unsigned long)mask, candidates, count);
  mite_searcher_close(&searcher);
}

/* A fast and a slow thread: each nonce once, no sub-range of either beyond 5 ms, and both take part. */
static void speeds(uint32_t mask, uint32_t nonces) {
  uint32_t wrong = 0;
  open_lanes(&FAST, &SLOW);
  mite_searcher_start(&searcher, 1, header, none, mask, 0, nonces - 1);
  const struct mite_search_event event = await_event();
  for (uint32_t i = 0; i < SPAN; i++)
    wrong += atomic_load(&seen[i]) != (i < nonces);
  const double fast = atomic_load(&fast_longest) * 500 / 1e6, slow = atomic_load(&slow_longest) * 40000 / 1e6;
  check(event.kind == MITE_EXHAUSTED && wrong == 0 && atomic_load(&slow_sum) > 0 && fast <= 5 && slow <= 5 &&
            fast >= 0.5 && slow >= 0.5,
        "2 MH/s and 25 kH/s, mask %08lx: %u nonces once each, sub-ranges of %.2f and %.2f ms at most",
        (unsigned long)mask, nonces, fast, slow);
  mite_searcher_close(&searcher);
}

/* What a backend names wrongly is counted for its lane and not reported; what it names rightly is
 * reported. */
static void errors(void) {
  enum { NONCES = 4096 };
  uint32_t candidates = 0, wrong = 0, expected = 0, named = 0;
  open_lanes(&ERRING, &mite_backend_portable);
  mite_searcher_start(&searcher, 1, header, some, 0x6000, 0, NONCES - 1);
  struct mite_search_event event;
  while ((event = await_event()).kind == MITE_CANDIDATE) {
    wrong += !meets(event.version, event.value, some);
    candidates++;
  }
  for (uint32_t i = 0; i < NONCES; i++)
    for (uint32_t version = 0; version < 4; version++)
      expected += meets(spread(version, 0x6000), i, some);
  const struct mite_lane_counts erring = mite_searcher_lane(&searcher, 0);
  const struct mite_lane_counts right = mite_searcher_lane(&searcher, 1);
  check(event.kind == MITE_EXHAUSTED && wrong == 0 && candidates == expected &&
            mite_searcher_hashes(&searcher) == NONCES * 4,
        "beside an erring backend: all %u candidates told, no other", candidates);
  check(erring.errors <= NONCES / 64 && right.errors == 0 &&
            erring.errors == mite_searcher_errors(&searcher) && mite_searcher_lane(&searcher, 2).hits == 0,
        "errors are counted for the lane that errs: %u", erring.errors);
  mite_searcher_close(&searcher);

  /* Alone, so that the count is certain: one false answer each 64 nonces, unless there is a true one. */
  open_lanes(&ERRING, NULL);
  mite_searcher_start(&searcher, 1, header, none, 0, 0, NONCES - 1);
  const bool ended = await_event().kind == MITE_EXHAUSTED;
  named = mite_searcher_lane(&searcher, 0).errors;
  check(ended && named == NONCES / 64, "one false answer in 64: %u counted", named);
  mite_searcher_close(&searcher);

  open_lanes(&SENSELESS, NULL);
  mite_searcher_start(&searcher, 1, header, all, 0, 0, 32 * 64 - 1);
  event = await_event();
  check(event.kind == MITE_EXHAUSTED && mite_searcher_errors(&searcher) >= 4 &&
            mite_searcher_hashes(&searcher) == 32 * 64,
        "senseless answers: the work ends, %u errors", (unsigned)mite_searcher_errors(&searcher));
  mite_searcher_close(&searcher);
}

/* An engine that has failed is seen in its lane's counts though each answer is right, until other lanes come.
 */
static void failures(void) {
  const struct mite_lane fast[] = {{&FAST, -1, 0}};
  open_lanes(&QUITTER, &FAST);
  atomic_store(&quitter_scans, 0);
  mite_searcher_start(&searcher, 1, header, none, 0, 0, 99);
  const bool ended = await_event().kind == MITE_EXHAUSTED;
  const struct mite_lane_counts before = mite_searcher_lane(&searcher, 0);
  mite_searcher_start(&searcher, 2, header, none, 0, 0, UINT32_MAX);
  for (int i = 0; i < 60000 && mite_searcher_lane(&searcher, 0).errors == 0; i++)
    pause_ms(1);
  const struct mite_lane_counts quitter = mite_searcher_lane(&searcher, 0);
  check(ended && before.errors == 0 && !before.failed && quitter.failed && quitter.hits == 0 &&
            quitter.errors == UINT32_MAX && !mite_searcher_lane(&searcher, 1).failed &&
            mite_searcher_errors(&searcher) == 0,
        "an engine that has failed is told as %lu errors of its lane, none of the searcher",
        (unsigned long)quitter.errors);
  check(mite_searcher_use(&searcher, fast, 1) && mite_searcher_lane(&searcher, 0).errors == 0,
        "and forgotten with its lane");
  mite_searcher_close(&searcher);
}

/* An engine that is refused gives the thread back soon; nothing is skipped, nothing twice, and no error. */
static void refusals(uint32_t mask) {
  enum { NONCES = 30000 };
  uint32_t wrong = 0, candidates = 0, expected = 0;
  const uint32_t count = 1u << __builtin_popcount(mask);
  atomic_store(&shared_scans, 0);
  atomic_store(&shared_longest, 0);
  open_lanes(&SHARED, NULL);
  mite_searcher_start(&searcher, 1, header, some, mask, 0, NONCES - 1);
  struct mite_search_event event;
  while ((event = await_event()).kind == MITE_CANDIDATE)
    candidates++;
  for (uint32_t i = 0; i < NONCES; i++) {
    wrong += atomic_load(&seen[i]) != 1;
    for (uint32_t version = 0; version < count; version++)
      expected += meets(spread(version, mask), i, some);
  }
  check(event.kind == MITE_EXHAUSTED && wrong == 0 && candidates == expected &&
            mite_searcher_hashes(&searcher) == (uint64_t)NONCES * count &&
            mite_searcher_errors(&searcher) == 0 && atomic_load(&shared_scans) > 20 &&
            atomic_load(&shared_longest) > 0,
        "an engine that is refused now and then, mask %08lx: each nonce once, %u candidates",
        (unsigned long)mask, candidates);

  /* A stop is seen between its steps. */
  mite_searcher_start(&searcher, 2, header, none, mask, 0, UINT32_MAX);
  await_hashes((NONCES + 5000) * (uint64_t)count);
  mite_searcher_stop(&searcher);
  await_idle();
  const uint64_t hashes = mite_searcher_hashes(&searcher);
  mite_searcher_start(&searcher, 3, header, none, mask, 0, UINT32_MAX);
  await_hashes(hashes + 5000ull * count);
  mite_searcher_close(&searcher);
  check(true, "stopped and closed in the middle of it");
}

/* One sub-range is too long when a backend becomes much slower, no second one. */
static void slows_down(void) {
  atomic_store(&sudden_scans, 0);
  atomic_store(&sudden_overruns, 0);
  open_lanes(&SUDDEN, NULL);
  mite_searcher_start(&searcher, 1, header, none, 0, 0, 60000);
  const bool ended = await_event().kind == MITE_EXHAUSTED;
  check(ended && atomic_load(&sudden_overruns) == 1,
        "a backend 80 times slower at once: %u sub-ranges of more than 5 ms", atomic_load(&sudden_overruns));
  mite_searcher_close(&searcher);
}

/* Other lanes in the middle of a search. */
static void changes(void) {
  const struct mite_lane engines[] = {{&ENGINE, -1, 0}, {&ENGINE, -1, 0}};
  const struct mite_lane one[] = {{&ENGINE, 1, 0}, {&FAST, 0, -1}},
                         blind[] = {{&FAST, -1, 0}, {&BLIND, -1, 0}};
  open_lanes(&FAST, &FAST);
  mite_searcher_start(&searcher, 1, header, all, 0, 0, 19);
  await_idle();
  mite_searcher_start(&searcher, 2, header, none, 0, 0, UINT32_MAX);
  await_hashes(2000);
  check(!mite_searcher_use(&searcher, engines, 2) && !mite_searcher_running(&searcher),
        "one engine on two lanes is refused");
  check(mite_searcher_use(&searcher, one, 2), "other lanes in mid-search");
  const uint64_t before = mite_searcher_hashes(&searcher);
  uint32_t kept = 0;
  while (mite_searcher_read(&searcher).kind != MITE_NONE)
    kept++;
  mite_searcher_start(&searcher, 3, header, none, 0x2000, 0, 9999);
  const struct mite_search_event event = await_event();
  check(kept == 21 && event.kind == MITE_EXHAUSTED && event.work == 3 &&
            mite_searcher_hashes(&searcher) == before + 20000,
        "unread events and the count outlive it");
  mite_searcher_start(&searcher, 4, header, none, 0, 0, UINT32_MAX);
  await_hashes(before + 21000);
  check(mite_searcher_selftest(&searcher) == 0 && !atomic_load(&engine_shared),
        "self-test in mid-search: the engine is never used twice at once");
  check(mite_searcher_use(&searcher, blind, 2) && mite_searcher_selftest(&searcher) > 0,
        "self-test of a second lane that is blind fails");
  mite_searcher_start(&searcher, 5, header, none, 0, 0, 99);
  check(await_event().work == 5, "and the threads go on");
  mite_searcher_close(&searcher);
}

int lane_tests(void) {
  static const uint32_t masks[] = {0, 0x2000, 0x1e000, 0x10004000, 0x80000001u};
  for (size_t i = 0; i < sizeof masks / sizeof *masks; i++)
    versions(&FAST, &SLOW, masks[i], some);
  /* The rejecting bits alone let through what does not meet this one. */
  uint8_t uneven[MITE_HASH_BYTES];
  memcpy(uneven, some, sizeof uneven);
  uneven[30] = 0x09;
  versions(&FAST, &SLOW, 0x1e000, uneven);
  for (const struct mite_backend *const *at = mite_backends(); *at; at++) {
    versions(*at, &FAST, 0x1e000, uneven);
    versions(*at, &FAST, 0, some);
  }
  speeds(0, 60000);
  speeds(0x1e000, 20000);
  errors();
  failures();
  refusals(0);
  refusals(0x1e000);
  slows_down();
  changes();
  return check_failures;
}
