/**
 * Configuration: one table of keys, read from flags, environment, a JSON file and defaults, in this order of
 * precedence. Every wrong value ends in a ConfigError of one line that names where it came from.
 */
import { existsSync, readFileSync } from 'node:fs';
import { isIPv4, isIPv6 } from 'node:net';
import { join, resolve } from 'node:path';
import { NETWORKS, type NetworkName } from '../../firmware/domain/networks.js';
import { isDeviceId } from '../../firmware/protocol/mite/topics.js';
import { problemOf, textOf } from '../../programs/problems.js';
import { LOG_LEVELS, type LogLevel } from '../common/logger.js';

/** A wrong configuration; the message is one line, meant for the user. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export interface HostPort {
  readonly host: string;
  readonly port: number;
}

/** External broker; TLS when the URL says mqtts. */
export interface BrokerConfig {
  readonly url: string;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly caFile: string | undefined;
}

export interface NodeConfig {
  /** Directory of the database, the wallet and the lock; absolute. */
  readonly data: string;
  readonly network: NetworkName;
  /** Embedded broker without TLS; undefined when off. */
  readonly listen: HostPort | undefined;
  /** Embedded broker with TLS; undefined without a certificate. */
  readonly tls: (HostPort & { readonly certFile: string; readonly keyFile: string }) | undefined;
  /** Set: no embedded broker. */
  readonly broker: BrokerConfig | undefined;
  /** Where blocks pay to; undefined: the first address of the own wallet. */
  readonly payoutAddress: string | undefined;
  /** Address of each payout group that has its own. */
  readonly groups: ReadonlyMap<string, string>;
  /** A new template after this many seconds without a new tip. */
  readonly refreshSeconds: number;
  /** Expected hashes of the first share of a board that gives no rate; undefined: for 20 kH/s. */
  readonly startWork: bigint | undefined;
  /** Share rows are kept this long after they were paid for. */
  readonly keepDays: number;
  /** Distinct boards that must call a transaction valid before a template takes it; 0: none. */
  readonly quorum: number;
  /** Seconds since a device was added before its verdicts count. */
  readonly quorumMinAge: number;
  /** One offer in so many, and the first to each board, is a spoilt copy; 0: none. */
  readonly probeEvery: number;
  readonly logLevel: LogLevel;
}

type Values = { [key: string]: unknown };

interface Key {
  /** Name in the file; the flag is the kebab form, the environment variable MITE_ and the upper snake form. */
  readonly name: string;
  readonly help: string;
  /** Argument of the flag as shown by --help; undefined: no flag (a secret, or too much for a line). */
  readonly argument?: string;
  /** No environment variable. */
  readonly fileOnly?: boolean;
}

const MAX_QUORUM = 64;

