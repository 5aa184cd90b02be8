/** Boards: what they do, and what their owner does to them. */
import { encodeQR } from 'qr';
import { z } from 'zod';
import { answerTo, queueCommand } from '../fleet/commands.js';
import { addDevice, revokeDevice } from '../fleet/devices.js';
import type { RouteOptions, Routes } from './route.js';
import * as schemas from './schemas.js';
import { boardRows } from './views.js';

const params = z.strictObject({ id: schemas.deviceId });
const nothing = z.object({});

export function deviceRoutes(app: Routes, { views, people, refresh }: RouteOptions): void {
  const { db, history, about } = views;

  app.get('/api/boards', { schema: { response: { 200: schemas.boards } } }, async () => ({
    boards: await boardRows(views),
    together: history.proven(),
  }));

  app.get(
    '/api/boards/:id/curve',
    { schema: { params, querystring: schemas.curveQuery, response: { 200: schemas.curve } } },
    ({ params: { id }, query: { range } }) => history.curve(id, schemas.RANGES[range]),
  );

  app.post(
    '/api/boards',
    {
      config: { access: 'owner' },
      schema: { body: schemas.addBody, response: { 200: schemas.added, 409: schemas.problem } },
    },
    async request => {
      const { id, group } = request.body;
      const secret = await addDevice(db, id, { group });
      await people.note(request.person!.name, 'board added', id);
      await refresh();
      const broker = about.brokers[0] ?? 'NODE:1883';
      return {
        id,
        secret,
        fingerprint: about.fingerprint ?? null,
        commands: [
          `npx mite configure -p /dev/ttyUSB0 --node ${broker} --device ${id} --secret-prompt`,
          `build/host/mite-board --data ${id}`,
        ],
        qr: encodeQR(JSON.stringify({ node: broker, device: id, secret }), 'svg'),
      };
    },
  );

  app.delete(
    '/api/boards/:id',
    {
      config: { access: 'owner' },
      schema: { params, response: { 200: nothing, 409: schemas.problem } },
    },
    async request => {
      await revokeDevice(db, request.params.id);
      await people.note(request.person!.name, 'board revoked', request.params.id);
      await refresh();
      return {};
    },
  );

  app.post(
    '/api/boards/:id/commands',
    {
      config: { access: 'owner' },
      schema: {
        params,
        body: schemas.commandBody,
        response: { 200: schemas.commandQueued, 409: schemas.problem },
      },
    },
    async request => {
      const { id } = request.params;
      const { cmd, key, value } = request.body;
      const command = await queueCommand(db, id, cmd === 'set' ? { cmd, key, value: value ?? '' } : { cmd });
      await people.note(
        request.person!.name,
        `board ${cmd}`,
        key === undefined ? id : `${id} ${key} ${value ?? ''}`,
      );
      await refresh();
      return { command };
    },
  );

  app.get(
    '/api/commands/:command',
    {
      schema: {
        params: z.strictObject({ command: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) }),
        response: { 200: schemas.commandAnswer },
      },
    },
    async ({ params: { command } }) => {
      const answer = await answerTo(db, command);
      if (answer === undefined) return { state: 'waiting' as const };
      if (answer === null) return { state: 'replaced' as const };
      return answer === '' ? { state: 'done' as const } : { state: 'refused' as const, error: answer };
    },
  );
}
