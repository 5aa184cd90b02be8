/*
 * The portable search loop: two compressions a nonce, everything that does not depend on the nonce hoisted
 * into the job. The second hash stops where H7 is known: H7 = IV7 + e after round 60, and that needs no `a`
 * of the rounds 57..60, which the compiler drops as dead code. Build with the flags MITE_KERNEL_FLAGS of
 * host-tests/native/native.mk.
 */
#include "kernel.h"
#include "sha256.h"

#define ROUND(a, b, c, d, e, f, g, h, kw)                                                                    \
  do {                                                                                                       \
    h += MITE_S1(e) + MITE_CH(e, f, g) + (kw);                                                               \
    d += h;                                                                                                  \
    h += MITE_S0(a) + MITE_MAJ(a, b, c);                                                                     \
  } while (0)

/* Sixteen rounds bring each variable, and each place in w, back to where it was. */
#define ROUND0(kw) ROUND(a, b, c, d, e, f, g, h, kw)
#define ROUND1(kw) ROUND(h, a, b, c, d, e, f, g, kw)
#define ROUND2(kw) ROUND(g, h, a, b, c, d, e, f, kw)
#define ROUND3(kw) ROUND(f, g, h, a, b, c, d, e, kw)
#define ROUND4(kw) ROUND(e, f, g, h, a, b, c, d, kw)
#define ROUND5(kw) ROUND(d, e, f, g, h, a, b, c, kw)
#define ROUND6(kw) ROUND(c, d, e, f, g, h, a, b, kw)
#define ROUND7(kw) ROUND(b, c, d, e, f, g, h, a, kw)

/* W[i] for i >= 16, over the sixteen words it replaces one by one. */
#define NEXT(i) (w[(i)&15] += MITE_s1(w[((i)-2) & 15]) + w[((i)-7) & 15] + MITE_s0(w[((i)-15) & 15]))

#define EIGHT(i)                                                                                             \
  do {                                                                                                       \
    ROUND0(MITE_K[(i) + 0] + NEXT((i) + 0));                                                                 \
    ROUND1(MITE_K[(i) + 1] + NEXT((i) + 1));                                                                 \
    ROUND2(MITE_K[(i) + 2] + NEXT((i) + 2));                                                                 \
    ROUND3(MITE_K[(i) + 3] + NEXT((i) + 3));                                                                 \
    ROUND4(MITE_K[(i) + 4] + NEXT((i) + 4));                                                                 \
    ROUND5(MITE_K[(i) + 5] + NEXT((i) + 5));                                                                 \
    ROUND6(MITE_K[(i) + 6] + NEXT((i) + 6));                                                                 \
    ROUND7(MITE_K[(i) + 7] + NEXT((i) + 7));                                                                 \
  } while (0)

/* Known words of the first hash's second block (80 bytes = 640 bits) and of the second hash's block (256
 * bits). */
#define PAD 0x80000000u
#define BITS1 640u
#define BITS2 256u

