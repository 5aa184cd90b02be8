/** The entry of boards' messages on a separate database, its other parts given by the test. */
import type { Logger } from '../../trusted-node/common/logger.js';
import { MessageEntry } from '../../trusted-node/doors/mqtt/entry.js';
import { DeviceLog } from '../../trusted-node/fleet/device-log.js';
import { KnownDevices } from '../../trusted-node/fleet/known-devices.js';
import { DevicePresence } from '../../trusted-node/fleet/presence.js';
import type { NodeDatabase } from '../../trusted-node/ports/store.js';

type EntryParts = ConstructorParameters<typeof MessageEntry>[0];

/** @param parts what the messages under test need; an external broker's door unless given */
export function openEntry(
  db: NodeDatabase,
  log: Logger,
  parts: { [part in keyof EntryParts]?: unknown } = {},
) {
  const devices = new KnownDevices(db);
  const presence = new DevicePresence(db, () => {});
  const deviceLog = new DeviceLog(devices, log);
  const own = { devices, presence, deviceLog, log, seesConnections: false };
  return { devices, presence, entry: new MessageEntry({ ...own, ...parts } as unknown as EntryParts) };
}
