/** The devices that the running node knows, and names that are not devices: those cost few lookups. */
import type { DeviceList } from '../ports/boards.js';
import type { NodeDatabase } from '../ports/store.js';

/** A device as the running node knows it. */
interface KnownDevice {
  readonly revoked: boolean;
  /** Changes with the secret. */
  readonly salt: string;
}

/** How long a name that is not an active device is not looked up again (ms), and the most lookups in that time. */
const STRANGER_MS = 1_000;
const MAX_STRANGERS = 100;

export class KnownDevices implements DeviceList {
  private devices = new Map<string, KnownDevice>();
  /** Names looked up recently, and whether an active device was found. */
  private readonly strangers = new Map<
    string,
    { readonly until: number; readonly found: Promise<boolean> }
  >();

  constructor(private readonly db: NodeDatabase) {}

  isActive(device: string): boolean {
    return this.devices.get(device)?.revoked === false;
  }

  isKnown(device: string): boolean {
    return this.devices.has(device);
  }

  find(device: string): Promise<boolean> {
    const now = performance.now();
    const last = this.strangers.get(device);
    if (last !== undefined && now < last.until) return last.found;
    for (const [name, { until }] of this.strangers) if (now >= until) this.strangers.delete(name);
    // More names than an owner has devices to add: the next load finds what was added.
    if (this.strangers.size >= MAX_STRANGERS) return Promise.resolve(false);
    const found = this.lookUp(device);
    this.strangers.set(device, { until: now + STRANGER_MS, found });
    found.catch(() => this.strangers.delete(device));
    return found;
  }

  private async lookUp(device: string): Promise<boolean> {
    const row = await this.db
      .selectFrom('devices')
      .select(['revoked_at', 'salt'])
      .where('id', '=', device)
      .executeTakeFirst();
    if (row === undefined) return false;
    if (!this.isActive(device)) this.devices.set(device, knownDevice(row));
    if (row.revoked_at !== null) return false;
    this.strangers.delete(device);
    return true;
  }

  async firmwareOf(device: string): Promise<{ board: string; firmware: string } | undefined> {
    const { board, firmware } = await this.db
      .selectFrom('devices')
      .select(['board', 'firmware'])
      .where('id', '=', device)
      .executeTakeFirstOrThrow();
    return board === null || firmware === null ? undefined : { board, firmware };
  }

  /**
   * Reads the devices again, after another process changed something.
   * @param ended called for each device that was revoked, or got another secret, so that its connection can be ended
   */
  async load(ended: (device: string, revoked: boolean) => void): Promise<void> {
    const rows = await this.db.selectFrom('devices').select(['id', 'revoked_at', 'salt']).execute();
    const devices = new Map<string, KnownDevice>();
    for (const row of rows) {
      const device = knownDevice(row);
      const { revoked, salt } = device;
      devices.set(row.id, device);
      const before = this.devices.get(row.id);
      if (before !== undefined && (before.salt !== salt || (revoked && !before.revoked)))
        ended(row.id, revoked);
    }
    this.devices = devices;
    this.strangers.clear();
  }
}

function knownDevice(row: { readonly revoked_at: number | null; readonly salt: Uint8Array }): KnownDevice {
  return { revoked: row.revoked_at !== null, salt: Buffer.from(row.salt).toString('hex') };
}
