/** What one connection, and one address, may cost the node. Times in milliseconds. */

/** Bytes of a line: the longest that miners send (a submit with a long user name) has a few hundred. */
export const MAX_LINE = 16_384;
/** Connections in all, and of one address. Behind a router or a container's proxy, all miners have one. */
export const MAX_CONNECTIONS = 4_096;
export const MAX_OF_ADDRESS = 1_024;
/** Of one address, not yet authorised. */
export const MAX_STRANGERS = 64;
/** New connections of one address. */
export const CONNECTS = { burst: 256, interval: 50 };
/** Refused logins of one address. */
export const REFUSALS = { burst: 20, interval: 3_000 };
/** Addresses that are remembered; beyond them new ones wait until an old one is forgotten. */
export const MAX_ADDRESSES = 10_000;
/** Requests of one connection; further ones are read later. */
export const REQUESTS = { burst: 400, interval: 10 };
/** Malformed lines in a row until the connection ends. */
export const MAX_MALFORMED = 20;
/** Refused logins until the connection ends. */
export const MAX_REFUSED = 5;
/** Shares that wait for their answer; further requests are read later. */
export const MAX_PENDING = 256;
/** Newest shares of a connection, among which a second one of the same content is a duplicate. */
export const MAX_SENT = 4_096;
/** Jobs of which shares are still taken. Older ones are unknown. */
export const MAX_JOBS = 128;
/** Bytes written that the miner has not taken: it does not read. */
export const MAX_UNREAD = 262_144;
/** From the connection to its authorisation. */
export const LOGIN_MS = 60_000;
/** For TLS to begin. */
export const HANDSHAKE_MS = 20_000;
/** From a line's first byte to its last. */
export const LINE_MS = 30_000;
/** Without a whole line. */
export const IDLE_MS = 3_600_000;
/** A worker that was silent for this long gives way to a connection from another address. */
export const STANDING_MS = 90_000;
/** Between two looks at the deadlines. */
export const TICK_MS = 1_000;
/** For connections to end by themselves when the node stops. */
export const CLOSE_MS = 2_000;
