/** A consensus or mempool rule is broken. `code` is Bitcoin Core's reject reason where Core has one. */
export class Rejected extends Error {
  override readonly name = 'Rejected';
  constructor(
    readonly code: string,
    readonly detail = '',
  ) {
    super(detail === '' ? code : `${code}: ${detail}`);
  }
}

/** @throws Rejected unless `condition` holds */
export function require(condition: boolean, code: string, detail?: string): asserts condition {
  if (!condition) throw new Rejected(code, detail);
}
