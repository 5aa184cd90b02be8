/* The XS platform hooks and the machine; see machine.h for the heap accounting. */
#include "xsAll.h"
#include "xsScript.h"
#include "machine.h"

#include <signal.h>
#include <sys/mman.h>

/* xsRun.c; XS's headers do not declare it. */
extern void fxRemapIDs(txMachine *the, txByte *code, txSize size, txID *ids);

struct mite_heap {
  uint32_t limit;
  uint32_t chunk_used; /* handed out of `chunks` */
  uint32_t slot_used;  /* slots handed out of `slots` */
  uint32_t stack_slots;
  uint32_t fixed; /* bytes of the tables, and of the flash machine's buffers, which must be writable */
  txByte *chunks;
  txSlot *slots;
};

/* Code kept for the life of the process: a chip's flash. */
struct flash {
  struct flash *next;
  void *code;
  void *names;
};

/* A native of either kind. `slot` is remembered and undefined until the native is asked for. */
struct entry {
  const char *name;
  txCallback callback;
  txDestructor destructor; /* of a class; NULL for a function */
  txSlot slot;
};

static struct {
  const struct mite_module *modules;
  size_t module_count;
  struct mite_heap heap;
  struct flash *flash;
  uint32_t flash_bytes;
  mite_xs *root;
  struct entry *natives; /* open addressing by name; name NULL = free */
  uint32_t mask;
} host;

/* ---- memory */

void fxCreateMachinePlatform(txMachine *the) {
  the->heap = the->sharedMachine ? &host.heap : NULL;
}

void fxDeleteMachinePlatform(txMachine *the) {
  (void)the;
} /* fxFree still needs to know the heap */

static uint32_t heap_used(const struct mite_heap *heap) {
  return heap->fixed + heap->chunk_used + (heap->slot_used + heap->stack_slots) * MITE_SLOT_BYTES;
}

static uint32_t heap_left(const struct mite_heap *heap) {
  uint32_t used = heap_used(heap);
  return used < heap->limit ? heap->limit - used : 0;
}

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
 * XS checks its stack when a function of JavaScript begins, but not at every push of a built-in. Here a page
 * that cannot be touched lies below each stack, so that what would corrupt memory is told instead. Never
 * freed.
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
  signal(number, SIG_DFL); /* anything else happens again, and ends the process */
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

void mite_machine_figures(mite_xs *the, int collect, struct mite_heap_figures *figures) {
  const struct mite_heap *heap = &host.heap;
  if (collect)
    fxCollectGarbage(the);
  figures->slot_bytes = (uint32_t)the->currentHeapCount * MITE_SLOT_BYTES;
  figures->slot_peak = (uint32_t)the->peakHeapCount * MITE_SLOT_BYTES;
  figures->chunk_bytes = (uint32_t)the->currentChunksSize;
  figures->chunk_peak = (uint32_t)the->peakChunksSize;
  figures->slot_reserved = heap->slot_used * MITE_SLOT_BYTES;
  figures->chunk_reserved = heap->chunk_used;
  figures->table_bytes = heap->fixed;
  figures->stack_bytes = heap->stack_slots * MITE_SLOT_BYTES;
  figures->limit = heap->limit;
  figures->flash_bytes = host.flash_bytes;
}

/* ---- modules */

#define FREEZE "(freeze)"
static const struct mite_module freeze_module;

static const struct mite_module *find_module(const char *name) {
  if (strcmp(name, FREEZE) == 0)
    return &freeze_module;
  for (size_t i = 0; i < host.module_count; i++)
    if (strcmp(host.modules[i].name, name) == 0)
      return &host.modules[i];
  return NULL;
}

