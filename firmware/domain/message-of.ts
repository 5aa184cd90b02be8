/**
 * What an error says, for people: anything can be thrown, also what is no Error.
 * @param otherwise said in place of what is none
 * @example messageOf(new RangeError('too long')) // 'too long'
 */
export function messageOf(error: unknown, otherwise = 'unknown error'): string {
  return error instanceof Error ? error.message : otherwise;
}
