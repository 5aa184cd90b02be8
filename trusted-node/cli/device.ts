/** mite-node device add|list|revoke|rekey|unflag, and commands for boards */
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { Command } from 'commander';
import { bytesToHex, equalBytes } from '../../firmware/domain/bytes.js';
import { REMOTE_KEYS } from '../../firmware/protocol/mite/command.js';
import { OutputError, print, remark } from '../../programs/output.js';
import { answerTo, type CommandRequest, queueCommand } from '../fleet/commands.js';
import { addDevice, type DeviceSummary, listDevices, revokeDevice } from '../fleet/devices.js';
import type { NodeDatabase } from '../ports/store.js';
import { boundKeys, forgetKey, openFlags, unflagDevice } from '../quorum/board-keys.js';
import { writeNew } from './files.js';
import {
  configOf,
  configured,
  DATA_KEYS,
  type Flags,
  formatMoment,
  toJson,
  UsageError,
  withStore,
} from './options.js';
import { forgetChainCommand } from './owner.js';
import { fitTable } from './table.js';
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

/** Devices with their keys, and the evidence against them. */
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
  if (otherKey !== undefined) parts.push('presents another key');
  return parts.join(', ');
}

interface AddFlags extends Flags {
  group?: string;
  secretFile?: string;
}

/** A device is stored only once its secret has reached whoever wants it. */
async function add(
  id: string,
  options: AddFlags & { replace?: boolean; json?: boolean; mosquitto?: boolean },
): Promise<void> {
  const { group, secretFile, replace, json, mosquitto, ...flags } = options;
  if (secretFile === '') throw new UsageError('--secret-file: must name a file; it is empty');
  const config = configOf(flags as Flags);
  const certificate = certificateFile(config);
  const fingerprint = certificate === undefined ? undefined : readFingerprint(certificate);
  let written = false;
  const show = (secret: string) => {
    if (secretFile !== undefined) {
      writeNew(secretFile, `${secret}\n`, 0o600);
      written = true;
    }
    const line = mosquitto ? mosquittoLine(id, secret) : undefined;
    if (json) {
      const kept = secretFile === undefined ? { secret } : { secretFile };
      print(toJson({ device: id, ...kept, fingerprint, ...(line && { mosquitto: line }) }));
      return;
    }
    const rows = [`device  ${id}`, `secret  ${secretFile === undefined ? secret : `in ${secretFile}`}`];
    if (fingerprint) rows.push(`tls     ${fingerprint}`);
    if (line) rows.push(line);
    print(rows.join('\n'));
  };
  try {
    await withStore(config, db => addDevice(db, id, { group, replace, show }));
  } catch (error) {
    if (written) rmSync(secretFile!, { force: true });
    if (error instanceof OutputError) throw new Error(`${error.message}; the device was not stored`);
    throw error;
  }
  if (!json && secretFile === undefined)
    remark('The node keeps only a hash of the secret: it is not shown again.');
}

/** What a board has done, in its owner's terms. */
function done(device: string, { cmd, key, value }: CommandRequest): string {
  switch (cmd) {
    case 'set':
      return value
        ? `${device}: ${key} is now ${value}${UNITS[key!] ?? ''}`
        : `${device}: ${key} is back to its default`;
    case 'start':
      return `${device} may mine again`;
    case 'stop':
      return `${device} has stopped mining, until "mite-node device start ${device}" or a restart`;
    case 'restart':
      return `${device} is restarting`;
    case 'status':
      return `${device} has sent its status`;
    case 'forget-chain':
      return `${device} has forgotten its chain, and is restarting`;
  }
}

/** For settings that a number alone does not explain. */
const UNITS: Readonly<Record<string, string>> = {
  'mining.budget': ' %',
  'time.zone': ' minutes ahead of UTC',
  'pause.temperature': ' degrees Celsius',
};

/** Queues a command and waits for the board's answer. Exit code 1 when the board refuses. */
async function ask(
  device: string,
  request: CommandRequest,
  { json, wait = '15', ...flags }: AskFlags & { json?: boolean },
) {
  const seconds = /^\d{1,4}$/.test(wait) ? Number(wait) : Number.NaN;
  if (!(seconds <= 3600)) throw new UsageError('--wait: must be a whole number of seconds from 0 to 3600');
  await withStore(
    configOf(flags as Flags),
    async db => {
      const id = await queueCommand(db, device, request);
      if (process.stderr.isTTY && !json && seconds > 0)
        remark(`waiting up to ${seconds} s for ${device} to answer`);
      const until = Date.now() + seconds * 1000;
      let answer = await answerTo(db, id);
      while (answer === undefined && Date.now() < until) {
        await new Promise(resolve => setTimeout(resolve, LOOK_MS));
        answer = await answerTo(db, id);
      }
      const state =
        answer === undefined ? 'waiting' : answer === null ? 'replaced' : answer === '' ? 'done' : 'refused';
      if (state === 'refused' || state === 'replaced' || (state === 'waiting' && request.cmd !== 'set'))
        process.exitCode = 1;
      if (json) print(toJson({ device, ...request, state, ...(state === 'refused' && { error: answer }) }));
      else if (state === 'done') print(done(device, request));
      else if (state === 'waiting' && request.cmd === 'set')
        print(
          `${device} has not answered yet: ${request.key} is saved at the node, and applied when the board reconnects`,
        );
      else if (state === 'waiting')
        remark(`mite-node: ${device} has not answered: is it connected, and does the node run?`);
      else remark(`mite-node: ${device}: ${answer ?? 'a newer command has replaced this one'}`);
    },
    true,
  );
}

