/** A command line made with commander, whose every failure is one line on standard error. @module */
import { type Command, CommanderError } from 'commander';
import { OutputError, remark, write } from './output.js';

/** "error: unknown command 'staus'" and a guess on the next line, joined into one line like every failure. */
function complaint(text: string): string {
  const [problem = '', guess] = text
    .trim()
    .replace(/^error: /, '')
    .split('\n');
  return `${problem}${guess === undefined ? '' : ` ${guess.replace('Did', 'did')}`}`;
}

/**
 * Runs what the arguments ask for; without any, shows the help. Sets the exit code: 0 done, 1 failed, 2 wrong use. It
 * is no failure if the reader of the output went away.
 * @param explain one line for any error
 * @param isWrongUse which of the errors that the command throws are wrong use
 */
export async function runProgram(
  program: Command,
  explain: (error: unknown) => string,
  isWrongUse: (error: unknown) => boolean,
): Promise<void> {
  const say = (line: string) => remark(`${program.name()}: ${line}`);
  const prepare = (command: Command): void => {
    command.exitOverride();
    command.configureOutput({
      writeOut: write,
      writeErr: text => remark(text.replace(/\n$/, '')),
      outputError: text => say(complaint(text)),
    });
    command.commands.forEach(prepare);
  };
  prepare(program);
  try {
    if (process.argv.length <= 2) program.outputHelp();
    else await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has printed its line. "help" and "version" are not failures.
      process.exitCode = error.exitCode === 0 ? 0 : 2;
    } else if (!(error instanceof OutputError && error.closed)) {
      say(explain(error));
      process.exitCode = isWrongUse(error) ? 2 : 1;
    }
  }
}
