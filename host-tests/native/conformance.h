/*
 * What every backend has to do. One suite for all of them, on the host and in emulated chips, the
 * deliberately broken ones included: C11, freestanding, nothing but kernel.h, about 6 KB of stack.
 */
#ifndef MITE_CONFORMANCE_H
#define MITE_CONFORMANCE_H

#include "kernel.h"

/* Returns NULL when the backend passes, else the name of the first property that it lacks. About half a
 * million hashes by the backend, as many by mite_sha256d. */
const char *conformance(const struct mite_backend *backend);

/*
 * Random (header, nonce) pairs, PAIRS_PER_GROUP a group: 15,625 groups are 1,000,000 pairs. Groups differ in
 * the number of versions; each is 64 / versions consecutive nonces of one header. The backend's H7 of each
 * pair is compared with mite_sha256d's, one bit of each pair and all bits of some; `digest` chains all hashes
 * in order, so that another program, which follows the same generator, can judge mite_sha256d:
 *
 *   digest = 32 zero bytes; for each group g: digest = SHA-256(digest, the group's 64 hashes)
 *   random words: xorshift64* (random_word), its state `seed` at first, not 0
 *   header: 10 words, little-endian; then a word: its low half is the mask, its high half the first nonce
 *   mask: the lowest MASK_BITS[g % 8] set bits of it are kept: 0, 32, 0, 4, 1, 2, 3, 4
 *   first nonce: in each group with g % 16 > 7, or it with -(64 / versions): the group wraps around
 *   order of the hashes: nonce by nonce, in each the versions from 0; versions use the mask's lowest 4 bits
 *
 * True when the backend agrees; false at once when not.
 */
#define PAIRS_PER_GROUP 64u
bool conformance_pairs(const struct mite_backend *backend, uint64_t seed, uint32_t groups,
                       uint8_t digest[MITE_HASH_BYTES]);

/* Seeded bytes (xorshift64*). The state must not be 0. */
uint64_t random_word(uint64_t *state);
void random_bytes(uint64_t *state, uint8_t *bytes, size_t length);

void set_nonce(uint8_t header[MITE_HEADER_BYTES], uint32_t nonce);
uint32_t get_nonce(const uint8_t header[MITE_HEADER_BYTES]);

#endif
