/*
 * link_tls.h on ESP-IDF's esp-tls with mbedTLS 4. esp-tls knows three ways to trust a server: authorities,
 * the built-in bundle, or not at all. A pin takes the bundle's door, a function that esp-tls calls with the
 * session's settings: ours asks for verification and decides by the certificate's SHA-256. The key exchange,
 * which mbedTLS checks, then proves that the server has its key.
 */
#include "link_tls.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sys/lock.h>

#include "esp_crt_bundle.h"
#include "esp_tls.h"
#include "mbedtls/ssl.h"
#include "mbedtls/x509_crt.h"

#include "sha256.h"

/* One write's, a segment at most: esp-tls cuts longer ones in a loop that cannot be resumed. */
#define MOST_WRITTEN 1400u

/* Forward secrecy and authenticated encryption; TLS 1.3's and 1.2's, best first. IANA's numbers. */
static const int SUITES[] = {
    0x1301, 0x1303, 0x1302, /* AES-128-GCM, ChaCha20, AES-256-GCM */
    0xc02b, 0xcca9, 0xc02c, /* ECDHE_ECDSA with the same */
    0xc02f, 0xcca8, 0xc030, /* ECDHE_RSA */
    0,
};

struct mite_link_tls {
  const struct mite_link_options *options;
  esp_tls_t *session;
  esp_tls_cfg_t settings;
  bool pinned;  /* the certificate has been seen and is the right one */
  bool refused; /* `reason` says why */
  bool begun;
  char reason[MITE_LINK_REASON_BYTES];
};

/* ---- the pin */

static int check_certificate(void *context, mbedtls_x509_crt *certificate, int depth, uint32_t *flags) {
  struct mite_link_tls *tls = context;
  uint8_t digest[MITE_LINK_FINGERPRINT_BYTES], difference = 0;
  char hex[2 * sizeof digest + 1];
  if (depth > 0) { /* whoever signed it does not matter */
    *flags = 0;
    return 0;
  }
  mite_sha256(certificate->raw.p, certificate->raw.len, digest);
  for (size_t i = 0; i < sizeof digest; i++)
    difference |= digest[i] ^ tls->options->fingerprint[i];
  tls->pinned = difference == 0;
  if (tls->pinned) {
    *flags = 0;
    return 0;
  }
  for (size_t i = 0; i < sizeof digest; i++)
    snprintf(hex + 2 * i, 3, "%02x", digest[i]);
  snprintf(tls->reason, sizeof tls->reason, "wrong certificate: its fingerprint is %s", hex);
  tls->refused = true;
  *flags = MBEDTLS_X509_BADCERT_NOT_TRUSTED;
  return MBEDTLS_ERR_X509_FATAL_ERROR;
}

/* The link whose session is being made: the door below is handed nothing of it. Under `making_lock`. */
static struct mite_link_tls *making;
static _lock_t making_lock; /* ESP-IDF makes it when it is first taken */

static esp_err_t attach(void *settings) {
  static mbedtls_x509_crt nobody; /* mbedTLS asks nobody's opinion where there are no authorities at all */
  mbedtls_ssl_config *config = settings;
  mbedtls_ssl_conf_authmode(config, MBEDTLS_SSL_VERIFY_REQUIRED);
  mbedtls_ssl_conf_ca_chain(config, &nobody, NULL);
  mbedtls_ssl_conf_verify(config, check_certificate, making);
  return ESP_OK;
}

/* ---- life */

struct mite_link_tls *mite_link_tls_new(int socket, const struct mite_link_options *options) {
  struct mite_link_tls *tls = calloc(1, sizeof *tls);
  if (tls == NULL)
    return NULL;
  const bool pinned = options->trust == MITE_LINK_PIN;
  tls->options = options;
  tls->settings = (esp_tls_cfg_t){
      .crt_bundle_attach = pinned ? attach : esp_crt_bundle_attach,
      .skip_common_name = pinned,
      .ciphersuites_list = SUITES,
      /* Its own wait for the connection, which is made already. */
      .non_block = false,
  };
  tls->session = esp_tls_init();
  if (tls->session == NULL || esp_tls_set_conn_sockfd(tls->session, socket) != ESP_OK ||
      esp_tls_set_conn_state(tls->session, ESP_TLS_CONNECTING) != ESP_OK) {
    if (tls->session != NULL) {
      (void)esp_tls_set_conn_sockfd(tls->session, -1);
      esp_tls_conn_destroy(tls->session);
    }
    free(tls);
    return NULL;
  }
  return tls;
}

