/** Headers for boards that check the chain themselves: what they request, from the best chain, at a bounded rate. */
import { decodeGetHeaders, type GetHeaders } from '../../../firmware/protocol/mite/getheaders.js';
import { encodeHeaders } from '../../../firmware/protocol/mite/headers.js';
import type { Logger } from '../../common/logger.js';
import { Turns } from '../../common/turns.js';
import type { Upstream } from '../../ports/upstream.js';
import type { MqttDoor } from './door.js';

/** Requests of one device. A board has one open at a time. */
const EACH = { burst: 50, interval: 20 };

export class HeaderService {
  private readonly turns: Turns<GetHeaders>;

  constructor(
    private readonly options: {
      readonly upstream: Upstream;
      readonly door: MqttDoor;
      readonly log: Logger;
      /** Monotonic milliseconds. */
      readonly now: () => number;
    },
  ) {
    const { log, now } = options;
    this.turns = new Turns(
      { each: EACH },
      now,
      device => log.debug({ device }, 'too many requests for headers'),
      (device, request) => this.answer(device, request),
    );
  }

  /** Gives up waiting requests; lets those under way end. */
  close(): Promise<void> {
    return this.turns.close();
  }

  /** @throws FormatError on a malformed request */
  async request(device: string, payload: Uint8Array): Promise<void> {
    await this.turns.take(device, decodeGetHeaders(payload));
  }

  /** From one state of the chain: no headers of two branches in one message. */
  private async answer(device: string, { from, count }: GetHeaders): Promise<void> {
    const { upstream, door, log } = this.options;
    // Nobody shows this node any: an empty answer would say that the chain ends there.
    if (upstream.tip().header === undefined) return;
    try {
      const message = encodeHeaders({ startHeight: from, headers: await upstream.headers(from, count) });
      door.post(device, 'headers', message, 'headers were not sent');
    } catch (error) {
      log.error({ device, err: error }, 'headers could not be read');
    }
  }
}
