/* Ends the process after a fault. */
#ifndef MITE_FATAL_H
#define MITE_FATAL_H

enum mite_exit {
  MITE_EXIT_USAGE = 2,
  MITE_EXIT_FAULT = 70,    /* uncaught JavaScript exception or rejection */
  MITE_EXIT_HEAP = 71,     /* the heap limit is reached */
  MITE_EXIT_STACK = 72,    /* the XS stack or the C stack overflowed */
  MITE_EXIT_INTERNAL = 73, /* the host itself failed */
};

/*
 * What mite_fatal does before it writes its line, and after: first the console's last lines get out;
 * afterwards an image on trial starts again. `after` need not return. NULL: nothing. Both run on the thread
 * that faults.
 */
void mite_fatal_open(void (*before)(void), void (*after)(void));
/* Writes "mite-board: fatal: <message>" to stderr and ends the process; destructors do not run. */
_Noreturn void mite_fatal(enum mite_exit code, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
