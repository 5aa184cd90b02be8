/** The settings of a board: what there is, what is allowed, what applies when nothing is stored. */

export type SettingValue = string | number | boolean;

interface Common {
  readonly key: string;
  /** One line for `config list` and docs. */
  readonly help: string;
  /** Write-only: shown as "(set)" or "(not set)", never in logs, status or replies. */
  readonly secret: boolean;
  /** The value in use changes only after a restart. */
  readonly needsRestart: boolean;
}

export interface TextSetting extends Common {
  readonly type: 'text';
  readonly default: string;
  readonly maxLength: number;
  /** Undefined when `value` (printable ASCII, at most maxLength) is allowed, else what is expected. '' = not set. */
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

/** Every setting's value in use, by field name. */
export interface Settings {
  nodeHost: string;
  nodePort: number;
  deviceId: string;
  deviceSecret: string;
  miningEnabled: boolean;
  miningThreads: number;
  miningPlan: string;
  statusInterval: number;
  logLevel: string;
}

function only(text: string, allowed: string): boolean {
  for (let i = 0; i < text.length; i++) if (!allowed.includes(text[i]!)) return false;
  return true;
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';

function checkHost(value: string): string | undefined {
  const allowed = `${LOWER}${LOWER.toUpperCase()}${DIGITS}.-:`;
  return only(value, allowed) && !value.startsWith('-') ? undefined : 'expected a host name or an IP address';
}

function checkDeviceId(value: string): string | undefined {
  return only(value, `${LOWER}${DIGITS}-`) && !value.startsWith('-')
    ? undefined
    : 'expected 1 to 32 of a-z, 0-9 and "-", not starting with "-"';
}

function checkPlan(value: string): string | undefined {
  return only(value, `${LOWER}${DIGITS}-+*`) ? undefined : 'expected auto, a backend or a plan';
}

const plain = { secret: false, needsRestart: false };

export const SETTINGS: readonly Setting[] = [
  {
    ...plain,
    key: 'node.host',
    type: 'text',
    default: '',
    maxLength: 253,
    check: checkHost,
    help: 'host name or address of the trusted node',
  },
  {
    ...plain,
    key: 'node.port',
    type: 'integer',
    default: 1883,
    minimum: 1,
    maximum: 65535,
    help: 'MQTT port of the trusted node',
  },
  {
    ...plain,
    key: 'device.id',
    type: 'text',
    default: '',
    maxLength: 32,
    check: checkDeviceId,
    help: 'name of this board at the node (mite-node device add)',
  },
  {
    ...plain,
    key: 'device.secret',
    type: 'text',
    default: '',
    maxLength: 128,
    check: () => undefined,
    secret: true,
    help: 'secret of this board at the node; write-only',
  },
  {
    ...plain,
    key: 'mining.enabled',
    type: 'boolean',
    default: true,
    help: 'whether mining begins by itself after a start',
  },
  {
    ...plain,
    key: 'mining.threads',
    type: 'integer',
    default: 1,
    minimum: 1,
    maximum: 64,
    needsRestart: true,
    help: 'searcher threads',
  },
  {
    ...plain,
    key: 'mining.plan',
    type: 'text',
    default: 'auto',
    maxLength: 95,
    check: checkPlan,
    needsRestart: true,
    help: 'search backends of the threads: auto (the fastest), a backend or a plan, as bench shows them',
  },
  {
    ...plain,
    key: 'status.interval',
    type: 'integer',
    default: 10,
    minimum: 1,
    maximum: 3600,
    help: 'seconds between status messages to the node',
  },
  {
    ...plain,
    key: 'log.level',
    type: 'choice',
    default: 'info',
    choices: ['error', 'warn', 'info', 'debug'],
    help: 'which log lines the console shows',
  },
];

export function findSetting(key: string): Setting | undefined {
  return SETTINGS.find(setting => setting.key === key);
}

/** A value that passed, or why it did not: one clause without the value (it may be a secret). */
export type Checked = { readonly value: SettingValue } | { readonly error: string };

/** Checks a value of the right or wrong type against the schema. */
export function checkValue(setting: Setting, value: unknown): Checked {
  switch (setting.type) {
    case 'text': {
      if (typeof value !== 'string') return { error: 'expected text' };
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

/** The same for text as typed. Integers are decimal digits only; booleans are true/false, on/off, yes/no. */
export function parseValue(setting: Setting, text: string): Checked {
  if (setting.type === 'text' && text === '') return { error: 'expected a value (config unset clears it)' };
  if (setting.type === 'integer') {
    if (text === '' || text.length > 10 || !only(text, DIGITS)) return { error: 'expected an integer' };
    return checkValue(setting, Number(text));
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

/** Keys that have to be set before the board can connect to its node. */
export function missingSettings(settings: Settings): string[] {
  const missing: string[] = [];
  if (settings.nodeHost === '') missing.push('node.host');
  if (settings.deviceId === '') missing.push('device.id');
  if (settings.deviceSecret === '') missing.push('device.secret');
  return missing;
}
