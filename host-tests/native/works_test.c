/* Works: each nonce once, none after a stop, ends in the order of the works. Part of the searcher's tests. */
#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include "conformance.h"
#include "searcher_bed.h"

#include <string.h>
#include <time.h>

/* Each nonce once, each candidate reported, the end reported last, the count exact. */
static void covers(uint32_t threads, uint32_t first, uint32_t last, const char *name) {
  const uint32_t count = last - first + 1;
  uint32_t candidates = 0, wrong = 0, expected = 0, lost = 0;
  bool ended = false;
  open_searcher(&RECORDING, threads, 900);
  bed.seen_from = first;
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
    wrong += meets != reported[i] || atomic_load(&bed.seen[header[0] & 1][i]) != 1;
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
    const double milliseconds = atomic_load(&bed.longest) * versions * (double)nanos[i] / 1e6;
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
  const uint64_t most = (uint64_t)threads * atomic_load(&bed.longest);
  check(!running && later - at_stop <= most,
        "%s, %u threads: %llu hashes after stop, one sub-range each is %llu", bed.real->name, threads,
        (unsigned long long)(later - at_stop), (unsigned long long)most);
  check(mite_searcher_read(&searcher).kind == MITE_NONE,
        "%s, %u threads: a stopped work ends without an event", bed.real->name, threads);

  /* And it continues from there. */
  mite_searcher_start(&searcher, 2, header, none, 0, 10, 5009);
  const struct mite_search_event event = await_event();
  check(event.kind == MITE_EXHAUSTED && event.work == 2 && mite_searcher_hashes(&searcher) == later + 5000,
        "%s, %u threads: start after stop, the count goes on", bed.real->name, threads);
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
  atomic_store(&bed.holding, false);
  atomic_store(&bed.hold, true);
  while (!atomic_load(&bed.holding))
    pause_ms(1);
  mite_searcher_start(&searcher, 2, other, none, 0, 0, 9999);
  mite_searcher_next(&searcher, 3, other, none, 0, 10000, 19999);
  atomic_store(&bed.hold, false);
  const struct mite_search_event first = await_event(), second = await_event();
  check(first.kind == MITE_EXHAUSTED && first.work == 2 && second.kind == MITE_EXHAUSTED && second.work == 3,
        "%s, a switch in mid-scan: only the new works end", bed.real->name);
  await_idle();
  const uint32_t old = atomic_load(&bed.sums[header[0] & 1]);
  uint32_t wrong = 0;
  for (uint32_t i = 0; i < SPAN; i++)
    wrong += atomic_load(&bed.seen[other[0] & 1][i]) != (i < 20000);
  check(wrong == 0 && mite_searcher_hashes(&searcher) == old + 20000u,
        "%s, a switch in mid-scan: the new works are whole, %u nonces of the old one are counted",
        bed.real->name, old);
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
    wrong += atomic_load(&bed.seen[header[0] & 1][i]) != (i < 55000);
  check(order && event.work == 10 && wrong == 0, "%u threads: next works follow without a gap", threads);

  mite_searcher_next(&searcher, 20, header, none, 0, 60000, 60999);
  check(await_event().work == 20, "%u threads: next begins at once when nothing runs", threads);

  /* Held in its first work, however late this thread is. */
  atomic_store(&bed.holding, false);
  atomic_store(&bed.hold, true);
  mite_searcher_start(&searcher, 30, header, none, 0, 70000, 70000 + 20000);
  while (!atomic_load(&bed.holding))
    pause_ms(1);
  mite_searcher_next(&searcher, 31, header, none, 0, 100000, 100999);
  mite_searcher_next(&searcher, 32, header, none, 0, 110000, 110999);
  atomic_store(&bed.hold, false);
  const struct mite_search_event a = await_event(), b = await_event();
  check(a.work == 30 && b.work == 32 && atomic_load(&bed.seen[header[0] & 1][100000]) == 0,
        "%u threads: a second next replaces the first", threads);
  mite_searcher_close(&searcher);
}

/* Ends come in the order of the works, though a thread is held up in the first one. */
static void orders(void) {
  uint8_t other[MITE_HEADER_BYTES];
  memcpy(other, header, sizeof other);
  other[0] ^= 1;
  open_searcher(&RECORDING, 2, 1000);
  atomic_store(&bed.holding, false);
  atomic_store(&bed.hold, true);
  mite_searcher_start(&searcher, 0, header, none, 0, 0, 0);
  while (!atomic_load(&bed.holding))
    pause_ms(1);
  for (uint32_t id = 1; id <= 10; id++) {
    mite_searcher_next(&searcher, id, other, none, 0, 0, 99);
    for (int i = 0; i < 60000 && atomic_load(&bed.sums[1]) < id * 100; i++)
      pause_ms(1);
  }
  bool right = mite_searcher_read(&searcher).kind == MITE_NONE;
  atomic_store(&bed.hold, false);
  for (uint32_t id = 0; id <= 10; id++) {
    const struct mite_search_event event = await_event();
    right &= event.kind == MITE_EXHAUSTED && event.work == id;
  }
  check(right, "ends come in the order of the works");

  /* An owner that keeps giving works meanwhile: none is forgotten, each end is reported or counted once. */
  uint32_t told = 0, lost = 0;
  atomic_store(&bed.holding, false);
  atomic_store(&bed.hold, true);
  mite_searcher_start(&searcher, 0, header, none, 0, 0, 0);
  while (!atomic_load(&bed.holding))
    pause_ms(1);
  for (uint32_t id = 1; id <= 200; id++) {
    mite_searcher_next(&searcher, id, other, none, 0, 0, 9);
    for (int i = 0; i < 60000 && atomic_load(&bed.sums[1]) < 1000 + id * 10; i++)
      nanosleep(&(struct timespec){0, 50000}, NULL);
  }
  atomic_store(&bed.hold, false);
  await_idle();
  for (struct mite_search_event event; (event = mite_searcher_read(&searcher)).kind != MITE_NONE;) {
    told += event.kind == MITE_EXHAUSTED;
    lost += event.kind == MITE_LOST ? event.value : 0;
  }
  check(told + lost == 201 && told == MITE_EVENTS,
        "200 works past a thread that is held up: %u ends told, %u counted", told, lost);
  mite_searcher_close(&searcher);
}

int work_tests(void) {
  for (uint32_t threads = 1; threads <= MOST_THREADS; threads++) {
    covers(threads, 0, 65535, "from 0");
    covers(threads, 0xffffffffu - 29999, 0xffffffffu, "to 2^32 - 1");
  }
  covers(2, 12345, 12345, "one nonce");
  covers(4, 0x7fffff00u, 0x800000ffu, "few nonces");
  sub_ranges(0, 1);
  sub_ranges(0x1e000, 16);
  for (const struct mite_backend *const *at = mite_backends(); *at; at++) {
    bed.real = *at;
    covers(3, 0x7fff0000u, 0x80007fffu, bed.real->name);
    stops(1);
    stops(4);
    switches();
  }
  bed.real = &mite_backend_portable;
  hands_over(1);
  hands_over(3);
  orders();
  return check_failures;
}
