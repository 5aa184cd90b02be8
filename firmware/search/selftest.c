/* Known answers, checked at startup: a kernel that fails one must not mine. A few thousand hashes in all. */
#include "kernel.h"

#include <string.h>

/* SHA-256 examples of FIPS 180-4 (NIST's "SHA256.pdf"): one block, two blocks; and the empty message. */
static const struct {
  const char *message;
  uint8_t digest[MITE_HASH_BYTES];
} EXAMPLES[] = {
    {"abc", {0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea, 0x41, 0x41, 0x40, 0xde, 0x5d, 0xae, 0x22, 0x23,
             0xb0, 0x03, 0x61, 0xa3, 0x96, 0x17, 0x7a, 0x9c, 0xb4, 0x10, 0xff, 0x61, 0xf2, 0x00, 0x15, 0xad}},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     {0x24, 0x8d, 0x6a, 0x61, 0xd2, 0x06, 0x38, 0xb8, 0xe5, 0xc0, 0x26, 0x93, 0x0c, 0x3e, 0x60, 0x39,
      0xa3, 0x3c, 0xe4, 0x59, 0x64, 0xff, 0x21, 0x67, 0xf6, 0xec, 0xed, 0xd4, 0x19, 0xdb, 0x06, 0xc1}},
    {"", {0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9, 0x24,
          0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55}},
};

/* Bitcoin's genesis header, nonce 2083236893, and that of block 125552, nonce 2504433986. */
static const uint8_t GENESIS[MITE_HEADER_BYTES] = {
    0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x3b, 0xa3, 0xed, 0xfd, 0x7a, 0x7b, 0x12, 0xb2, 0x7a, 0xc7, 0x2c, 0x3e,
    0x67, 0x76, 0x8f, 0x61, 0x7f, 0xc8, 0x1b, 0xc3, 0x88, 0x8a, 0x51, 0x32, 0x3a, 0x9f, 0xb8, 0xaa,
    0x4b, 0x1e, 0x5e, 0x4a, 0x29, 0xab, 0x5f, 0x49, 0xff, 0xff, 0x00, 0x1d, 0x1d, 0xac, 0x2b, 0x7c};
static const uint8_t BLOCK_125552[MITE_HEADER_BYTES] = {
    0x01, 0x00, 0x00, 0x00, 0x81, 0xcd, 0x02, 0xab, 0x7e, 0x56, 0x9e, 0x8b, 0xcd, 0x93, 0x17, 0xe2,
    0xfe, 0x99, 0xf2, 0xde, 0x44, 0xd4, 0x9a, 0xb2, 0xb8, 0x85, 0x1b, 0xa4, 0xa3, 0x08, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0xe3, 0x20, 0xb6, 0xc2, 0xff, 0xfc, 0x8d, 0x75, 0x04, 0x23, 0xdb, 0x8b,
    0x1e, 0xb9, 0x42, 0xae, 0x71, 0x0e, 0x95, 0x1e, 0xd7, 0x97, 0xf7, 0xaf, 0xfc, 0x88, 0x92, 0xb0,
    0xf1, 0xfc, 0x12, 0x2b, 0xc7, 0xf5, 0xd7, 0x4d, 0xf2, 0xb9, 0x44, 0x1a, 0x42, 0xa1, 0x46, 0x95};
static const uint32_t GENESIS_NONCE = 2083236893u, NONCE_125552 = 2504433986u;

/* nBits 0x1d00ffff and 0x1a44b9f2 as 256-bit little-endian integers. */
static void compact(uint8_t target[MITE_HASH_BYTES], uint32_t bits) {
  memset(target, 0, MITE_HASH_BYTES);
  for (uint32_t i = 0; i < 3; i++)
    target[(bits >> 24) - 3 + i] = (uint8_t)(bits >> (8 * i));
}

static uint32_t nonce_of(const uint8_t header[MITE_HEADER_BYTES]) {
  return (uint32_t)header[76] | (uint32_t)header[77] << 8 | (uint32_t)header[78] << 16 |
         (uint32_t)header[79] << 24;
}

