/** secp256k1 through @noble/curves, for Node: the board has it in native code (firmware/curve). @module */
import { schnorr, secp256k1 } from '@noble/curves/secp256k1.js';
import type { Curve } from '../../firmware/domain/curve.js';

const COMPACT = { prehash: false, lowS: true, format: 'compact' } as const;

/** Whatever the library refuses with an exception is not valid. */
function valid(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}

export const curve: Curve = {
  verifyEcdsa: (signature, hash, publicKey) =>
    signature.length === 64 &&
    hash.length === 32 &&
    publicKey.length === 33 &&
    valid(() => secp256k1.verify(signature, hash, publicKey, COMPACT)),

  verifySchnorr: (signature, message, publicKey) =>
    signature.length === 64 &&
    message.length === 32 &&
    publicKey.length === 32 &&
    valid(() => schnorr.verify(signature, message, publicKey)),

  publicKey: secret =>
    secret.length === 32 && secp256k1.utils.isValidSecretKey(secret)
      ? schnorr.getPublicKey(secret)
      : undefined,

  signSchnorr(message, secret, auxiliary) {
    if (message.length !== 32) throw new RangeError('message: needs 32 bytes');
    if (auxiliary.length !== 32) throw new RangeError('auxiliary: needs 32 bytes');
    if (secret.length !== 32) throw new RangeError('secret: needs 32 bytes');
    if (!secp256k1.utils.isValidSecretKey(secret)) throw new RangeError('secret: not within 1..n-1');
    return schnorr.sign(message, secret, auxiliary);
  },
};
