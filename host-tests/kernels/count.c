/*
 * Instructions a hash: the difference between a long and a short scan, so that everything around the loop
 * falls out. A hash is a nonce with one version. One JSON line for each backend and number of versions.
 */
#include "guest.h"
#include "kernel.h"

#include <string.h>

extern const struct mite_backend *const GUEST_BACKENDS[];

static char *append_text(char *at, const char *text) {
  while (*text)
    *at++ = *text++;
  *at = 0;
  return at;
}

static char *append_number(char *at, uint32_t number) {
  char digits[11];
  int count = 0;
  do
    digits[count++] = (char)('0' + number % 10);
  while ((number /= 10) != 0);
  while (count > 0)
    *at++ = digits[--count];
  *at = 0;
  return at;
}

static uint32_t scan(const struct mite_backend *backend, const struct mite_job *job, uint32_t count) {
  uint32_t tried = 0;
  const uint64_t begun = guest_instructions();
  const uint32_t found = backend->scan(job, 0x12345678, count, &tried);
  const uint64_t ended = guest_instructions();
  if (found || tried != count)
    guest_exit(1);
  return (uint32_t)(ended - begun);
}

static void count(const struct mite_backend *backend, uint32_t mask) {
  static struct mite_job job;
  static uint8_t header[MITE_HEADER_BYTES];
  const uint8_t target[MITE_HASH_BYTES] = {0}; /* never met */
  char line[200], *at = line;
  for (int i = 0; i < MITE_HEADER_BYTES; i++)
    header[i] = (uint8_t)(i * 37 + 11);
  mite_job_init(&job, header, target, mask);
  const uint32_t less = 160 / job.versions, more = 4160 / job.versions;
  const uint32_t short_scan = scan(backend, &job, less), long_scan = scan(backend, &job, more);
  at = append_text(at, "{\"backend\":\"");
  at = append_text(at, backend->name);
  at = append_text(at, "\",\"nv\":");
  at = append_number(at, job.versions);
  at = append_text(at, ",\"instructions\":");
  at = append_number(at, long_scan - short_scan);
  at = append_text(at, ",\"hashes\":");
  at = append_number(at, (more - less) * job.versions);
  append_text(at, "}\n");
  guest_print(line);
}

int main(void) {
  for (int i = 0; GUEST_BACKENDS[i]; i++) {
    count(GUEST_BACKENDS[i], 0);
    count(GUEST_BACKENDS[i], 0x6000);
    count(GUEST_BACKENDS[i], 0x1e000);
  }
  guest_exit(0);
}
