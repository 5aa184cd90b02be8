/** The kinds of values that settings have, as schemas: their messages follow the name of the setting. */
import { isIPv4, isIPv6 } from 'node:net';
import { z } from 'zod';
import { isDeviceId } from '../../firmware/protocol/mite/topics.js';

export interface HostPort {
  readonly host: string;
  readonly port: number;
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

export function hasControls(value: string): boolean {
  return [...value].some(character => character < ' ' || (character >= '\x7f' && character < '\xa0'));
}

export const text = z
  .string({ error: 'must be a text, in quotes' })
  .min(1, { error: 'must not be empty', abort: true })
  .refine(value => !hasControls(value), { error: 'must have no control characters in it', abort: true });

/** A positive decimal, kept as its text: no float ever has part in a difficulty. */
export const difficulty = z
  .union([z.string(), z.number().transform(String)], { error: 'must be a number, for example 0.001' })
  .refine(value => /^(?:0|[1-9]\d{0,14})(?:\.\d{1,18})?$/.test(value) && /[1-9]/.test(value), {
    error: 'must be a positive decimal, for example 1024 or 0.001',
  });

/** A whole number. Flags and variables bring it as digits. */
export function wholeNumber(minimum: number, maximum: number) {
  const error = `must be a whole number from ${minimum} to ${maximum}`;
  return z.int({ error }).min(minimum, { error }).max(maximum, { error });
}

export function oneOf<const T extends readonly string[]>(names: T) {
  return z.enum(names, { error: `must be one of ${names.join(', ')}` });
}

/** A broker's user name in a form that its password and ACL files can hold. */
export const brokerUser = text.refine(user => user.trim() === user && !user.includes(':'), {
  error: 'must have no colon in it, and no space at its ends',
});

/** A name of a machine, in lower case. */
export const hostName = z
  .string({ error: 'must be a text, in quotes' })
  .max(253, { error: 'must be a host name' })
  .regex(/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/, { error: 'must be a host name' })
  .transform(name => name.toLowerCase());

const HOST_PORT = 'must be host:port, for example 0.0.0.0:1883';

/** "host:port" or "[v6]:port"; port 0 lets the system choose. */
export const hostPort = z
  .string({ error: 'must be a text, in quotes' })
  .min(1, { error: `${HOST_PORT}; it is empty`, abort: true })
  .pipe(text)
  .transform((value, context): HostPort => {
    const wrong = (error: string) => {
      context.addIssue(error);
      return z.NEVER;
    };
    const match = /^(?:\[([0-9a-fA-F:.]+(?:%[\w.-]+)?)\]|([A-Za-z0-9._-]+)):(\d{1,5})$/.exec(value);
    if (!match) return wrong(HOST_PORT);
    const [, v6, name] = match;
    const port = Number(match[3]);
    if (port > 65_535) return wrong(`${HOST_PORT}; a port is at most 65535`);
    if (v6 !== undefined && !isIPv6(v6)) return wrong(`${v6} is no IPv6 address`);
    if (name !== undefined && /^[\d.]+$/.test(name) && !isIPv4(name))
      return wrong(`${name} is no IPv4 address`);
    return { host: (v6 ?? name) as string, port };
  });

/** A URL of nothing but a scheme, a host and maybe a port. @param secrets the settings where user and password belong */
function plainUrl(schemes: readonly string[], example: string, secrets: string) {
  const error = `must be a URL, for example ${example}`;
  return z
    .string({ error })
    .refine(value => !hasControls(value), { error, abort: true })
    .transform((value, context): URL => {
      const wrong = (text: string) => {
        context.addIssue(text);
        return z.NEVER;
      };
      let url: URL;
      try {
        url = new URL(value);
      } catch {
        return wrong(error);
      }
      if (url.username !== '' || url.password !== '')
        return wrong(`a URL with a user or password ends up in process lists and logs; use ${secrets}`);
      if (
        !schemes.some(scheme => url.protocol === `${scheme}:`) ||
        url.hostname === '' ||
        url.port === '0' ||
        !/^\/?$/.test(url.pathname) ||
        url.search !== '' ||
        url.hash !== ''
      )
        return wrong(`must be ${schemes.map(scheme => `${scheme}://host:port`).join(' or ')}`);
      return url;
    });
}

export const brokerUrl = plainUrl(
  ['mqtt', 'mqtts'],
  'mqtt://broker.lan:1883',
  'brokerUser and brokerPasswordFile',
).transform(url => `${url.protocol}//${url.host}`);

/** Of a Bitcoin node's RPC interface; the port is undefined where its network's own is meant. */
export const bitcoinUrl = plainUrl(
  ['bitcoin'],
  'bitcoin://127.0.0.1:8332',
  'rpcUser and rpcPasswordFile',
).transform(({ hostname, port }) => ({
  host: hostname.replace(/^\[(.*)\]$/, '$1'),
  port: port === '' ? undefined : Number(port),
}));

/** Of a pool that speaks Stratum V1. */
export const poolUrl = plainUrl(
  ['stratum+tcp', 'stratum+ssl'],
  'stratum+tcp://pool.example:3333',
  'poolUser and poolPasswordFile',
).transform(({ protocol, hostname, port }, context) => {
  if (port === '') {
    context.addIssue('needs the port of the pool, for example stratum+tcp://pool.example:3333');
    return z.NEVER;
  }
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port),
    tls: protocol === 'stratum+ssl:',
  };
});

