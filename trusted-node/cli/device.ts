/** mite-node device add|list|revoke */
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { Command } from 'commander';
import { addDevice, listDevices, revokeDevice } from '../service/devices.js';
import {
  configOf,
  configured,
  DATA_KEYS,
  type Flags,
  formatMoment,
  table,
  toJson,
  withStore,
} from './options.js';
import { certificateFile, readFingerprint } from './tls.js';

/** A line of mosquitto's password file: PBKDF2-HMAC-SHA512, 64 bytes (mosquitto's own format `$7$`). */
export function mosquittoLine(id: string, secret: string): string {
  const iterations = 101;
  const salt = randomBytes(12);
  const hash = pbkdf2Sync(secret, salt, iterations, 64, 'sha512');
  return `${id}:$7$${iterations}$${salt.toString('base64')}$${hash.toString('base64')}`;
}

export function deviceCommand(): Command {
  const device = new Command('device').description('adds, lists and revokes devices');
  device.addCommand(
    configured('add', 'adds a device and shows its secret, once', DATA_KEYS)
      .argument('<id>', '1 to 32 of a-z, 0-9 and -')
      .option('--group <name>', 'payout group (default solo)')
      .option('--replace', 'gives an existing device a new secret; the old one ends at once')
      .option('--mosquitto', "also prints the device's line for mosquitto's password file")
      .option('--json', 'one JSON object')
      .action(
        async (id: string, options: Flags & { replace?: boolean; json?: boolean; mosquitto?: boolean }) => {
          const { group, replace, json, mosquitto, ...flags } = options;
          const config = configOf(flags as Flags);
          const certificate = certificateFile(config);
          const fingerprint = certificate === undefined ? undefined : readFingerprint(certificate);
          const secret = await withStore(config, db =>
            addDevice(db, id, { group: group as string | undefined, replace }),
          );
          const line = mosquitto ? mosquittoLine(id, secret) : undefined;
          if (json)
            console.log(toJson({ device: id, secret, fingerprint, ...(line && { mosquitto: line }) }));
          else {
            console.log(`device  ${id}`);
            console.log(`secret  ${secret}`);
            if (fingerprint) console.log(`tls     ${fingerprint}`);
            if (line) console.log(line);
            console.error('The secret is not stored and not shown again.');
          }
        },
      ),
  );
  device.addCommand(
    configured('list', 'lists the devices', DATA_KEYS)
      .option('--json', 'one JSON array')
      .action(async ({ json, ...flags }: Flags & { json?: boolean }) => {
        const devices = await withStore(configOf(flags as Flags), listDevices, true);
        if (json) console.log(toJson(devices));
        else if (devices.length === 0) console.log('no devices');
        else {
          console.log(
            table([
              ['DEVICE', 'GROUP', 'ADDED', 'LAST SEEN', 'BOARD', 'STATE'],
              ...devices.map(row => [
                row.id,
                row.group,
                formatMoment(row.createdAt),
                formatMoment(row.lastSeen),
                row.board === undefined ? '-' : `${row.board} ${row.firmware ?? ''}`,
                row.revokedAt === undefined ? 'active' : 'revoked',
              ]),
            ]),
          );
        }
      }),
  );
  device.addCommand(
    configured('revoke', 'ends the use of a device; a running node disconnects it', DATA_KEYS)
      .argument('<id>')
      .action(async (id: string, flags: Flags) => {
        await withStore(configOf(flags), db => revokeDevice(db, id), true);
        console.log(`device ${id} is revoked`);
      }),
  );
  return device;
}
