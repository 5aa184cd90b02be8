/** The types and bounds of the RPC node's answers. Unused fields are not checked. */
import { z } from 'zod';
import { MAX_BLOCK_SIGOPS_COST, MAX_BLOCK_WEIGHT, MAX_MONEY } from '../../../firmware/domain/transaction.js';

const U32 = 0xffffffff;
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const compact = z.string().regex(/^[0-9a-f]{8}$/);
const hex = z.string().regex(/^(?:[0-9a-f]{2})*$/);
const height = z.number().int().min(0).max(0x7fffffff);
const time = z.number().int().min(0).max(U32);
/** Satoshi: the total supply is below 2^53. */
const amount = z.number().int().min(0).max(Number(MAX_MONEY));

export const chainInfo = z.object({
  chain: z.string().max(20),
  blocks: height,
  headers: z.number().int().min(-1).max(0x7fffffff),
  bestblockhash: hash,
  initialblockdownload: z.boolean(),
  verificationprogress: z.number(),
  signet_challenge: hex.max(20_000).optional(),
});
export type ChainInfo = z.infer<typeof chainInfo>;

export const blockHash = hash;
export const blockCount = height;
/** getblockheader HASH false */
export const rawHeader = z.string().regex(/^[0-9a-f]{160}$/);
/** getblockheader HASH true */
export const headerPlace = z.object({ height });
/** Header and a partial tree of 17,000 leaves at most. */
export const txOutProof = hex.min(2 * 84).max(10_000);
/** null, or the reason (BIP22) */
export const submitResult = z.string().max(1_000).nullable();

/** gettxout: null when it is not unspent. A script of more than 10,000 bytes cannot be spent. */
export const unspentOutput = z
  .object({
    value: z
      .number()
      .min(0)
      .max(Number(MAX_MONEY) / 1e8),
    scriptPubKey: z.object({ hex: hex.max(20_000) }),
  })
  .nullable();
export type UnspentOutput = z.infer<typeof unspentOutput>;

/** The most transactions a block can have: each weighs at least 240. */
const MAX_TRANSACTIONS = 17_000;

const templateTransaction = z.object({
  // The digits are checked when they become bytes.
  data: z.string().min(120).max(8_000_000),
  txid: hash,
  hash,
  fee: amount,
  sigops: z.number().int().min(0).max(MAX_BLOCK_SIGOPS_COST),
  weight: z.number().int().min(240).max(MAX_BLOCK_WEIGHT),
});
export type TemplateEntry = z.infer<typeof templateTransaction>;

/** Bytes of a template: four million weight units in hex, and what JSON puts around 17,000 transactions. */
export const TEMPLATE_BYTES = 16_777_216;

/** getblocktemplate of BIP22, 23 and 145. */
export const blockTemplate = z.object({
  version: z.number().int().min(-0x80000000).max(0x7fffffff),
  rules: z.array(z.string().max(40)).max(50),
  vbrequired: z.number().int().min(0).max(U32),
  previousblockhash: hash,
  transactions: z.array(templateTransaction).max(MAX_TRANSACTIONS),
  coinbasevalue: amount,
  longpollid: z.string().min(1).max(200),
  target: hash,
  mintime: time,
  curtime: time,
  bits: compact,
  height,
  sigoplimit: z.number().int().min(0).max(400_000),
  weightlimit: z.number().int().min(0).max(16_000_000),
  default_witness_commitment: hex.max(200).optional(),
  signet_challenge: hex.max(20_000).optional(),
});
export type BlockTemplate = z.infer<typeof blockTemplate>;
