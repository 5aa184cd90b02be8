/* Between link.c (the owner's side) and link_task.c (the task's side). */
#ifndef MITE_LINK_INNER_H
#define MITE_LINK_INNER_H

#include "link.h"
#include "link_port.h"
#include "link_ring.h"
#include "link_tls.h"

#include "port.h"

enum mite_link_state {
  MITE_LINK_RESOLVING,
  MITE_LINK_CONNECTING,
  MITE_LINK_SHAKING,
  MITE_LINK_STANDING,
  MITE_LINK_OVER,
};

struct mite_link {
  struct mite_link_options options; /* the task's; the owner does not look again */
  mite_link_wake wake;
  void *context;
  struct mite_link_bell bell; /* rung by the owner */

  /* Under `lock`. */
  mite_mutex lock;
  enum mite_link_state state;
  bool opened;    /* it has stood */
  bool told_open; /* the owner knows */
  bool told_over; /* likewise */
  bool news;      /* something for mite_link_next since its last MITE_LINK_NOTHING */
  bool posted;    /* a wake is on its way */
  bool closing;   /* the owner is gone */
  bool task_gone; /* the task is */
  struct mite_ring in, out;
  char reason[MITE_LINK_REASON_BYTES];

  /* The task's alone. */
  int socket;
  struct mite_link_tls *tls;
  uint32_t addresses[4]; /* IPv4, network order, still to be tried */
  unsigned address_count, address_next;
  uint32_t since;      /* of the phase under way, mite_link_millis */
  size_t writing;      /* bytes of a write that must be repeated as it was */
  bool read_writable;  /* a read waits until the socket is writable */
  bool write_readable; /* a write waits until it is readable */

  uint8_t in_bytes[MITE_LINK_RECEIVE_BYTES];
  uint8_t out_bytes[MITE_LINK_SEND_BYTES];
};

/* The task's body (link_task.c). */
void mite_link_run(void *link);

/* link_dial.c, on the task. What needs no wait is done at once: the first steps of each phase. */
void mite_link_begin(struct mite_link *link);
/* CONNECTING: the socket is writable. */
void mite_link_dialled(struct mite_link *link);
/* SHAKING: it is ready. */
void mite_link_shake(struct mite_link *link);
void mite_link_hang_up(struct mite_link *link);
/* OVER, for the reason that both texts together give. The owner may still have bytes to take. */
void mite_link_fail(struct mite_link *link, const char *before, const char *reason);
/* The same for an errno. */
void mite_link_fail_errno(struct mite_link *link, int error);
enum mite_link_state mite_link_state_of(struct mite_link *link);

/* Frees it. Nobody else has it any longer. */
void mite_link_free(struct mite_link *link);

#endif
