/* What a bare-metal guest program has: QEMU's semihosting, one implementation an ISA. */
#ifndef MITE_GUEST_H
#define MITE_GUEST_H

#include <stdint.h>

/* Writes text to the emulator's standard output. */
void guest_print(const char *text);
/* Ends the emulator with this exit code. */
_Noreturn void guest_exit(int code);
/* Instructions executed so far, as QEMU counts them with -icount shift=0. Xtensa: in steps of some dozens. */
uint64_t guest_instructions(void);

#endif
