/* RISC-V semihosting (RISC-V Semihosting 1.0, after ARM's operation numbers) and the instruction counter. */
#include "guest.h"

enum { SYS_WRITE0 = 0x04, SYS_EXIT_EXTENDED = 0x20, APPLICATION_EXIT = 0x20026 };

uintptr_t semihosting(uintptr_t operation, const void *argument);
uint64_t instructions(void);

void guest_print(const char *text) {
  semihosting(SYS_WRITE0, text);
}

_Noreturn void guest_exit(int code) {
  const uintptr_t block[2] = {APPLICATION_EXIT, (uintptr_t)code};
  for (;;)
    semihosting(SYS_EXIT_EXTENDED, block);
}

uint64_t guest_instructions(void) {
  return instructions();
}
