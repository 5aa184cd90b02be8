/**
 * Templates and the jobs made from them, stored before a board sees them, so that a share keeps its worth after the
 * node is killed and restarted.
 */
import { sql, type Transaction } from 'kysely';
import { ByteWriter, concatBytes } from '../../firmware/domain/bytes.js';
import { coinbaseWithWitness } from '../../firmware/domain/coinbase.js';
import { compactAtLeast } from '../../firmware/domain/difficulty.js';
import { encodeHeader } from '../../firmware/domain/header.js';
import { BIP320_MASK, jobCoinbase, jobHeader } from '../../firmware/domain/job.js';
import type { NetworkRules } from '../../firmware/domain/networks.js';
import type { Share } from '../../firmware/domain/share.js';
import { compactToTarget, targetToCompact, workOfTarget } from '../../firmware/domain/target.js';
import { DAY_MS } from '../common/clock.js';
import { type NodeDatabase, type NodeTables, STATEMENT_ROWS } from '../ports/store.js';
import type { RelayedWork, Template } from '../ports/upstream.js';
import { isRelayed, relayToText } from './relay.js';
import { meetsFloor, raiseFloor, type TargetFloor } from './target-floor.js';
import {
  type Assignment,
  fromRow,
  type GroupTemplate,
  makeJob,
  ownCoinbase,
  sameTemplate,
} from './templates.js';
import { targetOfWork } from './vardiff.js';

/** Blocks can be built for templates of this many newest heights: their transactions are kept, and jobs in memory. */
export const KEEP_BODIES = 3;
/** Jobs and templates of this many newest heights are kept: shares for older ones belong to an unknown job. */
const KEEP_JOBS = 100;
/** And at most this long (ms): heights may stand still while boards are offline or paused. */
const KEEP_AGE = DAY_MS;
/** The most jobs in memory; older ones are read again when a share needs them. */
const MAX_CACHED = 50_000;
/** Sessions without jobs are forgotten after a day (ms); their numbers are never given out again. */
const KEEP_SESSIONS = DAY_MS;

/** A session's request for a job. */
export interface JobRequest {
  readonly session: number;
  readonly device: string;
  readonly template: GroupTemplate;
  /** Expected hashes of a share, as vardiff wants it. */
  readonly work: bigint;
  /** The compact target for them; left out: the nearest. */
  readonly bits?: number | undefined;
  readonly versionRolling: boolean;
  readonly clean: boolean;
  /** With a pool: what tells this session from others (ExtranonceLeases). */
  readonly extranonce1?: Uint8Array | undefined;
}

/** Compact share target: never harder than the block's, nor than what a pool takes. */
function shareBitsFor({ work, bits, template: { nBits, relay } }: JobRequest): number {
  const wanted = bits ?? targetToCompact(targetOfWork(work));
  const least = compactToTarget(nBits);
  const target = compactToTarget(wanted);
  if (relay !== undefined && relay.target > least && relay.target > target)
    return compactAtLeast(relay.target);
  return target < least ? nBits : wanted;
}

function maskOf({ relay }: GroupTemplate): number {
  return relay === undefined ? BIP320_MASK : (relay.versionMask ?? 0);
}

export class JobStore {
  /** Jobs of the kept heights that were given out or needed in this run. */
  private readonly jobs = new Map<number, Assignment>();

  /** The newest stored transactions: templates that differ only in time share them. */
  private body: { readonly template: Template | RelayedWork; readonly id: number } | undefined;

