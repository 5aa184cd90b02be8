/**
 * Bounds of wire protocol v1. Every parser checks them before it reads or stores what they bound; docs/protocol.md
 * section "Limits" lists them. A board with 320 KB of RAM holds one packet, one job and one JSON text at a time.
 */

/** First byte of every binary message, `v` of every JSON message, and the second level of every topic. */
export const PROTOCOL_VERSION = 1;

/** Whole MQTT control packet in bytes, fixed header included, in both directions. */
export const MAX_PACKET = 8192;

/** A JSON message in bytes, as UTF-8. */
export const MAX_JSON = 1024;
/** Nested arrays and objects of a JSON message. Bounds the recursion of the engine's parser, not our schema. */
export const MAX_JSON_DEPTH = 8;

/** Topic in bytes: "mite/1/" + 32 + "/" + the longest kind. */
export const MAX_TOPIC = 64;

/** Headers in one headers message. */
export const MAX_HEADERS = 64;

/** Whole offer message in bytes: the transaction and the outputs that it spends. */
export const MAX_OFFER = 4096;
/** A txoutproof in a proof message, in bytes. */
export const MAX_PROOF = 4096;

/** Subscriptions in one SUBSCRIBE. */
export const MAX_SUBSCRIPTIONS = 12;

export const UINT32_MAX = 0xffff_ffff;

/** Client identifier, user name and password in bytes, each. */
export const MAX_CREDENTIAL = 128;
