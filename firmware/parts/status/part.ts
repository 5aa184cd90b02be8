/** Reports the board's state to the node and the console, at intervals and after a change. */

import type { Part } from '../../ports/part.js';
import type { Platform } from '../../ports/platform.js';
import type { BoardReport } from '../../ports/report.js';
import type { BoardStatus } from '../../protocol/mite/status.js';
import { boardStatus } from './board-status.js';
import type { StatusValues } from './settings.js';

export interface StatusHost {
  report(): BoardReport;
  /** Whether the node can be reached. */
  up(): boolean;
  send(status: BoardStatus): void;
  /** For tools at the console. */
  show(): void;
}

/** Changes closer together than this are one report: each takes 4 KB of a board's heap for a moment. */
const SPACING_MS = 1_000;

export class StatusPart implements Part<StatusValues> {
  readonly #platform: Platform;
  readonly #host: StatusHost;
  #values: StatusValues;
  /** When it was last reported. */
  #toldAt = 0;
  #told = false;
  #timer = 0;

  constructor(platform: Platform, values: StatusValues, host: StatusHost) {
    this.#platform = platform;
    this.#values = values;
    this.#host = host;
  }

  tick(): void {
    const due = this.#toldAt + this.#values['status.interval'] * 1000;
    if (this.#platform.monotonic() >= due) this.tell();
  }

  configure(values: StatusValues): void {
    this.#values = values;
  }

  stop(): void {
    this.#platform.clearTimer(this.#timer);
  }

  /** Now, or once a second has passed since the last. */
  tell(): void {
    if (this.#timer !== 0) return;
    const wait = this.#toldAt + SPACING_MS - this.#platform.monotonic();
    if (this.#told && wait > 0) this.#timer = this.#platform.setTimer(wait, this.#report);
    else this.#report();
  }

  readonly #report = (): void => {
    this.#timer = 0;
    this.#told = true;
    this.#toldAt = this.#platform.monotonic();
    if (this.#host.up())
      this.#host.send(boardStatus(this.#host.report(), this.#platform.resetReason ?? 'unknown'));
    this.#host.show();
  };
}
