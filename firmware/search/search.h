/*
 * The search module's door to a JavaScript host written in C. Needs no XS header.
 *
 * A host links all the .c files here (of port_*.c only its own; a chip only those that its backends need) and
 * - offers the natives below to JavaScript: `native(name)` is the host function of that name, `Native(name)`
 * a constructor whose instances are host objects with that destructor (the SDK does both by itself);
 * - supplies mite_search_wake (port.h), which makes the machine's thread call mite_search_deliver soon.
 */
#ifndef MITE_SEARCH_H
#define MITE_SEARCH_H

#ifdef __cplusplus
extern "C" {
#endif

struct xsMachineRecord; /* xsMachine */

struct mite_native {
  const char *name;
  void (*callback)(struct xsMachineRecord *the); /* an xsCallback */
};

struct mite_native_class {
  const char *name;
  void (*destructor)(void *data); /* an xsDestructor; data may be NULL */
};

/* Both tables end with a NULL name. */
extern const struct mite_native mite_search_natives[];
extern const struct mite_native_class mite_search_classes[];

/*
 * Calls onWake of every Search object of this machine that has news. Call it on the machine's thread, inside
 * xsBeginHost/xsEndHost; an exception in onWake propagates as from any xsCall. Harmless when there is no
 * news.
 */
void mite_search_deliver(struct xsMachineRecord *the);

#ifdef __cplusplus
}
#endif

#endif
