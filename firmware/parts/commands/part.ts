/** The node's commands: each is carried out once and answered as often as it arrives. */

import type { Tell } from '../../ports/notice.js';
import type { Platform } from '../../ports/platform.js';
import type { Command, Reply } from '../../protocol/mite/command.js';
import { printable } from '../../protocol/mite/json.js';
import { type RemoteConfiguration, setRemotely } from './remote.js';

export interface CommandsHost {
  hold(by: 'node'): void;
  release(by: 'node'): void;
  readonly notice: Tell;
  whyNotMining(): string | undefined;
  sendStatus(): void;
  sendReply(reply: Reply): void;
  /** Stored settings are in use from now on. */
  applySettings(keys: readonly string[]): void;
  restart(): void;
}

/** The most commands that may wait: a node asks and waits for the reply. */
const MAX_WAITING = 8;

export class CommandsPart {
  readonly #platform: Platform;
  readonly #configuration: RemoteConfiguration;
  readonly #host: CommandsHost;
  #last: Command | undefined;
  #lastAnswer: string | undefined;
  readonly #waiting: Command[] = [];

  constructor(platform: Platform, configuration: RemoteConfiguration, host: CommandsHost) {
    this.#platform = platform;
    this.#configuration = configuration;
    this.#host = host;
  }

  /** Carried out with an empty stack: it may store settings and change what is searched. */
  command(command: Command): void {
    if (this.#waiting.length >= MAX_WAITING) return; // no reply: the node sees that it was not carried out
    this.#waiting.push(command);
    if (this.#waiting.length === 1) this.#platform.setTimer(0, this.#next);
  }

  readonly #next = (): void => {
    const command = this.#waiting.shift();
    if (this.#waiting.length > 0) this.#platform.setTimer(0, this.#next);
    if (command !== undefined) this.#obey(command);
  };

  #obey(command: Command): void {
    const { id, cmd } = command;
    const repeated = this.#isRepeated(command);
    this.#last = command;
    if (!repeated) this.#host.notice('info', 'command', `the node asks: ${cmd}`, { cmd });
    const error = this.#carryOut(command, repeated);
    this.#lastAnswer = error;
    this.#host.sendReply({ id, ok: error === undefined, error: error && printable(error) });
    if (cmd === 'restart' && !repeated) this.#host.restart();
  }

  /** A node whose data was recreated may count from the same id again, and mean another command. */
  #isRepeated({ id, cmd, key, value }: Command): boolean {
    const last = this.#last;
    return last?.id === id && last.cmd === cmd && last.key === key && last.value === value;
  }

  #carryOut({ cmd, key = '', value = '' }: Command, repeated: boolean): string | undefined {
    switch (cmd) {
      case 'start':
        this.#host.release('node');
        return this.#host.whyNotMining();
      case 'stop':
        this.#host.hold('node');
        return undefined;
      case 'status':
        this.#host.sendStatus();
        return undefined;
      case 'set':
        return repeated ? this.#lastAnswer : this.#set(key, value);
      case 'restart':
        return undefined;
    }
  }

  #set(key: string, value: string): string | undefined {
    const outcome = setRemotely(this.#configuration, key, value);
    if ('error' in outcome) return outcome.error;
    this.#host.applySettings(outcome.keys);
    return undefined;
  }
}
