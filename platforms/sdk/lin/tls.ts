/// <reference path="./ssl.d.ts" />
/**
 * TLS 1.2 through the SDK's own client (modules/crypt), over TcpConnection. The server is recognised by its
 * certificate's fingerprint alone; TlsGate decides which of the server's bytes the SDK may see.
 */
import Session from 'ssl/session';
import Timer from 'timer';
import type { Connection, ConnectionHandlers } from '../../../firmware/ports/platform.js';
import { MAX_RECORD, RECORD_HEADER, TlsGate } from '../../../firmware/protocol/tls-gate.js';
import { sha256 } from '../../../firmware/search/search.js';
import { TcpConnection } from './tcp.js';

const TLS_1_2 = 0x303;
const HANDSHAKE_MS = 30_000; // a chip's arithmetic takes seconds
/** Bytes sent in one record, and what its encryption adds. */
const PIECE = 4096;
const OVERHEAD = 64;

function hexOf(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
}

/** Compares in constant time. */
function same(left: string, right: string): boolean {
  let difference = left.length ^ right.length;
  for (let i = 0; i < left.length; i++) difference |= left.charCodeAt(i) ^ right.charCodeAt(i);
  return difference === 0;
}

export class TlsConnection implements Connection {
  readonly #handlers: ConnectionHandlers;
  readonly #tcp: TcpConnection;
  readonly #gate: TlsGate;
  /** What the session reads and writes; `readable` bytes are left of `#record`. */
  readonly #stream = {
    readable: 0,
    writable: PIECE,
    read: (into: Uint8Array) => this.#take(into),
    write: (packet: ArrayBuffer | Uint8Array) => this.#send(packet),
  };
  #session: Session | undefined;
  #record: Uint8Array = new Uint8Array(0);
  /** Bytes of an incomplete record. */
  #partial: Uint8Array = new Uint8Array(0);
  #timer: Timer | undefined;
  #ready = false;
  #closed = false;

  constructor(host: string, port: number, handlers: ConnectionHandlers, fingerprint: string) {
    this.#handlers = handlers;
    this.#gate = new TlsGate(der => {
      const seen = hexOf(sha256(der));
      return same(seen, fingerprint) ? undefined : `wrong certificate: its fingerprint is ${seen}`;
    });
    this.#tcp = new TcpConnection(host, port, {
      onOpen: () => this.#begin(),
      onData: bytes => this.#receive(bytes),
      onClose: reason => this.#fail(this.#ready || this.#session === undefined ? reason : `TLS: ${reason}`),
    });
  }

  write(bytes: Uint8Array): boolean {
    const pieces = Math.ceil(bytes.length / PIECE);
    if (!this.#ready || this.#closed || !this.#tcp.takes(bytes.length + pieces * OVERHEAD)) return false;
    try {
      for (let at = 0; at < bytes.length; at += PIECE)
        this.#session!.write(this.#stream, bytes.slice(at, at + PIECE));
    } catch {
      Timer.set(() => this.#fail('TLS: cannot write'), 0);
    }
    return true;
  }

  close(): void {
    if (this.#closed) return;
    this.#end();
  }

  #begin(): void {
    this.#timer = Timer.set(() => {
      this.#timer = undefined;
      this.#fail('TLS: no answer');
    }, HANDSHAKE_MS);
    this.#session = new Session({ protocolVersion: TLS_1_2, verify: false, cache: false });
    this.#session.initiateHandshake();
    this.#guarded(() => this.#shake());
  }

  /** Passes on whole records, each after the gate has seen it. */
  #receive(bytes: Uint8Array): void {
    let rest = bytes;
    if (this.#partial.length > 0) {
      rest = new Uint8Array(this.#partial.length + bytes.length);
      rest.set(this.#partial);
      rest.set(bytes, this.#partial.length);
    }
    while (!this.#closed && rest.length >= RECORD_HEADER) {
      const length = (rest[3]! << 8) | rest[4]!;
      if (length > MAX_RECORD) {
        this.#fail('TLS: wrong version number'); // most likely no TLS at all
        return;
      }
      const end = RECORD_HEADER + length;
      if (rest.length < end) break;
      const record = rest.slice(0, end);
      rest = rest.subarray(end);
      const problem = this.#gate.record(record);
      if (problem !== undefined) {
        this.#fail(`TLS: ${problem}`);
        return;
      }
      this.#record = record;
      this.#stream.readable = end;
      this.#guarded(() => (this.#ready ? this.#read() : this.#shake()));
    }
    this.#partial = rest.slice();
  }

  #shake(): void {
    const session = this.#session!;
    do {
      const ended = session.handshake(this.#stream);
      if (session.alert) throw new Error('alert');
      if (ended) {
        Timer.clear(this.#timer!);
        this.#timer = undefined;
        this.#ready = true;
        this.#handlers.onOpen();
        return;
      }
    } while (this.#stream.readable > 0 || session.handshakeProcess >= 0);
  }

  #read(): void {
    while (!this.#closed && this.#stream.readable > 0) {
      const bytes = this.#session!.read(this.#stream);
      if (bytes === null) this.#fail('closed by the peer');
      else if (bytes !== undefined && bytes.length > 0) this.#handlers.onData(bytes);
    }
  }

  /** The SDK's stack throws when something is wrong. */
  #guarded(action: () => void): void {
    const ready = this.#ready;
    try {
      action();
    } catch (error) {
      if (this.#ready !== ready) throw error; // from the handler, not the handshake
      this.#fail(ready ? 'TLS: damaged' : 'TLS: the handshake failed');
    }
  }

  #take(into: Uint8Array): void {
    const at = this.#record.length - this.#stream.readable;
    into.set(this.#record.subarray(at, at + into.length));
  }

  #send(packet: ArrayBuffer | Uint8Array): number {
    const bytes = packet instanceof Uint8Array ? packet : new Uint8Array(packet);
    if (!this.#tcp.write(bytes)) throw new Error('not taken');
    return PIECE;
  }

  #fail(reason: string): void {
    if (this.#closed) return;
    this.#end();
    this.#handlers.onClose(reason);
  }

  #end(): void {
    this.#closed = true;
    if (this.#timer !== undefined) Timer.clear(this.#timer);
    this.#timer = undefined;
    this.#session = undefined;
    this.#tcp.close();
  }
}
