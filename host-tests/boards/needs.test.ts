/** What the commands for boards want: all that is missing is named at once, before anything is built. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { findBoth, Missing } from '../../tools/make/sdk.js';
import { ROOT } from '../support/processes.js';

const TOOL = join(ROOT, 'build/js/tools/make/main.js');

function lines(command: string, args: readonly string[], environment: Record<string, string> = {}) {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, MODDABLE: _sdk, IDF_PATH: _idf, ...rest } = process.env;
  const { status, stderr } = spawnSync(command, args, { env: { ...rest, ...environment }, encoding: 'utf8' });
  return { code: status, err: stderr.trimEnd().split('\n') };
}

test('simulator and pictures: SDK, packages and screen are named at once', t => {
  const script = join(ROOT, 'tools/make/sdk-needs.sh');
  const bare = { PATH: '/nowhere' };
  const sim = lines('/bin/sh', [script, '/nowhere', 'sim'], bare);
  t.is(sim.code, 1);
  t.is(sim.err.length, 3, sim.err.join('\n'));
  t.regex(sim.err[0]!, /^mite: the Moddable SDK is missing .*: npx xs-dev setup$/);
  t.regex(sim.err[1]!, /^mite: there is no screen .*xvfb-run make sim/);
  t.regex(sim.err[2]!, /: sudo apt-get install libglib2\.0-dev$/);
  const screens = lines('/bin/sh', [script, '/nowhere', 'screens'], bare);
  t.is(screens.err.length, 2, screens.err.join('\n'));
  t.regex(screens.err[1]!, /: sudo apt-get install libglib2\.0-dev xvfb imagemagick$/);
});

test("a chip's firmware: SDK and ESP-IDF are named at once", t => {
  const home = mkdtempSync(join(tmpdir(), 'mite-needs-'));
  t.teardown(() => rmSync(home, { recursive: true }));
  const error = t.throws(() => findBoth({}, home), { instanceOf: Missing });
  t.regex(
    error!.message,
    /Moddable SDK is missing .*npx xs-dev setup; ESP-IDF is missing .*npx xs-dev setup --device esp32$/,
  );
  const { code, err } = lines(process.execPath, [TOOL, 'firmware', 'esp32'], { HOME: home });
  t.is(code, 1);
  t.deepEqual(err, [`mite: ${error!.message}`]);
});

test('flash without a port asks for one first, and lists those there are', t => {
  const { code, err } = lines(process.execPath, [TOOL, 'flash', 'esp32']);
  t.is(code, 1);
  t.is(err.length, 1);
  t.regex(
    err[0]!,
    /^mite: which port\? PORT=… is (one of: \/dev\/|a serial port; none with a board is there now)/,
  );
});
