/**
 * One firmware update from announcement to confirmation: a state machine without I/O. Events give commands, which the
 * caller executes in order; when one throws, the caller skips the rest and gives the event `failed`.
 *
 * Nothing is activated unless the announcement came over TLS, is signed, is newer, is for this board, is not below the
 * security number reached before, and what the slot actually holds has the signed hash. An activated image is on trial:
 * it is confirmed when the node itself answers it, and rolled back after TRIAL_MS without an answer.
 */
import type { UpdateReport } from '../../ports/report.js';
import { type Announcement, type Chunk, MAX_CHUNK, type OutcomeState } from '../../protocol/mite/update.js';
import type { UpdateCommand, UpdateEvent, UpdateMode } from './events.js';
import type { UpdateNote } from './note.js';
import { type ImageDemand, OFF, objection } from './objection.js';

/** A new image has this long to reach the node. */
export const TRIAL_MS = 300_000;
/** After this long a missing chunk is requested again. */
export const CHUNK_MS = 10_000;
/** This often in a row; then the download is given up. */
export const MAX_TRIES = 30;

export interface UpdaterOptions extends ImageDemand {
  /** Of the running image. */
  readonly security: number;
  /** The running image is on trial. */
  readonly trial: boolean;
  readonly note: UpdateNote | undefined;
  readonly mode: UpdateMode;
  readonly trialMs?: number | undefined;
}

type Stage = 'idle' | 'verifying' | 'waiting' | 'loading' | 'hashing' | 'restarting';

export class Updater {
  readonly #options: UpdaterOptions;
  readonly #minimum: number;
  #mode: UpdateMode;
  #trial: boolean;
  #trialEnds: number | undefined;
  #note: UpdateNote | undefined;
  /** The node knows what became of the last image. */
  #told = false;
  #stage: Stage = 'idle';
  #image: Announcement | undefined;
  /** Number of the image under way; answers about any but it and its rival are ignored. */
  #serial = 0;
  #lastSerial = 0;
  /** Announced after the image under way: replaces it once its signature has proved valid. */
  #rival: { image: Announcement; readonly of: number } | undefined;
  /** Bytes in the slot. */
  #loaded = 0;
  /** When the next chunk was requested; undefined: it was not. */
  #asked: number | undefined;
  #tries = 0;
  #refused = { version: '', reason: '' };
  /** Announced on this connection, and refused only because of update.mode. */
  #parked: { readonly image: Announcement; readonly secure: boolean } | undefined;

  constructor(options: UpdaterOptions) {
    this.#options = options;
    this.#mode = options.mode;
    this.#trial = options.trial;
    this.#note = options.note;
    this.#minimum = Math.max(options.security, options.note?.minimum ?? 0);
  }

