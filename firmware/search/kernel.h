/*
 * Nonce search over Bitcoin block headers: portable C11, no heap, no I/O, no static state.
 *
 * A header is 80 bytes, the nonce little-endian in bytes 76..79. Its hash is SHA-256d (FIPS 180-4), read as a
 * 256-bit little-endian integer; it meets a target when hash <= target. Targets are 32 little-endian bytes.
 * All functions are reentrant; a `struct mite_job` is read-only once made and may be shared by threads.
 */
#ifndef MITE_KERNEL_H
#define MITE_KERNEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define MITE_HEADER_BYTES 80
#define MITE_HASH_BYTES 32

/* SHA-256 and SHA-256d of `length` bytes at `data` (which may be NULL when length is 0). The output may
 * overlap the input. */
void mite_sha256(const uint8_t *data, size_t length, uint8_t digest[MITE_HASH_BYTES]);
void mite_sha256d(const uint8_t *data, size_t length, uint8_t digest[MITE_HASH_BYTES]);

/* Compares 256-bit little-endian integers: hash <= target. */
bool mite_meets_target(const uint8_t hash[MITE_HASH_BYTES], const uint8_t target[MITE_HASH_BYTES]);

/* Does the header, with the nonce it carries, meet the target? Independent of every search backend. */
bool mite_header_check(const uint8_t header[MITE_HEADER_BYTES], const uint8_t target[MITE_HASH_BYTES]);

/* The most version bits (BIP320) that one job rolls, and how many headers that makes of one. */
#define MITE_VERSION_BITS 4
#define MITE_VERSIONS (1 << MITE_VERSION_BITS)

/* What differs in one version of the header: only the first block, hence the midstate. */
struct mite_version {
  uint32_t midstate[8]; /* after header bytes 0..63 */
  uint32_t after3[8];   /* second block after round 3, a..h; [0] and [4] still lack `+ nonce as W3` */
  uint32_t kh[3];       /* rounds 4..6: h, round constant and schedule word, all independent of the nonce */
  uint32_t bits;        /* xored into the header's version */
};

/*
 * Everything about a header that does not depend on its nonce. The first hash's second block is
 * W0..W2 (end of the merkle root, time, nBits), W3 = nonce, padding: one schedule for all versions.
 */
struct mite_job {
  uint32_t w16, w17;   /* schedule words without a nonce */
  uint32_t w18, w19;   /* the constant part of W18 = w18 + s0(W3) and W19 = w19 + W3 */
  uint32_t w31, w32;   /* the constant part of W31 and W32 */
  uint32_t w33;        /* and of W33, without s0(W18) */
  uint32_t kw16, kw17; /* round constant + schedule word of rounds 16 and 17 */
  uint32_t reject;     /* bits of the last digest word (H7) that must be zero to meet the target */
  uint32_t versions;   /* entries of version[] in use: a power of two, at most MITE_VERSIONS */
  struct mite_version version[MITE_VERSIONS];
  uint8_t target[MITE_HASH_BYTES];
  uint8_t header[MITE_HEADER_BYTES];
};

/*
 * Prepares a job. The header's nonce bytes are ignored. Each set bit of `version_mask`, at most
 * MITE_VERSION_BITS (lowest first, others are ignored), doubles the versions: version v flips the bits of v,
 * spread over the mask from its lowest bit. With 0 there is one version, the header's own.
 */
void mite_job_init(struct mite_job *job, const uint8_t header[MITE_HEADER_BYTES],
                   const uint8_t target[MITE_HASH_BYTES], uint32_t version_mask);

/* The header of one of the job's versions with this nonce. */
void mite_job_header(const struct mite_job *job, uint32_t version, uint32_t nonce,
                     uint8_t header[MITE_HEADER_BYTES]);

/*
 * A backend tries the nonces first, first + 1, ... (modulo 2^32), at most `count` of them, in this order,
 * each with all versions of the job. It returns at the first nonce for which a version's H7 has no `reject`
 * bit: a possible candidate, to be checked in full. The result has bit v set for each such version v; 0 when
 * there was none. *tried is the number of nonces tried, that one included: the nonce is first + *tried - 1.
 * Never skips a nonce or a version. With 0, *tried == count, except that an exclusive backend may return 0
 * after one nonce or more when its engine is in use: software takes its place in small steps, so that the
 * caller is not held up. A count of 0 is allowed.
 */
struct mite_backend {
  const char *name;
  uint32_t (*scan)(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried);
  /* Is it usable on this machine? Called once, before the first scan, from any thread; NULL: always. */
  bool (*usable)(void);
  bool exclusive; /* one thread at a time may scan: there is one such engine */
  /* Has its engine failed for good, so that scan continues without it? Called after scans, by the thread that
   * did them; NULL: never. */
  bool (*failed)(void);
};

extern const struct mite_backend mite_backend_portable;

/* Like a backend's scan, but returns only nonces and versions whose full hash, recomputed from the header,
 * meets the target. */
uint32_t mite_scan(const struct mite_backend *backend, const struct mite_job *job, uint32_t first,
                   uint32_t count, uint32_t *tried);

/* Known answers for SHA-256, the check and the backend's scan; a vector that an exclusive backend fails is
 * tried three times, since engines err now and then. Returns 0, or the number of the vector that failed. */
int mite_selftest(const struct mite_backend *backend);
/* The name of a vector, for messages. Never NULL. */
const char *mite_selftest_name(int vector);

#ifdef __cplusplus
}
#endif

#endif
