/**
 * The stored choice of search backends: a record (storage/record.ts) with magic "MTP1" and the JSON object {plan, firmware,
 * backends, threads}. One that is damaged, or from another firmware or machine, counts as no choice: the board measures
 * again.
 */

import type { SettingsStorage } from '../../ports/platform.js';
import { decodeRecord, encodeRecord } from '../../storage/record.js';
import type { PlanChoice, PlanKeeper } from './kernels.js';

const MAGIC = 'MTP1';

export function encodePlan({ plan, firmware, backends, threads }: PlanChoice): Uint8Array {
  return encodeRecord(MAGIC, JSON.stringify({ plan, firmware, backends, threads }));
}

/** Never throws. */
export function decodePlan(bytes: Uint8Array): PlanChoice | undefined {
  const decoded = decodeRecord(MAGIC, bytes);
  if ('problem' in decoded) return undefined;
  const { plan, firmware, backends, threads } = decoded.object;
  if (typeof plan !== 'string' || typeof firmware !== 'string' || typeof backends !== 'string')
    return undefined;
  return typeof threads === 'number' ? { plan, firmware, backends, threads } : undefined;
}

/** Keeps the record in the platform's storage. */
export class PlanStore implements PlanKeeper {
  readonly #storage: SettingsStorage;

  constructor(storage: SettingsStorage) {
    this.#storage = storage;
  }

  load(): PlanChoice | undefined {
    try {
      const bytes = this.#storage.load();
      return bytes && decodePlan(bytes);
    } catch {
      return undefined;
    }
  }

  save(choice: PlanChoice): void {
    this.#storage.save(encodePlan(choice));
  }
}
