/*
 * TCP clients (dial.h), with TLS (tls.h) on request. A connection is the native data of a JavaScript object,
 * which is remembered while the connection may still call its handlers and collected some time later.
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

#include "dial.h"
#include "host.h"
#include "loop.h"
#include "resolver.h"
#include "tls.h"

#define CONNECTIONS_MAX 16
#define READ_BYTES 1460 /* a segment, as on a chip: one onData a turn */
#define WRITE_LIMIT (16u * 1024u)
#define CONNECT_MILLISECONDS 15000u

enum state { CONNECTING, SHAKING /* hands, for TLS */, OPEN, FAILED /* onClose is due */, CLOSED };

struct tcp {
  enum state state;
  struct mite_watch watch;
  struct mite_deferred report; /* for what must not be reported from inside a call */
  struct mite_deferred more;   /* TLS may have more received data */
  struct mite_alarm alarm;     /* time to connect, handshake included */
  struct mite_tls *tls;        /* NULL: plain */
  struct mite_dial dial;       /* while CONNECTING */
  char reason[128];
  uint8_t *out; /* WRITE_LIMIT bytes, once connected */
  size_t out_length;
  xsSlot self, handlers; /* remembered until CLOSED */
};

#define FROM(POINTER, MEMBER) ((struct tcp *)((uint8_t *)(POINTER)-offsetof(struct tcp, MEMBER)))

static uint32_t connections;

static void fail(struct tcp *tcp, const char *format, const char *detail);
static void flush(struct tcp *tcp);

/* ---- life */

static void release(struct tcp *tcp) {
  mite_watch_remove(&tcp->watch);
  mite_undefer(&tcp->report);
  mite_undefer(&tcp->more);
  mite_alarm_unset(&tcp->alarm);
  mite_dial_cancel(&tcp->dial);
  if (tcp->watch.fd >= 0)
    close(tcp->watch.fd);
  tcp->watch.fd = -1;
  free(tcp->out);
  tcp->out = NULL;
  mite_tls_delete(tcp->tls);
  tcp->tls = NULL;
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

static void opened(struct tcp *tcp) {
  mite_alarm_unset(&tcp->alarm);
  tcp->state = OPEN;
  report_open(tcp);
}

/* ---- TLS: its data for the peer goes to `out`, its data for us to onData */

/* Ends the connection for the reason that TLS gives; the peer gets the alert if it can be sent at once. */
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

static void connected(struct mite_dial *dial, int fd) {
  struct tcp *tcp = FROM(dial, dial);
  tcp->watch.fd = fd;
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

static void unreachable(struct mite_dial *dial, const char *reason) {
  fail(FROM(dial, dial), "%s", reason);
}

static void connect_late(struct mite_alarm *alarm) {
  struct tcp *tcp = FROM(alarm, alarm);
  fail(tcp, "%s", tcp->state == SHAKING ? "TLS: no answer" : "no answer");
}

/* ---- transfer */

/* Closes the socket now and calls onClose on the loop's next turn. */
static void fail(struct tcp *tcp, const char *format, const char *detail) {
  if (tcp->state == CLOSED || tcp->state == FAILED)
    return;
  snprintf(tcp->reason, sizeof tcp->reason, format, detail); /* `detail` may be part of what is released */
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
  if (tcp->more.queued) /* TLS first delivers what it has */
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
  tcp->dial.connected = connected;
  tcp->dial.failed = unreachable;
  tcp->state = CONNECTING;
  tcp->self = xsThis;
  tcp->handlers = xsArg(2);
  xsmcSetHostData(xsThis, tcp);
  xsRemember(tcp->self);
  xsRemember(tcp->handlers);
  connections++;
  mite_alarm_set(&tcp->alarm, mite_now() + CONNECT_MILLISECONDS);
  mite_dial_start(&tcp->dial, host, port);
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
