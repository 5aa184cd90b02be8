/** What is compiled for one version of Node.js: found out, built with the right headers, kept, or refused in a sentence. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import test from 'ava';
import { headersFor, headersVersion, isProgram, missingCompilers } from '../../tools/make/native.js';
import { BUILD_MS } from '../support/deadlines.js';
import { ROOT } from '../support/processes.js';
import { Project, withProject } from './project.js';

const MODULES = Number(process.versions.modules);
const MODULE = 'node_modules/better-sqlite3/build/Release/better_sqlite3.node';
const BUILD = 'build/js/tools/make/native-build.js';
const PROBE = ['-e', "new (require('better-sqlite3'))(':memory:').close()"];

/** A folder as that of a Node.js with headers. */
function install(project: Project, name: string, modules: number | undefined): string {
  const prefix = join(project.root, name);
  mkdirSync(join(prefix, 'bin'), { recursive: true });
  writeFileSync(join(prefix, 'bin/node'), '');
  if (modules === undefined) return prefix;
  mkdirSync(join(prefix, 'include/node'), { recursive: true });
  const text = `#if defined(X)\n#define NODE_MODULE_VERSION NODE_EMBEDDER_MODULE_VERSION\n#else\n#define NODE_MODULE_VERSION ${modules}\n#endif\n`;
  writeFileSync(join(prefix, 'include/node/node_version.h'), text);
  return prefix;
}

test("headers are those beside Node.js, else npm's nodedir if it is of this version, else none", t =>
  withProject(project => {
    const right = install(project, 'right', 127);
    const bare = install(project, 'bare', undefined);
    const other = install(project, 'other', 115);
    t.is(headersVersion(right), 127);
    t.is(headersVersion(bare), undefined);
    t.is(headersFor(join(right, 'bin/node'), 127, other), right);
    t.is(headersFor(join(bare, 'bin/node'), 127, right), right);
    t.is(headersFor(join(bare, 'bin/node'), 127, other), undefined);
    t.is(headersFor(join(other, 'bin/node'), 127, other), undefined);
    t.is(headersFor(join(bare, 'bin/node'), 127, ''), undefined);
    // A link, as systems have it in PATH.
    symlinkSync(join(right, 'bin/node'), join(project.root, 'node'));
    t.is(headersFor(join(project.root, 'node'), 127, other), right);
  }));

test('missing compilers are noticed before anything is compiled', t => {
  t.deepEqual(missingCompilers({ PATH: '/nowhere' }), ['g++', 'make', 'python3']);
  t.deepEqual(missingCompilers({ PATH: '', CXX: 'clang++', PYTHON: '/opt/python' }), ['make']);
  t.true(isProgram('sh'));
  t.false(isProgram('sh', ''));
});

/** A node-gyp that writes down how it was called, and makes the module that the project has. */
function fakeGyp(project: Project): { environment: Record<string, string>; calls: () => string[] } {
  const gyp = join(project.root, 'gyp.cjs');
  const log = join(project.root, 'gyp.log');
  writeFileSync(
    gyp,
    `const fs = require('fs');
     fs.appendFileSync(${JSON.stringify(log)}, process.argv.slice(2).concat('env ' + process.env.npm_config_nodedir).join(' ') + '\\n');
     fs.mkdirSync('build/Release', { recursive: true });
     fs.copyFileSync(${JSON.stringify(join(ROOT, MODULE))}, 'build/Release/better_sqlite3.node');`,
  );
  const environment = {
    npm_lifecycle_event: 'native-modules',
    npm_config_node_gyp: gyp,
    npm_config_build_from_source: 'true', // no download
  };
  return {
    environment,
    calls: () => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []),
  };
}

test('a module for another Node.js is rebuilt, with headers of this one, and kept', t =>
  withProject(project => {
    project.build(['better-sqlite3']);
    project.otherSqlite(1);
    const { environment, calls } = fakeGyp(project);
    const wrong = install(project, 'wrong', MODULES + 1);
    const ended = project.run(process.execPath, [BUILD], { ...environment, npm_config_nodedir: wrong });
    t.is(ended.code, 0, ended.err);
    t.regex(ended.out, /better-sqlite3: compiling for Node\.js .*: done in /);
    t.is(calls().length, 1);
    t.regex(calls()[0]!, /^rebuild --release( --nodedir=\S+)? env undefined$/);
    t.false(calls()[0]!.includes(wrong));
    t.is(project.run(process.execPath, PROBE).code, 0);
    // Another Node.js was here meanwhile, or npm: nothing is compiled again.
    project.otherSqlite(1);
    t.not(project.run(process.execPath, PROBE).code, 0);
    t.is(project.run(process.execPath, [BUILD], environment).code, 0);
    t.is(project.run(process.execPath, PROBE).code, 0);
    // And nothing is done when all is well.
    t.deepEqual(project.run(process.execPath, [BUILD], environment), { code: 0, out: '', err: '' });
    t.is(calls().length, 1);
  }));

