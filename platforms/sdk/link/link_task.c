/* link.h, the task's side: a connection that stands, its waits and its end. */
#include "link_inner.h"

#include <errno.h>
#include <sys/poll.h>
#include <sys/socket.h>

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0
#endif

#define CONNECT_MS 15000u
#define HANDSHAKE_MS 30000u
/* What is queued when the owner closes has this long. */
#define LINGER_MS 1000u
/* Between two attempts to wake the owner. */
#define WAKE_MS 20u
/* At once, so that a flood does not keep the task from sending. */
#define READS 8
/* In any other wait: the task looks at its stack. */
#define IDLE_MS 10000u

/* ---- standing */

static enum mite_link_step step_of(ssize_t result) {
  if (result > 0)
    return MITE_STEP_DONE;
  if (result == 0)
    return MITE_STEP_ENDED;
  return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? MITE_STEP_READABLE : MITE_STEP_FAILED;
}

static enum mite_link_step receive(struct mite_link *link, uint8_t *bytes, size_t size, size_t *length) {
  if (link->tls != NULL)
    return mite_link_tls_read(link->tls, bytes, size, length);
  const ssize_t count = recv(link->socket, bytes, size, 0);
  *length = count > 0 ? (size_t)count : 0;
  return step_of(count);
}

static enum mite_link_step transmit(struct mite_link *link, const uint8_t *bytes, size_t length,
                                    size_t *written) {
  if (link->tls != NULL)
    return mite_link_tls_write(link->tls, bytes, length, written);
  const ssize_t count = send(link->socket, bytes, length, MSG_NOSIGNAL);
  *written = count > 0 ? (size_t)count : 0;
  const enum mite_link_step step = step_of(count);
  return step == MITE_STEP_READABLE || step == MITE_STEP_ENDED ? MITE_STEP_WRITABLE : step;
}

static void lost(struct mite_link *link, int error) {
  if (link->tls != NULL)
    mite_link_fail(link, "TLS: ", mite_link_tls_reason(link->tls));
  else
    mite_link_fail_errno(link, error);
}

/* Reads until there is nothing more, the queue is full, or it is another's turn. The owner takes bytes from
 * it meanwhile, never adds. */
static void read_all(struct mite_link *link) {
  for (int turn = 0; turn < READS; turn++) {
    uint8_t *to;
    size_t length = 0;
    mite_mutex_lock(&link->lock);
    const size_t room = mite_ring_free(&link->in, &to);
    mite_mutex_unlock(&link->lock);
    if (room == 0)
      return;
    const enum mite_link_step step = receive(link, to, room, &length);
    link->read_writable = step == MITE_STEP_WRITABLE;
    if (step == MITE_STEP_DONE) {
      mite_mutex_lock(&link->lock);
      mite_ring_added(&link->in, length);
      link->news = true;
      mite_mutex_unlock(&link->lock);
    } else if (step == MITE_STEP_ENDED) {
      mite_link_fail(link, "", "closed by the peer");
      return;
    } else if (step == MITE_STEP_FAILED) {
      lost(link, errno);
      return;
    } else {
      return;
    }
  }
}

/* Sends until the queue is empty or the socket full. The owner adds to it meanwhile, never takes. */
static void write_all(struct mite_link *link) {
  for (;;) {
    const uint8_t *from;
    size_t written = 0;
    mite_mutex_lock(&link->lock);
    const size_t piece = mite_ring_peek(&link->out, &from);
    mite_mutex_unlock(&link->lock);
    if (piece == 0)
      return;
    /* TLS wants a write that could not end repeated with the same length. */
    const size_t length = link->writing > 0 ? link->writing : piece;
    const enum mite_link_step step = transmit(link, from, length, &written);
    link->write_readable = step == MITE_STEP_READABLE;
    link->writing = step == MITE_STEP_DONE ? 0 : length;
    if (step == MITE_STEP_FAILED || step == MITE_STEP_ENDED) {
      const int error = errno;
      read_all(link); /* what the peer has sent before its end */
      if (mite_link_state_of(link) == MITE_LINK_STANDING)
        lost(link, error);
      return;
    }
    if (step != MITE_STEP_DONE)
      return;
    mite_mutex_lock(&link->lock);
    mite_ring_drop(&link->out, written);
    mite_mutex_unlock(&link->lock);
  }
}

/* ---- the loop */

struct view {
  enum mite_link_state state;
  bool closing, sending, room;
  bool unheard; /* there is news, and no wake is on its way */
  bool told;    /* the owner knows that it is over */
};

