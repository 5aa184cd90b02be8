/** The owner's key, which is kept away from the node: it signs what a node could misuse (firmware/domain/forget-chain.ts). */
import { schnorr } from '@noble/curves/secp256k1.js';
import { bytesToHex, hexToBytes } from '../../firmware/domain/bytes.js';
import { forgetChainMessage } from '../../firmware/domain/forget-chain.js';

/** As it is stored: 64 hex digits and a line feed. */
const FILE = /^[0-9a-f]{64}\n?$/;

export interface OwnerKey {
  readonly secret: Uint8Array;
  /** x-only, 64 hex digits: the boards' setting `owner.key`. */
  readonly publicKey: string;
}

export function makeOwnerKey(): OwnerKey {
  return ownerKey(schnorr.utils.randomSecretKey());
}

function ownerKey(secret: Uint8Array): OwnerKey {
  return { secret, publicKey: bytesToHex(schnorr.getPublicKey(secret)) };
}

export function ownerKeyText({ secret }: OwnerKey): string {
  return `${bytesToHex(secret)}\n`;
}

/** @throws RangeError when the text is no key */
export function readOwnerKey(text: string): OwnerKey {
  if (!FILE.test(text)) throw new RangeError('no key: 64 hex digits are wanted');
  return ownerKey(hexToBytes(text.trim()));
}

/** The order to a board to forget its chain, good for one boot. @returns 128 hex digits */
export function signForgetChain({ secret }: OwnerKey, device: string, boot: string): string {
  return bytesToHex(schnorr.sign(forgetChainMessage(device, boot), secret));
}
