/**
 * Full re-verification: everything is rebuilt from the raw blocks and the network's genesis, then compared with what
 * the other tables say. Only raw blocks are trusted to exist; nothing is trusted to be right.
 *
 * Not covered: counters that only tell processes of changes, and the wording of reasons.
 * @module
 */

import { equalBytes } from '../../firmware/domain/bytes.js';
import { checkNextHeader, medianTimePast } from '../../firmware/domain/chain.js';
import { sha256 } from '../../firmware/domain/hash.js';
import type { NetworkRules } from '../../firmware/domain/networks.js';
import { blockWork } from '../../firmware/domain/target.js';
import { messageOf } from '../../programs/problems.js';
import { checkIntegrity } from '../store/sqlite/database.js';
import { acceptTransaction, readTransactionBytes } from './accept.js';
import { contextDepth, headerContext } from './branch.js';
import { genesisBlock } from './genesis.js';
import { Pool } from './pool.js';
import {
  checkBlockAlone,
  checkBlockInPlace,
  checkVersion,
  connectBlock,
  type ParsedBlock,
  readBlock,
  wantedCoins,
} from './rules/block.js';
import { type Coin, keyOf } from './rules/coins.js';
import { checkWitnesses, SignatureCache } from './rules/signatures.js';
import { encodeUndo } from './rules/undo.js';
import { type Db, plain, readPool, readState, toCoin, workBytes } from './store.js';
import { VerifyError, type VerifyProgress } from './types.js';

/** A verified header, as far as later ones need it. */
interface Known {
  hash: Uint8Array;
  height: number;
  time: number;
  nBits: number;
  chainWork: bigint;
  parent: Known | undefined;
  active: boolean;
}

const PAGE = 500;

/**
 * @param db a separate handle; read in one transaction, so that a running node may go on writing
 * @throws VerifyError naming the height and what is wrong there, StorageError when the file itself is damaged
 */
export async function verifyLedger(
  db: Db,
  rules: NetworkRules,
  progress?: (at: VerifyProgress) => void,
): Promise<{ height: number; hash: Uint8Array }> {
  await checkIntegrity(db);
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(trx => new Verification(trx, rules).run(progress));
}

class Verification {
  readonly #db: Db;
  readonly #rules: NetworkRules;
  readonly #known = new Map<string, Known>();
  readonly #coins = new Map<string, Coin>();
  #height = 0;
  #tip: Known | undefined;
  #mostWork = 0n;
  /** in the best chain so far */
  #transactions = 0;

  constructor(db: Db, rules: NetworkRules) {
    this.#db = db;
    this.#rules = rules;
  }

