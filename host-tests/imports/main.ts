/**
 * `make lint`: names each import that the table of rooms does not allow, each circle of files or rooms, and each file that is too long; ends
 * with 1 if there is one.
 */
import { circles, importsBelow, roomCircles, violations } from './imports.js';
import { ROOMS } from './rooms.js';
import { tooLong } from './sizes.js';

const root = process.argv[2] ?? '.';
const folders = [
  'firmware',
  'boards',
  'manifests',
  'platforms',
  'programs',
  'tools',
  'trusted-node',
  'host-tests',
];
const imports = importsBelow(root, folders);
const wrong = [
  ...violations(ROOMS, imports).map(line => `imports: ${line}`),
  ...circles(imports).map(files => `imports: these files import each other in a circle: ${files.join(', ')}`),
  ...roomCircles(ROOMS, imports).map(
    rooms => `imports: these rooms import each other in a circle: ${rooms.join(', ')}`,
  ),
  ...tooLong(root, folders).map(line => `sizes: ${line}`),
];
for (const line of wrong) console.error(line);
if (wrong.length > 0) process.exitCode = 1;
