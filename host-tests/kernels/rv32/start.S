# RISC-V start-up for QEMU's `virt` machine without firmware: one hart, machine mode, stack at the end of the image.
  .option arch, +zicsr
  .section .text.start, "ax"
  .globl _start
_start:
  la sp, stack_top
  la t0, bss_start
  la t1, bss_end
1:
  bgeu t0, t1, 2f
  sw zero, 0(t0)
  addi t0, t0, 4
  j 1b
2:
  call main
3:
  j 3b

# uint32_t semihosting(uint32_t operation, const void *argument): RISC-V semihosting, the three-instruction sequence.
  .section .text, "ax"
  .globl semihosting
  .option push
  .option norvc
  .balign 16
semihosting:
  slli zero, zero, 0x1f
  ebreak
  srai zero, zero, 7
  ret
  .option pop

# uint64_t instructions(void): executed so far.
  .globl instructions
instructions:
  csrr a1, minstreth
  csrr a0, minstret
  csrr t0, minstreth
  bne a1, t0, instructions
  ret
