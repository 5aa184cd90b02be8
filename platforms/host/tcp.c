/*
 * TCP clients, with TLS (tls.h) where it is asked for. A connection is the native data of a JavaScript
 * object, which is remembered while the connection may still call its handlers and is collected some time
 * after.
 */
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "host.h"
#include "loop.h"
#include "resolver.h"
#include "tls.h"

#define CONNECTIONS_MAX 16
#define READ_BYTES 1460 /* a segment, as on a chip: one onData a turn */
#define WRITE_LIMIT (16u * 1024u)
#define CONNECT_MILLISECONDS 15000u
/* Of a name's addresses so many are tried, each begun so long after the one before it at the latest (RFC 8305
 * calls for 100 ms to 2 s): all of them within the 5 s that a client waits for. */
#define ADDRESSES_MAX 8
#define NEXT_MILLISECONDS 500u
#define KNOWN_MAX 4 /* hosts whose address is remembered */

enum state { RESOLVING, CONNECTING, SHAKING /* hands, for TLS */, OPEN, FAILED /* onClose is due */, CLOSED };

struct tcp;

/* One address under way. */
struct attempt {
  struct mite_watch watch;
  struct tcp *tcp;
  struct sockaddr_storage address;
  socklen_t length;
};

struct tcp {
  enum state state;
  struct mite_watch watch;
  struct mite_deferred report; /* for what must not be told from inside a call */
  struct mite_deferred more;   /* TLS may have more of what was received */
  struct mite_alarm alarm;     /* time to connect, handshake included */
  struct mite_tls *tls;        /* NULL: plain */
  struct mite_lookup *lookup;  /* while RESOLVING a name */
  char host[MITE_HOST_BYTES];
  struct mite_alarm pace;   /* time for the next address, whatever became of the ones before */
  struct attempt *attempts; /* while CONNECTING: `count` of them, those before `next` begun */
  size_t count, next;
  int answer; /* errno of the first that failed under way, which says more than one that could not begin */
  char reason[128];
  uint8_t *out; /* WRITE_LIMIT bytes, once connected */
  size_t out_length;
  xsSlot self, handlers; /* remembered until CLOSED */
};

#define FROM(POINTER, MEMBER) ((struct tcp *)((uint8_t *)(POINTER)-offsetof(struct tcp, MEMBER)))

static uint32_t connections;

/* The addresses that answered last: tried first the next time. The oldest gives way. */
static struct {
  char host[MITE_HOST_BYTES];
  struct sockaddr_storage address;
  socklen_t length;
} known[KNOWN_MAX];
static size_t known_next;

static void fail(struct tcp *tcp, const char *format, const char *detail);
static void flush(struct tcp *tcp);

/* ---- life */

static void end_attempt(struct attempt *attempt) {
  mite_watch_remove(&attempt->watch);
  if (attempt->watch.fd >= 0)
    close(attempt->watch.fd);
  attempt->watch.fd = -1;
}

static void drop_attempts(struct tcp *tcp) {
  mite_alarm_unset(&tcp->pace);
  for (size_t i = 0; i < tcp->next; i++)
    end_attempt(&tcp->attempts[i]);
  free(tcp->attempts);
  tcp->attempts = NULL;
  tcp->count = tcp->next = 0;
}

static void release(struct tcp *tcp) {
  mite_watch_remove(&tcp->watch);
  mite_undefer(&tcp->report);
  mite_undefer(&tcp->more);
  mite_alarm_unset(&tcp->alarm);
  drop_attempts(tcp);
  if (tcp->watch.fd >= 0)
    close(tcp->watch.fd);
  tcp->watch.fd = -1;
  free(tcp->out);
  tcp->out = NULL;
  mite_tls_delete(tcp->tls);
  tcp->tls = NULL;
  mite_lookup_cancel(tcp->lookup);
  tcp->lookup = NULL;
}

/* No handler is called from here on. */
static void close_tcp(xsMachine *the, struct tcp *tcp) {
  if (tcp->state == CLOSED)
    return;
  tcp->state = CLOSED;
  connections--;
  release(tcp);
  xsForget(tcp->self);
  xsForget(tcp->handlers);
}

