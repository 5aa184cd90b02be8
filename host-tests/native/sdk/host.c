/* Runs the search module on the Moddable SDK's XS without a simulator: a machine, a pipe for the wake, a
 * loop. */
#include "search.h"

#include <stdio.h>
#include <unistd.h>

#include "xsmc.h"
#include "mc.xs.h"

static int wakes[2];

bool mite_search_wake(void *machine) {
  return write(wakes[1], &machine, sizeof machine) == sizeof machine;
}

void fxAbort(xsMachine *the, int status) {
  (void)the;
  printf("not ok XS aborts with status %d\n", status);
  _exit(1);
}

void xs_print(xsMachine *the) {
  puts(xsmcToString(xsArg(0)));
}

int main(void) {
  volatile int left = 1;
  if (pipe(wakes) != 0)
    return 2;
  alarm(60);
  xsMachine *machine = fxPrepareMachine(NULL, xsPreparation(), "search", NULL, NULL);
  xsBeginHost(machine);
  xsmcVars(1);
  xsTry {
    xsVar(0) = xsImportNow("host-tests/native/sdk/main");
    xsmcGet(xsVar(0), xsVar(0), xsID("default"));
    while (left > 0) {
      xsMachine *woken;
      xsResult = xsCallFunction0(xsVar(0), xsUndefined);
      left = xsmcToInteger(xsResult);
      if (left > 0 && read(wakes[0], &woken, sizeof woken) == sizeof woken)
        mite_search_deliver(woken);
    }
  }
  xsCatch {
    puts("not ok an exception:");
    puts(xsmcToString(xsException));
    left = -1;
  }
  xsEndHost(machine);
  xsDeleteMachine(machine);
  return left != 0;
}
