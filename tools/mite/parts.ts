/** Reassembles objects that a board's console sends as several lines (firmware/parts/console/json-lines.ts). */

export type Fields = Record<string, unknown>;

/** No board sends an object of more lines. */
const MAX_PARTS = 64;

export class Joiner {
  #partial: Fields | undefined;
  #parts = 0;

  /** Takes the next line's object. @returns the whole one, or undefined while there is more to come. */
  take({ more, ...fields }: Fields): Fields | undefined {
    const before = this.#partial;
    const same = before !== undefined && before.reply === fields.reply && before.event === fields.event;
    const object = same ? join(before, fields) : fields;
    this.#parts = same ? this.#parts + 1 : 1;
    this.#partial = more === true && this.#parts < MAX_PARTS ? object : undefined;
    return this.#partial === undefined ? object : undefined;
  }
}

/** Arrays are continued. */
function join(before: Fields, after: Fields): Fields {
  const joined = { ...before };
  for (const [key, value] of Object.entries(after)) {
    const old = joined[key];
    joined[key] = Array.isArray(old) && Array.isArray(value) ? [...old, ...value] : value;
  }
  return joined;
}
