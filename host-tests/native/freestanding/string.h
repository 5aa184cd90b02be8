/* For compile checks where no C library is installed: what the search module asks of one. */
#ifndef MITE_FREESTANDING_STRING_H
#define MITE_FREESTANDING_STRING_H

#include <stddef.h>

void *memcpy(void *restrict to, const void *restrict from, size_t length);
void *memmove(void *to, const void *from, size_t length);
void *memset(void *to, int byte, size_t length);
int memcmp(const void *a, const void *b, size_t length);
size_t strlen(const char *text);
size_t strcspn(const char *text, const char *characters);
int strcmp(const char *a, const char *b);

#endif
