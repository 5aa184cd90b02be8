/**
 * Runs every ava suite (their order: ava.config.js) and prints what a person needs: what the tests measured, a line a
 * folder, each failure in full, what was skipped and why, the sum.
 *
 *   MITE_REQUIRE=all make test    a skip is a failure
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { ending, type Skip, TapReader } from './harness/tap.js';
import { lacking } from './support/tools.js';

const started = Date.now();
const seconds = () => ((Date.now() - started) / 1000).toFixed(0);
const reader = new TapReader();
const last = new Map<string, string>();
const child = spawn('npx', ['--no-install', 'ava', '--tap', ...process.argv.slice(2)], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise<number | null>(resolve => child.on('close', resolve));
for await (const line of createInterface({ input: child.stdout })) {
  const said = reader.take(line);
  if (said !== undefined) console.log(`  ${said}`);
  const name = /^(?:not )?ok \d+ - (.*?) › /.exec(line)?.[1];
  if (name !== undefined) last.set(name, seconds());
}
const code = await ended;
console.log('Suites:');
for (const [file, sum] of [...reader.files].sort()) {
  const parts = [`${sum.passed} passed`];
  if (sum.failed > 0) parts.push(`${sum.failed} FAILED`);
  if (sum.skipped > 0) parts.push(`${sum.skipped} skipped`);
  console.log(`  ${file}: ${parts.join(', ')}${last.has(file) ? `; done after ${last.get(file)} s` : ''}`);
}
for (const failure of reader.failures) console.log(failure);
console.log(`  ${seconds()} s\n`);

// What `make test` does outside of ava.
const format = lacking('clang-format');
const others: Skip[] =
  format === undefined ? [] : [{ name: 'lint › format of the C sources', reason: format }];
const end = ending(reader, code, others, process.env.MITE_REQUIRE === 'all');
for (const line of end.lines) console.log(line);
process.exitCode = end.code;
