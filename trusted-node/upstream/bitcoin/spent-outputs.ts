/**
 * The outputs that a template's transactions spend, for boards that judge them: those of transactions before them are in
 * the template, the others are asked for once and kept while they are needed.
 */
import { hexToBytes } from '../../../firmware/domain/bytes.js';
import { parseTransaction, type TxOutput } from '../../../firmware/domain/transaction.js';
import type { WaitingTransaction } from '../../ports/chain-queries.js';
import type { RpcClient } from './rpc.js';
import { unspentOutput } from './schemas.js';
import type { KnownTransaction } from './transactions.js';

/** Transactions of a template that are offered: the first, which pay most. A board judges a few a second. */
const MAX_OFFERED = 2_000;
/** The longest transaction whose outputs are looked up: offers hold no longer ones. */
const MAX_LENGTH = 4_096;
/** Outputs asked for at once, and the bytes of the longest answer: three texts of each script of 10,000 bytes. */
const BATCH = 200;
const BATCH_BYTES = 16_777_216;

export class SpentOutputs {
  /** By outpoint, as {@link KnownTransaction.spends} has it. */
  private known: ReadonlyMap<string, TxOutput> = new Map();
  /** When a transaction was first seen, by wtxid; seconds since 1970. */
  private seen: ReadonlyMap<string, number> = new Map();

  constructor(private readonly rpc: Pick<RpcClient, 'batch'>) {}

  /**
   * The first transactions of a template with the outputs that they spend. Those that are too large for an offer have
   * none; those whose outputs the RPC node does not know (any more), and what spends outputs of these, are left out.
   * @param time seconds since 1970
   * @throws RpcFailure
   */
  async of(template: readonly KnownTransaction[], time: number): Promise<WaitingTransaction[]> {
    const some = template.slice(0, MAX_OFFERED);
    const positions = new Map(some.map(({ txid }, position) => [latin1(txid), position]));
    const wanted = new Set<string>();
    for (const { raw, spends } of some)
      if (raw.length <= MAX_LENGTH)
        for (const outpoint of spends) if (!positions.has(outpoint.slice(0, 32))) wanted.add(outpoint);
    const outputs = await this.fetch(wanted);
    const seen = new Map<string, number>();
    const left = new Set<number>();
    const parsed = new Map<number, readonly TxOutput[]>();
    const outputOf = (outpoint: string): TxOutput | undefined => {
      const parent = positions.get(outpoint.slice(0, 32));
      if (parent === undefined) return outputs.get(outpoint);
      if (!parsed.has(parent)) parsed.set(parent, parseTransaction(some[parent]!.raw).outputs);
      return parsed.get(parent)![indexOf(outpoint)];
    };
    const waiting = some.flatMap((transaction, position): WaitingTransaction[] => {
      const { raw, txid, wtxid, fee, weight, spends, parents } = transaction;
      const spent = raw.length > MAX_LENGTH ? [] : spends.map(outputOf);
      if (parents.some(parent => left.has(parent)) || !spent.every(output => output !== undefined)) {
        left.add(position);
        return [];
      }
      const key = latin1(wtxid);
      seen.set(key, this.seen.get(key) ?? time);
      return [
        {
          ...{ txid, wtxid, raw, fee, spent, time: seen.get(key)! },
          vsize: Math.ceil(weight / 4),
          parents: parents.map(parent => some[parent]!.txid),
        },
      ];
    });
    this.seen = seen;
    return waiting;
  }

  /** Forgets what is not wanted any more. Only confirmed ones: those of the mempool are in the template. */
  private async fetch(wanted: ReadonlySet<string>): Promise<ReadonlyMap<string, TxOutput>> {
    const outputs = new Map<string, TxOutput>();
    const missing: string[] = [];
    for (const outpoint of wanted) {
      const known = this.known.get(outpoint);
      if (known === undefined) missing.push(outpoint);
      else outputs.set(outpoint, known);
    }
    for (let from = 0; from < missing.length; from += BATCH) {
      const some = missing.slice(from, from + BATCH);
      const calls = some.map(outpoint => ({
        method: 'gettxout',
        params: [
          Buffer.from(outpoint.slice(0, 32), 'latin1').reverse().toString('hex'),
          indexOf(outpoint),
          false,
        ],
      }));
      const answers = await this.rpc.batch(calls, unspentOutput, { maxBytes: BATCH_BYTES });
      answers.forEach((answer, i) => {
        // A decimal of eight places below 2^51: its nearest double, times 10^8, rounds to the integer meant.
        if (answer !== null)
          outputs.set(some[i]!, {
            value: BigInt(Math.round(answer.value * 1e8)),
            script: hexToBytes(answer.scriptPubKey.hex),
          });
      });
    }
    this.known = outputs;
    return outputs;
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

function indexOf(outpoint: string): number {
  return Buffer.from(outpoint.slice(32), 'latin1').readUInt32LE(0);
}
