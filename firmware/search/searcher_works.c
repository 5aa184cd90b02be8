/* The works: which nonces a thread takes, and in which order their ends are reported. */
#include "searcher_inner.h"

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

/* Reports the oldest of the waiting ends, unless it must go on waiting for an older work. True: reported. */
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
  mite_mailbox_put(searcher, MITE_EXHAUSTED, end.id, 0, 0);
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

/* A slot for a new work, marked as dropped until it is given. One is free, since the next work was dropped
 * and each thread is on at most one work; NULL if that is ever wrong: a work under way is never
 * overwritten. */
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

struct mite_work *mite_works_take(struct mite_searcher *searcher, uint32_t most, uint32_t *first,
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

void mite_works_leave(struct mite_searcher *searcher, struct mite_work *work, uint32_t tried) {
  searcher->hashes += (uint64_t)tried * work->job.versions;
  work->busy--;
  if (work->busy > 0)
    return;
  if (work->dropped)
    release(searcher, work);
  else if (work->cursor == work->end)
    end_work(searcher, work);
}

void mite_threads_wake(struct mite_searcher *searcher) {
  for (uint32_t i = 0; i < searcher->threads; i++)
    mite_event_signal(&searcher->thread[i].wake);
}

/* Puts a work in place as the current or the next one. Prepared in its slot, which no thread sees yet: a job
 * is too large for a chip's stack, and the search continues meanwhile. */
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
    mite_threads_wake(searcher);
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

bool mite_searcher_running(struct mite_searcher *searcher) {
  mite_mutex_lock(&searcher->lock);
  bool running = false;
  for (uint32_t i = 0; i < MITE_WORKS; i++)
    running |= searcher->used[i] && !searcher->works[i].dropped;
  mite_mutex_unlock(&searcher->lock);
  return running;
}
