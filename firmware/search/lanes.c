#include "lanes.h"

#include "backends.h"
#include "port.h"

#include <string.h>

/* Cores of the chip, from the port's types; 0: left to the scheduler. */
#ifndef MITE_CORES
#define MITE_CORES 0
#endif

/* The versions, as bits, that meet the target. A possible candidate that misses only the rest of the target
 * is no error. */
static uint32_t confirm(const struct mite_job *job, uint32_t nonce, uint32_t named,
                        struct mite_lane_counts *counts) {
  uint8_t header[MITE_HEADER_BYTES], hash[MITE_HASH_BYTES];
  uint32_t confirmed = 0;
  if (named >> (job->versions - 1) > 1)
    counts->errors++; /* versions that the job does not have */
  for (uint32_t i = 0; i < job->versions; i++) {
    if ((named >> i & 1) == 0)
      continue;
    mite_job_header(job, i, nonce, header);
    mite_sha256d(header, sizeof header, hash);
    const uint8_t *h7 = hash + MITE_HASH_BYTES - 4;
    const uint32_t word =
        (uint32_t)h7[0] << 24 | (uint32_t)h7[1] << 16 | (uint32_t)h7[2] << 8 | (uint32_t)h7[3];
    if ((word & job->reject) != 0) {
      counts->errors++;
      continue;
    }
    counts->hits++;
    if (mite_meets_target(hash, job->target))
      confirmed |= 1u << i;
  }
  return confirmed;
}

uint32_t mite_lane_scan(const struct mite_backend *backend, const struct mite_job *job, uint32_t first,
                        uint32_t count, uint32_t *tried, struct mite_lane_counts *counts) {
  uint32_t done = 0;
  const uint32_t named = backend->scan(job, first, count, &done);
  if (backend->failed && backend->failed())
    counts->failed = true;
  if (done > count || done == 0 || (named == 0 && done != count && !backend->exclusive)) {
    counts->errors++;
    *tried = count;
    return 0;
  }
  *tried = done;
  return named == 0 ? 0 : confirm(job, first + done - 1, named, counts);
}

bool mite_lanes_allowed(const struct mite_lane *lanes, uint32_t count, uint32_t most) {
  if (count < 1 || count > most)
    return false;
  for (uint32_t i = 0; i < count; i++) {
    if (!lanes[i].backend)
      return false;
    for (uint32_t j = 0; j < i; j++)
      if (lanes[i].backend->exclusive && lanes[i].backend == lanes[j].backend)
        return false;
  }
  return true;
}

/* Appends `name`, "*count" when there are several. False: no room. */
static bool append(char text[MITE_PLAN_TEXT], const char *name, uint32_t count) {
  size_t at = strlen(text);
  const size_t length = strlen(name);
  if (at + length + 6 > MITE_PLAN_TEXT) /* "+", "*99", 0, and one to spare */
    return false;
  if (at > 0)
    text[at++] = '+';
  memcpy(text + at, name, length);
  at += length;
  if (count > 1) {
    text[at++] = '*';
    if (count >= 10)
      text[at++] = (char)('0' + count / 10 % 10);
    text[at++] = (char)('0' + count % 10);
  }
  text[at] = 0;
  return true;
}

bool mite_plan_name(uint32_t number, uint32_t threads, char text[MITE_PLAN_TEXT]) {
  const struct mite_backend *const *backends = mite_backends();
  text[0] = 0;
  for (const struct mite_backend *const *first = backends; *first; first++) {
    if (number-- == 0)
      return append(text, (*first)->name, (*first)->exclusive ? 1 : threads);
    if (!(*first)->exclusive || threads == 1)
      continue;
    for (const struct mite_backend *const *rest = backends; *rest; rest++)
      if (!(*rest)->exclusive && number-- == 0)
        return append(text, (*first)->name, 1) && append(text, (*rest)->name, threads - 1);
  }
  return false;
}

/* The first lane gets the last core, where ESP-IDF has no Wi-Fi task. */
static int core_of(uint32_t lane) {
  const int cores = MITE_CORES;
  return cores > 0 ? cores - 1 - (int)lane % cores : -1;
}

/* Software gives way to an engine: where they share a core, the engine must not wait for the next nonce.
 */
static void place(struct mite_lane *lanes, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    lanes[i].core = core_of(i);
    lanes[i].priority = i > 0 && lanes[0].backend->exclusive ? -1 : 0;
  }
}

/* The backend named by the first `length` characters, or NULL. */
static const struct mite_backend *named(const char *text, size_t length) {
  for (const struct mite_backend *const *at = mite_backends(); *at; at++)
    if (strlen((*at)->name) == length && memcmp((*at)->name, text, length) == 0)
      return *at;
  return NULL;
}

uint32_t mite_plan_lanes(const char *text, struct mite_lane *lanes, uint32_t most) {
  uint32_t count = 0;
  for (;;) {
    const size_t length = strcspn(text, "*+");
    const struct mite_backend *backend = named(text, length);
    uint32_t times = 1;
    text += length;
    if (*text == '*') {
      times = 0;
      for (text++; *text >= '0' && *text <= '9' && times < 100; text++)
        times = times * 10 + (uint32_t)(*text - '0');
    }
    if (!backend || times < 1 || times > most - count)
      return 0;
    while (times-- > 0)
      lanes[count++].backend = backend;
    if (*text == 0)
      break;
    if (*text++ != '+')
      return 0;
  }
  if (!mite_lanes_allowed(lanes, count, most))
    return 0;
  place(lanes, count);
  return count;
}
