/* A machine of the Moddable SDK without a simulator, for the cases: main.js, again and again. */
#include <stdio.h>
#include <unistd.h>

#include "xsmc.h"
#include "mc.xs.h"

void fxAbort(xsMachine *the, int status) {
  (void)the;
  printf("not ok XS aborts with status %d\n", status);
  fflush(stdout);
  _exit(1);
}

void xs_print(xsMachine *the) {
  puts(xsmcToString(xsArg(0)));
}

int main(void) {
  volatile int left = 1;
  alarm(300);
  xsMachine *machine = fxPrepareMachine(NULL, xsPreparation(), "cases", NULL, NULL);
  xsBeginHost(machine);
  xsmcVars(1);
  xsTry {
    xsVar(0) = xsImportNow("main");
    xsmcGet(xsVar(0), xsVar(0), xsID("default"));
    while (left > 0) {
      xsResult = xsCallFunction0(xsVar(0), xsUndefined);
      left = xsmcToInteger(xsResult);
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
