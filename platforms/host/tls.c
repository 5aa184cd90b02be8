#include "tls.h"

#ifdef MITE_TLS

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct mite_tls {
  SSL *ssl;
  uint8_t fingerprint[MITE_FINGERPRINT_BYTES];
  bool pinned; /* the certificate has been seen and is the right one */
  char reason[120];
};

bool mite_tls_available(void) {
  return true;
}

/* ---- the pin */

static void refuse(struct mite_tls *tls, const uint8_t *digest) {
  char hex[2 * MITE_FINGERPRINT_BYTES + 1];
  for (size_t i = 0; i < MITE_FINGERPRINT_BYTES; i++)
    snprintf(hex + 2 * i, 3, "%02x", digest[i]);
  snprintf(tls->reason, sizeof tls->reason, "wrong certificate: its fingerprint is %s", hex);
}

/* In place of OpenSSL's own check of the chain. The key exchange then proves that the server has the key. */
static int check_certificate(X509_STORE_CTX *store, void *unused) {
  (void)unused;
  SSL *ssl = X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx());
  struct mite_tls *tls = ssl ? SSL_get_app_data(ssl) : NULL;
  X509 *certificate = X509_STORE_CTX_get0_cert(store);
  uint8_t digest[EVP_MAX_MD_SIZE];
  unsigned length = 0;
  if (tls == NULL || certificate == NULL || X509_digest(certificate, EVP_sha256(), digest, &length) != 1 ||
      length != MITE_FINGERPRINT_BYTES) {
    X509_STORE_CTX_set_error(store, X509_V_ERR_UNSPECIFIED);
    return 0;
  }
  tls->pinned = CRYPTO_memcmp(digest, tls->fingerprint, MITE_FINGERPRINT_BYTES) == 0;
  if (!tls->pinned) {
    refuse(tls, digest);
    X509_STORE_CTX_set_error(store, X509_V_ERR_CERT_REJECTED);
    return 0;
  }
  X509_STORE_CTX_set_error(store, X509_V_OK);
  return 1;
}

/* One for the process, made at the first connection. */
static SSL_CTX *context(void) {
  static SSL_CTX *shared;
  if (shared)
    return shared;
  SSL_CTX *made = SSL_CTX_new(TLS_client_method());
  if (made == NULL)
    return NULL;
  if (SSL_CTX_set_min_proto_version(made, TLS1_2_VERSION) != 1 ||
      SSL_CTX_set_cipher_list(made, "ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL:!PSK") != 1) {
    SSL_CTX_free(made);
    return NULL;
  }
  SSL_CTX_set_options(made, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_NO_TICKET);
  SSL_CTX_set_session_cache_mode(
      made, SSL_SESS_CACHE_OFF); /* no resumption: every connection shows its certificate */
  SSL_CTX_set_mode(made, SSL_MODE_RELEASE_BUFFERS);
  SSL_CTX_set_verify(made, SSL_VERIFY_PEER, NULL);
  SSL_CTX_set_cert_verify_callback(made, check_certificate, NULL);
  shared = made;
  return shared;
}

/* ---- life */

struct mite_tls *mite_tls_new(const uint8_t *fingerprint) {
  ERR_clear_error();
  struct mite_tls *tls = calloc(1, sizeof *tls);
  SSL_CTX *shared = context();
  BIO *in = BIO_new(BIO_s_mem()), *out = BIO_new(BIO_s_mem());
  if (tls && shared && in && out && (tls->ssl = SSL_new(shared))) {
    memcpy(tls->fingerprint, fingerprint, sizeof tls->fingerprint);
    BIO_set_mem_eof_return(in, -1); /* empty means later, not ended */
    SSL_set_bio(tls->ssl, in, out);
    SSL_set_app_data(tls->ssl, tls);
    SSL_set_connect_state(tls->ssl);
    return tls;
  }
  BIO_free(in);
  BIO_free(out);
  free(tls);
  return NULL;
}

void mite_tls_delete(struct mite_tls *tls) {
  if (tls == NULL)
    return;
  SSL_free(tls->ssl); /* both BIOs too */
  free(tls);
}

/* ---- bytes of the network */

bool mite_tls_feed(struct mite_tls *tls, const uint8_t *bytes, size_t length) {
  size_t written = 0;
  return length == 0 ||
         (BIO_write_ex(SSL_get_rbio(tls->ssl), bytes, length, &written) == 1 && written == length);
}

