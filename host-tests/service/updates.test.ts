/** The pace at which pieces of images leave: for one board, and for all of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import type { Announcement } from '../../firmware/protocol/mite/update.js';
import { openLogger } from '../../trusted-node/common/logger.js';
import { addImage, announceImage, makeKey, signImage } from '../../trusted-node/updates/images.js';
import { PACE_ALL_MS, PACE_MS, UpdateService } from '../../trusted-node/updates/updates.js';
import { MINING_MS } from '../support/deadlines.js';
import { until } from './bed.js';

interface Piece {
  readonly device: string;
  /** Milliseconds since the first wish could have been said. */
  readonly at: number;
}

function start(t: ExecutionContext) {
  const data = mkdtempSync(join(tmpdir(), 'mite-updates-'));
  const image = crypto.getRandomValues(new Uint8Array(8192));
  const manifest = signImage(image, makeKey(), { board: 'esp32', version: '9.0.0', security: 0 });
  addImage(data, image, JSON.stringify(manifest));
  announceImage(data, '9.0.0', true);
  const ids = new Map<string, number>();
  const pieces: Piece[] = [];
  const now = () => Math.floor(performance.now());
  const began = now();
  const door = {
    announceUpdate: async (device: string, { id }: Announcement) => void ids.set(device, id),
    sendPiece: async (device: string) => void pieces.push({ device, at: now() - began }),
  };
  const service = new UpdateService({ data, door, log: openLogger('silent'), emit: () => {}, now });
  t.teardown(() => {
    service.close();
    rmSync(data, { recursive: true, force: true });
  });
  const come = (device: string) => service.hello(device, { board: 'esp32', firmware: '0.1.0' });
  const fetch = (device: string) => service.fetch(device, { id: ids.get(device)!, offset: 0, length: 4096 });
  return { service, pieces, come, fetch };
}

/** A piece leaves before it is seen here, so there are never more than the pace allows, however slow the machine is. */
const keepsPace = (pieces: readonly Piece[], pace: number) => pieces.every(({ at }, i) => at >= i * pace);

test('a hundred boards that ask at once get their pieces one after the other', async t => {
  const { pieces, come, fetch } = start(t);
  const devices = Array.from({ length: 100 }, (_, i) => `board-${i}`);
  devices.forEach(come);
  devices.forEach(fetch);
  await until(() => pieces.length === 100, 'all pieces', MINING_MS);
  t.true(keepsPace(pieces, PACE_ALL_MS), `the last one after ${pieces.at(-1)?.at} ms`);
  t.is(new Set(pieces.map(({ device }) => device)).size, 100);
});

test('a board that keeps asking and saying hello gets no more than others, and keeps nobody waiting', async t => {
  const { pieces, come, fetch } = start(t);
  come('greedy');
  const asking = setInterval(() => {
    for (let i = 0; i < 50; i++) fetch('greedy');
    come('greedy');
    fetch('greedy');
  }, 1);
  t.teardown(() => clearInterval(asking));
  const of = (device: string) => pieces.filter(piece => piece.device === device);
  await until(() => of('greedy').length > 3, 'pieces of the greedy one', MINING_MS);
  come('modest');
  for (let i = 1; i <= 10; i++) {
    fetch('modest');
    await until(() => of('modest').length === i, `piece ${i} of the modest one`, MINING_MS);
  }
  t.true(keepsPace(of('greedy'), PACE_MS));
  t.true(keepsPace(of('modest'), PACE_MS));
});

test('a board that is gone gets nothing more, and holds up nobody', async t => {
  const { service, pieces, come, fetch } = start(t);
  for (const device of ['away', 'here']) come(device);
  fetch('away');
  fetch('here');
  service.gone('away');
  await until(() => pieces.length > 0, 'a piece', MINING_MS);
  t.deepEqual(
    pieces.map(({ device }) => device),
    ['here'],
  );
});
