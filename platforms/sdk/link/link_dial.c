/* link.h, the task's side: from a name to a connection that stands. */
#include "link_inner.h"

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* ---- state */

enum mite_link_state mite_link_state_of(struct mite_link *link) {
  mite_mutex_lock(&link->lock);
  const enum mite_link_state state = link->state;
  mite_mutex_unlock(&link->lock);
  return state;
}

void mite_link_enter(struct mite_link *link, enum mite_link_state state) {
  link->since = mite_link_millis();
  mite_mutex_lock(&link->lock);
  link->state = state;
  if (state == MITE_LINK_STANDING)
    link->opened = link->news = true;
  mite_mutex_unlock(&link->lock);
}

void mite_link_hang_up(struct mite_link *link) {
  if (link->tls != NULL)
    mite_link_tls_delete(link->tls); /* the socket too */
  else if (link->socket >= 0)
    close(link->socket);
  link->tls = NULL;
  link->socket = -1;
}

/* Ends it for the owner, who may still have bytes to take. */
void mite_link_fail(struct mite_link *link, const char *before, const char *reason) {
  mite_mutex_lock(&link->lock);
  snprintf(link->reason, sizeof link->reason, "%s%s", before, reason);
  link->state = MITE_LINK_OVER;
  link->news = true;
  link->out.length = 0;
  mite_mutex_unlock(&link->lock);
  mite_link_hang_up(link);
}

void mite_link_fail_errno(struct mite_link *link, int error) {
  char text[32];
  const char *known = error == ECONNREFUSED                           ? "connection refused"
                      : error == ECONNRESET || error == ECONNABORTED  ? "connection lost"
                      : error == EPIPE || error == ENOTCONN           ? "connection lost"
                      : error == EHOSTUNREACH || error == ENETUNREACH ? "no route to it"
                      : error == ETIMEDOUT                            ? "no answer"
                      : error == ENOMEM || error == ENOBUFS           ? "out of memory"
                                                                      : NULL;
  snprintf(text, sizeof text, "network error %d", error);
  mite_link_fail(link, mite_link_state_of(link) == MITE_LINK_SHAKING ? "TLS: " : "", known ? known : text);
}

/* ---- connecting */

/* The one step that waits: closed by its owner meanwhile, the link lingers until the resolver gives up. */
static void resolve(struct mite_link *link) {
  const struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
  struct addrinfo *found = NULL;
  if (strchr(link->options.host, ':') != NULL) {
    mite_link_fail(link, "", "this board reaches IPv4 addresses only");
    return;
  }
  if (getaddrinfo(link->options.host, NULL, &hints, &found) != 0) {
    mite_link_fail(link, "", "name not found");
    return;
  }
  const unsigned most = sizeof link->addresses / sizeof link->addresses[0];
  for (const struct addrinfo *each = found; each != NULL && link->address_count < most;
       each = each->ai_next) {
    struct sockaddr_in address;
    if (each->ai_family != AF_INET || each->ai_addr == NULL || each->ai_addrlen < sizeof address)
      continue;
    memcpy(&address, each->ai_addr, sizeof address);
    link->addresses[link->address_count++] = address.sin_addr.s_addr;
  }
  freeaddrinfo(found);
  if (link->address_count == 0)
    mite_link_fail(link, "", "name not found");
  else
    mite_link_enter(link, MITE_LINK_CONNECTING);
}

static void connected(struct mite_link *link) {
  if (link->options.trust == MITE_LINK_PLAIN) {
    mite_link_enter(link, MITE_LINK_STANDING);
    return;
  }
  link->tls = mite_link_tls_new(link->socket, &link->options);
  if (link->tls == NULL)
    mite_link_fail(link, "TLS: ", "out of memory");
  else
    mite_link_enter(link, MITE_LINK_SHAKING);
}

/* This address failed: the next one, or the end. */
static void unreachable(struct mite_link *link, int error) {
  if (link->socket >= 0)
    close(link->socket);
  link->socket = -1;
  if (link->address_next >= link->address_count)
    mite_link_fail_errno(link, error);
}

static void dial(struct mite_link *link) {
  const int on = 1;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(link->options.port)};
  address.sin_addr.s_addr = link->addresses[link->address_next++];
  link->socket = socket(AF_INET, SOCK_STREAM, 0);
  if (link->socket < 0) {
    mite_link_fail(link, "", "no socket is free");
    return;
  }
  const int flags = fcntl(link->socket, F_GETFL, 0);
  if (flags < 0 || fcntl(link->socket, F_SETFL, flags | O_NONBLOCK) != 0) {
    unreachable(link, errno);
    return;
  }
  (void)setsockopt(link->socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (connect(link->socket, (const struct sockaddr *)&address, sizeof address) == 0)
    connected(link);
  else if (errno != EINPROGRESS)
    unreachable(link, errno);
}

void mite_link_dialled(struct mite_link *link) {
  int error = 0;
  socklen_t length = sizeof error;
  if (getsockopt(link->socket, SOL_SOCKET, SO_ERROR, &error, &length) != 0)
    error = errno;
  if (error == 0)
    connected(link);
  else
    unreachable(link, error);
}

void mite_link_shake(struct mite_link *link) {
  const enum mite_link_step step = mite_link_tls_handshake(link->tls);
  link->read_writable = step == MITE_STEP_WRITABLE;
  if (step == MITE_STEP_DONE)
    mite_link_enter(link, MITE_LINK_STANDING);
  else if (step == MITE_STEP_ENDED)
    mite_link_fail(link, "TLS: ", "closed by the peer during the handshake");
  else if (step == MITE_STEP_FAILED)
    mite_link_fail(link, "TLS: ", mite_link_tls_reason(link->tls));
}

/* Without a wait before it: the first step of a phase. */
void mite_link_begin(struct mite_link *link) {
  for (;;) {
    switch (mite_link_state_of(link)) {
    case MITE_LINK_RESOLVING:
      resolve(link);
      continue;
    case MITE_LINK_CONNECTING:
      if (link->socket >= 0)
        return;
      dial(link);
      if (mite_link_state_of(link) == MITE_LINK_CONNECTING && link->socket >= 0)
        return;
      continue;
    case MITE_LINK_SHAKING:
      mite_link_shake(link);
      return;
    default:
      return;
    }
  }
}
