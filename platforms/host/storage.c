/*
 * The records in the data directory, each in two slots with a file each; firmware/storage/twin-storage.ts
 * makes two copies of them. A save is complete or has not happened: it goes to a temporary file, which is
 * synced and renamed over the old one, and then the directory is synced. A lock keeps a second board out.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "host.h"
#include "last_words.h"

#define RECORD_MAX (4096 + 12) /* including what twin-storage.ts puts around it */
#define LOCK_FILE "lock"

/* By number: the slots, and the file that a save begins with. */
static const struct {
  const char *slot[2], *temporary;
} RECORDS[] = {{{"settings.bin", "settings.2.bin"}, "settings.bin.tmp"},
               {{"plan.bin", "plan.2.bin"}, "plan.bin.tmp"},
               {{"update.bin", "update.2.bin"}, "update.bin.tmp"},
               {{"chain.bin", "chain.2.bin"}, "chain.bin.tmp"},
               {{"key.bin", "key.2.bin"}, "key.bin.tmp"}};
#define RECORD_COUNT (sizeof RECORDS / sizeof *RECORDS)

static int directory = -1;
static int lock = -1;
static char directory_name[1024];

static void fail(xsMachine *the, const char *what, const char *file, int error) {
  xsUnknownError("%s %s%s%s: %s", what, directory_name, file[0] ? "/" : "", file, strerror(error));
}

static void make_directories(char *path) {
  for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = 0;
    mkdir(path, 0700); /* failures that matter show below */
    *slash = '/';
  }
  mkdir(path, 0700);
}

/* xs_mite_host_storage_open(directory): boolean. Makes the directory and takes its lock, once per process;
 * true when the boot before ended for lack of heap. */
void xs_mite_host_storage_open(xsMachine *the) {
  char path[sizeof directory_name];
  mite_string_argument(the, 0, path, sizeof path);
  if (path[0] == 0)
    xsRangeError("the data directory has no name");
  if (directory >= 0)
    xsUnknownError("the data directory is open already");
  memcpy(directory_name, path, sizeof path);
  make_directories(path);
  directory = open(directory_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0)
    fail(the, "cannot open", "", errno);
  lock = openat(directory, LOCK_FILE, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (lock < 0)
    fail(the, "cannot open", LOCK_FILE, errno);
  if (flock(lock, LOCK_EX | LOCK_NB) != 0)
    xsUnknownError("another board uses %s", directory_name);
  xsmcSetBoolean(xsResult, mite_last_words_open(directory));
}

/* The number of a record; if the argument is missing, the settings. */
static size_t record_argument(xsMachine *the, int32_t index) {
  return index < xsmcArgc ? (size_t)mite_number_argument(the, index, 0, RECORD_COUNT - 1) : 0;
}

/* The number of a slot; if the argument is missing, the first. */
static size_t slot_argument(xsMachine *the, int32_t index) {
  return index < xsmcArgc ? (size_t)mite_number_argument(the, index, 0, 1) : 0;
}

/* xs_mite_host_storage_load(record, slot): Uint8Array | undefined */
void xs_mite_host_storage_load(xsMachine *the) {
  const size_t record = record_argument(the, 0);
  const char *name = RECORDS[record].slot[slot_argument(the, 1)];
  uint8_t bytes[RECORD_MAX + 1];
  size_t length = 0;
  if (directory < 0)
    xsUnknownError("no data directory");
  int file = openat(directory, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (file < 0 && errno == ENOENT)
    return;
  if (file < 0)
    fail(the, "cannot open", name, errno);
  while (length < sizeof bytes) {
    ssize_t count = read(file, bytes + length, sizeof bytes - length);
    if (count < 0 && errno == EINTR)
      continue;
    if (count < 0) {
      int error = errno;
      close(file);
      fail(the, "cannot read", name, error);
    }
    if (count == 0)
      break;
    length += (size_t)count;
  }
  close(file);
  if (length > RECORD_MAX)
    xsRangeError("%s/%s is longer than %d bytes", directory_name, name, RECORD_MAX);
  mite_set_bytes(the, &xsResult, bytes, length);
}

/* Returns 0 or an errno. */
static int write_temporary(const char *name, const uint8_t *bytes, size_t length) {
  int file = openat(directory, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0)
    return errno;
  int error = 0;
  for (size_t at = 0; at < length && error == 0;) {
    ssize_t count = write(file, bytes + at, length - at);
    if (count >= 0)
      at += (size_t)count;
    else if (errno != EINTR)
      error = errno;
  }
  if (error == 0 && (fchmod(file, 0600) != 0 || fsync(file) != 0))
    error = errno;
  if (close(file) != 0 && error == 0)
    error = errno;
  return error;
}

/* xs_mite_host_storage_save(bytes, record, slot): void */
void xs_mite_host_storage_save(xsMachine *the) {
  size_t length = 0;
  const size_t record = record_argument(the, 1);
  const char *name = RECORDS[record].slot[slot_argument(the, 2)], *temporary = RECORDS[record].temporary;
  const uint8_t *bytes = mite_bytes_argument(the, 0, &length);
  if (length > RECORD_MAX)
    xsRangeError("record of %d bytes: at most %d", (int)length, RECORD_MAX);
  if (directory < 0)
    xsUnknownError("no data directory");
  int error = write_temporary(temporary, bytes, length);
  if (error == 0 && (renameat(directory, temporary, directory, name) != 0 || fsync(directory) != 0))
    error = errno;
  if (error != 0)
    fail(the, "cannot write", name, error);
}
