/*
 * Tests of the search threads. Time is virtual: a backend says how many microseconds each nonce costs, and
 * the clock of port.h, replaced at link time (--wrap), tells each thread its own sum. So the length of the
 * sub-ranges, on which the 5 ms of `stop` rest, is tested without looking at the wall clock.
 */
#define _POSIX_C_SOURCE 200809L
#include "searcher_test.h"

#include "check.h"
#include "conformance.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SPAN (1u << 18)
#define MOST_THREADS 4u

static _Thread_local uint32_t clock_micros, clock_nanos;
static atomic_uint nanos_per_hash, longest, wakes;
static atomic_uchar seen[2][SPAN]; /* how often each nonce was tried, by header byte 0 */
static atomic_uint sums[2];        /* all nonces tried, by header byte 0 */
static uint32_t seen_from;
static atomic_bool hold, holding; /* keeps threads inside a scan of a header with an even first byte */

uint32_t __wrap_mite_micros(void);
uint32_t __wrap_mite_micros(void) {
  return clock_micros;
}

void spend(uint32_t hashes, uint32_t nanos) {
  clock_nanos += hashes % 1000 * nanos;
  clock_micros += hashes / 1000 * nanos + clock_nanos / 1000;
  clock_nanos %= 1000;
}

/* A rest: how many there were, in one of which the thread stays until it is let go. It costs 10 ms. */
static atomic_uint rests, rest_hashes = 10000;
static atomic_bool stay, staying;
void __wrap_mite_thread_rest(mite_thread *thread);
void __wrap_mite_thread_rest(mite_thread *thread) {
  (void)thread;
  atomic_fetch_add(&rests, 1);
  spend(atomic_load(&rest_hashes), 1000);
  while (atomic_load(&stay)) {
    atomic_store(&staying, true);
    nanosleep(&(struct timespec){0, 100000}, NULL);
  }
}

uint32_t __wrap_mite_thread_micros(void);
uint32_t __wrap_mite_thread_micros(void) {
  return clock_micros;
}

/* Rests of the budget, on the same clock, and late; or the real ones, a thousand times as long. */
static atomic_uint budget_rests;
static atomic_ullong rested;
static atomic_bool long_rests;
void __real_mite_event_wait_for(mite_event *event, uint32_t micros);
void __wrap_mite_event_wait_for(mite_event *event, uint32_t micros);
void __wrap_mite_event_wait_for(mite_event *event, uint32_t micros) {
  atomic_fetch_add(&budget_rests, 1);
  if (atomic_load(&long_rests)) {
    __real_mite_event_wait_for(event, micros * 1000);
    return;
  }
  clock_micros += micros + 137;
  atomic_fetch_add(&rested, micros + 137);
}

static const struct mite_backend *real = &mite_backend_portable;

/* Records every nonce that the real kernel is given. */
static uint32_t recording_scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  const uint32_t found = real->scan(job, first, count, tried);
  if (count > atomic_load(&longest))
    atomic_store(&longest, count);
  for (uint32_t i = 0; i < *tried; i++)
    if (first + i - seen_from < SPAN)
      atomic_fetch_add(&seen[job->header[0] & 1][first + i - seen_from], 1);
  atomic_fetch_add(&sums[job->header[0] & 1], *tried);
  spend(*tried * job->versions, atomic_load(&nanos_per_hash));
  while (atomic_load(&hold) && job->header[0] % 2 == 0) {
    atomic_store(&holding, true);
    nanosleep(&(struct timespec){0, 100000}, NULL);
  }
  return found;
}

/* No hash at all, for tests of order and time. Finds nothing. */
static uint32_t idle_scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  (void)first;
  if (count > atomic_load(&longest))
    atomic_store(&longest, count);
  spend(count * job->versions, atomic_load(&nanos_per_hash));
  *tried = count;
  return false;
}

/* Every nonce is a candidate: the header and target must agree with that. */
static const struct mite_backend RECORDING = {.name = "recording", .scan = recording_scan},
                                 IDLE = {.name = "idle", .scan = idle_scan};

struct mite_searcher searcher;
uint8_t header[MITE_HEADER_BYTES], all[MITE_HASH_BYTES], none[MITE_HASH_BYTES], some[MITE_HASH_BYTES];

