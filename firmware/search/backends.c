#include "backends.h"

#include <string.h>

static const struct mite_backend *const COMPILED[] = {
#if defined(MITE_BACKEND_SHA_CLASSIC)
    &mite_backend_sha_classic,
#endif
#if defined(MITE_BACKEND_SHA_RESTORE)
    &mite_backend_sha_restore,
#endif
#if defined(MITE_BACKEND_XTENSA)
    &mite_backend_xtensa,
#endif
#if defined(MITE_BACKEND_RISCV)
    &mite_backend_riscv,
#endif
#if defined(__aarch64__) && defined(__ARM_NEON)
    &mite_backend_sha2_arm64,
#endif
#if defined(__x86_64__)
    &mite_backend_sha_ni,      &mite_backend_avx2,
#endif
    &mite_backend_portable,
};
#define COMPILED_COUNT (sizeof COMPILED / sizeof *COMPILED)

const struct mite_backend *const *mite_backends(void) {
  static const struct mite_backend *usable[COMPILED_COUNT + 1];
  static bool asked;
  if (!asked) {
    size_t count = 0;
    for (size_t i = 0; i < COMPILED_COUNT; i++)
      if (!COMPILED[i]->usable || COMPILED[i]->usable())
        usable[count++] = COMPILED[i];
    asked = true;
  }
  return usable;
}

const struct mite_backend *mite_backend_named(const char *name) {
  for (const struct mite_backend *const *at = mite_backends(); name && *at; at++)
    if (strcmp((*at)->name, name) == 0)
      return *at;
  return NULL;
}
