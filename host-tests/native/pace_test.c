/* The rule of the budget (pace.h) on a clock that the test moves. Part of the searcher's tests. */
#include "pace.h"

#include "check.h"
#include "searcher_test.h"

#include <stdlib.h>

#define SECOND 1000000u
#define MINUTE (60 * SECOND)

typedef void (*book_function)(struct mite_pace *pace, uint32_t now, uint32_t worked);

/* What the platform makes of a wait. */
struct waits {
  const char *name;
  uint32_t least; /* a shorter one is not waited */
  uint32_t tick;  /* waits end at a multiple of it */
  uint32_t late;  /* and up to so much later */
};

static const struct waits WAITS[] = {
    {"exact waits", 1, 1, 0},
    {"waits that end late", 1000, 1, 4000},
    {"ticks of 1 ms", 2000, 1000, 50},
    {"ticks of 10 ms", 20000, 10000, 200},
};

static uint32_t number(uint32_t *seed, uint32_t below) {
  *seed = *seed * 1664525u + 1013904223u;
  return below == 0 ? 0 : (*seed >> 8) % below;
}

static uint32_t wait_end(const struct waits *waits, uint32_t now, uint32_t rest, uint32_t *seed) {
  uint32_t end = now + rest;
  if (waits->tick > 1) {
    const uint32_t ticks = (rest + waits->tick / 2) / waits->tick;
    end = (now / waits->tick + (ticks > 0 ? ticks : 1)) * waits->tick;
  }
  return end + number(seed, waits->late);
}

/* A minute of sub-ranges of 0.3 to 3 ms: what was worked, in hundredths of a percent of it. */
static uint32_t minute(uint32_t percent, const struct waits *waits, book_function book, uint32_t *longest) {
  struct mite_pace pace;
  uint32_t now = 4200000000u - 4200000000u % waits->tick, seed = percent; /* 2^32 is passed */
  const uint32_t begun = now;
  uint64_t worked = 0;
  uint32_t at_once = 0;
  mite_pace_begin(&pace, percent, now);
  *longest = 0;
  while (now - begun < MINUTE) {
    const uint32_t work = 300 + number(&seed, 2700);
    now += work;
    worked += work;
    at_once += work;
    book(&pace, now, work);
    if (at_once > *longest)
      *longest = at_once;
    uint32_t rest;
    while ((rest = mite_pace_rest(&pace)) >= waits->least && now - begun < MINUTE) {
      now = wait_end(waits, now, rest, &seed);
      book(&pace, now, 0);
      at_once = 0;
    }
  }
  return (uint32_t)(worked * 10000 / (now - begun));
}

static uint32_t apart(uint32_t share, uint32_t percent) {
  return share > percent * 100 ? share - percent * 100 : percent * 100 - share;
}

/* Mistakes that must not pass: forgetting how much a wait was too long or too short, or what is not worth
 * one. */
static void forget(struct mite_pace *pace, uint32_t now, uint32_t worked) {
  pace->owed = 0;
  mite_pace_book(pace, now, worked);
}

static void holds(void) {
  static const uint32_t percents[] = {1, 5, 25, 50, 90, 99};
  uint32_t worst_broken = 0;
  for (size_t i = 0; i < sizeof WAITS / sizeof *WAITS; i++)
    for (size_t j = 0; j < sizeof percents / sizeof *percents; j++) {
      uint32_t longest;
      const uint32_t percent = percents[j], share = minute(percent, &WAITS[i], mite_pace_book, &longest);
      check(apart(share, percent) < 50, "%u %% with %s: %u.%02u %%", percent, WAITS[i].name, share / 100,
            share % 100);
      check(longest <= 3 * SECOND, "%u %% with %s: rests after %u us", percent, WAITS[i].name, longest);
      const uint32_t broken = minute(percent, &WAITS[i], forget, &longest);
      if (apart(broken, percent) > worst_broken)
        worst_broken = apart(broken, percent);
    }
  check(worst_broken > 200, "a rule that forgets is out of bounds: %u", worst_broken);
}

static void forgets_stalls(void) {
  static const uint32_t percents[] = {1, 50, 90, 99};
  for (size_t i = 0; i < sizeof percents / sizeof *percents; i++) {
    struct mite_pace pace;
    const uint32_t percent = percents[i];
    uint32_t now = 0, worked = 0;
    mite_pace_begin(&pace, percent, now);
    mite_pace_book(&pace, now += 600 * SECOND, 0); /* suspended for ten minutes */
    while (mite_pace_rest(&pace) == 0) {
      now += 1000;
      worked += 1000;
      mite_pace_book(&pace, now, 1000);
    }
    check(worked <= 1001000, "%u %%: after a stall it works %u us at once", percent, worked);
    mite_pace_begin(&pace, percent, now);
    mite_pace_book(&pace, now += 600 * SECOND, 600 * SECOND); /* a scan that hung */
    check(mite_pace_rest(&pace) == SECOND, "%u %%: after a hang it rests a second", percent);
    mite_pace_idle(&pace, now += 2 * SECOND);
    check(mite_pace_rest(&pace) == 0 && pace.owed == 0, "%u %%: a time without work pays, and earns nothing",
          percent);
    mite_pace_book(&pace, now += 1000, 5000);
    check(mite_pace_rest(&pace) == 1000 * (100 - percent) / percent, "%u %%: no more work than time",
          percent);
  }
}

int pace_tests(void) {
  check_failures = 0;
  holds();
  forgets_stalls();
  return check_failures;
}
