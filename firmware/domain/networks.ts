/**
 * The rules that differ between networks (Bitcoin Core, kernel/chainparams.cpp), our devnet's included.
 * @module
 */
import { ADDRESS_PREFIXES, type NetworkName } from './address-prefixes.js';
import type { AsertAnchor } from './asert.js';
import { displayToHash, hexToBytes } from './bytes.js';
import { type BlockHeader, headerHash } from './header.js';

export type { NetworkName };

export interface Genesis {
  header: BlockHeader;
  /** of the header: 32 bytes, internal order */
  hash: Uint8Array;
  /** the block's one transaction, serialised; its txid is the merkle root */
  coinbase: Uint8Array;
}

export interface Checkpoint {
  height: number;
  /** 32 bytes, internal order */
  hash: Uint8Array;
}

export interface NetworkRules {
  name: NetworkName;
  /** easiest target */
  powLimit: bigint;
  /** its compact form */
  powLimitBits: number;
  /** seconds a block should take */
  targetSpacing: number;
  /** blocks between retargets */
  interval: number;
  /** seconds those should take: targetSpacing * interval */
  timespan: number;
  /** a block more than 2 * targetSpacing after its parent may have powLimitBits */
  minDifficultyBlocks: boolean;
  /** nBits never changes */
  noRetargeting: boolean;
  /** BIP94: retargets start from the period's first block; no time warp across periods */
  enforceBip94: boolean;
  /** the devnet's rule: every block retargets; see retarget.ts */
  perBlockRetarget: boolean;
  /** Bitcoin Cash's rule from this block on: the chain is checked from there, or later. Left out: Bitcoin's rule. */
  asert?: AsertAnchor;
  /** heights from which headers must have at least version 2, 3 and 4 (BIP34, BIP66, BIP65) */
  versionHeights: readonly number[];
  /** A block that the chain must contain, deep enough to be permanent: where a board begins to check. */
  checkpoint: Checkpoint;
  /** blocks between halvings of the subsidy */
  halvingInterval: number;
  /** confirmations before a coinbase output can be spent */
  coinbaseMaturity: number;
  /** human-readable part of segwit addresses (BIP173) */
  bech32Hrp: string;
  genesis: Genesis;
}

const DAY = 24 * 60 * 60;

const BITCOIN = {
  targetSpacing: 600,
  interval: 2016,
  timespan: 14 * DAY,
  minDifficultyBlocks: false,
  noRetargeting: false,
  enforceBip94: false,
  perBlockRetarget: false,
  versionHeights: [1, 1, 1],
  halvingInterval: 210_000,
  coinbaseMaturity: 100,
};

/** "The Times 03/Jan/2009 Chancellor on brink of second bailout for banks" */
const SATOSHI_COINBASE =
  '01000000010000000000000000000000000000000000000000000000000000000000000000ffffffff4d04ffff001d0104455468' +
  '652054696d65732030332f4a616e2f32303039204368616e63656c6c6f72206f6e206272696e6b206f66207365636f6e64206261' +
  '696c6f757420666f722062616e6b73ffffffff0100f2052a01000000434104678afdb0fe5548271967f1a67130b7105cd6a828e0' +
  '3909a67962e0ea1f61deb649f6bc3f4cef38c4f35504e51ec112de5c384df7ba0b8d578a4c702b6bf11d5fac00000000';
const SATOSHI_ROOT = '4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b';

/** "03/May/2024 000000000000000000001ebd58c244970b3aa9d783bb001011fbe8ea8e98e00e" */
const TESTNET4_COINBASE =
  '01000000010000000000000000000000000000000000000000000000000000000000000000ffffffff5504ffff001d01044c4c30' +
  '332f4d61792f323032342030303030303030303030303030303030303030303165626435386332343439373062336161396437383' +
  '362623030313031316662653865613865393865303065ffffffff0100f2052a010000002321000000000000000000000000000000' +
  '000000000000000000000000000000000000ac00000000';

/** "Mite devnet: trusted to store and relay, not trusted blindly"; one output, of nothing, to OP_RETURN */
const DEVNET_COINBASE =
  '01000000010000000000000000000000000000000000000000000000000000000000000000ffffffff3d3c4d697465206465766e' +
  '65743a207472757374656420746f2073746f726520616e642072656c61792c206e6f74207472757374656420626c696e646c79ff' +
  'ffffff010000000000000000016a00000000';

