/** Runs an app in the Moddable SDK's simulator, on a device of ours with a screen of any size, and takes its picture. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { MINING_MS } from '../support/deadlines.js';

export interface SimulatorRun {
  /** The SDK. */
  readonly moddable: string;
  /** The app that mcconfig made. */
  readonly library: string;
  /** An X server's, for example ':7'. */
  readonly display: string;
  readonly width: number;
  readonly height: number;
  /** Sent to the app when it runs, as JSON. */
  readonly message: unknown;
}

/** The app draws; it has answered with a message that has `shown`. */
const READY = '#00ffff';
const FRAME = 2;

/** @param answer where the app's answer goes */
function device({ width, height, message }: SimulatorRun, answer: string): string {
  return `
import { ControlsColumn } from 'ControlsPane';
import { DeviceBehavior, DeviceContainer, DeviceScreen } from 'DevicePane';
class FrameBehavior extends DeviceBehavior {
  onLaunch(container) {
    super.onLaunch(container);
    this.postJSON(container, ${JSON.stringify(message)});
  }
  onJSON(container, json) {
    if ('shown' in json) {
      system.writeFileString(${JSON.stringify(answer)}, JSON.stringify(json));
      container.skin = new Skin({ fill: '${READY}' });
    }
  }
}
export default {
  applicationName: '.*',
  title: '${width} x ${height}',
  ControlsTemplate: ControlsColumn.template(() => ({ contents: [] })),
  DeviceTemplates: {
    0: DeviceContainer.template($ => ({
      Behavior: FrameBehavior,
      width: ${width + 2 * FRAME},
      height: ${height + 2 * FRAME},
      contents: [DeviceScreen($, { left: ${FRAME}, top: ${FRAME}, width: ${width}, height: ${height} })],
    })),
  },
};
`;
}

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel. */
  readonly pixels: Uint8Array;
}

/** The whole screen of the X server. */
function grab(display: string): Picture | undefined {
  const run = spawnSync('import', ['-display', display, '-window', 'root', '-depth', '8', 'ppm:-'], {
    maxBuffer: 32 << 20,
  });
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(run.stdout?.subarray(0, 64).toString('latin1') ?? '');
  if (head === null) return undefined;
  return { width: Number(head[1]), height: Number(head[2]), pixels: run.stdout.subarray(head[0].length) };
}

/** What is inside of the frame, or undefined while there is none. */
function cut(root: Picture, width: number, height: number): Picture | undefined {
  const ready = (x: number, y: number) => {
    const at = (y * root.width + x) * 3;
    return root.pixels[at] === 0 && root.pixels[at + 1] === 255 && root.pixels[at + 2] === 255;
  };
  for (let y = 0; y < root.height - height - 2 * FRAME; y++) {
    for (let x = 0; x < root.width - width - 2 * FRAME; x++) {
      if (!ready(x, y)) continue;
      const pixels = new Uint8Array(width * height * 3);
      for (let row = 0; row < height; row++) {
        const from = ((y + FRAME + row) * root.width + x + FRAME) * 3;
        pixels.set(root.pixels.subarray(from, from + width * 3), row * width * 3);
      }
      return { width, height, pixels };
    }
  }
  return undefined;
}

function savePicture({ width, height, pixels }: Picture, file: string): void {
  const made = spawnSync(
    'convert',
    [
      '-size',
      `${width}x${height}`,
      '-depth',
      '8',
      'rgb:-',
      '-strip',
      '-define',
      'png:compression-level=9',
      `png:${file}`,
    ],
    { input: pixels },
  );
  if (made.status !== 0) throw new Error(`convert: ${made.stderr}`);
}

/**
 * @param file where the picture goes, a PNG of the device's screen alone; '-': nowhere
 * @returns what the app has answered
 * @throws Error when the app does not answer
 */
export async function takePicture(run: SimulatorRun, file: string): Promise<Record<string, unknown>> {
  const home = mkdtempSync(join(tmpdir(), 'mite-simulator-'));
  const config = join(home, '.config');
  const devices = join(home, 'devices');
  // The simulator copies the app to a directory that it does not make.
  mkdirSync(join(config, 'tech.moddable.mcsim'), { recursive: true });
  mkdirSync(devices);
  // Without the pane of controls, every screen fits into the window.
  writeFileSync(
    join(config, 'tech.moddable.mcsim.main.json'),
    JSON.stringify({ controlsStatus: false, infoStatus: false }),
  );
  const answer = join(home, 'answer.json');
  writeFileSync(join(devices, 'device.js'), device(run, answer));
  const simulator = spawn(join(run.moddable, 'build/bin/lin/release/mcsim'), [devices, run.library], {
    stdio: 'ignore',
    env: {
      ...process.env,
      HOME: home,
      XDG_CONFIG_HOME: config,
      XDG_DATA_HOME: join(home, '.local/share'),
      DISPLAY: run.display,
      // One instance a run, whatever else runs in the session.
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      GDK_BACKEND: 'x11',
    },
  });
  try {
    for (const deadline = Date.now() + MINING_MS; Date.now() < deadline; ) {
      await delay(200);
      if (simulator.exitCode !== null) throw new Error(`the simulator ended with ${simulator.exitCode}`);
      const root = grab(run.display);
      const picture = root && cut(root, run.width, run.height);
      if (picture === undefined) continue;
      if (file !== '-') savePicture(picture, file);
      return JSON.parse(readFileSync(answer, 'utf8')) as Record<string, unknown>;
    }
    throw new Error('the app has not answered');
  } finally {
    simulator.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  }
}

/** An X server without a screen, for as long as `use` runs. */
export async function withDisplay<T>(use: (display: string) => Promise<T>): Promise<T> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '800x640x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  try {
    const display = await new Promise<string>((resolve, reject) => {
      server.once('error', reject);
      server.once('exit', code => reject(new Error(`Xvfb ended with ${code}`)));
      (server.stdio[3] as NodeJS.ReadableStream).once('data', data => resolve(`:${String(data).trim()}`));
    });
    return await use(display);
  } finally {
    server.kill('SIGTERM');
  }
}
