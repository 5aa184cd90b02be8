/* See dial.h. */
#include "dial.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* How many of a name's addresses are tried, and how long after the previous one each begins at the latest
 * (RFC 8305 recommends 100 ms to 2 s): all of them within the 5 s that a client waits. */
#define ADDRESSES_MAX 8
#define NEXT_MILLISECONDS 500u
#define KNOWN_MAX 4 /* hosts whose address is remembered */

/* One address under way. */
struct mite_attempt {
  struct mite_watch watch;
  struct mite_dial *dial;
  struct sockaddr_storage address;
  socklen_t length;
};

/* The addresses that answered last, tried first the next time. The oldest is replaced. */
static struct {
  char host[MITE_HOST_BYTES];
  struct sockaddr_storage address;
  socklen_t length;
} known[KNOWN_MAX];
static size_t known_next;

static void end_attempt(struct mite_attempt *attempt) {
  mite_watch_remove(&attempt->watch);
  if (attempt->watch.fd >= 0)
    close(attempt->watch.fd);
  attempt->watch.fd = -1;
}

void mite_dial_cancel(struct mite_dial *dial) {
  mite_lookup_cancel(dial->lookup);
  dial->lookup = NULL;
  mite_alarm_unset(&dial->pace);
  for (size_t i = 0; i < dial->next; i++)
    end_attempt(&dial->attempts[i]);
  free(dial->attempts);
  dial->attempts = NULL;
  dial->count = dial->next = 0;
}

static void give_up(struct mite_dial *dial, const char *reason) {
  mite_dial_cancel(dial);
  dial->failed(dial, reason);
}

static bool same_address(const struct mite_attempt *attempt, const struct sockaddr_storage *address,
                         socklen_t length) {
  return attempt->length == length && memcmp(&attempt->address, address, length) == 0;
}

static void remember(const struct mite_attempt *attempt) {
  size_t at = 0;
  const char *host = attempt->dial->host;
  while (at < KNOWN_MAX && strcmp(known[at].host, host) != 0)
    at++;
  if (at == KNOWN_MAX) {
    at = known_next;
    known_next = (known_next + 1) % KNOWN_MAX;
  }
  snprintf(known[at].host, sizeof known[at].host, "%s", host);
  known[at].address = attempt->address;
  known[at].length = attempt->length;
}

/* The address that answered last comes first. */
static void known_first(struct mite_dial *dial) {
  for (size_t at = 0; at < KNOWN_MAX; at++) {
    if (strcmp(known[at].host, dial->host) != 0)
      continue;
    for (size_t i = 1; i < dial->count; i++) {
      if (!same_address(&dial->attempts[i], &known[at].address, known[at].length))
        continue;
      struct mite_attempt first = dial->attempts[i];
      memmove(&dial->attempts[1], &dial->attempts[0], i * sizeof first);
      dial->attempts[0] = first;
      return;
    }
  }
}

/* 0 or errno */
static int begin(struct mite_attempt *attempt) {
  const struct sockaddr *address = (const struct sockaddr *)&attempt->address;
  int fd = socket(address->sa_family, SOCK_STREAM, 0);
  if (fd < 0)
    return errno;
  fcntl(fd, F_SETFD, FD_CLOEXEC);
  fcntl(fd, F_SETFL, O_NONBLOCK);
  int one = 1;
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  if (connect(fd, address, attempt->length) != 0 && errno != EINPROGRESS) {
    int error = errno;
    close(fd);
    return error;
  }
  attempt->watch.fd = fd;
  attempt->watch.events = POLLOUT;
  mite_watch_add(&attempt->watch);
  return 0;
}

