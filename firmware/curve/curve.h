/*
 * Signatures over secp256k1: what the board's rules (firmware/domain/curve.ts) need, on libsecp256k1. No
 * heap: one static context, made when a secret is first used. Functions that use a secret are for one thread
 * at a time, those that verify for any. They take about 5 KB of the caller's stack (manifests/curve.json
 * makes the room).
 */
#ifndef MITE_CURVE_H
#define MITE_CURVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define MITE_CURVE_HASH_BYTES 32
#define MITE_CURVE_SECRET_BYTES 32
#define MITE_CURVE_SIGNATURE_BYTES 64
#define MITE_CURVE_COMPRESSED_BYTES 33
#define MITE_CURVE_UNCOMPRESSED_BYTES 65
#define MITE_CURVE_X_ONLY_BYTES 32

/* ECDSA (SEC 1, 4.1.4). signature: r and s, big-endian, 1..n-1 each, s not above n/2 (BIP146). key:
 * compressed (33 bytes, the first 2 or 3) or uncompressed (65, the first 4; 6 or 7 by the parity of Y). False
 * for anything but a valid signature, other lengths included. */
bool mite_curve_verify_ecdsa(const uint8_t signature[MITE_CURVE_SIGNATURE_BYTES],
                             const uint8_t hash[MITE_CURVE_HASH_BYTES], const uint8_t *key,
                             size_t key_length);

/* BIP340. key: x-only. False for anything but a valid signature. */
bool mite_curve_verify_schnorr(const uint8_t signature[MITE_CURVE_SIGNATURE_BYTES],
                               const uint8_t message[MITE_CURVE_HASH_BYTES],
                               const uint8_t key[MITE_CURVE_X_ONLY_BYTES]);

/* Whether `output`, with a Y of this parity (0 or 1), is `internal` and `tweak` times the generator (BIP341).
 * Keys are x-only, the tweak is below n. False for anything else. */
bool mite_curve_check_tweak(const uint8_t internal[MITE_CURVE_X_ONLY_BYTES],
                            const uint8_t tweak[MITE_CURVE_SECRET_BYTES], int parity,
                            const uint8_t output[MITE_CURVE_X_ONLY_BYTES]);

/* The x-only public key of a secret. False, and zeros, unless the secret is within 1..n-1. In constant time.
 */
bool mite_curve_public_key(const uint8_t secret[MITE_CURVE_SECRET_BYTES],
                           uint8_t key[MITE_CURVE_X_ONLY_BYTES]);

enum mite_curve_result {
  MITE_CURVE_SIGNED,
  MITE_CURVE_BAD_SECRET, /* not within 1..n-1 */
  MITE_CURVE_FAULT, /* the signature does not verify, or the library found itself damaged: do not use it */
};

/* Signs by BIP340 with 32 random bytes, and verifies. `signature` is zeros unless the result is
 * MITE_CURVE_SIGNED. */
enum mite_curve_result mite_curve_sign_schnorr(const uint8_t message[MITE_CURVE_HASH_BYTES],
                                               const uint8_t secret[MITE_CURVE_SECRET_BYTES],
                                               const uint8_t auxiliary[32],
                                               uint8_t signature[MITE_CURVE_SIGNATURE_BYTES]);

/* Zeros over what held a secret; the compiler does not drop them. */
void mite_curve_forget(void *bytes, size_t length);

#ifdef __cplusplus
}
#endif

#endif
