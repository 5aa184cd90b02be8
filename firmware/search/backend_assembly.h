/*
 * The assembly kernels of xtensa/kernel.S and riscv/kernel.S, for backend_assembly.c: a build has one of
 * them. Reentrant; 512 bytes of stack on Xtensa, 816 on RISC-V. The input is copied, except w3, which returns
 * the nonce that was found.
 *
 * W3 is the nonce as the schedule has it, bytes swapped, so its highest byte counts up. They try w3, w3 +
 * 2^24, ... up to the one before `end`, 256 at most (w3 == end at the start means 256).
 */
#ifndef MITE_BACKEND_ASSEMBLY_H
#define MITE_BACKEND_ASSEMBLY_H

#include "kernel.h"

struct mite_assembly_one {
  uint32_t midstate[8], after3[8], kh[3];                         /* of struct mite_version */
  uint32_t w16, w17, w18, w19, w31, w32, w33, kw16, kw17, reject; /* of struct mite_job */
  uint32_t w3, end;
};

struct mite_assembly_many {
  uint32_t w16, w17, w18, w19, w31, w32, w33, kw16, kw17, reject;
  uint32_t w3, end;
  const struct mite_version *versions, *versions_end;
};

/* 1 when the nonce in w3 may meet the target, 0 when none does. */
uint32_t mite_assembly_scan_one(struct mite_assembly_one *input);
/* The versions, as bits, with which the nonce in w3 may meet the target; 0 when there is none. */
uint32_t mite_assembly_scan_many(struct mite_assembly_many *input);

#endif
