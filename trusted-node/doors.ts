/** The node's doors as one: what work sends goes to the door that has the device's miner. */
import type { Job } from '../firmware/domain/job.js';
import type { Door } from './ports/door.js';

/** A door that knows which devices it serves. */
export interface ServingDoor extends Door {
  serves(device: string): boolean;
}

export class Doors implements Door {
  /** @param boards has every device that `miners` does not serve */
  constructor(
    private readonly boards: Door,
    private readonly miners: () => ServingDoor | undefined,
  ) {}

  private of(device: string): Door {
    const miners = this.miners();
    return miners?.serves(device) === true ? miners : this.boards;
  }

  giveJob(device: string, job: Job): void {
    this.of(device).giveJob(device, job);
  }

  announceTip(tip: Parameters<Door['announceTip']>[0]): void {
    this.boards.announceTip(tip);
    this.miners()?.announceTip(tip);
  }

  answerShare(device: string, result: Parameters<Door['answerShare']>[1]): void {
    this.of(device).answerShare(device, result);
  }

  disconnect(device: string): void {
    this.boards.disconnect(device);
    this.miners()?.disconnect(device);
  }
}
