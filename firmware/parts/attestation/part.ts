/** The board's opinion on transactions: its key, the node's offers, the signed verdicts. One offer at a time. */

import { attest } from '../../domain/attestation.js';
import { bytesToHex, hashToDisplay } from '../../domain/bytes.js';
import type { ChainPoint } from '../../domain/chain-point.js';
import { type Judgement, Judging } from '../../domain/judge/judge.js';
import { messageOf } from '../../domain/message-of.js';
import type { Tell } from '../../ports/notice.js';
import type { Part } from '../../ports/part.js';
import type { Platform } from '../../ports/platform.js';
import type { BoardReport } from '../../ports/report.js';
import type { Offer } from '../../protocol/mite/offer.js';
import { relayReason, type Verdict, type VerdictMessage } from '../../protocol/mite/verdict.js';
import { type BoardKey, openKey } from './key-store.js';

/** How long a verdict waits for a verified tip: a node waits 30 s for it. */
const TIP_MS = 200;
const TIP_TRIES = 50;

export interface AttestationHost {
  readonly notice: Tell;
  send(verdict: VerdictMessage): void;
  /** What the board has verified of the chain. */
  tip(): ChainPoint | undefined;
}

export class AttestationPart implements Part<unknown> {
  readonly #platform: Platform;
  readonly #host: AttestationHost;
  readonly #network: string;
  readonly #device: () => string;
  #key: BoardKey | undefined;
  /** The key is not available: reported once. */
  #failed = false;
  #timer = 0;
  readonly #counts: Record<Verdict, number> = { valid: 0, invalid: 0, 'not-judged': 0 };

  /** @param network of the verified chain @param device the id by which the node knows the board */
  constructor(platform: Platform, network: string, device: () => string, host: AttestationHost) {
    this.#platform = platform;
    this.#host = host;
    this.#network = network;
    this.#device = device;
  }

  /** X-only, 64 hex digits; made at the first call of the first boot. Undefined when it is not available. */
  publicKey(): string | undefined {
    if (this.#key === undefined && !this.#failed) {
      const { keyStorage, curve } = this.#platform;
      try {
        this.#key = openKey(keyStorage, curve, count => this.#platform.random(count));
      } catch (error) {
        this.#failed = true;
        this.#host.notice('error', 'key', `no verdicts on transactions: ${messageOf(error)}`);
      }
    }
    return this.#key && bytesToHex(this.#key.publicKey);
  }

  /** A node has one offer open at a time: another one replaces it. Judged in steps, each with an empty stack. */
  offer(offer: Offer): void {
    this.#platform.clearTimer(this.#timer);
    const judging = new Judging(offer, this.#platform.curve);
    this.#timer = this.#platform.setTimer(0, () => this.#judge(offer.id, judging));
  }

  /** Another offer is about to be copied: the one before is given up, and not kept until then. */
  offerComing(): void {
    this.disconnected();
  }

  disconnected(): void {
    this.#platform.clearTimer(this.#timer);
    this.#timer = 0;
  }

  report(): Pick<BoardReport, 'attest'> {
    const { valid, invalid, 'not-judged': notJudged } = this.#counts;
    const key = this.#key === undefined ? '' : bytesToHex(this.#key.publicKey);
    return { attest: { key, valid, invalid, notJudged } };
  }

  #judge(id: number, judging: Judging): void {
    this.#platform.lastWords?.mark('judging');
    const judgement = judging.step();
    if (judgement !== undefined) this.#attest(id, judgement);
    else this.#timer = this.#platform.setTimer(0, () => this.#judge(id, judging));
  }

  #attest(id: number, judgement: Judgement, tries = TIP_TRIES): void {
    const key = this.#key;
    const tip = this.#host.tip();
    if (key === undefined) return;
    if (tip === undefined) {
      // Without a verified tip a verdict would have no place in the chain. Often the newest headers are just on their way;
      // where they stay away, the node offers it again.
      if (tries > 0)
        this.#timer = this.#platform.setTimer(TIP_MS, () => this.#attest(id, judgement, tries - 1));
      return;
    }
    const { verdict, txid, wtxid } = judgement;
    const reason = verdict === 'valid' ? relayReason(judgement.policy) : judgement.reason;
    const statement = {
      network: this.#network,
      device: this.#device(),
      txid,
      wtxid,
      verdict,
      tipHash: tip.hash,
      tipHeight: tip.height,
    };
    const { curve } = this.#platform;
    const signature = attest(statement, key.secret, count => this.#platform.random(count), curve);
    this.#counts[verdict]++;
    this.#host.send({ ...statement, id, reason, signature });
    this.#tell(judgement);
  }

  #tell({ verdict, reason, policy, txid, fee }: Judgement): void {
    const relayed = policy === undefined ? '' : `, not relayed: ${policy}`;
    const why = verdict === 'valid' ? `fee ${fee} satoshi${relayed}` : reason;
    const text = `transaction ${hashToDisplay(txid)}: ${verdict === 'not-judged' ? 'not judged' : verdict}, ${why}`;
    // No warning: a node offers spoilt ones now and then, to see what a board signs.
    this.#host.notice('info', 'verdict', text);
  }
}
