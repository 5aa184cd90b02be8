/* curve.h on libsecp256k1's public functions. */
#include "curve.h"

#include <string.h>

#include "../../node_modules/@node-lightning/secp256k1/lib/libsecp256k1/include/secp256k1.h"
#include "../../node_modules/@node-lightning/secp256k1/lib/libsecp256k1/include/secp256k1_preallocated.h"
#include "../../node_modules/@node-lightning/secp256k1/lib/libsecp256k1/include/secp256k1_schnorrsig.h"

/* Set when the library reports an illegal argument or a failed self-test. Nothing is valid from then on. */
static volatile bool broken;

/* The library calls these by name (USE_EXTERNAL_DEFAULT_CALLBACKS). After an illegal argument it returns 0;
 * after an error it goes on, with results that nobody uses. */
void secp256k1_default_illegal_callback_fn(const char *text, void *data);
void secp256k1_default_illegal_callback_fn(const char *text, void *data) {
  (void)text, (void)data;
  broken = true;
}

void secp256k1_default_error_callback_fn(const char *text, void *data);
void secp256k1_default_error_callback_fn(const char *text, void *data) {
  (void)text, (void)data;
  broken = true;
}

/* More than the library needs on any platform: about 200 bytes. */
static union {
  uint64_t align;
  uint8_t bytes[320];
} memory;
static secp256k1_context *signing;

/* The context for operations on secrets. Verifying needs none. */
static secp256k1_context *context(void) {
  if (signing == NULL && !broken) {
    if (secp256k1_context_preallocated_size(SECP256K1_CONTEXT_NONE) <= sizeof memory)
      signing = secp256k1_context_preallocated_create(&memory, SECP256K1_CONTEXT_NONE);
    else
      broken = true;
  }
  return broken ? NULL : signing;
}

void mite_curve_forget(void *bytes, size_t length) {
  volatile uint8_t *at = bytes;
  while (length-- > 0)
    *at++ = 0;
}

bool mite_curve_verify_ecdsa(const uint8_t signature[MITE_CURVE_SIGNATURE_BYTES],
                             const uint8_t hash[MITE_CURVE_HASH_BYTES], const uint8_t *key,
                             size_t key_length) {
  secp256k1_ecdsa_signature parsed;
  secp256k1_pubkey point;
  const secp256k1_context *none = secp256k1_context_no_precomp;
  return secp256k1_ecdsa_signature_parse_compact(none, &parsed, signature) &&
         secp256k1_ec_pubkey_parse(none, &point, key, key_length) &&
         secp256k1_ecdsa_verify(none, &parsed, hash, &point) && !broken;
}

bool mite_curve_verify_schnorr(const uint8_t signature[MITE_CURVE_SIGNATURE_BYTES],
                               const uint8_t message[MITE_CURVE_HASH_BYTES],
                               const uint8_t key[MITE_CURVE_X_ONLY_BYTES]) {
  secp256k1_xonly_pubkey point;
  const secp256k1_context *none = secp256k1_context_no_precomp;
  return secp256k1_xonly_pubkey_parse(none, &point, key) &&
         secp256k1_schnorrsig_verify(none, signature, message, MITE_CURVE_HASH_BYTES, &point) && !broken;
}

bool mite_curve_check_tweak(const uint8_t internal[MITE_CURVE_X_ONLY_BYTES],
                            const uint8_t tweak[MITE_CURVE_SECRET_BYTES], int parity,
                            const uint8_t output[MITE_CURVE_X_ONLY_BYTES]) {
  secp256k1_xonly_pubkey point;
  const secp256k1_context *none = secp256k1_context_no_precomp;
  return secp256k1_xonly_pubkey_parse(none, &point, internal) &&
         secp256k1_xonly_pubkey_tweak_add_check(none, output, parity, &point, tweak) && !broken;
}

static bool x_only(const secp256k1_context *with, const secp256k1_keypair *pair,
                   uint8_t key[MITE_CURVE_X_ONLY_BYTES]) {
  secp256k1_xonly_pubkey point;
  return secp256k1_keypair_xonly_pub(with, &point, NULL, pair) &&
         secp256k1_xonly_pubkey_serialize(with, key, &point) && !broken;
}

bool mite_curve_public_key(const uint8_t secret[MITE_CURVE_SECRET_BYTES],
                           uint8_t key[MITE_CURVE_X_ONLY_BYTES]) {
  secp256k1_keypair pair;
  const secp256k1_context *with = context();
  memset(key, 0, MITE_CURVE_X_ONLY_BYTES);
  if (with == NULL)
    return false;
  const bool made = secp256k1_keypair_create(with, &pair, secret) && x_only(with, &pair, key);
  mite_curve_forget(&pair, sizeof pair);
  return made;
}

enum mite_curve_result mite_curve_sign_schnorr(const uint8_t message[MITE_CURVE_HASH_BYTES],
                                               const uint8_t secret[MITE_CURVE_SECRET_BYTES],
                                               const uint8_t auxiliary[32],
                                               uint8_t signature[MITE_CURVE_SIGNATURE_BYTES]) {
  secp256k1_keypair pair;
  uint8_t key[MITE_CURVE_X_ONLY_BYTES];
  secp256k1_context *with = context();
  memset(signature, 0, MITE_CURVE_SIGNATURE_BYTES);
  if (with == NULL)
    return MITE_CURVE_FAULT;

  /* Blinds the multiplications that follow, against anyone who measures the chip. The library hashes the seed
   * with the last one's, BIP340 hashes it with a tag: one says nothing about the other. */
  if (!secp256k1_context_randomize(with, auxiliary))
    return MITE_CURVE_FAULT;
  enum mite_curve_result result = MITE_CURVE_BAD_SECRET;
  if (secp256k1_keypair_create(with, &pair, secret)) {
    /* A signature made wrong by a fault of the chip can reveal the secret: none leaves unchecked. */
    const bool right = x_only(with, &pair, key) &&
                       secp256k1_schnorrsig_sign32(with, signature, message, &pair, auxiliary) &&
                       mite_curve_verify_schnorr(signature, message, key);
    result = right ? MITE_CURVE_SIGNED : MITE_CURVE_FAULT;
    if (!right)
      memset(signature, 0, MITE_CURVE_SIGNATURE_BYTES);
  }
  mite_curve_forget(&pair, sizeof pair);
  return broken ? MITE_CURVE_FAULT : result;
}
