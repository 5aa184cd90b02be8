/*
 * SHA-256's rounds as the search kernels use them: macros over eight variables a..h, which a round renames
 * instead of moving, and the second hash up to the word that decides. For kernel.c and kernel_versions.c
 * only.
 */
#ifndef MITE_KERNEL_ROUNDS_H
#define MITE_KERNEL_ROUNDS_H

#include "kernel.h"
#include "sha256.h"

/* Known words of the first hash's second block (80 bytes = 640 bits) and of the second hash's block (256
 * bits). */
#define PAD 0x80000000u
#define BITS1 640u
#define BITS2 256u

/*
 * Constants. RISC-V loads one in one instruction through a pointer that the compiler cannot see through (a
 * literal takes two); elsewhere literals are as good or better.
 */
enum {
  K_BLOCK1_4 = 64, /* K[4] + PAD */
  K_BLOCK1_15,     /* K[15] + BITS1 */
  K_BLOCK2_8,      /* K[8] + PAD */
  K_BLOCK2_15,     /* K[15] + BITS2 */
  K_E0,            /* the second hash's first round without W0: e, a */
  K_A0,
  K_1, /* round constant + h, where h is a word of the initial state */
  K_2,
  K_3,
  K_IV0,
  K_IV1,
  K_IV2,
  K_IV4,
  K_IV45, /* IV4 ^ IV5 */
  K_IV01, /* IV0 ^ IV1 */
  K_IV5,
  K_IV7,
  K_S0_BITS1,
  K_S0_PAD,
  K_S1_BITS2,
  K_S0_BITS2,
  K_COUNT
};

#define IV_T1 (MITE_IV7 + MITE_S1(MITE_IV4) + MITE_CH(MITE_IV4, MITE_IV5, MITE_IV6) + 0x428a2f98u)
#define KERNEL_CONSTANTS                                                                                     \
  MITE_K_LIST, 0x3956c25bu + PAD, 0xc19bf174u + BITS1, 0xd807aa98u + PAD, 0xc19bf174u + BITS2,               \
      MITE_IV3 + IV_T1, IV_T1 + MITE_S0(MITE_IV0) + MITE_MAJ(MITE_IV0, MITE_IV1, MITE_IV2),                  \
      0x71374491u + MITE_IV6, 0xb5c0fbcfu + MITE_IV5, 0xe9b5dba5u + MITE_IV4, MITE_IV0, MITE_IV1, MITE_IV2,  \
      MITE_IV4, MITE_IV4 ^ MITE_IV5, MITE_IV0 ^ MITE_IV1, MITE_IV5, MITE_IV7, MITE_s0(BITS1), MITE_s0(PAD),  \
      MITE_s1(BITS2), MITE_s0(BITS2)

static const uint32_t MITE_CONSTANTS[K_COUNT] = {KERNEL_CONSTANTS};

/* Hides a value from the compiler where seeing through it would cost instructions or bytes. */
#if defined(__riscv)
#define MITE_HIDE(value) __asm__("" : "+r"(value))
#else
#define MITE_HIDE(value) (void)(value)
#endif

static inline const uint32_t *mite_constants(void) {
  const uint32_t *k = MITE_CONSTANTS;
  MITE_HIDE(k);
  return k;
}

/* `hk` is h, round constant and schedule word, added up. */
#define ROUND_SUM(a, b, c, d, e, f, g, h, hk)                                                                \
  do {                                                                                                       \
    h = (hk) + MITE_S1(e) + MITE_CH(e, f, g);                                                                \
    d += h;                                                                                                  \
    h += MITE_S0(a) + MITE_MAJ(a, b, c);                                                                     \
  } while (0)
#define ROUND(a, b, c, d, e, f, g, h, kw) ROUND_SUM(a, b, c, d, e, f, g, h, h + (kw))

/* After eight rounds each variable is back in its place. */
#define ROUND0(kw) ROUND(a, b, c, d, e, f, g, h, kw)
#define ROUND1(kw) ROUND(h, a, b, c, d, e, f, g, kw)
#define ROUND2(kw) ROUND(g, h, a, b, c, d, e, f, kw)
#define ROUND3(kw) ROUND(f, g, h, a, b, c, d, e, kw)
#define ROUND4(kw) ROUND(e, f, g, h, a, b, c, d, kw)
#define ROUND5(kw) ROUND(d, e, f, g, h, a, b, c, kw)
#define ROUND6(kw) ROUND(c, d, e, f, g, h, a, b, kw)
#define ROUND7(kw) ROUND(b, c, d, e, f, g, h, a, kw)

/* W[i] for i >= 16, replacing the sixteen words one by one. */
#define NEXT(i) (w[(i)&15] += MITE_s1(w[((i)-2) & 15]) + w[((i)-7) & 15] + MITE_s0(w[((i)-15) & 15]))

