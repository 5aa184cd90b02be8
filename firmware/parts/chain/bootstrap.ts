/**
 * From a checkpoint's hash to the point at its header. Takes the headers from the start of its difficulty period on, at
 * least the ten before it, one after the other. They must lead to the hash, which proves them, and give what the rules
 * need to know there. Only the last one is kept.
 */

import { equalBytes } from '../../domain/bytes.js';
import { MEDIAN_TIME_SPAN, startsPeriod } from '../../domain/chain.js';
import { type ChainPoint, follows, headerFields, lastTimes } from '../../domain/chain-point.js';
import { sha256d } from '../../domain/hash.js';
import type { HeaderList } from '../../domain/header.js';
import type { Checkpoint, NetworkRules } from '../../domain/networks.js';
import { blockWork, checkProofOfWork } from '../../domain/target.js';

export type BootstrapResult = 'more' | 'unlinked' | 'no-proof-of-work' | 'checkpoint' | ChainPoint;
/** `changed`: the answer does not follow the previous one, which another node may have given. */
export type AnswerResult = BootstrapResult | 'changed';

export class Bootstrap {
  readonly #rules: NetworkRules;
  readonly #checkpoint: Checkpoint;
  /** Height of the next header. */
  next = 0;
  #hash: Uint8Array | undefined;
  #times: readonly number[] = [];
  #periodTime = 0;
  #periodBits = 0;
  #realBits = 0;

  constructor(rules: NetworkRules, checkpoint: Checkpoint) {
    this.#rules = rules;
    this.#checkpoint = checkpoint;
    this.#begin();
  }

  #begin(): void {
    const { height } = this.#checkpoint;
    const period = height - (height % this.#rules.interval);
    this.next = Math.max(0, Math.min(height - (MEDIAN_TIME_SPAN - 1), period));
    this.#hash = undefined;
    this.#times = [];
  }

  /** One answer, of any length. After a fault it starts over. */
  takeAll(headers: HeaderList): AnswerResult {
    for (let i = 0; i < headers.length; i++) {
      const result = this.take(headers.at(i)!);
      if (result === 'more') continue;
      if (typeof result !== 'string') return result;
      this.#begin();
      return result === 'unlinked' && i === 0 ? 'changed' : result;
    }
    return 'more';
  }

  /** @param bytes 80 bytes, of the header at `next` */
  take(bytes: Uint8Array): BootstrapResult {
    const rules = this.#rules;
    const height = this.next;
    const { time, nBits } = headerFields(bytes);
    if (this.#hash !== undefined && !follows(bytes, this.#hash)) return 'unlinked';
    const hash = sha256d(bytes);
    // This does not prove them, but keeps a liar from sending thousands of headers for free.
    if (!checkProofOfWork(hash, nBits, rules.powLimit)) return 'no-proof-of-work';
    this.#times = lastTimes(this.#times, time);
    if (startsPeriod(rules, height) || this.#hash === undefined) {
      this.#periodTime = time;
      this.#periodBits = nBits;
      this.#realBits = nBits;
    } else if (nBits !== rules.powLimitBits) this.#realBits = nBits;
    this.#hash = hash;
    this.next++;
    if (height < this.#checkpoint.height) return 'more';
    if (!equalBytes(hash, this.#checkpoint.hash)) return 'checkpoint';
    return {
      height,
      hash,
      work: blockWork(nBits),
      times: this.#times,
      nBits,
      periodTime: this.#periodTime,
      periodBits: this.#periodBits,
      realBits: this.#realBits,
    };
  }
}
