/**
 * Test support: blocks mined in script, keys, signed spends. Regtest needs two hashes a block, so nothing here is slow.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { p2tr, p2wpkh, SigHash, Transaction } from '@scure/btc-signer';
import { pubECDSA, pubSchnorr } from '@scure/btc-signer/utils.js';
import type { ExecutionContext } from 'ava';
import {
  type Block,
  serializeBlock,
  witnessCommitment,
  witnessMerkleRoot,
} from '../../firmware/domain/block.js';
import { concatBytes } from '../../firmware/domain/bytes.js';
import {
  assembleCoinbase,
  buildCoinbaseParts,
  coinbaseTxid,
  coinbaseWithWitness,
} from '../../firmware/domain/coinbase.js';
import { sha256 } from '../../firmware/domain/hash.js';
import { encodeHeader, headerHash } from '../../firmware/domain/header.js';
import { merkleRoot, rootFromBranch } from '../../firmware/domain/merkle.js';
import { compactToTarget, meetsTarget } from '../../firmware/domain/target.js';
import { parseTransaction, txid, wtxid } from '../../firmware/domain/transaction.js';
import { openLedger } from '../../trusted-node/ledger/ledger.js';
import type { Ledger, LedgerOptions } from '../../trusted-node/ledger/types.js';
import type { Template } from '../../trusted-node/ports/upstream.js';

/** The genesis of regtest is of 2011; tests live a little after it. */
export const START = 1296688602;

export interface Key {
  secret: Uint8Array;
  publicKey: Uint8Array;
  script: Uint8Array;
  type: 'p2wpkh' | 'p2tr';
}

export function makeKey(seed: number, type: Key['type'] = 'p2wpkh'): Key {
  const secret = sha256(Uint8Array.of(seed & 0xff, seed >> 8, 0x4b));
  const publicKey = type === 'p2wpkh' ? pubECDSA(secret) : pubSchnorr(secret);
  const script = type === 'p2wpkh' ? p2wpkh(publicKey).script : p2tr(publicKey).script;
  return { secret, publicKey, script, type };
}

export interface Spendable {
  txid: Uint8Array;
  index: number;
  value: bigint;
  key: Key;
}

export interface Output {
  value: bigint;
  script: Uint8Array;
}

/** A signed transaction, by the library that is the tests' oracle. */
export function signedSpend(
  inputs: Spendable[],
  outputs: Output[],
  options: { sequence?: number; lockTime?: number } = {},
): Uint8Array {
  const tx = new Transaction({ version: 2, lockTime: options.lockTime ?? 0, allowUnknownOutputs: true });
  for (const { txid: id, index, value, key } of inputs)
    tx.addInput({
      txid: id.slice().reverse(),
      index,
      sequence: options.sequence ?? 0xffffffff,
      witnessUtxo: { amount: value, script: key.script },
      ...(key.type === 'p2tr' ? { tapInternalKey: key.publicKey } : {}),
    });
  for (const { value, script } of outputs) tx.addOutput({ amount: value, script });
  inputs.forEach(({ key }, i) => {
    tx.signIdx(key.secret, i, [key.type === 'p2tr' ? SigHash.DEFAULT : SigHash.ALL], new Uint8Array(32));
  });
  tx.finalize();
  return tx.extract();
}

export function spendableOutput(raw: Uint8Array, index: number, key: Key): Spendable {
  const transaction = parseTransaction(raw);
  return { txid: txid(transaction), index, value: transaction.outputs[index]!.value, key };
}

/** Turns the nonce until the header's hash meets its target. */
export function solve(block: Block): Uint8Array {
  const target = compactToTarget(block.header.nBits);
  while (!meetsTarget(headerHash(block.header), target)) block.header.nonce++;
  return serializeBlock(block);
}