static bool wake(void *context) {
  (void)context;
  atomic_fetch_add(&wakes, 1);
  return true;
}

void pause_ms(long milliseconds) {
  nanosleep(&(struct timespec){0, milliseconds * 1000000}, NULL);
}

static void open_searcher(const struct mite_backend *backend, uint32_t threads, uint32_t nanos) {
  atomic_store(&nanos_per_hash, nanos);
  atomic_store(&longest, 0);
  atomic_store(&wakes, 0);
  memset(seen, 0, sizeof seen);
  atomic_store(&sums[0], 0);
  atomic_store(&sums[1], 0);
  seen_from = 0;
  struct mite_lane lanes[MOST_THREADS];
  for (uint32_t i = 0; i < threads; i++)
    lanes[i] = (struct mite_lane){backend, -1, 0};
  if (!mite_searcher_open(&searcher, lanes, threads, wake, NULL)) {
    check(false, "open with %u threads", threads);
    exit(1);
  }
}

/* Waits for one event, a minute at most. */
struct mite_search_event await_event(void) {
  for (int i = 0; i < 60000; i++) {
    struct mite_search_event event = mite_searcher_read(&searcher);
    if (event.kind != MITE_NONE)
      return event;
    pause_ms(1);
  }
  return (struct mite_search_event){MITE_NONE, 0, 0, 0};
}

void await_hashes(uint64_t hashes) {
  for (int i = 0; i < 60000 && mite_searcher_hashes(&searcher) < hashes; i++)
    pause_ms(1);
}

/* Until no thread is on a work, dropped ones included. Looks into the searcher. */
void await_idle(void) {
  for (int i = 0; i < 60000; i++) {
    bool idle = true;
    mite_mutex_lock(&searcher.lock);
    for (uint32_t j = 0; j < MITE_WORKS; j++)
      idle &= !searcher.used[j];
    mite_mutex_unlock(&searcher.lock);
    if (idle)
      return;
    pause_ms(1);
  }
}

static void await_wakes(uint32_t count) {
  for (int i = 0; i < 60000 && atomic_load(&wakes) < count; i++)
    pause_ms(1);
  pause_ms(2); /* for one too many */
}

/* Each nonce once, each candidate reported, the end reported last, the count exact. */
static void covers(uint32_t threads, uint32_t first, uint32_t last, const char *name) {
  const uint32_t count = last - first + 1;
  uint32_t candidates = 0, wrong = 0, expected = 0, lost = 0;
  bool ended = false;
  open_searcher(&RECORDING, threads, 900);
  seen_from = first;
  mite_searcher_start(&searcher, 7, header, some, 0, first, last);
  static uint8_t reported[SPAN];
  memset(reported, 0, sizeof reported);
  while (!ended) {
    const struct mite_search_event event = await_event();
    if (event.kind == MITE_CANDIDATE && event.work == 7) {
      candidates++;
      wrong += event.value - first >= count || reported[event.value - first]++ != 0;
    } else if (event.kind == MITE_EXHAUSTED && event.work == 7) {
      ended = true;
    } else {
      lost += event.kind == MITE_LOST ? event.value : 1;
      if (event.kind == MITE_NONE)
        break;
    }
  }
  pause_ms(2);
  const struct mite_search_event after = mite_searcher_read(&searcher);
  uint8_t copy[MITE_HEADER_BYTES];
  memcpy(copy, header, sizeof copy);
  for (uint32_t i = 0; i < count; i++) {
    set_nonce(copy, first + i);
    const bool meets = mite_header_check(copy, some);
    expected += meets;
    wrong += meets != reported[i] || atomic_load(&seen[header[0] & 1][i]) != 1;
  }
  const bool exact = mite_searcher_hashes(&searcher) == count && !mite_searcher_running(&searcher);
  check(ended && wrong == 0 && lost == 0 && candidates == expected && exact && after.kind == MITE_NONE,
        "%u threads, %s: %u nonces once each, %u candidates, none after the end", threads, name, count,
        candidates);
  mite_searcher_close(&searcher);
}

