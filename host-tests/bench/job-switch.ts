/**
 * What a job switch costs on XS: the whole firmware, from a job's bytes as TCP delivers them to the search threads
 * having the new work. `mite-board --run job-switch.js COUNT DIRECTORY [count]` switches COUNT times and prints one JSON
 * line. The node is a few bytes here; no socket, so that only the board is counted.
 */
import { HostPlatform, host } from '../../boards/host/firmware/platform.js';
import type { Searcher } from '../../firmware/mining/searcher.js';
import { encodeJob } from '../../firmware/protocol/job.js';
import type { Connection, ConnectionHandlers } from '../../firmware/transport/platform.js';
import { sampleJob } from '../cases/samples.js';
import { startMite } from './mite.js';

/** One segment of TCP, as boards/host/tcp.c delivers them. */
const SEGMENT = 1460;
/** Merkle branch of a block of 2,049 to 4,096 transactions. */
const BRANCH = 12;
const DEVICE = 'bench';

const CONNECT = 1;
const PUBLISH = 3;
const SUBSCRIBE = 8;

/** An MQTT PUBLISH (section 3.3) at QoS 1. */
function publish(name: string, payload: Uint8Array, packetId: number): Uint8Array {
  const length = 2 + name.length + 2 + payload.length;
  const bytes = new Uint8Array(3 + length);
  bytes.set([0x32, 0x80 | (length & 127), length >> 7, 0, name.length]);
  for (let i = 0; i < name.length; i++) bytes[5 + i] = name.charCodeAt(i);
  bytes.set([packetId >> 8, packetId & 255], 5 + name.length);
  bytes.set(payload, 7 + name.length);
  return bytes;
}

/** Answers what a broker has to answer, and hands over to `ready` after the subscription. */
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
      this.#answer([0x90, 7, bytes[at]!, bytes[at + 1]!, 1, 1, 1, 1, 1]);
      this.#platform.setTimer(50, () => this.#platform.ready(this));
    } else if (kind === PUBLISH && (bytes[0]! & 6) !== 0) {
      const id = at + 2 + bytes[at]! * 256 + bytes[at + 1]!;
      this.#answer([0x40, 2, bytes[id]!, bytes[id + 1]!]);
    }
    return true;
  }

  close(): void {}

  #answer(bytes: number[]): void {
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

const [count = '100', directory = '.', mode = 'time'] = host.arguments();
const platform = new BenchPlatform('bench', directory);
const branch = Array.from({ length: BRANCH }, (_, i) => new Uint8Array(32).fill(i + 1));
const message = (id: number) =>
  publish(
    `mite/1/${DEVICE}/job`,
    // No share is ever found: nothing else shall happen.
    encodeJob(sampleJob({ id, merkleBranch: branch, nBits: 0x03000001, shareBits: 0x03000001 })),
    id,
  );

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
    // Ten at once: the clock counts whole milliseconds.
    const batch = Array.from({ length: Math.min(10, left) }, () => message(2 + (left-- % 60_000)));
    const begun = platform.monotonic();
    for (const bytes of batch) deliver(handlers, bytes);
    spent += platform.monotonic() - begun;
    platform.setTimer(1, next);
  };
  platform.setTimer(100, next);
};

startMite(platform, {
  overrides: ['node.host=bench', `device.id=${DEVICE}`, 'device.secret=00112233445566778899aabbccddeeff'],
});
