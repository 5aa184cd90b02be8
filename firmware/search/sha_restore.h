/*
 * Registers of the SHA accelerator of ESP32-S2, S3, C3 and C6, offsets from its base; "typical" mode. Names
 * as in the Technical Reference Manuals, chapter "SHA Accelerator (SHA)", and ESP-IDF's soc/hwcrypto_reg.h
 * (C6: soc/sha_reg.h). Words of H and M are in memory order: the message's first byte is the lowest.
 */
#ifndef MITE_SHA_RESTORE_H
#define MITE_SHA_RESTORE_H

#include "sha_engine.h"

#define MITE_RESTORE_MODE 0x00u     /* SHA_MODE_REG */
#define MITE_RESTORE_START 0x10u    /* SHA_START_REG: from SHA-256's initial state */
#define MITE_RESTORE_CONTINUE 0x14u /* SHA_CONTINUE_REG: from the state in H */
#define MITE_RESTORE_BUSY 0x18u     /* SHA_BUSY_REG */
#define MITE_RESTORE_H 0x40u        /* SHA_H_MEM: state before CONTINUE, digest after */
#define MITE_RESTORE_M 0x80u        /* SHA_M_MEM (SHA_TEXT_BASE): the block */
#define MITE_RESTORE_SHA256 2u      /* of MODE */

/* Where a hash waits: before reading H of the first and of the second hash. */
enum { RESTORE_HASH1, RESTORE_HASH2 };

extern struct mite_sha_engine mite_sha_restore;
extern const struct mite_backend mite_backend_sha_restore;

#endif
