/** What setup asks, in which order, and how a node's address is typed. */
import type { Setting } from '../../settings/kinds.js';

/** Settings from many parts: what a board needs before it can mine. */
export type SetupKey =
  | 'wifi.ssid'
  | 'wifi.password'
  | 'node.host'
  | 'node.port'
  | 'node.fingerprint'
  | 'node.tls'
  | 'device.id'
  | 'device.secret'
  | 'payout.address'
  | 'mining.budget';
export type SetupSettings = Readonly<Record<SetupKey, Setting>>;

export interface Question {
  /** Questions that are tried together are asked again together. */
  readonly group: string;
  /** Settings that it answers; the first has the text. */
  readonly keys: readonly [SetupKey, SetupKey?];
  readonly prompt: string;
  readonly explain: string;
  readonly secret: boolean;
  /** May be left empty. */
  readonly optional: boolean;
  /** What is tried after the answer. */
  readonly check?: 'wifi' | 'tcp' | 'tls' | 'login';
}

const needed = { secret: false, optional: false };

const ALL: readonly Question[] = [
  { ...needed, group: 'wifi', keys: ['wifi.ssid'], prompt: 'Wi-Fi name', explain: 'The Wi-Fi to join.' },
  {
    group: 'wifi',
    keys: ['wifi.password'],
    prompt: 'Wi-Fi password',
    explain: 'Its password; it is not shown. - for an open network.',
    secret: true,
    optional: true,
    check: 'wifi',
  },
  {
    ...needed,
    group: 'node',
    keys: ['node.host', 'node.port'],
    prompt: 'Node',
    explain: 'The trusted node: host or host:port (1883 unless you say; 8883 with TLS).',
    check: 'tcp',
  },
  {
    ...needed,
    group: 'tls',
    keys: ['node.fingerprint', 'node.tls'],
    prompt: 'Fingerprint',
    explain: "SHA-256 fingerprint of the node's certificate; leave it empty for no TLS.",
    optional: true,
    check: 'tls',
  },
  {
    ...needed,
    group: 'login',
    keys: ['device.id'],
    prompt: 'Device',
    explain: 'The name of this board at the node (mite-node device add NAME).',
  },
  {
    group: 'login',
    keys: ['device.secret'],
    prompt: 'Secret',
    explain: 'Its secret, as the node showed it; it is not shown here.',
    secret: true,
    optional: false,
    check: 'login',
  },
  {
    ...needed,
    group: 'payout',
    keys: ['payout.address'],
    prompt: 'Payout',
    explain: 'Your payout address: jobs must pay it. Leave it empty to check no payouts.',
    optional: true,
  },
  {
    ...needed,
    group: 'budget',
    keys: ['mining.budget'],
    prompt: 'Budget',
    explain: 'How much of the time to mine, in percent.',
  },
];

/** Those that this board and this firmware have. */
export function questions(wifi: boolean, tls: boolean): Question[] {
  return ALL.filter(({ group }) => (group !== 'wifi' || wifi) && (group !== 'tls' || tls));
}

/**
 * 'host', 'host:port', an IPv6 address, or '[IPv6]:port'; 'mqtt://' may stand before it. The parts are not checked yet.
 * @returns the port as text, undefined where none was given
 */
export function parseNodeAddress(
  text: string,
): { readonly host: string; readonly port: string | undefined } | { readonly error: string } {
  if (text.startsWith('mqtt://')) {
    const rest = text.slice('mqtt://'.length);
    return parseNodeAddress(rest.endsWith('/') ? rest.slice(0, -1) : rest);
  }
  if (text.startsWith('[')) {
    const end = text.indexOf(']');
    if (end < 0) return { error: 'a ] is missing' };
    const rest = text.slice(end + 1);
    if (rest !== '' && !rest.startsWith(':')) return { error: 'expected [address]:port' };
    return { host: text.slice(1, end), port: rest === '' ? undefined : rest.slice(1) };
  }
  const colon = text.indexOf(':');
  if (colon < 0 || text.indexOf(':', colon + 1) >= 0) return { host: text, port: undefined };
  return { host: text.slice(0, colon), port: text.slice(colon + 1) };
}
