#include "link_ring.h"

#include <string.h>

void mite_ring_init(struct mite_ring *ring, uint8_t *bytes, size_t size) {
  *ring = (struct mite_ring){.bytes = bytes, .size = size};
}

static size_t least(size_t left, size_t right) {
  return left < right ? left : right;
}

static size_t end_of(const struct mite_ring *ring) {
  const size_t end = ring->start + ring->length;
  return end < ring->size ? end : end - ring->size;
}

bool mite_ring_put(struct mite_ring *ring, const uint8_t *bytes, size_t length) {
  if (length > mite_ring_room(ring))
    return false;
  while (length > 0) {
    uint8_t *to;
    const size_t piece = least(length, mite_ring_free(ring, &to));
    memcpy(to, bytes, piece);
    mite_ring_added(ring, piece);
    bytes += piece;
    length -= piece;
  }
  return true;
}

size_t mite_ring_take(struct mite_ring *ring, uint8_t *bytes, size_t size) {
  size_t taken = 0;
  while (taken < size && ring->length > 0) {
    const uint8_t *from;
    const size_t piece = least(size - taken, mite_ring_peek(ring, &from));
    memcpy(bytes + taken, from, piece);
    mite_ring_drop(ring, piece);
    taken += piece;
  }
  return taken;
}

size_t mite_ring_peek(const struct mite_ring *ring, const uint8_t **bytes) {
  *bytes = ring->bytes + ring->start;
  return least(ring->length, ring->size - ring->start);
}

void mite_ring_drop(struct mite_ring *ring, size_t length) {
  ring->start += length;
  if (ring->start >= ring->size)
    ring->start -= ring->size;
  ring->length -= length;
}

size_t mite_ring_free(const struct mite_ring *ring, uint8_t **bytes) {
  const size_t end = end_of(ring);
  *bytes = ring->bytes + end;
  return least(mite_ring_room(ring), ring->size - end);
}

void mite_ring_added(struct mite_ring *ring, size_t length) {
  ring->length += length;
}
