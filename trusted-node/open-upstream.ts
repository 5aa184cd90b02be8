/** The upstream that the configuration names: the devnet's ledger, or one's own Bitcoin node. */
import { hashToDisplay } from '../firmware/domain/bytes.js';
import { NETWORKS } from '../firmware/domain/networks.js';
import type { Clock } from './common/clock.js';
import type { NodeEvent } from './common/events.js';
import { useNativeHashing } from './common/hash.js';
import type { Logger } from './common/logger.js';
import { SingleFlight } from './common/single-flight.js';
import { type BitcoinConfig, ConfigError, type NodeConfig } from './config/config.js';
import type { Ledger } from './ledger/types.js';
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

/** The named value that says how it stands with the Bitcoin node: for `mite-node status`. */
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
}

/** Undefined where the data directory is not that of a node with a Bitcoin node behind it. */
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
  const { data, network, bitcoin } = config;
  const known = await storedStatus(store.db);
  if (bitcoin !== undefined) {
    if (known !== undefined && known.network !== network)
      throw new ConfigError(`network: ${data} is of ${known.network}; use another data directory`);
    if (known === undefined && (await hasDevnet(store)))
      throw new ConfigError(`upstream: ${data} holds a chain of its own; use another data directory`);
    return openBitcoin(config, bitcoin, options);
  }
  if (known !== undefined)
    throw new ConfigError(
      `upstream: ${data} is of a node with a Bitcoin node (${known.network}); give --upstream`,
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
