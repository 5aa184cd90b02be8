/* What every backend has to do. One suite for all of them, the deliberately broken ones included. */
#ifndef MITE_CONFORMANCE_H
#define MITE_CONFORMANCE_H

#include "kernel.h"

/* Returns NULL when the backend passes, else the name of the first property that it lacks. */
const char *conformance(const struct mite_backend *backend);

/* One (header, hash) pair from an oracle: the nonce is the header's own. True when the backend agrees. */
bool conforms_to_pair(const struct mite_backend *backend, const uint8_t header[MITE_HEADER_BYTES],
                      const uint8_t hash[MITE_HASH_BYTES]);

/* Seeded bytes (xorshift64*). The state must not be 0. */
uint64_t random_word(uint64_t *state);
void random_bytes(uint64_t *state, uint8_t *bytes, size_t length);

void set_nonce(uint8_t header[MITE_HEADER_BYTES], uint32_t nonce);
uint32_t get_nonce(const uint8_t header[MITE_HEADER_BYTES]);

#endif
