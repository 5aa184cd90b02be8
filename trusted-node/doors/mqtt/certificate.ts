/**
 * A certificate for the node's TLS listener that nobody else has to sign: boards recognise it by its fingerprint. X.509
 * v3 (RFC 5280), P-256, signed by its own key. node:crypto makes keys and signatures but no certificates, so the few
 * DER structures are written here: libraries bring 20 packages for them, and openssl is not on every machine.
 */
import {
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  X509Certificate,
} from 'node:crypto';
import { isIP } from 'node:net';

export interface OwnCertificate {
  readonly certificate: string;
  readonly key: string;
}

const DAY = 86_400_000;
/** Boards do not look at the dates; other readers may. */
const YEARS = 20;

/**
 * Makes a key and its certificate, both PEM.
 * @param names host names and IP addresses of the node, at least one; for clients that check names
 */
export function makeCertificate(names: readonly string[], now = Date.now()): OwnCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = sequence(oid('1.2.840.10045.4.3.2')); // ecdsa-with-SHA256
  const name = sequence(set(sequence(oid('2.5.4.3'), der(0x0c, Buffer.from('mite-node'))))); // commonName
  const serial = randomBytes(16);
  serial[0] = (serial[0]! & 0x7f) | 0x40; // positive, and always 16 bytes
  const body = sequence(
    der(0xa0, integer(Buffer.from([2]))), // version 3
    integer(serial),
    algorithm,
    name,
    sequence(moment(now - DAY), moment(now + YEARS * 365.25 * DAY)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      sequence(
        extension('2.5.29.19', true, sequence()), // basicConstraints: no authority
        extension('2.5.29.15', true, der(0x03, Buffer.from([7, 0x80]))), // keyUsage: digitalSignature
        extension('2.5.29.37', false, sequence(oid('1.3.6.1.5.5.7.3.1'))), // extKeyUsage: serverAuth
        extension('2.5.29.17', false, sequence(...names.map(alternativeName))),
      ),
    ),
  );
  const signature = sign('sha256', body, privateKey);
  const certificate = sequence(body, algorithm, der(0x03, Buffer.concat([Buffer.from([0]), signature])));
  return {
    certificate: pem('CERTIFICATE', certificate),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/**
 * What boards compare: SHA-256 of the first certificate in the text, 64 lower-case hex digits.
 * @throws Error when there is none
 */
export function fingerprintOf(certificate: string): string {
  return createHash('sha256').update(new X509Certificate(certificate).raw).digest('hex');
}

export interface PairFault {
  /** The setting that names the file at fault. */
  readonly of: 'tlsCert' | 'tlsKey';
  readonly problem: string;
}

/** What is wrong with a certificate and its key, both PEM; undefined when they belong together. */
export function pairFault(certificate: string, key: string): PairFault | undefined {
  let own: X509Certificate;
  try {
    own = new X509Certificate(certificate);
  } catch {
    return { of: 'tlsCert', problem: 'not a PEM certificate' };
  }
  try {
    if (own.checkPrivateKey(createPrivateKey(key))) return undefined;
  } catch {
    return { of: 'tlsKey', problem: 'not a PEM private key, or one with a passphrase' };
  }
  return {
    of: 'tlsKey',
    problem: 'not the key of the certificate; "mite-node tls make --replace" makes a new pair',
  };
}

// DER (X.690), as much as needed above

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size: number[] = [];
  if (length < 0x80) size.push(length);
  else if (length < 0x100) size.push(0x81, length);
  else size.push(0x82, length >> 8, length & 0xff);
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const set = (part: Uint8Array): Buffer => der(0x31, part);
/** Big-endian, the first bit clear. */
const integer = (bytes: Uint8Array): Buffer => der(0x02, bytes);

function oid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const arc of rest) {
    const groups = [arc & 0x7f];
    for (let left = arc >>> 7; left > 0; left >>>= 7) groups.unshift(0x80 | (left & 0x7f));
    bytes.push(...groups);
  }
  return der(0x06, Buffer.from(bytes));
}

/** UTCTime up to 2049, GeneralizedTime from then on (RFC 5280 section 4.1.2.5). */
function moment(milliseconds: number): Buffer {
  const digits = new Date(milliseconds).toISOString().replace(/[-:T]/g, '').slice(0, 14);
  return digits < '2050'
    ? der(0x17, Buffer.from(`${digits.slice(2)}Z`))
    : der(0x18, Buffer.from(`${digits}Z`));
}

function extension(id: string, critical: boolean, value: Uint8Array): Buffer {
  const flag = critical ? [der(0x01, Buffer.from([0xff]))] : [];
  return sequence(oid(id), ...flag, der(0x04, value));
}

function alternativeName(name: string): Buffer {
  const kind = isIP(name);
  if (kind === 0) return der(0x82, Buffer.from(name, 'ascii'));
  return der(0x87, kind === 4 ? Buffer.from(name.split('.').map(Number)) : ipv6Bytes(name));
}

function ipv6Bytes(text: string): Buffer {
  // The URL parser writes any form of the address in the shortest one, without an IPv4 tail.
  const [head = '', tail = ''] = new URL(`http://[${text}]`).hostname.slice(1, -1).split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const groups = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return Buffer.concat(groups.map(group => Buffer.from(group.padStart(4, '0'), 'hex')));
}

function pem(label: string, bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
