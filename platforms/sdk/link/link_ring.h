/* Bytes in order, in a buffer of the owner's: a queue that never grows. Not locked. */
#ifndef MITE_LINK_RING_H
#define MITE_LINK_RING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct mite_ring {
  uint8_t *bytes;
  size_t size, start, length;
};

/* Empty. In: `bytes` has `size` bytes, at least 1, and outlives the ring. */
void mite_ring_init(struct mite_ring *ring, uint8_t *bytes, size_t size);

/* How many bytes still fit. */
static inline size_t mite_ring_room(const struct mite_ring *ring) {
  return ring->size - ring->length;
}

/* All or nothing. False: they do not fit. */
bool mite_ring_put(struct mite_ring *ring, const uint8_t *bytes, size_t length);

/* Takes at most `size` bytes. Out: `bytes`. @returns how many */
size_t mite_ring_take(struct mite_ring *ring, uint8_t *bytes, size_t size);

/* The oldest bytes that lie in one piece, which stays as it is until mite_ring_drop. Out: `bytes`. @returns
 * how many, 0 when empty */
size_t mite_ring_peek(const struct mite_ring *ring, const uint8_t **bytes);
/* In: `length` is at most what is there. */
void mite_ring_drop(struct mite_ring *ring, size_t length);

/* The free bytes after the newest that lie in one piece, for mite_ring_added. Out: `bytes`. @returns how
 * many, 0 when full */
size_t mite_ring_free(const struct mite_ring *ring, uint8_t **bytes);
/* In: `length` is at most what mite_ring_free said. */
void mite_ring_added(struct mite_ring *ring, size_t length);

#endif
