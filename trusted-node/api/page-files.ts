/** The page's files, as make built them: few and small, so they are kept in memory. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/** This file runs from build/js/trusted-node/api. */
const FOLDER = fileURLToPath(new URL('../../../page', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const MISSING = '<!doctype html><title>Mite</title><p>The page is not built: make page';

export function pageFiles(app: FastifyInstance): void {
  const names = existsSync(FOLDER)
    ? readdirSync(FOLDER).filter(name => TYPES[extname(name)] !== undefined)
    : [];
  const add = (path: string, type: string, bytes: Buffer): void => {
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    const packed = gzipSync(bytes);
    app.get(path, { config: { access: 'anybody' }, schema: { hide: true } }, (request, reply) => {
      reply.header('etag', etag).header('cache-control', 'no-cache').header('vary', 'accept-encoding');
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      reply.type(type);
      if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(bytes);
      return reply.header('content-encoding', 'gzip').send(packed);
    });
  };
  if (!names.includes('index.html')) add('/', TYPES['.html']!, Buffer.from(MISSING));
  for (const name of names)
    add(name === 'index.html' ? '/' : `/${name}`, TYPES[extname(name)]!, readFileSync(join(FOLDER, name)));
}
