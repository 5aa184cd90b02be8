#include "conformance.h"

#include <string.h>

uint64_t random_word(uint64_t *state) {
  *state ^= *state >> 12;
  *state ^= *state << 25;
  *state ^= *state >> 27;
  return *state * 0x2545f4914f6cdd1du;
}

void random_bytes(uint64_t *state, uint8_t *bytes, size_t length) {
  uint64_t word = 0;
  for (size_t i = 0; i < length; i++, word >>= 8) {
    if (i % 8 == 0)
      word = random_word(state);
    bytes[i] = (uint8_t)word;
  }
}

void set_nonce(uint8_t header[MITE_HEADER_BYTES], uint32_t nonce) {
  for (int i = 0; i < 4; i++)
    header[76 + i] = (uint8_t)(nonce >> (8 * i));
}

uint32_t get_nonce(const uint8_t header[MITE_HEADER_BYTES]) {
  return (uint32_t)header[76] | (uint32_t)header[77] << 8 | (uint32_t)header[78] << 16 |
         (uint32_t)header[79] << 24;
}

/* ---- versions, from BIP320's words alone: not the job's code */

static uint32_t keep_lowest(uint32_t mask, uint32_t bits) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < 32; i++)
    if ((mask >> i & 1) != 0 && bits > 0) {
      kept |= (uint32_t)1 << i;
      bits--;
    }
  return kept;
}

static uint32_t versions_of(uint32_t mask) {
  uint32_t versions = 1;
  for (uint32_t i = 0, used = keep_lowest(mask, 4); i < 32; i++)
    versions <<= used >> i & 1;
  return versions;
}

/* The header of this version and nonce, byte by byte. */
static void build(uint8_t out[MITE_HEADER_BYTES], const uint8_t header[MITE_HEADER_BYTES], uint32_t mask,
                  uint32_t version, uint32_t nonce) {
  const uint32_t used = keep_lowest(mask, 4);
  memcpy(out, header, MITE_HEADER_BYTES);
  for (uint32_t i = 0; i < 32; i++)
    if ((used >> i & 1) != 0) {
      out[i / 8] ^= (uint8_t)((version & 1) << i % 8);
      version >>= 1;
    }
  set_nonce(out, nonce);
}

static void hash_of(uint8_t hash[MITE_HASH_BYTES], const uint8_t header[MITE_HEADER_BYTES], uint32_t mask,
                    uint32_t version, uint32_t nonce) {
  uint8_t built[MITE_HEADER_BYTES];
  build(built, header, mask, version, nonce);
  mite_sha256d(built, sizeof built, hash);
}

/* The last digest word, which the kernels call H7. */
static uint32_t h7_of(const uint8_t hash[MITE_HASH_BYTES]) {
  return (uint32_t)hash[28] << 24 | (uint32_t)hash[29] << 16 | (uint32_t)hash[30] << 8 | hash[31];
}

/* ---- a group: some nonces of one job whose true H7s are known */

struct group {
  struct mite_job job;
  uint32_t first, nonces;
  uint32_t h7[PAIRS_PER_GROUP]; /* [nonce][version] */
};

static uint32_t expected(const struct group *group, uint32_t nonce, uint32_t reject) {
  uint32_t mask = 0;
  for (uint32_t v = 0; v < group->job.versions; v++)
    if ((group->h7[nonce * group->job.versions + v] & reject) == 0)
      mask |= (uint32_t)1 << v;
  return mask;
}

/* One scan from the group's nonce `from`, at most `count` nonces: is the answer the only right one? */
static bool scan_is_right(const struct mite_backend *backend, struct group *group, uint32_t reject,
                          uint32_t from, uint32_t count, uint32_t *tried) {
  uint32_t right = 0, mask = 0;
  while (right < count && mask == 0)
    mask = expected(group, from + right++, reject);
  group->job.reject = reject;
  *tried = ~count;
  return backend->scan(&group->job, group->first + from, count, tried) == mask && *tried == right;
}

