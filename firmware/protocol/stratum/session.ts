/**
 * One connection to a pool, from the client's side: a pure state machine, events and the time in, commands out. It owns no
 * socket and no clock. The handshake goes step by step, since some servers end a connection on what they do not know:
 * configure (BIP310), subscribe, extranonce.subscribe and authorize, suggest_difficulty. After it each mining.notify
 * becomes a {@link PoolJob} with all that was in force when it came: target, extranonce and version mask belong to the
 * job, not to the moment.
 * @module
 */
import { FormatError } from '../../domain/bytes.js';
import { BIP320_MASK } from '../../domain/job.js';
import { DIFFICULTY_1_TARGET } from '../../domain/target.js';
import { type Reject, readSubscription, readVersionMask, verdictOf } from './answers.js';
import { type Extranonce, readServerMessage, type ServerMessage } from './messages.js';
import * as requests from './requests.js';
import type { StratumJob } from './work.js';

/** An answer of the handshake, a first job, and the answer to a share may take so long (ms). */
export const ANSWER_MS = 20_000;
export const FIRST_JOB_MS = 90_000;
export const VERDICT_MS = 60_000;
/** A pool that says nothing for so long is gone (ms). */
export const SILENCE_MS = 300_000;
/** Shares without an answer, at most: further ones wait. */
export const MAX_OPEN = 200;

export interface SessionOptions {
  /** name/version of this program */
  readonly agent: string;
  readonly user: string;
  readonly password: string;
  /** A decimal, suggested to the pool; undefined: the pool decides. */
  readonly difficulty: string | undefined;
  /** Nothing but subscribe, authorize and submit. */
  readonly plain: boolean;
  /** The session of an earlier connection; '' for none. */
  readonly resume: string;
}

/** A job and what was in force when it came. */
export interface PoolJob extends Extranonce {
  readonly job: StratumJob;
  /** Bits that may be changed, within BIP320; undefined: the pool knows nothing of it, and wants no sixth parameter. */
  readonly versionMask: number | undefined;
  /** What a share must meet: 256 bits. */
  readonly target: bigint;
}

export type SessionEvent =
  | { readonly kind: 'opened' }
  /** Without its end, at most MAX_LINE bytes. */
  | { readonly kind: 'line'; readonly line: Uint8Array }
  | { readonly kind: 'tick' };

export type SessionCommand =
  | { readonly kind: 'send'; readonly line: string }
  /** Subscribed and authorised. */
  | { readonly kind: 'ready'; readonly extranonce: Extranonce; readonly session: string }
  | { readonly kind: 'job'; readonly job: PoolJob }
  /** The answer to a share: `token` as given to {@link StratumSession.submit}. */
  | { readonly kind: 'accepted'; readonly token: number }
  | { readonly kind: 'rejected'; readonly token: number; readonly reject: Reject; readonly text: string }
  /** The line is no message: it changed nothing. */
  | { readonly kind: 'malformed'; readonly reason: string }
  /** For people. */
  | { readonly kind: 'tell'; readonly text: string }
  /** The pool wants a new connection; undefined: where it was. */
  | {
      readonly kind: 'reconnect';
      readonly host: string | undefined;
      readonly port: number | undefined;
      readonly wait: number;
    }
  /** The connection is of no use. `refused`: the pool does not want this user. */
  | { readonly kind: 'close'; readonly refused: boolean; readonly reason: string };

type Step = 'opening' | 'configuring' | 'subscribing' | 'authorising' | 'ready' | 'closed';

const CONFIGURE = 1;
const SUBSCRIBE = 2;
const EXTRANONCE = 3;
const AUTHORIZE = 4;
const SUGGEST = 5;
const FIRST_SUBMIT = 10;

export class StratumSession {
  readonly #options: SessionOptions;
  #step: Step = 'opening';
  /** Until when the current step may take, ms. */
  #deadline = Number.POSITIVE_INFINITY;
  #heardAt = 0;
  #extranonce: Extranonce | undefined;
  #session = '';
  #mask: number | undefined;
  #target = DIFFICULTY_1_TARGET;
  /** Came before the answers of the handshake, as with some servers. */
  #early: StratumJob | undefined;
  #hasJob = false;
  #nextId = FIRST_SUBMIT;
  /** By request: the share's token, and when it was sent. */
  readonly #open = new Map<number, { readonly token: number; readonly at: number }>();
  #out: SessionCommand[] = [];

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  get step(): Step {
    return this.#step;
  }

  /** Whether another share may be sent now. */
  get canSubmit(): boolean {
    return this.#step === 'ready' && this.#open.size < MAX_OPEN;
  }

