/** Composition root: one running node. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { bytesToHex, hashToDisplay } from '../firmware/domain/bytes.js';
import { NETWORKS } from '../firmware/domain/networks.js';
import { type Clock, systemClock } from './common/clock.js';
import type { NodeEvent } from './common/events.js';
import type { Logger } from './common/logger.js';
import { problemOf } from './common/problems.js';
import { SingleFlight } from './common/single-flight.js';
import { ConfigError, type NodeConfig } from './config/config.js';
import type { Bus, BusHandlers } from './doors/mqtt/bus.js';
import { pairFault } from './doors/mqtt/certificate.js';
import { type Listen, openEmbeddedBus } from './doors/mqtt/embedded.js';
import { FrontDesk } from './doors/mqtt/entry.js';
import { openExternalBus } from './doors/mqtt/external.js';
import { HeaderService } from './doors/mqtt/headers.js';
import { ProofService } from './doors/mqtt/proofs.js';
import { CommandService } from './fleet/commands.js';
import { checkSecret } from './fleet/devices.js';
import type { Ledger } from './ledger/types.js';
import type { NodeDatabase } from './ports/store.js';
import { AttestingService } from './quorum/attesting.js';
import { admission, storeRules } from './quorum/quorum.js';
import { databaseFile, openNodeStore } from './store/store.js';
import { UpdateService } from './updates/updates.js';
import { openDevnet } from './upstream/devnet/devnet.js';
import { addressScript, ownPayoutAddress, ownWallet } from './wallet/payout.js';
import { Dispatcher } from './work/assignment.js';
import { JobStore } from './work/jobs.js';
import { markOrphans, pruneShares, sumRewards } from './work/rewards.js';
import { Sessions } from './work/sessions.js';
import { ShareDesk } from './work/verification.js';

const SECOND = 1_000;
/** How often counters and rates are stored, in seconds. */
const STORE_INTERVAL = 15;
/** How often old share rows are deleted, in seconds. */
const PRUNE_INTERVAL = 3_600;
/** An external broker gets so long to answer before the start goes on without it (ms). */
const BROKER_PATIENCE = 5_000;

export interface RunningNode {
  /** Where the embedded broker listens: first the plain listener, if any. Empty with an external broker. */
  readonly addresses: Bus['addresses'];
  readonly payoutAddress: string;
  readonly ledger: Ledger;
  readonly database: NodeDatabase;
  /** Takes notice of devices and commands that were changed through `database`; other processes' changes it sees itself. */
  refresh(): Promise<void>;
  /** Stores what is under way, closes everything. Idempotent. */
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly log: Logger;
  readonly onEvent?: ((event: NodeEvent) => void) | undefined;
  /** Left out: the system's. */
  readonly clock?: Clock | undefined;
}

function readPem(file: string, key: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError(`${key}: ${file}: ${problemOf(error)}`);
  }
}

/** A fixed client id at the external broker, so that it keeps our session. */
async function nodeId(db: NodeDatabase): Promise<string> {
  const fresh = randomBytes(6).toString('hex');
  await db
    .insertInto('service_state')
    .values({ name: 'node_id', value: fresh })
    .onConflict(conflict => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom('service_state')
    .select('value')
    .where('name', '=', 'node_id')
    .executeTakeFirstOrThrow();
  return `mite-node-${row.value}`;
}

async function openBus(
  config: NodeConfig,
  db: NodeDatabase,
  handlers: BusHandlers,
  log: Logger,
): Promise<Bus> {
  if (config.broker !== undefined) {
    const { url, user, password, caFile } = config.broker;
    const ca = caFile === undefined ? undefined : readPem(caFile, 'brokerCa');
    return openExternalBus({ url, user, password, ca, clientId: await nodeId(db), handlers, log });
  }
  const listen: Listen[] = [];
  if (config.listen !== undefined) listen.push(config.listen);
  if (config.tls !== undefined) {
    const { host, port, certFile, keyFile } = config.tls;
    const tls = { certificate: readPem(certFile, 'tlsCert'), key: readPem(keyFile, 'tlsKey') };
    const fault = pairFault(tls.certificate, tls.key);
    if (fault !== undefined)
      throw new ConfigError(
        `${fault.of}: ${{ tlsCert: certFile, tlsKey: keyFile }[fault.of]}: ${fault.problem}`,
      );
    listen.push({ host, port, tls });
  }
  return openEmbeddedBus({
    listen,
    authenticate: (device, secret) => checkSecret(db, device, secret),
    handlers,
    log,
  });
}

/** Why an external broker does not stand yet; undefined when it does, or is our own. */
async function firstTrouble(opened: Bus['opened']): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>(resolve => {
    timer = setTimeout(() => resolve('no answer'), BROKER_PATIENCE);
  });
  const trouble = await Promise.race([opened, late]);
  clearTimeout(timer);
  return trouble;
}

