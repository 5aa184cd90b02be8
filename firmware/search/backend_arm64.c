/*
 * Nonce search with the SHA-256 instructions of 64-bit Arm. Each does four rounds and depends on the previous
 * result, so two chains run side by side: two nonces of one version, or two versions of one nonce, which
 * share the second block's schedule.
 *
 * H7 of the second hash is IV7 + e after round 60, which is the last word of EFGH after rounds 60..63; ABCD
 * is not needed there.
 */
#include "kernel.h"

#if defined(__aarch64__) && defined(__ARM_NEON)

#include "sha256.h"

#include <arm_neon.h>
#if defined(__linux__)
#include <sys/auxv.h>
#endif

#define LANES 2
#if defined(__clang__)
#define SHA2 __attribute__((target("sha2")))
#else
#define SHA2 __attribute__((target("+crypto")))
#endif
#define INLINE SHA2 __attribute__((always_inline)) static inline
#define EACH_LANE _Pragma("GCC unroll 8") for (int l = 0; l < LANES; l++)

#define PAD 0x80000000u
#define BITS1 640u /* bits of a header, and of the first digest */
#define BITS2 256u

typedef uint32x4_t vector;

struct lanes {
  vector abcd[LANES], efgh[LANES];
};

INLINE vector words(uint32_t w0, uint32_t w1, uint32_t w2, uint32_t w3) {
  return (vector){w0, w1, w2, w3};
}

INLINE void rounds(vector *abcd, vector *efgh, vector kw) {
  const vector before = *abcd;
  *abcd = vsha256hq_u32(before, *efgh, kw);
  *efgh = vsha256h2q_u32(*efgh, before, kw);
}

INLINE void rounds_same(struct lanes *s, vector kw) {
  EACH_LANE rounds(&s->abcd[l], &s->efgh[l], kw);
}

/* Words i..i+3 of a schedule, i = 4 * j, replacing the four that come 16 before. */
INLINE void schedule(vector w[4], int j) {
  w[j % 4] = vsha256su1q_u32(vsha256su0q_u32(w[j % 4], w[(j + 1) % 4]), w[(j + 2) % 4], w[(j + 3) % 4]);
}

/* Words 16..31 of the first hash's second block. W4..W15 are known, hence the constants. */
INLINE void first_words(vector w[4], const struct mite_job *job, uint32_t w3) {
  w[0] = words(job->w16, job->w17, job->w18 + MITE_s0(w3), job->w19 + w3);
  w[1] = vsha256su1q_u32(words(PAD, 0, 0, 0), words(0, 0, 0, BITS1), w[0]);
  w[2] = vsha256su1q_u32(vdupq_n_u32(0), w[0], w[1]);
  w[3] = vsha256su1q_u32(words(0, 0, MITE_s0(BITS1), job->w31), w[1], w[2]);
}

/* Rounds 4..15 of it. */
INLINE void padding_rounds(struct lanes *s) {
  rounds_same(s, words(MITE_K[4] + PAD, MITE_K[5], MITE_K[6], MITE_K[7]));
  rounds_same(s, vld1q_u32(&MITE_K[8]));
  rounds_same(s, words(MITE_K[12], MITE_K[13], MITE_K[14], MITE_K[15] + BITS1));
}

/* The second hash of all lanes, from the first digests. Bit l is set when lane l's H7 has no `reject` bit. */
INLINE uint32_t second_hash(const struct lanes *digest, uint32_t reject) {
  struct lanes s;
  vector w[LANES][4];
  uint32_t hits = 0;
  EACH_LANE {
    s.abcd[l] = words(MITE_IV0, MITE_IV1, MITE_IV2, MITE_IV3);
    s.efgh[l] = words(MITE_IV4, MITE_IV5, MITE_IV6, MITE_IV7);
    w[l][0] = digest->abcd[l];
    w[l][1] = digest->efgh[l];
    w[l][2] = words(PAD, 0, 0, 0);
    w[l][3] = words(0, 0, 0, BITS2);
  }
  EACH_LANE rounds(&s.abcd[l], &s.efgh[l], vaddq_u32(w[l][0], vld1q_u32(&MITE_K[0])));
  EACH_LANE rounds(&s.abcd[l], &s.efgh[l], vaddq_u32(w[l][1], vld1q_u32(&MITE_K[4])));
  rounds_same(&s, words(MITE_K[8] + PAD, MITE_K[9], MITE_K[10], MITE_K[11]));
  rounds_same(&s, words(MITE_K[12], MITE_K[13], MITE_K[14], MITE_K[15] + BITS2));
  _Pragma("GCC unroll 16") for (int j = 4; j < 15; j++) EACH_LANE {
    schedule(w[l], j);
    rounds(&s.abcd[l], &s.efgh[l], vaddq_u32(w[l][j % 4], vld1q_u32(&MITE_K[4 * j])));
  }
  EACH_LANE {
    schedule(w[l], 15);
    const vector efgh = vsha256h2q_u32(s.efgh[l], s.abcd[l], vaddq_u32(w[l][3], vld1q_u32(&MITE_K[60])));
    hits |= (uint32_t)(((MITE_IV7 + vgetq_lane_u32(efgh, 3)) & reject) == 0) << l;
  }
  return hits;
}