size_t mite_tls_drain(struct mite_tls *tls, uint8_t *bytes, size_t size) {
  size_t length = 0;
  if (size == 0 || BIO_read_ex(SSL_get_wbio(tls->ssl), bytes, size, &length) != 1)
    return 0;
  return length;
}

size_t mite_tls_waiting(const struct mite_tls *tls) {
  return BIO_ctrl_pending(SSL_get_wbio(tls->ssl));
}

/* ---- steps */

/* What a call that returned `result` means. */
static enum mite_tls_state outcome(struct mite_tls *tls, int result) {
  switch (SSL_get_error(tls->ssl, result)) {
  case SSL_ERROR_WANT_READ:
  case SSL_ERROR_WANT_WRITE:
    return MITE_TLS_WANTS;
  case SSL_ERROR_ZERO_RETURN:
    return MITE_TLS_ENDED;
  default:
    break;
  }
  if (tls->reason[0] == '\0') {
    const char *text = ERR_reason_error_string(ERR_peek_last_error());
    snprintf(tls->reason, sizeof tls->reason, "TLS: %s", text ? text : "failed");
  }
  return MITE_TLS_FAILED;
}

enum mite_tls_state mite_tls_handshake(struct mite_tls *tls) {
  ERR_clear_error();
  int result = SSL_do_handshake(tls->ssl);
  if (result != 1)
    return outcome(tls, result);
  if (tls->pinned)
    return MITE_TLS_READY;
  snprintf(tls->reason, sizeof tls->reason, "TLS: the server has shown no certificate");
  return MITE_TLS_FAILED;
}

enum mite_tls_state mite_tls_read(struct mite_tls *tls, uint8_t *bytes, size_t size, size_t *length) {
  ERR_clear_error();
  *length = 0;
  int result = SSL_read_ex(tls->ssl, bytes, size, length);
  return result == 1 ? MITE_TLS_READY : outcome(tls, result);
}

bool mite_tls_write(struct mite_tls *tls, const uint8_t *bytes, size_t length) {
  size_t written = 0;
  if (length == 0)
    return true;
  ERR_clear_error();
  int result = SSL_write_ex(tls->ssl, bytes, length, &written);
  if (result == 1 && written == length)
    return true;
  if (outcome(tls, result) != MITE_TLS_FAILED)
    snprintf(tls->reason, sizeof tls->reason, "TLS: cannot write");
  return false;
}

void mite_tls_end(struct mite_tls *tls) {
  ERR_clear_error();
  if (SSL_is_init_finished(tls->ssl))
    SSL_shutdown(tls->ssl);
  ERR_clear_error();
}

const char *mite_tls_reason(const struct mite_tls *tls) {
  return tls->reason;
}

#else

bool mite_tls_available(void) {
  return false;
}

struct mite_tls *mite_tls_new(const uint8_t *fingerprint) {
  (void)fingerprint;
  return NULL;
}

/* None is ever made, so the rest is never called with one. */

void mite_tls_delete(struct mite_tls *tls) {
  (void)tls;
}

bool mite_tls_feed(struct mite_tls *tls, const uint8_t *bytes, size_t length) {
  (void)tls, (void)bytes, (void)length;
  return false;
}

size_t mite_tls_drain(struct mite_tls *tls, uint8_t *bytes, size_t size) {
  (void)tls, (void)bytes, (void)size;
  return 0;
}

size_t mite_tls_waiting(const struct mite_tls *tls) {
  (void)tls;
  return 0;
}

enum mite_tls_state mite_tls_handshake(struct mite_tls *tls) {
  (void)tls;
  return MITE_TLS_FAILED;
}

enum mite_tls_state mite_tls_read(struct mite_tls *tls, uint8_t *bytes, size_t size, size_t *length) {
  (void)tls, (void)bytes, (void)size;
  *length = 0;
  return MITE_TLS_FAILED;
}

bool mite_tls_write(struct mite_tls *tls, const uint8_t *bytes, size_t length) {
  (void)tls, (void)bytes, (void)length;
  return false;
}

void mite_tls_end(struct mite_tls *tls) {
  (void)tls;
}

const char *mite_tls_reason(const struct mite_tls *tls) {
  (void)tls;
  return "built without TLS";
}

#endif
