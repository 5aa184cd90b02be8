/** Settings that the node may change: those of mining in idle time, none that could lock the owner out. */

import { messageOf } from '../../domain/message-of.js';
import { REMOTE_KEYS } from '../../protocol/mite/command.js';
import type { Configuration } from '../../settings/configuration.js';
import { parseValue, type Setting, type SettingValue } from '../../settings/kinds.js';
import { findSetting } from '../../settings/schema.js';

/** @param value as on the console; '' takes the stored value away. @returns the settings in use now, or why nothing changed */
export function setRemotely(
  configuration: Configuration,
  key: string,
  value: string,
): { readonly settings: readonly Setting[] } | { readonly error: string } {
  const setting = REMOTE_KEYS.includes(key) ? findSetting(key) : undefined;
  if (setting === undefined) return { error: 'not a setting that the node may change' };
  let wanted: SettingValue | undefined;
  if (value !== '') {
    const checked = parseValue(setting, value);
    if ('error' in checked) return { error: `${key}: ${checked.error}` };
    wanted = checked.value;
  }
  const now = configuration.origin(setting) === 'stored' ? configuration.value(setting) : undefined;
  try {
    if (now !== wanted || configuration.origin(setting) === 'override')
      configuration.storeAll({ [key]: wanted });
  } catch (error) {
    return { error: messageOf(error, 'storage failed') };
  }
  return { settings: configuration.apply([key]) };
}
