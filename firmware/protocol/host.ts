/**
 * Host names and addresses as resolvers take them: IPv4 as inet_aton reads it, IPv6 with or without brackets and zone
 * (RFC 4007), names of letters, digits, "-" and "_" with dots between them, a dot at the end allowed (RFC 1035).
 */

const LABEL = 63;
/** Without the dot at the end. */
const NAME = 253;
/** IF_NAMESIZE of Linux and lwIP, without the NUL. */
const ZONE = 15;

/** @returns undefined, or what is wrong: one clause that does not repeat the text. @param text printable ASCII */
export function hostProblem(text: string): string | undefined {
  if (text.includes('://'))
    return 'that is a URL: expected the host alone, without a scheme and without a path';
  if (text.includes('/') || text.includes('@'))
    return 'expected the host alone, without a path and without a user';
  if (text.startsWith('[')) {
    if (!text.includes(']')) return 'a ] is missing';
    if (!text.endsWith(']')) return 'that is a host with a port: the port is a setting of its own';
    return v6Problem(text.slice(1, -1));
  }
  const colon = text.indexOf(':');
  if (colon < 0) return everyDigit(text.replaceAll('.', '')) ? v4Problem(text) : nameProblem(text);
  if (text.indexOf(':', colon + 1) >= 0) return v6Problem(text);
  return 'that is a host with a port: the port is a setting of its own';
}

/** The host without the brackets of an IPv6 address, as a resolver takes it. */
export function bareHost(host: string): string {
  return host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
}

/** 'host:port', and '[address]:port' of an IPv6 address. */
export function hostAndPort(host: string, port: number): string {
  const bare = bareHost(host);
  return bare.includes(':') ? `[${bare}]:${port}` : `${bare}:${port}`;
}

function v4Problem(text: string): string | undefined {
  const parts = text.split('.');
  const last = parts.length - 1;
  const fits = parts.every(
    (part, i) => part !== '' && part.length <= 10 && Number(part) < (i < last ? 256 : 256 ** (4 - last)),
  );
  return fits && parts.length <= 4 ? undefined : 'not an IPv4 address: expected four numbers from 0 to 255';
}

function nameProblem(text: string): string | undefined {
  const labels = (text.endsWith('.') ? text.slice(0, -1) : text).split('.');
  if (labels.some(label => label === '')) return 'a host name has no empty part between its dots';
  if (labels.some(label => label.length > LABEL))
    return `a part of a host name has at most ${LABEL} characters`;
  if (labels.join('.').length > NAME) return `a host name has at most ${NAME} characters`;
  if (!text.startsWith('-') && labels.every(label => every(label, isNameCharacter))) return undefined;
  return 'expected a host name (letters, digits, ".", "-" and "_") or an IP address';
}

function v6Problem(text: string): string | undefined {
  const percent = text.indexOf('%');
  const address = percent < 0 ? text : text.slice(0, percent);
  if (!isV6(address)) return 'not an IPv6 address';
  const zone = percent < 0 ? undefined : text.slice(percent + 1);
  if (zone !== undefined && (zone === '' || zone.length > ZONE || !every(zone, isZoneCharacter)))
    return 'the zone after % is no name of a network interface';
  // fe80::/10
  const local = (Number.parseInt(address.split(':')[0] || '0', 16) & 0xffc0) === 0xfe80;
  if (local && zone === undefined)
    return 'a link-local address needs the interface that leads to it, as in fe80::1%eth0';
  return undefined;
}

/** RFC 4291, section 2.2: eight groups, "::" once for one or more of zero, the last two as IPv4 where wanted. */
function isV6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.map(half => (half === '' ? [] : half.split(':')));
  const all = groups.flat();
  let count = all.length;
  const v4 = all[all.length - 1];
  if (v4?.includes('.')) {
    const parts = v4.split('.');
    if (parts.length !== 4 || !parts.every(part => part.length < 4 && everyDigit(part) && Number(part) < 256))
      return false;
    // It ends the text.
    if (groups[groups.length - 1]!.length === 0) return false;
    all.pop();
    count++;
  }
  if (!all.every(group => group.length <= 4 && group !== '' && every(group, isHexDigit))) return false;
  return halves.length === 2 ? count < 8 : count === 8;
}

function every(text: string, fits: (code: number) => boolean): boolean {
  for (let i = 0; i < text.length; i++) if (!fits(text.charCodeAt(i))) return false;
  return true;
}

function everyDigit(text: string): boolean {
  return text !== '' && every(text, isDigit);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isHexDigit(code: number): boolean {
  return isDigit(code) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x66);
}

function isNameCharacter(code: number): boolean {
  return isDigit(code) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) || code === 0x2d || code === 0x5f;
}

function isZoneCharacter(code: number): boolean {
  return isNameCharacter(code) || code === 0x2e || code === 0x3a;
}
