/* FreeRTOS's semaphores and tasks on POSIX threads, as far as port_freertos.c uses them. */
#include "freertos.h"

#include "esp_timer.h"
#include "freertos/semphr.h"
#include "freertos/task.h"

#include <sched.h>
#include <stdlib.h>
#include <string.h>

struct fake fake = {.least_delay = 0xffffffffu};

static SemaphoreHandle_t create(StaticSemaphore_t *memory, bool is_mutex) {
  memset(memory, 0, sizeof *memory);
  pthread_mutex_init(&memory->mutex, NULL);
  pthread_cond_init(&memory->given, NULL);
  memory->is_mutex = memory->available = is_mutex;
  fake.semaphores++;
  return memory;
}

SemaphoreHandle_t xSemaphoreCreateMutexStatic(StaticSemaphore_t *memory) {
  return create(memory, true);
}
SemaphoreHandle_t xSemaphoreCreateBinaryStatic(StaticSemaphore_t *memory) {
  return create(memory, false);
}

/* A wait that ends takes no time, but is noted. */
BaseType_t xSemaphoreTake(SemaphoreHandle_t semaphore, TickType_t ticks) {
  pthread_mutex_lock(&semaphore->mutex);
  if (ticks != portMAX_DELAY && !semaphore->available) {
    fake.waited = ticks;
    pthread_mutex_unlock(&semaphore->mutex);
    return pdFALSE;
  }
  while (!semaphore->available)
    pthread_cond_wait(&semaphore->given, &semaphore->mutex);
  semaphore->available = false;
  semaphore->holder = pthread_self();
  pthread_mutex_unlock(&semaphore->mutex);
  return pdTRUE;
}

BaseType_t xSemaphoreGive(SemaphoreHandle_t semaphore) {
  pthread_mutex_lock(&semaphore->mutex);
  const bool already = semaphore->available;
  if (semaphore->is_mutex && (already || !pthread_equal(semaphore->holder, pthread_self())))
    fake.misuses++;
  semaphore->available = true;
  pthread_cond_signal(&semaphore->given);
  pthread_mutex_unlock(&semaphore->mutex);
  return already ? pdFALSE : pdTRUE;
}

void vSemaphoreDelete(SemaphoreHandle_t semaphore) {
  pthread_mutex_lock(&semaphore->mutex); /* the giver is out of it */
  if (semaphore->is_mutex && !semaphore->available)
    fake.misuses++;
  pthread_mutex_unlock(&semaphore->mutex);
  pthread_cond_destroy(&semaphore->given);
  pthread_mutex_destroy(&semaphore->mutex);
  memset(semaphore, 0xa5, sizeof *semaphore);
  fake.semaphores--;
}

struct task {
  pthread_t thread;
  void (*code)(void *);
  void *argument;
  StaticSemaphore_t deleted;
  atomic_bool suspended;
};

static _Thread_local struct task *current;

static void *enter(void *argument) {
  current = argument;
  current->code(current->argument);
  abort(); /* a FreeRTOS task must not return */
}

BaseType_t xTaskCreatePinnedToCore(void (*code)(void *), const char *name, uint32_t stack_bytes,
                                   void *argument, UBaseType_t priority, TaskHandle_t *task,
                                   BaseType_t core) {
  (void)name;
  if (fake.no_memory || stack_bytes < 1024)
    return -1;
  fake.priority = priority;
  fake.core = core;
  struct task *made = malloc(sizeof *made);
  made->code = code;
  made->argument = argument;
  made->suspended = false;
  create(&made->deleted, false);
  fake.semaphores--; /* not one of the port's */
  fake.tasks++;
  if (task != NULL)
    *task = made;
  pthread_create(&made->thread, NULL, enter, made);
  return pdPASS;
}

/* A task that deletes itself is left to the idle task. Another has to be suspended: what runs would be freed
 * late, and its locks lost. */
void vTaskDelete(TaskHandle_t task) {
  struct task *other = task;
  if (other == NULL)
    pthread_exit(NULL);
  if (!other->suspended)
    fake.misuses++;
  xSemaphoreGive(&other->deleted);
  pthread_join(other->thread, NULL);
  free(other);
  fake.tasks--;
}

/* A task may only suspend itself here, until it is deleted. */
void vTaskSuspend(TaskHandle_t task) {
  if (task != NULL)
    abort();
  current->suspended = true;
  xSemaphoreTake(&current->deleted, portMAX_DELAY);
  pthread_exit(NULL);
}

/* Waits for the task to get where it is going, so that nobody needs to ask twice. */
eTaskState eTaskGetState(TaskHandle_t task) {
  struct task *other = task;
  while (!other->suspended)
    sched_yield();
  return eSuspended;
}

/* As if each task had used all but this. */
UBaseType_t uxTaskGetStackHighWaterMark(TaskHandle_t task) {
  (void)task;
  return 1234;
}

void vTaskDelay(TickType_t ticks) {
  fake.delays++;
  if (ticks < fake.least_delay)
    fake.least_delay = ticks;
}

int64_t esp_timer_get_time(void) {
  return fake.micros;
}