const UPSTREAM = 'must be bitcoin://host:port, stratum+tcp://host:port or stratum+ssl://host:port';
const NO_URL = 'must be a URL, for example bitcoin://127.0.0.1:8332 or stratum+tcp://pool.example:3333';

/** Either of them. */
export const upstreamUrl = z.string({ error: NO_URL }).transform((value, context) => {
  const isPool = value.startsWith('stratum+');
  const parsed = (isPool ? poolUrl : bitcoinUrl).safeParse(value);
  if (parsed.success)
    return isPool
      ? { kind: 'pool' as const, pool: parsed.data as z.output<typeof poolUrl> }
      : { kind: 'bitcoin' as const, node: parsed.data as z.output<typeof bitcoinUrl> };
  const known = isPool || value.startsWith('bitcoin:');
  const own = parsed.error.issues[0]?.message ?? UPSTREAM;
  context.addIssue(known ? own : value.includes('://') ? UPSTREAM : NO_URL);
  return z.NEVER;
});

/** What a pool knows a worker by: ADDRESS.worker, or an account's name. */
export const poolUser = text
  .max(256, { error: 'must be 256 characters at most' })
  .refine(user => user.trim() === user, { error: 'must have no space at its ends' });

/** A pool and who this node is there. */
export const pool = z.strictObject(
  { url: poolUrl, user: poolUser.optional(), passwordFile: text.optional(), ca: text.optional() },
  {
    error: issue =>
      issue.code === 'unrecognized_keys' ? `unknown key "${issue.keys[0]}"` : 'must be an object',
  },
);

/** HTTP's basic authentication ends the name at the first colon. */
export const rpcUser = text.refine(user => !user.includes(':'), { error: 'must have no colon in it' });

/** A Bitcoin node and who this one is there. */
export const rpcNode = z
  .strictObject(
    {
      url: bitcoinUrl,
      cookie: text.optional(),
      user: rpcUser.optional(),
      passwordFile: text.optional(),
    },
    {
      error: issue =>
        issue.code === 'unrecognized_keys' ? `unknown key "${issue.keys[0]}"` : 'must be an object',
    },
  )
  .refine(
    ({ cookie, user, passwordFile }) =>
      cookie === undefined
        ? user !== undefined && passwordFile !== undefined
        : (user ?? passwordFile) === undefined,
    { error: 'needs either cookie, or user and passwordFile' },
  );

/** The payout group of devices without one. */
export const OWN_GROUP = 'solo';

/** Payout groups are named like devices. */
export const isGroupName = isDeviceId;

export const groups = z.record(
  z.string().refine(isGroupName, { error: 'must be 1 to 32 of a-z, 0-9 and -, not led by -' }),
  text,
  { error: 'must be an object of group names and addresses' },
);

/** A list of payout groups: in the file a list, elsewhere with commas. */
export const groupNames = z
  .union([z.string().transform(names => names.split(',').map(name => name.trim())), z.array(z.string())], {
    error: 'must be names of payout groups, separated by commas',
  })
  .refine(names => names.every(isGroupName), {
    error: 'must be names of payout groups: 1 to 32 of a-z, 0-9 and -, not led by -',
  });
