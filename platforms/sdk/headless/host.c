/* The SDK's board on Linux without a simulator: one machine on GLib's loop, which the SDK's timers and
 * sockets need. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib.h>
#include <glib-unix.h>

#include "xsAll.h"
#include "xs.h"
#include "xsmc.h"
#include "mc.xs.h"

extern char *fxAbortString(int status);

void fxAbort(xsMachine *the, int status) {
  fprintf(stderr, "mite: the engine gives up: %s\n", fxAbortString(status));
  if (status == XS_UNHANDLED_EXCEPTION_EXIT) {
    static volatile int once;
    xsBeginHost(the);
    if (once++ == 0)
      fprintf(stderr, "mite: %s\n", xsmcToString(xsException));
    xsEndHost(the);
  }
  _exit(70);
}

static gboolean stop(gpointer data) {
  (void)data;
  exit(0);
}

int main(void) {
  static volatile int failed;
  for (size_t i = 0; i < 3; i++)
    g_unix_signal_add((int[]){SIGINT, SIGTERM, SIGHUP}[i], stop, NULL);
  setenv("MITE_BOARD", "sdk", 0);
  signal(SIGPIPE, SIG_IGN);
  xsMachine *machine = fxPrepareMachine(NULL, xsPreparation(), "mite", NULL, NULL);
  if (machine == NULL)
    return 70;
  xsBeginHost(machine);
  xsmcVars(1);
  xsTry {
    xsVar(0) = xsImportNow("platforms/sdk/main");
    xsmcGet(xsVar(0), xsVar(0), xsID("default"));
    xsCallFunction0(xsVar(0), xsUndefined);
  }
  xsCatch {
    fprintf(stderr, "mite: %s\n", xsmcToString(xsException));
    failed = 1;
  }
  xsEndHost(machine);
  if (failed)
    return 1;
  g_main_loop_run(g_main_loop_new(NULL, FALSE));
  return 0;
}

/* The SDK's TLS asks for its own certificates when it checks a chain, which nothing here does. */
const void *mcGetResource(xsMachine *the, const char *path, size_t *size);
const void *mcGetResource(xsMachine *the, const char *path, size_t *size) {
  (void)the, (void)path;
  *size = 0;
  return NULL;
}
