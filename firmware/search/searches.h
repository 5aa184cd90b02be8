/*
 * The searchers of all machines of a process, to find which of a machine's have news. Machines may run in
 * separate threads, so the first of them makes the lock while others may be about to. No XS: search_glue.c
 * puts the Search objects in front of it.
 */
#ifndef MITE_SEARCHES_H
#define MITE_SEARCHES_H

#include "searcher.h"

/* One searcher. The owner's memory, zeroed, `machine` set; must not move while it is listed. */
struct mite_listed {
  struct mite_listed *following;
  void *machine;
  bool due;
  struct mite_searcher searcher;
};

/* Zeroed is empty. Fields are private. */
struct mite_searches {
  int state; /* atomic */
  mite_mutex lock;
  struct mite_listed *first;
};

enum { MITE_SEARCHES_NONE, MITE_SEARCHES_MAKING, MITE_SEARCHES_READY };

/* Makes the lock unless it exists. False: it cannot be made. Any thread. */
static inline bool mite_searches_open(struct mite_searches *searches) {
  for (;;) {
    int state = MITE_SEARCHES_NONE;
    if (__atomic_compare_exchange_n(&searches->state, &state, MITE_SEARCHES_MAKING, false, __ATOMIC_ACQ_REL,
                                    __ATOMIC_ACQUIRE)) {
      const bool made = mite_mutex_init(&searches->lock);
      __atomic_store_n(&searches->state, made ? MITE_SEARCHES_READY : MITE_SEARCHES_NONE, __ATOMIC_RELEASE);
      return made;
    }
    if (state == MITE_SEARCHES_READY)
      return true;
    mite_thread_pause(); /* another thread is making it */
  }
}

/* After mite_searches_open. */
static inline void mite_searches_add(struct mite_searches *searches, struct mite_listed *listed) {
  mite_mutex_lock(&searches->lock);
  listed->following = searches->first;
  searches->first = listed;
  mite_mutex_unlock(&searches->lock);
}

/* After mite_searches_open. One that is not listed is left alone. */
static inline void mite_searches_remove(struct mite_searches *searches, struct mite_listed *listed) {
  mite_mutex_lock(&searches->lock);
  struct mite_listed **at = &searches->first;
  while (*at && *at != listed)
    at = &(*at)->following;
  if (*at)
    *at = listed->following;
  mite_mutex_unlock(&searches->lock);
}

/* Tells the searchers of this machine that it is awake, and marks those that had news. Any thread, at any
 * time. */
static inline void mite_searches_awake(struct mite_searches *searches, const void *machine) {
  if (__atomic_load_n(&searches->state, __ATOMIC_ACQUIRE) != MITE_SEARCHES_READY)
    return;
  mite_mutex_lock(&searches->lock);
  for (struct mite_listed *at = searches->first; at; at = at->following)
    if (at->machine == machine)
      at->due = mite_searcher_awake(&at->searcher) || at->due;
  mite_mutex_unlock(&searches->lock);
}

/* Unmarks and returns one marked searcher of this machine; NULL when there is none. The machine's own
 * thread. */
static inline struct mite_listed *mite_searches_due(struct mite_searches *searches, const void *machine) {
  if (__atomic_load_n(&searches->state, __ATOMIC_ACQUIRE) != MITE_SEARCHES_READY)
    return NULL;
  mite_mutex_lock(&searches->lock);
  struct mite_listed *at = searches->first;
  while (at && !(at->machine == machine && at->due))
    at = at->following;
  if (at)
    at->due = false;
  mite_mutex_unlock(&searches->lock);
  return at;
}

#endif
