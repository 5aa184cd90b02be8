/**
 * Every body and answer of the API, as schemas: what the server checks, what TypeScript knows and what the OpenAPI
 * description says come from here. Hashes are display order, amounts and work decimal text (they exceed 2^53), moments
 * milliseconds since 1970.
 */
import { z } from 'zod';

const moment = z.number().int().min(0).describe('milliseconds since 1970');
const integerText = z
  .string()
  .regex(/^-?\d{1,80}$/)
  .describe('an integer as decimal text');
const hash = z.string().regex(/^[0-9a-f]{64}$/);
export const deviceId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,31}$/)
  .describe('1 to 32 of a-z, 0-9 and -, not led by -');
const personName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,31}$/)
  .describe('1 to 32 of a-z, 0-9, ".", "_" and "-", not led by a sign');
const password = z.string().min(10).max(200);
/** Anything a board or an upstream says: shown, never trusted. */
const foreign = z.string().max(512);

export const ROLES = ['owner', 'reader'] as const;
export const role = z.enum(ROLES).describe('a reader changes nothing');
export type Role = z.infer<typeof role>;

export const problem = z.object({
  error: z.string().describe('what is wrong, for people'),
});

export const setupBody = z.strictObject({
  link: z.string().max(64).describe('the secret of the one-time link'),
  password,
});
export const loginBody = z.strictObject({ name: personName.default('owner'), password: z.string().max(200) });
export const session = z.object({
  state: z.enum(['new', 'out', 'in']).describe('no password is set yet; nobody is logged in; somebody is'),
  name: z.string().optional(),
  role: role.optional(),
});

export const node = z.object({
  version: z.string(),
  network: z.string(),
  height: z.number().int(),
  tip: hash,
  tipTime: z.number().int().describe('of its header, seconds since 1970'),
  payoutAddress: z.string(),
  upstream: z
    .object({ node: foreign, state: z.string(), reason: foreign, since: moment })
    .nullable()
    .describe('the Bitcoin node behind this one; null on a devnet'),
  quorum: z.number().int(),
  brokers: z.array(z.string()).describe('where boards connect, host:port'),
  fingerprint: z.string().nullable().describe('of the TLS certificate, SHA-256'),
  balance: z
    .object({ confirmed: integerText, immature: integerText, pending: integerText })
    .nullable()
    .describe('satoshi; null where the upstream keeps no coins'),
  started: moment,
});

/** A rate that accepted shares prove. */
export const proven = z.object({
  rate: z.number().describe('hashes a second'),
  low: z.number().describe('lower end of the 95 % interval'),
  high: z.number().describe('upper end'),
  shares: z.number().int().describe('that it is counted from'),
  seconds: z.number().describe('the time it is counted over'),
});

export const board = z.object({
  id: deviceId,
  group: z.string(),
  online: z.boolean(),
  revoked: z.boolean(),
  state: foreign.nullable().describe('as the board says it'),
  refused: foreign.nullable().describe('why the board does not work for this node'),
  board: foreign.nullable(),
  firmware: foreign.nullable(),
  lastSeen: moment.nullable(),
  rate: z.number().describe('hashes a second, as the board counts them'),
  proven,
  accepted: z.number().int(),
  rejected: z.number().int(),
  reasons: z.record(z.string(), z.number().int()).describe('rejected shares by reason'),
  blocks: z.number().int(),
  earned: integerText.describe('satoshi'),
  work: integerText.describe('expected hashes of all accepted shares'),
  flagged: z.boolean().describe('a signed verdict of it was wrong'),
  status: z
    .object({
      chain: foreign.nullable(),
      tip: z.number().int().nullable(),
      payoutCheck: foreign.nullable(),
      judged: z.number().int().nullable(),
      refusals: z.number().int().nullable(),
      budget: z.number().int().nullable(),
      temperature: z.number().nullable(),
      pausedBy: foreign.nullable(),
      rssi: z.number().int().nullable(),
      uptime: z.number().int().nullable(),
      heapPeak: z.number().int().nullable(),
      heapLimit: z.number().int().nullable(),
    })
    .nullable()
    .describe('its last status since the node started'),
});
export type BoardRow = z.infer<typeof board>;
export const boards = z.object({ boards: z.array(board), together: proven });

export const RANGES = { day: 86_400, week: 604_800, month: 2_592_000 } as const;
export const curveQuery = z.strictObject({ range: z.enum(['day', 'week', 'month']).default('day') });
export const curve = z.object({
  step: z.number().int().describe('seconds that a point covers'),
  points: z.array(z.object({ at: moment, rate: z.number(), shares: z.number().int() })),
});

export const block = z.object({
  height: z.number().int(),
  hash,
  device: z.string(),
  group: z.string(),
  value: integerText.describe('satoshi'),
  foundAt: moment,
  orphaned: z.boolean(),
});
export const blocks = z.object({ blocks: z.array(block), found: z.number().int() });

export const pool = z.object({
  quorum: z.number().int(),
  transactions: z.array(
    z.object({
      txid: hash,
      vbytes: z.number().int(),
      fee: integerText,
      since: moment,
      attested: z.number().int(),
      standing: z.enum(['ready', 'verdicts', 'parent', 'too-large']),
    }),
  ),
});

export const addBody = z.strictObject({ id: deviceId, group: deviceId.optional() });
export const added = z.object({
  id: deviceId,
  secret: z.string().describe('shown once: the node keeps only its hash'),
  fingerprint: z.string().nullable(),
  commands: z.array(z.string()).describe('ways to configure a board with it'),
  qr: z.string().describe('SVG: the same for a camera'),
});

export const COMMANDS = ['start', 'stop', 'restart', 'set'] as const;
export const commandBody = z.strictObject({
  cmd: z.enum(COMMANDS),
  key: z.string().max(64).optional(),
  value: z.string().max(128).optional(),
});
export const commandQueued = z.object({ command: z.number().int() });
export const commandAnswer = z.object({
  state: z.enum(['waiting', 'done', 'refused', 'replaced']),
  error: foreign.optional(),
});

export const personBody = z.strictObject({ name: personName, role, password });
export const people = z.object({ people: z.array(z.object({ name: z.string(), role, since: moment })) });
export const passwordBody = z.strictObject({ old: z.string().max(200), password });
export const tokenBody = z.strictObject({ name: personName });
export const tokens = z.object({
  tokens: z.array(z.object({ name: z.string(), since: moment, lastUsed: moment.nullable() })),
});
export const tokenMade = z.object({ name: z.string(), token: z.string().describe('shown once') });
export const audit = z.object({
  entries: z.array(z.object({ at: moment, who: z.string(), act: z.string(), detail: z.string() })),
});

export const health = z.object({ status: z.enum(['ok', 'waiting']), reason: z.string().optional() });
