/** The bench's output: lines and tables for people, one JSON file for programs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export class Report {
  readonly #sections: { [name: string]: unknown } = {};
  readonly #missed: string[] = [];

  line(text: string): void {
    console.log(text);
  }

  figure(what: string, value: string): void {
    console.log(`${what.padEnd(52)} ${value}`);
  }

  table(title: string, columns: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
    if (rows.length === 0) return;
    const cells = [columns, ...rows.map(row => row.map(String))];
    const widths = columns.map((_, i) => Math.max(...cells.map(row => (row[i] ?? '').length)));
    console.log(`\n${title}`);
    for (const row of cells)
      console.log(
        `  ${row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')}`,
      );
    console.log('');
  }

  /** Measures a section of the JSON file. */
  async measure<T>(name: string, work: () => T | Promise<T>): Promise<T | undefined> {
    const value = await this.attempt(name, work);
    if (value !== undefined) this.section(name, value);
    return value;
  }

  /** Names what cannot be measured on this machine, and goes on with the rest. */
  async attempt<T>(name: string, work: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
      this.#missed.push(name);
      console.log(`not measured: ${name}: ${reason}`);
      return undefined;
    }
  }

  /** What was named as not measured. */
  get missed(): readonly string[] {
    return this.#missed;
  }

  /** Adds a section of the JSON file. */
  section(name: string, value: unknown): void {
    this.#sections[name] = value;
  }

  write(path: string): void {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(this.#sections, null, 2)}\n`);
    console.log(`written: ${path}`);
  }
}
