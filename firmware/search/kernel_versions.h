/* The portable kernel's part for jobs of several versions. */
#ifndef MITE_KERNEL_VERSIONS_H
#define MITE_KERNEL_VERSIONS_H

#include "kernel.h"

/* The scan of `struct mite_backend` (kernel.h), fast when the job has several versions. 512 bytes of stack.
 */
uint32_t mite_scan_versions(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried);

#endif
