/**
 * Kinds of settings, how a part declares the ones that it owns, and the check of a value against one. The type of the
 * values follows from the declaration:
 *
 * @example
 * export const settings = {
 *   'mining.threads': integer({ default: 1, minimum: 1, maximum: 64, needsRestart: true, help: 'searcher threads' }),
 * };
 * type MiningValues = Values<typeof settings>; // { readonly 'mining.threads': number }
 * @module
 */

export type SettingValue = string | number | boolean;

interface Common {
  /** One line for `config list` and docs. */
  readonly help: string;
  /** Write-only: shown as "(set)" or "(not set)", never in logs, status or replies. */
  readonly secret: boolean;
  /** The value in use changes only after a restart. */
  readonly needsRestart: boolean;
  /** Key of a setting that it belongs to: while that one waits for a restart, so does this one. */
  readonly waitsFor?: string;
}

export interface TextSetting extends Common {
  readonly type: 'text';
  readonly default: string;
  readonly maxLength: number;
  /** Undefined when `value` (1 to maxLength printable ASCII characters) is allowed, else what is expected. */
  readonly check: (value: string) => string | undefined;
}

export interface IntegerSetting extends Common {
  readonly type: 'integer';
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
}

export interface BooleanSetting extends Common {
  readonly type: 'boolean';
  readonly default: boolean;
}

export interface ChoiceSetting<C extends string = string> extends Common {
  readonly type: 'choice';
  readonly default: C;
  readonly choices: readonly C[];
}

export type Setting = TextSetting | IntegerSetting | BooleanSetting | ChoiceSetting;

/** Settings by key, in the order in which they are listed. */
export type Schema = Readonly<Record<string, Setting>>;

export type ValueOf<S extends Setting> =
  S extends ChoiceSetting<infer C>
    ? C
    : S extends IntegerSetting
      ? number
      : S extends BooleanSetting
        ? boolean
        : string;

/** A value for each setting of a schema, by key. */
export type Values<S extends Schema> = { readonly [K in keyof S]: ValueOf<S[K]> };

type Needed<S extends Setting, K extends keyof S> = Omit<Partial<S>, K | 'type'> & Pick<S, K>;

const PLAIN = { secret: false, needsRestart: false };

/** Text, not set unless it has a default. */
export function text(options: Needed<TextSetting, 'help' | 'maxLength'>): TextSetting {
  return { ...PLAIN, default: '', check: () => undefined, ...options, type: 'text' };
}

export function integer(
  options: Needed<IntegerSetting, 'help' | 'default' | 'minimum' | 'maximum'>,
): IntegerSetting {
  return { ...PLAIN, ...options, type: 'integer' };
}

export function boolean(options: Needed<BooleanSetting, 'help' | 'default'>): BooleanSetting {
  return { ...PLAIN, ...options, type: 'boolean' };
}

/** One of a few words, which are also the type of its values. */
export function choice<const C extends string>(
  options: Needed<ChoiceSetting<C>, 'help' | 'default' | 'choices'>,
): ChoiceSetting<C> {
  return { ...PLAIN, ...options, type: 'choice' };
}

/** The setting of this name, which may be anything somebody typed. */
export function findSetting(schema: Schema, key: string): Setting | undefined {
  return Object.hasOwn(schema, key) ? schema[key] : undefined;
}

/** Whether these are values of all settings, each of its kind. Bounds were checked where a value came in. */
export function areValues<S extends Schema>(
  schema: S,
  values: Readonly<Record<string, SettingValue>>,
): values is Values<S> & typeof values {
  for (const key of Object.keys(schema)) {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    if (value === undefined || !isOfKind(schema[key]!, value)) return false;
  }
  return true;
}

function isOfKind(setting: Setting, value: SettingValue): boolean {
  switch (setting.type) {
    case 'text':
      return typeof value === 'string';
    case 'integer':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && setting.choices.includes(value);
  }
}

/** Whether all characters of `text` are in `allowed`. */
export function only(text: string, allowed: string): boolean {
  for (let i = 0; i < text.length; i++) if (!allowed.includes(text[i]!)) return false;
  return true;
}

export const LOWER = 'abcdefghijklmnopqrstuvwxyz';
export const DIGITS = '0123456789';

/** A value that passed, or why it did not: one clause without the value (it may be a secret). */
export type Checked = { readonly value: SettingValue } | { readonly error: string };

/** Checks a value of the right or wrong type against the schema. */
export function checkValue(setting: Setting, value: unknown): Checked {
  switch (setting.type) {
    case 'text': {
      if (typeof value !== 'string') return { error: 'expected text' };
      if (value === '') return { value }; // not set
      if (value.length > setting.maxLength) return { error: `longer than ${setting.maxLength} characters` };
      for (let i = 0; i < value.length; i++) {
        const code = value.charCodeAt(i);
        if (code < 0x20 || code > 0x7e) return { error: 'expected printable ASCII characters' };
      }
      const problem = setting.check(value);
      return problem === undefined ? { value } : { error: problem };
    }
    case 'integer':
      if (typeof value !== 'number' || !Number.isInteger(value)) return { error: 'expected an integer' };
      if (value < setting.minimum || value > setting.maximum) {
        return { error: `expected ${setting.minimum} to ${setting.maximum}` };
      }
      return { value };
    case 'boolean':
      return typeof value === 'boolean' ? { value } : { error: 'expected true or false' };
    case 'choice':
      return typeof value === 'string' && setting.choices.includes(value)
        ? { value }
        : { error: `expected one of ${setting.choices.join(', ')}` };
  }
}

/**
 * The same for text as typed. Integers are decimal digits, after "-" if they may be negative; booleans are true/false,
 * on/off, yes/no.
 */
export function parseValue(setting: Setting, text: string): Checked {
  if (setting.type === 'text' && text === '') return { error: 'expected a value (config unset clears it)' };
  if (setting.type === 'integer') {
    const digits = setting.minimum < 0 && text.startsWith('-') ? text.slice(1) : text;
    if (digits === '' || digits.length > 10 || !only(digits, DIGITS)) return { error: 'expected an integer' };
    return checkValue(setting, Number(text) + 0); // -0 is 0
  }
  if (setting.type === 'boolean') {
    if (text === 'true' || text === 'on' || text === 'yes') return { value: true };
    if (text === 'false' || text === 'off' || text === 'no') return { value: false };
    return { error: 'expected true or false' };
  }
  return checkValue(setting, text);
}

/** A value in displayable form: secrets are never shown. */
export function showValue(setting: Setting, value: SettingValue): SettingValue {
  if (!setting.secret) return value;
  return value === '' ? '(not set)' : '(set)';
}
