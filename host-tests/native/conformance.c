#include "conformance.h"

#include <string.h>

#define RANGE 65536u

uint64_t random_word(uint64_t *state) {
  *state ^= *state >> 12;
  *state ^= *state << 25;
  *state ^= *state >> 27;
  return *state * 0x2545f4914f6cdd1du;
}

void random_bytes(uint64_t *state, uint8_t *bytes, size_t length) {
  for (size_t i = 0; i < length; i++)
    bytes[i] = (uint8_t)(random_word(state) >> 56);
}

void set_nonce(uint8_t header[MITE_HEADER_BYTES], uint32_t nonce) {
  for (int i = 0; i < 4; i++)
    header[76 + i] = (uint8_t)(nonce >> (8 * i));
}

uint32_t get_nonce(const uint8_t header[MITE_HEADER_BYTES]) {
  return (uint32_t)header[76] | (uint32_t)header[77] << 8 | (uint32_t)header[78] << 16 |
         (uint32_t)header[79] << 24;
}

static bool naive(uint8_t header[MITE_HEADER_BYTES], uint32_t nonce, const uint8_t target[MITE_HASH_BYTES]) {
  set_nonce(header, nonce);
  return mite_header_check(header, target);
}

/* Scans like the searcher, in pieces of `piece` nonces, and compares each step with the plain hash. */
static bool same_candidates(const struct mite_backend *backend, uint8_t header[MITE_HEADER_BYTES],
                            const uint8_t target[MITE_HASH_BYTES], uint32_t first, uint32_t range,
                            uint32_t piece) {
  struct mite_job job;
  uint32_t compared = 0;
  mite_job_init(&job, header, target, 0);
  for (uint32_t at = 0; at < range;) {
    const uint32_t count = range - at < piece ? range - at : piece;
    uint32_t tried = UINT32_MAX;
    const bool found = mite_scan(backend, &job, first + at, count, &tried);
    if (tried > count || (!found && tried != count) || (found && tried == 0))
      return false;
    at += tried;
    for (; compared < at; compared++)
      if (naive(header, first + compared, target) != (found && compared + 1 == at))
        return false;
  }
  return compared == range;
}

/* No limit on the top word, or a limit of `zeros` leading zero bits. */
static void easy_target(uint8_t target[MITE_HASH_BYTES], unsigned zeros) {
  memset(target, 0xff, MITE_HASH_BYTES);
  for (unsigned i = 0; i < zeros; i++)
    target[31 - i / 8] &= (uint8_t) ~(0x80u >> i % 8);
}

static bool exhaustive(const struct mite_backend *backend, uint64_t *seed) {
  uint8_t header[MITE_HEADER_BYTES], target[MITE_HASH_BYTES];
  random_bytes(seed, header, sizeof header);
  easy_target(target, 9);
  return same_candidates(backend, header, target, 0, RANGE, 1000);
}

static bool odd_targets(const struct mite_backend *backend, uint64_t *seed) {
  uint8_t header[MITE_HEADER_BYTES], target[MITE_HASH_BYTES];
  for (int i = 0; i < 64; i++) {
    random_bytes(seed, header, sizeof header);
    random_bytes(seed, target, sizeof target);
    /* From everything meets it to nothing does, with odd bits in the top word. */
    const unsigned zeros = (unsigned)(random_word(seed) >> 60);
    target[31] &= (uint8_t)(zeros >= 8 ? 0 : 0xff >> zeros);
    target[30] &= (uint8_t)(zeros >= 8 ? 0xff >> (zeros - 8) : 0xff);
    if (!same_candidates(backend, header, target, (uint32_t)random_word(seed), 512, 1 + (uint32_t)i))
      return false;
  }
  memset(target, 0, sizeof target);
  return same_candidates(backend, header, target, 0, 512, 512);
}

