/** Why an announced image cannot be taken, whatever its signature. Pure. */
import type { Announcement } from '../../protocol/mite/update.js';
import { compareVersions, isVersion } from '../../protocol/mite/version.js';
import type { UpdateMode } from './events.js';

export const OFF = 'updates are off (update.mode)';

/** What the board is and wants. */
export interface ImageDemand {
  /** Platform.name. */
  readonly board: string;
  /** Of the running image. */
  readonly version: string;
  /** Whether the firmware has a key to check signatures with. */
  readonly key: boolean;
  /** Bytes of the slot; undefined: the board has none. */
  readonly capacity: number | undefined;
}

/**
 * @param secure it was announced over TLS
 * @param trial the running image is on trial
 * @param minimum lowest security number that is taken
 * @returns one clause, or undefined
 */
export function objection(
  image: Announcement,
  { board, version, key, capacity }: ImageDemand,
  mode: UpdateMode,
  secure: boolean,
  trial: boolean,
  minimum: number,
): string | undefined {
  if (capacity === undefined) return 'this board has no slot for updates';
  if (mode === 'off') return OFF;
  if (!key) return 'this firmware has no update key';
  if (!secure) return 'not over TLS';
  if (trial) return `${version} is still on trial`;
  if (image.board !== board) return `wrong board: it is for ${image.board}, this is ${board}`;
  if (!isVersion(image.version) || !isVersion(version)) return 'its version cannot be compared';
  const order = compareVersions(image.version, version);
  if (order < 0) return `older than ${version}`;
  if (order === 0) return `${version} runs already`;
  if (image.security < minimum) return `security number ${image.security}, at least ${minimum} needed`;
  if (image.size > capacity) return `too big: ${image.size} bytes, ${capacity} fit`;
  if (image.signature === undefined) return 'not signed';
  return undefined;
}
