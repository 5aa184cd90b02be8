/*
 * Nonce search on x86-64 without the SHA extensions: eight nonces in the eight words of AVX2's registers. The
 * second block's words with their round constants are computed once for all versions, 1.9 KB of stack.
 *
 * Words known at compile time are constants of the vector type, which the compiler folds like numbers.
 */
#include "kernel.h"

#if defined(__x86_64__)

#include "sha256.h"

#include <immintrin.h>

#define LANES 8
#define AVX2 __attribute__((target("avx2")))
#define INLINE AVX2 __attribute__((always_inline)) static inline
#define UNROLL _Pragma("GCC unroll 64")

#define PAD 0x80000000u
#define BITS1 640u /* bits of a header, and of the first digest */
#define BITS2 256u

typedef uint32_t vector __attribute__((vector_size(4 * LANES)));

INLINE vector all(uint32_t word) {
  return (vector){word, word, word, word, word, word, word, word};
}
INLINE vector ror(vector x, int n) {
  return x >> n | x << (32 - n);
}
INLINE vector s0(vector x) {
  return ror(x, 7) ^ ror(x, 18) ^ x >> 3;
}
INLINE vector s1(vector x) {
  return ror(x, 17) ^ ror(x, 19) ^ x >> 10;
}
INLINE vector swap(vector x) {
  return x << 24 | (x & 0xff00u) << 8 | (x >> 8 & 0xff00u) | x >> 24;
}

/* Rounds move no variables: before round r, variable i of a..h is at s[(i - r) & 7]. */
#define AT(i) s[((i)-r) & 7]
INLINE void round_of(vector s[8], int r, vector kw) {
  AT(7) += (ror(AT(4), 6) ^ ror(AT(4), 11) ^ ror(AT(4), 25)) + MITE_CH(AT(4), AT(5), AT(6)) + kw;
  AT(3) += AT(7);
  AT(7) += (ror(AT(0), 2) ^ ror(AT(0), 13) ^ ror(AT(0), 22)) + MITE_MAJ(AT(0), AT(1), AT(2));
}

/* Puts W[i] in the place of W[i-16]. */
INLINE vector next(vector w[16], int i) {
  return w[i & 15] += s1(w[(i - 2) & 15]) + w[(i - 7) & 15] + s0(w[(i - 15) & 15]);
}

/* Schedule word + round constant of rounds 18..63 of the first hash's second block. */
INLINE void second_block(vector kw[46], const struct mite_job *job, vector w3) {
  vector w[16];
  w[0] = all(job->w16);
  w[1] = all(job->w17);
  w[2] = job->w18 + s0(w3);
  w[3] = job->w19 + w3;
  w[4] = s1(w[2]) + PAD;
  w[5] = s1(w[3]);
  w[6] = s1(w[4]) + BITS1;
  UNROLL for (int i = 7; i < 14; i++) w[i] = s1(w[i - 2]) + w[i - 7];
  w[14] = s1(w[12]) + w[7] + MITE_s0(BITS1);
  w[15] = s1(w[13]) + w[8] + job->w31;
  UNROLL for (int i = 18; i < 32; i++) kw[i - 18] = w[i & 15] + MITE_K[i];
  w[0] = s1(w[14]) + w[9] + job->w32;
  kw[32 - 18] = w[0] + MITE_K[32];
  UNROLL for (int i = 33; i < 64; i++) kw[i - 18] = next(w, i) + MITE_K[i];
}

/* Bit l is set when lane l's H7, of this version with W3 = w3, has no bit of `reject`. */
AVX2 static uint32_t try_lanes(const struct mite_job *job, const struct mite_version *version,
                               const vector *w3, const vector kw[46]) {
  static const uint32_t IV[8] = {MITE_IV0, MITE_IV1, MITE_IV2, MITE_IV3,
                                 MITE_IV4, MITE_IV5, MITE_IV6, MITE_IV7};
  vector s[8], w[16];
  UNROLL for (int i = 0; i < 8; i++) s[(i - 4) & 7] = all(version->after3[i]);
  s[(0 - 4) & 7] += *w3;
  s[(4 - 4) & 7] += *w3;
  round_of(s, 4, all(MITE_K[4] + PAD));
  UNROLL for (int r = 5; r < 15; r++) round_of(s, r, all(MITE_K[r]));
  round_of(s, 15, all(MITE_K[15] + BITS1));
  round_of(s, 16, all(job->kw16));
  round_of(s, 17, all(job->kw17));
  UNROLL for (int r = 18; r < 64; r++) round_of(s, r, kw[r - 18]);

  UNROLL for (int i = 0; i < 8; i++) {
    w[i] = s[i] + version->midstate[i];
    w[8 + i] = all(0);
  }
  w[8] = all(PAD);
  w[15] = all(BITS2);
  UNROLL for (int i = 0; i < 8; i++) s[i] = all(IV[i]);
  UNROLL for (int r = 0; r < 16; r++) round_of(s, r, w[r] + MITE_K[r]);
  UNROLL for (int r = 16; r < 61; r++) round_of(s, r, next(w, r) + MITE_K[r]);
  /* H7 = IV7 + e after round 60. What the last four rounds do to `a` is unused, and dropped. */
  const vector h7 = s[(4 - 61) & 7] + MITE_IV7;
  const __m256i met = (__m256i)((h7 & job->reject) == 0);
  return (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(met));
}

AVX2 static uint32_t scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  const vector lane = {0, 1, 2, 3, 4, 5, 6, 7};
  for (uint32_t done = 0; done < count;) {
    const vector w3 = swap(lane + (first + done));
    uint32_t hits[MITE_VERSIONS], any = 0;
    vector kw[46];
    second_block(kw, job, w3);
    for (uint32_t v = 0; v < job->versions; v++)
      any |= hits[v] = try_lanes(job, &job->version[v], &w3, kw);
    const uint32_t nonce = any != 0 ? (uint32_t)__builtin_ctz(any) : LANES;
    if (nonce < LANES && nonce < count - done) {
      uint32_t found = 0;
      for (uint32_t v = 0; v < job->versions; v++)
        found |= (hits[v] >> nonce & 1) << v;
      *tried = done + nonce + 1;
      return found;
    }
    done = count - done > LANES ? done + LANES : count;
  }
  *tried = count;
  return 0;
}

static bool usable(void) {
  return __builtin_cpu_supports("avx2") != 0;
}

const struct mite_backend mite_backend_avx2 = {.name = "avx2", .scan = scan, .usable = usable};

#endif
