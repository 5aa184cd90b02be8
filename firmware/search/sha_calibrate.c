/* Calibration of a SHA accelerator's waits against software. */
#include "sha_calibrate.h"
#include "port.h"

#include <string.h>

/* How long a calibration waits in all for an accelerator that is in use. */
#define PATIENCE_MICROS 3000000u

/* The delays to try, in units; none above the family's longest. */
static const uint8_t LADDER[] = {0, 2, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128};
#define STEPS (sizeof LADDER / sizeof *LADDER)

struct trials {
  struct mite_sha_engine *engine;
  uint32_t waited; /* us for others */
  bool refused;    /* longer than that: nothing is known of the accelerator */
  struct mite_job job[2];
  uint32_t expected[MITE_SHA_CHUNKS];
};

/* Chunks alternate between the two headers, and their nonces carry into each byte. */
static const struct mite_job *chunk_job(const struct trials *trials, uint32_t chunk) {
  return &trials->job[chunk & 1];
}
static uint32_t chunk_first(uint32_t chunk) {
  return 0u - MITE_SHA_CHUNK / 2 + chunk * 0x01010193u;
}

/* Meaningless headers. The second has words 7 and 8 zero, as on Bitcoin's main network. */
static void prepare(struct trials *trials) {
  static const uint8_t target[MITE_HASH_BYTES] = {0};
  uint8_t header[MITE_HEADER_BYTES];
  for (uint32_t i = 0; i < MITE_HEADER_BYTES; i++)
    header[i] = (uint8_t)(i * 151 + 17);
  mite_job_init(&trials->job[0], header, target, 0);
  memset(header + 28, 0, 8);
  mite_job_init(&trials->job[1], header, target, 0);
  for (uint32_t i = 0; i < MITE_SHA_CHUNKS; i++)
    trials->expected[i] = mite_sha_software_sum(chunk_job(trials, i), chunk_first(i), MITE_SHA_CHUNK);
}

static bool take(struct trials *trials) {
  while (!trials->refused) {
    const uint32_t begun = mite_micros();
    if (trials->engine->family->take())
      return true;
    trials->engine->refused++;
    mite_thread_pause();
    trials->waited += mite_micros() - begun;
    trials->refused = trials->waited > PATIENCE_MICROS;
  }
  return false;
}

/* Are the digests right with these waits? Bad waits show in the first chunks. */
static bool right(struct trials *trials, const struct mite_sha_waits *waits) {
  const struct mite_sha_family *family = trials->engine->family;
  uint32_t wrong = 0;
  for (uint32_t i = 0; i < MITE_SHA_CHUNKS && wrong <= family->forgiven; i++) {
    if (!take(trials))
      return false;
    wrong += family->sum(waits, chunk_job(trials, i), chunk_first(i), MITE_SHA_CHUNK) != trials->expected[i];
    family->give();
  }
  return wrong <= family->forgiven;
}

static uint8_t longer(uint32_t units, uint32_t longest) {
  const uint32_t more = units + 1 + units / 16;
  return (uint8_t)(more < longest ? more : longest);
}

/* A site's shortest correct delay while the others wait long, with or without polls: up the ladder, then
 * halving the last step. */
static uint8_t shortest(struct trials *trials, uint32_t site, bool polls) {
  const struct mite_sha_waits longest = mite_sha_longest(trials->engine->family, polls);
  struct mite_sha_waits tried = longest;
  uint32_t enough = longest.units[site], less = 0;
  for (uint32_t step = 0; step < STEPS && LADDER[step] < enough; step++) {
    tried.units[site] = LADDER[step];
    if (right(trials, &tried))
      enough = LADDER[step];
    else
      less = LADDER[step] + 1;
  }
  while (less < enough) {
    tried.units[site] = (uint8_t)((less + enough) / 2);
    if (right(trials, &tried))
      enough = tried.units[site];
    else
      less = tried.units[site] + 1u;
  }
  return (uint8_t)enough;
}

/* Each site by itself, with a margin; then all of them together. No margin if the writes alone take long
 * enough: a busy bus makes them longer, never shorter. */
static bool find_waits(struct trials *trials, bool polls, struct mite_sha_waits *waits) {
  const struct mite_sha_family *family = trials->engine->family;
  const struct mite_sha_waits longest = mite_sha_longest(family, polls);
  *waits = longest;
  if (!right(trials, &longest))
    return false;
  for (uint32_t site = 0; site < family->sites; site++) {
    const uint32_t units = polls && (family->polled >> site & 1) != 0 ? 0 : shortest(trials, site, polls);
    waits->units[site] = units == 0 ? 0 : longer(units, longest.units[site]);
  }
  for (uint32_t round = 0; round < STEPS; round++) {
    if (right(trials, waits))
      return true;
    for (uint32_t site = 0; site < family->sites; site++)
      waits->units[site] = longer(waits->units[site], longest.units[site]);
  }
  *waits = longest;
  return true;
}

/* Hashes in a slice's time, without locking: a hold must not last longer than that. */
static uint32_t slice_of(struct trials *trials) {
  const struct mite_sha_family *family = trials->engine->family;
  uint32_t micros = 0, hashes = 0;
  for (uint32_t i = 0; i < MITE_SHA_CHUNKS; i++)
    if (take(trials)) {
      const uint32_t begun = mite_micros();
      family->sum(&trials->engine->waits, chunk_job(trials, i), chunk_first(i), MITE_SHA_CHUNK);
      micros += mite_micros() - begun;
      hashes += MITE_SHA_CHUNK;
      family->give();
    }
  const uint32_t slice = micros > 0 ? (uint32_t)((uint64_t)hashes * MITE_SHA_SLICE_MICROS / micros) : 0;
  return slice < MITE_SHA_LEAST_SLICE  ? MITE_SHA_LEAST_SLICE
         : slice > MITE_SHA_MOST_SLICE ? MITE_SHA_MOST_SLICE
                                       : slice;
}

bool mite_sha_calibrate(struct mite_sha_engine *engine) {
  struct trials trials = {.engine = engine};
  prepare(&trials);
  engine->mode = find_waits(&trials, false, &engine->waits)  ? MITE_SHA_DELAYS
                 : find_waits(&trials, true, &engine->waits) ? MITE_SHA_POLLS
                                                             : MITE_SHA_SOFTWARE;
  engine->window = engine->wrong = engine->unchecked = 0;
  if (trials.refused) {
    /* In use does not mean broken. This is the safest way to drive it; the running check judges it. */
    engine->mode = MITE_SHA_POLLS;
    engine->waits = mite_sha_longest(engine->family, true);
    engine->slice = MITE_SHA_LEAST_SLICE;
  } else if (engine->mode != MITE_SHA_SOFTWARE)
    engine->slice = slice_of(&trials);
  return engine->mode != MITE_SHA_SOFTWARE;
}
