/** What doors call: miners come and go, and their shares are judged. */
import type { Share } from '../../firmware/domain/share.js';
import type { Hello } from '../../firmware/protocol/mite/hello.js';

/** One stay of a miner: who goes and comes again has another one. */
export interface Stay {
  readonly device: string;
}

export interface MinerSessions {
  /** The miner's present stay; undefined when it is not here. */
  get(device: string): Stay | undefined;
  /**
   * A miner says hello.
   * @param stands whether its connection does
   * @returns undefined when it is unknown, revoked or too noisy; null when it left meanwhile
   * @throws Error when the session cannot be stored, or no extranonce is left
   */
  hello(device: string, hello: Hello, stands: () => boolean): Promise<Stay | undefined | null>;
  /** A miner is here whose hello was not heard. @returns as {@link hello} */
  resume(device: string, stands: () => boolean): Promise<Stay | undefined | null>;
  leave(device: string): void;
  /** What a miner says of itself: one that rests is not slow. */
  resting(device: string, rests: boolean): void;
}

export interface JobGiver {
  /** Resolves when the miner's job is on its way, or cannot be now. */
  give(device: string): Promise<void>;
}

/** Sequence and job of a share: what its answer refers to. */
export interface ShareReference {
  readonly sequence: number;
  readonly jobId: number;
}

export interface ShareIntake {
  /** Resolves when the share was answered. @throws VerificationClosed when it was not, nothing else */
  submit(device: string, share: Share): Promise<void>;
  /** A message in a share's place that is none; what could be read of it. */
  malformed(device: string, share: ShareReference): void;
  /** A share of a revoked device. */
  refuse(device: string, share: ShareReference): void;
  /** A share under a name that is no device's: answered, and counted nowhere. */
  turnAway(device: string, share: ShareReference): void;
}

/** The node stops before the share was stored: it has no answer. */
export class VerificationClosed extends Error {
  override readonly name = 'VerificationClosed';
}