export const KEYS: readonly Key[] = [
  { name: 'data', argument: '<dir>', help: 'data directory: database, wallet, keys (default: ./.mite)' },
  { name: 'network', argument: '<name>', help: 'devnet (default) or regtest' },
  {
    name: 'listen',
    argument: '<host:port>',
    help: 'where boards connect without TLS (default: 127.0.0.1:1883), or off',
  },
  {
    name: 'tlsListen',
    argument: '<host:port>',
    help: 'where boards connect with TLS (default: 127.0.0.1:8883 with --tls-cert, else off)',
  },
  { name: 'tlsCert', argument: '<file>', help: 'certificate for TLS, PEM' },
  { name: 'tlsKey', argument: '<file>', help: 'its private key, PEM' },
  {
    name: 'broker',
    argument: '<url>',
    help: 'external broker instead of the built-in one: mqtt://host:port or mqtts://host:port',
  },
  { name: 'brokerUser', argument: '<name>', help: 'user name at the external broker (default: mite-node)' },
  {
    name: 'brokerPasswordFile',
    argument: '<file>',
    help: 'file with the password for the external broker',
  },
  { name: 'brokerPassword', help: 'that password itself' },
  {
    name: 'brokerCa',
    argument: '<file>',
    help: "certificate authority of the external broker, PEM (default: the system's)",
  },
  {
    name: 'payoutAddress',
    argument: '<address>',
    help: "address that blocks pay (default: the wallet's first)",
  },
  { name: 'groups', fileOnly: true, help: 'payout groups with an address of their own: {"name": "address"}' },
  {
    name: 'refreshSeconds',
    argument: '<n>',
    help: 'seconds until boards get a new template on the same tip (default: 30)',
  },
  {
    name: 'startWork',
    argument: '<hashes>',
    help: 'hashes the first share is to take a board that tells no rate',
  },
  {
    name: 'keepDays',
    argument: '<n>',
    help: 'days that shares are kept after they were paid for (default: 90)',
  },
  {
    name: 'quorum',
    argument: '<n>',
    help: 'boards that must find a transaction valid before it is mined, 0 to 64 (default: 0)',
  },
  {
    name: 'quorumMinAge',
    argument: '<seconds>',
    help: 'seconds since a device was added before its verdicts count (default: 0)',
  },
  {
    name: 'probeEvery',
    argument: '<n>',
    help: 'offer one in n transactions spoilt, to catch boards that sign without looking (default: 50; 0: never)',
  },
  { name: 'logLevel', argument: '<level>', help: `${LOG_LEVELS.join(', ')} (default: info)` },
];

export function flagName(key: string): string {
  return key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}

export function environmentName(key: string): string {
  return `MITE_${flagName(key).replaceAll('-', '_').toUpperCase()}`;
}

interface Found {
  readonly value: unknown;
  readonly from: string;
}

function readConfigFile(file: string): Values {
  let text: string;
  try {
    text = textOf(readFileSync(file));
  } catch (error) {
    throw new ConfigError(`config file ${file}: ${problemOf(error)}`);
  }
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch {
    // The parser's message may quote the text, which may hold a password.
    throw new ConfigError(`config file ${file}: not valid JSON`);
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw new ConfigError(`config file ${file}: not a JSON object`);
  }
  for (const key of Object.keys(values)) {
    if (!KEYS.some(known => known.name === key)) {
      throw new ConfigError(`config file ${file}: unknown key "${key}"`);
    }
  }
  return values as Values;
}

const text = ({ value, from }: Found): string => {
  if (value === '') throw new ConfigError(`${from}: must not be empty`);
  if (typeof value !== 'string') throw new ConfigError(`${from}: must be a text, in quotes`);
  if (hasControls(value)) throw new ConfigError(`${from}: must have no control characters in it`);
  return value;
};

function hasControls(value: string): boolean {
  return [...value].some(character => character < ' ' || (character >= '\x7f' && character < '\xa0'));
}

/** A user of the broker as its password and ACL files can hold it. */
export function brokerUserName(found: Found): string {
  const user = text(found);
  if (user.trim() !== user || user.includes(':'))
    throw new ConfigError(`${found.from}: must have no colon in it, and no space at its ends`);
  return user;
}

function integer(found: Found, minimum: number, maximum: number): number {
  const { value, from } = found;
  const number = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
  if (!Number.isSafeInteger(number) || (number as number) < minimum || (number as number) > maximum) {
    throw new ConfigError(`${from}: must be a whole number from ${minimum} to ${maximum}`);
  }
  return number as number;
}

function oneOf<T extends string>(found: Found, names: readonly T[]): T {
  const name = names.find(one => one === found.value);
  if (name === undefined) throw new ConfigError(`${found.from}: must be one of ${names.join(', ')}`);
  return name;
}

/** Bitcoin's own networks have a chain already; a ledger that starts at their genesis would be a lonely fork. */
function ownNetwork(found: Found): NetworkName {
  const own: readonly NetworkName[] = ['devnet', 'regtest'];
  if (Object.hasOwn(NETWORKS, String(found.value)) && !own.includes(found.value as NetworkName)) {
    throw new ConfigError(
      `${found.from}: ${found.value} needs a Bitcoin node behind this one, which is not supported yet`,
    );
  }
  return oneOf(found, own);
}