  async run(progress?: (at: VerifyProgress) => void): Promise<{ height: number; hash: Uint8Array }> {
    try {
      const { top } = await this.#db
        .selectFrom('headers')
        .select(eb => eb.fn.max('height').as('top'))
        .executeTakeFirstOrThrow();
      const total = Number(top ?? 0);
      for (this.#height = 0; this.#height <= total; this.#height++) {
        await this.#verifyHeight();
        progress?.({ height: this.#height, total });
        await new Promise(setImmediate);
      }
      this.#height = this.#tip?.height ?? 0;
      await this.#verifyState();
      await this.#verifyCounts();
      await this.#verifyCoins();
      await this.#verifyPool();
      return { height: this.#tip!.height, hash: this.#tip!.hash };
    } catch (error) {
      if (error instanceof VerifyError) throw error;
      throw new VerifyError(this.#height, messageOf(error));
    }
  }

  #require(condition: boolean, reason: string): asserts condition {
    if (!condition) throw new VerifyError(this.#height, reason);
  }

  async #verifyHeight(): Promise<void> {
    const height = this.#height;
    const active = await this.#db
      .selectFrom('active_chain')
      .select('hash')
      .where('height', '=', height)
      .executeTakeFirst();
    const rows = await this.#db
      .selectFrom('headers')
      .innerJoin('blocks', 'blocks.hash', 'headers.hash')
      .selectAll('headers')
      .select('blocks.raw')
      .where('headers.height', '=', height)
      .execute();
    let met = false;
    for (const row of rows) {
      const raw = plain(row.raw);
      const isActive = active !== undefined && equalBytes(active.hash, row.hash);
      const block = readBlock(raw);
      this.#require(
        equalBytes(block.hash, row.hash),
        'a stored block does not have the hash it is stored under',
      );
      this.#require(equalBytes(row.header, raw.subarray(0, 80)), 'a stored header differs from its block');
      this.#require(
        equalBytes(row.previous_hash, block.header.previousHash),
        'a stored parent hash is wrong',
      );
      this.#require(
        isActive ? row.status === 'active' : row.status === 'side' || row.status === 'invalid',
        `status ${row.status}`,
      );
      const known = this.#verifyHeader(block, isActive);
      this.#require(equalBytes(row.chain_work, workBytes(known.chainWork)), 'the stored chain work is wrong');
      if (isActive) {
        met = true;
        if (height > 0) await this.#connect(block);
        await this.#verifyConfirmed(block);
        this.#tip = known;
      } else if (row.status === 'side' && known.chainWork > this.#mostWork) this.#mostWork = known.chainWork;
      this.#known.set(keyOf(known.hash), known);
    }
    if (active) this.#require(met, 'the best chain names a block that is not stored');
    this.#forget(height - contextDepth(this.#rules));
  }

  /** Rules of the header and the block without coins. */
  #verifyHeader(block: ParsedBlock, active: boolean): Known {
    const { hash, header } = block;
    const { time, nBits, previousHash } = header;
    if (this.#height === 0) {
      this.#require(
        equalBytes(block.raw, genesisBlock(this.#rules)),
        'not the genesis block of this network',
      );
      return { hash, height: 0, time, nBits, chainWork: blockWork(nBits), parent: undefined, active };
    }
    const parent = this.#known.get(keyOf(previousHash));
    this.#require(
      parent !== undefined && parent.height === this.#height - 1,
      'the parent is not stored one below',
    );
    this.#require(!active || parent.active, 'the best chain has a gap');
    checkVersion(header.version);
    const context = headerContext(this.#behind(parent));
    const reason = checkNextHeader(this.#rules, header, context);
    this.#require(reason === undefined, reason ?? '');
    checkBlockAlone(block);
    checkBlockInPlace(block, this.#height, medianTimePast(context.pastTimes));
    const chainWork = parent.chainWork + blockWork(nBits);
    return { hash, height: this.#height, time, nBits, chainWork, parent, active };
  }

  #behind(parent: Known): Known[] {
    const links: Known[] = [];
    const depth = contextDepth(this.#rules);
    for (let next: Known | undefined = parent; next && links.length < depth; next = next.parent)
      links.push(next);
    return links.reverse();
  }

  /** Bounds memory: drops what lies deeper than the header rules look. */
  #forget(below: number): void {
    for (const [key, known] of this.#known) {
      if (known.height >= below) break;
      this.#known.delete(key);
    }
    for (const known of this.#known.values()) {
      if (known.height > below) break;
      known.parent = undefined;
    }
  }

  async #connect(block: ParsedBlock): Promise<void> {
    const base = new Map<string, Coin>();
    for (const key of wantedCoins(block)) {
      const coin = this.#coins.get(key);
      if (coin) base.set(key, coin);
    }
    const { view, spent } = connectBlock(this.#rules, block, this.#height, base, (index, outputs) =>
      checkWitnesses(block.transactions[index]!, outputs),
    );
    for (const key of view.spent) this.#coins.delete(key);
    for (const [key, coin] of view.created) this.#coins.set(key, coin);
    const undo = await this.#db
      .selectFrom('undo')
      .select('data')
      .where('hash', '=', block.hash)
      .executeTakeFirst();
    this.#require(
      undo !== undefined && equalBytes(undo.data, encodeUndo(spent)),
      'the stored undo data is wrong',
    );
  }

  /** The index of transactions, at this height. */
  async #verifyConfirmed({ txids }: ParsedBlock): Promise<void> {
    const rows = await this.#db
      .selectFrom('confirmed')
      .select(['txid', 'position'])
      .where('height', '=', this.#height)
      .orderBy('position')
      .execute();
    this.#require(
      rows.length === txids.length &&
        rows.every((row, i) => row.position === i && equalBytes(row.txid, txids[i]!)),
      'the index of transactions is wrong',
    );
    this.#transactions += txids.length;
  }

