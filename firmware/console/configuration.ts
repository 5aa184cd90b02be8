/** Three layers of values: the schema's defaults, what is stored, and what the command line overrides. */
import { findSetting, SETTINGS, type Settings } from './schema.js';
import { checkValue, parseValue, type Setting, type SettingValue } from './settings.js';

/** Stored values by key; only keys of the schema, only checked values. */
export type StoredValues = Readonly<Record<string, SettingValue>>;

/** Where values are kept. `save` is atomic: it throws, or the new values are what the next load gives. */
export interface SettingsKeeper {
  load(): { readonly values: StoredValues; readonly warnings: readonly string[] };
  save(values: StoredValues): void;
}

export type Origin = 'default' | 'stored' | 'override';

export class Configuration {
  readonly #keeper: SettingsKeeper;
  #stored: StoredValues;
  readonly #overrides: Record<string, SettingValue> = {};
  /** What the keeper had to say about the stored record. */
  readonly warnings: readonly string[];

  constructor(keeper: SettingsKeeper) {
    this.#keeper = keeper;
    const { values, warnings } = keeper.load();
    this.#stored = values;
    this.warnings = warnings;
  }

  /** Overrides a value for this boot; not stored. @returns undefined, or what is wrong with it. */
  override(key: string, text: string): string | undefined {
    const setting = findSetting(key);
    if (setting === undefined) return `unknown setting ${key}`;
    const checked = parseValue(setting, text);
    if ('error' in checked) return `${key}: ${checked.error}`;
    this.#overrides[key] = checked.value;
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
   * @throws RangeError for a value the schema refuses or an unknown key, Error when they cannot be stored. Then nothing
   * has changed.
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
      values[key] = checked.value;
    }
    this.#keeper.save(values);
    this.#stored = values;
    for (const key of Object.keys(changes)) delete this.#overrides[key];
  }

  /** All values in use. */
  settings(): Settings {
    const values: Record<string, SettingValue> = {};
    for (const setting of SETTINGS) values[fieldName(setting.key)] = this.value(setting);
    return values as unknown as Settings;
  }
}

/** 'node.host' -> 'nodeHost' */
function fieldName(key: string): string {
  const dot = key.indexOf('.');
  return key.slice(0, dot) + key[dot + 1]!.toUpperCase() + key.slice(dot + 2);
}
