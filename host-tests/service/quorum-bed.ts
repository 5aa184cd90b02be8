/** A node on regtest with coins to spend, boards that judge, and what its next template would take. */
import type { ExecutionContext } from 'ava';
import { bytesToHex } from '../../firmware/domain/bytes.js';
import { parseTransaction, txid } from '../../firmware/domain/transaction.js';
import { openLogger } from '../../trusted-node/common/logger.js';
import { Admission } from '../../trusted-node/quorum/admission.js';
import {
  type Key,
  makeKey,
  mine,
  type Spendable,
  signedSpend,
  spendableOutput,
} from '../ledger/chain-maker.js';
import { JudgingBoard, type Opinion } from '../support/judging-board.js';
import { Bed } from './bed.js';

export const alice = makeKey(1);

export class QuorumBed {
  private constructor(
    readonly bed: Bed,
    readonly coins: Spendable[],
  ) {}

  /** @param flags `quorum` and the like; probes are off unless requested */
  static async start(t: ExecutionContext, flags: { [key: string]: string } = {}): Promise<QuorumBed> {
    const bed = await Bed.start({ network: 'regtest', probeEvery: '0', ...flags });
    t.teardown(() => bed.dispose());
    return new QuorumBed(bed, await mine(t, bed.node.ledger, alice, 104));
  }

  get db() {
    return this.bed.node.database;
  }

  async board(id: string, opinion?: Opinion, secret?: Uint8Array): Promise<JudgingBoard> {
    const device = await this.bed.connect(id);
    return JudgingBoard.join(device, () => this.bed.node.ledger.tip(), opinion, secret);
  }

  /** Sends a transaction into the mempool. */
  async send(t: ExecutionContext, input: Spendable, fee = 1_000n, key: Key = alice): Promise<Spendable> {
    const raw = signedSpend([input], [{ value: input.value - fee, script: key.script }]);
    await this.submit(t, raw);
    return spendableOutput(raw, 0, key);
  }

  async submit(t: ExecutionContext, raw: Uint8Array): Promise<Uint8Array> {
    const result = await this.bed.node.ledger.submitTransaction(raw);
    t.true(result.ok, result.ok ? '' : result.reason);
    return txid(parseTransaction(raw));
  }

  /** Txids (hex) that a template takes now. */
  async taken(): Promise<string[]> {
    const { quorum, quorumMinAge: minAge, quorumMode: mode } = this.bed.config;
    const { ledger } = this.bed.node;
    const admission = new Admission({
      db: this.db,
      queries: { candidates: () => ledger.waiting() },
      rules: { quorum, minAge, mode },
      log: openLogger('silent'),
      emit: () => {},
    });
    const admit = await admission.current();
    const template = await ledger.template(ledger.tip().time + 60, admit);
    return template.transactions.map(entry => bytesToHex(entry.txid));
  }

  async verdicts(): Promise<[string, number][]> {
    const rows = await this.db.selectFrom('verdicts').select(['device', 'verdict']).orderBy('at').execute();
    return rows.map(({ device, verdict }) => [device, verdict]);
  }

  async flags(): Promise<[string, string][]> {
    const rows = await this.db
      .selectFrom('flags')
      .select(['device', 'reason'])
      .where('cleared_at', 'is', null)
      .orderBy('id')
      .execute();
    return rows.map(({ device, reason }) => [device, reason]);
  }

  async refused(device: string): Promise<number> {
    // Counted in memory, stored now and then and at the end.
    const row = await this.db
      .selectFrom('device_keys')
      .select('refused')
      .where('device', '=', device)
      .executeTakeFirst();
    return row?.refused ?? 0;
  }
}
