/* Search threads and their mailbox: one mutex guards everything, taken once a sub-range (1.5 ms) and thread.
 */
#include "searcher.h"

#include <string.h>

/* Sub-ranges grow and shrink towards this time. Twice it, plus a switch of threads, is well below 5 ms. They
 * are counted in hashes: 25 kH/s, a slow chip, takes 1.3 ms for the least, two nonces of 16 versions. */
#define AIM_MICROS 1500u
#define LEAST_HASHES 32u
#define MOST_HASHES 65536u

/* How soon a thread without work tries again to wake the owner; one with work does between sub-ranges. */
#define WAKE_AGAIN_MICROS 20000u

static void release(struct mite_searcher *searcher, struct mite_work *work) {
  searcher->used[work - searcher->works] = false;
}

/* Takes a work out of use; its slot is freed when the last thread leaves it. */
static void drop(struct mite_searcher *searcher, struct mite_work *work) {
  if (!work)
    return;
  work->dropped = true;
  if (work->busy == 0)
    release(searcher, work);
}

/* Queues an event, which is news: tell_owner has to follow. */
static void queue(struct mite_searcher *searcher, enum mite_event_kind kind, uint32_t work, uint32_t value,
                  uint32_t version) {
  const uint32_t room = kind == MITE_CANDIDATE ? MITE_CANDIDATES : MITE_EVENTS;
  if (searcher->queued >= room) {
    if (searcher->lost != UINT32_MAX)
      searcher->lost++;
  } else {
    struct mite_search_event *event = &searcher->events[(searcher->oldest + searcher->queued) % MITE_EVENTS];
    event->kind = kind;
    event->work = work;
    event->value = value;
    event->version = version;
    searcher->queued++;
  }
  searcher->pending = true;
}

/*
 * Wakes the owner when there is news that it was not woken for. The lock is held, though not meanwhile. A
 * wake that was not posted is tried again by this thread, whatever it does next; but when the owner has come
 * by itself meanwhile, what is pending now is other news, which has its own wake.
 */
static void tell_owner(struct mite_searcher *searcher) {
  if (!searcher->pending || searcher->posted || !searcher->wake)
    return;
  const uint32_t answers = searcher->answers;
  searcher->posted = true;
  mite_mutex_unlock(&searcher->lock);
  const bool posted = searcher->wake(searcher->context);
  mite_mutex_lock(&searcher->lock);
  if (!posted && searcher->answers == answers)
    searcher->posted = false;
}

/* The owner is awake: the next news wakes it again. Returns whether there was news that it has not answered.
 */
static bool answer(struct mite_searcher *searcher) {
  const bool was = searcher->pending;
  searcher->pending = searcher->posted = false;
  searcher->answers++;
  return was;
}

/* Tells the oldest of the ends that wait, unless it is to wait on for an older work. True: told. */
static bool tell_end(struct mite_searcher *searcher, bool early) {
  uint32_t oldest = 0;
  if (searcher->ended == 0)
    return false;
  for (uint32_t i = 1; i < searcher->ended; i++)
    if (searcher->ends[i].order < searcher->ends[oldest].order)
      oldest = i;
  const struct mite_end end = searcher->ends[oldest];
  for (uint32_t i = 0; i < MITE_WORKS && !early; i++)
    if (searcher->used[i] && !searcher->works[i].dropped && searcher->works[i].order < end.order)
      return false;
  searcher->ends[oldest] = searcher->ends[--searcher->ended];
  queue(searcher, MITE_EXHAUSTED, end.id, 0, 0);
  return true;
}

/* A work's nonces are all tried. */
static void end_work(struct mite_searcher *searcher, struct mite_work *work) {
  if (searcher->ended == MITE_ENDS) /* a thread is held up in an older work */
    tell_end(searcher, true);
  searcher->ends[searcher->ended++] = (struct mite_end){work->id, work->order};
  release(searcher, work);
  while (tell_end(searcher, false)) {
  }
}

/* A slot for a new work, dropped until it is given. One is free, since the next work was dropped and each
 * thread is on one work at most; NULL if that is ever wrong: a work under way is not written over. */
