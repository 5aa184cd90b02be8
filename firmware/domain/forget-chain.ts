/**
 * The owner's order to a board to forget the chain that it has verified, as a signature: a node that could give it by
 * itself could first make a board forget, and then show it any older chain.
 * @module
 */
import { asciiToBytes } from './bytes.js';
import type { Curve } from './curve.js';
import { taggedHash } from './hash.js';

const TAG = 'mite/forget-chain/1';

/**
 * What the owner signs (BIP340), 32 bytes: the tagged hash of the device's id, a space, and the boot id of the
 * board's hello. The next boot has another one, so that no order is obeyed twice.
 * @param device [a-z0-9-]
 * @param boot 16 hex digits
 * @throws RangeError for text that is not ASCII
 */
export function forgetChainMessage(device: string, boot: string): Uint8Array {
  return taggedHash(TAG, asciiToBytes(`${device} ${boot}`));
}

/**
 * @param signature 64 bytes
 * @param owner x-only public key, 32 bytes
 */
export function checkForgetChain(
  device: string,
  boot: string,
  signature: Uint8Array,
  owner: Uint8Array,
  curve: Curve,
): boolean {
  return curve.verifySchnorr(signature, forgetChainMessage(device, boot), owner);
}
