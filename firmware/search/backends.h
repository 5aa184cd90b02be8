/* The search backends of this build, and which of them this machine can use. */
#ifndef MITE_BACKENDS_H
#define MITE_BACKENDS_H

#include "kernel.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * The backends compiled in and usable here, probably fastest first, the portable one last, then NULL. The
 * first call asks each backend whether it is usable, and must return before other threads call; after that
 * any thread may.
 */
const struct mite_backend *const *mite_backends(void);

/* One of mite_backends() by its name, or NULL (also for a NULL name). */
const struct mite_backend *mite_backend_named(const char *name);

/* Processors that the compiler's target names. */
#if defined(__x86_64__)
extern const struct mite_backend mite_backend_sha_ni, mite_backend_avx2;
#endif

#if defined(__aarch64__) && defined(__ARM_NEON)
extern const struct mite_backend mite_backend_sha2_arm64;
#endif

/* What a chip's build switches on. */
#if defined(MITE_BACKEND_SHA_CLASSIC)
extern const struct mite_backend mite_backend_sha_classic; /* the SHA engine of the ESP32 */
#endif
#if defined(MITE_BACKEND_SHA_RESTORE)
extern const struct mite_backend mite_backend_sha_restore; /* that of S2, S3, C3, C6 */
#endif
#if defined(MITE_BACKEND_XTENSA)
extern const struct mite_backend mite_backend_xtensa; /* assembly: xtensa/kernel.S */
#endif
#if defined(MITE_BACKEND_RISCV)
extern const struct mite_backend mite_backend_riscv; /* assembly: riscv/kernel.S */
#endif

#ifdef __cplusplus
}
#endif

#endif
