/**
 * The console's grammar: one line in, one command or one error out. Pure; a line that is wrong in any way gives an
 * error and nothing else. Errors never repeat a value, since it may be a secret typed in the wrong place.
 */
import { displayToHash } from '../../domain/bytes.js';
import type { ProofForm } from '../../protocol/mite/proof.js';
import {
  DIGITS,
  findSetting,
  only,
  parseValue,
  type Schema,
  type SettingValue,
} from '../../settings/kinds.js';

export const MAX_LINE = 512;
/** The longest command, `config set key value`, has four. */
const MAX_WORDS = 4;
export const MAX_BENCH_SECONDS = 60;

export type ConsoleCommand =
  | { readonly name: 'help'; readonly topic: HelpTopic | undefined }
  | { readonly name: 'status' }
  | { readonly name: 'config'; readonly action: 'list' }
  | { readonly name: 'config'; readonly action: 'begin' | 'commit' | 'abort' }
  | { readonly name: 'config'; readonly action: 'get' | 'unset'; readonly key: string }
  | {
      readonly name: 'config';
      readonly action: 'set';
      readonly key: string;
      readonly value: SettingValue;
    }
  | { readonly name: 'setup' | 'start' | 'stop' | 'selftest' | 'restart' | 'quit' | 'version' }
  | { readonly name: 'bench'; readonly seconds: number }
  | { readonly name: 'proof'; readonly txid: Uint8Array; readonly form: ProofForm }
  | { readonly name: 'update'; readonly start: boolean }
  | { readonly name: 'chain'; readonly forget: boolean }
  | { readonly name: 'json'; readonly on: boolean };

export interface HelpTopic {
  readonly name: ConsoleCommand['name'];
  readonly usage: string;
  readonly help: string;
}

export const TOPICS: readonly HelpTopic[] = [
  { name: 'help', usage: 'help [COMMAND]', help: 'this list, or one command' },
  { name: 'setup', usage: 'setup', help: 'ask for everything that the board needs, try it and store it' },
  { name: 'status', usage: 'status', help: 'state, job, hash rate, shares, memory' },
  {
    name: 'config',
    usage: 'config list | get KEY | set KEY VALUE | unset KEY | begin | commit | abort',
    help: 'show or store settings; put a VALUE with spaces in quotes: "a \\"b\\" c"; commit stores all since begin',
  },
  { name: 'start', usage: 'start', help: 'start mining (until stop or a restart)' },
  { name: 'stop', usage: 'stop', help: 'pause mining (until start or a restart)' },
  {
    name: 'bench',
    usage: 'bench [SECONDS]',
    help: 'measure each search backend and plan, for 1 to 60 seconds in all (5), and use the fastest from then on',
  },
  { name: 'selftest', usage: 'selftest', help: 'check the hash kernel against known answers' },
  {
    name: 'chain',
    usage: 'chain [forget]',
    help: 'show the verified chain; forget restarts the board at its checkpoint, for a devnet that was started over',
  },
  {
    name: 'proof',
    usage: 'proof TXID [branch | txoutproof]',
    help: 'ask the node to prove that a transaction is in a block, and check the proof against the verified chain',
  },
  {
    name: 'update',
    usage: 'update [start]',
    help: 'show the firmware update, or install the one that waits',
  },
  { name: 'restart', usage: 'restart', help: 'restart the board' },
  { name: 'quit', usage: 'quit', help: 'end the emulated board, as exit does; a board on a chip goes on' },
  { name: 'version', usage: 'version', help: 'firmware, board, protocol' },
  { name: 'json', usage: 'json on | off', help: 'one JSON object per line for every reply and event' },
];

export type Parsed = { readonly command: ConsoleCommand } | { readonly error: string };

/** What was typed, cut and cleaned for use in an error line. */
function quoted(text: string): string {
  let clean = '';
  for (let i = 0; i < text.length && i < 32; i++) {
    const code = text.charCodeAt(i);
    clean += code >= 0x20 && code <= 0x7e && code !== 0x22 ? text[i] : '?';
  }
  return `"${clean}${text.length > 32 ? '...' : ''}"`;
}

/**
 * Splits at spaces and tabs. "..." keeps spaces; inside it \" and \\ stand for " and \.
 * @returns the words, or an error.
 */
