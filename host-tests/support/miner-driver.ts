/**
 * Drives a Miner and keeps the promises it makes under watch: whatever the events, a broken rule throws. Runs on
 * any engine.
 */
import type { AcceptedJob } from '../../firmware/domain/accepted-job.js';
import { bytesToHex } from '../../firmware/domain/bytes.js';
import { headerHash } from '../../firmware/domain/header.js';
import type { Job } from '../../firmware/domain/job.js';
import type { Share } from '../../firmware/domain/share.js';
import { bytesToTarget, meetsTarget } from '../../firmware/domain/target.js';
import type { MinerCommand, MinerEvent } from '../../firmware/parts/mining/events.js';
import { Miner } from '../../firmware/parts/mining/miner.js';
import { MAX_PENDING } from '../../firmware/parts/mining/pending.js';
import { RESULT_TIMEOUT_MS } from '../../firmware/parts/mining/shares.js';
import type { Notice } from '../../firmware/ports/notice.js';
import type { SearchWork } from '../../firmware/ports/searcher.js';

/** The miner's events. That a job was accepted is the test's word; it came now, or when the test says. */
export type DrivenEvent =
  | Exclude<MinerEvent, { kind: 'job' }>
  | { readonly kind: 'job'; readonly job: Job; readonly receivedAt?: number };

export class MinerDriver {
  readonly miner = new Miner();
  now = 1_000;
  /** What the searcher would be doing. */
  current: SearchWork | undefined;
  next: SearchWork | undefined;
  readonly shares: Share[] = [];
  readonly notices: Notice[] = [];
  statuses = 0;
  readonly #headers = new Set<string>();
  readonly #ids = new Set<number>();
  /** sequence -> when it was sent in this connection */
  readonly #sent = new Map<number, number>();

  /** Feeds one event. @returns the kinds of the commands. @throws Error on a broken rule. */
  feed(event: DrivenEvent): string[] {
    if (event.kind === 'connected' || event.kind === 'disconnected') this.#sent.clear();
    const given: MinerEvent =
      event.kind === 'job'
        ? { kind: 'job', job: event.job as AcceptedJob, receivedAt: event.receivedAt ?? this.now }
        : event;
    const commands = this.miner.step(given, this.now);
    for (const command of commands) this.#obey(command);
    const { state, pending } = this.miner.status(this.now);
    if (pending > MAX_PENDING) throw new Error('too many shares wait');
    if ((state === 'mining') !== (this.current !== undefined))
      throw new Error(`${state}, but the search is not`);
    return commands.filter(command => command.kind !== 'notice').map(command => command.kind);
  }

  /** Lets time pass in ticks of a second. */
  pass(seconds: number, hashesPerSecond = 1000): void {
    for (let i = 0; i < seconds; i++) {
      this.now += 1_000;
      this.feed({ kind: 'tick', hashes: Math.floor((this.now * hashesPerSecond) / 1000) });
    }
  }

  get state(): string {
    return this.miner.status(this.now).state;
  }

  get counters() {
    return this.miner.status(this.now).counters;
  }

  /** The current unit is searched to its end; the searcher takes the queued one. */
  exhaust(): void {
    const work = this.current;
    if (work === undefined) throw new Error('nothing is searched');
    this.current = this.next;
    this.next = undefined;
    this.feed({ kind: 'exhausted', workId: work.id });
  }

  #obey(command: MinerCommand): void {
    switch (command.kind) {
      case 'startSearch':
        this.#note(command.work);
        this.current = command.work;
        this.next = undefined;
        break;
      case 'nextSearch':
        this.#note(command.work);
        if (this.current === undefined) this.current = command.work;
        else this.next = command.work;
        break;
      case 'stopSearch':
        this.current = undefined;
        this.next = undefined;
        break;
      case 'sendShare': {
        if (!this.miner.status(this.now).connected) throw new Error('a share is sent without a connection');
        const { sequence } = command.share;
        const before = this.#sent.get(sequence);
        if (before !== undefined && this.now - before < RESULT_TIMEOUT_MS)
          throw new Error('a share is sent twice');
        this.#sent.set(sequence, this.now);
        this.shares.push(command.share);
        break;
      }
      case 'sendStatus':
        this.statuses++;
        break;
      case 'notice':
        this.notices.push(command.notice);
        break;
    }
  }

  #note(work: SearchWork): void {
    const status = this.miner.status(this.now);
    if (status.fault !== '' || status.pausedBy.length > 0)
      throw new Error('a search begins while it must not');
    if (this.#ids.has(work.id)) throw new Error(`work id ${work.id} again`);
    this.#ids.add(work.id);
    for (const header of headersOf(work)) {
      const text = bytesToHex(header);
      if (this.#headers.has(text)) throw new Error('the same header again');
      this.#headers.add(text);
    }
    if (work.firstNonce !== 0 || work.lastNonce !== 0xffffffff) throw new Error('not the whole nonce range');
  }
}

/** The work's header with these version bits flipped. */
function flipped(work: SearchWork, versionBits: number): Uint8Array {
  const header = work.header.slice();
  const view = new DataView(header.buffer);
  view.setUint32(0, view.getUint32(0, true) ^ versionBits, true);
  return header;
}

/** All headers of a work: each combination of its version bits. */
function headersOf(work: SearchWork): Uint8Array[] {
  const headers: Uint8Array[] = [];
  let bits = 0;
  do {
    headers.push(flipped(work, bits));
    bits = (bits - work.versionMask) & work.versionMask; // the next subset of the mask
  } while (bits !== 0);
  return headers;
}

/** The first nonce from `from` on that meets the work's target with these version bits. For easy targets. */
export function findNonce(work: SearchWork, from = 0, versionBits = 0): number {
  const target = bytesToTarget(work.target);
  const header = flipped(work, versionBits);
  const view = new DataView(header.buffer);
  for (let nonce = from; ; nonce++) {
    view.setUint32(76, nonce, true);
    if (meetsTarget(headerHash(header), target)) return nonce;
  }
}

/** The first nonce from `from` on that does not. */
export function findMiss(work: SearchWork, from = 0): number {
  let nonce = from;
  while (findNonce(work, nonce) === nonce) nonce++;
  return nonce;
}
