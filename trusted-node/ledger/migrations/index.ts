import type { Migration } from '../../database.js';
import { ledgerSchema } from './001-ledger.js';
import { balanceIndex } from './002-balance.js';

/** The ledger's steps, oldest first. */
export const ledgerMigrations: readonly Migration[] = [ledgerSchema, balanceIndex];
