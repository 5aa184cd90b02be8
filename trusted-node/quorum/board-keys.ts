/**
 * The keys that boards sign their verdicts with, and the evidence against devices, in the database. The first key that
 * a device presents after it has proved its secret is bound to it: the secret identifies it once, the key from then on.
 */
import { equalBytes } from '../../firmware/domain/bytes.js';
import { DeviceError } from '../fleet/devices.js';
import type { NodeDatabase } from '../ports/store.js';
import type { FlagReason } from '../ports/tables.js';

/** The outcome for a key that a device presented: bound now, already bound, or another one is. */
export type Binding = 'bound' | 'known' | 'other';

export interface BoundKey {
  readonly device: string;
  /** X-only, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Milliseconds since 1970, as all moments here. */
  readonly firstSeen: number;
  /** Probes that it saw through. */
  readonly probes: number;
  /** Verdicts that were refused. */
  readonly refused: number;
  /** The last other key that the device presented. */
  readonly other: { readonly publicKey: Uint8Array; readonly at: number } | undefined;
}

export interface Flag {
  readonly device: string;
  readonly publicKey: Uint8Array;
  readonly reason: FlagReason;
  readonly at: number;
}

/** Binds the first key of a device; a different one later is noted and changes nothing. */
export async function bindKey(db: NodeDatabase, device: string, publicKey: Uint8Array): Promise<Binding> {
  return db.transaction().execute(async trx => {
    const known = await trx
      .selectFrom('device_keys')
      .select('public_key')
      .where('device', '=', device)
      .executeTakeFirst();
    if (known !== undefined && equalBytes(known.public_key, publicKey)) return 'known';
    const at = Date.now();
    if (known === undefined) {
      await trx.insertInto('device_keys').values({ device, public_key: publicKey, first_seen: at }).execute();
      return 'bound';
    }
    await trx
      .updateTable('device_keys')
      .set({ other_key: publicKey, other_seen: at })
      .where('device', '=', device)
      .execute();
    return 'other';
  });
}

export async function boundKeys(db: NodeDatabase): Promise<Map<string, BoundKey>> {
  const rows = await db.selectFrom('device_keys').selectAll().execute();
  return new Map(
    rows.map(row => [
      row.device,
      {
        device: row.device,
        publicKey: new Uint8Array(row.public_key),
        firstSeen: row.first_seen,
        probes: row.probes,
        refused: row.refused,
        other:
          row.other_key === null
            ? undefined
            : { publicKey: new Uint8Array(row.other_key), at: row.other_seen ?? 0 },
      },
    ]),
  );
}

/**
 * Forgets the key of a device: the next one that it presents is bound. Verdicts of the old key stay stored but no
 * longer count.
 * @throws DeviceError when there is none
 */
export async function forgetKey(db: NodeDatabase, device: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('device_keys')
    .where('device', '=', device)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new DeviceError(`there is no device ${device} with a known key`);
}

/** Flags that the owner has not withdrawn, the oldest first. */
export async function openFlags(db: NodeDatabase): Promise<Flag[]> {
  const rows = await db
    .selectFrom('flags')
    .select(['device', 'public_key', 'reason', 'at'])
    .where('cleared_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ device, public_key, reason, at }) => ({
    device,
    publicKey: new Uint8Array(public_key),
    reason,
    at,
  }));
}

/** @throws DeviceError when the device is not flagged */
export async function unflagDevice(db: NodeDatabase, device: string): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('flags')
    .set({ cleared_at: Date.now() })
    .where('device', '=', device)
    .where('cleared_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new DeviceError(`there is no flagged device ${device}`);
}