function genesis(coinbase: string, root: string, time: number, nBits: number, nonce: number): Genesis {
  const header: BlockHeader = {
    version: 1,
    previousHash: new Uint8Array(32),
    merkleRoot: displayToHash(root),
    time,
    nBits,
    nonce,
  };
  return { header, hash: headerHash(header), coinbase: hexToBytes(coinbase) };
}

/** Of Bitcoin Core's snapshots (m_assumeutxo_data in kernel/chainparams.cpp, v31). @param hash in display order */
function checkpoint(height: number, hash: string): Checkpoint {
  return { height, hash: displayToHash(hash) };
}

const MAINNET: NetworkRules = {
  ...BITCOIN,
  versionHeights: [227_931, 363_725, 388_381],
  checkpoint: checkpoint(910_000, '0000000000000000000108970acb9522ffd516eae17acddcb1bd16469194a821'),
  name: 'mainnet',
  powLimit: (1n << 224n) - 1n,
  powLimitBits: 0x1d00ffff,
  bech32Hrp: ADDRESS_PREFIXES.mainnet.hrp,
  genesis: genesis(SATOSHI_COINBASE, SATOSHI_ROOT, 1231006505, 0x1d00ffff, 2083236893),
};

const TESTNET4: NetworkRules = {
  ...BITCOIN,
  checkpoint: checkpoint(120_000, '000000000bd2317e51b3c5794981c35ba894ce27d3e772d5c39ecd9cbce01dc8'),
  name: 'testnet4',
  powLimit: (1n << 224n) - 1n,
  powLimitBits: 0x1d00ffff,
  minDifficultyBlocks: true,
  enforceBip94: true,
  bech32Hrp: ADDRESS_PREFIXES.testnet4.hrp,
  genesis: genesis(
    TESTNET4_COINBASE,
    '7aa0a7ae1e223414cb807e40cd57e667b718e42aaf9306db9102fe28912b7b4e',
    1714777860,
    0x1d00ffff,
    393743547,
  ),
};

const SIGNET: NetworkRules = {
  ...BITCOIN,
  checkpoint: checkpoint(290_000, '0000000577f2741bb30cd9d39d6d71b023afbeb9764f6260786a97969d5c9ac0'),
  name: 'signet',
  powLimit: 0x377aen << 216n,
  powLimitBits: 0x1e0377ae,
  bech32Hrp: ADDRESS_PREFIXES.signet.hrp,
  genesis: genesis(SATOSHI_COINBASE, SATOSHI_ROOT, 1598918400, 0x1e0377ae, 52613770),
};

const REGTEST_GENESIS = genesis(SATOSHI_COINBASE, SATOSHI_ROOT, 1296688602, 0x207fffff, 2);

const REGTEST: NetworkRules = {
  ...BITCOIN,
  checkpoint: { height: 0, hash: REGTEST_GENESIS.hash },
  name: 'regtest',
  powLimit: (1n << 255n) - 1n,
  powLimitBits: 0x207fffff,
  interval: 144,
  timespan: DAY,
  minDifficultyBlocks: true,
  noRetargeting: true,
  halvingInterval: 150,
  bech32Hrp: ADDRESS_PREFIXES.regtest.hrp,
  genesis: REGTEST_GENESIS,
};

const DEVNET_GENESIS = genesis(
  DEVNET_COINBASE,
  'eacd70f06a647a91d929dfacb178fe795b7f728d30e21b2f5bb7ec3efbf41362',
  1767225600,
  0x1e020000,
  5221782,
);

/** Ours: easy from the start, a new target with every block, coins that can be spent soon. */
const DEVNET: NetworkRules = {
  ...BITCOIN,
  checkpoint: { height: 0, hash: DEVNET_GENESIS.hash },
  name: 'devnet',
  powLimit: (1n << 240n) - 1n,
  powLimitBits: 0x1f00ffff,
  targetSpacing: 20,
  interval: 1,
  timespan: 20,
  perBlockRetarget: true,
  coinbaseMaturity: 10,
  bech32Hrp: ADDRESS_PREFIXES.devnet.hrp,
  genesis: DEVNET_GENESIS,
};

export const NETWORKS: Readonly<Record<NetworkName, NetworkRules>> = {
  mainnet: MAINNET,
  testnet4: TESTNET4,
  signet: SIGNET,
  regtest: REGTEST,
  devnet: DEVNET,
};
