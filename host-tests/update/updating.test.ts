/** The updater with its wiring: real signatures and hashes, a slot in memory, and a node that means harm. */
import { createHash } from 'node:crypto';
import test from 'ava';
import type { Platform } from '../../firmware/ports/platform.js';
import type { Announcement, Fetch } from '../../firmware/protocol/mite/update.js';
import { makeKey, publicKeyOf, signImage } from '../../trusted-node/updates/images.js';

const pem = makeKey();
// What the bundler would put in; firmware/parts/update/build.ts reads it when it is loaded.
Object.assign(globalThis, { MITE_UPDATE_KEY: publicKeyOf(pem), MITE_VERSION: '0.1.0', MITE_SECURITY: 0 });
const { UpdatePart } = await import('../../firmware/parts/update/part.js');

const good = new Uint8Array(5000).fill(1);
const evil = new Uint8Array(3000).fill(2);

function announced(id: number, bytes: Uint8Array, version: string, key = pem): Announcement {
  const { key: _, ...manifest } = signImage(bytes, key, { board: 'host', version, security: 0 });
  return { ...manifest, id };
}

/** @param content what the node sends of each announcement. */
function make(content: Readonly<Record<number, Uint8Array>>) {
  const timers: (() => void)[] = [];
  const activated: Uint8Array[] = [];
  const notices: string[] = [];
  let stored = new Uint8Array(0);
  const platform = {
    name: 'host',
    monotonic: () => 0,
    setTimer: (_: number, callback: () => void) => timers.push(callback),
    clearTimer() {},
    update: {
      capacity: 1_000_000,
      trial: false,
      notes: { load: () => undefined, save() {} },
      begin() {
        stored = new Uint8Array(0);
      },
      write(bytes: Uint8Array) {
        stored = new Uint8Array([...stored, ...bytes]);
      },
      digest: () => new Uint8Array(createHash('sha256').update(stored).digest()),
      activate: () => void activated.push(stored),
      confirm() {},
      rollback() {},
    },
  } as unknown as Platform;
  const updating = new UpdatePart(platform, { 'update.mode': 'auto' }, undefined, {
    notice: (_level, _event, text) => void notices.push(text),
    sendFetch: ({ id, offset, length }: Fetch) =>
      void timers.push(() =>
        updating.chunk({ id, offset, bytes: content[id]!.subarray(offset, offset + length) }),
      ),
    sendOutcome() {},
    hold() {},
    release() {},
    restart() {},
  });
  updating.start();
  return {
    updating,
    activated,
    notices,
    run(most = 1000) {
      for (let i = 0; i < most && timers.length > 0; i++) timers.shift()!();
    },
  };
}

test('a signed image is loaded and activated', t => {
  const bed = make({ 1: good });
  bed.updating.announce(announced(1, good, '0.2.0'), true);
  bed.run();
  t.deepEqual(bed.activated, [good]);
});

test('a signed announcement does not vouch for another right after it', t => {
  const forged = announced(2, evil, '9.9.9', makeKey());
  const unsigned = { ...forged, signature: '0'.repeat(128) };
  for (const second of [forged, unsigned])
    for (const order of [
      [announced(1, good, '0.2.0'), second],
      [second, announced(1, good, '0.2.0'), second],
    ]) {
      // So many steps of the first come before the last of them.
      for (let steps = 0; steps < 8; steps++) {
        const bed = make({ 1: good, 2: evil });
        for (const announcement of order.slice(0, -1)) bed.updating.announce(announcement, true);
        bed.run(steps);
        bed.updating.announce(order.at(-1)!, true);
        bed.run();
        for (const image of bed.activated) t.deepEqual(image, good, `after ${steps}`);
        if (order.length === 2) t.is(bed.activated.length, 1, 'nor does the other end the update');
        if (bed.activated.length === 0) t.true(bed.notices.some(text => /wrong signature/.test(text)));
      }
    }
});

test('an image swapped after its announcement is not activated', t => {
  const bed = make({ 1: new Uint8Array(5000).fill(9) });
  bed.updating.announce(announced(1, good, '0.2.0'), true);
  bed.run();
  t.deepEqual(bed.activated, []);
  t.is(bed.updating.report().update.reason, 'the loaded image has the wrong hash');
});
