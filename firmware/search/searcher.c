/* Search threads and their mailbox: one mutex guards everything, taken once a sub-range (1.5 ms) and thread.
 */
#include "searcher.h"

#include <string.h>

/* Sub-ranges grow and shrink towards this time. Twice it, plus a switch of threads, is well below 5 ms. */
#define AIM_MICROS 1500u
#define LEAST_COUNT 32u
#define MOST_COUNT 65536u

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

/* Queues an event. Returns true when the owner has to be woken, which is done after unlocking. */
static bool queue(struct mite_searcher *searcher, enum mite_event_kind kind, uint32_t work, uint32_t value) {
  const uint32_t room = kind == MITE_CANDIDATE ? MITE_CANDIDATES : MITE_EVENTS;
  if (searcher->queued >= room) {
    if (searcher->lost != UINT32_MAX)
      searcher->lost++;
  } else {
    struct mite_search_event *event = &searcher->events[(searcher->oldest + searcher->queued) % MITE_EVENTS];
    event->kind = kind;
    event->work = work;
    event->value = value;
    searcher->queued++;
  }
  if (searcher->pending)
    return false;
  searcher->pending = true;
  return searcher->wake != NULL;
}

/* The oldest work in use whose end is to be reported, `done` or not; with `done`, only among those. */
static struct mite_work *oldest_work(struct mite_searcher *searcher, bool done) {
  struct mite_work *oldest = NULL;
  for (uint32_t i = 0; i < MITE_WORKS; i++) {
    struct mite_work *work = &searcher->works[i];
    if (searcher->used[i] && !work->dropped && (work->done || !done) &&
        (!oldest || work->order < oldest->order))
      oldest = work;
  }
  return oldest;
}

static bool report_end(struct mite_searcher *searcher, struct mite_work *work) {
  release(searcher, work);
  return queue(searcher, MITE_EXHAUSTED, work->id, 0);
}

/* A slot for a new work. When none is free, ended works wait for a thread that is held up: one is told early.
 */
static struct mite_work *free_work(struct mite_searcher *searcher, bool *wake) {
  for (;;) {
    for (uint32_t i = 0; i < MITE_WORKS; i++)
      if (!searcher->used[i]) {
        searcher->used[i] = true;
        return &searcher->works[i];
      }
    *wake |= report_end(searcher, oldest_work(searcher, true));
  }
}

