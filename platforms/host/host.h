/*
 * What the host's C files share. Natives are named xs_mite_host_*; firmware/platform.ts is their only caller
 * and says what each does. Natives check every argument and throw; no argument can break the host.
 */
#ifndef MITE_HOST_H
#define MITE_HOST_H

#include <stddef.h>
#include <stdint.h>

#include "machine.h"
#include "native_arguments.h"
#include "process.h"

/* system.c */
void mite_system_open(void);

/* console.c */
void mite_console_open(void);
/* Queues a line for stdout. Never blocks: once 64 KB are waiting, lines are dropped, and counted in the
 * output. */
void mite_console_write(const char *line);
/* Writes what is queued, waiting for the reader for at most `milliseconds`. */
void mite_console_flush(uint32_t milliseconds);

/* natives.c: all natives of this board, by name. */
extern const struct mite_natives mite_natives;
void mite_search_open(void);

#endif
