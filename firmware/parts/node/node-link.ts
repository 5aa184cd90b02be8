/**
 * The board's side of protocol v1 over MQTT: topics and bytes become values once, here. A message that cannot be
 * decoded is counted and named, and changes nothing.
 */
import { FormatError } from '../../domain/bytes.js';
import type { Job } from '../../domain/job.js';
import type { Share } from '../../domain/share.js';
import type { Platform, TlsOptions } from '../../ports/platform.js';
import { type Command, decodeCommand, encodeReply, type Reply } from '../../protocol/mite/command.js';
import { encodeGetHeaders, type GetHeaders } from '../../protocol/mite/getheaders.js';
import { type HeadersView, viewHeaders } from '../../protocol/mite/headers.js';
import { encodeHello, type Hello } from '../../protocol/mite/hello.js';
import { decodeJob } from '../../protocol/mite/job.js';
import { decodeOffer, type Offer } from '../../protocol/mite/offer.js';
import { decodeProof, encodeGetProof, type GetProof, type Proof } from '../../protocol/mite/proof.js';
import { decodeResult, encodeShare, type ShareResult } from '../../protocol/mite/share.js';
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
  type Announcement,
  type Chunk,
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

export interface NodeAddress {
  readonly host: string;
  readonly port: number;
  readonly device: string;
  readonly secret: string;
  /** Undefined: plain TCP. */
  readonly tls?: TlsOptions | undefined;
}

export interface NodeHandlers {
  /** Connected; hello was sent. */
  onUp(): void;
  onDown(reason: string, retryMs: number): void;
  onJob(job: Job): void;
  onResult(result: ShareResult): void;
  /** `tip` is true for the shared topic of newest headers. */
  onHeaders(message: HeadersView, tip: boolean): void;
  /** A transaction to be judged. */
  onOffer(offer: Offer): void;
  onProof(proof: Proof): void;
  onCommand(command: Command): void;
  /** `secure`: over TLS. */
  onUpdate(announcement: Announcement, secure: boolean): void;
  onChunk(chunk: Chunk): void;
  /** A message that is not of the protocol. */
  onGarbage(problem: string): void;
}

export class NodeLink {
  readonly #client: MqttClient;
  readonly #handlers: NodeHandlers;
  readonly #hello: () => Hello;
  #device = '';
  #secure = false;
  #wasReady = false;

  /** @param hello what the board says of itself, asked for at each connect. */
  constructor(platform: Platform, hello: () => Hello, handlers: NodeHandlers) {
    this.#handlers = handlers;
    this.#hello = hello;
    this.#client = new MqttClient(platform, {
      onReady: () => {
        this.#wasReady = true;
        this.#publish('online', encodeOnline(true));
        this.#publish('hello', encodeHello(this.#hello()));
        handlers.onUp();
      },
      onDown: (reason, retryMs) => {
        this.#wasReady = false;
        handlers.onDown(reason, retryMs);
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

  /** Connects, or connects anew. The address must be complete (non-empty host, device and secret). */
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

  /** Leaves the node; it sees the board go offline. `onDown` is not called. */
  stop(): void {
    if (this.#wasReady) this.#publish('online', encodeOnline(false)); // a clean DISCONNECT sends no will
    this.#wasReady = false;
    this.#client.stop();
  }

  sendShare(share: Share): boolean {
    return this.#publish('share', encodeShare(share));
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

  #publish(kind: BoardKind, payload: Uint8Array): boolean {
    const { qos, retain } = DELIVERY[kind];
    return this.#client.publish(topic(this.#device, kind), payload, qos, retain);
  }

  #onMessage(name: string, payload: Uint8Array): void {
    let deliver: (() => void) | undefined;
    try {
      deliver = this.#decode(name, payload);
    } catch (error) {
      if (!(error instanceof FormatError || error instanceof RangeError)) throw error;
      this.#handlers.onGarbage(error.message);
    }
    deliver?.();
  }

  /** Decodes first, so that what throws has changed nothing. */
  #decode(name: string, payload: Uint8Array): () => void {
    const parsed = parseTopic(name);
    if (parsed.scope === 'all') {
      const message = viewHeaders(payload);
      return () => this.#handlers.onHeaders(message, true);
    }
    if (parsed.id !== this.#device) throw new FormatError('a message for another device');
    switch (parsed.kind) {
      case 'job': {
        const job = decodeJob(payload);
        return () => this.#handlers.onJob(job);
      }
      case 'result': {
        const result = decodeResult(payload);
        return () => this.#handlers.onResult(result);
      }
      case 'headers': {
        const message = viewHeaders(payload);
        return () => this.#handlers.onHeaders(message, false);
      }
      case 'offer': {
        const offer = decodeOffer(payload);
        return () => this.#handlers.onOffer(offer);
      }
      case 'proof': {
        const proof = decodeProof(payload);
        return () => this.#handlers.onProof(proof);
      }
      case 'command': {
        const command = decodeCommand(payload);
        return () => this.#handlers.onCommand(command);
      }
      case 'update': {
        const announcement = decodeAnnouncement(payload);
        return () => this.#handlers.onUpdate(announcement, this.#secure);
      }
      case 'chunk': {
        const chunk = decodeChunk(payload);
        return () => this.#handlers.onChunk(chunk);
      }
      default:
        throw new FormatError(`a message of kind ${parsed.kind} for a board`);
    }
  }
}
