/* The few functions of <string.h> that the search module and the compiler ask for. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

void *memcpy(void *restrict to, const void *restrict from, size_t length) {
  uint8_t *out = to;
  const uint8_t *in = from;
  while (length-- > 0)
    *out++ = *in++;
  return to;
}

void *memmove(void *to, const void *from, size_t length) {
  uint8_t *out = to;
  const uint8_t *in = from;
  if ((uintptr_t)to < (uintptr_t)from)
    return memcpy(to, from, length);
  while (length-- > 0)
    out[length] = in[length];
  return to;
}

void *memset(void *to, int byte, size_t length) {
  uint8_t *out = to;
  while (length-- > 0)
    *out++ = (uint8_t)byte;
  return to;
}

int memcmp(const void *a, const void *b, size_t length) {
  const uint8_t *x = a, *y = b;
  for (; length > 0; length--, x++, y++)
    if (*x != *y)
      return *x < *y ? -1 : 1;
  return 0;
}

size_t strlen(const char *text) {
  size_t length = 0;
  while (text[length])
    length++;
  return length;
}
