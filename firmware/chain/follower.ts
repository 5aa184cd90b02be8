/**
 * The header chain as the board follows it. One state machine, one input method: events in, commands out, no I/O and no
 * clock of its own. It holds four points (chain-point.ts), never a list of headers.
 *
 * `tip` is the end of the verified chain, `middle` and `anchor` lie at least 100 headers apart behind it. What the node
 * serves is compared with the tip first; when it does not contain it, the fork is looked for from `middle`, then from
 * `anchor`, and a `candidate` grows from there, header by header under all rules, until it has more work than the tip.
 *
 * What it stops (docs/architecture.md, "Header chain"):
 * - headers that break a rule (fake difficulty, wrong retargets, time-warps, no work): the first one is refused;
 * - a stale fork or an old tip: less work never replaces more, and a node that has no more to show is refused;
 * - withheld headers: a request has a deadline, and a tip that was told must be shown;
 * - floods: only what was asked for is hashed, and so many announcements a minute;
 * - history rewritten below the anchor.
 * A node that was caught is not worked for until what it serves is verified again.
 */
import { equalBytes } from '../domain/bytes.js';
import { startsPeriod } from '../domain/chain.js';
import { type ChainPoint, follows, genesisPoint, headerFields, nextPoint } from '../domain/chain-point.js';
import { sha256d } from '../domain/hash.js';
import type { Checkpoint, NetworkRules } from '../domain/networks.js';
import type { RefusalReason } from '../domain/refusal.js';
import { checkProofOfWork, compactToTarget } from '../domain/target.js';
import { Bootstrap } from './bootstrap.js';
import { type ChainRecord, decodeRecord, encodeRecord } from './record.js';

export type ChainEvent =
  | { readonly kind: 'connected' }
  | { readonly kind: 'disconnected' }
  /** An answer to a request. */
  | { readonly kind: 'headers'; readonly startHeight: number; readonly headers: readonly Uint8Array[] }
  /** The node says that this is the newest header; the height is its word. */
  | { readonly kind: 'tip'; readonly height: number; readonly header: Uint8Array }
  /** A job builds on a header that is not known. */
  | { readonly kind: 'wanted' }
  /** About once a second. */
  | { readonly kind: 'tick' }
  /** The board is about to stop. */
  | { readonly kind: 'flush' };

export type ChainCommand =
  | { readonly kind: 'request'; readonly from: number; readonly count: number }
  | { readonly kind: 'store'; readonly record: Uint8Array }
  /** The verified tip is another one. */
  | { readonly kind: 'moved'; readonly tip: ChainPoint; readonly reorganised: boolean }
  /** What the node serves ends with the verified tip (or with a sibling of equal work). */
  | { readonly kind: 'verified' }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly text: string }
  | { readonly kind: 'notice'; readonly level: 'warn' | 'info'; readonly text: string };

export interface ChainView {
  readonly state: 'starting' | 'syncing' | 'verified' | 'refused';
  readonly tip: ChainPoint | undefined;
  /** Height that the node speaks of, while there is more to come. */
  readonly target: number | undefined;
  readonly anchorHeight: number | undefined;
}

/** Headers of one request. */
export const BATCH = 64;
/** Between `anchor` and `middle`: a reorganisation as deep as this is always followed. */
export const REORGANISATION_DEPTH = 100;
export const REQUEST_MS = 10_000;
/** Requests without an answer, or answers that do not show what was announced: then headers are withheld. */
const MAX_TRIES = 3;
/** A node that was refused is asked again this often. */
const RETRY_MS = 15_000;
/** Announced but not shown: asked again after this. */
const SHOW_MS = 3_000;
/** Announcements and unasked answers that are looked at in one window. */
export const MAX_UNASKED = 30;
const WINDOW_MS = 60_000;
const STORE_MS = 30_000;
const STORE_HEADERS = 2_000;

/** What the open request is for. */
type Purpose = 'bootstrap' | 'tip' | 'middle' | 'anchor' | 'candidate';

interface Request {
  readonly purpose: Purpose;
  readonly from: number;
  readonly count: number;
  readonly deadline: number;
}