/* One version: nonces side by side. */
SHA2 static uint32_t scan_nonces(const struct mite_job *job, uint32_t first, uint32_t count,
                                 uint32_t *tried) {
  const struct mite_version *version = &job->version[0];
  for (uint32_t done = 0; done < count;) {
    struct lanes s;
    vector w[LANES][4];
    EACH_LANE {
      const uint32_t w3 = mite_swap(first + done + (uint32_t)l);
      s.abcd[l] = vaddq_u32(vld1q_u32(version->after3), words(w3, 0, 0, 0));
      s.efgh[l] = vaddq_u32(vld1q_u32(version->after3 + 4), words(w3, 0, 0, 0));
      first_words(w[l], job, w3);
    }
    padding_rounds(&s);
    _Pragma("GCC unroll 16") for (int j = 4; j < 16; j++) EACH_LANE {
      if (j >= 8)
        schedule(w[l], j);
      rounds(&s.abcd[l], &s.efgh[l], vaddq_u32(w[l][j % 4], vld1q_u32(&MITE_K[4 * j])));
    }
    EACH_LANE {
      s.abcd[l] = vaddq_u32(s.abcd[l], vld1q_u32(version->midstate));
      s.efgh[l] = vaddq_u32(s.efgh[l], vld1q_u32(version->midstate + 4));
    }
    const uint32_t hits = second_hash(&s, job->reject);
    if (hits != 0) {
      const uint32_t nonce = (uint32_t)__builtin_ctz(hits);
      if (nonce < count - done) {
        *tried = done + nonce + 1;
        return 1;
      }
    }
    done = count - done > LANES ? done + LANES : count;
  }
  *tried = count;
  return 0;
}

/* Two versions or more: side by side, a nonce after the other. */
SHA2 static uint32_t scan_versions(const struct mite_job *job, uint32_t first, uint32_t count,
                                   uint32_t *tried) {
  for (uint32_t i = 0; i < count; i++) {
    const uint32_t w3 = mite_swap(first + i);
    vector w[4], kw[12];
    uint32_t found = 0;
    first_words(w, job, w3);
    _Pragma("GCC unroll 16") for (int j = 4; j < 16; j++) {
      if (j >= 8)
        schedule(w, j);
      kw[j - 4] = vaddq_u32(w[j % 4], vld1q_u32(&MITE_K[4 * j]));
    }
    for (uint32_t v = 0; v < job->versions; v += LANES) {
      const struct mite_version *version = &job->version[v];
      struct lanes s;
      EACH_LANE {
        s.abcd[l] = vaddq_u32(vld1q_u32(version[l].after3), words(w3, 0, 0, 0));
        s.efgh[l] = vaddq_u32(vld1q_u32(version[l].after3 + 4), words(w3, 0, 0, 0));
      }
      padding_rounds(&s);
      _Pragma("GCC unroll 16") for (int j = 0; j < 12; j++) rounds_same(&s, kw[j]);
      EACH_LANE {
        s.abcd[l] = vaddq_u32(s.abcd[l], vld1q_u32(version[l].midstate));
        s.efgh[l] = vaddq_u32(s.efgh[l], vld1q_u32(version[l].midstate + 4));
      }
      found |= second_hash(&s, job->reject) << v;
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
#if defined(__APPLE__)
  return true;
#elif defined(__linux__)
  return (getauxval(AT_HWCAP) >> 6 & 1) != 0; /* HWCAP_SHA2 */
#else
  return false;
#endif
}

const struct mite_backend mite_backend_sha2_arm64 = {.name = "sha2-arm64", .scan = scan, .usable = usable};

#endif
