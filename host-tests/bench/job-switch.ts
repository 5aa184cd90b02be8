/**
 * What a job switch costs on XS: the whole firmware, from a job's bytes as TCP delivers them to the search threads
 * having the new work. `mite-board --run job-switch.js COUNT DIRECTORY [count]` switches COUNT times and prints one JSON
 * line. The node is a few bytes here; no socket, so that only the board is counted.
 */

import type { Connection, ConnectionHandlers } from '../../firmware/ports/platform.js';
import type { Searcher } from '../../firmware/ports/searcher.js';
import { host } from '../../platforms/host/firmware/host.js';
import { HostPlatform } from '../../platforms/host/firmware/platform.js';
import { startMite } from './mite.js';

/** One segment of TCP, as platforms/host/tcp.c delivers them. */
const SEGMENT = 1460;
const DEVICE = 'bench';

const GETHEADERS = `mite/1/${DEVICE}/getheaders`;
const HEADERS = `mite/1/${DEVICE}/headers`;
/** Of a getheaders message. */
const GETHEADERS_LENGTH = 8;
/** What the board subscribes to. */
const FILTERS = 9;

const CONNECT = 1;
const PUBLISH = 3;
const SUBSCRIBE = 8;

/** An MQTT PUBLISH (section 3.3) at QoS 1. */
function publish(name: string, payload: Uint8Array, packetId: number): Uint8Array {
  const length = 2 + name.length + 2 + payload.length;
  const head = length < 128 ? [0x32, length] : [0x32, 0x80 | (length & 127), length >> 7];
  const at = head.length + 2 + name.length;
  const bytes = new Uint8Array(head.length + length);
  bytes.set([...head, 0, name.length]);
  for (let i = 0; i < name.length; i++) bytes[head.length + 2 + i] = name.charCodeAt(i);
  bytes.set([packetId >> 8, packetId & 255], at);
  bytes.set(payload, at + 2);
  return bytes;
}

/** Answers what a broker must answer, and calls `ready` after the subscription. */
class Broker implements Connection {
  readonly #platform: BenchPlatform;
  readonly handlers: ConnectionHandlers;

  constructor(platform: BenchPlatform, handlers: ConnectionHandlers) {
    this.#platform = platform;
    this.handlers = handlers;
    platform.setTimer(0, () => handlers.onOpen());
  }

  write(bytes: Uint8Array): boolean {
    const kind = bytes[0]! >> 4;
    // The variable header follows one or two bytes of length.
    const at = bytes[1]! < 128 ? 2 : 3;
    if (kind === CONNECT) this.#answer([0x20, 2, 0, 0]);
    else if (kind === SUBSCRIBE) {
      const codes = new Array<number>(FILTERS).fill(1);
      this.#answer([0x90, 2 + codes.length, bytes[at]!, bytes[at + 1]!, ...codes]);
      this.#platform.setTimer(50, () => this.#platform.ready(this));
    } else if (kind === PUBLISH && (bytes[0]! & 6) !== 0) {
      const id = at + 2 + bytes[at]! * 256 + bytes[at + 1]!;
      this.#answer([0x40, 2, bytes[id]!, bytes[id + 1]!]);
      // getheaders: its last four bytes are the height, and the genesis is all there is.
      if (id === at + 2 + GETHEADERS.length && bytes.length === id + 2 + GETHEADERS_LENGTH)
        this.#answer(publish(HEADERS, bytesOf(headers), 9));
    }
    return true;
  }

  close(): void {}

  #answer(bytes: ArrayLike<number>): void {
    this.#platform.setTimer(0, () => this.handlers.onData(Uint8Array.from(bytes)));
  }
}

class BenchPlatform extends HostPlatform {
  ready: (broker: Broker) => void = () => {};

  /** Where instructions are counted, of each work one nonce is tried: it is prepared, given, and taken back. */
  override searcher(threads: number): Searcher {
    const searcher = super.searcher(threads);
    if (mode !== 'count') return searcher;
    const { start, next } = searcher;
    searcher.start = work => {
      start.call(searcher, { ...work, lastNonce: work.firstNonce });
      searcher.stop();
    };
    searcher.next = work => {
      next.call(searcher, { ...work, lastNonce: work.firstNonce });
      searcher.stop();
    };
    return searcher;
  }

  override connect(_host: string, _port: number, handlers: ConnectionHandlers): Connection {
    return new Broker(this, handlers);
  }
}

// The messages come from outside: what makes them would take this machine's heap.
const [count = '100', directory = '.', mode = 'time', job = '', headers = ''] = host.arguments();
const platform = new BenchPlatform('bench', directory);
const JOB_ID = 4;
const message = (id: number) => {
  const payload = bytesOf(job);
  new DataView(payload.buffer).setUint32(JOB_ID, id, true);
  return publish(`mite/1/${DEVICE}/job`, payload, id);
};

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  );
}

function deliver(handlers: ConnectionHandlers, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; at += SEGMENT) handlers.onData(bytes.subarray(at, at + SEGMENT));
}

platform.ready = ({ handlers }) => {
  deliver(handlers, message(1));
  let left = Number(count);
  let spent = 0;
  // One a turn: the firmware does what it does after a job in timers too.
  const next = () => {
    if (left === 0) {
      const bytes = message(2).length;
      host.print(JSON.stringify({ bench: 'jobSwitch', switches: Number(count), bytes, milliseconds: spent }));
      host.exit(0);
      return;
    }
    // Ten at once: the clock counts whole milliseconds. Each comes after the timer in which the board checks the
    // previous one.
    const batch = Array.from({ length: Math.min(10, left) }, () => message(2 + (left-- % 60_000)));
    const begun = platform.monotonic();
    const give = () => {
      const bytes = batch.pop();
      if (bytes !== undefined) {
        deliver(handlers, bytes);
        platform.setTimer(0, give);
        return;
      }
      spent += platform.monotonic() - begun;
      platform.setTimer(1, next);
    };
    give();
  };
  platform.setTimer(100, next);
};

startMite(platform, {
  overrides: ['node.host=bench', `device.id=${DEVICE}`, 'device.secret=00112233445566778899aabbccddeeff'],
});
