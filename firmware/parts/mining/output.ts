/** Collects the commands of one step of the miner. */

import type { NoticeLevel } from '../../ports/notice.js';
import type { MinerCommand } from './events.js';

type Fields = Readonly<Record<string, string | number | boolean>>;

export class MinerOutput {
  #commands: MinerCommand[] = [];

  add(command: MinerCommand): void {
    this.#commands.push(command);
  }

  notice(level: NoticeLevel, event: string, text: string, fields: Fields = {}): void {
    this.#commands.push({ kind: 'notice', notice: { level, event, text, fields } });
  }

  /** Hands out the commands of this step, in order, and begins the next. */
  take(): readonly MinerCommand[] {
    const commands = this.#commands;
    this.#commands = [];
    return commands;
  }
}
