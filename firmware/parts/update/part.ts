/** Wiring of the updater: its commands on the platform's slots, the node and the note about the last update. */

import { bytesToHex, hexToBytes } from '../../domain/bytes.js';
import { sha256 } from '../../domain/hash.js';
import { messageOf } from '../../domain/message-of.js';
import { verifyP256 } from '../../domain/p256.js';
import type { Platform, UpdatePort } from '../../ports/platform.js';
import { printable } from '../../protocol/json.js';
import {
  type Announcement,
  type Chunk,
  type Fetch,
  type Outcome,
  signedBytes,
} from '../../protocol/mite/update.js';
import { decodeRecord, encodeRecord } from '../../storage/record.js';
import type { NoticeLevel } from '../mining/events.js';
import { BUILD } from './build.js';
import type { UpdateCommand, UpdateEvent, UpdateMode, UpdateView } from './events.js';
import { NOTE_MAGIC, readNote, type UpdateNote } from './note.js';
import { Updater } from './updater.js';

/** What left for the node gets this long before a restart. */
const GOODBYE_MS = 500;

export interface UpdatingHost {
  notice(level: NoticeLevel, event: string, text: string): void;
  sendFetch(fetch: Fetch): void;
  sendOutcome(outcome: Outcome): void;
  /** Mining ends for a restart, or goes on after all. */
  hold(held: boolean): void;
  /** Leaves node and searchers, then restarts. */
  restart(): void;
}

export class Updating {
  readonly #platform: Platform;
  readonly #port: UpdatePort | undefined;
  readonly #host: UpdatingHost;
  readonly #updater: Updater;

  /** @param trialMs for tests: how long a new image may take to reach the node. */
  constructor(platform: Platform, mode: UpdateMode, trialMs: number | undefined, host: UpdatingHost) {
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
      mode,
      trialMs,
    });
  }

  begin(): void {
    this.#run(this.#updater.begin(this.#platform.monotonic()));
  }

  announce(announcement: Announcement, secure: boolean): void {
    this.#step({ kind: 'announce', announcement, secure });
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

  configure(mode: UpdateMode): void {
    this.#step({ kind: 'mode', mode });
  }

  /** @returns what is wrong, or undefined. */
  start(): string | undefined {
    if (this.#updater.view.state !== 'waiting') return 'no update is waiting';
    this.#step({ kind: 'start' });
    return undefined;
  }

  get view(): UpdateView {
    return this.#updater.view;
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

  /** What takes time, or leads to many commands, begins with an empty stack: a board has 8 KB of it. */
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
        host.sendFetch(command.fetch); // what is not taken is asked for again
        break;
      case 'hold':
        host.hold(true);
        break;
      case 'release':
        host.hold(false);
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

  /** A note that cannot be stored is a memory less, and no reason to stop half way. */
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
