/** Setting the first password, logging in and out. */
import { COOKIE } from './guard.js';
import type { Person } from './people.js';
import type { RouteOptions, Routes } from './route.js';
import * as schemas from './schemas.js';

/** Passwords checked at once: each takes 32 MB. */
const MAX_CHECKS = 4;

export function sessionRoutes(app: Routes, { people, link, limits, tls, log }: RouteOptions): void {
  let checks = 0;
  const cookieOf = { path: '/', httpOnly: true, sameSite: 'strict', secure: tls !== undefined } as const;
  const begin = async (person: Person, reply: { setCookie: (...args: never[]) => unknown }) => {
    const set = reply.setCookie as (name: string, value: string, options: object) => unknown;
    set.call(reply, COOKIE, await people.begin(person), { ...cookieOf, maxAge: 30 * 86_400 });
    return { state: 'in' as const, ...person };
  };

  app.get(
    '/api/session',
    { config: { access: 'anybody' }, schema: { security: [], response: { 200: schemas.session } } },
    async request => {
      if (request.person !== undefined) return { state: 'in' as const, ...request.person };
      return { state: (await people.isNew()) ? ('new' as const) : ('out' as const) };
    },
  );

  app.post(
    '/api/setup',
    {
      config: { access: 'anybody' },
      schema: {
        security: [],
        body: schemas.setupBody,
        response: { 200: schemas.session, 403: schemas.problem, 409: schemas.problem, 429: schemas.problem },
      },
    },
    async (request, reply) => {
      if (!limits.takeLogin(request.ip))
        return reply.code(429).send({ error: 'wait a minute, then try again' });
      if (!link.isRight(request.body.link))
        return reply
          .code(403)
          .send({ error: 'this link is not the newest: the node prints it at its start, and it works once' });
      const person = await people.setUp(request.body.password);
      link.end();
      await people.note(person.name, 'setup', 'the first password was set');
      log.info('page: the first password was set');
      return begin(person, reply as never);
    },
  );

  app.post(
    '/api/login',
    {
      config: { access: 'anybody' },
      schema: {
        security: [],
        body: schemas.loginBody,
        response: { 200: schemas.session, 401: schemas.problem, 429: schemas.problem, 503: schemas.problem },
      },
    },
    async (request, reply) => {
      if (!limits.takeLogin(request.ip))
        return reply.code(429).send({ error: 'too many tries: wait a minute, then try again' });
      if (checks >= MAX_CHECKS) return reply.code(503).send({ error: 'busy: try again' });
      checks++;
      const { name, password } = request.body;
      try {
        const person = await people.check(name, password);
        if (person === undefined) {
          await people.note(name, 'login refused', request.ip);
          log.warn({ address: request.ip }, 'page: wrong name or password');
          return reply.code(401).send({ error: 'wrong name or password' });
        }
        await people.note(person.name, 'login', request.ip);
        return await begin(person, reply as never);
      } finally {
        checks--;
      }
    },
  );

  app.post(
    '/api/logout',
    { config: { access: 'anybody' }, schema: { security: [], response: { 200: schemas.session } } },
    async (request, reply) => {
      const secret = request.cookies[COOKIE];
      if (secret !== undefined) await people.end(secret);
      reply.clearCookie(COOKIE, cookieOf);
      return { state: 'out' as const };
    },
  );
}
