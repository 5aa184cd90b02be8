/**
 * The board's side of protocol v1 over MQTT: topics and bytes become values once, here. A message that cannot be
 * decoded is counted and named, and changes nothing.
 */
import { FormatError } from '../../domain/bytes.js';
import type { Share } from '../../domain/share.js';
import type { Platform, TlsOptions } from '../../ports/platform.js';
import type { TrustedNode, TrustedNodeHandlers } from '../../ports/trusted-node.js';
import type { WorkSourceHandlers } from '../../ports/work-source.js';
import { decodeCommand, encodeReply, type Reply } from '../../protocol/mite/command.js';
import { encodeGetHeaders, type GetHeaders } from '../../protocol/mite/getheaders.js';
import { viewHeaders } from '../../protocol/mite/headers.js';
import { encodeHello, type Hello } from '../../protocol/mite/hello.js';
import { viewJob } from '../../protocol/mite/job.js';
import { viewOffer } from '../../protocol/mite/offer.js';
import { decodeProof, encodeGetProof, type GetProof } from '../../protocol/mite/proof.js';
import { decodeResult, encodeShare } from '../../protocol/mite/share.js';
import { type BoardStatus, encodeOnline, encodeStatus } from '../../protocol/mite/status.js';
import {
  type BoardKind,
  DELIVERY,
  HEADERS_TOPIC,
  NODE_KINDS,
  parseTopic,
  topic,
} from '../../protocol/mite/topics.js';
import {
  decodeAnnouncement,
  decodeChunk,
  encodeFetch,
  encodeOutcome,
  type Fetch,
  type Outcome,
} from '../../protocol/mite/update.js';
import { encodeVerdict, type VerdictMessage } from '../../protocol/mite/verdict.js';
import { encodeUtf8 } from '../../protocol/utf8.js';
import { MqttClient } from '../../transport/mqtt-client.js';

/**
 * Messages in flight with which one more share is sent. A board on a test network finds hundreds a second and gives up old
 * ones for new ones, so shares alone filled all places for as long as the node slowed them: requests for headers and
 * verdicts were not sent, and the node was taken for one that withholds headers. The places beyond are for those.
 */
const SHARES_IN_FLIGHT = 16;

export interface NodeAddress {
  readonly host: string;
  readonly port: number;
  readonly device: string;
  readonly secret: string;
  /** Undefined: plain TCP. */
  readonly tls?: TlsOptions | undefined;
}

export interface NodeLinkHost {
  /** Connected; hello was sent. */
  up(): void;
  /** `silentMs`: nothing has been heard of the node's side for this long. */
  down(reason: string, retryMs: number, silentMs: number): void;
  /** A message that is not of the protocol. */
  garbage(problem: string): void;
  readonly work: Pick<WorkSourceHandlers, 'jobComing' | 'job' | 'verdict'>;
  readonly services: TrustedNodeHandlers;
}

export class NodeLink implements TrustedNode {
  readonly #platform: Platform;
  readonly #client: MqttClient;
  readonly #host: NodeLinkHost;
  readonly #hello: () => Hello;
  #device = '';
  #secure = false;
  #wasReady = false;

