/** mite-node device add|list|revoke|rekey|unflag, and commands for boards */
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { Command } from 'commander';
import { bytesToHex, equalBytes } from '../../firmware/domain/bytes.js';
import { REMOTE_KEYS } from '../../firmware/protocol/command.js';
import { boundKeys, forgetKey, openFlags, unflagDevice } from '../service/board-keys.js';
import { answerTo, type CommandRequest, queueCommand } from '../service/commands.js';
import { addDevice, type DeviceSummary, listDevices, revokeDevice } from '../service/devices.js';
import type { NodeDatabase } from '../service/store.js';
import {
  configOf,
  configured,
  DATA_KEYS,
  type Flags,
  formatMoment,
  table,
  toJson,
  UsageError,
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

/** How often the database is asked for the answer (ms). */
const LOOK_MS = 100;

interface AskFlags extends Flags {
  wait?: string;
}

/** Devices with their keys, and what speaks against them. */
async function listBoards(db: NodeDatabase) {
  const [devices, keys, flags] = [await listDevices(db), await boundKeys(db), await openFlags(db)];
  return devices.map(device => {
    const key = keys.get(device.id);
    return {
      ...device,
      key: key && bytesToHex(key.publicKey),
      keySince: key?.firstSeen,
      probes: key?.probes ?? 0,
      refusedVerdicts: key?.refused ?? 0,
      otherKey: key?.other && { key: bytesToHex(key.other.publicKey), at: key.other.at },
      flags: flags
        .filter(flag => flag.device === device.id || (key && equalBytes(flag.publicKey, key.publicKey)))
        .map(({ device: of, reason, at }) => ({ device: of, reason, at })),
    };
  });
}

function describeState({
  revokedAt,
  flags,
  otherKey,
}: DeviceSummary & { flags: { reason: string }[]; otherKey: unknown }): string {
  const parts = [revokedAt === undefined ? 'active' : 'revoked'];
  const [flag] = flags;
  if (flag !== undefined) parts.push(`flagged: ${flag.reason}`);
  if (otherKey !== undefined) parts.push('says another key');
  return parts.join(', ');
}

/** Queues a command and waits for the board's answer. Exit code 1 when the board refuses. */
async function ask(
  device: string,
  request: CommandRequest,
  { json, wait = '15', ...flags }: AskFlags & { json?: boolean },
) {
  const seconds = Number(wait);
  if (!(Number.isInteger(seconds) && seconds >= 0 && seconds <= 3600))
    throw new UsageError('--wait: expected 0 to 3600');
  await withStore(
    configOf(flags as Flags),
    async db => {
      const id = await queueCommand(db, device, request);
      const until = Date.now() + seconds * 1000;
      let answer = await answerTo(db, id);
      while (answer === undefined && Date.now() < until) {
        await new Promise(resolve => setTimeout(resolve, LOOK_MS));
        answer = await answerTo(db, id);
      }
      const state =
        answer === undefined ? 'waiting' : answer === null ? 'replaced' : answer === '' ? 'done' : 'refused';
      if (json)
        console.log(toJson({ device, ...request, state, ...(state === 'refused' && { error: answer }) }));
      else if (state === 'done') console.log(`${device} did as told`);
      else if (state === 'waiting')
        console.log(
          request.cmd === 'set'
            ? `${device} has not answered yet: it gets the setting when it is here and the node runs`
            : `${device} has not answered`,
        );
      else
        console.error(`mite-node: ${device}: ${answer ?? 'a newer command has taken the place of this one'}`);
      if (state === 'refused' || state === 'replaced' || (state === 'waiting' && request.cmd !== 'set'))
        process.exitCode = 1;
    },
    true,
  );
}

function asking(name: string, description: string): Command {
  return configured(name, description, DATA_KEYS)
    .option('--wait <seconds>', 'how long to wait for its answer', '15')
    .option('--json', 'one JSON object')
    .argument('<id>');
}

export function deviceCommand(): Command {
  const device = new Command('device').description('adds, lists, revokes and commands devices');
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
        const devices = await withStore(configOf(flags as Flags), listBoards, true);
        if (json) console.log(toJson(devices));
        else if (devices.length === 0) console.log('no devices');
        else {
          console.log(
            table([
              ['DEVICE', 'GROUP', 'ADDED', 'LAST SEEN', 'BOARD', 'KEY', 'STATE'],
              ...devices.map(row => [
                row.id,
                row.group,
                formatMoment(row.createdAt),
                formatMoment(row.lastSeen),
                row.board === undefined ? '-' : `${row.board} ${row.firmware ?? ''}`,
                row.key === undefined ? '-' : `${row.key.slice(0, 16)}…`,
                describeState(row),
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
  device.addCommand(
    configured('rekey', 'forgets the key of a device: the next that its board says is taken', DATA_KEYS)
      .argument('<id>')
      .action(async (id: string, flags: Flags) => {
        await withStore(configOf(flags), db => forgetKey(db, id), true);
        console.log(`the key of device ${id} is forgotten; what it signed is kept and does not count`);
      }),
  );
  device.addCommand(
    configured('unflag', 'lets the verdicts of a flagged device count again', DATA_KEYS)
      .argument('<id>')
      .action(async (id: string, flags: Flags) => {
        await withStore(configOf(flags), db => unflagDevice(db, id), true);
        console.log(`device ${id} is no longer flagged; the evidence is kept`);
      }),
  );
  device.addCommand(
    asking('set', 'changes a setting of a board, which stores it')
      .argument('<key>', REMOTE_KEYS.join(', '))
      .argument('[value]', 'as on the console; left out: the default')
      .action((id: string, key: string, value: string | undefined, options: AskFlags) =>
        ask(id, { cmd: 'set', key, value: value ?? '' }, options),
      ),
  );
  for (const [cmd, description] of [
    ['start', 'lets a board mine again'],
    ['stop', 'pauses a board until `start`, or until it restarts'],
    ['restart', 'restarts a board'],
  ] as const)
    device.addCommand(
      asking(cmd, description).action((id: string, options: AskFlags) => ask(id, { cmd }, options)),
    );
  return device;
}
