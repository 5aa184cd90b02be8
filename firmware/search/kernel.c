/*
 * The portable search loop: two compressions a nonce, everything that does not depend on the nonce hoisted
 * into the job. Jobs of several versions: kernel_versions.c. Build both with the flags MITE_KERNEL_FLAGS of
 * host-tests/native/native.mk.
 */
#include "kernel_rounds.h"
#include "kernel_versions.h"

/* H7 of SHA-256d of this version of the job's header; w3 is the nonce as the schedule has it. */
static inline uint32_t last_word(const struct mite_job *job, const struct mite_version *version,
                                 const uint32_t *k, uint32_t w3) {
  uint32_t a, b, c, d, e, f, g, h, w[16];

  /* First hash, second block. Round 3 put `nonce` into e and, through it, into a. */
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
  ROUND0(job->kw16);
  ROUND1(job->kw17);
  w[0] = job->w16;
  w[1] = job->w17;
  w[2] = job->w18 + MITE_s0(w3);
  ROUND2(k[18] + w[2]);
  w[3] = job->w19 + w3;
  ROUND3(k[19] + w[3]);
  w[4] = MITE_s1(w[2]) + PAD;
  ROUND4(k[20] + w[4]);
  w[5] = MITE_s1(w[3]);
  ROUND5(k[21] + w[5]);
  w[6] = MITE_s1(w[4]) + BITS1;
  ROUND6(k[22] + w[6]);
  w[7] = MITE_s1(w[5]) + w[0];
  ROUND7(k[23] + w[7]);
  w[8] = MITE_s1(w[6]) + w[1];
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
  w[14] = MITE_s1(w[12]) + w[7] + k[K_S0_BITS1];
  ROUND6(k[30] + w[14]);
  w[15] = MITE_s1(w[13]) + w[8] + job->w31;
  ROUND7(k[31] + w[15]);
  w[0] = MITE_s1(w[14]) + w[9] + job->w32;
  ROUND0(k[32] + w[0]);
  w[1] = MITE_s1(w[15]) + w[10] + job->w33 + MITE_s0(w[2]);
  ROUND1(k[33] + w[1]);
  ROUND2(k[34] + NEXT(34));
  ROUND3(k[35] + NEXT(35));
  ROUND4(k[36] + NEXT(36));
  ROUND5(k[37] + NEXT(37));
  ROUND6(k[38] + NEXT(38));
  ROUND7(k[39] + NEXT(39));
  EIGHT(k, 40);
  EIGHT(k, 48);
  EIGHT(k, 56);

  w[0] = version->midstate[0] + a, w[1] = version->midstate[1] + b, w[2] = version->midstate[2] + c;
  w[3] = version->midstate[3] + d, w[4] = version->midstate[4] + e, w[5] = version->midstate[5] + f;
  w[6] = version->midstate[6] + g, w[7] = version->midstate[7] + h;
  return mite_second_hash(k, w);
}

static uint32_t scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  if (job->versions > 1)
    return mite_scan_versions(job, first, count, tried);
  const struct mite_version *version = &job->version[0];
  const uint32_t *k = mite_constants();
  const uint32_t reject = job->reject;
  for (uint32_t done = 0; done < count;) {
    /* The nonce's lowest byte is W3's highest: up to 256 nonces need no swap. */
    uint32_t run = 256 - ((first + done) & 255);
    if (run > count - done)
      run = count - done;
    uint32_t w3 = mite_swap(first + done);
    const uint32_t end = w3 + (run << 24);
    do {
      if ((last_word(job, version, k, w3) & reject) == 0) {
        *tried = done + run - ((end - w3 - 1) >> 24);
        return 1;
      }
      w3 += 1u << 24;
    } while (w3 != end);
    done += run;
  }
  *tried = count;
  return 0;
}

const struct mite_backend mite_backend_portable = {.name = "portable", .scan = scan};
