/* The types of port.h on POSIX threads. */
#ifndef MITE_PORT_POSIX_H
#define MITE_PORT_POSIX_H

#include <pthread.h>
#include <stdbool.h>

typedef pthread_mutex_t mite_mutex;

typedef struct {
  pthread_mutex_t mutex;
  pthread_cond_t condition;
  bool signalled;
} mite_event;

typedef struct {
  pthread_t handle;
  void (*run)(void *context);
  void *context;
} mite_thread;

#endif
