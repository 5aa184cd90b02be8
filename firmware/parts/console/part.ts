/** The console of this board: its port, the notices of the parts, and the last problem. */

import type { Notice, Tell } from '../../ports/notice.js';
import type { Part } from '../../ports/part.js';
import type { Platform } from '../../ports/platform.js';
import type { BoardReport } from '../../ports/report.js';
import type { Configuration } from '../../settings/configuration.js';
import { BoardConsole } from './console.js';
import type { Banner, ConsoleHost } from './console-host.js';
import type { ConsoleValues } from './settings.js';
import type { SetupSettings } from './setup-questions.js';
import { SetupTrials, type TrialsHost } from './setup-trials.js';

export class ConsolePart implements Part<ConsoleValues> {
  readonly #platform: Platform;
  readonly #console: BoardConsole;
  /** Of the answers to setup. */
  readonly trials: SetupTrials;
  #lastError = '';
  /** The notice that it came from. */
  #lastErrorEvent = '';

  /** @param json begins in JSON mode */
  constructor(
    platform: Platform,
    values: ConsoleValues,
    configuration: Configuration<SetupSettings>,
    json: boolean,
    host: ConsoleHost,
    lender: TrialsHost,
  ) {
    this.#platform = platform;
    this.trials = new SetupTrials(platform, lender);
    this.#console = new BoardConsole(host, this.trials, configuration, platform.console, json);
    this.#console.setLevel(values['log.level']);
  }

  start(): void {
    const { console } = this.#platform;
    console.onLine = line => this.#console.line(line);
    console.onCancel = () => this.#console.cancel();
  }

  tick(): void {
    this.#console.tick(this.#platform.monotonic());
  }

  /** Clears the error that kept the board from its node; others stay. */
  connected(): void {
    if (this.#lastErrorEvent === 'node' || this.#lastErrorEvent === 'setup') this.#lastError = '';
  }

  configure(values: ConsoleValues, changed: readonly string[]): void {
    if (changed.includes('log.level')) this.#console.setLevel(values['log.level']);
  }

  report(): Pick<BoardReport, 'lastError'> {
    return { lastError: this.#lastError };
  }

  readonly notice: Tell = (level, event, text, fields: Notice['fields'] = {}) => {
    if (level === 'error' || level === 'warn') {
      this.#lastError = text;
      this.#lastErrorEvent = event;
    }
    this.#console.notice({ level, event, text, fields });
  };

  /** The first words of a boot. */
  banner(banner: Banner): void {
    this.#console.banner(banner);
  }

  /** The whole status, for tools. */
  status(): void {
    this.#console.statusEvent();
  }
}
