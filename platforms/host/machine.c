/* The machine: jobs, faults, natives, and its life from creation to deletion. Memory is heap.c's, modules and
 * preloading are flash.c's; see machine.h for the heap accounting. */
#include "xsAll.h"
#include "fatal.h"
#include "flash.h"
#include "heap.h"
#include "last_words.h"

/* A native of either kind. `slot` is remembered, and undefined until the native is first requested. */
struct entry {
  const char *name;
  txCallback callback;
  txDestructor destructor; /* of a class; NULL for a function */
  txSlot slot;
};

static struct {
  mite_xs *root;         /* the "flash" machine, which the other is a clone of */
  struct entry *natives; /* open addressing by name; name NULL = free */
  uint32_t mask;
} host;

mite_xs *mite_the;

/* ---- jobs and faults */

void fxQueuePromiseJobs(txMachine *the) {
  the->jobs = 1;
}

void mite_machine_drain(mite_xs *the) {
  while (the->jobs) {
    the->jobs = 0;
    fxRunPromiseJobs(the);
  }
  fxEndJob(the);
  fxCheckUnhandledRejections(the, 1);
}

static void describe_exception(txMachine *the, char *text, size_t size) {
  snprintf(text, size, "unknown");
  mxTry(the) {
    txSlot exception = mxException;
    mxPushSlot(&exception);
    fxToString(the, the->stack);
    snprintf(text, size, "%s", the->stack->value.string);
    mxPop();
  }
  mxCatch(the) {}
  for (char *c = text; *c; c++) /* one line, whatever it says */
    if ((unsigned char)*c < ' ')
      *c = ' ';
}

void fxAbort(txMachine *the, int status) {
  struct mite_heap_figures heap;
  char text[512];
  mite_heap_measure(the, &heap);
  switch (status) {
  case XS_NOT_ENOUGH_MEMORY_EXIT:
    mite_last_words_heap();
    mite_fatal(MITE_EXIT_HEAP, "XS heap exhausted (slots %u, chunks %u, stack %u, tables %u of %u bytes)",
               (unsigned)heap.slot_reserved, (unsigned)heap.chunk_reserved, (unsigned)heap.stack_bytes,
               (unsigned)heap.table_bytes, (unsigned)heap.limit);
  case XS_STACK_OVERFLOW_EXIT:
    mite_fatal(MITE_EXIT_STACK, "XS stack overflow (%u slots)",
               (unsigned)(heap.stack_bytes / MITE_SLOT_BYTES));
  case XS_UNHANDLED_EXCEPTION_EXIT:
    describe_exception(the, text, sizeof text);
    mite_fatal(MITE_EXIT_FAULT, "uncaught %s", text);
  case XS_UNHANDLED_REJECTION_EXIT:
    describe_exception(the, text, sizeof text);
    mite_fatal(MITE_EXIT_FAULT, "unhandled rejection: %s", text);
  default:
    mite_fatal(MITE_EXIT_INTERNAL, "XS stopped (%d)", status);
  }
}

/* ---- natives */

static uint32_t name_hash(const char *name) {
  uint32_t hash = 2166136261u;
  for (; *name; name++)
    hash = (hash ^ (uint8_t)*name) * 16777619u;
  return hash;
}

/* The entry of that name, or the free one where it would go. */
static struct entry *find_native(const char *name) {
  uint32_t at = name_hash(name) & host.mask;
  while (host.natives[at].name && strcmp(host.natives[at].name, name) != 0)
    at = (at + 1) & host.mask;
  return &host.natives[at];
}

static void index_natives(const struct mite_natives *natives) {
  uint32_t count = 1, size = 16;
  for (size_t t = 0; natives->functions[t]; t++)
    for (const struct mite_native *native = natives->functions[t]; native->name; native++)
      count++;
  for (size_t t = 0; natives->classes[t]; t++)
    for (const struct mite_native_class *class = natives->classes[t]; class->name; class ++)
      count++;
  while (size < count * 2)
    size *= 2;
  host.mask = size - 1;
  host.natives = c_calloc(size, sizeof *host.natives);
  if (host.natives == NULL)
    mite_fatal(MITE_EXIT_INTERNAL, "out of memory");
  for (size_t t = 0; natives->functions[t]; t++)
    for (const struct mite_native *native = natives->functions[t]; native->name; native++) {
      struct entry *entry = find_native(native->name);
      entry->name = native->name;
      entry->callback = (txCallback)native->callback; /* xsMachine and txMachine are one */
    }
  for (size_t t = 0; natives->classes[t]; t++)
    for (const struct mite_native_class *class = natives->classes[t]; class->name; class ++) {
      struct entry *entry = find_native(class->name);
      entry->name = class->name;
      entry->destructor = class->destructor;
    }
}

static struct entry *entry_argument(txMachine *the, int class) {
  if (mxArgc < 1 || (mxArgv(0)->kind != XS_STRING_KIND && mxArgv(0)->kind != XS_STRING_X_KIND))
    mxTypeError("native: a name is expected");
  struct entry *entry = find_native(mxArgv(0)->value.string);
  if (entry->name == NULL || (entry->destructor != NULL) != class)
    mxReferenceError("native: no \"%.64s\" on this board", mxArgv(0)->value.string);
  return entry;
}

/* Remembers the value on the stack as the entry's, and returns it. */
static void keep_entry(txMachine *the, struct entry *entry) {
  entry->slot.kind = the->stack->kind;
  entry->slot.value = the->stack->value;
  mxPop();
  fxRemember(the, &entry->slot);
}

static void return_entry(txMachine *the, const struct entry *entry) {
  mxResult->kind = entry->slot.kind;
  mxResult->value = entry->slot.value;
}