/* A slow chip, then a fast machine, with one version and with 16: no sub-range is longer than 5 ms. */
static void sub_ranges(uint32_t mask, uint32_t versions) {
  static const uint32_t nanos[] = {50000, 40000, 20000, 5000, 1000, 400};
  for (size_t i = 0; i < sizeof nanos / sizeof *nanos; i++) {
    open_searcher(&IDLE, 2, nanos[i]);
    mite_searcher_start(&searcher, 1, header, none, mask, 0, UINT32_MAX);
    await_hashes(1000000);
    mite_searcher_stop(&searcher);
    const double milliseconds = atomic_load(&longest) * versions * (double)nanos[i] / 1e6;
    check(milliseconds <= 5 && milliseconds >= 0.5,
          "at %.1f kH/s with %u versions the longest sub-range takes %.2f ms", 1e6 / nanos[i], versions,
          milliseconds);
    mite_searcher_close(&searcher);
  }
}

static void stops(uint32_t threads) {
  open_searcher(&RECORDING, threads, 1000);
  mite_searcher_start(&searcher, 1, header, none, 0, 0, UINT32_MAX);
  await_hashes(20000);
  mite_searcher_stop(&searcher);
  const uint64_t at_stop = mite_searcher_hashes(&searcher);
  const bool running = mite_searcher_running(&searcher);
  await_idle();
  const uint64_t later = mite_searcher_hashes(&searcher);
  const uint64_t most = (uint64_t)threads * atomic_load(&longest);
  check(!running && later - at_stop <= most,
        "%s, %u threads: %llu hashes after stop, one sub-range each is %llu", real->name, threads,
        (unsigned long long)(later - at_stop), (unsigned long long)most);
  check(mite_searcher_read(&searcher).kind == MITE_NONE,
        "%s, %u threads: a stopped work ends without an event", real->name, threads);

  /* And it goes on from there. */
  mite_searcher_start(&searcher, 2, header, none, 0, 10, 5009);
  const struct mite_search_event event = await_event();
  check(event.kind == MITE_EXHAUSTED && event.work == 2 && mite_searcher_hashes(&searcher) == later + 5000,
        "%s, %u threads: start after stop, the count goes on", real->name, threads);
  mite_searcher_close(&searcher);
}

/* Replaced in the middle of a scan: no end is reported for the old work, its nonces are counted, no more are
 * taken. */
static void switches(void) {
  uint8_t other[MITE_HEADER_BYTES];
  memcpy(other, header, sizeof other);
  other[0] ^= 1;
  open_searcher(&RECORDING, 2, 1000);
  mite_searcher_start(&searcher, 1, header, none, 0, 0, UINT32_MAX);
  await_hashes(1000);
  atomic_store(&holding, false);
  atomic_store(&hold, true);
  while (!atomic_load(&holding))
    pause_ms(1);
  mite_searcher_start(&searcher, 2, other, none, 0, 0, 9999);
  mite_searcher_next(&searcher, 3, other, none, 0, 10000, 19999);
  atomic_store(&hold, false);
  const struct mite_search_event first = await_event(), second = await_event();
  check(first.kind == MITE_EXHAUSTED && first.work == 2 && second.kind == MITE_EXHAUSTED && second.work == 3,
        "%s, a switch in mid-scan: only the new works end", real->name);
  await_idle();
  const uint32_t old = atomic_load(&sums[header[0] & 1]);
  uint32_t wrong = 0;
  for (uint32_t i = 0; i < SPAN; i++)
    wrong += atomic_load(&seen[other[0] & 1][i]) != (i < 20000);
  check(wrong == 0 && mite_searcher_hashes(&searcher) == old + 20000u,
        "%s, a switch in mid-scan: the new works are whole, %u nonces of the old one are counted", real->name,
        old);
  mite_searcher_close(&searcher);
}

