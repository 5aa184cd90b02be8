/** The release's bill of materials: complete for the firmware, the same bytes for the same release. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { bill, FIRMWARE_PACKAGES, idfComponents, npmComponents } from '../../tools/make/sbom.js';
import { PROGRAM_MS } from '../support/deadlines.js';
import { ROOT } from '../support/processes.js';

test('every npm package whose code is in the firmware is named, with the version that is locked', t => {
  const folder = mkdtempSync(join(tmpdir(), 'mite-bundle-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  const metafile = join(folder, 'inputs.json');
  const standins = ['bl', 'buffer', 'debug', 'events', 'process-nextick-args'];
  const { status, stderr } = spawnSync(
    'npx',
    [
      ...['--no-install', 'esbuild', 'platforms/sdk/main.ts', '--bundle', '--platform=neutral'],
      ...[
        '--main-fields=module,main',
        `--metafile=${metafile}`,
        `--outfile=${join(folder, 'bundle.js')}`,
        '--log-level=error',
      ],
      ...standins.map(name => `--alias:${name}=./firmware/protocol/mqtt/standins/${name}.cts`),
      ...['timer', 'time', 'modules', 'display'].map(name => `--external:${name}`),
      ...['search/search', 'curve/curve'].map(name => `--external:../../firmware/${name}.js`),
    ],
    { cwd: ROOT, encoding: 'utf8', timeout: PROGRAM_MS },
  );
  t.is(status, 0, stderr);
  const found = Object.keys(JSON.parse(readFileSync(metafile, 'utf8')).inputs).flatMap(
    path => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
  );
  const curve = readFileSync(join(ROOT, 'firmware/curve/libsecp256k1.c'), 'utf8');
  if (/@node-lightning\/secp256k1/.test(curve)) found.push('@node-lightning/secp256k1');
  t.deepEqual([...new Set(found)].sort(), [...FIRMWARE_PACKAGES]);
  for (const { version, hashes, licenses, purl } of npmComponents(ROOT)) {
    t.regex(version, /^\d+\.\d+\.\d+$/);
    t.regex(purl!, /^pkg:npm\/[\w%-]+(\/[\w-]+)?@\d/);
    t.regex(hashes![0]!.content, /^[0-9a-f]{128}$/);
    t.truthy(licenses![0]!.license.id);
  }
  t.throws(() => npmComponents(ROOT, ['not-there']), { message: /no not-there/ });
});

test("ESP-IDF's own notes name others' code; the bill has each part once, and nothing of the moment", t => {
  const folder = mkdtempSync(join(tmpdir(), 'mite-sbom-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'lwip/lwip'), { recursive: true });
  writeFileSync(
    join(folder, 'lwip/lwip/sbom.yml'),
    "name: 'lwip'\nversion: '2.2.0'\ncpe: cpe:2.3:a:lwip_project:lwip:{}:*:*:*:*:*:*:*\ncve-exclude-list:\n  - cve: x\n",
  );
  mkdirSync(join(folder, 'log'));
  const description = {
    git_revision: 'v6.0.2',
    build_component_info: { log: { dir: join(folder, 'log') }, lwip: { dir: join(folder, 'lwip') }, odd: {} },
  };
  const parts = idfComponents(description);
  t.deepEqual(
    parts.map(({ name, version, cpe }) => [name, version, cpe]),
    [
      ['esp-idf', 'v6.0.2', undefined],
      ['lwip', '2.2.0', 'cpe:2.3:a:lwip_project:lwip:2.2.0:*:*:*:*:*:*:*'],
    ],
  );
  const made = bill('1.2.3', [...parts, ...parts, ...npmComponents(ROOT)]) as {
    components: { name: string; 'bom-ref': string }[];
    dependencies: { dependsOn: string[] }[];
  };
  t.deepEqual(
    made.dependencies[0]!.dependsOn,
    made.components.map(each => each['bom-ref']),
  );
  t.is(new Set(made.components.map(each => each['bom-ref'])).size, parts.length + FIRMWARE_PACKAGES.length);
  t.deepEqual(bill('1.2.3', [...parts, ...npmComponents(ROOT)]), made);
  t.deepEqual(
    idfComponents({}).map(each => each.version),
    ['unknown'],
  );
});
