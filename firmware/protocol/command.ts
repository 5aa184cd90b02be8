/** command (node to board) and its reply (board to node), matched by id. */
import { FormatError } from '../domain/bytes.js';
import { checkedBy, encodeJson, JsonFields } from './json.js';
import { PROTOCOL_VERSION, UINT32_MAX } from './limits.js';

export const COMMANDS = ['start', 'stop', 'restart', 'status'] as const;
export type CommandName = (typeof COMMANDS)[number];

export interface Command {
  /** uint32, chosen by the node. A board that sees one id twice in a row answers again and acts once. */
  readonly id: number;
  readonly cmd: CommandName;
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
  const { id, cmd } = command;
  return checkedBy(decodeCommand, encodeJson({ v: PROTOCOL_VERSION, id, cmd }));
}

/** @throws FormatError on anything that is not a command. */
export function decodeCommand(bytes: Uint8Array): Command {
  const fields = new JsonFields(bytes, 'command');
  return { id: fields.integer('id', 0, UINT32_MAX), cmd: fields.oneOf('cmd', COMMANDS) };
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
