/**
 * What the addresses of each network begin with (Bitcoin Core, kernel/chainparams.cpp; the devnet's are ours). Kept
 * apart from networks.ts, so that a board can check an address without carrying every genesis block.
 * @module
 */

export const NETWORK_NAMES = ['mainnet', 'testnet4', 'signet', 'regtest', 'devnet'] as const;
export type NetworkName = (typeof NETWORK_NAMES)[number];

export interface AddressPrefixes {
  /** human-readable part of segwit addresses (BIP173) */
  readonly hrp: string;
  /** version byte of P2PKH addresses in base58check */
  readonly p2pkh: number;
  /** version byte of P2SH addresses in base58check (BIP13) */
  readonly p2sh: number;
}

export const ADDRESS_PREFIXES: Readonly<Record<NetworkName, AddressPrefixes>> = {
  mainnet: { hrp: 'bc', p2pkh: 0x00, p2sh: 0x05 },
  testnet4: { hrp: 'tb', p2pkh: 0x6f, p2sh: 0xc4 },
  signet: { hrp: 'tb', p2pkh: 0x6f, p2sh: 0xc4 },
  regtest: { hrp: 'bcrt', p2pkh: 0x6f, p2sh: 0xc4 },
  devnet: { hrp: 'mdev', p2pkh: 0x6f, p2sh: 0xc4 },
};
