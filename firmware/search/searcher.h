/*
 * Search threads and their mailbox. One owner thread gives works and reads events; the search threads take
 * sub-ranges of the current work's nonces, so that each nonce is tried exactly once with each of the work's
 * versions. Each thread has its own backend and takes lengths that fit its speed. Every function here is for
 * the owner and returns at once, except those that say they join the threads.
 *
 * Stop and start are seen between sub-ranges, whose length follows the measured speed (about 1.5 ms of work).
 * A candidate found in a sub-range that is under way then is still delivered: events carry the work's id.
 */
#ifndef MITE_SEARCHER_H
#define MITE_SEARCHER_H

#include "lanes.h"
#include "pace.h"
#include "port.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Unread candidates that the mailbox holds; further ones are counted as lost. */
#define MITE_CANDIDATES 32
/* Room reserved for `exhausted` events: an owner that reads before it gives another work never loses one. */
#define MITE_EVENTS (MITE_CANDIDATES + 8)
/* Current, next, and one per thread on an older work. */
#define MITE_WORKS (MITE_MAX_THREADS + 2)
/* Works that ended but wait for an older one to end; if there are more, the oldest is reported early. */
#define MITE_ENDS 16

enum mite_event_kind {
  MITE_NONE = 0,
  MITE_CANDIDATE = 1, /* work, value = nonce, version = bits flipped in the header's version */
  MITE_EXHAUSTED = 2, /* work; its nonces were all tried, its candidates queued; in the order of the works */
  MITE_LOST = 3       /* value = events dropped, reported after those that were kept before them */
};

struct mite_search_event {
  enum mite_event_kind kind;
  uint32_t work;
  uint32_t value;
  uint32_t version;
};

struct mite_work {
  struct mite_job job;
  uint32_t id;
  uint32_t busy;   /* threads on a sub-range of it */
  uint64_t cursor; /* first nonce not taken yet; 2^32 is a value */
  uint64_t end;    /* last nonce + 1 */
  uint64_t order;  /* of the works, for the order of their ends */
  bool dropped;    /* replaced or stopped: ends without an event; or not yet given */
};

struct mite_end {
  uint32_t id;
  uint64_t order;
};

struct mite_searcher;

struct mite_search_thread {
  struct mite_searcher *searcher;
  struct mite_lane lane;
  struct mite_lane_counts counts;
  uint32_t ranges; /* finished, modulo 2^32 */
  mite_thread thread;
  mite_event wake;
};

/* The owner's memory; a work is 1.5 KB, an event 16 bytes. Fields are private. Must not move while open. */
struct mite_searcher {
  bool (*wake)(void *context);
  void *context;
  mite_mutex lock; /* guards all below */
  struct mite_work works[MITE_WORKS];
  bool used[MITE_WORKS];
  struct mite_work *current, *next;
  uint64_t works_given;
  struct mite_end ends[MITE_ENDS]; /* in no order */
  uint32_t ended;
  struct mite_search_event events[MITE_EVENTS];
  uint32_t oldest, queued;
  uint32_t lost;
  uint32_t untold; /* events read since the first of `lost`, which is reported at most one mailbox later */
  uint64_t hashes;
  uint64_t errors;  /* of all lanes since open */
  bool pending;     /* there is news that the owner has not yet answered */
  bool posted;      /* ... and it was woken for it, or is being woken */
  uint32_t answers; /* modulo 2^32 */
  bool closing;
  uint32_t percent; /* of the time that each thread may work */
  uint32_t threads;
  struct mite_search_thread thread[MITE_MAX_THREADS];
};

/*
 * Starts one idle thread for each of the `threads` (1..MITE_MAX_THREADS) lanes. An exclusive backend may be
 * on only one lane. `wake` may be NULL; it is called from a search thread, with no lock held, when an event
 * is queued and the owner is not already awake. It must not block: a thread that is being joined may be in
 * it. False: the wake was not posted, and the threads call it again, between sub-ranges or every 20 ms, until
 * it is, or until the owner reads on its own. A posted wake is not repeated: an owner that cannot rely on its
 * delivery should read now and then anyway. Returns false when the threads do not start; nothing is left
 * behind then.
 */
bool mite_searcher_open(struct mite_searcher *searcher, const struct mite_lane *lanes, uint32_t threads,
                        bool (*wake)(void *context), void *context);
/* Stops and joins the threads. `wake` is not called after it. */
void mite_searcher_close(struct mite_searcher *searcher);

/*
 * Stops, joins the threads, and starts others on these lanes. Unread events and the sums stay, the lanes'
 * counts start over. False: the lanes are not allowed (the old threads remain, stopped) or do not start (then
 * there is no thread until another call succeeds).
 */
bool mite_searcher_use(struct mite_searcher *searcher, const struct mite_lane *lanes, uint32_t threads);

/* Stops, and runs the self-test of every lane's backend while no thread uses it. 0, what failed, or
 * -1: there are no threads now. */
int mite_searcher_selftest(struct mite_searcher *searcher);

/*
 * Replaces the current work and drops the next one; mite_job_init says what `version_mask` does. False when
 * first > last, or when there is no room for a work (which cannot happen); the search then continues.
 */
bool mite_searcher_start(struct mite_searcher *searcher, uint32_t id, const uint8_t header[MITE_HEADER_BYTES],
                         const uint8_t target[MITE_HASH_BYTES], uint32_t version_mask, uint32_t first,
                         uint32_t last);
/* Queues the work to take when the current one's nonces are all taken; starts it when nothing runs. */
bool mite_searcher_next(struct mite_searcher *searcher, uint32_t id, const uint8_t header[MITE_HEADER_BYTES],
                        const uint8_t target[MITE_HASH_BYTES], uint32_t version_mask, uint32_t first,
                        uint32_t last);
void mite_searcher_stop(struct mite_searcher *searcher);

/*
 * While there is work, each thread works this percentage (1..100, 100 after open) of the time, in the usual
 * sub-ranges, and blocks for the rest: the budget holds over a few seconds, and sub-ranges still finish
 * several times a second. Takes effect at once, even for a resting thread. False: out of bounds, nothing
 * changes.
 */
bool mite_searcher_budget(struct mite_searcher *searcher, uint32_t percent);

/* The oldest event; MITE_NONE when there is none, and then the next event wakes the owner again. */
struct mite_search_event mite_searcher_read(struct mite_searcher *searcher);
/* The owner is awake now: the next event wakes it again. Returns whether a wake was pending. */
bool mite_searcher_awake(struct mite_searcher *searcher);

/* Headers tried since open, exact: nonces times versions. */
uint64_t mite_searcher_hashes(struct mite_searcher *searcher);
/* Errors of all lanes since open. */
uint64_t mite_searcher_errors(struct mite_searcher *searcher);
/* Counts of one lane; zeros beyond the last. A failed backend has nothing but errors, the largest possible
 * count.
 */
struct mite_lane_counts mite_searcher_lane(struct mite_searcher *searcher, uint32_t lane);
/* Sub-ranges that a lane has finished since open, modulo 2^32: while a search runs it changes several times a
 * second, unless the lane's thread is stuck. 0 beyond the last. */
uint32_t mite_searcher_ranges(struct mite_searcher *searcher, uint32_t lane);
/* Is there a work that is neither exhausted nor stopped? */
bool mite_searcher_running(struct mite_searcher *searcher);

#ifdef __cplusplus
}
#endif

#endif
