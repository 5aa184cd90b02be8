/** A node, a board, and a real mosquitto in Home Assistant's place: what it retains, and what it orders. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import mqtt from 'mqtt';
import { Bed } from '../e2e/bed.js';
import { startMosquitto } from '../support/brokers.js';
import { eventually, MINING_MS } from '../support/deadlines.js';
import { skippedWithout } from '../support/tools.js';

test.serial(
  'boards appear, obey, and are forgotten when they are revoked; an outage of the broker is survived',
  async t => {
    if (skippedWithout(t, 'mosquitto')) return;
    const broker = await startMosquitto();
    const bed = new Bed();
    const password = join(bed.directory, 'home-password');
    writeFileSync(password, 'secret\n', { mode: 0o600 });
    const url = `mqtt://127.0.0.1:${broker.port}`;
    const home = mqtt.connect(url, { username: 'device', password: 'secret', reconnectPeriod: 200 });
    const retained = new Map<string, string>();
    home.on('message', (topic, payload) => {
      if (payload.length === 0) retained.delete(topic);
      else retained.set(topic, payload.toString());
    });
    home.on('connect', () => home.subscribe('#'));
    const find = (end: string) => [...retained].find(([topic]) => topic.endsWith(end));
    const stateOf = (board: string) =>
      JSON.parse(find(`/board/${board}/state`)?.[1] ?? '{}') as Record<string, unknown>;
    try {
      const { secret } = await bed.addDevice('hall');
      await bed.startNode([
        ...['--home-assistant', url, '--home-assistant-user', 'device'],
        ...['--home-assistant-password-file', password],
      ]);
      await eventually(() => find('_hall/config') !== undefined, 'the discovery of the board');
      t.is(find('/board/hall/online')?.[1], 'offline');
      bed.startBoard('hall', String(secret));
      await eventually(
        () => stateOf('hall').state === 'mining' && find('/board/hall/online')?.[1] === 'online',
        'mining',
        MINING_MS,
      );
      const everything = JSON.stringify([...retained]);
      t.false(everything.includes(String(secret)), 'no secret is retained');

      const [topic] = find('/board/hall/state')!;
      const order = (what: string, payload: string) =>
        home.publishAsync(topic.replace(/state$/, `${what}/set`), payload);
      await order('mining', 'OFF');
      await eventually(
        () => stateOf('hall').mining === 'OFF' && stateOf('hall').state === 'paused',
        'the pause',
      );
      await order('mining', 'ON');
      await eventually(
        () => stateOf('hall').mining === 'ON' && stateOf('hall').state === 'mining',
        'going on',
      );
      await order('budget', '35.0');
      await eventually(() => stateOf('hall').budget === 35, 'the budget');
      await order('budget', '900');

      await broker.down();
      await broker.up();
      // mosquitto keeps nothing here: all of it is said again.
      retained.clear();
      await eventually(
        () => find('_hall/config') !== undefined && stateOf('hall').state === 'mining',
        'the broker after its outage',
      );
      t.is(stateOf('hall').budget, 35, 'what is out of bounds changes nothing');
      await bed.command('device', 'revoke', 'hall');
      await eventually(
        () => find('_hall/config') === undefined && find('/board/hall/state') === undefined,
        'the removal',
      );
      t.regex(find('/online')?.[1] ?? '', /^online$/);
      await bed.node.kill('SIGKILL');
      await eventually(() => find('/online')?.[1] === 'offline', 'the last will');
    } finally {
      await home.endAsync(true);
      await bed.dispose();
      await broker.close();
    }
  },
);
