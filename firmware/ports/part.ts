/**
 * A part of the board: one folder with its rules, this adapter and its settings. Parts do not know each other: what one
 * needs of another it asks of its host, and board.ts wires the two.
 * @module
 */
import type { BoardReport } from './report.js';

/** @typeParam V values of the settings that it reads; the board hands all of them to each part */
export interface Part<V> {
  /** All parts are there: settings are taken into use. */
  start?(): void;
  /** Before a restart or the end of the program: what is to be kept is stored. */
  stop?(): void;
  /** About once a second, with an empty stack. */
  tick?(): void;
  /** Work can come. */
  connected?(): void;
  /** It cannot any more. Called in the opposite order of the parts. */
  disconnected?(): void;
  /** Other values are in use. @param changed the keys whose values may be others */
  configure?(values: V, changed: readonly string[]): void;
  /** What it knows of what `status` shows. */
  report?(): Partial<BoardReport>;
}
