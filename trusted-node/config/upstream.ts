/** Where templates come from: nothing set is the devnet's own ledger, a URL one's own Bitcoin node. */
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

type Get = <N extends KeyName>(name: N) => Value<N>;
type Find = (name: KeyName) => Found | undefined;

/**
 * @param get the checked value of a setting
 * @param find what was given for it, and where
 * @throws ConfigError
 */
export function readUpstream(
  get: Get,
  find: Find,
): { readonly network: NetworkName; readonly bitcoin: BitcoinConfig | undefined } {
  const url = get('upstream');
  const given = get('network');
  if (url === undefined) return { network: ownNetwork(given, find), bitcoin: undefined };
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
  return { network, bitcoin: { rpc: { host: url.host, port: port(url.port), credentials }, others } };
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
  for (const name of OF_BITCOIN) {
    const found = find(name);
    if (found) throw new ConfigError(`${found.from}: goes with upstream`);
  }
  if (network === undefined || network === 'devnet' || network === 'regtest') return network ?? 'devnet';
  throw new ConfigError(
    `${find('network')?.from}: ${network} needs your own Bitcoin node: --upstream bitcoin://127.0.0.1:${DEFAULTS[network].port}`,
  );
}