/** A block of a template, as the service builds it: parts, extranonce, branch. */
export function blockOfTemplate(template: Template, script: Uint8Array, extranonce = 0): Uint8Array {
  const { prefix, suffix } = buildCoinbaseParts({
    height: template.height,
    outputs: [{ value: template.value, script }],
    witnessCommitment: template.witnessCommitment,
    extranonceLength: 8,
  });
  const nonce = new Uint8Array(8);
  new DataView(nonce.buffer).setUint32(0, extranonce);
  const header = {
    version: template.version,
    previousHash: template.previousHash,
    merkleRoot: rootFromBranch(coinbaseTxid(prefix, nonce, suffix), template.merkleBranch, 0),
    time: template.time,
    nBits: template.nBits,
    nonce: 0,
  };
  const target = compactToTarget(header.nBits);
  while (!meetsTarget(headerHash(header), target)) header.nonce++;
  const { transactions } = template;
  return concatBytes(
    encodeHeader(header),
    varint(transactions.length + 1),
    coinbaseWithWitness(assembleCoinbase(prefix, nonce, suffix)),
    ...transactions.map(({ raw }) => raw),
  );
}

function varint(count: number): Uint8Array {
  return count < 0xfd ? Uint8Array.of(count) : Uint8Array.of(0xfd, count & 0xff, count >> 8);
}

export interface BlockPlan {
  previousHash: Uint8Array;
  height: number;
  time: number;
  nBits?: number;
  transactions?: Uint8Array[];
  outputs: Output[];
  extranonce?: number;
  /** changes the block before roots are computed */
  before?: (block: Block) => void;
  /** changes it after, before the nonce is searched */
  after?: (block: Block) => void;
}

/** A block without a ledger: for side branches and broken variants. */
export function makeBlock(plan: BlockPlan): { raw: Uint8Array; hash: Uint8Array; coinbaseTxid: Uint8Array } {
  const others = (plan.transactions ?? []).map(parseTransaction);
  const { prefix, suffix } = buildCoinbaseParts({
    height: plan.height,
    outputs: plan.outputs,
    witnessCommitment: witnessCommitment(witnessMerkleRoot(others.map(wtxid))),
    extranonceLength: 4,
  });
  const nonce = new Uint8Array(4);
  new DataView(nonce.buffer).setUint32(0, plan.extranonce ?? 0);
  const coinbase = parseTransaction(coinbaseWithWitness(assembleCoinbase(prefix, nonce, suffix)));
  const block: Block = {
    header: {
      version: 0x20000000,
      previousHash: plan.previousHash,
      merkleRoot: new Uint8Array(32),
      time: plan.time,
      nBits: plan.nBits ?? 0x207fffff,
      nonce: 0,
    },
    transactions: [coinbase, ...others],
  };
  plan.before?.(block);
  block.header.merkleRoot = merkleRoot(block.transactions.map(txid));
  plan.after?.(block);
  const raw = solve(block);
  return { raw, hash: headerHash(block.header), coinbaseTxid: txid(block.transactions[0]!) };
}

/** A ledger in a separate folder that is removed when the test ends. */
export async function testLedger(
  t: ExecutionContext,
  options: Partial<LedgerOptions> = {},
): Promise<{ ledger: Ledger; file: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'mite-ledger-'));
  const file = join(folder, 'mite.sqlite');
  const ledger = await openLedger({ file, network: 'regtest', clock: () => START + 1_000_000, ...options });
  t.teardown(async () => {
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { ledger, file };
}

/** Mines `count` blocks through templates. @returns their coinbase outputs */
export async function mine(
  t: ExecutionContext,
  ledger: Ledger,
  key: Key,
  count: number,
): Promise<Spendable[]> {
  const coins: Spendable[] = [];
  for (let i = 0; i < count; i++) {
    const template = await ledger.template(ledger.tip().time + 60);
    const raw = blockOfTemplate(template, key.script);
    const result = await ledger.submitBlock(raw);
    t.is(result.status, 'connected', 'reason' in result ? result.reason : '');
    const coinbase = await coinbaseOf(raw);
    coins.push({ txid: coinbase.id, index: 0, value: coinbase.value, key });
  }
  return coins;
}

async function coinbaseOf(raw: Uint8Array): Promise<{ id: Uint8Array; value: bigint }> {
  const { parseBlock } = await import('../../firmware/domain/block.js');
  const coinbase = parseBlock(raw).transactions[0]!;
  return { id: txid(coinbase), value: coinbase.outputs[0]!.value };
}
