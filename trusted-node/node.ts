/** Composition root: one running node. */
import { randomBytes } from 'node:crypto';
import { bytesToHex, hashToDisplay } from '../firmware/domain/bytes.js';
import { NETWORKS } from '../firmware/domain/networks.js';
import { type Clock, systemClock } from './common/clock.js';
import type { NodeEvent } from './common/events.js';
import type { Logger } from './common/logger.js';
import type { NodeConfig } from './config/config.js';
import type { Bus } from './doors/mqtt/bus.js';
import { MqttDoor } from './doors/mqtt/door.js';
import { MessageEntry } from './doors/mqtt/entry.js';
import { HeaderService } from './doors/mqtt/headers.js';
import { firstTrouble, openBus } from './doors/mqtt/open.js';
import { ProofService } from './doors/mqtt/proofs.js';
import { Doors } from './doors.js';
import { CommandService } from './fleet/commands.js';
import { DeviceLog } from './fleet/device-log.js';
import { checkSecret } from './fleet/devices.js';
import { FloodRecord } from './fleet/floods.js';
import { KnownDevices } from './fleet/known-devices.js';
import { DevicePresence } from './fleet/presence.js';
import { RateHistory } from './history/history.js';
import { Housekeeping } from './housekeeping.js';
import type { Ledger } from './ledger/types.js';
import { type OwnerSide, openOwnerSide } from './open-owner-side.js';
import { stratumDoor, stratumListeners } from './open-stratum.js';
import { openUpstream } from './open-upstream.js';
import type { NodeDatabase } from './ports/store.js';
import { Admission } from './quorum/admission.js';
import { AttestingService } from './quorum/attesting.js';
import { storeRules } from './quorum/quorum.js';
import { keepValue } from './store/named-values.js';
import { noteHeight, openNodeStore } from './store/store.js';
import { UpdateService } from './updates/updates.js';
import { addressScript, payee } from './wallet/payout.js';
import { JobAssignment } from './work/assignment.js';
import { JobStore } from './work/jobs.js';
import { markOrphans } from './work/rewards.js';
import { Sessions } from './work/sessions.js';
import { ShareAnswers } from './work/share-answers.js';
import { ShareVerification } from './work/verification.js';

