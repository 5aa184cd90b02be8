/** One pool as the owner named it, and who this node is there. */

export interface PoolOptions {
  readonly host: string;
  readonly port: number;
  /** Certificates by name; with `ca` against these alone (PEM). */
  readonly tls: boolean;
  readonly ca: string | undefined;
  readonly user: string;
  /** Read at each connection: it is in nobody's memory longer than that. @throws Error when it cannot be read */
  readonly password: () => string;
}

/** host:port, for people. */
export function placeOf({ host, port }: Pick<PoolOptions, 'host' | 'port'>): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** What shares are kept under: another user's are nothing to this one. */
export function keyOf(pool: PoolOptions): string {
  return `${pool.user}@${placeOf(pool)}`;
}
