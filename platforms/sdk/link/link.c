/* link.h: the owner's side. */
#include "link_inner.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static atomic_uint links;

unsigned mite_link_count(void) {
  return atomic_load(&links);
}

void mite_link_free(struct mite_link *link) {
  mite_link_bell_close(&link->bell);
  mite_mutex_destroy(&link->lock);
  free(link);
  atomic_fetch_sub(&links, 1);
}

static struct mite_link *refused(char *reason, const char *text) {
  snprintf(reason, MITE_LINK_REASON_BYTES, "%s", text);
  atomic_fetch_sub(&links, 1);
  return NULL;
}

struct mite_link *mite_link_open(const struct mite_link_options *options, mite_link_wake wake, void *context,
                                 char *reason) {
  if (atomic_fetch_add(&links, 1) >= MITE_LINKS)
    return refused(reason, "earlier connections are still being closed");
  if (options->port == 0 || options->host[0] == '\0' ||
      memchr(options->host, '\0', sizeof options->host) == NULL)
    return refused(reason, "no such host");
  struct mite_link *link = calloc(1, sizeof *link);
  if (link == NULL)
    return refused(reason, "out of memory");
  link->options = *options;
  link->wake = wake;
  link->context = context;
  link->socket = -1;
  mite_ring_init(&link->in, link->in_bytes, sizeof link->in_bytes);
  mite_ring_init(&link->out, link->out_bytes, sizeof link->out_bytes);
  if (!mite_mutex_init(&link->lock)) {
    free(link);
    return refused(reason, "out of memory");
  }
  if (!mite_link_bell_open(&link->bell)) {
    mite_mutex_destroy(&link->lock);
    free(link);
    return refused(reason, "no descriptor is free");
  }
  if (mite_link_task(mite_link_run, link, options->trust != MITE_LINK_PLAIN))
    return link;
  mite_link_bell_close(&link->bell);
  mite_mutex_destroy(&link->lock);
  free(link);
  return refused(reason, "out of memory");
}

enum mite_link_event mite_link_next(struct mite_link *link, uint8_t *bytes, size_t size, size_t *length,
                                    char *reason) {
  enum mite_link_event event = MITE_LINK_NOTHING;
  bool was_full = false;
  mite_mutex_lock(&link->lock);
  if (link->opened && !link->told_open) {
    link->told_open = true;
    event = MITE_LINK_OPENED;
  } else if (link->in.length > 0) {
    was_full = mite_ring_room(&link->in) == 0;
    *length = mite_ring_take(&link->in, bytes, size);
    event = MITE_LINK_RECEIVED;
  } else if (link->state == MITE_LINK_OVER && !link->told_over) {
    link->told_over = true;
    memcpy(reason, link->reason, sizeof link->reason);
    event = MITE_LINK_CLOSED;
  } else {
    link->news = link->posted = false;
  }
  mite_mutex_unlock(&link->lock);
  if (was_full || event == MITE_LINK_CLOSED)
    mite_link_bell_ring(&link->bell); /* the task has stopped reading, or may end */
  return event;
}

void mite_link_again(struct mite_link *link) {
  mite_mutex_lock(&link->lock);
  link->posted = false;
  mite_mutex_unlock(&link->lock);
  mite_link_bell_ring(&link->bell);
}

bool mite_link_write(struct mite_link *link, const uint8_t *bytes, size_t length) {
  mite_mutex_lock(&link->lock);
  const bool first = link->out.length == 0;
  const bool taken = link->state == MITE_LINK_STANDING && mite_ring_put(&link->out, bytes, length);
  mite_mutex_unlock(&link->lock);
  if (taken && first && length > 0)
    mite_link_bell_ring(&link->bell);
  return taken;
}

void mite_link_close(struct mite_link *link) {
  mite_mutex_lock(&link->lock);
  link->closing = true;
  const bool last = link->task_gone;
  if (!last)
    mite_link_bell_ring(&link->bell); /* locked: the task frees the link once it has seen it */
  mite_mutex_unlock(&link->lock);
  if (last)
    mite_link_free(link);
}
