/*
 * A client's connection over TCP, plain or with TLS, in a task of its own: the name's lookup, the handshake
 * and every wait happen there, and the machine's thread only copies bytes from and to queues of fixed size.
 * Nothing that was received is lost: a full queue leaves the rest with TCP, and the end of the connection is
 * reported after the last byte.
 *
 *   opened by the owner -> RESOLVING -> CONNECTING -> SHAKING (TLS) -> STANDING -> OVER
 *                                 any of them may end in OVER, with a reason
 *
 * Owner: the one thread that calls mite_link_open, _next, _write, _again and _close of a link. Network bytes
 * are hostile; they are only counted here.
 */
#ifndef MITE_LINK_H
#define MITE_LINK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Of each link; the longest message of a board is 1.2 KB. */
#define MITE_LINK_SEND_BYTES 4096u
#define MITE_LINK_RECEIVE_BYTES 4096u
/* Links at once, those included that were closed and still wait for the name server or the peer. */
#define MITE_LINKS 4
/* With the NUL. */
#define MITE_LINK_HOST_BYTES 254u
#define MITE_LINK_REASON_BYTES 128u
#define MITE_LINK_FINGERPRINT_BYTES 32u

enum mite_link_trust {
  MITE_LINK_PLAIN,  /* no TLS */
  MITE_LINK_PIN,    /* TLS; the server is recognised by its certificate's fingerprint alone */
  MITE_LINK_BUNDLE, /* TLS; the server's name and chain are checked against the built-in authorities */
};

struct mite_link_options {
  char host[MITE_LINK_HOST_BYTES]; /* a name or an IPv4 address; NUL-terminated, not empty */
  uint16_t port;                   /* 1 to 65535 */
  enum mite_link_trust trust;
  uint8_t fingerprint[MITE_LINK_FINGERPRINT_BYTES]; /* MITE_LINK_PIN: SHA-256 of the certificate as DER */
};

enum mite_link_event {
  MITE_LINK_NOTHING,  /* until the next wake */
  MITE_LINK_OPENED,   /* once, first: bytes may be written */
  MITE_LINK_RECEIVED, /* `length` bytes, at least 1 */
  MITE_LINK_CLOSED,   /* once, last: `reason` says why */
};

struct mite_link;

/*
 * Called from the link's task with its lock held: must neither block nor call the link. True: the owner will
 * call mite_link_next until it says MITE_LINK_NOTHING, or mite_link_again. False: not now (a full queue); the
 * task asks again. Never called once mite_link_close has returned.
 */
typedef bool (*mite_link_wake)(void *context);

/*
 * Starts to connect; everything else is reported through `wake`. In: `options`, copied; `context` is handed
 * to `wake` and lives until mite_link_close.
 * @returns NULL when it cannot be started; then `reason` (MITE_LINK_REASON_BYTES) says why.
 */
struct mite_link *mite_link_open(const struct mite_link_options *options, mite_link_wake wake, void *context,
                                 char *reason);

/*
 * What has happened next. In: `bytes` takes `size` bytes, at least 1; `reason` takes MITE_LINK_REASON_BYTES.
 * Out: with MITE_LINK_RECEIVED `bytes` and `length`; with MITE_LINK_CLOSED `reason`, one printable line.
 */
enum mite_link_event mite_link_next(struct mite_link *link, uint8_t *bytes, size_t size, size_t *length,
                                    char *reason);

/* Another wake, for an owner that stops before MITE_LINK_NOTHING so as to do other work between. */
void mite_link_again(struct mite_link *link);

/* Queues all of `bytes`. False: nothing was taken, the connection does not stand or there is no room. */
bool mite_link_write(struct mite_link *link, const uint8_t *bytes, size_t length);

/* Ends the link, which is gone for its owner. What is queued is still sent, for at most a second. Does not
 * wait. */
void mite_link_close(struct mite_link *link);

/* How many of MITE_LINKS there are. Any thread. */
unsigned mite_link_count(void);

#endif
