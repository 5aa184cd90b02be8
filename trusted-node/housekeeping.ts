/** What a running node does every second: looks for changes, ticks its parts, stores and deletes. */
import type { Logger } from './common/logger.js';
import { SingleFlight } from './common/single-flight.js';
import type { CommandService } from './fleet/commands.js';
import type { FloodRecord } from './fleet/floods.js';
import type { DevicePresence } from './fleet/presence.js';
import type { RateHistory } from './history/history.js';
import type { Store } from './ports/store.js';
import type { Upstream } from './ports/upstream.js';
import type { AttestingService } from './quorum/attesting.js';
import { pruneVerdicts } from './quorum/verdict-store.js';
import type { UpdateService } from './updates/updates.js';
import type { JobAssignment } from './work/assignment.js';
import { pruneRelayed, pruneShares, sumRewards } from './work/rewards.js';
import type { Sessions } from './work/sessions.js';
import type { ShareVerification } from './work/verification.js';

const SECOND = 1_000;
/** How often counters and rates are stored, in seconds. */
const STORE_INTERVAL = 15;
/** How often old share rows are deleted, in seconds. */
const PRUNE_INTERVAL = 3_600;

export interface Household {
  readonly store: Store;
  readonly upstream: Upstream;
  readonly presence: DevicePresence;
  readonly floods: FloodRecord;
  readonly sessions: Sessions;
  readonly assignment: JobAssignment;
  readonly shares: ShareVerification;
  readonly updates: UpdateService;
  readonly commands: CommandService;
  readonly attesting: AttestingService;
  readonly history: RateHistory;
  /** Reads again what another process may have changed. */
  readonly reload: () => Promise<void>;
  /** Remembers beside the database how high its chain is. */
  readonly noteHeight: () => void;
  /** How many days share rows are kept after they were paid for. */
  readonly keepDays: number;
  /** Verdicts are kept as long too, or forever. */
  readonly keepVerdicts: boolean;
  readonly log: Logger;
}

export class Housekeeping {
  private ticks = 0;
  private seenChanges = -1;
  private pruning = true;
  private readonly running = new SingleFlight(() =>
    this.tick().catch(error => this.house.log.error({ err: error }, 'housekeeping')),
  );
  private readonly timer = setInterval(() => void this.running.run(), SECOND);

  constructor(private readonly house: Household) {}

  private async tick(): Promise<void> {
    const { store, upstream, sessions, assignment, updates, commands, attesting, reload } = this.house;
    this.ticks++;
    await upstream.poll();
    const counter = await store.changeCounter();
    if (counter !== this.seenChanges) await reload();
    this.seenChanges = counter;
    assignment.tick();
    updates.tick();
    attesting.tick();
    await commands.tick();
    // All at once: one transaction serves everybody.
    await Promise.all(sessions.tick().map(({ device }) => assignment.give(device)));
    if (this.ticks % STORE_INTERVAL === 0) await this.store();
    // A little every second until nothing is left to delete: boards may send faster than one call an hour deletes.
    this.pruning ||= this.ticks % PRUNE_INTERVAL === 0;
    if (this.pruning) this.pruning = await this.prune();
  }

  private async store(): Promise<void> {
    const { presence, floods, sessions, shares, attesting, history } = this.house;
    this.house.noteHeight();
    await presence.store();
    await floods.store();
    await sessions.store();
    await shares.storeCounts();
    await attesting.store();
    await history.store();
  }

  /** @returns whether there is more to delete */
  private async prune(): Promise<boolean> {
    const { store, upstream, keepDays, keepVerdicts, history } = this.house;
    if (this.ticks % PRUNE_INTERVAL === 0) await history.prune();
    if (upstream.relay !== undefined) return (await pruneRelayed(store.db, keepDays)) > 0;
    const { height } = upstream.tip();
    let rows = await pruneShares(store.db, keepDays, height);
    if (!keepVerdicts) rows += await pruneVerdicts(store.db, keepDays);
    return (await sumRewards(store.db, keepDays, height)) + rows > 0;
  }

  /** Resolves when everything under way has ended. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running.ended();
  }
}
