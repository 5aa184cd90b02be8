/** Tables that fit the terminal: the least needed columns are dropped first, then each row takes several lines. */

export interface Column {
  readonly title: string;
  /** Dropped when the rows are too wide, the highest first; without it the column stays. */
  readonly optional?: number;
}

/** Columns of the terminal; 80 if the output goes elsewhere. */
export function terminalWidth(): number {
  return (process.stdout.isTTY && process.stdout.columns) || 80;
}

const GAP = '  ';

function lines(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const all = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, i) => Math.max(...all.map(row => row[i]!.length)));
  return all.map(row =>
    row
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join(GAP)
      .trimEnd(),
  );
}

/** One row as lines: the first cell with the last, below them the others with their titles. */
function record(columns: readonly Column[], row: readonly string[], width: number): string[] {
  const named = row.map((cell, i) => `${columns[i]!.title.toLowerCase()} ${cell}`);
  const list = [`${row[0]}`];
  for (const part of [row.at(-1)!, ...named.slice(1, -1)]) {
    const longer = `${list.at(-1)}${GAP}${part}`;
    // The last cell may be beside the first; the others begin below.
    if (longer.length <= width && (list.length > 1 || part === row.at(-1))) list[list.length - 1] = longer;
    else list.push(`${GAP}${part}`);
  }
  return list;
}

/** @param rows a cell for each column; the first names the row, the last says the most */
export function fitTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width = terminalWidth(),
): string {
  let kept = columns.map((_, i) => i);
  for (;;) {
    const of = <T>(list: readonly T[]): T[] => kept.map(i => list[i]!);
    const made = lines(of(columns), rows.map(of));
    if (made.every(line => line.length <= width)) return made.join('\n');
    const least = Math.max(...of(columns).map(({ optional }) => optional ?? 0));
    if (least === 0) return rows.flatMap(row => record(of(columns), of(row), width)).join('\n');
    kept = kept.filter(i => columns[i]!.optional !== least);
  }
}
