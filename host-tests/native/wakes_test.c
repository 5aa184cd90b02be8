/* Wakes that are not posted, and searchers of several machines. Part of the searcher's tests. */
#include "check.h"
#include "searcher_test.h"
#include "searches.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#define MACHINES 4u
#define ROUNDS 50u

static atomic_uint calls, failures; /* of wake; how many are still to fail */
static atomic_bool reads;           /* the owner reads while a wake is under way, as if it came by itself */
static atomic_bool keeps, kept;     /* keeps a thread in the wake */
static uint32_t patience_ms;

static uint32_t read_all(void) {
  uint32_t events = 0;
  while (mite_searcher_read(&searcher).kind != MITE_NONE)
    events++;
  return events;
}

static bool wake(void *context) {
  (void)context;
  atomic_fetch_add(&calls, 1);
  if (atomic_load(&reads))
    read_all();
  while (atomic_load(&keeps)) {
    atomic_store(&kept, true);
    pause_ms(1);
  }
  if (atomic_load(&failures) == 0)
    return true;
  atomic_fetch_sub(&failures, 1);
  return false;
}

static void open_searcher(uint32_t threads, uint32_t fails) {
  struct mite_lane lanes[4];
  for (uint32_t i = 0; i < threads; i++)
    lanes[i] = (struct mite_lane){&mite_backend_portable, -1, 0};
  atomic_store(&calls, 0);
  atomic_store(&failures, fails);
  if (!mite_searcher_open(&searcher, lanes, threads, wake, NULL)) {
    check(false, "open with %u threads", threads);
    exit(1);
  }
}

/* Whether wake was called exactly this often. */
static bool called(uint32_t count) {
  for (uint32_t i = 0; i < patience_ms && atomic_load(&calls) < count; i++)
    pause_ms(1);
  pause_ms(5); /* for one too many */
  return atomic_load(&calls) == count;
}

static bool became(atomic_bool *flag) {
  for (uint32_t i = 0; i < patience_ms && !atomic_load(flag); i++)
    pause_ms(1);
  return atomic_load(flag);
}

/* The owner only sleeps: it is woken in the end, by threads that have nothing else to do. */
static void idle_threads(uint32_t threads, uint32_t fails) {
  open_searcher(threads, fails);
  mite_searcher_start(&searcher, 1, header, none, 0, 0, 99);
  const bool woken = called(fails + 1);
  check(woken && read_all() == 1, "%u threads without work: %u wakes that fail, then one that does not",
        threads, fails);
  mite_searcher_next(&searcher, 2, header, none, 0, 0, 99);
  check(called(fails + 2) && read_all() == 1, "%u threads: the next news wakes again", threads);
  mite_searcher_close(&searcher);
}

/* The same by threads that search on: one candidate, and a work that does not end. */
static void busy_threads(uint32_t threads, uint32_t fails) {
  open_searcher(threads, fails);
  mite_searcher_start(&searcher, 1, header, all, 0, 0, 0);
  mite_searcher_next(&searcher, 2, header, none, 0, 0, UINT32_MAX);
  const bool woken = called(fails + 1), running = mite_searcher_running(&searcher);
  check(woken && running && read_all() == 2, "%u threads at work: %u wakes that fail, then one that does not",
        threads, fails);
  mite_searcher_close(&searcher);
}

/* None is ever posted: the owner reads by itself, and the threads let it be; they end all the same. */
static void never(void) {
  open_searcher(2, UINT32_MAX);
  mite_searcher_start(&searcher, 1, header, all, 0, 0, 9);
  await_idle();
  uint32_t events = 0;
  for (uint32_t i = 0; i < patience_ms && events < 11; i++, pause_ms(1))
    events += read_all();
  pause_ms(5); /* a wake under way */
  const uint32_t before = atomic_load(&calls);
  check(events == 11 && called(before),
        "no wake is ever posted: who reads has it all, and is not called again");
  mite_searcher_start(&searcher, 2, header, none, 0, 0, 9);
  await_idle();
  mite_searcher_close(&searcher);
  const uint32_t after = atomic_load(&calls);
  check(after > before && called(after), "closed while wakes fail: none after it");
}