export class ChainFollower {
  readonly #rules: NetworkRules;
  readonly #checkpoint: Checkpoint;
  #bootstrap: Bootstrap | undefined;
  #anchor: ChainPoint | undefined;
  #middle: ChainPoint | undefined;
  #tip: ChainPoint | undefined;
  /** A branch that is being followed, or (with the tip's work) the sibling that a job may build on. */
  #candidate: ChainPoint | undefined;
  #request: Request | undefined;
  #connected = false;
  /** In this connection the node's chain was seen to end where ours does. */
  #verified = false;
  /** It was so before, in this boot. */
  #everVerified = false;
  #refused: RefusalReason | undefined;
  #tries = 0;
  /** Height of the newest announcement that could not be linked; 0: none is open. */
  #announced = 0;
  /** How often the node was asked for it and showed something else. */
  #unshown = 0;
  /** A header of the message in hand broke a rule. */
  #faulty = false;
  /** Where the candidate began. */
  #base: 'middle' | 'anchor' = 'middle';
  /** When the next request is due without an event; 0: none is. */
  #retryAt = 0;
  #windowAt = 0;
  #unasked = 0;
  #storedAt = 0;
  #storedHeight = -1;
  #dirty = false;
  #out: ChainCommand[] = [];

  /** @param stored as `store` gave it; what is not of these rules and this checkpoint is forgotten */
  constructor(rules: NetworkRules, checkpoint: Checkpoint, stored: Uint8Array | undefined) {
    this.#rules = rules;
    this.#checkpoint = checkpoint;
    const record = stored && decodeRecord(rules, checkpoint, stored);
    if (stored !== undefined && record === undefined) {
      const text =
        'the stored chain is damaged or of another network or checkpoint: beginning at the checkpoint';
      this.#out.push({ kind: 'notice', level: 'warn', text });
    }
    if (record !== undefined) this.#begin(record);
    else if (checkpoint.height === 0) {
      const genesis = genesisPoint(rules);
      this.#begin({ anchor: genesis, middle: genesis, tip: genesis });
    } else this.#bootstrap = new Bootstrap(rules, checkpoint);
  }