  async #verifyState(): Promise<void> {
    const state = await readState(this.#db);
    this.#require(this.#tip !== undefined && state !== undefined, 'there is no chain');
    this.#require(state.network === this.#rules.name, `the file is of network ${state.network}`);
    this.#require(
      equalBytes(state.tip_hash, this.#tip.hash),
      'the stored tip is not the end of the best chain',
    );
    this.#require(this.#mostWork <= this.#tip.chainWork, 'a valid branch has more work than the best chain');
  }

  /** Rows that the walk by height did not meet. */
  async #verifyCounts(): Promise<void> {
    const count = async (table: 'headers' | 'blocks' | 'undo' | 'active_chain' | 'confirmed') => {
      const { rows } = await this.#db
        .selectFrom(table)
        .select(eb => eb.fn.countAll().as('rows'))
        .executeTakeFirstOrThrow();
      return Number(rows);
    };
    const length = this.#tip!.height + 1;
    this.#require((await count('active_chain')) === length, 'the best chain has rows too many or too few');
    this.#require((await count('undo')) === length - 1, 'undo rows too many or too few');
    this.#require((await count('confirmed')) === this.#transactions, 'the index of transactions is too long');
    this.#require((await count('headers')) === (await count('blocks')), 'headers and blocks do not pair');
  }

  async #verifyCoins(): Promise<void> {
    let last: Uint8Array = new Uint8Array(0);
    let seen = 0;
    for (;;) {
      const rows = await this.#db
        .selectFrom('utxo')
        .selectAll()
        .where('outpoint', '>', last)
        .orderBy('outpoint')
        .limit(PAGE)
        .execute();
      for (const row of rows) {
        const key = keyOf(row.outpoint);
        const coin = this.#coins.get(key);
        this.#require(coin !== undefined, `the stored coin ${key} should not exist`);
        const stored = toCoin(row);
        const same =
          stored.value === coin.value &&
          stored.height === coin.height &&
          row.coinbase === Number(coin.coinbase) &&
          equalBytes(stored.script, coin.script) &&
          equalBytes(row.script_hash, sha256(coin.script));
        this.#require(same, `the stored coin ${key} is wrong`);
        seen++;
      }
      if (rows.length < PAGE) break;
      last = rows[rows.length - 1]!.outpoint;
      await new Promise(setImmediate);
    }
    this.#require(seen === this.#coins.size, `${this.#coins.size - seen} coins are missing`);
  }

  /** Waiting transactions are accepted again against the rebuilt coins. */
  async #verifyPool(): Promise<void> {
    const pool = new Pool();
    const signatures = new SignatureCache();
    const links = this.#behind(this.#tip!);
    const medianTime = medianTimePast(links.slice(-11).map(link => link.time));
    for (const row of await readPool(this.#db)) {
      const parsed = readTransactionBytes(row.raw);
      const { coinbaseMaturity } = this.#rules;
      const height = this.#tip!.height + 1;
      const context = {
        pool,
        coins: this.#coins,
        height,
        medianTime,
        coinbaseMaturity,
        signatures,
        now: row.time,
        anyFee: true,
      };
      const entry = acceptTransaction(parsed, context);
      const same =
        equalBytes(row.txid, entry.txid) &&
        equalBytes(row.wtxid, entry.wtxid) &&
        BigInt(row.fee) === entry.fee;
      this.#require(same, 'a stored mempool transaction is wrong');
      pool.add(entry);
    }
  }
}
