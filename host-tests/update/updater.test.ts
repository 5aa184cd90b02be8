import test from 'ava';
import { CHUNK_MS, MAX_TRIES, type UpdaterOptions } from '../../firmware/parts/update/updater.js';
import type { Announcement } from '../../firmware/protocol/mite/update.js';
import { image, kinds, make, reason, SIZE } from './updater-bed.js';

test('from the announcement to the restart: nothing is activated before the stored image was hashed', t => {
  const { announce, verified, hashed, chunk, updater } = make();
  t.like(announce(), [{ kind: 'verify', announcement: image }]);
  const begun = verified(true);
  t.deepEqual(kinds(begun), ['begin', 'notice', 'tell', 'fetch']);
  t.deepEqual(begun.at(-1), { kind: 'fetch', fetch: { id: 7, offset: 0, length: 4096 } });
  t.deepEqual(chunk(0).at(-1), { kind: 'fetch', fetch: { id: 7, offset: 4096, length: 4096 } });
  t.is(updater.view.percent, 40);
  t.deepEqual(chunk(4096).at(-1), { kind: 'fetch', fetch: { id: 7, offset: 8192, length: 1808 } });
  t.deepEqual(kinds(chunk(8192)), ['write', 'hash']);
  const last = hashed();
  t.deepEqual(kinds(last), ['hold', 'activate', 'note', 'tell', 'notice', 'restart']);
  t.deepEqual(last[2], { kind: 'note', note: { state: 'trial', version: '1.1.0', minimum: 1, reason: '' } });
});

const refusals: [string, Partial<UpdaterOptions>, Partial<Announcement>, boolean?][] = [
  ['this board has no slot for updates', { capacity: undefined }, {}],
  ['updates are off (update.mode)', { mode: 'off' }, {}],
  ['this firmware has no update key', { key: false }, {}],
  ['not over TLS', {}, {}, false],
  ['1.0.0 is still on trial', { trial: true }, {}],
  ['wrong board: it is for esp32, this is host', {}, { board: 'esp32' }],
  ['its version cannot be compared', {}, { version: 'newest' }],
  ['its version cannot be compared', { version: 'dev' }, {}],
  ['older than 1.0.0', {}, { version: '1.0.0-rc.1' }],
  ['older than 1.0.0', {}, { version: '0.9.9' }],
  ['1.0.0 runs already', {}, { version: '1.0.0+other' }],
  ['security number 0, at least 1 needed', {}, { security: 0 }],
  [
    'security number 2, at least 5 needed',
    { note: { state: 'good', version: '1.0.0', minimum: 5, reason: '' } },
    {},
  ],
  ['too big: 20001 bytes, 20000 fit', {}, { size: 20_001 }],
  ['not signed', {}, { signature: undefined }],
];
for (const [why, other, changed, secure] of refusals)
  test(`refused: ${why} (${JSON.stringify({ ...other, ...changed })})`, t => {
    const { announce, updater } = make(other);
    const commands = announce(changed, secure);
    t.is(reason(commands), why);
    t.deepEqual(kinds(commands), ['notice', 'tell']);
    if (!other.trial) t.is(updater.view.reason, why);
  });

test('refused: a wrong signature, a wrong hash', t => {
  const first = make();
  first.announce();
  t.is(reason(first.verified(false)), 'wrong signature');
  t.deepEqual(first.chunk(0), []);
  const second = make();
  second.all();
  const commands = second.hashed('ac'.repeat(32));
  t.is(reason(commands), 'the loaded image has the wrong hash');
  t.false(kinds(commands).includes('activate'));
  t.deepEqual(second.hashed(), [], 'too late');
});

