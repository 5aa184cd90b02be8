/* port_freertos.c at work, on POSIX threads in the place of FreeRTOS. */
#include "check.h"
#include "freertos.h"
#include "port.h"

#include <string.h>

static mite_mutex mutex;
static mite_event event, answer;
static int counter;

static void count_up(void *context) {
  for (int i = 0; i < 20000; i++) {
    mite_mutex_lock(&mutex);
    counter++;
    mite_mutex_unlock(&mutex);
  }
  *(int *)context = 1;
}

static void mutex_excludes(void) {
  mite_thread threads[MITE_MAX_THREADS];
  int ended[MITE_MAX_THREADS] = {0}, all = 0;
  mite_mutex_init(&mutex);
  for (int i = 0; i < MITE_MAX_THREADS; i++)
    mite_thread_start(&threads[i], -1, 0, count_up, &ended[i]);
  for (int i = 0; i < MITE_MAX_THREADS; i++) {
    mite_thread_join(&threads[i]);
    memset(&threads[i], 0xa5, sizeof threads[i]); /* nobody uses it any longer */
    all += ended[i];
  }
  mite_mutex_destroy(&mutex);
  check(counter == 20000 * MITE_MAX_THREADS && all == MITE_MAX_THREADS,
        "a mutex excludes; join waits for the end");
}

static void echo(void *context) {
  for (int i = 0; i < *(int *)context; i++) {
    mite_event_wait(&event);
    counter++;
    mite_event_signal(&answer);
  }
}

static void events(void) {
  mite_thread thread;
  int rounds = 1000;
  mite_event_init(&event);
  mite_event_init(&answer);
  counter = 0;
  mite_event_signal(&event);
  mite_event_signal(&event);
  mite_thread_start(&thread, 0, 0, echo, &rounds);
  for (int i = 1; i < rounds; i++) {
    mite_event_wait(&answer);
    mite_event_signal(&event);
  }
  mite_thread_join(&thread);
  check(counter == rounds, "a signal before the wait is kept, two of them are one");
  mite_event_destroy(&event);
  mite_event_destroy(&answer);
}

/* Of 10 ms each. */
static void waits(void) {
  static const uint32_t micros[] = {20000, 24999, 25000, 148500, 1000000, 3};
  static const TickType_t ticks[] = {2, 2, 3, 15, 100, 1};
  mite_event_init(&event);
  for (int i = 0; i < 6; i++) {
    mite_event_wait_for(&event, micros[i]);
    check(fake.waited == ticks[i], "a wait of %u us is %u ticks", micros[i], ticks[i]);
  }
  fake.waited = 0;
  mite_event_signal(&event);
  mite_event_wait_for(&event, 20000);
  check(fake.waited == 0, "a signal ends a wait");
  mite_event_wait_for(&event, 20000);
  check(fake.waited == 2, "... once");
  check(mite_least_wait() == 20000, "the least wait is two ticks, so that the idle task has a whole one");
  mite_event_destroy(&event);
}

static void nothing(void *context) {
  (void)context;
}

static void where(int core, int priority, int on, UBaseType_t level) {
  mite_thread thread;
  const bool started = mite_thread_start(&thread, core, priority, nothing, NULL);
  mite_thread_join(&thread);
  check(started && fake.core == on && fake.priority == level, "core %d, priority %d: on %d with %u", core,
        priority, on, level);
}

static void rests(void) {
  mite_thread thread;
  memset(&thread, 0, sizeof thread);
  fake.delays = 0;
  fake.micros = 0;
  for (int i = 0; i < 10000; i++) {
    fake.micros += 1500;
    mite_thread_rest(&thread);
  }
  check(fake.delays == 15 && (fake.least_delay - 1) * portTICK_PERIOD_MS >= 5,
        "15 s of sub-ranges rest 15 times, 5 ms at least beside the tick under way");
  check(mite_search_stack_left() == 1234, "what is left of a search's stack is noted");
  fake.micros = (1ll << 32) + 5;
  check(mite_micros() == 5, "microseconds modulo 2^32");
}

int main(void) {
  mite_thread thread;
  mutex_excludes();
  events();
  waits();
  where(-1, 0, tskNO_AFFINITY, 2);
  where(0, 0, 0, 2);
  where(1, -1, 1, 1);
  where(2, 0, tskNO_AFFINITY, 2);
  where(1, -100, 1, 1);
  where(1, 100, 1, 2);
  rests();
  fake.no_memory = true;
  check(!mite_thread_start(&thread, -1, 0, nothing, NULL), "without memory no thread starts");
  check(fake.tasks == 0, "no task is left to the idle task: %d", (int)fake.tasks);
  check(fake.semaphores == 0 && fake.misuses == 0, "no semaphore is left, none was misused");
  return check_failures != 0;
}
