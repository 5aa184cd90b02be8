/* Plans: which backends a chip's lanes get, and their names. Part of the searcher's tests. */
#include "check.h"
#include "searcher_test.h"

#include <string.h>

/* Finds nothing: only the names, and that there is one engine, matter here. */
static uint32_t no_scan(const struct mite_job *job, uint32_t first, uint32_t count, uint32_t *tried) {
  (void)job, (void)first;
  *tried = count;
  return 0;
}

static const struct mite_backend FAST = {.name = "fast", .scan = no_scan},
                                 ENGINE = {.name = "engine", .scan = no_scan, .exclusive = true};
static const struct mite_backend *const CHIP[] = {&ENGINE, &FAST, &mite_backend_portable, NULL};

/* mite_backends(), replaced at link time: a chip's list while plans are tested. */
static bool on_chip;
const struct mite_backend *const *__real_mite_backends(void);
const struct mite_backend *const *__wrap_mite_backends(void);
const struct mite_backend *const *__wrap_mite_backends(void) {
  return on_chip ? CHIP : __real_mite_backends();
}

/* All plans for this many threads, one per line of `expected`. */
static void plans(uint32_t threads, const char *expected) {
  char text[MITE_PLAN_TEXT], list[1024] = "";
  struct mite_lane lanes[MITE_MAX_THREADS];
  bool right = true;
  uint32_t count = 0;
  for (; mite_plan_name(count, threads, text); count++) {
    strcat(strcat(list, text), " ");
    const uint32_t length = mite_plan_lanes(text, lanes, threads);
    right &= length > 0 && length <= threads && mite_lanes_allowed(lanes, length, threads);
  }
  check(right && strcmp(list, expected) == 0, "plans of %u threads: %s", threads, list);
}

static void plan_texts(void) {
  static const char *const wrong[] = {"",
                                      "+",
                                      "fast+",
                                      "+fast",
                                      "fast*",
                                      "fast*0",
                                      "fast*5",
                                      "fast*x",
                                      "fast**2",
                                      "fast fast",
                                      "fas",
                                      "fastt",
                                      "turbo",
                                      "engine*2",
                                      "fast*2+",
                                      "Fast",
                                      "engine+engine",
                                      "fast*99999999999999999999",
                                      "fast+fast+fast+fast+fast",
                                      "engine+turbo"};
  struct mite_lane lanes[4];
  on_chip = true;
  plans(1, "engine fast portable ");
  plans(2, "engine engine+fast engine+portable fast*2 portable*2 ");
  plans(12, "engine engine+fast*11 engine+portable*11 fast*12 portable*12 ");
  check(mite_plan_lanes("fast*3", lanes, 4) == 3 && lanes[2].backend == &FAST && lanes[2].priority == 0 &&
            lanes[2].core == -1,
        "three lanes of one backend");
  check(mite_plan_lanes("engine+fast+portable", lanes, 4) == 3 && lanes[0].backend == &ENGINE &&
            lanes[0].priority == 0 && lanes[1].backend == &FAST && lanes[1].priority < 0 &&
            lanes[2].backend == &mite_backend_portable && lanes[2].priority < 0,
        "an engine, and software of lower priority beside it");
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    check(mite_plan_lanes(wrong[i], lanes, 4) == 0, "no plan: '%s'", wrong[i]);
  on_chip = false;
}

int plan_tests(void) {
  plan_texts();
  return check_failures;
}
