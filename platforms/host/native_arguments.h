/* Arguments of natives, each checked, throwing when wrong; and values for them. */
#ifndef MITE_NATIVE_ARGUMENTS_H
#define MITE_NATIVE_ARGUMENTS_H

#include <stddef.h>
#include <stdint.h>

#include "machine.h"

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
/* Makes `text` printable UTF-8 in place: malformed bytes and control characters become '?'. */
void mite_clean_utf8(char *text);

#endif
