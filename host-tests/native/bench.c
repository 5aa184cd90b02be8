/* Speed of the search: one JSON object a line. bench [milliseconds [most threads]] */
#define _POSIX_C_SOURCE 200809L
#include "backends.h"
#include "searcher.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static double seconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Backends of one machine at most, slices of each, and hashes between two looks at the clock. */
#define BACKENDS 8
#define SLICE 0.02
#define CHUNK 16384

struct measure {
  double hashes, spent;
};

static void slice(const struct mite_backend *backend, const struct mite_job *job, uint32_t *nonce,
                  struct measure *measure) {
  const double begun = seconds(CLOCK_THREAD_CPUTIME_ID);
  double spent = 0;
  while (spent < SLICE) {
    uint32_t tried;
    mite_scan(backend, job, *nonce, CHUNK / job->versions, &tried);
    *nonce += tried;
    measure->hashes += (double)tried * job->versions;
    spent = seconds(CLOCK_THREAD_CPUTIME_ID) - begun;
  }
  measure->spent += spent;
}

/* All backends on one thread in turns, `duration` seconds each, by the thread's CPU time: what else the
 * machine does, and how its clock changes, meets all of them. Returns the fastest. */
static const struct mite_backend *kernels(double duration, uint32_t version_mask) {
  const struct mite_backend *const *backends = mite_backends();
  const uint8_t header[MITE_HEADER_BYTES] = {1}, target[MITE_HASH_BYTES] = {0};
  struct measure measures[BACKENDS] = {{0, 0}};
  struct mite_job job;
  uint32_t count = 0, best = 0, nonce = 0;
  while (backends[count] && count < BACKENDS)
    count++;
  mite_job_init(&job, header, target, version_mask);
  while (measures[count - 1].spent < duration)
    for (uint32_t i = 0; i < count; i++)
      slice(backends[i], &job, &nonce, &measures[i]);
  const double portable = measures[count - 1].hashes / measures[count - 1].spent;
  for (uint32_t i = 0; i < count; i++) {
    const double rate = measures[i].hashes / measures[i].spent;
    if (rate > measures[best].hashes / measures[best].spent)
      best = i;
    printf("{\"bench\":\"kernel\",\"backend\":\"%s\",\"nv\":%lu,\"hashes\":%.0f,\"cpuSeconds\":%.4f,"
           "\"hashesPerSecond\":%.0f,\"megahashesPerSecond\":%.3f,\"ratioToPortable\":%.2f}\n",
           backends[i]->name, (unsigned long)job.versions, measures[i].hashes, measures[i].spent, rate,
           rate / 1e6, rate / portable);
  }
  return backends[best];
}

/* The searcher as the firmware uses it, by the wall clock. */
static void threads(const struct mite_backend *backend, uint32_t count, double duration) {
  static struct mite_searcher searcher;
  const uint8_t header[MITE_HEADER_BYTES] = {1}, target[MITE_HASH_BYTES] = {0};
  if (!mite_searcher_open(&searcher, backend, count, NULL, NULL))
    return;
  mite_searcher_start(&searcher, 1, header, target, 0, UINT32_MAX);
  const struct timespec pause = {(time_t)duration, (long)((duration - (double)(time_t)duration) * 1e9)};
  const double begun = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
  nanosleep(&pause, NULL);
  mite_searcher_stop(&searcher);
  const double hashes = (double)mite_searcher_hashes(&searcher), spent = seconds(CLOCK_MONOTONIC) - begun;
  const double used = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
  mite_searcher_close(&searcher);
  printf("{\"bench\":\"searcher\",\"backend\":\"%s\",\"threads\":%lu,\"hashes\":%.0f,\"seconds\":%.4f,"
         "\"cpuSeconds\":%.4f,\"megahashesPerSecond\":%.3f}\n",
         backend->name, (unsigned long)count, hashes, spent, used, hashes / spent / 1e6);
}

int main(int count, char **arguments) {
  const double duration = (count > 1 ? atof(arguments[1]) : 500) / 1000;
  const long cores = sysconf(_SC_NPROCESSORS_ONLN);
  const uint32_t most = count > 2 ? (uint32_t)atoi(arguments[2]) : (uint32_t)(cores > 4 ? 4 : cores);
  if (!(duration > 0) || most < 1 || most > MITE_MAX_THREADS) {
    fprintf(stderr, "usage: bench [milliseconds [most threads]]\n");
    return 2;
  }
  const struct mite_backend *best = kernels(duration, 0);
  kernels(duration, 0x1fffe000);
  for (uint32_t i = 1; i <= most; i++)
    threads(best, i, duration);
  return 0;
}
