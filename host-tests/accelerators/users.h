/*
 * Other users of the accelerator, as ESP-IDF's mbedTLS is one, on the other processor: they hash messages of
 * several blocks, with pauses in which a message is half done, and judge their own digests.
 */
#ifndef MITE_USERS_H
#define MITE_USERS_H

#include <stdbool.h>
#include <stdint.h>

struct users {
  uint32_t right, wrong; /* digests made with the accelerator */
  uint32_t software;     /* messages hashed in software because the engine was taken: classic */
  uint64_t longest_wait; /* for the lock, clocks: restore */
  uint64_t foreign;      /* accesses of the users' while the driver held the accelerator */
};

extern struct users users;

/* Sets model.other. `sha512` adds, on the classic chip, a user of the engine that shares TEXT only. */
void users_begin(uint64_t seed, bool sha512);

#endif
