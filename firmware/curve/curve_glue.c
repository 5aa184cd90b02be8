/*
 * curve.h for JavaScript. Byte arrays live in the machine's chunk heap and move when it collects: each is
 * copied to the C stack as soon as it is fetched. Anything but a byte array is a mistake of the caller, and
 * throws; a wrong length is an invalid signature.
 */
#include "curve.h"

#include <stddef.h>
#include <string.h>

#include "xsmc.h" /* last: XS 13's wants <stddef.h> before it */

/* Copies an ArrayBuffer's, a DataView's or a byte array's bytes, at most `most` of them. Returns how many it
 * has. */
static xsUnsignedValue some_bytes(xsMachine *the, int index, const char *name, uint8_t *to,
                                  xsUnsignedValue most) {
  void *bytes = NULL;
  xsUnsignedValue length = 0;
  if (index >= xsmcArgc)
    xsTypeError("%s: missing", name);
  if (xsmcTypeOf(xsArg(index)) != xsReferenceType)
    xsTypeError("%s: must be a byte array", name);
  xsmcGetBufferReadable(xsArg(index), &bytes, &length);
  if (length <= most)
    memcpy(to, bytes, length);
  return length;
}

/* False when it has another length. */
static bool bytes_argument(xsMachine *the, int index, const char *name, uint8_t *to,
                           xsUnsignedValue expected) {
  return some_bytes(the, index, name, to, expected) == expected;
}

static void fill_argument(xsMachine *the, int index, const char *name, const uint8_t *from,
                          xsUnsignedValue expected) {
  void *bytes = NULL;
  xsUnsignedValue length = 0;
  if (index >= xsmcArgc || xsmcTypeOf(xsArg(index)) != xsReferenceType)
    xsTypeError("%s: must be a byte array", name);
  xsmcGetBufferWritable(xsArg(index), &bytes, &length);
  if (length != expected)
    xsRangeError("%s: needs %lu bytes, got %lu", name, (unsigned long)expected, (unsigned long)length);
  memcpy(bytes, from, expected);
}

/* (signature: 64 bytes, hash: 32 bytes, public key: 33 or 65 bytes) -> boolean */
void xs_mite_curve_verify_ecdsa(xsMachine *the) {
  uint8_t signature[MITE_CURVE_SIGNATURE_BYTES], hash[MITE_CURVE_HASH_BYTES],
      key[MITE_CURVE_UNCOMPRESSED_BYTES];
  const bool lengths = (int)bytes_argument(the, 0, "signature", signature, sizeof signature) &
                       (int)bytes_argument(the, 1, "hash", hash, sizeof hash);
  const xsUnsignedValue key_length = some_bytes(the, 2, "publicKey", key, sizeof key);
  xsmcSetBoolean(xsResult, lengths && key_length <= sizeof key &&
                               mite_curve_verify_ecdsa(signature, hash, key, key_length));
}

/* (signature: 64 bytes, message: 32 bytes, public key: 32 bytes) -> boolean */
void xs_mite_curve_verify_schnorr(xsMachine *the) {
  uint8_t signature[MITE_CURVE_SIGNATURE_BYTES], message[MITE_CURVE_HASH_BYTES], key[MITE_CURVE_X_ONLY_BYTES];
  const bool lengths = (int)bytes_argument(the, 0, "signature", signature, sizeof signature) &
                       (int)bytes_argument(the, 1, "message", message, sizeof message) &
                       (int)bytes_argument(the, 2, "publicKey", key, sizeof key);
  xsmcSetBoolean(xsResult, lengths && mite_curve_verify_schnorr(signature, message, key));
}

/* (internal key: 32 bytes, tweak: 32 bytes, parity: 0 or 1, output key: 32 bytes) -> boolean */
void xs_mite_curve_check_tweak(xsMachine *the) {
  uint8_t internal[MITE_CURVE_X_ONLY_BYTES], tweak[MITE_CURVE_SECRET_BYTES], output[MITE_CURVE_X_ONLY_BYTES];
  const bool lengths = (int)bytes_argument(the, 0, "internal", internal, sizeof internal) &
                       (int)bytes_argument(the, 1, "tweak", tweak, sizeof tweak) &
                       (int)bytes_argument(the, 3, "output", output, sizeof output);
  const int parity = xsmcToInteger(xsArg(2));
  xsmcSetBoolean(xsResult, lengths && mite_curve_check_tweak(internal, tweak, parity, output));
}

/* (secret: 32 bytes, public key: 32 bytes to fill) -> boolean: whether the secret has one */
void xs_mite_curve_public_key(xsMachine *the) {
  uint8_t secret[MITE_CURVE_SECRET_BYTES], key[MITE_CURVE_X_ONLY_BYTES];
  bool made = false;
  if (bytes_argument(the, 0, "secret", secret, sizeof secret)) {
    made = mite_curve_public_key(secret, key);
    mite_curve_forget(secret, sizeof secret);
  }
  if (made)
    fill_argument(the, 1, "publicKey", key, sizeof key);
  xsmcSetBoolean(xsResult, made);
}

/* (message: 32 bytes, secret: 32 bytes, auxiliary: 32 bytes, signature: 64 bytes to fill) */
void xs_mite_curve_sign_schnorr(xsMachine *the) {
  uint8_t message[MITE_CURVE_HASH_BYTES], secret[MITE_CURVE_SECRET_BYTES], auxiliary[32];
  uint8_t signature[MITE_CURVE_SIGNATURE_BYTES];
  if (!bytes_argument(the, 0, "message", message, sizeof message))
    xsRangeError("message: needs 32 bytes");
  if (!bytes_argument(the, 2, "auxiliary", auxiliary, sizeof auxiliary))
    xsRangeError("auxiliary: needs 32 bytes");
  /* Last, so that nothing throws while it is on the stack. */
  if (!bytes_argument(the, 1, "secret", secret, sizeof secret))
    xsRangeError("secret: needs 32 bytes");
  const enum mite_curve_result result = mite_curve_sign_schnorr(message, secret, auxiliary, signature);
  mite_curve_forget(secret, sizeof secret);
  mite_curve_forget(auxiliary, sizeof auxiliary);
  if (result == MITE_CURVE_BAD_SECRET)
    xsRangeError("secret: not within 1..n-1");
  if (result != MITE_CURVE_SIGNED)
    xsUnknownError("curve: the signature does not verify");
  fill_argument(the, 3, "signature", signature, sizeof signature);
}