txID fxFindModule(txMachine *the, txSlot *realm, txID from, txSlot *specifier) {
  (void)realm, (void)from;
  char name[256];
  fxToStringBuffer(the, specifier, name, sizeof name);              /* throws when it is longer */
  const char *flat = strncmp(name, "./", 2) == 0 ? name + 2 : name; /* modules have one folder */
  const struct mite_module *module = find_module(flat);
  return module ? fxNewNameX(the, (txString)module->name) : XS_NO_ID;
}

/* Maps the script's symbols to the machine's, and makes its code usable in place: functions and strings are
 * taken from where they are instead of copied to chunks, as XS does with code in flash. */
static void map_code(txMachine *the, txScript *script) {
  txByte *p = script->symbolsBuffer;
  txID count = 0;
  mxDecodeID(p, count);
  txID *ids = c_calloc((size_t)count + 1, sizeof(txID));
  if (ids == NULL)
    mite_fatal(MITE_EXIT_INTERNAL, "out of memory");
  for (txID i = 1; i < count; i++) {
    ids[i] = fxNewNameX(the, (txString)p);
    p += strlen((char *)p) + 1;
  }
  fxRemapIDs(the, script->codeBuffer, script->codeSize, ids);
  c_free(ids);

  txU1 *code = (txU1 *)script->codeBuffer;
  txU1 *end = code + script->codeSize;
  while (code < end) {
    txS1 size = gxCodeSizes[*code];
    switch (*code) {
    case XS_CODE_CODE_1:
      *code = XS_CODE_CODE_ARCHIVE_1;
      break;
    case XS_CODE_CODE_2:
      *code = XS_CODE_CODE_ARCHIVE_2;
      break;
    case XS_CODE_CODE_4:
      *code = XS_CODE_CODE_ARCHIVE_4;
      break;
    case XS_CODE_STRING_1:
      *code = XS_CODE_STRING_ARCHIVE_1;
      break;
    case XS_CODE_STRING_2:
      *code = XS_CODE_STRING_ARCHIVE_2;
      break;
    case XS_CODE_STRING_4:
      *code = XS_CODE_STRING_ARCHIVE_4;
      break;
    default:
      break;
    }
    if (size > 0)
      code += size;
    else if (size == 0)
      code += 1 + sizeof(txID);
    else if (size == -1)
      code += 2 + code[1];
    else if (size == -2) {
      uint16_t length;
      memcpy(&length, code + 1, sizeof length);
      code += 3 + length;
    } else {
      uint32_t length;
      memcpy(&length, code + 1, sizeof length);
      code += 5 + length;
    }
  }
}

static void keep_script(txScript *script) {
  struct flash *flash = c_malloc(sizeof *flash);
  if (flash == NULL)
    mite_fatal(MITE_EXIT_INTERNAL, "out of memory");
  flash->code = script->codeBuffer;
  flash->names = script->symbolsBuffer;
  flash->next = host.flash;
  host.flash = flash;
  host.flash_bytes += (uint32_t)(script->codeSize + script->symbolsSize);
}

