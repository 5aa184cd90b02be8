#include "slots.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "host.h"
#include "kernel.h"

#define RECORD_BYTES 92u
#define RECORD_FILE "boot.bin"
#define RECORD_TEMPORARY "boot.bin.tmp"

struct image {
  uint32_t slot, size;
  uint8_t hash[MITE_HASH_BYTES];
};

struct record {
  bool trial;
  uint8_t boots;
  struct image active, before;
};

static const char *const SLOT_FILES[] = {NULL, "slot-1.bin", "slot-2.bin"};

static int directory = -1;
static struct record now;
/* The slot that is being written: its file, bytes so far, and what was hashed last. */
static int file = -1;
static uint32_t slot;
static uint32_t written, announced;
static struct image hashed;

static uint32_t load32(const uint8_t *bytes) {
  return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

static void store32(uint8_t *bytes, uint32_t value) {
  for (int i = 0; i < 4; i++)
    bytes[i] = (uint8_t)(value >> 8 * i);
}

static uint32_t crc32(const uint8_t *bytes, size_t length) {
  uint32_t crc = 0xffffffffu;
  for (size_t i = 0; i < length; i++) {
    crc ^= bytes[i];
    for (int bit = 0; bit < 8; bit++)
      crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
  }
  return ~crc;
}

static bool load_image(const uint8_t *bytes, struct image *image) {
  image->slot = load32(bytes);
  image->size = load32(bytes + 4);
  memcpy(image->hash, bytes + 8, MITE_HASH_BYTES);
  return image->slot <= 2 && image->size <= MITE_SLOT_CAPACITY;
}

static void store_image(uint8_t *bytes, const struct image *image) {
  store32(bytes, image->slot);
  store32(bytes + 4, image->size);
  memcpy(bytes + 8, image->hash, MITE_HASH_BYTES);
}

/* The whole file, at most `limit` bytes, malloc'd; NULL when it is missing, longer or cannot be read. */
static uint8_t *read_file(const char *name, size_t limit, size_t *size) {
  int from = openat(directory, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  struct stat status;
  uint8_t *bytes = NULL;
  size_t at = 0;
  if (from < 0)
    return NULL;
  if (fstat(from, &status) == 0 && S_ISREG(status.st_mode) && status.st_size >= 0 &&
      (uint64_t)status.st_size <= limit)
    bytes = malloc((size_t)status.st_size + 1);
  while (bytes && at < (size_t)status.st_size) {
    ssize_t count = read(from, bytes + at, (size_t)status.st_size - at);
    if (count > 0)
      at += (size_t)count;
    else if (count == 0 || errno != EINTR) {
      free(bytes);
      bytes = NULL;
    }
  }
  close(from);
  *size = at;
  return bytes;
}

static int write_all(int to, const uint8_t *bytes, size_t length) {
  for (size_t at = 0; at < length;) {
    ssize_t count = write(to, bytes + at, length - at);
    if (count >= 0)
      at += (size_t)count;
    else if (errno != EINTR)
      return errno;
  }
  return 0;
}

/* Returns 0 or an errno; durable on return. */
static int save_record(const struct record *record) {
  uint8_t bytes[RECORD_BYTES] = {'M', 'T', 'B', '1', record->trial, record->boots};
  store_image(bytes + 8, &record->active);
  store_image(bytes + 48, &record->before);
  store32(bytes + 88, crc32(bytes, 88));
  int to = openat(directory, RECORD_TEMPORARY, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (to < 0)
    return errno;
  int error = write_all(to, bytes, sizeof bytes);
  if (error == 0 && fsync(to) != 0)
    error = errno;
  if (close(to) != 0 && error == 0)
    error = errno;
  if (error == 0 &&
      (renameat(directory, RECORD_TEMPORARY, directory, RECORD_FILE) != 0 || fsync(directory) != 0))
    error = errno;
  return error;
}

static bool load_record(struct record *record) {
  size_t size = 0;
  uint8_t *bytes = read_file(RECORD_FILE, RECORD_BYTES, &size);
  bool right = bytes && size == RECORD_BYTES && memcmp(bytes, "MTB1", 4) == 0 && bytes[4] <= 1 &&
               load32(bytes + 88) == crc32(bytes, 88) && load_image(bytes + 8, &record->active) &&
               load_image(bytes + 48, &record->before);
  if (right) {
    record->trial = bytes[4] == 1;
    record->boots = bytes[5];
  }
  free(bytes);
  return right;
}

/* The image, if its slot holds it. */
static char *load_slot(const struct image *image, size_t *size) {
  uint8_t hash[MITE_HASH_BYTES];
  uint8_t *bytes = read_file(SLOT_FILES[image->slot], MITE_SLOT_CAPACITY, size);
  if (bytes == NULL)
    return NULL;
  mite_sha256(bytes, *size, hash);
  if (*size == image->size && memcmp(hash, image->hash, sizeof hash) == 0)
    return (char *)bytes;
  free(bytes);
  return NULL;
}

/* Does not disturb another board that uses the directory; storage.c will complain. */
static bool is_locked(void) {
  int lock = openat(directory, "lock", O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  if (lock < 0)
    return false;
  bool locked = flock(lock, LOCK_EX | LOCK_NB) != 0;
  close(lock);
  return locked;
}

static void go_back(void) {
  now = (struct record){.active = now.before};
}

char *mite_slots_boot(const char *path, size_t *size) {
  directory = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0)
    return NULL;
  if (is_locked() || !load_record(&now)) {
    now = (struct record){0};
    return NULL;
  }
  if (now.trial && now.boots >= MITE_TRIAL_BOOTS) {
    go_back();
    save_record(&now); /* if it is not stored, the next boot does it again */
  } else if (now.trial) {
    now.boots++;
    /* A trial that cannot be counted might never end. */
    if (save_record(&now) != 0)
      go_back();
  }
  while (now.active.slot != 0) {
    char *image = load_slot(&now.active, size);
    if (image != NULL)
      return image;
    fprintf(stderr, "mite-board: the image in slot %u is damaged\n", now.active.slot);
    go_back();
    save_record(&now);
  }
  return NULL;
}

bool mite_slots_trial(void) {
  return now.trial;
}

/* ---- natives; UpdatePort in firmware/ports/platform.ts says what they do */

static void fail(xsMachine *the, const char *what, int error) {
  if (error != 0)
    xsUnknownError("%s: %s", what, strerror(error));
}

static void need_directory(xsMachine *the) {
  if (directory < 0)
    xsUnknownError("the board started without its data directory: restart it once");
}

/* xs_mite_host_slot_open(directory): boolean. Whether the running image is on trial. */
void xs_mite_host_slot_open(xsMachine *the) {
  char path[1024];
  mite_string_argument(the, 0, path, sizeof path);
  /* At a board's first start storage.c has just created it. */
  if (directory < 0)
    directory = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  xsmcSetBoolean(xsResult, now.trial);
}

/* xs_mite_host_slot_begin(size): void */
void xs_mite_host_slot_begin(xsMachine *the) {
  const uint32_t size = (uint32_t)mite_number_argument(the, 0, 1, MITE_SLOT_CAPACITY);
  need_directory(the);
  if (now.trial)
    xsUnknownError("the other slot is needed: the running image is on trial");
  if (file >= 0)
    close(file);
  slot = now.active.slot == 1 ? 2 : 1;
  written = 0;
  announced = size;
  hashed = (struct image){0};
  file = openat(directory, SLOT_FILES[slot], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0)
    fail(the, "cannot open", errno);
}

/* xs_mite_host_slot_write(bytes): void */
void xs_mite_host_slot_write(xsMachine *the) {
  size_t length = 0;
  const uint8_t *bytes = mite_bytes_argument(the, 0, &length);
  if (file < 0 || length > announced - written)
    xsRangeError("more than was announced");
  fail(the, "cannot write", write_all(file, bytes, length));
  written += (uint32_t)length;
}

/* xs_mite_host_slot_digest(size): Uint8Array */
void xs_mite_host_slot_digest(xsMachine *the) {
  const uint32_t size = (uint32_t)mite_number_argument(the, 0, 1, MITE_SLOT_CAPACITY);
  size_t stored = 0;
  if (file < 0 || size != announced || size != written)
    xsRangeError("not that many bytes were written");
  if (fsync(file) != 0)
    fail(the, "cannot write", errno);
  uint8_t *bytes = read_file(SLOT_FILES[slot], MITE_SLOT_CAPACITY, &stored);
  if (bytes == NULL || stored != size) {
    free(bytes);
    xsUnknownError("cannot read it back");
  }
  hashed.slot = slot;
  hashed.size = size;
  mite_sha256(bytes, size, hashed.hash);
  free(bytes);
  mite_set_bytes(the, &xsResult, hashed.hash, sizeof hashed.hash);
}

/* xs_mite_host_slot_activate(): void */
void xs_mite_host_slot_activate(xsMachine *the) {
  const struct record next = {.trial = true, .active = hashed, .before = now.active};
  if (hashed.slot == 0)
    xsUnknownError("nothing was loaded and hashed");
  close(file);
  file = -1;
  hashed = (struct image){0};
  fail(the, "cannot write", save_record(&next));
}

/* xs_mite_host_slot_confirm(): void */
void xs_mite_host_slot_confirm(xsMachine *the) {
  struct record next = now;
  next.trial = false;
  next.boots = 0;
  fail(the, "cannot write", save_record(&next));
  now = next;
}

/* xs_mite_host_slot_rollback(): void */
void xs_mite_host_slot_rollback(xsMachine *the) {
  const struct record next = {.active = now.before};
  if (!now.trial)
    xsUnknownError("no image is on trial");
  fail(the, "cannot write", save_record(&next));
  mite_restart();
}
