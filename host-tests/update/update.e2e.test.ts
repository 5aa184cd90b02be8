/** Updates from end to end: the real node, the emulated board over TLS, images that are really other builds. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { imageFile } from '../../trusted-node/updates/images.js';
import { skipped } from '../network/tls-bed.js';
import { ANSWER_MS, MINING_MS } from '../support/deadlines.js';
import { says, UpdateBed } from './bed.js';

const boots = (version: string) => says(new RegExp(`^mite ${version.replaceAll('.', '\\.')} on host`));
const mining = (line: Record<string, unknown>) => line.event === 'result' || line.event === 'block';

test.serial(
  'a board installs what is announced, comes back with it, and keeps it across restarts',
  async t => {
    if (skipped(t)) return;
    const bed = new UpdateBed();
    try {
      const node = await bed.begin();
      const old = bed.build('1.0.0');
      const board = await bed.board('kitchen', old);
      await board.waitFor(boots('1.0.0'), 'the old version');
      await board.waitFor(mining, 'a share');
      await bed.offer(bed.build('1.1.0', { security: 3 }), '1.1.0', { security: 3 });
      await node.waitFor(
        line => line.event === 'update' && line.state === 'confirmed',
        'the confirmation',
        MINING_MS,
      );
      const again = board.lines.findIndex(boots('1.1.0'));
      t.true(again > 0, 'the new version ran');
      const loading = board.lines.findIndex(says(/^loading 1\.1\.0/));
      t.true(loading > 0 && loading < again);
      await board.waitFor(mining, 'a share of the new version', MINING_MS, again);
      board.write('update');
      const shown = await board.waitFor(line => line.reply === 'update', 'the reply');
      t.is(shown.state, 'none');
      await board.kill('SIGKILL');

      const next = await bed.board('kitchen', old);
      await next.waitFor(boots('1.1.0'), 'the new version after a restart');
      // A lower security number, and a version that is newer all the same.
      await bed.offer(bed.build('1.2.0', { security: 2 }), '1.2.0', { security: 2 });
      const refused = await node.waitFor(
        line => line.event === 'update' && line.state === 'refused',
        'the refusal',
      );
      t.is(refused.error, 'security number 2, at least 3 needed');
      t.deepEqual(
        node.lines.filter(line => line.event === 'update').map(({ version, state }) => `${version} ${state}`),
        ['1.1.0 loading', '1.1.0 restarting', '1.1.0 confirmed', '1.2.0 refused'],
      );
    } finally {
      await bed.dispose();
    }
  },
);

test.serial('an image that does not reach the node goes back, and is not tried again by itself', async t => {
  if (skipped(t)) return;
  const bed = new UpdateBed();
  try {
    const node = await bed.begin();
    const old = bed.build('1.0.0');
    const bad = bed.build('1.1.0');
    // It talks to nobody: connecting fails at once.
    const source = readFileSync(bad, 'utf8');
    const deaf = source.replace(/\.connect\((?!\))/g, '.nowhere('); // with arguments: the platform's
    t.not(deaf, source);
    writeFileSync(bad, deaf);
    const board = await bed.board('kitchen', old, { trial: 4 });
    await bed.offer(bad, '1.1.0');
    await board.waitFor(boots('1.1.0'), 'the bad version', MINING_MS);
    const from = board.lines.findIndex(boots('1.1.0'));
    await board.waitFor(boots('1.0.0'), 'the old version again', MINING_MS, from);
    const told = await node.waitFor(
      line => line.event === 'update' && line.state === 'rolledback',
      'the report',
    );
    t.is(told.version, '1.1.0');
    t.regex(String(told.error), /did not reach the node|was reset before/);
    await board.waitFor(says(/type update start to install it/), 'the offer', ANSWER_MS, from);
    await board.waitFor(mining, 'a share', MINING_MS, from);
  } finally {
    await bed.dispose();
  }
});

test.serial('an image that cannot even start goes back after three boots', async t => {
  if (skipped(t)) return;
  const bed = new UpdateBed();
  try {
    await bed.begin();
    const bad = bed.build('1.1.0');
    writeFileSync(bad, `${readFileSync(bad, 'utf8')}\nthrow new Error('broken');\n`);
    const board = await bed.board('kitchen', bed.build('1.0.0'));
    await bed.offer(bad, '1.1.0');
    await board.waitFor(says(/restarting into it/), 'the restart', MINING_MS);
    const from = board.lines.findIndex(says(/restarting into it/));
    await board.waitFor(boots('1.0.0'), 'the old version again', MINING_MS, from);
    await board.waitFor(says(/1\.1\.0 was rolled back: it was reset/), 'the reason', MINING_MS, from);
    t.is(board.errors.filter(line => /broken/.test(line)).length, 3);
  } finally {
    await bed.dispose();
  }
});

test.serial(
  'an image replaced after its announcement is refused by its hash, and the board carries on',
  async t => {
    if (skipped(t)) return;
    const bed = new UpdateBed();
    try {
      const node = await bed.begin();
      const stored = await bed.offer(bed.build('1.1.0'), '1.1.0');
      const file = imageFile(join(bed.directory, 'node'), String(stored.name));
      const bytes = readFileSync(file);
      bytes[1000] = bytes[1000]! ^ 1;
      writeFileSync(file, bytes);
      const board = await bed.board('kitchen', bed.build('1.0.0'));
      const refused = await node.waitFor(
        line => line.event === 'update' && line.state === 'refused',
        'the refusal',
      );
      t.is(refused.error, 'the loaded image has the wrong hash');
      await board.waitFor(mining, 'a share', MINING_MS);
      t.false(board.lines.some(boots('1.1.0')));
    } finally {
      await bed.dispose();
    }
  },
);

test.serial(
  'node and board die in the middle of a download: it continues or starts over, and ends well',
  async t => {
    if (skipped(t)) return;
    const bed = new UpdateBed();
    try {
      let node = await bed.begin();
      const old = bed.build('1.0.0');
      let board = await bed.board('kitchen', old);
      await bed.offer(bed.build('1.1.0'), '1.1.0');
      const percent = (line: Record<string, unknown>) =>
        line.event === 'status' ? Number(line.updatePercent) : 0;
      const half = await board.waitFor(line => percent(line) > 0, 'a part', MINING_MS);
      await node.kill('SIGKILL');
      const from = board.lines.length;
      node = await bed.startNode();
      const more = await board.waitFor(line => percent(line) > 0, 'the rest', MINING_MS, from);
      t.true(percent(more) >= percent(half), 'nothing is loaded twice');
      await board.kill('SIGKILL');
      board = await bed.board('kitchen', old);
      await node.waitFor(
        line => line.event === 'update' && line.state === 'confirmed',
        'the confirmation',
        MINING_MS,
      );
      t.is(board.lines.filter(boots('1.1.0')).length, 1);
    } finally {
      await bed.dispose();
    }
  },
);
