/**
 * Logs on stderr: one JSON object a line for programs, short lines for people. Secrets never reach them: no message body
 * is logged. Their volume is bounded whatever happens (log-budget.ts).
 */
import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';
import { LogBudget } from './log-budget.js';

export type Logger = PinoLogger;

export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const LOG_FORMATS = ['json', 'text'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

/** Written synchronously, so that the last lines before a crash are there. */
export function openLogger(level: LogLevel, format: LogFormat = 'json'): Logger {
  const stderr = pino.destination({ dest: 2, sync: true });
  stderr.on('error', () => {}); // a full disk or a missing reader is no reason to stop
  const stream: DestinationStream =
    format === 'json' ? stderr : { write: line => stderr.write(`${logText(line)}\n`) };
  const budget = new LogBudget(
    () => performance.now(),
    left => log.warn(left, 'log lines were left out: there were too many of them'),
  );
  const log = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: {
        logMethod(args, method, severity) {
          const [first, second] = args as unknown[];
          const text = typeof first === 'string' ? first : typeof second === 'string' ? second : '';
          if (budget.admit(text, severity)) method.apply(this, args);
        },
      },
    },
    stream,
  );
  if (level !== 'silent') process.once('exit', () => budget.report());
  return log;
}

/** A line of the JSON log; undefined: it is not one. */
export function parseLog(line: string): { level: number; fields: Record<string, unknown> } | undefined {
  try {
    const fields: unknown = JSON.parse(line);
    const { level } = fields as { level: unknown };
    return typeof level === 'number' ? { level, fields: fields as Record<string, unknown> } : undefined;
  } catch {
    return undefined;
  }
}

/** pino's numbers. */
export const ERROR_LEVEL = 50;
const TAGS: ReadonlyMap<number, string> = new Map([
  [10, 'trace: '],
  [20, 'debug: '],
  [40, 'warning: '],
  [50, 'error: '],
  [60, 'fault: '],
]);

/** A line of the JSON log for people: "12:03:59  warning: connection dropped (device kitchen, reason keepalive timeout)". */
export function logText(line: string): string {
  const parsed = parseLog(line);
  if (parsed === undefined) return clean(line.trimEnd());
  const { time } = parsed.fields;
  const at = new Date(typeof time === 'string' ? time : Number.NaN);
  return `${Number.isNaN(at.getTime()) ? '' : `${at.toTimeString().slice(0, 8)}  `}${TAGS.get(parsed.level) ?? ''}${message(parsed.fields)}`;
}

/** The same without time and level. */
export function message({ level, time, msg, err, ...fields }: Record<string, unknown>): string {
  const parts = Object.entries(fields).flatMap(([name, value]) => {
    const text = show(value);
    return text === '' ? [] : [`${name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)} ${text}`];
  });
  const fault = err as { message?: unknown; stack?: unknown } | undefined;
  const reason = fault === undefined ? '' : `: ${fault?.message ?? show(err)}`;
  const stack = level === 60 && typeof fault?.stack === 'string' ? fault.stack.split('\n').slice(1) : [];
  const first = `${msg ?? ''}${reason}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`;
  return [first, ...stack].map(clean).join('\n');
}

/** Hashes and the like can be told apart by their ends. */
const LONG_HEX = /^[0-9a-f]{32,}$/;

function show(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(show).join(' ');
  if (typeof value === 'object') {
    const { host, port } = value as { host?: unknown; port?: unknown };
    return typeof host === 'string' && typeof port === 'number'
      ? `${host.includes(':') ? `[${host}]` : host}:${port}`
      : JSON.stringify(value);
  }
  const text = String(value);
  return LONG_HEX.test(text) ? `${text.slice(0, 16)}…${text.slice(-6)}` : text;
}

/** No control characters sent by others may reach a terminal. */
export function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
  return text.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '?');
}