  constructor(
    private readonly db: NodeDatabase,
    /** Of the upstream's network: what a template pays above the subsidy is fees. */
    private readonly rules: NetworkRules,
    /** Monotonic milliseconds. */
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** By device. */
  private readonly floors = new Map<string, TargetFloor>();

  /** Whether shares of a job count: not for long after the device's target has risen. */
  stillCounts({ device, job }: Assignment): boolean {
    return meetsFloor(this.floors.get(device), workOfTarget(compactToTarget(job.shareBits)), this.now());
  }

  /** Jobs in memory. */
  get cached(): number {
    return this.jobs.size;
  }

  private remember(assignment: Assignment): void {
    this.jobs.set(assignment.job.id, assignment);
    if (this.jobs.size <= MAX_CACHED) return;
    for (const oldest of this.jobs.keys()) {
      this.jobs.delete(oldest);
      break;
    }
  }

  /**
   * Stores `template` once for each group.
   * @param groups name and output script of each; a pool's job pays whom it pays
   * @throws StorageError's cause when it cannot be stored
   */
  async addTemplate(
    template: Template | RelayedWork,
    groups: ReadonlyMap<string, Uint8Array>,
  ): Promise<Map<string, GroupTemplate>> {
    const known = this.body && sameTemplate(this.body.template, template) ? this.body.id : undefined;
    const stored = await this.db.transaction().execute(async trx => {
      const body = known ?? (await this.addBody(trx, template));
      const made = new Map<string, GroupTemplate>();
      for (const [group, script] of groups) {
        const { prefix, suffix } = isRelayed(template) ? template : ownCoinbase(template, script);
        const row = await trx
          .insertInto('templates')
          .values({
            height: template.height,
            previous_hash: template.previousHash,
            version: template.version,
            bits: template.nBits,
            time: template.time,
            min_time: template.minTime,
            max_time: template.maxTime,
            value: template.value.toString(),
            payout_group: group,
            prefix,
            suffix,
            branch: concatBytes(...template.merkleBranch),
            body,
            created_at: Date.now(),
            relay: isRelayed(template) ? relayToText(template.relay) : null,
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        made.set(group, fromRow(row));
      }
      return { made, body };
    });
    this.body = { template, id: stored.body };
    return stored.made;
  }

  private async addBody(trx: Transaction<NodeTables>, template: Template | RelayedWork): Promise<number> {
    if (isRelayed(template)) return 0;
    const count = new ByteWriter(9).varint(template.transactions.length + 1).toBytes();
    const { id } = await trx
      .insertInto('template_bodies')
      .values({ transactions: concatBytes(count, ...template.transactions.map(({ raw }) => raw)) })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  }

  /**
   * Stores one job for each request, in one transaction.
   * @param now seconds since 1970: where the boards start
   */
  async assign(requests: readonly JobRequest[], now: number): Promise<Assignment[]> {
    const made: Assignment[] = [];
    if (requests.length === 0) return made;
    await this.db.transaction().execute(async trx => {
      for (let from = 0; from < requests.length; from += STATEMENT_ROWS) {
        const part = requests.slice(from, from + STATEMENT_ROWS);
        const rows = await trx
          .insertInto('jobs')
          .values(
            part.map(request => ({
              session: request.session,
              template: request.template.id,
              share_bits: shareBitsFor(request),
              version_mask: request.versionRolling ? maskOf(request.template) : 0,
              extranonce1: request.extranonce1 ?? null,
              time: Math.min(Math.max(now, request.template.minTime), request.template.maxTime),
              clean: request.clean ? 1 : 0,
            })),
          )
          .returningAll()
          .execute();
        const requestOf = new Map(part.map(request => [request.session, request]));
        for (const row of rows) {
          const { device, template } = requestOf.get(row.session)!;
          made.push({ job: makeJob(this.rules, row, template), device, session: row.session, template });
        }
      }
    });
    for (const assignment of made) {
      const { device, job } = assignment;
      const work = workOfTarget(compactToTarget(job.shareBits));
      this.floors.set(device, raiseFloor(this.floors.get(device), work, this.now()));
      this.remember(assignment);
    }
    return made;
  }

  /** The job given out under this id, by this run or an earlier one; undefined when unknown or pruned. */
  async find(id: number): Promise<Assignment | undefined> {
    const known = this.jobs.get(id);
    if (known !== undefined) return known;
    const row = await this.db
      .selectFrom('jobs')
      .innerJoin('sessions', 'sessions.id', 'jobs.session')
      .selectAll('jobs')
      .select('sessions.device')
      .where('jobs.id', '=', id)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const stored = await this.db
      .selectFrom('templates')
      .selectAll()
      .where('id', '=', row.template)
      .executeTakeFirst();
    if (stored === undefined) return undefined;
    const template = fromRow(stored);
    const assignment = {
      job: makeJob(this.rules, row, template),
      device: row.device,
      session: row.session,
      template,
    };
    this.remember(assignment);
    return assignment;
  }

  /** Previous hash of the newest job given to a session; undefined when it has none. */
  async lastPrevious(session: number): Promise<Uint8Array | undefined> {
    const row = await this.db
      .selectFrom('jobs')
      .innerJoin('templates', 'templates.id', 'jobs.template')
      .select('templates.previous_hash')
      .where('jobs.session', '=', session)
      .orderBy('jobs.id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && new Uint8Array(row.previous_hash);
  }

  /** The whole block that a share is, serialised with witness (BIP144). Undefined when its transactions are gone. */
  async buildBlock({ job, template }: Assignment, share: Share): Promise<Uint8Array | undefined> {
    const body = await this.db
      .selectFrom('template_bodies')
      .select('transactions')
      .where('id', '=', template.body)
      .executeTakeFirst();
    if (body === undefined) return undefined;
    const bytes = new Uint8Array(body.transactions);
    const countLength = bytes[0] === 0xfd ? 3 : bytes[0] === 0xfe ? 5 : 1;
    return concatBytes(
      encodeHeader(jobHeader(job, share.extranonce2, share)),
      bytes.subarray(0, countLength),
      coinbaseWithWitness(jobCoinbase(job, share.extranonce2)),
      bytes.subarray(countLength),
    );
  }

  /** Deletes what is too old, except for blocks still on their way into the chain. */
  async prune(nextHeight: number): Promise<void> {
    const bodies = nextHeight - KEEP_BODIES + 1;
    for (const [id, { template }] of this.jobs) if (template.height < bodies) this.jobs.delete(id);
    await this.db.transaction().execute(async trx => {
      const open = await trx
        .selectFrom('jobs')
        .innerJoin('shares', 'shares.job', 'jobs.id')
        .select('jobs.template')
        .where(sql<boolean>`shares.code < 0`)
        .execute();
      const busy = [0, ...open.map(row => row.template)];
      await trx
        .deleteFrom('template_bodies')
        .where('id', 'in', trx.selectFrom('templates').select('body').where('height', '<', bodies))
        .where('id', 'not in', trx.selectFrom('templates').select('body').where('id', 'in', busy))
        .execute();
      const gone = await trx
        .selectFrom('templates')
        .select(['id', 'body'])
        .where(eb =>
          eb.or([
            eb('height', '<', nextHeight - KEEP_JOBS + 1),
            eb('created_at', '<', Date.now() - KEEP_AGE),
          ]),
        )
        .where('id', 'not in', busy)
        .orderBy('id')
        .limit(STATEMENT_ROWS)
        .execute();
      if (gone.length === 0) return;
      const ids = gone.map(row => row.id);
      await trx.deleteFrom('jobs').where('template', 'in', ids).execute();
      await trx.deleteFrom('templates').where('id', 'in', ids).execute();
      await trx
        .deleteFrom('template_bodies')
        .where('id', 'in', [...new Set(gone.map(row => row.body))])
        .where('id', 'not in', trx.selectFrom('templates').select('body'))
        .execute();
    });
    await this.db
      .deleteFrom('sessions')
      .where('seen_at', '<', Date.now() - KEEP_SESSIONS)
      .where(eb =>
        eb.not(eb.exists(eb.selectFrom('jobs').select('id').whereRef('jobs.session', '=', 'sessions.id'))),
      )
      .execute();
  }
}