/* Ten works, each given while the one before runs; the owner is never needed for the step to the next. */
static void hands_over(uint32_t threads) {
  bool order = true;
  open_searcher(&RECORDING, threads, 1000);
  mite_searcher_start(&searcher, 0, header, none, 0, 0, 4999);
  for (uint32_t id = 1; id <= 10; id++) {
    mite_searcher_next(&searcher, id, header, none, 0, id * 5000, id * 5000 + 4999);
    /* With the next work queued, the searcher has two works: it must not become idle after the first. */
    await_hashes(id * 5000 + 1);
    const struct mite_search_event event = await_event();
    order &= event.kind == MITE_EXHAUSTED && event.work == id - 1;
  }
  const struct mite_search_event event = await_event();
  uint32_t wrong = 0;
  for (uint32_t i = 0; i < SPAN; i++)
    wrong += atomic_load(&seen[header[0] & 1][i]) != (i < 55000);
  check(order && event.work == 10 && wrong == 0, "%u threads: next works follow without a gap", threads);

  mite_searcher_next(&searcher, 20, header, none, 0, 60000, 60999);
  check(await_event().work == 20, "%u threads: next begins at once when nothing runs", threads);

  /* Held in its first work, however late this thread is. */
  atomic_store(&holding, false);
  atomic_store(&hold, true);
  mite_searcher_start(&searcher, 30, header, none, 0, 70000, 70000 + 20000);
  while (!atomic_load(&holding))
    pause_ms(1);
  mite_searcher_next(&searcher, 31, header, none, 0, 100000, 100999);
  mite_searcher_next(&searcher, 32, header, none, 0, 110000, 110999);
  atomic_store(&hold, false);
  const struct mite_search_event a = await_event(), b = await_event();
  check(a.work == 30 && b.work == 32 && atomic_load(&seen[header[0] & 1][100000]) == 0,
        "%u threads: a second next replaces the first", threads);
  mite_searcher_close(&searcher);
}

/* Ends come in the order of the works, though a thread is held up in the first one. */
static void orders(void) {
  uint8_t other[MITE_HEADER_BYTES];
  memcpy(other, header, sizeof other);
  other[0] ^= 1;
  open_searcher(&RECORDING, 2, 1000);
  atomic_store(&holding, false);
  atomic_store(&hold, true);
  mite_searcher_start(&searcher, 0, header, none, 0, 0, 0);
  while (!atomic_load(&holding))
    pause_ms(1);
  for (uint32_t id = 1; id <= 10; id++) {
    mite_searcher_next(&searcher, id, other, none, 0, 0, 99);
    for (int i = 0; i < 60000 && atomic_load(&sums[1]) < id * 100; i++)
      pause_ms(1);
  }
  bool right = mite_searcher_read(&searcher).kind == MITE_NONE;
  atomic_store(&hold, false);
  for (uint32_t id = 0; id <= 10; id++) {
    const struct mite_search_event event = await_event();
    right &= event.kind == MITE_EXHAUSTED && event.work == id;
  }
  check(right, "ends come in the order of the works");

  /* An owner that gives works without end meanwhile: none is forgotten, each end is told or counted once. */
  uint32_t told = 0, lost = 0;
  atomic_store(&holding, false);
  atomic_store(&hold, true);
  mite_searcher_start(&searcher, 0, header, none, 0, 0, 0);
  while (!atomic_load(&holding))
    pause_ms(1);
  for (uint32_t id = 1; id <= 200; id++) {
    mite_searcher_next(&searcher, id, other, none, 0, 0, 9);
    for (int i = 0; i < 60000 && atomic_load(&sums[1]) < 1000 + id * 10; i++)
      nanosleep(&(struct timespec){0, 50000}, NULL);
  }
  atomic_store(&hold, false);
  await_idle();
  for (struct mite_search_event event; (event = mite_searcher_read(&searcher)).kind != MITE_NONE;) {
    told += event.kind == MITE_EXHAUSTED;
    lost += event.kind == MITE_LOST ? event.value : 0;
  }
  check(told + lost == 201 && told == MITE_EVENTS,
        "200 works past a thread that is held up: %u ends told, %u counted", told, lost);
  mite_searcher_close(&searcher);
}

