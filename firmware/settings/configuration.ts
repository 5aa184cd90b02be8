/**
 * Three layers of values: the schema's defaults, what is stored, and what the command line overrides. Beside them the
 * values in use, which follow: at once, or at the next start.
 */
import { payoutProblem } from '../parts/chain/policy.js';
import { checkValue, parseValue, type Setting, type SettingValue } from './kinds.js';
import { findSetting, SETTINGS, type Settings } from './schema.js';

/** Stored values by key; only keys of the schema, only checked values. */
export type StoredValues = Readonly<Record<string, SettingValue>>;

/** Where values are kept. `save` is atomic: it throws, or the new values are what the next load gives. */
export interface SettingsKeeper {
  load(): { readonly values: StoredValues; readonly warnings: readonly string[] };
  save(values: StoredValues): void;
}

export type Origin = 'default' | 'stored' | 'override';

/** What this machine cannot do. @returns why the value cannot be used, one clause */
export type Refuse = (key: string, value: SettingValue) => string | undefined;

export class Configuration {
  readonly #keeper: SettingsKeeper;
  readonly #refuse: Refuse;
  /** Values in use where they are others than those of the layers: few, since a board has little memory. */
  readonly #held: Record<string, SettingValue> = {};
  /** Keys that wait for the restart that others need. */
  readonly #waiting = new Set<string>();
  #stored: StoredValues;
  readonly #overrides: Record<string, SettingValue> = {};
  /** What the keeper had to say about the stored record. */
  readonly warnings: readonly string[];

  constructor(keeper: SettingsKeeper, refuse: Refuse = () => undefined) {
    this.#keeper = keeper;
    this.#refuse = refuse;
    const { values, warnings } = keeper.load();
    this.#stored = values;
    this.warnings = warnings;
  }

  /** Overrides a value for this boot; not stored. @returns undefined, or what is wrong with it. */
  override(key: string, text: string): string | undefined {
    const setting = findSetting(key);
    if (setting === undefined) return `unknown setting ${key}`;
    const checked = parseValue(setting, text);
    const problem = 'error' in checked ? checked.error : this.#refuse(key, checked.value);
    if (problem !== undefined || 'error' in checked) return `${key}: ${problem}`;
    this.#overrides[key] = checked.value;
    delete this.#held[key];
    return undefined;
  }

  /** The same for a list of "key=value". @returns undefined, or what is wrong with the first wrong one. */
  overrideAll(list: readonly string[]): string | undefined {
    for (const text of list) {
      const equals = text.indexOf('=');
      if (equals < 0) return 'expected key=value';
      const problem = this.override(text.slice(0, equals), text.slice(equals + 1));
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  value(setting: Setting): SettingValue {
    return this.#overrides[setting.key] ?? this.#stored[setting.key] ?? setting.default;
  }

  origin(setting: Setting): Origin {
    if (this.#overrides[setting.key] !== undefined) return 'override';
    return this.#stored[setting.key] === undefined ? 'default' : 'stored';
  }

  /**
   * Stores values, or their absence where undefined, all in one record. Overrides of the same keys end: the last word
   * counts.
   * @throws RangeError for a value that the schema or the machine refuses, for an unknown key, and for a payout address
   * of another network than the one it would be used with; Error when they cannot be stored. Then nothing has changed.
   */
  storeAll(changes: Readonly<Record<string, SettingValue | undefined>>): void {
    const values: Record<string, SettingValue> = {};
    for (const { key } of SETTINGS) {
      const kept = this.#stored[key];
      if (kept !== undefined) values[key] = kept;
    }
    for (const [key, value] of Object.entries(changes)) {
      const setting = findSetting(key);
      if (setting === undefined) throw new RangeError(`unknown setting ${key}`);
      delete values[key];
      if (value === undefined) continue;
      const checked = checkValue(setting, value);
      if ('error' in checked) throw new RangeError(checked.error);
      const problem = this.#refuse(key, checked.value);
      if (problem !== undefined) throw new RangeError(problem);
      values[key] = checked.value;
    }
    this.#checkPayout(changes);
    this.#keeper.save(values);
    for (const key of Object.keys(changes)) this.#held[key] = this.#used(findSetting(key)!);
    this.#stored = values;
    for (const key of Object.keys(changes)) delete this.#overrides[key];
  }

  /**
   * Takes what `storeAll` has stored into use. When one of the keys needs a restart, all of them wait for it, so that
   * what was stored as one is used as one; and what belongs to a setting that waits (`waitsFor`) waits with it.
   * @returns the settings whose values in use may be others now
   */
  apply(keys: readonly string[]): readonly Setting[] {
    const changed = SETTINGS.filter(({ key }) => keys.includes(key));
    const restart = changed.some(setting => setting.needsRestart && this.waits(setting));
    for (const setting of changed) {
      const { key, waitsFor } = setting;
      const other = waitsFor === undefined ? undefined : findSetting(waitsFor);
      const wait = restart || (other !== undefined && this.waits(other));
      if (wait && !setting.needsRestart) this.#waiting.add(key);
      else this.#waiting.delete(key);
    }
    const now = changed.filter(({ key, needsRestart }) => !needsRestart && !this.#waiting.has(key));
    // What they waited for was taken back.
    if (!SETTINGS.some(setting => setting.needsRestart && this.waits(setting))) {
      now.push(...SETTINGS.filter(({ key }) => this.#waiting.has(key)));
      this.#waiting.clear();
    }
    for (const { key } of now) delete this.#held[key];
    return now;
  }

  /** Whether another value is in use until the next start. */
  waits(setting: Setting): boolean {
    return this.#used(setting) !== this.value(setting);
  }

  /** All values in use. */
  settings(): Settings {
    const values: Record<string, SettingValue> = {};
    for (const setting of SETTINGS) values[fieldName(setting.key)] = this.#used(setting);
    return values as unknown as Settings;
  }

  #used(setting: Setting): SettingValue {
    return this.#held[setting.key] ?? this.value(setting);
  }

  /** An address is used with the network that is stored: both wait for the same restart. */
  #checkPayout(changes: Readonly<Record<string, SettingValue | undefined>>): void {
    if (!Object.hasOwn(changes, 'payout.address') && !Object.hasOwn(changes, 'chain.network')) return;
    const value = (key: string) => {
      const setting = findSetting(key)!;
      return String(Object.hasOwn(changes, key) ? (changes[key] ?? setting.default) : this.value(setting));
    };
    const problem = payoutProblem(value('payout.address'), value('chain.network'));
    if (problem !== undefined)
      throw new RangeError(`${problem}; change both between config begin and config commit`);
  }
}

/** 'node.host' -> 'nodeHost' */
function fieldName(key: string): string {
  const dot = key.indexOf('.');
  return key.slice(0, dot) + key[dot + 1]!.toUpperCase() + key.slice(dot + 2);
}
