/* Rests: between sub-ranges, and those of the budget. Part of the searcher's tests; pace_test.c has the rule.
 */
#include "check.h"
#include "searcher_bed.h"

#include <pthread.h>

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
  atomic_store(&bed.hold, false);
  return context;
}

/* A thread rests when its sub-range is done and reported, not before, and not when it should end. */
static void rests_between(void) {
  const struct mite_lane lane = {&RECORDING, -1, 0};
  open_searcher(&RECORDING, 1, 1000);
  atomic_store(&bed.staying, false);
  atomic_store(&bed.stay, true);
  mite_searcher_start(&searcher, 1, header, all, 0, 0, 9);
  const bool resting = become(&bed.staying);
  uint32_t events = 0;
  while (mite_searcher_read(&searcher).kind != MITE_NONE)
    events++;
  check(resting && events == 11 && mite_searcher_hashes(&searcher) == 10 && !mite_searcher_running(&searcher),
        "while a thread rests, its sub-range is counted and told: %u events", events);
  atomic_store(&bed.stay, false);
  mite_searcher_start(&searcher, 2, header, none, 0, 0, 99999);
  await_event();
  mite_searcher_use(&searcher, &lane, 1);
  atomic_store(&bed.holding, false);
  atomic_store(&bed.hold, true);
  mite_searcher_start(&searcher, 3, header, none, 0, 0, UINT32_MAX);
  const bool held = become(&bed.holding);
  const uint32_t before = atomic_load(&bed.rests);
  pthread_t helper;
  pthread_create(&helper, NULL, let_go_at_close, NULL);
  mite_searcher_close(&searcher);
  pthread_join(helper, NULL);
  check(held && before > 10 && atomic_load(&bed.rests) == before,
        "a thread that is to end does not rest; %u rests before", before);
}

/* 2^20 hashes of a microsecond each, besides the rests of the budget. */
static void budgets(uint32_t threads) {
  static const uint32_t percents[] = {1, 5, 25, 50, 90, 99};
  atomic_store(&bed.rest_hashes, 0);
  for (uint32_t i = 0; i < sizeof percents / sizeof *percents; i++) {
    open_searcher(&IDLE, threads, 1000);
    mite_searcher_budget(&searcher, percents[i]);
    atomic_store(&bed.rested, 0);
    mite_searcher_start(&searcher, 1, header, none, 0, 0, 0xfffffu);
    check(await_event().kind == MITE_EXHAUSTED, "%u threads, %u %%: comes to its end", threads, percents[i]);
    mite_searcher_close(&searcher);
    const uint64_t share = 0x100000ull * 10000 / (0x100000 + atomic_load(&bed.rested));
    check(share + 200 > percents[i] * 100 && share < percents[i] * 100 + 200,
          "%u threads, %u %%: worked %u.%02u %%", threads, percents[i], (unsigned)share / 100,
          (unsigned)share % 100);
  }
  atomic_store(&bed.rest_hashes, 10000);
}

/* Rests that would take minutes end at once for another budget and for the end; work and its end need none.
 */
static void ends_rests(void) {
  open_searcher(&IDLE, 2, 1000);
  check(!mite_searcher_budget(&searcher, 0) && !mite_searcher_budget(&searcher, 101),
        "a budget is 1 to 100 percent");
  atomic_store(&bed.long_rests, true);
  mite_searcher_budget(&searcher, 1);
  const unsigned before = atomic_load(&bed.budget_rests);
  mite_searcher_start(&searcher, 1, header, none, 0, 0, 0xffffffffu);
  while (atomic_load(&bed.budget_rests) < before + 2)
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
  atomic_store(&bed.long_rests, false);
}

int budget_tests(void) {
  rests_between();
  budgets(1);
  budgets(3);
  ends_rests();
  return check_failures;
}
