/* What all of the searcher's tests share: one searcher, four targets, a virtual clock. */
#ifndef MITE_SEARCHER_TEST_H
#define MITE_SEARCHER_TEST_H

#include "backends.h"
#include "searcher.h"

extern struct mite_searcher searcher;
/* Every hash meets `all`, none meets `none`, one in 4,096 `some`. */
extern uint8_t header[MITE_HEADER_BYTES], all[MITE_HASH_BYTES], none[MITE_HASH_BYTES], some[MITE_HASH_BYTES];

/* Advances this thread's clock by this many hashes. */
void spend(uint32_t hashes, uint32_t nanos);
void pause_ms(long milliseconds);
/* The next event; MITE_NONE after a minute. */
struct mite_search_event await_event(void);
void await_hashes(uint64_t hashes);
/* Until no thread is on a work, dropped ones included. */
void await_idle(void);

/* Of lanes_test.c, plans_test.c, pace_test.c and wakes_test.c. Return the number of failed checks.
 * `patience`: milliseconds that a wake may take. */
int lane_tests(void);
int plan_tests(void);
int pace_tests(void);
int wake_tests(uint32_t patience);

#endif
