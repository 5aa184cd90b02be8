/* Xtensa's simcall interface and the cycle counter. */
#include "guest.h"

#include <stdbool.h>
#include <string.h>

enum { SYS_EXIT = 1, SYS_WRITE = 4, STANDARD_OUTPUT = 1 };
/* The lx106 counts at 40 MHz here, and -icount shift=0 is one instruction a nanosecond. Checked below. */
#define INSTRUCTIONS_PER_CYCLE 25u
#define SPINS 100000u

uint32_t simcall(uint32_t operation, uint32_t a, uint32_t b, uint32_t c);
uint32_t cycles(void);
void spin(uint32_t count);

void guest_print(const char *text) {
  simcall(SYS_WRITE, STANDARD_OUTPUT, (uint32_t)text, strlen(text));
}

_Noreturn void guest_exit(int code) {
  for (;;)
    simcall(SYS_EXIT, (uint32_t)code, 0, 0);
}

/* Is the scale right? Without -icount it is not, and counts would be times. */
static void check_scale(void) {
  const uint32_t begun = cycles();
  spin(SPINS);
  const uint32_t counted = (cycles() - begun) * INSTRUCTIONS_PER_CYCLE;
  if (counted < 2 * SPINS - 100 || counted > 2 * SPINS + 100)
    guest_exit(3);
}

uint64_t guest_instructions(void) {
  static bool checked;
  if (!checked)
    check_scale();
  checked = true;
  return (uint64_t)cycles() * INSTRUCTIONS_PER_CYCLE;
}
