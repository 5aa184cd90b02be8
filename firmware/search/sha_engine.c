/* Slices, samples and fallbacks of a search on a SHA accelerator. */
#include "sha_engine.h"
#include "port.h"
#include "sha256.h"

/* What software tries when the accelerator is in use: hashes, less than a slice's time on these chips, and
 * how often before the caller checks for news. */
#define SOFTWARE_PIECE 48u
#define SOFTWARE_PIECES 2u

struct mite_sha_waits mite_sha_longest(const struct mite_sha_family *family, bool polls) {
  struct mite_sha_waits waits = {.polls = polls};
  for (uint32_t i = 0; i < MITE_SHA_SITES; i++)
    waits.units[i] = family->longest[i];
  return waits;
}

uint32_t mite_sha_software_sum(const struct mite_job *job, uint32_t first, uint32_t count) {
  uint8_t header[MITE_HEADER_BYTES], hash[MITE_HASH_BYTES];
  uint32_t sum = 0;
  for (uint32_t i = 0; i < count; i++) {
    mite_job_header(job, 0, first + i, header);
    mite_sha256d(header, sizeof header, hash);
    sum = mite_sha_add(sum, mite_load_be(hash + 28));
  }
  return sum;
}

static void fall_back(struct mite_sha_engine *engine) {
  const struct mite_sha_family *family = engine->family;
  engine->mode = engine->mode == MITE_SHA_DELAYS ? MITE_SHA_POLLS : MITE_SHA_SOFTWARE;
  engine->fallbacks++;
  engine->slice = engine->slice / 4 + 1; /* polls are slower */
  engine->waits.polls = true;
  for (uint32_t i = 0; i < family->sites; i++) {
    const uint32_t more = 2u * engine->waits.units[i] + 8;
    engine->waits.units[i] = (uint8_t)(more < family->longest[i] ? more : family->longest[i]);
  }
}

static void judge(struct mite_sha_engine *engine, bool right) {
  engine->samples++;
  engine->window++;
  if (!right) {
    engine->wrong_samples++;
    engine->wrong++;
  }
  if (engine->wrong >= MITE_SHA_WRONG) {
    fall_back(engine);
  } else if (engine->window < MITE_SHA_WINDOW) {
    return;
  }
  engine->window = engine->wrong = 0;
}

/* Keeps to a slice's time: the calibrated speed may change, for instance with polls. Other tasks may have run
 * meanwhile, hence the way back. */
static void adapt(struct mite_sha_engine *engine, uint32_t micros, bool whole) {
  if (micros > MITE_SHA_SLICE_MICROS)
    engine->slice = (uint32_t)((uint64_t)engine->slice * MITE_SHA_SLICE_MICROS / micros);
  else if (whole && micros < MITE_SHA_SLICE_MICROS / 4 * 3)
    engine->slice += engine->slice / 16 + 1;
  if (engine->slice < MITE_SHA_LEAST_SLICE)
    engine->slice = MITE_SHA_LEAST_SLICE;
  if (engine->slice > MITE_SHA_MOST_SLICE)
    engine->slice = MITE_SHA_MOST_SLICE;
}

/* One hold of the accelerator. Samples the last nonce tried when it is time, or when the hold took so long
 * that the accelerator may be faulty; software checks it after the release. *tried may be 0. */
static uint32_t hold(struct mite_sha_engine *engine, const struct mite_job *job, uint32_t first,
                     uint32_t count, uint32_t *tried) {
  const struct mite_sha_family *family = engine->family;
  const struct mite_sha_waits waits = engine->waits;
  const uint32_t begun = mite_micros();
  const uint32_t found = family->scan(&waits, job, first, count, tried);
  const bool stuck = found == 0 && *tried < count;
  const uint32_t last = first + *tried - 1;
  engine->unchecked += *tried * job->versions;
  const bool due = !stuck && (engine->unchecked >= MITE_SHA_SAMPLE_EVERY ||
                              mite_micros() - begun > 4 * MITE_SHA_SLICE_MICROS);
  const uint32_t sum = due ? family->sum(&waits, job, last, 1) : 0;
  adapt(engine, mite_micros() - begun, *tried * job->versions >= engine->slice);
  family->give();
  if (stuck) {
    judge(engine, false);
  } else if (due) {
    engine->unchecked = 0;
    judge(engine, sum == mite_sha_software_sum(job, last, 1));
  }
  return found;
}

uint32_t mite_sha_scan(struct mite_sha_engine *engine, const struct mite_job *job, uint32_t first,
                       uint32_t count, uint32_t *tried) {
  uint32_t done = 0, found = 0, pieces = 0;
  while (done < count && found == 0 && pieces < SOFTWARE_PIECES) {
    const uint32_t left = count - done, nonces = engine->slice / job->versions + 1;
    uint32_t some = 0;
    if (engine->mode == MITE_SHA_SOFTWARE) {
      found = mite_backend_portable.scan(job, first + done, left, &some);
    } else if (engine->family->take()) {
      found = hold(engine, job, first + done, left < nonces ? left : nonces, &some);
    } else {
      const uint32_t piece = (SOFTWARE_PIECE + job->versions - 1) / job->versions;
      engine->refused++;
      pieces++;
      found = mite_backend_portable.scan(job, first + done, left < piece ? left : piece, &some);
    }
    done += some;
  }
  *tried = done;
  return found;
}
