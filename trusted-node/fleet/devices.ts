/**
 * Devices and their secrets. A secret is 24 random bytes, so one salted SHA-256 is enough: there is nothing to guess
 * from a list, and a flood of wrong passwords costs the node next to nothing.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { isDeviceId } from '../../firmware/protocol/mite/topics.js';
import { isGroupName, OWN_GROUP } from '../config/values.js';
import type { NodeDatabase } from '../ports/store.js';

/** Payout group of a device without one; paid to the node's payout address. */
export const DEFAULT_GROUP = OWN_GROUP;

/** The user asked for something that cannot be done; the message is one line for the user. */
export class DeviceError extends Error {
  override readonly name = 'DeviceError';
}

/** A name that no device or group can have. */
export class DeviceNameError extends DeviceError {}

export interface DeviceSummary {
  readonly id: string;
  readonly group: string;
  readonly createdAt: number;
  readonly revokedAt: number | undefined;
  readonly lastSeen: number | undefined;
  readonly board: string | undefined;
  readonly firmware: string | undefined;
}

function hashSecret(salt: Uint8Array, secret: Uint8Array): Buffer {
  return createHash('sha256').update(salt).update(secret).digest();
}

/** 24 random bytes as 32 characters of base64url. */
export function generateSecret(): string {
  return randomBytes(24).toString('base64url');
}

/**
 * Adds a device and returns its secret, which is shown once and never stored.
 * @param replace gives an existing device a new secret (and readmits it, if it was revoked)
 * @param show shows the secret before the device is stored: when it throws, nothing is
 * @throws DeviceError on a bad id or group, or an id that exists
 */
export async function addDevice(
  db: NodeDatabase,
  id: string,
  options: {
    group?: string | undefined;
    replace?: boolean | undefined;
    show?: ((secret: string) => void) | undefined;
  } = {},
): Promise<string> {
  if (!isDeviceId(id)) {
    throw new DeviceNameError(
      'a device id is 1 to 32 characters of a-z, 0-9 and -, and does not begin with -',
    );
  }
  if (options.group !== undefined && !isGroupName(options.group)) {
    throw new DeviceNameError(
      'a payout group is 1 to 32 characters of a-z, 0-9 and -, and does not begin with -',
    );
  }
  const secret = generateSecret();
  const salt = randomBytes(16);
  const secret_hash = hashSecret(salt, Buffer.from(secret));
  await db.transaction().execute(async trx => {
    const known = await trx.selectFrom('devices').select('id').where('id', '=', id).executeTakeFirst();
    if (known !== undefined && options.replace !== true) {
      throw new DeviceError(`device ${id} exists already; --replace gives it a new secret`);
    }
    if (known !== undefined) {
      await trx
        .updateTable('devices')
        .set({
          salt,
          secret_hash,
          revoked_at: null,
          ...(options.group !== undefined && { payout_group: options.group }),
        })
        .where('id', '=', id)
        .execute();
    } else {
      await trx
        .insertInto('devices')
        .values({
          id,
          payout_group: options.group ?? DEFAULT_GROUP,
          salt,
          secret_hash,
          created_at: Date.now(),
          rate: 0,
          credited: '0',
        })
        .execute();
    }
    options.show?.(secret);
  });
  return secret;
}

/** @throws DeviceError when there is no such device */
export async function revokeDevice(db: NodeDatabase, id: string): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('devices')
    .set(eb => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(Date.now())) }))
    .where('id', '=', id)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new DeviceError(`there is no device ${id} (mite-node device list)`);
}

export async function listDevices(db: NodeDatabase): Promise<DeviceSummary[]> {
  const rows = await db.selectFrom('devices').selectAll().orderBy('id').execute();
  return rows.map(row => ({
    id: row.id,
    group: row.payout_group,
    createdAt: row.created_at,
    revokedAt: row.revoked_at ?? undefined,
    lastSeen: row.last_seen ?? undefined,
    board: row.board ?? undefined,
    firmware: row.firmware ?? undefined,
  }));
}

const NOBODY_SALT = randomBytes(16);
const NOBODY_HASH = randomBytes(32);

/** True when the device exists, is not revoked and this is its secret. Costs the same whichever of these is wrong. */
export async function checkSecret(db: NodeDatabase, id: string, secret: Uint8Array): Promise<boolean> {
  const row = await db
    .selectFrom('devices')
    .select(['salt', 'secret_hash', 'revoked_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  const equal = timingSafeEqual(
    hashSecret(row?.salt ?? NOBODY_SALT, secret),
    row?.secret_hash ?? NOBODY_HASH,
  );
  return equal && row !== undefined && row.revoked_at === null;
}