void fxLoadModule(txMachine *the, txSlot *module, txID id) {
  const struct mite_module *found = find_module(fxGetKeyName(the, id));
  if (found == NULL || found->size > INT32_MAX)
    return; /* XS then throws "no module" */
  txStringCStream stream = {.buffer = (txString)found->source, .offset = 0, .size = (txSize)found->size};
  txScript *parsed = fxParseScript(the, &stream, fxStringCGetter, 0);
  if (parsed == NULL)
    return;
  txScript script = *parsed;
  c_free(parsed);
  keep_script(&script);
  map_code(the, &script);
  script.symbolsBuffer = NULL; /* mapped already, and not XS's to free */
  script.symbolsSize = 0;
  fxResolveModule(the, module, id, &script, C_NULL, C_NULL);
}

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
  const struct mite_heap *heap = the->heap ? the->heap : &host.heap;
  char text[512];
  switch (status) {
  case XS_NOT_ENOUGH_MEMORY_EXIT:
    mite_fatal(MITE_EXIT_HEAP, "XS heap exhausted (slots %u, chunks %u, stack %u, tables %u of %u bytes)",
               (unsigned)(heap->slot_used * MITE_SLOT_BYTES), (unsigned)heap->chunk_used,
               (unsigned)(heap->stack_slots * MITE_SLOT_BYTES), (unsigned)heap->fixed, (unsigned)heap->limit);
  case XS_STACK_OVERFLOW_EXIT:
    mite_fatal(MITE_EXIT_STACK, "XS stack overflow (%u slots)", (unsigned)heap->stack_slots);
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

/* The entry of that name, or the free one where it belongs. */
static struct entry *find_native(const char *name) {
  uint32_t at = name_hash(name) & host.mask;
  while (host.natives[at].name && strcmp(host.natives[at].name, name) != 0)
    at = (at + 1) & host.mask;
  return &host.natives[at];
}

static void index_natives(void) {
  uint32_t count = 1, size = 16;
  for (size_t t = 0; mite_native_tables[t]; t++)
    for (const struct mite_native *native = mite_native_tables[t]; native->name; native++)
      count++;
  for (size_t t = 0; mite_native_class_tables[t]; t++)
    for (const struct mite_native_class *class = mite_native_class_tables[t]; class->name; class ++)
      count++;
  while (size < count * 2)
    size *= 2;
  host.mask = size - 1;
  host.natives = c_calloc(size, sizeof *host.natives);
  if (host.natives == NULL)
    mite_fatal(MITE_EXIT_INTERNAL, "out of memory");
  for (size_t t = 0; mite_native_tables[t]; t++)
    for (const struct mite_native *native = mite_native_tables[t]; native->name; native++) {
      struct entry *entry = find_native(native->name);
      entry->name = native->name;
      entry->callback = (txCallback)native->callback; /* xsMachine and txMachine are one */
    }
  for (size_t t = 0; mite_native_class_tables[t]; t++)
    for (const struct mite_native_class *class = mite_native_class_tables[t]; class->name; class ++) {
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

/* Remembers what is on the stack as the entry's value, and returns it. */
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

/* ---- flash */

/* Freezes the built-ins, as xsl does: what is frozen needs no entry in the alias table. */
static const char freeze_source[] =
    "const seen = new Set();"
    "function freeze(it) {"
    "  if ((typeof it !== 'object' && typeof it !== 'function') || it === null || it === globalThis || "
    "seen.has(it))"
    "    return;"
    "  seen.add(it);"
    "  for (const key of Reflect.ownKeys(it)) {"
    "    const property = Reflect.getOwnPropertyDescriptor(it, key);"
    "    freeze(property.value), freeze(property.get), freeze(property.set);"
    "  }"
    "  freeze(Reflect.getPrototypeOf(it));"
    "  Object.freeze(it);"
    "}"
    "for (const name of Reflect.ownKeys(globalThis)) freeze(globalThis[name]);"
    "for (const it of [[][Symbol.iterator](), ''[Symbol.iterator](), new Map().entries(), new Set().values(),"
    "  ''.matchAll(/a/g), function* () {}, async function () {}, async function* () {}])"
    "  freeze(Reflect.getPrototypeOf(it));";

static const struct mite_module freeze_module = {FREEZE, freeze_source, sizeof freeze_source - 1};

/* Chunks become constants: kinds of their own, whose data no collector marks or moves. */
static void petrify(txSlot *slot) {
  switch (slot->kind) {
  case XS_STRING_KIND:
    slot->kind = XS_STRING_X_KIND;
    break;
  case XS_BIGINT_KIND:
    slot->kind = XS_BIGINT_X_KIND;
    break;
  case XS_KEY_KIND:
    slot->kind = XS_KEY_X_KIND;
    break;
  case XS_CODE_KIND:
    slot->kind = XS_CODE_X_KIND;
    break;
  default:
    break;
  }
}

/*
 * What the clone may not change in the flash machine, since its collector does not look there, is made
 * read-only as xsl does: writing to such a Map or Set throws a TypeError. Objects, arrays and variables are
 * copied to RAM by XS when they are changed. Buffers stay writable and are counted as RAM: a chip build would
 * have to make them at run time.
 */
static uint32_t protect_flash(txMachine *root) {
  uint32_t buffers = 0;
#if !mxNoChunks
  for (txBlock *block = root->firstBlock; block; block = block->nextBlock)
    for (txByte *at = (txByte *)(block + 1), *next; at < block->current; at = next) {
      next = ((txChunk *)at)->temporary;
      ((txChunk *)at)->temporary = at; /* where the clone's collector will "move" it: it stays */
    }
#endif
  for (txSlot *heap = root->firstHeap; heap; heap = heap->next)
    for (txSlot *slot = heap + 1; slot < heap->value.reference; slot++) {
      petrify(slot);
      if (slot->kind == XS_ARRAY_KIND && slot->value.array.address) {
        txSlot *items = slot->value.array.address;
        for (txIndex i = 0; i < fxGetIndexSize(root, slot); i++)
          petrify(&items[i]);
      }
      if (slot->kind == XS_MAP_KIND || slot->kind == XS_SET_KIND || slot->kind == XS_WEAK_MAP_KIND ||
          slot->kind == XS_WEAK_SET_KIND)
        slot->flag |= XS_DONT_SET_FLAG;
      else if (slot->kind == XS_ARRAY_BUFFER_KIND && slot->next && slot->next->kind == XS_BUFFER_INFO_KIND)
        buffers += (uint32_t)slot->next->value.bufferInfo.length;
    }
  return buffers;
}

/* ---- life */

mite_xs *mite_machine_create(const struct mite_module *modules, size_t count, const char *preload,
                             uint32_t limit) {
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
  ram.stackCount = (txSize)(limit / MITE_STACK_SHARE / MITE_SLOT_BYTES);
  ram.initialKeyCount = 128;
  ram.incrementalKeyCount = 32;

  host.modules = modules;
  host.module_count = count;
  host.heap = (struct mite_heap){.limit = limit};
  host.heap.chunks = c_malloc(limit);
  host.heap.slots = c_malloc(limit / MITE_SLOT_BYTES * sizeof(txSlot));
  if (host.heap.chunks == NULL || host.heap.slots == NULL)
    mite_fatal(MITE_EXIT_INTERNAL, "out of memory");

  host.root = fxCreateMachine(&flash, "flash", NULL, XS_NO_ID);
  if (host.root == NULL)
    mite_fatal(MITE_EXIT_INTERNAL, "no machine");
  mite_machine_import(host.root, FREEZE);
  if (preload)
    mite_machine_import(host.root, preload);
  fxShareMachine(host.root); /* collects garbage, for the last time here */
  host.heap.fixed = protect_flash(host.root);
  /* pointers of 4 bytes, as on a chip */
  host.heap.fixed += 4u * ((uint32_t)host.root->aliasCount + (uint32_t)ram.initialKeyCount +
                           (uint32_t)ram.nameModulo + (uint32_t)ram.symbolModulo);
  mite_xs *the = fxCloneMachine(&ram, host.root, "board", NULL);
  if (the == NULL)
    mite_fatal(MITE_EXIT_INTERNAL, "no machine");

  index_natives();
  fxBeginHost(the);
  define_global(the, "native", fx_native);
  define_global(the, "Native", fx_Native);
  fxEndHost(the);
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

void mite_machine_delete(mite_xs *the) {
  fxDeleteMachine(the);
  fxDeleteMachine(host.root);
  while (host.flash) {
    struct flash *flash = host.flash;
    host.flash = flash->next;
    c_free(flash->code);
    c_free(flash->names);
    c_free(flash);
  }
  c_free(host.heap.chunks);
  c_free(host.heap.slots);
  c_free(host.natives);
}
