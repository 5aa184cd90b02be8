/** Headers for boards that check the chain themselves: what they ask for, from the best chain, at a bounded rate. */
import { decodeGetHeaders } from '../../firmware/protocol/getheaders.js';
import { encodeHeaders } from '../../firmware/protocol/headers.js';
import { DELIVERY, topic } from '../../firmware/protocol/topics.js';
import type { Ledger } from '../ledger/types.js';
import type { Bus } from './bus/bus.js';
import type { Logger } from './logger.js';
import { RateLimit } from './rate-limit.js';

/** Requests of one device: so many at once, and then so many a second. A board has one open at a time. */
const BURST = 50;
const PER_SECOND = 50;

export class HeaderService {
  private readonly limit: RateLimit;
  /** The newest request of a device beyond the rate. */
  private readonly waiting = new Map<string, Uint8Array>();

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
  }

  /**
   * Answers from one state of the chain: no headers of two branches in one message.
   * @throws FormatError on a malformed request
   */
  async request(device: string, payload: Uint8Array): Promise<void> {
    const { from, count } = decodeGetHeaders(payload);
    if (!this.limit.admit(device)) {
      this.later(device, payload);
      return;
    }
    const headers = await this.options.ledger.headers(from, count);
    const message = encodeHeaders({ startHeight: from, headers });
    // Not waited for: an external broker's client takes nothing else in until this message is done with.
    this.options
      .bus()
      .publish(topic(device, 'headers'), message, DELIVERY.headers)
      .catch(error => this.options.log.debug({ device, reason: String(error) }, 'headers were not sent'));
  }

  /**
   * A board that syncs asks again at once, and waits ten seconds for an answer that does not come. So the newest request
   * is answered when the rate lets it, and those before it never: a board has one open.
   */
  private later(device: string, payload: Uint8Array): void {
    this.options.log.debug({ device }, 'too many requests for headers');
    const timer = this.waiting.has(device);
    this.waiting.set(device, payload);
    if (timer) return;
    setTimeout(() => {
      const newest = this.waiting.get(device)!;
      this.waiting.delete(device);
      this.request(device, newest).catch(error =>
        this.options.log.debug({ device, reason: String(error) }, 'headers were not sent'),
      );
    }, 1_000 / PER_SECOND).unref();
  }
}
