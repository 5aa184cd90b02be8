/* SHA-256's functions and constants (FIPS 180-4, sections 4.1.2, 4.2.2 and 5.3.3), for the files of this
 * folder. */
#ifndef MITE_SHA256_H
#define MITE_SHA256_H

#include <stdint.h>

/* A macro, for constant expressions too. */
#define MITE_ROR(x, n) ((x) >> (n) | (x) << (32 - (n)))

#define MITE_S0(x) (MITE_ROR(x, 2) ^ MITE_ROR(x, 13) ^ MITE_ROR(x, 22))
#define MITE_S1(x) (MITE_ROR(x, 6) ^ MITE_ROR(x, 11) ^ MITE_ROR(x, 25))
#define MITE_s0(x) (MITE_ROR(x, 7) ^ MITE_ROR(x, 18) ^ ((x) >> 3))
#define MITE_s1(x) (MITE_ROR(x, 17) ^ MITE_ROR(x, 19) ^ ((x) >> 10))
#define MITE_CH(e, f, g) ((g) ^ ((e) & ((f) ^ (g))))
/* a ^ b of one round is b ^ c of the next: the compiler keeps it. */
#define MITE_MAJ(a, b, c) ((b) ^ (((a) ^ (b)) & ((b) ^ (c))))

#define MITE_IV0 0x6a09e667u
#define MITE_IV1 0xbb67ae85u
#define MITE_IV2 0x3c6ef372u
#define MITE_IV3 0xa54ff53au
#define MITE_IV4 0x510e527fu
#define MITE_IV5 0x9b05688cu
#define MITE_IV6 0x1f83d9abu
#define MITE_IV7 0x5be0cd19u

/* The constant of each round, as a literal in unrolled code. */
#define MITE_K_LIST                                                                                          \
  0x428a2f98u, 0x71374491u, 0xb5c0fbcfu, 0xe9b5dba5u, 0x3956c25bu, 0x59f111f1u, 0x923f82a4u, 0xab1c5ed5u,    \
      0xd807aa98u, 0x12835b01u, 0x243185beu, 0x550c7dc3u, 0x72be5d74u, 0x80deb1feu, 0x9bdc06a7u,             \
      0xc19bf174u, 0xe49b69c1u, 0xefbe4786u, 0x0fc19dc6u, 0x240ca1ccu, 0x2de92c6fu, 0x4a7484aau,             \
      0x5cb0a9dcu, 0x76f988dau, 0x983e5152u, 0xa831c66du, 0xb00327c8u, 0xbf597fc7u, 0xc6e00bf3u,             \
      0xd5a79147u, 0x06ca6351u, 0x14292967u, 0x27b70a85u, 0x2e1b2138u, 0x4d2c6dfcu, 0x53380d13u,             \
      0x650a7354u, 0x766a0abbu, 0x81c2c92eu, 0x92722c85u, 0xa2bfe8a1u, 0xa81a664bu, 0xc24b8b70u,             \
      0xc76c51a3u, 0xd192e819u, 0xd6990624u, 0xf40e3585u, 0x106aa070u, 0x19a4c116u, 0x1e376c08u,             \
      0x2748774cu, 0x34b0bcb5u, 0x391c0cb3u, 0x4ed8aa4au, 0x5b9cca4fu, 0x682e6ff3u, 0x748f82eeu,             \
      0x78a5636fu, 0x84c87814u, 0x8cc70208u, 0x90befffau, 0xa4506cebu, 0xbef9a3f7u, 0xc67178f2u

static const uint32_t MITE_K[64] = {MITE_K_LIST};

static inline uint32_t mite_load_be(const uint8_t *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static inline void mite_store_be(uint8_t *bytes, uint32_t word) {
  bytes[0] = (uint8_t)(word >> 24);
  bytes[1] = (uint8_t)(word >> 16);
  bytes[2] = (uint8_t)(word >> 8);
  bytes[3] = (uint8_t)word;
}

static inline uint32_t mite_swap(uint32_t word) {
  return word << 24 | (word & 0xff00u) << 8 | (word >> 8 & 0xff00u) | word >> 24;
}

#endif
