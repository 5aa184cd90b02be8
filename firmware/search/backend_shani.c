/*
 * Nonce search with the SHA extensions of x86-64. Each round depends on the one before, so LANES chains run
 * side by side: four nonces of one version, two of two, or four versions of one nonce, which share the second
 * block's schedule. Measured: two chains are 15 to 25 % slower, three 3 %.
 *
 * sha256rnds2 does two rounds and leaves the state as ABEF and CDGH. H7 of the second hash is IV7 + e after
 * round 60, which is the F after rounds 60 and 61: the last four rounds take one instruction of two.
 */
#include "kernel.h"

#if defined(__x86_64__)

#include "sha256.h"

#include <cpuid.h>
#include <immintrin.h>

#define LANES 4
#define SHANI __attribute__((target("sha,sse4.1")))
#define INLINE SHANI __attribute__((always_inline)) static inline
#define EACH_LANE _Pragma("GCC unroll 8") for (int l = 0; l < LANES; l++)

#define PAD 0x80000000u
#define BITS1 640u /* bits of a header, and of the first digest */
#define BITS2 256u

typedef __m128i vector;

/* The state of all lanes. The two parts swap places every two rounds, in name only. */
struct lanes {
  vector abef[LANES], cdgh[LANES];
};

INLINE vector words(uint32_t w0, uint32_t w1, uint32_t w2, uint32_t w3) {
  return _mm_set_epi32((int)w3, (int)w2, (int)w1, (int)w0);
}

INLINE vector constants(int round) {
  return _mm_loadu_si128((const vector *)&MITE_K[round]);
}

/* a..h in memory as ABEF and CDGH. */
INLINE vector abef_of(const uint32_t state[8]) {
  return words(state[5], state[4], state[1], state[0]);
}
INLINE vector cdgh_of(const uint32_t state[8]) {
  return words(state[7], state[6], state[3], state[2]);
}

/* Four rounds with the same words in all lanes. */
INLINE void rounds_same(struct lanes *s, vector kw) {
  EACH_LANE s->cdgh[l] = _mm_sha256rnds2_epu32(s->cdgh[l], s->abef[l], kw);
  kw = _mm_shuffle_epi32(kw, 0x0e);
  EACH_LANE s->abef[l] = _mm_sha256rnds2_epu32(s->abef[l], s->cdgh[l], kw);
}

INLINE void rounds(struct lanes *s, const vector w[LANES], vector k) {
  vector kw[LANES];
  EACH_LANE {
    kw[l] = _mm_add_epi32(w[l], k);
    s->cdgh[l] = _mm_sha256rnds2_epu32(s->cdgh[l], s->abef[l], kw[l]);
  }
  EACH_LANE s->abef[l] = _mm_sha256rnds2_epu32(s->abef[l], s->cdgh[l], _mm_shuffle_epi32(kw[l], 0x0e));
}

/* W[i..i+3] from the four words 16 places before, and so on. */
INLINE vector schedule(vector w16, vector w12, vector w8, vector w4) {
  const vector sum = _mm_add_epi32(_mm_sha256msg1_epu32(w16, w12), _mm_alignr_epi8(w4, w8, 4));
  return _mm_sha256msg2_epu32(sum, w4);
}

/* Words 16..31 of the first hash's second block. W4..W15 are known, hence the constants. */
INLINE void first_words(vector w[4], const struct mite_job *job, vector w3) {
  const vector zero = _mm_setzero_si128();
  w[0] = _mm_add_epi32(words(job->w16, job->w17, job->w18, job->w19),
                       _mm_sha256msg1_epu32(_mm_slli_si128(w3, 12), zero));
  w[1] = _mm_sha256msg2_epu32(words(PAD, 0, BITS1, job->w16), w[0]);
  w[2] = _mm_sha256msg2_epu32(_mm_alignr_epi8(w[1], w[0], 4), w[1]);
  w[3] = _mm_sha256msg2_epu32(
      _mm_add_epi32(_mm_alignr_epi8(w[2], w[1], 4), words(0, 0, MITE_s0(BITS1), job->w31)), w[2]);
}