/** "host:port" or "[v6]:port"; port 0 lets the system choose. */
function hostPort(found: Found): HostPort {
  const expected = 'must be host:port, for example 0.0.0.0:1883';
  const { value, from } = found;
  if (value === '') throw new ConfigError(`${from}: ${expected}; it is empty`);
  const match = /^(?:\[([0-9a-fA-F:.]+(?:%[\w.-]+)?)\]|([A-Za-z0-9._-]+)):(\d{1,5})$/.exec(text(found));
  if (!match) throw new ConfigError(`${from}: ${expected}`);
  const [, v6, name] = match;
  const port = Number(match[3]);
  if (port > 65_535) throw new ConfigError(`${from}: ${expected}; a port is at most 65535`);
  if (v6 !== undefined && !isIPv6(v6)) throw new ConfigError(`${from}: ${v6} is no IPv6 address`);
  if (name !== undefined && /^[\d.]+$/.test(name) && !isIPv4(name))
    throw new ConfigError(`${from}: ${name} is no IPv4 address`);
  return { host: (v6 ?? name) as string, port };
}

function brokerUrl(found: Found): string {
  let url: URL;
  try {
    url = new URL(text(found));
  } catch {
    throw new ConfigError(`${found.from}: must be a URL, for example mqtt://broker.lan:1883`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new ConfigError(
      `${found.from}: a URL with a user or password ends up in process lists and logs; use brokerUser and brokerPasswordFile`,
    );
  }
  if (
    (url.protocol !== 'mqtt:' && url.protocol !== 'mqtts:') ||
    url.hostname === '' ||
    url.port === '0' ||
    !/^\/?$/.test(url.pathname) ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    throw new ConfigError(`${found.from}: must be mqtt://host:port or mqtts://host:port`);
  }
  return `${url.protocol}//${url.host}`;
}

function readGroups({ value, from }: Found): Map<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ConfigError(`${from}: must be an object of group names and addresses`);
  }
  const groups = new Map<string, string>();
  for (const [name, address] of Object.entries(value)) {
    if (!isGroupName(name)) {
      throw new ConfigError(`${from}: group "${name}" must be 1 to 32 of a-z, 0-9 and -, not led by -`);
    }
    groups.set(name, text({ value: address, from: `${from}: group "${name}"` }));
  }
  return groups;
}

/** The files of `mite-node tls make` in the data directory. */
export const OWN_CERTIFICATE = 'tls-cert.pem';
export const OWN_KEY = 'tls-key.pem';

export function ownTlsFile(data: string, name: string): string {
  return join(data, name);
}

/** Payout groups are named like devices. */
export const isGroupName = isDeviceId;

function readSecret(file: string, from: string): string {
  try {
    const secret = textOf(readFileSync(file)).replace(/\r?\n$/, '');
    if (secret === '') throw new ConfigError(`${from}: ${file} is empty`);
    if (hasControls(secret)) throw new ConfigError(`${from}: ${file} must hold the password on one line`);
    return secret;
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`${from}: ${file}: ${problemOf(error)}`);
  }
}

/**
 * @param flags values by key name, as given on the command line; undefined ones were not given
 * @param file the file of --config; undefined: MITE_CONFIG or none
 * @param makesCertificate the caller makes the node's own certificate, so it need not be there yet
 * @throws ConfigError
 */
