/** Proofs of inclusion for boards, from the best chain, at a bounded rate: each reads a whole block. */
import { decodeGetProof, encodeProof, type GetProof, type Proof } from '../../firmware/protocol/proof.js';
import { DELIVERY, topic } from '../../firmware/protocol/topics.js';
import { txOutProof } from '../ledger/proofs.js';
import type { Ledger } from '../ledger/types.js';
import type { Bus } from './bus/bus.js';
import type { Logger } from './logger.js';
import { RateLimit } from './rate-limit.js';

/** Requests of one device: so many at once, and then so many a second. */
const BURST = 5;
const PER_SECOND = 2;
/** Of all devices together. */
const BURST_OF_ALL = 20;
const PER_SECOND_OF_ALL = 10;

export class ProofService {
  private readonly limit: RateLimit;
  private readonly limitOfAll: RateLimit;
  /** The newest request of each device beyond the rate: one that asks all the time holds up no other. */
  private readonly waiting = new Map<string, GetProof>();

  constructor(
    private readonly options: {
      readonly ledger: Ledger;
      readonly bus: () => Bus;
      readonly log: Logger;
      /** Monotonic milliseconds. */
      readonly now: () => number;
    },
  ) {
    this.limit = new RateLimit(BURST, PER_SECOND, options.now);
    this.limitOfAll = new RateLimit(BURST_OF_ALL, PER_SECOND_OF_ALL, options.now);
  }

  /** @throws FormatError on a malformed request */
  async request(device: string, payload: Uint8Array): Promise<void> {
    const request = decodeGetProof(payload);
    if (this.waiting.size > 0 || !this.limit.admit(device) || !this.limitOfAll.admit(''))
      this.later(device, request);
    else await this.answer(device, request);
  }

  private later(device: string, request: GetProof): void {
    this.options.log.debug({ device }, 'too many requests for proofs');
    if (this.waiting.size === 0) this.arm();
    this.waiting.set(device, request); // in the place that it has
  }

  private arm(): void {
    setTimeout(() => this.nextInLine(), 1_000 / PER_SECOND_OF_ALL).unref();
  }

  private nextInLine(): void {
    for (const [device, request] of this.waiting) {
      if (!this.limit.admit(device)) continue;
      this.waiting.delete(device);
      this.answer(device, request).catch(error =>
        this.options.log.debug({ device, reason: String(error) }, 'a proof was not sent'),
      );
      break;
    }
    if (this.waiting.size > 0) this.arm();
  }

  private async answer(device: string, request: GetProof): Promise<void> {
    const { bus, log } = this.options;
    const message = encodeProof(await this.prove(request));
    // Not waited for, as in headers.ts.
    bus()
      .publish(topic(device, 'proof'), message, DELIVERY.proof)
      .catch(error => log.debug({ device, reason: String(error) }, 'a proof was not sent'));
  }

  private async prove({ form, txid }: GetProof): Promise<Proof> {
    const found = await this.options.ledger.inclusion(txid);
    if (found === undefined) return { form: 'unknown', txid };
    const { height, header, index, branch, txids } = found;
    if (form === 'txoutproof') return { form, txid, height, proof: txOutProof(header, txids, index) };
    return { form, txid, height, header, index, branch };
  }
}