static bool carries(const struct mite_backend *backend, uint64_t *seed) {
  static const uint32_t starts[] = {0xffu, 0xffffu - 99, 0xffffffu - 99, 0x7fffffffu - 99, 0xffffffffu - 99};
  uint8_t header[MITE_HEADER_BYTES], target[MITE_HASH_BYTES];
  random_bytes(seed, header, sizeof header);
  easy_target(target, 3);
  for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
    if (!same_candidates(backend, header, target, starts[i], 200, 200))
      return false;
  return true;
}

static bool ends(const struct mite_backend *backend, uint64_t *seed) {
  uint8_t header[MITE_HEADER_BYTES], target[MITE_HASH_BYTES];
  struct mite_job job;
  uint32_t tried = 1;
  random_bytes(seed, header, sizeof header);
  easy_target(target, 0);
  mite_job_init(&job, header, target, 0);
  if (mite_scan(backend, &job, 5, 0, &tried) || tried != 0)
    return false;
  /* The candidate is the last nonce of the range; one less, and it is out of it. */
  for (uint32_t count = 1; count < 80; count++) {
    uint8_t best[MITE_HASH_BYTES], hash[MITE_HASH_BYTES];
    easy_target(best, 0);
    uint32_t least = 0;
    for (uint32_t i = 0; i < count; i++) {
      set_nonce(header, i);
      mite_sha256d(header, sizeof header, hash);
      if (mite_meets_target(hash, best)) {
        memcpy(best, hash, sizeof best);
        least = i;
      }
    }
    mite_job_init(&job, header, best, 0);
    if (!mite_scan(backend, &job, 0, least + 1, &tried) || tried != least + 1)
      return false;
    if (mite_scan(backend, &job, 0, least, &tried) || tried != least)
      return false;
  }
  return true;
}

/* target == hash meets, target == hash - 1 does not. The kernel's H7 itself is compared through `reject`. */
bool conforms_to_pair(const struct mite_backend *backend, const uint8_t header[MITE_HEADER_BYTES],
                      const uint8_t hash[MITE_HASH_BYTES]) {
  const uint32_t nonce = get_nonce(header);
  uint8_t target[MITE_HASH_BYTES], own[MITE_HASH_BYTES];
  struct mite_job job;
  uint32_t tried = 0;
  mite_sha256d(header, MITE_HEADER_BYTES, own);
  if (memcmp(own, hash, sizeof own) != 0)
    return false;

  memcpy(target, hash, sizeof target);
  mite_job_init(&job, header, target, 0);
  if (!mite_scan(backend, &job, nonce, 1, &tried) || tried != 1)
    return false;
  const uint32_t h7 =
      (uint32_t)hash[28] << 24 | (uint32_t)hash[29] << 16 | (uint32_t)hash[30] << 8 | hash[31];
  job.reject = ~h7;
  if (!backend->scan(&job, nonce, 1, &tried) || tried != 1)
    return false;
  job.reject = h7;
  if (h7 != 0 && (backend->scan(&job, nonce, 1, &tried) || tried != 1))
    return false;

  for (int i = 0; i < MITE_HASH_BYTES && target[i]-- == 0; i++)
    ;
  mite_job_init(&job, header, target, 0);
  return !mite_scan(backend, &job, nonce, 1, &tried) && tried == 1;
}

static bool pairs(const struct mite_backend *backend, uint64_t *seed) {
  uint8_t header[MITE_HEADER_BYTES], hash[MITE_HASH_BYTES];
  for (int i = 0; i < 5000; i++) {
    random_bytes(seed, header, sizeof header);
    mite_sha256d(header, sizeof header, hash);
    if (!conforms_to_pair(backend, header, hash))
      return false;
  }
  return true;
}

const char *conformance(const struct mite_backend *backend) {
  uint64_t seed = 0x6d697465;
  if (!pairs(backend, &seed))
    return "random headers and nonces";
  if (!exhaustive(backend, &seed))
    return "all 2^16 nonces";
  if (!odd_targets(backend, &seed))
    return "odd targets";
  if (!carries(backend, &seed))
    return "carries and wrap-around of the nonce";
  if (!ends(backend, &seed))
    return "ends of the range";
  return NULL;
}