/* The whole group, continuing after each hit. */
static bool group_is_right(const struct mite_backend *backend, struct group *group, uint32_t reject) {
  uint32_t tried;
  for (uint32_t at = 0; at < group->nonces; at += tried)
    if (!scan_is_right(backend, group, reject, at, group->nonces - at, &tried))
      return false;
  return true;
}

static const uint8_t MASK_BITS[8] = {0, 32, 0, 4, 1, 2, 3, 4};

/* Makes group number g and chains its hashes into the digest. */
static void next_group(struct group *group, uint32_t g, uint64_t *seed, uint8_t digest[MITE_HASH_BYTES]) {
  uint8_t header[MITE_HEADER_BYTES], chain[MITE_HASH_BYTES * (1 + PAIRS_PER_GROUP)];
  uint8_t target[MITE_HASH_BYTES] = {0}, *hash = chain + MITE_HASH_BYTES;
  random_bytes(seed, header, sizeof header);
  const uint64_t word = random_word(seed);
  const uint32_t mask = keep_lowest((uint32_t)word, MASK_BITS[g % 8]);
  mite_job_init(&group->job, header, target, mask);
  group->nonces = PAIRS_PER_GROUP / versions_of(mask);
  group->first = (uint32_t)(word >> 32) | (g % 16 > 7 ? 0 - group->nonces : 0);
  memcpy(chain, digest, MITE_HASH_BYTES);
  for (uint32_t i = 0; i < PAIRS_PER_GROUP; i++, hash += MITE_HASH_BYTES) {
    hash_of(hash, header, mask, i % versions_of(mask), group->first + i / versions_of(mask));
    group->h7[i] = h7_of(hash);
  }
  mite_sha256(chain, sizeof chain, digest);
}

bool conformance_pairs(const struct mite_backend *backend, uint64_t seed, uint32_t groups,
                       uint8_t digest[MITE_HASH_BYTES]) {
  struct group group;
  memset(digest, 0, MITE_HASH_BYTES);
  for (uint32_t g = 0; g < groups; g++) {
    next_group(&group, g, &seed, digest);
    const uint32_t versions = group.job.versions;
    if (versions * group.nonces != PAIRS_PER_GROUP)
      return false;
    /* One bit of each pair: half of them hit, at every place of a backend that tries several at once. */
    if (!group_is_right(backend, &group, (uint32_t)1 << g % 32))
      return false;
    /* All bits of each eighth pair: a wrong H7 has other bits set with near certainty. Scans begin some
     * nonces before it, so that it is not always the first of those tried at once. */
    for (uint32_t i = g % 8; i < PAIRS_PER_GROUP; i += 8) {
      const uint32_t nonce = i / versions, before = (g + i) / 8 % 8 < nonce ? (g + i) / 8 % 8 : nonce;
      uint32_t tried;
      if (!scan_is_right(backend, &group, ~group.h7[i], nonce - before, before + 1, &tried))
        return false;
    }
  }
  return true;
}

/* ---- properties */

/* The extreme `reject`s, every count, and a job that stays unchanged. */
static bool contract(const struct mite_backend *backend, uint64_t *seed) {
  uint8_t digest[MITE_HASH_BYTES] = {0};
  struct group group;
  struct mite_job before;
  uint32_t tried;
  for (uint32_t g = 0; g < 16; g++) {
    next_group(&group, g, seed, digest);
    if (!group_is_right(backend, &group, 0) || !group_is_right(backend, &group, 0xffffffffu))
      return false;
    for (uint32_t count = 0; count <= group.nonces; count++) {
      const uint32_t last = count > 0 ? group.h7[(count - 1) * group.job.versions] : 0;
      if (!scan_is_right(backend, &group, 0xffffffffu, 0, count, &tried) ||
          !scan_is_right(backend, &group, ~last, 0, count, &tried) ||
          !scan_is_right(backend, &group, 1, 0, count, &tried))
        return false;
    }
    group.job.reject = 0x80000000u;
    memcpy(&before, &group.job, sizeof before);
    backend->scan(&group.job, group.first, group.nonces, &tried);
    if (memcmp(&before, &group.job, sizeof before) != 0)
      return false;
  }
  return true;
}

