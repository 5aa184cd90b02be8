/** What the console asks of its board, and what it is given. */

import type { ProofForm } from '../../protocol/mite/proof.js';
import type { BenchOutcome, PlanMeasure } from '../mining/kernels.js';
import type { BoardReport } from './report.js';
import type { SetupCheck } from './setup.js';

/** Hears of a bench: each measure as it is made, then the outcome. */
export interface BenchListener {
  readonly onMeasure: (measure: PlanMeasure) => void;
  readonly onDone: (outcome: BenchOutcome) => void;
}

/** A transaction in a block of the verified chain; ids in display order. */
export interface ProvedInclusion {
  readonly txid: string;
  readonly height: number;
  readonly hash: string;
  readonly confirmations: number;
}

/** Hears what became of a proof: one of the two, once. */
export interface ProofListener {
  readonly onProved: (inclusion: ProvedInclusion) => void;
  readonly onFailed: (problem: string) => void;
}

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
  /** Installs the update that waits. */
  startUpdate(): string | undefined;
  /** After the reply was written. */
  restart(): void;
  /** Ends the program that the board is, after the reply was written. @returns why it cannot */
  quit(): string | undefined;
  version(): VersionInfo;
  /** Stored settings are in use from now on. */
  applySettings(keys: readonly string[]): void;
  /** What setup can ask and try on this board. */
  setupOptions(): { readonly wifi: boolean; readonly tls: boolean };
  /** Tries out what setup was told. `done` follows later, once, with what is wrong; not after `endSetup`. */
  tryOut(check: SetupCheck, done: (problem: string | undefined) => void): void;
  /** Setup has ended: what is being tried ends too, and the settings are used, old or new. */
  endSetup(): void;
}

/** Where the console's lines go; see ConsolePort in ports/platform.ts. */
export interface ConsoleOutput {
  write(line: string): void;
  ask?(prompt: string, secret: boolean): void;
  setPlain?(plain: boolean): void;
}

/** What a boot has to say. */
export interface Banner extends VersionInfo {
  readonly boot: string;
  /** Why it started. */
  readonly reset: string;
  /** Device id, or ''. */
  readonly device: string;
  /** 'host:port', or ''. */
  readonly node: string;
  /** Settings that are missing. */
  readonly missing: readonly string[];
}
