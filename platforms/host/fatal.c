#include "fatal.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <unistd.h>

static void (*before_line)(void);
static void (*after_line)(void);

void mite_fatal_open(void (*before)(void), void (*after)(void)) {
  before_line = before;
  after_line = after;
}

_Noreturn void mite_fatal(enum mite_exit code, const char *format, ...) {
  char text[600];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  if (before_line != NULL)
    before_line();
  fprintf(stderr, "mite-board: fatal: %s\n", text);
  if (after_line != NULL)
    after_line();
  _exit(code); /* searcher threads may still run: no destructors */
}