/* Rounds 4..15 of the first hash's second block. */
INLINE void padding_rounds(struct lanes *s) {
  rounds_same(s, words(MITE_K[4] + PAD, MITE_K[5], MITE_K[6], MITE_K[7]));
  rounds_same(s, constants(8));
  rounds_same(s, words(MITE_K[12], MITE_K[13], MITE_K[14], MITE_K[15] + BITS1));
}

/* The second hash of all lanes, from the first digests as ABEF and CDGH. Bit l is set when lane l's H7 has no
 * `reject` bit. */
INLINE uint32_t second_hash(const struct lanes *digest, vector reject) {
  static const uint32_t IV[8] = {MITE_IV0, MITE_IV1, MITE_IV2, MITE_IV3,
                                 MITE_IV4, MITE_IV5, MITE_IV6, MITE_IV7};
  const vector end = words(0, 0, 0, BITS2);
  struct lanes s;
  vector w[4][LANES];
  EACH_LANE {
    s.abef[l] = abef_of(IV);
    s.cdgh[l] = cdgh_of(IV);
    w[0][l] = _mm_shuffle_epi32(_mm_unpackhi_epi64(digest->abef[l], digest->cdgh[l]), 0xb1);
    w[1][l] = _mm_shuffle_epi32(_mm_unpacklo_epi64(digest->abef[l], digest->cdgh[l]), 0xb1);
  }
  rounds(&s, w[0], constants(0));
  rounds(&s, w[1], constants(4));
  rounds_same(&s, words(MITE_K[8] + PAD, MITE_K[9], MITE_K[10], MITE_K[11]));
  rounds_same(&s, words(MITE_K[12], MITE_K[13], MITE_K[14], MITE_K[15] + BITS2));
  EACH_LANE w[0][l] = _mm_sha256msg2_epu32(_mm_sha256msg1_epu32(w[0][l], w[1][l]), end);
  rounds(&s, w[0], constants(16));
  EACH_LANE w[1][l] = schedule(w[1][l], words(PAD, 0, 0, 0), end, w[0][l]);
  rounds(&s, w[1], constants(20));
  EACH_LANE w[2][l] =
      _mm_sha256msg2_epu32(_mm_add_epi32(_mm_alignr_epi8(w[1][l], w[0][l], 4), words(PAD, 0, 0, 0)), w[1][l]);
  rounds(&s, w[2], constants(24));
  EACH_LANE w[3][l] = schedule(end, w[0][l], w[1][l], w[2][l]);
  rounds(&s, w[3], constants(28));
  _Pragma("GCC unroll 8") for (int i = 8; i < 15; i++) {
    EACH_LANE w[i % 4][l] = schedule(w[i % 4][l], w[(i + 1) % 4][l], w[(i + 2) % 4][l], w[(i + 3) % 4][l]);
    rounds(&s, w[i % 4], constants(4 * i));
  }
  EACH_LANE {
    const vector last = schedule(w[3][l], w[0][l], w[1][l], w[2][l]);
    s.cdgh[l] = _mm_sha256rnds2_epu32(s.cdgh[l], s.abef[l], _mm_add_epi32(last, constants(60)));
  }
  /* Their lowest words are F. */
  const vector h7 =
      _mm_unpacklo_epi64(_mm_unpacklo_epi32(s.cdgh[0], s.cdgh[1]), _mm_unpacklo_epi32(s.cdgh[2], s.cdgh[3]));
  const vector bits = _mm_and_si128(_mm_add_epi32(h7, _mm_set1_epi32(MITE_IV7)), reject);
  return (uint32_t)_mm_movemask_ps(_mm_castsi128_ps(_mm_cmpeq_epi32(bits, _mm_setzero_si128())));
}

