/** The node, its chain and its blocks. */

import type { RouteOptions, Routes } from './route.js';
import * as schemas from './schemas.js';
import { blocksView, nodeView, poolView } from './views.js';

export function chainRoutes(app: Routes, { views }: RouteOptions): void {
  app.get('/api/node', { schema: { response: { 200: schemas.node } } }, () => nodeView(views));
  app.get('/api/blocks', { schema: { response: { 200: schemas.blocks } } }, () => blocksView(views.db));
  app.get('/api/pool', { schema: { response: { 200: schemas.pool } } }, () => poolView(views));
}
