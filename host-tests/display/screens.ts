/**
 * `make screens`: a picture of every screen at every size, made in the SDK's simulator, and how long a second's
 * redraw takes there.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SCENES } from './scenes.js';
import { takePicture, withDisplay } from './simulator.js';

export const SIZES: readonly (readonly [number, number])[] = [
  [135, 240],
  [240, 135],
  [170, 320],
  [320, 170],
  [240, 320],
  [320, 240],
];

const [moddable, library, out, only] = process.argv.slice(2);
if (moddable === undefined || library === undefined || out === undefined) {
  throw new Error('usage: screens.js MODDABLE LIBRARY DIRECTORY [PART-OF-NAME]');
}
mkdirSync(out, { recursive: true });
const named = (scene: string, [width, height]: (typeof SIZES)[number]) => `${scene}-${width}x${height}.png`;
const files = SCENES.flatMap(({ name }) => SIZES.map(size => named(name, size)));
if (only !== undefined && !files.some(file => file.includes(only))) {
  const sizes = SIZES.map(size => size.join('x')).join(', ');
  console.error(
    `mite: SIZE=${only}: no picture's name has that in it; there are ${sizes}, each of every screen`,
  );
  process.exit(1);
}
await withDisplay(async display => {
  for (const { name } of SCENES) {
    for (const size of SIZES) {
      const [width, height] = size;
      const file = named(name, size);
      if (only !== undefined && !file.includes(only)) continue;
      await takePicture(
        { moddable, library, display, width, height, message: { scene: name } },
        join(out, file),
      );
      console.log(file);
    }
  }
  if (only !== undefined) return;
  for (const [width, height] of SIZES) {
    const message = { measure: 'status' };
    const { finding, drawing } = await takePicture(
      { moddable, library, display, width, height, message },
      '-',
    );
    const times = [finding, drawing].map(each => Number(each).toFixed(3));
    console.log(
      `${width}x${height}: ${times[0]} ms a second to find what has changed, ${times[1]} ms to draw it`,
    );
  }
});
