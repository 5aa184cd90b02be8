/* Records as files: MITE_DATA (else the user's data directory, mite-simulator) / name.slot */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "xsmc.h"

#define MOST_BYTES 8192

/* Makes the directory if it is missing; its parent must exist. */
static bool directory_of(char *path, size_t size) {
  const char *data = getenv("MITE_DATA"), *share = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
  int length;
  if (data != NULL && data[0] != 0)
    length = snprintf(path, size, "%s", data);
  else if (share != NULL && share[0] != 0)
    length = snprintf(path, size, "%s/mite-simulator", share);
  else
    length = snprintf(path, size, "%s/.local/share/mite-simulator", home == NULL ? "" : home);
  if (length < 0 || (size_t)length >= size) {
    errno = ENAMETOOLONG;
    return false;
  }
  return mkdir(path, 0700) == 0 || errno == EEXIST;
}

/* The file for the arguments (name, slot). Names are the firmware's own. */
static void path_of(xsMachine *the, char path[PATH_MAX]) {
  char folder[PATH_MAX - 64], name[32];
  xsmcToStringBuffer(xsArg(0), name, sizeof name);
  if (!directory_of(folder, sizeof folder))
    xsUnknownError("storage: %s", strerror(errno));
  snprintf(path, PATH_MAX, "%s/%s.%d", folder, name, (int)(xsmcToInteger(xsArg(1)) & 1));
}

/* (name, slot): an ArrayBuffer, or undefined when nothing was written yet. */
void xs_mite_lin_storage_read(xsMachine *the) {
  char path[PATH_MAX];
  uint8_t bytes[MOST_BYTES];
  path_of(the, path);
  const int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    if (errno == ENOENT)
      return;
    xsUnknownError("storage: %s", strerror(errno));
  }
  const ssize_t length = read(fd, bytes, sizeof bytes);
  close(fd);
  if (length < 0)
    xsUnknownError("storage: cannot read");
  xsmcSetArrayBuffer(xsResult, bytes, (xsIntegerValue)length);
}

/* (name, slot, bytes): on the disk on return. Should the power fail meanwhile, the other slot survives.
 */
void xs_mite_lin_storage_write(xsMachine *the) {
  char path[PATH_MAX];
  void *bytes;
  xsUnsignedValue length;
  path_of(the, path);
  xsmcGetBufferReadable(xsArg(2), &bytes, &length);
  if (length == 0 || length > MOST_BYTES)
    xsRangeError("storage: 1 to %d bytes", MOST_BYTES);
  const int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0)
    xsUnknownError("storage: %s", strerror(errno));
  const bool done = write(fd, bytes, length) == (ssize_t)length && fsync(fd) == 0;
  if (close(fd) != 0 || !done)
    xsUnknownError("storage: cannot write");
  char *slash = strrchr(path, '/');
  *slash = 0;
  const int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder >= 0) {
    fsync(folder); /* the name of a new file */
    close(folder);
  }
}
