/*
 * The Search class and the hash functions for JavaScript. Every argument is checked here, since a mistake
 * would reach C memory. Buffers live in the machine's chunk heap and move when it collects: they are fetched
 * right before use, after everything that may allocate, and the callee copies them.
 */
#include "backends.h"
#include "search.h"
#include "searches.h"

#include <stdlib.h>

#include "xsmc.h" /* last: XS 13's wants <stddef.h> before it */

struct search {
  struct mite_listed listed; /* must be first: a listed searcher is cast to its search */
  xsSlot *object;            /* weak: the destructor takes the record off the list */
};

/* All Search objects of all machines of this process. */
static struct mite_searches searches;

void xs_mite_search_destructor(void *data);

static bool wake(void *context) {
  struct search *search = context;
  return mite_search_wake(search->listed.machine);
}

static struct search *this_search(xsMachine *the) {
  struct search *search = xsmcGetHostDataValidate(xsThis, (void *)xs_mite_search_destructor);
  if (!search)
    xsTypeError("search: not constructed");
  return search;
}

/* An integer argument within bounds, however the engine stores it. */
static uint32_t integer_argument(xsMachine *the, int index, const char *name, uint32_t least, uint32_t most) {
  if (index >= xsmcArgc)
    xsTypeError("%s: missing", name);
  const xsType type = xsmcTypeOf(xsArg(index));
  if (type != xsIntegerType && type != xsNumberType)
    xsTypeError("%s: must be a number", name);
  const xsNumberValue value = xsmcToNumber(xsArg(index));
  if (!(value >= least && value <= most) || value != (xsNumberValue)(uint32_t)value)
    xsRangeError("%s: must be an integer from %lu to %lu", name, (unsigned long)least, (unsigned long)most);
  return (uint32_t)value;
}

/* The bytes of an ArrayBuffer, a DataView or an array of bytes; valid until something allocates. */
static void *buffer_argument(xsMachine *the, int index, const char *name, bool writable,
                             xsUnsignedValue *length) {
  void *bytes = NULL;
  if (index >= xsmcArgc)
    xsTypeError("%s: missing", name);
  if (xsmcTypeOf(xsArg(index)) != xsReferenceType)
    xsTypeError("%s: must be a byte array", name);
  if (writable)
    xsmcGetBufferWritable(xsArg(index), &bytes, length);
  else
    xsmcGetBufferReadable(xsArg(index), &bytes, length);
  return bytes;
}

static void *bytes_argument(xsMachine *the, int index, const char *name, bool writable,
                            xsUnsignedValue expected) {
  xsUnsignedValue length = 0;
  void *bytes = buffer_argument(the, index, name, writable, &length);
  if (length != expected)
    xsRangeError("%s: needs %lu bytes, got %lu", name, (unsigned long)expected, (unsigned long)length);
  return bytes;
}

/* new Search(threads): with the portable backend, until given another plan */
void xs_mite_search_constructor(xsMachine *the) {
  const uint32_t threads = integer_argument(the, 0, "threads", 1, MITE_MAX_THREADS);
  if (xsmcGetHostDataValidate(xsThis, (void *)xs_mite_search_destructor))
    xsTypeError("search: constructed already");
  if (!mite_searches_open(&searches))
    xsUnknownError("search: no mutex");
  struct search *search = calloc(1, sizeof *search);
  if (!search)
    xsUnknownError("search: no memory for the threads' state");
  struct mite_lane lanes[MITE_MAX_THREADS];
  for (uint32_t i = 0; i < threads; i++)
    lanes[i] = (struct mite_lane){&mite_backend_portable, -1, 0};
  (void)mite_backends(); /* asks the backends before there are threads */
  search->listed.machine = the;
  if (!mite_searcher_open(&search->listed.searcher, lanes, threads, wake, search)) {
    free(search);
    xsUnknownError("search: cannot start %lu threads", (unsigned long)threads);
  }
  search->object = fxToReference(the, &xsThis);
  mite_searches_add(&searches, &search->listed);
  xsmcSetHostData(xsThis, search);
}

/* Joins the threads, which takes one sub-range of nonces. */
void xs_mite_search_destructor(void *data) {
  struct search *search = data;
  if (!search)
    return;
  mite_searcher_close(&search->listed.searcher);
  mite_searches_remove(&searches, &search->listed);
  free(search);
}

/* Ends the object before the collector finds it; calling it twice is harmless. */
void xs_mite_search_close(xsMachine *the) {
  struct search *search = xsmcGetHostDataValidate(xsThis, (void *)xs_mite_search_destructor);
  xsmcSetHostData(xsThis, NULL);
  xs_mite_search_destructor(search);
}

static uint32_t bits_of(uint32_t mask) {
  uint32_t count = 0;
  for (; mask != 0; mask &= mask - 1)
    count++;
  return count;
}

