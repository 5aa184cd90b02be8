/** How work reaches miners, whatever they speak. The first door is MQTT (doors/mqtt). */
import type { BlockHeader } from '../../firmware/domain/header.js';
import type { Job } from '../../firmware/domain/job.js';
import type { Command } from '../../firmware/protocol/mite/command.js';
import type { Offer } from '../../firmware/protocol/mite/offer.js';
import type { ShareResult } from '../../firmware/protocol/mite/share.js';
import type { Announcement, Chunk } from '../../firmware/protocol/mite/update.js';

/** Anything sent without a promise may get lost: it is sent again when its miner, or the link, is back. */
export interface Door {
  /** A miner's newest job, in the order of the calls. */
  giveJob(device: string, job: Job): void;
  /** The newest block of the best chain, for miners that follow the chain themselves. */
  announceTip(tip: { readonly height: number; readonly header: BlockHeader }): void;
  answerShare(device: string, result: ShareResult): void;
  /** Ends a miner's connection (revoked), if the door holds it. */
  disconnect(device: string): void;
}

/** A door to boards with Mite's own firmware: they take more than work. */
export interface BoardDoor extends Door {
  offer(device: string, offer: Offer): void;
  command(device: string, command: Command): void;
  /** @returns a promise that rejects when it was not sent */
  announceUpdate(device: string, image: Announcement): Promise<void>;
  /** @returns as above */
  sendPiece(device: string, piece: Chunk): Promise<void>;
}
