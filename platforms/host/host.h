/*
 * What the host's C files share. Natives are named xs_mite_host_*; firmware/platform.ts is their only caller
 * and says what each does. Natives check every argument and throw; nothing they are given can break the host.
 */
#ifndef MITE_HOST_H
#define MITE_HOST_H

#include <stddef.h>
#include <stdint.h>

#include "machine.h"

/* The one machine of the process. */
extern mite_xs *mite_the;

/* main.c */
extern int mite_argc;
extern char **mite_argv;
/* Ends the loop after the callback under way; the process then ends with `code` or starts itself again. */
void mite_exit(int code);
void mite_restart(void);
/* In the environment of a board that has started itself again. */
#define MITE_RESTARTED "MITE_HOST_RESTARTED"

/* system.c */
void mite_system_open(void);
/* Makes `text` printable UTF-8 in place: malformed bytes and control characters become '?'. */
void mite_clean_utf8(char *text);

/* console.c */
void mite_console_open(void);
/* Queues a line for stdout. Never blocks: when 64 KB wait, lines are dropped, and counted in the output. */
void mite_console_write(const char *line);
/* Writes what is queued, waiting for the reader at most `milliseconds`. */
void mite_console_flush(uint32_t milliseconds);

/* natives.c */
void mite_search_open(void);

/* The bytes of a Uint8Array or ArrayBuffer argument; throws TypeError when there is none. Valid until XS
 * allocates. */
const uint8_t *mite_bytes_argument(mite_xs *the, int32_t index, size_t *length);
/* An integer argument in [minimum, maximum]; throws TypeError or RangeError. */
double mite_number_argument(mite_xs *the, int32_t index, double minimum, double maximum);
/* Copies a string argument, at most size - 1 bytes; throws TypeError or RangeError. */
void mite_string_argument(mite_xs *the, int32_t index, char *buffer, size_t size);
/* Throws TypeError unless the argument is a function. */
void mite_function_argument(mite_xs *the, int32_t index);
/* Sets `slot` to a new Uint8Array with a copy of the bytes. `bytes` must not be in the XS heap. */
void mite_set_bytes(mite_xs *the, xsSlot *slot, const void *bytes, size_t length);

#endif
