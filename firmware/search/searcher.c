/* The search threads: one mutex guards everything; each thread takes it once per sub-range (1.5 ms). */
#include "searcher_inner.h"

#include <string.h>

/* Sub-ranges grow and shrink towards this time. Twice it, plus a switch of threads, is well below 5 ms. They
 * are counted in hashes: a slow chip, 25 kH/s, takes 1.3 ms for the shortest, two nonces of 16 versions. */
#define AIM_MICROS 1500u
#define LEAST_HASHES 32u
#define MOST_HASHES 65536u

/* How soon a thread without work tries again to wake the owner; one with work does between sub-ranges. */
#define WAKE_AGAIN_MICROS 20000u

/* Adds to the lane's counts. The lock is held. */
static void count(struct mite_search_thread *thread, const struct mite_lane_counts *more) {
  struct mite_lane_counts *sum = &thread->counts;
  sum->hits = sum->hits > UINT32_MAX - more->hits ? UINT32_MAX : sum->hits + more->hits;
  sum->errors = sum->errors > UINT32_MAX - more->errors ? UINT32_MAX : sum->errors + more->errors;
  thread->searcher->errors += more->errors;
  sum->failed |= more->failed;
}

/* Nonces tried: all, or fewer when the backend wants the thread to check for news in between. */
static uint32_t search(struct mite_search_thread *thread, const struct mite_work *work, uint32_t first,
                       uint32_t length) {
  struct mite_searcher *searcher = thread->searcher;
  const struct mite_job *job = &work->job;
  uint32_t done = 0;
  while (done < length) {
    struct mite_lane_counts counts = {0};
    uint32_t tried;
    const uint32_t confirmed =
        mite_lane_scan(thread->lane.backend, job, first + done, length - done, &tried, &counts);
    done += tried;
    if (confirmed == 0 && counts.errors == 0 && counts.hits == 0 && !counts.failed)
      return done;
    mite_mutex_lock(&searcher->lock);
    count(thread, &counts);
    for (uint32_t i = 0; i < job->versions; i++)
      if (confirmed >> i & 1)
        mite_mailbox_put(searcher, MITE_CANDIDATE, work->id, first + done - 1, job->version[i].bits);
    mite_mailbox_tell(searcher);
    mite_mutex_unlock(&searcher->lock);
  }
  return done;
}

/* How long a sub-range may be after one that took this long: a backend may suddenly become much slower. */
static uint32_t next_most(uint32_t most, uint32_t hashes, uint32_t micros, bool whole) {
  if (micros > AIM_MICROS) {
    const uint32_t fit = (uint32_t)((uint64_t)hashes * AIM_MICROS / micros);
    return fit >= most ? most : fit > LEAST_HASHES ? fit : LEAST_HASHES;
  }
  if (!whole || micros >= AIM_MICROS / 2)
    return most;
  return most < MOST_HASHES / 2 ? most * 2 : MOST_HASHES;
}

/* Rests as long as the budget requires. Called with the lock held; releases it meanwhile. */
static void keep_budget(struct mite_search_thread *thread, struct mite_pace *pace) {
  struct mite_searcher *searcher = thread->searcher;
  while (!searcher->closing) {
    if (pace->percent != searcher->percent)
      mite_pace_begin(pace, searcher->percent, mite_micros());
    if (pace->percent >= 100)
      return;
    const uint32_t rest = mite_pace_rest(pace);
    if (rest < mite_least_wait())
      return;
    mite_mutex_unlock(&searcher->lock);
    mite_event_wait_for(&thread->wake, rest);
    mite_pace_book(pace, mite_micros(), 0);
    mite_mutex_lock(&searcher->lock);
  }
}

static void run(void *context) {
  struct mite_search_thread *thread = context;
  struct mite_searcher *searcher = thread->searcher;
  struct mite_work *work = NULL;
  struct mite_pace pace = {100, 0, 0};
  uint32_t most = LEAST_HASHES, first = 0, length = 0; /* first, length: what is left of the sub-range */
  mite_mutex_lock(&searcher->lock);
  while (!searcher->closing) {
    mite_mailbox_tell(searcher);
    if (!work)
      keep_budget(thread, &pace);
    if (searcher->closing)
      break;
    if (!work)
      work = mite_works_take(searcher, most, &first, &length);
    const bool again = searcher->pending && !searcher->posted && searcher->wake;
    mite_mutex_unlock(&searcher->lock);
    if (!work) {
      if (again)
        mite_event_wait_for(&thread->wake, WAKE_AGAIN_MICROS);
      else
        mite_event_wait(&thread->wake);
      if (pace.percent < 100)
        mite_pace_idle(&pace, mite_micros());
      mite_mutex_lock(&searcher->lock);
      continue;
    }
    const uint32_t begun = mite_micros(), versions = work->job.versions;
    const uint32_t before = pace.percent < 100 ? mite_thread_micros() : 0;
    const uint32_t tried = search(thread, work, first, length);
    if (pace.percent < 100)
      mite_pace_book(&pace, mite_micros(), mite_thread_micros() - before);
    most = next_most(most, tried * versions, mite_micros() - begun, tried >= most / versions);
    first += tried;
    length -= tried;
    mite_mutex_lock(&searcher->lock);
    thread->ranges++;
    if (length > 0 && !work->dropped) {
      searcher->hashes += (uint64_t)tried * versions;
      continue;
    }
    mite_works_leave(searcher, work, tried);
    work = NULL;
    mite_mailbox_tell(searcher);
    const bool closing = searcher->closing;
    mite_mutex_unlock(&searcher->lock);
    if (!closing)
      mite_thread_rest(&thread->thread);
    mite_mutex_lock(&searcher->lock);
  }
  if (work) { /* not all tried: no end to report */
    work->dropped = true;
    mite_works_leave(searcher, work, 0);
  }
  mite_mutex_unlock(&searcher->lock);
}

