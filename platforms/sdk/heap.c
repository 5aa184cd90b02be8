/* The engine's heap: slots and chunks now and at their peak, from the machine's record, which only xsAll.h
 * exposes. */
#include "xsAll.h"
#include "mc.defines.h"

/* An ArrayBuffer of five uint32: bytes of slots, their peak, bytes of chunks, their peak, the limit (0:
 * none). */
void xs_mite_sdk_memory(txMachine *the) {
  uint32_t figures[] = {
      (uint32_t)(the->currentHeapCount * sizeof(txSlot)),
      (uint32_t)(the->peakHeapCount * sizeof(txSlot)),
      (uint32_t)the->currentChunksSize,
      (uint32_t)the->peakChunksSize,
#ifdef MODDEF_MITE_HEAP
      MODDEF_MITE_HEAP,
#else
      0,
#endif
  };
  fxArrayBuffer(the, mxResult, figures, sizeof figures, -1);
}
