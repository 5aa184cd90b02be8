/**
 * The keys of a wallet, from its seed. The version of the wallet's file says how.
 *
 * 2: BIP32, so that other wallets find the same coins: P2WPKH as BIP84 says, P2TR as BIP86 says, first account, no
 * change addresses of their own.
 * 1: HMAC-SHA256(seed, "mite/<network>/<type>/<index>"), for wallets made that way.
 */
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { HDKey } from '@scure/bip32';
import type { NetworkName } from '../../firmware/domain/networks.js';

export const ADDRESS_TYPES = ['p2wpkh', 'p2tr'] as const;
export type AddressType = (typeof ADDRESS_TYPES)[number];

export const KEY_VERSIONS = [1, 2] as const;
export type KeyVersion = (typeof KEY_VERSIONS)[number];

export interface KeyPair {
  /** 32 bytes */
  readonly secret: Uint8Array;
  /** compressed, 33 bytes */
  readonly publicKey: Uint8Array;
}

/** Key number `index` (0, 1, 2, …) of a type. */
export type KeySource = (type: AddressType, index: number) => KeyPair;

const PURPOSES: Readonly<Record<AddressType, number>> = { p2wpkh: 84, p2tr: 86 };

/** @example keySource(2, seed, 'devnet')('p2wpkh', 3) // m/84'/1'/0'/0/3 */
export function keySource(version: KeyVersion, seed: Uint8Array, network: NetworkName): KeySource {
  return version === 1 ? ownKeys(seed, network) : bip32Keys(seed, network);
}

function bip32Keys(seed: Uint8Array, network: NetworkName): KeySource {
  const master = HDKey.fromMasterSeed(seed);
  const coin = network === 'mainnet' ? 0 : 1; // SLIP-44: all test networks share 1
  const chains = new Map<AddressType, HDKey>();
  return (type, index) => {
    const chain = chains.get(type) ?? master.derive(`m/${PURPOSES[type]}'/${coin}'/0'/0`);
    chains.set(type, chain);
    const { privateKey, publicKey } = chain.deriveChild(index);
    return { secret: privateKey!, publicKey: publicKey! };
  };
}

function ownKeys(seed: Uint8Array, network: NetworkName): KeySource {
  return (type, index) => {
    const secret = hmac(sha256, seed, utf8ToBytes(`mite/${network}/${type}/${index}`));
    // One in 2^128 is not a key: the library throws.
    return { secret, publicKey: secp256k1.getPublicKey(secret) };
  };
}
