/**
 * The board's wall clock by SNTP, checked against the chain. A state machine without I/O: events in, commands out.
 *
 * A round asks three times, a few seconds apart, and takes what at least two answers agree on, so that one late or
 * wrong packet decides nothing. What passes clock-check.ts sets the clock. One round a day; after a failed one the
 * node's own clock is used, which is right within seconds, and the next round comes sooner. A time that a server
 * insists on for three rounds against the chain does not set the clock, but headers and jobs are checked against it
 * too: otherwise a node whose headers run ahead could keep the true time out for good.
 */
import type { NoticeLevel } from '../../ports/notice.js';
import { agree, type ChainTime, judgeTime } from './clock-check.js';

export type TimeEvent =
  /** The network is up. `server` '': do not ask any. */
  | { readonly kind: 'online'; readonly server: string }
  | { readonly kind: 'offline' }
  /** From the server that was asked: milliseconds since 1970, or undefined. */
  | { readonly kind: 'answer'; readonly time: number | undefined }
  /** The node has sent a header or a job. */
  | { readonly kind: 'chain'; readonly chain: ChainTime }
  | { readonly kind: 'timer' };

export type TimeCommand =
  /** Answered by one `answer`. */
  | { readonly kind: 'ask'; readonly server: string }
  /** One timer, replacing the previous one; 0: none. */
  | { readonly kind: 'timer'; readonly milliseconds: number }
  /** Set the clock to this time, in milliseconds since 1970; 0: unknown again. */
  | { readonly kind: 'set'; readonly time: number }
  | { readonly kind: 'notice'; readonly level: NoticeLevel; readonly text: string };

/** Where the time comes from; 'provisional': SNTP before the node could be asked. */
export type TimeSource = 'none' | 'provisional' | 'sntp' | 'node';

const SAMPLES = 3;
const SAMPLE_GAP_MS = 4_000;
/** The answers are in whole seconds, over paths of different length. */
const TOLERANCE_MS = 3_000;
const DAY_MS = 86_400_000;
const FIRST_RETRY_MS = 60_000;
const LONGEST_RETRY_MS = 3_600_000;
/** A time that the chain contradicts counts after this many rounds that agree. */
const CONTESTED_ROUNDS = 3;
/** A day's drift of a bad crystal is below 10 s (100 ppm); more than this is reported. */
const JUMP_MS = 60_000;

export class Timekeeper {
  #server = '';
  #online = false;
  #asking = false;
  /** The pending answer belongs to an abandoned round. */
  #void = false;
  /** Time minus monotonic clock, of this round. */
  #samples: number[] = [];
  #tries = 0;
  #failures = 0;
  #chain: ChainTime = { header: undefined, node: undefined };
  /** Of #chain. */
  #chainAt = 0;
  #source: TimeSource = 'none';
  /** Time minus monotonic clock, while there is a source; and when SNTP gave it. */
  #offset = 0;
  #setAt = 0;
  /** Parts per million that the board's clock runs slow, as measured by the last two rounds; undefined before. */
  #drift: number | undefined;
  #dueAt = 0;
  /** Time minus monotonic clock that the chain contradicts, and how many rounds said so. */
  #contested = { offset: 0, rounds: 0 };
  #refusal = '';
  #commands: TimeCommand[] = [];

  get source(): TimeSource {
    return this.#source;
  }

  /**
   * The clock against which headers and jobs are checked: SNTP's time, never the node's own; undefined while there is
   * none.
   */
  witness(now: number): number | undefined {
    const time = this.#source === 'sntp' ? this.#offset + now : undefined;
    const { offset, rounds } = this.#contested;
    return rounds >= CONTESTED_ROUNDS && offset + now > 0 ? offset + now : time;
  }

  get drift(): number | undefined {
    return this.#drift;
  }

