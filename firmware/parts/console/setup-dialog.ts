/** `setup` on a console: the dialog's questions go out, answers and trials come back, and at the end all is stored. */

import type { Configuration } from '../../settings/configuration.js';
import type { ConfigCommand } from './config-command.js';
import type { Trials } from './console-host.js';
import type { Replies } from './replies.js';
import { Setup, type SetupCommand, type SetupValues } from './setup.js';
import type { SetupSettings } from './setup-questions.js';

/** Setup is trying out a Wi-Fi other than the board's own. */
const SETUP_IDLE_MS = 300_000;

export class SetupDialog {
  readonly #configuration: Configuration<SetupSettings>;
  readonly #replies: Replies;
  readonly #trials: Trials;
  readonly #config: ConfigCommand;
  #setup: Setup | undefined;
  /** When the last answer came; undefined: since the last tick. */
  #answeredAt: number | undefined;

  constructor(
    configuration: Configuration<SetupSettings>,
    replies: Replies,
    trials: Trials,
    config: ConfigCommand,
  ) {
    this.#configuration = configuration;
    this.#replies = replies;
    this.#trials = trials;
    this.#config = config;
  }

  begin(): void {
    const configuration = this.#configuration;
    this.#answeredAt = undefined;
    this.#setup = new Setup({
      ...this.#trials.options(),
      settings: configuration.schema,
      value: key => configuration.value(key),
      clash: values => configuration.clash(values),
    });
    this.#replies.holding = true;
    this.#run(this.#setup.begin());
  }

  /** @returns whether the line was an answer */
  line(text: string): boolean {
    if (this.#setup === undefined) return false;
    this.#answeredAt = undefined;
    this.#run(this.#setup.line(text));
    return true;
  }

  cancel(): void {
    if (this.#setup !== undefined) this.#run(this.#setup.cancel());
  }

  /** Once a second or so: leaves the dialog when nobody answers. @param now ms of a clock that never goes back */
  tick(now: number): void {
    if (this.#setup === undefined) return;
    this.#answeredAt ??= now;
    if (now - this.#answeredAt < SETUP_IDLE_MS) return;
    this.#run(this.#setup.cancel('ended, since nobody answered for 5 minutes'));
  }

  #run(commands: readonly SetupCommand[]): void {
    const replies = this.#replies;
    for (const command of commands) {
      switch (command.kind) {
        case 'say':
          replies.write(command.text);
          break;
        case 'ask':
          if (replies.output.ask) replies.output.ask(command.prompt, command.secret);
          else if (command.prompt !== '') replies.write(command.prompt);
          break;
        case 'check':
          this.#trials.start(command.check, problem => this.#run(this.#setup?.checked(problem) ?? []));
          break;
        case 'store':
          this.#store(command.values);
          break;
        case 'end':
          this.#setup = undefined;
          replies.holding = false;
          this.#trials.end();
          replies.tellHeld();
          break;
      }
    }
  }

  #store(values: SetupValues): void {
    const problem = this.#config.store(values);
    if (problem === undefined) this.#config.use(Object.keys(values));
    this.#run(this.#setup?.stored(problem) ?? []);
  }
}
