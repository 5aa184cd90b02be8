/* The process as a machine: random numbers, restart, exit, environment. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

#include "lin.h"
#include "xsmc.h"

#define MOST_BYTES 1024
#define MOST_ARGUMENTS 64
#define RESTARTED "MITE_RESTARTED"

/* (bytes): fills it. */
void xs_mite_lin_random(xsMachine *the) {
  void *bytes;
  xsUnsignedValue length;
  xsmcGetBufferWritable(xsArg(0), &bytes, &length);
  if (length > MOST_BYTES)
    xsRangeError("random: %d bytes at most", MOST_BYTES);
  for (size_t done = 0; done < length;) {
    ssize_t count = getrandom((uint8_t *)bytes + done, length - done, 0);
    if (count < 0 && errno != EINTR)
      xsUnknownError("random: %s", strerror(errno));
    if (count > 0)
      done += (size_t)count;
  }
}

void xs_mite_lin_restarted(xsMachine *the) {
  xsmcSetBoolean(xsResult, getenv(RESTARTED) != NULL);
}

/* The same program with the same arguments; the kernel still has them. */
void xs_mite_lin_restart(xsMachine *the) {
  static char text[8192];
  char *arguments[MOST_ARGUMENTS + 1];
  int count = 0;
  int fd = open("/proc/self/cmdline", O_RDONLY | O_CLOEXEC);
  ssize_t length = fd < 0 ? -1 : read(fd, text, sizeof text - 1);
  if (length <= 0)
    xsUnknownError("restart: no arguments");
  text[length] = 0;
  for (char *next = text; next < text + length && count < MOST_ARGUMENTS; next += strlen(next) + 1)
    arguments[count++] = next;
  arguments[count] = NULL;
  setenv(RESTARTED, "1", 1);
  mite_lin_console_keep();
  execv("/proc/self/exe", arguments);
  xsUnknownError("restart: %s", strerror(errno));
}

/* (code) */
void xs_mite_lin_exit(xsMachine *the) {
  exit(xsmcToInteger(xsArg(0)));
}

/* (name) */
void xs_mite_lin_environment(xsMachine *the) {
  const char *value = getenv(xsmcToString(xsArg(0)));
  if (value != NULL && value[0] != 0)
    xsmcSetString(xsResult, (xsStringValue)value);
}
