/*
 * The conformance suite in a guest: for each backend its self-test, the suite, and PAIRS_GROUPS groups of
 * random pairs, whose digest the host compares. The broken ones have to fail. One line a check, as the native
 * tests print.
 */
#include "conformance.h"
#include "guest.h"

#include <string.h>

#ifndef PAIRS_GROUPS
#define PAIRS_GROUPS 15625
#endif
#define PAIRS_SEED 0x6d697465u

extern const struct mite_backend *const GUEST_BACKENDS[];
extern const struct mite_backend *const GUEST_BROKEN[];

static int failures;

static void line(bool passed, const char *name, const char *check, const char *detail) {
  guest_print(passed ? "ok " : "not ok ");
  guest_print(name);
  guest_print(check);
  guest_print(detail);
  guest_print("\n");
  failures += !passed;
}

static void digest_line(const char *name, bool agrees, const uint8_t digest[MITE_HASH_BYTES]) {
  static const char digits[] = "0123456789abcdef";
  char hex[2 * MITE_HASH_BYTES + 1];
  for (int i = 0; i < MITE_HASH_BYTES; i++) {
    hex[2 * i] = digits[digest[i] >> 4];
    hex[2 * i + 1] = digits[digest[i] & 15];
  }
  hex[2 * MITE_HASH_BYTES] = 0;
  line(agrees, name, ": pairs, digest ", hex);
}

int main(void) {
  uint8_t digest[MITE_HASH_BYTES];
  for (int i = 0; GUEST_BACKENDS[i]; i++) {
    const struct mite_backend *backend = GUEST_BACKENDS[i];
    const int vector = mite_selftest(backend);
    line(vector == 0, backend->name, ": self-test: ", mite_selftest_name(vector));
    const char *lacks = conformance(backend);
    line(lacks == NULL, backend->name, ": conformance: ", lacks ? lacks : "all properties");
    const bool agrees = conformance_pairs(backend, PAIRS_SEED, PAIRS_GROUPS, digest);
    digest_line(backend->name, agrees, digest);
  }
  for (int i = 0; GUEST_BROKEN[i]; i++) {
    const char *lacks = conformance(GUEST_BROKEN[i]);
    line(lacks != NULL, GUEST_BROKEN[i]->name, " is caught: ", lacks ? lacks : "it passed");
  }
  guest_exit(failures == 0 ? 0 : 1);
}
