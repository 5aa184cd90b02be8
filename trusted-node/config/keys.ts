/** The settings: one table for the check, for the types, for --help and for the JSON schema that editors read. */
import { z } from 'zod';
import { NETWORKS, type NetworkName } from '../../firmware/domain/networks.js';
import { LOG_LEVELS } from '../common/logger.js';
import {
  brokerUrl,
  brokerUser,
  difficulty,
  groupNames,
  groups,
  hostName,
  hostPort,
  oneOf,
  pool,
  poolUser,
  rpcNode,
  rpcUser,
  text,
  upstreamUrl,
  wholeNumber,
} from './values.js';

/** A wrong configuration; the message is one line, meant for the user. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

interface Row {
  readonly schema: z.ZodType;
  readonly help: string;
  /** Argument of the flag as shown by --help; undefined: no flag (a secret, or too much for a line). */
  readonly argument?: string;
  /** No environment variable. */
  readonly fileOnly?: boolean;
}

const MAX_QUORUM = 64;

const TABLE = {
  data: {
    schema: text.default('.mite'),
    argument: '<dir>',
    help: 'data directory: database, wallet, keys (default: ./.mite)',
  },
  network: {
    schema: oneOf(Object.keys(NETWORKS) as NetworkName[]).optional(),
    argument: '<name>',
    help: 'devnet (default) or regtest; with --upstream mainnet (default), testnet4, signet or regtest',
  },
  upstream: {
    schema: upstreamUrl.optional(),
    argument: '<url>',
    help: 'bitcoin://host[:port] of your own Bitcoin node, or stratum+tcp://host:port, stratum+ssl://host:port of a pool (default: the devnet, which needs none)',
  },
  rpcCookie: {
    schema: text.optional(),
    argument: '<file>',
    help: "the Bitcoin node's cookie file (default: that of this user's ~/.bitcoin)",
  },
  rpcUser: {
    schema: rpcUser.optional(),
    argument: '<name>',
    help: 'user of its RPC interface, instead of the cookie',
  },
  rpcPasswordFile: {
    schema: text.optional(),
    argument: '<file>',
    help: 'file with the password of that user',
  },
  submitAlsoTo: {
    schema: z.array(rpcNode, { error: 'must be a list' }).default([]),
    fileOnly: true,
    help: 'further Bitcoin nodes that are offered found blocks: a list of {"url", "cookie"} or {"url", "user", "passwordFile"}',
  },
  poolUser: {
    schema: poolUser.optional(),
    argument: '<name>',
    help: 'who this node is at the pool: ADDRESS.worker, or an account',
  },
  poolPasswordFile: {
    schema: text.optional(),
    argument: '<file>',
    help: 'file with the password for the pool (default: x, as most pools want)',
  },
  poolCa: {
    schema: text.optional(),
    argument: '<file>',
    help: "certificate authority of a stratum+ssl pool, PEM (default: the system's)",
  },
  poolDifficulty: {
    schema: difficulty.optional(),
    argument: '<n>',
    help: 'difficulty to suggest to the pool, fractions too (default: the pool decides)',
  },
  pools: {
    schema: z.array(pool, { error: 'must be a list' }).default([]),
    fileOnly: true,
    help: 'further pools, tried in this order when the one before is gone: a list of {"url", "user", "passwordFile", "ca"}; what is left out is that of upstream',
  },
  requirePayout: {
    schema: oneOf(['yes', 'no']).default('no'),
    argument: '<yes|no>',
    help: 'refuse a pool whose coinbase does not pay payoutAddress, yes or no (default: no)',
  },
  listen: {
    schema: z.literal('off').or(hostPort).optional(),
    argument: '<host:port>',
    help: 'where boards connect without TLS (default: 127.0.0.1:1883), or off',
  },
  tlsListen: {
    schema: hostPort.optional(),
    argument: '<host:port>',
    help: 'where boards connect with TLS (default: 127.0.0.1:8883 with --tls-cert, else off)',
  },
  tlsCert: { schema: text.optional(), argument: '<file>', help: 'certificate for TLS, PEM' },
  tlsKey: { schema: text.optional(), argument: '<file>', help: 'its private key, PEM' },
  stratum: {
    schema: hostPort.optional(),
    argument: '<host:port>',
    help: 'where Stratum V1 miners (NerdMiner, Bitaxe, cpuminer) connect, e.g. 0.0.0.0:3333 (default: off)',
  },
  stratumTls: {
    schema: hostPort.optional(),
    argument: '<host:port>',
    help: 'where they connect with TLS; needs a certificate, as --tls-listen does (default: off)',
  },
  stratumOpen: {
    schema: groupNames.default([]),
    argument: '<groups>',
    help: "payout groups whose miners need no secret, only the group's address as user name: solo, or several with commas (default: none)",
  },
  http: {
    schema: z.literal('off').or(hostPort).optional(),
    argument: '<host:port>',
    help: 'where the page, the API and /metrics are served (default: 127.0.0.1:8330), or off',
  },
  https: {
    schema: hostPort.optional(),
    argument: '<host:port>',
    help: "the same with TLS, by the node's certificate (default: off)",
  },
  httpNames: {
    schema: z.array(hostName, { error: 'must be a list' }).default([]),
    fileOnly: true,
    help: 'names of this machine by which browsers may reach the page, besides its addresses: a list',
  },
  broker: {
    schema: brokerUrl.optional(),
    argument: '<url>',
    help: 'external broker instead of the built-in one: mqtt://host:port or mqtts://host:port',
  },
  brokerUser: {
    schema: brokerUser.default('mite-node'),
    argument: '<name>',
    help: 'user name at the external broker (default: mite-node)',
  },
  brokerPasswordFile: {
    schema: text.optional(),
    argument: '<file>',
    help: 'file with the password for the external broker',
  },
  brokerPassword: { schema: text.optional(), help: 'that password itself' },
  brokerCa: {
    schema: text.optional(),
    argument: '<file>',
    help: "certificate authority of the external broker, PEM (default: the system's)",
  },
  homeAssistant: {
    schema: brokerUrl.optional(),
    argument: '<url>',
    help: 'broker of Home Assistant, mqtt://host:port or mqtts://host:port: boards show up there by themselves (default: off)',
  },
  homeAssistantUser: {
    schema: brokerUser.optional(),
    argument: '<name>',
    help: 'user name at that broker',
  },
  homeAssistantPasswordFile: {
    schema: text.optional(),
    argument: '<file>',
    help: 'file with the password of that user',
  },
  notifyFile: {
    schema: text.optional(),
    argument: '<file>',
    help: 'file with the address of an ntfy topic or web hook that is told of blocks, silent boards and wrong keys (default: off)',
  },
  payoutAddress: {
    schema: text.optional(),
    argument: '<address>',
    help: "address that blocks pay (default: the wallet's first; with --upstream there is none)",
  },
  groups: {
    schema: groups.default({}),
    fileOnly: true,
    help: 'payout groups with an address of their own: {"name": "address"}',
  },
  refreshSeconds: {
    schema: wholeNumber(1, 3600).default(30),
    argument: '<n>',
    help: 'seconds until boards get a new template on the same tip (default: 30)',
  },
  startWork: {
    schema: wholeNumber(1, Number.MAX_SAFE_INTEGER).optional(),
    argument: '<hashes>',
    help: 'hashes that the first share of a board should take if it states no rate',
  },
  keepDays: {
    schema: wholeNumber(1, 36_500).default(90),
    argument: '<n>',
    help: 'days that shares are kept after they were paid for (default: 90)',
  },
  quorum: {
    schema: wholeNumber(0, MAX_QUORUM).default(0),
    argument: '<n>',
    help: 'boards that must find a transaction valid before it is mined, 0 to 64 (default: 0)',
  },
  quorumMode: {
    schema: oneOf(['report', 'enforce']).optional(),
    argument: '<mode>',
    help: 'enforce mines only what has the quorum; report shows what has not (default: enforce; with --upstream report)',
  },
  quorumMinAge: {
    schema: wholeNumber(0, 315_360_000).default(0),
    argument: '<seconds>',
    help: 'seconds since a device was added before its verdicts count (default: 0)',
  },
  probeEvery: {
    schema: wholeNumber(0, 1_000_000).default(50),
    argument: '<n>',
    help: 'offer one in n transactions spoilt, to catch boards that sign without looking (default: 50; 0: never)',
  },
  logLevel: {
    schema: oneOf(LOG_LEVELS).default('info'),
    argument: '<level>',
    help: `${LOG_LEVELS.join(', ')} (default: info)`,
  },
} satisfies { [name: string]: Row };

