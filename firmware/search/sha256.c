/* Plain SHA-256, the header check and job preparation: small rather than fast, and the reference for every
 * backend. */
#include "kernel.h"
#include "sha256.h"

#include <string.h>

#define PAD 0x80000000u /* W4 of a header's second block */

static void compress(uint32_t state[8], const uint8_t block[64]) {
  uint32_t w[64], v[8];
  for (int i = 0; i < 16; i++)
    w[i] = mite_load_be(block + 4 * i);
  for (int i = 16; i < 64; i++)
    w[i] = MITE_s1(w[i - 2]) + w[i - 7] + MITE_s0(w[i - 15]) + w[i - 16];
  for (int i = 0; i < 8; i++)
    v[i] = state[i];
  for (int i = 0; i < 64; i++) {
    uint32_t t1 = v[7] + MITE_S1(v[4]) + MITE_CH(v[4], v[5], v[6]) + MITE_K[i] + w[i];
    uint32_t t2 = MITE_S0(v[0]) + MITE_MAJ(v[0], v[1], v[2]);
    v[7] = v[6];
    v[6] = v[5];
    v[5] = v[4];
    v[4] = v[3] + t1;
    v[3] = v[2];
    v[2] = v[1];
    v[1] = v[0];
    v[0] = t1 + t2;
  }
  for (int i = 0; i < 8; i++)
    state[i] += v[i];
}

static void reset(uint32_t state[8]) {
  static const uint32_t iv[8] = {MITE_IV0, MITE_IV1, MITE_IV2, MITE_IV3,
                                 MITE_IV4, MITE_IV5, MITE_IV6, MITE_IV7};
  memcpy(state, iv, sizeof iv);
}

void mite_sha256(const uint8_t *data, size_t length, uint8_t digest[MITE_HASH_BYTES]) {
  uint32_t state[8];
  uint8_t block[64];
  size_t at = 0;
  reset(state);
  for (; length - at >= 64; at += 64)
    compress(state, data + at);

  size_t rest = length - at;
  memset(block, 0, sizeof block);
  if (rest > 0)
    memcpy(block, data + at, rest);
  block[rest] = 0x80;
  if (rest >= 56) {
    compress(state, block);
    memset(block, 0, sizeof block);
  }
  uint64_t bits = (uint64_t)length << 3;
  mite_store_be(block + 56, (uint32_t)(bits >> 32));
  mite_store_be(block + 60, (uint32_t)bits);
  compress(state, block);
  for (int i = 0; i < 8; i++)
    mite_store_be(digest + 4 * i, state[i]);
}

void mite_sha256d(const uint8_t *data, size_t length, uint8_t digest[MITE_HASH_BYTES]) {
  mite_sha256(data, length, digest);
  mite_sha256(digest, MITE_HASH_BYTES, digest);
}

bool mite_meets_target(const uint8_t hash[MITE_HASH_BYTES], const uint8_t target[MITE_HASH_BYTES]) {
  for (int i = MITE_HASH_BYTES - 1; i >= 0; i--)
    if (hash[i] != target[i])
      return hash[i] < target[i];
  return true;
}

bool mite_header_check(const uint8_t header[MITE_HEADER_BYTES], const uint8_t target[MITE_HASH_BYTES]) {
  uint8_t hash[MITE_HASH_BYTES];
  mite_sha256d(header, MITE_HEADER_BYTES, hash);
  return mite_meets_target(hash, target);
}

/* A hash <= target has at least as many leading zero bits. H7 holds the top four bytes, the top one lowest.
 */
static uint32_t reject_bits(const uint8_t target[MITE_HASH_BYTES]) {
  uint32_t top = mite_load_be(target + 28);
  uint32_t may = mite_swap(top);
  for (int shift = 1; shift < 32; shift *= 2)
    may |= may >> shift;
  return mite_swap(~may);
}

/* Version v of the mask: the bits of v over the mask's set bits, lowest first. */
static uint32_t deposit(uint32_t v, uint32_t mask) {
  uint32_t bits = 0;
  for (; v != 0 && mask != 0; v >>= 1, mask &= mask - 1)
    if (v & 1)
      bits |= mask & (~mask + 1);
  return bits;
}

