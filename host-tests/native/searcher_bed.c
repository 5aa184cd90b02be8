/*
 * Time is virtual: a backend says how many microseconds each nonce costs, and the clock of port.h, replaced
 * at link time (--wrap), tells each thread its own sum. So the length of the sub-ranges, on which the 5 ms of
 * `stop` rest, is tested without looking at the wall clock.
 */
#define _POSIX_C_SOURCE 200809L
#include "searcher_bed.h"

#include "check.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

struct bed bed = {.real = &mite_backend_portable, .rest_hashes = 10000};

static _Thread_local uint32_t clock_micros, clock_nanos;

uint32_t __wrap_mite_micros(void);
uint32_t __wrap_mite_micros(void) {
  return clock_micros;
}

void spend(uint32_t hashes, uint32_t nanos) {
  clock_nanos += hashes % 1000 * nanos;
  clock_micros += hashes / 1000 * nanos + clock_nanos / 1000;
  clock_nanos %= 1000;
}

void __wrap_mite_thread_rest(mite_thread *thread);
void __wrap_mite_thread_rest(mite_thread *thread) {
  (void)thread;
  atomic_fetch_add(&bed.rests, 1);
  spend(atomic_load(&bed.rest_hashes), 1000);
  while (atomic_load(&bed.stay)) {
    atomic_store(&bed.staying, true);
    nanosleep(&(struct timespec){0, 100000}, NULL);
  }
}

uint32_t __wrap_mite_thread_micros(void);
uint32_t __wrap_mite_thread_micros(void) {
  return clock_micros;
}

void __real_mite_event_wait_for(mite_event *event, uint32_t micros);
void __wrap_mite_event_wait_for(mite_event *event, uint32_t micros);
void __wrap_mite_event_wait_for(mite_event *event, uint32_t micros) {
  atomic_fetch_add(&bed.budget_rests, 1);
  if (atomic_load(&bed.long_rests)) {
    __real_mite_event_wait_for(event, micros * 1000);
    return;
  }
  clock_micros += micros + 137;
  atomic_fetch_add(&bed.rested, micros + 137);
}

static uint32_t recording_scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  const uint32_t found = bed.real->scan(job, first, count, tried);
  if (count > atomic_load(&bed.longest))
    atomic_store(&bed.longest, count);
  for (uint32_t i = 0; i < *tried; i++)
    if (first + i - bed.seen_from < SPAN)
      atomic_fetch_add(&bed.seen[job->header[0] & 1][first + i - bed.seen_from], 1);
  atomic_fetch_add(&bed.sums[job->header[0] & 1], *tried);
  spend(*tried * job->versions, atomic_load(&bed.nanos_per_hash));
  while (atomic_load(&bed.hold) && job->header[0] % 2 == 0) {
    atomic_store(&bed.holding, true);
    nanosleep(&(struct timespec){0, 100000}, NULL);
  }
  return found;
}

static uint32_t idle_scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  (void)first;
  if (count > atomic_load(&bed.longest))
    atomic_store(&bed.longest, count);
  spend(count * job->versions, atomic_load(&bed.nanos_per_hash));
  *tried = count;
  return false;
}

const struct mite_backend RECORDING = {.name = "recording", .scan = recording_scan},
                          IDLE = {.name = "idle", .scan = idle_scan};

struct mite_searcher searcher;
uint8_t header[MITE_HEADER_BYTES], all[MITE_HASH_BYTES], none[MITE_HASH_BYTES], some[MITE_HASH_BYTES];

static bool wake(void *context) {
  (void)context;
  atomic_fetch_add(&bed.wakes, 1);
  return true;
}

void pause_ms(long milliseconds) {
  nanosleep(&(struct timespec){0, milliseconds * 1000000}, NULL);
}

void open_searcher(const struct mite_backend *backend, uint32_t threads, uint32_t nanos) {
  atomic_store(&bed.nanos_per_hash, nanos);
  atomic_store(&bed.longest, 0);
  atomic_store(&bed.wakes, 0);
  memset(bed.seen, 0, sizeof bed.seen);
  atomic_store(&bed.sums[0], 0);
  atomic_store(&bed.sums[1], 0);
  bed.seen_from = 0;
  struct mite_lane lanes[MOST_THREADS];
  for (uint32_t i = 0; i < threads; i++)
    lanes[i] = (struct mite_lane){backend, -1, 0};
  if (!mite_searcher_open(&searcher, lanes, threads, wake, NULL)) {
    check(false, "open with %u threads", threads);
    exit(1);
  }
}

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

/* Looks into the searcher. */
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

void await_wakes(uint32_t count) {
  for (int i = 0; i < 60000 && atomic_load(&bed.wakes) < count; i++)
    pause_ms(1);
  pause_ms(2); /* for one too many */
}
