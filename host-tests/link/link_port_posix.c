/* link_port.h on POSIX threads and pipes. */
#include "link_port.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

struct task {
  void (*run)(void *context);
  void *context;
};

static void *enter(void *argument) {
  const struct task task = *(struct task *)argument;
  free(argument);
  task.run(task.context);
  return NULL;
}

bool mite_link_task(void (*run)(void *context), void *context, bool tls) {
  (void)tls;
  pthread_t thread;
  struct task *task = malloc(sizeof *task);
  if (task == NULL)
    return false;
  *task = (struct task){run, context};
  if (pthread_create(&thread, NULL, enter, task) != 0) {
    free(task);
    return false;
  }
  pthread_detach(thread);
  return true;
}

void mite_link_task_seen(bool tls) {
  (void)tls;
}

void mite_link_task_end(void) {}

bool mite_link_bell_open(struct mite_link_bell *bell) {
  int fds[2];
  if (pipe(fds) != 0)
    return false;
  *bell = (struct mite_link_bell){.wait = fds[0], .ring = fds[1]};
  for (int i = 0; i < 2; i++)
    fcntl(fds[i], F_SETFL, O_NONBLOCK);
  return true;
}

/* A full pipe rings already. */
void mite_link_bell_ring(const struct mite_link_bell *bell) {
  const ssize_t ignored = write(bell->ring, "", 1);
  (void)ignored;
}

void mite_link_bell_clear(const struct mite_link_bell *bell) {
  char bytes[64];
  while (read(bell->wait, bytes, sizeof bytes) > 0) {
  }
}

void mite_link_bell_close(const struct mite_link_bell *bell) {
  close(bell->wait);
  close(bell->ring);
}

uint32_t mite_link_millis(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint32_t)((uint64_t)now.tv_sec * 1000u + (uint64_t)now.tv_nsec / 1000000u);
}
