/** mite-node owner-key, and the orders that it signs: device forget-chain */
import { Command } from 'commander';
import { print, remark } from '../../programs/output.js';
import {
  makeOwnerKey,
  type OwnerKey,
  ownerKeyText,
  readOwnerKey,
  signForgetChain,
} from '../common/owner-key.js';
import { answerTo, queueCommand } from '../fleet/commands.js';
import { listDevices } from '../fleet/devices.js';
import type { NodeDatabase } from '../ports/store.js';
import { readInput, writeNew } from './files.js';
import { configOf, configured, DATA_KEYS, type Flags, toJson, UsageError, withStore } from './options.js';

/** How long the boards have to answer (ms), and how often the database is asked. */
const WAIT_MS = 15_000;
const LOOK_MS = 100;

export function ownerKeyCommand(): Command {
  const owner = new Command('owner-key').description(
    "the owner's key, for orders that a node cannot give by itself",
  );
  owner.addCommand(
    new Command('create')
      .description(
        'make a key in a new file, to be kept away from the node, and show what boards need to know of it',
      )
      .argument('<file>')
      .action((file: string) => {
        const key = makeOwnerKey();
        writeNew(file, ownerKeyText(key), 0o600);
        print(`owner.key  ${key.publicKey}`);
        remark(`On each board's console: config set owner.key ${key.publicKey}`);
      }),
  );
  return owner;
}

function keyOf(file: string | undefined): OwnerKey {
  if (file === undefined) throw new UsageError('--key-file: name the file of "mite-node owner-key create"');
  const text = readInput(file).toString('latin1');
  try {
    return readOwnerKey(text);
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}

/** The boot that a device said hello with last: an order is good for that one. */
async function bootOf(db: NodeDatabase, device: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('sessions')
    .select('boot')
    .where('device', '=', device)
    .where('boot', 'not like', 'unheard-%')
    .orderBy('seen_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.boot;
}

async function order(db: NodeDatabase, key: OwnerKey, device: string): Promise<string> {
  const boot = await bootOf(db, device);
  if (boot === undefined) return 'it has never said hello';
  const id = await queueCommand(db, device, {
    cmd: 'forget-chain',
    value: signForgetChain(key, device, boot),
  });
  for (const until = Date.now() + WAIT_MS; Date.now() < until; ) {
    const answer = await answerTo(db, id);
    if (answer !== undefined) return answer === null ? 'a newer order has replaced this one' : answer;
    await new Promise(resolve => setTimeout(resolve, LOOK_MS));
  }
  return 'it has not answered: is it connected, and does the node run?';
}

interface ForgetFlags extends Flags {
  keyFile?: string;
}

export function forgetChainCommand(): Command {
  return configured(
    'forget-chain',
    'make a board, or all, forget the chain that it has verified: for a node restored from an old copy',
    DATA_KEYS,
  )
    .argument('[id]')
    .option('--all', 'every device that is not revoked')
    .option('--key-file <file>', "the owner's key; its boards know it as owner.key")
    .option('--json', 'one JSON object')
    .action(async (id: string | undefined, options: ForgetFlags & { all?: boolean; json?: boolean }) => {
      const { all, json, keyFile, ...flags } = options;
      if ((id === undefined) === (all !== true)) throw new UsageError('name one device, or --all');
      const key = keyOf(keyFile);
      await withStore(
        configOf(flags as Flags),
        async db => {
          const active = (await listDevices(db)).filter(({ revokedAt }) => revokedAt === undefined);
          const devices = id === undefined ? active.map(device => device.id) : [id];
          const answers = await Promise.all(
            devices.map(async device => ({ device, error: await order(db, key, device) })),
          );
          if (answers.some(({ error }) => error !== '')) process.exitCode = 1;
          if (json) print(toJson({ answers }));
          else
            for (const { device, error } of answers)
              print(
                `${device}: ${error === '' ? 'has forgotten its chain, and restarts at its checkpoint' : error}`,
              );
        },
        true,
      );
    });
}
