/** What judge.ts measures, as a bundle that is preloaded like the firmware. */
export { hexToBytes } from '../../firmware/domain/bytes.js';
export { useSha256, useSha256d } from '../../firmware/domain/hash.js';
export { Judging, judge } from '../../firmware/domain/judge/judge.js';