/* One or two versions: lane l has version l % versions, and nonces side by side. */
SHANI static uint32_t scan_nonces(const struct mite_job *job, uint32_t first, uint32_t count,
                                  uint32_t *tried) {
  const uint32_t shift = job->versions - 1, step = LANES >> shift;
  const vector reject = _mm_set1_epi32((int)job->reject);
  struct lanes start, mid;
  EACH_LANE {
    const struct mite_version *version = &job->version[(uint32_t)l & shift];
    start.abef[l] = abef_of(version->after3);
    start.cdgh[l] = cdgh_of(version->after3);
    mid.abef[l] = abef_of(version->midstate);
    mid.cdgh[l] = cdgh_of(version->midstate);
  }
  for (uint32_t done = 0; done < count;) {
    struct lanes s = start;
    vector w[4][LANES];
    EACH_LANE {
      const vector w3 = _mm_cvtsi32_si128((int)mite_swap(first + done + ((uint32_t)l >> shift)));
      vector own[4];
      s.abef[l] = _mm_add_epi32(s.abef[l], _mm_shuffle_epi32(w3, 0x11)); /* a and e */
      first_words(own, job, w3);
      for (int j = 0; j < 4; j++)
        w[j][l] = own[j];
    }
    padding_rounds(&s);
    _Pragma("GCC unroll 16") for (int j = 4; j < 16; j++) {
      if (j >= 8)
        EACH_LANE w[j % 4][l] =
            schedule(w[j % 4][l], w[(j + 1) % 4][l], w[(j + 2) % 4][l], w[(j + 3) % 4][l]);
      rounds(&s, w[j % 4], constants(4 * j));
    }
    EACH_LANE {
      s.abef[l] = _mm_add_epi32(s.abef[l], mid.abef[l]);
      s.cdgh[l] = _mm_add_epi32(s.cdgh[l], mid.cdgh[l]);
    }
    const uint32_t hits = second_hash(&s, reject);
    if (hits != 0) {
      const uint32_t nonce = (uint32_t)__builtin_ctz(hits) >> shift;
      if (nonce < count - done) {
        *tried = done + nonce + 1;
        return hits >> (nonce << shift) & ((1u << job->versions) - 1);
      }
    }
    done = count - done > step ? done + step : count;
  }
  *tried = count;
  return 0;
}

/* Four versions or more: side by side, a nonce after the other. */
SHANI static uint32_t scan_versions(const struct mite_job *job, uint32_t first, uint32_t count,
                                    uint32_t *tried) {
  const vector reject = _mm_set1_epi32((int)job->reject);
  struct lanes start[MITE_VERSIONS / LANES], mid[MITE_VERSIONS / LANES];
  for (uint32_t v = 0; v < job->versions; v++) {
    start[v / LANES].abef[v % LANES] = abef_of(job->version[v].after3);
    start[v / LANES].cdgh[v % LANES] = cdgh_of(job->version[v].after3);
    mid[v / LANES].abef[v % LANES] = abef_of(job->version[v].midstate);
    mid[v / LANES].cdgh[v % LANES] = cdgh_of(job->version[v].midstate);
  }
  for (uint32_t i = 0; i < count; i++) {
    const vector w3 = _mm_cvtsi32_si128((int)mite_swap(first + i));
    const vector into = _mm_shuffle_epi32(w3, 0x11);
    vector w[4], kw[12];
    uint32_t found = 0;
    first_words(w, job, w3);
    _Pragma("GCC unroll 16") for (int j = 4; j < 16; j++) {
      if (j >= 8)
        w[j % 4] = schedule(w[j % 4], w[(j + 1) % 4], w[(j + 2) % 4], w[(j + 3) % 4]);
      kw[j - 4] = _mm_add_epi32(w[j % 4], constants(4 * j));
    }
    for (uint32_t v = 0; v < job->versions / LANES; v++) {
      struct lanes s = start[v];
      EACH_LANE s.abef[l] = _mm_add_epi32(s.abef[l], into);
      padding_rounds(&s);
      _Pragma("GCC unroll 16") for (int j = 0; j < 12; j++) rounds_same(&s, kw[j]);
      EACH_LANE {
        s.abef[l] = _mm_add_epi32(s.abef[l], mid[v].abef[l]);
        s.cdgh[l] = _mm_add_epi32(s.cdgh[l], mid[v].cdgh[l]);
      }
      found |= second_hash(&s, reject) << (v * LANES);
    }
    if (found) {
      *tried = i + 1;
      return found;
    }
  }
  *tried = count;
  return 0;
}

static uint32_t scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  return job->versions >= LANES ? scan_versions(job, first, count, tried)
                                : scan_nonces(job, first, count, tried);
}

static bool usable(void) {
  unsigned a, b, c, d;
  return __builtin_cpu_supports("sse4.1") && __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b >> 29 & 1) != 0;
}

const struct mite_backend mite_backend_sha_ni = {.name = "sha-ni", .scan = scan, .usable = usable};

#endif
