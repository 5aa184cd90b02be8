/** The tables in docs/ that are made from the boards' files and from the board's settings (`make board-tables`). */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCHEMA } from '../../firmware/schema.js';
import type { Setting } from '../../firmware/settings/kinds.js';
import type { Board } from './boards.js';
import { jsonSchema } from './schema.js';

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

/** The allowed values, without the bounds that only the board's own check knows. */
function valuesOf(setting: Setting): string {
  switch (setting.type) {
    case 'text':
      return `text, ${setting.maxLength} characters at most`;
    case 'integer':
      return `${setting.minimum} to ${setting.maximum}`;
    case 'boolean':
      return '`true`, `false`';
    case 'choice':
      return setting.choices.map(choice => `\`${choice}\``).join(', ');
  }
}

/** Lines of Markdown: the board's settings. */
export function settingsTable(schema: Readonly<Record<string, Setting>> = SCHEMA): string[] {
  const rows = Object.entries(schema).map(([key, setting]) => {
    const text = `${setting.help}${setting.needsRestart ? '. After a restart' : ''}`.replaceAll('|', '\\|');
    const byDefault = setting.default === '' ? 'not set' : `\`${setting.default}\``;
    return `| \`${key}\` | ${byDefault} | ${valuesOf(setting)} | ${text} |`;
  });
  return ['| Key | Default | Values | Meaning |', '| --- | --- | --- | --- |', ...rows];
}

/** @param name as the comments around the table say it. @throws Error when the text has no place for the table */
export function withTable(text: string, name: string, table: readonly string[], file: string): string {
  const first = `<!-- ${name}: make board-tables writes this table -->`;
  const last = `<!-- /${name} -->`;
  const begin = text.indexOf(first);
  const end = text.indexOf(last, begin);
  if (begin < 0 || end < 0) throw new Error(`${file} has no ${first} … ${last}`);
  return `${text.slice(0, begin + first.length)}\n${table.join('\n')}\n${text.slice(end)}`;
}

/** Generated files by path: the current text, and the right one. */
export function generatedTexts(root: string, boards: readonly Board[]) {
  const tables = (
    [
      ['docs/boards.md', 'boards', markdownTable(boards)],
      ['docs/operations.md', 'settings', settingsTable()],
    ] as const
  ).map(([path, name, table]) => {
    const is = readFileSync(join(root, path), 'utf8');
    return { path, is, should: withTable(is, name, table, path) };
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
