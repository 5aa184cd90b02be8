import { step } from '../search-steps.js';

declare function native(name: string): (this: unknown, ...args: unknown[]) => unknown;

function print(this: unknown, line: string): void {
  native('xs_print').call(this, line);
}

/** Called by host.c. */
export default function (): number {
  return step(print);
}