export interface RunningNode {
  /** Where the embedded broker listens: first the plain listener, if any. Empty with an external broker. */
  readonly addresses: Bus['addresses'];
  /** Where miners that speak Stratum connect. */
  readonly stratum: Bus['addresses'];
  readonly payoutAddress: string;
  /** The devnet's; undefined with a Bitcoin node behind this one. */
  readonly ledger: Ledger | undefined;
  readonly database: NodeDatabase;
  /** Picks up devices and commands changed through `database`; it notices other processes' changes by itself. */
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

/**
 * Starts a node; resolves when boards can connect (or, with an external broker, when it goes on trying to).
 * @throws ConfigError | LockedError | StorageError | Error with everything closed again
 */
export async function startNode(config: NodeConfig, options: StartOptions): Promise<RunningNode> {
  const { log, clock = systemClock } = options;
  let ownerSide: OwnerSide | undefined;
  const emit = (event: NodeEvent): void => {
    options.onEvent?.(event);
    ownerSide?.event(event);
  };
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
    const opened = await openUpstream(config, { store, clock, log, emit, now });
    cleanups.push(() => opened.close());
    const { upstream, queries, ledger } = opened;
    const network = NETWORKS[config.network];
    const before = ledger && noteHeight(config.data, ledger.tip().height);
    if (before !== undefined)
      log.warn(
        { height: upstream.tip().height, before },
        'this database is an older copy: boards that know more of the chain answer "stale-fork" and do not mine for it ' +
          'until it has more work; where nobody else has those blocks: mite-node device forget-chain --all',
      );
    const { address: payoutAddress, script, wallet } = payee(config);
    // Nobody's: what a pool pays it pays by its own coinbase.
    const payoutScript = script ?? new Uint8Array();
    const groupScripts = new Map(
      [...config.groups].map(([group, address]) => [
        group,
        addressScript(address, network, `groups: ${group}`),
      ]),
    );

    const rules = { quorum: config.quorum, minAge: config.quorumMinAge, mode: config.quorumMode };
    await storeRules(db, rules);
    const jobs = new JobStore(db, network);
    const sessions = new Sessions(db, jobs, now, config.startWork);
    const door = new MqttDoor(log);
    const doors = new Doors(door, () => miners);
    // A board: other miners have neither commands nor verdicts.
    const present = (device: string): boolean =>
      sessions.get(device) !== undefined && miners?.serves(device) !== true;
    const admission = new Admission({ db, queries, rules, log, emit });
    const assignment = new JobAssignment({
      upstream,
      jobs,
      sessions,
      door: doors,
      log,
      emit,
      clock,
      scriptOf: group => groupScripts.get(group) ?? payoutScript,
      admission: () => admission.current(),
      refreshSeconds: config.refreshSeconds,
      now,
    });
    cleanups.push(() => assignment.close());
    const updates = new UpdateService({ data: config.data, door, log, emit, now });
    cleanups.push(() => updates.close());
    const commands = new CommandService({ db, door, log, present, now });
    const headers = new HeaderService({ upstream, door, log, now });
    const proofs = new ProofService({ queries, door, log, now });
    cleanups.push(
      () => headers.close(),
      () => proofs.close(),
    );
    const attesting = new AttestingService({
      db,
      queries,
      network: config.network,
      door,
      log,
      emit,
      rules,
      probeEvery: config.probeEvery,
      foreign: ledger === undefined,
      present,
      changed: () => assignment.poolChanged(),
      now,
    });
    cleanups.push(() => attesting.close());
    const devices = new KnownDevices(db);
    const deviceLog = new DeviceLog(devices, log);
    const presence = new DevicePresence(db, emit);
    const floods = new FloodRecord(db, log, emit);
    const history = new RateHistory(db);
    const answers = new ShareAnswers({
      door: doors,
      sessions,
      jobs: assignment,
      deviceLog,
      log,
      credited: (device, target) => history.credited(device, target),
      emit,
    });
    const shares = new ShareVerification(db, upstream, jobs, log, one => answers.answer(one), clock);
    const miners = stratumDoor({
      config,
      db,
      payoutScript,
      groupScripts,
      devices,
      sessions,
      jobs: assignment,
      shares,
      presence,
      deviceLog,
      log,
      now,
    });
    const entry = new MessageEntry({
      devices,
      presence,
      sessions,
      jobs: assignment,
      shares,
      updates,
      commands,
      attesting,
      headers,
      proofs,
      seesConnections: config.broker === undefined,
      deviceLog,
      log,
    });
    cleanups.push(async () => {
      const served = entry.close();
      await shares.close();
      await served;
    });
    const loadDevices = (): Promise<void> =>
      devices.load((device, revoked) => {
        log.info({ device, revoked }, 'device revoked, or its secret replaced');
        doors.disconnect(device);
        entry.gone(device);
      });
    await presence.begin();
    await loadDevices();
    await attesting.load();

    // Lasting, and unlike any other node's.
    const nodeName = () => keepValue(db, 'node_id', randomBytes(6).toString('hex'));
    let handlersReady = false;
    const bus = await openBus({
      config,
      authenticate: (device, secret) => checkSecret(db, device, secret),
      clientId: async () => `mite-node-${await nodeName()}`,
      handlers: {
        message: message => entry.receive(message),
        up: () => {
          if (handlersReady) void assignment.linkUp();
        },
        gone: device => {
          if (miners?.serves(device) !== true) entry.gone(device);
        },
        flooded: flood => floods.note(flood),
      },
      log,
    });
    door.open(bus);
    handlersReady = true;
    cleanups.push(() => bus.close());
    // What a killed run left between share and chain.
    await shares.recover();
    if (miners !== undefined) {
      cleanups.push(() => miners.close());
      await miners.open(stratumListeners(config));
    }
    await markOrphans(db, upstream);

    const coins = async () => {
      wallet?.refresh();
      // The whole wallet's if blocks pay to it: what the owner can spend is not all on one address.
      return (ledger && wallet?.balance(ledger)) ?? queries.balance(payoutScript);
    };
    const balance = async (): Promise<void> => {
      const found = await coins();
      if (found === undefined) return;
      const { confirmed, immature, pending } = found;
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
        assignment.tipChanged();
        attesting.poolChanged();
        tipWork = tipWork
          .then(() => markOrphans(db, upstream))
          .then(heights => {
            if (heights.length > 0) log.warn({ heights }, 'a reorganisation changed who earned these blocks');
            return balance();
          })
          .catch(report('rewards could not be checked'));
      }),
      upstream.onMempool(() => {
        assignment.poolChanged();
        attesting.poolChanged();
      }),
      upstream.onVoid?.(() => assignment.tipChanged()) ?? (() => {}),
    );

    const reload = async (): Promise<void> => {
      await loadDevices();
      await commands.load();
      await attesting.load();
    };
    const household = {
      noteHeight: () => void (ledger && noteHeight(config.data, ledger.tip().height)),
      store,
      upstream,
      presence,
      floods,
      sessions,
      assignment,
      shares,
      updates,
      commands,
      attesting,
      history,
    };
    const housekeeping = new Housekeeping({
      ...{ ...household, reload, log },
      keepDays: config.keepDays,
      // The mempool of a Bitcoin node is the world's: a board judges tens of thousands of transactions a day.
      keepVerdicts: ledger !== undefined,
    });
    assignment.tipChanged();
    attesting.poolChanged();

    // Runs before the others: nothing new starts, then everything under way ends.
    cleanups.push(async () => {
      await housekeeping.stop();
      // What the broker has acknowledged is on its way here.
      for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
      await miners?.quiet();
      const served = entry.close();
      await shares.close();
      await served;
      await headers.close();
      await proofs.close();
      await attesting.close();
      await assignment.close();
      await tipWork;
      await presence.store();
      await floods.store();
      await sessions.store();
      await history.store();
    });

    ownerSide = await openOwnerSide(config, {
      ...{ db, upstream, queries, history, presence, payoutAddress, balance: coins },
      brokers: bus.addresses,
      node: await nodeName(),
      refresh: reload,
      emit,
      log,
      now,
    });
    cleanups.push(() => ownerSide?.close());

    const { addresses } = bus;
    const trouble = await firstTrouble(bus);
    if (trouble !== undefined)
      log.warn(
        { broker: config.broker?.url, reason: trouble },
        'waiting for the broker: no board can reach this node until it answers',
      );
    const [first] = addresses;
    const stratum = miners?.bound ?? [];
    for (const each of stratum) {
      log.info(each, 'Stratum miners can connect');
      emit({ event: 'stratum', ...each });
    }
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
      stratum,
      payoutAddress,
      ledger,
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
