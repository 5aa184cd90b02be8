/* port.h on POSIX threads. */
#define _POSIX_C_SOURCE 200809L
#include "port.h"

#if defined(__unix__) || defined(__APPLE__)

#include <signal.h>
#include <time.h>

bool mite_mutex_init(mite_mutex *mutex) {
  return pthread_mutex_init(mutex, NULL) == 0;
}
void mite_mutex_destroy(mite_mutex *mutex) {
  pthread_mutex_destroy(mutex);
}
void mite_mutex_lock(mite_mutex *mutex) {
  pthread_mutex_lock(mutex);
}
void mite_mutex_unlock(mite_mutex *mutex) {
  pthread_mutex_unlock(mutex);
}

/* Waits use the clock that nobody sets; macOS only has the one that is set. */
#if defined(__APPLE__)
#define WAIT_CLOCK CLOCK_REALTIME
static int condition_init(pthread_cond_t *condition) {
  return pthread_cond_init(condition, NULL);
}
#else
#define WAIT_CLOCK CLOCK_MONOTONIC
static int condition_init(pthread_cond_t *condition) {
  pthread_condattr_t attributes;
  if (pthread_condattr_init(&attributes) != 0)
    return -1;
  int error = pthread_condattr_setclock(&attributes, WAIT_CLOCK);
  if (error == 0)
    error = pthread_cond_init(condition, &attributes);
  pthread_condattr_destroy(&attributes);
  return error;
}
#endif

bool mite_event_init(mite_event *event) {
  event->signalled = false;
  if (pthread_mutex_init(&event->mutex, NULL) != 0)
    return false;
  if (condition_init(&event->condition) == 0)
    return true;
  pthread_mutex_destroy(&event->mutex);
  return false;
}

void mite_event_destroy(mite_event *event) {
  pthread_cond_destroy(&event->condition);
  pthread_mutex_destroy(&event->mutex);
}

void mite_event_wait(mite_event *event) {
  pthread_mutex_lock(&event->mutex);
  while (!event->signalled)
    pthread_cond_wait(&event->condition, &event->mutex);
  event->signalled = false;
  pthread_mutex_unlock(&event->mutex);
}

void mite_event_wait_for(mite_event *event, uint32_t micros) {
  struct timespec until;
  clock_gettime(WAIT_CLOCK, &until);
  until.tv_sec += micros / 1000000u;
  until.tv_nsec += (long)(micros % 1000000u) * 1000;
  if (until.tv_nsec >= 1000000000) {
    until.tv_nsec -= 1000000000;
    until.tv_sec++;
  }
  pthread_mutex_lock(&event->mutex);
  while (!event->signalled && pthread_cond_timedwait(&event->condition, &event->mutex, &until) == 0) {
  }
  event->signalled = false;
  pthread_mutex_unlock(&event->mutex);
}

void mite_event_signal(mite_event *event) {
  pthread_mutex_lock(&event->mutex);
  event->signalled = true;
  pthread_cond_signal(&event->condition);
  pthread_mutex_unlock(&event->mutex);
}

static void *enter(void *argument) {
  mite_thread *thread = argument;
  thread->run(thread->context);
  return NULL;
}

/* The scheduler knows best where to run it. */
bool mite_thread_start(mite_thread *thread, int core, int priority, void (*run)(void *context),
                       void *context) {
  (void)core, (void)priority;
  /* Signals go to the main thread. */
  sigset_t all, before;
  thread->run = run;
  thread->context = context;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  int error = pthread_create(&thread->handle, NULL, enter, thread);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return error == 0;
}

void mite_thread_join(mite_thread *thread) {
  pthread_join(thread->handle, NULL);
}

/* The scheduler is fair. */
void mite_thread_rest(mite_thread *thread) {
  (void)thread;
}

void mite_thread_pause(void) {
  nanosleep(&(struct timespec){0, 1000000}, NULL);
}

static uint32_t micros_of(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (uint32_t)((uint64_t)now.tv_sec * 1000000u + (uint64_t)now.tv_nsec / 1000u);
}

uint32_t mite_micros(void) {
  return micros_of(CLOCK_MONOTONIC);
}

uint32_t mite_thread_micros(void) {
  return micros_of(CLOCK_THREAD_CPUTIME_ID);
}

uint32_t mite_least_wait(void) {
  return 1000;
}

#endif
