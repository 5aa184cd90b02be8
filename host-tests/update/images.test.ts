/** The node's folder of images: anything wrong in it is reported, and stops nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import {
  addImage,
  announceImage,
  findImage,
  listImages,
  makeKey,
  removeImage,
  signImage,
} from '../../trusted-node/updates/images.js';
import { UpdateService } from '../../trusted-node/updates/updates.js';

function inTemporary(run: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'mite-images-'));
  try {
    run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('an unreadable folder does not stop the node, and is reported once', t =>
  inTemporary(data => {
    writeFileSync(join(data, 'firmware'), 'a file'); // no folder: root, too, cannot list it
    t.deepEqual(listImages(data), { images: [], problems: ['firmware: ENOTDIR'] });
    const said: unknown[] = [];
    const log = { warn: (what: unknown) => said.push(what), debug() {} };
    const service = new UpdateService({ data, log, now: () => 0 } as unknown as ConstructorParameters<
      typeof UpdateService
    >[0]);
    for (let i = 0; i < 20; i++) service.tick();
    t.deepEqual(said, [{ problems: ['firmware: ENOTDIR'] }]);
  }));

test('an empty name names no image', t =>
  inTemporary(data => {
    const image = new Uint8Array([1, 2, 3]);
    const about = { board: 'host', version: '1.0.0', security: 0 };
    const { name } = addImage(data, image, JSON.stringify(signImage(image, makeKey(), about)));
    for (const use of [findImage, removeImage])
      t.throws(() => use(data, ''), { message: /^there is no such image/ });
    t.throws(() => announceImage(data, '', true), { message: /^there is no such image/ });
    t.is(findImage(data, name.slice(0, 3)).name, name);
    t.is(findImage(data, '1.0.0').name, name);
  }));
