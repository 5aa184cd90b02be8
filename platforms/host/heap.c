/* The heap of the budgeted machine: XS's allocation hooks, and how much of the limit they have handed out. */
#include "xsAll.h"
#include "fatal.h"
#include "heap.h"

#include <signal.h>
#include <sys/mman.h>

static struct mite_heap {
  uint32_t limit;
  uint32_t chunk_used; /* handed out of `chunks` */
  uint32_t slot_used;  /* slots handed out of `slots` */
  uint32_t stack_slots;
  uint32_t fixed; /* bytes of the tables, and of the flash machine's buffers, which must be writable */
  txByte *chunks;
  txSlot *slots;
} budget;

/* ---- the limit */

void mite_heap_open(uint32_t limit) {
  budget = (struct mite_heap){.limit = limit};
  budget.chunks = c_malloc(limit);
  budget.slots = c_malloc(limit / MITE_SLOT_BYTES * sizeof(txSlot));
  if (budget.chunks == NULL || budget.slots == NULL)
    mite_fatal(MITE_EXIT_INTERNAL, "out of memory");
}

void mite_heap_close(void) {
  c_free(budget.chunks);
  c_free(budget.slots);
}

void mite_heap_fix(uint32_t bytes) {
  budget.fixed += bytes;
}

static uint32_t heap_used(const struct mite_heap *heap) {
  return heap->fixed + heap->chunk_used + (heap->slot_used + heap->stack_slots) * MITE_SLOT_BYTES;
}

static uint32_t heap_left(const struct mite_heap *heap) {
  uint32_t used = heap_used(heap);
  return used < heap->limit ? heap->limit - used : 0;
}

void mite_heap_measure(const mite_xs *the, struct mite_heap_figures *figures) {
  figures->slot_bytes = (uint32_t)the->currentHeapCount * MITE_SLOT_BYTES;
  figures->slot_peak = (uint32_t)the->peakHeapCount * MITE_SLOT_BYTES;
  figures->chunk_bytes = (uint32_t)the->currentChunksSize;
  figures->chunk_peak = (uint32_t)the->peakChunksSize;
  figures->slot_reserved = budget.slot_used * MITE_SLOT_BYTES;
  figures->chunk_reserved = budget.chunk_used;
  figures->table_bytes = budget.fixed;
  figures->stack_bytes = budget.stack_slots * MITE_SLOT_BYTES;
  figures->limit = budget.limit;
}

/* ---- XS's hooks */

void fxCreateMachinePlatform(txMachine *the) {
  the->heap = the->sharedMachine ? &budget : NULL;
}

void fxDeleteMachinePlatform(txMachine *the) {
  (void)the;
} /* fxFree still needs to know the heap */

void *fxAllocateChunks(txMachine *the, txSize size) {
  struct mite_heap *heap = the->heap;
  if (heap == NULL)
    return c_malloc((size_t)size);
  if (size < 0 || (uint32_t)size > heap_left(heap))
    return NULL;                                    /* XS then aborts with XS_NOT_ENOUGH_MEMORY_EXIT */
  txByte *result = heap->chunks + heap->chunk_used; /* adjacent to the last: XS merges the blocks */
  heap->chunk_used += (uint32_t)size;
  return result;
}

void fxFreeChunks(txMachine *the, void *chunks) {
  if (the->heap == NULL)
    c_free(chunks);
}

/*
 * XS checks its stack when a JavaScript function begins, but not at every push of a built-in. An inaccessible
 * page below each stack turns what would corrupt memory into a reported fault. Never freed.
 */
static uint8_t *guards[2];
static size_t guard_size;

#if !defined(__SANITIZE_ADDRESS__)
static void on_segv(int number, siginfo_t *info, void *context) {
  (void)context;
  const uint8_t *at = info->si_addr;
  for (int i = 0; i < 2; i++)
    if (guards[i] && at >= guards[i] && at < guards[i] + guard_size) {
      static const char text[] = "mite-board: fatal: XS stack overflow\n";
      ssize_t written = write(STDERR_FILENO, text, sizeof text - 1);
      (void)written;
      _exit(MITE_EXIT_STACK);
    }
  signal(number, SIG_DFL); /* any other fault happens again, and ends the process */
}
#endif

static void *allocate_stack(size_t size) {
  guard_size = (size_t)sysconf(_SC_PAGESIZE);
  uint8_t *base = mmap(NULL, guard_size + size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (base == MAP_FAILED || mprotect(base, guard_size, PROT_NONE) != 0)
    return NULL;
  guards[guards[0] ? 1 : 0] = base;
#if !defined(__SANITIZE_ADDRESS__)
  struct sigaction action = {.sa_sigaction = on_segv, .sa_flags = SA_SIGINFO};
  sigemptyset(&action.sa_mask);
  sigaction(SIGSEGV, &action, NULL);
#endif
  return base + guard_size;
}

txSlot *fxAllocateSlots(txMachine *the, txSize count) {
  struct mite_heap *heap = the->heap;
  if (heap == NULL)
    return the->stackBottom ? c_malloc((size_t)count * sizeof(txSlot))
                            : allocate_stack((size_t)count * sizeof(txSlot));
  if (count < 0 || (uint32_t)count > heap_left(heap) / MITE_SLOT_BYTES)
    return NULL;
  if (the->stackBottom == NULL) { /* XS asks for the stack first, and never again */
    heap->stack_slots = (uint32_t)count;
    return allocate_stack((size_t)count * sizeof(txSlot));
  }
  txSlot *result = heap->slots + heap->slot_used;
  heap->slot_used += (uint32_t)count;
  return result;
}

void fxFreeSlots(txMachine *the, void *slots) {
  if (slots != (void *)the->stackBottom && the->heap == NULL)
    c_free(slots);
}