/* H7 of SHA-256d of this version of the job's header with this nonce. */
static inline uint32_t last_word(const struct mite_job *job, const struct mite_version *version,
                                 uint32_t nonce) {
  uint32_t a, b, c, d, e, f, g, h, w[16];

  /* First hash, second block. Round 3 put `nonce` into e and, through it, into a. */
  const uint32_t w3 = mite_swap(nonce);
  e = version->after3[0] + w3, f = version->after3[1], g = version->after3[2], h = version->after3[3];
  a = version->after3[4] + w3, b = version->after3[5], c = version->after3[6], d = version->after3[7];
  ROUND4(MITE_K[4] + PAD);
  ROUND5(MITE_K[5]);
  ROUND6(MITE_K[6]);
  ROUND7(MITE_K[7]);
  ROUND0(MITE_K[8]);
  ROUND1(MITE_K[9]);
  ROUND2(MITE_K[10]);
  ROUND3(MITE_K[11]);
  ROUND4(MITE_K[12]);
  ROUND5(MITE_K[13]);
  ROUND6(MITE_K[14]);
  ROUND7(MITE_K[15] + BITS1);
  ROUND0(job->kw16);
  ROUND1(job->kw17);
  w[0] = job->w16;
  w[1] = job->w17;
  w[2] = job->w18 + MITE_s0(w3);
  ROUND2(MITE_K[18] + w[2]);
  w[3] = job->w19 + w3;
  ROUND3(MITE_K[19] + w[3]);
  w[4] = MITE_s1(w[2]) + PAD;
  ROUND4(MITE_K[20] + w[4]);
  w[5] = MITE_s1(w[3]);
  ROUND5(MITE_K[21] + w[5]);
  w[6] = MITE_s1(w[4]) + BITS1;
  ROUND6(MITE_K[22] + w[6]);
  w[7] = MITE_s1(w[5]) + w[0];
  ROUND7(MITE_K[23] + w[7]);
  w[8] = MITE_s1(w[6]) + w[1];
  ROUND0(MITE_K[24] + w[8]);
  w[9] = MITE_s1(w[7]) + w[2];
  ROUND1(MITE_K[25] + w[9]);
  w[10] = MITE_s1(w[8]) + w[3];
  ROUND2(MITE_K[26] + w[10]);
  w[11] = MITE_s1(w[9]) + w[4];
  ROUND3(MITE_K[27] + w[11]);
  w[12] = MITE_s1(w[10]) + w[5];
  ROUND4(MITE_K[28] + w[12]);
  w[13] = MITE_s1(w[11]) + w[6];
  ROUND5(MITE_K[29] + w[13]);
  w[14] = MITE_s1(w[12]) + w[7] + MITE_s0(BITS1);
  ROUND6(MITE_K[30] + w[14]);
  w[15] = MITE_s1(w[13]) + w[8] + job->w31;
  ROUND7(MITE_K[31] + w[15]);
  w[0] = MITE_s1(w[14]) + w[9] + job->w32;
  ROUND0(MITE_K[32] + w[0]);
  ROUND1(MITE_K[33] + NEXT(33));
  ROUND2(MITE_K[34] + NEXT(34));
  ROUND3(MITE_K[35] + NEXT(35));
  ROUND4(MITE_K[36] + NEXT(36));
  ROUND5(MITE_K[37] + NEXT(37));
  ROUND6(MITE_K[38] + NEXT(38));
  ROUND7(MITE_K[39] + NEXT(39));
  EIGHT(40);
  EIGHT(48);
  EIGHT(56);

  /* Second hash, one block: the first digest, padding. Its known words fold into constants. */
  w[0] = version->midstate[0] + a, w[1] = version->midstate[1] + b, w[2] = version->midstate[2] + c,
  w[3] = version->midstate[3] + d;
  w[4] = version->midstate[4] + e, w[5] = version->midstate[5] + f, w[6] = version->midstate[6] + g,
  w[7] = version->midstate[7] + h;
  a = MITE_IV0, b = MITE_IV1, c = MITE_IV2, d = MITE_IV3, e = MITE_IV4, f = MITE_IV5, g = MITE_IV6,
  h = MITE_IV7;
  ROUND0(MITE_K[0] + w[0]);
  ROUND1(MITE_K[1] + w[1]);
  ROUND2(MITE_K[2] + w[2]);
  ROUND3(MITE_K[3] + w[3]);
  ROUND4(MITE_K[4] + w[4]);
  ROUND5(MITE_K[5] + w[5]);
  ROUND6(MITE_K[6] + w[6]);
  ROUND7(MITE_K[7] + w[7]);
  ROUND0(MITE_K[8] + PAD);
  ROUND1(MITE_K[9]);
  ROUND2(MITE_K[10]);
  ROUND3(MITE_K[11]);
  ROUND4(MITE_K[12]);
  ROUND5(MITE_K[13]);
  ROUND6(MITE_K[14]);
  ROUND7(MITE_K[15] + BITS2);
  w[0] += MITE_s0(w[1]);
  ROUND0(MITE_K[16] + w[0]);
  w[1] += MITE_s1(BITS2) + MITE_s0(w[2]);
  ROUND1(MITE_K[17] + w[1]);
  w[2] += MITE_s1(w[0]) + MITE_s0(w[3]);
  ROUND2(MITE_K[18] + w[2]);
  w[3] += MITE_s1(w[1]) + MITE_s0(w[4]);
  ROUND3(MITE_K[19] + w[3]);
  w[4] += MITE_s1(w[2]) + MITE_s0(w[5]);
  ROUND4(MITE_K[20] + w[4]);
  w[5] += MITE_s1(w[3]) + MITE_s0(w[6]);
  ROUND5(MITE_K[21] + w[5]);
  w[6] += MITE_s1(w[4]) + BITS2 + MITE_s0(w[7]);
  ROUND6(MITE_K[22] + w[6]);
  w[7] += MITE_s1(w[5]) + w[0] + MITE_s0(PAD);
  ROUND7(MITE_K[23] + w[7]);
  w[8] = PAD + MITE_s1(w[6]) + w[1];
  ROUND0(MITE_K[24] + w[8]);
  w[9] = MITE_s1(w[7]) + w[2];
  ROUND1(MITE_K[25] + w[9]);
  w[10] = MITE_s1(w[8]) + w[3];
  ROUND2(MITE_K[26] + w[10]);
  w[11] = MITE_s1(w[9]) + w[4];
  ROUND3(MITE_K[27] + w[11]);
  w[12] = MITE_s1(w[10]) + w[5];
  ROUND4(MITE_K[28] + w[12]);
  w[13] = MITE_s1(w[11]) + w[6];
  ROUND5(MITE_K[29] + w[13]);
  w[14] = MITE_s1(w[12]) + w[7] + MITE_s0(BITS2);
  ROUND6(MITE_K[30] + w[14]);
  w[15] = BITS2 + MITE_s1(w[13]) + w[8] + MITE_s0(w[0]);
  ROUND7(MITE_K[31] + w[15]);
  EIGHT(32);
  EIGHT(40);
  EIGHT(48);
  ROUND0(MITE_K[56] + NEXT(56));
  ROUND1(MITE_K[57] + NEXT(57));
  ROUND2(MITE_K[58] + NEXT(58));
  ROUND3(MITE_K[59] + NEXT(59));
  ROUND4(MITE_K[60] + NEXT(60));
  return MITE_IV7 + h;
}

static uint32_t scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  const uint32_t reject = job->reject;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t found = 0;
    for (uint32_t v = 0; v < job->versions; v++)
      if ((last_word(job, &job->version[v], first + i) & reject) == 0)
        found |= 1u << v;
    if (found) {
      *tried = i + 1;
      return found;
    }
  }
  *tried = count;
  return 0;
}

const struct mite_backend mite_backend_portable = {.name = "portable", .scan = scan};