test('an answer about one image does not count for another, whatever came in between', t => {
  const evil = { id: 8, version: '9.9.9', sha256: 'ee'.repeat(32), signature: '00'.repeat(64) };
  // Both announcements are there before the first is checked.
  const bed = make();
  bed.announce();
  const first = bed.of;
  bed.announce(evil);
  const second = bed.of;
  t.not(first, second);
  t.deepEqual(bed.step({ kind: 'start' }), []);
  t.deepEqual(bed.chunk(0, 4096, 8), []);
  t.like(bed.verified(true, first).at(-1), { kind: 'fetch', fetch: { id: 7 } });
  t.deepEqual(bed.chunk(0, 4096, 8), [], 'of the one that is not checked yet');
  t.is(reason(bed.verified(false, second)), 'wrong signature');
  t.like(bed.updater.view, { state: 'loading', version: '1.1.0' });
  t.deepEqual(bed.verified(true, second), [], 'too late');

  // The first one's signature is wrong, or it cannot be checked: the second one still has its own.
  for (const right of [true, false])
    for (const end of ['wrong', 'failed']) {
      const other = make();
      other.announce(evil);
      const bad = other.of;
      other.announce();
      const good = other.of;
      if (end === 'wrong') other.verified(false, bad);
      else other.step({ kind: 'failed', of: bad, problem: 'full' });
      t.is(other.updater.view.state, 'refused');
      const commands = other.verified(right, good);
      t.is(right ? kinds(commands)[0] : reason(commands), right ? 'begin' : 'wrong signature');
    }

  const loaded = make();
  loaded.all();
  const hash = loaded.of;
  loaded.announce(evil);
  t.is(reason(loaded.verified(true)), undefined, 'signed after all: it begins');
  t.deepEqual(loaded.hashed(image.sha256, true, hash), []);
  t.deepEqual(loaded.hashed(evil.sha256, true, hash), []);

  // The same image again keeps its answer.
  const again = make();
  again.announce();
  const asked = again.of;
  t.deepEqual(again.announce({ id: 9 }), []);
  t.is(kinds(again.verified(true, asked))[0], 'begin');
});

test('a signature that turns out wrong later ends it, even at the last moment', t => {
  const early = make();
  early.load();
  t.is(reason(early.verified(false)), 'wrong signature');
  t.deepEqual(early.chunk(0), []);
  const late = make();
  late.all();
  const commands = late.hashed(image.sha256, false);
  t.is(reason(commands), 'wrong signature');
  t.false(kinds(commands).includes('activate'));
});

test('chunks: only the requested piece is written', t => {
  for (const [why, offset, length] of [
    ['a chunk overlaps the one before', 4000, 4096],
    ['a chunk from another place than asked for', 8192, 1808],
    ['a chunk shorter than asked for', 4096, 4095],
    ['a chunk longer than asked for', 4096, 4097],
  ] as const) {
    const bed = make();
    bed.load();
    bed.chunk(0);
    const commands = bed.chunk(offset, length);
    t.is(reason(commands), why);
    t.false(kinds(commands).includes('write'));
    t.deepEqual(bed.chunk(4096), [], 'it is over');
  }
  const bed = make();
  bed.load();
  bed.chunk(0);
  t.deepEqual(bed.chunk(0), [], 'one that came twice');
  t.deepEqual(bed.chunk(4096, 4096, 8), [], 'of another announcement');
  t.is(bed.chunk(4096)[0]?.kind, 'write');
});

test('a flood of chunks writes nothing more than the image', t => {
  const bed = make();
  bed.load();
  let bytes = 0;
  for (let i = 0; i < 1000; i++)
    for (const command of bed.chunk((i * 4096) % 12288, Math.min(4096, SIZE - ((i * 4096) % 12288))))
      if (command.kind === 'write') bytes += command.bytes.length;
  t.is(bytes, SIZE);
});

test('a lost connection: the download continues where it was', t => {
  const bed = make();
  bed.load();
  bed.chunk(0);
  bed.step({ kind: 'disconnected' });
  t.deepEqual(bed.wait(CHUNK_MS * 2), [], 'nobody is asked');
  t.deepEqual(bed.chunk(4096), [], 'a chunk of the old connection');
  const again = bed.announce({ id: 9 });
  t.deepEqual(again.at(-1), { kind: 'fetch', fetch: { id: 9, offset: 4096, length: 4096 } });
  t.is(bed.chunk(4096, 4096, 9)[0]?.kind, 'write');
});