/* mite_job_init's versions: each combination of the mask's lowest four bits, and no header twice. */
static bool headers(uint64_t *seed) {
  static const uint32_t masks[] = {0,           1,           0x80000000u, 0x80000001u, 0x2000u,    0x6000u,
                                   0x1fffe000u, 0x10a00000u, 0xffffffffu, 0x00010101u, 0x20408010u};
  uint8_t header[MITE_HEADER_BYTES], target[MITE_HASH_BYTES] = {0}, own[MITE_HEADER_BYTES],
                                     built[MITE_HEADER_BYTES];
  struct mite_job job;
  for (size_t i = 0; i < sizeof masks / sizeof *masks; i++) {
    random_bytes(seed, header, sizeof header);
    mite_job_init(&job, header, target, masks[i]);
    if (job.versions != versions_of(masks[i]))
      return false;
    for (uint32_t v = 0; v < job.versions; v++) {
      const uint32_t nonce = (uint32_t)random_word(seed);
      mite_job_header(&job, v, nonce, own);
      build(built, header, masks[i], v, nonce);
      if (memcmp(own, built, sizeof own) != 0 || (job.version[v].bits & ~masks[i]) != 0)
        return false;
      for (uint32_t other = 0; other < v; other++)
        if (job.version[other].bits == job.version[v].bits)
          return false;
    }
  }
  return true;
}

/* The versions whose header meets the target with this nonce. */
static uint32_t naive(const uint8_t header[MITE_HEADER_BYTES], const uint8_t target[MITE_HASH_BYTES],
                      uint32_t mask, uint32_t nonce) {
  uint8_t hash[MITE_HASH_BYTES];
  uint32_t found = 0;
  for (uint32_t v = 0; v < versions_of(mask); v++) {
    hash_of(hash, header, mask, v, nonce);
    if (mite_meets_target(hash, target))
      found |= (uint32_t)1 << v;
  }
  return found;
}

