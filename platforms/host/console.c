/* The console: lines on stdin and stdout, or bytes on a terminal (pty.h). */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "host.h"
#include "loop.h"
#include "pty.h"

#define LINE_MAX_BYTES 1024 /* longer lines are cut here; the console answers that they are too long */
#define OUTPUT_BYTES (64u * 1024u)
#define WATCH_MS 50       /* how soon it notices somebody at the other end of the pseudo-terminal */
#define WRITE_BYTES 4096u /* what a pipe that polls as writable takes without blocking (PIPE_BUF) */

static struct {
  struct mite_watch input;
  struct mite_watch output;
  char line[LINE_MAX_BYTES + 1];
  size_t length; /* of `line` */
  xsSlot callback;
  bool has_callback;
  char queue[OUTPUT_BYTES];
  size_t start, queued; /* a ring */
  uint32_t dropped;     /* lines */
  /* Where bytes are read and written instead; otherwise added == false and out == STDOUT_FILENO. */
  struct mite_watch device;
  struct mite_alarm someone; /* set while nobody is at the other end of the pseudo-terminal */
  bool pty, deaf;
  int out;
  xsSlot bytes_callback;
  bool has_bytes_callback;
} console = {.out = STDOUT_FILENO};

static bool queue_bytes(const char *bytes, size_t length) {
  if (length > OUTPUT_BYTES - console.queued)
    return false;
  for (size_t i = 0; i < length; i++)
    console.queue[(console.start + console.queued + i) % OUTPUT_BYTES] = bytes[i];
  console.queued += length;
  return true;
}

/* A pipe that nobody reads any more (`mite-board … | head -1`) ends the board like a signal, once. A terminal
 * is not a pipe: pty.h. */
static void reader_gone(void) {
  static bool told;
  if (!told && console.out == STDOUT_FILENO && !isatty(STDOUT_FILENO))
    raise(SIGTERM);
  told = true;
}

/* Writes while the reader takes bytes. Returns false when it is gone. */
static bool write_queued(int timeout) {
  struct pollfd out = {.fd = console.out, .events = POLLOUT};
  if (console.deaf) /* as on a serial line without a listener */
    console.queued = 0;
  while (console.queued > 0 && poll(&out, 1, timeout) > 0) {
    size_t part = OUTPUT_BYTES - console.start;
    if (part > console.queued)
      part = console.queued;
    if (part > WRITE_BYTES)
      part = WRITE_BYTES;
    ssize_t written = (out.revents & POLLOUT) ? write(console.out, console.queue + console.start, part) : -1;
    if (written < 0 && (errno == EINTR || errno == EAGAIN) && (out.revents & POLLOUT))
      return true;
    if (written < 0) { /* a terminal that is gone or a full disk: the board goes on without a console */
      console.queued = 0;
      if ((out.revents & POLLERR) || errno == EPIPE)
        reader_gone();
      return false;
    }
    console.start = (console.start + (size_t)written) % OUTPUT_BYTES;
    console.queued -= (size_t)written;
  }
  return true;
}

static void pump(void) {
  write_queued(0);
  if (console.dropped > 0) {
    char note[64];
    int length = snprintf(note, sizeof note, "(%u lines dropped)%s\n", (unsigned)console.dropped,
                          console.out == STDOUT_FILENO ? "" : "\r");
    if (console.queued < OUTPUT_BYTES / 2 && queue_bytes(note, (size_t)length))
      console.dropped = 0;
  }
  if (console.queued > 0)
    mite_watch_add(&console.output);
  else
    mite_watch_remove(&console.output);
}

static void output_ready(struct mite_watch *watch, short revents) {
  (void)watch, (void)revents;
  pump();
}

void mite_console_write(const char *line) {
  size_t length = strlen(line);
  if (console.dropped > 0 || length + 1 > OUTPUT_BYTES - console.queued) {
    console.dropped++;
  } else {
    queue_bytes(line, length);
    queue_bytes("\n", 1);
  }
  pump();
}

void mite_console_flush(uint32_t milliseconds) {
  uint64_t end = mite_now() + milliseconds;
  while (console.queued > 0) {
    uint64_t now = mite_now();
    if (!write_queued(now < end ? (int)(end - now) : 0) || now >= end)
      return;
  }
}

