/*
 * A program around one link, for link.test.ts: link-client HOST PORT [FINGERPRINT [SLOW]]. Standard input
 * goes to the peer, what the peer sends to standard output; "open", then "closed: REASON" to standard error.
 * The owner's thread waits for wakes as the machine's does; one in eight wakes is refused, as by a full
 * queue; with SLOW it takes 100 bytes a time, with a rest between.
 */
#include "link.h"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static int wakes[2];
static unsigned asked;

/* With the link's lock held: no other call at the same time. */
static bool wake(void *context) {
  (void)context;
  return ++asked % 8 != 3 && write(wakes[1], "", 1) == 1;
}

static bool hex(const char *text, uint8_t *bytes, size_t count) {
  if (strlen(text) != 2 * count)
    return false;
  for (size_t i = 0; i < count; i++) {
    unsigned byte;
    if (sscanf(text + 2 * i, "%2x", &byte) != 1)
      return false;
    bytes[i] = (uint8_t)byte;
  }
  return true;
}

static void put(const uint8_t *bytes, size_t length) {
  while (length > 0) {
    const ssize_t count = write(1, bytes, length);
    if (count <= 0)
      exit(3);
    bytes += count;
    length -= (size_t)count;
  }
}

static void rest(long milliseconds) {
  nanosleep(&(struct timespec){.tv_nsec = milliseconds * 1000000}, NULL);
}

int main(int count, char **words) {
  struct mite_link_options options = {.trust = MITE_LINK_PLAIN};
  char reason[MITE_LINK_REASON_BYTES];
  uint8_t bytes[1460];
  const bool slow = count > 4;
  const size_t size = slow ? 100 : sizeof bytes;
  signal(SIGPIPE, SIG_IGN);
  if (count < 3 || pipe(wakes) != 0)
    return 2;
  snprintf(options.host, sizeof options.host, "%s", words[1]);
  options.port = (uint16_t)atoi(words[2]);
  if (count > 3 && words[3][0] != '\0') {
    options.trust = MITE_LINK_PIN;
    if (!hex(words[3], options.fingerprint, sizeof options.fingerprint))
      return 2;
  }
  struct mite_link *link = mite_link_open(&options, wake, NULL, reason);
  if (link == NULL) {
    fprintf(stderr, "closed: %s\n", reason);
    return 1;
  }
  uint8_t waiting[1000];
  size_t held = 0;
  bool open = false, input = true;
  while (input || held > 0) {
    struct pollfd fds[2] = {
        {.fd = wakes[0], .events = POLLIN},
        {.fd = 0, .events = POLLIN},
    };
    poll(fds, open && held == 0 ? 2 : 1, held > 0 ? 5 : -1);
    if (held == 0 && open && fds[1].revents != 0) {
      const ssize_t got = read(0, waiting, sizeof waiting);
      input = got > 0;
      held = got > 0 ? (size_t)got : 0;
    }
    if (held > 0 && mite_link_write(link, waiting, held))
      held = 0;
    char one;
    if (fds[0].revents == 0 || read(wakes[0], &one, 1) != 1)
      continue;
    for (int turn = 0;; turn++) {
      size_t length = 0;
      if (turn == 4) {
        mite_link_again(link);
        break;
      }
      const enum mite_link_event event = mite_link_next(link, bytes, size, &length, reason);
      if (event == MITE_LINK_NOTHING)
        break;
      if (event == MITE_LINK_OPENED) {
        open = true;
        fputs("open\n", stderr);
      } else if (event == MITE_LINK_RECEIVED) {
        put(bytes, length);
        if (slow)
          rest(1);
      } else {
        fprintf(stderr, "closed: %s\n", reason);
        mite_link_close(link);
        while (mite_link_count() > 0)
          rest(1);
        return 0;
      }
    }
  }
  mite_link_close(link);
  while (mite_link_count() > 0) /* what is queued goes out */
    rest(1);
  fputs("closed by us\n", stderr);
  return 0;
}
