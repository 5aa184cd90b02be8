/** Settings that the node may change: those for mining in idle time, none that could lock the owner out. */

import { messageOf } from '../../domain/message-of.js';
import { isRemoteKey, type RemoteKey } from '../../protocol/mite/command.js';
import type { Configuration } from '../../settings/configuration.js';
import { parseValue, type Setting, type SettingValue } from '../../settings/kinds.js';

/** A configuration that has all of them. */
export type RemoteConfiguration = Configuration<Readonly<Record<RemoteKey, Setting>>>;

/**
 * @param value as on the console; '' removes the stored value.
 * @returns what would be stored, or why the node may not set this
 */
export function checkRemotely(
  configuration: RemoteConfiguration,
  key: string,
  value: string,
): { readonly key: RemoteKey; readonly value: SettingValue | undefined } | { readonly error: string } {
  if (!isRemoteKey(key)) return { error: 'not a setting that the node may change' };
  if (value === '') return { key, value: undefined };
  const checked = parseValue(configuration.schema[key], value);
  return 'error' in checked ? { error: `${key}: ${checked.error}` } : { key, value: checked.value };
}

/** Whether storing this would change what is stored. */
export function changesStored(
  configuration: RemoteConfiguration,
  key: RemoteKey,
  value: SettingValue | undefined,
): boolean {
  const origin = configuration.origin(key);
  const now = origin === 'stored' ? configuration.value(key) : undefined;
  return now !== value || origin === 'override';
}

/** Stores all of them with one write. @returns the keys with new values, or why nothing changed */
export function storeRemotely(
  configuration: RemoteConfiguration,
  changes: Readonly<Record<string, SettingValue | undefined>>,
): { readonly keys: readonly string[] } | { readonly error: string } {
  try {
    configuration.storeAll(changes);
  } catch (error) {
    return { error: messageOf(error, 'storage failed') };
  }
  return { keys: configuration.apply(Object.keys(changes)) };
}
