/** The upstream `pool` as the configuration has it, and what is stored of it for `mite-node status`. */
import { readFileSync } from 'node:fs';
import { formatDifficulty, targetToDifficulty } from '../firmware/domain/difficulty.js';
import { NETWORKS } from '../firmware/domain/networks.js';
import { textOf } from '../programs/problems.js';
import type { NodeEvent } from './common/events.js';
import type { Logger } from './common/logger.js';
import { SingleFlight } from './common/single-flight.js';
import { ConfigError, type NodeConfig, type PoolConfig, type PoolsConfig } from './config/config.js';
import type { ChainQueries } from './ports/chain-queries.js';
import type { Store } from './ports/store.js';
import { readValue, writeValue } from './store/named-values.js';
import { PoolOutbox } from './upstream/pool/outbox.js';
import { keyOf, type PoolOptions } from './upstream/pool/pool.js';
import { Sender } from './upstream/pool/sender.js';
import { PoolUpstream } from './upstream/pool/upstream.js';
import { payee } from './wallet/payout.js';

/** What most pools want where there is nothing to protect. */
const NO_PASSWORD = 'x';
/** How pools name what works for them. */
export const AGENT = 'mite-node/1';

/** The named value with the session at each pool, to go on with after a restart. */
const SESSIONS = 'pool_sessions';

/** How it stands with the pool, for people. */
export interface PoolStatus {
  readonly user: string;
  /** Its place in the list, from 1, and how many there are. */
  readonly place: number;
  readonly of: number;
  /** A decimal; undefined without a job. */
  readonly difficulty: string | undefined;
  readonly versionRolling: boolean;
  /** Miners that its extranonce leaves room for. */
  readonly room: number | undefined;
  /** What its coinbase does for the owner's address. */
  readonly payout: 'pays' | 'does not pay' | 'not known';
  /** Lines and jobs that could not be used, since the start. */
  readonly malformed: number;
}

export function poolStatus(upstream: PoolUpstream): PoolStatus {
  const { user, index, count, work, malformed } = upstream.status;
  const { relay, owned } = work ?? {};
  return {
    user,
    place: index + 1,
    of: count,
    difficulty: relay && formatDifficulty(targetToDifficulty(relay.target), 6),
    versionRolling: relay?.versionMask !== undefined,
    room: relay && 256 ** relay.space.miners,
    payout: owned === undefined ? 'not known' : owned > 0n ? 'pays' : 'does not pay',
    malformed,
  };
}

/** @throws ConfigError when a file of its cannot be read */
export function poolOptions(pool: PoolConfig): PoolOptions {
  const { host, port, tls, user, passwordFile, caFile } = pool;
  const password = (): string => {
    if (passwordFile === undefined) return NO_PASSWORD;
    return textOf(readFileSync(passwordFile)).replace(/\r?\n$/, '');
  };
  const read = <T>(file: string, use: () => T): T => {
    try {
      return use();
    } catch {
      throw new ConfigError(`the pool's file ${file} cannot be read`);
    }
  };
  if (passwordFile !== undefined) read(passwordFile, password);
  const ca = caFile === undefined ? undefined : read(caFile, () => textOf(readFileSync(caFile)));
  return { host, port, tls, ca, user, password };
}

export interface PoolOpening {
  readonly store: Store;
  readonly log: Logger;
  readonly emit: (event: NodeEvent) => void;
  readonly now: () => number;
  /** Something that status shows has changed. */
  readonly changed: (upstream: PoolUpstream) => void;
}

/** @throws ConfigError */
export async function openPool(
  config: NodeConfig,
  { pools, difficulty, requirePayout }: PoolsConfig,
  { store, log, emit, now, changed }: PoolOpening,
): Promise<PoolUpstream> {
  const { db } = store;
  const sessions: Record<string, string> = JSON.parse((await readValue(db, SESSIONS)) ?? '{}');
  const keep = new SingleFlight(() =>
    writeValue(db, SESSIONS, JSON.stringify(sessions)).catch(error =>
      log.error({ err: error }, 'the session at the pool could not be stored'),
    ),
  );
  const options = pools.map(poolOptions);
  const keys = new Set(options.map(keyOf));
  for (const key of Object.keys(sessions)) if (!keys.has(key)) delete sessions[key];
  const sender = new Sender({
    outbox: new PoolOutbox(db),
    log,
    onResult: (share, result, text) => {
      const { device } = share;
      const block = share.block === 1;
      if (result === 'accepted') log.debug({ device, block }, 'the pool took a share');
      else log.warn({ device, result, text }, 'the pool refused a share');
      if (block) log.info({ device, result, pool: share.pool }, 'a share that is a block went to the pool');
      emit({ event: 'pool-share', device, result, text, block });
      changed(upstream);
    },
  });
  const upstream: PoolUpstream = new PoolUpstream({
    rules: NETWORKS[config.network],
    pools: options,
    agent: AGENT,
    difficulty,
    script: payee(config).script,
    requirePayout,
    sender,
    sessions: {
      load: key => sessions[key] ?? '',
      save: (key, session) => {
        if (sessions[key] === session) return;
        sessions[key] = session;
        void keep.rerun();
      },
    },
    log,
    now,
    random: Math.random,
    onStatus: () => changed(upstream),
    onState: (state, reason) => {
      emit({ event: 'upstream', state, reason });
      changed(upstream);
    },
  });
  await upstream.poll();
  return upstream;
}

/** A pool knows none of this. */
export const poolQueries: ChainQueries = {
  waiting: async () => [],
  candidates: async () => [],
  heightOf: async () => undefined,
  inclusion: async () => undefined,
  txOutProof: async () => undefined,
  balance: async () => undefined,
};
