/* In the place of ESP-IDF's header. */
#ifndef MITE_TASK_H
#define MITE_TASK_H

#include "FreeRTOS.h"

BaseType_t xTaskCreatePinnedToCore(void (*code)(void *), const char *name, uint32_t stack_bytes,
                                   void *argument, UBaseType_t priority, TaskHandle_t *task, BaseType_t core);
void vTaskDelete(TaskHandle_t task);
void vTaskSuspend(TaskHandle_t task);
void vTaskDelay(TickType_t ticks);
UBaseType_t uxTaskGetStackHighWaterMark(TaskHandle_t task);

void mite_fake_yield(void); /* the test's */
#define taskYIELD() mite_fake_yield()

typedef enum { eRunning = 0, eSuspended = 3 } eTaskState;
eTaskState eTaskGetState(TaskHandle_t task);

#endif