/**
 * Starts a node; resolves when boards can connect (or, with an external broker, when it goes on trying to).
 * @throws ConfigError | LockedError | StorageError | Error with everything closed again
 */
export async function startNode(config: NodeConfig, options: StartOptions): Promise<RunningNode> {
  const { log, clock = systemClock } = options;
  const emit = (event: NodeEvent): void => options.onEvent?.(event);
  const now = (): number => Math.floor(performance.now());
  const cleanups: (() => unknown)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const cleanup of cleanups.reverse()) {
      try {
        await cleanup();
      } catch (error) {
        log.error({ err: error }, 'stopping');
      }
    }
  };

  try {
    const store = await openNodeStore(config.data);
    cleanups.push(() => store.close());
    const { db } = store;
    const file = databaseFile(config.data);
    const devnet = await openDevnet({ file, store, network: config.network, clock });
    cleanups.push(() => devnet.close());
    const { upstream, queries } = devnet;
    const network = NETWORKS[config.network];
    const payoutAddress = config.payoutAddress ?? ownPayoutAddress(config.data, config.network);
    const wallet = config.payoutAddress === undefined ? ownWallet(config.data, config.network) : undefined;
    const payoutScript = addressScript(payoutAddress, network, 'payoutAddress');
    const groupScripts = new Map(
      [...config.groups].map(([group, address]) => [
        group,
        addressScript(address, network, `groups: ${group}`),
      ]),
    );

    const rules = { quorum: config.quorum, minAge: config.quorumMinAge };
    await storeRules(db, rules);
    const jobs = new JobStore(db, network);
    const sessions = new Sessions(db, jobs, now, config.startWork);
    let bus: Bus | undefined;
    const theBus = (): Bus => {
      if (bus === undefined) throw new Error('the bus is not open yet');
      return bus;
    };
    const dispatcher = new Dispatcher({
      upstream,
      jobs,
      sessions,
      bus: theBus,
      log,
      emit,
      clock,
      scriptOf: group => groupScripts.get(group) ?? payoutScript,
      admission: () => admission(db, rules),
      refreshSeconds: config.refreshSeconds,
      now,
    });
    cleanups.push(() => dispatcher.close());
    const updates = new UpdateService({ data: config.data, bus: theBus, log, emit, now });
    cleanups.push(() => updates.close());
    const commands = new CommandService({
      db,
      bus: theBus,
      log,
      present: device => sessions.get(device) !== undefined,
      now,
    });
    const headers = new HeaderService({ upstream, bus: theBus, log, now });
    const proofs = new ProofService({ queries, bus: theBus, log, now });
    cleanups.push(
      () => headers.close(),
      () => proofs.close(),
    );
    const attesting = new AttestingService({
      db,
      queries,
      network: config.network,
      bus: theBus,
      log,
      emit,
      rules,
      probeEvery: config.probeEvery,
      present: device => sessions.get(device) !== undefined,
      changed: () => dispatcher.poolChanged(),
      now,
    });
    cleanups.push(() => attesting.close());
    const desk: FrontDesk = new FrontDesk({
      db,
      headers,
      proofs,
      attesting,
      sessions,
      dispatcher,
      updates,
      commands,
      shares: () => shares,
      bus: theBus,
      log,
      emit,
    });
    const shares: ShareDesk = new ShareDesk(db, upstream, jobs, log, outcome => desk.answer(outcome), clock);
    cleanups.push(async () => {
      const served = desk.close();
      await shares.close();
      await served;
    });
    await desk.begin();
    await desk.load();
    await attesting.load();

    let handlersReady = false;
    bus = await openBus(
      config,
      db,
      {
        message: message => desk.receive(message),
        up: () => {
          if (handlersReady) void dispatcher.linkUp();
        },
        gone: device => desk.gone(device),
      },
      log,
    );
    handlersReady = true;
    cleanups.push(() => theBus().close());
    // What a killed run left between share and ledger.
    await shares.recover();
    await markOrphans(db, upstream);

    const balance = async (): Promise<void> => {
      wallet?.refresh();
      // The whole wallet's where blocks pay to it: what the owner can spend is not on one address only.
      const { confirmed, immature, pending } = await (wallet?.balance(devnet.ledger) ??
        queries.balance(payoutScript));
      emit({
        event: 'balance',
        confirmed: confirmed.toString(),
        immature: immature.toString(),
        pending: pending.toString(),
      });
    };
    const report = (what: string) => (error: unknown) => log.error({ err: error }, what);
    let tipWork = Promise.resolve();
    cleanups.push(
      upstream.onTip(tip => {
        log.info({ height: tip.height, hash: hashToDisplay(tip.hash) }, 'new tip');
        emit({ event: 'tip', height: tip.height, hash: hashToDisplay(tip.hash) });
        dispatcher.tipChanged();
        tipWork = tipWork
          .then(() => markOrphans(db, upstream))
          .then(heights => {
            if (heights.length > 0) log.warn({ heights }, 'a reorganisation changed who earned these blocks');
            return balance();
          })
          .catch(report('rewards could not be checked'));
      }),
      upstream.onMempool(() => {
        dispatcher.poolChanged();
        attesting.poolChanged();
      }),
    );

    const reload = async (): Promise<void> => {
      await desk.load();
      await commands.load();
      await attesting.load();
    };
    let ticks = 0;
    let seenChanges = -1;
    let pruning = true;
    const tick = async (): Promise<void> => {
      ticks++;
      await upstream.poll();
      const counter = await store.changeCounter();
      if (counter !== seenChanges) await reload();
      seenChanges = counter;
      dispatcher.tick();
      updates.tick();
      attesting.tick();
      await commands.tick();
      // All at once: one transaction serves everybody.
      await Promise.all(sessions.tick().map(session => dispatcher.give(session)));
      if (ticks % STORE_INTERVAL === 0) {
        await desk.store();
        await sessions.store();
        await shares.storeCounts();
        await attesting.store();
      }
      // A little each second until nothing is left to delete: boards may send faster than one call an hour deletes.
      pruning ||= ticks % PRUNE_INTERVAL === 0;
      if (pruning) {
        const { height } = upstream.tip();
        const shareRows = await pruneShares(db, config.keepDays, height);
        pruning = (await sumRewards(db, config.keepDays, height)) + shareRows > 0;
      }
    };
    const housekeeping = new SingleFlight(() => tick().catch(report('housekeeping')));
    const timer = setInterval(() => void housekeeping.run(), SECOND);
    dispatcher.tipChanged();
    attesting.poolChanged();

    // Runs before the others: nothing new starts, then what is under way ends.
    cleanups.push(async () => {
      clearInterval(timer);
      await housekeeping.ended();
      const served = desk.close();
      await shares.close();
      await served;
      await headers.close();
      await proofs.close();
      await attesting.close();
      await dispatcher.close();
      await tipWork;
      await desk.store();
      await sessions.store();
    });

    const { addresses, opened } = theBus();
    const trouble = await firstTrouble(opened);
    if (trouble !== undefined)
      log.warn(
        { broker: config.broker?.url, reason: trouble },
        'waiting for the broker: no board can reach this node until it answers',
      );
    const [first] = addresses;
    const { height, hash } = upstream.tip();
    log.info(
      { network: config.network, height, tip: bytesToHex(hash.slice().reverse()), payoutAddress, addresses },
      trouble === undefined ? 'node is ready' : 'node is ready, but for the broker',
    );
    emit({
      event: 'ready',
      host: first?.host ?? '',
      port: first?.port ?? 0,
      network: config.network,
      height,
      address: payoutAddress,
    });
    await balance();

    let stopping: Promise<void> | undefined;
    return {
      addresses,
      payoutAddress,
      ledger: devnet.ledger,
      database: db,
      refresh: reload,
      stop: () => {
        stopping ??= closeAll();
        return stopping;
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