/* (id, header, target, firstNonce, lastNonce, versionMask) */
static void give_work(xsMachine *the, bool next) {
  struct search *search = this_search(the);
  const uint32_t id = integer_argument(the, 0, "id", 0, UINT32_MAX);
  const uint32_t first = integer_argument(the, 3, "firstNonce", 0, UINT32_MAX);
  const uint32_t last = integer_argument(the, 4, "lastNonce", 0, UINT32_MAX);
  const uint32_t mask = integer_argument(the, 5, "versionMask", 0, UINT32_MAX);
  if (bits_of(mask) > MITE_VERSION_BITS)
    xsRangeError("versionMask: must have at most %lu bits", (unsigned long)MITE_VERSION_BITS);
  if (first > last)
    xsRangeError("firstNonce: must not be greater than lastNonce");
  const uint8_t *header = bytes_argument(the, 1, "header", false, MITE_HEADER_BYTES);
  const uint8_t *target = bytes_argument(the, 2, "target", false, MITE_HASH_BYTES);
  const bool given =
      next ? mite_searcher_next(&search->listed.searcher, id, header, target, mask, first, last)
           : mite_searcher_start(&search->listed.searcher, id, header, target, mask, first, last);
  if (!given)
    xsUnknownError("search: no room for the work");
}

void xs_mite_search_start(xsMachine *the) {
  give_work(the, false);
}
void xs_mite_search_next(xsMachine *the) {
  give_work(the, true);
}
void xs_mite_search_stop(xsMachine *the) {
  mite_searcher_stop(&this_search(the)->listed.searcher);
}

/* (percent) */
void xs_mite_search_budget(xsMachine *the) {
  struct search *search = this_search(the);
  mite_searcher_budget(&search->listed.searcher, integer_argument(the, 0, "percent", 1, 100));
}

static void store_le(uint8_t *bytes, uint32_t word) {
  for (int i = 0; i < 4; i++)
    bytes[i] = (uint8_t)(word >> (8 * i));
}

/* (fields: 12 bytes) -> the event's kind, 0 for none; work, value and version bits, little-endian, in
 * `fields`. No garbage. */
void xs_mite_search_read(xsMachine *the) {
  struct search *search = this_search(the);
  uint8_t *fields = bytes_argument(the, 0, "fields", true, 12);
  const struct mite_search_event event = mite_searcher_read(&search->listed.searcher);
  store_le(fields, event.work);
  store_le(fields + 4, event.value);
  store_le(fields + 8, event.version);
  xsmcSetInteger(xsResult, (xsIntegerValue)event.kind);
}

/* Exact: 2^53 hashes are 285 years at 1 MH/s. */
void xs_mite_search_hashes(xsMachine *the) {
  xsmcSetNumber(xsResult, (xsNumberValue)mite_searcher_hashes(&this_search(the)->listed.searcher));
}

void xs_mite_search_running(xsMachine *the) {
  xsmcSetBoolean(xsResult, mite_searcher_running(&this_search(the)->listed.searcher));
}

void xs_mite_search_errors(xsMachine *the) {
  xsmcSetNumber(xsResult, (xsNumberValue)mite_searcher_errors(&this_search(the)->listed.searcher));
}

/* (lane, fields: 12 bytes) -> whether the plan has this lane; its hits, errors and finished sub-ranges in
 * `fields`, little-endian */
void xs_mite_search_lane(xsMachine *the) {
  struct search *search = this_search(the);
  const uint32_t lane = integer_argument(the, 0, "lane", 0, MITE_MAX_THREADS - 1);
  uint8_t *fields = bytes_argument(the, 1, "fields", true, 12);
  const struct mite_lane_counts counts = mite_searcher_lane(&search->listed.searcher, lane);
  store_le(fields, counts.hits);
  store_le(fields + 4, counts.errors);
  store_le(fields + 8, mite_searcher_ranges(&search->listed.searcher, lane));
  xsmcSetBoolean(xsResult, lane < search->listed.searcher.threads);
}

/* (lane) -> the name of its backend, undefined beyond the last lane */
void xs_mite_search_lane_name(xsMachine *the) {
  struct search *search = this_search(the);
  const uint32_t lane = integer_argument(the, 0, "lane", 0, UINT32_MAX);
  if (lane < search->listed.searcher.threads)
    xsmcSetString(xsResult, (xsStringValue)search->listed.searcher.thread[lane].lane.backend->name);
}

/* (number) -> the name of a backend, undefined beyond the last */
void xs_mite_search_backend(xsMachine *the) {
  uint32_t number = integer_argument(the, 0, "number", 0, UINT32_MAX);
  const struct mite_backend *const *at = mite_backends();
  while (*at && number-- > 0)
    at++;
  if (*at)
    xsmcSetString(xsResult, (xsStringValue)(*at)->name);
}

