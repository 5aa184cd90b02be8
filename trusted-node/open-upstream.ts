/** The upstream that the configuration names: the devnet's ledger, one's own Bitcoin node, or a pool. */
import { hashToDisplay } from '../firmware/domain/bytes.js';
import { NETWORKS } from '../firmware/domain/networks.js';
import type { Clock } from './common/clock.js';
import type { NodeEvent } from './common/events.js';
import { useNativeHashing } from './common/hash.js';
import type { Logger } from './common/logger.js';
import { SingleFlight } from './common/single-flight.js';
import { type BitcoinConfig, ConfigError, type NodeConfig, type PoolsConfig } from './config/config.js';
import type { Ledger } from './ledger/types.js';
import { openPool, type PoolStatus, poolQueries, poolStatus } from './open-pool.js';
import type { ChainQueries } from './ports/chain-queries.js';
import type { Store } from './ports/store.js';
import type { Upstream } from './ports/upstream.js';
import { readValue, writeValue } from './store/named-values.js';
import { databaseFile } from './store/store.js';
import { bitcoinQueries } from './upstream/bitcoin/queries.js';
import { RpcClient } from './upstream/bitcoin/rpc.js';
import { BitcoinUpstream } from './upstream/bitcoin/upstream.js';
import { hasDevnet, openDevnet } from './upstream/devnet/devnet.js';

export interface OpenUpstream {
  readonly upstream: Upstream;
  readonly queries: ChainQueries;
  /** Of the devnet. */
  readonly ledger: Ledger | undefined;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly emit: (event: NodeEvent) => void;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

/** The named value that says how it stands with the Bitcoin node, or the pool: for `mite-node status`. */
const STATUS = 'upstream';

export interface StoredStatus {
  readonly network: string;
  /** host:port */
  readonly node: string;
  readonly state: string;
  readonly reason: string;
  readonly height: number;
  /** Display order. */
  readonly hash: string;
  /** Of the newest block, seconds since 1970. */
  readonly time: number;
  /** When this was stored, milliseconds since 1970. */
  readonly at: number;
  /** Of a node that works for a pool: `node` is the pool's place, `height` and `time` are of its newest job. */
  readonly pool?: PoolStatus;
}

/** Undefined where the data directory is not that of a node with a Bitcoin node or a pool behind it. */
export async function storedStatus(db: Store['db']): Promise<StoredStatus | undefined> {
  const text = await readValue(db, STATUS);
  return text === undefined ? undefined : (JSON.parse(text) as StoredStatus);
}

export function rpcClients({ rpc, others }: BitcoinConfig): { rpc: RpcClient; others: RpcClient[] } {
  return { rpc: new RpcClient(rpc), others: others.map(other => new RpcClient(other)) };
}

/** @throws ConfigError when the data directory belongs to another chain, StorageError, Error */
export async function openUpstream(config: NodeConfig, options: OpenOptions): Promise<OpenUpstream> {
  const { store, clock } = options;
  const { data, network, bitcoin, pool } = config;
  const known = await storedStatus(store.db);
  if (bitcoin !== undefined || pool !== undefined) {
    if (known !== undefined && known.network !== network)
      throw new ConfigError(`network: ${data} is of ${known.network}; use another data directory`);
    if (known === undefined && (await hasDevnet(store)))
      throw new ConfigError(`upstream: ${data} holds a chain of its own; use another data directory`);
    return pool !== undefined ? openPools(config, pool, options) : openBitcoin(config, bitcoin!, options);
  }
  if (known !== undefined)
    throw new ConfigError(
      `upstream: ${data} is of a node with a Bitcoin node or a pool (${known.network}); give --upstream`,
    );
  const devnet = await openDevnet({ file: databaseFile(data), store, network, clock });
  return { ...devnet, close: () => devnet.close() };
}

async function openBitcoin(
  { data, network }: NodeConfig,
  bitcoin: BitcoinConfig,
  { store, clock, log, emit, now }: OpenOptions,
): Promise<OpenUpstream> {
  useNativeHashing();
  const clients = rpcClients(bitcoin);
  const rules = NETWORKS[network];
  const keep = new SingleFlight(() =>
    writeStatus().catch(error =>
      log.error({ err: error }, 'the state of the Bitcoin node could not be stored'),
    ),
  );
  const upstream = new BitcoinUpstream({
    ...clients,
    rules,
    data,
    log,
    clock,
    now,
    onState: (state, reason) => {
      emit({ event: 'upstream', state, reason });
      void keep.rerun();
    },
  });
  const writeStatus = async (): Promise<void> => {
    const { hash, height, time } = upstream.tip();
    const status: StoredStatus = {
      network,
      node: clients.rpc.place,
      ...upstream.state,
      height,
      hash: hashToDisplay(hash),
      time,
      at: Date.now(),
    };
    await writeValue(store.db, STATUS, JSON.stringify(status));
  };
  await keep.rerun();
  upstream.onTip(() => void keep.rerun());
  return {
    upstream,
    queries: bitcoinQueries(clients.rpc, upstream),
    ledger: undefined,
    close: async () => {
      await upstream.close();
      await keep.ended();
    },
  };
}

async function openPools(
  config: NodeConfig,
  pools: PoolsConfig,
  { store, log, emit, now }: OpenOptions,
): Promise<OpenUpstream> {
  let shown: Parameters<typeof poolStatus>[0] | undefined;
  const keep = new SingleFlight(() =>
    writeStatus().catch(error => log.error({ err: error }, 'the state of the pool could not be stored')),
  );
  const writeStatus = async (): Promise<void> => {
    if (shown === undefined) return;
    const { hash, height, time } = shown.tip();
    const { place: node, state, reason } = shown.status;
    const tip = { height, hash: hashToDisplay(hash), time };
    const { network } = config;
    const status: StoredStatus = {
      network,
      node,
      state,
      reason,
      ...tip,
      at: Date.now(),
      pool: poolStatus(shown),
    };
    await writeValue(store.db, STATUS, JSON.stringify(status));
  };
  const changed = (upstream: NonNullable<typeof shown>): void => {
    shown = upstream;
    void keep.rerun();
  };
  const upstream = await openPool(config, pools, { store, log, emit, now, changed });
  changed(upstream);
  await keep.ended();
  return {
    upstream,
    queries: poolQueries,
    ledger: undefined,
    close: async () => {
      await upstream.close();
      await keep.ended();
    },
  };
}
