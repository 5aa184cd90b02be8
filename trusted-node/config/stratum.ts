/** The door for miners that speak Stratum V1: where it listens, and whom it lets in without a secret. */
import { ConfigError, type Found, type KeyName, type Value } from './keys.js';
import { type HostPort, OWN_GROUP } from './values.js';

export interface StratumConfig {
  readonly listen: HostPort | undefined;
  readonly tls: (HostPort & { readonly certFile: string; readonly keyFile: string }) | undefined;
  /** Payout groups whose miners need no secret. */
  readonly open: ReadonlySet<string>;
}

/**
 * @param pair the node's certificate and its key, if it has one
 * @throws ConfigError
 */
export function readStratum(
  get: <N extends KeyName>(name: N) => Value<N>,
  find: (name: KeyName) => Found | undefined,
  pair: { readonly certFile: string; readonly keyFile: string } | undefined,
): StratumConfig | undefined {
  const listen = get('stratum');
  const tls = get('stratumTls');
  const open = new Set(get('stratumOpen'));
  const from = find('stratumOpen')?.from;
  if (listen === undefined && tls === undefined) {
    if (open.size > 0) throw new ConfigError(`${from}: goes with stratum or stratumTls`);
    return undefined;
  }
  const groups = get('groups');
  for (const group of open)
    if (group !== OWN_GROUP && !Object.hasOwn(groups, group))
      throw new ConfigError(`${from}: there is no payout group "${group}" in groups`);
  return { listen, tls: tls && pair && { ...tls, ...pair }, open };
}