static struct mite_work *free_work(struct mite_searcher *searcher) {
  uint32_t i = 0;
  while (i < MITE_WORKS && searcher->used[i])
    i++;
  if (i == MITE_WORKS)
    return NULL;
  searcher->used[i] = true;
  searcher->works[i].dropped = true;
  searcher->works[i].busy = 0;
  return &searcher->works[i];
}

/* Takes nonces for up to `most` hashes, one at least, of the current work, or of the next when that one's are
 * all taken. */
static struct mite_work *take(struct mite_searcher *searcher, uint32_t most, uint32_t *first,
                              uint32_t *count) {
  struct mite_work *work = searcher->current;
  if (!work)
    return NULL;
  const uint64_t left = work->end - work->cursor;
  most = most > work->job.versions ? most / work->job.versions : 1;
  *first = (uint32_t)work->cursor;
  *count = left < most ? (uint32_t)left : most;
  work->cursor += *count;
  work->busy++;
  if (work->cursor == work->end) {
    searcher->current = searcher->next;
    searcher->next = NULL;
  }
  return work;
}

/* A thread has tried its sub-range. The last one out marks the work's end. */
static void leave(struct mite_searcher *searcher, struct mite_work *work, uint32_t tried) {
  searcher->hashes += (uint64_t)tried * work->job.versions;
  work->busy--;
  if (work->busy > 0)
    return;
  if (work->dropped)
    release(searcher, work);
  else if (work->cursor == work->end)
    end_work(searcher, work);
}

/* Adds to the lane's counts. The lock is held. */
static void count(struct mite_search_thread *thread, const struct mite_lane_counts *more) {
  struct mite_lane_counts *sum = &thread->counts;
  sum->hits = sum->hits > UINT32_MAX - more->hits ? UINT32_MAX : sum->hits + more->hits;
  sum->errors = sum->errors > UINT32_MAX - more->errors ? UINT32_MAX : sum->errors + more->errors;
  thread->searcher->errors += more->errors;
  sum->failed |= more->failed;
}

/* Nonces tried: all, or fewer where the backend would have the thread look up between. */
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
        queue(searcher, MITE_CANDIDATE, work->id, first + done - 1, job->version[i].bits);
    tell_owner(searcher);
    mite_mutex_unlock(&searcher->lock);
  }
  return done;
}

/* What a sub-range may have after one that took so long: a backend may become much slower at once. */
static uint32_t next_most(uint32_t most, uint32_t hashes, uint32_t micros, bool whole) {
  if (micros > AIM_MICROS) {
    const uint32_t fit = (uint32_t)((uint64_t)hashes * AIM_MICROS / micros);
    return fit >= most ? most : fit > LEAST_HASHES ? fit : LEAST_HASHES;
  }
  if (!whole || micros >= AIM_MICROS / 2)
    return most;
  return most < MOST_HASHES / 2 ? most * 2 : MOST_HASHES;
}

/* Rests as long as the budget asks for. The lock is held, though not meanwhile. */
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
    tell_owner(searcher);
    if (!work)
      keep_budget(thread, &pace);
    if (searcher->closing)
      break;
    if (!work)
      work = take(searcher, most, &first, &length);
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
    leave(searcher, work, tried);
    work = NULL;
    tell_owner(searcher);
    const bool closing = searcher->closing;
    mite_mutex_unlock(&searcher->lock);
    if (!closing)
      mite_thread_rest(&thread->thread);
    mite_mutex_lock(&searcher->lock);
  }
  if (work) { /* not all tried: no end to tell */
    work->dropped = true;
    leave(searcher, work, 0);
  }
  mite_mutex_unlock(&searcher->lock);
}

static void wake_threads(struct mite_searcher *searcher) {
  for (uint32_t i = 0; i < searcher->threads; i++)
    mite_event_signal(&searcher->thread[i].wake);
}

/* Ends the threads, which takes each at most a sub-range. */
static void join(struct mite_searcher *searcher) {
  mite_mutex_lock(&searcher->lock);
  searcher->closing = true;
  mite_mutex_unlock(&searcher->lock);
  wake_threads(searcher);
  for (uint32_t i = 0; i < searcher->threads; i++) {
    mite_thread_join(&searcher->thread[i].thread);
    mite_event_destroy(&searcher->thread[i].wake);
  }
  searcher->threads = 0;
  searcher->closing = false;
}

