/** mite-node firmware keygen|sign|add|list|announce|remove */
import { rmSync } from 'node:fs';
import { Command } from 'commander';
import { UINT32_MAX } from '../../firmware/protocol/mite/limits.js';
import { print, remark } from '../../programs/output.js';
import {
  addImage,
  announceImage,
  ImageError,
  listImages,
  makeKey,
  publicKeyOf,
  removeImage,
  type StoredImage,
  signImage,
} from '../updates/images.js';
import { readInput, writeNew } from './files.js';
import { configOf, configured, DATA_KEYS, type Flags, toJson, UsageError } from './options.js';
import { fitTable } from './table.js';

function use<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof ImageError || error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
}

function show(image: StoredImage, json: boolean | undefined): void {
  const { name, board, version, security, size, announced, sha256 } = image;
  if (json) print(toJson({ name, board, version, security, size, announced, sha256 }));
  else
    print(
      `${name}  ${board} ${version}, security ${security}, ${size} bytes${announced ? ', announced' : ''}`,
    );
}

function parseSecurity(text: string | undefined): number {
  const security = /^\d{1,10}$/.test(text ?? '0') ? Number(text ?? '0') : Number.NaN;
  if (!(security <= UINT32_MAX))
    throw new UsageError('--security: must be a whole number from 0 to 4294967295');
  return security;
}

export function firmwareCommand(): Command {
  const firmware = new Command('firmware').description('firmware updates for the boards');
  firmware.addCommand(
    new Command('keygen')
      .description('make a key that signs updates, and show its public half, the UPDATE_KEY of a build')
      .requiredOption('--key <file>', 'new file for the private key; keep it off the node')
      .option('--json', 'one JSON object')
      .action(({ key, json }: { key: string; json?: boolean }) => {
        const pem = makeKey();
        writeNew(key, pem, 0o600);
        const updateKey = publicKeyOf(pem);
        try {
          print(json ? toJson({ key, updateKey }) : `UPDATE_KEY=${updateKey}`);
        } catch (error) {
          // The public half is not shown again.
          rmSync(key, { force: true });
          throw error;
        }
      }),
  );
  firmware.addCommand(
    new Command('sign')
      .description('sign an image, writing its manifest')
      .argument('<image>', 'the file that boards are to run')
      .requiredOption('--key <file>', 'private key made by firmware keygen')
      .requiredOption('--board <name>', 'the board it is for')
      .requiredOption('--firmware-version <version>', 'the version it was built as')
      .option('--security <number>', 'the anti-rollback number it was built with', '0')
      .option('--out <file>', 'the manifest (default: <image>.manifest.json)')
      .action(
        (
          image: string,
          options: { key: string; board: string; firmwareVersion: string; security: string; out?: string },
        ) => {
          const { board, firmwareVersion: version } = options;
          const security = parseSecurity(options.security);
          const manifest = use(() =>
            signImage(readInput(image), readInput(options.key).toString('utf8'), {
              board,
              version,
              security,
            }),
          );
          const out = options.out ?? `${image}.manifest.json`;
          writeNew(out, `${JSON.stringify(manifest, undefined, 2)}\n`, 0o644);
          print(out);
        },
      ),
  );
  firmware.addCommand(
    configured('add', 'store a signed image in the data directory', DATA_KEYS)
      .argument('<image>')
      .argument('[manifest]', 'default: <image>.manifest.json')
      .option('--json', 'one JSON object')
      .action(
        (image: string, manifest: string | undefined, { json, ...flags }: Flags & { json?: boolean }) => {
          const text = readInput(manifest ?? `${image}.manifest.json`).toString('utf8');
          show(
            use(() => addImage(configOf(flags as Flags).data, readInput(image), text)),
            json,
          );
        },
      ),
  );
  firmware.addCommand(
    configured('list', 'list the images', DATA_KEYS)
      .option('--json', 'one JSON array')
      .action(({ json, ...flags }: Flags & { json?: boolean }) => {
        const { images, problems } = listImages(configOf(flags as Flags).data);
        for (const problem of problems) remark(`mite-node: ${problem}`);
        if (json) print(toJson(images));
        else if (images.length === 0) print('there are no images yet (mite-node firmware add)');
        else {
          print(
            fitTable(
              [
                { title: 'IMAGE' },
                { title: 'BOARD' },
                { title: 'VERSION' },
                { title: 'SECURITY' },
                { title: 'BYTES' },
                { title: 'STATE' },
              ],
              images.map(({ name, board, version, security, size, announced }) => [
                name,
                board,
                version,
                String(security),
                String(size),
                announced ? 'announced' : 'stored',
              ]),
            ),
          );
        }
      }),
  );
  firmware.addCommand(
    configured(
      'announce',
      'offer an image to the boards that run an older one; a running node does it within 5 s',
      DATA_KEYS,
    )
      .argument('<image>', 'its name, or its version')
      .option('--off', 'stop offering it')
      .option('--json', 'one JSON object')
      .action((image: string, { off, json, ...flags }: Flags & { off?: boolean; json?: boolean }) => {
        show(
          use(() => announceImage(configOf(flags as Flags).data, image, off !== true)),
          json,
        );
      }),
  );
  firmware.addCommand(
    configured('remove', 'delete an image', DATA_KEYS)
      .argument('<image>', 'its name, or its version')
      .option('--json', 'one JSON object')
      .action((image: string, { json, ...flags }: Flags & { json?: boolean }) => {
        show(
          use(() => removeImage(configOf(flags as Flags).data, image)),
          json,
        );
      }),
  );
  return firmware;
}
