/**
 * Second opinions: offers waiting transactions to the boards, one at a time to each, and stores what they sign. Only
 * what is stored counts (quorum.ts); a board that reconnects is asked again about everything without a stored verdict
 * from it.
 */
import { randomInt } from 'node:crypto';
import { checkAttestation } from '../../firmware/domain/attestation.js';
import { bytesToHex, equalBytes, hashToDisplay, hexToBytes } from '../../firmware/domain/bytes.js';
import { judge } from '../../firmware/domain/judge/judge.js';
import { UINT32_MAX } from '../../firmware/protocol/mite/limits.js';
import { packSpent } from '../../firmware/protocol/mite/offer.js';
import { decodeVerdict, type VerdictMessage } from '../../firmware/protocol/mite/verdict.js';
import { curve } from '../common/curve.js';
import type { NodeEvent } from '../common/events.js';
import type { Logger } from '../common/logger.js';
import { SingleFlight } from '../common/single-flight.js';
import type { SecondOpinions } from '../ports/boards.js';
import type { ChainQueries } from '../ports/chain-queries.js';
import type { BoardDoor } from '../ports/door.js';
import type { NodeDatabase } from '../ports/store.js';
import type { FlagReason } from '../ports/tables.js';
import { UpstreamAway } from '../ports/upstream.js';
import { bindKey, boundKeys, openFlags } from './board-keys.js';
import { Listener, type Offered } from './listener.js';
import { type Offerable, offerablesOf } from './offerable.js';
import { ProbePlan } from './probe-plan.js';
import type { QuorumRules } from './quorum.js';
import { judgedBy, storeFlag, storeVerdict } from './verdict-store.js';

/** One connection of a board: whatever waits for the database checks by it whether the board is still here. */
interface Arrival {
  readonly device: string;
  /** Undefined: it presented none, or was not heard. */
  readonly claim: Uint8Array | undefined;
}

export class AttestingService implements SecondOpinions {
  private readonly listeners = new Map<string, Listener>();
  /** Connected boards and the keys that they present, bound to them or not. A new object for each connection. */
  private readonly arrivals = new Map<string, Arrival>();
  private flagged = new Set<string>();
  private offerables: readonly Offerable[] = [];
  /** Keys of all that wait; undefined: not read yet. */
  private here: ReadonlySet<string> | undefined;
  private readonly probes: ProbePlan;
  private readonly refreshing = new SingleFlight(() => this.refresh());
  private closed = false;
  /** Refused verdicts of each device since the last store. */
  private readonly refused = new Map<string, number>();

  constructor(
    private readonly options: {
      readonly db: NodeDatabase;
      readonly queries: Pick<ChainQueries, 'waiting' | 'heightOf'>;
      /** For the statement that boards sign. */
      readonly network: string;
      readonly door: Pick<BoardDoor, 'offer'>;
      readonly log: Logger;
      readonly emit: (event: NodeEvent) => void;
      readonly rules: QuorumRules;
      /** One offer in this many is a probe, and so is the first to each board; 0: none. */
      readonly probeEvery: number;
      /**
       * Waiting transactions come from another node, whose word is all there is: a board that calls one invalid is flagged only
       * if this node does not find the same.
       */
      readonly foreign?: boolean;
      /** Is the device connected? */
      readonly present: (device: string) => boolean;
      /** What templates may include has changed. */
      readonly changed: () => void;
      /** Monotonic milliseconds. */
      readonly now: () => number;
    },
  ) {
    this.probes = new ProbePlan(options.probeEvery);
  }

  /**
   * A board has connected or reconnected.
   * @param key from its hello (64 hex digits); undefined: it has none, and is not asked anything
   */
  async hello(device: string, key: string | undefined): Promise<void> {
    this.gone(device);
    if (key === undefined) return;
    const claim = hexToBytes(key);
    await this.bind(this.arrive(device, claim), claim);
  }

  /** A board is connected whose hello was not heard: it is assumed to have the key that is bound to it. */
  async resume(device: string): Promise<void> {
    this.gone(device);
    const arrival = this.arrive(device, undefined);
    const bound = (await boundKeys(this.options.db)).get(device);
    if (bound !== undefined) await this.listen(arrival, bound.publicKey, bound.probes);
  }

  gone(device: string): void {
    this.listeners.delete(device);
    this.arrivals.delete(device);
  }

  private arrive(device: string, claim: Uint8Array | undefined): Arrival {
    const arrival = { device, claim };
    this.arrivals.set(device, arrival);
    return arrival;
  }

