/*
 * Executed instructions and stack of each operation on an emulated chip, one JSON line each. The stack is
 * painted before and looked at afterwards.
 */
#include "curve.h"
#include "guest.h"
#include "sample.h"

#include <stdlib.h>

enum { PAINTED = 16384, BELOW = 256 };
static uintptr_t top; /* the highest painted byte */

static volatile uint8_t *painted(int i) {
  return (volatile uint8_t *)(top - (uintptr_t)i);
}

/* What main and this function have themselves lies above. */
static __attribute__((noinline)) void paint(void) {
  top = (uintptr_t)__builtin_frame_address(0) - BELOW;
  for (int i = 0; i < PAINTED; i++)
    *painted(i) = 0xa5;
}

static __attribute__((noinline)) uint32_t depth(void) {
  int i = PAINTED - 1;
  while (i > 0 && *painted(i) == 0xa5)
    i--;
  return (uint32_t)i + BELOW;
}

static char *text(char *at, const char *from) {
  while (*from)
    *at++ = *from++;
  *at = 0;
  return at;
}

static char *number(char *at, uint32_t value) {
  char digits[11];
  int count = 0;
  do
    digits[count++] = (char)('0' + value % 10);
  while ((value /= 10) != 0);
  while (count > 0)
    *at++ = digits[--count];
  *at = 0;
  return at;
}

static uint8_t signature[64], key[32];
static const uint8_t secret[32] = {7}, message[32] = {8}, auxiliary[32] = {9};

static bool run(int kind) {
  switch (kind) {
  case 0:
  case 1:
    return mite_curve_public_key(secret, key);
  case 2:
    return mite_curve_sign_schnorr(message, secret, auxiliary, signature) == MITE_CURVE_SIGNED;
  case 3:
    return mite_curve_verify_schnorr(signature, message, key);
  default:
    return mite_curve_verify_ecdsa(SAMPLE_SIGNATURE, SAMPLE_HASH, SAMPLE_KEY, sizeof SAMPLE_KEY);
  }
}

int main(void) {
  static const char *const names[] = {"first public key", "public key", "sign BIP340", "verify BIP340",
                                      "verify ECDSA"};
  for (int kind = 0; kind < 5; kind++) {
    char line[160], *at = line;
    paint();
    const uint64_t begun = guest_instructions();
    if (!run(kind))
      guest_exit(1);
    const uint32_t instructions = (uint32_t)(guest_instructions() - begun);
    at = text(at, "{\"operation\":\"");
    at = text(at, names[kind]);
    at = text(at, "\",\"instructions\":");
    at = number(at, instructions);
    at = text(at, ",\"stack\":");
    at = number(at, depth());
    text(at, "}\n");
    guest_print(line);
  }
  guest_exit(0);
}

/* Named by libsecp256k1; calling one is a mistake of ours. */
void *malloc(size_t length) {
  (void)length;
  guest_exit(9);
}
void *realloc(void *memory, size_t length) {
  (void)memory, (void)length;
  guest_exit(9);
}
void free(void *memory) {
  (void)memory;
  guest_exit(9);
}
void abort(void) {
  guest_exit(9);
}
