/*
 * What a budget is worth on this machine: one JSON object a line. idle [seconds [threads]]
 * For each budget the CPU time of the search threads in so many seconds; and how long after
 * mite_searcher_stop the last sub-range ends.
 */
#define _POSIX_C_SOURCE 200809L
#include "backends.h"
#include "searcher.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const uint8_t HEADER[MITE_HEADER_BYTES] = {1}, NOTHING_MEETS[MITE_HASH_BYTES];
#define BIP320 0x1fffe000u

static double seconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void rest(double duration) {
  const struct timespec pause = {(time_t)duration, (long)((duration - (double)(time_t)duration) * 1e9)};
  nanosleep(&pause, NULL);
}

/* The machine's first backend, and when it ended last. */
static atomic_llong last_end;
static uint32_t noted_scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  const uint32_t found = mite_backends()[0]->scan(job, first, count, tried);
  atomic_store(&last_end, (long long)(seconds(CLOCK_MONOTONIC) * 1e6));
  return found;
}
static const struct mite_backend NOTED = {.name = "noted", .scan = noted_scan};

static struct mite_searcher searcher;

static void give(uint32_t id) {
  mite_searcher_start(&searcher, id, HEADER, NOTHING_MEETS, BIP320, 0, UINT32_MAX);
}

static void budget(uint32_t percent, uint32_t threads, double duration) {
  mite_searcher_budget(&searcher, percent);
  give(percent);
  rest(0.2);
  const double begun = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
  const double hashes = (double)mite_searcher_hashes(&searcher);
  rest(duration);
  const double used = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu, passed = seconds(CLOCK_MONOTONIC) - begun;
  const double tried = (double)mite_searcher_hashes(&searcher) - hashes;
  mite_searcher_stop(&searcher);
  printf("{\"bench\":\"budget\",\"percent\":%lu,\"threads\":%lu,\"seconds\":%.1f,\"cpuPercent\":%.2f,"
         "\"hashesPerSecond\":%.0f}\n",
         (unsigned long)percent, (unsigned long)threads, passed, used / passed / threads * 100,
         tried / passed);
  fflush(stdout);
}

static int ascending(const void *a, const void *b) {
  const long long x = *(const long long *)a, y = *(const long long *)b;
  return (x > y) - (x < y);
}

#define STOPS 500
static void stops(uint32_t percent) {
  static long long late[STOPS];
  mite_searcher_budget(&searcher, percent);
  for (uint32_t i = 0; i < STOPS; i++) {
    give(1000 + i);
    rest(0.005 + i % 7 * 0.0005);
    mite_searcher_stop(&searcher);
    const long long stopped = (long long)(seconds(CLOCK_MONOTONIC) * 1e6);
    rest(0.02);
    const long long end = atomic_load(&last_end);
    late[i] = end > stopped ? end - stopped : 0;
  }
  qsort(late, STOPS, sizeof *late, ascending);
  printf(
      "{\"bench\":\"stop\",\"percent\":%lu,\"stops\":%d,\"microseconds\":%lld,\"worstMicroseconds\":%lld}\n",
      (unsigned long)percent, STOPS, late[STOPS / 2], late[STOPS - 1]);
  fflush(stdout);
}

int main(int count, char **arguments) {
  static const uint32_t percents[] = {1, 5, 25, 50, 90, 99, 100};
  const double duration = count > 1 ? atof(arguments[1]) : 10;
  const uint32_t threads = count > 2 ? (uint32_t)atoi(arguments[2]) : 1;
  struct mite_lane lanes[MITE_MAX_THREADS];
  if (!(duration > 0) || threads < 1 || threads > MITE_MAX_THREADS) {
    fprintf(stderr, "usage: idle [seconds [threads]]\n");
    return 2;
  }
  for (uint32_t i = 0; i < threads; i++)
    lanes[i] = (struct mite_lane){.backend = &NOTED, .core = -1};
  if (!mite_searcher_open(&searcher, lanes, threads, NULL, NULL))
    return 1;
  for (size_t i = 0; i < sizeof percents / sizeof *percents; i++)
    budget(percents[i], threads, duration);
  stops(100);
  stops(25);
  mite_searcher_close(&searcher);
  return 0;
}
