/**
 * The stored settings record. Little-endian:
 *
 *   0  4  "MTS1": magic and version
 *   4  2  length n of the text, 2..4096
 *   6  n  JSON object {key: value}, ASCII, only values that differ from "not stored"
 *  6+n 4  CRC-32 (ISO-HDLC, as in zlib) of everything before
 *
 * A record that is damaged in any way gives the defaults and a warning, never an exception.
 */
import type { SettingsKeeper, StoredValues } from '../console/configuration.js';
import { checkValue, SETTINGS, type SettingValue } from '../console/settings.js';
import type { SettingsStorage } from './platform.js';

const MAGIC = [0x4d, 0x54, 0x53, 0x31];
const HEAD = 6;
const TAIL = 4;
export const MAX_RECORD_TEXT = 4096;

/** CRC-32 (polynomial 0xedb88320, reflected), bit by bit: the record is small and read once. */
export function crc32(bytes: Uint8Array, length: number): number {
  let crc = 0xffffffff;
  for (let i = 0; i < length; i++) {
    crc ^= bytes[i]!;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** @throws RangeError when the values do not fit or are not ASCII (the schema allows neither). */
export function encodeSettings(values: StoredValues): Uint8Array {
  const text = JSON.stringify(values);
  if (text.length > MAX_RECORD_TEXT) throw new RangeError('settings: record too long');
  const bytes = new Uint8Array(HEAD + text.length + TAIL);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint16(4, text.length, true);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code > 0x7e) throw new RangeError('settings: not ASCII');
    bytes[HEAD + i] = code;
  }
  view.setUint32(HEAD + text.length, crc32(bytes, HEAD + text.length), true);
  return bytes;
}

export interface DecodedSettings {
  readonly values: StoredValues;
  readonly warnings: readonly string[];
}

function damaged(what: string): DecodedSettings {
  return { values: {}, warnings: [`stored settings are damaged (${what}): defaults are used`] };
}

/** Never throws. Values the schema refuses are left out, each with a warning that does not show it. */
export function decodeSettings(bytes: Uint8Array): DecodedSettings {
  if (bytes.length < HEAD + 2 + TAIL || bytes.length > HEAD + MAX_RECORD_TEXT + TAIL)
    return damaged('length');
  for (let i = 0; i < MAGIC.length; i++) if (bytes[i] !== MAGIC[i]) return damaged('version');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const length = view.getUint16(4, true);
  if (HEAD + length + TAIL !== bytes.length) return damaged('length');
  if (view.getUint32(HEAD + length, true) !== crc32(bytes, HEAD + length)) return damaged('checksum');
  let text = '';
  for (let i = 0; i < length; i++) text += String.fromCharCode(bytes[HEAD + i]!);
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return damaged('text');
  }
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return damaged('text');
  const values: Record<string, SettingValue> = {};
  const warnings: string[] = [];
  for (const setting of SETTINGS) {
    if (!Object.hasOwn(stored, setting.key)) continue;
    const checked = checkValue(setting, (stored as Record<string, unknown>)[setting.key]);
    if ('error' in checked) warnings.push(`stored ${setting.key}: ${checked.error}; its default is used`);
    else values[setting.key] = checked.value;
  }
  return { values, warnings };
}

/** Keeps the record in the platform's storage. */
export class SettingsStore implements SettingsKeeper {
  readonly #storage: SettingsStorage;

  constructor(storage: SettingsStorage) {
    this.#storage = storage;
  }

  load(): DecodedSettings {
    let bytes: Uint8Array | undefined;
    try {
      bytes = this.#storage.load();
    } catch {
      return { values: {}, warnings: ['stored settings cannot be read: defaults are used'] };
    }
    return bytes === undefined ? { values: {}, warnings: [] } : decodeSettings(bytes);
  }

  /** @throws Error when the platform cannot store it; the old record then stands. */
  save(values: StoredValues): void {
    this.#storage.save(encodeSettings(values));
  }
}
