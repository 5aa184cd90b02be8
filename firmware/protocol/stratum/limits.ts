/** Bounds of what a Stratum server may send; anything beyond is refused, counted, and changes nothing. */

/** A line in bytes, without its end. */
export const MAX_LINE = 16_384;
/** Nested arrays and objects: the answer to subscribe has four. */
export const MAX_DEPTH = 8;
/** Parameters of one message. */
export const MAX_PARAMETERS = 16;
/** The parts of the coinbase in bytes, each. */
export const MAX_COINBASE_PART = 8_192;
/** A job's id in characters. */
export const MAX_JOB_ID = 64;
/** The server's part of the extranonce in bytes, and the miner's. */
export const MAX_EXTRANONCE1 = 16;
export const MAX_EXTRANONCE2 = 16;
/** A session's id in characters. */
export const MAX_SESSION_ID = 128;
/** What a server says for people, in characters. */
export const MAX_TEXT = 120;
/** Longest wait before a reconnect that a server may ask for, seconds. */
export const MAX_WAIT = 600;
