/** Prints firmware/search/xtensa/kernel.S: `make xtensa-listing`. The same bytes every time. */
import { listing } from './listing.js';

console.log(listing().slice(0, -1));
