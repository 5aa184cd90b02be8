# The windowed build of the assembly, called from call0 code, on a core with register windows. Debian's assembler is for
# one without, so that callx8 stands here as bytes, like entry and retw.n in the kernel.

# uint32_t NAME(void *input): call8 of TARGET. It takes a8..a15 of this window, of which call0 code wants a12..a15 kept.
  .macro CALL8 name, target
  .section .text.\name, "ax"
  .literal_position
  .globl \name
  .align 4
\name:
  addi a1, a1, -48
  s32i a0, a1, 0
  s32i a12, a1, 4
  s32i a13, a1, 8
  s32i a14, a1, 12
  s32i a15, a1, 16
  rsr.ps a3
  s32i a3, a1, 20
  movi a4, 0x4000f          # PS: WOE (windows), not EXCM (which reset leaves), no interrupts
  wsr.ps a4
  movi a4, 1                # this is window 0, and in use
  .byte 0x40, 0x49, 0x13    # wsr.windowstart a4
  rsync
  mov a10, a2
  movi a8, \target
  .byte 0xe0, 0x08, 0x00    # callx8 a8
  mov a2, a10
  l32i a3, a1, 20
  wsr.ps a3
  rsync
  l32i a0, a1, 0
  l32i a12, a1, 4
  l32i a13, a1, 8
  l32i a14, a1, 12
  l32i a15, a1, 16
  addi a1, a1, 48
  ret
  .endm

  CALL8 windowed_scan_one, mite_assembly_scan_one
  CALL8 windowed_scan_many, mite_assembly_scan_many
