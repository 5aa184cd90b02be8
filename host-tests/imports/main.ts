/** `make lint`: names each import that the table of rooms does not allow, and each circle; ends with 1 if there is one. */
import { circles, importsBelow, violations } from './imports.js';
import { ROOMS } from './rooms.js';

const imports = importsBelow(process.argv[2] ?? '.', [
  'firmware',
  'boards',
  'platforms',
  'tools',
  'trusted-node',
  'host-tests',
]);
const wrong = [
  ...violations(ROOMS, imports),
  ...circles(imports).map(files => `these files import each other in a circle: ${files.join(', ')}`),
];
for (const line of wrong) console.error(`imports: ${line}`);
if (wrong.length > 0) process.exitCode = 1;