static void deliver_line(void) {
  console.line[console.length] = 0;
  if (console.length > 0 && console.line[console.length - 1] == '\r')
    console.line[console.length - 1] = 0;
  console.length = 0;
  mite_clean_utf8(console.line);
  if (!console.has_callback)
    return;
  xsBeginHost(mite_the);
  {
    xsmcVars(2);
    xsVar(0) = xsAccess(console.callback);
    xsmcSetString(xsVar(1), console.line);
    xsCallFunction1(xsVar(0), xsGlobal, xsVar(1));
  }
  xsEndHost(mite_the);
  mite_machine_drain(mite_the);
}

/* ^C: drops what came of the line before it */
static void deliver_interrupt(void) {
  if (!console.has_callback)
    return;
  xsBeginHost(mite_the);
  {
    xsmcVars(2);
    xsVar(0) = xsAccess(console.callback);
    xsmcSetNull(xsVar(1));
    xsCallFunction1(xsVar(0), xsGlobal, xsVar(1));
  }
  xsEndHost(mite_the);
  mite_machine_drain(mite_the);
}

static void deliver_end(void) {
  if (!console.has_callback || mite_loop_stopped())
    return;
  xsBeginHost(mite_the);
  {
    xsmcVars(1);
    xsVar(0) = xsAccess(console.callback);
    xsCallFunction0(xsVar(0), xsGlobal);
  }
  xsEndHost(mite_the);
  mite_machine_drain(mite_the);
}

static void input_ready(struct mite_watch *watch, short revents) {
  (void)revents;
  char bytes[512];
  ssize_t count = read(watch->fd, bytes, sizeof bytes); /* poll said it would not block */
  if (count < 0 && (errno == EINTR || errno == EAGAIN))
    return;
  if (count <= 0) { /* end of input: the script decides what the board does without it */
    mite_watch_remove(watch);
    if (console.length > 0)
      deliver_line();
    deliver_end();
    return;
  }
  for (ssize_t i = 0; i < count && !mite_loop_stopped(); i++) {
    if (bytes[i] == '\n') {
      deliver_line();
    } else if (bytes[i] == 3) {
      console.length = 0;
      deliver_interrupt();
    } else if (console.length < LINE_MAX_BYTES) {
      console.line[console.length++] = bytes[i] != 0 ? bytes[i] : '?';
    }
  }
}

/* ---- bytes on a device */

/* No bytes: the device is gone. */
static void deliver_bytes(const uint8_t *bytes, size_t length) {
  if (!console.has_bytes_callback || mite_loop_stopped())
    return;
  xsBeginHost(mite_the);
  {
    xsmcVars(2);
    xsVar(0) = xsAccess(console.bytes_callback);
    if (length > 0)
      mite_set_bytes(the, &xsVar(1), bytes, length);
    xsCallFunction1(xsVar(0), xsGlobal, xsVar(1));
  }
  xsEndHost(mite_the);
  mite_machine_drain(mite_the);
}

static void someone_there(struct mite_alarm *alarm) {
  struct pollfd device = {.fd = console.device.fd, .events = POLLIN};
  poll(&device, 1, 0);
  console.deaf = (device.revents & POLLHUP) != 0;
  if (!console.deaf) {
    mite_watch_add(&console.device);
    return;
  }
  if (device.revents & POLLIN) /* whoever came has gone again */
    console.device.ready(&console.device, device.revents);
  mite_alarm_set(alarm, mite_now() + WATCH_MS);
}

static void device_ready(struct mite_watch *watch, short revents) {
  uint8_t bytes[256];
  ssize_t count = read(watch->fd, bytes, sizeof bytes);
  if (count > 0) {
    deliver_bytes(bytes, (size_t)count);
    return;
  }
  if (count < 0 && (errno == EINTR || errno == EAGAIN) && !(revents & POLLHUP))
    return;
  mite_watch_remove(watch);
  if (console.pty) { /* poll would report it again and again */
    console.deaf = true;
    pump();
    mite_alarm_set(&console.someone, mite_now() + WATCH_MS);
  } else {
    deliver_bytes(NULL, 0);
  }
}

