/**
 * Firmware images of a node: folder `firmware` of the data directory, two files each, named by the first 12 digits of
 * the image's SHA-256: the image (.bin) and its signed manifest (.json). Commands write them while the node runs;
 * every write is whole.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  decodeAnnouncement,
  encodeAnnouncement,
  type ImageManifest,
  signedBytes,
} from '../../firmware/protocol/mite/update.js';
import { isVersion } from '../../firmware/protocol/mite/version.js';
import { messageOf } from '../../programs/problems.js';
import { replaceFile } from '../common/atomic-file.js';
import { makeDirectory } from '../common/directory.js';

/** A wrong image or key; one line for a person. */
export class ImageError extends Error {
  override readonly name = 'ImageError';
}

export interface SignedManifest extends ImageManifest {
  /** ECDSA P-256, r and s: 128 hex digits. */
  readonly signature: string;
  /** The signer's public key, 128 hex digits: to find mistakes early. Boards trust only the key they were built with. */
  readonly key: string;
}

export interface StoredImage extends SignedManifest {
  /** First 12 digits of the hash. */
  readonly name: string;
  /** It is announced to boards. */
  readonly announced: boolean;
}

const NAME = /^[0-9a-f]{12}$/;
const KEY = /^[0-9a-f]{128}$/;
const COORDINATE = 32;

export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A new private key as PEM (PKCS #8). */
export function makeKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
}

/** @throws ImageError unless `pem` is a private key of P-256. */
function readKey(pem: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    throw new ImageError('the key file holds no readable private key');
  }
  if (key.asymmetricKeyType !== 'ec' || key.asymmetricKeyDetails?.namedCurve !== 'prime256v1')
    throw new ImageError('the key is not a P-256 key');
  return key;
}

/** x and y as firmware/domain/p256.ts takes them: 128 hex digits. @throws ImageError */
export function publicKeyOf(pem: string): string {
  const { x, y } = createPublicKey(readKey(pem)).export({ format: 'jwk' });
  return Buffer.concat(
    [x, y].map(text => {
      const bytes = Buffer.from(String(text), 'base64url');
      return Buffer.concat([Buffer.alloc(COORDINATE - bytes.length), bytes]);
    }),
  ).toString('hex');
}

/** @throws ImageError | RangeError */
export function signImage(
  image: Uint8Array,
  pem: string,
  about: { readonly board: string; readonly version: string; readonly security: number },
): SignedManifest {
  if (!isVersion(about.version)) throw new ImageError('the version is not of the form 1.2.3');
  const manifest: ImageManifest = { ...about, size: image.length, sha256: sha256Hex(image) };
  encodeAnnouncement({ ...manifest, id: 0 }); // checks the bounds
  const signature = sign('sha256', signedBytes(manifest), { key: readKey(pem), dsaEncoding: 'ieee-p1363' });
  return { ...manifest, signature: signature.toString('hex'), key: publicKeyOf(pem) };
}

/** Whether the manifest is signed with its own key. */
function isSigned(manifest: SignedManifest): boolean {
  const point = Buffer.from(manifest.key, 'hex');
  try {
    const key = createPublicKey({
      format: 'jwk',
      key: {
        kty: 'EC',
        crv: 'P-256',
        x: point.subarray(0, COORDINATE).toString('base64url'),
        y: point.subarray(COORDINATE).toString('base64url'),
      },
    });
    const signature = Buffer.from(manifest.signature, 'hex');
    return verify('sha256', signedBytes(manifest), { key, dsaEncoding: 'ieee-p1363' }, signature);
  } catch {
    return false; // not a point of the curve
  }
}

