/*
 * The XS machine of the host board, and the heap accounting that makes it fail where a chip would fail.
 *
 * On a chip, whatever the build links into flash takes no RAM: the built-in objects, the byte code, string
 * literals and names of every module, and what preloaded modules made when the build ran them (functions,
 * classes, constants). The rest lives in RAM: chunks and slots grow towards each other in one area, next to
 * the stack and some tables. The host does the same with the same engine:
 *
 *  - A first machine makes the built-ins, freezes them and evaluates the firmware's bundle (`preload`). It is
 * shared (fxShareMachine) and cloned, as fxPrepareMachine does with the constant slots on a chip. It is
 * "flash": not counted, and no native may be called while it runs.
 *  - Byte code, literals and names are used in place from the parsed script, which is kept: also "flash".
 *  - The clone is "RAM". Its stack, slots and chunks count against one limit, and so do its alias table (4
 * bytes for each object of flash that may change), its key and name tables, and the buffers of the preloaded
 * modules. What the program changes of flash is copied to slots first. A slot counts as MITE_SLOT_BYTES (16,
 * its size on a chip) whatever its size here. Chunks count with their real size: on a 64-bit host their
 * headers, and slots in arrays, are twice as large as on a chip, which errs on the safe side. A 32-bit build
 * has a chip's exact sizes.
 *  - Keys beyond the initial ones (4 bytes each), the parser and native objects are not counted.
 *
 * The limit: a classic ESP32 (320 KB of data RAM) has about 160-180 KB left with Wi-Fi up; platforms/sdk
 * takes 104 KB of it for the machine, and so does this board. The alias table of a chip's build has 700
 * entries, since xsl freezes what it links; here it has thousands, of which 700 are counted. With 64 bits the
 * limit is 4 KB higher, which is what headers of chunks and slots in arrays take more.
 */
#ifndef MITE_MACHINE_H
#define MITE_MACHINE_H

#include <stddef.h>
#include <stdint.h>

#include "search.h"

#ifdef __XSALL__
typedef txMachine mite_xs;
#else
#include "xsmc.h"
typedef xsMachine mite_xs;
#endif

#define MITE_SLOT_BYTES 16u
#define MITE_HEAP_LIMIT ((sizeof(void *) > 4 ? 108u : 104u) * 1024u)
#define MITE_CHIP_ALIASES 700u
#define MITE_STACK 512       /* slots, 8 KB: as on a chip */
#define MITE_STACK_SHARE 14u /* of a larger limit than a chip's, for programs of the tests */

/* Source text of an ES module. `source` need not end in NUL, and only has to outlive the machine's
 * creation. */
struct mite_module {
  const char *name;
  const char *source;
  size_t size;
};

/*
 * NULL-terminated lists of the tables that search.h describes. A native is a host function; a native class
 * has a destructor, called once per instance, with NULL if no data was ever set.
 */
struct mite_natives {
  const struct mite_native *const *functions;
  const struct mite_native_class *const *classes;
};

/* All in bytes; slots at MITE_SLOT_BYTES each. */
struct mite_heap_figures {
  uint32_t slot_bytes;  /* slots in use; only live ones if read right after a collection */
  uint32_t slot_peak;   /* the most slots ever in use, garbage not yet collected included */
  uint32_t chunk_bytes; /* likewise for chunks */
  uint32_t chunk_peak;
  uint32_t slot_reserved; /* how much of the limit slots, chunks and the stack hold; never shrinks */
  uint32_t chunk_reserved;
  uint32_t stack_bytes;
  uint32_t table_bytes;
  uint32_t limit;
  uint32_t flash_bytes; /* byte code, literals and names of the modules; not part of the limit */
};

/*
 * Creates the machine with the globals `native(name)` and `Native(name)`, which find what `natives` lists,
 * and keeps it in mite_the. `modules` and `natives` must stay valid while modules may be imported. Ends the
 * process when memory is short.
 */
mite_xs *mite_machine_create(const struct mite_module *modules, size_t count, const char *preload,
                             const struct mite_natives *natives, uint32_t limit);
/* The one machine of the process. */
extern mite_xs *mite_the;
/* Imports a module and its imports, then drains. Faults (see mite_fatal) when that throws. */
void mite_machine_import(mite_xs *the, const char *name);
/* Runs promise jobs until none is left. Call it after each call into JavaScript. */
void mite_machine_drain(mite_xs *the);
/* Runs every destructor and frees the machine. */
void mite_machine_delete(mite_xs *the);
/* `collect` first collects garbage, so that slot_bytes and chunk_bytes are live bytes. */
void mite_machine_figures(mite_xs *the, int collect, struct mite_heap_figures *figures);

#endif
