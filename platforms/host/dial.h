/*
 * A TCP connection to a host by name or address: looks the name up, and tries its addresses one after the
 * other, without giving up those already begun (RFC 8305). The address that answered last is remembered for
 * its host, and tried first the next time. Everything here is called on the loop's thread.
 */
#ifndef MITE_DIAL_H
#define MITE_DIAL_H

#include "loop.h"
#include "resolver.h"

#include <stddef.h>

struct mite_attempt;

/* Owned by the caller, who zeroes it, sets the two calls, and keeps it until one of them or mite_dial_cancel.
 */
struct mite_dial {
  /* `fd`: belongs to the receiver, connected, non-blocking. Like `failed`, may be called from inside
   * mite_dial_start. */
  void (*connected)(struct mite_dial *dial, int fd);
  /* `reason`: for people; valid during the call. */
  void (*failed)(struct mite_dial *dial, const char *reason);
  /* private */
  struct mite_lookup *lookup; /* while a name is looked up */
  char host[MITE_HOST_BYTES];
  struct mite_alarm pace;        /* time for the next address, whatever happened to the ones before */
  struct mite_attempt *attempts; /* `count` of them, those before `next` begun */
  size_t count, next;
  int answer; /* errno of the first that failed after it had begun, which says more than one that could not
                 begin */
};

/* `host`, `port`: text of MITE_HOST_BYTES and MITE_PORT_BYTES at most, the NUL included. */
void mite_dial_start(struct mite_dial *dial, const char *host, const char *port);
/* Neither call is made after it. Harmless when nothing is under way. */
void mite_dial_cancel(struct mite_dial *dial);

#endif
