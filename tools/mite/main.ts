#!/usr/bin/env node
/** mite: boards on the serial ports of this machine. Exit codes: 0 done, 1 failed, 2 wrong usage. */
import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { print, remark } from '../../programs/output.js';
import { messageOf } from '../../programs/problems.js';
import { runProgram } from '../../programs/program.js';
import { type Change, configure, nodeChanges } from './configure.js';
import { CliError, UsageError } from './errors.js';
import { interactive, monitor } from './monitor.js';
import { BAUD_RATE, listPorts } from './port.js';
import { promptSecret, readSecret } from './secrets.js';

/** This file runs from build/js/tools/mite. */
const { version } = JSON.parse(
  readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'),
) as { version: string };

function integer(minimum: number, maximum: number): (text: string) => number {
  return text => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= minimum && value <= maximum)) {
      throw new InvalidArgumentError(`It must be a whole number from ${minimum} to ${maximum}.`);
    }
    return value;
  };
}

const collect = (value: string, list: string[]): string[] => [...list, value];

function withPort(name: string, text: string): Command {
  return new Command(name)
    .description(text)
    .requiredOption('-p, --port <path>', 'serial port, for example /dev/ttyUSB0 (see mite ports)')
    .option('--baud <rate>', 'baud rate', integer(1200, 4_000_000), BAUD_RATE);
}

interface ConfigureFlags {
  port: string;
  baud: number;
  wifiSsid?: string;
  wifiPasswordFile?: string;
  wifiPasswordEnv?: string;
  wifiPasswordPrompt?: boolean;
  node?: string;
  fingerprint?: string;
  device?: string;
  secretFile?: string;
  secretEnv?: string;
  secretStdin?: boolean;
  secretPrompt?: boolean;
  payout?: string;
  set: string[];
  unset: string[];
  insist?: boolean;
  wait: number;
  connect: number;
}

async function changesOf(flags: ConfigureFlags): Promise<{ changes: Change[]; fromArguments: Set<string> }> {
  const changes: Change[] = [];
  const fromArguments = new Set<string>();
  const add = (key: string, value: string | undefined) => {
    if (value !== undefined) changes.push({ key, value });
  };
  add('wifi.ssid', flags.wifiSsid);
  add(
    'wifi.password',
    await readSecret('wifi-password', {
      file: flags.wifiPasswordFile,
      env: flags.wifiPasswordEnv,
      prompt: flags.wifiPasswordPrompt,
    }),
  );
  if (flags.node !== undefined) changes.push(...nodeChanges(flags.node));
  if (flags.fingerprint === 'none') {
    changes.push({ key: 'node.tls', value: 'false' }, { key: 'node.fingerprint', value: undefined });
  } else if (flags.fingerprint !== undefined) {
    changes.push({ key: 'node.fingerprint', value: flags.fingerprint }, { key: 'node.tls', value: 'true' });
  }
  add('device.id', flags.device);
  add(
    'device.secret',
    await readSecret('secret', {
      file: flags.secretFile,
      env: flags.secretEnv,
      stdin: flags.secretStdin,
      prompt: flags.secretPrompt,
    }),
  );
  add('payout.address', flags.payout);
  for (const text of flags.set) {
    const equals = text.indexOf('=');
    if (equals <= 0) throw new UsageError('--set: must be key=value');
    fromArguments.add(text.slice(0, equals));
    add(text.slice(0, equals), text.slice(equals + 1));
  }
  for (const key of flags.unset) changes.push({ key, value: undefined });
  const keys = changes.map(({ key }) => key);
  const twice = keys.find((key, i) => keys.indexOf(key) !== i);
  if (twice !== undefined) throw new UsageError(`${twice} is given twice`);
  const wrong = keys.find(key => !/^[a-z][a-z0-9]*\.[a-z][a-z0-9]*$/i.test(key));
  if (wrong !== undefined) throw new UsageError(`"${wrong.slice(0, 40)}" is not a setting`);
  return { changes, fromArguments };
}

