/* What a board leaves when its heap runs out: in a chip a word that a reset does not reach, here a file
 * beside the records. */
#include "last_words.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "host.h"

#define FILE_NAME "heap-end"
#define DOING_MAX 16

static int directory = -1;
static unsigned ends;              /* boots in a row that ended so */
static char before[DOING_MAX + 1]; /* what the last of them was at */
static char doing[DOING_MAX + 1];  /* what this one is at */

static void write_file(unsigned count, const char *text, int fresh) {
  char line[64];
  int length = snprintf(line, sizeof line, "%u %d %s\n", count, fresh, text);
  int file = openat(directory, FILE_NAME, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0)
    return; /* one memory less */
  ssize_t written = write(file, line, (size_t)length);
  (void)written;
  close(file);
}

int mite_last_words_open(int data) {
  char line[64] = "";
  unsigned count = 0, fresh = 0;
  char text[DOING_MAX + 1] = "";
  directory = data;
  int file = openat(directory, FILE_NAME, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (file < 0)
    return 0;
  ssize_t length = read(file, line, sizeof line - 1);
  close(file);
  if (length <= 0 || sscanf(line, "%5u %1u %16[a-z-]", &count, &fresh, text) < 2)
    return 0;
  ends = count;
  memcpy(before, text, sizeof before);
  if (fresh)
    write_file(ends, before, 0);
  return fresh != 0;
}

void mite_last_words_heap(void) {
  if (directory >= 0)
    write_file(ends + 1, doing, 1);
}

/* xs_mite_host_last_words_ends(): number */
void xs_mite_host_last_words_ends(xsMachine *the) {
  xsmcSetInteger(xsResult, (xsIntegerValue)ends);
}

/* xs_mite_host_last_words_doing(): string */
void xs_mite_host_last_words_doing(xsMachine *the) {
  xsmcSetString(xsResult, before);
}

/* xs_mite_host_last_words_mark(doing): void */
void xs_mite_host_last_words_mark(xsMachine *the) {
  char text[DOING_MAX + 1];
  mite_string_argument(the, 0, text, sizeof text);
  memcpy(doing, text, sizeof doing);
}

/* xs_mite_host_last_words_forget(): void */
void xs_mite_host_last_words_forget(xsMachine *the) {
  (void)the;
  ends = 0;
  before[0] = '\0';
  if (directory >= 0)
    unlinkat(directory, FILE_NAME, 0);
}
