/** Objects as lines of JSON mode, none longer than a serial port's buffer takes at once. */
import type { JsonFields } from './report.js';

/** Characters of a line without its end. Chips' drivers take that much while as much is still being sent. */
export const MAX_JSON_LINE = 1024;

const MORE = ',"more":true}';

/**
 * One line if that is short enough. Otherwise several, each with `head`, all but the last with `"more": true`: together
 * they have all fields, in order; the reader joins the parts of an array.
 *
 * Each is given out as soon as it is full, and a field is text only when its turn comes: a status has a hundred of them,
 * and is asked for when a board is at its fullest.
 */
export function writeJsonLines(head: JsonFields, fields: JsonFields, write: (line: string) => void): void {
  const start = JSON.stringify(head).slice(0, -1);
  const room = MAX_JSON_LINE - start.length - MORE.length;
  let body = '';
  const add = (text: string) => {
    if (body !== '' && body.length + text.length > room) {
      write(start + body + MORE);
      body = '';
    }
    body += text;
  };
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    const name = `,${JSON.stringify(key)}:`;
    const text = JSON.stringify(value);
    if (name.length + text.length <= room) add(name + text);
    else if (Array.isArray(value)) for (const array of arrays(value, room - name.length)) add(name + array);
    // A character is six at most ("\u0000").
    else if (typeof value === 'string') {
      add(name + JSON.stringify(value.slice(0, Math.floor((room - name.length - 2) / 6))));
    }
  }
  write(`${start + body}}`);
}

/** {@link writeJsonLines} for whoever wants all of them. */
export function jsonLines(head: JsonFields, fields: JsonFields): string[] {
  const lines: string[] = [];
  writeJsonLines(head, fields, line => lines.push(line));
  return lines;
}

/** Arrays as text, of at most `room` characters; a longer element is left out. */
function arrays(values: readonly unknown[], room: number): string[] {
  const texts: string[] = [];
  let inner = '';
  for (const value of values) {
    const text = JSON.stringify(value);
    if (text.length + 2 > room) continue;
    if (inner !== '' && inner.length + text.length + 3 > room) {
      texts.push(`[${inner}]`);
      inner = '';
    }
    inner += inner === '' ? text : `,${text}`;
  }
  return [...texts, `[${inner}]`];
}
