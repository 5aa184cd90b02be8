import test from 'ava';
import { explain, messageOf, problemOf } from '../../programs/problems.js';

const systemError = (code: string, more: object = {}) =>
  Object.assign(new Error(`${code}: what the system says`), { code, syscall: 'open', ...more });

test('whatever was thrown, one line says what went wrong', t => {
  t.is(messageOf(new RangeError('too long')), 'too long');
  t.is(problemOf(new RangeError('too long')), 'too long');
  for (const thrown of [undefined, null, 7, 'text']) {
    t.is(messageOf(thrown), String(thrown));
    t.is(problemOf(thrown), String(thrown));
    t.is(explain(thrown), String(thrown));
  }
});

test("the system's errors in words, with the file or address that they are about", t => {
  t.is(problemOf(systemError('ENOSPC')), 'the disk is full (ENOSPC)');
  t.is(problemOf(systemError('EWHATEVER')), 'EWHATEVER');
  t.is(explain(systemError('EACCES', { path: '/a/b' })), '/a/b: permission denied (EACCES)');
  t.is(
    explain(systemError('ECONNREFUSED', { address: '::1', port: 1883 })),
    '::1:1883: nothing listens there (ECONNREFUSED)',
  );
  t.is(explain(new Error('first line\nsecond')), 'first line');
});
