/** What `make boards`, `board`, `board-tables`, `firmware`, `flash` and `release` do. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messageOf } from '../../programs/problems.js';
import { listPorts } from '../mite/port.js';
import { type Board, boardNamed, boardTable, loadBoards } from './boards.js';
import { buildFirmware, descriptionOf, flashFirmware, imagesOf } from './build.js';
import { newBoard } from './new-board.js';
import { isBuilt, packBoard, writeChecksums } from './release.js';
import { bill, idfComponents, moddableComponent, npmComponents } from './sbom.js';
import { findModdable } from './sdk.js';
import { writeGenerated } from './tables.js';

/** From build/js/tools/make. */
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function release(boards: readonly Board[]): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const out = join(ROOT, 'build/release');
  const real = boards.filter(board => !board.emulated);
  const built = real.filter(board => isBuilt(imagesOf(ROOT, board)));
  const rest = real.filter(board => !built.includes(board)).map(board => board.name);
  if (built.length === 0) throw new Error('no board is built: make firmware BOARD=…; make boards lists them');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const board of built) {
    const { size } = packBoard(board, version, imagesOf(ROOT, board), out);
    say(`${board.name}: ${size} bytes of firmware, in build/release/${board.name}`);
  }
  const idf = built.flatMap(board => idfComponents(descriptionOf(ROOT, board)));
  const parts = [...npmComponents(ROOT), moddableComponent(findModdable()), ...idf];
  writeFileSync(join(out, 'sbom.cdx.json'), `${JSON.stringify(bill(version, parts), null, 2)}\n`);
  await writeChecksums(out);
  if (rest.length > 0) say(`not built, left out: ${rest.join(' ')}`);
}

const NEVER_UPDATED =
  'mite: built without UPDATE_KEY: this firmware can never be updated over the air, only by cable ' +
  '(docs/operations.md, "Updates", has how to make a key)';

const DEBUG_BUILD =
  'mite: a debug build: its console has the log of ESP-IDF too, and a panic prints its stack, with secrets maybe';

async function whichPort(): Promise<string> {
  const ports = await listPorts();
  const listed = ports.map(({ path, description }) => (description ? `${path} (${description})` : path));
  return `which port? PORT=… is ${listed.length > 0 ? `one of: ${listed.join(', ')}` : 'a serial port; none with a board is there now: is its USB cable one for data?'}`;
}

/** @throws Error for a board that no cable leads to */
function realBoard(boards: readonly Board[], name: string): Board {
  const board = boardNamed(boards, name);
  if (board.emulated) throw new Error(`${name} exists in an emulator only: make emulate BOARD=${name}`);
  return board;
}

async function main(words: readonly string[]): Promise<void> {
  const [command = '', name = '', port = '', key = ''] = words;
  const debug = (words[4] ?? '') !== '';
  if (command === 'new') {
    for (const line of newBoard(ROOT, name, port)) say(line);
    return;
  }
  const boards = loadBoards(ROOT);
  switch (command) {
    case 'boards':
      for (const line of boardTable(boards)) say(line);
      break;
    case 'tables':
      for (const path of writeGenerated(ROOT, boards)) say(`written: ${path}`);
      break;
    case 'named':
      boardNamed(boards, name);
      break;
    case 'firmware':
      buildFirmware(ROOT, { ...boardNamed(boards, name), debug });
      if (key === '') say(NEVER_UPDATED);
      if (debug) say(DEBUG_BUILD);
      break;
    case 'flash':
      if (port === '') throw new Error(await whichPort());
      flashFirmware(ROOT, { ...realBoard(boards, name), debug }, port);
      break;
    case 'release':
      await release(boards);
      break;
    default:
      throw new Error(
        `unknown command "${command}": boards, new NAME FROM, tables, named BOARD, firmware BOARD, flash BOARD [PORT], release`,
      );
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`mite: ${messageOf(error)}\n`);
  process.exitCode = 1;
});