/* Scans like the searcher, in pieces of `piece` nonces, and compares each step with the plain hash. */
static bool same_candidates(const struct mite_backend *backend, const uint8_t header[MITE_HEADER_BYTES],
                            const uint8_t target[MITE_HASH_BYTES], uint32_t mask, uint32_t first,
                            uint32_t range, uint32_t piece) {
  struct mite_job job;
  uint32_t compared = 0;
  mite_job_init(&job, header, target, mask);
  for (uint32_t at = 0; at < range;) {
    const uint32_t count = range - at < piece ? range - at : piece;
    uint32_t tried = UINT32_MAX;
    const uint32_t found = mite_scan(backend, &job, first + at, count, &tried);
    if (tried > count || (!found && tried != count) || (found && tried == 0))
      return false;
    at += tried;
    for (; compared < at; compared++)
      if (naive(header, target, mask, first + compared) != (compared + 1 == at ? found : 0))
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

/* All of [0, range) by this backend and by the portable one: the same steps, each a true candidate. The
 * portable one itself against the plain hash. */
static bool low_nonces(const struct mite_backend *backend, uint64_t *seed, uint32_t mask, uint32_t range) {
  uint8_t header[MITE_HEADER_BYTES], target[MITE_HASH_BYTES];
  struct mite_job job;
  uint32_t tried, again, hits = 0;
  random_bytes(seed, header, sizeof header);
  easy_target(target, 9);
  if (backend == &mite_backend_portable)
    return same_candidates(backend, header, target, mask, 0, range, 1000);
  mite_job_init(&job, header, target, mask);
  for (uint32_t at = 0; at < range; at += tried) {
    const uint32_t found = mite_scan(backend, &job, at, range - at, &tried);
    if (mite_scan(&mite_backend_portable, &job, at, range - at, &again) != found || tried != again)
      return false;
    if (found != 0 && naive(header, target, mask, at + tried - 1) != found)
      return false;
    hits += found != 0;
  }
  return hits > 0;
}

static bool odd_targets(const struct mite_backend *backend, uint64_t *seed) {
  uint8_t header[MITE_HEADER_BYTES], target[MITE_HASH_BYTES];
  for (uint32_t i = 0; i < 64; i++) {
    random_bytes(seed, header, sizeof header);
    random_bytes(seed, target, sizeof target);
    /* From everything meets it to nothing does, with odd bits in the top word. */
    const unsigned zeros = (unsigned)(random_word(seed) >> 60);
    target[31] &= (uint8_t)(zeros >= 8 ? 0 : 0xff >> zeros);
    target[30] &= (uint8_t)(zeros >= 8 ? 0xff >> (zeros - 8) : 0xff);
    const uint32_t mask = keep_lowest((uint32_t)random_word(seed), i % 5), range = 512 / versions_of(mask);
    if (!same_candidates(backend, header, target, mask, (uint32_t)random_word(seed), range, 1 + i))
      return false;
  }
  memset(target, 0, sizeof target);
  return same_candidates(backend, header, target, 0, 0, 512, 512);
}

static bool carries(const struct mite_backend *backend, uint64_t *seed) {
  static const uint32_t starts[] = {0xffu, 0xffffu - 99, 0xffffffu - 99, 0x7fffffffu - 99, 0xffffffffu - 99};
  uint8_t header[MITE_HEADER_BYTES], target[MITE_HASH_BYTES];
  random_bytes(seed, header, sizeof header);
  easy_target(target, 3);
  for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
    if (!same_candidates(backend, header, target, 0, starts[i], 200, 200) ||
        !same_candidates(backend, header, target, 0x6000, starts[i], 200, 150))
      return false;
  return true;
}

/* Target == hash is met, hash - 1 is not; the least hash of a range as target is met once, by its own nonce
 * and version, also as the range's last, and not by one nonce less. */
static bool edges(const struct mite_backend *backend, uint64_t *seed) {
  uint8_t header[MITE_HEADER_BYTES], best[MITE_HASH_BYTES], hash[MITE_HASH_BYTES];
  struct mite_job job;
  for (uint32_t count = 1; count < 80; count++) {
    const uint32_t mask = keep_lowest((uint32_t)random_word(seed), count % 4 == 3 ? 4 : 0);
    uint32_t least = 0, winner = 0, tried = 1;
    random_bytes(seed, header, sizeof header);
    memset(best, 0xff, sizeof best);
    const uint32_t first = get_nonce(header);
    for (uint32_t i = 0; i < count; i++)
      for (uint32_t v = 0; v < versions_of(mask); v++) {
        hash_of(hash, header, mask, v, first + i);
        if (mite_meets_target(hash, best)) {
          memcpy(best, hash, sizeof best);
          least = i;
          winner = v;
        }
      }
    mite_job_init(&job, header, best, mask);
    if (mite_scan(backend, &job, first, least + 1, &tried) != (uint32_t)1 << winner || tried != least + 1)
      return false;
    if (mite_scan(backend, &job, first, count, &tried) != (uint32_t)1 << winner || tried != least + 1)
      return false;
    if (mite_scan(backend, &job, first, least, &tried) || tried != least)
      return false;
    for (int i = 0; i < MITE_HASH_BYTES && best[i]-- == 0; i++)
      ;
    mite_job_init(&job, header, best, mask);
    if (mite_scan(backend, &job, first, count, &tried) || tried != count)
      return false;
  }
  return true;
}

const char *conformance(const struct mite_backend *backend) {
  uint64_t seed = 0x6d697465;
  uint8_t digest[MITE_HASH_BYTES];
  if (!headers(&seed))
    return "headers of the versions";
  if (!conformance_pairs(backend, seed, 256, digest))
    return "random headers and nonces";
  if (!contract(backend, &seed))
    return "every count, every extreme of reject";
  if (!low_nonces(backend, &seed, 0, 65536))
    return "all 2^16 low nonces";
  if (!low_nonces(backend, &seed, 0x1fffe000u, 4096))
    return "2^12 low nonces of sixteen versions";
  if (!odd_targets(backend, &seed))
    return "odd targets";
  if (!carries(backend, &seed))
    return "carries and wrap-around of the nonce";
  if (!edges(backend, &seed))
    return "edge of the target";
  return NULL;
}
