/** How one more board joins a run, and what to type after it. Pure. */
import { CONSOLE } from './board.js';
import type { Commands } from './view.js';

/** Where the node listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

const ANY_V4 = '0.0.0.0';
const ANY_V6 = '::';

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

/** Where a board on this machine connects to. */
export function localHost(host: string): string {
  if (host === ANY_V4) return '127.0.0.1';
  return host === ANY_V6 ? '::1' : host;
}

const joined = ({ host, port }: Address): string => `${host.includes(':') ? `[${host}]` : host}:${port}`;

/** A word of a shell's command line. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** @param data as it was given; '' for the usual directory. @param directory the same, absolute. @param tool "run" or "sim" */
export function commands(data: string, directory: string, boards: readonly string[], tool: string): Commands {
  const named = data === '' || data === '.mite' ? '' : ` --data ${quoted(data)}`;
  const of =
    boards.length === 1 ? `${boards[0]}/board.log` : `${boards[0]}/board.log to ${boards.at(-1)}/board.log`;
  return {
    logs: `${directory}: node.log, ${of}`,
    console:
      tool === 'run' ? `npx mite console -p ${quoted(`${data || '.mite'}/${boards[0]}/${CONSOLE}`)}` : '',
    again: `make ${tool}${named === '' ? '' : ` DATA=${quoted(data)}`}`,
    data: named,
  };
}

/**
 * One line each, short enough for most terminals.
 * @param lan an address of this machine in its network, undefined when it has none
 */
export function joining(at: Address, lan: string | undefined, { data, again }: Commands): string[] {
  const device = `npx mite-node device add kitchen${data}   (shows its secret, once)`;
  if (isLoopback(at.host)) {
    return [
      device,
      `build/host/mite-board --data kitchen   (setup: ${at.host} port ${at.port})`,
      `for real boards: ${again} LISTEN=0.0.0.0:1883`,
    ];
  }
  const host = at.host === ANY_V4 || at.host === ANY_V6 ? (lan ?? 'THIS-MACHINE') : at.host;
  return [
    device,
    `npx mite configure -p /dev/ttyUSB0 --node ${joined({ host, port: at.port })} --device kitchen --secret-prompt`,
    'every device needs its secret to get in; without TLS the network can read it',
  ];
}