function split(line: string): string[] | { readonly error: string } {
  const words: string[] = [];
  let word = '';
  let inWord = false;
  let inQuotes = false;
  for (let i = 0; i < line.length; i++) {
    const character = line[i]!;
    if (inQuotes) {
      if (character === '"') inQuotes = false;
      else if (character !== '\\') word += character;
      else {
        const next = line[++i];
        if (next !== '"' && next !== '\\') return { error: 'after \\ in quotes only " and \\ may stand' };
        word += next;
      }
    } else if (character === '"') {
      if (inWord) return { error: 'a quote may only begin a word' };
      inQuotes = true;
      inWord = true;
    } else if (character === ' ' || character === '\t') {
      if (inWord) words.push(word);
      word = '';
      inWord = false;
    } else {
      if (line[i - 1] === '"' && inWord) return { error: 'a space is missing after a quote' };
      word += character;
      inWord = true;
    }
    if (words.length > MAX_WORDS) return { error: 'too many words; quote a value with spaces' };
  }
  if (inQuotes) return { error: 'a quote is not closed' };
  if (inWord) words.push(word);
  return words;
}

function findTopic(word: string): HelpTopic | undefined {
  const name = word === 'exit' ? 'quit' : word;
  return TOPICS.find(entry => entry.name === name);
}

/** Parses one line without its line end. @param schema what `config` knows @returns undefined for an empty line. */
export function parseLine(line: string, schema: Schema): Parsed | undefined {
  if (line.length > MAX_LINE) return { error: `the line is longer than ${MAX_LINE} characters` };
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if ((code < 0x20 && code !== 0x09) || code > 0x7e)
      return { error: 'the line has characters other than ASCII text' };
  }
  const words = split(line);
  if (!Array.isArray(words)) return words;
  const name = words[0];
  if (name === undefined) return undefined;
  const topic = findTopic(name);
  if (topic === undefined) return { error: `unknown command ${quoted(name)}; try help` };
  return parseCommand(topic, words, schema) ?? { error: `usage: ${topic.usage}` };
}

/** @returns undefined when the words do not fit the usage. */
function parseCommand(topic: HelpTopic, words: readonly string[], schema: Schema): Parsed | undefined {
  const [, first, second, third] = words;
  const { name } = topic;
  switch (name) {
    case 'help': {
      if (words.length > 2) return undefined;
      if (first === undefined) return { command: { name, topic: undefined } };
      const about = findTopic(first);
      return about
        ? { command: { name, topic: about } }
        : { error: `unknown command ${quoted(first)}; try help` };
    }
    case 'config':
      return parseConfig(schema, words.length, first, second, third);
    case 'bench': {
      if (words.length > 2) return undefined;
      if (first === undefined) return { command: { name, seconds: 5 } };
      const seconds = decimal(first);
      if (seconds === undefined || seconds < 1 || seconds > MAX_BENCH_SECONDS) {
        return { error: `bench: expected 1 to ${MAX_BENCH_SECONDS} seconds` };
      }
      return { command: { name, seconds } };
    }
    case 'proof': {
      const form = second ?? 'branch';
      if (first === undefined || words.length > 3 || (form !== 'branch' && form !== 'txoutproof'))
        return undefined;
      const hex = first.toLowerCase();
      if (hex.length !== 64 || !only(hex, `${DIGITS}abcdef`))
        return { error: 'proof: a TXID has 64 hex digits' };
      return { command: { name, txid: displayToHash(hex), form } };
    }
    case 'update':
      if (words.length > 2 || (first !== undefined && first !== 'start')) return undefined;
      return { command: { name, start: first === 'start' } };
    case 'chain':
      if (words.length > 2 || (first !== undefined && first !== 'forget')) return undefined;
      return { command: { name, forget: first === 'forget' } };
    case 'json':
      if (words.length !== 2 || (first !== 'on' && first !== 'off')) return undefined;
      return { command: { name, on: first === 'on' } };
    default:
      return words.length === 1 ? { command: { name } } : undefined;
  }
}

function parseConfig(
  schema: Schema,
  count: number,
  action: string | undefined,
  key: string | undefined,
  text: string | undefined,
): Parsed | undefined {
  const name = 'config';
  if (action === 'list' || action === 'begin' || action === 'commit' || action === 'abort')
    return count === 2 ? { command: { name, action } } : undefined;
  if (action !== 'get' && action !== 'set' && action !== 'unset') return undefined;
  if (key === undefined || count !== (action === 'set' ? 4 : 3)) {
    // Four or more words are usually a value with spaces.
    return action === 'set' && count > 4 ? { error: 'config set: quote a value with spaces' } : undefined;
  }
  const setting = findSetting(schema, key);
  if (setting === undefined) return { error: `unknown setting ${quoted(key)}; see config list` };
  if (action !== 'set' || text === undefined) {
    return action === 'set' ? undefined : { command: { name, action, key } };
  }
  const checked = parseValue(setting, text);
  if ('error' in checked) return { error: `${key}: ${checked.error}` };
  return { command: { name, action, key, value: checked.value } };
}

/** Up to 9 decimal digits. */
function decimal(text: string): number | undefined {
  if (text === '' || text.length > 9) return undefined;
  for (let i = 0; i < text.length; i++) if (text[i]! < '0' || text[i]! > '9') return undefined;
  return Number(text);
}