/* Does a scan of `count` nonces from `first` find `nonce`, first of all, at the right place? */
static bool finds(const struct mite_backend *backend, const uint8_t *header, const uint8_t *target,
                  uint32_t first, uint32_t count, uint32_t nonce) {
  struct mite_job job;
  uint32_t tried = 0;
  mite_job_init(&job, header, target, 0);
  return mite_scan(backend, &job, first, count, &tried) && first + tried - 1 == nonce;
}

static bool finds_none(const struct mite_backend *backend, const uint8_t *header, const uint8_t *target,
                       uint32_t first, uint32_t count) {
  struct mite_job job;
  uint32_t tried = 0;
  mite_job_init(&job, header, target, 0);
  return !mite_scan(backend, &job, first, count, &tried) && tried == count;
}

static bool edge_of_target(const struct mite_backend *backend) {
  uint8_t target[MITE_HASH_BYTES];
  mite_sha256d(GENESIS, MITE_HEADER_BYTES, target);
  /* Also as the last nonce of the range. */
  if (!mite_header_check(GENESIS, target) ||
      !finds(backend, GENESIS, target, GENESIS_NONCE - 9, 20, GENESIS_NONCE) ||
      !finds(backend, GENESIS, target, GENESIS_NONCE - 9, 10, GENESIS_NONCE) ||
      !finds_none(backend, GENESIS, target, GENESIS_NONCE - 9, 9))
    return false;
  /* One less than the hash: its lowest byte is not 0. */
  target[0]--;
  return !mite_header_check(GENESIS, target) && finds_none(backend, GENESIS, target, GENESIS_NONCE - 9, 20);
}

/* Nonces on both sides of 2^32, all of which meet the widest target, come in order. */
static bool wraps(const struct mite_backend *backend) {
  struct mite_job job;
  uint8_t target[MITE_HASH_BYTES];
  memset(target, 0xff, sizeof target);
  mite_job_init(&job, GENESIS, target, 0);
  for (uint32_t nonce = 0xfffffffeu; nonce != 3; nonce++) {
    uint32_t tried = 0;
    if (!mite_scan(backend, &job, nonce, 4, &tried) || tried != 1)
      return false;
  }
  /* With the least hash of 2^32 - 8 .. 7 as target, one nonce meets it. The time is varied until that is
   * beyond the wrap. */
  uint8_t header[MITE_HEADER_BYTES], hash[MITE_HASH_BYTES];
  uint32_t least = 0;
  memcpy(header, GENESIS, sizeof header);
  do {
    header[68]++;
    memset(target, 0xff, sizeof target);
    for (uint32_t i = 0; i < 16; i++) {
      const uint32_t nonce = 0xfffffff8u + i;
      header[76] = (uint8_t)nonce;
      header[77] = header[78] = header[79] = (uint8_t)(nonce >> 8);
      mite_sha256d(header, sizeof header, hash);
      if (mite_meets_target(hash, target)) {
        memcpy(target, hash, sizeof target);
        least = nonce;
      }
    }
  } while (least > 7);
  return finds(backend, header, target, 0xfffffff8u, 16, least);
}

/* Genesis headers whose version has the bits of v flipped at 13..16 (BIP320's lowest), nonces 8 below
 * genesis's and on: the versions, as bits, whose hash has three leading zero bits. By node:crypto. */
static const uint16_t VERSIONS[16] = {0x4010, 0x0000, 0x2020, 0x0086, 0x0000, 0x0010, 0x2406, 0x0424,
                                      0x0121, 0x0400, 0x0008, 0x8000, 0x4010, 0x2000, 0x0201, 0x0a0c};

/* A scan to its end: if an engine is in use, a single one may stop early. */
static uint32_t scan_all(const struct mite_backend *backend, const struct mite_job *job, uint32_t first,
                         uint32_t count, uint32_t *tried) {
  uint32_t found = 0, done = 0;
  do {
    uint32_t some = 0;
    found = backend->scan(job, first + done, count - done, &some);
    if (some > count - done || (some == 0 && count > 0))
      return ~0u;
    done += some;
  } while (found == 0 && done < count && backend->exclusive);
  *tried = done;
  return found;
}