test('another image in the middle: the first keeps loading until the other one turns out to be signed', t => {
  const bogus = { id: 8, version: '9.9.9', sha256: 'ee'.repeat(32), signature: '00'.repeat(64) };
  // At each moment of an update: while it is checked, loaded, hashed.
  for (const moment of ['checked', 'begun', 'loaded', 'hashed']) {
    const bed = make();
    bed.announce();
    const { of } = bed;
    const attack = () => {
      t.deepEqual(kinds(bed.announce(bogus)), ['verify'], moment);
      for (let i = 0; i < 50; i++) bed.announce({ ...bogus, id: 9 + i, size: 100 + i });
      t.is(reason(bed.verified(false)), 'wrong signature');
    };
    if (moment === 'checked') attack();
    t.is(kinds(bed.verified(true, of))[0], 'begin');
    if (moment === 'begun') attack();
    bed.chunk(0);
    if (moment === 'loaded') attack();
    t.is(bed.chunk(4096)[0]?.kind, 'write');
    const hash = bed.chunk(8192).at(-1);
    t.is(hash?.kind, 'hash');
    if (moment === 'hashed') attack();
    if (hash?.kind === 'hash') t.true(kinds(bed.hashed(image.sha256, true, hash.of)).includes('activate'));
    t.deepEqual(bed.verified(true), [], 'too late');
  }
  // The node's latest announcement counts, once it is known to be signed.
  const bed = make();
  bed.load();
  bed.chunk(0);
  t.deepEqual(kinds(bed.announce({ id: 8, sha256: 'cd'.repeat(32) })), ['verify']);
  t.is(bed.chunk(4096)[0]?.kind, 'write');
  t.like(bed.verified(true).at(-1), { kind: 'fetch', fetch: { id: 8, offset: 0 } });
  t.deepEqual(bed.chunk(8192), [], 'of the one before');
  t.is(bed.chunk(0, 4096, 8)[0]?.kind, 'write');
  const back = make();
  back.load();
  back.announce({ id: 8, sha256: 'cd'.repeat(32) });
  const rival = back.of;
  back.announce({ id: 9 });
  t.deepEqual(back.verified(true, rival), [], 'the first was announced again');
  const changedSize = make();
  changedSize.load();
  t.deepEqual(kinds(changedSize.announce({ size: SIZE - 1 })), ['verify'], 'not the same image');
});

test('a silent node is asked again, and finally given up', t => {
  const bed = make();
  bed.load();
  t.deepEqual(bed.wait(CHUNK_MS - 1), []);
  for (let i = 1; i < MAX_TRIES; i++) t.deepEqual(kinds(bed.wait(CHUNK_MS)), ['fetch']);
  t.is(reason(bed.wait(CHUNK_MS)), 'the node does not send it');
});

test('ask: it waits for the console; off in the middle ends it', t => {
  const bed = make({ mode: 'ask' });
  t.deepEqual(kinds(bed.load()), ['tell', 'notice']);
  t.is(bed.updater.view.state, 'waiting');
  t.deepEqual(bed.chunk(0), []);
  t.is(kinds(bed.step({ kind: 'start' }))[0], 'begin');
  t.is(reason(bed.step({ kind: 'mode', mode: 'off' })), 'updates are off (update.mode)');
  t.deepEqual(bed.chunk(0), []);
  t.deepEqual(bed.step({ kind: 'start' }), []);
});

test('update.mode: a change applies to what was announced before it', t => {
  const mode = (bed: ReturnType<typeof make>, to: 'off' | 'ask' | 'auto') =>
    bed.step({ kind: 'mode', mode: to });
  // Off when it came.
  for (const [to, state] of [
    ['ask', 'waiting'],
    ['auto', 'loading'],
  ] as const) {
    const bed = make({ mode: 'off' });
    bed.announce();
    t.is(bed.updater.view.state, 'refused');
    t.deepEqual(kinds(mode(bed, to)), ['verify']);
    bed.verified(true);
    t.is(bed.updater.view.state, state);
    mode(bed, 'off');
    t.is(bed.updater.view.state, 'refused');
    t.deepEqual(kinds(mode(bed, to)), ['verify'], 'off in the middle');
    mode(bed, 'off');
    bed.step({ kind: 'disconnected' });
    t.deepEqual(mode(bed, to), [], 'the node will announce it again');
  }
  // What else speaks against it still does.
  const other = make({ mode: 'off' });
  other.announce({}, false);
  t.is(reason(mode(other, 'auto')), 'not over TLS');
  t.deepEqual(mode(other, 'auto'), [], 'said once');
  // A check under way when it was switched off is over.
  const checked = make();
  checked.announce();
  const old = checked.of;
  mode(checked, 'off');
  mode(checked, 'auto');
  t.deepEqual(checked.verified(true, old), []);
  // Waiting.
  const waits = make({ mode: 'ask' });
  waits.load();
  t.is(kinds(mode(waits, 'auto'))[0], 'begin');
  const before = make({ mode: 'ask', note: { state: 'failed', version: '1.1.0', minimum: 1, reason: 'x' } });
  before.load();
  t.deepEqual(mode(before, 'auto'), [], 'rolled back before');
});

test('a failing slot is a refusal; mining resumes if it fails at the end', t => {
  const bed = make();
  bed.load();
  t.is(reason(bed.step({ kind: 'failed', problem: 'full' })), 'the update slot failed: full');
  const late = make();
  late.all();
  late.hashed();
  const commands = late.step({ kind: 'failed', problem: 'full' });
  t.is(commands[0]?.kind, 'release');
  t.is(reason(commands), 'the update slot failed: full');
});
