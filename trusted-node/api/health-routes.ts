/** For what watches the node: alive, and able to give work. Anybody may ask. */

import type { RouteOptions, Routes } from './route.js';
import * as schemas from './schemas.js';

export function healthRoutes(app: Routes, { views }: RouteOptions): void {
  const config = { access: 'anybody' } as const;
  app.get('/healthz', { config, schema: { security: [], response: { 200: schemas.health } } }, () => ({
    status: 'ok' as const,
  }));
  app.get(
    '/readyz',
    { config, schema: { security: [], response: { 200: schemas.health, 503: schemas.health } } },
    async (_, reply) => {
      const upstream = await views.upstreamState();
      if (upstream === null || upstream.state === 'ready') return { status: 'ok' as const };
      return reply.code(503).send({ status: 'waiting' as const, reason: upstream.state });
    },
  );
}
