/*
 * The natives of this board, by name. On a board built with the Moddable SDK, xsc resolves native("name") at
 * compile time; here the machine looks the name up in these tables, and throws a ReferenceError when it is
 * missing.
 */
#include "host.h"
#include "loop.h"
#include "port.h"

/* clang-format off */
#define HOST_NATIVES(X) \
  X(arguments) X(collect) X(complain) X(console_bytes) X(console_pty) X(console_put) X(console_read) \
  X(console_report) X(console_tty) X(console_write) X(exit) X(memory) X(now) \
  X(on_signal) X(pin) X(pin_close) X(pin_read) X(random) X(restart) X(restarted) X(slot_activate) X(slot_begin) X(slot_confirm) \
  X(last_words_doing) X(last_words_ends) X(last_words_forget) X(last_words_mark) X(slot_digest) X(slot_open) X(slot_rollback) X(slot_write) X(storage_load) X(storage_open) X(storage_save) X(tcp) \
  X(tcp_close) X(tcp_tls) X(tcp_write) X(temperature) X(timer_clear) X(timer_set)
#define CURVE_NATIVES(X) X(public_key) X(sign_schnorr) X(verify_ecdsa) X(verify_schnorr) X(check_tweak)
/* clang-format on */

#define DECLARE(NAME) void xs_mite_host_##NAME(xsMachine *the);
HOST_NATIVES(DECLARE)
#define DECLARE_CURVE(NAME) void xs_mite_curve_##NAME(xsMachine *the);
CURVE_NATIVES(DECLARE_CURVE)
void xs_mite_host_pin_destructor(void *data);
void xs_mite_host_tcp_destructor(void *data);

#define ENTRY(NAME) {"xs_mite_host_" #NAME, xs_mite_host_##NAME},
static const struct mite_native host_natives[] = {HOST_NATIVES(ENTRY){NULL, NULL}};
#define ENTRY_CURVE(NAME) {"xs_mite_curve_" #NAME, xs_mite_curve_##NAME},
static const struct mite_native curve_natives[] = {CURVE_NATIVES(ENTRY_CURVE){NULL, NULL}};
static const struct mite_native_class host_classes[] = {
    {"xs_mite_host_pin_destructor", xs_mite_host_pin_destructor},
    {"xs_mite_host_tcp_destructor", xs_mite_host_tcp_destructor},
    {NULL, NULL},
};

static const struct mite_native *const function_tables[] = {host_natives, curve_natives, mite_search_natives,
                                                            NULL};
static const struct mite_native_class *const class_tables[] = {host_classes, mite_search_classes, NULL};
const struct mite_natives mite_natives = {function_tables, class_tables};

/* ---- the searcher's news */

static void deliver(struct mite_waker *waker) {
  (void)waker;
  xsBeginHost(mite_the);
  mite_search_deliver(the);
  xsEndHost(mite_the);
  mite_machine_drain(mite_the);
}

static struct mite_waker search_waker = {.call = deliver};

bool mite_search_wake(void *machine) {
  (void)machine; /* there is one */
  return mite_wake(&search_waker);
}

void mite_search_open(void) {
  mite_waker_add(&search_waker);
}
