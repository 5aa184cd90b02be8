/** `config`: shows settings and stores them, one at a time or, from begin to commit, several together. */

import { messageOf } from '../../domain/message-of.js';
import type { Changes, Configuration } from '../../settings/configuration.js';
import { type Setting, type SettingValue, showValue } from '../../settings/kinds.js';
import type { ConsoleHost } from './console-host.js';
import type { ConsoleCommand } from './grammar.js';
import type { Replies } from './replies.js';
import type { JsonFields } from './report.js';

export class ConfigCommand {
  readonly #configuration: Configuration;
  readonly #replies: Replies;
  readonly #host: Pick<ConsoleHost, 'applySettings'>;
  /** What `config set` collects between begin and commit. */
  #collected: Record<string, SettingValue | undefined> | undefined;

  constructor(configuration: Configuration, replies: Replies, host: Pick<ConsoleHost, 'applySettings'>) {
    this.#configuration = configuration;
    this.#replies = replies;
    this.#host = host;
  }

  run(command: Extract<ConsoleCommand, { name: 'config' }>): void {
    if (command.action === 'list') this.#list();
    else if (!('key' in command)) this.#together(command.action);
    else if (command.action === 'get')
      this.#replies.reply('config', this.#settingFields(command.key), this.#settingLine(command.key));
    else this.#set(command.key, command.action === 'set' ? command.value : undefined);
  }

  /** Drops what was collected. @returns whether there was anything */
  cancel(): boolean {
    const collecting = this.#collected !== undefined;
    this.#collected = undefined;
    return collecting;
  }

  /** @returns why nothing was stored. */
  store(values: Changes): string | undefined {
    try {
      this.#configuration.storeAll(values);
      return undefined;
    } catch (error) {
      return messageOf(error, 'storage failed');
    }
  }

  /** Takes what was stored into use. */
  use(keys: readonly string[]): void {
    this.#host.applySettings(this.#configuration.apply(keys));
  }

  #list(): void {
    const keys = Object.keys(this.#configuration.schema);
    if (this.#replies.json)
      this.#replies.reply('config', { settings: keys.map(key => this.#valueFields(key)) }, '');
    else for (const key of keys) this.#replies.write(this.#settingLine(key));
  }

  #set(key: string, value: SettingValue | undefined): void {
    const configuration = this.#configuration;
    if (this.#collected !== undefined) {
      this.#collected[key] = value;
      this.#replies.reply('config', { key, collected: true }, `${key} waits for config commit`);
      return;
    }
    const problem = this.store({ [key]: value });
    if (problem !== undefined) {
      this.#replies.error(`${key} was not stored: ${problem}`);
      return;
    }
    const now = configuration.apply([key]);
    const needsRestart = configuration.waits(key);
    this.#replies.reply('config', { ...this.#settingFields(key), needsRestart }, this.#settingLine(key));
    if (now.length > 0) this.#host.applySettings(now);
  }

  /** Several settings together: all are stored, or none. */
  #together(action: 'begin' | 'commit' | 'abort'): void {
    const values = this.#collected;
    if (action !== 'begin' && values === undefined) {
      this.#replies.error('there was no config begin');
      return;
    }
    this.#collected = action === 'begin' ? {} : undefined;
    const problem = action === 'commit' && values ? this.store(values) : undefined;
    if (problem !== undefined) {
      this.#replies.error(`nothing was stored: ${problem}`);
      return;
    }
    const keys = action === 'commit' && values ? Object.keys(values) : [];
    const now = this.#configuration.apply(keys);
    const needsRestart = keys.some(key => this.#configuration.waits(key));
    const text =
      action === 'begin'
        ? 'collecting settings until config commit'
        : action === 'abort'
          ? 'nothing was changed'
          : 'stored';
    this.#replies.reply(
      'config',
      { action, needsRestart },
      `${text}${needsRestart ? ' (takes effect after restart)' : ''}`,
    );
    if (now.length > 0) this.#host.applySettings(now);
  }

  #setting(key: string): Setting {
    return this.#configuration.schema[key]!;
  }

  #shown(key: string): SettingValue {
    return showValue(this.#setting(key), this.#configuration.value(key));
  }

  #settingFields(key: string): JsonFields {
    return { ...this.#valueFields(key), help: this.#setting(key).help };
  }

  #valueFields(key: string): JsonFields {
    return { key, value: this.#shown(key), origin: this.#configuration.origin(key) };
  }

  #settingLine(key: string): string {
    const value = this.#shown(key);
    const shown = value === '' ? '(not set)' : value;
    const origin = this.#configuration.origin(key);
    const later = this.#configuration.waits(key) ? ' (takes effect after restart)' : '';
    return `${key} = ${shown}${origin === 'stored' || value === '' ? '' : ` (${origin})`}${later}`;
  }
}
