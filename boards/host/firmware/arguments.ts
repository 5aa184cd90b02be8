/** The command line of the host board. */

export interface BoardArguments {
  readonly data: string;
  /** "key=value" settings for this run, in order. */
  readonly overrides: readonly string[];
  readonly json: boolean;
  /** End with the input: whoever started the board has ended. */
  readonly untilEof: boolean;
}

export type ParsedArguments =
  | { readonly kind: 'run'; readonly options: BoardArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly problem: string };

export const USAGE = `Usage: mite-board --data DIR [options]
The emulated board: mines for the trusted node that its settings name. Its console is on stdin and stdout.

  --data DIR         where the board keeps its settings; made when it is missing
  --set KEY=VALUE    a setting for this run only, for example node.host=127.0.0.1; may be repeated
  --threads N        short for --set mining.threads=N
  --json             the console starts in JSON mode
  --until-eof        stop when standard input ends; otherwise the board goes on without a console
  --help, --version`;

/** Never throws. What a setting may hold is checked by the firmware. */
export function parseArguments(words: readonly string[]): ParsedArguments {
  let data: string | undefined;
  let json = false;
  let untilEof = false;
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
      case '--until-eof':
        if (equals >= 0) return wrong('--until-eof takes no value');
        untilEof = true;
        break;
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
  return { kind: 'run', options: { data, overrides, json, untilEof } };
}

function wrong(problem: string): ParsedArguments {
  return { kind: 'wrong', problem: `${problem}; see mite-board --help` };
}