void mite_link_tls_delete(struct mite_link_tls *tls) {
  mbedtls_ssl_context *ssl = esp_tls_get_ssl_context(tls->session);
  esp_tls_conn_state_t state = ESP_TLS_FAIL;
  if (ssl != NULL && esp_tls_get_conn_state(tls->session, &state) == ESP_OK && state == ESP_TLS_DONE)
    (void)mbedtls_ssl_close_notify(ssl);
  esp_tls_conn_destroy(tls->session); /* the socket too */
  free(tls);
}

/* ---- steps */

static void explain(struct mite_link_tls *tls, const char *otherwise) {
  esp_tls_error_handle_t errors = NULL;
  int code = 0, flags = 0;
  if (tls->refused)
    return;
  if (esp_tls_get_error_handle(tls->session, &errors) == ESP_OK && errors != NULL)
    (void)esp_tls_get_and_clear_last_error(errors, &code, &flags);
  const char *known = NULL;
  switch (-code) {
  case MBEDTLS_ERR_SSL_INVALID_RECORD:
  case MBEDTLS_ERR_SSL_BAD_PROTOCOL_VERSION:
    known = "wrong version number"; /* most likely no TLS at all */
    break;
  case MBEDTLS_ERR_SSL_CONN_EOF:
    known = "closed by the peer during the handshake";
    break;
  case MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE:
    known = "refused by the peer";
    break;
  case MBEDTLS_ERR_SSL_INVALID_MAC:
    known = "damaged";
    break;
  case MBEDTLS_ERR_X509_CERT_VERIFY_FAILED:
    known = "wrong certificate: no known authority vouches for it";
    break;
  case MBEDTLS_ERR_SSL_ALLOC_FAILED:
    known = "out of memory";
    break;
  default:
    break;
  }
  if (known != NULL)
    snprintf(tls->reason, sizeof tls->reason, "%s", known);
  else if (code != 0)
    snprintf(tls->reason, sizeof tls->reason, "%s (mbedTLS -0x%04x)", otherwise, (unsigned)code & 0xffffu);
  else
    snprintf(tls->reason, sizeof tls->reason, "%s", otherwise);
}

static enum mite_link_step failed(struct mite_link_tls *tls, const char *otherwise) {
  explain(tls, otherwise);
  return MITE_STEP_FAILED;
}

static int connect_step(struct mite_link_tls *tls) {
  const char *host = tls->options->host;
  return esp_tls_conn_new_async(host, (int)strlen(host), tls->options->port, &tls->settings, tls->session);
}

enum mite_link_step mite_link_tls_handshake(struct mite_link_tls *tls) {
  int result;
  if (tls->begun) {
    result = connect_step(tls);
  } else {
    _lock_acquire(&making_lock);
    making = tls;
    result = connect_step(tls);
    making = NULL;
    _lock_release(&making_lock);
    tls->begun = true;
  }
  if (result > 0 && tls->options->trust == MITE_LINK_PIN && !tls->pinned)
    return failed(tls, "the server has shown no certificate");
  if (result > 0)
    return MITE_STEP_DONE;
  return result == 0 ? MITE_STEP_READABLE : failed(tls, "the handshake failed");
}

static enum mite_link_step step_of(struct mite_link_tls *tls, ssize_t result) {
  if (result > 0)
    return MITE_STEP_DONE;
  if (result == ESP_TLS_ERR_SSL_WANT_READ)
    return MITE_STEP_READABLE;
  if (result == ESP_TLS_ERR_SSL_WANT_WRITE)
    return MITE_STEP_WRITABLE;
  return result == 0 ? MITE_STEP_ENDED : failed(tls, "connection lost");
}

enum mite_link_step mite_link_tls_read(struct mite_link_tls *tls, uint8_t *bytes, size_t size,
                                       size_t *length) {
  const ssize_t count = esp_tls_conn_read(tls->session, bytes, size);
  *length = count > 0 ? (size_t)count : 0;
  return step_of(tls, count);
}

enum mite_link_step mite_link_tls_write(struct mite_link_tls *tls, const uint8_t *bytes, size_t length,
                                        size_t *written) {
  const ssize_t count =
      esp_tls_conn_write(tls->session, bytes, length < MOST_WRITTEN ? length : MOST_WRITTEN);
  *written = count > 0 ? (size_t)count : 0;
  return step_of(tls, count);
}

bool mite_link_tls_holds(const struct mite_link_tls *tls) {
  return esp_tls_get_bytes_avail(tls->session) > 0;
}

const char *mite_link_tls_reason(const struct mite_link_tls *tls) {
  return tls->reason;
}
