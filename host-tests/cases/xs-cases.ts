/** The bundle of all cases for XS. */
export { runCase } from './case.js';
export { cases } from './index.js';