  private async bind(arrival: Arrival, claim: Uint8Array): Promise<void> {
    const { db, log } = this.options;
    const { device } = arrival;
    const binding = await bindKey(db, device, claim);
    if (binding === 'bound') log.info({ device, key: bytesToHex(claim) }, 'key of a board bound');
    if (binding === 'other') {
      log.warn(
        { device, key: bytesToHex(claim) },
        'a device says another key than before: refused, its verdicts do not count; "device rekey" forgets the old one',
      );
      this.options.emit({ event: 'key-refused', device, key: bytesToHex(claim) });
      return;
    }
    await this.listen(arrival, claim, (await boundKeys(db)).get(device)?.probes ?? 0);
  }

  private async listen(arrival: Arrival, publicKey: Uint8Array, probes: number): Promise<void> {
    const { device } = arrival;
    // Before the mempool was read nothing is offered, and readPool looks this up.
    const judged = await judgedBy(this.options.db, device, publicKey, this.here ?? []);
    if (this.arrivals.get(device) !== arrival || this.listeners.has(device)) return;
    const listener = new Listener(device, publicKey, judged, probes);
    this.listeners.set(device, listener);
    this.next(listener);
  }

  /** The mempool has changed. */
  poolChanged(): void {
    if (!this.closed) void this.refreshing.rerun();
  }

  private async refresh(): Promise<void> {
    if (this.closed) return;
    try {
      await this.readPool();
    } catch (error) {
      // It says itself what is wrong.
      if (error instanceof UpstreamAway)
        this.options.log.debug({ reason: error.message }, 'the mempool is not known now');
      else this.options.log.error({ err: error }, 'the mempool could not be offered');
    }
  }

  private async readPool(): Promise<void> {
    const waiting = await this.options.queries.waiting();
    const { offerables, here } = offerablesOf(waiting);
    if (this.here === undefined)
      for (const listener of this.listeners.values())
        for (const key of await judgedBy(this.options.db, listener.device, listener.publicKey, here))
          listener.hasJudged(key);
    this.offerables = offerables;
    this.here = here;
    this.probes.poolChanged(here);
    for (const listener of this.listeners.values()) {
      listener.poolChanged(here);
      this.next(listener);
    }
  }

  /** Picks up what the command line changed: withdrawn flags, forgotten keys. */
  async load(): Promise<void> {
    const { db, changed } = this.options;
    const flags = await openFlags(db);
    const keys = await boundKeys(db);
    const flagged = new Set(flags.map(flag => flag.device));
    for (const { device, publicKey } of keys.values())
      if (flags.some(flag => equalBytes(flag.publicKey, publicKey))) flagged.add(device);
    const same = flagged.size === this.flagged.size && [...flagged].every(each => this.flagged.has(each));
    this.flagged = flagged;
    if (!same) changed();
    for (const [device, listener] of this.listeners) {
      const bound = keys.get(device);
      if (bound === undefined || !equalBytes(bound.publicKey, listener.publicKey)) {
        this.listeners.delete(device);
        changed();
      }
    }
    for (const arrival of [...this.arrivals.values()]) {
      const { device, claim } = arrival;
      if (claim !== undefined && !this.listeners.has(device) && !keys.has(device))
        await this.bind(arrival, claim);
    }
    this.nextOfAll();
  }

  status(device: string, chain: string | undefined): void {
    const listener = this.listeners.get(device);
    if (listener?.says(chain, this.options.now())) this.next(listener);
  }

  /** Time passed. */
  tick(): void {
    const now = this.options.now();
    for (const listener of this.listeners.values()) listener.tick(now);
    this.nextOfAll();
  }

  private nextOfAll(): void {
    for (const listener of this.listeners.values()) this.next(listener);
  }

  /** Offers the next transaction, unless one is out. */
  private next(listener: Listener): void {
    const { device } = listener;
    if (this.closed || listener.open !== undefined || listener.busy) return;
    if (this.listeners.get(device) !== listener || this.flagged.has(device)) return;
    if (!this.options.present(device)) return;
    const now = this.options.now();
    const transaction = listener.choose(this.offerables, now);
    if (transaction === undefined) return;
    const probe = this.probes.probeFor(listener, transaction);
    const id = randomInt(UINT32_MAX);
    listener.open = { id, transaction, probe, at: now };
    const { raw } = probe ?? transaction;
    this.options.door.offer(device, { id, spent: packSpent(transaction.spent), raw });
  }

