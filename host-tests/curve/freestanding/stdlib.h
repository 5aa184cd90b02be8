/* For chips without a C library: what libsecp256k1 names and does not call here. */
#ifndef MITE_FREESTANDING_STDLIB_H
#define MITE_FREESTANDING_STDLIB_H

#include <stddef.h>

void *malloc(size_t length);
void *realloc(void *memory, size_t length);
void free(void *memory);
_Noreturn void abort(void);

#endif
