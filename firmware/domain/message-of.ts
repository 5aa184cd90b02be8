/**
 * An error's text, for people: anything can be thrown, even what is no Error.
 * @param otherwise the text for anything else
 * @example messageOf(new RangeError('too long')) // 'too long'
 */
export function messageOf(error: unknown, otherwise = 'unknown error'): string {
  return error instanceof Error ? error.message : otherwise;
}
