/* The mailbox: what does not fit is counted, and the owner is woken for news. Part of the searcher's tests.
 */
#include "check.h"
#include "searcher_bed.h"

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
  check(mite_searcher_read(&searcher).kind == MITE_NONE && atomic_load(&bed.wakes) == 1,
        "%u threads: 10,000 events, %u wake", threads, atomic_load(&bed.wakes));
  mite_searcher_close(&searcher);
}

/* Even an owner too slow ever to empty the mailbox hears of the losses. */
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
  bool right = mite_searcher_read(&searcher).kind == MITE_NONE; /* read until empty: no longer awake */
  mite_searcher_next(&searcher, 2, header, none, 0, 0, 99);
  await_wakes(2);
  right &= atomic_load(&bed.wakes) == 2 && mite_searcher_awake(&searcher) && !mite_searcher_awake(&searcher);
  mite_searcher_next(&searcher, 3, header, none, 0, 0, 99); /* nothing read since, but awake was reported */
  await_wakes(3);
  right &= atomic_load(&bed.wakes) == 3;
  check(right, "the owner is woken once for each time it was awake");
  mite_searcher_close(&searcher);
}

int mailbox_tests(void) {
  overflows(1);
  overflows(4);
  tells_losses_in_a_flood();
  wakes_owner();
  return check_failures;
}