/* Starts a thread for each of the lanes set. False: none is left. */
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

/* Puts a work in place as the current or the next one. Prepared in its slot, which no thread sees yet: a job
 * is too long for a chip's stack, and the search goes on meanwhile. */
static bool give(struct mite_searcher *searcher, bool replace, uint32_t id,
                 const uint8_t header[MITE_HEADER_BYTES], const uint8_t target[MITE_HASH_BYTES],
                 uint32_t version_mask, uint32_t first, uint32_t last) {
  if (first > last)
    return false;
  mite_mutex_lock(&searcher->lock);
  drop(searcher, searcher->next);
  searcher->next = NULL;
  struct mite_work *work = free_work(searcher);
  mite_mutex_unlock(&searcher->lock);
  if (!work)
    return false;

  mite_job_init(&work->job, header, target, version_mask);
  work->id = id;
  work->cursor = first;
  work->end = (uint64_t)last + 1;

  mite_mutex_lock(&searcher->lock);
  if (replace) {
    drop(searcher, searcher->current);
    searcher->current = NULL;
  }
  work->order = searcher->works_given++;
  work->dropped = false;
  const bool now = searcher->current == NULL;
  if (now)
    searcher->current = work;
  else
    searcher->next = work;
  mite_mutex_unlock(&searcher->lock);

  if (now)
    wake_threads(searcher);
  return true;
}

bool mite_searcher_start(struct mite_searcher *searcher, uint32_t id, const uint8_t header[MITE_HEADER_BYTES],
                         const uint8_t target[MITE_HASH_BYTES], uint32_t version_mask, uint32_t first,
                         uint32_t last) {
  return give(searcher, true, id, header, target, version_mask, first, last);
}

bool mite_searcher_next(struct mite_searcher *searcher, uint32_t id, const uint8_t header[MITE_HEADER_BYTES],
                        const uint8_t target[MITE_HASH_BYTES], uint32_t version_mask, uint32_t first,
                        uint32_t last) {
  return give(searcher, false, id, header, target, version_mask, first, last);
}

void mite_searcher_stop(struct mite_searcher *searcher) {
  mite_mutex_lock(&searcher->lock);
  drop(searcher, searcher->current);
  drop(searcher, searcher->next);
  searcher->current = searcher->next = NULL;
  mite_mutex_unlock(&searcher->lock);
}

bool mite_searcher_budget(struct mite_searcher *searcher, uint32_t percent) {
  if (percent < 1 || percent > 100)
    return false;
  mite_mutex_lock(&searcher->lock);
  const bool changed = percent != searcher->percent;
  searcher->percent = percent;
  mite_mutex_unlock(&searcher->lock);
  if (changed)
    wake_threads(searcher);
  return true;
}

struct mite_search_event mite_searcher_read(struct mite_searcher *searcher) {
  struct mite_search_event event = {MITE_NONE, 0, 0, 0};
  mite_mutex_lock(&searcher->lock);
  if (searcher->queued > 0 && (searcher->lost == 0 || searcher->untold < MITE_EVENTS)) {
    event = searcher->events[searcher->oldest];
    searcher->oldest = (searcher->oldest + 1) % MITE_EVENTS;
    searcher->queued--;
    searcher->untold = searcher->lost > 0 ? searcher->untold + 1 : 0;
  } else if (searcher->lost > 0) {
    event.kind = MITE_LOST;
    event.value = searcher->lost;
    searcher->lost = searcher->untold = 0;
  } else {
    (void)answer(searcher);
  }
  mite_mutex_unlock(&searcher->lock);
  return event;
}

bool mite_searcher_awake(struct mite_searcher *searcher) {
  mite_mutex_lock(&searcher->lock);
  const bool was = answer(searcher);
  mite_mutex_unlock(&searcher->lock);
  return was;
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

bool mite_searcher_running(struct mite_searcher *searcher) {
  mite_mutex_lock(&searcher->lock);
  bool running = false;
  for (uint32_t i = 0; i < MITE_WORKS; i++)
    running |= searcher->used[i] && !searcher->works[i].dropped;
  mite_mutex_unlock(&searcher->lock);
  return running;
}
