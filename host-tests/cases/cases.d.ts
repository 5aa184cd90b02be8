/** build/bundle/cases.js: what the XS runner imports. */
export { type Case, runCase } from './case.js';
export { cases } from './index.js';
