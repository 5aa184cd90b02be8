/**
 * Firmware updates for boards: announces to a board the newest image that is newer than what it runs, and sends it
 * piece by piece on request. A board has one piece under way at a time, with PACE_MS between two, so that shares and
 * jobs of others do not wait behind images.
 */
import { randomInt } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Hello } from '../../firmware/protocol/mite/hello.js';
import { UINT32_MAX } from '../../firmware/protocol/mite/limits.js';
import type { Fetch, Outcome } from '../../firmware/protocol/mite/update.js';
import { compareVersions, isVersion } from '../../firmware/protocol/mite/version.js';
import type { NodeEvent } from '../common/events.js';
import type { Logger } from '../common/logger.js';
import type { FirmwareUpdates } from '../ports/boards.js';
import type { BoardDoor } from '../ports/door.js';
import { imageFile, listImages, type StoredImage } from './images.js';

/** Least time between two pieces to one board, and to all boards (ms). */
export const PACE_MS = 40;
export const PACE_ALL_MS = 4;
/** How often to look for images, in ticks. */
const LOOK_TICKS = 5;

interface Listener {
  readonly board: string;
  readonly firmware: string;
  /** What was last announced to it. */
  image?: StoredImage;
  id: number;
  /** When the next piece may leave. */
  next: number;
}

interface Wish {
  readonly listener: Listener;
  readonly image: StoredImage;
  readonly fetch: Fetch;
}

export class UpdateService implements FirmwareUpdates {
  private images: readonly StoredImage[] = [];
  private readonly listeners = new Map<string, Listener>();
  private problems = '';
  private ticks = 0;
  private nextOfAll = 0;
  /** The piece that each board waits for, in the order in which they began to wait. */
  private readonly wishes = new Map<string, Wish>();
  private timer: NodeJS.Timeout | undefined;
  private timerAt = 0;

  constructor(
    private readonly options: {
      readonly data: string;
      readonly door: Pick<BoardDoor, 'announceUpdate' | 'sendPiece'>;
      readonly log: Logger;
      readonly emit: (event: NodeEvent) => void;
      /** Monotonic milliseconds. */
      readonly now: () => number;
    },
  ) {
    this.look();
  }

  /** A board has connected or reconnected. */
  hello(device: string, { board, firmware }: Pick<Hello, 'board' | 'firmware'>): void {
    const next = this.listeners.get(device)?.next ?? 0;
    this.gone(device);
    this.listeners.set(device, { board, firmware, id: 0, next });
    this.tell(device);
  }

  gone(device: string): void {
    this.listeners.delete(device);
    this.wishes.delete(device);
  }

  /** Time passed: images may have come or gone. */
  tick(): void {
    if (++this.ticks % LOOK_TICKS !== 0) return;
    this.look();
    for (const device of this.listeners.keys()) this.tell(device);
  }

  /** A board requests a piece. Only the newest request counts. */
  fetch(device: string, fetch: Fetch): void {
    const listener = this.listeners.get(device);
    const image = listener?.image;
    if (listener === undefined || image === undefined || fetch.id !== listener.id) return;
    if (fetch.offset + fetch.length > image.size) {
      this.options.log.debug({ device, ...fetch }, 'a piece beyond the image was asked for');
      return;
    }
    // A board that asks again keeps its place.
    this.wishes.set(device, { listener, image, fetch });
    this.arm(listener.next);
  }

  /** Lets the next piece leave at `from`, or later if the common pace requires it. */
  private arm(from: number): void {
    const at = Math.max(from, this.nextOfAll);
    if (this.timer !== undefined && this.timerAt <= at) return;
    clearTimeout(this.timer);
    this.timerAt = at;
    this.timer = setTimeout(
      () => {
        this.timer = undefined;
        this.sendNext();
        let next = Number.POSITIVE_INFINITY;
        for (const { listener } of this.wishes.values()) next = Math.min(next, listener.next);
        if (this.wishes.size > 0) this.arm(next);
      },
      Math.max(0, at - this.options.now()),
    );
  }

  /** Sends one piece to the first waiting board that may have one. */
  private sendNext(): void {
    const now = this.options.now();
    if (now < this.nextOfAll) return;
    for (const [device, { listener, image, fetch }] of this.wishes) {
      if (now < listener.next) continue;
      this.wishes.delete(device);
      listener.next = now + PACE_MS;
      this.nextOfAll = now + PACE_ALL_MS;
      void this.send(device, image, fetch);
      return;
    }
  }

  outcome(device: string, { version, state, error }: Outcome): void {
    this.options.emit({ event: 'update', device, version, state, error: error ?? '' });
  }

  close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.listeners.clear();
    this.wishes.clear();
  }

  private look(): void {
    const { images, problems } = listImages(this.options.data);
    this.images = images.filter(image => image.announced);
    const text = problems.join('; ');
    if (text !== this.problems && text !== '') this.options.log.warn({ problems }, 'images left out');
    this.problems = text;
  }

  /** Announces to a board the best image for it, unless it already knows. */
  private tell(device: string): void {
    const listener = this.listeners.get(device);
    if (listener === undefined) return;
    const image = bestImage(this.images, listener.board, listener.firmware);
    if (image?.sha256 === listener.image?.sha256 && image?.signature === listener.image?.signature) return;
    listener.id = randomInt(UINT32_MAX);
    if (image === undefined) {
      delete listener.image; // its requests are no longer answered
      return;
    }
    listener.image = image;
    const { board, version, security, size, sha256, signature } = image;
    this.options.door
      .announceUpdate(device, { id: listener.id, board, version, security, size, sha256, signature })
      .catch(error => {
        delete listener.image; // tried again
        this.options.log.debug({ device, reason: String(error) }, 'an update was not announced');
      });
  }

  private async send(device: string, image: StoredImage, { id, offset, length }: Fetch): Promise<void> {
    try {
      const bytes = await readPiece(imageFile(this.options.data, image.name), offset, length);
      await this.options.door.sendPiece(device, { id, offset, bytes });
    } catch (error) {
      this.options.log.debug({ device, reason: String(error) }, 'a piece of an image was not sent');
    }
  }
}

async function readPiece(name: string, offset: number, length: number): Promise<Uint8Array> {
  const file = await open(name, 'r');
  try {
    const bytes = new Uint8Array(length);
    const { bytesRead } = await file.read(bytes, 0, length, offset);
    if (bytesRead !== length) throw new Error('the image is shorter than its manifest says');
    return bytes;
  } finally {
    await file.close();
  }
}

/** The newest image for a board that runs `firmware`; undefined when there is none newer. */
export function bestImage(
  images: readonly StoredImage[],
  board: string,
  firmware: string,
): StoredImage | undefined {
  if (!isVersion(firmware)) return undefined;
  let best: StoredImage | undefined;
  for (const image of images) {
    if (image.board !== board || compareVersions(image.version, firmware) <= 0) continue;
    if (best === undefined || compareVersions(image.version, best.version) > 0) best = image;
  }
  return best;
}