  /** @param now ms of a clock that never goes back @param clock seconds since 1970, undefined while unknown */
  step(event: ChainEvent, now: number, clock: number | undefined): readonly ChainCommand[] {
    switch (event.kind) {
      case 'connected':
        this.#connected = true;
        this.#verified = false;
        this.#tries = 0;
        this.#unshown = 0;
        this.#announced = 0;
        this.#sync(now);
        break;
      case 'disconnected':
        this.#connected = false;
        this.#request = undefined;
        this.#retryAt = 0;
        if (this.#candidate?.work !== this.#tip?.work) this.#candidate = undefined;
        break;
      case 'headers':
        this.#onHeaders(event.startHeight, event.headers, now, clock);
        break;
      case 'tip':
        this.#onTip(event.height, event.header, now, clock);
        break;
      case 'wanted':
        if (this.#connected && this.#request === undefined && this.#refused === undefined) this.#sync(now);
        break;
      case 'tick':
        this.#onTick(now);
        break;
      case 'flush':
        this.#store(now, true);
        break;
    }
    const out = this.#out;
    this.#out = [];
    return out;
  }

  /** The point that a job may build on: the tip, or a verified sibling of equal work. Undefined while this is open. */
  find(hash: Uint8Array): ChainPoint | undefined {
    const tip = this.#tip;
    if (tip === undefined || !this.#verified || this.#refused !== undefined) return undefined;
    if (equalBytes(tip.hash, hash)) return tip;
    const side = this.#candidate;
    return side?.work === tip.work && equalBytes(side.hash, hash) ? side : undefined;
  }

  /** Verified points, the newest first: what a proof's header may lead to. */
  points(): readonly ChainPoint[] {
    return [this.#tip, this.#middle, this.#anchor].filter(point => point !== undefined);
  }

  view(): ChainView {
    const begun = this.#connected || this.#everVerified;
    const state =
      this.#refused !== undefined ? 'refused' : this.#verified ? 'verified' : begun ? 'syncing' : 'starting';
    const target = Math.max(this.#announced, this.#bootstrap ? this.#checkpoint.height : 0);
    return {
      state,
      tip: this.#tip,
      target: this.#verified || target === 0 ? undefined : target,
      anchorHeight: this.#anchor?.height,
    };
  }

  #begin({ anchor, middle, tip }: ChainRecord): void {
    this.#anchor = anchor;
    this.#middle = middle;
    this.#tip = tip;
    this.#storedHeight = tip.height;
  }

  // Requests

  /** Asks for what is next. The header that is known is asked for again: it tells whether the node has our chain. */
  #sync(now: number, purpose?: Purpose): void {
    if (!this.#connected) return;
    const { next } = this.#bootstrap ?? {};
    if (next !== undefined) this.#ask('bootstrap', next, now);
    else if (purpose === 'candidate') this.#ask('candidate', this.#candidate!.height + 1, now);
    else if (purpose === 'middle') this.#ask('middle', this.#middle!.height, now);
    else if (purpose === 'anchor') this.#ask('anchor', this.#anchor!.height, now);
    else this.#ask('tip', this.#tip!.height, now);
  }

  #ask(purpose: Purpose, from: number, now: number): void {
    const count = Math.min(BATCH, 0xffffffff - from);
    this.#retryAt = 0;
    this.#request = { purpose, from, count, deadline: now + REQUEST_MS };
    this.#out.push({ kind: 'request', from, count });
  }

  #onTick(now: number): void {
    if (this.#request !== undefined && now >= this.#request.deadline) {
      const { purpose } = this.#request;
      this.#request = undefined;
      this.#tries++;
      if (this.#tries >= MAX_TRIES) this.#refuse('withheld', 'it does not send the headers asked for', now);
      else this.#sync(now, purpose);
    } else if (this.#request === undefined && this.#retryAt !== 0 && now >= this.#retryAt) this.#sync(now);
    this.#store(now, false);
  }

  #onHeaders(
    startHeight: number,
    headers: readonly Uint8Array[],
    now: number,
    clock: number | undefined,
  ): void {
    const request = this.#request;
    if (request === undefined || startHeight !== request.from || headers.length > request.count) {
      this.#countUnasked(now);
      return;
    }
    this.#request = undefined;
    this.#tries = 0;
    const whole = headers.length === request.count;
    switch (request.purpose) {
      case 'bootstrap':
        this.#onBootstrap(headers, whole, now);
        break;
      case 'tip':
        if (this.#isPoint(headers[0], this.#tip!)) this.#extend(headers, whole, now, clock);
        else this.#sync(now, 'middle');
        break;
      case 'middle':
        if (this.#isPoint(headers[0], this.#middle!)) this.#branch('middle', headers, whole, now, clock);
        else this.#sync(now, 'anchor');
        break;
      case 'anchor':
        if (this.#isPoint(headers[0], this.#anchor!)) this.#branch('anchor', headers, whole, now, clock);
        else if (headers.length === 0)
          this.#refuse('old-tip', 'its chain ends long before what was verified', now);
        else this.#refuse('deep-fork', `its chain is another one below height ${this.#anchor!.height}`, now);
        break;
      case 'candidate':
        this.#grow(headers, 0, whole, now, clock);
        break;
    }
  }

  #isPoint(header: Uint8Array | undefined, point: ChainPoint): boolean {
    return header !== undefined && equalBytes(sha256d(header), point.hash);
  }

  #onBootstrap(headers: readonly Uint8Array[], whole: boolean, now: number): void {
    for (let i = 0; i < headers.length; i++) {
      const result = this.#bootstrap!.take(headers[i]!);
      if (result === 'more') continue;
      if (typeof result === 'string') {
        this.#bootstrap = new Bootstrap(this.#rules, this.#checkpoint);
        const height = this.#checkpoint.height;
        this.#refuse(result, `its headers do not lead to the checkpoint at ${height}`, now);
        return;
      }
      this.#bootstrap = undefined;
      this.#begin({ anchor: result, middle: result, tip: result });
      this.#storedHeight = -1;
      this.#dirty = true;
      this.#moved(false);
      this.#sync(now); // what follows is asked for again, under all rules
      return;
    }
    if (whole) this.#sync(now);
    else
      this.#refuse('checkpoint', `its chain ends before the checkpoint at ${this.#checkpoint.height}`, now);
  }

  // Growth

  /** Headers after the tip; the first one is the tip itself. */
  #extend(headers: readonly Uint8Array[], whole: boolean, now: number, clock: number | undefined): void {
    const before = this.#tip!;
    for (let i = 1; i < headers.length; i++) {
      const next = this.#check(this.#tip!, headers[i]!, now, clock);
      if (next === undefined) break;
      this.#advance(next);
    }
    if (this.#tip !== before) {
      this.#candidate = undefined;
      this.#moved(false);
    }
    this.#goOn(whole, now);
  }

  /** After an answer that belongs to our chain: the rest of it, or its end. What broke a rule ended it already. */
  #goOn(whole: boolean, now: number): void {
    if (this.#faulty) this.#faulty = false;
    else if (whole) this.#sync(now);
    else this.#ended(now);
  }

  /** A branch that leaves our chain behind a point of it, which is its first header. */
  #branch(
    base: 'middle' | 'anchor',
    headers: readonly Uint8Array[],
    whole: boolean,
    now: number,
    clock: number | undefined,
  ): void {
    this.#base = base;
    this.#candidate = base === 'middle' ? this.#middle : this.#anchor;
    this.#grow(headers, 1, whole, now, clock);
  }

  #grow(
    headers: readonly Uint8Array[],
    from: number,
    whole: boolean,
    now: number,
    clock: number | undefined,
  ): void {
    const old = this.#tip!;
    for (let i = from; i < headers.length; i++) {
      const adopted = this.#tip !== old;
      const next = this.#check(adopted ? this.#tip! : this.#candidate!, headers[i]!, now, clock);
      if (next === undefined) break;
      if (adopted) this.#advance(next);
      else if (next.work > old.work) this.#adopt(next);
      else this.#candidate = next;
    }
    if (this.#tip !== old) {
      this.#moved(true);
      this.#goOn(whole, now);
    } else if (this.#faulty) {
      this.#faulty = false;
      this.#candidate = undefined;
    } else if (whole) this.#sync(now, 'candidate');
    else this.#branchEnded(now);
  }

  /** The node has no more headers, and its branch has no more work than our chain. */
  #branchEnded(now: number): void {
    const tip = this.#tip!;
    const side = this.#candidate!;
    if (side.work === tip.work) {
      this.#ended(now);
      return;
    }
    this.#candidate = undefined;
    const text = `its chain has less work (to height ${side.height}) than the one verified to ${tip.height}`;
    this.#refuse(this.#everVerified ? 'stale-fork' : 'old-tip', text, now);
  }

