/* The ring against a plain model; a link's life at its edges: what a peer on a network cannot bring about. */
#include "check.h"
#include "link.h"
#include "link_ring.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static void rest(void) {
  nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
}

/* ---- the ring */

static uint32_t random_state = 7;

static uint32_t random_below(uint32_t most) {
  random_state = random_state * 1664525u + 1013904223u;
  return (random_state >> 8) % most;
}

static void ring_keeps_order(void) {
  uint8_t memory[37], bytes[64];
  struct mite_ring ring;
  uint8_t next_in = 0, next_out = 0;
  size_t held = 0;
  bool right = true;
  mite_ring_init(&ring, memory, sizeof memory);
  for (int round = 0; round < 200000 && right; round++) {
    const size_t length = random_below(sizeof bytes);
    if (random_below(2) == 0) {
      for (size_t i = 0; i < length; i++)
        bytes[i] = (uint8_t)(next_in + i);
      const bool fits = length <= sizeof memory - held;
      right = mite_ring_put(&ring, bytes, length) == fits;
      if (fits) {
        next_in = (uint8_t)(next_in + length);
        held += length;
      }
    } else {
      const size_t taken = mite_ring_take(&ring, bytes, length);
      right = right && taken == (length < held ? length : held);
      for (size_t i = 0; i < taken; i++)
        right = right && bytes[i] == next_out++;
      held -= taken;
    }
    right = right && ring.length == held && mite_ring_room(&ring) == sizeof memory - held;
  }
  check(right, "a ring keeps order and length through 200000 steps, and takes all or nothing");
}

/* ---- life */

static atomic_int wakes;
static atomic_bool deaf;

static bool wake(void *context) {
  (void)context;
  atomic_fetch_add(&wakes, 1);
  return !atomic_load(&deaf);
}

static int listener(uint16_t *port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof address;
  const int fd = socket(AF_INET, SOCK_STREAM, 0);
  if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof address) != 0 || listen(fd, 8) != 0 ||
      getsockname(fd, (struct sockaddr *)&address, &length) != 0)
    check(false, "a listener");
  *port = ntohs(address.sin_port);
  return fd;
}

static struct mite_link_options to(uint16_t port) {
  struct mite_link_options options = {.host = "127.0.0.1", .port = port, .trust = MITE_LINK_PLAIN};
  return options;
}

/* The next event other than "nothing". */
static enum mite_link_event event_of(struct mite_link *link, uint8_t *bytes, size_t size, size_t *length,
                                     char *reason) {
  for (;;) {
    const enum mite_link_event event = mite_link_next(link, bytes, size, length, reason);
    if (event != MITE_LINK_NOTHING)
      return event;
    rest();
  }
}

static void settle(void) {
  while (mite_link_count() > 0)
    rest();
}

static void refuses_nonsense(void) {
  char reason[MITE_LINK_REASON_BYTES] = "";
  struct mite_link_options options = to(0);
  check(mite_link_open(&options, wake, NULL, reason) == NULL && strcmp(reason, "no such host") == 0,
        "port 0 is refused");
  options = to(1);
  options.host[0] = '\0';
  check(mite_link_open(&options, wake, NULL, reason) == NULL, "an empty host is refused");
  memset(options.host, 'x', sizeof options.host);
  check(mite_link_open(&options, wake, NULL, reason) == NULL, "a host without an end is refused");
  check(mite_link_count() == 0, "and none of them is counted");
}

static void closes_in_every_phase(void) {
  uint16_t port;
  const int server = listener(&port);
  char reason[MITE_LINK_REASON_BYTES] = "";
  const struct mite_link_options options = to(port);
  int opened = 0;
  for (int round = 0; round < 200; round++) {
    struct mite_link *link = mite_link_open(&options, wake, NULL, reason);
    if (link == NULL) {
      settle();
      continue;
    }
    opened++;
    if (round % 3 == 1)
      rest();
    if (round % 3 == 2) {
      uint8_t bytes[8];
      size_t length;
      while (mite_link_next(link, bytes, sizeof bytes, &length, reason) == MITE_LINK_NOTHING)
        rest();
      mite_link_write(link, (const uint8_t *)"x", 1);
    }
    mite_link_close(link);
    close(accept(server, NULL, NULL));
  }
  settle();
  check(opened > 60, "200 links closed at any moment are all gone");
  close(server);
}

