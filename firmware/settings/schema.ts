/** The settings of a board: what there is, what is allowed, what applies when nothing is stored. */
import { decodeAddress } from '../domain/address.js';
import { ADDRESS_PREFIXES } from '../domain/address-prefixes.js';
import { FormatError } from '../domain/bytes.js';
import { parseCheckpoint, parseShare } from '../parts/chain/policy.js';
import { MAX_SCHEDULE_TEXT, parseSchedule } from '../parts/idle/schedule.js';
import { parseFingerprint } from '../protocol/fingerprint.js';
import { hostProblem } from '../protocol/host.js';
import { DIGITS, LOWER, only, type Setting } from './kinds.js';

/** Every setting's value in use, by field name. */
export interface Settings {
  nodeHost: string;
  nodePort: number;
  nodeTls: boolean;
  nodeFingerprint: string;
  deviceId: string;
  deviceSecret: string;
  payoutAddress: string;
  payoutMode: string;
  payoutShare: string;
  payoutCheck: string;
  chainNetwork: string;
  chainCheckpoint: string;
  miningEnabled: boolean;
  miningThreads: number;
  miningPlan: string;
  miningBudget: number;
  miningSchedule: string;
  pausePin: number;
  pauseLevel: string;
  pauseTemperature: number;
  statusInterval: number;
  logLevel: string;
  wifiSsid: string;
  wifiPassword: string;
  wifi2Ssid: string;
  wifi2Password: string;
  wifi3Ssid: string;
  wifi3Password: string;
  timeServer: string;
  timeZone: number;
  displayBrightness: number;
  displayDim: number;
  displayOff: number;
  updateMode: string;
}

function checkFingerprint(value: string): string | undefined {
  return parseFingerprint(value) === undefined ? 'expected 64 hex digits, with or without colons' : undefined;
}

function checkDeviceId(value: string): string | undefined {
  return only(value, `${LOWER}${DIGITS}-`) && !value.startsWith('-')
    ? undefined
    : 'expected 1 to 32 of a-z, 0-9 and "-", not starting with "-"';
}

function checkSchedule(value: string): string | undefined {
  try {
    parseSchedule(value);
    return undefined;
  } catch (error) {
    if (error instanceof FormatError) return error.message;
    throw error;
  }
}

function checkAddress(value: string): string | undefined {
  try {
    decodeAddress(value);
    return undefined;
  } catch (error) {
    if (error instanceof FormatError) return error.message;
    throw error;
  }
}

function checkShare(value: string): string | undefined {
  return parseShare(value) === undefined ? 'expected 0.01 to 100, two decimals at most' : undefined;
}

function checkCheckpoint(value: string): string | undefined {
  return parseCheckpoint(value) === undefined ? 'expected HEIGHT:HASH, the hash of 64 hex digits' : undefined;
}

function checkPlan(value: string): string | undefined {
  return only(value, `${LOWER}${DIGITS}-+*`) ? undefined : 'expected auto, a backend or a plan';
}

/** WPA's own bounds; 64 hex digits are the key itself. Empty: an open network. */
function checkPassphrase(value: string): string | undefined {
  if (value.length < 8) return 'expected at least 8 characters';
  return value.length < 64 || only(value.toLowerCase(), `${DIGITS}abcdef`)
    ? undefined
    : 'expected at most 63 characters, or 64 hex digits';
}

/** Names and passwords of the networks that a board with Wi-Fi knows. */
function wifi(prefix: string, which: string): Setting[] {
  return [
    {
      ...plain,
      key: `${prefix}.ssid`,
      type: 'text',
      default: '',
      maxLength: 32,
      check: () => undefined,
      help: `name of ${which} Wi-Fi network (boards that have Wi-Fi)`,
    },
    {
      ...plain,
      key: `${prefix}.password`,
      type: 'text',
      default: '',
      maxLength: 64,
      check: checkPassphrase,
      secret: true,
      help: `password of ${which} Wi-Fi network, none for an open one; write-only`,
    },
  ];
}

const plain = { secret: false, needsRestart: false };

