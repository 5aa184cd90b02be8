/** What the console shows by itself. */
import { choice, type Values } from '../../settings/kinds.js';

export const consoleSettings = {
  'log.level': choice({
    default: 'info',
    choices: ['error', 'warn', 'info', 'debug'],
    help: 'which log lines the console shows',
  }),
};

export type ConsoleValues = Values<typeof consoleSettings>;