test('two makes at once: one compiles, the other waits and says so, even if one was killed before', async t => {
  t.timeout(BUILD_MS);
  const project = new Project();
  t.teardown(() => project.dispose());
  project.build(['better-sqlite3']);
  project.otherSqlite(1);
  const { environment, calls } = fakeGyp(project);
  const gyp = environment.npm_config_node_gyp!;
  // The compiler is held until the second one has said that it waits.
  const go = join(project.root, 'go');
  const held = `while (!require('fs').existsSync(${JSON.stringify(go)})) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);`;
  writeFileSync(gyp, readFileSync(gyp, 'utf8').replace('fs.mkdirSync', `${held}\nfs.mkdirSync`));
  const lock = join(project.root, 'build/native-modules/lock');
  mkdirSync(dirname(lock), { recursive: true });
  const killed = spawnSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' });
  writeFileSync(lock, killed.stdout.trim());
  const start = () =>
    spawn(process.execPath, [BUILD], { cwd: project.root, env: { ...process.env, ...environment } });
  const first = start();
  t.teardown(() => first.kill('SIGKILL'));
  while (calls().length === 0 && first.exitCode === null) await delay(20);
  const second = start();
  t.teardown(() => second.kill('SIGKILL'));
  let said = '';
  let wrong = '';
  for (const child of [first, second]) child.stderr.on('data', data => (wrong += data));
  second.stdout.on('data', data => {
    said += data;
    if (said.includes('waiting')) writeFileSync(go, '');
  });
  const codes = await Promise.all([first, second].map(child => once(child, 'exit').then(([code]) => code)));
  t.deepEqual(codes, [0, 0], wrong);
  t.is(said, `mite: another make compiles for Node.js (process ${first.pid}): waiting for it\n`);
  t.is(calls().length, 1);
  t.deepEqual(
    readdirSync(dirname(lock)).filter(name => name.startsWith('lock')),
    [],
  );
});

test('a working module is saved before npm deletes it', t =>
  withProject(project => {
    project.build(['better-sqlite3']);
    project.otherSqlite(undefined);
    mkdirSync(dirname(join(project.root, MODULE)), { recursive: true });
    copyFileSync(join(ROOT, MODULE), join(project.root, MODULE));
    t.is(project.run(process.execPath, [BUILD, 'keep']).code, 0);
    project.otherSqlite(1);
    const { environment, calls } = fakeGyp(project);
    t.is(project.run(process.execPath, [BUILD], environment).code, 0);
    t.is(project.run(process.execPath, PROBE).code, 0);
    t.is(calls().length, 0);
  }));

test('a module that does not load after it was compiled is not a success', t =>
  withProject(project => {
    project.build(['better-sqlite3']);
    project.otherSqlite(1);
    const { environment } = fakeGyp(project);
    writeFileSync(environment.npm_config_node_gyp!, '');
    const { code, err } = project.run(process.execPath, [BUILD], environment);
    t.is(code, 1);
    t.regex(
      err,
      /^mite: better-sqlite3 was compiled, and Node\.js .* does not load it: rm -r node_modules, then make build$/m,
    );
  }));

test('without compilers both are named, before a minute of compiling', t =>
  withProject(project => {
    project.build(['better-sqlite3']);
    project.otherSqlite(1);
    const { environment, calls } = fakeGyp(project);
    const bin = join(project.root, 'programs');
    mkdirSync(bin);
    writeFileSync(join(bin, 'make'), '');
    chmodSync(join(bin, 'make'), 0o755);
    const { code, err } = project.run(process.execPath, [BUILD], {
      ...environment,
      PATH: bin,
      CXX: '',
      PYTHON: '',
    });
    t.is(code, 1);
    t.regex(
      err,
      /^mite: better-sqlite3 .* g\+\+ and python3 are missing: sudo apt-get install g\+\+ python3$/m,
    );
    t.deepEqual(calls(), []);
  }));
