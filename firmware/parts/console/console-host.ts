/** What the console asks of its board, and what it gets. */

import type { BenchListener } from '../../ports/bench.js';
import type { ProofListener } from '../../ports/proof.js';
import type { BoardReport } from '../../ports/report.js';
import type { ProofForm } from '../../protocol/mite/proof.js';
import type { SetupCheck } from './setup.js';

export interface VersionInfo {
  readonly firmware: string;
  readonly board: string;
  readonly protocol: number;
}

/** What the console asks of the board. Each returns what is wrong, or undefined. */
export interface ConsoleHost {
  report(): BoardReport;
  start(): string | undefined;
  stopMining(): string | undefined;
  /** Measures the search backends and plans; answers later, unless an error is returned now. */
  bench(seconds: number, listener: BenchListener): string | undefined;
  selftest(): string | undefined;
  /** Asks the node to prove a transaction (32 bytes, internal order) and checks it; answers later. */
  prove(txid: Uint8Array, form: ProofForm, listener: ProofListener): string | undefined;
  /** The next boot begins at the checkpoint again. */
  forgetChain(): string | undefined;
  /** Installs the waiting update. */
  startUpdate(): string | undefined;
  /** After the reply was written. */
  restart(): void;
  /** Ends the board's program, after the reply was written. @returns why it cannot */
  quit(): string | undefined;
  version(): VersionInfo;
  /** Stored settings are in use from now on. */
  applySettings(keys: readonly string[]): void;
}

/** Tries out the answers to setup before they are stored. */
export interface Trials {
  /** What setup can ask and try on this board. */
  options(): { readonly wifi: boolean; readonly tls: boolean };
  /** `done` is called later, once, with what is wrong; not after `end` or the next `start`. */
  start(check: SetupCheck, done: (problem: string | undefined) => void): void;
  /** Setup has ended: ends the trial under way, and gives back what was borrowed for it. */
  end(): void;
}

/** Where the console's lines go; see ConsolePort in ports/platform.ts. */
export interface ConsoleOutput {
  write(line: string): void;
  ask?(prompt: string, secret: boolean): void;
  setPlain?(plain: boolean): void;
}

/** What a boot reports. */
export interface Banner extends VersionInfo {
  readonly boot: string;
  /** Why it started. */
  readonly reset: string;
  /** Device id, or ''. */
  readonly device: string;
  /** 'host:port', or ''. */
  readonly node: string;
  /** Missing settings. */
  readonly missing: readonly string[];
}
