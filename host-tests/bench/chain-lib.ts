/** What chain.ts measures, as a bundle that is preloaded like the firmware. */
export { ChainFollower } from '../../firmware/chain/follower.js';
export { RECORD_LENGTH } from '../../firmware/chain/record.js';
export { expectedBits, genesisPoint, nextPoint } from '../../firmware/domain/chain-point.js';
export { useSha256, useSha256d } from '../../firmware/domain/hash.js';
export { NETWORKS } from '../../firmware/domain/networks.js';
export { compactToTarget, meetsTarget } from '../../firmware/domain/target.js';
export { encodeGetHeaders } from '../../firmware/protocol/getheaders.js';
export { decodeHeaders, encodeHeaders } from '../../firmware/protocol/headers.js';
