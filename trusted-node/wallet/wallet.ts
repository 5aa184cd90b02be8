/**
 * A small wallet: one random seed in a file that only its owner can read, and keys derived from it (keys.ts): one copy
 * of the file, however old, restores every key. The file holds how many addresses were handed out; two processes that
 * make one at the same time hand out the same, which loses nothing.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { p2tr, p2wpkh } from '@scure/btc-signer';
import { NETWORKS, type NetworkName, type NetworkRules } from '../../firmware/domain/networks.js';
import { createFile, replaceFile } from '../common/atomic-file.js';
import type { Ledger } from '../ledger/types.js';
import type { Balance } from '../ports/chain-queries.js';
import { signerNetwork } from './address.js';
import {
  type AddressType,
  KEY_VERSIONS,
  type KeySource,
  type KeyVersion,
  keySource,
  ADDRESS_TYPES as TYPES,
} from './keys.js';

const MAX_ADDRESSES = 10_000;

export interface WalletAddress {
  type: AddressType;
  /** 0, 1, 2, … of its type */
  index: number;
  address: string;
  script: Uint8Array;
}

/** A wallet address with what signing needs. Never logged, never leaves the process. */
export interface WalletKey extends WalletAddress {
  secret: Uint8Array;
  /** compressed (33 bytes), or x-only and untweaked (32 bytes) for taproot */
  publicKey: Uint8Array;
}

interface WalletFile {
  version: KeyVersion;
  network: NetworkName;
  /** 32 bytes, hex */
  seed: string;
  counts: Record<AddressType, number>;
}

/** The wallet file is missing, exists already, or cannot be used. */
export class WalletError extends Error {
  override readonly name = 'WalletError';
}

/**
 * Makes a wallet file (mode 0600) with a new seed. Never replaces one.
 * @throws WalletError when the file exists
 */
export function createWallet(path: string, network: NetworkName): Wallet {
  const content: WalletFile = {
    version: 2,
    network,
    seed: bytesToHex(randomBytes(32)),
    counts: { p2wpkh: 0, p2tr: 0 },
  };
  try {
    createFile({ path, content: JSON.stringify(content) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new WalletError(`there is a wallet already, ${path}, and it is not overwritten`);
    throw error;
  }
  return new Wallet(path, content);
}

/** @throws WalletError when there is none, it is damaged, or it belongs to another network */
export function openWallet(path: string, network: NetworkName): Wallet {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new WalletError(`there is no wallet at ${path} yet: "mite-node wallet new" makes one`);
    throw error;
  }
  const content = parseWallet(text);
  if (content === 'newer')
    throw new WalletError(`the wallet file ${path} was written by a newer version of Mite: use that version`);
  if (!content) throw new WalletError(`the wallet file ${path} is damaged: restore a backup of it`);
  if (content.network !== network)
    throw new WalletError(`the wallet is for ${content.network}, not for ${network}: is --network right?`);
  return new Wallet(path, content);
}

/** undefined: damaged */
function parseWallet(text: string): WalletFile | 'newer' | undefined {
  try {
    const { version, network, seed, counts } = JSON.parse(text);
    if (Number.isInteger(version) && version > Math.max(...KEY_VERSIONS)) return 'newer';
    const countsValid = TYPES.every(
      type => Number.isInteger(counts[type]) && counts[type] >= 0 && counts[type] <= MAX_ADDRESSES,
    );
    if (!KEY_VERSIONS.includes(version) || !Object.hasOwn(NETWORKS, network) || !countsValid)
      return undefined;
    if (!/^[0-9a-f]{64}$/.test(seed)) return undefined;
    return { version, network, seed, counts: { p2wpkh: counts.p2wpkh, p2tr: counts.p2tr } };
  } catch {
    return undefined;
  }
}

export class Wallet {
  readonly network: NetworkRules;
  readonly #path: string;
  readonly #content: WalletFile;
  readonly #source: KeySource;
  readonly #keys = new Map<string, WalletKey>();

  constructor(path: string, content: WalletFile) {
    this.#path = path;
    this.#content = content;
    this.network = NETWORKS[content.network];
    this.#source = keySource(content.version, hexToBytes(content.seed), content.network);
  }

  /** The next unused address. It is on disk as handed out before this returns. */
  newAddress(type: AddressType): WalletAddress {
    if (!TYPES.includes(type)) throw new WalletError(`address type ${type}: choose p2wpkh or p2tr`);
    const index = this.#content.counts[type];
    if (index >= MAX_ADDRESSES)
      throw new WalletError(`the wallet has ${MAX_ADDRESSES} addresses of this type`);
    const counts = { ...this.#content.counts, [type]: index + 1 };
    this.#store({ ...this.#content, counts });
    this.#content.counts = counts;
    return publicPart(this.#key(type, index));
  }

  /** Learns of addresses that another process has handed out since. @throws WalletError */
  refresh(): void {
    const { counts } = openWallet(this.#path, this.#content.network).#content;
    for (const type of TYPES) this.#content.counts[type] = Math.max(this.#content.counts[type], counts[type]);
  }

  /**
   * Takes in the addresses that another file of the same seed has handed out, on disk before this returns.
   * @returns undefined when the seed differs; otherwise whether this one had any that the other lacks
   */
  join(other: Wallet): boolean | undefined {
    const [own, its] = [this.#content, other.#content];
    if (own.seed !== its.seed || own.version !== its.version) return undefined;
    const hasMore = TYPES.some(type => own.counts[type] > its.counts[type]);
    const counts = { ...own.counts };
    for (const type of TYPES) counts[type] = Math.max(own.counts[type], its.counts[type]);
    this.#store({ ...own, counts });
    own.counts = counts;
    return hasMore;
  }

  /** All addresses handed out, oldest first within a type. */
  addresses(): WalletAddress[] {
    return this.keys().map(publicPart);
  }

  /** All keys handed out. For signing only. */
  keys(): WalletKey[] {
    return TYPES.flatMap(type =>
      Array.from({ length: this.#content.counts[type] }, (_, i) => this.#key(type, i)),
    );
  }

  /** The sum over all addresses. */
  async balance(ledger: Ledger): Promise<Balance> {
    const sum: Balance = { confirmed: 0n, immature: 0n, pending: 0n };
    for (const { script } of this.keys()) {
      const { confirmed, immature, pending } = await ledger.balance(script);
      sum.confirmed += confirmed;
      sum.immature += immature;
      sum.pending += pending;
    }
    return sum;
  }

  #store(content: WalletFile): void {
    replaceFile({ path: this.#path, content: JSON.stringify(content) });
  }

  #key(type: AddressType, index: number): WalletKey {
    const name = `${type}/${index}`;
    const known = this.#keys.get(name);
    if (known) return known;
    const { secret, publicKey: point } = this.#source(type, index);
    const network = signerNetwork(this.network);
    const publicKey = type === 'p2wpkh' ? point : point.subarray(1);
    const payment = type === 'p2wpkh' ? p2wpkh(publicKey, network) : p2tr(publicKey, undefined, network);
    const key = { type, index, address: payment.address!, script: payment.script, secret, publicKey };
    this.#keys.set(name, key);
    return key;
  }
}

function publicPart({ type, index, address, script }: WalletKey): WalletAddress {
  return { type, index, address, script };
}
