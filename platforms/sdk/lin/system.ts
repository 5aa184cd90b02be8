/** The process as a machine. */

// biome-ignore lint/suspicious/noExplicitAny: natives check their arguments themselves
declare function native(name: string): (this: unknown, ...args: any[]) => any;

function fill(this: unknown, bytes: Uint8Array): void {
  native('xs_mite_lin_random').call(this, bytes);
}

export function random(count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  fill(bytes);
  return bytes;
}

/** The process was started by `restart`. */
export function restarted(this: unknown): boolean {
  return native('xs_mite_lin_restarted').call(this);
}

/** Executes the process again. Does not return. */
export function restart(this: unknown): void {
  native('xs_mite_lin_restart').call(this);
}

/** Ends the process. */
export function exit(this: unknown, code: number): void {
  native('xs_mite_lin_exit').call(this, code);
}

/** An environment variable, undefined when it is not set or empty. */
export function environment(this: unknown, name: string): string | undefined {
  return native('xs_mite_lin_environment').call(this, name);
}
