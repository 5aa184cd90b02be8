/**
 * The node's HTTP server: the page, the API that it uses, live events, and figures for Prometheus. The API is described
 * by the schemas of its routes (OpenAPI 3.1 at /api/openapi.json); what leaves and enters is checked against them.
 */
import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { NodeEvent } from '../common/events.js';
import { DeviceError } from '../fleet/devices.js';
import { chainRoutes } from './chain-routes.js';
import { deviceRoutes } from './devices-routes.js';
import { EventStream } from './event-stream.js';
import { eventRoutes } from './events-routes.js';
import { guard, Limits } from './guard.js';
import { healthRoutes } from './health-routes.js';
import { metricsRoutes } from './metrics-routes.js';
import { pageFiles } from './page-files.js';
import { PeopleError } from './people.js';
import { peopleRoutes } from './people-routes.js';
import { type ApiOptions, type RouteOptions, typed } from './route.js';
import { sessionRoutes } from './session-routes.js';
import { VERSION } from './views.js';

/** Bytes of a request's body and head. */
const BODY_LIMIT = 16 * 1024;
const HEADER_LIMIT = 8 * 1024;
const REQUEST_MS = 10_000;
const MAX_CONNECTIONS = 500;

/** Only our own files run, talk and are shown; nobody frames us. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export interface RunningApi {
  readonly app: FastifyInstance;
  /** For the event stream. */
  event(event: NodeEvent): void;
  close(): Promise<void>;
}

/** Builds the server; it listens once the caller says so. */
export async function buildApi(options: ApiOptions): Promise<RunningApi> {
  const { log, people, now, tls } = options;
  const limits = new Limits(now);
  const events = new EventStream();
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_MS,
    connectionTimeout: 0,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    ...(tls === undefined
      ? { http: { maxHeaderSize: HEADER_LIMIT, headersTimeout: REQUEST_MS } }
      : {
          https: {
            maxHeaderSize: HEADER_LIMIT,
            headersTimeout: REQUEST_MS,
            cert: tls.certificate,
            key: tls.key,
            minVersion: 'TLSv1.2' as const,
          },
        }),
  } as object) as unknown as FastifyInstance;
  app.server.maxConnections = MAX_CONNECTIONS;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest('person', undefined);
  await app.register(cookie);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'mite-node',
        version: VERSION,
        description:
          'Everything the page does. Requests that change something need the header "X-Mite: 1" and, with a body, JSON.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'mite_session' },
          token: { type: 'http', scheme: 'bearer', description: 'read only; made on the page' },
        },
      },
      security: [{ session: [] }, { token: [] }],
    },
    transform: jsonSchemaTransform,
  });
  app.addHook('onSend', async (request, reply) => {
    reply.header('content-security-policy', POLICY);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    reply.header('cross-origin-opener-policy', 'same-origin');
    reply.header('cross-origin-resource-policy', 'same-origin');
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000');
  });
  const names = new Set(options.names);
  app.addHook('onRequest', (request, reply) => guard({ people, limits, names }, request, reply));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof PeopleError || error instanceof DeviceError)
      return reply.code(409).send({ error: error.message });
    const code = error.validation !== undefined ? 400 : (error.statusCode ?? 500);
    if (code < 500) return reply.code(code).send({ error: error.message });
    log.error({ err: error, method: request.method, path: request.routeOptions.url }, 'page request failed');
    return reply.code(500).send({ error: 'the node could not do this; its log says why' });
  });
  app.setNotFoundHandler((_, reply) => reply.code(404).send({ error: 'there is nothing here' }));

  const shared: RouteOptions = { ...options, limits, events };
  for (const routes of [
    sessionRoutes,
    deviceRoutes,
    chainRoutes,
    peopleRoutes,
    eventRoutes,
    healthRoutes,
    metricsRoutes,
  ])
    await app.register(async child => routes(typed(child), shared));
  await app.register(async child => pageFiles(child));
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
  await app.ready();
  return {
    app,
    event: event => events.send(event),
    close: async () => {
      events.close();
      await app.close();
    },
  };
}
