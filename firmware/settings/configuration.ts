/**
 * Three layers of values: the schema's defaults, what is stored, and what the command line overrides. The values in use
 * follow these at once, or at the next start.
 */
import {
  areValues,
  checkValue,
  findSetting,
  parseValue,
  type Schema,
  type SettingValue,
  type Values,
} from './kinds.js';

/** Stored values by key; only keys of the schema, only checked values. */
export type StoredValues = Readonly<Record<string, SettingValue>>;

/** Values by key; undefined: back to the default. */
export type Changes = Readonly<Record<string, SettingValue | undefined>>;

/** Where values are kept. `save` is atomic: it throws, or the new values are what the next load gives. */
export interface SettingsKeeper {
  load(): { readonly values: StoredValues; readonly warnings: readonly string[] };
  save(values: StoredValues): void;
}

export type Origin = 'default' | 'stored' | 'override';

/** Whether values of several settings are compatible, checked when one of them changes. */
export interface Agreement<K extends string = string> {
  readonly keys: readonly K[];
  /** @param value what would be used @returns why they are not, one clause */
  readonly problem: (value: (key: K) => SettingValue) => string | undefined;
}

export interface Rules<K extends string = string> {
  /** What this machine cannot do. @returns why the value cannot be used, one clause */
  readonly refuse?: (key: string, value: SettingValue) => string | undefined;
  readonly agreements?: readonly Agreement<K>[];
}

export class Configuration<S extends Schema = Schema> {
  readonly schema: S;
  readonly #keeper: SettingsKeeper;
  readonly #rules: Rules;
  /** Values in use that differ from the layers: only those, since a board has little memory. */
  readonly #held: Record<string, SettingValue> = {};
  /** Keys that wait for a restart that others need. */
  readonly #waiting = new Set<string>();
  #stored: StoredValues;
  readonly #overrides: Record<string, SettingValue> = {};
  /** The keeper's warnings about the stored record. */
  readonly warnings: readonly string[];

  constructor(schema: S, keeper: SettingsKeeper, rules: Rules<keyof S & string> = {}) {
    this.schema = schema;
    this.#keeper = keeper;
    this.#rules = rules;
    const { values, warnings } = keeper.load();
    this.#stored = values;
    this.warnings = warnings;
  }

  /** Overrides a value for this boot; not stored. @returns undefined, or what is wrong with it. */
  override(key: string, text: string): string | undefined {
    const setting = findSetting(this.schema, key);
    if (setting === undefined) return `unknown setting ${key}`;
    const checked = parseValue(setting, text);
    const problem = 'error' in checked ? checked.error : this.#rules.refuse?.(key, checked.value);
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

  /** @param key of the schema */
  value(key: string): SettingValue {
    return this.#overrides[key] ?? this.#stored[key] ?? this.schema[key]!.default;
  }

  /** @param key of the schema */
  origin(key: string): Origin {
    if (this.#overrides[key] !== undefined) return 'override';
    return this.#stored[key] === undefined ? 'default' : 'stored';
  }

  /**
   * Stores values, or their absence where undefined, all in one record. Ends overrides of the same keys: the last word
   * counts.
   * @throws RangeError for a value that the schema or the machine refuses, for an unknown key, and for incompatible
   * values; Error when they cannot be stored. Then nothing has changed.
   */
  storeAll(changes: Changes): void {
    const values: Record<string, SettingValue> = {};
    for (const key of Object.keys(this.schema)) {
      const kept = this.#stored[key];
      if (kept !== undefined) values[key] = kept;
    }
    for (const [key, value] of Object.entries(changes)) {
      const setting = findSetting(this.schema, key);
      if (setting === undefined) throw new RangeError(`unknown setting ${key}`);
      delete values[key];
      if (value === undefined) continue;
      const checked = checkValue(setting, value);
      if ('error' in checked) throw new RangeError(checked.error);
      const problem = this.#rules.refuse?.(key, checked.value);
      if (problem !== undefined) throw new RangeError(problem);
      values[key] = checked.value;
    }
    const clash = this.clash(changes);
    if (clash !== undefined)
      throw new RangeError(`${clash}; change both between config begin and config commit`);
    this.#keeper.save(values);
    for (const key of Object.keys(changes)) this.#held[key] = this.#used(key);
    this.#stored = values;
    for (const key of Object.keys(changes)) delete this.#overrides[key];
  }

  /** Why the settings would be incompatible with these changes, one clause. */
  clash(changes: Changes): string | undefined {
    for (const { keys, problem } of this.#rules.agreements ?? []) {
      if (!keys.some(key => Object.hasOwn(changes, key))) continue;
      const found = problem(key =>
        Object.hasOwn(changes, key) ? (changes[key] ?? this.schema[key]!.default) : this.value(key),
      );
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /**
   * Takes what `storeAll` has stored into use. When one of the keys needs a restart, all of them wait for it, so that
   * what was stored together takes effect together; and whatever belongs to a waiting setting (`waitsFor`) waits with
   * it.
   * @returns the keys whose values in use may have changed
   */
  apply(keys: readonly string[]): readonly string[] {
    const all = Object.keys(this.schema);
    const needsRestart = (key: string) => this.schema[key]!.needsRestart;
    const changed = all.filter(key => keys.includes(key));
    const restart = changed.some(key => needsRestart(key) && this.waits(key));
    for (const key of changed) {
      const { waitsFor } = this.schema[key]!;
      const wait = restart || (waitsFor !== undefined && this.waits(waitsFor));
      if (wait && !needsRestart(key)) this.#waiting.add(key);
      else this.#waiting.delete(key);
    }
    const now = changed.filter(key => !needsRestart(key) && !this.#waiting.has(key));
    // The change they waited for was undone.
    if (!all.some(key => needsRestart(key) && this.waits(key))) {
      now.push(...all.filter(key => this.#waiting.has(key)));
      this.#waiting.clear();
    }
    for (const key of now) delete this.#held[key];
    return now;
  }

  /** Whether another value is in use until the next start. */
  waits(key: string): boolean {
    return this.#used(key) !== this.value(key);
  }

  /** All values in use. */
  values(): Values<S> {
    const values: Record<string, SettingValue> = {};
    for (const key of Object.keys(this.schema)) values[key] = this.#used(key);
    if (!areValues(this.schema, values)) throw new TypeError('values that are not of the schema');
    return values;
  }

  #used(key: string): SettingValue {
    return this.#held[key] ?? this.value(key);
  }
}
