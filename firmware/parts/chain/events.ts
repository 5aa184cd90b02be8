/** What goes into the follower of the header chain and what comes out of it: values only. */
import type { ChainPoint } from '../../domain/chain-point.js';
import type { HeaderList } from '../../domain/header.js';
import type { RefusalReason } from '../../domain/refusal.js';

export type ChainEvent =
  | { readonly kind: 'connected' }
  | { readonly kind: 'disconnected' }
  /** An answer to a request. */
  | { readonly kind: 'headers'; readonly startHeight: number; readonly headers: HeaderList }
  /** This many header messages answered nothing. */
  | { readonly kind: 'unasked'; readonly count: number }
  /** The node says that this is the newest header, at this height. */
  | { readonly kind: 'tip'; readonly height: number; readonly header: Uint8Array }
  /** A job builds on an unknown header. */
  | { readonly kind: 'wanted' }
  /** About once a second. */
  | { readonly kind: 'tick' }
  /** The board is about to stop. */
  | { readonly kind: 'flush' };

export type ChainCommand =
  | { readonly kind: 'request'; readonly from: number; readonly count: number }
  | { readonly kind: 'store'; readonly record: Uint8Array }
  /** The verified tip has changed. */
  | { readonly kind: 'moved'; readonly tip: ChainPoint; readonly reorganised: boolean }
  /** What the node serves ends with the verified tip (or with a sibling of equal work). */
  | { readonly kind: 'verified' }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly text: string }
  | { readonly kind: 'notice'; readonly level: 'warn' | 'info'; readonly text: string };

export interface ChainView {
  readonly state: 'starting' | 'syncing' | 'verified' | 'refused';
  readonly tip: ChainPoint | undefined;
  /** Height that the node claims, while there is more to come. */
  readonly target: number | undefined;
  readonly anchorHeight: number | undefined;
}
