#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "loop.h"
#include "resolver.h"

/* Belongs to the thread until it is on the `resolved` list; but `done` always belongs to the loop. */
struct mite_lookup {
  char host[MITE_HOST_BYTES];
  char port[MITE_PORT_BYTES];
  struct addrinfo *addresses;
  int error;
  mite_resolved *done; /* NULL: cancelled */
  void *owner;
  struct mite_lookup *next;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct mite_lookup *resolved; /* under `lock` */
static struct mite_waker waker;

static void *resolve(void *argument) {
  struct mite_lookup *lookup = argument;
  struct addrinfo hints = {.ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM, .ai_flags = AI_ADDRCONFIG};
  lookup->error = getaddrinfo(lookup->host, lookup->port, &hints, &lookup->addresses);
  pthread_mutex_lock(&lock);
  lookup->next = resolved;
  resolved = lookup;
  pthread_mutex_unlock(&lock);
  mite_wake(&waker);
  return NULL;
}

static void take_resolved(struct mite_waker *unused) {
  (void)unused;
  pthread_mutex_lock(&lock);
  struct mite_lookup *lookup = resolved;
  resolved = NULL;
  pthread_mutex_unlock(&lock);
  while (lookup) {
    struct mite_lookup *next = lookup->next;
    if (lookup->done)
      lookup->done(lookup->owner, lookup->error == 0 ? lookup->addresses : NULL, lookup->error);
    else if (lookup->error == 0)
      freeaddrinfo(lookup->addresses);
    free(lookup);
    lookup = next;
  }
}

struct mite_lookup *mite_lookup_start(const char *host, const char *port, mite_resolved *done, void *owner) {
  if (strlen(host) >= MITE_HOST_BYTES || strlen(port) >= MITE_PORT_BYTES)
    return NULL;
  struct mite_lookup *lookup = calloc(1, sizeof *lookup);
  pthread_t thread;
  if (lookup == NULL)
    return NULL;
  memcpy(lookup->host, host, strlen(host) + 1);
  memcpy(lookup->port, port, strlen(port) + 1);
  lookup->done = done;
  lookup->owner = owner;
  if (pthread_create(&thread, NULL, resolve, lookup) != 0) {
    free(lookup);
    return NULL;
  }
  pthread_detach(thread);
  return lookup;
}

void mite_lookup_cancel(struct mite_lookup *lookup) {
  if (lookup)
    lookup->done = NULL;
}

void mite_resolver_open(void) {
  waker.call = take_resolved;
  mite_waker_add(&waker);
}
