/** Headers for boards that check the chain themselves: what they ask for, from the best chain, at a bounded rate. */
import { decodeGetHeaders } from '../../firmware/protocol/getheaders.js';
import { encodeHeaders } from '../../firmware/protocol/headers.js';
import { DELIVERY, topic } from '../../firmware/protocol/topics.js';
import type { Ledger } from '../ledger/types.js';
import type { Bus } from './bus/bus.js';
import type { Logger } from './logger.js';

/** Requests of one device: so many at once, and then so many a second. A board has one open at a time. */
const BURST = 50;
const PER_SECOND = 50;

export class HeaderService {
  private readonly budgets = new Map<string, { left: number; at: number }>();

  constructor(
    private readonly options: {
      readonly ledger: Ledger;
      readonly bus: () => Bus;
      readonly log: Logger;
      /** Monotonic milliseconds. */
      readonly now: () => number;
    },
  ) {}

  /** @throws FormatError on a malformed request */
  async request(device: string, payload: Uint8Array): Promise<void> {
    const { from, count } = decodeGetHeaders(payload);
    if (!this.allowed(device)) {
      this.options.log.debug({ device }, 'too many requests for headers');
      return;
    }
    const headers = await this.options.ledger.headers(from, count);
    const message = encodeHeaders({ startHeight: from, headers });
    await this.options
      .bus()
      .publish(topic(device, 'headers'), message, DELIVERY.headers)
      .catch(error => this.options.log.debug({ device, reason: String(error) }, 'headers were not sent'));
  }

  /** A board's connection ended. */
  gone(device: string): void {
    this.budgets.delete(device);
  }

  private allowed(device: string): boolean {
    const now = this.options.now();
    const budget = this.budgets.get(device) ?? { left: BURST, at: now };
    const left = Math.min(BURST, budget.left + ((now - budget.at) * PER_SECOND) / 1000);
    this.budgets.set(device, { left: left < 1 ? left : left - 1, at: now });
    return left >= 1;
  }
}
