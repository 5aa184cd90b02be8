/* The SDK compiles without it. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "pty.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

/* The descriptor that a restart hands over. */
#define KEPT "MITE_HOST_PTY"

static int master = -1;
static char link_name[PATH_MAX];
static struct termios before;
static bool raw;

static int fail(char *name, size_t size, const char *what) {
  snprintf(name, size, "%s: %s", what, strerror(errno));
  if (master >= 0)
    close(master);
  master = -1;
  return -1;
}

/* The one that this process had before it started itself again, or -1. */
static int kept_master(void) {
  const char *text = getenv(KEPT);
  if (text == NULL)
    return -1;
  int fd = atoi(text);
  unsetenv(KEPT);
  return fd > STDERR_FILENO && ptsname(fd) != NULL ? fd : -1;
}

static bool make_link(const char *target, const char *link) {
  char fresh[PATH_MAX];
  struct stat status;
  if ((size_t)snprintf(fresh, sizeof fresh, "%s.%ld", link, (long)getpid()) >= sizeof fresh) {
    errno = ENAMETOOLONG;
    return false;
  }
  if (lstat(link, &status) == 0 && !S_ISLNK(status.st_mode)) {
    errno = EEXIST;
    return false;
  }
  if (symlink(target, fresh) != 0)
    return false;
  if (rename(fresh, link) == 0)
    return true;
  int saved = errno;
  unlink(fresh);
  errno = saved;
  return false;
}

int mite_pty_open(const char *link, char *name, size_t size) {
  struct termios settings;
  master = kept_master();
  bool kept = master >= 0;
  if (!kept &&
      ((master = posix_openpt(O_RDWR | O_NOCTTY)) < 0 || grantpt(master) != 0 || unlockpt(master) != 0))
    return fail(name, size, "no pseudo-terminal");
  const char *slave = ptsname(master);
  if (slave == NULL)
    return fail(name, size, "no pseudo-terminal");
  if (!kept) {
    /* Opened and closed once: from then on poll shows whether anybody is at the other end. */
    int other = open(slave, O_RDWR | O_NOCTTY);
    if (other < 0 || tcgetattr(other, &settings) != 0)
      return fail(name, size, slave);
    cfmakeraw(&settings);
    tcsetattr(other, TCSANOW, &settings);
    close(other);
  }
  fcntl(master, F_SETFL, O_NONBLOCK);
  if (link[0] != 0) {
    if (!make_link(slave, link))
      return fail(name, size, link);
    snprintf(link_name, sizeof link_name, "%s", link);
  }
  snprintf(name, size, "%s", slave);
  atexit(mite_pty_close);
  return master;
}

bool mite_tty_raw(void) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || tcgetattr(STDIN_FILENO, &before) != 0)
    return false;
  struct termios settings = before;
  settings.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IGNCR | IXON);
  settings.c_lflag &= ~(tcflag_t)(ICANON | ECHO | IEXTEN);
  /* ^C and ^Z are the console's; ^\ still ends a board that hangs. */
  settings.c_cc[VINTR] = settings.c_cc[VSUSP] = _POSIX_VDISABLE;
  settings.c_cc[VMIN] = 1;
  settings.c_cc[VTIME] = 0;
  if (tcsetattr(STDIN_FILENO, TCSANOW, &settings) != 0)
    return false;
  raw = true;
  atexit(mite_pty_close);
  return true;
}

static void restore(void) {
  if (raw)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
  raw = false;
}

void mite_pty_close(void) {
  char target[PATH_MAX];
  restore();
  const char *slave = master >= 0 && link_name[0] != 0 ? ptsname(master) : NULL;
  ssize_t length = slave ? readlink(link_name, target, sizeof target - 1) : -1;
  if (length > 0) {
    target[length] = 0;
    if (strcmp(target, slave) == 0) /* now it belongs to nobody else */
      unlink(link_name);
  }
  link_name[0] = 0;
}

void mite_pty_keep(void) {
  char text[16];
  restore();
  if (master < 0)
    return;
  snprintf(text, sizeof text, "%d", master);
  setenv(KEPT, text, 1);
}
