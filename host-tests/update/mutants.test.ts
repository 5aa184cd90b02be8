/** Broken variants: an updater that leaves out one check must be caught by what it then does. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import test from 'ava';
import type { UpdateCommand, UpdateEvent } from '../../firmware/parts/update/events.js';
import type { Updater } from '../../firmware/parts/update/updater.js';
import type { Announcement } from '../../firmware/protocol/mite/update.js';
import { ROOT } from '../support/processes.js';

type Class = typeof Updater;
const FOLDER = join(ROOT, 'build/js/firmware/parts/update');
/** Where its checks are. */
const FILES = ['updater.js', 'objection.js'];

const image: Announcement = {
  id: 7,
  board: 'host',
  version: '1.1.0',
  security: 2,
  size: 100,
  sha256: 'ab'.repeat(32),
  signature: '12'.repeat(64),
};

interface Case {
  readonly changed?: Partial<Announcement>;
  readonly secure?: boolean;
  readonly signed?: boolean;
  readonly signedAtTheEnd?: boolean;
  readonly sha256?: string;
  /** Announced before the image, and not checked yet when that one is; only whether this one is activated counts. */
  readonly forged?: Announcement;
}

/** Whether an honest host with this updater would activate something. */
function activates(Variant: Class, given: Case): boolean {
  const updater = new Variant({
    board: 'host',
    version: '1.0.0',
    security: 1,
    key: true,
    capacity: 1000,
    trial: false,
    note: undefined,
    mode: 'auto',
  });
  const { changed, secure = true, signed = true, signedAtTheEnd = true, forged } = given;
  const announcement = { ...image, ...changed };
  const events: UpdateEvent[] = [{ kind: 'announce', announcement, secure }];
  if (forged !== undefined) events.unshift({ kind: 'announce', announcement: forged, secure });
  let hashed: Announcement | undefined;
  const answer = (command: UpdateCommand): UpdateEvent | undefined => {
    if (command.kind === 'verify')
      // The forged one's answer never comes: it alone would end the update.
      return command.announcement === forged
        ? undefined
        : { kind: 'verified', of: command.of, right: signed };
    if (command.kind === 'fetch')
      return {
        kind: 'chunk',
        chunk: { ...command.fetch, bytes: new Uint8Array(command.fetch.length) },
      };
    if (command.kind !== 'hash') return undefined;
    const { sha256 } = command.announcement;
    hashed = command.announcement;
    return { kind: 'hashed', of: command.of, sha256: given.sha256 ?? sha256, right: signedAtTheEnd };
  };
  for (let i = 0; i < 50 && events.length > 0; i++)
    for (const command of updater.step(events.shift()!, 0)) {
      if (command.kind === 'activate') return forged === undefined || hashed === forged;
      const event = answer(command);
      if (event !== undefined) events.push(event);
    }
  return false;
}

/** The check as the transpiled updater has it, what replaces it, and what only that check stops. */
const VARIANTS: readonly [string, RegExp, string, Case][] = [
  [
    'signature',
    /if \(!right\) return this\.#refuse\(image, "wrong signature"\);\n(?=\s*if \(this\.#stage !== "verifying)/,
    '',
    { signed: false },
  ],
  ['signature at the end', /(wrong hash"\);\n)\s*if \(!right\).*\n/, '$1', { signedAtTheEnd: false }],
  [
    'whose signature',
    /if \(event\.of === this\.#rival\?\.of\)[\s\S]*?: \[\]/,
    'return this.#verified(event.right, now)',
    { forged: { ...image, id: 8, version: '9.9.9' } },
  ],
  ['hash', /if \(sha256 !== image\.sha256\)/, 'if (false)', { sha256: 'ac'.repeat(32) }],
  ['board', /if \(image\.board !== board\)/, 'if (false)', { changed: { board: 'esp32' } }],
  ['version', /if \(order < 0\)/, 'if (false)', { changed: { version: '0.9.0' } }],
  ['same version', /if \(order === 0\)/, 'if (false)', { changed: { version: '1.0.0' } }],
  ['security', /if \(image\.security < minimum\)/, 'if (false)', { changed: { security: 0 } }],
  ['TLS', /if \(!secure\)/, 'if (false)', { secure: false }],
  ['size', /if \(image\.size > capacity\)/, 'if (false)', { changed: { size: 1001 } }],
];

for (const [name, check, instead, given] of VARIANTS)
  test(`without its check of ${name}, an updater is caught`, async t => {
    t.true(activates((await import('../../firmware/parts/update/updater.js')).Updater, {}), 'the right one');
    t.false(activates((await import('../../firmware/parts/update/updater.js')).Updater, given));
    // Next to the real one, for its imports.
    const folder = mkdtempSync(join(FOLDER, '../mutant-'));
    try {
      cpSync(FOLDER, folder, { recursive: true });
      const changed = FILES.filter(file => {
        const source = readFileSync(join(FOLDER, file), 'utf8');
        const broken = source.replace(check, instead);
        writeFileSync(join(folder, file), broken);
        return broken !== source;
      });
      t.is(changed.length, 1, 'the check is there');
      const { Updater: Broken } = (await import(pathToFileURL(join(folder, 'updater.js')).href)) as {
        Updater: Class;
      };
      t.true(activates(Broken, given));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
