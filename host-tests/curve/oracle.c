/*
 * The native curve for its tests. Without arguments: reads one question a line and answers it with one.
 *   e SIGNATURE HASH KEY, s SIGNATURE MESSAGE KEY (hex)   1 or 0
 *   p SECRET                                              the x-only key, or -
 *   g MESSAGE SECRET AUXILIARY                            the signature, or - when it was refused
 * `bench MILLISECONDS`: operations a second of CPU time, one JSON line each. `faults`: what comes of a
 * signature that is wrong, and of a library that calls for help.
 */
#define _POSIX_C_SOURCE 200809L
#include "curve.h"
#include "check.h"
#include "sample.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../../node_modules/@node-lightning/secp256k1/lib/libsecp256k1/include/secp256k1_schnorrsig.h"

/* ---- a chip's fault: linked with -Wl,--wrap=secp256k1_schnorrsig_sign32 */

static bool spoil;

int __real_secp256k1_schnorrsig_sign32(const secp256k1_context *context, unsigned char *signature,
                                       const unsigned char *message, const secp256k1_keypair *pair,
                                       const unsigned char *auxiliary);
int __wrap_secp256k1_schnorrsig_sign32(const secp256k1_context *context, unsigned char *signature,
                                       const unsigned char *message, const secp256k1_keypair *pair,
                                       const unsigned char *auxiliary);
int __wrap_secp256k1_schnorrsig_sign32(const secp256k1_context *context, unsigned char *signature,
                                       const unsigned char *message, const secp256k1_keypair *pair,
                                       const unsigned char *auxiliary) {
  const int made = __real_secp256k1_schnorrsig_sign32(context, signature, message, pair, auxiliary);
  if (spoil)
    signature[63] ^= 1;
  return made;
}

void secp256k1_default_error_callback_fn(const char *text, void *data);

static int faults(void) {
  static const uint8_t zeros[64];
  const uint8_t message[32] = {1}, secret[32] = {2}, auxiliary[32] = {3};
  uint8_t signature[64], key[32];
  check(mite_curve_public_key(secret, key), "a key");
  check(mite_curve_sign_schnorr(message, secret, auxiliary, signature) == MITE_CURVE_SIGNED, "a signature");
  check(mite_curve_verify_schnorr(signature, message, key), "it is right");
  spoil = true;
  check(mite_curve_sign_schnorr(message, secret, auxiliary, signature) == MITE_CURVE_FAULT,
        "a signature that the chip spoilt is a fault");
  check(memcmp(signature, zeros, sizeof signature) == 0, "and never leaves");
  spoil = false;
  check(mite_curve_sign_schnorr(message, secret, auxiliary, signature) == MITE_CURVE_SIGNED,
        "the next is right again");
  check(mite_curve_sign_schnorr(message, zeros, auxiliary, signature) == MITE_CURVE_BAD_SECRET,
        "no signature with the secret 0");
  check(memcmp(signature, zeros, sizeof signature) == 0, "but zeros");
  check(mite_curve_verify_ecdsa(SAMPLE_SIGNATURE, SAMPLE_HASH, SAMPLE_KEY, sizeof SAMPLE_KEY),
        "ECDSA's sample is right");

  mite_curve_sign_schnorr(message, secret, auxiliary, signature);
  secp256k1_default_error_callback_fn("self test failed", NULL);
  check(!mite_curve_verify_schnorr(signature, message, key), "a library that calls for help says no: BIP340");
  check(!mite_curve_verify_ecdsa(SAMPLE_SIGNATURE, SAMPLE_HASH, SAMPLE_KEY, sizeof SAMPLE_KEY), "ECDSA");
  check(!mite_curve_public_key(secret, key) && memcmp(key, zeros, sizeof key) == 0, "no key");
  check(mite_curve_sign_schnorr(message, secret, auxiliary, signature) == MITE_CURVE_FAULT, "no signature");
  return check_failures != 0;
}

