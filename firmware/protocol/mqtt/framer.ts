/**
 * Cuts a TCP stream into MQTT 3.1.1 control packets, for a client.
 *
 * Attack it stops: a peer announces a packet of up to 256 MB (section 2.2.3) and lets the board buffer it. Nothing is
 * stored before FixedHeader has accepted type, flags and length, and at most one packet is held.
 *
 * State: open until the first refusal or `close`, then closed for good; the connection must be dropped
 * (section 4.8), since the stream has no point to resume at.
 */
import { FormatError } from '../../domain/bytes.js';
import { FixedHeader } from './fixed-header.js';

export class PacketFramer {
  readonly #onPacket: (packet: Uint8Array) => void;
  readonly #header = new FixedHeader();
  #open = true;
  /** The packet under way, once its header is accepted. */
  #packet: Uint8Array | undefined;
  #filled = 0;

  /**
   * @param onPacket gets each whole packet, fixed header included, in its own array. It may call `close`. What it
   * throws comes out of `push` and closes the framer, since the rest of that input is lost.
   */
  constructor(onPacket: (packet: Uint8Array) => void) {
    this.#onPacket = onPacket;
  }

  get open(): boolean {
    return this.#open;
  }

  /** Bytes allocated for the packet under way, at most MAX_PACKET. */
  get buffered(): number {
    return this.#packet?.length ?? 0;
  }

  /** Forgets what was buffered; later input is refused. */
  close(): void {
    this.#open = false;
    this.#packet = undefined;
  }

  /**
   * Takes the next bytes of the stream, split anywhere, and does not keep `bytes`.
   * @throws FormatError on a packet this client must not be sent, and when closed. Packets before it were delivered.
   */
  push(bytes: Uint8Array): void {
    if (!this.#open) throw new FormatError('mqtt: the stream is closed');
    try {
      let at = 0;
      while (at < bytes.length && this.#open) at = this.#take(bytes, at);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Consumes one piece of `bytes` from `at`. @returns the position after it */
  #take(bytes: Uint8Array, at: number): number {
    const header = this.#header;
    let packet = this.#packet;
    if (packet === undefined) {
      if (header.push(bytes[at]!)) {
        packet = new Uint8Array(header.size + header.length);
        packet.set(header.bytes.subarray(0, header.size));
        this.#packet = packet;
        this.#filled = header.size;
        header.reset();
        this.#deliverWhenFull(packet);
      }
      return at + 1;
    }
    const count = Math.min(packet.length - this.#filled, bytes.length - at);
    packet.set(bytes.subarray(at, at + count), this.#filled);
    this.#filled += count;
    this.#deliverWhenFull(packet);
    return at + count;
  }

  #deliverWhenFull(packet: Uint8Array): void {
    if (this.#filled < packet.length) return;
    this.#packet = undefined;
    this.#onPacket(packet);
  }
}
