/* Arguments, clock, timers, random, memory, signals, exit. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "host.h"
#include "loop.h"

#define TIMERS_MAX 256
#define RANDOM_MAX 1024

struct timer {
  struct mite_alarm alarm; /* must be first: an alarm is cast to its timer */
  uint32_t id;
  xsSlot callback;
  struct timer *next;
};

static struct timer *timers;
static uint32_t timer_count, timer_id;

static struct {
  struct mite_waker waker;
  volatile sig_atomic_t number;
  xsSlot callback;
  bool has_callback;
} stop_signal;

/* xs_mite_host_arguments(): string[] */
void xs_mite_host_arguments(xsMachine *the) {
  xsmcVars(1);
  xsmcSetNewArray(xsResult, 0);
  for (int i = 1; i < mite_argc; i++) {
    char *text = strdup(mite_argv[i]);
    if (text == NULL)
      xsUnknownError("out of memory");
    mite_clean_utf8(text);
    xsmcSetString(xsVar(0), text);
    free(text);
    xsmcSetIndex(xsResult, (xsIndex)(i - 1), xsVar(0));
  }
}

/* xs_mite_host_complain(line): void, on stderr */
void xs_mite_host_complain(xsMachine *the) {
  char line[1024];
  mite_string_argument(the, 0, line, sizeof line);
  fprintf(stderr, "mite-board: %s\n", line);
}

/* ---- clock and timers */

/* xs_mite_host_now(): number */
void xs_mite_host_now(xsMachine *the) {
  xsmcSetNumber(xsResult, (double)mite_now());
}

static void forget_timer(xsMachine *the, struct timer *timer) {
  for (struct timer **at = &timers; *at; at = &(*at)->next)
    if (*at == timer) {
      *at = timer->next;
      break;
    }
  mite_alarm_unset(&timer->alarm);
  xsForget(timer->callback);
  timer_count--;
  free(timer);
}

static void fire_timer(struct mite_alarm *alarm) {
  struct timer *timer = (struct timer *)alarm;
  xsBeginHost(mite_the);
  {
    xsmcVars(1);
    xsVar(0) = xsAccess(timer->callback);
    forget_timer(the, timer);
    xsCallFunction0(xsVar(0), xsGlobal);
  }
  xsEndHost(mite_the);
  mite_machine_drain(mite_the);
}

/* xs_mite_host_timer_set(milliseconds, callback): number */
void xs_mite_host_timer_set(xsMachine *the) {
  double delay = mite_number_argument(the, 0, 0, 2147483647);
  mite_function_argument(the, 1);
  if (timer_count >= TIMERS_MAX)
    xsRangeError("more than %d timers", TIMERS_MAX);
  struct timer *timer = calloc(1, sizeof *timer);
  if (timer == NULL)
    xsUnknownError("out of memory");
  timer->alarm.fire = fire_timer;
  timer->id = ++timer_id != 0 ? timer_id : ++timer_id;
  timer->callback = xsArg(1);
  xsRemember(timer->callback);
  timer->next = timers;
  timers = timer;
  timer_count++;
  mite_alarm_set(&timer->alarm, mite_now() + (uint64_t)delay);
  xsmcSetNumber(xsResult, timer->id);
}

/* xs_mite_host_timer_clear(id): void */
void xs_mite_host_timer_clear(xsMachine *the) {
  double id = mite_number_argument(the, 0, 0, 4294967295.0);
  for (struct timer *timer = timers; timer; timer = timer->next)
    if (timer->id == (uint32_t)id) {
      forget_timer(the, timer);
      return;
    }
}

/* ---- random, memory */

/* xs_mite_host_random(count): Uint8Array */
void xs_mite_host_random(xsMachine *the) {
  uint8_t bytes[RANDOM_MAX];
  size_t count = (size_t)mite_number_argument(the, 0, 0, RANDOM_MAX);
  for (size_t at = 0; at < count; at += 256)
    if (getentropy(bytes + at, count - at < 256 ? count - at : 256) != 0)
      xsUnknownError("no random source");
  mite_set_bytes(the, &xsResult, bytes, count);
}

static void set_number(xsMachine *the, const char *name, double value) {
  xsmcSetNumber(xsVar(0), value);
  xsmcSet(xsResult, xsID(name), xsVar(0));
}

/* xs_mite_host_memory(): the figures of struct mite_heap_figures, after a collection */
void xs_mite_host_memory(xsMachine *the) {
  struct mite_heap_figures figures;
  mite_machine_figures(the, 1, &figures);
  xsmcVars(1);
  xsmcSetNewObject(xsResult);
  set_number(the, "slotBytes", figures.slot_bytes);
  set_number(the, "slotPeak", figures.slot_peak);
  set_number(the, "chunkBytes", figures.chunk_bytes);
  set_number(the, "chunkPeak", figures.chunk_peak);
  set_number(the, "limit", figures.limit);
  set_number(the, "slotReserved", figures.slot_reserved);
  set_number(the, "chunkReserved", figures.chunk_reserved);
  set_number(the, "stackBytes", figures.stack_bytes);
  set_number(the, "tableBytes", figures.table_bytes);
  set_number(the, "flashBytes", figures.flash_bytes);
}

/* xs_mite_host_collect(): void, for tests */
void xs_mite_host_collect(xsMachine *the) {
  xsCollectGarbage();
}

/* ---- end */

/* xs_mite_host_exit(code): void */
void xs_mite_host_exit(xsMachine *the) {
  mite_exit((int)mite_number_argument(the, 0, 0, 255));
}

/* xs_mite_host_restart(): void */
void xs_mite_host_restart(xsMachine *the) {
  (void)the;
  mite_restart();
}

/* xs_mite_host_restarted(): boolean */
void xs_mite_host_restarted(xsMachine *the) {
  xsmcSetBoolean(xsResult, getenv(MITE_RESTARTED) != NULL);
}

/* xs_mite_host_on_signal(callback: (name: string) => void): void */
void xs_mite_host_on_signal(xsMachine *the) {
  mite_function_argument(the, 0);
  if (stop_signal.has_callback)
    xsForget(stop_signal.callback);
  stop_signal.callback = xsArg(0);
  stop_signal.has_callback = true;
  xsRemember(stop_signal.callback);
}

static void on_signal(int number) {
  if (stop_signal.number != 0 && number == SIGINT)
    _exit(128 + SIGINT); /* asked twice: at once */
  stop_signal.number = number;
  mite_wake(&stop_signal.waker);
}

static void deliver_signal(struct mite_waker *waker) {
  (void)waker;
  if (!stop_signal.has_callback) {
    mite_exit(0);
    return;
  }
  xsBeginHost(mite_the);
  {
    xsmcVars(2);
    xsVar(0) = xsAccess(stop_signal.callback);
    xsmcSetString(xsVar(1), stop_signal.number == SIGINT   ? "SIGINT"
                            : stop_signal.number == SIGHUP ? "SIGHUP"
                                                           : "SIGTERM");
    xsCallFunction1(xsVar(0), xsGlobal, xsVar(1));
  }
  xsEndHost(mite_the);
  mite_machine_drain(mite_the);
}

void mite_system_open(void) {
  stop_signal.waker.call = deliver_signal;
  mite_waker_add(&stop_signal.waker);
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  sigaction(SIGHUP, &action, NULL);
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, NULL);
}
