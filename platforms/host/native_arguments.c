#include "native_arguments.h"

#include <string.h>

void mite_clean_utf8(char *text) {
  uint8_t *c = (uint8_t *)text;
  while (*c) {
    uint32_t length = *c < 0x80                 ? 1
                      : *c >= 0xc2 && *c < 0xe0 ? 2
                      : (*c & 0xf0) == 0xe0     ? 3
                      : *c >= 0xf0 && *c < 0xf5 ? 4
                                                : 0;
    bool good = length > 1 || (*c >= 0x20 && *c < 0x7f) || *c == '\t';
    for (uint32_t i = 1; good && i < length; i++)
      good = (c[i] & 0xc0) == 0x80; /* stops at the NUL */
    if (good && length == 3)        /* neither overlong nor a surrogate */
      good = !(c[0] == 0xe0 && c[1] < 0xa0) && !(c[0] == 0xed && c[1] > 0x9f);
    if (good && length == 4)
      good = !(c[0] == 0xf0 && c[1] < 0x90) && !(c[0] == 0xf4 && c[1] > 0x8f);
    if (good)
      c += length;
    else
      *c++ = '?';
  }
}

const uint8_t *mite_bytes_argument(mite_xs *the, int32_t index, size_t *length) {
  void *data = NULL;
  xsUnsignedValue count = 0;
  if (index >= xsmcArgc)
    xsTypeError("bytes are expected");
  xsmcGetBufferReadable(xsArg(index), &data, &count); /* throws TypeError */
  *length = count;
  return data;
}

double mite_number_argument(mite_xs *the, int32_t index, double minimum, double maximum) {
  if (index >= xsmcArgc ||
      (xsmcTypeOf(xsArg(index)) != xsIntegerType && xsmcTypeOf(xsArg(index)) != xsNumberType))
    xsTypeError("a number is expected");
  double value = xsmcToNumber(xsArg(index));
  if (!(value >= minimum && value <= maximum))
    xsRangeError("a number from %ld to %ld is expected", (long)minimum, (long)maximum);
  return value;
}

void mite_string_argument(mite_xs *the, int32_t index, char *buffer, size_t size) {
  if (index >= xsmcArgc ||
      (xsmcTypeOf(xsArg(index)) != xsStringType && xsmcTypeOf(xsArg(index)) != xsStringXType))
    xsTypeError("a string is expected");
  const char *text = xsmcToString(xsArg(index));
  size_t length = strlen(text);
  if (length >= size)
    xsRangeError("a string of at most %d bytes is expected", (int)(size - 1));
  memcpy(buffer, text, length + 1);
}

void mite_function_argument(mite_xs *the, int32_t index) {
  if (index >= xsmcArgc || !xsmcIsCallable(xsArg(index)))
    xsTypeError("a function is expected");
}

void mite_set_bytes(mite_xs *the, xsSlot *slot, const void *bytes,
                    size_t length) { /* `slot` keeps the buffer while the view is made */
  xsmcSetArrayBuffer(*slot, (void *)bytes, (xsIntegerValue)length);
  xsmcNew(*slot, xsGlobal, xsID("Uint8Array"), slot, NULL);
}
