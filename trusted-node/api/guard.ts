/**
 * What stands before every request: the host it was meant for (against DNS rebinding), where it comes from (against
 * other sites in the same browser), who sends it, and how often.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TokenBuckets } from '../common/token-bucket.js';
import type { People, Person } from './people.js';

export const COOKIE = 'mite_session';

declare module 'fastify' {
  interface FastifyRequest {
    /** undefined: nobody is logged in */
    person: Person | undefined;
  }
  interface FastifyContextConfig {
    /** Who may use the route; left out: any person or token. */
    access?: 'anybody' | 'owner';
  }
}

/** Requests of one address, and of all that are not logged in. */
const REQUESTS = { burst: 200, interval: 20 };
/** Wrong passwords of one address. */
const LOGINS = { burst: 5, interval: 15_000 };
/** Addresses that have a bucket of their own; those beyond share one. */
const MAX_ADDRESSES = 1_000;

export class Limits {
  private readonly addresses = new Set<string>();
  private readonly requests: TokenBuckets;
  private readonly logins: TokenBuckets;

  constructor(now: () => number) {
    this.requests = new TokenBuckets(REQUESTS, now);
    this.logins = new TokenBuckets(LOGINS, now);
  }

  private name(address: string): string {
    if (this.addresses.has(address)) return address;
    if (this.addresses.size >= MAX_ADDRESSES) return 'others';
    this.addresses.add(address);
    return address;
  }

  takeRequest(address: string): boolean {
    return this.requests.take(this.name(address));
  }

  takeLogin(address: string): boolean {
    return this.logins.take(this.name(address));
  }
}

/** Without port and brackets; undefined: not a host. */
function hostName(host: string | undefined): string | undefined {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([A-Za-z0-9.-]{1,253}))(?::\d{1,5})?$/.exec(host ?? '');
  return match?.[1] ?? match?.[2]?.toLowerCase();
}

/**
 * A page of another name that resolves to this machine must not get in: addresses cannot be forged that way, names can.
 * @param names further names of this machine, lower case
 */
export function isOwnHost(host: string | undefined, names: ReadonlySet<string>): boolean {
  const name = hostName(host);
  if (name === undefined) return false;
  return /^[\d.]+$/.test(name) || name.includes(':') || name === 'localhost' || names.has(name);
}

/**
 * Whether a browser sends this for our own page (Fetch Metadata; over plain HTTP browsers leave it out, and say Origin), or
 * no browser at all. Origin's scheme does not count: a proxy in front may speak TLS for us.
 */
export function isSameSite({ origin, host, 'sec-fetch-site': site }: FastifyRequest['headers']): boolean {
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return origin === undefined || (/^https?:\/\//.test(origin) && origin.replace(/^https?:\/\//, '') === host);
}

export interface Guard {
  readonly people: People;
  readonly limits: Limits;
  readonly names: ReadonlySet<string>;
}

const SAFE = new Set(['GET', 'HEAD']);

/** Ends a request that may not go on with an answer; sets `request.person`. */
export async function guard(
  { people, limits, names }: Guard,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const refuse = (code: number, error: string) => reply.code(code).send({ error });
  if (!isOwnHost(request.headers.host, names))
    return refuse(421, 'this name is not known to the node: use its address, or add the name to httpNames');
  if (!limits.takeRequest(request.ip)) return refuse(429, 'too many requests from this address');
  const access = request.routeOptions.config.access;
  request.person = await whoIs(people, request);
  if (!SAFE.has(request.method)) {
    if (!isSameSite(request.headers)) return refuse(403, 'this request comes from another site');
    // A form of another site cannot send this type; one without a body has none.
    const type = request.headers['content-type'];
    if (type !== undefined && !type.startsWith('application/json'))
      return refuse(415, 'the body must be JSON');
    if (request.headers['x-mite'] !== '1') return refuse(403, 'the header X-Mite: 1 is missing');
  }
  if (access === 'anybody') return undefined;
  if (request.person === undefined) return refuse(401, 'log in first');
  if (access === 'owner' && request.person.role !== 'owner')
    return refuse(403, `${request.person.name} may look, but change nothing`);
  return undefined;
}

async function whoIs(people: People, request: FastifyRequest): Promise<Person | undefined> {
  const bearer = /^Bearer (mite_[\w-]{43})$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return people.whoseToken(bearer);
  const cookie = request.cookies[COOKIE];
  if (cookie === undefined || !/^[\w-]{43}$/.test(cookie)) return undefined;
  return people.who(cookie);
}
