/** Versions of the firmware: Semantic Versioning 2.0.0, bounded. */
import { FormatError } from '../../domain/bytes.js';

/** Characters of a version; Hello.firmware has the same bound. */
export const MAX_VERSION = 32;
/** Digits of one number. */
const MAX_DIGITS = 9;

interface Version {
  readonly numbers: readonly number[];
  /** Identifiers of the pre-release; empty for a release. */
  readonly before: readonly string[];
}

function isNumber(text: string): boolean {
  if (text.length === 0 || text.length > MAX_DIGITS || (text.length > 1 && text[0] === '0')) return false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}

function isIdentifier(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const alphanumeric =
      (code >= 0x30 && code <= 0x39) ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x61 && code <= 0x7a) ||
      code === 0x2d;
    if (!alphanumeric) return false;
  }
  return text.length > 0;
}

function hasOnlyDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text[i]! < '0' || text[i]! > '9') return false;
  return true;
}

function wrong(): FormatError {
  return new FormatError('version: not of the form 1.2.3, 1.2.3-rc.1 or 1.2.3+build');
}

function parse(text: string): Version {
  if (text.length > MAX_VERSION) throw wrong();
  const plus = text.indexOf('+');
  const named = plus < 0 ? text : text.slice(0, plus);
  if (
    plus >= 0 &&
    !text
      .slice(plus + 1)
      .split('.')
      .every(isIdentifier)
  )
    throw wrong();
  const dash = named.indexOf('-');
  const before = dash < 0 ? [] : named.slice(dash + 1).split('.');
  // A numeric one has the form of the others: no leading zeros, few digits.
  if (!before.every(part => isIdentifier(part) && (!hasOnlyDigits(part) || isNumber(part)))) throw wrong();
  const numbers = (dash < 0 ? named : named.slice(0, dash)).split('.');
  if (numbers.length !== 3 || !numbers.every(isNumber)) throw wrong();
  return { numbers: numbers.map(Number), before };
}

/** True for a version that {@link compareVersions} takes. Never throws. */
export function isVersion(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The order of Semantic Versioning, section 11; what follows "+" is ignored.
 * @returns below 0 when `left` is older, 0 for equals, above 0 when it is newer.
 * @throws FormatError unless both are versions.
 */
export function compareVersions(left: string, right: string): number {
  const a = parse(left);
  const b = parse(right);
  for (let i = 0; i < 3; i++) {
    const difference = a.numbers[i]! - b.numbers[i]!;
    if (difference !== 0) return difference;
  }
  if (a.before.length === 0 || b.before.length === 0) return b.before.length - a.before.length;
  for (let i = 0; i < a.before.length && i < b.before.length; i++) {
    const difference = compareIdentifiers(a.before[i]!, b.before[i]!);
    if (difference !== 0) return difference;
  }
  return a.before.length - b.before.length;
}

function compareIdentifiers(left: string, right: string): number {
  const numeric = hasOnlyDigits(left);
  if (numeric !== hasOnlyDigits(right)) return numeric ? -1 : 1;
  if (numeric) return Number(left) - Number(right);
  return left === right ? 0 : left < right ? -1 : 1;
}
