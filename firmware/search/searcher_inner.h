/*
 * What the searcher's files owe each other: searcher.c has the threads, searcher_works.c decides which of
 * them tries what, searcher_mailbox.c what the owner is told. Callers of every function here hold the lock,
 * except for mite_threads_wake.
 */
#ifndef MITE_SEARCHER_INNER_H
#define MITE_SEARCHER_INNER_H

#include "searcher.h"

/* Queues an event, which is news: mite_mailbox_tell must follow. What does not fit is counted as lost. */
void mite_mailbox_put(struct mite_searcher *searcher, enum mite_event_kind kind, uint32_t work,
                      uint32_t value, uint32_t version);
/*
 * Wakes the owner when there is news that it was not woken for. The lock is released meanwhile. If the wake
 * was not posted, this thread tries again, whatever it does next; but if the owner has read on its own
 * meanwhile, what is pending now is other news, which has its own wake.
 */
void mite_mailbox_tell(struct mite_searcher *searcher);

/*
 * Takes nonces for up to `most` hashes, at least one nonce, of the current work, or of the next once all of
 * its nonces are taken: `count` from `first`. NULL, with neither set: there is no work. mite_works_leave must
 * follow.
 */
struct mite_work *mite_works_take(struct mite_searcher *searcher, uint32_t most, uint32_t *first,
                                  uint32_t *count);
/* A thread has tried its sub-range, the last `tried` nonces of which are not counted yet. The last one out
 * marks the work's end. */
void mite_works_leave(struct mite_searcher *searcher, struct mite_work *work, uint32_t tried);

/* Makes every thread check for work, budget and the end. The lock need not be held. */
void mite_threads_wake(struct mite_searcher *searcher);

#endif