static void use_device(int fd, int out, bool pty) {
  console.device = (struct mite_watch){.fd = fd, .events = POLLIN, .ready = device_ready};
  console.someone.fire = someone_there;
  console.out = console.output.fd = out;
  console.pty = pty;
  struct pollfd device = {.fd = fd}; /* after a restart somebody may be there */
  console.deaf = pty && poll(&device, 1, 0) > 0 && (device.revents & POLLHUP);
  if (console.deaf)
    mite_alarm_set(&console.someone, mite_now());
}

/* xs_mite_host_console_pty(link): string, the name of a new pseudo-terminal; link "" for none; throws Error
 */
void xs_mite_host_console_pty(xsMachine *the) {
  char link[1024], name[1200];
  mite_string_argument(the, 0, link, sizeof link);
  int fd = mite_pty_open(link, name, sizeof name);
  if (fd < 0)
    xsUnknownError("%s", name);
  mite_console_write(name); /* the last line on stdout */
  mite_console_flush(1000);
  use_device(fd, fd, true);
}

/* xs_mite_host_console_tty(): boolean; true: stdin and stdout are a terminal, which now gives single bytes */
void xs_mite_host_console_tty(xsMachine *the) {
  bool raw = mite_tty_raw();
  if (raw) {
    use_device(STDIN_FILENO, STDOUT_FILENO, false);
  }
  xsmcSetBoolean(xsResult, raw);
}

/* xs_mite_host_console_bytes(callback: (bytes?: Uint8Array) => void): void; no bytes: the input has ended */
void xs_mite_host_console_bytes(xsMachine *the) {
  mite_function_argument(the, 0);
  if (console.has_bytes_callback)
    xsForget(console.bytes_callback);
  console.bytes_callback = xsArg(0);
  console.has_bytes_callback = true;
  xsRemember(console.bytes_callback);
  if (!console.deaf)
    mite_watch_add(&console.device);
}

/* xs_mite_host_console_put(bytes): void; all of them or, when too many are waiting, none */
void xs_mite_host_console_put(xsMachine *the) {
  size_t length;
  const uint8_t *bytes = mite_bytes_argument(the, 0, &length);
  if (!queue_bytes((const char *)bytes, length))
    console.dropped++;
  pump();
}

/* xs_mite_host_console_write(line): void */
void xs_mite_host_console_write(xsMachine *the) {
  if (xsmcArgc < 1)
    xsTypeError("a string is expected");
  mite_console_write(xsmcToString(xsArg(0)));
}

/* xs_mite_host_console_report(line): void; on stdout while the console is elsewhere. Never blocks: a line
 * that is too long, or for which the reader leaves no room, is dropped. */
void xs_mite_host_console_report(xsMachine *the) {
  char bytes[WRITE_BYTES];
  if (xsmcArgc < 1)
    xsTypeError("a string is expected");
  const char *line = xsmcToString(xsArg(0));
  size_t length = strlen(line);
  if (length >= sizeof bytes)
    return;
  memcpy(bytes, line, length);
  bytes[length++] = '\n';
  struct pollfd out = {.fd = STDOUT_FILENO, .events = POLLOUT};
  if (poll(&out, 1, 0) > 0 && (out.revents & POLLOUT) && write(STDOUT_FILENO, bytes, length) < 0)
    return; /* nobody reads */
}

/* xs_mite_host_console_read(callback: (line?: string | null) => void): void; null: ^C; no line: the input has
 * ended */
void xs_mite_host_console_read(xsMachine *the) {
  mite_function_argument(the, 0);
  if (console.has_callback)
    xsForget(console.callback);
  console.callback = xsArg(0);
  console.has_callback = true;
  xsRemember(console.callback);
  mite_watch_add(&console.input);
}

void mite_console_open(void) {
  console.input = (struct mite_watch){.fd = STDIN_FILENO, .events = POLLIN, .ready = input_ready};
  console.output = (struct mite_watch){.fd = STDOUT_FILENO, .events = POLLOUT, .ready = output_ready};
}
