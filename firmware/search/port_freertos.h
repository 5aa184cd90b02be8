/* The types of port.h on FreeRTOS (ESP-IDF): MITE_PORT_TYPES='"port_freertos.h"'. */
#ifndef MITE_PORT_FREERTOS_H
#define MITE_PORT_FREERTOS_H

#include <stdint.h>

#include "freertos/FreeRTOS.h"
#include "freertos/semphr.h"
#include "freertos/task.h"

typedef struct {
  SemaphoreHandle_t handle;
  StaticSemaphore_t memory;
} mite_mutex;

typedef struct {
  SemaphoreHandle_t handle;
  StaticSemaphore_t memory;
} mite_event;

typedef struct {
  TaskHandle_t handle;
  SemaphoreHandle_t ended;
  StaticSemaphore_t memory;
  void (*run)(void *context);
  void *context;
  uint32_t second; /* of the last rest */
} mite_thread;

/* lanes.c pins each search thread to one. */
#define MITE_CORES configNUMBER_OF_CORES

/* The least that a search thread has ever left of its stack, in bytes; UINT32_MAX before the first. Any
 * thread. */
uint32_t mite_search_stack_left(void);

#ifndef MITE_MAX_THREADS
#define MITE_MAX_THREADS 2
#endif

#endif
