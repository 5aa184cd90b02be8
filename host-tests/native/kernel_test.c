/*
 * Tests of the hash functions and the search backends.
 *   kernel_test                      all but the pairs
 *   kernel_test pairs SEED GROUPS    conformance_pairs for each backend, with its digest
 */
#include "backends.h"
#include "check.h"
#include "conformance.h"

#include <stdlib.h>
#include <string.h>

/* Copies of the backends, each with one mistake: native.mk. */
#define BROKEN_PORTABLE(_) _(1) _(2) _(3) _(4) _(5) _(6) _(7)
#if defined(__x86_64__)
#define BROKEN_OWN(_) _(11) _(12) _(13) _(14) _(15) _(21) _(22) _(23) _(24)
#elif defined(__aarch64__)
#define BROKEN_OWN(_) _(31) _(32) _(33)
#else
#define BROKEN_OWN(_)
#endif
#define DECLARE(n) extern const struct mite_backend mite_broken_##n;
#define ITEM(n) {n, &mite_broken_##n},
BROKEN_PORTABLE(DECLARE)
BROKEN_OWN(DECLARE)
static const struct broken {
  int number;
  const struct mite_backend *backend;
} BROKEN[] = {BROKEN_PORTABLE(ITEM) BROKEN_OWN(ITEM)};

static size_t from_hex(const char *hex, uint8_t *bytes) {
  size_t length = 0;
  for (; hex[0]; hex += 2) {
    const char pair[3] = {hex[0], hex[1], 0};
    bytes[length++] = (uint8_t)strtoul(pair, NULL, 16);
  }
  return length;
}

static bool sha_is(const uint8_t *data, size_t length, const char *hex) {
  uint8_t expected[MITE_HASH_BYTES], digest[MITE_HASH_BYTES];
  from_hex(hex, expected);
  mite_sha256(data, length, digest);
  return memcmp(digest, expected, sizeof digest) == 0;
}

