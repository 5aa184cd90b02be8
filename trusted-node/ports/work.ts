/** What doors call: miners connect and leave, and their shares are judged. */
import type { Share } from '../../firmware/domain/share.js';
import type { Hello } from '../../firmware/protocol/mite/hello.js';

/** One stay of a miner: a reconnected miner has a new one. */
export interface Stay {
  readonly device: string;
}

export interface MinerSessions {
  /** The miner's current stay; undefined when it is not connected. */
  get(device: string): Stay | undefined;
  /**
   * A miner says hello.
   * @param stands whether its connection is still up
   * @returns undefined when it is unknown, revoked or too noisy; null when it left meanwhile
   * @throws Error when the session cannot be stored, or no extranonce is left
   */
  hello(device: string, hello: Hello, stands: () => boolean): Promise<Stay | undefined | null>;
  /** A miner is connected whose hello was not heard. @returns as {@link hello} */
  resume(device: string, stands: () => boolean): Promise<Stay | undefined | null>;
  leave(device: string): void;
  /** What a miner says about itself: a resting one is not slow. */
  resting(device: string, rests: boolean): void;
}

export interface JobGiver {
  /** Resolves when the miner's job has been sent, or cannot be now. */
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
  /** A malformed message in place of a share, with what could be read of it. */
  malformed(device: string, share: ShareReference): void;
  /** A share of a revoked device. */
  refuse(device: string, share: ShareReference): void;
  /** A share under a name that is not a device's: answered, but not counted. */
  turnAway(device: string, share: ShareReference): void;
}

/** The node stops before the share was stored: it has no answer. */
export class VerificationClosed extends Error {
  override readonly name = 'VerificationClosed';
}
