/** In the SDK's simulator: waits for a scene, runs through its seconds, shows the last one, and says so. */

import { startDisplay } from 'display';
import Timer from 'timer';
import { SCENES } from '../scenes.js';

declare const screen: {
  onMessage: (message: string) => void;
  postMessage(message: string): void;
  /** Piu's view: onIdle draws what is invalid, now. */
  context: { onIdle(): void };
};

/** Shows a scene; the function that it returns is the next second. */
function play(name: string): { readonly seconds: number; next(): void } {
  const scene = SCENES.find(each => each.name === name);
  if (scene === undefined) throw new Error(`no scene ${name}`);
  const reports = Array.from({ length: scene.seconds + 1 }, (_none, second) => scene.report(second));
  let second = 0;
  let tick = () => {};
  startDisplay(
    {
      report: () => reports[second]!,
      displaySettings: () => ({ brightness: 80, dim: 0, off: 0 }),
    },
    {
      monotonic: () => second * 1000,
      setTimer: (_milliseconds, callback) => {
        tick = callback;
        return 1;
      },
      clearTimer: () => {},
    },
  );
  return {
    seconds: scene.seconds,
    next() {
      second++;
      tick();
    },
  };
}

function answer(fields: object): void {
  Timer.set(() => screen.postMessage(JSON.stringify({ shown: true, ...fields })), 300);
}

/** Runs a scene's seconds at once; the screen is drawn after the last one. */
function show(name: string): void {
  const { seconds, next } = play(name);
  for (let second = 0; second < seconds; second++) next();
  answer({});
}

/** The same with every second drawn: milliseconds of one second, to find what has changed and to draw it. */
function measure(name: string): void {
  const { seconds, next } = play(name);
  screen.context.onIdle();
  let [finding, drawing] = [0, 0];
  for (let second = 0; second < seconds; second++) {
    const from = Date.now();
    next();
    const found = Date.now();
    screen.context.onIdle();
    drawing += Date.now() - found;
    finding += found - from;
  }
  answer({ finding: finding / seconds, drawing: drawing / seconds });
}

export default function () {
  screen.onMessage = message => {
    const wish = JSON.parse(message) as { scene?: string; measure?: string };
    if (wish.scene !== undefined) show(wish.scene);
    if (wish.measure !== undefined) {
      const name = wish.measure;
      Timer.set(() => measure(name), 100);
    }
  };
}