  /** @param now ms of a clock that never goes back. @returns what to do, in this order. */
  step(event: TimeEvent, now: number): TimeCommand[] {
    this.#commands = [];
    switch (event.kind) {
      case 'online':
        this.#onOnline(event.server, now);
        break;
      case 'offline':
        this.#online = false;
        this.#void = this.#asking;
        this.#tries = 0;
        this.#arm(0);
        break;
      case 'answer':
        if (!this.#asking) break;
        this.#asking = false;
        if (!this.#void) this.#onAnswer(event.time, now);
        else if (this.#online) this.#wake(now);
        break;
      case 'chain':
        this.#chain = event.chain;
        this.#chainAt = now;
        this.#onChain(now);
        break;
      case 'timer':
        if (!this.#online || this.#asking || this.#server === '') break;
        if (this.#tries > 0) this.#ask();
        else this.#begin();
        break;
    }
    return this.#commands;
  }

  #do(command: TimeCommand): void {
    this.#commands.push(command);
  }

  #arm(milliseconds: number): void {
    this.#do({ kind: 'timer', milliseconds: Math.min(milliseconds, DAY_MS) });
  }

  #tell(level: NoticeLevel, text: string): void {
    this.#do({ kind: 'notice', level, text });
  }

  #onOnline(server: string, now: number): void {
    const other = server !== this.#server;
    if (this.#online && !other) return;
    if (other) {
      this.#dueAt = now;
      this.#failures = 0;
      this.#contested = { offset: 0, rounds: 0 };
      this.#void = this.#asking;
      this.#tries = 0;
    }
    this.#online = true;
    this.#server = server;
    if (!this.#asking) this.#wake(now);
  }

  /** Online, and nothing is under way. */
  #wake(now: number): void {
    this.#void = false;
    if (this.#server === '') {
      this.#arm(0);
      this.#useNode(now);
    } else if (now >= this.#dueAt) this.#begin();
    else this.#arm(this.#dueAt - now);
  }

  #begin(): void {
    this.#samples = [];
    this.#tries = 0;
    this.#ask();
  }

  #ask(): void {
    this.#asking = true;
    this.#tries++;
    this.#arm(0);
    this.#do({ kind: 'ask', server: this.#server });
  }

  #onAnswer(time: number | undefined, now: number): void {
    if (time !== undefined && Number.isFinite(time)) this.#samples.push(time - now);
    if (this.#tries < SAMPLES) {
      this.#arm(SAMPLE_GAP_MS);
      return;
    }
    this.#tries = 0;
    const offset = agree(this.#samples, TOLERANCE_MS);
    if (offset !== undefined) this.#judge(offset, now);
    else if (this.#samples.length === 0) this.#failed(`${this.#server} does not answer`, now);
    else this.#failed(`the answers of ${this.#server} do not agree`, now);
  }

  #judge(offset: number, now: number): void {
    const verdict = judgeTime(offset + now, this.#chainNow(now));
    if (verdict.kind === 'refused') {
      this.#contest(offset);
      this.#failed(`the time of ${this.#server} is refused: ${verdict.reason}`, now);
      return;
    }
    const step = offset - this.#offset;
    if (this.#source === 'sntp') {
      this.#drift = Math.round((step / Math.max(1, now - this.#setAt)) * 1e6);
      if (Math.abs(step) > JUMP_MS) this.#tell('warn', `the clock was ${Math.round(step / 1000)} s off`);
      else this.#tell('debug', `the clock was ${Math.round(step)} ms off, ${this.#drift} ppm`);
    }
    this.#failures = 0;
    this.#refusal = '';
    this.#setAt = now;
    this.#contested = { offset: 0, rounds: 0 };
    this.#set(verdict.kind === 'good' ? 'sntp' : 'provisional', offset, now);
    this.#dueAt = now + DAY_MS;
    this.#arm(DAY_MS);
  }

  /** One more round with a time that the chain contradicts. */
  #contest(offset: number): void {
    const { offset: before, rounds } = this.#contested;
    this.#contested = { offset, rounds: Math.abs(offset - before) <= JUMP_MS ? rounds + 1 : 1 };
  }

  #failed(problem: string, now: number): void {
    this.#tell(problem === this.#refusal ? 'debug' : 'warn', `time: ${problem}`);
    this.#refusal = problem;
    const retry = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#failures);
    if (this.#failures < 16) this.#failures++;
    this.#dueAt = now + retry;
    this.#arm(retry);
    this.#useNode(now);
  }

  #set(source: TimeSource, offset: number, now: number): void {
    const first = this.#source !== source;
    this.#source = source;
    this.#offset = offset;
    this.#do({ kind: 'set', time: Math.round(offset + now) });
    if (first) this.#tell(source === 'provisional' ? 'debug' : 'info', `time from ${this.#from(source)}`);
  }

  #from(source: TimeSource): string {
    return source === 'node' ? "the node's jobs" : this.#server;
  }

  #chainNow(now: number): ChainTime {
    const { header, node } = this.#chain;
    const passed = Math.floor((now - this.#chainAt) / 1000);
    return { header, node: node === undefined ? undefined : node + passed };
  }

  #onChain(now: number): void {
    if (this.#source === 'provisional') {
      const verdict = judgeTime(this.#offset + now, this.#chain);
      if (verdict.kind === 'good') this.#source = 'sntp';
      else if (verdict.kind === 'refused') {
        this.#contest(this.#offset);
        this.#source = 'none';
        this.#do({ kind: 'set', time: 0 });
        this.#failed(`the time of ${this.#server} is refused: ${verdict.reason}`, now);
      }
    } else if (this.#online && (this.#server === '' || this.#failures > 0)) this.#useNode(now);
  }

  /**
   * For want of a better one, the node's clock. It is not set again with each job: the board's own runs well enough.
   */
  #useNode(now: number): void {
    const { node } = this.#chainNow(now);
    if (node === undefined || this.#source === 'sntp' || this.#source === 'node') return;
    this.#set('node', node * 1000 - now, now);
  }
}