  /** @param hello what the board says about itself, called on each connect. */
  constructor(platform: Platform, hello: () => Hello, host: NodeLinkHost) {
    this.#platform = platform;
    this.#host = host;
    this.#hello = hello;
    this.#client = new MqttClient(platform, {
      onReady: () => {
        this.#wasReady = true;
        this.#publish('online', encodeOnline(true));
        this.#publish('hello', encodeHello(this.#hello()));
        host.up();
      },
      onDown: (reason, retryMs, silentMs) => {
        this.#wasReady = false;
        host.down(reason, retryMs, silentMs);
      },
      onMessage: (name, payload) => this.#onMessage(name, payload),
    });
  }

  get connects(): number {
    return this.#client.connects;
  }

  get up(): boolean {
    return this.#wasReady;
  }

  /** Connects, or reconnects. The address must be complete (non-empty host, device and secret). */
  start(address: NodeAddress): void {
    this.stop();
    const { host, port, device, secret, tls } = address;
    this.#device = device;
    this.#secure = tls !== undefined;
    const filters = NODE_KINDS.map(kind => topic(device, kind));
    filters.push(HEADERS_TOPIC);
    this.#client.start({
      host,
      port,
      tls,
      clientId: device,
      username: device,
      password: encodeUtf8(secret),
      will: { topic: topic(device, 'online'), payload: encodeOnline(false) },
      filters,
    });
  }

  /** Leaves the node; it sees the board go offline. `down` is not called. */
  stop(): void {
    if (this.#wasReady) this.#publish('online', encodeOnline(false)); // a clean DISCONNECT sends no will
    this.#wasReady = false;
    this.#client.stop();
  }

  sendShare(share: Share): boolean {
    return this.#publish('share', encodeShare(share), SHARES_IN_FLIGHT);
  }

  sendGetHeaders(request: GetHeaders): boolean {
    return this.#publish('getheaders', encodeGetHeaders(request));
  }

  sendGetProof(question: GetProof): boolean {
    return this.#publish('getproof', encodeGetProof(question));
  }

  sendVerdict(verdict: VerdictMessage): boolean {
    return this.#publish('verdict', encodeVerdict(verdict));
  }

  sendStatus(status: BoardStatus): boolean {
    return this.#publish('status', encodeStatus(status));
  }

  sendReply(reply: Reply): boolean {
    return this.#publish('reply', encodeReply(reply));
  }

  sendFetch(fetch: Fetch): boolean {
    return this.#publish('fetch', encodeFetch(fetch));
  }

  sendOutcome(outcome: Outcome): boolean {
    return this.#publish('outcome', encodeOutcome(outcome));
  }

  #publish(kind: BoardKind, payload: Uint8Array, room?: number): boolean {
    const { qos, retain } = DELIVERY[kind];
    return this.#client.publish(topic(this.#device, kind), payload, qos, retain, room);
  }

  #onMessage(name: string, payload: Uint8Array): void {
    let deliver: (() => void) | undefined;
    try {
      deliver = this.#decode(name, payload);
    } catch (error) {
      if (!(error instanceof FormatError || error instanceof RangeError)) throw error;
      this.#host.garbage(error.message);
    }
    deliver?.();
  }

  /** Decodes first, so that nothing has changed if it throws. */
  #decode(name: string, payload: Uint8Array): () => void {
    const { work, services } = this.#host;
    const parsed = parseTopic(name);
    if (parsed.scope === 'all') {
      this.#platform.lastWords?.mark('headers');
      const message = viewHeaders(payload);
      return () => services.headers(message, true);
    }
    if (parsed.id !== this.#device) throw new FormatError('a message for another device');
    this.#platform.lastWords?.mark(parsed.kind);
    switch (parsed.kind) {
      case 'job': {
        const receivedAt = this.#platform.monotonic();
        const view = viewJob(payload);
        return () => {
          work.jobComing(payload.length);
          work.job({ job: view.pack(), receivedAt });
        };
      }
      case 'result': {
        const result = decodeResult(payload);
        return () => work.verdict(result);
      }
      case 'headers': {
        const message = viewHeaders(payload);
        return () => services.headers(message, false);
      }
      case 'offer': {
        const view = viewOffer(payload);
        if (!services.wants('offer')) return nothing;
        return () => {
          services.offerComing();
          services.offer(view.copy());
        };
      }
      case 'proof': {
        if (!services.wants('proof')) return nothing;
        const proof = decodeProof(payload);
        return () => services.proof(proof);
      }
      case 'command': {
        const command = decodeCommand(payload);
        return () => services.command(command);
      }
      case 'update': {
        const announcement = decodeAnnouncement(payload);
        return () => services.update(announcement, this.#secure);
      }
      case 'chunk': {
        if (!services.wants('chunk')) return nothing;
        const chunk = decodeChunk(payload);
        return () => services.chunk(chunk);
      }
      default:
        throw new FormatError(`a message of kind ${parsed.kind} for a board`);
    }
  }
}

/** For what nobody waits for. */
function nothing(): void {}
