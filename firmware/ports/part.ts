/**
 * A part of the board: one folder with its rules, this adapter and its settings. Parts do not know each other: what one
 * needs from another it asks of its host, and board.ts wires the two.
 * @module
 */
import type { BoardReport } from './report.js';

/** @typeParam V values of the settings that it reads; the board hands all of them to each part */
export interface Part<V> {
  /** All parts exist: takes settings into use. */
  start?(): void;
  /** Before a restart or the end of the program: stores what must be kept. */
  stop?(): void;
  /** About once a second, with an empty stack. */
  tick?(): void;
  /** Work can arrive. */
  connected?(): void;
  /** It no longer can. Called on the parts in reverse order. */
  disconnected?(): void;
  /** Values have changed. @param changed the keys whose values may differ */
  configure?(values: V, changed: readonly string[]): void;
  /** Its share of what `status` shows. */
  report?(): Partial<BoardReport>;
}