function configureCommand(): Command {
  return withPort('configure', 'store settings on a board, all of them or none')
    .option('--wifi-ssid <name>', 'name of the Wi-Fi to join')
    .option('--wifi-password-file <file>', 'file with its password')
    .option('--wifi-password-env <name>', 'environment variable with it')
    .option('--wifi-password-prompt', 'ask for it here')
    .option('--node <host:port>', 'the trusted node')
    .option('--fingerprint <hex>', "SHA-256 of the node's certificate; none turns TLS off")
    .option('--device <id>', 'name of the board at the node (mite-node device add)')
    .option('--secret-file <file>', 'file with its secret, or with what device add printed')
    .option('--secret-env <name>', 'environment variable with it')
    .option('--secret-stdin', 'read it from standard input')
    .option('--secret-prompt', 'ask for it here')
    .option('--payout <address>', 'address that blocks must pay')
    .option('--set <key=value>', 'any other setting; can be repeated', collect, [] as string[])
    .option('--unset <key>', 'set it back to its default; can be repeated', collect, [] as string[])
    .option('--insist', 'allow secrets in --set, where every user of this machine can read them')
    .option('--wait <seconds>', 'how long to wait for the board to answer', integer(1, 600), 6)
    .option(
      '--connect <seconds>',
      'how long to wait for it to reach its node; 0: not at all',
      integer(0, 600),
      20,
    )
    .action(async (flags: ConfigureFlags) => {
      const { changes, fromArguments } = await changesOf(flags);
      // The settings are stored even if the reader goes away.
      let fault: unknown;
      const say = (line: string) => {
        try {
          if (fault === undefined) print(line);
        } catch (error) {
          fault = error;
        }
      };
      const asks = flags.device !== undefined && process.stdin.isTTY === true;
      await configure({
        port: flags.port,
        baudRate: flags.baud,
        wait: flags.wait,
        changes,
        fromArguments,
        insist: flags.insist === true,
        connect: flags.connect,
        say,
        askSecret: asks ? () => promptSecret(`secret of ${flags.device}: `) : undefined,
      });
      if (fault !== undefined) throw fault;
    });
}

const program = new Command('mite')
  .description('Set up and watch Mite boards on the serial ports of this machine.')
  .version(version)
  .addHelpText(
    'after',
    `
First steps with a new board:
  mite-node device add kitchen --secret-file kitchen.secret    on the node
  mite ports                                                   to find the board
  mite configure -p /dev/ttyUSB0 --wifi-ssid home --wifi-password-prompt \\
    --node 192.168.1.10:1883 --device kitchen --secret-file kitchen.secret
  mite monitor -p /dev/ttyUSB0                                 to watch it
or: mite console -p /dev/ttyUSB0, and type setup`,
  );

program.addCommand(configureCommand());
program.addCommand(
  withPort('monitor', 'watch a board: its log, and below it a live line of what it does')
    .option('--json', 'print the JSON lines as the board sends them')
    .action(async ({ port, baud, json }: { port: string; baud: number; json?: boolean }) => {
      const stopped = new Promise<void>(resolve => {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
      });
      await monitor({ port, baudRate: baud, json: json === true, out: process.stdout }, stopped);
    }),
);
program.addCommand(
  withPort('console', "open the board's own console; Ctrl-] leaves it").action(
    async ({ port, baud }: { port: string; baud: number }) => {
      await interactive({
        port,
        baudRate: baud,
        input: process.stdin,
        say: remark,
      });
    },
  ),
);
program.addCommand(
  new Command('ports').description('list the serial ports').action(async () => {
    const ports = await listPorts();
    if (ports.length === 0)
      print('no serial port with a board on it: is it plugged in, with a cable that carries data?');
    for (const { path, description } of ports) print(description ? `${path}  ${description}` : path);
  }),
);

/** An error of ours may have several lines; we print one. */
function explain(error: unknown): string {
  const text = messageOf(error);
  return error instanceof CliError ? text : text.split('\n')[0]!;
}

await runProgram(program, explain, error => error instanceof UsageError);
