/**
 * Which rules a script is held to. Names and meanings are those of Bitcoin Core's script verification flags
 * (script/interpreter.h).
 * @module
 */
export const P2SH = 1;
export const STRICTENC = 1 << 1;
export const DERSIG = 1 << 2;
export const LOW_S = 1 << 3;
export const NULLDUMMY = 1 << 4;
export const SIGPUSHONLY = 1 << 5;
export const MINIMALDATA = 1 << 6;
export const DISCOURAGE_UPGRADABLE_NOPS = 1 << 7;
export const CLEANSTACK = 1 << 8;
export const CHECKLOCKTIMEVERIFY = 1 << 9;
export const CHECKSEQUENCEVERIFY = 1 << 10;
export const WITNESS = 1 << 11;
export const DISCOURAGE_UPGRADABLE_WITNESS_PROGRAM = 1 << 12;
export const MINIMALIF = 1 << 13;
export const NULLFAIL = 1 << 14;
export const WITNESS_PUBKEYTYPE = 1 << 15;
export const CONST_SCRIPTCODE = 1 << 16;
export const TAPROOT = 1 << 17;
export const DISCOURAGE_UPGRADABLE_TAPROOT_VERSION = 1 << 18;
export const DISCOURAGE_OP_SUCCESS = 1 << 19;
export const DISCOURAGE_UPGRADABLE_PUBKEYTYPE = 1 << 20;
/** Not a flag there: the limits of IsWitnessStandard (policy/policy.cpp). */
export const WITNESS_LIMITS = 1 << 21;

/** What a block is held to today (MANDATORY_SCRIPT_VERIFY_FLAGS). */
export const CONSENSUS =
  P2SH | DERSIG | NULLDUMMY | CHECKLOCKTIMEVERIFY | CHECKSEQUENCEVERIFY | WITNESS | TAPROOT;

/** What Bitcoin Core asks on top before it relays (STANDARD_SCRIPT_VERIFY_FLAGS). */
export const POLICY =
  STRICTENC |
  LOW_S |
  MINIMALDATA |
  DISCOURAGE_UPGRADABLE_NOPS |
  CLEANSTACK |
  DISCOURAGE_UPGRADABLE_WITNESS_PROGRAM |
  MINIMALIF |
  NULLFAIL |
  WITNESS_PUBKEYTYPE |
  CONST_SCRIPTCODE |
  DISCOURAGE_UPGRADABLE_TAPROOT_VERSION |
  DISCOURAGE_OP_SUCCESS |
  DISCOURAGE_UPGRADABLE_PUBKEYTYPE;