function asking(name: string, description: string): Command {
  return configured(name, description, DATA_KEYS)
    .option('--wait <seconds>', 'how long to wait for its answer, 0 to 3600', '15')
    .option('--json', 'one JSON object')
    .argument('<id>');
}

export function deviceCommand(): Command {
  const device = new Command('device').description('add, list, revoke and control boards');
  device.addCommand(
    configured('add', 'add a device and show its secret, once', DATA_KEYS)
      .argument('<id>', 'its name: 1 to 32 of a-z, 0-9 and -, not led by -')
      .option('--group <name>', 'payout group (default: solo)')
      .option('--replace', 'give a device that exists a new secret; the old one stops working at once')
      .option('--secret-file <file>', 'write the secret to a new file instead of showing it')
      .option('--mosquitto', "also print the device's line for mosquitto's password file")
      .option('--json', 'one JSON object')
      .action(add),
  );
  device.addCommand(
    configured('list', 'list the devices', DATA_KEYS)
      .option('--json', 'one JSON array')
      .action(async ({ json, ...flags }: Flags & { json?: boolean }) => {
        const devices = await withStore(configOf(flags as Flags), listBoards, true);
        if (json) print(toJson(devices));
        else if (devices.length === 0) print('there are no devices yet (mite-node device add)');
        else {
          print(
            fitTable(
              [
                { title: 'DEVICE' },
                { title: 'GROUP', optional: 1 },
                { title: 'ADDED (UTC)', optional: 3 },
                { title: 'LAST SEEN (UTC)' },
                { title: 'BOARD' },
                { title: 'KEY', optional: 2 },
                { title: 'STATE' },
              ],
              devices.map(row => [
                row.id,
                row.group,
                formatMoment(row.createdAt),
                formatMoment(row.lastSeen),
                row.board === undefined ? '-' : `${row.board} ${row.firmware ?? ''}`,
                row.key === undefined ? '-' : `${row.key.slice(0, 16)}…`,
                describeState(row),
              ]),
            ),
          );
        }
      }),
  );
  device.addCommand(
    configured('revoke', 'revoke a device: it is disconnected and can no longer connect', DATA_KEYS)
      .argument('<id>')
      .action(async (id: string, flags: Flags) => {
        await withStore(configOf(flags), db => revokeDevice(db, id), true);
        print(`device ${id} is revoked: it can no longer connect`);
      }),
  );
  device.addCommand(
    configured(
      'rekey',
      'forget the key a device signs with, and accept the next one its board presents',
      DATA_KEYS,
    )
      .argument('<id>')
      .action(async (id: string, flags: Flags) => {
        await withStore(configOf(flags), db => forgetKey(db, id), true);
        print(`device ${id}: its key is forgotten; what it signed is kept, but no longer counts`);
      }),
  );
  device.addCommand(
    configured('unflag', 'let the verdicts of a flagged device count again', DATA_KEYS)
      .argument('<id>')
      .action(async (id: string, flags: Flags) => {
        await withStore(configOf(flags), db => unflagDevice(db, id), true);
        print(`device ${id} is no longer flagged; the evidence is kept`);
      }),
  );
  device.addCommand(
    asking('set', 'change a setting on a board')
      .argument('<key>', REMOTE_KEYS.join(', '))
      .argument('[value]', "as on the board's console; leave it out for the default")
      .action((id: string, key: string, value: string | undefined, options: AskFlags) =>
        ask(id, { cmd: 'set', key, value: value ?? '' }, options),
      ),
  );
  for (const [cmd, description] of [
    ['start', 'let a board mine again'],
    ['stop', 'stop a board from mining until `start`, or until it restarts'],
    ['restart', 'restart a board'],
  ] as const)
    device.addCommand(
      asking(cmd, description).action((id: string, options: AskFlags) => ask(id, { cmd }, options)),
    );
  device.addCommand(forgetChainCommand());
  return device;
}