/* Rounds i..i+7 of a schedule that runs along; `k` points to the constant of a round 16 n. */
#define EIGHT(k, i)                                                                                          \
  do {                                                                                                       \
    ROUND0((k)[(i) + 0] + NEXT((i) + 0));                                                                    \
    ROUND1((k)[(i) + 1] + NEXT((i) + 1));                                                                    \
    ROUND2((k)[(i) + 2] + NEXT((i) + 2));                                                                    \
    ROUND3((k)[(i) + 3] + NEXT((i) + 3));                                                                    \
    ROUND4((k)[(i) + 4] + NEXT((i) + 4));                                                                    \
    ROUND5((k)[(i) + 5] + NEXT((i) + 5));                                                                    \
    ROUND6((k)[(i) + 6] + NEXT((i) + 6));                                                                    \
    ROUND7((k)[(i) + 7] + NEXT((i) + 7));                                                                    \
  } while (0)

/*
 * The second hash: one block of a first digest, which is in w[0..7], and known padding. Returns the last word
 * of its digest, H7 = IV7 + e after round 60. That needs no `a` of the rounds 57..60, which the compiler
 * drops.
 */
static inline uint32_t mite_second_hash(const uint32_t *k, uint32_t w[16]) {
  uint32_t a, b, c, d, e, f, g, h;
  /* In rounds 0..3, h is a word of the initial state; in the first two, so are other variables. */
  d = k[K_E0] + w[0], h = k[K_A0] + w[0];
  a = k[K_IV0], b = k[K_IV1], e = k[K_IV4];
  g = k[K_1] + w[1] + MITE_S1(d) + (k[K_IV5] ^ (d & k[K_IV45]));
  c = k[K_IV2] + g, g += MITE_S0(h) + (a ^ ((h ^ a) & k[K_IV01]));
  f = k[K_2] + w[2] + MITE_S1(c) + MITE_CH(c, d, e);
  b += f, f += MITE_S0(g) + MITE_MAJ(g, h, a);
  ROUND_SUM(f, g, h, a, b, c, d, e, k[K_3] + w[3]);
  ROUND4(k[4] + w[4]);
  ROUND5(k[5] + w[5]);
  ROUND6(k[6] + w[6]);
  ROUND7(k[7] + w[7]);
  ROUND0(k[K_BLOCK2_8]);
  ROUND1(k[9]);
  ROUND2(k[10]);
  ROUND3(k[11]);
  ROUND4(k[12]);
  ROUND5(k[13]);
  ROUND6(k[14]);
  ROUND7(k[K_BLOCK2_15]);
  w[0] += MITE_s0(w[1]);
  ROUND0(k[16] + w[0]);
  w[1] += k[K_S1_BITS2] + MITE_s0(w[2]);
  ROUND1(k[17] + w[1]);
  w[2] += MITE_s1(w[0]) + MITE_s0(w[3]);
  ROUND2(k[18] + w[2]);
  w[3] += MITE_s1(w[1]) + MITE_s0(w[4]);
  ROUND3(k[19] + w[3]);
  w[4] += MITE_s1(w[2]) + MITE_s0(w[5]);
  ROUND4(k[20] + w[4]);
  w[5] += MITE_s1(w[3]) + MITE_s0(w[6]);
  ROUND5(k[21] + w[5]);
  w[6] += MITE_s1(w[4]) + BITS2 + MITE_s0(w[7]);
  ROUND6(k[22] + w[6]);
  w[7] += MITE_s1(w[5]) + w[0] + k[K_S0_PAD];
  ROUND7(k[23] + w[7]);
  w[8] = PAD + MITE_s1(w[6]) + w[1];
  ROUND0(k[24] + w[8]);
  w[9] = MITE_s1(w[7]) + w[2];
  ROUND1(k[25] + w[9]);
  w[10] = MITE_s1(w[8]) + w[3];
  ROUND2(k[26] + w[10]);
  w[11] = MITE_s1(w[9]) + w[4];
  ROUND3(k[27] + w[11]);
  w[12] = MITE_s1(w[10]) + w[5];
  ROUND4(k[28] + w[12]);
  w[13] = MITE_s1(w[11]) + w[6];
  ROUND5(k[29] + w[13]);
  w[14] = MITE_s1(w[12]) + w[7] + k[K_S0_BITS2];
  ROUND6(k[30] + w[14]);
  w[15] = BITS2 + MITE_s1(w[13]) + w[8] + MITE_s0(w[0]);
  ROUND7(k[31] + w[15]);
  EIGHT(k, 32);
  EIGHT(k, 40);
  EIGHT(k, 48);
  ROUND0(k[56] + NEXT(56));
  ROUND1(k[57] + NEXT(57));
  ROUND2(k[58] + NEXT(58));
  ROUND3(k[59] + NEXT(59));
  ROUND4(k[60] + NEXT(60));
  return k[K_IV7] + h;
}

#endif