  /** The node has no more headers than we have. */
  #ended(now: number): void {
    const best = Math.max(this.#tip!.height, this.#candidate?.height ?? 0);
    if (this.#announced > best) {
      this.#verified = false;
      this.#unshown++;
      if (this.#unshown < MAX_TRIES) this.#retryAt = now + SHOW_MS;
      else this.#refuse('withheld', `it tells of height ${this.#announced} and shows ${best}`, now);
      return;
    }
    this.#unshown = 0;
    this.#announced = 0;
    this.#refused = undefined;
    this.#verified = true;
    this.#everVerified = true;
    this.#out.push({ kind: 'verified' });
  }

  /** The next point, or undefined when the header breaks a rule: the node is refused then. */
  #check(
    point: ChainPoint,
    header: Uint8Array,
    now: number,
    clock: number | undefined,
  ): ChainPoint | undefined {
    const next = nextPoint(this.#rules, point, header, clock);
    if (!('fault' in next)) return next;
    const height = point.height + 1;
    const reason = this.#reasonOf(next.fault, height, header, point);
    this.#faulty = true;
    this.#refuse(reason, `header ${height} breaks a rule: ${next.fault}`, now);
    return undefined;
  }

  #reasonOf(fault: string, height: number, header: Uint8Array, point: ChainPoint): RefusalReason {
    switch (fault) {
      case 'bad-diffbits':
        if (startsPeriod(this.#rules, height) && !this.#rules.perBlockRetarget) return 'wrong-retarget';
        return isEasier(headerFields(header).nBits, point.nBits) ? 'low-difficulty' : 'wrong-retarget';
      case 'high-hash':
        return 'no-proof-of-work';
      case 'time-timewarp-attack':
        return 'time-warp';
      case 'bad-version':
        return 'version';
      case 'prev-blk-not-found':
        return 'unlinked';
      default:
        return 'time';
    }
  }

  /** The chain is one header longer. */
  #advance(next: ChainPoint): void {
    this.#tip = next;
    this.#dirty = true;
    if (next.height - this.#middle!.height < REORGANISATION_DEPTH) return;
    this.#anchor = this.#middle;
    this.#middle = next;
  }

  /** The candidate has more work, with `next`. */
  #adopt(next: ChainPoint): void {
    // A branch that began at the anchor does not contain `middle`.
    if (this.#base === 'anchor') this.#middle = this.#anchor;
    this.#candidate = undefined;
    this.#advance(next);
  }

  #moved(reorganised: boolean): void {
    this.#out.push({ kind: 'moved', tip: this.#tip!, reorganised });
  }

  // Announcements

  #onTip(height: number, header: Uint8Array, now: number, clock: number | undefined): void {
    const tip = this.#tip;
    if (!this.#connected || tip === undefined || this.#flooded(now)) return; // a bootstrap finds it by itself
    const side = this.#candidate?.work === tip.work ? this.#candidate : undefined;
    const parent = follows(header, tip.hash) ? tip : side && follows(header, side.hash) ? side : undefined;
    if (parent !== undefined && this.#verified) {
      const next = this.#check(parent, header, now, clock);
      if (next === undefined) {
        this.#faulty = false;
        return;
      }
      if (parent === tip) this.#advance(next);
      else this.#adopt(next);
      this.#candidate = undefined;
      this.#moved(parent !== tip);
      this.#ended(now);
      return;
    }
    this.#countUnasked(now);
    const hash = sha256d(header);
    if (equalBytes(hash, tip.hash)) return;
    if (!checkProofOfWork(hash, headerFields(header).nBits, this.#rules.powLimit)) {
      this.#refuse('no-proof-of-work', `the header that it tells of, ${height}, is no work at all`, now);
      return;
    }
    this.#announced = height;
    if (this.#request !== undefined) return;
    if (this.#retryAt !== 0) {
      if (this.#refused !== 'flood') this.#retryAt = Math.min(this.#retryAt, now + SHOW_MS);
      return;
    }
    this.#verified = false;
    this.#sync(now);
  }

  /** More came in this window than is looked at. */
  #flooded(now: number): boolean {
    return now - this.#windowAt < WINDOW_MS && this.#unasked > MAX_UNASKED;
  }

  /** Something that was not asked for and led nowhere. */
  #countUnasked(now: number): void {
    if (now - this.#windowAt >= WINDOW_MS) {
      this.#windowAt = now;
      this.#unasked = 0;
    }
    this.#unasked++;
    if (this.#unasked !== MAX_UNASKED + 1) return;
    this.#refuse('flood', `more than ${MAX_UNASKED} headers a minute that nobody asked for`, now);
  }

  #refuse(reason: RefusalReason, text: string, now: number): void {
    this.#request = undefined;
    this.#verified = false;
    this.#tries = 0;
    this.#unshown = 0;
    this.#announced = 0;
    this.#retryAt = Math.max(now + RETRY_MS, reason === 'flood' ? this.#windowAt + WINDOW_MS : 0);
    const again = this.#refused === reason;
    this.#refused = reason;
    if (!again) this.#out.push({ kind: 'refused', reason, text });
  }

  #store(now: number, atOnce: boolean): void {
    const tip = this.#tip;
    if (!this.#dirty || tip === undefined) return;
    const due =
      now - this.#storedAt >= STORE_MS || Math.abs(tip.height - this.#storedHeight) >= STORE_HEADERS;
    if (!due && !atOnce && this.#storedHeight >= 0) return;
    this.#dirty = false;
    this.#storedAt = now;
    this.#storedHeight = tip.height;
    const record = { anchor: this.#anchor!, middle: this.#middle!, tip };
    this.#out.push({ kind: 'store', record: encodeRecord(this.#rules, this.#checkpoint, record) });
  }
}

function isEasier(nBits: number, than: number): boolean {
  try {
    return compactToTarget(nBits) > compactToTarget(than);
  } catch {
    return true; // no target at all
  }
}
