/**
 * The stored settings: a record (storage/record.ts) with magic "MTS1" and the JSON object {key: value}, only values that differ
 * from "not stored". A record that is damaged in any way gives the defaults and a warning, never an exception.
 */

import type { SettingsStorage } from '../ports/platform.js';
import { decodeRecord, encodeRecord } from '../storage/record.js';
import type { SettingsKeeper, StoredValues } from './configuration.js';
import { checkValue, type Schema, type SettingValue } from './kinds.js';

const MAGIC = 'MTS1';

/** @throws RangeError when the values do not fit or are not ASCII (the schema allows neither). */
export function encodeSettings(values: StoredValues): Uint8Array {
  return encodeRecord(MAGIC, JSON.stringify(values));
}

export interface DecodedSettings {
  readonly values: StoredValues;
  readonly warnings: readonly string[];
}

function damaged(what: string): DecodedSettings {
  return { values: {}, warnings: [`stored settings are damaged (${what}): defaults are used`] };
}

/** Never throws. Values that the schema refuses are left out, each with a warning that does not show it. */
export function decodeSettings(schema: Schema, bytes: Uint8Array): DecodedSettings {
  const decoded = decodeRecord(MAGIC, bytes);
  if ('problem' in decoded) return damaged(decoded.problem);
  const stored = decoded.object;
  const values: Record<string, SettingValue> = {};
  const warnings: string[] = [];
  for (const [key, setting] of Object.entries(schema)) {
    if (!Object.hasOwn(stored, key)) continue;
    const checked = checkValue(setting, stored[key]);
    if ('error' in checked) warnings.push(`stored ${key}: ${checked.error}; its default is used`);
    else values[key] = checked.value;
  }
  return { values, warnings };
}

/** Keeps the record in the platform's storage. */
export class SettingsStore implements SettingsKeeper {
  readonly #schema: Schema;
  readonly #storage: SettingsStorage;

  constructor(schema: Schema, storage: SettingsStorage) {
    this.#schema = schema;
    this.#storage = storage;
  }

  load(): DecodedSettings {
    let bytes: Uint8Array | undefined;
    try {
      bytes = this.#storage.load();
    } catch {
      return { values: {}, warnings: ['stored settings cannot be read: defaults are used'] };
    }
    return bytes === undefined ? { values: {}, warnings: [] } : decodeSettings(this.#schema, bytes);
  }

  /** @throws Error when the platform cannot store it; the old record then stands. */
  save(values: StoredValues): void {
    this.#storage.save(encodeSettings(values));
  }
}