/** Reads a manifest's text. @throws ImageError */
export function parseManifest(text: string): SignedManifest & { readonly announced: boolean } {
  let object: Record<string, unknown>;
  try {
    object = JSON.parse(text) as Record<string, unknown>;
    const { board, version, security, size, sha256, signature } = object;
    const bytes = Buffer.from(
      JSON.stringify({ v: 1, id: 0, board, version, security, size, sha256, signature }),
    );
    const { id: _, ...manifest } = decodeAnnouncement(bytes);
    const key = String(object.key);
    if (manifest.signature === undefined || !KEY.test(key))
      throw new ImageError('signature or key is missing');
    if (!isVersion(manifest.version)) throw new ImageError('its version is not of the form 1.2.3');
    const signed = { ...manifest, signature: manifest.signature, key };
    if (!isSigned(signed)) throw new ImageError('its signature is wrong');
    return { ...signed, announced: object.announced === true };
  } catch (error) {
    throw new ImageError(`not a manifest: ${messageOf(error)}`);
  }
}

function folder(data: string): string {
  return join(data, 'firmware');
}

/** File of an image's bytes. */
export function imageFile(data: string, name: string): string {
  return join(folder(data), `${name}.bin`);
}

function manifestFile(data: string, name: string): string {
  return join(folder(data), `${name}.json`);
}

/** Stores an image without announcing it. @throws ImageError when it is not what the manifest says. */
export function addImage(data: string, image: Uint8Array, manifestText: string): StoredImage {
  const manifest = parseManifest(manifestText);
  if (image.length !== manifest.size)
    throw new ImageError(`the image has ${image.length} bytes, not ${manifest.size}`);
  if (sha256Hex(image) !== manifest.sha256)
    throw new ImageError('the hash of the image is not the one in its manifest');
  const stored = { ...manifest, name: manifest.sha256.slice(0, 12), announced: false };
  makeDirectory(folder(data), 0o700);
  replaceFile({ path: imageFile(data, stored.name), content: image });
  replaceFile({ path: manifestFile(data, stored.name), content: JSON.stringify(stored) });
  return stored;
}

export interface ImageList {
  readonly images: readonly StoredImage[];
  /** What was left out, and why. */
  readonly problems: readonly string[];
}

/** The images of a data directory whose manifests are valid. Never throws for its content. */
export function listImages(data: string): ImageList {
  const images: StoredImage[] = [];
  const problems: string[] = [];
  if (!existsSync(folder(data))) return { images, problems };
  let files: string[] = [];
  try {
    files = readdirSync(folder(data)).sort();
  } catch (error) {
    problems.push(`firmware: ${(error as NodeJS.ErrnoException).code ?? 'cannot be read'}`);
  }
  for (const file of files) {
    const name = file.replace(/\.json$/, '');
    if (name === file || !NAME.test(name)) continue;
    try {
      const manifest = parseManifest(readFileSync(manifestFile(data, name), 'utf8'));
      if (manifest.sha256.slice(0, 12) !== name)
        throw new ImageError('its name is not the beginning of its hash');
      images.push({ ...manifest, name });
    } catch (error) {
      problems.push(`firmware/${file}: ${messageOf(error)}`);
    }
  }
  return { images, problems };
}

/** The only image whose name begins this way, or that has this version. @throws ImageError */
export function findImage(data: string, text: string): StoredImage {
  if (text === '') throw new ImageError('there is no such image (mite-node firmware list)'); // every name begins this way
  const found = listImages(data).images.filter(
    ({ name, version }) => version === text || name.startsWith(text),
  );
  const [first] = found;
  if (first === undefined) throw new ImageError('there is no such image (mite-node firmware list)');
  if (found.length > 1) throw new ImageError('several images match: give more digits of the name');
  return first;
}

/** @throws ImageError */
export function announceImage(data: string, text: string, announced: boolean): StoredImage {
  const image = { ...findImage(data, text), announced };
  if (announced && sha256Hex(readFileSync(imageFile(data, image.name))) !== image.sha256)
    throw new ImageError('the stored image is damaged; remove it and add it again');
  replaceFile({ path: manifestFile(data, image.name), content: JSON.stringify(image) });
  return image;
}

/** @throws ImageError */
export function removeImage(data: string, text: string): StoredImage {
  const image = findImage(data, text);
  rmSync(manifestFile(data, image.name));
  rmSync(imageFile(data, image.name), { force: true });
  return image;
}
