/** Replaces a file by one that is all of another letter, over and over, until it is killed. Says when it has begun. */
import { replaceFile } from '../../trusted-node/common/atomic-file.js';

const [path = ''] = process.argv.slice(2);
for (let i = 0; ; i++) {
  replaceFile({ path, content: String.fromCharCode(97 + (i % 26)).repeat(200_000) });
  if (i === 0) process.stdout.write('begun\n');
}
