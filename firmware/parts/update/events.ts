/** What goes into and comes out of the updater (updater.ts). */
import type { Announcement, Chunk, Fetch, Outcome } from '../../protocol/mite/update.js';
import type { UpdateNote } from './note.js';

/** off: every update is refused; ask: a valid one waits for the console; auto: it is installed. */
export const UPDATE_MODES = ['off', 'ask', 'auto'] as const;
export type UpdateMode = (typeof UPDATE_MODES)[number];

export type UpdateEvent =
  /** `secure`: it came over TLS. */
  | { readonly kind: 'announce'; readonly announcement: Announcement; readonly secure: boolean }
  | { readonly kind: 'chunk'; readonly chunk: Chunk }
  /** The node itself, not only its broker, has spoken to this board. */
  | { readonly kind: 'reached' }
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'tick' }
  | { readonly kind: 'mode'; readonly mode: UpdateMode }
  /** A person wants the waiting update. */
  | { readonly kind: 'start' }
  // Answers to commands. `of` is the command's: by the time of the answer, another image may be under way.
  | { readonly kind: 'verified'; readonly of: number; readonly right: boolean }
  /** `sha256`: 64 hex digits, of what is stored. `right`: the signature was checked again and is valid. */
  | { readonly kind: 'hashed'; readonly of: number; readonly sha256: string; readonly right: boolean }
  /** A command threw; those after it were not executed. Without `of`, it was not one that is answered later. */
  | { readonly kind: 'failed'; readonly of?: number; readonly problem: string };

export type UpdateCommand =
  /** Check the announcement's signature. Answered by `verified`. */
  | { readonly kind: 'verify'; readonly of: number; readonly announcement: Announcement }
  | { readonly kind: 'begin'; readonly size: number }
  | { readonly kind: 'write'; readonly bytes: Uint8Array }
  /** Hash the stored image, and check the signature once more. Answered by `hashed`. */
  | { readonly kind: 'hash'; readonly of: number; readonly announcement: Announcement }
  | { readonly kind: 'fetch'; readonly fetch: Fetch }
  /** Mining ends: a restart is near. */
  | { readonly kind: 'hold' }
  /** There is no restart after all. */
  | { readonly kind: 'release' }
  | { readonly kind: 'activate' }
  | { readonly kind: 'restart' }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'rollback' }
  | { readonly kind: 'note'; readonly note: UpdateNote }
  | { readonly kind: 'tell'; readonly outcome: Outcome }
  | { readonly kind: 'notice'; readonly level: 'info' | 'warn' | 'error'; readonly text: string };
