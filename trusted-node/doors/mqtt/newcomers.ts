/**
 * Connections that have not proved themselves. They cost a socket and a few bytes each, and nothing of the broker: the CONNECT
 * is read and the secret checked here. There is room for so many in all and so many of one address; the oldest makes
 * room for the newest, since who has a secret needs it for milliseconds. Addresses take turns.
 */
import type { Socket } from 'node:net';
import { TokenBuckets } from '../../common/token-bucket.js';
import { CONNACK } from './bus.js';
import type { FairTurns, Flow } from './fair-turns.js';
import {
  type Connect,
  connackBytes,
  type Packet,
  PacketFault,
  PacketReader,
  readConnect,
  VersionFault,
} from './packets.js';
import { addressGroup, type StrangerReason } from './strangers.js';

/** Connections at once: in all, and of one address. */
const MAX_ALL = 1_000;
const MAX_ADDRESS = 250;
/** New connections of one address, and of all. */
const EACH = { burst: 1_000, interval: 5 };
const ALL = { burst: 4_000, interval: 1 };
/** How long it may take until the CONNECT is there, or the TLS handshake has ended (ms). */
export const CONNECT_MS = 5_000;
export const HANDSHAKE_MS = 10_000;
/** What may come before the CONNECT is answered, bytes. */
const MAX_EARLY = 4_096;
/** Secrets that are checked at once. */
const CHECKS = 4;

/** A newcomer's secret is wrong, or it may not connect now. */
export interface Refused {
  readonly returnCode: number;
  readonly reason: StrangerReason;
}

interface Newcomer {
  readonly socket: Socket;
  readonly address: string;
  readonly deadline: number;
  readonly reader: PacketReader;
  packets: Packet[];
  connect: Connect | undefined;
}

export class Newcomers implements Flow {
  /** The oldest first; in order of their deadlines but for those in a handshake. */
  private readonly here = new Map<Socket, Newcomer>();
  private readonly perAddress = new Map<string, number>();
  /** By address, those whose CONNECT is there. */
  private readonly waiting = new Map<string, Newcomer[]>();
  private readonly each: TokenBuckets;
  private readonly all: TokenBuckets;
  private checks = 0;

  constructor(
    private readonly options: {
      readonly turns: FairTurns;
      /** Monotonic milliseconds. */
      readonly now: () => number;
      /** @returns why it is refused; undefined: it may come in */
      readonly check: (connect: Connect) => Promise<Refused | undefined>;
      /** It is in: `packets` are its CONNECT and what came after it. */
      readonly welcome: (device: string, socket: Socket, packets: Packet[], reader: PacketReader) => void;
      /** One has ended. */
      readonly ended: (address: string, reason: StrangerReason) => void;
    },
  ) {
    this.each = new TokenBuckets(EACH, options.now);
    this.all = new TokenBuckets(ALL, options.now);
  }

  get size(): number {
    return this.here.size;
  }

  /** A connection begins. @returns whether there is room for it; otherwise it is ended */
  hold(socket: Socket, milliseconds: number): boolean {
    const address = addressGroup(socket.remoteAddress);
    const { now, ended } = this.options;
    if (!this.each.take(address) || !this.all.take('')) {
      socket.destroy();
      ended(address, 'too many');
      return false;
    }
    this.makeRoom(address);
    const deadline = now() + milliseconds;
    const reader = new PacketReader();
    this.here.set(socket, { socket, address, deadline, reader, packets: [], connect: undefined });
    this.perAddress.set(address, (this.perAddress.get(address) ?? 0) + 1);
    socket.on('error', () => {});
    socket.once('close', () => this.end(socket, 'gone'));
    return true;
  }

  /** Its TLS handshake is done: `secured` takes the place of `raw`. */
  secure(raw: Socket, secured: Socket): void {
    const newcomer = this.here.get(raw);
    if (newcomer === undefined) {
      secured.destroy();
      return;
    }
    this.here.delete(raw);
    this.here.set(secured, { ...newcomer, socket: secured, deadline: this.options.now() + CONNECT_MS });
    secured.on('error', () => {});
    secured.once('close', () => this.end(secured, 'gone'));
    this.listen(secured);
  }