static void overflows(uint32_t threads) {
  open_searcher(&RECORDING, threads, 1000);
  mite_searcher_start(&searcher, 5, header, all, 0, 0, 9999);
  await_idle();
  await_wakes(1);
  uint32_t candidates = 0;
  struct mite_search_event event;
  while ((event = mite_searcher_read(&searcher)).kind == MITE_CANDIDATE)
    candidates++;
  const bool ended = event.kind == MITE_EXHAUSTED && event.work == 5;
  event = mite_searcher_read(&searcher);
  check(candidates == MITE_CANDIDATES && ended && event.kind == MITE_LOST &&
            event.value == 10000 - candidates,
        "%u threads: a full mailbox keeps %u candidates and the end, and counts %u lost", threads, candidates,
        event.value);
  check(mite_searcher_read(&searcher).kind == MITE_NONE && atomic_load(&wakes) == 1,
        "%u threads: 10,000 events, %u wake", threads, atomic_load(&wakes));
  mite_searcher_close(&searcher);
}

/* An owner too slow ever to empty the mailbox is told of the losses all the same. */
static void tells_losses_in_a_flood(void) {
  uint32_t told = 0;
  open_searcher(&RECORDING, 2, 1000);
  for (uint32_t id = 0; id < 10; id++) {
    mite_searcher_start(&searcher, id, header, all, 0, 0, 999);
    await_idle();
    for (int i = 0; i < 8; i++) {
      const struct mite_search_event event = mite_searcher_read(&searcher);
      told += event.kind == MITE_LOST ? event.value : 0;
    }
  }
  check(told > 0, "a mailbox that is never empty: %u lost are told", told);
  mite_searcher_close(&searcher);
}

static void wakes_owner(void) {
  open_searcher(&RECORDING, 1, 1000);
  mite_searcher_start(&searcher, 1, header, none, 0, 0, 99);
  check(await_event().kind == MITE_EXHAUSTED, "a work of 100 nonces ends");
  bool right = mite_searcher_read(&searcher).kind == MITE_NONE; /* read until empty: awake no more */
  mite_searcher_next(&searcher, 2, header, none, 0, 0, 99);
  await_wakes(2);
  right &= atomic_load(&wakes) == 2 && mite_searcher_awake(&searcher) && !mite_searcher_awake(&searcher);
  mite_searcher_next(&searcher, 3, header, none, 0, 0, 99); /* nothing read since, but awake was told */
  await_wakes(3);
  right &= atomic_load(&wakes) == 3;
  check(right, "the owner is woken once for each time it was awake");
  mite_searcher_close(&searcher);
}

static void refuses(void) {
  static struct mite_lane lanes[MITE_MAX_THREADS + 1];
  for (uint32_t i = 0; i <= MITE_MAX_THREADS; i++)
    lanes[i] = (struct mite_lane){&IDLE, -1, 0};
  check(!mite_searcher_open(&searcher, lanes, 0, NULL, NULL) &&
            !mite_searcher_open(&searcher, lanes, MITE_MAX_THREADS + 1, NULL, NULL),
        "0 and %d threads are refused", MITE_MAX_THREADS + 1);
  open_searcher(&RECORDING, 1, 1000);
  mite_searcher_start(&searcher, 1, header, none, 0, 0, 9999);
  const bool refused = !mite_searcher_start(&searcher, 2, header, none, 0, 1, 0) &&
                       !mite_searcher_next(&searcher, 3, header, none, 0, UINT32_MAX, 0);
  const struct mite_search_event event = await_event();
  check(refused && event.work == 1 && mite_searcher_hashes(&searcher) == 10000,
        "first > last is refused and the search goes on");

  /* No free slot, which cannot be: nothing is written over. Looks into the searcher. */
  mite_mutex_lock(&searcher.lock);
  memset(searcher.used, true, sizeof searcher.used);
  searcher.works[MITE_WORKS - 1].id = 77;
  mite_mutex_unlock(&searcher.lock);
  const bool full = !mite_searcher_start(&searcher, 4, header, none, 0, 0, 9) &&
                    !mite_searcher_next(&searcher, 5, header, none, 0, 0, 9);
  check(full && searcher.works[MITE_WORKS - 1].id == 77, "a work that has no room is refused");
  mite_searcher_close(&searcher);
}

