/* Assembly kernels: runs of 256 nonces, each of which pays for one byte swap of the nonce and one call. */
#include "backend_assembly.h"
#include "backends.h"
#include "sha256.h"

#include <string.h>

/* The assembly's offsets (generator/kernels.ts). */
_Static_assert(sizeof(struct mite_version) == 80, "kernels.ts: VERSION_BYTES");
_Static_assert(offsetof(struct mite_version, midstate) == 0, "kernels.ts: VERSION_OFFSETS");
_Static_assert(offsetof(struct mite_version, after3) == 32, "kernels.ts: VERSION_OFFSETS");
_Static_assert(offsetof(struct mite_version, kh) == 64, "kernels.ts: VERSION_OFFSETS");
_Static_assert(sizeof(struct mite_assembly_one) == 31 * 4, "kernels.ts: ONE_INPUT");
_Static_assert(sizeof(struct mite_assembly_many) == 14 * 4, "kernels.ts: MANY_INPUT");

#define COPY_JOB(input, job)                                                                                 \
  ((input).w16 = (job)->w16, (input).w17 = (job)->w17, (input).w18 = (job)->w18, (input).w19 = (job)->w19,   \
   (input).w31 = (job)->w31, (input).w32 = (job)->w32, (input).w33 = (job)->w33, (input).kw16 = (job)->kw16, \
   (input).kw17 = (job)->kw17, (input).reject = (job)->reject)

static uint32_t scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  struct mite_assembly_one one;
  struct mite_assembly_many many;
  if (job->versions == 1) {
    memcpy(one.midstate, job->version[0].midstate, sizeof one.midstate);
    memcpy(one.after3, job->version[0].after3, sizeof one.after3);
    memcpy(one.kh, job->version[0].kh, sizeof one.kh);
    COPY_JOB(one, job);
  } else {
    COPY_JOB(many, job);
    many.versions = job->version;
    many.versions_end = job->version + job->versions;
  }
  for (uint32_t done = 0; done < count;) {
    uint32_t run = 256 - ((first + done) & 255), at, found;
    if (run > count - done)
      run = count - done;
    const uint32_t w3 = mite_swap(first + done), end = w3 + (run << 24);
    if (job->versions == 1) {
      one.w3 = w3, one.end = end;
      found = mite_assembly_scan_one(&one);
      at = one.w3;
    } else {
      many.w3 = w3, many.end = end;
      found = mite_assembly_scan_many(&many);
      at = many.w3;
    }
    if (found) {
      *tried = done + ((at - w3) >> 24) + 1;
      return found;
    }
    done += run;
  }
  *tried = count;
  return 0;
}

#if defined(__riscv)
const struct mite_backend mite_backend_riscv = {.name = "riscv", .scan = scan};
#else
const struct mite_backend mite_backend_xtensa = {.name = "xtensa", .scan = scan};
#endif
