/* Results of a native test, one line each on stdout: `ok <name>` or `not ok <name>: <why>`. Read by
 * native.test.ts. */
#ifndef MITE_CHECK_H
#define MITE_CHECK_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

static int check_failures;

__attribute__((format(printf, 2, 3))) static inline bool check(bool passed, const char *name, ...) {
  va_list arguments;
  fputs(passed ? "ok " : "not ok ", stdout);
  va_start(arguments, name);
  vprintf(name, arguments);
  va_end(arguments);
  putchar('\n');
  fflush(stdout);
  if (!passed)
    check_failures++;
  return passed;
}

#endif