  /** @param now ms of a clock that never goes back */
  on(event: SessionEvent, now: number): readonly SessionCommand[] {
    if (this.#step === 'closed') return [];
    if (event.kind === 'opened') this.#opened(now);
    else if (event.kind === 'tick') this.#tick(now);
    else this.#line(event.line, now);
    const out = this.#out;
    this.#out = [];
    return out;
  }

  /** Sends a share; its answer comes as `accepted` or `rejected` with this token. Only while {@link canSubmit}. */
  submit(share: requests.StratumShare, token: number, now: number): readonly SessionCommand[] {
    const id = this.#nextId++;
    this.#open.set(id, { token, at: now });
    return [{ kind: 'send', line: requests.submit(id, this.#options.user, share) }];
  }

  #send(line: string): void {
    this.#out.push({ kind: 'send', line });
  }

  #begin(step: Step, now: number, patience = ANSWER_MS): void {
    this.#step = step;
    this.#deadline = now + patience;
  }

  #close(refused: boolean, reason: string): void {
    this.#step = 'closed';
    this.#out.push({ kind: 'close', refused, reason });
  }

  #opened(now: number): void {
    this.#heardAt = now;
    if (this.#options.plain) this.#subscribe(now);
    else {
      this.#begin('configuring', now);
      this.#send(requests.configure(CONFIGURE));
    }
  }

  #subscribe(now: number): void {
    const { agent, resume } = this.#options;
    this.#begin('subscribing', now);
    this.#send(requests.subscribe(SUBSCRIBE, agent, resume));
  }

  #tick(now: number): void {
    if (now >= this.#deadline) {
      // One that never answers what it does not know is asked for less.
      if (this.#step === 'configuring') this.#subscribe(now);
      else if (this.#step === 'ready') this.#close(false, 'it sends no job');
      else this.#close(false, 'no answer');
      return;
    }
    if (this.#step === 'opening') return;
    const oldest = this.#open.values().next().value;
    if (oldest !== undefined && now - oldest.at >= VERDICT_MS) this.#close(false, 'no answer to a share');
    else if (now - this.#heardAt >= SILENCE_MS) this.#close(false, 'it has fallen silent');
  }

  #line(line: Uint8Array, now: number): void {
    let message: ServerMessage;
    try {
      message = readServerMessage(line);
      this.#message(message, now);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      this.#out.push({ kind: 'malformed', reason: error.message });
      return;
    }
    this.#heardAt = now;
  }

  #message(message: ServerMessage, now: number): void {
    switch (message.kind) {
      case 'answer':
        this.#answer(message, now);
        break;
      case 'notify':
        this.#notify(message.job);
        break;
      case 'target':
        this.#target = message.target;
        break;
      case 'extranonce':
        this.#extranonce = message.extranonce;
        break;
      case 'versionMask':
        if (!this.#options.plain) this.#mask = message.mask & BIP320_MASK;
        break;
      case 'reconnect':
        this.#out.push(message);
        break;
      case 'show':
        this.#out.push({ kind: 'tell', text: message.text });
        break;
      case 'request':
        this.#send(
          requests.answer(
            message.id,
            message.method === 'unknown'
              ? undefined
              : message.method === 'ping'
                ? 'pong'
                : this.#options.agent,
          ),
        );
        break;
      case 'other':
        break;
    }
  }

  #notify(job: StratumJob): void {
    if (this.#step !== 'ready' || this.#extranonce === undefined) {
      this.#early = job;
      return;
    }
    this.#hasJob = true;
    this.#deadline = Number.POSITIVE_INFINITY;
    const all = { ...this.#extranonce, job, versionMask: this.#mask, target: this.#target };
    this.#out.push({ kind: 'job', job: all });
  }

  #answer({ id, fields }: ServerMessage & { kind: 'answer' }, now: number): void {
    const share = this.#open.get(id);
    if (share !== undefined) {
      const { token } = share;
      const verdict = verdictOf(fields);
      this.#open.delete(id);
      this.#out.push(
        verdict.ok
          ? { kind: 'accepted', token }
          : { kind: 'rejected', token, reject: verdict.reject, text: verdict.text },
      );
    } else if (id === CONFIGURE && this.#step === 'configuring') {
      if (fields.kind('result') === 'object' && verdictOf(fields).ok) {
        const mask = readVersionMask(fields) & BIP320_MASK;
        this.#mask = mask === 0 ? undefined : mask;
      }
      this.#subscribe(now);
    } else if (id === SUBSCRIBE && this.#step === 'subscribing') this.#subscribed(fields, now);
    else if (id === AUTHORIZE && this.#step === 'authorising') this.#authorised(fields, now);
  }

  #subscribed(fields: (ServerMessage & { kind: 'answer' })['fields'], now: number): void {
    const verdict = verdictOf(fields);
    if (!verdict.ok) {
      this.#close(true, `it refuses a subscription${verdict.text && `: ${verdict.text}`}`);
      return;
    }
    const { session, ...extranonce } = readSubscription(fields);
    this.#extranonce = extranonce;
    this.#session = session;
    this.#begin('authorising', now);
    if (!this.#options.plain) this.#send(requests.subscribeExtranonce(EXTRANONCE));
    this.#send(requests.authorize(AUTHORIZE, this.#options.user, this.#options.password));
  }

  #authorised(fields: (ServerMessage & { kind: 'answer' })['fields'], now: number): void {
    const verdict = verdictOf(fields);
    if (!verdict.ok) {
      this.#close(true, `it refuses this user${verdict.text && `: ${verdict.text}`}`);
      return;
    }
    this.#begin('ready', now, FIRST_JOB_MS);
    const { difficulty, plain } = this.#options;
    if (difficulty !== undefined && !plain) this.#send(requests.suggestDifficulty(SUGGEST, difficulty));
    this.#out.push({ kind: 'ready', extranonce: this.#extranonce!, session: this.#session });
    const early = this.#early;
    this.#early = undefined;
    if (early !== undefined) this.#notify(early);
  }

  /** Whether a job has come. */
  get hasJob(): boolean {
    return this.#hasJob;
  }
}
