#include "loop.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stddef.h>
#include <time.h>
#include <unistd.h>

#include "fatal.h"

#define WATCHES_MAX 160 /* 16 connections, each trying 8 addresses, and everything else */

static struct mite_watch *watches;
static struct mite_deferred *deferred_first, **deferred_end = &deferred_first;
static struct mite_alarm *alarms;
static struct mite_waker *wakers;
static uint64_t alarm_order;
static uint64_t turns;
static int wake_pipe[2] = {-1, -1};
static bool stopped;

uint64_t mite_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000u + (uint64_t)now.tv_nsec / 1000000u;
}

void mite_watch_add(struct mite_watch *watch) {
  if (watch->added)
    return;
  watch->added = true;
  watch->next = watches;
  watches = watch;
}

void mite_watch_remove(struct mite_watch *watch) {
  for (struct mite_watch **at = &watches; *at; at = &(*at)->next)
    if (*at == watch) {
      *at = watch->next;
      break;
    }
  watch->added = false;
}

void mite_defer(struct mite_deferred *deferred) {
  if (deferred->queued)
    return;
  deferred->queued = true;
  deferred->turn = turns;
  deferred->next = NULL;
  *deferred_end = deferred;
  deferred_end = &deferred->next;
}

void mite_undefer(struct mite_deferred *deferred) {
  for (struct mite_deferred **at = &deferred_first; *at; at = &(*at)->next)
    if (*at == deferred) {
      *at = deferred->next;
      if (deferred_end == &deferred->next)
        deferred_end = at;
      break;
    }
  deferred->queued = false;
}

void mite_alarm_set(struct mite_alarm *alarm, uint64_t due) {
  mite_alarm_unset(alarm);
  alarm->due = due;
  alarm->order = alarm_order++;
  alarm->set = true;
  struct mite_alarm **at = &alarms;
  while (*at && (*at)->due <= due)
    at = &(*at)->next;
  alarm->next = *at;
  *at = alarm;
}

void mite_alarm_unset(struct mite_alarm *alarm) {
  for (struct mite_alarm **at = &alarms; alarm->set && *at; at = &(*at)->next)
    if (*at == alarm) {
      *at = alarm->next;
      break;
    }
  alarm->set = false;
}

void mite_waker_add(struct mite_waker *waker) {
  if (wake_pipe[0] < 0) {
    if (pipe(wake_pipe) != 0)
      mite_fatal(MITE_EXIT_INTERNAL, "no pipe");
    for (int i = 0; i < 2; i++) {
      fcntl(wake_pipe[i], F_SETFL, O_NONBLOCK);
      fcntl(wake_pipe[i], F_SETFD, FD_CLOEXEC);
    }
  }
  waker->next = wakers;
  wakers = waker;
}

bool mite_wake(struct mite_waker *waker) {
  int saved = errno;
  bool woken = true;
  if (__atomic_exchange_n(&waker->pending, 1, __ATOMIC_SEQ_CST) == 0) {
    ssize_t written;
    while ((written = write(wake_pipe[1], "", 1)) < 0 && errno == EINTR) {
    }
    woken = written == 1 || errno == EAGAIN; /* a full pipe wakes the loop just as well */
    if (!woken)
      __atomic_store_n(&waker->pending, 0, __ATOMIC_SEQ_CST); /* the next wake tries again */
  }
  errno = saved;
  return woken;
}

static void run_wakers(void) {
  uint8_t bytes[64];
  while (read(wake_pipe[0], bytes, sizeof bytes) > 0) {
  }
  for (struct mite_waker *waker = wakers; waker && !stopped; waker = waker->next)
    if (__atomic_exchange_n(&waker->pending, 0, __ATOMIC_SEQ_CST) != 0)
      waker->call(waker);
}

static void run_deferred(void) {
  turns++; /* what these calls defer waits for the next turn */
  while (deferred_first && deferred_first->turn < turns && !stopped) {
    struct mite_deferred *deferred = deferred_first;
    mite_undefer(deferred);
    deferred->call(deferred);
  }
}

static void run_alarms(void) {
  uint64_t now = mite_now();
  uint64_t order = alarm_order; /* alarms set from here on wait for the next turn */
  while (!stopped) {
    struct mite_alarm *alarm = alarms;
    while (alarm && alarm->due <= now && alarm->order >= order)
      alarm = alarm->next;
    if (alarm == NULL || alarm->due > now)
      return;
    mite_alarm_unset(alarm);
    alarm->fire(alarm);
  }
}

static int poll_timeout(void) {
  if (deferred_first)
    return 0;
  if (alarms == NULL)
    return -1;
  uint64_t now = mite_now();
  if (alarms->due <= now)
    return 0;
  uint64_t wait = alarms->due - now;
  return wait > 60000 ? 60000 : (int)wait;
}

static bool is_added(const struct mite_watch *watch) {
  for (const struct mite_watch *at = watches; at; at = at->next)
    if (at == watch)
      return true;
  return false;
}

static void turn(void) {
  struct pollfd fds[1 + WATCHES_MAX];
  struct mite_watch *polled[1 + WATCHES_MAX];
  nfds_t count = 0;
  polled[count] = NULL;
  fds[count++] = (struct pollfd){.fd = wake_pipe[0], .events = POLLIN};
  for (struct mite_watch *watch = watches; watch && count <= WATCHES_MAX; watch = watch->next) {
    polled[count] = watch;
    fds[count++] = (struct pollfd){.fd = watch->fd, .events = watch->events};
  }
  int ready = poll(fds, count, poll_timeout());
  if (ready < 0 && errno != EINTR)
    mite_fatal(MITE_EXIT_INTERNAL, "poll failed (%d)", errno);
  if (ready > 0) {
    if (fds[0].revents)
      run_wakers();
    for (nfds_t i = 1; i < count && !stopped; i++)
      if (fds[i].revents && is_added(polled[i]) && polled[i]->fd == fds[i].fd)
        polled[i]->ready(polled[i], fds[i].revents);
  }
  run_deferred();
  run_alarms();
}

void mite_loop_run(void) {
  while (!stopped)
    turn();
}

void mite_loop_stop(void) {
  stopped = true;
}

bool mite_loop_stopped(void) {
  return stopped;
}
