/**
 * Runs every ava suite and prints what a person needs: a line a file, each failure in full, what was skipped, the sum.
 * End-to-end suites come last: they keep both cores busy.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

interface Sum {
  passed: number;
  failed: number;
  skipped: number;
}

const total: Sum = { passed: 0, failed: 0, skipped: 0 };

/** Reads ava's TAP: "ok 1 - a › b", "not ok …", then comments and a YAML block that belong to the line before. */
async function runAva(title: string, patterns: string[], concurrency: number): Promise<boolean> {
  const started = Date.now();
  const files = new Map<string, Sum>();
  const details: string[] = [];
  let current: Sum | undefined;
  let failing = false;
  let currentName = '';
  const child = spawn('npx', ['--no-install', 'ava', '--tap', `--concurrency=${concurrency}`, ...patterns], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const result = /^(not )?ok \d+ - (.*)$/.exec(line);
    if (result) {
      const name = (result[2] ?? '').replace(/%ava-dur=.*/, '');
      const file = name.includes(' › ') ? (name.split(' › ')[0] ?? name) : name;
      current = files.get(file) ?? { passed: 0, failed: 0, skipped: 0 };
      files.set(file, current);
      failing = result[1] !== undefined;
      currentName = name;
      if (failing) {
        current.failed++;
        details.push(`\nnot ok - ${name}`);
      } else if (/# (SKIP|TODO)/.test(name)) current.skipped++;
      else current.passed++;
      continue;
    }
    if (/^\s*#\s+skipped\b/.test(line) && current && !failing) {
      current.passed--;
      current.skipped++;
      console.log(`  skipped: ${currentName}: ${line.replace(/^\s*#\s+skipped:?\s*/, '')}`);
    } else if (/^\s*#\s+\S/.test(line) && !/^# (tests|pass|fail|skip)|hook$/.test(line) && !failing) {
      console.log(`  ${currentName}: ${line.replace(/^\s*#\s+/, '')}`);
    } else if (failing) details.push(line);
  }
  const code = await new Promise<number | null>(resolve => child.on('close', resolve));
  console.log(`${title}:`);
  for (const [file, sum] of [...files].sort()) {
    const parts = [`${sum.passed} passed`];
    if (sum.failed > 0) parts.push(`${sum.failed} FAILED`);
    if (sum.skipped > 0) parts.push(`${sum.skipped} skipped`);
    console.log(`  ${file}: ${parts.join(', ')}`);
    total.passed += sum.passed;
    total.failed += sum.failed;
    total.skipped += sum.skipped;
  }
  for (const detail of details) console.log(detail);
  console.log(`  ${((Date.now() - started) / 1000).toFixed(0)} s\n`);
  return code === 0;
}

const unit = await runAva(
  'Unit and integration suites',
  ['build/js/host-tests/**/*.test.js', '!build/js/host-tests/e2e/**'],
  2,
);
const e2e = await runAva('End-to-end suites', ['build/js/host-tests/e2e/**/*.test.js'], 2);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
if (!unit || !e2e || total.failed > 0 || total.passed === 0) process.exit(1);
