/** What chain.ts measures, as a bundle that is preloaded like the firmware. */

export { expectedBits, genesisPoint, nextPoint } from '../../firmware/domain/chain-point.js';
export { useSha256, useSha256d } from '../../firmware/domain/hash.js';
export { NETWORKS } from '../../firmware/domain/networks.js';
export { compactToTarget, meetsTarget } from '../../firmware/domain/target.js';
export { ChainFollower } from '../../firmware/parts/chain/follower.js';
export { RECORD_LENGTH } from '../../firmware/parts/chain/record.js';
export { encodeGetHeaders } from '../../firmware/protocol/mite/getheaders.js';
export { decodeHeaders, encodeHeaders } from '../../firmware/protocol/mite/headers.js';
