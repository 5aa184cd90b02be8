/* Speed of the search: one JSON object a line. bench [milliseconds [most threads]] */
#define _POSIX_C_SOURCE 200809L
#include "backends.h"
#include "searcher.h"

#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static double seconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* The most backends of one machine, slices of each, and hashes between two looks at the clock. */
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

#define BIP320 0x1fffe000u /* the version bits that may roll */

static const uint8_t HEADER[MITE_HEADER_BYTES] = {1}, NOTHING_MEETS[MITE_HASH_BYTES];

/* All threads search with the same backend, as in mining with sixteen versions. */
static bool open_searcher(struct mite_searcher *searcher, const struct mite_backend *backend, uint32_t count,
                          bool (*wake)(void *context), void *context) {
  struct mite_lane lanes[MITE_MAX_THREADS];
  for (uint32_t i = 0; i < count; i++)
    lanes[i] = (struct mite_lane){.backend = backend, .core = -1};
  return mite_searcher_open(searcher, lanes, count, wake, context);
}

static void give(struct mite_searcher *searcher, uint32_t id, const uint8_t target[MITE_HASH_BYTES]) {
  mite_searcher_start(searcher, id, HEADER, target, BIP320, 0, UINT32_MAX);
}

static void rest(double duration) {
  const struct timespec pause = {(time_t)duration, (long)((duration - (double)(time_t)duration) * 1e9)};
  nanosleep(&pause, NULL);
}

/* The searcher as the firmware uses it, by the wall clock. */
static void threads(const struct mite_backend *backend, uint32_t count, double duration) {
  static struct mite_searcher searcher;
  if (!open_searcher(&searcher, backend, count, NULL, NULL))
    return;
  give(&searcher, 1, NOTHING_MEETS);
  const double begun = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
  rest(duration);
  mite_searcher_stop(&searcher);
  const double hashes = (double)mite_searcher_hashes(&searcher), spent = seconds(CLOCK_MONOTONIC) - begun;
  const double used = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
  mite_searcher_close(&searcher);
  printf(
      "{\"bench\":\"searcher\",\"backend\":\"%s\",\"nv\":%d,\"threads\":%lu,\"hashes\":%.0f,\"seconds\":%.4f,"
      "\"cpuSeconds\":%.4f,\"megahashesPerSecond\":%.3f}\n",
      backend->name, MITE_VERSIONS, (unsigned long)count, hashes, spent, used, hashes / spent / 1e6);
}

#define MOST_SWITCHES 1000

static int ascending(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static bool post(void *context) {
  return sem_post(context) == 0;
}

/* A busy thread gets another work, which has a candidate in each 4096 hashes: the time until the owner
 * wakes with the first, median and worst, by the wall clock. Some 3 ms of the old work come before each, so
 * that the thread is in mid-scan. */
static void switches(const struct mite_backend *backend, double duration) {
  static struct mite_searcher searcher;
  uint8_t some_meet[MITE_HASH_BYTES];
  sem_t woken;
  double spent[MOST_SWITCHES];
  uint32_t id = 0, count = 0;
  memset(some_meet, 0xff, sizeof some_meet);
  some_meet[31] = 0;
  some_meet[30] = 0x0f;
  if (sem_init(&woken, 0, 0) != 0 || !open_searcher(&searcher, backend, 1, post, &woken))
    return;
  const double begun = seconds(CLOCK_MONOTONIC);
  while (count < MOST_SWITCHES && (count == 0 || seconds(CLOCK_MONOTONIC) - begun < duration)) {
    give(&searcher, ++id, NOTHING_MEETS);
    while (mite_searcher_read(&searcher).kind != MITE_NONE)
      ;
    while (sem_trywait(&woken) == 0)
      ;
    rest(0.003);
    const double given = seconds(CLOCK_MONOTONIC);
    struct mite_search_event event;
    give(&searcher, ++id, some_meet);
    do {
      sem_wait(&woken);
      while ((event = mite_searcher_read(&searcher)).kind != MITE_NONE && event.work != id)
        ;
    } while (event.kind != MITE_CANDIDATE);
    spent[count++] = seconds(CLOCK_MONOTONIC) - given;
  }
  mite_searcher_close(&searcher);
  sem_destroy(&woken);
  qsort(spent, count, sizeof *spent, ascending);
  printf("{\"bench\":\"switch\",\"backend\":\"%s\",\"switches\":%lu,\"microseconds\":%.0f,"
         "\"worstMicroseconds\":%.0f}\n",
         backend->name, (unsigned long)count, spent[count / 2] * 1e6, spent[count - 1] * 1e6);
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
  kernels(duration, BIP320);
  for (uint32_t i = 1; i <= most; i++)
    threads(best, i, duration);
  switches(best, duration);
  return 0;
}
