/** The whole firmware in the simulator, on an X server without a screen, against the real node. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { withDisplay } from '../display/simulator.js';
import { acknowledged, Bed } from '../e2e/bed.js';
import { eventually, MINING_MS, TEST_MS } from '../support/deadlines.js';
import { ROOT } from '../support/processes.js';
import { lacking, skippedWithout } from '../support/tools.js';
import { build, SDK } from './sdk.js';

/** A picture of the whole window. */
const PICTURE = join(ROOT, 'build/sim/window.png');

/** Takes the picture. @returns how many pixels of the device's screen (where the m5stack's is) are as white as text. */
function whitePixels(display: string): number {
  spawnSync('import', ['-display', display, '-window', 'root', PICTURE]);
  const part = spawnSync('convert', [PICTURE, '-crop', '300x230+170+145', '-depth', '8', 'rgb:-']).stdout;
  let white = 0;
  for (let at = 0; at + 2 < part.length; at += 3)
    if (Math.min(part[at]!, part[at + 1]!, part[at + 2]!) > 230) white++;
  return white;
}

test.serial('the simulator mines an accepted block for the real node', async t => {
  t.timeout(TEST_MS);
  if (skippedWithout(t, 'sdk', 'xvfb')) return;
  const skipped = build('sim-app');
  if (skipped !== undefined) {
    t.log(skipped);
    t.pass();
    return;
  }
  const home = mkdtempSync(join(tmpdir(), 'mite-sim-'));
  const bed = new Bed();
  try {
    await withDisplay(async display => {
      await bed.startNode();
      const { secret } = await bed.addDevice('sim');
      // The simulator copies the app to a directory that it does not make.
      mkdirSync(join(home, 'tech.moddable.mcsim'));
      // A screen that the window's controls cut off is not drawn.
      writeFileSync(
        join(home, 'tech.moddable.mcsim.main.json'),
        '{"controlsStatus":false,"infoStatus":false}',
      );
      const board = bed.start(
        join(SDK, 'build/bin/lin/release/mcsim'),
        [join(ROOT, 'build/sim/devices'), join(ROOT, 'build/sim/bin/lin/m5stack/release/sim/mc.so')],
        {
          MITE_DATA: join(home, 'data'),
          MITE_JSON: '1',
          MITE_UNTIL_EOF: '1',
          HOME: home,
          XDG_CONFIG_HOME: home,
          DISPLAY: display,
          GDK_BACKEND: 'x11',
          DBUS_SESSION_BUS_ADDRESS: 'disabled:',
        },
      );
      await board.waitFor(line => line.event === 'boot' && line.board === 'sim', 'its boot');
      board.write('config set node.host 127.0.0.1');
      board.write(`config set node.port ${bed.port}`);
      board.write('config set device.id sim');
      board.write(`config set device.secret ${secret}`);
      await board.waitFor(line => line.event === 'block', 'a block', MINING_MS);
      await board.waitFor(() => acknowledged(board).length > 0, 'its acknowledgement');
      t.true(bed.shares().some(share => share.device === 'sim' && share.code <= 1));
      const pictures = lacking('imagemagick');
      if (pictures === undefined) {
        let white = 0;
        await eventually(
          () => {
            white = whitePixels(display);
            return white >= 500;
          },
          'figures on the screen',
          MINING_MS,
        ).catch(() => {});
        t.true(white >= 500, `figures on the screen: ${white} white pixels`);
      } else t.log(`skipped: its picture: ${pictures}`);
    });
  } finally {
    await bed.dispose();
    rmSync(home, { recursive: true, force: true });
  }
});
