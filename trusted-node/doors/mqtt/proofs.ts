/** Proofs of inclusion for boards, from the best chain, at a bounded rate: each reads a whole block. */
import {
  decodeGetProof,
  encodeProof,
  type GetProof,
  type Proof,
} from '../../../firmware/protocol/mite/proof.js';
import type { Logger } from '../../common/logger.js';
import { Turns } from '../../common/turns.js';
import type { ChainQueries } from '../../ports/chain-queries.js';
import type { MqttDoor } from './door.js';

const EACH = { burst: 5, interval: 500 };
const ALL = { burst: 20, interval: 100 };

export class ProofService {
  private readonly turns: Turns<GetProof>;

  constructor(
    private readonly options: {
      readonly queries: ChainQueries;
      readonly door: MqttDoor;
      readonly log: Logger;
      /** Monotonic milliseconds. */
      readonly now: () => number;
    },
  ) {
    const { log, now } = options;
    this.turns = new Turns(
      { each: EACH, all: ALL },
      now,
      device => log.debug({ device }, 'too many requests for proofs'),
      (device, request) => this.answer(device, request),
    );
  }

  /** Gives up waiting requests; lets those under way end. */
  close(): Promise<void> {
    return this.turns.close();
  }

  /** @throws FormatError on a malformed request */
  async request(device: string, payload: Uint8Array): Promise<void> {
    await this.turns.take(device, decodeGetProof(payload));
  }

  private async answer(device: string, request: GetProof): Promise<void> {
    const { door, log } = this.options;
    try {
      const message = encodeProof(await this.prove(request));
      door.post(device, 'proof', message, 'a proof was not sent');
    } catch (error) {
      log.error({ device, err: error }, 'a proof could not be read');
    }
  }

  private async prove({ form, txid }: GetProof): Promise<Proof> {
    const { queries } = this.options;
    if (form === 'txoutproof') {
      const found = await queries.txOutProof(txid);
      return found === undefined ? { form: 'unknown', txid } : { form, txid, ...found };
    }
    const found = await queries.inclusion(txid);
    if (found === undefined) return { form: 'unknown', txid };
    const { height, header, index, branch } = found;
    return { form, txid, height, header, index, branch };
  }
}