/* Looks at what the owner has done, and wakes it where it has not heard of something. */
static struct view look(struct mite_link *link) {
  mite_mutex_lock(&link->lock);
  if (link->news && !link->posted && !link->closing)
    link->posted = link->wake(link->context);
  const struct view view = {
      .state = link->state,
      .closing = link->closing,
      .sending = link->out.length > 0,
      .room = mite_ring_room(&link->in) > 0,
      .told = link->told_over,
      .unheard = link->news && !link->posted && !link->closing,
  };
  mite_mutex_unlock(&link->lock);
  return view;
}

static short wanted(const struct mite_link *link, const struct view *view) {
  short events = 0;
  switch (view->state) {
  case MITE_LINK_CONNECTING:
    return POLLOUT;
  case MITE_LINK_SHAKING:
    return link->read_writable ? POLLOUT : POLLIN;
  case MITE_LINK_STANDING:
    if (view->room && !view->closing)
      events |= link->read_writable ? POLLOUT : POLLIN;
    if (view->sending)
      events |= link->write_readable ? POLLIN : POLLOUT;
    return events;
  default:
    return 0;
  }
}

/* Milliseconds until something has to be done anyway. */
static uint32_t limit_of(const struct view *view) {
  if (view->closing)
    return LINGER_MS;
  return view->state == MITE_LINK_CONNECTING ? CONNECT_MS : HANDSHAKE_MS;
}

static bool timed(const struct view *view) {
  return view->closing || view->state == MITE_LINK_CONNECTING || view->state == MITE_LINK_SHAKING;
}

/* @returns what the socket is ready for */
static short wait_for(struct mite_link *link, const struct view *view) {
  const short events = wanted(link, view);
  const bool reading = view->state == MITE_LINK_STANDING && view->room && !view->closing;
  struct pollfd fds[2] = {
      {.fd = link->bell.wait, .events = POLLIN},
      {.fd = link->socket, .events = events},
  };
  uint32_t most = IDLE_MS;
  if (timed(view)) {
    const uint32_t passed = mite_link_millis() - link->since;
    const uint32_t limit = limit_of(view);
    most = passed < limit ? limit - passed : 0;
  }
  if (view->unheard && most > WAKE_MS)
    most = WAKE_MS;
  if (reading && link->tls != NULL && mite_link_tls_holds(link->tls))
    most = 0;
  /* A socket that nothing is wanted of stays out: its end alone would wake the task again and again. */
  const int ready = poll(fds, link->socket >= 0 && events != 0 ? 2 : 1, (int)most);
  if (ready > 0 && fds[0].revents != 0)
    mite_link_bell_clear(&link->bell);
  if (ready < 0 || link->socket < 0 || events == 0)
    return 0;
  const short seen = fds[1].revents;
  return seen & (POLLERR | POLLHUP | POLLNVAL) ? (short)(seen | events) : seen;
}

static void step(struct mite_link *link, const struct view *view, short ready) {
  const bool late = timed(view) && mite_link_millis() - link->since >= limit_of(view);
  switch (view->state) {
  case MITE_LINK_CONNECTING:
    if (link->socket >= 0 && (ready & POLLOUT))
      mite_link_dialled(link);
    else if (late)
      mite_link_fail(link, "", "no answer");
    break;
  case MITE_LINK_SHAKING:
    if (ready != 0)
      mite_link_shake(link);
    else if (late)
      mite_link_fail(link, "TLS: ", "no answer");
    break;
  case MITE_LINK_STANDING:
    if (view->sending)
      write_all(link);
    if (link->socket >= 0 && !view->closing)
      read_all(link);
    break;
  default:
    break;
  }
}

static bool finished(const struct mite_link *link, const struct view *view) {
  if (!view->closing)
    return false;
  return view->state != MITE_LINK_STANDING || !view->sending || mite_link_millis() - link->since >= LINGER_MS;
}

void mite_link_run(void *argument) {
  struct mite_link *link = argument;
  const bool tls = link->options.trust != MITE_LINK_PLAIN;
  bool closing = false;
  mite_link_begin(link);
  for (;;) {
    struct view view = look(link);
    if (view.closing && !closing) {
      closing = true;
      link->since = mite_link_millis();
      if (view.state == MITE_LINK_STANDING && view.sending)
        write_all(link);
      view = look(link);
    }
    if (finished(link, &view) || view.told)
      break;
    const short ready = wait_for(link, &view);
    step(link, &view, ready);
    if (mite_link_state_of(link) == MITE_LINK_CONNECTING && link->socket < 0)
      mite_link_begin(link); /* the next address */
    else if (view.state == MITE_LINK_CONNECTING && mite_link_state_of(link) == MITE_LINK_SHAKING)
      mite_link_begin(link);
    mite_link_task_seen(tls);
  }
  mite_link_hang_up(link);
  mite_mutex_lock(&link->lock);
  link->task_gone = true;
  const bool last = link->closing;
  mite_mutex_unlock(&link->lock);
  if (last)
    mite_link_free(link);
  mite_link_task_end();
}