export const SETTINGS: readonly Setting[] = [
  {
    ...plain,
    key: 'node.host',
    type: 'text',
    default: '',
    maxLength: 254,
    check: hostProblem,
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
    key: 'node.tls',
    type: 'boolean',
    default: false,
    help: 'TLS to the trusted node; its port is usually 8883',
  },
  {
    ...plain,
    key: 'node.fingerprint',
    type: 'text',
    default: '',
    maxLength: 95,
    check: checkFingerprint,
    help: "SHA-256 of the node's certificate (mite-node tls fingerprint)",
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
    key: 'payout.address',
    waitsFor: 'chain.network',
    type: 'text',
    default: '',
    maxLength: 90,
    check: checkAddress,
    help: 'your payout address: jobs that pay it too little are refused; while it is not set, payouts are not checked',
  },
  {
    ...plain,
    key: 'payout.mode',
    waitsFor: 'chain.network',
    type: 'choice',
    default: 'solo',
    choices: ['solo', 'group'],
    help: 'whose a block is: you get 98 % of it (solo), or an output of it (group)',
  },
  {
    ...plain,
    key: 'payout.share',
    waitsFor: 'chain.network',
    type: 'text',
    default: '',
    maxLength: 6,
    check: checkShare,
    help: 'percent of subsidy and fees that you must get, as 98 or 12.5; replaces what payout.mode says',
  },
  {
    ...plain,
    key: 'payout.check',
    waitsFor: 'chain.network',
    type: 'choice',
    default: 'enforce',
    choices: ['enforce', 'warn'],
    help: 'what to do with a job that pays you too little: refuse it (enforce), or mine it with a warning (warn)',
  },
  {
    ...plain,
    key: 'chain.network',
    type: 'choice',
    default: 'devnet',
    choices: Object.keys(ADDRESS_PREFIXES),
    needsRestart: true,
    help: 'the network by whose rules the board checks headers, jobs and addresses',
  },
  {
    ...plain,
    key: 'chain.checkpoint',
    type: 'text',
    default: '',
    maxLength: 74,
    check: checkCheckpoint,
    needsRestart: true,
    help: 'HEIGHT:HASH of a block that the chain must contain; checking starts there; not set: the built-in one',
  },
  {
    ...plain,
    key: 'mining.enabled',
    type: 'boolean',
    default: true,
    help: 'whether mining starts by itself after a restart',
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
    key: 'mining.budget',
    type: 'integer',
    default: 100,
    minimum: 1,
    maximum: 100,
    help: 'percent of the time that each searcher thread works',
  },
  {
    ...plain,
    key: 'mining.schedule',
    type: 'text',
    default: '',
    maxLength: MAX_SCHEDULE_TEXT,
    check: checkSchedule,
    help: 'when to mine, as "mon-fri 22:00-06:00, sat-sun 00:00-24:00"; not set: always',
  },
  {
    ...plain,
    key: 'pause.pin',
    type: 'integer',
    default: -1,
    minimum: -1,
    maximum: 63,
    help: 'input pin that pauses mining while the appliance is busy; -1: none',
  },
  {
    ...plain,
    key: 'pause.level',
    type: 'choice',
    default: 'high',
    choices: ['high', 'low'],
    help: 'level of that pin that means busy',
  },
  {
    ...plain,
    key: 'pause.temperature',
    type: 'integer',
    default: 0,
    minimum: 0,
    maximum: 120,
    help: 'chip temperature, in degrees Celsius, at which mining pauses until it is 5 degrees cooler; 0: off',
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
  ...wifi('wifi', 'the'),
  ...wifi('wifi2', 'a second'),
  ...wifi('wifi3', 'a third'),
  {
    ...plain,
    key: 'time.server',
    type: 'text',
    default: 'pool.ntp.org',
    maxLength: 254,
    check: hostProblem,
    help: 'SNTP server, for boards whose system does not keep the time',
  },
  {
    ...plain,
    key: 'time.zone',
    type: 'integer',
    default: 0,
    minimum: -720,
    maximum: 840,
    help: 'minutes that mining.schedule is ahead of UTC; daylight saving time is not applied',
  },
  {
    ...plain,
    key: 'update.mode',
    type: 'choice',
    default: 'ask',
    choices: ['off', 'ask', 'auto'],
    help: 'what to do with a signed firmware update: refuse it (off), offer it here (ask), or install it (auto)',
  },
  {
    ...plain,
    key: 'display.brightness',
    type: 'integer',
    default: 80,
    minimum: 1,
    maximum: 100,
    help: 'percent of the backlight (boards with a display)',
  },
  {
    ...plain,
    key: 'display.dim',
    type: 'integer',
    default: 120,
    minimum: 0,
    maximum: 86400,
    help: 'seconds without a touch, a block or a fault until the display dims; 0: never',
  },
  {
    ...plain,
    key: 'display.off',
    type: 'integer',
    default: 1800,
    minimum: 0,
    maximum: 86400,
    help: 'seconds until it goes off; 0: never',
  },
];

export function findSetting(key: string): Setting | undefined {
  return SETTINGS.find(setting => setting.key === key);
}

/** Keys that have to be set before the board can connect to its node. @param wifi it joins a Wi-Fi by itself */
export function missingSettings(settings: Settings, wifi = false): string[] {
  const missing: string[] = [];
  const { wifiSsid, wifi2Ssid, wifi3Ssid } = settings;
  if (wifi && wifiSsid === '' && wifi2Ssid === '' && wifi3Ssid === '') missing.push('wifi.ssid');
  if (settings.nodeHost === '') missing.push('node.host');
  if (settings.nodeTls && settings.nodeFingerprint === '') missing.push('node.fingerprint');
  if (settings.deviceId === '') missing.push('device.id');
  if (settings.deviceSecret === '') missing.push('device.secret');
  return missing;
}
