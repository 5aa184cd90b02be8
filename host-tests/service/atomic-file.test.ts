/** Which calls reach the system, in which order, and what a kill at any moment leaves. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { createFile, replaceFile, replaceFiles } from '../../trusted-node/common/atomic-file.js';

const real = { ...fs };

function directory(t: { teardown(end: () => void): void }): string {
  const path = real.mkdtempSync(join(tmpdir(), 'mite-test-'));
  t.teardown(() => real.rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Runs `action` with some calls replaced; all of `node:fs` are of this process, so tests of this file run one by one. */
function withCalls<T>(calls: Record<string, (...args: never[]) => unknown>, action: () => T): T {
  Object.assign(fs, calls);
  syncBuiltinESMExports();
  try {
    return action();
  } finally {
    for (const name of Object.keys(calls)) Object.assign(fs, { [name]: real[name as keyof typeof real] });
    syncBuiltinESMExports();
  }
}

/** The calls that matter after a power cut, with the names they are for; a temporary file is "tmp". */
function traced(action: () => void): string[] {
  const calls: string[] = [];
  const names = new Map<number, string>();
  const short = (path: string) => (path.endsWith('.tmp') ? 'tmp' : basename(path));
  const openSync = (path: string, ...rest: [fs.OpenMode, fs.Mode?]) => {
    const file = real.openSync(path, ...rest);
    names.set(file, short(path));
    return file;
  };
  withCalls(
    {
      openSync,
      writeFileSync: (file: number, content: string) => {
        calls.push(`write ${names.get(file)}`);
        real.writeFileSync(file, content);
      },
      fsyncSync: (file: number) => {
        calls.push(`flush ${names.get(file)}`);
        real.fsyncSync(file);
      },
      renameSync: (from: string, to: string) => {
        calls.push(`rename ${short(from)} ${short(to)}`);
        real.renameSync(from, to);
      },
      linkSync: (from: string, to: string) => {
        calls.push(`link ${short(from)} ${short(to)}`);
        real.linkSync(from, to);
      },
    },
    action,
  );
  return calls;
}

function failing(name: 'fsyncSync' | 'linkSync' | 'renameSync' | 'writeFileSync', code: string, at = 1) {
  let calls = 0;
  return {
    [name]: (...args: never[]) => {
      if (++calls === at) throw Object.assign(new Error(code), { code });
      return (real[name] as (...args: never[]) => unknown)(...args);
    },
  };
}

test.serial('the content is on disk before it gets its name, and the name before the call returns', t => {
  const folder = directory(t);
  const path = join(folder, 'a');
  const inPlace = ['write tmp', 'flush tmp', 'rename tmp a', `flush ${basename(folder)}`];
  t.deepEqual(
    traced(() => replaceFile({ path, content: 'one' })),
    inPlace,
  );
  t.deepEqual(
    traced(() => replaceFile({ path, content: Uint8Array.of(1, 2) })),
    inPlace,
  );
  t.deepEqual([...real.readFileSync(path)], [1, 2]);
  t.deepEqual(
    traced(() => createFile({ path: join(folder, 'b'), content: 'two' })),
    ['write tmp', 'flush tmp', 'link tmp b', `flush ${basename(folder)}`],
  );
  t.deepEqual(
    traced(() =>
      replaceFiles([
        { path, content: 'x' },
        { path: join(folder, 'b'), content: 'y' },
      ]),
    ),
    [
      ...['write tmp', 'flush tmp', 'write tmp', 'flush tmp'],
      ...['rename tmp a', 'rename tmp b', `flush ${basename(folder)}`],
    ],
  );
  t.deepEqual(real.readdirSync(folder).sort(), ['a', 'b']);
});

test.serial('only for its owner, unless it is for everybody', t => {
  const folder = directory(t);
  const mode = (name: string) => real.statSync(join(folder, name)).mode & 0o777;
  replaceFile({ path: join(folder, 'key'), content: '' });
  createFile({ path: join(folder, 'secret'), content: '' });
  replaceFile({ path: join(folder, 'certificate'), content: '', mode: 0o644 });
  t.deepEqual(['key', 'secret', 'certificate'].map(mode), [0o600, 0o600, 0o644 & ~process.umask()]);
});

test.serial('a failure leaves the old content and nothing else', t => {
  const folder = directory(t);
  const [a, b] = [join(folder, 'a'), join(folder, 'b')];
  const pair = (content: string) => [
    { path: a, content },
    { path: b, content },
  ];
  replaceFiles(pair('old'));
  const now = () => real.readdirSync(folder).map(name => real.readFileSync(join(folder, name), 'utf8'));
  for (const calls of [
    failing('writeFileSync', 'ENOSPC'),
    failing('writeFileSync', 'ENOSPC', 2),
    failing('fsyncSync', 'EIO'),
    failing('fsyncSync', 'EIO', 2),
    failing('renameSync', 'EACCES'),
  ]) {
    const code = Object.keys(calls)[0];
    t.throws(() => withCalls(calls, () => replaceFiles(pair('new'))), undefined, code);
    t.deepEqual(now(), ['old', 'old'], code);
  }
});

test.serial('an existing file is not replaced by a new one, even without hard links', t => {
  const folder = directory(t);
  const path = join(folder, 'a');
  createFile({ path, content: 'first' });
  for (const calls of [{}, failing('linkSync', 'EPERM'), failing('linkSync', 'ENOTSUP')])
    t.throws(() => withCalls(calls, () => createFile({ path, content: 'second' })), { code: 'EEXIST' });
  real.rmSync(path);
  withCalls(failing('linkSync', 'EPERM'), () => createFile({ path, content: 'third' }));
  t.is(real.readFileSync(path, 'utf8'), 'third');
  const other = join(folder, 'b');
  t.throws(
    () =>
      withCalls({ ...failing('linkSync', 'EPERM'), ...failing('fsyncSync', 'EIO', 2) }, () =>
        createFile({ path: other, content: 'x' }),
      ),
    { code: 'EIO' },
  );
  t.deepEqual(real.readdirSync(folder), ['a']);
});

test.serial('killed at any moment: one content or the other, whole', async t => {
  const folder = directory(t);
  const path = join(folder, 'a');
  const script = fileURLToPath(new URL('./replace-loop.js', import.meta.url));
  for (let round = 0; round < 12; round++) {
    const writer = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise(resolve => writer.stdout.once('data', resolve));
    await new Promise(resolve => setTimeout(resolve, round * 3));
    const ended = new Promise(resolve => writer.once('exit', resolve));
    writer.kill('SIGKILL');
    await ended;
    const content = real.readFileSync(path, 'utf8');
    t.is(content.length, 200_000);
    t.is(content, content[0]!.repeat(200_000));
  }
});