/* native(name): the host function of that name, always the same one. */
static void fx_native(txMachine *the) {
  struct entry *entry = entry_argument(the, 0);
  if (entry->slot.kind != XS_REFERENCE_KIND) {
    fxNewHostFunction(the, entry->callback, 0, XS_NO_ID, XS_NO_ID);
    keep_entry(the, entry);
  }
  return_entry(the, entry);
}

/* Base constructor of classes with native data: makes an instance of the derived class with the class's
 * destructor. */
static void fx_native_construct(txMachine *the) {
  struct entry *entry = NULL;
  for (uint32_t at = 0; at <= host.mask && entry == NULL; at++)
    if (host.natives[at].slot.kind == XS_REFERENCE_KIND &&
        host.natives[at].slot.value.reference == mxFunction->value.reference)
      entry = &host.natives[at];
  if (mxIsUndefined(mxTarget) || entry == NULL)
    mxTypeError("Native: to be extended and called with new");
  mxPushSlot(mxTarget);
  fxGetPrototypeFromConstructor(the, &mxObjectPrototype);
  txSlot *instance = fxNewObjectInstance(the);
  txSlot *slot = instance->next = fxNewSlot(the);
  slot->flag = XS_INTERNAL_FLAG;
  slot->kind = XS_HOST_KIND;
  slot->value.host.data = C_NULL;
  slot->value.host.variant.destructor = entry->destructor;
  mxPullSlot(mxResult);
}

/* Native(destructor): a constructor to extend, always the same one. */
static void fx_Native(txMachine *the) {
  struct entry *entry = entry_argument(the, 1);
  if (entry->slot.kind != XS_REFERENCE_KIND) {
    mxPush(mxObjectPrototype);
    fxNewObjectInstance(the);
    fxNewHostConstructor(the, fx_native_construct, 0, XS_NO_ID);
    keep_entry(the, entry);
  }
  return_entry(the, entry);
}

static void define_global(txMachine *the, const char *name, txCallback callback) {
  fxNewHostFunction(the, callback, 1, XS_NO_ID, XS_NO_ID);
  mxPushSlot(&mxGlobal);
  fxDefineID(the, fxNewNameX(the, (txString)name), XS_DONT_ENUM_FLAG,
             XS_DONT_DELETE_FLAG | XS_DONT_ENUM_FLAG | XS_DONT_SET_FLAG);
  mxPop();
}

/* ---- life */

mite_xs *mite_machine_create(const struct mite_module *modules, size_t count, const char *preload,
                             const struct mite_natives *natives, uint32_t limit) {
  txCreation flash = {
      .initialChunkSize = 256 * 1024,
      .incrementalChunkSize = 64 * 1024,
      .initialHeapCount = 16 * 1024,
      .incrementalHeapCount = 4 * 1024,
      .stackCount = 4096,
      .initialKeyCount = 1024,
      .incrementalKeyCount = 256,
      .nameModulo = 127,
      .symbolModulo = 127,
      .parserBufferSize = 32 * 1024,
      .parserTableModulo = 1993,
  };
  txCreation ram = flash;
  ram.initialChunkSize = 1024;
  ram.incrementalChunkSize = 256;
  ram.initialHeapCount = 256;
  ram.incrementalHeapCount = 32;
  ram.stackCount =
      limit > MITE_HEAP_LIMIT ? (txSize)(limit / MITE_STACK_SHARE / MITE_SLOT_BYTES) : MITE_STACK;
  ram.initialKeyCount = 128;
  ram.incrementalKeyCount = 32;

  mite_heap_open(limit);
  mite_flash_open(modules, count);

  host.root = fxCreateMachine(&flash, "flash", NULL, XS_NO_ID);
  if (host.root == NULL)
    mite_fatal(MITE_EXIT_INTERNAL, "no machine");
  mite_machine_import(host.root, MITE_FLASH_FREEZE);
  if (preload)
    mite_machine_import(host.root, preload);
  mite_heap_fix(mite_flash_share(host.root));
  /* pointers of 4 bytes, as on a chip */
  uint32_t aliases = (uint32_t)host.root->aliasCount;
  if (aliases > MITE_CHIP_ALIASES)
    aliases = MITE_CHIP_ALIASES;
  mite_heap_fix(
      4u * (aliases + (uint32_t)ram.initialKeyCount + (uint32_t)ram.nameModulo + (uint32_t)ram.symbolModulo));
  mite_xs *the = fxCloneMachine(&ram, host.root, "board", NULL);
  if (the == NULL)
    mite_fatal(MITE_EXIT_INTERNAL, "no machine");

  index_natives(natives);
  fxBeginHost(the);
  define_global(the, "native", fx_native);
  define_global(the, "Native", fx_Native);
  fxEndHost(the);
  mite_the = the;
  return the;
}

void mite_machine_import(mite_xs *the, const char *name) {
  volatile int failed = 0;
  fxBeginHost(the);
  {
    mxTry(the) {
      mxPushStringX((txString)name);
      fxAwaitImport(the, XS_IMPORT_NAMESPACE);
      mxPop();
    }
    mxCatch(the) {
      failed = 1;
    }
  }
  if (failed)
    fxAbort(the, XS_UNHANDLED_EXCEPTION_EXIT);
  fxEndHost(the);
  mite_machine_drain(the);
}

void mite_machine_figures(mite_xs *the, int collect, struct mite_heap_figures *figures) {
  if (collect)
    fxCollectGarbage(the);
  mite_heap_measure(the, figures);
  figures->flash_bytes = mite_flash_bytes();
}

void mite_machine_delete(mite_xs *the) {
  fxDeleteMachine(the);
  fxDeleteMachine(host.root);
  mite_flash_close();
  mite_heap_close();
  c_free(host.natives);
}
