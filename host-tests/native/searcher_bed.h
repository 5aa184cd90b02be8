/* The bed of works_test.c, mailbox_test.c, budget_test.c and searcher_test.c: backends that record, on a
 * virtual clock. */
#ifndef MITE_SEARCHER_BED_H
#define MITE_SEARCHER_BED_H

#include "searcher_test.h"

#include <stdatomic.h>

#define SPAN (1u << 18)
#define MOST_THREADS 4u

struct bed {
  const struct mite_backend *real; /* the backend that RECORDING asks */
  atomic_uint nanos_per_hash;
  atomic_uint longest;        /* sub-range, in nonces */
  atomic_uint wakes;          /* of the owner */
  atomic_uchar seen[2][SPAN]; /* how often each nonce from `seen_from` on was tried, by header byte 0 */
  atomic_uint sums[2];        /* all nonces tried, by header byte 0 */
  uint32_t seen_from;
  atomic_bool hold, holding; /* keeps threads inside a scan of a header with an even first byte */
  atomic_uint rests;         /* between sub-ranges, in one of which `stay` keeps the thread */
  atomic_uint rest_hashes;   /* what each costs, in hashes of a microsecond */
  atomic_bool stay, staying;
  atomic_uint budget_rests; /* those of the budget, on the same clock, and late ... */
  atomic_ullong rested;     /* microseconds */
  atomic_bool long_rests;   /* ... or the real ones, a thousand times as long */
};
extern struct bed bed;

/* RECORDING notes every nonce that the real backend is given. IDLE does not hash, for tests of order and
 * time, and finds nothing. */
extern const struct mite_backend RECORDING, IDLE;

/* Opens `searcher` with this backend in each thread, at so many nanoseconds a hash; the records begin anew.
 */
void open_searcher(const struct mite_backend *backend, uint32_t threads, uint32_t nanos);
/* Until the owner was woken this often; and a little longer, for one too many. */
void await_wakes(uint32_t count);

/* Of works_test.c, mailbox_test.c and budget_test.c. Return the number of failed checks. */
int work_tests(void);
int mailbox_tests(void);
int budget_tests(void);

#endif
