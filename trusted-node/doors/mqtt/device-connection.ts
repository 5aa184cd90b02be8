/**
 * The connection of a device that has proved itself, as the broker sees it: whole packets, one at a time, in the device's
 * turn and at its rate. What it sends beyond that waits in a small queue, and then in its own socket.
 */
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { BOARD_KINDS, type BoardKind } from '../../../firmware/protocol/mite/topics.js';
import type { DeviceRates, MessageKind } from './device-rates.js';
import type { FairTurns, Flow } from './fair-turns.js';
import { PACKET, type Packet, PacketFault, type PacketReader, publishTopic } from './packets.js';

/** The queue of a connection: packets, and bytes. Its socket is not read while there is more. */
const MAX_QUEUED = 64;
const MAX_QUEUED_BYTES = 32_768;
/** Messages of a device that the node works on at once. */
const MAX_WORKING = 8;
/** What the broker may have for a connection that does not read: bytes, and for how long (ms). */
const MAX_UNREAD = 262_144;
const UNREAD_MS = 10_000;

function isQuick({ type }: Packet): boolean {
  return type === PACKET.pingreq || type === PACKET.puback;
}

export function kindOf(packet: Packet): MessageKind {
  switch (packet.type) {
    case PACKET.publish: {
      const last = publishTopic(packet).split('/')[3];
      return isBoardKind(last) ? last : 'else';
    }
    case PACKET.subscribe:
    case PACKET.unsubscribe:
      return 'subscribe';
    case PACKET.pingreq:
      return 'ping';
    default:
      return 'else';
  }
}

export function isBoardKind(kind: string | undefined): kind is BoardKind {
  return (BOARD_KINDS as readonly (string | undefined)[]).includes(kind);
}

export class DeviceConnection extends Duplex implements Flow {
  private readonly queue: Packet[];
  /** Pings and acknowledgements: they wait for no work, or a node that cannot store would lose its devices. */
  private readonly quick: Packet[] = [];
  private queuedBytes = 0;
  /** The broker has read everything it was given. */
  private hungry = false;
  /** Messages of it that are worked on. */
  private working = 0;
  private ended = false;
  private timer: NodeJS.Timeout | undefined;
  /** Since when what was written is not read (monotonic ms). */
  private unreadSince: number | undefined;

  /**
   * @param first its CONNECT, and what came after it
   * @param reader goes on where it stands
   */
  constructor(
    readonly device: string,
    private readonly socket: Socket,
    first: readonly Packet[],
    private readonly reader: PacketReader,
    private readonly rates: DeviceRates,
    private readonly turns: FairTurns,
  ) {
    super({ allowHalfOpen: false, readableHighWaterMark: 1 });
    this.queue = [...first];
    for (const { bytes } of first) this.queuedBytes += bytes.length;
    socket.on('data', (chunk: Buffer) => this.receive(chunk));
    socket.on('end', () => this.endSoon());
    socket.on('error', error => this.destroy(error));
    socket.on('close', () => this.destroy());
    socket.resume();
  }

  private receive(chunk: Buffer): void {
    try {
      for (const packet of this.reader.read(chunk)) {
        (isQuick(packet) ? this.quick : this.queue).push(packet);
        this.queuedBytes += packet.bytes.length;
      }
    } catch (error) {
      if (!(error instanceof PacketFault)) throw error;
      this.destroy(error);
      return;
    }
    if (this.isFull()) this.socket.pause();
    this.wake();
  }

  private get queued(): number {
    return this.queue.length + this.quick.length;
  }

  private isFull(): boolean {
    return this.queued >= MAX_QUEUED || this.queuedBytes >= MAX_QUEUED_BYTES;
  }

  /** The one that is next, if it may be now. */
  private first(): Packet | undefined {
    if (!this.hungry || this.destroyed) return undefined;
    return this.quick[0] ?? (this.working < MAX_WORKING ? this.queue[0] : undefined);
  }

  private endSoon(): void {
    this.ended = true;
    if (this.queued === 0) this.push(null);
  }

  private wake(): void {
    if (this.timer === undefined && this.first() !== undefined) this.turns.wake(this);
  }

  /** The node works on one of its messages until the promise is settled. */
  works(work: Promise<unknown> | undefined): void {
    if (work === undefined) return;
    this.working++;
    const done = () => {
      this.working--;
      this.wake();
    };
    work.then(done, done);
  }

  next(): boolean {
    const packet = this.first();
    if (packet === undefined) return false;
    // Its CONNECT was counted when it was checked.
    const kind = kindOf(packet);
    const wait = packet.type === PACKET.connect ? 0 : this.rates.take(this.device, kind);
    if (wait > 0) {
      if (this.isFull() && this.rates.press(this.device, kind)) {
        this.destroy(new Error('cut off: it floods'));
        return false;
      }
      this.timer = setTimeout(() => {
        this.timer = undefined;
        this.wake();
      }, wait);
      return false;
    }
    (isQuick(packet) ? this.quick : this.queue).shift();
    this.queuedBytes -= packet.bytes.length;
    if (this.queued === 0) this.rates.relieve(this.device);
    if (this.socket.isPaused() && this.queued <= MAX_QUEUED / 2 && !this.isFull()) this.socket.resume();
    this.hungry = false;
    this.push(packet.bytes);
    if (this.ended && this.queued === 0) this.push(null);
    return false;
  }

  override _read(): void {
    this.hungry = true;
    this.wake();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    if (this.socket.destroyed) done(new Error('the connection is closed'));
    else if (this.socket.write(chunk)) done();
    else {
      this.unreadSince = performance.now();
      const settle = () => {
        this.unreadSince = undefined;
        this.socket.off('drain', settle);
        this.socket.off('close', settle);
        done(this.socket.destroyed ? new Error('the connection is closed') : null);
      };
      this.socket.once('drain', settle);
      this.socket.once('close', settle);
    }
  }

  /** Time passed: ends the connection if what was sent is not read. */
  look(now: number): void {
    const late = this.unreadSince !== undefined && now - this.unreadSince >= UNREAD_MS;
    if (late || this.writableLength > MAX_UNREAD) this.destroy(new Error('replies are not read'));
  }

  override _final(done: () => void): void {
    this.socket.end();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearTimeout(this.timer);
    this.turns.forget(this);
    this.queue.length = 0;
    this.quick.length = 0;
    this.socket.destroy();
    done(error);
  }
}
