/** Kinds of settings, and the check of a value against one. The list itself is schema.ts. */

export type SettingValue = string | number | boolean;

interface Common {
  readonly key: string;
  /** One line for `config list` and docs. */
  readonly help: string;
  /** Write-only: shown as "(set)" or "(not set)", never in logs, status or replies. */
  readonly secret: boolean;
  /** The value in use changes only after a restart. */
  readonly needsRestart: boolean;
  /** Key of a setting that it belongs to: while that one waits for a restart, this one waits with it. */
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

export interface ChoiceSetting extends Common {
  readonly type: 'choice';
  readonly default: string;
  readonly choices: readonly string[];
}

export type Setting = TextSetting | IntegerSetting | BooleanSetting | ChoiceSetting;

/** Whether `text` has no other characters than those of `allowed`. */
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

/** The same for text as typed. Integers are decimal digits, behind "-" where they may be negative; booleans are true/false, on/off, yes/no. */
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

/** A value as it may be shown: secrets never are. */
export function showValue(setting: Setting, value: SettingValue): SettingValue {
  if (!setting.secret) return value;
  return value === '' ? '(not set)' : '(set)';
}
