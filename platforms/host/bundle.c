#include "bundle.h"

/* clang-format off */
#define INCLUDE(NAME, FILE)                                                                                          \
  __asm__(".section .rodata\n"                                                                                       \
          ".global mite_bundle_" NAME ", mite_bundle_" NAME "_end\n"                                                 \
          "mite_bundle_" NAME ":\n.incbin \"" FILE "\"\n"                                                            \
          "mite_bundle_" NAME "_end:\n.byte 0\n"                                                                     \
          ".previous\n")
/* clang-format on */

INCLUDE("host", "host.js");
INCLUDE("mite", "mite.js");
