/** mite-node doctor: looks at everything that a running node needs, and says for each thing what to do. */
import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { print } from '../../programs/output.js';
import { problemOf } from '../../programs/problems.js';
import { systemClock } from '../common/clock.js';
import type { Finding } from '../common/findings.js';
import type { NodeConfig } from '../config/config.js';
import type { HostPort } from '../config/values.js';
import { AGENT, poolOptions } from '../open-pool.js';
import { rpcClients } from '../open-upstream.js';
import { isNodeRunning } from '../store/store.js';
import { examineBitcoin } from '../upstream/bitcoin/examine.js';
import { examinePool } from '../upstream/pool/examine.js';
import { addressScript, payee } from '../wallet/payout.js';
import { configOf, configured, type Flags, readersWarning, toJson } from './options.js';

/** Below this much room on the disk one is warned, bytes. */
const LITTLE_ROOM = 1_000_000_000;
/** A broker gets so long to take a connection, ms. */
const CONNECT_MS = 5_000;

const MARKS = { ok: 'ok  ', warning: 'note', failed: 'FAIL' } as const;

function dataDirectory(data: string): Finding {
  const check = 'data';
  // Of one that is not there yet, where it would be made.
  let at = data;
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  try {
    if (!statSync(at).isDirectory()) throw new Error('it is a file, not a directory');
    accessSync(at, constants.W_OK | constants.X_OK);
    const { bavail, bsize } = statfsSync(at);
    const room = bavail * bsize;
    const text = `${data}${at === data ? '' : ' (will be made)'}, ${(room / 1e9).toFixed(1)} GB free`;
    if (room < LITTLE_ROOM)
      return {
        check,
        state: 'warning',
        text,
        advice: 'make room: a full disk stops the node, and loses nothing',
      };
    const readers = at === data ? readersWarning(data) : undefined;
    if (readers !== undefined)
      return { check, state: 'warning', text: 'other users can read it', advice: readers };
    return { check, state: 'ok', text };
  } catch (error) {
    const advice = 'name another directory with --data, or give this user the right to write there';
    return { check, state: 'failed', text: `${at}: ${problemOf(error)}`, advice };
  }
}

/** Whether somebody could listen there now. */
async function port({ host, port: number }: HostPort, what: string, running: boolean): Promise<Finding> {
  const check = 'port';
  const text = `${host}:${number} (${what})`;
  if (running)
    return { check, state: 'ok', text: `${text}: a node runs on this data directory, and listens there` };
  const problem = await new Promise<string | undefined>(resolve => {
    const server = createServer();
    server.on('error', error => resolve(problemOf(error)));
    server.listen(number, host, () => server.close(() => resolve(undefined)));
  });
  if (problem === undefined) return { check, state: 'ok', text };
  const advice =
    'end the other program, or choose another port with --listen, --tls-listen, --stratum or --stratum-tls';
  return { check, state: 'failed', text: `${text}: ${problem}`, advice };
}

async function broker(url: string): Promise<Finding> {
  const check = 'broker';
  const { hostname, port: number, protocol } = new URL(url);
  const at = {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(number || (protocol === 'mqtts:' ? 8883 : 1883)),
  };
  const problem = await new Promise<string | undefined>(resolve => {
    const socket = connect(at, () => resolve(undefined));
    socket.setTimeout(CONNECT_MS, () => resolve('no answer'));
    socket.on('error', error => resolve(problemOf(error)));
    socket.on('connect', () => socket.destroy());
  });
  return problem === undefined
    ? { check, state: 'ok', text: `${url} takes connections` }
    : {
        check,
        state: 'failed',
        text: `${url}: ${problem}`,
        advice: 'start the broker, or mend --broker; docs/operations.md, "External broker"',
      };
}

function payoutAddress(config: NodeConfig): Finding {
  const { payoutAddress: address, network, pool } = config;
  const check = 'payout';
  if (address === undefined && pool !== undefined)
    return { check, state: 'ok', text: payee(config).address || 'by account: what the pool knows' };
  if (address === undefined) return { check, state: 'ok', text: "the node's own wallet" };
  try {
    addressScript(address, NETWORKS[network], 'payoutAddress');
    return { check, state: 'ok', text: address };
  } catch (error) {
    return {
      check,
      state: 'failed',
      text: problemOf(error),
      advice: `give an address of ${network} with --payout-address`,
    };
  }
}

async function examine(config: NodeConfig): Promise<Finding[]> {
  const { data, listen, tls, stratum, bitcoin, network } = config;
  const running = isNodeRunning(data);
  const findings = [dataDirectory(data), payoutAddress(config)];
  if (listen !== undefined) findings.push(await port(listen, 'boards', running));
  if (tls !== undefined) findings.push(await port(tls, 'boards with TLS', running));
  if (stratum?.listen !== undefined) findings.push(await port(stratum.listen, 'Stratum miners', running));
  if (stratum?.tls !== undefined) findings.push(await port(stratum.tls, 'Stratum miners with TLS', running));
  if (config.broker !== undefined) findings.push(await broker(config.broker.url));
  if (config.pool !== undefined)
    for (const pool of config.pool.pools)
      findings.push(
        ...(await examinePool(poolOptions(pool), AGENT, NETWORKS[network], payee(config).script)),
      );
  if (bitcoin === undefined) return findings;
  const { rpc, others } = rpcClients(bitcoin);
  findings.push(...(await examineBitcoin(rpc, NETWORKS[network], systemClock)));
  for (const other of others)
    findings.push((await examineBitcoin(other, NETWORKS[network], systemClock))[0]!);
  return findings;
}

export function doctorCommand(): Command {
  return configured('doctor', 'look at all that "run" needs, with the same options, and say what is missing')
    .option('--json', 'one JSON object for each thing')
    .action(async ({ json, ...flags }: Flags & { json?: boolean }) => {
      const findings = await examine(configOf(flags as Flags));
      for (const finding of findings) {
        const { check, state, text, advice } = finding;
        if (json) print(toJson(finding));
        else
          print(
            `${MARKS[state]}  ${check.padEnd(13)} ${text}${advice === undefined ? '' : `\n${' '.repeat(20)}${advice}`}`,
          );
      }
      if (findings.some(({ state }) => state === 'failed')) process.exitCode = 1;
    });
}
