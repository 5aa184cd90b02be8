/** The programs before a build, and with modules that were built for another Node.js: one sentence with the remedy. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { ROOT } from '../support/processes.js';
import { type Ended, withProject } from './project.js';

function oneLine(t: ExecutionContext, { code, err }: Ended, line: RegExp): void {
  t.is(code, 1, err);
  const lines = err.trimEnd().split('\n');
  t.is(lines.length, 1, err);
  t.regex(lines[0]!, line);
}

test('before a build the programs ask for it, and afterwards they work', t =>
  withProject(project => {
    const { bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      bin: Record<string, string>;
    };
    t.deepEqual(Object.keys(bin).sort(), ['mite', 'mite-node']);
    // npx keeps what it found the first time: what is there only after a build it never finds.
    for (const [name, file] of Object.entries(bin))
      oneLine(t, project.run(join(project.root, file), []), new RegExp(`^${name}: .* run make build in /`));
    project.build();
    for (const file of Object.values(bin)) {
      const { code, out, err } = project.run(join(project.root, file), ['--version']);
      t.is(code, 0, err);
      t.regex(out, /^\d+\.\d+\.\d+$/m);
    }
  }));

test('a package missing after a build is named with the remedy', t =>
  withProject(project => {
    project.build(['commander']);
    for (const name of ['mite', 'mite-node'])
      oneLine(
        t,
        project.run(process.execPath, [`bin/${name}.js`]),
        new RegExp(`^${name}: .* run make build in /`),
      );
  }));

test('a Node.js that is too old is reported', t =>
  withProject(project => {
    const preload =
      'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"18.19.0"}})';
    for (const name of ['mite', 'mite-node'])
      oneLine(
        t,
        project.run(process.execPath, ['--import', preload, `bin/${name}.js`]),
        new RegExp(`^${name}: Node.js 18\\.19\\.0 is too old: 20\\.19 or later is needed`),
      );
  }));

const NOT_BUILT = /better-sqlite3.* is not built for this Node\.js \(\d+\.\d+\.\d+\): run make build$/;

for (const [title, modules] of [
  ['of another Node.js', 1],
  ['that was never built', undefined],
] as const)
  test(`a database module ${title}: every command says so in one line, and make run ends`, t =>
    withProject(project => {
      project.build(['better-sqlite3']);
      project.otherSqlite(modules);
      const data = ['--data', join(project.root, 'data')];
      for (const command of [
        ['device', 'add', 'kitchen'],
        ['device', 'list'],
        ['run', '--listen', '127.0.0.1:0'],
      ])
        oneLine(t, project.run(process.execPath, ['bin/mite-node.js', ...command, ...data]), NOT_BUILT);
      oneLine(t, project.run(process.execPath, ['build/js/tools/run/main.js', ...data]), NOT_BUILT);
    }));

test('serialport without a module for this machine is reported in one line', t =>
  withProject(project => {
    project.build();
    const other = { npm_config_arch: 'none' }; // node-gyp-build looks for that machine's binary
    for (const command of [
      ['ports'],
      ['monitor', '--port', '/dev/null'],
      ['configure', '--port', '/dev/null'],
    ])
      oneLine(
        t,
        project.run(process.execPath, ['bin/mite.js', ...command], other),
        /^mite: serialport.* is not built for this Node\.js \(.*\): run make build$/,
      );
    t.is(project.run(process.execPath, ['bin/mite.js', '--help'], other).code, 0);
  }));

test('the oldest Node.js is the same wherever it is stated', t => {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const tools = readFileSync(join(ROOT, 'tools/make/tools.sh'), 'utf8');
  t.is(engines.node, `>=${/^need='(.*)'$/m.exec(tools)?.[1]}.0`);
});

test("what the README's commands make is not part of the project", t => {
  const made = [
    ...[
      'node/mite.sqlite',
      'kitchen/settings.0',
      'kitchen.tty',
      'kitchen.secret',
      'secret',
      'broker-password',
    ],
    ...[
      'update-key.pem',
      'new.js',
      'new.js.update',
      'mite.sqlite',
      '.mite/wallet.json',
      'build/js',
      'node_modules/x',
    ],
  ];
  const { status, stdout } = spawnSync('git', ['check-ignore', '--no-index', '--stdin'], {
    cwd: ROOT,
    input: made.join('\n'),
    encoding: 'utf8',
  });
  if (status === 128) {
    t.log('not a git repository'); // an archive of the sources
    t.pass();
    return;
  }
  t.deepEqual(stdout.trimEnd().split('\n'), made);
  // What is a part of it stays one.
  const kept = spawnSync('git', ['ls-files', '-ci', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' });
  t.is(kept.stdout, '');
});