/* FIPS 180-4 examples, and NIST's "additional" vectors around the padding's edges. */
static void sha_vectors(void) {
  static const struct {
    size_t length;
    uint8_t byte;
    const char *hex;
  } FILLED[] = {
      {1, 0xbd, "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"},
      {55, 0, "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7"},
      {56, 0, "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb"},
      {57, 0, "65a16cb7861335d5ace3c60718b5052e44660726da4cd13bb745381b235a1785"},
      {64, 0, "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b"},
      {1000, 0, "541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53"},
      {1000, 'A', "c2e686823489ced2017f6059b8b239318b6364f6dcd835d0a519105a1eadd6e4"},
      {1005, 'U', "f4d62ddec0f3dd90ea1380fa16a5ff8dc4c54b21740650f24afc4120903552b0"},
      {1000000, 'a', "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
  };
  static uint8_t data[1000000];
  static const char *const two = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
  check(sha_is((const uint8_t *)"abc", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        "sha256 'abc'");
  check(sha_is((const uint8_t *)two, 56, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
        "sha256 of two blocks");
  check(sha_is(NULL, 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        "sha256 of nothing");
  for (size_t i = 0; i < sizeof FILLED / sizeof *FILLED; i++) {
    memset(data, FILLED[i].byte, FILLED[i].length);
    check(sha_is(data, FILLED[i].length, FILLED[i].hex), "sha256 of %zu times 0x%02x", FILLED[i].length,
          FILLED[i].byte);
  }
}

/* The nonce of a real block is found from 100,000 below it, and nothing before. */
static void finds_block(const struct mite_backend *backend, const char *name, const char *header_hex,
                        const char *target_hex) {
  uint8_t header[MITE_HEADER_BYTES], target[MITE_HASH_BYTES];
  struct mite_job job;
  uint32_t tried = 0;
  from_hex(header_hex, header);
  from_hex(target_hex, target);
  const uint32_t nonce = get_nonce(header);
  mite_job_init(&job, header, target, 0);
  const bool found = mite_scan(backend, &job, nonce - 100000, 200000, &tried);
  check(found && tried == 100001, "%s: %s: nonce %lu after 100,000 others", backend->name, name,
        (unsigned long)nonce);
  const bool more = mite_scan(backend, &job, nonce + 1, 50000, &tried);
  check(!more && tried == 50000, "%s: %s: no other among the next 50,000", backend->name, name);
}

static void target_order(void) {
  uint8_t a[MITE_HASH_BYTES] = {0}, b[MITE_HASH_BYTES] = {0};
  bool right = mite_meets_target(a, b);
  for (int i = 0; i < MITE_HASH_BYTES; i++) {
    memset(a, 0, sizeof a);
    memset(b, 0, sizeof b);
    a[i] = 1;
    right &= !mite_meets_target(a, b) && mite_meets_target(b, a) && mite_meets_target(a, a);
    memset(b, 0xff, (size_t)i);
    right &= !mite_meets_target(a, b) && mite_meets_target(b, a);
  }
  check(right, "targets are compared as little-endian integers");
}

/* What node:crypto must find too: see conformance.h. */
static int print_pairs(uint64_t seed, uint32_t groups) {
  for (const struct mite_backend *const *at = mite_backends(); *at; at++) {
    uint8_t digest[MITE_HASH_BYTES];
    char hex[2 * MITE_HASH_BYTES + 1];
    const bool agrees = conformance_pairs(*at, seed, groups, digest);
    for (size_t j = 0; j < sizeof digest; j++)
      snprintf(hex + 2 * j, 3, "%02x", digest[j]);
    check(agrees, "%s: %lu pairs %s", (*at)->name, (unsigned long)groups * PAIRS_PER_GROUP, hex);
  }
  return check_failures != 0;
}

/* An engine with one wrong digest, the hash of number `wrong_at`: what has none of `reject` is missed, what
 * has some is named. */
static uint64_t hashed, wrong_at;
static uint32_t once_wrong_scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  uint32_t found = 0, done = 0;
  while (done < count && found == 0) {
    uint32_t one;
    found = mite_backend_portable.scan(job, first + done++, 1, &one);
    if (wrong_at - hashed < job->versions)
      found ^= 1u << (wrong_at - hashed);
    hashed += job->versions;
  }
  *tried = done;
  return found;
}

/* The classic silicon errs once in 25,000 hashes: no reason to give it up, nor to trust software that errs.
 */
static void one_wrong_digest(void) {
  static const struct mite_backend engine = {.name = "engine", .scan = once_wrong_scan, .exclusive = true},
                                   software = {.name = "software", .scan = once_wrong_scan};
  uint32_t engines = 0, softwares = 0, tests = 0;
  hashed = 0;
  wrong_at = UINT64_MAX;
  const bool right = mite_selftest(&engine) == 0;
  for (const uint64_t all = hashed; right && tests * 41ull < all; tests++) {
    wrong_at = tests * 41ull;
    hashed = 0;
    engines += mite_selftest(&engine) != 0;
    hashed = 0;
    softwares += mite_selftest(&software) != 0;
  }
  check(right && tests > 100 && engines == 0 && softwares > 0,
        "one wrong digest in a self-test: %lu of %lu fail on an engine, %lu in software",
        (unsigned long)engines, (unsigned long)tests, (unsigned long)softwares);
}

int main(int count, char **arguments) {
  if (count == 4 && strcmp(arguments[1], "pairs") == 0)
    return print_pairs(strtoull(arguments[2], NULL, 10), (uint32_t)strtoul(arguments[3], NULL, 10));
  for (const struct mite_backend *const *at = mite_backends(); *at; at++)
    check(mite_backend_named((*at)->name) == *at, "%s is usable here", (*at)->name);
  check(!mite_backend_named("none such") && !mite_backend_named(NULL), "no backend of an unknown name");
  sha_vectors();
  target_order();
  one_wrong_digest();
  for (const struct mite_backend *const *at = mite_backends(); *at; at++) {
    const struct mite_backend *backend = *at;
    const int vector = mite_selftest(backend);
    check(vector == 0, "%s: self-test: %s", backend->name, mite_selftest_name(vector));
    finds_block(backend, "genesis",
                "0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac7"
                "2c3e67768f"
                "617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c",
                "0000000000000000000000000000000000000000000000000000ffff00000000");
    finds_block(backend, "block 125552",
                "0100000081cd02ab7e569e8bcd9317e2fe99f2de44d49ab2b8851ba4a308000000000000e320b6c2fffc8d750423"
                "db8b1eb942"
                "ae710e951ed797f7affc8892b0f1fc122bc7f5d74df2b9441a42a14695",
                "0000000000000000000000000000000000000000000000f2b944000000000000");
    const char *lacks = conformance(backend);
    check(lacks == NULL, "%s: conformance: %s", backend->name, lacks ? lacks : "all properties");
  }
  for (size_t i = 0; i < sizeof BROKEN / sizeof *BROKEN; i++) {
    const struct mite_backend *broken = BROKEN[i].backend;
    if (broken->usable && !broken->usable())
      continue;
    const char *lacks = conformance(broken);
    check(lacks != NULL, "broken copy %d (%s) is caught: %s", BROKEN[i].number, broken->name,
          lacks ? lacks : "it passed");
    const int vector = mite_selftest(broken);
    check(vector != 0, "broken copy %d (%s): self-test: %s", BROKEN[i].number, broken->name,
          mite_selftest_name(vector));
  }
  return check_failures != 0;
}
