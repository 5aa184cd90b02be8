/** How often this boot has written to flash: each write wears it, and an owner should see who makes the board write. */

/** Undefined at first: where modules are preloaded, only such variables may change. */
let count: number | undefined;

/** A page or more was written. */
export function wrote(): void {
  count = flashWrites() + 1;
}

/** Since boot. */
export function flashWrites(): number {
  return count ?? 0;
}
