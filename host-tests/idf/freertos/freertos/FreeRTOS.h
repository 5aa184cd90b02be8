/* In the place of ESP-IDF's headers: what port_freertos.c uses of FreeRTOS, on POSIX threads (freertos.c). */
#ifndef MITE_FREERTOS_H
#define MITE_FREERTOS_H

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

typedef int BaseType_t;
typedef unsigned UBaseType_t;
typedef uint32_t TickType_t;
typedef uint8_t StackType_t;

#define pdPASS 1
#define pdTRUE 1
#define pdFALSE 0
#define portMAX_DELAY 0xffffffffu
#define configTICK_RATE_HZ 100u
#define portTICK_PERIOD_MS (1000u / configTICK_RATE_HZ)
#define configNUMBER_OF_CORES 2
#define tskIDLE_PRIORITY 0u
#define tskNO_AFFINITY 0x7fffffff
#define pdMS_TO_TICKS(ms) ((TickType_t)((ms)*configTICK_RATE_HZ / 1000u))

typedef struct {
  pthread_mutex_t mutex;
  pthread_cond_t given;
  bool available, is_mutex;
  pthread_t holder;
} StaticSemaphore_t;
typedef StaticSemaphore_t *SemaphoreHandle_t;
typedef void *TaskHandle_t;

#endif
