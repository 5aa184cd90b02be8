/*
 * The emulated board's sensors: files written by whoever plays the world around it. The input pin's file
 * holds 0 or 1 and is watched (inotify on its directory: the file may be written in place, or renamed over
 * the old one); the temperature sensor's holds degrees Celsius and is read on demand. A line end may follow.
 * Others write these files, so what is read is bounded and checked.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "host.h"
#include "loop.h"

#define PINS_MAX 4
#define PATH_BYTES 4096
#define TEXT_BYTES 16 /* anything longer is neither a level nor a temperature */
#define EVENT_BYTES 4096

struct pin {
  struct mite_watch watch; /* must be first: a watch is cast to its pin */
  char path[PATH_BYTES];
  const char *name; /* in the directory, the end of `path` */
  bool high;
  xsSlot self, callback; /* remembered while the pin is open */
  struct pin *next;
};

static struct pin *pins; /* the open ones */

/* The file's text without a line end; "" when there is none, or when it is longer. Never waits. */
static void read_text(const char *path, char text[TEXT_BYTES]) {
  struct stat status;
  size_t length = 0;
  text[0] = 0;
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file < 0)
    return;
  if (fstat(file, &status) == 0 && S_ISREG(status.st_mode))
    while (length < TEXT_BYTES) {
      ssize_t count = read(file, text + length, TEXT_BYTES - length);
      if (count < 0 && errno == EINTR)
        continue;
      if (count <= 0)
        break;
      length += (size_t)count;
    }
  close(file);
  if (length > 0 && text[length - 1] == '\n')
    length--;
  if (length > 0 && text[length - 1] == '\r')
    length--;
  text[length < TEXT_BYTES && memchr(text, 0, length) == NULL ? length : 0] = 0;
}

/* ---- the pin */

/* Returns whether it has changed; anything that is not a level is ignored. */
static bool read_level(struct pin *pin) {
  char text[TEXT_BYTES];
  read_text(pin->path, text);
  bool known = (text[0] == '0' || text[0] == '1') && text[1] == 0;
  if (!known || (text[0] == '1') == pin->high)
    return false;
  pin->high = !pin->high;
  return true;
}

static void report(struct pin *pin) {
  xsBeginHost(mite_the);
  {
    xsmcVars(2);
    xsVar(0) = xsAccess(pin->callback);
    xsmcSetBoolean(xsVar(1), pin->high);
    xsCallFunction1(xsVar(0), xsGlobal, xsVar(1));
  }
  xsEndHost(mite_the);
  mite_machine_drain(mite_the);
}

static void pin_ready(struct mite_watch *watch, short revents) {
  (void)revents;
  struct pin *pin = (struct pin *)watch;
  char bytes[EVENT_BYTES] __attribute__((aligned(__alignof__(struct inotify_event))));
  bool touched = false;
  ssize_t length = read(watch->fd, bytes, sizeof bytes); /* whole events; the rest comes on the next turn */
  for (ssize_t at = 0; length > 0 && at < length;) {
    const struct inotify_event *event = (const struct inotify_event *)(bytes + at);
    /* The event for lost ones (IN_Q_OVERFLOW) has no name. */
    if (event->len == 0 || strcmp(event->name, pin->name) == 0)
      touched = true;
    at += (ssize_t)(sizeof *event + event->len);
  }
  if (touched && read_level(pin))
    report(pin);
}

static void release(struct pin *pin) {
  for (struct pin **at = &pins; *at; at = &(*at)->next)
    if (*at == pin) {
      *at = pin->next;
      break;
    }
  mite_watch_remove(&pin->watch);
  close(pin->watch.fd);
  free(pin);
}

/* Only runs when the whole machine ends: an open pin is remembered, and a closed one has no data. */
void xs_mite_host_pin_destructor(void *data) {
  if (data != NULL)
    release(data);
}