void xs_mite_host_tcp_destructor(void *data) {
  if (data == NULL)
    return;
  release(data); /* still open only when the whole machine ends */
  free(data);
}

/* ---- handlers */

static void report_closed(struct mite_deferred *deferred) {
  struct tcp *tcp = FROM(deferred, report);
  xsBeginHost(mite_the);
  {
    xsmcVars(2);
    xsVar(0) = xsAccess(tcp->handlers);
    xsmcSetString(xsVar(1), tcp->reason);
    close_tcp(the, tcp);
    xsCall1(xsVar(0), xsID("onClose"), xsVar(1));
  }
  xsEndHost(mite_the);
  mite_machine_drain(mite_the);
}

static void report_open(struct tcp *tcp) {
  xsBeginHost(mite_the);
  {
    xsmcVars(1);
    xsVar(0) = xsAccess(tcp->handlers);
    xsCall0(xsVar(0), xsID("onOpen"));
  }
  xsEndHost(mite_the);
  mite_machine_drain(mite_the);
}

static void report_data(struct tcp *tcp, const uint8_t *bytes, size_t length) {
  xsBeginHost(mite_the);
  {
    xsmcVars(2);
    xsVar(0) = xsAccess(tcp->handlers);
    mite_set_bytes(the, &xsVar(1), bytes, length);
    xsCall1(xsVar(0), xsID("onData"), xsVar(1));
  }
  xsEndHost(mite_the);
  mite_machine_drain(mite_the);
}

/* ---- connecting: the addresses one after the other, and those begun go on beside the next ones */

static void connected(struct attempt *attempt);

static bool same_address(const struct attempt *attempt, const struct sockaddr_storage *address,
                         socklen_t length) {
  return attempt->length == length && memcmp(&attempt->address, address, length) == 0;
}

