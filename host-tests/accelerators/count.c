/* For the bench: one JSON object a line, register accesses of a hash, waits by polls (the larger number). */
#include "counts.h"
#include "sha_classic.h"
#include "sha_restore.h"

#include <stdio.h>

static bool row(const char *name, enum model_family family, struct mite_sha_engine *engine, bool zeros) {
  const struct counts counts = count_accesses(family, engine, true, zeros, 0);
  printf("{\"family\":\"%s\",\"accessesPerNonce\":%u,\"writes\":%u,\"reads\":%u,\"waits\":%u}\n", name,
         counts.writes + counts.reads + counts.waits, counts.writes, counts.reads, counts.waits);
  return counts.exact;
}

int main(void) {
  bool exact = row("classic", MODEL_CLASSIC, &mite_sha_classic, false);
  exact &= row("classic, header words 7 and 8 zero", MODEL_CLASSIC, &mite_sha_classic, true);
  exact &= row("restore", MODEL_RESTORE, &mite_sha_restore, false);
  return exact ? 0 : 1;
}
