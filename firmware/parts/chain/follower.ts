/**
 * The header chain as the board follows it. One state machine, one input method: events in, commands out, no I/O and no
 * clock. It holds four points (chain-point.ts), never a list of headers.
 *
 * `tip` is the end of the verified chain, `middle` and `anchor` lie behind it, at least 100 headers apart. What the
 * node serves is first compared with the tip; if it does not contain the tip, the fork is searched from `middle`, then
 * from `anchor`, and a `rival` grows from there, header by header under all rules, until it has more work than the tip.
 *
 * The board does not work for a node that was caught until what it serves is verified again. docs/architecture.md,
 * "Header chain".
 */
import { equalBytes } from '../../domain/bytes.js';
import { type ChainPoint, follows, genesisPoint, headerFields, nextPoint } from '../../domain/chain-point.js';
import { sha256d } from '../../domain/hash.js';
import type { HeaderList } from '../../domain/header.js';
import type { Checkpoint, NetworkRules } from '../../domain/networks.js';
import type { RefusalReason } from '../../domain/refusal.js';
import { checkProofOfWork } from '../../domain/target.js';
import { Asking, type Purpose } from './asking.js';
import { Bootstrap } from './bootstrap.js';
import type { ChainCommand, ChainEvent, ChainView } from './events.js';
import { reasonOf } from './faults.js';
import { FloodBound, MAX_UNASKED } from './flood.js';
import { Keeping } from './keeping.js';
import { ChainPoints, isPoint } from './points.js';
import { decodeRecord, encodeRecord } from './record.js';
import { Standing } from './standing.js';

/** A refused node is asked again this often. */
const RETRY_MS = 15_000;
/** Announced but not shown: asked again after this long. */
const SHOW_MS = 3_000;

export class ChainFollower {
  readonly #rules: NetworkRules;
  readonly #checkpoint: Checkpoint;
  #bootstrap: Bootstrap | undefined;
  /** Undefined until the bootstrap is done. */
  #points: ChainPoints | undefined;
  readonly #asking = new Asking();
  #connected = false;
  readonly #standing = new Standing();
  /** A header of the current message broke a rule. */
  #faulty = false;
  readonly #flood = new FloodBound();
  #keeping = new Keeping(undefined);
  /** Of the current event. */
  #now = 0;
  #clock: number | undefined;
  #out: ChainCommand[] = [];

  /** @param stored as `store` gave it; ignored if it belongs to other rules or another checkpoint */
  constructor(rules: NetworkRules, checkpoint: Checkpoint, stored: Uint8Array | undefined) {
    this.#rules = rules;
    this.#checkpoint = checkpoint;
    const record = stored && decodeRecord(rules, checkpoint, stored);
    if (stored !== undefined && record === undefined) {
      const text =
        'the stored chain is damaged, or belongs to another network or checkpoint: starting again at the checkpoint';
      this.#out.push({ kind: 'notice', level: 'warn', text });
    }
    if (record !== undefined) {
      this.#points = new ChainPoints(record);
      this.#keeping = new Keeping(record.tip.height);
    } else if (equalBytes(checkpoint.hash, rules.genesis.hash)) {
      const genesis = genesisPoint(rules);
      this.#points = new ChainPoints({ anchor: genesis, middle: genesis, tip: genesis });
    } else this.#bootstrap = new Bootstrap(rules, checkpoint);
  }

