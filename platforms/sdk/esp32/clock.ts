/** The chip's wall clock, and the SNTP client that asks for it. */
import UDP from 'embedded:io/socket/udp';
// biome-ignore lint/style/useNodejsImportProtocol: the SDK's module of this name
import Net from 'net';
import Time from 'time';
import Timer from 'timer';
import type { WallClock } from '../../../firmware/ports/platform.js';
import { NONCE_BYTES, readSntpReply, SNTP_PORT, sntpRequest } from '../../../firmware/protocol/sntp.js';
import { random } from './system.js';

/** Including name resolution. */
const LIMIT_MS = 8_000;

class ChipClock implements WallClock {
  /** A reset may or may not leave the chip's clock running; it is trusted once it was set in this boot. */
  #known = false;

  now(): number {
    return this.#known ? Date.now() : 0;
  }

  set(milliseconds: number): void {
    this.#known = milliseconds > 0;
    if (this.#known) Time.set(Math.round(milliseconds / 1000));
  }

  ask(server: string, done: (milliseconds: number | undefined) => void): void {
    const nonce = random(NONCE_BYTES);
    // Its type declarations omit this method.
    let socket: (UDP & { close?(): void }) | undefined;
    let sentAt = 0;
    let open = true;
    const finish = (time: number | undefined) => {
      if (!open) return;
      open = false;
      Timer.clear(timer);
      socket?.close?.();
      done(time);
    };
    const timer = Timer.set(() => finish(undefined), LIMIT_MS);
    const send = (address: string) => {
      socket = new UDP({
        onReadable(packets: number) {
          while (open && packets-- > 0) {
            const packet = this.read();
            const time = readSntpReply(new Uint8Array(packet), nonce);
            // Half of the round trip.
            if (time !== undefined) finish(time + Math.max(0, Time.delta(sentAt)) / 2);
          }
        },
      });
      sentAt = Time.ticks;
      socket.write(sntpRequest(nonce), address, SNTP_PORT);
    };
    // The timer reports failures: never from inside this call.
    try {
      Net.resolve(server, (_name, address) => {
        if (!open || address === undefined) return;
        try {
          send(address);
        } catch {
          // no socket, or no way there
        }
      });
    } catch {
      // lwIP resolves a few names at a time
    }
  }
}

/** Once per boot. */
export function openClock(): WallClock {
  return new ChipClock();
}
