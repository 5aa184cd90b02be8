/**
 * What an update leaves for later boots: a record (storage/record.ts) with magic "MTU1". A damaged one counts as
 * absent: the boot slots themselves are the platform's business.
 */
import { printable } from '../../protocol/mite/json.js';
import { UINT32_MAX } from '../../protocol/mite/limits.js';
import { MAX_VERSION } from '../../protocol/mite/version.js';

export const NOTE_MAGIC = 'MTU1';

export interface UpdateNote {
  /** trial: activated, but not yet confirmed; good: confirmed; failed: rolled back. */
  readonly state: 'trial' | 'good' | 'failed';
  /** Of the image that this is about. */
  readonly version: string;
  /** Lowest security number that may be installed; never goes back. */
  readonly minimum: number;
  /** Why it was rolled back, or ''. */
  readonly reason: string;
}

/** From a record's object. Never throws. */
export function readNote(object: Readonly<Record<string, unknown>>): UpdateNote | undefined {
  const { state, version, minimum, reason } = object;
  if (state !== 'trial' && state !== 'good' && state !== 'failed') return undefined;
  if (typeof version !== 'string' || version.length > MAX_VERSION || typeof reason !== 'string')
    return undefined;
  if (typeof minimum !== 'number' || !Number.isInteger(minimum) || minimum < 0 || minimum > UINT32_MAX)
    return undefined;
  return { state, version, minimum, reason: reason === '' ? '' : printable(reason) };
}
