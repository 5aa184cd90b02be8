/*
 * Looks up the addresses of a host name on a separate thread. Everything here is called on the loop's thread.
 */
#ifndef MITE_RESOLVER_H
#define MITE_RESOLVER_H

#include <netdb.h>
#include <stddef.h>

#define MITE_HOST_BYTES 256 /* a name with its NUL */
#define MITE_PORT_BYTES 8

struct mite_lookup;

/* `addresses`: belongs to the receiver, for freeaddrinfo; NULL with getaddrinfo's `error`. */
typedef void mite_resolved(void *owner, struct addrinfo *addresses, int error);

/* For TCP. `done` is called once, on a later turn, unless it is cancelled. NULL: no memory, no thread, or
 * `host` or `port` is too long. */
struct mite_lookup *mite_lookup_start(const char *host, const char *port, mite_resolved *done, void *owner);
/* Not after `done` was called. NULL is allowed. */
void mite_lookup_cancel(struct mite_lookup *lookup);

/* Once, before the first lookup. */
void mite_resolver_open(void);

#endif
