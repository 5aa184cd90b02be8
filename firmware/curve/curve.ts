import type { Curve } from '../domain/curve.js';

// See search/search.ts: such a function becomes the native one itself.
// biome-ignore lint/suspicious/noExplicitAny: natives check their arguments themselves
declare function native(name: string): (this: unknown, ...args: any[]) => any;

function verifyEcdsa(this: unknown, signature: Uint8Array, hash: Uint8Array, publicKey: Uint8Array): boolean {
  return native('xs_mite_curve_verify_ecdsa').call(this, signature, hash, publicKey);
}

function verifySchnorr(
  this: unknown,
  signature: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array,
): boolean {
  return native('xs_mite_curve_verify_schnorr').call(this, signature, message, publicKey);
}

function checkTweak(
  this: unknown,
  internal: Uint8Array,
  tweak: Uint8Array,
  parity: number,
  output: Uint8Array,
): boolean {
  return native('xs_mite_curve_check_tweak').call(this, internal, tweak, parity, output);
}

function fillPublicKey(this: unknown, secret: Uint8Array, publicKey: Uint8Array): boolean {
  return native('xs_mite_curve_public_key').call(this, secret, publicKey);
}

function fillSignature(
  this: unknown,
  message: Uint8Array,
  secret: Uint8Array,
  auxiliary: Uint8Array,
  signature: Uint8Array,
): void {
  native('xs_mite_curve_sign_schnorr').call(this, message, secret, auxiliary, signature);
}

/** secp256k1 in native code (curve.c, on libsecp256k1). TypeError for what is not a byte array. */
export const curve: Curve = Object.freeze<Curve>({
  verifyEcdsa,
  verifySchnorr,
  checkTweak,
  publicKey(secret) {
    const publicKey = new Uint8Array(32);
    return fillPublicKey(secret, publicKey) ? publicKey : undefined;
  },
  signSchnorr(message, secret, auxiliary) {
    const signature = new Uint8Array(64);
    fillSignature(message, secret, auxiliary, signature);
    return signature;
  },
});
