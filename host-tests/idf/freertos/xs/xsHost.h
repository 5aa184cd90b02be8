/* In the place of the SDK's header: its messages to a machine on ESP-IDF, as xs/platforms/esp/xsHost.c has
 * them. */
#ifndef MITE_FAKE_XSHOST_H
#define MITE_FAKE_XSHOST_H

#include <stdint.h>

#include "xsmc.h"

typedef void (*modMessageDeliver)(void *the, void *refcon, uint8_t *message, uint16_t messageLength);

/* In a release build this one waits for room without end. */
int modMessagePostToMachine(xsMachine *the, uint8_t *message, uint16_t messageLength,
                            modMessageDeliver callback, void *refcon);
int modMessagePostToMachineFromISR(xsMachine *the, modMessageDeliver callback, void *refcon);

#endif