/* Ends the threads, each within at most one sub-range. */
static void join(struct mite_searcher *searcher) {
  mite_mutex_lock(&searcher->lock);
  searcher->closing = true;
  mite_mutex_unlock(&searcher->lock);
  mite_threads_wake(searcher);
  for (uint32_t i = 0; i < searcher->threads; i++) {
    mite_thread_join(&searcher->thread[i].thread);
    mite_event_destroy(&searcher->thread[i].wake);
  }
  searcher->threads = 0;
  searcher->closing = false;
}

/* Starts a thread for each lane. False: none is left running. */
static bool launch(struct mite_searcher *searcher, uint32_t threads) {
  for (uint32_t i = 0; i < threads; i++) {
    struct mite_search_thread *thread = &searcher->thread[i];
    thread->searcher = searcher;
    bool started = mite_event_init(&thread->wake);
    if (started &&
        !mite_thread_start(&thread->thread, thread->lane.core, thread->lane.priority, run, thread)) {
      mite_event_destroy(&thread->wake);
      started = false;
    }
    if (!started) {
      join(searcher);
      return false;
    }
    searcher->threads = i + 1;
  }
  return true;
}

static void set_lanes(struct mite_searcher *searcher, const struct mite_lane *lanes, uint32_t threads) {
  for (uint32_t i = 0; i < threads; i++) {
    searcher->thread[i].lane = lanes[i];
    searcher->thread[i].counts = (struct mite_lane_counts){0};
  }
}

bool mite_searcher_open(struct mite_searcher *searcher, const struct mite_lane *lanes, uint32_t threads,
                        bool (*wake)(void *context), void *context) {
  if (!mite_lanes_allowed(lanes, threads, MITE_MAX_THREADS))
    return false;
  memset(searcher, 0, sizeof *searcher);
  searcher->wake = wake;
  searcher->context = context;
  searcher->percent = 100;
  if (!mite_mutex_init(&searcher->lock))
    return false;
  set_lanes(searcher, lanes, threads);
  if (launch(searcher, threads))
    return true;
  mite_mutex_destroy(&searcher->lock);
  return false;
}

void mite_searcher_close(struct mite_searcher *searcher) {
  join(searcher);
  mite_mutex_destroy(&searcher->lock);
}

bool mite_searcher_use(struct mite_searcher *searcher, const struct mite_lane *lanes, uint32_t threads) {
  mite_searcher_stop(searcher);
  if (!mite_lanes_allowed(lanes, threads, MITE_MAX_THREADS))
    return false;
  join(searcher);
  set_lanes(searcher, lanes, threads);
  return launch(searcher, threads);
}

int mite_searcher_selftest(struct mite_searcher *searcher) {
  const uint32_t threads = searcher->threads;
  int failed = 0;
  mite_searcher_stop(searcher);
  join(searcher);
  for (uint32_t i = 0; i < threads && failed == 0; i++) {
    const struct mite_backend *backend = searcher->thread[i].lane.backend;
    if (i == 0 || backend != searcher->thread[i - 1].lane.backend)
      failed = mite_selftest(backend);
  }
  if (threads == 0 || !launch(searcher, threads))
    return -1;
  return failed;
}

bool mite_searcher_budget(struct mite_searcher *searcher, uint32_t percent) {
  if (percent < 1 || percent > 100)
    return false;
  mite_mutex_lock(&searcher->lock);
  const bool changed = percent != searcher->percent;
  searcher->percent = percent;
  mite_mutex_unlock(&searcher->lock);
  if (changed)
    mite_threads_wake(searcher);
  return true;
}

uint64_t mite_searcher_hashes(struct mite_searcher *searcher) {
  mite_mutex_lock(&searcher->lock);
  const uint64_t hashes = searcher->hashes;
  mite_mutex_unlock(&searcher->lock);
  return hashes;
}

uint64_t mite_searcher_errors(struct mite_searcher *searcher) {
  mite_mutex_lock(&searcher->lock);
  const uint64_t errors = searcher->errors;
  mite_mutex_unlock(&searcher->lock);
  return errors;
}

struct mite_lane_counts mite_searcher_lane(struct mite_searcher *searcher, uint32_t lane) {
  struct mite_lane_counts counts = {0};
  if (lane >= searcher->threads)
    return counts;
  mite_mutex_lock(&searcher->lock);
  counts = searcher->thread[lane].counts;
  mite_mutex_unlock(&searcher->lock);
  if (counts.failed) {
    counts.hits = 0;
    counts.errors = UINT32_MAX;
  }
  return counts;
}

uint32_t mite_searcher_ranges(struct mite_searcher *searcher, uint32_t lane) {
  if (lane >= MITE_MAX_THREADS)
    return 0;
  mite_mutex_lock(&searcher->lock);
  const uint32_t ranges = searcher->thread[lane].ranges;
  mite_mutex_unlock(&searcher->lock);
  return ranges;
}