  /**
   * A board's verdict. Each offer is answered once, so a board can make the node check one signature for each.
   * @returns why it is refused, for the log; undefined when it is stored
   * @throws FormatError on malformed bytes
   */
  async verdict(device: string, payload: Uint8Array): Promise<string | undefined> {
    const message = decodeVerdict(payload);
    const listener = this.listeners.get(device);
    const open = listener?.open;
    const asked = open?.probe ?? open?.transaction;
    if (listener === undefined || open === undefined || asked === undefined || message.id !== open.id)
      return this.refuse(device, 'an answer to no offer');
    if (!equalBytes(message.txid, asked.txid) || !equalBytes(message.wtxid, asked.wtxid))
      return this.refuse(device, 'a verdict on another transaction than was offered');
    listener.open = undefined;
    listener.busy = true;
    try {
      const fault = await this.fault(listener, message);
      if (fault !== undefined) {
        listener.pause(open, this.options.now());
        return this.refuse(device, fault);
      }
      await this.take(listener, open, message, payload);
    } catch (error) {
      // Not stored: asked again.
      listener.pause(open, this.options.now());
      throw error;
    } finally {
      listener.busy = false;
    }
    this.next(listener);
    return undefined;
  }

  private refuse(device: string, reason: string): string {
    this.refused.set(device, (this.refused.get(device) ?? 0) + 1);
    return reason;
  }

  private async fault({ device, publicKey }: Listener, message: VerdictMessage): Promise<string | undefined> {
    const { queries, network } = this.options;
    const statement = { network, device, ...message };
    if (!checkAttestation(statement, message.signature, publicKey, curve)) return 'a wrong signature';
    const height = await queries.heightOf(message.tipHash);
    return height === message.tipHeight ? undefined : 'a tip that this node does not know';
  }

  private async take(
    listener: Listener,
    open: Offered,
    message: VerdictMessage,
    payload: Uint8Array,
  ): Promise<void> {
    const { db, rules, log, emit, changed } = this.options;
    const { device, publicKey } = listener;
    const { transaction, probe } = open;
    const { verdict, reason } = message;
    if (probe !== undefined) {
      if (verdict === 'valid') return this.flag(listener, open, 'invalid-called-valid', payload);
      if (verdict === 'not-judged') {
        listener.pause(open, this.options.now()); // no judging board says so
        return;
      }
      this.probes.seenThrough(device, transaction.key);
      listener.probes++;
      await db
        .updateTable('device_keys')
        .set(eb => ({ probes: eb('probes', '+', 1) }))
        .where('device', '=', device)
        .execute();
      log.debug({ device, verdict, reason }, 'a board saw through a probe');
      return;
    }
    const attested = await storeVerdict(db, device, publicKey, message, rules.minAge);
    listener.hasJudged(transaction.key);
    this.probes.judged(device, transaction.key);
    const txid = hashToDisplay(transaction.txid);
    log.info({ device, txid, verdict, reason, attested }, 'verdict');
    emit({ event: 'verdict', device, txid, verdict, reason, attested: attested ?? 0, quorum: rules.quorum });
    if (verdict === 'invalid') {
      const offer = { raw: transaction.raw, spent: packSpent(transaction.spent) };
      if (this.options.foreign === true && judge(offer, curve).verdict === 'invalid')
        log.error({ txid, reason }, 'a transaction of the Bitcoin node breaks a rule, says this node too');
      else await this.flag(listener, open, 'valid-called-invalid', payload);
    } else if (verdict === 'valid' && rules.quorum > 0 && attested === rules.quorum) changed();
  }

  private async flag(
    { device, publicKey }: Listener,
    { transaction, probe }: Offered,
    reason: FlagReason,
    message: Uint8Array,
  ): Promise<void> {
    const { db, log, emit } = this.options;
    this.flagged.add(device);
    const { raw } = probe ?? transaction;
    await storeFlag(db, { device, publicKey, reason, raw, spent: packSpent(transaction.spent), message });
    log.warn({ device, key: bytesToHex(publicKey), reason }, 'a board is flagged: its verdicts do not count');
    emit({ event: 'flagged', device, reason });
    // Other devices may have the flagged key too; their attestations are worth no more.
    await this.load();
    this.options.changed();
  }

  /** Stores the counts of refused verdicts. */
  async store(): Promise<void> {
    const counts = [...this.refused];
    this.refused.clear();
    for (const [device, count] of counts)
      await this.options.db
        .updateTable('device_keys')
        .set(eb => ({ refused: eb('refused', '+', count) }))
        .where('device', '=', device)
        .execute();
  }

  /** Stops offering; lets what is under way end. */
  async close(): Promise<void> {
    this.closed = true;
    await this.refreshing.ended();
    await this.store();
  }
}
