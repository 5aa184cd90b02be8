/**
 * The updater on this board: carries out its commands on the platform's slots, the node and the note about the last
 * update.
 */

import { bytesToHex, hexToBytes } from '../../domain/bytes.js';
import { sha256 } from '../../domain/hash.js';
import { messageOf } from '../../domain/message-of.js';
import { verifyP256 } from '../../domain/p256.js';
import type { Tell } from '../../ports/notice.js';
import type { Part } from '../../ports/part.js';
import type { Platform, UpdatePort } from '../../ports/platform.js';
import type { BoardReport } from '../../ports/report.js';
import { printable } from '../../protocol/mite/json.js';
import {
  type Announcement,
  type Chunk,
  type Fetch,
  type Outcome,
  signedBytes,
} from '../../protocol/mite/update.js';
import { decodeRecord, encodeRecord } from '../../storage/record.js';
import { wrote } from '../../storage/writes.js';
import { BUILD } from './build.js';
import type { UpdateCommand, UpdateEvent } from './events.js';
import { NOTE_MAGIC, readNote, type UpdateNote } from './note.js';
import type { UpdateValues } from './settings.js';
import { Updater } from './updater.js';

/** Messages to the node get this long to leave before a restart. */
const GOODBYE_MS = 500;

/** At most one announcement is looked at in this time. */
export const ANNOUNCE_MS = 5_000;

export interface UpdateHost {
  readonly notice: Tell;
  sendFetch(fetch: Fetch): void;
  sendOutcome(outcome: Outcome): void;
  /** Mining ends for a restart. */
  hold(by: 'update'): void;
  /** Mining continues after all. */
  release(by: 'update'): void;
  /** Leaves node and searchers, then restarts. */
  restart(): void;
}

export class UpdatePart implements Part<UpdateValues> {
  readonly #platform: Platform;
  readonly #port: UpdatePort | undefined;
  readonly #host: UpdateHost;
  readonly #updater: Updater;
  /** Waits for its turn. */
  #announced: { readonly announcement: Announcement; readonly secure: boolean } | undefined;
  #announcedAt = -1;

  /** @param trialMs for tests: how long a new image may take to reach the node. */
  constructor(platform: Platform, values: UpdateValues, trialMs: number | undefined, host: UpdateHost) {
    this.#platform = platform;
    this.#port = platform.update;
    this.#host = host;
    this.#updater = new Updater({
      board: platform.name,
      version: BUILD.version,
      security: BUILD.security,
      key: BUILD.updateKey !== '',
      capacity: this.#port?.capacity,
      trial: this.#port?.trial === true,
      note: this.#load(),
      mode: values['update.mode'],
      trialMs,
    });
  }

  start(): void {
    this.#run(this.#updater.begin(this.#platform.monotonic()));
  }

  /** Checking a signature takes a chip seconds: of announcements that come fast, the last is looked at later. */
  announce(announcement: Announcement, secure: boolean): void {
    const waits = this.#announced !== undefined;
    this.#announced = { announcement, secure };
    if (waits) return;
    const wait = this.#announcedAt + ANNOUNCE_MS - this.#platform.monotonic();
    if (this.#announcedAt >= 0 && wait > 0) this.#platform.setTimer(wait, this.#consider);
    else this.#consider();
  }

  readonly #consider = (): void => {
    const announced = this.#announced!;
    this.#announced = undefined;
    this.#announcedAt = this.#platform.monotonic();
    this.#step({ kind: 'announce', ...announced });
  };

  /** An image is on its way. */
  get loading(): boolean {
    return this.#updater.view.state === 'loading';
  }

  chunk(chunk: Chunk): void {
    this.#step({ kind: 'chunk', chunk });
  }

  reached(): void {
    this.#step({ kind: 'reached' });
  }

  disconnected(): void {
    this.#step({ kind: 'disconnected' });
  }

  tick(): void {
    this.#step({ kind: 'tick' });
  }

  configure(values: UpdateValues, changed: readonly string[]): void {
    if (changed.includes('update.mode')) this.#step({ kind: 'mode', mode: values['update.mode'] });
  }

  /** @returns what is wrong, or undefined. */
  install(): string | undefined {
    if (this.#updater.view.state !== 'waiting') return 'no update is waiting';
    this.#step({ kind: 'start' });
    return undefined;
  }

  report(): Pick<BoardReport, 'update'> {
    return { update: this.#updater.view };
  }

  #step(event: UpdateEvent): void {
    this.#run(this.#updater.step(event, this.#platform.monotonic()));
  }

  #run(commands: readonly UpdateCommand[]): void {
    for (const command of commands) {
      try {
        this.#execute(command);
      } catch (error) {
        this.#step(failed(error));
        return;
      }
    }
  }

  /** Whatever takes time, or leads to many commands, begins with an empty stack: a board has 8 KB of it. */
  #later(of: number, work: () => UpdateEvent): void {
    this.#platform.setTimer(0, () => {
      let event: UpdateEvent;
      try {
        event = work();
      } catch (error) {
        event = { ...failed(error), of };
      }
      this.#step(event);
    });
  }

  #execute(command: UpdateCommand): void {
    const host = this.#host;
    switch (command.kind) {
      case 'verify':
        this.#later(command.of, () => ({
          kind: 'verified',
          of: command.of,
          right: isSigned(command.announcement),
        }));
        break;
      case 'begin':
        this.#slot().begin(command.size);
        break;
      case 'write':
        this.#slot().write(command.bytes);
        wrote();
        break;
      case 'hash':
        this.#later(command.of, () => ({
          kind: 'hashed',
          of: command.of,
          sha256: bytesToHex(this.#slot().digest(command.announcement.size)),
          right: isSigned(command.announcement),
        }));
        break;
      case 'fetch':
        host.sendFetch(command.fetch); // a request that is not taken is repeated
        break;
      case 'hold':
        host.hold('update');
        break;
      case 'release':
        host.release('update');
        break;
      case 'activate':
        this.#slot().activate();
        break;
      case 'restart':
        this.#platform.setTimer(GOODBYE_MS, () => host.restart());
        break;
      case 'confirm':
        this.#slot().confirm();
        break;
      case 'rollback':
        this.#slot().rollback();
        break;
      case 'note':
        this.#save(command.note);
        break;
      case 'tell':
        host.sendOutcome(command.outcome);
        break;
      case 'notice':
        host.notice(command.level, 'update', command.text);
        break;
    }
  }

  #slot(): UpdatePort {
    if (this.#port === undefined) throw new Error('no slot');
    return this.#port;
  }

  #load(): UpdateNote | undefined {
    try {
      const bytes = this.#port?.notes.load();
      const record = bytes && decodeRecord(NOTE_MAGIC, bytes);
      return record && 'object' in record ? readNote(record.object) : undefined;
    } catch {
      return undefined;
    }
  }

  /** A note that cannot be stored means one memory less, but no reason to stop half way. */
  #save(note: UpdateNote): void {
    try {
      this.#port?.notes.save(encodeRecord(NOTE_MAGIC, JSON.stringify(note)));
    } catch {
      this.#host.notice('warn', 'update', 'the note about this update could not be stored');
    }
  }
}

function failed(error: unknown): UpdateEvent & { readonly kind: 'failed' } {
  return { kind: 'failed', problem: printable(messageOf(error, 'failed')) };
}

function isSigned(announcement: Announcement): boolean {
  const { signature } = announcement;
  if (signature === undefined || BUILD.updateKey.length !== 128) return false;
  return verifyP256(hexToBytes(BUILD.updateKey), sha256(signedBytes(announcement)), hexToBytes(signature));
}