/* The same with 1..16 versions, from each nonce to each other: every position of a backend that tries several
 * at once. The hash's first bits decide, so this is the backend's raw answer. */
static bool rolls_versions(const struct mite_backend *backend) {
  static const uint32_t masks[] = {0, 0x2000u, 0x6000u, 0xe000u, 0x1fffe000u};
  struct mite_job job;
  uint8_t target[MITE_HASH_BYTES];
  memset(target, 0xff, sizeof target);
  target[MITE_HASH_BYTES - 1] = 0x1f;
  for (uint32_t bits = 0; bits < 5; bits++) {
    mite_job_init(&job, GENESIS, target, masks[bits]);
    if (job.versions != 1u << bits)
      return false;
    for (uint32_t at = 0; at < 16; at++)
      for (uint32_t count = 0; count <= 16 - at; count++) {
        uint32_t tried = ~count, right = 0, met = 0;
        while (met == 0 && right < count)
          met = VERSIONS[at + right++] & ((1u << job.versions) - 1);
        if (scan_all(backend, &job, GENESIS_NONCE - 8 + at, count, &tried) != met || tried != right)
          return false;
      }
  }
  return true;
}

static const char *const NAMES[] = {
    "passed",
    "SHA-256 example 'abc' of FIPS 180-4",
    "SHA-256 example of two blocks of FIPS 180-4",
    "SHA-256 of the empty message",
    "header check of the genesis block",
    "header check of block 125552",
    "genesis nonce 2083236893 by scan",
    "nonce 2504433986 of block 125552 by scan",
    "window without a candidate",
    "edge of the target",
    "wrap-around of the nonce",
    "versions of the genesis header",
};

/* How often a vector is tried on a chip's engine. A wrong digest in 25,000 fails one scan in 25 of
 * `versions`, three in a row once in some 15,000 self-tests. */
#define SCANS 3

/* The backend's own vectors, 6..11. */
static bool scans_right(const struct mite_backend *backend, int vector, const uint8_t *easy,
                        const uint8_t *hard) {
  switch (vector) {
  case 6:
    return finds(backend, GENESIS, easy, GENESIS_NONCE - 500, 1000, GENESIS_NONCE);
  case 7:
    return finds(backend, BLOCK_125552, hard, NONCE_125552 - 500, 1000, NONCE_125552);
  case 8:
    return finds_none(backend, GENESIS, easy, GENESIS_NONCE + 1, 1000) &&
           finds_none(backend, GENESIS, easy, GENESIS_NONCE - 1000, 1000);
  case 9:
    return edge_of_target(backend);
  case 10:
    return wraps(backend);
  default:
    return rolls_versions(backend);
  }
}

int mite_selftest(const struct mite_backend *backend) {
  uint8_t hash[MITE_HASH_BYTES], easy[MITE_HASH_BYTES], hard[MITE_HASH_BYTES];
  for (int i = 0; i < 3; i++) {
    mite_sha256((const uint8_t *)EXAMPLES[i].message, strlen(EXAMPLES[i].message), hash);
    if (memcmp(hash, EXAMPLES[i].digest, sizeof hash) != 0)
      return 1 + i;
  }
  compact(easy, 0x1d00ffff);
  compact(hard, 0x1a44b9f2);
  if (!mite_header_check(GENESIS, easy) || mite_header_check(GENESIS, hard) ||
      nonce_of(GENESIS) != GENESIS_NONCE)
    return 4;
  if (!mite_header_check(BLOCK_125552, hard) || nonce_of(BLOCK_125552) != NONCE_125552)
    return 5;
  /* An engine of a chip may err now and then (sha_engine.h), and each version's answer counts here. One that
   * is broken fails each time. */
  const int times = backend->exclusive ? SCANS : 1;
  for (int vector = 6; vector <= 11; vector++) {
    int left = times;
    while (left > 0 && !scans_right(backend, vector, easy, hard))
      left--;
    if (left == 0)
      return vector;
  }
  return 0;
}

const char *mite_selftest_name(int vector) {
  const int count = (int)(sizeof NAMES / sizeof *NAMES);
  return vector >= 0 && vector < count ? NAMES[vector] : "unknown vector";
}
