/*
 * A link (link.h) as JavaScript's object: natives of link.ts. The object is remembered while its link may
 * still wake it. Wakes are messages to the machine's queue; one may arrive after the link was closed.
 */
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "xsmc.h"

#include "xsHost.h"

#include "link.h"

/* One onData's. */
#define PIECE_BYTES 1460

struct connection {
  struct mite_link *link; /* NULL once closed */
  xsMachine *machine;
  xsSlot object;
  atomic_uint messages; /* on their way */
  bool collected;
};

void xs_mite_link_destructor(void *data);

static void release(struct connection *connection) {
  if (connection->collected && connection->link == NULL && atomic_load(&connection->messages) == 0)
    free(connection);
}

static void deliver(void *machine, void *refcon, uint8_t *message, uint16_t length) {
  (void)message, (void)length;
  struct connection *connection = refcon;
  atomic_fetch_sub(&connection->messages, 1);
  if (connection->link == NULL) {
    release(connection);
    return;
  }
  xsBeginHost(machine);
  xsmcVars(1);
  xsVar(0) = xsAccess(connection->object);
  xsCall0(xsVar(0), xsID("onWake"));
  xsEndHost(machine);
}

/* On the link's task, which must not wait: the variant for interrupts says when the queue is full. The
 * machine runs as soon as this task waits for its socket. */
static bool wake(void *context) {
  struct connection *connection = context;
  atomic_fetch_add(&connection->messages, 1);
  if (modMessagePostToMachineFromISR(connection->machine, deliver, connection) == 0)
    return true;
  atomic_fetch_sub(&connection->messages, 1);
  return false;
}

static struct connection *this_connection(xsMachine *the) {
  struct connection *connection = xsmcGetHostDataValidate(xsThis, (void *)xs_mite_link_destructor);
  return connection != NULL && connection->link != NULL ? connection : NULL;
}

static bool parse_hex(const char *text, uint8_t *bytes, size_t count) {
  if (strlen(text) != 2 * count || strspn(text, "0123456789abcdef") != 2 * count)
    return false;
  for (size_t i = 0; i < count; i++) {
    const char pair[3] = {text[2 * i], text[2 * i + 1], '\0'};
    bytes[i] = (uint8_t)strtoul(pair, NULL, 16);
  }
  return true;
}

/*
 * (host, port, fingerprint?): undefined, or why it cannot begin. With a fingerprint, 64 hex digits: TLS with
 * that pin; with '': TLS with the built-in authorities.
 */
void xs_mite_link_open(xsMachine *the) {
  struct mite_link_options options = {.trust = MITE_LINK_PLAIN};
  char reason[MITE_LINK_REASON_BYTES] = "";
  if (xsmcGetHostDataValidate(xsThis, (void *)xs_mite_link_destructor) != NULL)
    xsTypeError("opened already");
  const xsIntegerValue port = xsmcToInteger(xsArg(1));
  if (port < 1 || port > 65535)
    xsRangeError("port: 1 to 65535");
  options.port = (uint16_t)port;
  const char *host = xsmcToString(xsArg(0));
  if (strlen(host) >= sizeof options.host)
    xsRangeError("host: too long");
  strcpy(options.host, host);
  if (xsmcArgc > 2 && xsmcTypeOf(xsArg(2)) != xsUndefinedType) {
    const char *fingerprint = xsmcToString(xsArg(2));
    options.trust = fingerprint[0] == '\0' ? MITE_LINK_BUNDLE : MITE_LINK_PIN;
    if (options.trust == MITE_LINK_PIN &&
        !parse_hex(fingerprint, options.fingerprint, sizeof options.fingerprint))
      xsRangeError("fingerprint: 64 hex digits");
  }
  struct connection *connection = calloc(1, sizeof *connection);
  if (connection == NULL) {
    xsmcSetString(xsResult, "out of memory");
    return;
  }
  connection->machine = the;
  connection->object = xsThis;
  connection->link = mite_link_open(&options, wake, connection, reason);
  if (connection->link == NULL) {
    free(connection);
    xsmcSetString(xsResult, reason);
    return;
  }
  xsmcSetHostData(xsThis, connection);
  xsRemember(connection->object);
}

/* (): undefined: nothing; true: it stands; an ArrayBuffer of received bytes; a string: it is over, and why.
 */
void xs_mite_link_next(xsMachine *the) {
  struct connection *connection = this_connection(the);
  uint8_t bytes[PIECE_BYTES];
  char reason[MITE_LINK_REASON_BYTES];
  size_t length = 0;
  if (connection == NULL)
    return;
  switch (mite_link_next(connection->link, bytes, sizeof bytes, &length, reason)) {
  case MITE_LINK_OPENED:
    xsmcSetTrue(xsResult);
    break;
  case MITE_LINK_RECEIVED:
    xsmcSetArrayBuffer(xsResult, bytes, (xsIntegerValue)length);
    break;
  case MITE_LINK_CLOSED:
    xsmcSetString(xsResult, reason);
    break;
  default:
    break;
  }
}

/* () */
void xs_mite_link_again(xsMachine *the) {
  struct connection *connection = this_connection(the);
  if (connection != NULL)
    mite_link_again(connection->link);
}

/* (bytes): boolean, all or nothing */
void xs_mite_link_write(xsMachine *the) {
  struct connection *connection = this_connection(the);
  void *bytes = NULL;
  xsUnsignedValue length = 0;
  xsmcGetBufferReadable(xsArg(0), &bytes, &length);
  xsmcSetBoolean(xsResult, connection != NULL && mite_link_write(connection->link, bytes, length));
}

static void close_link(struct connection *connection) {
  mite_link_close(connection->link);
  connection->link = NULL;
}

/* () Idempotent. */
void xs_mite_link_close(xsMachine *the) {
  struct connection *connection = this_connection(the);
  if (connection == NULL)
    return;
  close_link(connection);
  xsForget(connection->object);
}

void xs_mite_link_destructor(void *data) {
  struct connection *connection = data;
  if (connection == NULL)
    return;
  if (connection->link != NULL) /* the machine itself ends */
    close_link(connection);
  connection->collected = true;
  release(connection);
}
