/** What doors call: miners connect and leave, and their shares are judged. */
import type { Share } from '../../firmware/domain/share.js';
import type { Hello } from '../../firmware/protocol/mite/hello.js';

/** One stay of a miner: a reconnected miner has a new one. */
export interface Stay {
  readonly device: string;
}

/** What a miner asks for that is told difficulties; what is left out stays as it was. */
export interface Wish {
  /** target to begin with: vardiff goes on from there */
  readonly suggested?: bigint | undefined;
  /** target that is never to be easier */
  readonly least?: bigint | undefined;
  /** it rolls the BIP320 version bits */
  readonly versionRolling?: boolean | undefined;
}

export interface MinerSessions {
  /** The miner's current stay; undefined when it is not connected. */
  get(device: string): Stay | undefined;
  /**
   * A session's number for a miner that is told its extranonce before it says who it is. Never given out twice.
   * @param before of the session that it says it had: that one again, if it is still known; {@link hello} finds out whose
   * it is
   * @returns uint32
   * @throws Error when it cannot be stored that it is taken
   */
  reserve(before?: number): Promise<number>;
  /**
   * A miner says hello.
   * @param stands whether its connection is still up
   * @param told for a miner that is told difficulties, and its extranonce beforehand
   * @returns undefined when it is unknown, revoked or too noisy; null when it left meanwhile
   * @throws Error when the session cannot be stored, or no extranonce is left
   */
  hello(device: string, hello: Hello, stands: () => boolean, told?: Told): Promise<Stay | undefined | null>;
  /** A miner that is told difficulties asks for something else: its next job has it. */
  wish(stay: Stay, wish: Wish): void;
  /** A miner is connected whose hello was not heard. @returns as {@link hello} */
  resume(device: string, stands: () => boolean): Promise<Stay | undefined | null>;
  leave(device: string): void;
  /** What a miner says about itself: a resting one is not slow. */
  resting(device: string, rests: boolean): void;
}

/** What tells a miner's coinbases from all others, and what it rolls. */
export interface Extranonce {
  readonly extranonce1: Uint8Array;
  /** bytes */
  readonly extranonce2Length: number;
}

export interface JobGiver {
  /** What the next job of a session with this number will have, as far as it can be known before. */
  extranonceOf(session: number): Extranonce;
  /** Resolves when the miner's job has been sent, or cannot be now. */
  give(device: string): Promise<void>;
}

export interface Told {
  /** from {@link MinerSessions.reserve} */
  readonly session: number;
  readonly wish: Wish;
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
