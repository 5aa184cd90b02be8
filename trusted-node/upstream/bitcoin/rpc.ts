/**
 * JSON-RPC over HTTP/1.1 as Bitcoin Core and its kin speak it. Answers are hostile: bounded in bytes and time, and
 * checked by a schema before anybody sees them. Each call has its own connection: they stay within this machine or
 * house, and bitcoind could close a kept one at the very moment it is used.
 */
import { request } from 'node:http';
import { z } from 'zod';
import { problemOf } from '../../../programs/problems.js';
import { authorization, type Credentials } from './credentials.js';
import { failureOf, RpcFailure, shown } from './failure.js';

export interface RpcOptions {
  readonly host: string;
  readonly port: number;
  readonly credentials: Credentials;
}

export interface CallLimits {
  /** From the call to the last byte, ms. */
  readonly timeoutMs?: number;
  /** Of the answer's body. */
  readonly maxBytes?: number;
  /** Aborts the call. */
  readonly signal?: AbortSignal | undefined;
}

/** A call of a batch. */
export interface Call {
  readonly method: string;
  readonly params: readonly unknown[];
}

const TIMEOUT_MS = 30_000;
const MAX_BYTES = 1_048_576;

const answer = z.object({
  id: z.number().int(),
  result: z.unknown().optional(),
  error: z.object({ code: z.number().int(), message: z.string() }).nullish(),
});

export class RpcClient {
  private header: string | undefined;

  constructor(private readonly options: RpcOptions) {}

  /** Where it is, for people. */
  get place(): string {
    const { host, port } = this.options;
    return `${host.includes(':') ? `[${host}]` : host}:${port}`;
  }

  /**
   * Calls one method.
   * @param schema of the result
   * @throws RpcFailure, nothing else
   */
  async call<T>(
    method: string,
    params: readonly unknown[],
    schema: z.ZodType<T>,
    limits: CallLimits = {},
  ): Promise<T> {
    const body = await this.exchange(JSON.stringify({ jsonrpc: '1.0', id: 1, method, params }), limits);
    return this.resultOf(method, answer.safeParse(body), 1, schema);
  }

  /**
   * Calls several methods in one request, each with a result of the same schema.
   * @returns the results in the order of the calls
   * @throws RpcFailure of the first that failed, nothing else
   */
  async batch<T>(calls: readonly Call[], schema: z.ZodType<T>, limits: CallLimits = {}): Promise<T[]> {
    if (calls.length === 0) return [];
    const body = await this.exchange(
      JSON.stringify(calls.map(({ method, params }, id) => ({ jsonrpc: '1.0', id, method, params }))),
      limits,
    );
    if (!Array.isArray(body)) {
      // One error for the whole batch.
      this.resultOf(calls[0]!.method, answer.safeParse(body), 0, schema);
      throw new RpcFailure('malformed', `${calls[0]!.method}: the answer to a batch is no list`);
    }
    const byId = new Map<number, unknown>();
    for (const entry of body) byId.set((entry as { id?: number } | null)?.id ?? -1, entry);
    return calls.map(({ method }, id) => this.resultOf(method, answer.safeParse(byId.get(id)), id, schema));
  }

  private resultOf<T>(
    method: string,
    parsed: ReturnType<typeof answer.safeParse>,
    id: number,
    schema: z.ZodType<T>,
  ): T {
    if (!parsed.success) throw new RpcFailure('malformed', `${method}: ${this.place} is no Bitcoin RPC node`);
    const { error, result } = parsed.data;
    if (error) throw failureOf(method, error.code, error.message);
    if (parsed.data.id !== id) throw new RpcFailure('malformed', `${method}: an answer to another call`);
    const checked = schema.safeParse(result);
    if (checked.success) return checked.data;
    const [issue] = checked.error.issues;
    const where = issue === undefined ? '' : `${issue.path.map(String).join('.')}: ${issue.message}`;
    throw new RpcFailure('malformed', `${method}: ${shown(where)}`);
  }

  /** With the cached credentials; if they are refused, once more with what the file says now. */
  private async exchange(body: string, limits: CallLimits): Promise<unknown> {
    const known = this.header;
    this.header ??= authorization(this.options.credentials);
    let response = await this.post(body, this.header, limits);
    if (response.status === 401 && known !== undefined) {
      this.header = authorization(this.options.credentials);
      if (this.header !== known) response = await this.post(body, this.header, limits);
    }
    const { status, text } = response;
    if (status === 401 || status === 403) {
      this.header = undefined;
      throw new RpcFailure(
        'refused',
        status === 401
          ? `${this.place} does not take these credentials`
          : `${this.place} does not take calls from this machine (rpcallowip)`,
      );
    }
    // 503: the work queue is full.
    if (status === 503) throw new RpcFailure('starting', `${this.place} has too much to do`);
    try {
      return JSON.parse(text);
    } catch {
      throw new RpcFailure('malformed', `${this.place} is no Bitcoin RPC node (HTTP status ${status})`);
    }
  }

  private post(body: string, header: string, limits: CallLimits): Promise<{ status: number; text: string }> {
    const { timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES, signal } = limits;
    const { host, port } = this.options;
    return new Promise((resolve, reject) => {
      const fail = (failure: RpcFailure): void => {
        clearTimeout(timer);
        reject(failure);
        call.destroy();
      };
      const broken = (error: unknown): void =>
        fail(
          new RpcFailure('unreachable', `${this.place}: ${signal?.aborted ? 'given up' : problemOf(error)}`),
        );
      const call = request(
        {
          host,
          port,
          method: 'POST',
          path: '/',
          agent: false,
          signal,
          headers: {
            authorization: header,
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          },
        },
        response => {
          const chunks: Buffer[] = [];
          let length = 0;
          response.on('data', (chunk: Buffer) => {
            length += chunk.length;
            if (length > maxBytes)
              fail(new RpcFailure('malformed', `${this.place}: an answer of more than ${maxBytes} bytes`));
            else chunks.push(chunk);
          });
          response.on('error', broken);
          response.on('end', () => {
            clearTimeout(timer);
            resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') });
          });
        },
      );
      const timer = setTimeout(
        () => fail(new RpcFailure('unreachable', `${this.place}: no answer within ${timeoutMs / 1000} s`)),
        timeoutMs,
      );
      call.on('error', broken);
      call.end(body);
    });
  }
}
