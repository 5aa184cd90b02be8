/** People, their passwords, tokens for programs, and the log of acts: the owner's business. */
import { z } from 'zod';
import type { RouteOptions, Routes } from './route.js';
import * as schemas from './schemas.js';

const owner = { access: 'owner' } as const;
const named = z.strictObject({ name: z.string().max(32) });
const nothing = z.object({});

export function peopleRoutes(app: Routes, { people, limits }: RouteOptions): void {
  app.get('/api/people', { config: owner, schema: { response: { 200: schemas.people } } }, async () => ({
    people: await people.list(),
  }));
  app.post(
    '/api/people',
    { config: owner, schema: { body: schemas.personBody, response: { 200: nothing, 409: schemas.problem } } },
    async request => {
      const { name, role, password } = request.body;
      await people.add(name, role, password);
      await people.note(request.person!.name, 'person added', `${name}, ${role}`);
      return {};
    },
  );
  app.delete(
    '/api/people/:name',
    { config: owner, schema: { params: named, response: { 200: nothing, 409: schemas.problem } } },
    async request => {
      await people.remove(request.params.name);
      await people.note(request.person!.name, 'person removed', request.params.name);
      return {};
    },
  );
  app.post(
    '/api/password',
    {
      schema: {
        body: schemas.passwordBody,
        response: { 200: nothing, 403: schemas.problem, 429: schemas.problem },
      },
    },
    async (request, reply) => {
      if (!limits.takeLogin(request.ip))
        return reply.code(429).send({ error: 'wait a minute, then try again' });
      const { name } = request.person!;
      if ((await people.check(name, request.body.old)) === undefined)
        return reply.code(403).send({ error: 'the old password is wrong' });
      await people.changePassword(name, request.body.password);
      await people.note(name, 'password changed', '');
      return {};
    },
  );
  app.get('/api/tokens', { config: owner, schema: { response: { 200: schemas.tokens } } }, async () => ({
    tokens: await people.tokens(),
  }));
  app.post(
    '/api/tokens',
    {
      config: owner,
      schema: { body: schemas.tokenBody, response: { 200: schemas.tokenMade, 409: schemas.problem } },
    },
    async request => {
      const { name } = request.body;
      const token = await people.makeToken(name);
      await people.note(request.person!.name, 'token made', name);
      return { name, token };
    },
  );
  app.delete(
    '/api/tokens/:name',
    { config: owner, schema: { params: named, response: { 200: nothing, 409: schemas.problem } } },
    async request => {
      await people.removeToken(request.params.name);
      await people.note(request.person!.name, 'token removed', request.params.name);
      return {};
    },
  );
  app.get('/api/audit', { config: owner, schema: { response: { 200: schemas.audit } } }, async () => ({
    entries: await people.acts(),
  }));
}
