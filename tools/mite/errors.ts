/** How the program reports failures and ends: one line, exit code 1 for a failure, 2 for wrong use. */

export class CliError extends Error {
  override readonly name: string = 'CliError';
}

export class UsageError extends CliError {
  override readonly name = 'UsageError';
}

/** A board's words in a form safe for a terminal: no control characters. */
export function shown(text: string): string {
  let clean = '';
  for (const character of text.slice(0, 2000)) {
    const code = character.codePointAt(0)!;
    clean += code < 0x20 || (code >= 0x7f && code < 0xa0) ? '?' : character;
  }
  return clean;
}
