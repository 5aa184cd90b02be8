/*
 * What a link needs from a TLS library, in steps that never wait. link_tls_idf.c is esp-tls with mbedTLS; the
 * tests on a PC bring their own on OpenSSL. TLS 1.2 and later; no session is ever resumed, so that each
 * connection shows its certificate. On the link's task only.
 */
#ifndef MITE_LINK_TLS_H
#define MITE_LINK_TLS_H

#include "link.h"

struct mite_link_tls;

enum mite_link_step {
  MITE_STEP_DONE,
  MITE_STEP_READABLE, /* again when the socket is readable */
  MITE_STEP_WRITABLE, /* again, with the same bytes, when it is writable */
  MITE_STEP_ENDED,    /* the peer has closed in order */
  MITE_STEP_FAILED,   /* mite_link_tls_reason says why */
};

/*
 * In: `socket` is connected and does not block; `options` outlives it. On success the socket belongs to it.
 * NULL: no memory, and the socket is still the caller's.
 */
struct mite_link_tls *mite_link_tls_new(int socket, const struct mite_link_options *options);
/* Says goodbye where that needs no wait, and closes the socket. */
void mite_link_tls_delete(struct mite_link_tls *tls);

/* MITE_STEP_DONE: the server is the one that `options` want, and has its key. Nothing was sent to another. */
enum mite_link_step mite_link_tls_handshake(struct mite_link_tls *tls);
/* Out: `bytes`, `length` (1 to `size`) with MITE_STEP_DONE. */
enum mite_link_step mite_link_tls_read(struct mite_link_tls *tls, uint8_t *bytes, size_t size,
                                       size_t *length);
/* Out: `written` (1 to `length`) with MITE_STEP_DONE. In: `length` is at least 1. */
enum mite_link_step mite_link_tls_write(struct mite_link_tls *tls, const uint8_t *bytes, size_t length,
                                        size_t *written);
/* Whether a read may have bytes although the socket has none. */
bool mite_link_tls_holds(const struct mite_link_tls *tls);
/* After MITE_STEP_FAILED: one printable line, less than MITE_LINK_REASON_BYTES. */
const char *mite_link_tls_reason(const struct mite_link_tls *tls);

#endif
