/** A script does not hold. `reason` is Bitcoin Core's name of the error (script/script_error.cpp) in lower case. */
export class ScriptFault extends Error {
  override readonly name = 'ScriptFault';
  constructor(readonly reason: string) {
    super(reason);
  }
}

/** @throws ScriptFault unless `condition` holds */
export function must(condition: boolean, reason: string): asserts condition {
  if (!condition) throw new ScriptFault(reason);
}
