/** Live events. */
import type { RouteOptions, Routes } from './route.js';

export function eventRoutes(app: Routes, { events }: RouteOptions): void {
  app.get('/api/events', { schema: { description: 'text/event-stream: one NodeEvent each' } }, (_, reply) => {
    if (events.full) return reply.code(503).send({ error: 'too many readers' });
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    reply.raw.write('retry: 3000\n\n');
    events.add(reply.raw);
    return reply;
  });
}