  /** @param now ms of a clock that never goes back @param clock seconds since 1970, undefined while unknown */
  step(event: ChainEvent, now: number, clock: number | undefined): readonly ChainCommand[] {
    this.#now = now;
    this.#clock = clock;
    switch (event.kind) {
      case 'connected':
        this.#connected = true;
        this.#standing.forget();
        this.#sync();
        break;
      case 'disconnected':
        this.#connected = false;
        this.#asking.close(0);
        if (this.#points !== undefined) this.#points.rival = this.#points.side;
        break;
      case 'headers':
        this.#onHeaders(event.startHeight, event.headers);
        break;
      case 'unasked':
        for (let i = 0; i < event.count && !this.flooded(now); i++) this.#isFlood();
        break;
      case 'tip':
        this.#onTip(event.height, event.header);
        break;
      case 'wanted':
        if (this.#standing.refused !== undefined) break;
        if (this.#asking.open) this.#asking.again = true;
        else this.#sync();
        break;
      case 'tick':
        this.#onTick();
        break;
      case 'flush':
        this.#store(true);
    }
    const out = this.#out;
    this.#out = [];
    return out;
  }

  /** Whether such headers would answer the open request. */
  expects(startHeight: number, count: number): boolean {
    return this.#asking.expects(startHeight, count);
  }

  /** Announcements are ignored for now. */
  flooded(now: number): boolean {
    return this.#flood.over(now);
  }

  /** The record of the last `store` was not saved. */
  unsaved(): void {
    this.#keeping.changed();
  }

  /** The point that a job may build on: the tip, or a verified sibling of equal work. Undefined while this is open. */
  find(hash: Uint8Array): ChainPoint | undefined {
    return this.#standing.good ? this.#points?.find(hash) : undefined;
  }

  /** Verified points, the newest first: what a proof's header may lead to. */
  points(): readonly ChainPoint[] {
    const points = this.#points;
    return points === undefined ? [] : [points.tip, points.middle, points.anchor];
  }

  view(): ChainView {
    const { verified, everVerified, refused, announced } = this.#standing;
    const begun = this.#connected || everVerified;
    const state = refused !== undefined ? 'refused' : verified ? 'verified' : begun ? 'syncing' : 'starting';
    const target = Math.max(announced, this.#bootstrap ? this.#checkpoint.height : 0);
    return {
      state,
      tip: this.#points?.tip,
      target: verified || target === 0 ? undefined : target,
      anchorHeight: this.#points?.anchor.height,
    };
  }

  // Requests

  /** Asks for what comes next, beginning with a known header: it shows whether the node has our chain. */
  #sync(purpose: Purpose = 'tip'): void {
    if (!this.#connected) return;
    const { next } = this.#bootstrap ?? {};
    if (next !== undefined) this.#ask('bootstrap', next);
    else if (purpose !== 'bootstrap') this.#ask(purpose, this.#points![purpose]!.height);
  }

  #ask(purpose: Purpose, from: number): void {
    const request = this.#asking.ask(purpose, from, this.#now);
    this.#out.push({ kind: 'request', from, count: request.count });
  }

  #onTick(): void {
    const due = this.#asking.due(this.#now);
    if (due === 'withheld') this.#refuse(due, 'it does not send the headers it was asked for');
    else if (due !== undefined) this.#sync(due);
    this.#store(false);
  }

  #onHeaders(startHeight: number, headers: HeaderList): void {
    const request = this.#asking.answered(startHeight, headers.length);
    if (request === undefined) {
      this.#isFlood();
      return;
    }
    const whole = headers.length === request.count;
    switch (request.purpose) {
      case 'bootstrap':
        this.#onBootstrap(headers);
        break;
      case 'tip':
        this.#onAfterTip(request.from, headers, whole);
        break;
      case 'middle':
        if (isPoint(headers.at(0), this.#points!.middle)) this.#grow(headers, whole, 'middle');
        else this.#sync('anchor');
        break;
      case 'anchor':
        if (isPoint(headers.at(0), this.#points!.anchor)) this.#grow(headers, whole, 'anchor');
        else if (headers.length === 0)
          this.#refuse('old-tip', 'its chain ends far below what this board has verified');
        else
          this.#refuse(
            'deep-fork',
            `its chain is a different one below height ${this.#points!.anchor.height}`,
          );
        break;
      case 'rival':
        if (isPoint(headers.at(0), this.#points!.rival!)) this.#grow(headers, whole);
        else this.#restart();
        break;
    }
  }

  #onAfterTip(from: number, headers: HeaderList, whole: boolean): void {
    // Announced headers may have moved the tip while the request was open.
    const { tip } = this.#points!;
    const at = tip.height - from;
    if (isPoint(at < 0 ? undefined : headers.at(at), tip)) this.#extend(headers, at + 1, whole);
    else if (at < 0 || (at > 0 && headers.length <= at)) this.#sync();
    else this.#sync('middle');
  }

  /** What we were following is gone. An honest node changes its chain now and then, but not at every request. */
  #restart(): void {
    if (this.#points !== undefined) this.#points.rival = undefined;
    if (this.#standing.restart()) this.#sync();
    else this.#refuse('unlinked', 'its headers do not follow the ones that it sent before');
  }

  #onBootstrap(headers: HeaderList): void {
    const { height } = this.#checkpoint;
    const result = this.#bootstrap!.takeAll(headers);
    if (headers.length === 0) this.#refuse('checkpoint', `its chain ends before the checkpoint at ${height}`);
    else if (result === 'changed') this.#restart();
    else if (result === 'more') this.#sync();
    else if (typeof result === 'string')
      this.#refuse(result, `its headers do not lead to the checkpoint at ${height}`);
    else {
      this.#bootstrap = undefined;
      this.#points = new ChainPoints({ anchor: result, middle: result, tip: result });
      this.#moved(false);
      this.#sync(); // what follows is requested again, under all rules
    }
  }

  // Growth

  /** @param first index of the first header after the tip */
  #extend(headers: HeaderList, first: number, whole: boolean): void {
    const points = this.#points!;
    const before = points.tip;
    for (let i = first; i < headers.length; i++) {
      const next = this.#check(points.tip, headers.at(i)!);
      if (next === undefined) break;
      points.advance(next);
    }
    if (points.tip !== before) {
      points.rival = undefined;
      this.#moved(false);
    }
    this.#goOn(whole);
  }

  /** After an answer that belongs to our chain: the rest of it, or its end. A broken rule has already ended it. */
  #goOn(whole: boolean): void {
    if (this.#faulty) this.#faulty = false;
    else if (whole) this.#sync();
    else this.#ended();
  }

  /** A branch that leaves our chain. The first header is the rival, or the point after which it begins. */
  #grow(headers: HeaderList, whole: boolean, base?: 'middle' | 'anchor'): void {
    const points = this.#points!;
    if (base !== undefined) points.branch(base);
    const old = points.tip;
    for (let i = 1; i < headers.length; i++) {
      const adopted = points.tip !== old;
      const next = this.#check(adopted ? points.tip : points.rival!, headers.at(i)!);
      if (next === undefined) break;
      if (adopted) points.advance(next);
      else if (next.work > old.work) points.adopt(next);
      else points.rival = next;
    }
    if (points.tip !== old) {
      this.#moved(true);
      this.#goOn(whole);
    } else if (this.#faulty) {
      this.#faulty = false;
      points.rival = undefined;
    } else if (whole) this.#sync('rival');
    else this.#branchEnded();
  }

  /** The node has no more headers, and its branch has no more work than our chain. */
  #branchEnded(): void {
    const points = this.#points!;
    if (points.side !== undefined) {
      this.#ended();
      return;
    }
    const { tip, rival } = points;
    points.rival = undefined;
    const text = `its chain (up to height ${rival!.height}) has less work than the chain verified up to ${tip.height}`;
    this.#refuse(this.#standing.everVerified ? 'stale-fork' : 'old-tip', text);
  }

  /** The node has no more headers than we have. */
  #ended(): void {
    const { tip, rival } = this.#points!;
    const best = Math.max(tip.height, rival?.height ?? 0);
    const { announced } = this.#standing;
    switch (this.#standing.ended(best)) {
      case 'again':
        this.#asking.retry(this.#now + SHOW_MS);
        break;
      case 'withheld':
        this.#refuse('withheld', `it announces height ${announced}, but shows headers up to ${best} only`);
        break;
      case 'verified':
        this.#out.push({ kind: 'verified' });
        if (this.#asking.again && !this.#asking.open) this.#sync();
    }
  }

  /** The next point, or undefined when the header breaks a rule: then the node is refused. */
  #check(point: ChainPoint, header: Uint8Array): ChainPoint | undefined {
    const next = nextPoint(this.#rules, point, header, this.#clock);
    if (!('fault' in next)) return next;
    const reason = reasonOf(this.#rules, next.fault, point, header);
    this.#faulty = true;
    this.#refuse(reason, `header ${point.height + 1} breaks a rule: ${next.fault}`);
    return undefined;
  }

  /** The tip has changed: the node showed work, which is not how a liar keeps a board busy. */
  #moved(reorganised: boolean): void {
    this.#keeping.changed();
    this.#standing.moved();
    this.#flood.forgive();
    this.#out.push({ kind: 'moved', tip: this.#points!.tip, reorganised });
  }

  // Announcements

  #onTip(height: number, header: Uint8Array): void {
    const points = this.#points;
    if (!this.#connected || points === undefined || this.#flood.over(this.#now)) return; // a bootstrap finds it by itself
    const { tip, side } = points;
    const parent = follows(header, tip.hash) ? tip : side && follows(header, side.hash) ? side : undefined;
    if (parent !== undefined && this.#standing.verified) {
      const next = this.#check(parent, header);
      this.#faulty = false;
      if (next === undefined) return;
      if (parent === tip) points.advance(next);
      else points.adopt(next);
      points.rival = undefined;
      // Gives up the search for a fork; its answer is read as one about the tip.
      this.#asking.aboutTip();
      this.#standing.announced = 0;
      this.#moved(parent !== tip);
      this.#ended();
      return;
    }
    if (this.#isFlood()) return;
    const hash = sha256d(header);
    // The newest announcement counts: the node may have gone back to a known chain.
    if (equalBytes(hash, tip.hash)) {
      this.#standing.announced = 0;
      return;
    }
    if (!checkProofOfWork(hash, headerFields(header).nBits, this.#rules.powLimit)) {
      this.#refuse(
        'no-proof-of-work',
        `the header that it announces, at height ${height}, has no proof of work`,
      );
      return;
    }
    this.#standing.announced = height;
    if (this.#asking.open) return;
    const { retryAt } = this.#asking;
    if (retryAt !== 0) {
      if (this.#standing.refused !== 'flood') this.#asking.retry(Math.min(retryAt, this.#now + SHOW_MS));
      return;
    }
    this.#standing.verified = false;
    this.#sync();
  }

  /** Counts what was not requested and led nowhere. */
  #isFlood(): boolean {
    if (!this.#flood.passed(this.#now)) return false;
    this.#refuse('flood', `more than ${MAX_UNASKED} headers a minute that it was not asked for`);
    return true;
  }

  #refuse(reason: RefusalReason, text: string): void {
    this.#asking.close(Math.max(this.#now + RETRY_MS, reason === 'flood' ? this.#flood.ends : 0));
    if (this.#standing.refuse(reason)) this.#out.push({ kind: 'refused', reason, text });
  }

  #store(atOnce: boolean): void {
    const points = this.#points;
    if (points === undefined || !this.#keeping.due(this.#now, points.tip.height, atOnce)) return;
    this.#out.push({ kind: 'store', record: encodeRecord(this.#rules, this.#checkpoint, points) });
  }
}
