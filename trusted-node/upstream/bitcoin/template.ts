/**
 * What the RPC node says the next block must have, checked against all rules that can be checked without the coins:
 * place in the chain, nBits, times, hashes, weight, signature operations, fees, witness commitment. What does not pass
 * is not mined. This node makes the coinbase, the merkle branch and the commitment itself.
 */

import { witnessCommitment } from '../../../firmware/domain/block.js';
import { bytesToHex, displayToHash, equalBytes, hashToDisplay } from '../../../firmware/domain/bytes.js';
import {
  type HeaderContext,
  MAX_FUTURE_SECONDS,
  medianTimePast,
  minimumTime,
  subsidy,
} from '../../../firmware/domain/chain.js';
import { BIP320_MASK } from '../../../firmware/domain/job.js';
import type { NetworkRules } from '../../../firmware/domain/networks.js';
import { nextBits } from '../../../firmware/domain/retarget.js';
import { witnessCommitmentScript } from '../../../firmware/domain/script.js';
import { compactToTarget } from '../../../firmware/domain/target.js';
import { MAX_BLOCK_SIGOPS_COST, MAX_BLOCK_WEIGHT } from '../../../firmware/domain/transaction.js';
import type { Admit, Template } from '../../ports/upstream.js';
import { MerkleTree } from './merkle-tree.js';
import type { BlockTemplate } from './schemas.js';
import { BadTemplate, type KnownTransaction, TransactionCache } from './transactions.js';

/** Weight units kept for header, count and our coinbase: Bitcoin Core's own reserve before version 29. */
const COINBASE_WEIGHT = 4_000;
/** Weighted signature operations of the coinbase: an output for the owner, whatever its kind. */
const COINBASE_SIGOPS = 400;
/** Rules that miners must know if marked with "!": those that this code follows. */
const KNOWN_RULES = new Set(['csv', 'segwit', 'taproot', 'testdummy', 'signet']);
/** nLockTime below it is a height, from it on a time (LOCKTIME_THRESHOLD). */
const LOCKTIME_THRESHOLD = 500_000_000;
const HASH_ZERO = new Uint8Array(32);

/** The chain that a template must build on. */
export interface TemplateContext {
  readonly rules: NetworkRules;
  /** With the tip as the parent. */
  readonly header: HeaderContext;
  /** False if the headers do not reach back far enough to know the next nBits. */
  readonly bitsKnown: boolean;
}

interface OwnTemplate extends Template {
  transactions: KnownTransaction[];
}

/** Checked, and ready to become a {@link Template}. */
export interface CheckedTemplate {
  readonly template: OwnTemplate;
  /** All of the RPC node's template; its own may have left some out. */
  readonly transactions: readonly KnownTransaction[];
  readonly longpollId: string;
}

export class TemplateChecker {
  private readonly cache = new TransactionCache();
  private readonly ids = new MerkleTree();
  private readonly witnessIds = new MerkleTree();
  /** Trees of what remains of a template when something is not admitted. */
  private readonly admittedIds = new MerkleTree();
  private readonly admittedWitnessIds = new MerkleTree();

  /** Transactions hashed and merkle nodes hashed for the last template. */
  readonly cost = { transactions: 0, nodes: 0 };

  /**
   * @param now seconds since 1970
   * @throws BadTemplate naming the rule
   */
  check(raw: BlockTemplate, { rules, header, bitsKnown }: TemplateContext, now: number): CheckedTemplate {
    const height = header.parentHeight + 1;
    const bad = (reason: string): never => {
      throw new BadTemplate(reason);
    };
    const previousHash = displayToHash(raw.previousblockhash);
    if (!equalBytes(previousHash, header.parentHash)) bad('it does not build on the newest block');
    if (raw.height !== height) bad(`its height is ${raw.height}, not ${height}`);
    for (const rule of raw.rules)
      if (rule.startsWith('!') && !KNOWN_RULES.has(rule.slice(1)))
        bad(`it wants a rule that is not known here: ${rule}`);
    if ((raw.vbrequired & BIP320_MASK) !== 0) bad('it fixes version bits that miners roll (BIP320)');
    const nBits = Number.parseInt(raw.bits, 16);
    const times = this.times(raw, rules, header, now);
    if (bitsKnown && nextBits(rules, { ...header, time: times.time }) !== nBits)
      bad(`its nBits are ${raw.bits}`);
    if (compactToTarget(nBits) !== BigInt(`0x${raw.target}`)) bad('its target is not that of its nBits');
    if (compactToTarget(nBits) > rules.powLimit) bad('its target is easier than the network allows');

    const transactions = this.cache.take(raw.transactions);
    const median = medianTimePast(header.pastTimes);
    for (const { lockTime, txid } of transactions)
      if (lockTime >= (lockTime < LOCKTIME_THRESHOLD ? height : median))
        bad(`transaction ${hashToDisplay(txid)}: bad-txns-nonfinal`);
    let value = subsidy(rules, height);
    for (const { fee } of transactions) value += fee;
    if (BigInt(raw.coinbasevalue) !== value)
      bad(`it pays ${raw.coinbasevalue}, but subsidy and fees are ${value}`);
    const limits = {
      weight: Math.min(raw.weightlimit, MAX_BLOCK_WEIGHT),
      sigops: Math.min(raw.sigoplimit, MAX_BLOCK_SIGOPS_COST),
    };
    if (sum(transactions, 'weight') > limits.weight) bad('its transactions weigh too much');
    if (sum(transactions, 'sigops') > limits.sigops)
      bad('its transactions have too many signature operations');

    const nodes = this.ids.update([HASH_ZERO, ...transactions.map(({ txid }) => txid)]);
    const more = this.witnessIds.update([HASH_ZERO, ...transactions.map(({ wtxid }) => wtxid)]);
    Object.assign(this.cost, { transactions: this.cache.fresh, nodes: nodes + more });
    const commitment = witnessCommitment(this.witnessIds.root);
    const theirs = raw.default_witness_commitment;
    if (theirs !== undefined && theirs !== bytesToHex(witnessCommitmentScript(commitment)))
      bad('its witness commitment is not that of its transactions');

    const whole: OwnTemplate = {
      height,
      version: raw.version,
      previousHash,
      nBits,
      ...times,
      value,
      transactions: [...transactions],
      witnessCommitment: commitment,
      merkleBranch: this.ids.branch,
    };
    const room = { weight: limits.weight - COINBASE_WEIGHT, sigops: limits.sigops - COINBASE_SIGOPS };
    const template = this.fit(whole, transactions, room);
    return { template, transactions, longpollId: raw.longpollid };
  }

