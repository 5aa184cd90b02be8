/*
 * Registers of the ESP32's SHA accelerator, offsets from its base (0x3ff03000). Names as in the Technical
 * Reference Manual, chapter "SHA Accelerator", and ESP-IDF's soc/hwcrypto_reg.h. Words of TEXT are numbers:
 * the message's first byte is the highest.
 */
#ifndef MITE_SHA_CLASSIC_H
#define MITE_SHA_CLASSIC_H

#include "sha_engine.h"

#define MITE_CLASSIC_TEXT 0x00u     /* SHA_TEXT_0_REG .. SHA_TEXT_15_REG: a block, or after LOAD a digest */
#define MITE_CLASSIC_START 0x90u    /* SHA_SHA256_START_REG: a message's first block */
#define MITE_CLASSIC_CONTINUE 0x94u /* SHA_SHA256_CONTINUE_REG: its next block */
#define MITE_CLASSIC_LOAD 0x98u     /* SHA_SHA256_LOAD_REG: the digest to TEXT_0..7 */
#define MITE_CLASSIC_BUSY 0x9cu     /* SHA_SHA256_BUSY_REG */

/* Where a hash waits: before CONTINUE, LOAD, START of the second hash, LOAD, and reading. */
enum { CLASSIC_BLOCK1, CLASSIC_BLOCK2, CLASSIC_LOAD1, CLASSIC_HASH2, CLASSIC_LOAD2 };

extern struct mite_sha_engine mite_sha_classic;
extern const struct mite_backend mite_backend_sha_classic;

#endif
