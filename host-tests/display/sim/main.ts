/** In the SDK's simulator: waits to be told a scene, runs through its seconds, shows its last one, and says so. */

import { startDisplay } from 'display';
import Timer from 'timer';
import { SCENES } from '../scenes.js';

declare const screen: { onMessage: (message: string) => void; postMessage(message: string): void };

/** Runs a scene's seconds at once; the screen is drawn after the last one. */
function show(name: string): void {
  const scene = SCENES.find(each => each.name === name);
  if (scene === undefined) throw new Error(`no scene ${name}`);
  let second = 0;
  let next: (() => void) | undefined;
  startDisplay(
    {
      report: () => scene.report(second),
      displaySettings: () => ({ brightness: 80, dim: 0, off: 0 }),
    },
    {
      monotonic: () => second * 1000,
      setTimer: (_milliseconds, callback) => {
        next = callback;
        return 1;
      },
      clearTimer: () => {},
    },
  );
  while (second < scene.seconds) {
    second++;
    next!();
  }
  Timer.set(() => screen.postMessage(JSON.stringify({ shown: name })), 300);
}

export default function () {
  screen.onMessage = message => {
    const { scene } = JSON.parse(message) as { scene?: string };
    if (scene !== undefined) show(scene);
  };
}
