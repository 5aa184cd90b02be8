/** hello: what a board says about itself after it connects; the node answers with a job. */

import { checkedBy, encodeJson, JsonFields } from './json.js';
import { PROTOCOL_VERSION } from './limits.js';

export interface Hello {
  /** 16 lower-case hex digits, random for every boot. The node gives out one extranonce1 per device and boot. */
  readonly boot: string;
  /** Board name, for example 'host' or 'esp32s3': [a-z0-9_-]{1,32}. */
  readonly board: string;
  /** Firmware version, 1 to 32 of [A-Za-z0-9._+-]. */
  readonly firmware: string;
  /** Expected hashes a second, an integer; 0 when unknown. The node derives the first share target from it. */
  readonly rate: number;
  /** True when the board rolls the BIP320 version bits of `Job.versionMask`. */
  readonly versionRolling: boolean;
  /** X-only public key that the board signs its verdicts with (BIP340), 64 lower-case hex digits. */
  readonly key?: string | undefined;
  /** True when it takes jobs whose coinbase a pool made (`Job.pool`); left out by boards that do not know them. */
  readonly pools?: boolean | undefined;
}

export const BOOT_ID = { test: (text: string): boolean => /^[0-9a-f]{16}$/.test(text) };
const KEY = { test: (text: string): boolean => /^[0-9a-f]{64}$/.test(text) };
const BOARD = { test: (text: string): boolean => /^[a-z0-9_-]{1,32}$/.test(text) };
const FIRMWARE = { test: (text: string): boolean => /^[A-Za-z0-9._+-]{1,32}$/.test(text) };

/** @throws RangeError on a field outside its bounds. */
export function encodeHello(hello: Hello): Uint8Array {
  const { boot, board, firmware, rate, versionRolling, key, pools } = hello;
  return checkedBy(
    decodeHello,
    encodeJson({ v: PROTOCOL_VERSION, boot, board, firmware, rate, versionRolling, key, pools }),
  );
}

/** @throws FormatError on anything that is not a hello. */
export function decodeHello(bytes: Uint8Array): Hello {
  const fields = new JsonFields(bytes, 'hello');
  return {
    boot: fields.string('boot', BOOT_ID),
    board: fields.string('board', BOARD),
    firmware: fields.string('firmware', FIRMWARE),
    rate: fields.integer('rate', 0, Number.MAX_SAFE_INTEGER),
    versionRolling: fields.boolean('versionRolling'),
    ...(fields.has('pools') && { pools: fields.boolean('pools') }),
    ...(fields.has('key') && { key: fields.string('key', KEY) }),
  };
}
