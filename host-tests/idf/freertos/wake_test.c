/* platforms/sdk/wake.c as a chip has it, with a queue of messages in the place of the SDK's. */
#include "check.h"
#include "port.h"
#include "search.h"

#include "xsHost.h"

#define ROOM 10 /* MODDEF_TASK_QUEUELENGTH */

static xsMachine machine;
static struct {
  modMessageDeliver callback;
  void *refcon;
} queue[ROOM];
static int queued, waits, yields, deliveries, outside;

int modMessagePostToMachineFromISR(xsMachine *the, modMessageDeliver callback, void *refcon) {
  if (the != &machine || queued == ROOM)
    return -1;
  queue[queued].callback = callback;
  queue[queued++].refcon = refcon;
  return 0;
}

int modMessagePostToMachine(xsMachine *the, uint8_t *message, uint16_t length, modMessageDeliver callback,
                            void *refcon) {
  (void)message, (void)length;
  if (queued == ROOM)
    waits++;
  return modMessagePostToMachineFromISR(the, callback, refcon);
}

void mite_fake_yield(void) {
  yields++;
}

void mite_search_deliver(xsMachine *the) {
  deliveries++;
  outside += the != &machine || the->frames != 1;
}

/* The machine takes what is queued, as modMessageService does. */
static void service(void) {
  for (int i = 0; i < queued; i++)
    if (queue[i].callback)
      queue[i].callback(&machine, queue[i].refcon, NULL, 0);
  queued = 0;
}

int main(void) {
  check(mite_search_wake(&machine) && queued == 1 && yields == 1,
        "a wake posts one message, and gives way to it");
  service();
  check(deliveries == 1 && outside == 0 && machine.frames == 0,
        "the machine delivers it in a frame of its own");
  while (queued < ROOM)
    queue[queued++].callback = NULL; /* others' */
  check(!mite_search_wake(&machine) && !mite_search_wake(&machine), "a full queue: not posted, and said so");
  check(waits == 0 && queued == ROOM && yields == 1, "... nor waited for");
  service();
  check(deliveries == 1 && mite_search_wake(&machine) && queued == 1,
        "when there is room, the next one is posted");
  service();
  check(deliveries == 2 && outside == 0 && machine.frames == 0, "... and delivered");
  return check_failures != 0;
}
