/** The probes: a tool that is there and cannot be used counts as missing. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { PROGRAM_MS } from '../support/deadlines.js';
import { ROOT } from '../support/processes.js';
import { lacking, skippedWithout } from '../support/tools.js';

function temporary(t: ExecutionContext): string {
  const directory = mkdtempSync(join(tmpdir(), 'mite-tools-'));
  t.teardown(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

function ask(environment: Record<string, string>, ...names: string[]): { code: number; out: string } {
  const { status, stdout } = spawnSync('sh', ['host-tests/tools.sh', ...names], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: PROGRAM_MS,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...environment },
  });
  return { code: status ?? -1, out: stdout.trim() };
}

/** A directory of programs that come before the real ones. */
function programs(t: ExecutionContext, scripts: Record<string, string>): string {
  const directory = temporary(t);
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(directory, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(directory, name), 0o755);
  }
  return `${directory}:${process.env.PATH}`;
}

const BROKEN: readonly (readonly [tool: string, program: string])[] = [
  ['g++', 'g++'],
  ['python3', 'python3'],
  ['mosquitto', 'mosquitto'],
  ['bitcoind', 'bitcoind'],
  ['openssl', 'openssl'],
  ['qemu-i386', 'qemu-i386'],
  ['rv32', 'riscv64-unknown-elf-gcc'],
  ['xtensa', 'xtensa-lx106-elf-gcc'],
  ['qemu-rv32', 'qemu-system-riscv32'],
  ['qemu-xtensa', 'qemu-system-xtensa'],
  ['clang-format', 'clang-format'],
  ['valgrind', 'valgrind'],
  ['xvfb', 'Xvfb'],
  ['imagemagick', 'convert'],
  ['m32', 'gcc'],
  ['asan', 'gcc'],
  ['tsan', 'gcc'],
  ['libssl', 'gcc'],
];

for (const [tool, program] of BROKEN)
  test(`${tool}: a ${program} that exists but does not work is not usable`, t => {
    const { code, out } = ask({ PATH: programs(t, { [program]: 'exit 126' }) }, tool);
    t.is(code, 1);
    t.regex(out, /^.{20,}$/, 'one line that says what is wrong');
  });

test('a compiler whose programs the kernel refuses: -m32 works, its programs do not start', t => {
  // What such a kernel answers to a program of another architecture, ENOEXEC, it answers to this one too.
  const foreign = `for word; do [ "$before" = -o ] && out=$word; before=$word; done
    printf '\\177ELF\\001\\001\\001\\000not for this machine' >"$out"; chmod 755 "$out"`;
  const environment = { PATH: programs(t, { gcc: foreign, 'qemu-i386': 'exit 0' }) };
  t.is(ask(environment, 'm32').code, 0);
  t.is(ask(environment, 'ia32').code, 1);
  t.is(ask(environment, 'run32').code, 0, 'qemu-i386 runs them');
  t.is(ask({ ...environment, MITE_WITHOUT: 'qemu-i386' }, 'run32').code, 1);
});

test('MITE_WITHOUT makes tools count as unusable; of several, the first unusable one is named', t => {
  const { code, out } = ask({ MITE_WITHOUT: 'ia32 python3' }, 'python3');
  t.is(code, 1);
  t.regex(out, /^Python does not run \(Debian package python3\); MITE_WITHOUT says so$/);
  t.regex(ask({ MITE_WITHOUT: 'ia32 python3' }, 'python3', 'ia32').out, /^Python/);
  t.is(spawnSync('sh', ['host-tests/tools.sh', 'no-such-tool'], { cwd: ROOT }).status, 2);
});

test('with MITE_TOOLS each question is asked once', t => {
  const directory = temporary(t);
  const counter = join(directory, 'count');
  const PATH = programs(t, { python3: `echo >>${counter}; exit 1` });
  const MITE_TOOLS = join(directory, 'kept');
  const first = ask({ PATH, MITE_TOOLS }, 'python3');
  t.is(first.code, 1);
  t.deepEqual(ask({ PATH, MITE_TOOLS }, 'python3'), first);
  t.is(spawnSync('wc', ['-l', counter], { encoding: 'utf8' }).stdout.split(' ')[0], '1');
  t.deepEqual(readdirSync(MITE_TOOLS), ['python3']);
  mkdirSync(join(directory, 'good'));
  const good = { PATH: programs(t, { python3: `echo >>${counter}` }), MITE_TOOLS: join(directory, 'good') };
  t.is(ask(good, 'python3').code, 0);
  t.is(ask(good, 'python3').code, 0);
  t.is(spawnSync('wc', ['-l', counter], { encoding: 'utf8' }).stdout.split(' ')[0], '2');
});

test('a test that lacks a tool says why, passes, and is skipped', t => {
  const before = process.env.MITE_WITHOUT;
  process.env.MITE_WITHOUT = 'valgrind';
  t.teardown(() => {
    if (before === undefined) delete process.env.MITE_WITHOUT;
    else process.env.MITE_WITHOUT = before;
  });
  const logged: string[] = [];
  let passes = 0;
  const context = { log: (text: string) => logged.push(text), pass: () => passes++ };
  t.true(skippedWithout(context as unknown as ExecutionContext, 'valgrind'));
  t.is(passes, 1);
  t.deepEqual(logged, [`skipped: ${lacking('valgrind')}`]);
  t.throws(() => lacking('no-such-tool'), { message: /there is no tool/ });
});

test('nothing is left behind', t => {
  const directory = temporary(t);
  ask({ TMPDIR: directory }, 'openssl', 'm32');
  t.true(existsSync(directory));
  t.deepEqual(readdirSync(directory), []);
});
