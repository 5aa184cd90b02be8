/** What answers to a client's requests say, in the shapes that servers give them. */
import { JsonArray } from '../json-array.js';
import { JsonObject } from '../json-scan.js';
import { MAX_DEPTH, MAX_PARAMETERS, MAX_SESSION_ID } from './limits.js';
import { type Extranonce, printable, readExtranonce } from './messages.js';
import { wrong } from './work.js';

/** Why a share was not taken, as far as the words of so many servers tell. The words are stable: they are counted by. */
export const REJECTS = [
  'stale',
  'duplicate',
  'low-difficulty',
  'unauthorised',
  'time',
  'version',
  'other',
] as const;
export type Reject = (typeof REJECTS)[number];

export type Verdict =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reject: Reject;
      /** The server's own words, one line; '' where it gives none. */
      readonly text: string;
    };

/**
 * Whether a request was granted. An error counts unless it is null, false, 0 or empty; without one, a result that is
 * neither false nor null is a yes.
 */
export function verdictOf(fields: JsonObject): Verdict {
  const error = errorOf(fields);
  if (error !== undefined) return { ok: false, reject: classify(error.code, error.text), text: error.text };
  const kind = fields.kind('result');
  const yes = kind === 'boolean' ? fields.boolean('result') === true : kind !== undefined && kind !== 'null';
  if (yes) return { ok: true };
  const text = printable(
    fields.string('reject-reason') ?? fields.string('reject_reason') ?? fields.string('reason') ?? '',
  );
  return { ok: false, reject: classify(undefined, text), text };
}

interface Fault {
  readonly code: number | undefined;
  readonly text: string;
}

function errorOf(fields: JsonObject): Fault | undefined {
  switch (fields.kind('error')) {
    case 'string': {
      const text = printable(fields.string('error')!);
      return text === '' ? undefined : { code: undefined, text };
    }
    case 'array':
      return arrayFault(JsonArray.of(fields, 'error', MAX_PARAMETERS));
    case 'object':
      return objectFault(fields);
    case 'boolean':
      return fields.boolean('error') ? { code: undefined, text: '' } : undefined;
    case 'number': {
      const code = fields.number('error');
      return code === 0 ? undefined : { code, text: '' };
    }
    default:
      return undefined;
  }
}

/** [code, text, traceback]; or the text alone. */
function arrayFault(error: JsonArray | undefined): Fault | undefined {
  if (error === undefined) return { code: undefined, text: '' };
  if (error.length === 0) return undefined;
  const numeral = error.numeral(0);
  const text = printable(error.string(1) ?? error.string(0) ?? '');
  return { code: numeral === undefined ? undefined : Number(numeral), text };
}

/** JSON-RPC 2.0: code and message. */
function objectFault(fields: JsonObject): Fault | undefined {
  const error = memberOf(fields, 'error');
  const code = error?.number('code');
  const text = printable(error?.string('message') ?? error?.string('msg') ?? '');
  return code === undefined && text === '' ? undefined : { code, text };
}

/** A member that is an object; it was checked with the whole, and ends where its bracket does. */
function memberOf(fields: JsonObject, name: string): JsonObject | undefined {
  const range = fields.range(name);
  return range === undefined ? undefined : new JsonObject(range, MAX_DEPTH);
}

/** The codes that servers have in common, else the words. */
function classify(code: number | undefined, text: string): Reject {
  switch (code) {
    case 21:
      return 'stale';
    case 22:
      return 'duplicate';
    case 23:
      return 'low-difficulty';
    case 24:
    case 25:
      return 'unauthorised';
  }
  // In this order: "old difficulty" is not old.
  if (/duplicate/i.test(text)) return 'duplicate';
  if (/difficulty|low.?diff|low share|above.?target|high.?hash/i.test(text)) return 'low-difficulty';
  if (/unauthori[sz]ed|not.?authori[sz]ed|not.?subscribed|unknown.?(?:user|worker)/i.test(text))
    return 'unauthorised';
  if (/time/i.test(text)) return 'time';
  if (/version/i.test(text)) return 'version';
  if (/stale|job|expired|old|prev/i.test(text)) return 'stale';
  return 'other';
}

export interface Subscription extends Extranonce {
  /** What resumes the session after a reconnect, if the server does that; '' for none. */
  readonly session: string;
}

/** [[[method, id]…] or [method, id] or null, extranonce1, size]. @throws FormatError when it is no subscription */
export function readSubscription(fields: JsonObject): Subscription {
  const result = JsonArray.of(fields, 'result', MAX_PARAMETERS);
  if (result === undefined) throw wrong('subscription');
  const session = sessionOf(result.array(0, MAX_PARAMETERS));
  return { ...readExtranonce(result, 1), session };
}

/** The id of the subscription to mining.notify. */
function sessionOf(subscriptions: JsonArray | undefined): string {
  let session = '';
  for (let i = 0; i < (subscriptions?.length ?? 0); i++) {
    const entry = subscriptions!.array(i, MAX_PARAMETERS);
    const method = entry?.string(0) ?? subscriptions!.string(i);
    const id = entry === undefined ? subscriptions!.string(i + 1) : entry.string(1);
    if (method === 'mining.notify' && id !== undefined && id.length <= MAX_SESSION_ID) session = id;
  }
  return session;
}

/** The version bits that the server lets go (BIP310), 0 when it does not. Its members' names have dots in them. */
export function readVersionMask(fields: JsonObject): number {
  const result = memberOf(fields, 'result');
  if (result?.boolean('version-rolling') !== true) return 0;
  const mask = result.string('version-rolling.mask') ?? '';
  return /^[0-9a-fA-F]{1,8}$/.test(mask) ? Number.parseInt(mask, 16) : 0;
}
