/*
 * TLS 1.2 and later for one client connection, over bytes that the caller carries. The server is recognised
 * by the SHA-256 of its certificate and by nothing else: no authorities, no names, no clock. A build without
 * libssl has no TLS: mite_tls_new then always returns NULL.
 *
 * On the loop's thread only. No function calls back or blocks.
 */
#ifndef MITE_TLS_H
#define MITE_TLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MITE_FINGERPRINT_BYTES 32
/* Room for what writing adds to at most 16 KB: headers, tags and padding of two records. */
#define MITE_TLS_OVERHEAD 256u

struct mite_tls;

/* Built with TLS? */
bool mite_tls_available(void);
/* `fingerprint`: MITE_FINGERPRINT_BYTES bytes, copied. NULL when it cannot be made. */
struct mite_tls *mite_tls_new(const uint8_t *fingerprint);
/* NULL is allowed. */
void mite_tls_delete(struct mite_tls *tls);

/* Takes bytes from the peer. False: out of memory. */
bool mite_tls_feed(struct mite_tls *tls, const uint8_t *bytes, size_t length);
/* Takes out at most `size` bytes for the peer; there may be some after every other call, even a failed
 * one. */
size_t mite_tls_drain(struct mite_tls *tls, uint8_t *bytes, size_t size);
/* Bytes waiting for mite_tls_drain. */
size_t mite_tls_waiting(const struct mite_tls *tls);

enum mite_tls_state {
  MITE_TLS_WANTS,  /* needs more bytes from the peer */
  MITE_TLS_READY,  /* handshake: done, the certificate is the pinned one; read: `length` says how much */
  MITE_TLS_ENDED,  /* the peer has closed in order */
  MITE_TLS_FAILED, /* mite_tls_reason says why; only drain and delete may follow */
};

/* One step of the handshake. */
enum mite_tls_state mite_tls_handshake(struct mite_tls *tls);
/* After the handshake: plain bytes, at most `size`. */
enum mite_tls_state mite_tls_read(struct mite_tls *tls, uint8_t *bytes, size_t size, size_t *length);
/* After the handshake: takes all of at most 16 KB, which then wait for mite_tls_drain. False: failed. */
bool mite_tls_write(struct mite_tls *tls, const uint8_t *bytes, size_t length);
/* Says goodbye; mite_tls_drain has the bytes. */
void mite_tls_end(struct mite_tls *tls);

/* One line without a line end; printable. */
const char *mite_tls_reason(const struct mite_tls *tls);

#endif
