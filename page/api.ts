/** The page's side of the node's API. Types are those that the server checks its answers against. */
import type { z } from 'zod';
import type * as schemas from '../trusted-node/api/schemas.js';

export type Session = z.infer<typeof schemas.session>;
export type NodeView = z.infer<typeof schemas.node>;
export type BoardRow = z.infer<typeof schemas.board>;
export type Boards = z.infer<typeof schemas.boards>;
export type Blocks = z.infer<typeof schemas.blocks>;
export type Pool = z.infer<typeof schemas.pool>;
export type Curve = z.infer<typeof schemas.curve>;
export type Added = z.infer<typeof schemas.added>;
export type Answer = z.infer<typeof schemas.commandAnswer>;
export type People = z.infer<typeof schemas.people>;
export type Tokens = z.infer<typeof schemas.tokens>;
export type Audit = z.infer<typeof schemas.audit>;
export type Role = schemas.Role;

/** What the node answered instead of doing it; the message is for people. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** @throws ApiError; code 0: the node cannot be reached */
export async function call<T>(method: string, path: string, body?: object): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: { 'x-mite': '1', ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError(0, 'the node cannot be reached');
  }
  const answer: unknown = await response.json().catch(() => ({}));
  if (response.ok) return answer as T;
  const { error } = answer as { error?: unknown };
  throw new ApiError(
    response.status,
    typeof error === 'string' ? error : `the node answered ${response.status}`,
  );
}

export const get = <T>(path: string): Promise<T> => call<T>('GET', path);

const ANSWER_MS = 20_000;

/** Sends a board a command and waits for its answer. @returns what became of it, for people */
export async function command(
  id: string,
  body: { cmd: string; key?: string; value?: string },
): Promise<string> {
  const { command: number } = await call<{ command: number }>('POST', `/api/boards/${id}/commands`, body);
  const until = Date.now() + ANSWER_MS;
  while (Date.now() < until) {
    const { state, error } = await get<Answer>(`/api/commands/${number}`);
    if (state === 'done') return `${id} has done it`;
    if (state === 'refused') return `${id} refused: ${error}`;
    if (state === 'replaced') return 'a newer command took its place';
    await new Promise(resolve => setTimeout(resolve, 300));
  }
  return body.cmd === 'set'
    ? `${id} has not answered: the setting is saved, and applied when it reconnects`
    : `${id} has not answered: is it connected?`;
}
