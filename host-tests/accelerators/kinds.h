/* What the test files of the accelerators share. */
#ifndef MITE_KINDS_H
#define MITE_KINDS_H

#include "model.h"
#include "sha_engine.h"

#define CLOCKS_A_MICRO 240u

struct kind {
  const char *name;
  enum model_family family;
  struct mite_sha_engine *engine;
  const struct mite_backend *backend;
};

/* The classic one, then the other. */
#define KIND_COUNT 2
extern const struct kind KINDS[KIND_COUNT];

/* The model and the engine as at boot. */
void reset(const struct kind *kind);
const char *mode_name(enum mite_sha_mode mode);
/* Clocks of a block beyond the longest delays. The classic driver covers one wait by writing and a delay. */
uint32_t slow(const struct kind *kind);

/* Any engine in the place of a backend. */
extern struct mite_sha_engine *tested;
extern const struct mite_backend TESTED;

/* running_test.c: what happens after boot. Each returns the number of checks that failed. */
int running_checks(const struct kind *kind);
int running_checks_once(void);

#endif
