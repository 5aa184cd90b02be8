/* The host's flash: finds and loads modules in place, and freezes the machine they are preloaded in. */
#include "xsAll.h"
#include "xsScript.h"
#include "fatal.h"
#include "flash.h"

/* xsRun.c; XS's headers do not declare it. */
extern void fxRemapIDs(txMachine *the, txByte *code, txSize size, txID *ids);

/* Code kept for the life of the process: a chip's flash. */
struct flash {
  struct flash *next;
  void *code;
  void *names;
};

static struct {
  const struct mite_module *modules;
  size_t module_count;
  struct flash *kept;
  uint32_t bytes;
} host;

void mite_flash_open(const struct mite_module *modules, size_t count) {
  host.modules = modules;
  host.module_count = count;
}

uint32_t mite_flash_bytes(void) {
  return host.bytes;
}

void mite_flash_close(void) {
  while (host.kept) {
    struct flash *flash = host.kept;
    host.kept = flash->next;
    c_free(flash->code);
    c_free(flash->names);
    c_free(flash);
  }
}

/* ---- the module that freezes */

/* Freezes the built-ins, as xsl does: frozen objects need no entry in the alias table. */
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

static const struct mite_module freeze_module = {MITE_FLASH_FREEZE, freeze_source, sizeof freeze_source - 1};

/* ---- modules */

static const struct mite_module *find_module(const char *name) {
  if (strcmp(name, MITE_FLASH_FREEZE) == 0)
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
 * used in place instead of being copied to chunks, as XS does with code in flash. */
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
  flash->next = host.kept;
  host.kept = flash;
  host.bytes += (uint32_t)(script->codeSize + script->symbolsSize);
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

/* ---- sharing */

/* Chunks become constants: separate kinds, whose data no collector marks or moves. */
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
 * What the clone must not change in the flash machine, since its collector does not look there, is made
 * read-only as xsl does: writing to such a Map or Set throws a TypeError. XS copies objects, arrays and
 * variables to RAM when they change. Buffers stay writable and count as RAM: a chip build would have to make
 * them at run time.
 */
static uint32_t protect_flash(txMachine *root) {
  uint32_t buffers = 0;
#if !mxNoChunks
  for (txBlock *block = root->firstBlock; block; block = block->nextBlock)
    for (txByte *at = (txByte *)(block + 1), *next; at < block->current; at = next) {
      next = ((txChunk *)at)->temporary;
      ((txChunk *)at)->temporary = at; /* where the clone's collector will "move" it: it stays put */
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

uint32_t mite_flash_share(mite_xs *root) {
  fxShareMachine(root); /* collects garbage, for the last time here */
  return protect_flash(root);
}
