/**
 * What the console says: lines for people, or one object per line for tools. Lines that would interrupt a dialog wait.
 */

import type { ConsoleOutput } from './console-host.js';
import type { ConsoleCommand } from './grammar.js';
import { writeJsonLines } from './json-lines.js';
import type { JsonFields } from './report.js';

/** Lines that wait for the end of setup; the oldest are dropped first. */
const MAX_HELD = 32;

export class Replies {
  readonly output: ConsoleOutput;
  json: boolean;
  /** A dialog is under way. */
  holding = false;
  /** What else has happened since it began. */
  #held: string[] = [];
  #heldBack = 0;

  constructor(output: ConsoleOutput, json: boolean) {
    this.output = output;
    this.json = json;
  }

  /** @param fields of the JSON object @param text of one line or several */
  reply(name: ConsoleCommand['name'], fields: JsonFields, text: string): void {
    if (this.json) this.object({ reply: name, ok: true }, fields);
    else for (const line of text.split('\n')) this.tell(line);
  }

  error(text: string): void {
    if (this.json) this.object({ reply: 'error', ok: false }, { error: text });
    else this.tell(`error: ${text}`);
  }

  /** `text`, or the problem. */
  outcome(name: ConsoleCommand['name'], problem: string | undefined, text: string): void {
    if (problem === undefined) this.reply(name, {}, text);
    else this.error(problem);
  }

  object(head: JsonFields, fields: JsonFields): void {
    writeJsonLines(head, fields, line => this.write(line));
  }

  /** A line that is no part of a dialog. */
  tell(line: string): void {
    if (!this.holding) {
      this.write(line);
      return;
    }
    this.#held.push(line);
    if (this.#held.length <= MAX_HELD) return;
    this.#held.shift();
    this.#heldBack++;
  }

  write(line: string): void {
    this.output.write(line);
  }

  /** The dialog has ended: shows what happened meanwhile. */
  tellHeld(): void {
    const lines = this.#held;
    if (this.#heldBack > 0) this.write(`(${this.#heldBack} more lines came during setup)`);
    this.#held = [];
    this.#heldBack = 0;
    for (const line of lines) this.write(line);
  }
}
