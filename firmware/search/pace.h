/*
 * The budget of a search thread: what share of the time it works. A rule alone, told the time: no thread, no
 * clock. Every stretch is booked as it was, so that waits in whole ticks, waits that end late and work that
 * takes longer than meant are made up for by the next ones.
 */
#ifndef MITE_PACE_H
#define MITE_PACE_H

#include <stdint.h>

/* A longer rest is not owed, whatever was worked: a thread that comes back from a hang is not out for
 * minutes. */
#define MITE_PACE_MOST_REST 1000000u
/* What a stall leaves to be made up for: this much rest, and this much work without a rest at most. */
#define MITE_PACE_MOST_STALL 100000u
#define MITE_PACE_MOST_WORK 1000000u

struct mite_pace {
  uint32_t percent; /* 1..100 */
  uint32_t now;     /* of the last booking, microseconds modulo 2^32 */
  int64_t owed;     /* rest, in microseconds times percent; below 0: rested more than owed */
};

/* Begins anew with this budget, at this time. */
static inline void mite_pace_begin(struct mite_pace *pace, uint32_t percent, uint32_t now) {
  *pace = (struct mite_pace){percent, now, 0};
}

/*
 * Books what has passed until `now`, in which the thread has worked for `worked` microseconds. The difference
 * is rest, also where others had the processor.
 */
static inline void mite_pace_book(struct mite_pace *pace, uint32_t now, uint32_t worked) {
  const uint32_t passed = now - pace->now;
  if (worked > passed)
    worked = passed; /* two clocks */
  pace->now = now;
  const int64_t percent = pace->percent, rest = 100 - percent;
  pace->owed += worked * rest - (int64_t)(passed - worked) * percent;
  const int64_t most = percent * MITE_PACE_MOST_REST;
  const int64_t stall = percent * MITE_PACE_MOST_STALL, burst = rest * MITE_PACE_MOST_WORK;
  const int64_t least = -(stall < burst ? stall : burst);
  if (pace->owed > most)
    pace->owed = most;
  if (pace->owed < least)
    pace->owed = least;
}

/* Books a time without work to do: it pays what is owed, and is no reason to work more afterwards. */
static inline void mite_pace_idle(struct mite_pace *pace, uint32_t now) {
  mite_pace_book(pace, now, 0);
  if (pace->owed < 0)
    pace->owed = 0;
}

/* Rest owed, in microseconds. */
static inline uint32_t mite_pace_rest(const struct mite_pace *pace) {
  return pace->owed <= 0 ? 0 : (uint32_t)(pace->owed / pace->percent);
}

#endif
