/** What can go wrong between this node and the RPC node, by what to do about it. */
import { clean } from '../../common/logger.js';

export type FailureKind =
  /** Nothing answers there, or the connection broke. */
  | 'unreachable'
  /** The cookie or password file cannot be read. */
  | 'credentials'
  /** It does not take the credentials, or this machine's address. */
  | 'refused'
  /** It starts (-28), loads blocks, or has too much to do. */
  | 'starting'
  /** It has no peers yet or is in its initial download (-9, -10). */
  | 'syncing'
  /** Something answers that is not an RPC node, or does not keep to the types. */
  | 'malformed'
  /** A method's own error. */
  | 'error';

/** The longest text of an RPC node that is shown. */
const MAX_TEXT = 200;

export class RpcFailure extends Error {
  override readonly name = 'RpcFailure';
  /**
   * @param message one line for people, without credentials
   * @param code the RPC node's own, where it gave one
   */
  constructor(
    readonly kind: FailureKind,
    message: string,
    readonly code?: number,
  ) {
    super(message);
  }
}

/** Text of the RPC node for a line of the log: bounded, without control characters. */
export function shown(text: string): string {
  const cut = clean(text.slice(0, MAX_TEXT));
  return text.length > MAX_TEXT ? `${cut}…` : cut;
}

/** Bitcoin Core's codes (rpc/protocol.h) that are states of the node, not faults of a call. */
const KINDS: ReadonlyMap<number, FailureKind> = new Map([
  [-28, 'starting'],
  [-9, 'syncing'],
  [-10, 'syncing'],
]);

/** The failure that an RPC error is. */
export function failureOf(method: string, code: number, message: string): RpcFailure {
  return new RpcFailure(KINDS.get(code) ?? 'error', `${method}: ${shown(message)} (${code})`, code);
}