/* (number, threads) -> a plan, undefined beyond the last */
void xs_mite_search_plan(xsMachine *the) {
  char text[MITE_PLAN_TEXT];
  const uint32_t number = integer_argument(the, 0, "number", 0, UINT32_MAX);
  const uint32_t threads = integer_argument(the, 1, "threads", 1, MITE_MAX_THREADS);
  if (mite_plan_name(number, threads, text))
    xsmcSetString(xsResult, text);
}

/* (plan, threads): stops, and continues with the plan's lanes, at most `threads` */
void xs_mite_search_use(xsMachine *the) {
  struct search *search = this_search(the);
  struct mite_lane lanes[MITE_MAX_THREADS];
  const uint32_t threads = integer_argument(the, 1, "threads", 1, MITE_MAX_THREADS);
  if (xsmcTypeOf(xsArg(0)) != xsStringType && xsmcTypeOf(xsArg(0)) != xsStringXType)
    xsTypeError("plan: must be a string");
  const uint32_t count = mite_plan_lanes(xsmcToString(xsArg(0)), lanes, threads);
  if (count == 0)
    xsRangeError("plan: not one of this machine");
  if (!mite_searcher_use(&search->listed.searcher, lanes, count))
    xsUnknownError("search: cannot start %lu threads", (unsigned long)count);
}

/* -> undefined when all passed, else what failed. Stops the search. */
void xs_mite_search_selftest(xsMachine *the) {
  const int vector = mite_searcher_selftest(&this_search(the)->listed.searcher);
  if (vector != 0)
    xsmcSetString(xsResult,
                  (xsStringValue)(vector < 0 ? "cannot start threads" : mite_selftest_name(vector)));
}

typedef void (*hash_function)(const uint8_t *data, size_t length, uint8_t digest[MITE_HASH_BYTES]);

/* (bytes, digest: 32 bytes to fill) */
static void hash(xsMachine *the, hash_function function) {
  xsUnsignedValue length = 0;
  uint8_t *digest = bytes_argument(the, 1, "digest", true, MITE_HASH_BYTES);
  const uint8_t *bytes = buffer_argument(the, 0, "bytes", false, &length);
  function(bytes, length, digest);
}

void xs_mite_sha256(xsMachine *the) {
  hash(the, mite_sha256);
}
void xs_mite_sha256d(xsMachine *the) {
  hash(the, mite_sha256d);
}

/* (header: 80 bytes, target: 32 bytes) -> boolean */
void xs_mite_header_check(xsMachine *the) {
  const uint8_t *header = bytes_argument(the, 0, "header", false, MITE_HEADER_BYTES);
  const uint8_t *target = bytes_argument(the, 1, "target", false, MITE_HASH_BYTES);
  const bool meets = mite_header_check(header, target);
  xsmcSetBoolean(xsResult, meets);
}

void mite_search_deliver(xsMachine *the) {
  struct mite_listed *due;
  mite_searches_awake(&searches, the);

  /* A separate frame for the variables: the caller's stay untouched. */
  fxBeginHost(the);
  xsmcVars(2);
  /* onWake may open and close Search objects, so each search starts from the beginning. */
  while ((due = mite_searches_due(&searches, the)) != NULL) {
    fxReference(the, &xsVar(0), ((struct search *)due)->object);
    xsmcGet(xsVar(1), xsVar(0), xsID("onWake"));
    if (xsmcTypeOf(xsVar(1)) == xsReferenceType)
      xsmcCall_noResult(xsVar(0), xsID("onWake"), NULL);
  }
  fxEndHost(the);
}

const struct mite_native mite_search_natives[] = {
    {"xs_mite_search_constructor", xs_mite_search_constructor},
    {"xs_mite_search_close", xs_mite_search_close},
    {"xs_mite_search_start", xs_mite_search_start},
    {"xs_mite_search_next", xs_mite_search_next},
    {"xs_mite_search_stop", xs_mite_search_stop},
    {"xs_mite_search_budget", xs_mite_search_budget},
    {"xs_mite_search_read", xs_mite_search_read},
    {"xs_mite_search_hashes", xs_mite_search_hashes},
    {"xs_mite_search_running", xs_mite_search_running},
    {"xs_mite_search_errors", xs_mite_search_errors},
    {"xs_mite_search_lane", xs_mite_search_lane},
    {"xs_mite_search_lane_name", xs_mite_search_lane_name},
    {"xs_mite_search_backend", xs_mite_search_backend},
    {"xs_mite_search_plan", xs_mite_search_plan},
    {"xs_mite_search_use", xs_mite_search_use},
    {"xs_mite_search_selftest", xs_mite_search_selftest},
    {"xs_mite_sha256", xs_mite_sha256},
    {"xs_mite_sha256d", xs_mite_sha256d},
    {"xs_mite_header_check", xs_mite_header_check},
    {NULL, NULL},
};

const struct mite_native_class mite_search_classes[] = {
    {"xs_mite_search_destructor", xs_mite_search_destructor},
    {NULL, NULL},
};
