/* The mailbox: a ring of events, and the wake of the owner for them. */
#include "searcher_inner.h"

void mite_mailbox_put(struct mite_searcher *searcher, enum mite_event_kind kind, uint32_t work,
                      uint32_t value, uint32_t version) {
  const uint32_t room = kind == MITE_CANDIDATE ? MITE_CANDIDATES : MITE_EVENTS;
  if (searcher->queued >= room) {
    if (searcher->lost != UINT32_MAX)
      searcher->lost++;
  } else {
    struct mite_search_event *event = &searcher->events[(searcher->oldest + searcher->queued) % MITE_EVENTS];
    event->kind = kind;
    event->work = work;
    event->value = value;
    event->version = version;
    searcher->queued++;
  }
  searcher->pending = true;
}

void mite_mailbox_tell(struct mite_searcher *searcher) {
  if (!searcher->pending || searcher->posted || !searcher->wake)
    return;
  const uint32_t answers = searcher->answers;
  searcher->posted = true;
  mite_mutex_unlock(&searcher->lock);
  const bool posted = searcher->wake(searcher->context);
  mite_mutex_lock(&searcher->lock);
  if (!posted && searcher->answers == answers)
    searcher->posted = false;
}

/* The owner is awake: the next news wakes it again. Returns whether there was news that it has not answered.
 */
static bool answer(struct mite_searcher *searcher) {
  const bool was = searcher->pending;
  searcher->pending = searcher->posted = false;
  searcher->answers++;
  return was;
}

struct mite_search_event mite_searcher_read(struct mite_searcher *searcher) {
  struct mite_search_event event = {MITE_NONE, 0, 0, 0};
  mite_mutex_lock(&searcher->lock);
  if (searcher->queued > 0 && (searcher->lost == 0 || searcher->untold < MITE_EVENTS)) {
    event = searcher->events[searcher->oldest];
    searcher->oldest = (searcher->oldest + 1) % MITE_EVENTS;
    searcher->queued--;
    searcher->untold = searcher->lost > 0 ? searcher->untold + 1 : 0;
  } else if (searcher->lost > 0) {
    event.kind = MITE_LOST;
    event.value = searcher->lost;
    searcher->lost = searcher->untold = 0;
  } else {
    (void)answer(searcher);
  }
  mite_mutex_unlock(&searcher->lock);
  return event;
}

bool mite_searcher_awake(struct mite_searcher *searcher) {
  mite_mutex_lock(&searcher->lock);
  const bool was = answer(searcher);
  mite_mutex_unlock(&searcher->lock);
  return was;
}
