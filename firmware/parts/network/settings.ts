/** The networks that a board with Wi-Fi joins, and where it gets the time. */
import { hostProblem } from '../../protocol/host.js';
import { DIGITS, only, type TextSetting, text, type Values } from '../../settings/kinds.js';

/** WPA's own bounds; 64 hex digits are the key itself. Empty: an open network. */
function checkPassphrase(value: string): string | undefined {
  if (value.length < 8) return 'expected at least 8 characters';
  return value.length < 64 || only(value.toLowerCase(), `${DIGITS}abcdef`)
    ? undefined
    : 'expected at most 63 characters, or 64 hex digits';
}

function ssid(which: string): TextSetting {
  return text({ maxLength: 32, help: `name of ${which} Wi-Fi network (boards that have Wi-Fi)` });
}

function password(which: string): TextSetting {
  return text({
    maxLength: 64,
    check: checkPassphrase,
    secret: true,
    help: `password of ${which} Wi-Fi network, none for an open one; write-only`,
  });
}

export const networkSettings = {
  'wifi.ssid': ssid('the'),
  'wifi.password': password('the'),
  'wifi2.ssid': ssid('a second'),
  'wifi2.password': password('a second'),
  'wifi3.ssid': ssid('a third'),
  'wifi3.password': password('a third'),
  'time.server': text({
    default: 'pool.ntp.org',
    maxLength: 254,
    check: hostProblem,
    help: 'SNTP server, for boards whose system does not keep the time',
  }),
};

export type NetworkValues = Values<typeof networkSettings>;
