/** The command line of the host board. */

export interface BoardArguments {
  readonly data: string;
  /** "key=value" settings for this run, in order. */
  readonly overrides: readonly string[];
  readonly json: boolean;
  /** End with the input: whoever started the board is gone. */
  readonly untilEof: boolean;
  /** The console is on a pseudo-terminal, with a link to it unless ''. Undefined: stdin and stdout. */
  readonly pty?: string;
  /**
   * With `pty`: the console's output also goes to stdout, and lines on stdin are commands, with `status` answered in
   * JSON.
   */
  readonly report?: boolean;
  /** Files that stand for an input pin and the temperature sensor; undefined: the board has none. */
  readonly pin?: string;
  readonly temperature?: string;
  /** For tests: milliseconds that a new firmware image has to reach the node. */
  readonly trialMs?: number;
}

export type ParsedArguments =
  | { readonly kind: 'run'; readonly options: BoardArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly problem: string };

/** The native side takes 4095 bytes, and a character is up to 4. */
const MAX_FILE_NAME = 1000;

export const USAGE = `Usage: mite-board --data DIR [options]
The emulated board: mines for the trusted node that its settings name. Its console is on stdin and stdout.

  --data DIR         where the board keeps its settings; made when it is missing
  --set KEY=VALUE    a setting for this run only, for example node.host=127.0.0.1; may be repeated
  --threads N        short for --set mining.threads=N
  --json             the console starts in JSON mode
  --pty [LINK]       the console is on a new pseudo-terminal, as on a serial port: its name is printed, and LINK, if
                     given, is made a symbolic link to it
  --report           with --pty, for the program that starts the board: what the console says comes on stdout, too;
                     lines on stdin are commands, and "status" is answered there in JSON
  --pin FILE         the board has input pins: all of them are FILE, which holds 0 or 1
  --temperature FILE the board has a temperature sensor: FILE holds degrees Celsius
  --firmware FILE    first: FILE is the built-in firmware (build/bundle/mite.js, or another build of it)
  --trial SECONDS    for tests: time that a new firmware image has to reach the node (300)
  --until-eof        stop when standard input ends; otherwise the board goes on without a console
  --help, --version`;

/** Never throws. What a setting may hold is checked by the firmware. */
export function parseArguments(words: readonly string[]): ParsedArguments {
  let data: string | undefined;
  let json = false;
  let trialMs: number | undefined;
  let untilEof = false;
  let pty: string | undefined;
  let report = false;
  const inputs: { pin?: string; temperature?: string } = {};
  const overrides: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const equals = word.startsWith('--') ? word.indexOf('=') : -1;
    const option = equals < 0 ? word : word.slice(0, equals);
    switch (option) {
      case '--help':
      case '-h':
        return { kind: 'help' };
      case '--version':
        return { kind: 'version' };
      case '--json':
        if (equals >= 0) return wrong('--json takes no value');
        json = true;
        break;
      case '--report':
        if (equals >= 0) return wrong('--report takes no value');
        report = true;
        break;
      case '--until-eof':
        if (equals >= 0) return wrong('--until-eof takes no value');
        untilEof = true;
        break;
      case '--pty': {
        const next = words[i + 1];
        if (equals >= 0) pty = word.slice(equals + 1);
        else if (next === undefined || next.startsWith('-')) pty = '';
        else pty = words[++i]!;
        if (equals >= 0 && pty === '') return wrong('--pty= needs a value');
        break;
      }
      case '--trial': {
        const seconds = Number(equals < 0 ? words[++i] : word.slice(equals + 1));
        if (!(Number.isInteger(seconds) && seconds >= 1 && seconds <= 300))
          return wrong('--trial needs 1 to 300');
        trialMs = seconds * 1000;
        break;
      }
      case '--pin':
      case '--temperature': {
        const file = equals < 0 ? words[++i] : word.slice(equals + 1);
        if (file === undefined || file === '') return wrong(`${option} needs a value`);
        if (file.length > MAX_FILE_NAME) return wrong(`${option}: the name is too long`);
        inputs[option === '--pin' ? 'pin' : 'temperature'] = file;
        break;
      }
      case '--data':
      case '--set':
      case '--threads': {
        const value = equals < 0 ? words[++i] : word.slice(equals + 1);
        if (value === undefined || value === '') return wrong(`${option} needs a value`);
        if (option === '--data') data = value;
        else overrides.push(option === '--set' ? value : `mining.threads=${value}`);
        break;
      }
      default:
        return wrong(`unknown argument ${option.slice(0, 64)}`); // what follows "=" may be a secret
    }
  }
  if (data === undefined) return wrong('--data DIR is missing');
  const options = { data, overrides, json, untilEof, ...inputs, ...(trialMs !== undefined && { trialMs }) };
  if (pty !== undefined) return { kind: 'run', options: { ...options, pty, ...(report && { report }) } };
  return report ? wrong('--report goes with --pty') : { kind: 'run', options };
}

function wrong(problem: string): ParsedArguments {
  return { kind: 'wrong', problem: `${problem}; see mite-board --help` };
}