/* Begins the next address that can be begun; if there is none, and none under way, reports why. */
static void try_next(struct mite_dial *dial) {
  int error = 0;
  while (dial->next < dial->count) {
    int problem = begin(&dial->attempts[dial->next++]);
    if (problem == 0) {
      if (dial->next < dial->count)
        mite_alarm_set(&dial->pace, mite_now() + NEXT_MILLISECONDS);
      return;
    }
    error = problem;
  }
  for (size_t i = 0; i < dial->next; i++)
    if (dial->attempts[i].watch.fd >= 0)
      return;
  if (dial->answer != 0)
    error = dial->answer;
  give_up(dial, error == EINVAL ? "a link-local address without its interface, as in fe80::1%eth0"
                : error         ? strerror(error)
                                : "no address");
}

static void pace_due(struct mite_alarm *alarm) {
  try_next((struct mite_dial *)((uint8_t *)alarm - offsetof(struct mite_dial, pace)));
}

/* The first address that answers becomes the connection; the others are dropped. */
static void connected(struct mite_attempt *attempt) {
  struct mite_dial *dial = attempt->dial;
  const int fd = attempt->watch.fd;
  remember(attempt);
  mite_watch_remove(&attempt->watch);
  attempt->watch.fd = -1;
  mite_dial_cancel(dial);
  dial->connected(dial, fd);
}

static void attempt_ready(struct mite_watch *watch, short revents) {
  (void)revents;
  struct mite_attempt *attempt =
      (struct mite_attempt *)((uint8_t *)watch - offsetof(struct mite_attempt, watch));
  struct mite_dial *dial = attempt->dial;
  int error = 0;
  socklen_t size = sizeof error;
  struct sockaddr_storage peer;
  socklen_t length = sizeof peer;
  if (getsockopt(watch->fd, SOL_SOCKET, SO_ERROR, &error, &size) != 0)
    error = errno;
  if (error == 0 && getpeername(watch->fd, (struct sockaddr *)&peer, &length) == 0) {
    connected(attempt);
    return;
  }
  if (error == 0) /* poll saw another descriptor of the same number */
    return;
  end_attempt(attempt);
  mite_alarm_unset(&dial->pace);
  if (dial->answer == 0)
    dial->answer = error;
  try_next(dial);
}

static void connect_addresses(struct mite_dial *dial, struct addrinfo *addresses) {
  dial->attempts = calloc(ADDRESSES_MAX, sizeof *dial->attempts);
  for (struct addrinfo *each = addresses; each && dial->attempts && dial->count < ADDRESSES_MAX;
       each = each->ai_next) {
    struct mite_attempt *attempt = &dial->attempts[dial->count];
    if (each->ai_addrlen > sizeof attempt->address)
      continue;
    memcpy(&attempt->address, each->ai_addr, each->ai_addrlen);
    attempt->length = each->ai_addrlen;
    attempt->dial = dial;
    attempt->watch = (struct mite_watch){.fd = -1, .ready = attempt_ready};
    dial->count++;
  }
  freeaddrinfo(addresses);
  if (dial->attempts == NULL) {
    give_up(dial, "out of memory");
    return;
  }
  known_first(dial);
  try_next(dial);
}

static void resolved(void *owner, struct addrinfo *addresses, int error) {
  struct mite_dial *dial = owner;
  dial->lookup = NULL;
  if (addresses) {
    connect_addresses(dial, addresses);
    return;
  }
  const char *interface = strchr(dial->host, '%');
  char reason[128];
  if (interface)
    snprintf(reason, sizeof reason, "no such network interface as %s", interface + 1);
  else
    snprintf(reason, sizeof reason, "name not found: %s", gai_strerror(error));
  give_up(dial, reason);
}

void mite_dial_start(struct mite_dial *dial, const char *host, const char *port) {
  struct addrinfo hints = {.ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICHOST};
  struct addrinfo *addresses = NULL;
  snprintf(dial->host, sizeof dial->host, "%s", host);
  dial->pace.fire = pace_due;
  if (getaddrinfo(host, port, &hints, &addresses) == 0)
    connect_addresses(dial, addresses);
  else if ((dial->lookup = mite_lookup_start(host, port, resolved, dial)) == NULL)
    give_up(dial, "no resolver");
}