/* The owner comes by itself while a wake is under way, whatever becomes of that one. */
static void owner_comes_first(uint32_t fails) {
  open_searcher(1, fails);
  atomic_store(&reads, true);
  mite_searcher_start(&searcher, 1, header, none, 0, 0, 99);
  const bool first = called(1);
  atomic_store(&reads, false);
  mite_searcher_start(&searcher, 2, header, none, 0, 0, 99);
  check(first && called(2) && read_all() == 1, "read while a wake %s: the next news has one of its own",
        fails > 0 ? "fails" : "is posted");
  mite_searcher_close(&searcher);
}

/* Two threads: one is in a wake that will fail, the owner has read, the other has news. None is lost. */
static void late_failure(void) {
  open_searcher(2, 1);
  atomic_store(&kept, false);
  atomic_store(&keeps, true);
  mite_searcher_start(&searcher, 1, header, none, 0, 0, 0);
  bool right = became(&kept);
  right &= read_all() == 1;
  mite_searcher_start(&searcher, 2, header, none, 0, 0, 0);
  for (uint32_t i = 0; i < patience_ms && atomic_load(&calls) < 2; i++)
    pause_ms(1);
  right &= atomic_load(&calls) == 2;
  atomic_store(&keeps, false);
  /* Which of the two has failed is open; if the second, it is repeated. */
  await_idle();
  pause_ms(5);
  const uint32_t all_calls = atomic_load(&calls);
  right &= (all_calls == 2 || all_calls == 3) && read_all() == 1;
  mite_searcher_start(&searcher, 3, header, none, 0, 0, 0);
  check(right && called(all_calls + 1) && read_all() == 1, "a wake that fails late takes no other's place");
  mite_searcher_close(&searcher);
}

/* ---- several machines, in separate threads */

static struct mite_searches searches;
static atomic_uint ready, opened, told;

static bool no_wake(void *context) {
  (void)context;
  return false;
}

static void *machine(void *context) {
  struct mite_listed *listed = calloc(1, sizeof *listed);
  const struct mite_lane lane = {&mite_backend_portable, -1, 0};
  listed->machine = context;
  atomic_fetch_add(&ready, 1);
  while (atomic_load(&ready) < MACHINES) {
  }
  if (mite_searches_open(&searches) && mite_searcher_open(&listed->searcher, &lane, 1, no_wake, NULL)) {
    atomic_fetch_add(&opened, 1);
    mite_searches_add(&searches, listed);
    mite_searcher_start(&listed->searcher, 1, header, none, 0, 0, 0);
    struct mite_listed *due = NULL;
    for (uint32_t i = 0; i < patience_ms && !due; i++) {
      pause_ms(1);
      mite_searches_awake(&searches, context);
      due = mite_searches_due(&searches, context);
    }
    if (due == listed && !mite_searches_due(&searches, context))
      atomic_fetch_add(&told, 1);
    mite_searcher_close(&listed->searcher);
    mite_searches_remove(&searches, listed);
  }
  free(listed);
  return NULL;
}

static void machines(void) {
  static char names[MACHINES];
  atomic_store(&opened, 0);
  atomic_store(&told, 0);
  for (uint32_t round = 0; round < ROUNDS; round++) {
    pthread_t threads[MACHINES];
    memset(&searches, 0, sizeof searches);
    atomic_store(&ready, 0);
    for (uint32_t i = 0; i < MACHINES; i++)
      pthread_create(&threads[i], NULL, machine, &names[i]);
    for (uint32_t i = 0; i < MACHINES; i++)
      pthread_join(threads[i], NULL);
    mite_mutex_destroy(&searches.lock);
  }
  check(opened == MACHINES * ROUNDS && told == MACHINES * ROUNDS && searches.first == NULL,
        "%u machines that begin at once, %u times: each is told of its own search", MACHINES, ROUNDS);
}

int wake_tests(uint32_t patience) {
  patience_ms = patience;
  idle_threads(1, 1);
  idle_threads(3, 7);
  busy_threads(1, 3);
  busy_threads(4, 20);
  never();
  owner_comes_first(0);
  owner_comes_first(1);
  late_failure();
  machines();
  return check_failures;
}
