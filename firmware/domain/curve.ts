/**
 * What the rules need of secp256k1. The board has it in native code (curve/), other programs use a library: the rules
 * take it as a value.
 * @module
 */
export interface Curve {
  /**
   * ECDSA (SEC 1, 4.1.4) over a hash of 32 bytes.
   * @param signature 64 bytes: r and s, big-endian; a high s is refused (BIP146)
   * @param publicKey 33 bytes, compressed; or 65 bytes, uncompressed (first byte 4, or 6 and 7 by the parity of Y)
   * @returns false for anything but a valid signature, wrong lengths included; never throws on bytes
   */
  verifyEcdsa(signature: Uint8Array, hash: Uint8Array, publicKey: Uint8Array): boolean;
  /**
   * Schnorr signature of BIP340.
   * @param signature 64 bytes
   * @param message 32 bytes
   * @param publicKey 32 bytes, x-only
   * @returns false for anything but a valid signature; never throws on bytes
   */
  verifySchnorr(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean;
  /**
   * Whether a taproot output's key is an internal key and a tweak times the generator (BIP341, taproot_tweak_pubkey).
   * @param internal 32 bytes, x-only
   * @param tweak 32 bytes, a number below the order
   * @param parity of the output's key: 0 when its Y is even, 1 when it is odd
   * @param output 32 bytes, x-only
   * @returns false for anything else; never throws on bytes
   */
  checkTweak(internal: Uint8Array, tweak: Uint8Array, parity: number, output: Uint8Array): boolean;
  /** The x-only public key (32 bytes) of a 32-byte secret, or undefined unless the secret is within 1..n-1. */
  publicKey(secret: Uint8Array): Uint8Array | undefined;
  /**
   * Signs by BIP340 and verifies the result.
   * @param message 32 bytes
   * @param secret 32 bytes
   * @param auxiliary 32 random bytes
   * @returns 64 bytes
   * @throws RangeError when the secret is not within 1..n-1 or a length is wrong; Error when the result does not verify
   */
  signSchnorr(message: Uint8Array, secret: Uint8Array, auxiliary: Uint8Array): Uint8Array;
}
