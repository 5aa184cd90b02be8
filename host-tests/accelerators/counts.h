/* Register accesses of a hash, counted by the model. */
#ifndef MITE_COUNTS_H
#define MITE_COUNTS_H

#include "model.h"
#include "sha_engine.h"

struct counts {
  uint32_t writes, reads, waits; /* waits: polls of BUSY, one for each place where it is polled */
  uint32_t overhead;             /* accesses once a slice */
  bool exact;                    /* each hash the same number */
};

/* `zeros`: a header whose words 7 and 8 are zero, as on Bitcoin's main network; else none is. */
struct counts count_accesses(enum model_family family, struct mite_sha_engine *engine, bool polls, bool zeros,
                             uint32_t version_mask);

void test_header(uint8_t header[MITE_HEADER_BYTES], bool zeros);

#endif
