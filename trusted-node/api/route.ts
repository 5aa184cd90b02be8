/** What groups of routes get. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Logger } from '../common/logger.js';
import type { EventStream } from './event-stream.js';
import type { Limits } from './guard.js';
import type { OneTimeLink } from './one-time-link.js';
import type { People } from './people.js';
import type { Views } from './views.js';

export interface ApiOptions {
  readonly views: Views;
  readonly people: People;
  /** The link by which the first password is set. */
  readonly link: OneTimeLink;
  /** Another process's changes are seen within a second; this node's own at once. */
  readonly refresh: () => Promise<void>;
  readonly log: Logger;
  readonly now: () => number;
  /** Names of this machine that browsers may use, lower case. */
  readonly names: readonly string[];
  /** PEM; left out: plain HTTP. */
  readonly tls?: { readonly certificate: string; readonly key: string } | undefined;
}

/** What a group of routes gets. */
export interface RouteOptions extends ApiOptions {
  readonly limits: Limits;
  readonly events: EventStream;
}
/** Where a group of routes is registered: bodies and answers have their schemas' types. */
export type Routes = ReturnType<typeof typed>;

export function typed(app: FastifyInstance) {
  return app.withTypeProvider<ZodTypeProvider>();
}
