/*
 * The searcher's news: its threads call mite_search_wake, the machine's own thread then tells the Search
 * objects. Many wakes before the machine comes to it are one delivery.
 */
#include <stdbool.h>
#include <stdint.h>

#include "xsmc.h"

#include "port.h"
#include "search.h"

/* A delivery is on its way. */
static bool waiting;

static void deliver(xsMachine *machine) {
  __atomic_store_n(&waiting, false, __ATOMIC_SEQ_CST);
  xsBeginHost(machine);
  mite_search_deliver(the);
  xsEndHost(machine);
}

#ifdef ESP_PLATFORM

#include "xsHost.h"

static void receive(void *machine, void *refcon, uint8_t *message, uint16_t length) {
  (void)refcon, (void)message, (void)length;
  deliver(machine);
}

/* From a task, never from an interrupt. */
void mite_search_wake(void *machine) {
  if (!__atomic_exchange_n(&waiting, true, __ATOMIC_SEQ_CST) &&
      modMessagePostToMachine(machine, NULL, 0, receive, NULL) != 0)
    __atomic_store_n(&waiting, false, __ATOMIC_SEQ_CST); /* the next news asks again */
}

#else

#include <glib.h>

static gboolean receive(gpointer machine) {
  deliver(machine);
  return G_SOURCE_REMOVE;
}

/* The machine lives on the default context's thread, like the SDK's timers. */
void mite_search_wake(void *machine) {
  if (!__atomic_exchange_n(&waiting, true, __ATOMIC_SEQ_CST))
    g_idle_add_full(G_PRIORITY_DEFAULT, receive, machine, NULL);
}

#endif
