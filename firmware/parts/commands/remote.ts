/** Settings that the node may change: those for mining in idle time, none that could lock the owner out. */

import { messageOf } from '../../domain/message-of.js';
import { isRemoteKey, type RemoteKey } from '../../protocol/mite/command.js';
import type { Configuration } from '../../settings/configuration.js';
import { parseValue, type Setting, type SettingValue } from '../../settings/kinds.js';

/** A configuration that has all of them. */
export type RemoteConfiguration = Configuration<Readonly<Record<RemoteKey, Setting>>>;

/**
 * @param value as on the console; '' removes the stored value.
 * @returns the keys with new values, or why nothing changed
 */
export function setRemotely(
  configuration: RemoteConfiguration,
  key: string,
  value: string,
): { readonly keys: readonly string[] } | { readonly error: string } {
  if (!isRemoteKey(key)) return { error: 'not a setting that the node may change' };
  let wanted: SettingValue | undefined;
  if (value !== '') {
    const checked = parseValue(configuration.schema[key], value);
    if ('error' in checked) return { error: `${key}: ${checked.error}` };
    wanted = checked.value;
  }
  const now = configuration.origin(key) === 'stored' ? configuration.value(key) : undefined;
  try {
    if (now !== wanted || configuration.origin(key) === 'override') configuration.storeAll({ [key]: wanted });
  } catch (error) {
    return { error: messageOf(error, 'storage failed') };
  }
  return { keys: configuration.apply([key]) };
}