static void remember(const struct attempt *attempt) {
  size_t at = 0;
  const char *host = attempt->tcp->host;
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
static void known_first(struct tcp *tcp) {
  for (size_t at = 0; at < KNOWN_MAX; at++) {
    if (strcmp(known[at].host, tcp->host) != 0)
      continue;
    for (size_t i = 1; i < tcp->count; i++) {
      if (!same_address(&tcp->attempts[i], &known[at].address, known[at].length))
        continue;
      struct attempt first = tcp->attempts[i];
      memmove(&tcp->attempts[1], &tcp->attempts[0], i * sizeof first);
      tcp->attempts[0] = first;
      return;
    }
  }
}

/* 0 or errno */
static int begin(struct attempt *attempt) {
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

/* Begins the next address that can be begun; tells why none can when none is under way either. */
static void try_next(struct tcp *tcp) {
  int error = 0;
  while (tcp->next < tcp->count) {
    int problem = begin(&tcp->attempts[tcp->next++]);
    if (problem == 0) {
      if (tcp->next < tcp->count)
        mite_alarm_set(&tcp->pace, mite_now() + NEXT_MILLISECONDS);
      return;
    }
    error = problem;
  }
  for (size_t i = 0; i < tcp->next; i++)
    if (tcp->attempts[i].watch.fd >= 0)
      return;
  if (tcp->answer != 0)
    error = tcp->answer;
  fail(tcp, "%s",
       error == EINVAL ? "a link-local address without its interface, as in fe80::1%eth0"
       : error         ? strerror(error)
                       : "no address");
}

static void pace_due(struct mite_alarm *alarm) {
  try_next(FROM(alarm, pace));
}

static void attempt_ready(struct mite_watch *watch, short revents) {
  (void)revents;
  struct attempt *attempt = (struct attempt *)((uint8_t *)watch - offsetof(struct attempt, watch));
  struct tcp *tcp = attempt->tcp;
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
  if (error == 0) /* what poll saw was another's, of the same number */
    return;
  end_attempt(attempt);
  mite_alarm_unset(&tcp->pace);
  if (tcp->answer == 0)
    tcp->answer = error;
  try_next(tcp);
}

static void connect_addresses(struct tcp *tcp, struct addrinfo *addresses) {
  tcp->state = CONNECTING;
  tcp->attempts = calloc(ADDRESSES_MAX, sizeof *tcp->attempts);
  for (struct addrinfo *each = addresses; each && tcp->attempts && tcp->count < ADDRESSES_MAX;
       each = each->ai_next) {
    struct attempt *attempt = &tcp->attempts[tcp->count];
    if (each->ai_addrlen > sizeof attempt->address)
      continue;
    memcpy(&attempt->address, each->ai_addr, each->ai_addrlen);
    attempt->length = each->ai_addrlen;
    attempt->tcp = tcp;
    attempt->watch = (struct mite_watch){.fd = -1, .ready = attempt_ready};
    tcp->count++;
  }
  freeaddrinfo(addresses);
  if (tcp->attempts == NULL) {
    fail(tcp, "%s", "out of memory");
    return;
  }
  known_first(tcp);
  try_next(tcp);
}

static void opened(struct tcp *tcp) {
  mite_alarm_unset(&tcp->alarm);
  tcp->state = OPEN;
  report_open(tcp);
}

/* ---- TLS: what it has for the peer goes to `out`, what it has for us to onData */

/* Ends the connection for the reason that TLS has; the peer gets the alert if it can be sent at once. */
static void fail_tls(struct tcp *tcp) {
  tcp->out_length += mite_tls_drain(tcp->tls, tcp->out + tcp->out_length, WRITE_LIMIT - tcp->out_length);
  ssize_t sent = send(tcp->watch.fd, tcp->out, tcp->out_length, MSG_NOSIGNAL);
  (void)sent;
  fail(tcp, "%s", mite_tls_reason(tcp->tls));
}

/* Sends what TLS has to say after a step. False: the connection has failed. */
static bool follow_tls(struct tcp *tcp, enum mite_tls_state result) {
  if (result == MITE_TLS_FAILED) {
    fail_tls(tcp);
    return false;
  }
  if (mite_tls_waiting(tcp->tls) > WRITE_LIMIT - tcp->out_length) {
    fail(tcp, "%s", "TLS: the peer asks too much");
    return false;
  }
  tcp->out_length += mite_tls_drain(tcp->tls, tcp->out + tcp->out_length, WRITE_LIMIT - tcp->out_length);
  flush(tcp);
  return tcp->state == SHAKING || tcp->state == OPEN;
}

static void shake(struct tcp *tcp) {
  enum mite_tls_state result = mite_tls_handshake(tcp->tls);
  if (!follow_tls(tcp, result) || result != MITE_TLS_READY)
    return;
  mite_defer(&tcp->more); /* the first data may have come with the end of the handshake */
  opened(tcp);
}

/* One onData a turn. */
static void deliver(struct tcp *tcp) {
  uint8_t bytes[READ_BYTES];
  size_t length = 0;
  enum mite_tls_state result = mite_tls_read(tcp->tls, bytes, sizeof bytes, &length);
  if (!follow_tls(tcp, result))
    return;
  if (result == MITE_TLS_ENDED) {
    fail(tcp, "%s", "closed by the peer");
  } else if (result == MITE_TLS_READY) {
    mite_defer(&tcp->more);
    report_data(tcp, bytes, length);
  }
}

static void deliver_more(struct mite_deferred *deferred) {
  deliver(FROM(deferred, more));
}

/* ---- connected */

/* The first address that answers is the connection; the others are left. */
static void connected(struct attempt *attempt) {
  struct tcp *tcp = attempt->tcp;
  remember(attempt);
  mite_watch_remove(&attempt->watch);
  tcp->watch.fd = attempt->watch.fd;
  attempt->watch.fd = -1;
  drop_attempts(tcp);
  tcp->out = malloc(WRITE_LIMIT);
  if (tcp->out == NULL) {
    fail(tcp, "%s", "out of memory");
    return;
  }
  tcp->watch.events = POLLIN;
  mite_watch_add(&tcp->watch);
  if (tcp->tls) {
    tcp->state = SHAKING;
    shake(tcp);
  } else {
    opened(tcp);
  }
}

static void connect_late(struct mite_alarm *alarm) {
  struct tcp *tcp = FROM(alarm, alarm);
  fail(tcp, "%s", tcp->state == SHAKING ? "TLS: no answer" : "no answer");
}

static void resolved(void *owner, struct addrinfo *addresses, int error) {
  struct tcp *tcp = owner;
  tcp->lookup = NULL;
  if (addresses)
    connect_addresses(tcp, addresses);
  else
    fail(tcp, strchr(tcp->host, '%') ? "no such network interface as %s" : "name not found: %s",
         strchr(tcp->host, '%') ? strchr(tcp->host, '%') + 1 : gai_strerror(error));
}

/* ---- transfer */

/* Closes the socket now and tells onClose on the loop's next turn. */
static void fail(struct tcp *tcp, const char *format, const char *detail) {
  if (tcp->state == CLOSED || tcp->state == FAILED)
    return;
  snprintf(tcp->reason, sizeof tcp->reason, format, detail); /* `detail` may be what is released */
  release(tcp);
  tcp->state = FAILED;
  mite_defer(&tcp->report);
}

/* Sends what is queued, as much as the socket takes. */
static void flush(struct tcp *tcp) {
  size_t sent = 0;
  while (sent < tcp->out_length) {
    ssize_t count = send(tcp->watch.fd, tcp->out + sent, tcp->out_length - sent, MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR)
      continue;
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
      break;
    if (count < 0) {
      fail(tcp, "%s", strerror(errno));
      return;
    }
    sent += (size_t)count;
  }
  tcp->out_length -= sent;
  memmove(tcp->out, tcp->out + sent, tcp->out_length);
  tcp->watch.events = tcp->out_length > 0 ? POLLIN | POLLOUT : POLLIN;
}

static void receive(struct tcp *tcp) {
  uint8_t bytes[READ_BYTES];
  if (tcp->more.queued) /* TLS gives first what it has */
    return;
  ssize_t count = recv(tcp->watch.fd, bytes, sizeof bytes, 0);
  if (count > 0 && tcp->tls) {
    if (!mite_tls_feed(tcp->tls, bytes, (size_t)count))
      fail(tcp, "%s", "out of memory");
    else if (tcp->state == SHAKING)
      shake(tcp);
    else
      deliver(tcp);
  } else if (count > 0)
    report_data(tcp, bytes, (size_t)count);
  else if (count == 0)
    fail(tcp, "%s",
         tcp->state == SHAKING ? "TLS: closed by the peer during the handshake" : "closed by the peer");
  else if (errno != EINTR && errno != EAGAIN && errno != EWOULDBLOCK)
    fail(tcp, "%s", strerror(errno));
}

static void tcp_ready(struct mite_watch *watch, short revents) {
  struct tcp *tcp = FROM(watch, watch);
  if (revents & POLLOUT)
    flush(tcp);
  if ((tcp->state == OPEN || tcp->state == SHAKING) && (revents & (POLLIN | POLLHUP | POLLERR)))
    receive(tcp);
}

/* ---- natives */

static void fingerprint_argument(xsMachine *the, int32_t index, uint8_t *fingerprint) {
  char hex[2 * MITE_FINGERPRINT_BYTES + 1];
  mite_string_argument(the, index, hex, sizeof hex);
  if (strspn(hex, "0123456789abcdef") != sizeof hex - 1)
    xsRangeError("a fingerprint of %d hex digits is expected", (int)sizeof hex - 1);
  for (size_t i = 0; i < MITE_FINGERPRINT_BYTES; i++) {
    char byte[3] = {hex[2 * i], hex[2 * i + 1], '\0'};
    fingerprint[i] = (uint8_t)strtoul(byte, NULL, 16);
  }
}

/* xs_mite_host_tcp_tls(): boolean, whether there is TLS */
void xs_mite_host_tcp_tls(xsMachine *the) {
  xsmcSetBoolean(xsResult, mite_tls_available());
}

/*
 * xs_mite_host_tcp(host, port, handlers, fingerprint?): called on an instance of
 * Native("xs_mite_host_tcp_destructor"); with a fingerprint of the certificate: TLS
 */
void xs_mite_host_tcp(xsMachine *the) {
  char host[MITE_HOST_BYTES] = {0}, port[MITE_PORT_BYTES];
  uint8_t fingerprint[MITE_FINGERPRINT_BYTES];
  mite_string_argument(the, 0, host, sizeof host);
  snprintf(port, sizeof port, "%u", (unsigned)mite_number_argument(the, 1, 1, 65535));
  if (xsmcArgc < 3 || xsmcTypeOf(xsArg(2)) != xsReferenceType)
    xsTypeError("handlers are expected");
  bool secure = xsmcArgc > 3 && xsmcTypeOf(xsArg(3)) != xsUndefinedType;
  if (secure)
    fingerprint_argument(the, 3, fingerprint);
  if (secure && !mite_tls_available())
    xsUnknownError("this board was built without TLS");
  if (xsmcGetHostData(xsThis) != NULL) /* throws on an object without native data */
    xsTypeError("connected already");
  if (connections >= CONNECTIONS_MAX)
    xsUnknownError("more than %d connections", CONNECTIONS_MAX);
  struct tcp *tcp = calloc(1, sizeof *tcp);
  if (tcp == NULL)
    xsUnknownError("out of memory");
  if (secure && (tcp->tls = mite_tls_new(fingerprint)) == NULL) {
    free(tcp);
    xsUnknownError("TLS cannot be set up");
  }
  tcp->watch = (struct mite_watch){.fd = -1, .ready = tcp_ready};
  tcp->report.call = report_closed;
  tcp->more.call = deliver_more;
  tcp->alarm.fire = connect_late;
  tcp->pace.fire = pace_due;
  memcpy(tcp->host, host, sizeof host);
  tcp->state = RESOLVING;
  tcp->self = xsThis;
  tcp->handlers = xsArg(2);
  xsmcSetHostData(xsThis, tcp);
  xsRemember(tcp->self);
  xsRemember(tcp->handlers);
  connections++;
  mite_alarm_set(&tcp->alarm, mite_now() + CONNECT_MILLISECONDS);

  struct addrinfo hints = {.ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICHOST};
  struct addrinfo *addresses = NULL;
  if (getaddrinfo(host, port, &hints, &addresses) == 0)
    connect_addresses(tcp, addresses);
  else if ((tcp->lookup = mite_lookup_start(host, port, resolved, tcp)) == NULL)
    fail(tcp, "%s", "no resolver");
}

static struct tcp *this_tcp(xsMachine *the) {
  struct tcp *tcp = xsmcGetHostData(xsThis);
  if (tcp == NULL)
    xsTypeError("not connected");
  return tcp;
}

/* xs_mite_host_tcp_write(bytes): boolean, all or nothing */
void xs_mite_host_tcp_write(xsMachine *the) {
  struct tcp *tcp = this_tcp(the);
  size_t length = 0;
  const uint8_t *bytes = mite_bytes_argument(the, 0, &length);
  size_t room = tcp->state == OPEN ? WRITE_LIMIT - tcp->out_length : 0;
  bool taken = tcp->state == OPEN && length <= room && (!tcp->tls || room - length >= MITE_TLS_OVERHEAD);
  if (taken && length > 0 && tcp->tls) {
    taken = mite_tls_write(tcp->tls, bytes, length);
    follow_tls(tcp, taken ? MITE_TLS_READY : MITE_TLS_FAILED);
  } else if (taken && length > 0) {
    memcpy(tcp->out + tcp->out_length, bytes, length);
    tcp->out_length += length;
    flush(tcp);
  }
  xsmcSetBoolean(xsResult, taken);
}

/* xs_mite_host_tcp_close(): void */
void xs_mite_host_tcp_close(xsMachine *the) {
  struct tcp *tcp = this_tcp(the);
  if (tcp->state == OPEN && tcp->tls) {
    mite_tls_end(tcp->tls);
    follow_tls(tcp, MITE_TLS_READY);
  } else if (tcp->state == OPEN) {
    flush(tcp);
  }
  close_tcp(the, tcp);
}
