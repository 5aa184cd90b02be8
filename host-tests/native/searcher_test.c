/* Tests of the search threads: the program, and what belongs to no part of them alone. */
#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include "conformance.h"
#include "searcher_bed.h"

#include <string.h>
#include <time.h>

/* More threads than works, closed in the middle, opened again. */
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

  const int failures = work_tests() + mailbox_tests() + budget_tests();
  refuses();
  closes();
  storms();
  return failures + check_failures + lane_tests() + plan_tests() + pace_tests() + wake_tests(60000) != 0;
}
