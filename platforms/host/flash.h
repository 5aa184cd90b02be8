/*
 * flash.c: what a chip would have in flash. It has XS's module hooks (scripts are parsed once, used in place
 * and kept), the module that freezes the built-ins, and shares the machine that did the preloading. Only XS
 * and machine.c call it.
 */
#ifndef MITE_FLASH_H
#define MITE_FLASH_H

#include "machine.h"

/* An additional module, whose import freezes every built-in of the machine. */
#define MITE_FLASH_FREEZE "(freeze)"

/* The modules that may be imported, by any machine. They must stay valid as long. */
void mite_flash_open(const struct mite_module *modules, size_t count);
/*
 * Makes a machine shared (see fxShareMachine), so that it can be cloned; it no longer runs code. Returns
 * the bytes of its buffers, which stay writable and count as RAM.
 */
uint32_t mite_flash_share(mite_xs *root);
/* Byte code, literals and names loaded so far. */
uint32_t mite_flash_bytes(void);
/* Frees every script, once every machine is deleted. */
void mite_flash_close(void);

#endif
