/**
 * Configuration: the keys of keys.ts, read from flags, environment, a JSON file and defaults, in this order of
 * precedence. Every wrong value ends in a ConfigError of one line that names where it came from.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { NetworkName } from '../../firmware/domain/networks.js';
import { problemOf, textOf } from '../../programs/problems.js';
import type { LogLevel } from '../common/logger.js';
import {
  ConfigError,
  environmentName,
  type Found,
  flagName,
  KEYS,
  type KeyName,
  readValue,
  type Value,
} from './keys.js';
import { readStratum, type StratumConfig } from './stratum.js';
import { type BitcoinConfig, type PoolsConfig, readUpstream } from './upstream.js';
import { type HostPort, hasControls } from './values.js';

export { ConfigError } from './keys.js';
export type { BitcoinConfig, PoolConfig, PoolsConfig, RpcConfig } from './upstream.js';

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
  /** One's own Bitcoin node; undefined: the devnet's own ledger. */
  readonly bitcoin: BitcoinConfig | undefined;
  /** The pools that this node is a worker of; undefined: of none. */
  readonly pool: PoolsConfig | undefined;
  /** Embedded broker without TLS; undefined when off. */
  readonly listen: HostPort | undefined;
  /** Embedded broker with TLS; undefined without a certificate. */
  readonly tls: (HostPort & { readonly certFile: string; readonly keyFile: string }) | undefined;
  /** Undefined: off. */
  readonly stratum: StratumConfig | undefined;
  /** The page and the API; `chosen`: the owner named the address, so that the node does not start without it. */
  readonly http: (HostPort & { readonly chosen: boolean }) | undefined;
  readonly https: (HostPort & { readonly certFile: string; readonly keyFile: string }) | undefined;
  /** Names by which browsers may reach the page, besides addresses; lower case. */
  readonly httpNames: readonly string[];
  /** Set: no embedded broker. */
  readonly broker: BrokerConfig | undefined;
  /** Home Assistant's broker. */
  readonly homeAssistant: Omit<BrokerConfig, 'caFile'> | undefined;
  /** Where notifications are posted to; a secret. */
  readonly notifyUrl: string | undefined;
  /** The address that blocks pay; undefined: the first address of the node's own wallet, and with a pool not known. */
  readonly payoutAddress: string | undefined;
  /** Addresses of the payout groups that have their own. */
  readonly groups: ReadonlyMap<string, string>;
  /** A new template after this many seconds without a new tip. */
  readonly refreshSeconds: number;
  /** Expected hashes of the first share of a board that gives no rate; undefined: for 20 kH/s. */
  readonly startWork: bigint | undefined;
  /** Share rows are kept this long after they were paid for. */
  readonly keepDays: number;
  /** Distinct boards that must call a transaction valid before a template takes it; 0: none. */
  readonly quorum: number;
  /** Whether templates leave out what has no quorum, or it is only shown. */
  readonly quorumMode: 'report' | 'enforce';
  /** Seconds since a device was added before its verdicts count. */
  readonly quorumMinAge: number;
  /** One offer in this many, and the first to each board, is a spoilt copy; 0: none. */
  readonly probeEvery: number;
  readonly logLevel: LogLevel;
}

function readConfigFile(file: string): { [key: string]: unknown } {
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
    if (key !== '$schema' && !KEYS.some(known => known.name === key)) {
      throw new ConfigError(`config file ${file}: unknown key "${key}"`);
    }
  }
  return values as { [key: string]: unknown };
}

/** The files of `mite-node tls make` in the data directory. */
export const OWN_CERTIFICATE = 'tls-cert.pem';
export const OWN_KEY = 'tls-key.pem';

