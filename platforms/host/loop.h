/*
 * The main loop: one thread, poll(2). Everything here is called on that thread unless it says otherwise.
 * Callbacks may add and remove watches, timers and deferred calls, their own included.
 */
#ifndef MITE_LOOP_H
#define MITE_LOOP_H

#include <stdbool.h>
#include <stdint.h>

/* A file descriptor to poll. Owned by the caller, which zeroes it first and keeps it while it is added. */
struct mite_watch {
  int fd;
  short events; /* may be changed at any time; 0 = nothing but errors */
  bool added;
  void (*ready)(struct mite_watch *watch, short revents);
  struct mite_watch *next;
};

void mite_watch_add(struct mite_watch *watch);
/* Harmless when it is not added. `ready` is not called again, not even for what poll has already found. */
void mite_watch_remove(struct mite_watch *watch);

/* A call to be made on the next turn of the loop. Owned by the caller; queued at most once at a time. */
struct mite_deferred {
  bool queued;
  uint64_t turn;
  void (*call)(struct mite_deferred *deferred);
  struct mite_deferred *next;
};

void mite_defer(struct mite_deferred *deferred);
void mite_undefer(struct mite_deferred *deferred);

/* A moment on the monotonic clock, in milliseconds. Owned by the caller. Equal moments fire in the order set.
 */
struct mite_alarm {
  uint64_t due;
  uint64_t order;
  bool set;
  void (*fire)(struct mite_alarm *alarm); /* already unset when called */
  struct mite_alarm *next;
};

void mite_alarm_set(struct mite_alarm *alarm, uint64_t due);
void mite_alarm_unset(struct mite_alarm *alarm);

/* CLOCK_MONOTONIC in milliseconds. Any thread. */
uint64_t mite_now(void);

/*
 * Wakes the loop and has `call` called there. Any thread and signal handlers: `wake` only sets a flag and
 * writes a byte, and never waits. Wakes before the call are merged into one. Owned by the caller,
 * added once, never removed.
 */
struct mite_waker {
  int pending; /* atomic */
  void (*call)(struct mite_waker *waker);
  struct mite_waker *next;
};

void mite_waker_add(struct mite_waker *waker);
/* False: the byte could not be written, and the call may not come. */
bool mite_wake(struct mite_waker *waker);

/* Returns after mite_loop_stop was called (at the end of the callback under way). */
void mite_loop_run(void);
void mite_loop_stop(void);
bool mite_loop_stopped(void);

#endif
