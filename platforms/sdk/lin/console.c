/* The console on Linux: a pseudo-terminal, or stdin and stdout. Nothing here waits; what cannot be written is
 * lost. */
#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "lin.h"
#include "pty.h"
#include "xsmc.h"

#define READ_BYTES 1024

static int input = STDIN_FILENO, output = STDOUT_FILENO;
static bool ours; /* the pseudo-terminal: whoever is at its other end comes and goes */
static bool ended;

static short ready(int fd, short events) {
  struct pollfd each = {.fd = fd, .events = events};
  return poll(&each, 1, 0) > 0 ? each.revents : 0;
}

/* (link): the name of a link to a new pseudo-terminal, or '' for stdin and stdout. */
void xs_mite_lin_console_open(xsMachine *the) {
  char name[1024];
  const char *link = xsmcToString(xsArg(0));
  if (link[0] == 0) {
    mite_tty_raw();
    return;
  }
  const int fd = mite_pty_open(link, name, sizeof name);
  if (fd < 0)
    xsUnknownError("console: %s", name);
  input = output = fd;
  ours = true;
}

void xs_mite_lin_console_terminal(xsMachine *the) {
  xsmcSetBoolean(xsResult, isatty(input) && isatty(output));
}

/* (bytes) */
void xs_mite_lin_console_write(xsMachine *the) {
  void *bytes;
  xsUnsignedValue length;
  xsmcGetBufferReadable(xsArg(0), &bytes, &length);
  for (size_t done = 0; done < length;) {
    if (ready(output, POLLOUT) != POLLOUT) /* POLLHUP: nobody is there */
      return;
    const size_t part = length - done < 1024 ? length - done : 1024;
    const ssize_t count = write(output, (const char *)bytes + done, part);
    if (count < 0 && errno != EINTR)
      return;
    if (count > 0)
      done += (size_t)count;
  }
}

/* What has arrived, as an ArrayBuffer of at most READ_BYTES; undefined when nothing has, null after the
 * end. */
void xs_mite_lin_console_read(xsMachine *the) {
  char bytes[READ_BYTES];
  const short events = ready(input, POLLIN);
  if (!ended && (events & (ours ? POLLIN : POLLIN | POLLHUP))) {
    const ssize_t count = read(input, bytes, sizeof bytes);
    if (count > 0) {
      xsmcSetArrayBuffer(xsResult, bytes, (xsIntegerValue)count);
      return;
    }
    ended = count == 0 && !ours;
  }
  if (ended)
    xsmcSetNull(xsResult);
}

void mite_lin_console_keep(void) {
  mite_pty_keep();
}