static void counts_links(void) {
  uint16_t port;
  const int server = listener(&port);
  char reason[MITE_LINK_REASON_BYTES] = "";
  const struct mite_link_options options = to(port);
  struct mite_link *links[MITE_LINKS];
  for (int i = 0; i < MITE_LINKS; i++)
    links[i] = mite_link_open(&options, wake, NULL, reason);
  check(mite_link_open(&options, wake, NULL, reason) == NULL && strstr(reason, "still being closed") != NULL,
        "there are at most %d links", MITE_LINKS);
  for (int i = 0; i < MITE_LINKS; i++)
    mite_link_close(links[i]);
  settle();
  close(server);
  check(mite_link_count() == 0, "closed links no longer count");
}

/* Nothing is taken before the connection stands, nor more than fits; a deaf owner is asked again and again.
 */
static void bounds_what_waits(void) {
  uint16_t port;
  const int server = listener(&port);
  char reason[MITE_LINK_REASON_BYTES] = "";
  uint8_t bytes[MITE_LINK_SEND_BYTES + 1] = {0};
  size_t length = 0;
  const struct mite_link_options options = to(port);
  atomic_store(&deaf, true);
  atomic_store(&wakes, 0);
  struct mite_link *link = mite_link_open(&options, wake, NULL, reason);
  while (atomic_load(&wakes) < 3)
    rest();
  check(true, "a wake that was refused is tried again");
  atomic_store(&deaf, false);
  check(event_of(link, bytes, sizeof bytes, &length, reason) == MITE_LINK_OPENED, "then it stands");
  check(!mite_link_write(link, bytes, sizeof bytes), "more than the queue is refused as a whole");
  check(mite_link_write(link, bytes, 0), "no bytes are taken");
  const int peer = accept(server, NULL, NULL);
  size_t taken = 0;
  int refused = 0;
  while (refused < 100) {
    if (mite_link_write(link, bytes, 1024)) {
      taken += 1024;
      refused = 0;
    } else {
      refused++;
      rest();
    }
  }
  check(taken > MITE_LINK_SEND_BYTES, "a peer that does not read fills the queue, and a write says so");
  size_t read_bytes = 0;
  mite_link_close(link);
  while (read_bytes < taken) {
    const ssize_t got = read(peer, bytes, sizeof bytes);
    if (got <= 0)
      break;
    read_bytes += (size_t)got;
  }
  check(read_bytes == taken, "what was taken arrives, although its owner has closed");
  close(peer);
  close(server);
  settle();
}

/* In order: what the peer has sent, then its end; then nothing is taken any longer. */
static void ends_after_the_last_byte(void) {
  uint16_t port;
  const int server = listener(&port);
  char reason[MITE_LINK_REASON_BYTES] = "";
  uint8_t bytes[7];
  size_t length = 0, all = 0;
  const struct mite_link_options options = to(port);
  struct mite_link *link = mite_link_open(&options, wake, NULL, reason);
  const int peer = accept(server, NULL, NULL);
  check(event_of(link, bytes, sizeof bytes, &length, reason) == MITE_LINK_OPENED, "it opens once, and first");
  static const uint8_t sent[3 * MITE_LINK_RECEIVE_BYTES];
  const bool whole = write(peer, sent, sizeof sent) == (ssize_t)sizeof sent;
  close(peer);
  while (event_of(link, bytes, sizeof bytes, &length, reason) == MITE_LINK_RECEIVED)
    all += length;
  check(whole && all == sizeof sent && strcmp(reason, "closed by the peer") == 0,
        "three times what the queue takes arrives before the end");
  check(!mite_link_write(link, bytes, 1), "nothing is taken after the end");
  check(mite_link_next(link, bytes, sizeof bytes, &length, reason) == MITE_LINK_NOTHING, "it ends once");
  mite_link_close(link);
  close(server);
  settle();
}

int main(void) {
  ring_keeps_order();
  refuses_nonsense();
  counts_links();
  closes_in_every_phase();
  bounds_what_waits();
  ends_after_the_last_byte();
  return check_failures > 0;
}
