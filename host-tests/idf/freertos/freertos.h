/* What a test sees and sets of the FreeRTOS in the place of the real one. */
#ifndef MITE_FAKE_FREERTOS_H
#define MITE_FAKE_FREERTOS_H

#include "freertos/FreeRTOS.h"

#include <stdatomic.h>

struct fake {
  atomic_int semaphores, tasks; /* alive; tasks that deleted themselves, too: no idle task runs here */
  atomic_int delays;            /* calls of vTaskDelay */
  atomic_uint least_delay;      /* ticks */
  atomic_uint waited;           /* ticks of the last wait for a semaphore that ended without it */
  atomic_llong micros;
  atomic_bool no_memory; /* no task can be made */
  atomic_int misuses;    /* a mutex released by a task that does not hold it, one deleted while taken */
  int core;              /* of the last task */
  UBaseType_t priority;
};

extern struct fake fake;

#endif
