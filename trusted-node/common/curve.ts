/** secp256k1 through @noble/curves, for Node: the board has it in native code (firmware/curve). @module */
import { schnorr, secp256k1 } from '@noble/curves/secp256k1.js';
import { bytesToNumberBE } from '@noble/curves/utils.js';
import type { Curve } from '../../firmware/domain/curve.js';

const { Point } = secp256k1;
const COMPACT = { prehash: false, lowS: true, format: 'compact' } as const;

/** Whatever the library refuses with an exception is not valid. */
function valid(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}

/** OpenSSL's hybrid keys: uncompressed ones whose first byte says the parity of Y too. The library has no such. */
function withoutHybrid(key: Uint8Array): Uint8Array {
  const first = key[0];
  if (key.length !== 65 || (first !== 6 && first !== 7)) return key;
  if ((key[64]! & 1) !== (first & 1)) throw new RangeError('hybrid key of the other parity');
  const plain = key.slice();
  plain[0] = 4;
  return plain;
}

export const curve: Curve = {
  verifyEcdsa: (signature, hash, publicKey) =>
    signature.length === 64 &&
    hash.length === 32 &&
    valid(() => secp256k1.verify(signature, hash, withoutHybrid(publicKey), COMPACT)),

  verifySchnorr: (signature, message, publicKey) =>
    signature.length === 64 &&
    message.length === 32 &&
    publicKey.length === 32 &&
    valid(() => schnorr.verify(signature, message, publicKey)),

  checkTweak: (internal, tweak, parity, output) =>
    internal.length === 32 &&
    tweak.length === 32 &&
    output.length === 32 &&
    valid(() => {
      const factor = bytesToNumberBE(tweak);
      if (factor >= Point.Fn.ORDER) return false;
      const point = schnorr.utils.lift_x(bytesToNumberBE(internal));
      // A factor of 0 is no scalar for the library, and adds nothing.
      const { x, y } = (factor === 0n ? point : point.add(Point.BASE.multiply(factor))).toAffine();
      return x === bytesToNumberBE(output) && (y & 1n) === BigInt(parity);
    }),

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
