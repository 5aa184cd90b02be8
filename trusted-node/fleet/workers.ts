/**
 * Who may work through a door with user names and passwords. `DEVICE` (or `DEVICE.anything`) with the device's secret;
 * `ADDRESS.DEVICE` with it, for software that wants an address, which must be the one that the device's blocks pay; and
 * `ADDRESS.name` without a secret, if the owner has opened the payout group of that address.
 */
import { createHash, randomBytes } from 'node:crypto';
import { isDeviceId } from '../../firmware/protocol/mite/topics.js';
import type { DeviceList } from '../ports/boards.js';
import type { NodeDatabase } from '../ports/store.js';
import type { Admission, WorkerGate } from '../ports/workers.js';
import { checkSecret, DEFAULT_GROUP } from './devices.js';

/** The most workers without a secret: each keeps a row. */
const MAX_OPEN = 2_000;
/** Hash of no secret: a worker that anybody may be who knows its name. */
const NO_SECRET = new Uint8Array(32);
/** Name of a worker whose user name is only an address. */
const NAMELESS = 'miner';
const MAX_NAME = 32;

export interface WorkerOptions {
  readonly db: NodeDatabase;
  readonly devices: Pick<DeviceList, 'find'>;
  /** The payout groups whose blocks pay that address; undefined: it is no address of this network. */
  readonly groupsOf: (address: string) => readonly string[] | undefined;
  /** Payout groups whose workers need no secret. */
  readonly open: ReadonlySet<string>;
}

/**
 * The device of a worker without a secret: its name as a device id, with part of a hash if it cannot be kept as it is.
 * @param group in front of it, unless it is the default one
 * @example openDevice('solo', 'Nerd_1') // 'nerd-1-' and 8 hex digits
 */
export function openDevice(group: string, name: string): string {
  const wanted = group === DEFAULT_GROUP ? name : `${group}-${name}`;
  if (isDeviceId(wanted)) return wanted;
  const plain = wanted
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+/, '');
  const hash = createHash('sha256').update(wanted).digest('hex').slice(0, 8);
  return `${plain.slice(0, MAX_NAME - 9) || NAMELESS}-${hash}`;
}

export class Workers implements WorkerGate {
  constructor(private readonly options: WorkerOptions) {}

  async admit(user: string, secret: string): Promise<Admission> {
    const { db, groupsOf, open } = this.options;
    const dot = user.indexOf('.');
    const head = (dot < 0 ? user : user.slice(0, dot)).trim();
    const name = dot < 0 ? '' : user.slice(dot + 1).trim();
    const groups = groupsOf(head);
    const device = (groups === undefined ? head : name).toLowerCase();
    if (secret !== '' && isDeviceId(device) && (await checkSecret(db, device, Buffer.from(secret)))) {
      if (groups === undefined) return this.admitted(device);
      const group = await this.groupOf(device);
      return group !== undefined && groups.includes(group)
        ? this.admitted(device)
        : { refused: 'The blocks of this device pay another address' };
    }
    if (groups === undefined) return { refused: 'Unknown worker, or wrong secret' };
    if (groups.length === 0) return { refused: 'Not an address that blocks of this node pay' };
    const group = groups.find(each => open.has(each));
    if (group === undefined) return { refused: 'Unknown worker, or wrong secret' };
    const worker = openDevice(group, name === '' ? NAMELESS : name);
    const refused = await this.open(worker, group);
    return refused === undefined ? this.admitted(worker) : { refused };
  }

  /** Makes the running node know a device that was just added, so that it notices when it is revoked. */
  private async admitted(device: string): Promise<Admission> {
    await this.options.devices.find(device);
    return { device };
  }

  private async groupOf(device: string): Promise<string | undefined> {
    const row = await this.options.db
      .selectFrom('devices')
      .select('payout_group')
      .where('id', '=', device)
      .executeTakeFirst();
    return row?.payout_group;
  }

  /** A worker without a secret begins: it is a device from then on. @returns why it may not be */
  private async open(device: string, group: string): Promise<string | undefined> {
    return this.options.db.transaction().execute(async trx => {
      const known = await trx
        .selectFrom('devices')
        .select(['secret_hash', 'revoked_at'])
        .where('id', '=', device)
        .executeTakeFirst();
      if (known !== undefined) {
        if (Buffer.compare(known.secret_hash, NO_SECRET) !== 0) return 'A device of this name has a secret';
        return known.revoked_at === null ? undefined : 'This worker was revoked';
      }
      const { count } = await trx
        .selectFrom('devices')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('secret_hash', '=', NO_SECRET)
        .executeTakeFirstOrThrow();
      if (Number(count) >= MAX_OPEN) return `There are ${MAX_OPEN} workers without a secret already`;
      await trx
        .insertInto('devices')
        .values({
          id: device,
          payout_group: group,
          salt: randomBytes(16),
          secret_hash: NO_SECRET,
          created_at: Date.now(),
          rate: 0,
          credited: '0',
        })
        .execute();
      return undefined;
    });
  }
}
