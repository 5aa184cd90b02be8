/** How often the board reports its state to the node. */
import { integer, type Values } from '../../settings/kinds.js';

export const statusSettings = {
  'status.interval': integer({
    default: 10,
    minimum: 1,
    maximum: 3600,
    help: 'seconds between status messages to the node',
  }),
};

export type StatusValues = Values<typeof statusSettings>;