/* The owner does everything at random, four threads, many works with candidates: for the sanitizers. */
static void storms(void) {
  uint64_t seed = 99;
  uint32_t ends = 0, candidates = 0, wrong = 0;
  open_searcher(&RECORDING, MOST_THREADS, 1000);
  for (uint32_t id = 1; id <= 3000; id++) {
    const uint32_t first = (uint32_t)random_word(&seed), length = (uint32_t)random_word(&seed) % 3000;
    const uint32_t last = first > UINT32_MAX - length ? UINT32_MAX : first + length;
    switch (random_word(&seed) >> 61) {
    case 0:
      mite_searcher_stop(&searcher);
      break;
    case 1:
    case 2:
      mite_searcher_start(&searcher, id, header, some, 0, first, last);
      break;
    case 3:
      (void)mite_searcher_awake(&searcher);
      (void)mite_searcher_hashes(&searcher);
      break;
    default:
      mite_searcher_next(&searcher, id, header, some, 0, first, last);
    }
    if (id % 8 == 0)
      nanosleep(&(struct timespec){0, 50000}, NULL);
    for (int i = 0; i < 8; i++) {
      const struct mite_search_event event = mite_searcher_read(&searcher);
      ends += event.kind == MITE_EXHAUSTED;
      if (event.kind == MITE_CANDIDATE) {
        uint8_t copy[MITE_HEADER_BYTES];
        memcpy(copy, header, sizeof copy);
        set_nonce(copy, event.value);
        wrong += !mite_header_check(copy, some);
        candidates++;
      }
    }
  }
  mite_searcher_close(&searcher);
  check(wrong == 0 && candidates > 0, "3,000 random orders to 4 threads: %u works ended, %u candidates", ends,
        candidates);
}

static bool become(atomic_bool *flag) {
  for (int i = 0; i < 60000 && !atomic_load(flag); i++)
    pause_ms(1);
  return atomic_load(flag);
}

/* Lets the scans go when the searcher is closing. */
static void *let_go_at_close(void *context) {
  bool closing = false;
  for (int i = 0; i < 60000 && !closing; i++) {
    pause_ms(1);
    mite_mutex_lock(&searcher.lock);
    closing = searcher.closing;
    mite_mutex_unlock(&searcher.lock);
  }
  atomic_store(&hold, false);
  return context;
}

/* A thread rests when its sub-range is done and told, not before, and not when it is to end. */
static void rests_between(void) {
  const struct mite_lane lane = {&RECORDING, -1, 0};
  open_searcher(&RECORDING, 1, 1000);
  atomic_store(&staying, false);
  atomic_store(&stay, true);
  mite_searcher_start(&searcher, 1, header, all, 0, 0, 9);
  const bool resting = become(&staying);
  uint32_t events = 0;
  while (mite_searcher_read(&searcher).kind != MITE_NONE)
    events++;
  check(resting && events == 11 && mite_searcher_hashes(&searcher) == 10 && !mite_searcher_running(&searcher),
        "while a thread rests, its sub-range is counted and told: %u events", events);
  atomic_store(&stay, false);
  mite_searcher_start(&searcher, 2, header, none, 0, 0, 99999);
  await_event();
  mite_searcher_use(&searcher, &lane, 1);
  atomic_store(&holding, false);
  atomic_store(&hold, true);
  mite_searcher_start(&searcher, 3, header, none, 0, 0, UINT32_MAX);
  const bool held = become(&holding);
  const uint32_t before = atomic_load(&rests);
  pthread_t helper;
  pthread_create(&helper, NULL, let_go_at_close, NULL);
  mite_searcher_close(&searcher);
  pthread_join(helper, NULL);
  check(held && before > 10 && atomic_load(&rests) == before,
        "a thread that is to end does not rest; %u rests before", before);
}

