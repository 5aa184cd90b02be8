import test from 'ava';
import { readNote, type UpdateNote } from '../../firmware/parts/update/note.js';
import { TRIAL_MS } from '../../firmware/parts/update/updater.js';
import { kinds, make } from './updater-bed.js';

test('the trial: reaching the node keeps the image, and its security number becomes the minimum', t => {
  const note: UpdateNote = { state: 'trial', version: '1.1.0', minimum: 1, reason: '' };
  const bed = make({ version: '1.1.0', security: 2, trial: true, note });
  bed.begin();
  t.deepEqual(bed.wait(TRIAL_MS - 1), []);
  const commands = bed.step({ kind: 'reached' });
  t.deepEqual(kinds(commands), ['confirm', 'note', 'tell', 'notice']);
  t.deepEqual(commands[1], {
    kind: 'note',
    note: { state: 'good', version: '1.1.0', minimum: 2, reason: '' },
  });
  t.deepEqual(bed.wait(TRIAL_MS), []);
  t.deepEqual(bed.step({ kind: 'reached' }), []);
});

test('the trial: after five minutes without the node it goes back, and the next boots say why', t => {
  const bed = make({ version: '1.1.0', trial: true });
  bed.begin();
  const commands = bed.wait(TRIAL_MS);
  t.deepEqual(kinds(commands), ['note', 'notice', 'rollback']);
  const [first] = commands;
  const note = first?.kind === 'note' ? first.note : undefined;
  const old = make({ note });
  t.deepEqual(kinds(old.begin()), ['notice']);
  const [told] = old.step({ kind: 'reached' });
  t.deepEqual(told, {
    kind: 'tell',
    outcome: {
      id: 0,
      version: '1.1.0',
      state: 'rolledback',
      error: 'it did not reach the node within 300 s',
    },
  });
  t.deepEqual(old.step({ kind: 'reached' }), [], 'once a connection');
  t.deepEqual(kinds(old.load()), ['tell', 'notice'], 'not again by itself');
  t.is(old.updater.view.state, 'waiting');
});

test('the trial: one that fails does not raise the minimum security number', t => {
  for (const note of [undefined, { state: 'trial', version: '1.1.0', minimum: 1, reason: '' }] as const) {
    const bed = make({ version: '1.1.0', security: 9, trial: true, note });
    bed.begin();
    const [first] = bed.wait(TRIAL_MS);
    const failed = first?.kind === 'note' ? first.note : undefined;
    t.like(failed, { state: 'failed', minimum: note?.minimum ?? 0 });
    t.deepEqual(bed.step({ kind: 'reached' }), [], 'too late');
    const old = make({ note: failed });
    t.is(old.updater.minimum, 1);
    t.is(kinds(old.announce({ version: '1.2.0' }))[0], 'verify');
  }
});

test('the trial: an image of another version than announced goes back at once, and is not loaded again', t => {
  const note: UpdateNote = { state: 'trial', version: '1.1.0', minimum: 1, reason: '' };
  for (const version of ['1.0.0', '1.0.5', '2.0.0']) {
    const bed = make({ version, security: 9, trial: true, note });
    const commands = bed.begin();
    t.deepEqual(kinds(commands), ['note', 'notice', 'rollback']);
    const failed = commands[0]?.kind === 'note' ? commands[0].note : undefined;
    t.deepEqual(failed, {
      state: 'failed',
      version: '1.1.0',
      minimum: 1,
      reason: `it says of itself that it is ${version}`,
    });
    t.deepEqual(bed.step({ kind: 'reached' }), []);
    const old = make({ note: failed });
    old.begin();
    old.load();
    t.is(old.updater.view.state, 'waiting');
  }
});

test('the trial: a boot of the old image without a word from the new one is a rollback too', t => {
  const bed = make({ note: { state: 'trial', version: '1.1.0', minimum: 1, reason: '' } });
  const commands = bed.begin();
  t.deepEqual(kinds(commands), ['note', 'notice']);
  t.is(bed.updater.view.state, 'rolledback');
  // Confirmed, but the note was no longer stored.
  const good = make({ version: '1.1.0', note: { state: 'trial', version: '1.1.0', minimum: 1, reason: '' } });
  t.is(good.updater.view.state, 'none');
  t.deepEqual(kinds(good.begin()), ['note']);
});

test('a note is read only in its exact form', t => {
  const note: UpdateNote = { state: 'good', version: '1.0.0', minimum: 1, reason: '' };
  t.deepEqual(readNote({ ...note }), note);
  for (const wrong of [
    { state: 'fine' },
    { version: 5 },
    { version: 'x'.repeat(33) },
    { minimum: -1 },
    { minimum: 0.5 },
    { minimum: '1' },
    { reason: null },
  ])
    t.is(readNote({ ...note, ...wrong }), undefined, JSON.stringify(wrong));
  t.is(readNote({ ...note, reason: 'a\nb' })?.reason, 'a?b');
});