export function ownTlsFile(data: string, name: string): string {
  return join(data, name);
}

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
 * @param makesCertificate the caller makes the node's own certificate, so it need not exist yet
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
  const find = (name: KeyName): Found | undefined => {
    const key = KEYS.find(known => known.name === name);
    const flag = flags[name];
    if (flag !== undefined) return { value: flag, from: `--${flagName(name)}` };
    const variable = environment[environmentName(name)];
    if (variable !== undefined && !key?.fileOnly) return { value: variable, from: environmentName(name) };
    return Object.hasOwn(stored, name) ? { value: stored[name], from: `${configFile}: ${name}` } : undefined;
  };
  const get = <N extends KeyName>(name: N): Value<N> => readValue(name, find(name));

  const url = get('broker');
  const user = get('brokerUser');
  const secretFile = get('brokerPasswordFile');
  const fromFile = secretFile && readSecret(secretFile, find('brokerPasswordFile')?.from ?? '');
  const plainPassword = get('brokerPassword');
  if (fromFile !== undefined && plainPassword !== undefined) {
    throw new ConfigError('brokerPassword and brokerPasswordFile: give one of them');
  }
  const password = fromFile ?? plainPassword;
  const caFile = get('brokerCa');
  if (url === undefined) {
    for (const name of ['brokerUser', 'brokerPassword', 'brokerPasswordFile', 'brokerCa'] as const) {
      const found = find(name);
      if (found) throw new ConfigError(`${found.from}: goes with broker`);
    }
  }

  const listen = get('listen') ?? { host: '127.0.0.1', port: 1883 };
  const data = resolve(get('data'));
  let certFile = get('tlsCert');
  let keyFile = get('tlsKey');
  const tlsListen = get('tlsListen');
  if ((certFile === undefined) !== (keyFile === undefined)) {
    throw new ConfigError('tlsCert and tlsKey: both or neither');
  }
  const isGiven = certFile !== undefined;
  const forMiners = find('stratumTls') !== undefined;
  if ((tlsListen !== undefined || forMiners) && certFile === undefined) {
    certFile = ownTlsFile(data, OWN_CERTIFICATE);
    keyFile = ownTlsFile(data, OWN_KEY);
    if (!makesCertificate && !existsSync(certFile))
      throw new ConfigError(
        `${forMiners ? 'stratumTls' : 'tlsListen'}: needs tlsCert and tlsKey, or those of "mite-node tls make"`,
      );
  }
  const pair = certFile !== undefined && keyFile !== undefined ? { certFile, keyFile } : undefined;
  const stratum = readStratum(get, find, pair);
  const boardTls = isGiven || tlsListen !== undefined ? pair : undefined;
  if (url === undefined && listen === 'off' && boardTls === undefined && stratum === undefined) {
    throw new ConfigError('listen: off needs a TLS listener or an external broker');
  }
  for (const name of ['listen', 'tlsListen', 'tlsCert'] as const) {
    const found = find(name);
    if (url !== undefined && found && !(name === 'tlsCert' && forMiners))
      throw new ConfigError(`${found.from}: does not go with an external broker`);
  }

  const http = get('http');
  const https = get('https');
  const pageCert = certFile ?? ownTlsFile(data, OWN_CERTIFICATE);
  if (https !== undefined && !makesCertificate && !existsSync(pageCert))
    throw new ConfigError('https: needs tlsCert and tlsKey, or those of "mite-node tls make"');

  const home = get('homeAssistant');
  const homeUser = get('homeAssistantUser');
  const homeFile = get('homeAssistantPasswordFile');
  for (const name of ['homeAssistantUser', 'homeAssistantPasswordFile'] as const) {
    const found = find(name);
    if (home === undefined && found) throw new ConfigError(`${found.from}: goes with homeAssistant`);
  }

  const notifyFile = get('notifyFile');
  const notifyUrl = notifyFile && readSecret(notifyFile, find('notifyFile')?.from ?? '');
  if (notifyUrl !== undefined && !/^https?:\/\/[^\s/]+(\/\S*)?$/.test(notifyUrl))
    throw new ConfigError(
      `${find('notifyFile')?.from}: ${notifyFile} must hold an address: https://ntfy.sh/TOPIC`,
    );

  const startWork = get('startWork');
  const upstream = readUpstream(get, find);
  return {
    data,
    ...upstream,
    listen: url !== undefined || listen === 'off' ? undefined : listen,
    tls:
      url === undefined && boardTls !== undefined
        ? { ...(tlsListen ?? { host: '127.0.0.1', port: 8883 }), ...boardTls }
        : undefined,
    stratum,
    http:
      http === 'off'
        ? undefined
        : { ...(http ?? { host: '127.0.0.1', port: 8330 }), chosen: http !== undefined },
    https: https && { ...https, certFile: pageCert, keyFile: keyFile ?? ownTlsFile(data, OWN_KEY) },
    httpNames: get('httpNames'),
    broker: url === undefined ? undefined : { url, user, password, caFile },
    homeAssistant:
      home === undefined
        ? undefined
        : {
            url: home,
            user: homeUser,
            password: homeFile && readSecret(homeFile, find('homeAssistantPasswordFile')?.from ?? ''),
          },
    notifyUrl,
    payoutAddress: get('payoutAddress'),
    groups: new Map(Object.entries(get('groups'))),
    refreshSeconds: get('refreshSeconds'),
    startWork: startWork === undefined ? undefined : BigInt(startWork),
    keepDays: get('keepDays'),
    quorum: get('quorum'),
    quorumMode: get('quorumMode') ?? (upstream.bitcoin === undefined ? 'enforce' : 'report'),
    quorumMinAge: get('quorumMinAge'),
    probeEvery: get('probeEvery'),
    logLevel: get('logLevel'),
  };
}
