/** An updater, one image, and the words of the node about it. @module */
import type { UpdateCommand, UpdateEvent } from '../../firmware/parts/update/events.js';
import { Updater, type UpdaterOptions } from '../../firmware/parts/update/updater.js';
import type { Announcement } from '../../firmware/protocol/mite/update.js';

export const SIZE = 10_000;
export const image: Announcement = {
  id: 7,
  board: 'host',
  version: '1.1.0',
  security: 2,
  size: SIZE,
  sha256: 'ab'.repeat(32),
  signature: '12'.repeat(64),
};
const options: UpdaterOptions = {
  board: 'host',
  version: '1.0.0',
  security: 1,
  key: true,
  capacity: 20_000,
  trial: false,
  note: undefined,
  mode: 'auto',
};

export function make(other: Partial<UpdaterOptions> = {}) {
  const updater = new Updater({ ...options, ...other });
  let now = 0;
  /** Of the last command that is answered later. */
  let of = 0;
  const step = (event: UpdateEvent) => {
    const commands = updater.step(event, now);
    for (const command of commands) if ('of' in command) of = command.of;
    return commands;
  };
  return {
    updater,
    step,
    begin: () => updater.begin(now),
    wait: (milliseconds: number) => {
      now += milliseconds;
      return step({ kind: 'tick' });
    },
    announce: (changed: Partial<Announcement> = {}, secure = true) =>
      step({ kind: 'announce', announcement: { ...image, ...changed }, secure }),
    chunk: (offset: number, length = Math.min(4096, SIZE - offset), id = 7) =>
      step({ kind: 'chunk', chunk: { id, offset, bytes: new Uint8Array(length) } }),
    get of() {
      return of;
    },
    verified: (right: boolean, about = of) => step({ kind: 'verified', of: about, right }),
    hashed: (sha256 = image.sha256, right = true, about = of) =>
      step({ kind: 'hashed', of: about, sha256, right }),
    /** Announced and verified. */
    load() {
      this.announce();
      return this.verified(true);
    },
    all() {
      this.load();
      this.chunk(0);
      this.chunk(4096);
      return this.chunk(8192);
    },
  };
}

export const kinds = (commands: readonly UpdateCommand[]) => commands.map(command => command.kind);
export const reason = (commands: readonly UpdateCommand[]) => {
  const told = commands.find(command => command.kind === 'tell');
  return told?.kind === 'tell' && told.outcome.state === 'refused' ? told.outcome.error : undefined;
};
