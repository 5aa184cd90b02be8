/*
 * heap.c: the memory of the machines. It has XS's allocation hooks, and charges one limit with what the
 * counted machine (a clone: "RAM" in machine.h) allocates; a machine that shares nothing ("flash") allocates
 * freely. Only XS and machine.c call it.
 */
#ifndef MITE_HEAP_H
#define MITE_HEAP_H

#include "machine.h"

/* Call before the first machine is created. Ends the process when memory is short. */
void mite_heap_open(uint32_t limit);
/* Counts bytes that XS takes elsewhere, for good. Call before the clone is created. */
void mite_heap_fix(uint32_t bytes);
/* All figures but flash_bytes, without collecting garbage. Safe when the heap is exhausted. */
void mite_heap_measure(const mite_xs *the, struct mite_heap_figures *figures);
/* Once every machine is deleted. */
void mite_heap_close(void);

#endif
