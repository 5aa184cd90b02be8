import type { Migration } from '../../database.js';
import { serviceSchema } from './001-service.js';

/** The service's steps, oldest first. */
export const serviceMigrations: readonly Migration[] = [serviceSchema];
