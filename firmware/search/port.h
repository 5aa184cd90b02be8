/*
 * What the searcher needs from a platform's threads, small enough for tasks and semaphores: a mutex, an event
 * that one thread waits for, start and join, a clock. port_posix.c is POSIX; FreeRTOS: static mutex, static
 * binary semaphore, task with an "ended" semaphore as join, esp_timer_get_time. Objects live in the
 * searcher's memory.
 */
#ifndef MITE_PORT_H
#define MITE_PORT_H

#include <stdbool.h>
#include <stdint.h>

#if defined(MITE_PORT_TYPES)
#include MITE_PORT_TYPES /* another platform's definitions of mite_mutex, mite_event and mite_thread */
#elif defined(__unix__) || defined(__APPLE__)
#include "port_posix.h"
#else
#error "no port for this platform: define MITE_PORT_TYPES"
#endif

/* Most threads of one searcher. */
#ifndef MITE_MAX_THREADS
#define MITE_MAX_THREADS 64
#endif

#ifdef __cplusplus
extern "C" {
#endif

bool mite_mutex_init(mite_mutex *mutex);
void mite_mutex_destroy(mite_mutex *mutex);
void mite_mutex_lock(mite_mutex *mutex);
void mite_mutex_unlock(mite_mutex *mutex);

/* A binary semaphore: a signal before the wait is not lost; several count as one. */
bool mite_event_init(mite_event *event);
void mite_event_destroy(mite_event *event);
void mite_event_wait(mite_event *event);
/* The same with a timeout, in whole ticks where the platform counts in ticks: off by at most one tick either
 * way. */
void mite_event_wait_for(mite_event *event, uint32_t micros);
void mite_event_signal(mite_event *event);

/*
 * Starts run(context) at a priority below the machine's thread, where the platform has priorities.
 * `core` is the one to run on, -1 for any; `priority` 0 is a search thread's usual one, negative ones are
 * lower. Hints: a platform without cores or priorities ignores them.
 */
bool mite_thread_start(mite_thread *thread, int core, int priority, void (*run)(void *context),
                       void *context);
void mite_thread_join(mite_thread *thread);

/* Called by the thread itself between sub-ranges, with no work and no lock held: lets the platform's lowest
 * tasks run where a thread that never blocks would starve them. */
void mite_thread_rest(mite_thread *thread);

/* Puts the calling thread to sleep for about a tick, while it waits for something held by others. Any
 * thread. */
void mite_thread_pause(void);

/* Monotonic microseconds, modulo 2^32. */
uint32_t mite_micros(void);

/* How long the calling thread itself has worked, in microseconds modulo 2^32; the clock's time where a
 * platform cannot tell. */
uint32_t mite_thread_micros(void);

/* The shortest worthwhile wait of mite_event_wait_for. */
uint32_t mite_least_wait(void);

/*
 * SUPPLIED BY THE BOARD. Called from a search thread, with no lock held, when an event was queued and none
 * was pending; never after the Search object is gone. It must neither block nor touch the machine: it
 * arranges for the machine's own thread to call mite_search_deliver (search.h) soon. The host writes to a
 * pipe, the SDK posts a message. `machine` is the xsMachine that made the Search object.
 *
 * True: the call will come. False: it could not be arranged now (a full queue, no memory); the searcher asks
 * again. Waiting for room instead would deadlock, since the machine's thread, which makes the room, joins
 * search threads.
 */
bool mite_search_wake(void *machine);

#ifdef __cplusplus
}
#endif

#endif
