#include "counts.h"

#include "conformance.h"

#include <string.h>

void test_header(uint8_t header[MITE_HEADER_BYTES], bool zeros) {
  uint64_t seed = 3;
  random_bytes(&seed, header, MITE_HEADER_BYTES);
  if (zeros)
    memset(header + 28, 0, 8);
}

struct run {
  uint64_t writes, reads, polls;
};

/* BUSY is polled until it is 0. With an operation that ends at once, that is one read. */
static struct run run(const struct mite_sha_engine *engine, const struct mite_job *job, bool polls,
                      uint32_t count) {
  const struct mite_sha_waits waits = mite_sha_longest(engine->family, polls);
  const struct run before = {model.writes, model.reads, model.polls};
  uint32_t tried;
  engine->family->take();
  engine->family->scan(&waits, job, 77, count, &tried);
  engine->family->give();
  return (struct run){model.writes - before.writes, model.reads - before.reads, model.polls - before.polls};
}

struct counts count_accesses(enum model_family family, struct mite_sha_engine *engine, bool polls, bool zeros,
                             uint32_t version_mask) {
  uint8_t header[MITE_HEADER_BYTES], target[MITE_HASH_BYTES] = {0};
  struct mite_job job;
  model_reset(family);
  model.block_clocks = 1;
  test_header(header, zeros);
  mite_job_init(&job, header, target, version_mask);
  const struct run one = run(engine, &job, polls, 1), many = run(engine, &job, polls, 601);
  const uint64_t hashes = 600 * job.versions;
  const uint64_t writes = many.writes - one.writes, reads = many.reads - one.reads,
                 waits = many.polls - one.polls;
  struct counts counts = {
      .writes = (uint32_t)(writes / hashes),
      .reads = (uint32_t)(reads / hashes),
      .waits = (uint32_t)(waits / hashes),
      .exact = writes % hashes == 0 && reads % hashes == 0 && waits % hashes == 0,
  };
  counts.overhead = (uint32_t)(one.writes + one.reads + one.polls) -
                    job.versions * (counts.writes + counts.reads + counts.waits);
  return counts;
}