export type KeyName = keyof typeof TABLE;
export type Value<N extends KeyName> = z.output<(typeof TABLE)[N]['schema']>;

/** A setting by its name in the file; the flag is the kebab form, the environment variable MITE_ and the upper snake form. */
export type Key = Omit<Row, 'schema'> & { readonly name: KeyName };

const ROWS = Object.entries<Row>(TABLE) as [KeyName, Row][];

export const KEYS: readonly Key[] = ROWS.map(([name, { schema: _, ...key }]) => ({ name, ...key }));

export function flagName(key: string): string {
  return key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}

export function environmentName(key: string): string {
  return `MITE_${flagName(key).replaceAll('-', '_').toUpperCase()}`;
}

/** A value as it was given, and where. */
export interface Found {
  readonly value: unknown;
  readonly from: string;
}

/**
 * Checks a value.
 * @param found undefined: it was not given
 * @throws ConfigError that begins with where the value came from
 */
export function readValue<N extends KeyName>(name: N, found: Found | undefined): Value<N> {
  const schema: z.ZodType = TABLE[name].schema;
  if (found === undefined) return schema.parse(undefined) as Value<N>;
  const { value, from } = found;
  // Everything that is not from the file is text.
  const digits = typeof value === 'string' && /^\d{1,16}$/.test(value) && isNumeric(schema);
  const { data, error } = schema.safeParse(digits ? Number(value) : value);
  const [issue] = error?.issues ?? [];
  if (issue === undefined) return data as Value<N>;
  throw new ConfigError(`${from}: ${describe(issue)}`);
}

function isNumeric(schema: z.ZodType): boolean {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional)
    return isNumeric(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodNumber;
}

function describe(issue: z.core.$ZodIssue): string {
  // If it is not "off", report what is wrong with the address.
  if (issue.code === 'invalid_union') {
    const last = issue.errors.at(-1)?.[0];
    if (last !== undefined) return describe(last);
  }
  const [group, field] = issue.path;
  if (group === undefined) return issue.message;
  if (typeof group === 'number') {
    const where = field === undefined ? '' : `${String(field)}: `;
    return `entry ${group + 1}: ${where}${issue.message}`;
  }
  const isName = issue.code === 'invalid_key';
  const message = isName ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  return `group "${String(group)}"${isName ? '' : ':'} ${message}`;
}

/** The file of settings for editors (JSON Schema, draft 2020-12). */
export function jsonSchema(): string {
  const shape = Object.fromEntries(ROWS.map(([name, { schema, help }]) => [name, schema.describe(help)]));
  const file = z.strictObject({ $schema: z.string().optional(), ...shape });
  const schema = z.toJSONSchema(file, { io: 'input' });
  return `${JSON.stringify({ title: 'Settings of mite-node', ...schema }, undefined, 2)}\n`;
}
