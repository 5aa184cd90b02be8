/* What a link needs from a platform beside BSD sockets and the locks of firmware/search/port.h. */
#ifndef MITE_LINK_PORT_H
#define MITE_LINK_PORT_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Starts run(context) in a task that nobody joins, above the search and below the machine's thread where
 * there are priorities. `tls`: its stack has room for a handshake. False: no memory.
 */
bool mite_link_task(void (*run)(void *context), void *context, bool tls);

/* Called by that task now and then: notes how much of its stack was never used. */
void mite_link_task_seen(bool tls);

/* Called by that task as its very last act: does not return where a task has to delete itself. */
void mite_link_task_end(void);

/* A descriptor for poll() that is readable after mite_link_bell_ring, from any thread. -1: none can be had.
 */
struct mite_link_bell {
  int wait, ring;
};
bool mite_link_bell_open(struct mite_link_bell *bell);
void mite_link_bell_ring(const struct mite_link_bell *bell);
/* Silences it. */
void mite_link_bell_clear(const struct mite_link_bell *bell);
void mite_link_bell_close(const struct mite_link_bell *bell);

/* Monotonic milliseconds, modulo 2^32. */
uint32_t mite_link_millis(void);

#endif
