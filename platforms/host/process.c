#include "process.h"

#include "loop.h"

int mite_argc;
char **mite_argv;
static int exit_code;
static bool again;

void mite_exit(int code) {
  exit_code = code;
  mite_loop_stop();
}

void mite_restart(void) {
  again = true;
  mite_loop_stop();
}

int mite_exit_code(void) {
  return exit_code;
}

bool mite_starts_again(void) {
  return again;
}
