/*
 * port.h on FreeRTOS as ESP-IDF has it.
 *
 * Search tasks have priority 2, or 1 if they should give way: above idle and below what IDF runs for the
 * network; the machine's task must have more. A search never blocks, so the idle task of its processor would
 * never run: it frees deleted tasks and feeds the task watchdog (5 s by default). Sharing idle's own priority
 * does not help: IDF's idle does not yield (configIDLE_SHOULD_YIELD is 0) but sleeps until the next
 * interrupt, which costs every other tick. So each second begins with a search task blocking for at least 5
 * ms: two ticks of 10 ms, some 1.5 % of the time. All do so at the same moment, since two of them may share a
 * processor.
 */
#include "port.h"

#include <stdatomic.h>

#include "esp_timer.h"

#define SEARCH_PRIORITY ((int)tskIDLE_PRIORITY + 2)
#define LEAST_PRIORITY ((int)tskIDLE_PRIORITY + 1)
#define SEARCH_STACK_BYTES 6144
/* The first tick is what is left of the current one, which may be nothing. */
#define REST_TICKS ((5 + portTICK_PERIOD_MS - 1) / portTICK_PERIOD_MS + 1)

bool mite_mutex_init(mite_mutex *mutex) {
  mutex->handle = xSemaphoreCreateMutexStatic(&mutex->memory);
  return mutex->handle != NULL;
}
void mite_mutex_destroy(mite_mutex *mutex) {
  vSemaphoreDelete(mutex->handle);
}
void mite_mutex_lock(mite_mutex *mutex) {
  xSemaphoreTake(mutex->handle, portMAX_DELAY);
}
void mite_mutex_unlock(mite_mutex *mutex) {
  xSemaphoreGive(mutex->handle);
}

bool mite_event_init(mite_event *event) {
  event->handle = xSemaphoreCreateBinaryStatic(&event->memory);
  return event->handle != NULL;
}
void mite_event_destroy(mite_event *event) {
  vSemaphoreDelete(event->handle);
}
void mite_event_wait(mite_event *event) {
  xSemaphoreTake(event->handle, portMAX_DELAY);
}
/* A wait of n ticks ends at the n-th tick from now, the first of which is what is left of the one under way.
 */
void mite_event_wait_for(mite_event *event, uint32_t micros) {
  const uint32_t tick = portTICK_PERIOD_MS * 1000u;
  const TickType_t ticks = (TickType_t)((micros + tick / 2) / tick);
  xSemaphoreTake(event->handle, ticks > 0 ? ticks : 1);
}
/* Fails when the event is already signalled, which is just as good. */
void mite_event_signal(mite_event *event) {
  (void)xSemaphoreGive(event->handle);
}

/* Nothing of `thread` is touched after `ended`: its memory may be gone by then. The task does not delete
 * itself: only the idle task frees such tasks, and they would pile up while search after search is tried at
 * boot. */
static void enter(void *argument) {
  mite_thread *thread = argument;
  thread->run(thread->context);
  xSemaphoreGive(thread->ended);
  for (;;)
    vTaskSuspend(NULL);
}

bool mite_thread_start(mite_thread *thread, int core, int priority, void (*run)(void *context),
                       void *context) {
  const int wanted = SEARCH_PRIORITY + priority;
  const int level = wanted < LEAST_PRIORITY    ? LEAST_PRIORITY
                    : wanted > SEARCH_PRIORITY ? SEARCH_PRIORITY
                                               : wanted;
  const BaseType_t on = core < 0 || core >= configNUMBER_OF_CORES ? tskNO_AFFINITY : core;
  thread->run = run;
  thread->context = context;
  thread->second = 0;
  thread->ended = xSemaphoreCreateBinaryStatic(&thread->memory);
  if (thread->ended == NULL)
    return false;
  if (xTaskCreatePinnedToCore(enter, "search", SEARCH_STACK_BYTES, thread, (UBaseType_t)level,
                              &thread->handle, on) == pdPASS)
    return true;
  vSemaphoreDelete(thread->ended);
  return false;
}

void mite_thread_join(mite_thread *thread) {
  xSemaphoreTake(thread->ended, portMAX_DELAY);
  /* It may still be running, perhaps on the other core: then the idle task would free it, and late. */
  while (eTaskGetState(thread->handle) != eSuspended)
    vTaskDelay(1);
  vTaskDelete(thread->handle);
  vSemaphoreDelete(thread->ended);
}

static atomic_uint stack_left = UINT32_MAX;

uint32_t mite_search_stack_left(void) {
  return atomic_load(&stack_left);
}

static void note_stack(void) {
  const unsigned left = (unsigned)(uxTaskGetStackHighWaterMark(NULL) * sizeof(StackType_t));
  unsigned least = atomic_load(&stack_left);
  while (left < least && !atomic_compare_exchange_weak(&stack_left, &least, left)) {
  }
}

void mite_thread_rest(mite_thread *thread) {
  const uint32_t second = (uint32_t)(esp_timer_get_time() / 1000000);
  if (second == thread->second)
    return;
  thread->second = second;
  note_stack();
  vTaskDelay(REST_TICKS);
}

void mite_thread_pause(void) {
  vTaskDelay(1);
}

uint32_t mite_micros(void) {
  return (uint32_t)esp_timer_get_time();
}

/* Time taken by the network's tasks counts as the search's own: it is little, and errs on the safe side. */
uint32_t mite_thread_micros(void) {
  return (uint32_t)esp_timer_get_time();
}

/* Twice, so that the idle task runs for a whole tick when it does. */
uint32_t mite_least_wait(void) {
  return 2u * portTICK_PERIOD_MS * 1000u;
}
