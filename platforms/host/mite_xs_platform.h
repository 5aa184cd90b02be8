/*
 * What XS asks of its platform, for a POSIX host. XS's sources and ours see it through -DXSPLATFORM.
 * Of the hooks that are not left to XS's defaults, heap.c has chunk and slot allocation (the budget of a
 * chip), flash.c modules, machine.c promise jobs and abort.
 */
#ifndef MITE_XS_PLATFORM_H
#define MITE_XS_PLATFORM_H

#include <arpa/inet.h>
#include <ctype.h>
#include <float.h>
#include <math.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#if defined(__linux__)
#undef mxLinux
#define mxLinux 1
#elif defined(__APPLE__)
#undef mxMacOSX
#define mxMacOSX 1
#else
#error "platforms/host knows Linux and macOS"
#endif
#undef mxLittleEndian
#define mxLittleEndian 1

#ifndef mxExport
#define mxExport extern
#define mxImport extern
#endif
#define XS_FUNCTION_NORETURN __attribute__((noreturn))

#define mxUseGCCAtomics 1
#define mxUsePOSIXThreads 1
#define mxUseDefaultBuildKeys 1
#define mxUseDefaultParseScript 1
#define mxUseDefaultSharedChunks 1

/* Strings behave as the language says: their units are UTF-16's, whatever they are stored as. */
#define mxCESU8 1

/* A slot has room for 32-bit identifiers on 64-bit machines. In a 32-bit build it has 16 bytes, as on a chip.
 */
#if INTPTR_MAX == INT64_MAX
#define mx32bitID 1
#endif

/* `heap` is set for the budgeted machine only (see machine.h); `jobs` when promise jobs wait. */
#define mxMachinePlatform                                                                                    \
  void *waiterCondition; /* these three are XS's, for shared buffers */                                      \
  void *waiterData;                                                                                          \
  void *waiterLink;                                                                                          \
  struct mite_heap *heap;                                                                                    \
  int jobs;

#endif
