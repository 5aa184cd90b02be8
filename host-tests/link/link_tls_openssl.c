/* link_tls.h on OpenSSL, for the tests on a PC: the pin, and no authorities. */
#include "link_tls.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct mite_link_tls {
  const struct mite_link_options *options;
  SSL_CTX *context;
  SSL *ssl;
  int socket;
  char reason[MITE_LINK_REASON_BYTES];
};

static int check(X509_STORE_CTX *store, void *argument) {
  struct mite_link_tls *tls = argument;
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned length = 0;
  X509 *certificate = X509_STORE_CTX_get0_cert(store);
  if (certificate != NULL && X509_digest(certificate, EVP_sha256(), digest, &length) == 1 &&
      length == sizeof tls->options->fingerprint &&
      CRYPTO_memcmp(digest, tls->options->fingerprint, length) == 0)
    return 1;
  char hex[2 * MITE_LINK_FINGERPRINT_BYTES + 1] = "";
  for (unsigned i = 0; i < length && i < MITE_LINK_FINGERPRINT_BYTES; i++)
    snprintf(hex + 2 * i, 3, "%02x", digest[i]);
  snprintf(tls->reason, sizeof tls->reason, "wrong certificate: its fingerprint is %s", hex);
  X509_STORE_CTX_set_error(store, X509_V_ERR_CERT_REJECTED);
  return 0;
}

struct mite_link_tls *mite_link_tls_new(int socket, const struct mite_link_options *options) {
  struct mite_link_tls *tls = calloc(1, sizeof *tls);
  if (tls == NULL)
    return NULL;
  tls->options = options;
  tls->context = SSL_CTX_new(TLS_client_method());
  if (tls->context != NULL) {
    SSL_CTX_set_min_proto_version(tls->context, TLS1_2_VERSION);
    SSL_CTX_set_session_cache_mode(tls->context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_mode(tls->context, SSL_MODE_ENABLE_PARTIAL_WRITE);
    SSL_CTX_set_verify(tls->context, SSL_VERIFY_PEER, NULL);
    SSL_CTX_set_cert_verify_callback(tls->context, check, tls);
    tls->ssl = SSL_new(tls->context);
  }
  if (tls->ssl == NULL || SSL_set_fd(tls->ssl, socket) != 1) {
    SSL_free(tls->ssl);
    SSL_CTX_free(tls->context);
    free(tls);
    return NULL;
  }
  tls->socket = socket;
  return tls;
}

void mite_link_tls_delete(struct mite_link_tls *tls) {
  SSL_shutdown(tls->ssl);
  SSL_free(tls->ssl);
  SSL_CTX_free(tls->context);
  close(tls->socket);
  free(tls);
}

static enum mite_link_step step(struct mite_link_tls *tls, int result, const char *otherwise) {
  const int error = SSL_get_error(tls->ssl, result);
  switch (error) {
  case SSL_ERROR_NONE:
    return MITE_STEP_DONE;
  case SSL_ERROR_WANT_READ:
    return MITE_STEP_READABLE;
  case SSL_ERROR_WANT_WRITE:
    return MITE_STEP_WRITABLE;
  case SSL_ERROR_ZERO_RETURN:
    return MITE_STEP_ENDED;
  default:
    if (tls->reason[0] == '\0')
      snprintf(tls->reason, sizeof tls->reason, "%s (%s)", otherwise,
               ERR_reason_error_string(ERR_peek_error()) ? ERR_reason_error_string(ERR_peek_error()) : "cut");
    return MITE_STEP_FAILED;
  }
}

enum mite_link_step mite_link_tls_handshake(struct mite_link_tls *tls) {
  ERR_clear_error();
  return step(tls, SSL_connect(tls->ssl), "the handshake failed");
}

enum mite_link_step mite_link_tls_read(struct mite_link_tls *tls, uint8_t *bytes, size_t size,
                                       size_t *length) {
  ERR_clear_error();
  return step(tls, SSL_read_ex(tls->ssl, bytes, size, length), "connection lost");
}

enum mite_link_step mite_link_tls_write(struct mite_link_tls *tls, const uint8_t *bytes, size_t length,
                                        size_t *written) {
  ERR_clear_error();
  return step(tls, SSL_write_ex(tls->ssl, bytes, length, written), "connection lost");
}

bool mite_link_tls_holds(const struct mite_link_tls *tls) {
  return SSL_has_pending(tls->ssl) == 1 && SSL_pending(tls->ssl) > 0;
}

const char *mite_link_tls_reason(const struct mite_link_tls *tls) {
  return tls->reason;
}
