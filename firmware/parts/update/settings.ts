/** Who decides about a firmware update. */
import { choice, type Values } from '../../settings/kinds.js';
import { UPDATE_MODES } from './events.js';

export const updateSettings = {
  'update.mode': choice({
    default: 'ask',
    choices: UPDATE_MODES,
    help: 'what to do with a signed firmware update: refuse it (off), offer it here (ask), or install it (auto)',
  }),
};

export type UpdateValues = Values<typeof updateSettings>;