/* ---- questions */

/* The next word of the line. On the heap, so that the sanitizer sees a byte read too far. */
static uint8_t *word(size_t length) {
  uint8_t *bytes = malloc(length);
  const char *text = strtok(NULL, " \n");
  if (bytes == NULL || text == NULL || strlen(text) != 2 * length)
    exit(2);
  for (size_t i = 0; i < length; i++) {
    const char digits[3] = {text[2 * i], text[2 * i + 1], 0};
    bytes[i] = (uint8_t)strtoul(digits, NULL, 16);
  }
  return bytes;
}

static void answer(const uint8_t *bytes, size_t length) {
  for (size_t i = 0; i < length; i++)
    printf("%02x", bytes[i]);
  putchar('\n');
}

static void ask(char kind) {
  uint8_t *a = word(kind == 'e' || kind == 'u' || kind == 's' ? 64 : 32);
  uint8_t *b = kind == 'p' ? NULL : word(32);
  uint8_t *c = kind == 'p' ? NULL : word(kind == 'e' ? 33 : kind == 'u' ? 65 : 32);
  uint8_t *parity = kind == 't' ? word(1) : NULL;
  uint8_t *out = malloc(64);
  if (out == NULL)
    exit(2);
  switch (kind) {
  case 'e':
    printf("%d\n", mite_curve_verify_ecdsa(a, b, c, 33));
    break;
  case 'u':
    printf("%d\n", mite_curve_verify_ecdsa(a, b, c, 65));
    break;
  case 't':
    printf("%d\n", mite_curve_check_tweak(a, b, *parity, c));
    break;
  case 's':
    printf("%d\n", mite_curve_verify_schnorr(a, b, c));
    break;
  case 'p':
    mite_curve_public_key(a, out) ? answer(out, 32) : (void)puts("-");
    break;
  default:
    mite_curve_sign_schnorr(a, b, c, out) == MITE_CURVE_SIGNED ? answer(out, 64) : (void)puts("-");
  }
  free(a), free(b), free(c), free(parity), free(out);
}

/* ---- bench */

static double cpu(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static uint8_t made[64], own_key[32];
static const uint8_t own_secret[32] = {7}, own_message[32] = {8}, own_auxiliary[32] = {9};

static bool run(int kind) {
  switch (kind) {
  case 0:
    return mite_curve_public_key(own_secret, own_key);
  case 1:
    return mite_curve_sign_schnorr(own_message, own_secret, own_auxiliary, made) == MITE_CURVE_SIGNED;
  case 2:
    return mite_curve_verify_schnorr(made, own_message, own_key);
  default:
    return mite_curve_verify_ecdsa(SAMPLE_SIGNATURE, SAMPLE_HASH, SAMPLE_KEY, sizeof SAMPLE_KEY);
  }
}

static int bench(double seconds) {
  static const char *const names[] = {"public key", "sign BIP340", "verify BIP340", "verify ECDSA"};
  for (int kind = 0; kind < 4; kind++) {
    uint32_t count = 0;
    const double begun = cpu();
    do {
      if (!run(kind))
        return 1;
      count++;
    } while (cpu() - begun < seconds);
    printf("{\"operation\":\"%s\",\"perSecond\":%.1f}\n", names[kind], count / (cpu() - begun));
  }
  return 0;
}

int main(int argc, char **argv) {
  static char line[512];
  if (argc > 2 && strcmp(argv[1], "bench") == 0)
    return bench(atof(argv[2]) / 1000);
  if (argc > 1)
    return strcmp(argv[1], "faults") == 0 ? faults() : 2;
  while (fgets(line, sizeof line, stdin)) {
    const char *kind = strtok(line, " \n");
    if (kind == NULL || strlen(kind) != 1 || strchr("eustpg", *kind) == NULL)
      return 2;
    ask(*kind);
  }
  return 0;
}
