/** The tables of boards in README.md and docs/, made from the boards' files (`make board-tables`). */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Board } from './boards.js';
import { jsonSchema } from './schema.js';

const BEGIN = '<!-- boards: make board-tables writes this table -->';
const END = '<!-- /boards -->';

const CONSOLES = { uart: 'UART', usb: 'USB' };
const LINKS = { wifi: 'Wi-Fi', ethernet: 'Ethernet' };

/** Lines of Markdown. */
export function markdownTable(boards: readonly Board[]): string[] {
  const rows = boards.map(board => {
    const { display, chip } = board;
    const cells = [
      `\`${board.name}\``,
      board.title,
      chip.title,
      `${board.flash} MB`,
      `${chip.ram} KB`,
      display ? `${display.driver.toUpperCase()}, ${display.width}x${display.height}` : '',
      LINKS[board.network],
      board.console.map(kind => CONSOLES[kind]).join(', '),
    ];
    return `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |');
  });
  return [
    '| `BOARD` | | Chip | Flash | RAM | Display | Link | Console |',
    '| --- | --- | --- | --: | --: | --- | --- | --- |',
    ...rows,
  ];
}

/** @throws Error when the text has no place for the table */
export function withTable(text: string, table: readonly string[], file: string): string {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END, begin);
  if (begin < 0 || end < 0) throw new Error(`${file} has no ${BEGIN} … ${END}`);
  return `${text.slice(0, begin + BEGIN.length)}\n${table.join('\n')}\n${text.slice(end)}`;
}

/** What is generated, by path: as it is, and as it should be. */
export function generatedTexts(root: string, boards: readonly Board[]) {
  const table = markdownTable(boards);
  const tables = ['docs/boards.md'].map(path => {
    const is = readFileSync(join(root, path), 'utf8');
    return { path, is, should: withTable(is, table, path) };
  });
  const path = 'boards/board.schema.json';
  let is = '';
  try {
    is = readFileSync(join(root, path), 'utf8');
  } catch {
    // Written for the first time.
  }
  return [...tables, { path, is, should: jsonSchema() }];
}

/** @returns the paths that were out of date */
export function writeGenerated(root: string, boards: readonly Board[]): string[] {
  const stale = generatedTexts(root, boards).filter(({ is, should }) => is !== should);
  for (const { path, should } of stale) writeFileSync(join(root, path), should);
  return stale.map(({ path }) => path);
}
