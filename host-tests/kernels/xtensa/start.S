# Xtensa (call0 ABI, lx106) start-up for QEMU's `sim` machine: at the core's reset vector, stack at the end of the image.
  .section .text.start, "ax"
  .globl _start
  .align 4
_start:
  j 1f
  .literal_position
  .align 4
1:
  movi a1, stack_top
  movi a2, bss_start
  movi a3, bss_end
  movi a4, 0
2:
  bgeu a2, a3, 3f
  s32i a4, a2, 0
  addi a2, a2, 4
  j 2b
3:
  call0 main
4:
  j 4b

# uint32_t simcall(uint32_t operation, uint32_t a, uint32_t b, uint32_t c): QEMU's and the ISS's system calls.
  .globl simcall
  .align 4
simcall:
  simcall
  ret

# uint32_t cycles(void): CCOUNT, which runs on the virtual clock.
  .globl cycles
  .align 4
cycles:
  rsr.ccount a2
  ret

# void spin(uint32_t count): 2 * count instructions and a few.
  .globl spin
  .align 4
spin:
  addi.n a2, a2, -1
  bnez a2, spin
  ret
