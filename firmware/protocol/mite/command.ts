/** command (node to board) and its reply (board to node), matched by id. */
import { FormatError } from '../../domain/bytes.js';
import { checkedBy, encodeJson, JsonFields } from './json.js';
import { PROTOCOL_VERSION, UINT32_MAX } from './limits.js';

export const COMMANDS = ['start', 'stop', 'restart', 'status', 'set', 'forget-chain'] as const;
export type CommandName = (typeof COMMANDS)[number];

/** Settings of a board that its node may change. */
export const REMOTE_KEYS = [
  'mining.budget',
  'mining.schedule',
  'time.zone',
  'pause.pin',
  'pause.level',
  'pause.temperature',
] as const;
export type RemoteKey = (typeof REMOTE_KEYS)[number];

export function isRemoteKey(key: string): key is RemoteKey {
  return REMOTE_KEYS.some(remote => remote === key);
}

const KEY = { test: (text: string): boolean => /^[a-z0-9.]{1,32}$/.test(text) };
const SIGNATURE = { test: (text: string): boolean => /^[0-9a-f]{128}$/.test(text) };
const VALUE = { test: (text: string): boolean => /^[\x20-\x7e]{0,128}$/.test(text) };

export interface Command {
  /** uint32, chosen by the node. A board that sees a command twice in a row answers again but acts once. */
  readonly id: number;
  readonly cmd: CommandName;
  /** With 'set': a setting's key, 1 to 32 of a-z, 0-9 and "."; the board decides what may be set. */
  readonly key?: string | undefined;
  /** With 'set': the value as typed on a console, 0 to 128 printable ASCII characters; '' restores the default. */
  readonly value?: string | undefined;
  /** With 'forget-chain': the owner's signature of domain/forget-chain.ts, 128 hex digits. */
  readonly sig?: string | undefined;
}

export interface Reply {
  /** Id of the command it answers. */
  readonly id: number;
  readonly ok: boolean;
  /** Why not, when `ok` is false: 1 to 128 printable ASCII characters (see `printable`). */
  readonly error?: string | undefined;
}

/** @throws RangeError on a field outside its bounds. */
export function encodeCommand(command: Command): Uint8Array {
  const { id, cmd, key, value, sig } = command;
  return checkedBy(decodeCommand, encodeJson({ v: PROTOCOL_VERSION, id, cmd, key, value, sig }));
}

/** @throws FormatError on anything that is not a command. */
export function decodeCommand(bytes: Uint8Array): Command {
  const fields = new JsonFields(bytes, 'command');
  const cmd = fields.oneOf('cmd', COMMANDS);
  return {
    id: fields.integer('id', 0, UINT32_MAX),
    cmd,
    ...(cmd === 'set' && { key: fields.string('key', KEY), value: fields.string('value', VALUE) }),
    ...(cmd === 'forget-chain' && { sig: fields.string('sig', SIGNATURE) }),
  };
}

/** @throws RangeError on a field outside its bounds. */
export function encodeReply(reply: Reply): Uint8Array {
  const { id, ok, error } = reply;
  return checkedBy(decodeReply, encodeJson({ v: PROTOCOL_VERSION, id, ok, error }));
}

/** @throws FormatError on anything that is not a reply. */
export function decodeReply(bytes: Uint8Array): Reply {
  const fields = new JsonFields(bytes, 'reply');
  const ok = fields.boolean('ok');
  if (fields.has('error') === ok) throw new FormatError('reply.error: goes with ok false');
  return { id: fields.integer('id', 0, UINT32_MAX), ok, ...(!ok && { error: fields.text('error') }) };
}