  /** Reads it until its CONNECT is there. */
  listen(socket: Socket): void {
    const newcomer = this.here.get(socket);
    if (newcomer === undefined) return;
    const read = (chunk: Buffer): void => this.read(newcomer, chunk, () => socket.off('data', read));
    socket.on('data', read);
  }

  private read(newcomer: Newcomer, chunk: Buffer, stop: () => void): void {
    const { socket, reader } = newcomer;
    try {
      newcomer.packets.push(...reader.read(chunk));
      const bytes = newcomer.packets.reduce((sum, packet) => sum + packet.bytes.length, reader.buffered);
      const [first] = newcomer.packets;
      if (bytes > MAX_EARLY) throw new PacketFault('too much before the CONNECT is answered');
      if (first === undefined) return;
      newcomer.connect = readConnect(first);
    } catch (error) {
      if (!(error instanceof PacketFault)) throw error;
      stop();
      this.end(socket, 'malformed', error instanceof VersionFault ? CONNACK.version : undefined);
      return;
    }
    stop();
    socket.pause();
    const queue = this.waiting.get(newcomer.address);
    if (queue === undefined) this.waiting.set(newcomer.address, [newcomer]);
    else queue.push(newcomer);
    this.options.turns.wake(this);
  }

  /** Checks one secret of the address whose turn it is. */
  next(): boolean {
    if (this.checks >= CHECKS) return false;
    for (const [address, queue] of this.waiting) {
      this.waiting.delete(address);
      const newcomer = queue.shift();
      if (queue.length > 0) this.waiting.set(address, queue);
      if (newcomer === undefined || !this.here.has(newcomer.socket)) continue;
      void this.check(newcomer, newcomer.connect!);
      break;
    }
    return this.waiting.size > 0 && this.checks < CHECKS;
  }

  private async check(newcomer: Newcomer, connect: Connect): Promise<void> {
    const { socket } = newcomer;
    this.checks++;
    try {
      const refused = await this.options.check(connect);
      if (refused !== undefined) this.end(socket, refused.reason, refused.returnCode);
      else if (this.leave(socket))
        this.options.welcome(connect.clientId, socket, newcomer.packets, newcomer.reader);
    } finally {
      this.checks--;
      if (this.waiting.size > 0) this.options.turns.wake(this);
    }
  }

  private makeRoom(address: string): void {
    const full = (this.perAddress.get(address) ?? 0) >= MAX_ADDRESS;
    if (!full && this.here.size < MAX_ALL) return;
    // Of the address that has most, if all room is used up.
    const most = full ? address : this.greediest();
    for (const newcomer of this.here.values())
      if (newcomer.address === most) {
        this.end(newcomer.socket, 'pushed out');
        return;
      }
  }

  private greediest(): string {
    let most = '';
    let count = 0;
    for (const [address, held] of this.perAddress) if (held > count) [most, count] = [address, held];
    return most;
  }

  /** It is no newcomer any longer. @returns whether it was one */
  private leave(socket: Socket): boolean {
    const newcomer = this.here.get(socket);
    if (newcomer === undefined) return false;
    this.here.delete(socket);
    const left = (this.perAddress.get(newcomer.address) ?? 1) - 1;
    if (left > 0) this.perAddress.set(newcomer.address, left);
    else this.perAddress.delete(newcomer.address);
    return true;
  }

  /** Ends one, if it is one. @param returnCode of a CONNACK that it gets first */
  end(socket: Socket, reason: StrangerReason, returnCode?: number): void {
    const address = this.here.get(socket)?.address;
    if (address === undefined || !this.leave(socket)) return;
    if (returnCode === undefined) socket.destroy();
    else {
      socket.write(connackBytes(returnCode));
      socket.destroySoon();
    }
    this.options.ended(address, reason);
  }

  /** Time passed. */
  look(now: number): void {
    for (const { socket, deadline } of this.here.values()) if (now >= deadline) this.end(socket, 'late');
  }

  close(): void {
    for (const socket of this.here.keys()) socket.destroy();
    this.here.clear();
    this.waiting.clear();
  }
}
