/*
 * Backends that are wrong, put before the real ones at link time (--wrap), for a board that has to notice
 * (platforms/host/host.mk: the faulty board). Each would be the fastest by far. MITE_FAULTY in the
 * environment names those to add: their first letters, "bl".
 */
#include "backends.h"

#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The benchmark's header is 0x55 but for version bits (firmware/parts/mining/benchmark.ts); the self-test's
 * are not. */
static bool is_bench(const struct mite_job *job) {
  for (int i = 4; i < 76; i++)
    if (job->header[i] != 0x55)
      return false;
  return true;
}

/* Finds nothing, at once. */
static uint32_t blind(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  (void)job, (void)first;
  *tried = count;
  return 0;
}

/* Right in the self-test; else it names what does not hold. */
static uint32_t lies(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  if (!is_bench(job) || count == 0)
    return mite_backend_portable.scan(job, first, count, tried);
  *tried = count < 64 ? count : 64;
  return 1;
}

/* Right in the self-test, and in the bench, where it skips all the work: it errs only when it mines, for
 * headers of the devnet's version. */
static uint32_t cheats(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  if (is_bench(job))
    return blind(job, first, count, tried);
  if (job->header[3] >> 4 == 2 && count > 0) {
    *tried = 1;
    return 1;
  }
  return mite_backend_portable.scan(job, first, count, tried);
}

/* Right, but the first thread that comes to mine with it never comes back. */
static uint32_t hangs(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  static atomic_flag hung = ATOMIC_FLAG_INIT;
  if (job->header[3] >> 4 == 2 && !is_bench(job) && !atomic_flag_test_and_set(&hung))
    for (;;)
      pause();
  return mite_backend_portable.scan(job, first, count, tried);
}

static const struct mite_backend FAULTY[] = {{.name = "blind", .scan = blind},
                                             {.name = "lies", .scan = lies},
                                             {.name = "cheats", .scan = cheats},
                                             {.name = "hangs", .scan = hangs}};
#define FAULTY_COUNT (sizeof FAULTY / sizeof *FAULTY)
#define MOST 16

const struct mite_backend *const *__real_mite_backends(void);
const struct mite_backend *const *__wrap_mite_backends(void);
const struct mite_backend *const *__wrap_mite_backends(void) {
  static const struct mite_backend *all[MOST + 1];
  if (all[0])
    return all;
  const char *wanted = getenv("MITE_FAULTY");
  const struct mite_backend *const *real = __real_mite_backends();
  size_t count = 0;
  for (size_t i = 0; i < FAULTY_COUNT; i++)
    if (wanted && strchr(wanted, FAULTY[i].name[0]))
      all[count++] = &FAULTY[i];
  while (*real && count < MOST)
    all[count++] = *real++;
  return all;
}
