/* Speed of the search: one JSON object a line. bench [milliseconds [most threads]] */
#define _POSIX_C_SOURCE 200809L
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

/* The kernel alone, by the thread's own CPU time: comparable on a busy machine. */
static void kernel(const struct mite_backend *backend, double duration) {
  const uint8_t header[MITE_HEADER_BYTES] = {1}, target[MITE_HASH_BYTES] = {0};
  struct mite_job job;
  uint32_t tried, nonce = 0;
  mite_job_init(&job, header, target, 0);
  const double begun = seconds(CLOCK_THREAD_CPUTIME_ID);
  double spent = 0;
  for (; spent < duration; spent = seconds(CLOCK_THREAD_CPUTIME_ID) - begun) {
    mite_scan(backend, &job, nonce, 50000, &tried);
    nonce += tried;
  }
  printf("{\"bench\":\"kernel\",\"backend\":\"%s\",\"hashes\":%lu,\"cpuSeconds\":%.4f,"
         "\"megahashesPerSecond\":%.3f}\n",
         backend->name, (unsigned long)nonce, spent, nonce / spent / 1e6);
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
  kernel(&mite_backend_portable, duration);
  for (uint32_t i = 1; i <= most; i++)
    threads(&mite_backend_portable, i, duration);
  return 0;
}
