/*
 * Jobs of several versions (BIP320): the headers differ only in the first block, so the second block's
 * schedule is computed once per nonce; each version then runs its rounds over it, and the second hash.
 */
#include "kernel_versions.h"
#include "kernel_rounds.h"

/* What rounds 16..63 add, round constant included. The first two do not depend on the nonce. */
#define FIRST 16
#define WORDS (64 - FIRST)

static inline void expand(const struct mite_job *job, const uint32_t *k, uint32_t w3, uint32_t kw[WORDS]) {
  uint32_t w[16];
#define STORE(i) kw[(i)-FIRST] = k[i] + w[(i)&15]
#define STORE_NEXT(i)                                                                                        \
  do {                                                                                                       \
    NEXT(i);                                                                                                 \
    STORE(i);                                                                                                \
  } while (0)
  w[0] = job->w16;
  w[1] = job->w17;
  w[2] = job->w18 + MITE_s0(w3);
  STORE(18);
  w[3] = job->w19 + w3;
  STORE(19);
  w[4] = MITE_s1(w[2]) + PAD;
  STORE(20);
  w[5] = MITE_s1(w[3]);
  STORE(21);
  w[6] = MITE_s1(w[4]) + BITS1;
  STORE(22);
  w[7] = MITE_s1(w[5]) + w[0];
  STORE(23);
  w[8] = MITE_s1(w[6]) + w[1];
  STORE(24);
  w[9] = MITE_s1(w[7]) + w[2];
  STORE(25);
  w[10] = MITE_s1(w[8]) + w[3];
  STORE(26);
  w[11] = MITE_s1(w[9]) + w[4];
  STORE(27);
  w[12] = MITE_s1(w[10]) + w[5];
  STORE(28);
  w[13] = MITE_s1(w[11]) + w[6];
  STORE(29);
  w[14] = MITE_s1(w[12]) + w[7] + k[K_S0_BITS1];
  STORE(30);
  w[15] = MITE_s1(w[13]) + w[8] + job->w31;
  STORE(31);
  w[0] = MITE_s1(w[14]) + w[9] + job->w32;
  STORE(32);
  w[1] = MITE_s1(w[15]) + w[10] + job->w33 + MITE_s0(w[2]);
  STORE(33);
  STORE_NEXT(34);
  STORE_NEXT(35);
  STORE_NEXT(36);
  STORE_NEXT(37);
  STORE_NEXT(38);
  STORE_NEXT(39);
  STORE_NEXT(40);
  STORE_NEXT(41);
  STORE_NEXT(42);
  STORE_NEXT(43);
  STORE_NEXT(44);
  STORE_NEXT(45);
  STORE_NEXT(46);
  STORE_NEXT(47);
  STORE_NEXT(48);
  STORE_NEXT(49);
  STORE_NEXT(50);
  STORE_NEXT(51);
  STORE_NEXT(52);
  STORE_NEXT(53);
  STORE_NEXT(54);
  STORE_NEXT(55);
  STORE_NEXT(56);
  STORE_NEXT(57);
  STORE_NEXT(58);
  STORE_NEXT(59);
  STORE_NEXT(60);
  STORE_NEXT(61);
  STORE_NEXT(62);
  STORE_NEXT(63);
}

static inline uint32_t last_word(const struct mite_version *version, const uint32_t *k, uint32_t w3,
                                 const uint32_t kw[WORDS]) {
  uint32_t a, b, c, d, e, f, g, h, w[16];
  e = version->after3[0] + w3, f = version->after3[1], g = version->after3[2], h = version->after3[3];
  a = version->after3[4] + w3, b = version->after3[5], c = version->after3[6];
  ROUND_SUM(e, f, g, h, a, b, c, d, version->kh[0]);
  ROUND_SUM(d, e, f, g, h, a, b, c, version->kh[1]);
  ROUND_SUM(c, d, e, f, g, h, a, b, version->kh[2]);
  ROUND7(k[7]);
  ROUND0(k[8]);
  ROUND1(k[9]);
  ROUND2(k[10]);
  ROUND3(k[11]);
  ROUND4(k[12]);
  ROUND5(k[13]);
  ROUND6(k[14]);
  ROUND7(k[K_BLOCK1_15]);
  /* A loop, for size: these rounds keep no schedule in registers. */
  for (const uint32_t *at = kw; at != kw + WORDS; at += 16) {
    ROUND0(at[0]);
    ROUND1(at[1]);
    ROUND2(at[2]);
    ROUND3(at[3]);
    ROUND4(at[4]);
    ROUND5(at[5]);
    ROUND6(at[6]);
    ROUND7(at[7]);
    ROUND0(at[8]);
    ROUND1(at[9]);
    ROUND2(at[10]);
    ROUND3(at[11]);
    ROUND4(at[12]);
    ROUND5(at[13]);
    ROUND6(at[14]);
    ROUND7(at[15]);
  }

  w[0] = version->midstate[0] + a, w[1] = version->midstate[1] + b, w[2] = version->midstate[2] + c;
  w[3] = version->midstate[3] + d, w[4] = version->midstate[4] + e, w[5] = version->midstate[5] + f;
  w[6] = version->midstate[6] + g, w[7] = version->midstate[7] + h;
  return mite_second_hash(k, w);
}

uint32_t mite_scan_versions(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  const struct mite_version *end = job->version + job->versions;
  const uint32_t reject = job->reject;
  const uint32_t *k = mite_constants();
  uint32_t kw[WORDS];
  kw[0] = job->kw16;
  kw[1] = job->kw17;
  for (uint32_t i = 0; i < count; i++) {
    const uint32_t w3 = mite_swap(first + i);
    uint32_t found = 0;
    expand(job, k, w3, kw);
    for (const struct mite_version *version = job->version; version != end; version++)
      if ((last_word(version, k, w3, kw) & reject) == 0)
        found |= 1u << (version - job->version);
    if (found) {
      *tried = i + 1;
      return found;
    }
  }
  *tried = count;
  return 0;
}
