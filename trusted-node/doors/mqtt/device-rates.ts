/**
 * How much each device may send, by kind of message. Far above what a board sends: it has at most 16 shares unanswered,
 * and one question of each kind. A device above that is slowed (its packets wait, and then its socket); one that goes on
 * regardless is cut off for a while.
 */
import type { BoardKind } from '../../../firmware/protocol/mite/topics.js';
import { type Rate, TokenBuckets } from '../../common/token-bucket.js';

/** `else`: acknowledgements, and whatever the broker will refuse. */
export type MessageKind = BoardKind | 'connect' | 'subscribe' | 'ping' | 'else';

const rate = (burst: number, aSecond: number): Rate => ({ burst, interval: 1000 / aSecond });

export const RATES: { readonly [kind in MessageKind]: Rate } = {
  hello: rate(30, 1),
  share: rate(200, 10),
  status: rate(60, 2),
  online: rate(30, 1),
  reply: rate(60, 4),
  fetch: rate(400, 100),
  outcome: rate(30, 1),
  getheaders: rate(200, 50),
  verdict: rate(100, 10),
  getproof: rate(60, 4),
  connect: rate(60, 0.5),
  subscribe: rate(60, 1),
  ping: rate(30, 2),
  else: rate(500, 100),
};

/** A device that has been above its rate for this long, with all its room used up, is cut off (ms). */
const PATIENCE_MS = 15_000;
/** For how long; twice as long each time, up to an hour. */
const CUT_MS = 60_000;
const MAX_CUT_MS = 3_600_000;
/** After this long without being cut it begins anew. */
const FORGIVEN_MS = 24 * 3_600_000;
/** A device is reported as slowed once in this time (ms). */
const TOLD_MS = 600_000;

/** What became of a device that floods. */
export interface Flood {
  readonly device: string;
  readonly kind: MessageKind;
  /** For how long it is cut off (ms); 0: it is only slowed. */
  readonly cutFor: number;
}

interface Pressed {
  readonly kind: MessageKind;
  readonly since: number;
}

export class DeviceRates {
  private readonly buckets = new Map<MessageKind, TokenBuckets>();
  private readonly pressed = new Map<string, Pressed>();
  private readonly cuts = new Map<string, { readonly until: number; readonly length: number }>();
  private readonly told: TokenBuckets;

  /**
   * @param now monotonic milliseconds
   * @param flooded told once of each device that is slowed, and of each cut
   */
  constructor(
    private readonly now: () => number,
    private readonly flooded: (flood: Flood) => void,
    rates: { readonly [kind in MessageKind]: Rate } = RATES,
  ) {
    for (const [kind, each] of Object.entries(rates))
      this.buckets.set(kind as MessageKind, new TokenBuckets(each, now));
    this.told = new TokenBuckets({ burst: 1, interval: TOLD_MS }, now);
  }

  /** Takes a token for a message. @returns 0, or how long until there is one (ms) */
  take(device: string, kind: MessageKind): number {
    const buckets = this.buckets.get(kind)!;
    if (buckets.take(device)) return 0;
    return Math.max(1, buckets.wait(device));
  }

  /**
   * A device has used up its room, and the next message has to wait.
   * @returns whether it is cut off from now on
   */
  press(device: string, kind: MessageKind): boolean {
    const now = this.now();
    const pressed = this.pressed.get(device);
    if (pressed === undefined) {
      this.pressed.set(device, { kind, since: now });
      if (this.told.take(device)) this.flooded({ device, kind, cutFor: 0 });
      return false;
    }
    if (now - pressed.since < PATIENCE_MS) return false;
    this.pressed.delete(device);
    const last = this.cuts.get(device);
    const again = last !== undefined && now - last.until < FORGIVEN_MS;
    const length = again ? Math.min(2 * last.length, MAX_CUT_MS) : CUT_MS;
    this.cuts.set(device, { until: now + length, length });
    this.flooded({ device, kind: pressed.kind, cutFor: length });
    return true;
  }

  /** It has sent nothing more for now. */
  relieve(device: string): void {
    this.pressed.delete(device);
  }

  isCut(device: string): boolean {
    return this.now() < (this.cuts.get(device)?.until ?? 0);
  }
}