  /** The bounds of the block's time that keep the template's nBits. */
  private times(
    raw: BlockTemplate,
    rules: NetworkRules,
    header: HeaderContext,
    now: number,
  ): Pick<Template, 'time' | 'minTime' | 'maxTime'> {
    const minTime = Math.max(raw.mintime, minimumTime(rules, header.parentHeight + 1, header.pastTimes));
    const easyAfter = header.parent.time + 2 * rules.targetSpacing;
    const time = Math.max(raw.curtime, minTime);
    let maxTime = Math.min(Math.max(minTime, now + MAX_FUTURE_SECONDS), 0xffffffff);
    if (!rules.minDifficultyBlocks || rules.noRetargeting)
      return { time: Math.min(time, maxTime), minTime, maxTime };
    // If a late block may be easier, its nBits depend on its time.
    if (time > easyAfter)
      return { time, minTime: Math.max(minTime, easyAfter + 1), maxTime: Math.max(time, maxTime) };
    maxTime = Math.max(time, Math.min(maxTime, easyAfter));
    return { time, minTime, maxTime };
  }

  /**
   * The template without what is not admitted, and without what spends its outputs.
   * @returns the template itself when everything is
   */
  admitted({ template, transactions }: CheckedTemplate, admit: Admit | undefined): Template {
    if (admit === undefined) return template;
    const inTemplate = new Set(template.transactions);
    const out = new Set<number>();
    transactions.forEach((transaction, position) => {
      if (
        !inTemplate.has(transaction) ||
        !admit(transaction) ||
        transaction.parents.some(index => out.has(index))
      )
        out.add(position);
    });
    return this.without(template, transactions, out);
  }

  /** Drops from the end what must make room for our own coinbase: nothing that stays spends an output of it. */
  private fit(
    template: OwnTemplate,
    transactions: readonly KnownTransaction[],
    room: { readonly weight: number; readonly sigops: number },
  ): OwnTemplate {
    const out = new Set<number>();
    let weight = sum(transactions, 'weight');
    let sigops = sum(transactions, 'sigops');
    for (let i = transactions.length - 1; i >= 0 && (weight > room.weight || sigops > room.sigops); i--) {
      out.add(i);
      weight -= transactions[i]!.weight;
      sigops -= transactions[i]!.sigops;
    }
    return this.without(template, transactions, out);
  }

  private without(
    template: OwnTemplate,
    transactions: readonly KnownTransaction[],
    out: ReadonlySet<number>,
  ): OwnTemplate {
    if (transactions.length - out.size === template.transactions.length) return template;
    const left = transactions.filter((_, position) => !out.has(position));
    let { value } = template;
    const kept = new Set(left);
    for (const transaction of template.transactions) if (!kept.has(transaction)) value -= transaction.fee;
    this.admittedIds.update([HASH_ZERO, ...left.map(({ txid }) => txid)]);
    this.admittedWitnessIds.update([HASH_ZERO, ...left.map(({ wtxid }) => wtxid)]);
    return {
      ...template,
      value,
      transactions: left,
      witnessCommitment: witnessCommitment(this.admittedWitnessIds.root),
      merkleBranch: this.admittedIds.branch,
    };
  }
}

function sum(transactions: readonly KnownTransaction[], what: 'weight' | 'sigops'): number {
  return transactions.reduce((total, transaction) => total + transaction[what], 0);
}
