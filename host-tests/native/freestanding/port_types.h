/* For compile checks: port.h's types as a chip's port would define them, with FreeRTOS's handles as plain
 * pointers. */
#ifndef MITE_FREESTANDING_PORT_TYPES_H
#define MITE_FREESTANDING_PORT_TYPES_H

typedef struct {
  void *semaphore;
} mite_mutex;

typedef struct {
  void *semaphore;
} mite_event;

typedef struct {
  void *task;
  void *ended;
} mite_thread;

#endif
