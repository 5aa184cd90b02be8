/* The board as a program: what it was started with, and how it ends. */
#ifndef MITE_PROCESS_H
#define MITE_PROCESS_H

#include <stdbool.h>

/* In the environment of a board that has started itself again. */
#define MITE_RESTARTED "MITE_HOST_RESTARTED"

/* Arguments that main.c did not consume: argv[1] is the first of them. */
extern int mite_argc;
extern char **mite_argv;

/* Ends the loop after the callback under way; then the process ends with `code` or restarts itself. */
void mite_exit(int code);
void mite_restart(void);
/* The latest request. */
int mite_exit_code(void);
bool mite_starts_again(void);

#endif
