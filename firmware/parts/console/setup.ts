/**
 * The first-time setup as a dialog: lines in, commands out. Pure: it keeps the answers until all are given, so that
 * leaving it changes nothing. An empty answer keeps the present value.
 */
import { hostAndPort } from '../../protocol/host.js';
import { LOWER, only, parseValue, type SettingValue } from '../../settings/kinds.js';
import {
  parseNodeAddress,
  type Question,
  questions,
  type SetupKey,
  type SetupSettings,
} from './setup-questions.js';

/** What the board can try before anything is stored. With `tls`, no connection may be made without TLS. */
export type SetupCheck =
  | { readonly kind: 'wifi'; readonly ssid: string; readonly password: string }
  | {
      readonly kind: 'node';
      readonly host: string;
      readonly port: number;
      readonly tls: boolean;
      readonly fingerprint: string;
    }
  | {
      readonly kind: 'login';
      readonly host: string;
      readonly port: number;
      readonly tls: boolean;
      readonly fingerprint: string;
      readonly device: string;
      readonly secret: string;
    };

/** Values by key; undefined: back to the default. */
export type SetupValues = Readonly<Partial<Record<SetupKey, SettingValue | undefined>>>;

export type SetupCommand =
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'ask'; readonly prompt: string; readonly secret: boolean }
  /** Answered by `checked`, unless the dialog ends first. */
  | { readonly kind: 'check'; readonly check: SetupCheck }
  /** Answered by `stored` at once. Not empty. */
  | { readonly kind: 'store'; readonly values: SetupValues }
  | { readonly kind: 'end' };

export interface SetupOptions {
  /** The board has Wi-Fi that it joins by itself. */
  readonly wifi: boolean;
  /** The board can do TLS. */
  readonly tls: boolean;
  readonly settings: SetupSettings;
  /** Values in use. */
  readonly value: (key: SetupKey) => SettingValue;
  /** Why these would conflict with the other settings, one clause. */
  readonly clash: (values: SetupValues) => string | undefined;
}

const CHOICE = 'retry, change or keep? ';
/** Letters that may have been meant as one of CHOICE. */
const MAX_WORD = 16;
/** For a node named without a port. */
const PORT = 1883;
const TLS_PORT = 8883;
const PATIENCE = '(trying; ^C leaves) ';
const MAX_PROMPT = 40;

export class Setup {
  readonly #options: SetupOptions;
  readonly #questions: readonly Question[];
  /** The answers so far. */
  #answers: Partial<Record<SetupKey, SettingValue | undefined>> = {};
  #at = 0;
  #state: 'answer' | 'checking' | 'choice' | 'storing' | 'ended' = 'answer';
  #commands: SetupCommand[] = [];

  constructor(options: SetupOptions) {
    this.#options = options;
    this.#questions = questions(options.wifi, options.tls);
  }

  begin(): SetupCommand[] {
    this.#say('Setup. Enter keeps what is in brackets, - clears it, ^C leaves all as it was.');
    this.#ask();
    return this.#take();
  }

