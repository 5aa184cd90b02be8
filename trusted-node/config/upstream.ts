/** Where work comes from: nothing set is the devnet's own ledger, a URL one's own Bitcoin node or a pool. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { NetworkName } from '../../firmware/domain/networks.js';
import { ConfigError, type Found, type KeyName, type Value } from './keys.js';
import type { HostPort } from './values.js';

/** How a Bitcoin node is reached, and who this one is there. */
export interface RpcConfig extends HostPort {
  readonly credentials:
    | { readonly kind: 'cookie'; readonly file: string }
    | { readonly kind: 'user'; readonly user: string; readonly passwordFile: string };
}

export interface BitcoinConfig {
  readonly rpc: RpcConfig;
  /** Further nodes that are offered found blocks. */
  readonly others: readonly RpcConfig[];
}

/** A pool, and who this node is there. */
export interface PoolConfig extends HostPort {
  readonly tls: boolean;
  readonly user: string;
  /** Undefined: the password that stands for none. */
  readonly passwordFile: string | undefined;
  readonly caFile: string | undefined;
}

export interface PoolsConfig {
  /** In the order in which they are wanted. */
  readonly pools: readonly PoolConfig[];
  readonly difficulty: string | undefined;
  readonly requirePayout: boolean;
}

export interface UpstreamConfig {
  readonly network: NetworkName;
  readonly bitcoin: BitcoinConfig | undefined;
  readonly pool: PoolsConfig | undefined;
}

type BitcoinNetwork = Exclude<NetworkName, 'devnet'>;

/** Bitcoin Core's ports and folders (chainparamsbase.cpp). */
const DEFAULTS: Readonly<Record<BitcoinNetwork, { readonly port: number; readonly folder: string }>> = {
  mainnet: { port: 8332, folder: '' },
  testnet4: { port: 48332, folder: 'testnet4' },
  signet: { port: 38332, folder: 'signet' },
  regtest: { port: 18443, folder: 'regtest' },
};

/** Settings that say something of a Bitcoin node. */
const OF_BITCOIN = ['rpcCookie', 'rpcUser', 'rpcPasswordFile', 'submitAlsoTo'] as const;

/** And of a pool. */
const OF_POOL = [
  'poolUser',
  'poolPasswordFile',
  'poolCa',
  'poolDifficulty',
  'pools',
  'requirePayout',
] as const;

type Get = <N extends KeyName>(name: N) => Value<N>;
type Find = (name: KeyName) => Found | undefined;

/**
 * @param get the checked value of a setting
 * @param find what was given for it, and where
 * @throws ConfigError
 */
export function readUpstream(get: Get, find: Find): UpstreamConfig {
  const upstream = get('upstream');
  const given = get('network');
  if (upstream?.kind !== 'pool') refuse(OF_POOL, find, 'goes with upstream, a pool');
  if (upstream?.kind !== 'bitcoin') refuse(OF_BITCOIN, find, 'goes with upstream, your own Bitcoin node');
  if (upstream === undefined)
    return { network: ownNetwork(given, find), bitcoin: undefined, pool: undefined };
  if (upstream.kind === 'pool')
    return { network: given ?? 'mainnet', bitcoin: undefined, pool: readPools(upstream.pool, get, find) };
  const url = upstream.node;
  const network = given ?? 'mainnet';
  if (network === 'devnet')
    throw new ConfigError(`${find('network')?.from}: the devnet has no Bitcoin node: leave out upstream`);
  if (get('payoutAddress') === undefined)
    throw new ConfigError(
      'payoutAddress: with a Bitcoin node as upstream, give an address of your own wallet',
    );
  const port = (own: number | undefined): number => own ?? DEFAULTS[network].port;
  const others = get('submitAlsoTo').map(other => ({
    host: other.url.host,
    port: port(other.url.port),
    credentials: credentialsOf(other.cookie ?? '', other.user, other.passwordFile),
  }));
  const [cookie, user, passwordFile] = [get('rpcCookie'), get('rpcUser'), get('rpcPasswordFile')];
  if ((user === undefined) !== (passwordFile === undefined))
    throw new ConfigError('rpcUser and rpcPasswordFile: both or neither');
  if (cookie !== undefined && user !== undefined)
    throw new ConfigError('rpcCookie and rpcUser: give one of them');
  const ownCookie = join(homedir(), '.bitcoin', DEFAULTS[network].folder, '.cookie');
  const credentials = credentialsOf(cookie ?? ownCookie, user, passwordFile);
  return {
    network,
    bitcoin: { rpc: { host: url.host, port: port(url.port), credentials }, others },
    pool: undefined,
  };
}

function refuse(names: readonly KeyName[], find: Find, why: string): void {
  for (const name of names) {
    const found = find(name);
    if (found) throw new ConfigError(`${found.from}: ${why}`);
  }
}

type PoolUrl = HostPort & { readonly tls: boolean };

function readPools(first: PoolUrl, get: Get, find: Find): PoolsConfig {
  const user = get('poolUser');
  if (user === undefined)
    throw new ConfigError('poolUser: a pool needs to know who works for it, for example ADDRESS.home');
  if (get('quorum') > 0)
    throw new ConfigError(`${find('quorum')?.from}: a pool shows no transactions for a quorum to judge`);
  if (Object.keys(get('groups')).length > 0)
    throw new ConfigError(`${find('groups')?.from}: with a pool all work is for one account`);
  const requirePayout = get('requirePayout') === 'yes';
  if (requirePayout && get('payoutAddress') === undefined)
    throw new ConfigError(
      `${find('requirePayout')?.from}: give the address that must be paid with payoutAddress`,
    );
  const own = { user, passwordFile: get('poolPasswordFile'), caFile: get('poolCa') };
  const further = get('pools').map(({ url, user: other, passwordFile, ca }) => ({
    ...url,
    user: other ?? own.user,
    passwordFile: passwordFile ?? own.passwordFile,
    caFile: ca ?? own.caFile,
  }));
  return { pools: [{ ...first, ...own }, ...further], difficulty: get('poolDifficulty'), requirePayout };
}

function credentialsOf(
  cookie: string,
  user: string | undefined,
  passwordFile: string | undefined,
): RpcConfig['credentials'] {
  return user !== undefined && passwordFile !== undefined
    ? { kind: 'user', user, passwordFile }
    : { kind: 'cookie', file: cookie };
}

/** Without a Bitcoin node: a ledger that began at the genesis of one of Bitcoin's own networks would be a lonely fork. */
function ownNetwork(network: NetworkName | undefined, find: Find): NetworkName {
  if (network === undefined || network === 'devnet' || network === 'regtest') return network ?? 'devnet';
  throw new ConfigError(
    `${find('network')?.from}: ${network} needs your own Bitcoin node: --upstream bitcoin://127.0.0.1:${DEFAULTS[network].port}`,
  );
}
