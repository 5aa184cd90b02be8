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
    const { bus, log } = this.options;
    if (!this.limit.admit(device) || !this.limitOfAll.admit('')) {
      log.debug({ device }, 'too many requests for proofs');
      return;
    }
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