/* Takes up to `most` nonces of the current work, or of the next when that one's are all taken. */
static struct mite_work *take(struct mite_searcher *searcher, uint32_t most, uint32_t *first,
                              uint32_t *count) {
  struct mite_work *work = searcher->current;
  if (!work)
    return NULL;
  const uint64_t left = work->end - work->cursor;
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

/* A thread has tried its sub-range. The last one out marks the work's end. True: wake the owner. */
static bool leave(struct mite_searcher *searcher, struct mite_work *work, uint32_t tried) {
  bool wake = false;
  searcher->hashes += tried;
  work->busy--;
  if (work->busy > 0)
    return false;
  if (work->dropped) {
    release(searcher, work);
    return false;
  }
  if (work->cursor != work->end)
    return false;
  work->done = true;
  for (struct mite_work *oldest; (oldest = oldest_work(searcher, false)) != NULL && oldest->done;)
    wake |= report_end(searcher, oldest);
  return wake;
}

static void search(struct mite_searcher *searcher, const struct mite_work *work, uint32_t first,
                   uint32_t count) {
  uint32_t done = 0;
  while (done < count) {
    uint32_t tried = 0;
    const bool found = mite_scan(searcher->backend, &work->job, first + done, count - done, &tried);
    done += tried;
    if (!found)
      return;
    mite_mutex_lock(&searcher->lock);
    const bool wake = queue(searcher, MITE_CANDIDATE, work->id, first + done - 1);
    mite_mutex_unlock(&searcher->lock);
    if (wake)
      searcher->wake(searcher->context);
  }
}

static void run(void *context) {
  struct mite_search_thread *thread = context;
  struct mite_searcher *searcher = thread->searcher;
  uint32_t most = LEAST_COUNT;
  mite_mutex_lock(&searcher->lock);
  while (!searcher->closing) {
    uint32_t first, count;
    struct mite_work *work = take(searcher, most, &first, &count);
    mite_mutex_unlock(&searcher->lock);
    if (!work) {
      mite_event_wait(&thread->wake);
      mite_mutex_lock(&searcher->lock);
      continue;
    }
    const uint32_t begun = mite_micros();
    search(searcher, work, first, count);
    const uint32_t micros = mite_micros() - begun;
    mite_thread_rest(&thread->thread);
    if (micros > AIM_MICROS && most > LEAST_COUNT)
      most /= 2;
    else if (micros < AIM_MICROS / 2 && count == most && most < MOST_COUNT)
      most *= 2;
    mite_mutex_lock(&searcher->lock);
    if (leave(searcher, work, count)) {
      mite_mutex_unlock(&searcher->lock);
      searcher->wake(searcher->context);
      mite_mutex_lock(&searcher->lock);
    }
  }
  mite_mutex_unlock(&searcher->lock);
}

bool mite_searcher_open(struct mite_searcher *searcher, const struct mite_backend *backend, uint32_t threads,
                        void (*wake)(void *context), void *context) {
  if (threads < 1 || threads > MITE_MAX_THREADS)
    return false;
  memset(searcher, 0, sizeof *searcher);
  searcher->backend = backend;
  searcher->wake = wake;
  searcher->context = context;
  if (!mite_mutex_init(&searcher->lock))
    return false;
  for (uint32_t i = 0; i < threads; i++) {
    struct mite_search_thread *thread = &searcher->thread[i];
    thread->searcher = searcher;
    if (!mite_event_init(&thread->wake)) {
      mite_searcher_close(searcher);
      return false;
    }
    if (!mite_thread_start(&thread->thread, -1, 0, run, thread)) {
      mite_event_destroy(&thread->wake);
      mite_searcher_close(searcher);
      return false;
    }
    searcher->threads = i + 1;
  }
  return true;
}

static void wake_threads(struct mite_searcher *searcher) {
  for (uint32_t i = 0; i < searcher->threads; i++)
    mite_event_signal(&searcher->thread[i].wake);
}

void mite_searcher_close(struct mite_searcher *searcher) {
  mite_mutex_lock(&searcher->lock);
  searcher->closing = true;
  mite_mutex_unlock(&searcher->lock);
  wake_threads(searcher);
  for (uint32_t i = 0; i < searcher->threads; i++) {
    mite_thread_join(&searcher->thread[i].thread);
    mite_event_destroy(&searcher->thread[i].wake);
  }
  mite_mutex_destroy(&searcher->lock);
}

/* Puts a work in place as the current or the next one. */
static bool give(struct mite_searcher *searcher, bool replace, uint32_t id,
                 const uint8_t header[MITE_HEADER_BYTES], const uint8_t target[MITE_HASH_BYTES],
                 uint32_t first, uint32_t last) {
  struct mite_job job;
  bool wake = false;
  if (first > last)
    return false;
  mite_job_init(&job, header, target, 0);

  mite_mutex_lock(&searcher->lock);
  drop(searcher, searcher->next);
  searcher->next = NULL;
  if (replace) {
    drop(searcher, searcher->current);
    searcher->current = NULL;
  }
  struct mite_work *work = free_work(searcher, &wake);
  work->job = job;
  work->id = id;
  work->busy = 0;
  work->cursor = first;
  work->end = (uint64_t)last + 1;
  work->order = searcher->works_given++;
  work->done = work->dropped = false;
  const bool now = searcher->current == NULL;
  if (now)
    searcher->current = work;
  else
    searcher->next = work;
  mite_mutex_unlock(&searcher->lock);

  if (now)
    wake_threads(searcher);
  if (wake)
    searcher->wake(searcher->context);
  return true;
}

bool mite_searcher_start(struct mite_searcher *searcher, uint32_t id, const uint8_t header[MITE_HEADER_BYTES],
                         const uint8_t target[MITE_HASH_BYTES], uint32_t first, uint32_t last) {
  return give(searcher, true, id, header, target, first, last);
}

bool mite_searcher_next(struct mite_searcher *searcher, uint32_t id, const uint8_t header[MITE_HEADER_BYTES],
                        const uint8_t target[MITE_HASH_BYTES], uint32_t first, uint32_t last) {
  return give(searcher, false, id, header, target, first, last);
}

void mite_searcher_stop(struct mite_searcher *searcher) {
  mite_mutex_lock(&searcher->lock);
  drop(searcher, searcher->current);
  drop(searcher, searcher->next);
  searcher->current = searcher->next = NULL;
  mite_mutex_unlock(&searcher->lock);
}

struct mite_search_event mite_searcher_read(struct mite_searcher *searcher) {
  struct mite_search_event event = {MITE_NONE, 0, 0};
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
    searcher->pending = false;
  }
  mite_mutex_unlock(&searcher->lock);
  return event;
}

bool mite_searcher_awake(struct mite_searcher *searcher) {
  mite_mutex_lock(&searcher->lock);
  const bool was = searcher->pending;
  searcher->pending = false;
  mite_mutex_unlock(&searcher->lock);
  return was;
}

uint64_t mite_searcher_hashes(struct mite_searcher *searcher) {
  mite_mutex_lock(&searcher->lock);
  const uint64_t hashes = searcher->hashes;
  mite_mutex_unlock(&searcher->lock);
  return hashes;
}

bool mite_searcher_running(struct mite_searcher *searcher) {
  mite_mutex_lock(&searcher->lock);
  bool running = false;
  for (uint32_t i = 0; i < MITE_WORKS; i++)
    running |= searcher->used[i] && !searcher->works[i].dropped;
  mite_mutex_unlock(&searcher->lock);
  return running;
}