export function readConfig(
  flags: { readonly [key: string]: string | undefined },
  environment: NodeJS.ProcessEnv,
  file?: string,
  makesCertificate = false,
): NodeConfig {
  const configFile = file ?? environment.MITE_CONFIG;
  if (configFile === '')
    throw new ConfigError(
      `${file === undefined ? 'MITE_CONFIG' : '--config'}: must name a file; it is empty`,
    );
  const stored = configFile === undefined ? {} : readConfigFile(configFile);
  const find = (name: string): Found | undefined => {
    const key = KEYS.find(known => known.name === name);
    const flag = flags[name];
    if (flag !== undefined) return { value: flag, from: `--${flagName(name)}` };
    const variable = environment[environmentName(name)];
    if (variable !== undefined && !key?.fileOnly) return { value: variable, from: environmentName(name) };
    return Object.hasOwn(stored, name) ? { value: stored[name], from: `${configFile}: ${name}` } : undefined;
  };
  const get = <T>(name: string, read: (found: Found) => T): T | undefined => {
    const found = find(name);
    return found === undefined ? undefined : read(found);
  };

  const url = get('broker', brokerUrl);
  const user = get('brokerUser', brokerUserName);
  const passwordFile = get('brokerPasswordFile', found => readSecret(text(found), found.from));
  const plainPassword = get('brokerPassword', text);
  if (passwordFile !== undefined && plainPassword !== undefined) {
    throw new ConfigError('brokerPassword and brokerPasswordFile: give one of them');
  }
  const password = passwordFile ?? plainPassword;
  const caFile = get('brokerCa', text);
  if (url === undefined) {
    for (const name of ['brokerUser', 'brokerPassword', 'brokerPasswordFile', 'brokerCa']) {
      const found = find(name);
      if (found) throw new ConfigError(`${found.from}: goes with broker`);
    }
  }

  const off = (found: Found): HostPort | 'off' => (found.value === 'off' ? 'off' : hostPort(found));
  const listen = get('listen', off) ?? { host: '127.0.0.1', port: 1883 };
  const data = resolve(get('data', text) ?? '.mite');
  let certFile = get('tlsCert', text);
  let keyFile = get('tlsKey', text);
  const tlsListen = get('tlsListen', hostPort);
  if ((certFile === undefined) !== (keyFile === undefined)) {
    throw new ConfigError('tlsCert and tlsKey: both or neither');
  }
  if (tlsListen !== undefined && certFile === undefined) {
    certFile = ownTlsFile(data, OWN_CERTIFICATE);
    keyFile = ownTlsFile(data, OWN_KEY);
    if (!makesCertificate && !existsSync(certFile))
      throw new ConfigError('tlsListen: needs tlsCert and tlsKey, or those of "mite-node tls make"');
  }
  if (url === undefined && listen === 'off' && certFile === undefined) {
    throw new ConfigError('listen: off needs a TLS listener or an external broker');
  }
  for (const name of ['listen', 'tlsListen', 'tlsCert']) {
    const found = find(name);
    if (url !== undefined && found)
      throw new ConfigError(`${found.from}: does not go with an external broker`);
  }

  return {
    data,
    network: get('network', ownNetwork) ?? ('devnet' as const),
    listen: url !== undefined || listen === 'off' ? undefined : listen,
    tls:
      url === undefined && certFile !== undefined && keyFile !== undefined
        ? { ...(tlsListen ?? { host: '127.0.0.1', port: 8883 }), certFile, keyFile }
        : undefined,
    broker: url === undefined ? undefined : { url, user: user ?? 'mite-node', password, caFile },
    payoutAddress: get('payoutAddress', text),
    groups: get('groups', readGroups) ?? new Map<string, string>(),
    refreshSeconds: get('refreshSeconds', found => integer(found, 1, 3600)) ?? 30,
    startWork: get('startWork', found => BigInt(integer(found, 1, Number.MAX_SAFE_INTEGER))),
    keepDays: get('keepDays', found => integer(found, 1, 36_500)) ?? 90,
    quorum: get('quorum', found => integer(found, 0, MAX_QUORUM)) ?? 0,
    quorumMinAge: get('quorumMinAge', found => integer(found, 0, 315_360_000)) ?? 0,
    probeEvery: get('probeEvery', found => integer(found, 0, 1_000_000)) ?? 50,
    logLevel: get('logLevel', found => oneOf(found, LOG_LEVELS)) ?? 'info',
  };
}