static uint32_t count_versions(uint32_t mask) {
  uint32_t versions = 1;
  for (int i = 0; i < MITE_VERSION_BITS && mask != 0; i++, mask &= mask - 1)
    versions *= 2;
  return versions;
}

static void version_init(struct mite_version *version, const uint8_t header[MITE_HEADER_BYTES],
                         const uint32_t w[4]) {
  uint32_t v[8];
  reset(version->midstate);
  compress(version->midstate, header);
  /* Rounds 0..3, the last with W3 = 0: the nonce enters it by addition only. */
  memcpy(v, version->midstate, sizeof v);
  for (int i = 0; i < 4; i++) {
    uint32_t t1 = v[7] + MITE_S1(v[4]) + MITE_CH(v[4], v[5], v[6]) + MITE_K[i] + w[i];
    uint32_t t2 = MITE_S0(v[0]) + MITE_MAJ(v[0], v[1], v[2]);
    memmove(v + 1, v, 7 * sizeof *v);
    v[4] += t1;
    v[0] = t1 + t2;
  }
  memcpy(version->after3, v, sizeof v);
  version->kh[0] = v[7] + MITE_K[4] + PAD;
  version->kh[1] = v[6] + MITE_K[5];
  version->kh[2] = v[5] + MITE_K[6];
}

void mite_job_header(const struct mite_job *job, uint32_t version, uint32_t nonce,
                     uint8_t header[MITE_HEADER_BYTES]) {
  memcpy(header, job->header, MITE_HEADER_BYTES);
  mite_store_be(header, mite_load_be(header) ^ mite_swap(job->version[version].bits));
  mite_store_be(header + 76, mite_swap(nonce));
}

void mite_job_init(struct mite_job *job, const uint8_t header[MITE_HEADER_BYTES],
                   const uint8_t target[MITE_HASH_BYTES], uint32_t version_mask) {
  memcpy(job->header, header, MITE_HEADER_BYTES);
  memcpy(job->target, target, MITE_HASH_BYTES);
  job->reject = reject_bits(target);

  const uint32_t w0 = mite_load_be(header + 64), w1 = mite_load_be(header + 68),
                 w2 = mite_load_be(header + 72);
  const uint32_t w4 = PAD, w15 = MITE_HEADER_BYTES * 8;
  job->w16 = MITE_s0(w1) + w0;
  job->w17 = MITE_s1(w15) + MITE_s0(w2) + w1;
  job->w18 = MITE_s1(job->w16) + w2;
  job->w19 = MITE_s1(job->w17) + MITE_s0(w4);
  job->w31 = MITE_s0(job->w16) + w15;
  job->w32 = MITE_s0(job->w17) + job->w16;
  job->w33 = job->w17;
  job->kw16 = MITE_K[16] + job->w16;
  job->kw17 = MITE_K[17] + job->w17;

  const uint32_t w[4] = {w0, w1, w2, 0};
  uint8_t rolled[MITE_HEADER_BYTES];
  job->versions = count_versions(version_mask);
  for (uint32_t i = 0; i < job->versions; i++) {
    job->version[i].bits = deposit(i, version_mask);
    mite_job_header(job, i, 0, rolled);
    version_init(&job->version[i], rolled, w);
  }
}

uint32_t mite_scan(const struct mite_backend *backend, const struct mite_job *job, uint32_t first,
                   uint32_t count, uint32_t *tried) {
  uint8_t header[MITE_HEADER_BYTES];
  uint32_t done = 0, found = 0;
  while (done < count && found == 0) {
    uint32_t some = 0;
    const uint32_t maybe = backend->scan(job, first + done, count - done, &some);
    done += some;
    for (uint32_t i = 0; i < job->versions; i++) {
      if ((maybe >> i & 1) == 0)
        continue;
      mite_job_header(job, i, first + done - 1, header);
      if (mite_header_check(header, job->target))
        found |= 1u << i;
    }
  }
  *tried = done;
  return found;
}