  /** The first step of a boot. */
  begin(now: number): UpdateCommand[] {
    const { version, trialMs } = this.#options;
    const note = this.#note;
    if (this.#trial) {
      // Its manifest promised another version: if kept, it would be offered and loaded again forever.
      if (note?.state === 'trial' && note.version !== version)
        return this.#back(note.version, `it says of itself that it is ${version}`);
      this.#trialEnds = now + (trialMs ?? TRIAL_MS);
      return [notice('info', `${version} is on trial until it reaches the node`)];
    }
    if (note?.state === 'trial' && note.version === version) return [this.#keep('good', version, '')];
    if (note?.state === 'trial') {
      const reason = 'it was reset before it reached the node';
      return [this.#keep('failed', note.version, reason), rolledBack(note.version, reason)];
    }
    return note?.state === 'failed' ? [rolledBack(note.version, note.reason)] : [];
  }

  step(event: UpdateEvent, now: number): UpdateCommand[] {
    switch (event.kind) {
      case 'announce':
        return this.#announced(event.announcement, event.secure, now);
      case 'verified':
        if (event.of === this.#rival?.of) return this.#rivalVerified(event.right, now);
        return event.of === this.#serial ? this.#verified(event.right, now) : [];
      case 'start':
        return this.#stage === 'waiting' ? this.#load(now) : [];
      case 'chunk':
        return this.#stage === 'loading' ? this.#chunk(event.chunk, now) : [];
      case 'hashed':
        return event.of === this.#serial ? this.#hashed(event.sha256, event.right) : [];
      case 'failed':
        if (event.of !== undefined && event.of === this.#rival?.of) return this.#rivalFailed(event.problem);
        return event.of === undefined || event.of === this.#serial ? this.#failed(event.problem) : [];
      case 'reached':
        return this.#reached();
      case 'disconnected':
        this.#asked = undefined; // the node announces again, and the download continues
        this.#told = false;
        this.#parked = undefined;
        return [];
      case 'mode':
        return this.#changed(event.mode, now);
      case 'tick':
        return this.#tick(now);
    }
  }

  /** Lowest security number that is accepted. */
  get minimum(): number {
    return this.#minimum;
  }

  get view(): UpdateReport {
    const image = this.#image;
    const none = { percent: 0, reason: '' };
    if (this.#stage === 'waiting' && image) return { state: 'waiting', version: image.version, ...none };
    if (this.#stage === 'restarting' && image)
      return { state: 'restarting', version: image.version, percent: 100, reason: '' };
    if (image) {
      const percent = Math.floor((100 * this.#loaded) / image.size);
      return { state: 'loading', version: image.version, percent, reason: '' };
    }
    if (this.#trial) return { state: 'trial', version: this.#options.version, ...none };
    if (this.#refused.reason !== '') return { state: 'refused', percent: 0, ...this.#refused };
    if (this.#note?.state === 'failed') {
      const { version, reason } = this.#note;
      return { state: 'rolledback', version, percent: 0, reason };
    }
    return { state: 'none', version: '', ...none };
  }

  #changed(mode: UpdateMode, now: number): UpdateCommand[] {
    this.#mode = mode;
    const image = this.#image ?? this.#rival?.image;
    if (this.#stage === 'restarting') return [];
    if (mode === 'off') {
      this.#rival = undefined;
      if (image === undefined) return [];
      this.#parked = { image, secure: true };
      return this.#refuse(image, OFF);
    }
    if (this.#parked !== undefined) return this.#announced(this.#parked.image, this.#parked.secure, now);
    return mode === 'auto' && image !== undefined && this.#stage === 'waiting' && !this.#failedBefore(image)
      ? this.#load(now)
      : [];
  }

  #failedBefore(image: Announcement): boolean {
    return this.#note?.state === 'failed' && this.#note.version === image.version;
  }

  #announced(image: Announcement, secure: boolean, now: number): UpdateCommand[] {
    if (this.#stage === 'restarting') return [];
    this.#parked = this.#mode === 'off' ? { image, secure } : undefined;
    const problem = objection(image, this.#options, this.#mode, secure, this.#trial, this.#minimum);
    // What is under way continues, unless another image proves valid.
    if (problem !== undefined) return this.#refusal(image, problem);
    const known = this.#image;
    if (known !== undefined && sameImage(known, image)) {
      this.#image = image;
      this.#rival = undefined; // the node's last word
      if (this.#stage === 'waiting') return [tell(image, 'waiting')];
      return this.#stage === 'loading' ? [tell(image, 'loading'), this.#fetch(now)] : [];
    }
    if (this.#rival !== undefined && sameImage(this.#rival.image, image)) {
      this.#rival.image = image;
      return [];
    }
    const of = ++this.#lastSerial;
    if (known === undefined && this.#rival === undefined) this.#begin(image, of);
    else this.#rival = { image, of };
    return [{ kind: 'verify', of, announcement: image }];
  }

  #begin(image: Announcement, of: number): void {
    this.#forget();
    this.#image = image;
    this.#serial = of;
    this.#stage = 'verifying';
  }

  #rivalVerified(right: boolean, now: number): UpdateCommand[] {
    const { image, of } = this.#rival!;
    this.#rival = undefined;
    if (!right) return this.#refusal(image, 'wrong signature');
    this.#begin(image, of);
    return this.#verified(true, now);
  }

  #rivalFailed(problem: string): UpdateCommand[] {
    const { image } = this.#rival!;
    this.#rival = undefined;
    return this.#refusal(image, `its signature cannot be checked: ${problem}`);
  }

  #verified(right: boolean, now: number): UpdateCommand[] {
    const image = this.#image;
    if (image === undefined || this.#stage === 'restarting') return [];
    if (!right) return this.#refuse(image, 'wrong signature');
    if (this.#stage !== 'verifying') return [];
    this.#refused = { version: '', reason: '' };
    const before = this.#failedBefore(image);
    if (this.#mode === 'auto' && !before) return this.#load(now);
    this.#stage = 'waiting';
    const why = before ? ` was rolled back before (${this.#note?.reason})` : ' is available';
    return [
      tell(image, 'waiting'),
      notice('info', `${image.version}${why}; type update start to install it`),
    ];
  }

  #load(now: number): UpdateCommand[] {
    const image = this.#image!;
    this.#stage = 'loading';
    this.#loaded = 0;
    return [
      { kind: 'begin', size: image.size },
      notice('info', `loading ${image.version}, ${image.size} bytes`),
      tell(image, 'loading'),
      this.#fetch(now),
    ];
  }

  #fetch(now: number): UpdateCommand {
    const { id } = this.#image!;
    this.#asked = now;
    return { kind: 'fetch', fetch: { id, offset: this.#loaded, length: this.#wanted() } };
  }

  #wanted(): number {
    return Math.min(MAX_CHUNK, this.#image!.size - this.#loaded);
  }

  #chunk({ id, offset, bytes }: Chunk, now: number): UpdateCommand[] {
    const image = this.#image!;
    const end = offset + bytes.length;
    // Not requested, or of a replaced announcement, or a message that came twice.
    if (this.#asked === undefined || id !== image.id || end <= this.#loaded) return [];
    const wanted = this.#wanted();
    if (offset < this.#loaded) return this.#refuse(image, 'a chunk overlaps the one before');
    if (offset > this.#loaded) return this.#refuse(image, 'a chunk from another place than asked for');
    if (bytes.length < wanted) return this.#refuse(image, 'a chunk shorter than asked for');
    if (bytes.length > wanted) return this.#refuse(image, 'a chunk longer than asked for');
    this.#loaded = end;
    this.#tries = 0;
    this.#asked = undefined;
    const write: UpdateCommand = { kind: 'write', bytes };
    if (end < image.size) return [write, this.#fetch(now)];
    this.#stage = 'hashing';
    return [write, { kind: 'hash', of: this.#serial, announcement: image }];
  }

  #hashed(sha256: string, right: boolean): UpdateCommand[] {
    const image = this.#image;
    if (image === undefined || this.#stage !== 'hashing') return [];
    if (sha256 !== image.sha256) return this.#refuse(image, 'the loaded image has the wrong hash');
    if (!right) return this.#refuse(image, 'wrong signature');
    this.#stage = 'restarting';
    this.#rival = undefined;
    return [
      { kind: 'hold' },
      { kind: 'activate' },
      // Afterwards: a note about an image that was never activated would say that it was rolled back.
      this.#keep('trial', image.version, ''),
      tell(image, 'restarting'),
      notice('info', `${image.version} is stored and verified: restarting into it`),
      { kind: 'restart' },
    ];
  }

  #reached(): UpdateCommand[] {
    const { version } = this.#options;
    if (this.#trial) {
      if (this.#trialEnds === undefined) return []; // it rolls back, and nothing can save it now
      this.#trial = false;
      this.#trialEnds = undefined;
      this.#told = true;
      return [
        { kind: 'confirm' },
        this.#keep('good', version, ''),
        { kind: 'tell', outcome: { id: 0, version, state: 'confirmed' } },
        notice('info', `${version} has reached the node and stays`),
      ];
    }
    if (this.#told || this.#note?.state !== 'failed') return [];
    this.#told = true;
    const { version: failed, reason } = this.#note;
    return [{ kind: 'tell', outcome: { id: 0, version: failed, state: 'rolledback', error: reason || '?' } }];
  }

  #tick(now: number): UpdateCommand[] {
    if (this.#trialEnds !== undefined && now >= this.#trialEnds) {
      this.#trialEnds = undefined;
      const { version, trialMs } = this.#options;
      const reason = `it did not reach the node within ${Math.ceil((trialMs ?? TRIAL_MS) / 1000)} s`;
      return this.#back(version, reason);
    }
    if (this.#stage !== 'loading' || this.#asked === undefined || now - this.#asked < CHUNK_MS) return [];
    if (++this.#tries >= MAX_TRIES) return this.#refuse(this.#image!, 'the node does not send it');
    return [this.#fetch(now)];
  }

  /** The trial has failed. Its image's own security number was never confirmed, and does not count. */
  #back(version: string, reason: string): UpdateCommand[] {
    return [
      this.#keep('failed', version, reason, this.#note?.minimum ?? 0),
      notice('error', `rolling ${version} back: ${reason}`),
      { kind: 'rollback' },
    ];
  }

  /** A command has thrown. */
  #failed(problem: string): UpdateCommand[] {
    const image = this.#image;
    if (image !== undefined) {
      const held = this.#stage === 'restarting';
      const refusal = this.#refuse(image, `the update slot failed: ${problem}`);
      return held ? [{ kind: 'release' }, ...refusal] : refusal;
    }
    return [notice('error', `the update slot failed: ${problem}`)];
  }

  #refuse(image: Announcement, reason: string): UpdateCommand[] {
    this.#forget();
    return this.#refusal(image, reason);
  }

  #refusal(image: Announcement, reason: string): UpdateCommand[] {
    this.#refused = { version: image.version, reason };
    return [
      notice('warn', `${image.version} refused: ${reason}`),
      {
        kind: 'tell',
        outcome: { id: image.id, version: image.version, state: 'refused', error: reason.slice(0, 128) },
      },
    ];
  }

  #forget(): void {
    this.#serial = ++this.#lastSerial;
    this.#image = undefined;
    this.#stage = 'idle';
    this.#loaded = 0;
    this.#asked = undefined;
    this.#tries = 0;
  }

  #keep(state: UpdateNote['state'], version: string, reason: string, minimum = this.#minimum): UpdateCommand {
    this.#note = { state, version, minimum, reason };
    return { kind: 'note', note: this.#note };
  }
}

function sameImage(left: Announcement, right: Announcement): boolean {
  return (
    left.sha256 === right.sha256 &&
    left.board === right.board &&
    left.size === right.size &&
    left.version === right.version &&
    left.security === right.security &&
    left.signature === right.signature
  );
}

function tell(image: Announcement, state: OutcomeState): UpdateCommand {
  return { kind: 'tell', outcome: { id: image.id, version: image.version, state } };
}

function notice(level: 'info' | 'warn' | 'error', text: string): UpdateCommand {
  return { kind: 'notice', level, text };
}

function rolledBack(version: string, reason: string): UpdateCommand {
  return notice('warn', `${version} was rolled back: ${reason}`);
}
