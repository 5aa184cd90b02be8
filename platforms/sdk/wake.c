/*
 * The searcher's news: its threads call mite_search_wake, then the machine's own thread notifies the Search
 * objects. The searcher merges its wakes: each Search object has at most one delivery on its way.
 */
#include <stdbool.h>
#include <stdint.h>

#include "xsmc.h"

#include "port.h"
#include "search.h"

static void deliver(xsMachine *machine) {
  xsBeginHost(machine);
  mite_search_deliver(the);
  xsEndHost(machine);
}

#ifdef ESP_PLATFORM

#include "freertos/FreeRTOS.h"
#include "freertos/task.h"

#include "xsHost.h"

static void receive(void *machine, void *refcon, uint8_t *message, uint16_t length) {
  (void)refcon, (void)message, (void)length;
  deliver(machine);
}

/*
 * From a task. modMessagePostToMachine waits for room forever in a release build, and the machine's task,
 * which makes the room, may be joining this one. The variant for interrupts never waits: it says that the
 * queue is full. ESP-IDF's queues take both from tasks; but the higher-priority task that it wakes would have
 * to wait for the next tick, hence the yield.
 */
bool mite_search_wake(void *machine) {
  if (modMessagePostToMachineFromISR(machine, receive, NULL) != 0)
    return false;
  taskYIELD();
  return true;
}

#else

#include <glib.h>

static gboolean receive(gpointer machine) {
  deliver(machine);
  return G_SOURCE_REMOVE;
}

/* The machine lives on the default context's thread, like the SDK's timers. GLib's lists have no end, and it
 * ends the process where memory does. */
bool mite_search_wake(void *machine) {
  return g_idle_add_full(G_PRIORITY_DEFAULT, receive, machine, NULL) != 0;
}

#endif
