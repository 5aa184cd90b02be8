/**
 * The node's commands: each is carried out once and answered as often as it arrives. A node that sends more than a
 * person or a schedule would is told so once, and then not heard for a while; settings that come fast share one write
 * to flash, and are answered when they are stored.
 */

import { hexToBytes } from '../../domain/bytes.js';
import { checkForgetChain } from '../../domain/forget-chain.js';
import type { Tell } from '../../ports/notice.js';
import type { Platform } from '../../ports/platform.js';
import type { Command, Reply } from '../../protocol/mite/command.js';
import { printable } from '../../protocol/mite/json.js';
import type { SettingValue } from '../../settings/kinds.js';
import { changesStored, checkRemotely, type RemoteConfiguration, storeRemotely } from './remote.js';
import { TokenBucket } from './token-bucket.js';

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
  /** What the owner signs: the device's id, this boot's, and the owner's key, 64 hex digits or ''. */
  order(): { readonly device: string; readonly boot: string; readonly owner: string };
  /** @returns why it cannot */
  forgetChain(): string | undefined;
}

/** The most commands that may wait: a node asks and waits for the reply. */
const MAX_WAITING = 8;
/** Commands: this many at once, then one in this time. */
export const COMMANDS_AT_ONCE = 8;
export const COMMAND_MS = 2_000;
/** Writes of settings to flash, likewise: more is stored together. */
export const WRITES_AT_ONCE = 3;
export const WRITE_MS = 15_000;
const TOO_MANY = 'too many commands: slower, please';

export class CommandsPart {
  readonly #platform: Platform;
  readonly #configuration: RemoteConfiguration;
  readonly #host: CommandsHost;
  #last: Command | undefined;
  #lastAnswer: string | undefined;
  readonly #waiting: Command[] = [];
  readonly #rate = new TokenBucket(COMMANDS_AT_ONCE, COMMAND_MS);
  readonly #writes = new TokenBucket(WRITES_AT_ONCE, WRITE_MS);
  #toldTooMany = false;
  /** Settings that wait for the next write, and the commands that it answers. */
  #unwritten: Record<string, SettingValue | undefined> | undefined;
  #unanswered: number[] = [];

  constructor(platform: Platform, configuration: RemoteConfiguration, host: CommandsHost) {
    this.#platform = platform;
    this.#configuration = configuration;
    this.#host = host;
  }

  /** Carried out with an empty stack: it may store settings and change what is searched. */
  command(command: Command): void {
    if (!this.#rate.take(this.#platform.monotonic())) {
      if (!this.#toldTooMany) this.#refuse(command);
      this.#toldTooMany = true;
      return; // no further reply: the node sees that it was not carried out
    }
    this.#toldTooMany = false;
    if (this.#waiting.length >= MAX_WAITING) return;
    this.#waiting.push(command);
    if (this.#waiting.length === 1) this.#platform.setTimer(0, this.#next);
  }

  /** Before a restart. */
  stop(): void {
    this.#write();
  }

  #refuse({ id }: Command): void {
    this.#host.notice(
      'warn',
      'command',
      'the node sends more commands than it may: some are not carried out',
    );
    this.#host.sendReply({ id, ok: false, error: TOO_MANY });
  }

  readonly #next = (): void => {
    const command = this.#waiting.shift();
    if (this.#waiting.length > 0) this.#platform.setTimer(0, this.#next);
    if (command !== undefined) this.#obey(command);
  };

  #obey(command: Command): void {
    const { id, cmd } = command;
    if (this.#unanswered.includes(id)) return; // answered when it is stored
    const repeated = this.#isRepeated(command);
    this.#last = command;
    if (!repeated) this.#host.notice('info', 'command', `the node asks: ${cmd}`, { cmd });
    const error = this.#carryOut(command, repeated);
    if (this.#unanswered.includes(id)) return;
    this.#answer(id, error);
    if (repeated || error !== undefined) return;
    if (cmd === 'restart' || cmd === 'forget-chain') this.#host.restart();
  }

  #answer(id: number, error: string | undefined): void {
    if (this.#last?.id === id) this.#lastAnswer = error;
    this.#host.sendReply({ id, ok: error === undefined, error: error && printable(error) });
  }

  /** A node whose data was recreated may count from the same id again, and mean another command. */
  #isRepeated({ id, cmd, key, value }: Command): boolean {
    const last = this.#last;
    return last?.id === id && last.cmd === cmd && last.key === key && last.value === value;
  }

  #carryOut({ id, cmd, key = '', value = '', sig = '' }: Command, repeated: boolean): string | undefined {
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
        return repeated ? this.#lastAnswer : this.#set(id, key, value);
      case 'restart':
        return undefined;
      case 'forget-chain':
        return repeated ? this.#lastAnswer : this.#forgetChain(sig);
    }
  }

  #set(id: number, key: string, value: string): string | undefined {
    const checked = checkRemotely(this.#configuration, key, value);
    if ('error' in checked) return checked.error;
    const now = this.#platform.monotonic();
    if (this.#unwritten === undefined) {
      if (!changesStored(this.#configuration, checked.key, checked.value)) {
        this.#host.applySettings(this.#configuration.apply([checked.key]));
        return undefined;
      }
      if (this.#writes.take(now)) return this.#store({ [checked.key]: checked.value });
      this.#unwritten = {};
      this.#platform.setTimer(this.#writes.wait(now), this.#write);
    }
    this.#unwritten[checked.key] = checked.value;
    this.#unanswered.push(id);
    return undefined;
  }

  /** What has come meanwhile, with one write. */
  readonly #write = (): void => {
    const changes = this.#unwritten;
    if (changes === undefined) return;
    const ids = this.#unanswered;
    this.#unwritten = undefined;
    this.#unanswered = [];
    this.#writes.take(this.#platform.monotonic());
    const error = this.#store(changes);
    for (const id of ids) this.#answer(id, error);
  };

  #store(changes: Readonly<Record<string, SettingValue | undefined>>): string | undefined {
    const outcome = storeRemotely(this.#configuration, changes);
    if ('error' in outcome) return outcome.error;
    this.#host.applySettings(outcome.keys);
    return undefined;
  }

  #forgetChain(signature: string): string | undefined {
    const { device, boot, owner } = this.#host.order();
    if (owner === '') return 'no owner.key is set here: type chain forget at its console';
    if (!checkForgetChain(device, boot, hexToBytes(signature), hexToBytes(owner), this.#platform.curve))
      return 'not signed by the owner of this board, or for another boot';
    return this.#host.forgetChain();
  }
}