/* The pin's directory, watched, or -1 with errno. */
static int watch_directory(struct pin *pin) {
  char directory[PATH_BYTES];
  memcpy(directory, pin->path, sizeof directory);
  char *slash = strrchr(directory, '/');
  pin->name = slash ? pin->path + (slash + 1 - directory) : pin->path;
  if (slash)
    slash[slash == directory] = 0; /* "/name" is in "/" */
  int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  const uint32_t events = IN_MODIFY | IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_TO;
  if (fd >= 0 && inotify_add_watch(fd, slash ? directory : ".", events | IN_ONLYDIR) < 0) {
    int error = errno;
    close(fd);
    errno = error;
    return -1;
  }
  return fd;
}

/*
 * xs_mite_host_pin(file, high, callback: (high: boolean) => void), the constructor of a pin: `high` until the
 * file says otherwise. Throws Error when its directory cannot be watched.
 */
void xs_mite_host_pin(xsMachine *the) {
  struct pin *pin = calloc(1, sizeof *pin);
  uint32_t count = 0;
  if (pin == NULL)
    xsUnknownError("out of memory");
  xsTry {
    mite_string_argument(the, 0, pin->path, sizeof pin->path);
    mite_function_argument(the, 2);
    if (xsmcGetHostData(xsThis) != NULL) /* throws on an object without native data */
      xsTypeError("open already");
    for (struct pin *other = pins; other; other = other->next)
      count++;
    if (count >= PINS_MAX)
      xsRangeError("more than %d pins", PINS_MAX);
    pin->watch.fd = watch_directory(pin);
    if (pin->watch.fd < 0)
      xsUnknownError("cannot watch %.200s: %s", pin->path, strerror(errno));
  }
  xsCatch {
    free(pin);
    xsThrow(xsException);
  }
  pin->watch.events = POLLIN;
  pin->watch.ready = pin_ready;
  pin->high = xsmcTest(xsArg(1));
  read_level(pin);
  pin->self = xsThis;
  pin->callback = xsArg(2);
  xsmcSetHostData(xsThis, pin);
  xsRemember(pin->self);
  xsRemember(pin->callback);
  pin->next = pins;
  pins = pin;
  mite_watch_add(&pin->watch);
}

/* NULL when this pin was closed. */
static struct pin *this_pin(xsMachine *the) {
  const void *data = xsmcGetHostData(xsThis);
  struct pin *pin = pins;
  while (pin && pin != data)
    pin = pin->next;
  return pin;
}

/* xs_mite_host_pin_read(): boolean, the level as of the last change; throws TypeError on a closed one */
void xs_mite_host_pin_read(xsMachine *the) {
  const struct pin *pin = this_pin(the);
  if (pin == NULL)
    xsTypeError("not open");
  xsmcSetBoolean(xsResult, pin->high);
}

/* xs_mite_host_pin_close(): void; idempotent; the callback is not called afterwards */
void xs_mite_host_pin_close(xsMachine *the) {
  struct pin *pin = this_pin(the);
  if (pin == NULL)
    return;
  xsForget(pin->self);
  xsForget(pin->callback);
  xsmcSetHostData(xsThis, NULL);
  release(pin);
}

/* ---- the temperature */

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* -99 to 999 with at most three decimals, as "[-]12[.345]"; false for anything else. */
static bool parse_degrees(const char *text, double *degrees) {
  const bool below = *text == '-';
  uint32_t number = 0, scale = 1, digits = 0;
  if (below)
    text++;
  for (; is_digit(*text) && digits < 3; digits++)
    number = number * 10 + (uint32_t)(*text++ - '0');
  if (digits == 0 || (below && digits > 2))
    return false;
  if (*text == '.') {
    text++;
    if (!is_digit(*text))
      return false;
    for (; is_digit(*text) && scale < 1000; scale *= 10)
      number = number * 10 + (uint32_t)(*text++ - '0');
  }
  *degrees = (below ? -1.0 : 1.0) * number / scale;
  return *text == 0;
}

/* xs_mite_host_temperature(file): number | undefined */
void xs_mite_host_temperature(xsMachine *the) {
  char path[PATH_BYTES], text[TEXT_BYTES];
  double degrees;
  mite_string_argument(the, 0, path, sizeof path);
  read_text(path, text);
  if (parse_degrees(text, &degrees))
    xsmcSetNumber(xsResult, degrees);
}
