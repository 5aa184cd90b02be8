/*
 * The budget of a search thread: what share of the time it works. A pure rule that is told the time: no
 * thread, no clock. Every stretch is booked at its true length, so later ones make up for waits in whole
 * ticks, waits that end late and work that takes longer than intended.
 */
#ifndef MITE_PACE_H
#define MITE_PACE_H

#include <stdint.h>

/* No longer rest is owed, however long the work was: a thread that recovers from a hang does not pause for
 * minutes. */
#define MITE_PACE_MOST_REST 1000000u
/* What a stall leaves to make up for: at most this much rest, and this much work without a rest. */
#define MITE_PACE_MOST_STALL 100000u
#define MITE_PACE_MOST_WORK 1000000u

struct mite_pace {
  uint32_t percent; /* 1..100 */
  uint32_t now;     /* of the last booking, microseconds modulo 2^32 */
  int64_t owed;     /* rest owed, in microseconds times percent; below 0: rested too much */
};

/* Starts over with this budget, at this time. */
static inline void mite_pace_begin(struct mite_pace *pace, uint32_t percent, uint32_t now) {
  *pace = (struct mite_pace){percent, now, 0};
}

/*
 * Books the time until `now`, in which the thread worked for `worked` microseconds. The rest of it counts as
 * rest, even if others had the processor.
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

/* Books a time without work to do: it pays off owed rest, but does not entitle the thread to work more
 * later. */
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
