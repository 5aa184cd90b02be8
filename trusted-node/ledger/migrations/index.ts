import type { Migration } from '../../store/sqlite/database.js';
import { ledgerSchema } from './001-ledger.js';
import { balanceIndex } from './002-balance.js';
import { attestations } from './003-attestations.js';
import { confirmedIndex } from './004-confirmed.js';

/** The ledger's steps, oldest first. */
export const ledgerMigrations: readonly Migration[] = [
  ledgerSchema,
  balanceIndex,
  attestations,
  confirmedIndex,
];
