/* The program that the board is: what it was started with, and how it ends. */
#ifndef MITE_PROCESS_H
#define MITE_PROCESS_H

#include <stdbool.h>

/* In the environment of a board that has started itself again. */
#define MITE_RESTARTED "MITE_HOST_RESTARTED"

/* Arguments that main.c has not taken: argv[1] is the first of them. */
extern int mite_argc;
extern char **mite_argv;

/* Ends the loop after the callback under way; the process then ends with `code` or starts itself again. */
void mite_exit(int code);
void mite_restart(void);
/* What was asked for last. */
int mite_exit_code(void);
bool mite_starts_again(void);

#endif