/* More threads than works, closed in the middle, opened again. */
/* 2^20 hashes of a microsecond each, beside the rests of the budget. */
static void budgets(uint32_t threads) {
  static const uint32_t percents[] = {1, 5, 25, 50, 90, 99};
  atomic_store(&rest_hashes, 0);
  for (uint32_t i = 0; i < sizeof percents / sizeof *percents; i++) {
    open_searcher(&IDLE, threads, 1000);
    mite_searcher_budget(&searcher, percents[i]);
    atomic_store(&rested, 0);
    mite_searcher_start(&searcher, 1, header, none, 0, 0, 0xfffffu);
    check(await_event().kind == MITE_EXHAUSTED, "%u threads, %u %%: comes to its end", threads, percents[i]);
    mite_searcher_close(&searcher);
    const uint64_t share = 0x100000ull * 10000 / (0x100000 + atomic_load(&rested));
    check(share + 200 > percents[i] * 100 && share < percents[i] * 100 + 200,
          "%u threads, %u %%: worked %u.%02u %%", threads, percents[i], (unsigned)share / 100,
          (unsigned)share % 100);
  }
  atomic_store(&rest_hashes, 10000);
}

/* Rests that would take minutes end at once for another budget and for the end; work and its end need none.
 */
static void ends_rests(void) {
  open_searcher(&IDLE, 2, 1000);
  check(!mite_searcher_budget(&searcher, 0) && !mite_searcher_budget(&searcher, 101),
        "a budget is 1 to 100 percent");
  atomic_store(&long_rests, true);
  mite_searcher_budget(&searcher, 1);
  const unsigned before = atomic_load(&budget_rests);
  mite_searcher_start(&searcher, 1, header, none, 0, 0, 0xffffffffu);
  while (atomic_load(&budget_rests) < before + 2)
    pause_ms(1);
  mite_searcher_stop(&searcher);
  check(!mite_searcher_running(&searcher), "stopped while its threads rest");
  mite_searcher_start(&searcher, 2, header, none, 0, 0, 9999);
  mite_searcher_budget(&searcher, 100);
  const struct mite_search_event end = await_event();
  check(end.kind == MITE_EXHAUSTED && end.work == 2, "another budget ends a rest");
  const uint64_t hashes = mite_searcher_hashes(&searcher);
  mite_searcher_budget(&searcher, 1);
  mite_searcher_start(&searcher, 3, header, none, 0, 0, 0xffffffffu);
  await_hashes(hashes + 1);
  mite_searcher_close(&searcher);
  check(true, "closed while its threads rest");
  atomic_store(&long_rests, false);
}

static void closes(void) {
  for (uint32_t i = 0; i < 20; i++) {
    open_searcher(&RECORDING, 1 + i % MOST_THREADS, 1000);
    mite_searcher_start(&searcher, i, header, all, 0, 0, UINT32_MAX);
    mite_searcher_next(&searcher, i, header, all, 0, 0, UINT32_MAX);
    if (i % 2 != 0)
      pause_ms(1);
    mite_searcher_close(&searcher);
  }
  check(true, "closed 20 times while it runs");
}

/* "wakes": only those, with little patience. For broken copies, which are to fail. */
int main(int argc, char **argv) {
  uint64_t seed = 1;
  random_bytes(&seed, header, sizeof header);
  header[0] = 0;
  memset(all, 0xff, sizeof all);
  memset(some, 0xff, sizeof some);
  some[31] = 0x00;
  some[30] = 0x0f; /* one nonce in 4,096 */

  if (argc > 1 && strcmp(argv[1], "wakes") == 0)
    return wake_tests(3000) != 0;

  for (uint32_t threads = 1; threads <= MOST_THREADS; threads++) {
    covers(threads, 0, 65535, "from 0");
    covers(threads, 0xffffffffu - 29999, 0xffffffffu, "to 2^32 - 1");
  }
  covers(2, 12345, 12345, "one nonce");
  covers(4, 0x7fffff00u, 0x800000ffu, "few nonces");
  sub_ranges(0, 1);
  sub_ranges(0x1e000, 16);
  for (const struct mite_backend *const *at = mite_backends(); *at; at++) {
    real = *at;
    covers(3, 0x7fff0000u, 0x80007fffu, real->name);
    stops(1);
    stops(4);
    switches();
  }
  real = &mite_backend_portable;
  hands_over(1);
  hands_over(3);
  orders();
  overflows(1);
  overflows(4);
  tells_losses_in_a_flood();
  wakes_owner();
  refuses();
  rests_between();
  budgets(1);
  budgets(3);
  ends_rests();
  closes();
  storms();
  return check_failures + lane_tests() + pace_tests() + wake_tests(60000) != 0;
}