  /** The person's answer to what was asked last. */
  line(text: string): SetupCommand[] {
    if (this.#state === 'checking') this.#commands.push({ kind: 'ask', prompt: PATIENCE, secret: false });
    else if (this.#state === 'choice') this.#choose(text.trim());
    else if (this.#state === 'answer') this.#answer(this.#question.secret ? text : text.trim());
    return this.#take();
  }

  /** @param problem one clause, or undefined when what was tried works. */
  checked(problem: string | undefined): SetupCommand[] {
    if (this.#state !== 'checking') return [];
    if (problem === undefined) {
      this.#say('  works');
      this.#next();
    } else {
      this.#say(`  does not work: ${problem}`);
      this.#state = 'choice';
      this.#commands.push({ kind: 'ask', prompt: CHOICE, secret: false });
    }
    return this.#take();
  }

  /** @param problem why nothing could be stored, or undefined. */
  stored(problem: string | undefined): SetupCommand[] {
    if (this.#state !== 'storing') return [];
    this.#end(problem === undefined ? 'Stored.' : `error: nothing was stored: ${problem}`);
    return this.#take();
  }

  /** The person leaves, or has left. @param why one clause */
  cancel(why = 'left'): SetupCommand[] {
    if (this.#state === 'ended') return [];
    this.#end(`Setup ${why}; nothing was changed.`);
    return this.#take();
  }

  get #question(): Question {
    return this.#questions[this.#at]!;
  }

  /** The trial concerns a single answer, and no secret: a new one may be typed at once. */
  get #alone(): boolean {
    const { group, secret } = this.#question;
    return !secret && this.#questions.filter(question => question.group === group).length === 1;
  }

  #take(): SetupCommand[] {
    const commands = this.#commands;
    this.#commands = [];
    return commands;
  }

  #say(text: string): void {
    this.#commands.push({ kind: 'say', text });
  }

  #value(key: SetupKey): SettingValue {
    if (Object.hasOwn(this.#answers, key)) return this.#answers[key] ?? this.#options.settings[key].default;
    return this.#options.value(key);
  }

  #text(key: SetupKey): string {
    return String(this.#value(key));
  }

  /** The present value of a question as text, '' for none. */
  #present({ keys }: Question): string {
    const [key, second] = keys;
    const value = this.#text(key);
    if (second === 'node.tls' && this.#value(second) !== true) return 'none';
    return second === 'node.port' && value !== '' ? hostAndPort(value, Number(this.#value(second))) : value;
  }

  #ask(): void {
    const question = this.#question;
    this.#state = 'answer';
    const present = this.#present(question);
    const shown = present === '' ? '' : question.secret ? 'keep it' : present;
    this.#say(question.explain);
    let prompt = `${question.prompt}${shown === '' ? '' : ` [${shown}]`}: `;
    if (prompt.length > MAX_PROMPT) {
      this.#say(`  now: ${shown}`);
      prompt = `${question.prompt} [as it is]: `;
    }
    this.#commands.push({ kind: 'ask', prompt, secret: question.secret });
  }

  #answer(text: string): void {
    const question = this.#question;
    const problem = this.#accept(question, text);
    if (problem === undefined) {
      this.#check();
      return;
    }
    this.#say(`  ${problem}`);
    this.#ask();
  }

  /** Takes an answer. @returns what is wrong with it. */
  #accept(question: Question, text: string): string | undefined {
    const [key, second] = question.keys;
    if (text === '') {
      return question.optional || this.#present(question) !== '' ? undefined : 'an answer is needed here';
    }
    if (text === '-' && question.optional) {
      this.#answers[key] = undefined;
      if (second === 'node.tls') this.#answers[second] = undefined;
      return undefined;
    }
    const address = second === 'node.port' ? parseNodeAddress(text) : { host: text, port: undefined };
    if ('error' in address) return address.error;
    const checked = parseValue(this.#options.settings[key], address.host);
    if ('error' in checked) return checked.error;
    if (second === 'node.port') {
      // Without a port it is the usual one, not one tried before or belonging to another node.
      const usual = this.#value('node.tls') === true ? TLS_PORT : PORT;
      const port = parseValue(this.#options.settings['node.port'], address.port ?? String(usual));
      if ('error' in port) return `port: ${port.error}`;
      if (port.value !== this.#value('node.port')) this.#answers['node.port'] = port.value;
    }
    const clash = this.#options.clash({ [key]: checked.value });
    if (clash !== undefined) return clash;
    this.#answers[key] = checked.value;
    if (second === 'node.tls') this.#answers[second] = true;
    return undefined;
  }

  /** Tries what the answers so far allow to try. */
  #check(): void {
    const check = this.#checkOf(this.#question);
    if (check === undefined) {
      this.#next();
      return;
    }
    this.#state = 'checking';
    const node = check.kind === 'wifi' ? '' : hostAndPort(check.host, check.port);
    if (check.kind === 'wifi') this.#say(`  joining ${check.ssid} ...`);
    else if (check.kind === 'node') this.#say(`  connecting to ${node}${check.tls ? ' with TLS' : ''} ...`);
    else this.#say(`  signing in at ${node} as ${check.device} ...`);
    this.#commands.push({ kind: 'ask', prompt: PATIENCE, secret: false }, { kind: 'check', check });
  }

  #checkOf({ check }: Question): SetupCheck | undefined {
    const host = this.#text('node.host');
    const port = Number(this.#value('node.port'));
    const tls = this.#value('node.tls') === true;
    const fingerprint = tls ? this.#text('node.fingerprint') : '';
    switch (check) {
      case 'wifi':
        return { kind: 'wifi', ssid: this.#text('wifi.ssid'), password: this.#text('wifi.password') };
      case 'tcp':
        // The certificate is asked for next; a board that lacks the required TLS says so here.
        return { kind: 'node', host, port, tls: tls && !this.#options.tls, fingerprint: '' };
      case 'tls':
        return tls ? { kind: 'node', host, port, tls, fingerprint } : undefined;
      case 'login': {
        const [device, secret] = [this.#text('device.id'), this.#text('device.secret')];
        return { kind: 'login', host, port, tls, fingerprint, device, secret };
      }
      default:
        return undefined;
    }
  }

  #choose(text: string): void {
    const word = text.toLowerCase();
    if (word === '' || 'retry'.startsWith(word)) this.#check();
    else if ('keep'.startsWith(word)) this.#next();
    else if ('change'.startsWith(word)) {
      // The first question that the check was about.
      const { group } = this.#question;
      while (this.#at > 0 && this.#questions[this.#at - 1]!.group === group) this.#at--;
      this.#ask();
    } else if (this.#alone && !(word.length <= MAX_WORD && only(word, LOWER))) {
      this.#answer(text); // what to try instead; a lone word is more likely a typo
    } else {
      this.#say('  retry tries again, change asks again, keep takes it as it is');
      this.#commands.push({ kind: 'ask', prompt: CHOICE, secret: false });
    }
  }

  #next(): void {
    this.#at++;
    if (this.#at < this.#questions.length) {
      this.#ask();
      return;
    }
    if (Object.keys(this.#answers).length === 0) {
      this.#end('Nothing was changed.');
      return;
    }
    this.#state = 'storing';
    this.#commands.push({ kind: 'store', values: { ...this.#answers } });
  }

  #end(text: string): void {
    this.#state = 'ended';
    this.#answers = {};
    this.#commands.push({ kind: 'ask', prompt: '', secret: false });
    this.#say(text);
    this.#commands.push({ kind: 'end' });
  }
}
