// Made by firmware/search/generator; not to be edited. backend_assembly.c has the contract.
//
// rv32imc: ESP32-C3, ESP32-C6 and relatives. sp, gp and tp keep their meaning throughout and the frame is the
// function's own, so interrupts may come at any time. No heap, no static data but constants.

// Instruction RAM on the chips: no waiting for flash.
#if defined(ESP_PLATFORM)
#define MITE_SECTION(name) .section .iram1.name, "ax"
#else
#define MITE_SECTION(name) .section .text.name, "ax"
#endif

  .section .rodata.mite_riscv, "a"
  .align 2
.Lconstants_one:
  .word 0xab1c5ed5
  .word 0xd807aa98
  .word 0x12835b01
  .word 0x243185be
  .word 0x550c7dc3
  .word 0x72be5d74
  .word 0x80deb1fe
  .word 0x9bdc06a7
  .word 0xc19bf3f4
  .word 0x0fc19dc6
  .word 0x240ca1cc
  .word 0x80000000
  .word 0x2de92c6f
  .word 0x4a7484aa
  .word 0x00000280
  .word 0x5cb0a9dc
  .word 0x76f988da
  .word 0x983e5152
  .word 0xa831c66d
  .word 0xb00327c8
  .word 0xbf597fc7
  .word 0xc6e00bf3
  .word 0xd5a79147
  .word 0x00a00055
  .word 0x06ca6351
  .word 0x14292967
  .word 0x27b70a85
  .word 0x2e1b2138
  .word 0x4d2c6dfc
  .word 0x53380d13
  .word 0x650a7354
  .word 0x766a0abb
  .word 0x81c2c92e
  .word 0x92722c85
  .word 0xa2bfe8a1
  .word 0xa81a664b
  .word 0xc24b8b70
  .word 0xc76c51a3
  .word 0xd192e819
  .word 0xd6990624
  .word 0xf40e3585
  .word 0x106aa070
  .word 0x19a4c116
  .word 0x1e376c08
  .word 0x2748774c
  .word 0x34b0bcb5
  .word 0x391c0cb3
  .word 0x4ed8aa4a
  .word 0x5b9cca4f
  .word 0x682e6ff3
  .word 0x748f82ee
  .word 0x78a5636f
  .word 0x84c87814
  .word 0x8cc70208
  .word 0x90befffa
  .word 0xa4506ceb
  .word 0xbef9a3f7
  .word 0xc67178f2
  .word 0x98c7e2a2
  .word 0xfc08884d
  .word 0x90bb1e3c
  .word 0xca0b3af3
  .word 0x9b05688c
  .word 0x3c6ef372
  .word 0x6a09e667
  .word 0xd16e48e2
  .word 0x50c6645b
  .word 0x510e527f
  .word 0xbb67ae85
  .word 0x3ac42e24
  .word 0x3956c25b
  .word 0x59f111f1
  .word 0x923f82a4
  .word 0x5807aa98
  .word 0xc19bf274
  .word 0x00a00000
  .word 0xe49b69c1
  .word 0xefbe4786
  .word 0x11002000
  .word 0x00400022
  .word 0x5be0cd19

  MITE_SECTION(mite_assembly_scan_one)
  .global mite_assembly_scan_one
  .type mite_assembly_scan_one, @function
  .align 2
mite_assembly_scan_one:
  addi sp, sp, -640
  sw ra, 572(sp)
  sw s0, 576(sp)
  sw s1, 580(sp)
  sw s2, 584(sp)
  sw s3, 588(sp)
  sw s4, 592(sp)
  sw s5, 596(sp)
  sw s6, 600(sp)
  sw s7, 604(sp)
  sw s8, 608(sp)
  sw s9, 612(sp)
  sw s10, 616(sp)
  sw s11, 620(sp)
  sw a0, 624(sp)
  la a1, .Lconstants_one
  mv a2, sp
  addi a3, a1, 324
.Lcopy_one:
  lw a4, 0(a1)
  addi a1, a1, 4
  sw a4, 0(a2)
  addi a2, a2, 4
  bne a1, a3, .Lcopy_one
  lw a1, 0(a0)
  sw a1, 448(sp)
  lw a1, 4(a0)
  sw a1, 452(sp)
  lw a1, 8(a0)
  sw a1, 456(sp)
  lw a1, 12(a0)
  sw a1, 460(sp)
  lw a1, 16(a0)
  sw a1, 464(sp)
  lw a1, 20(a0)
  sw a1, 468(sp)
  lw a1, 24(a0)
  sw a1, 472(sp)
  lw a1, 28(a0)
  sw a1, 476(sp)
  lw a1, 32(a0)
  sw a1, 480(sp)
  lw a1, 36(a0)
  sw a1, 484(sp)
  lw a1, 40(a0)
  sw a1, 488(sp)
  lw a1, 44(a0)
  sw a1, 492(sp)
  lw a1, 48(a0)
  sw a1, 496(sp)
  lw a1, 52(a0)
  sw a1, 500(sp)
  lw a1, 56(a0)
  sw a1, 504(sp)
  lw a1, 60(a0)
  sw a1, 508(sp)
  lw a1, 64(a0)
  sw a1, 512(sp)
  lw a1, 68(a0)
  sw a1, 516(sp)
  lw a1, 72(a0)
  sw a1, 520(sp)
  lw a1, 76(a0)
  sw a1, 524(sp)
  lw a1, 80(a0)
  sw a1, 528(sp)
  lw a1, 84(a0)
  sw a1, 532(sp)
  lw a1, 88(a0)
  sw a1, 536(sp)
  lw a1, 92(a0)
  sw a1, 540(sp)
  lw a1, 96(a0)
  sw a1, 544(sp)
  lw a1, 100(a0)
  sw a1, 548(sp)
  lw a1, 104(a0)
  sw a1, 552(sp)
  lw a1, 108(a0)
  sw a1, 556(sp)
  lw a1, 112(a0)
  sw a1, 560(sp)
  lw a1, 116(a0)
  sw a1, 564(sp)
  lw a1, 120(a0)
  sw a1, 568(sp)
.Lnext_one:

  // round 3 ends: the nonce enters e and a
  lw s0, 480(sp)          // after3.0
  lw s1, 564(sp)          // w3
  add t0, s0, s1          // a4
  lw s0, 496(sp)          // after3.4
  add t1, s0, s1          // e4

  // rounds 4, 5
  lw s0, 500(sp)          // after3.5
  lw a0, 504(sp)          // after3.6
  xor a1, s0, a0          // ch
  and a1, a1, t1          // ch
  xor a1, a1, a0          // ch
  lw a0, 512(sp)          // kh.0
  add t2, a0, a1          // t4
  slli a1, t1, 7          // S1(e4)
  srli a0, t1, 25         // S1(e4)
  or a0, a0, a1           // S1(e4)
  slli a2, t0, 23         // S0(a4)
  srli a1, t0, 9          // S0(a4)
  or a1, a1, a2           // S0(a4)
  xor a1, a1, t0          // S0(a4)
  slli a2, a1, 21         // S0(a4)
  srli a1, a1, 11         // S0(a4)
  or a1, a1, a2           // S0(a4)
  xor a1, a1, t0          // S0(a4)
  slli a3, t1, 21         // S1(e4)
  srli a2, t1, 11         // S1(e4)
  or a2, a2, a3           // S1(e4)
  xor a0, a0, a2          // S1(e4)
  slli a2, a1, 30         // S0(a4)
  srli a6, a1, 2          // S0(a4)
  or a6, a6, a2           // S0(a4)
  slli a2, t1, 26         // S1(e4)
  srli a1, t1, 6          // S1(e4)
  or a1, a1, a2           // S1(e4)
  xor a0, a0, a1          // S1(e4)
  add a0, t2, a0          // t4
  lw a1, 492(sp)          // after3.3
  add t2, a1, a0          // e5
  lw a1, 484(sp)          // after3.1
  xor a7, t0, a1          // ab
  lw a2, 488(sp)          // after3.2
  xor a3, a1, a2          // bc
  and a3, a3, a7          // maj
  xor a3, a3, a1          // maj
  add a0, a0, a6          // a5
  add a6, a0, a3          // a5
  xor a0, t1, s0          // ch
  and a0, a0, t2          // ch
  xor a0, a0, s0          // ch
  lw s0, 516(sp)          // kh.1
  add s2, s0, a0          // t5
  slli a0, t2, 26         // S1(e5)
  srli s0, t2, 6          // S1(e5)
  or s0, s0, a0           // S1(e5)
  slli a3, a6, 23         // S0(a5)
  srli a0, a6, 9          // S0(a5)
  or a0, a0, a3           // S0(a5)
  xor a0, a0, a6          // S0(a5)
  slli a3, a0, 21         // S0(a5)
  srli a0, a0, 11         // S0(a5)
  or a0, a0, a3           // S0(a5)
  xor a0, a0, a6          // S0(a5)
  slli a4, t2, 21         // S1(e5)
  srli a3, t2, 11         // S1(e5)
  or a3, a3, a4           // S1(e5)
  xor s0, s0, a3          // S1(e5)
  slli a3, a0, 30         // S0(a5)
  srli a0, a0, 2          // S0(a5)
  or a0, a0, a3           // S0(a5)
  slli a4, t2, 7          // S1(e5)
  srli a3, t2, 25         // S1(e5)
  or a3, a3, a4           // S1(e5)
  xor s0, s0, a3          // S1(e5)
  add s0, s2, s0          // t5
  add s2, a2, s0          // e6
  xor s3, a6, t0          // ab
  and a2, a7, s3          // maj
  xor a2, a2, t0          // maj
  add s0, s0, a0          // a6
  add a7, s0, a2          // a6

  // rounds 6, 7
  xor s0, t2, t1          // ch
  and s0, s0, s2          // ch
  xor s0, s0, t1          // ch
  lw a0, 520(sp)          // kh.2
  add s4, a0, s0          // t6
  slli a0, s2, 7          // S1(e6)
  srli s0, s2, 25         // S1(e6)
  or s0, s0, a0           // S1(e6)
  slli a2, a7, 23         // S0(a6)
  srli a0, a7, 9          // S0(a6)
  or a0, a0, a2           // S0(a6)
  xor a0, a0, a7          // S0(a6)
  slli a2, a0, 21         // S0(a6)
  srli a0, a0, 11         // S0(a6)
  or a0, a0, a2           // S0(a6)
  xor a0, a0, a7          // S0(a6)
  slli a3, s2, 21         // S1(e6)
  srli a2, s2, 11         // S1(e6)
  or a2, a2, a3           // S1(e6)
  xor s0, s0, a2          // S1(e6)
  slli a2, a0, 30         // S0(a6)
  srli a0, a0, 2          // S0(a6)
  or a0, a0, a2           // S0(a6)
  slli a3, s2, 26         // S1(e6)
  srli a2, s2, 6          // S1(e6)
  or a2, a2, a3           // S1(e6)
  xor s0, s0, a2          // S1(e6)
  add s0, s4, s0          // t6
  add s4, a1, s0          // e7
  xor s5, a7, a6          // ab
  and a1, s3, s5          // maj
  xor a1, a1, a6          // maj
  add s0, s0, a0          // a7
  add s3, s0, a1          // a7
  lw s0, 0(sp)
  add s0, t1, s0          // t7
  xor a0, s2, t2          // ch
  and a0, a0, s4          // ch
  xor a0, a0, t2          // ch
  add t1, s0, a0          // t7
  slli a0, s4, 26         // S1(e7)
  srli s0, s4, 6          // S1(e7)
  or s0, s0, a0           // S1(e7)
  slli a1, s3, 23         // S0(a7)
  srli a0, s3, 9          // S0(a7)
  or a0, a0, a1           // S0(a7)
  xor a0, a0, s3          // S0(a7)
  slli a1, a0, 21         // S0(a7)
  srli a0, a0, 11         // S0(a7)
  or a0, a0, a1           // S0(a7)
  xor a0, a0, s3          // S0(a7)
  slli a2, s4, 21         // S1(e7)
  srli a1, s4, 11         // S1(e7)
  or a1, a1, a2           // S1(e7)
  xor s0, s0, a1          // S1(e7)
  slli a1, a0, 30         // S0(a7)
  srli a0, a0, 2          // S0(a7)
  or a0, a0, a1           // S0(a7)
  slli a2, s4, 7          // S1(e7)
  srli a1, s4, 25         // S1(e7)
  or a1, a1, a2           // S1(e7)
  xor s0, s0, a1          // S1(e7)
  add s0, t1, s0          // t7
  add t0, t0, s0          // e8
  xor t1, s3, a7          // ab
  and a1, s5, t1          // maj
  xor a1, a1, a7          // maj
  add s0, s0, a0          // a8
  add s5, s0, a1          // a8

  // rounds 8, 9
  lw s0, 4(sp)
  add s0, t2, s0          // t8
  xor a0, s4, s2          // ch
  and a0, a0, t0          // ch
  xor a0, a0, s2          // ch
  add t2, s0, a0          // t8
  slli a0, t0, 7          // S1(e8)
  srli s0, t0, 25         // S1(e8)
  or s0, s0, a0           // S1(e8)
  slli a1, s5, 23         // S0(a8)
  srli a0, s5, 9          // S0(a8)
  or a0, a0, a1           // S0(a8)
  xor a0, a0, s5          // S0(a8)
  slli a1, a0, 21         // S0(a8)
  srli a0, a0, 11         // S0(a8)
  or a0, a0, a1           // S0(a8)
  xor a0, a0, s5          // S0(a8)
  slli a2, t0, 21         // S1(e8)
  srli a1, t0, 11         // S1(e8)
  or a1, a1, a2           // S1(e8)
  xor s0, s0, a1          // S1(e8)
  slli a1, a0, 30         // S0(a8)
  srli a0, a0, 2          // S0(a8)
  or a0, a0, a1           // S0(a8)
  slli a2, t0, 26         // S1(e8)
  srli a1, t0, 6          // S1(e8)
  or a1, a1, a2           // S1(e8)
  xor s0, s0, a1          // S1(e8)
  add s0, t2, s0          // t8
  add a6, a6, s0          // e9
  xor t2, s5, s3          // ab
  and a1, t1, t2          // maj
  xor a1, a1, s3          // maj
  add s0, s0, a0          // a9
  add t1, s0, a1          // a9
  lw s0, 8(sp)
  add s0, s2, s0          // t9
  xor a0, t0, s4          // ch
  and a0, a0, a6          // ch
  xor a0, a0, s4          // ch
  add s2, s0, a0          // t9
  slli a0, a6, 26         // S1(e9)
  srli s0, a6, 6          // S1(e9)
  or s0, s0, a0           // S1(e9)
  slli a1, t1, 23         // S0(a9)
  srli a0, t1, 9          // S0(a9)
  or a0, a0, a1           // S0(a9)
  xor a0, a0, t1          // S0(a9)
  slli a1, a0, 21         // S0(a9)
  srli a0, a0, 11         // S0(a9)
  or a0, a0, a1           // S0(a9)
  xor a0, a0, t1          // S0(a9)
  slli a2, a6, 21         // S1(e9)
  srli a1, a6, 11         // S1(e9)
  or a1, a1, a2           // S1(e9)
  xor s0, s0, a1          // S1(e9)
  slli a1, a0, 30         // S0(a9)
  srli a0, a0, 2          // S0(a9)
  or a0, a0, a1           // S0(a9)
  slli a2, a6, 7          // S1(e9)
  srli a1, a6, 25         // S1(e9)
  or a1, a1, a2           // S1(e9)
  xor s0, s0, a1          // S1(e9)
  add s0, s2, s0          // t9
  add a7, a7, s0          // e10
  xor s2, t1, s5          // ab
  and a1, t2, s2          // maj
  xor a1, a1, s5          // maj
  add s0, s0, a0          // a10
  add t2, s0, a1          // a10

  // rounds 10, 11
  lw s0, 12(sp)
  add s0, s4, s0          // t10
  xor a0, a6, t0          // ch
  and a0, a0, a7          // ch
  xor a0, a0, t0          // ch
  add s4, s0, a0          // t10
  slli a0, a7, 7          // S1(e10)
  srli s0, a7, 25         // S1(e10)
  or s0, s0, a0           // S1(e10)
  slli a1, t2, 23         // S0(a10)
  srli a0, t2, 9          // S0(a10)
  or a0, a0, a1           // S0(a10)
  xor a0, a0, t2          // S0(a10)
  slli a1, a0, 21         // S0(a10)
  srli a0, a0, 11         // S0(a10)
  or a0, a0, a1           // S0(a10)
  xor a0, a0, t2          // S0(a10)
  slli a2, a7, 21         // S1(e10)
  srli a1, a7, 11         // S1(e10)
  or a1, a1, a2           // S1(e10)
  xor s0, s0, a1          // S1(e10)
  slli a1, a0, 30         // S0(a10)
  srli a0, a0, 2          // S0(a10)
  or a0, a0, a1           // S0(a10)
  slli a2, a7, 26         // S1(e10)
  srli a1, a7, 6          // S1(e10)
  or a1, a1, a2           // S1(e10)
  xor s0, s0, a1          // S1(e10)
  add s0, s4, s0          // t10
  add s3, s3, s0          // e11
  xor s4, t2, t1          // ab
  and a1, s2, s4          // maj
  xor a1, a1, t1          // maj
  add s0, s0, a0          // a11
  add s2, s0, a1          // a11
  lw s0, 16(sp)
  add s0, t0, s0          // t11
  xor a0, a7, a6          // ch
  and a0, a0, s3          // ch
  xor a0, a0, a6          // ch
  add t0, s0, a0          // t11
  slli a0, s3, 26         // S1(e11)
  srli s0, s3, 6          // S1(e11)
  or s0, s0, a0           // S1(e11)
  slli a1, s2, 23         // S0(a11)
  srli a0, s2, 9          // S0(a11)
  or a0, a0, a1           // S0(a11)
  xor a0, a0, s2          // S0(a11)
  slli a1, a0, 21         // S0(a11)
  srli a0, a0, 11         // S0(a11)
  or a0, a0, a1           // S0(a11)
  xor a0, a0, s2          // S0(a11)
  slli a2, s3, 21         // S1(e11)
  srli a1, s3, 11         // S1(e11)
  or a1, a1, a2           // S1(e11)
  xor s0, s0, a1          // S1(e11)
  slli a1, a0, 30         // S0(a11)
  srli a0, a0, 2          // S0(a11)
  or a0, a0, a1           // S0(a11)
  slli a2, s3, 7          // S1(e11)
  srli a1, s3, 25         // S1(e11)
  or a1, a1, a2           // S1(e11)
  xor s0, s0, a1          // S1(e11)
  add s0, t0, s0          // t11
  add s5, s5, s0          // e12
  xor t0, s2, t2          // ab
  and a1, s4, t0          // maj
  xor a1, a1, t2          // maj
  add s0, s0, a0          // a12
  add s4, s0, a1          // a12

  // rounds 12, 13
  lw s0, 20(sp)
  add s0, a6, s0          // t12
  xor a0, s3, a7          // ch
  and a0, a0, s5          // ch
  xor a0, a0, a7          // ch
  add a6, s0, a0          // t12
  slli a0, s5, 7          // S1(e12)
  srli s0, s5, 25         // S1(e12)
  or s0, s0, a0           // S1(e12)
  slli a1, s4, 23         // S0(a12)
  srli a0, s4, 9          // S0(a12)
  or a0, a0, a1           // S0(a12)
  xor a0, a0, s4          // S0(a12)
  slli a1, a0, 21         // S0(a12)
  srli a0, a0, 11         // S0(a12)
  or a0, a0, a1           // S0(a12)
  xor a0, a0, s4          // S0(a12)
  slli a2, s5, 21         // S1(e12)
  srli a1, s5, 11         // S1(e12)
  or a1, a1, a2           // S1(e12)
  xor s0, s0, a1          // S1(e12)
  slli a1, a0, 30         // S0(a12)
  srli a0, a0, 2          // S0(a12)
  or a0, a0, a1           // S0(a12)
  slli a2, s5, 26         // S1(e12)
  srli a1, s5, 6          // S1(e12)
  or a1, a1, a2           // S1(e12)
  xor s0, s0, a1          // S1(e12)
  add s0, a6, s0          // t12
  add t1, t1, s0          // e13
  xor a6, s4, s2          // ab
  and a1, t0, a6          // maj
  xor a1, a1, s2          // maj
  add s0, s0, a0          // a13
  add t0, s0, a1          // a13
  lw s0, 24(sp)
  add s0, a7, s0          // t13
  xor a0, s5, s3          // ch
  and a0, a0, t1          // ch
  xor a0, a0, s3          // ch
  add a7, s0, a0          // t13
  slli a0, t1, 26         // S1(e13)
  srli s0, t1, 6          // S1(e13)
  or s0, s0, a0           // S1(e13)
  slli a1, t0, 23         // S0(a13)
  srli a0, t0, 9          // S0(a13)
  or a0, a0, a1           // S0(a13)
  xor a0, a0, t0          // S0(a13)
  slli a1, a0, 21         // S0(a13)
  srli a0, a0, 11         // S0(a13)
  or a0, a0, a1           // S0(a13)
  xor a0, a0, t0          // S0(a13)
  slli a2, t1, 21         // S1(e13)
  srli a1, t1, 11         // S1(e13)
  or a1, a1, a2           // S1(e13)
  xor s0, s0, a1          // S1(e13)
  slli a1, a0, 30         // S0(a13)
  srli a0, a0, 2          // S0(a13)
  or a0, a0, a1           // S0(a13)
  slli a2, t1, 7          // S1(e13)
  srli a1, t1, 25         // S1(e13)
  or a1, a1, a2           // S1(e13)
  xor s0, s0, a1          // S1(e13)
  add s0, a7, s0          // t13
  add t2, t2, s0          // e14
  xor a7, t0, s4          // ab
  and a1, a6, a7          // maj
  xor a1, a1, s4          // maj
  add s0, s0, a0          // a14
  add a6, s0, a1          // a14

  // rounds 14, 15
  lw s0, 28(sp)
  add s0, s3, s0          // t14
  xor a0, t1, s5          // ch
  and a0, a0, t2          // ch
  xor a0, a0, s5          // ch
  add s3, s0, a0          // t14
  slli a0, t2, 7          // S1(e14)
  srli s0, t2, 25         // S1(e14)
  or s0, s0, a0           // S1(e14)
  slli a1, a6, 23         // S0(a14)
  srli a0, a6, 9          // S0(a14)
  or a0, a0, a1           // S0(a14)
  xor a0, a0, a6          // S0(a14)
  slli a1, a0, 21         // S0(a14)
  srli a0, a0, 11         // S0(a14)
  or a0, a0, a1           // S0(a14)
  xor a0, a0, a6          // S0(a14)
  slli a2, t2, 21         // S1(e14)
  srli a1, t2, 11         // S1(e14)
  or a1, a1, a2           // S1(e14)
  xor s0, s0, a1          // S1(e14)
  slli a1, a0, 30         // S0(a14)
  srli a0, a0, 2          // S0(a14)
  or a0, a0, a1           // S0(a14)
  slli a2, t2, 26         // S1(e14)
  srli a1, t2, 6          // S1(e14)
  or a1, a1, a2           // S1(e14)
  xor s0, s0, a1          // S1(e14)
  add s0, s3, s0          // t14
  add s2, s2, s0          // e15
  xor s3, a6, t0          // ab
  and a1, a7, s3          // maj
  xor a1, a1, t0          // maj
  add s0, s0, a0          // a15
  add a7, s0, a1          // a15
  lw s0, 32(sp)
  add s0, s5, s0          // t15
  xor a0, t2, t1          // ch
  and a0, a0, s2          // ch
  xor a0, a0, t1          // ch
  add s5, s0, a0          // t15
  slli a0, s2, 26         // S1(e15)
  srli s0, s2, 6          // S1(e15)
  or s0, s0, a0           // S1(e15)
  slli a1, a7, 23         // S0(a15)
  srli a0, a7, 9          // S0(a15)
  or a0, a0, a1           // S0(a15)
  xor a0, a0, a7          // S0(a15)
  slli a1, a0, 21         // S0(a15)
  srli a0, a0, 11         // S0(a15)
  or a0, a0, a1           // S0(a15)
  xor a0, a0, a7          // S0(a15)
  slli a2, s2, 21         // S1(e15)
  srli a1, s2, 11         // S1(e15)
  or a1, a1, a2           // S1(e15)
  xor s0, s0, a1          // S1(e15)
  slli a1, a0, 30         // S0(a15)
  srli a0, a0, 2          // S0(a15)
  or a0, a0, a1           // S0(a15)
  slli a2, s2, 7          // S1(e15)
  srli a1, s2, 25         // S1(e15)
  or a1, a1, a2           // S1(e15)
  xor s0, s0, a1          // S1(e15)
  add s0, s5, s0          // t15
  add s4, s4, s0          // e16
  xor s5, a7, a6          // ab
  and a1, s3, s5          // maj
  xor a1, a1, a6          // maj
  add s0, s0, a0          // a16
  add s3, s0, a1          // a16

  // rounds 16, 17
  lw s0, 552(sp)          // kw16
  add s0, t1, s0          // t16
  xor a0, s2, t2          // ch
  and a0, a0, s4          // ch
  xor a0, a0, t2          // ch
  add t1, s0, a0          // t16
  slli a0, s4, 7          // S1(e16)
  srli s0, s4, 25         // S1(e16)
  or s0, s0, a0           // S1(e16)
  slli a1, s3, 23         // S0(a16)
  srli a0, s3, 9          // S0(a16)
  or a0, a0, a1           // S0(a16)
  xor a0, a0, s3          // S0(a16)
  slli a1, a0, 21         // S0(a16)
  srli a0, a0, 11         // S0(a16)
  or a0, a0, a1           // S0(a16)
  xor a0, a0, s3          // S0(a16)
  slli a2, s4, 21         // S1(e16)
  srli a1, s4, 11         // S1(e16)
  or a1, a1, a2           // S1(e16)
  xor s0, s0, a1          // S1(e16)
  slli a1, a0, 30         // S0(a16)
  srli a0, a0, 2          // S0(a16)
  or a0, a0, a1           // S0(a16)
  slli a2, s4, 26         // S1(e16)
  srli a1, s4, 6          // S1(e16)
  or a1, a1, a2           // S1(e16)
  xor s0, s0, a1          // S1(e16)
  add s0, t1, s0          // t16
  add t0, t0, s0          // e17
  xor t1, s3, a7          // ab
  and a1, s5, t1          // maj
  xor a1, a1, a7          // maj
  add s0, s0, a0          // a17
  add s5, s0, a1          // a17
  lw s0, 556(sp)          // kw17
  add s0, t2, s0          // t17
  xor a0, s4, s2          // ch
  and a0, a0, t0          // ch
  xor a0, a0, s2          // ch
  add t2, s0, a0          // t17
  slli a0, t0, 26         // S1(e17)
  srli s0, t0, 6          // S1(e17)
  or s0, s0, a0           // S1(e17)
  slli a1, s5, 23         // S0(a17)
  srli a0, s5, 9          // S0(a17)
  or a0, a0, a1           // S0(a17)
  xor a0, a0, s5          // S0(a17)
  slli a1, a0, 21         // S0(a17)
  srli a0, a0, 11         // S0(a17)
  or a0, a0, a1           // S0(a17)
  xor a0, a0, s5          // S0(a17)
  slli a2, t0, 21         // S1(e17)
  srli a1, t0, 11         // S1(e17)
  or a1, a1, a2           // S1(e17)
  xor s0, s0, a1          // S1(e17)
  slli a1, a0, 30         // S0(a17)
  srli a0, a0, 2          // S0(a17)
  or a0, a0, a1           // S0(a17)
  slli a2, t0, 7          // S1(e17)
  srli a1, t0, 25         // S1(e17)
  or a1, a1, a2           // S1(e17)
  xor s0, s0, a1          // S1(e17)
  add s0, t2, s0          // t17
  add a6, a6, s0          // e18
  xor t2, s5, s3          // ab
  and a1, t1, t2          // maj
  xor a1, a1, s3          // maj
  add s0, s0, a0          // a18
  add t1, s0, a1          // a18

  // words 18, 19
  lw s0, 536(sp)          // w19
  add s6, s0, s1          // w19
  slli a0, s1, 21         // s0(w3)
  srli s0, s1, 11         // s0(w3)
  or s0, s0, a0           // s0(w3)
  xor s0, s0, s1          // s0(w3)
  slli a0, s0, 25         // s0(w3)
  srli s0, s0, 7          // s0(w3)
  or s0, s0, a0           // s0(w3)
  srli s1, s1, 3          // s0(w3)
  xor s0, s0, s1          // s0(w3)
  lw s1, 532(sp)          // w18
  add s7, s0, s1          // w18

  // rounds 18, 19
  lw s0, 36(sp)
  add s0, s2, s0          // t18
  add s0, s0, s7          // t18
  xor s1, t0, s4          // ch
  and s1, s1, a6          // ch
  xor s1, s1, s4          // ch
  add s2, s0, s1          // t18
  slli s1, a6, 7          // S1(e18)
  srli s0, a6, 25         // S1(e18)
  or s0, s0, s1           // S1(e18)
  slli a0, t1, 23         // S0(a18)
  srli s1, t1, 9          // S0(a18)
  or s1, s1, a0           // S0(a18)
  xor s1, s1, t1          // S0(a18)
  slli a0, s1, 21         // S0(a18)
  srli s1, s1, 11         // S0(a18)
  or s1, s1, a0           // S0(a18)
  xor s1, s1, t1          // S0(a18)
  slli a1, a6, 21         // S1(e18)
  srli a0, a6, 11         // S1(e18)
  or a0, a0, a1           // S1(e18)
  xor s0, s0, a0          // S1(e18)
  slli a0, s1, 30         // S0(a18)
  srli s1, s1, 2          // S0(a18)
  or s1, s1, a0           // S0(a18)
  slli a1, a6, 26         // S1(e18)
  srli a0, a6, 6          // S1(e18)
  or a0, a0, a1           // S1(e18)
  xor s0, s0, a0          // S1(e18)
  add s0, s2, s0          // t18
  add a7, a7, s0          // e19
  xor s2, t1, s5          // ab
  and a0, t2, s2          // maj
  xor a0, a0, s5          // maj
  add s0, s0, s1          // a19
  add t2, s0, a0          // a19
  lw s0, 40(sp)
  add s0, s4, s0          // t19
  add s0, s0, s6          // t19
  xor s1, a6, t0          // ch
  and s1, s1, a7          // ch
  xor s1, s1, t0          // ch
  add s4, s0, s1          // t19
  slli s1, a7, 26         // S1(e19)
  srli s0, a7, 6          // S1(e19)
  or s0, s0, s1           // S1(e19)
  slli a0, a7, 7          // S1(e19)
  srli s1, a7, 25         // S1(e19)
  or s1, s1, a0           // S1(e19)
  xor s0, s0, s1          // S1(e19)
  slli a0, t2, 23         // S0(a19)
  srli s1, t2, 9          // S0(a19)
  or s1, s1, a0           // S0(a19)
  xor s1, s1, t2          // S0(a19)
  slli a0, s1, 21         // S0(a19)
  srli s1, s1, 11         // S0(a19)
  or s1, s1, a0           // S0(a19)
  xor s1, s1, t2          // S0(a19)
  slli a1, a7, 21         // S1(e19)
  srli a0, a7, 11         // S1(e19)
  or a0, a0, a1           // S1(e19)
  xor s0, s0, a0          // S1(e19)
  add s0, s4, s0          // t19
  slli a0, s1, 30         // S0(a19)
  srli s1, s1, 2          // S0(a19)
  or s1, s1, a0           // S0(a19)
  add s3, s3, s0          // e20
  xor s4, t2, t1          // ab
  and a0, s2, s4          // maj
  xor a0, a0, t1          // maj
  add s0, s0, s1          // a20
  add s2, s0, a0          // a20

  // words 20, 21
  slli s1, s7, 30         // s1(w18)
  srli s0, s7, 2          // s1(w18)
  or s0, s0, s1           // s1(w18)
  xor s0, s0, s7          // s1(w18)
  slli a0, s6, 30         // s1(w19)
  srli s1, s6, 2          // s1(w19)
  or s1, s1, a0           // s1(w19)
  xor s1, s1, s6          // s1(w19)
  slli a0, s0, 15         // s1(w18)
  srli s0, s0, 17         // s1(w18)
  or s0, s0, a0           // s1(w18)
  srli a0, s7, 10         // s1(w18)
  xor s0, s0, a0          // s1(w18)
  lw a0, 44(sp)
  add s8, s0, a0          // w20
  slli s0, s1, 15         // s1(w19)
  srli s1, s1, 17         // s1(w19)
  or s1, s1, s0           // s1(w19)
  srli s0, s6, 10         // s1(w19)
  xor s9, s1, s0          // s1(w19)

  // rounds 20, 21
  lw s0, 48(sp)
  add s0, t0, s0          // t20
  add s0, s0, s8          // t20
  xor s1, a7, a6          // ch
  and s1, s1, s3          // ch
  xor s1, s1, a6          // ch
  add t0, s0, s1          // t20
  slli s1, s3, 7          // S1(e20)
  srli s0, s3, 25         // S1(e20)
  or s0, s0, s1           // S1(e20)
  slli a0, s2, 23         // S0(a20)
  srli s1, s2, 9          // S0(a20)
  or s1, s1, a0           // S0(a20)
  xor s1, s1, s2          // S0(a20)
  slli a0, s1, 21         // S0(a20)
  srli s1, s1, 11         // S0(a20)
  or s1, s1, a0           // S0(a20)
  xor s1, s1, s2          // S0(a20)
  slli a1, s3, 21         // S1(e20)
  srli a0, s3, 11         // S1(e20)
  or a0, a0, a1           // S1(e20)
  xor s0, s0, a0          // S1(e20)
  slli a0, s1, 30         // S0(a20)
  srli s1, s1, 2          // S0(a20)
  or s1, s1, a0           // S0(a20)
  slli a1, s3, 26         // S1(e20)
  srli a0, s3, 6          // S1(e20)
  or a0, a0, a1           // S1(e20)
  xor s0, s0, a0          // S1(e20)
  add s0, t0, s0          // t20
  add s5, s5, s0          // e21
  xor t0, s2, t2          // ab
  and a0, s4, t0          // maj
  xor a0, a0, t2          // maj
  add s0, s0, s1          // a21
  add s4, s0, a0          // a21
  lw s0, 52(sp)
  add s0, a6, s0          // t21
  add s0, s0, s9          // t21
  xor s1, s3, a7          // ch
  and s1, s1, s5          // ch
  xor s1, s1, a7          // ch
  add a6, s0, s1          // t21
  slli s1, s5, 26         // S1(e21)
  srli s0, s5, 6          // S1(e21)
  or s0, s0, s1           // S1(e21)
  slli a0, s5, 7          // S1(e21)
  srli s1, s5, 25         // S1(e21)
  or s1, s1, a0           // S1(e21)
  xor s0, s0, s1          // S1(e21)
  slli a0, s4, 23         // S0(a21)
  srli s1, s4, 9          // S0(a21)
  or s1, s1, a0           // S0(a21)
  xor s1, s1, s4          // S0(a21)
  slli a0, s1, 21         // S0(a21)
  srli s1, s1, 11         // S0(a21)
  or s1, s1, a0           // S0(a21)
  xor s1, s1, s4          // S0(a21)
  slli a1, s5, 21         // S1(e21)
  srli a0, s5, 11         // S1(e21)
  or a0, a0, a1           // S1(e21)
  xor s0, s0, a0          // S1(e21)
  add s0, a6, s0          // t21
  slli a0, s1, 30         // S0(a21)
  srli s1, s1, 2          // S0(a21)
  or s1, s1, a0           // S0(a21)
  add t1, t1, s0          // e22
  xor a6, s4, s2          // ab
  and a0, t0, a6          // maj
  xor a0, a0, s2          // maj
  add s0, s0, s1          // a22
  add t0, s0, a0          // a22

  // words 22, 23
  slli s1, s8, 30         // s1(w20)
  srli s0, s8, 2          // s1(w20)
  or s0, s0, s1           // s1(w20)
  xor s0, s0, s8          // s1(w20)
  slli a0, s9, 30         // s1(s1(w19))
  srli s1, s9, 2          // s1(s1(w19))
  or s1, s1, a0           // s1(s1(w19))
  xor s1, s1, s9          // s1(s1(w19))
  slli a0, s0, 15         // s1(w20)
  srli s0, s0, 17         // s1(w20)
  or s0, s0, a0           // s1(w20)
  srli a0, s8, 10         // s1(w20)
  xor s0, s0, a0          // s1(w20)
  lw a0, 56(sp)
  add s10, s0, a0         // w22
  slli s0, s1, 15         // s1(s1(w19))
  srli s1, s1, 17         // s1(s1(w19))
  or s1, s1, s0           // s1(s1(w19))
  srli s0, s9, 10         // s1(s1(w19))
  xor s1, s1, s0          // s1(s1(w19))
  lw s0, 524(sp)          // w16
  add s11, s1, s0         // w23

  // rounds 22, 23
  lw s0, 60(sp)
  add s0, a7, s0          // t22
  add s0, s0, s10         // t22
  xor s1, s5, s3          // ch
  and s1, s1, t1          // ch
  xor s1, s1, s3          // ch
  add a7, s0, s1          // t22
  slli s1, t1, 7          // S1(e22)
  srli s0, t1, 25         // S1(e22)
  or s0, s0, s1           // S1(e22)
  slli a0, t0, 23         // S0(a22)
  srli s1, t0, 9          // S0(a22)
  or s1, s1, a0           // S0(a22)
  xor s1, s1, t0          // S0(a22)
  slli a0, s1, 21         // S0(a22)
  srli s1, s1, 11         // S0(a22)
  or s1, s1, a0           // S0(a22)
  xor s1, s1, t0          // S0(a22)
  slli a1, t1, 21         // S1(e22)
  srli a0, t1, 11         // S1(e22)
  or a0, a0, a1           // S1(e22)
  xor s0, s0, a0          // S1(e22)
  slli a0, s1, 30         // S0(a22)
  srli s1, s1, 2          // S0(a22)
  or s1, s1, a0           // S0(a22)
  slli a1, t1, 26         // S1(e22)
  srli a0, t1, 6          // S1(e22)
  or a0, a0, a1           // S1(e22)
  xor s0, s0, a0          // S1(e22)
  add s0, a7, s0          // t22
  add t2, t2, s0          // e23
  xor a7, t0, s4          // ab
  and a0, a6, a7          // maj
  xor a0, a0, s4          // maj
  add s0, s0, s1          // a23
  add a6, s0, a0          // a23
  lw s0, 64(sp)
  add s0, s3, s0          // t23
  add s0, s0, s11         // t23
  xor s1, t1, s5          // ch
  and s1, s1, t2          // ch
  xor s1, s1, s5          // ch
  add s3, s0, s1          // t23
  slli s1, t2, 26         // S1(e23)
  srli s0, t2, 6          // S1(e23)
  or s0, s0, s1           // S1(e23)
  slli a0, t2, 7          // S1(e23)
  srli s1, t2, 25         // S1(e23)
  or s1, s1, a0           // S1(e23)
  xor s0, s0, s1          // S1(e23)
  slli a0, a6, 23         // S0(a23)
  srli s1, a6, 9          // S0(a23)
  or s1, s1, a0           // S0(a23)
  xor s1, s1, a6          // S0(a23)
  slli a0, s1, 21         // S0(a23)
  srli s1, s1, 11         // S0(a23)
  or s1, s1, a0           // S0(a23)
  xor s1, s1, a6          // S0(a23)
  slli a1, t2, 21         // S1(e23)
  srli a0, t2, 11         // S1(e23)
  or a0, a0, a1           // S1(e23)
  xor s0, s0, a0          // S1(e23)
  add s0, s3, s0          // t23
  slli a0, s1, 30         // S0(a23)
  srli s1, s1, 2          // S0(a23)
  or s1, s1, a0           // S0(a23)
  add s2, s2, s0          // e24
  xor s3, a6, t0          // ab
  and a0, a7, s3          // maj
  xor a0, a0, t0          // maj
  add s0, s0, s1          // a24
  add a7, s0, a0          // a24

  // words 24, 25
  slli s1, s10, 30        // s1(w22)
  srli s0, s10, 2         // s1(w22)
  or s0, s0, s1           // s1(w22)
  xor s0, s0, s10         // s1(w22)
  slli a0, s11, 30        // s1(w23)
  srli s1, s11, 2         // s1(w23)
  or s1, s1, a0           // s1(w23)
  xor s1, s1, s11         // s1(w23)
  slli a0, s0, 15         // s1(w22)
  srli s0, s0, 17         // s1(w22)
  or s0, s0, a0           // s1(w22)
  srli a0, s10, 10        // s1(w22)
  xor s0, s0, a0          // s1(w22)
  lw a0, 528(sp)          // w17
  add t3, s0, a0          // w24
  slli s0, s1, 15         // s1(w23)
  srli s1, s1, 17         // s1(w23)
  or s1, s1, s0           // s1(w23)
  srli s0, s11, 10        // s1(w23)
  xor s1, s1, s0          // s1(w23)
  add t4, s1, s7          // w25

  // rounds 24, 25
  lw s0, 68(sp)
  add s0, s5, s0          // t24
  add s0, s0, t3          // t24
  xor s1, t2, t1          // ch
  and s1, s1, s2          // ch
  xor s1, s1, t1          // ch
  add s5, s0, s1          // t24
  slli s1, s2, 7          // S1(e24)
  srli s0, s2, 25         // S1(e24)
  or s0, s0, s1           // S1(e24)
  slli a0, a7, 23         // S0(a24)
  srli s1, a7, 9          // S0(a24)
  or s1, s1, a0           // S0(a24)
  xor s1, s1, a7          // S0(a24)
  slli a0, s1, 21         // S0(a24)
  srli s1, s1, 11         // S0(a24)
  or s1, s1, a0           // S0(a24)
  xor s1, s1, a7          // S0(a24)
  slli a1, s2, 21         // S1(e24)
  srli a0, s2, 11         // S1(e24)
  or a0, a0, a1           // S1(e24)
  xor s0, s0, a0          // S1(e24)
  slli a0, s1, 30         // S0(a24)
  srli s1, s1, 2          // S0(a24)
  or s1, s1, a0           // S0(a24)
  slli a1, s2, 26         // S1(e24)
  srli a0, s2, 6          // S1(e24)
  or a0, a0, a1           // S1(e24)
  xor s0, s0, a0          // S1(e24)
  add s0, s5, s0          // t24
  add s4, s4, s0          // e25
  xor s5, a7, a6          // ab
  and a0, s3, s5          // maj
  xor a0, a0, a6          // maj
  add s0, s0, s1          // a25
  add s3, s0, a0          // a25
  lw s0, 72(sp)
  add s0, t1, s0          // t25
  add s0, s0, t4          // t25
  xor s1, s2, t2          // ch
  and s1, s1, s4          // ch
  xor s1, s1, t2          // ch
  add t1, s0, s1          // t25
  slli s1, s4, 26         // S1(e25)
  srli s0, s4, 6          // S1(e25)
  or s0, s0, s1           // S1(e25)
  slli a0, s4, 7          // S1(e25)
  srli s1, s4, 25         // S1(e25)
  or s1, s1, a0           // S1(e25)
  xor s0, s0, s1          // S1(e25)
  slli a0, s3, 23         // S0(a25)
  srli s1, s3, 9          // S0(a25)
  or s1, s1, a0           // S0(a25)
  xor s1, s1, s3          // S0(a25)
  slli a0, s1, 21         // S0(a25)
  srli s1, s1, 11         // S0(a25)
  or s1, s1, a0           // S0(a25)
  xor s1, s1, s3          // S0(a25)
  slli a1, s4, 21         // S1(e25)
  srli a0, s4, 11         // S1(e25)
  or a0, a0, a1           // S1(e25)
  xor s0, s0, a0          // S1(e25)
  add s0, t1, s0          // t25
  slli a0, s1, 30         // S0(a25)
  srli s1, s1, 2          // S0(a25)
  or s1, s1, a0           // S0(a25)
  add t0, t0, s0          // e26
  xor t1, s3, a7          // ab
  and a0, s5, t1          // maj
  xor a0, a0, a7          // maj
  add s0, s0, s1          // a26
  add s5, s0, a0          // a26

  // words 26, 27
  slli s1, t3, 30         // s1(w24)
  srli s0, t3, 2          // s1(w24)
  or s0, s0, s1           // s1(w24)
  xor s0, s0, t3          // s1(w24)
  slli a0, t4, 30         // s1(w25)
  srli s1, t4, 2          // s1(w25)
  or s1, s1, a0           // s1(w25)
  xor s1, s1, t4          // s1(w25)
  slli a0, s0, 15         // s1(w24)
  srli s0, s0, 17         // s1(w24)
  or s0, s0, a0           // s1(w24)
  srli a0, t3, 10         // s1(w24)
  xor s0, s0, a0          // s1(w24)
  add t5, s0, s6          // w26
  slli s0, s1, 15         // s1(w25)
  srli s1, s1, 17         // s1(w25)
  or s1, s1, s0           // s1(w25)
  srli s0, t4, 10         // s1(w25)
  xor s1, s1, s0          // s1(w25)
  add t6, s1, s8          // w27

  // rounds 26, 27
  lw s0, 76(sp)
  add s0, t2, s0          // t26
  add s0, s0, t5          // t26
  xor s1, s4, s2          // ch
  and s1, s1, t0          // ch
  xor s1, s1, s2          // ch
  add t2, s0, s1          // t26
  slli s1, t0, 7          // S1(e26)
  srli s0, t0, 25         // S1(e26)
  or s0, s0, s1           // S1(e26)
  slli a0, s5, 23         // S0(a26)
  srli s1, s5, 9          // S0(a26)
  or s1, s1, a0           // S0(a26)
  xor s1, s1, s5          // S0(a26)
  slli a0, s1, 21         // S0(a26)
  srli s1, s1, 11         // S0(a26)
  or s1, s1, a0           // S0(a26)
  xor s1, s1, s5          // S0(a26)
  slli a1, t0, 21         // S1(e26)
  srli a0, t0, 11         // S1(e26)
  or a0, a0, a1           // S1(e26)
  xor s0, s0, a0          // S1(e26)
  slli a0, s1, 30         // S0(a26)
  srli s1, s1, 2          // S0(a26)
  or s1, s1, a0           // S0(a26)
  slli a1, t0, 26         // S1(e26)
  srli a0, t0, 6          // S1(e26)
  or a0, a0, a1           // S1(e26)
  xor s0, s0, a0          // S1(e26)
  add s0, t2, s0          // t26
  add a6, a6, s0          // e27
  xor t2, s5, s3          // ab
  and a0, t1, t2          // maj
  xor a0, a0, s3          // maj
  add s0, s0, s1          // a27
  add t1, s0, a0          // a27
  lw s0, 80(sp)
  add s0, s2, s0          // t27
  add s0, s0, t6          // t27
  xor s1, t0, s4          // ch
  and s1, s1, a6          // ch
  xor s1, s1, s4          // ch
  add s2, s0, s1          // t27
  slli s1, a6, 26         // S1(e27)
  srli s0, a6, 6          // S1(e27)
  or s0, s0, s1           // S1(e27)
  slli a0, a6, 7          // S1(e27)
  srli s1, a6, 25         // S1(e27)
  or s1, s1, a0           // S1(e27)
  xor s0, s0, s1          // S1(e27)
  slli a0, t1, 23         // S0(a27)
  srli s1, t1, 9          // S0(a27)
  or s1, s1, a0           // S0(a27)
  xor s1, s1, t1          // S0(a27)
  slli a0, s1, 21         // S0(a27)
  srli s1, s1, 11         // S0(a27)
  or s1, s1, a0           // S0(a27)
  xor s1, s1, t1          // S0(a27)
  slli a1, a6, 21         // S1(e27)
  srli a0, a6, 11         // S1(e27)
  or a0, a0, a1           // S1(e27)
  xor s0, s0, a0          // S1(e27)
  add s0, s2, s0          // t27
  slli a0, s1, 30         // S0(a27)
  srli s1, s1, 2          // S0(a27)
  or s1, s1, a0           // S0(a27)
  add a7, a7, s0          // e28
  xor s2, t1, s5          // ab
  and a0, t2, s2          // maj
  xor a0, a0, s5          // maj
  add s0, s0, s1          // a28
  add t2, s0, a0          // a28

  // words 28, 29
  slli s1, t5, 30         // s1(w26)
  srli s0, t5, 2          // s1(w26)
  or s0, s0, s1           // s1(w26)
  xor s0, s0, t5          // s1(w26)
  slli a0, t6, 30         // s1(w27)
  srli s1, t6, 2          // s1(w27)
  or s1, s1, a0           // s1(w27)
  xor s1, s1, t6          // s1(w27)
  slli a0, s0, 15         // s1(w26)
  srli s0, s0, 17         // s1(w26)
  or s0, s0, a0           // s1(w26)
  srli a0, t5, 10         // s1(w26)
  xor s0, s0, a0          // s1(w26)
  add ra, s0, s9          // w28
  slli s0, s1, 15         // s1(w27)
  srli s1, s1, 17         // s1(w27)
  or s1, s1, s0           // s1(w27)
  srli s0, t6, 10         // s1(w27)
  xor s1, s1, s0          // s1(w27)
  add s0, s1, s10         // w29

  // rounds 28, 29
  lw s1, 84(sp)
  add s1, s4, s1          // t28
  add s1, s1, ra          // t28
  xor a0, a6, t0          // ch
  and a0, a0, a7          // ch
  xor a0, a0, t0          // ch
  add s4, s1, a0          // t28
  slli a0, a7, 7          // S1(e28)
  srli s1, a7, 25         // S1(e28)
  or s1, s1, a0           // S1(e28)
  slli a1, t2, 23         // S0(a28)
  srli a0, t2, 9          // S0(a28)
  or a0, a0, a1           // S0(a28)
  xor a0, a0, t2          // S0(a28)
  slli a1, a0, 21         // S0(a28)
  srli a0, a0, 11         // S0(a28)
  or a0, a0, a1           // S0(a28)
  xor a0, a0, t2          // S0(a28)
  slli a2, a7, 21         // S1(e28)
  srli a1, a7, 11         // S1(e28)
  or a1, a1, a2           // S1(e28)
  xor s1, s1, a1          // S1(e28)
  slli a1, a0, 30         // S0(a28)
  srli a0, a0, 2          // S0(a28)
  or a0, a0, a1           // S0(a28)
  slli a2, a7, 26         // S1(e28)
  srli a1, a7, 6          // S1(e28)
  or a1, a1, a2           // S1(e28)
  xor s1, s1, a1          // S1(e28)
  add s1, s4, s1          // t28
  add s3, s3, s1          // e29
  xor s4, t2, t1          // ab
  and a1, s2, s4          // maj
  xor a1, a1, t1          // maj
  add s1, s1, a0          // a29
  add s2, s1, a1          // a29
  lw s1, 88(sp)
  add s1, t0, s1          // t29
  add s1, s1, s0          // t29
  xor a0, a7, a6          // ch
  and a0, a0, s3          // ch
  xor a0, a0, a6          // ch
  add t0, s1, a0          // t29
  slli a0, s3, 26         // S1(e29)
  srli s1, s3, 6          // S1(e29)
  or s1, s1, a0           // S1(e29)
  slli a1, s3, 7          // S1(e29)
  srli a0, s3, 25         // S1(e29)
  or a0, a0, a1           // S1(e29)
  xor s1, s1, a0          // S1(e29)
  slli a1, s2, 23         // S0(a29)
  srli a0, s2, 9          // S0(a29)
  or a0, a0, a1           // S0(a29)
  xor a0, a0, s2          // S0(a29)
  slli a1, a0, 21         // S0(a29)
  srli a0, a0, 11         // S0(a29)
  or a0, a0, a1           // S0(a29)
  xor a0, a0, s2          // S0(a29)
  slli a2, s3, 21         // S1(e29)
  srli a1, s3, 11         // S1(e29)
  or a1, a1, a2           // S1(e29)
  xor s1, s1, a1          // S1(e29)
  add s1, t0, s1          // t29
  slli a1, a0, 30         // S0(a29)
  srli a0, a0, 2          // S0(a29)
  or a0, a0, a1           // S0(a29)
  add s5, s5, s1          // e30
  xor t0, s2, t2          // ab
  and a1, s4, t0          // maj
  xor a1, a1, t2          // maj
  add s1, s1, a0          // a30
  add s4, s1, a1          // a30

  // words 30, 31
  slli a0, ra, 30         // s1(w28)
  srli s1, ra, 2          // s1(w28)
  or s1, s1, a0           // s1(w28)
  xor s1, s1, ra          // s1(w28)
  slli a1, s0, 30         // s1(w29)
  srli a0, s0, 2          // s1(w29)
  or a0, a0, a1           // s1(w29)
  xor a0, a0, s0          // s1(w29)
  slli a1, s1, 15         // s1(w28)
  srli s1, s1, 17         // s1(w28)
  or s1, s1, a1           // s1(w28)
  srli a1, ra, 10         // s1(w28)
  xor s1, s1, a1          // s1(w28)
  add s1, s1, s11         // w30
  lw a1, 92(sp)
  add s1, s1, a1          // w30
  slli a1, a0, 15         // s1(w29)
  srli a0, a0, 17         // s1(w29)
  or a0, a0, a1           // s1(w29)
  srli a1, s0, 10         // s1(w29)
  xor a0, a0, a1          // s1(w29)
  add a0, a0, t3          // w31
  lw a1, 540(sp)          // w31
  add a0, a0, a1          // w31

  // rounds 30, 31
  lw a1, 96(sp)
  add a1, a6, a1          // t30
  add a1, a1, s1          // t30
  xor a2, s3, a7          // ch
  and a2, a2, s5          // ch
  xor a2, a2, a7          // ch
  add a6, a1, a2          // t30
  slli a2, s5, 7          // S1(e30)
  srli a1, s5, 25         // S1(e30)
  or a1, a1, a2           // S1(e30)
  slli a3, s4, 23         // S0(a30)
  srli a2, s4, 9          // S0(a30)
  or a2, a2, a3           // S0(a30)
  xor a2, a2, s4          // S0(a30)
  slli a3, a2, 21         // S0(a30)
  srli a2, a2, 11         // S0(a30)
  or a2, a2, a3           // S0(a30)
  xor a2, a2, s4          // S0(a30)
  slli a4, s5, 21         // S1(e30)
  srli a3, s5, 11         // S1(e30)
  or a3, a3, a4           // S1(e30)
  xor a1, a1, a3          // S1(e30)
  slli a3, a2, 30         // S0(a30)
  srli a2, a2, 2          // S0(a30)
  or a2, a2, a3           // S0(a30)
  slli a4, s5, 26         // S1(e30)
  srli a3, s5, 6          // S1(e30)
  or a3, a3, a4           // S1(e30)
  xor a1, a1, a3          // S1(e30)
  add a1, a6, a1          // t30
  add t1, t1, a1          // e31
  xor a6, s4, s2          // ab
  and a3, t0, a6          // maj
  xor a3, a3, s2          // maj
  add a1, a1, a2          // a31
  add t0, a1, a3          // a31
  lw a1, 100(sp)
  add a1, a7, a1          // t31
  add a1, a1, a0          // t31
  xor a2, s5, s3          // ch
  and a2, a2, t1          // ch
  xor a2, a2, s3          // ch
  add a7, a1, a2          // t31
  slli a2, t1, 26         // S1(e31)
  srli a1, t1, 6          // S1(e31)
  or a1, a1, a2           // S1(e31)
  slli a3, t1, 7          // S1(e31)
  srli a2, t1, 25         // S1(e31)
  or a2, a2, a3           // S1(e31)
  xor a1, a1, a2          // S1(e31)
  slli a3, t0, 23         // S0(a31)
  srli a2, t0, 9          // S0(a31)
  or a2, a2, a3           // S0(a31)
  xor a2, a2, t0          // S0(a31)
  slli a3, a2, 21         // S0(a31)
  srli a2, a2, 11         // S0(a31)
  or a2, a2, a3           // S0(a31)
  xor a2, a2, t0          // S0(a31)
  slli a4, t1, 21         // S1(e31)
  srli a3, t1, 11         // S1(e31)
  or a3, a3, a4           // S1(e31)
  xor a1, a1, a3          // S1(e31)
  add a1, a7, a1          // t31
  slli a3, a2, 30         // S0(a31)
  srli a2, a2, 2          // S0(a31)
  or a2, a2, a3           // S0(a31)
  add t2, t2, a1          // e32
  xor a7, t0, s4          // ab
  and a3, a6, a7          // maj
  xor a3, a3, s4          // maj
  add a1, a1, a2          // a32
  add a6, a1, a3          // a32

  // words 32, 33
  slli a2, s1, 30         // s1(w30)
  srli a1, s1, 2          // s1(w30)
  or a1, a1, a2           // s1(w30)
  xor a1, a1, s1          // s1(w30)
  slli a3, a0, 30         // s1(w31)
  srli a2, a0, 2          // s1(w31)
  or a2, a2, a3           // s1(w31)
  xor a2, a2, a0          // s1(w31)
  slli a3, a1, 15         // s1(w30)
  srli a1, a1, 17         // s1(w30)
  or a1, a1, a3           // s1(w30)
  srli a3, s1, 10         // s1(w30)
  xor a1, a1, a3          // s1(w30)
  add a1, a1, t4          // w32
  lw a3, 544(sp)          // w32
  add a1, a1, a3          // w32
  slli a3, a2, 15         // s1(w31)
  srli a2, a2, 17         // s1(w31)
  or a2, a2, a3           // s1(w31)
  srli a3, a0, 10         // s1(w31)
  xor a2, a2, a3          // s1(w31)
  add a2, a2, t5          // w33
  lw a3, 548(sp)          // w33
  add a2, a2, a3          // w33
  slli a4, s7, 21         // s0(w18)
  srli a3, s7, 11         // s0(w18)
  or a3, a3, a4           // s0(w18)
  xor a3, a3, s7          // s0(w18)
  slli a4, a3, 25         // s0(w18)
  srli a3, a3, 7          // s0(w18)
  or a3, a3, a4           // s0(w18)
  srli a4, s7, 3          // s0(w18)
  xor a3, a3, a4          // s0(w18)
  add a2, a2, a3          // w33

  // rounds 32, 33
  lw a3, 104(sp)
  add a3, s3, a3          // t32
  add a3, a3, a1          // t32
  xor a4, t1, s5          // ch
  and a4, a4, t2          // ch
  xor a4, a4, s5          // ch
  add s3, a3, a4          // t32
  slli a4, t2, 7          // S1(e32)
  srli a3, t2, 25         // S1(e32)
  or a3, a3, a4           // S1(e32)
  slli a5, a6, 23         // S0(a32)
  srli a4, a6, 9          // S0(a32)
  or a4, a4, a5           // S0(a32)
  xor a4, a4, a6          // S0(a32)
  slli a5, a4, 21         // S0(a32)
  srli a4, a4, 11         // S0(a32)
  or a4, a4, a5           // S0(a32)
  xor a4, a4, a6          // S0(a32)
  sw t5, 368(sp)          // w26
  slli t5, t2, 21         // S1(e32)
  srli a5, t2, 11         // S1(e32)
  or a5, a5, t5           // S1(e32)
  xor a3, a3, a5          // S1(e32)
  slli a5, a4, 30         // S0(a32)
  srli a4, a4, 2          // S0(a32)
  or a4, a4, a5           // S0(a32)
  slli t5, t2, 26         // S1(e32)
  srli a5, t2, 6          // S1(e32)
  or a5, a5, t5           // S1(e32)
  xor a3, a3, a5          // S1(e32)
  add a3, s3, a3          // t32
  add s2, s2, a3          // e33
  xor s3, a6, t0          // ab
  and a5, a7, s3          // maj
  xor a5, a5, t0          // maj
  add a3, a3, a4          // a33
  add a7, a3, a5          // a33
  lw a3, 108(sp)
  add a3, s5, a3          // t33
  add a3, a3, a2          // t33
  xor a4, t2, t1          // ch
  and a4, a4, s2          // ch
  xor a4, a4, t1          // ch
  add s5, a3, a4          // t33
  slli a4, s2, 26         // S1(e33)
  srli a3, s2, 6          // S1(e33)
  or a3, a3, a4           // S1(e33)
  slli a5, s2, 7          // S1(e33)
  srli a4, s2, 25         // S1(e33)
  or a4, a4, a5           // S1(e33)
  xor a3, a3, a4          // S1(e33)
  slli a5, a7, 23         // S0(a33)
  srli a4, a7, 9          // S0(a33)
  or a4, a4, a5           // S0(a33)
  xor a4, a4, a7          // S0(a33)
  slli a5, a4, 21         // S0(a33)
  srli a4, a4, 11         // S0(a33)
  or a4, a4, a5           // S0(a33)
  xor a4, a4, a7          // S0(a33)
  slli t5, s2, 21         // S1(e33)
  srli a5, s2, 11         // S1(e33)
  or a5, a5, t5           // S1(e33)
  xor a3, a3, a5          // S1(e33)
  add a3, s5, a3          // t33
  slli a5, a4, 30         // S0(a33)
  srli a4, a4, 2          // S0(a33)
  or a4, a4, a5           // S0(a33)
  add s4, s4, a3          // e34
  xor s5, a7, a6          // ab
  and a5, s3, s5          // maj
  xor a5, a5, a6          // maj
  add a3, a3, a4          // a34
  add s3, a3, a5          // a34

  // words 34, 35
  slli a4, a1, 30         // s1(w32)
  srli a3, a1, 2          // s1(w32)
  or a3, a3, a4           // s1(w32)
  xor a3, a3, a1          // s1(w32)
  slli a5, a2, 30         // s1(w33)
  srli a4, a2, 2          // s1(w33)
  or a4, a4, a5           // s1(w33)
  xor a4, a4, a2          // s1(w33)
  slli a5, a3, 15         // s1(w32)
  srli a3, a3, 17         // s1(w32)
  or a3, a3, a5           // s1(w32)
  srli a5, a1, 10         // s1(w32)
  xor a3, a3, a5          // s1(w32)
  add a3, a3, s7          // w34
  add s7, a3, t6          // w34
  slli a3, a4, 15         // s1(w33)
  srli a4, a4, 17         // s1(w33)
  or a4, a4, a3           // s1(w33)
  srli a3, a2, 10         // s1(w33)
  xor a4, a4, a3          // s1(w33)
  add a4, a4, s6          // w35
  add t5, a4, ra          // w35
  slli a4, s6, 21         // s0(w19)
  srli a3, s6, 11         // s0(w19)
  or a3, a3, a4           // s0(w19)
  xor a3, a3, s6          // s0(w19)
  slli a5, s8, 21         // s0(w20)
  srli a4, s8, 11         // s0(w20)
  or a4, a4, a5           // s0(w20)
  xor a4, a4, s8          // s0(w20)
  slli a5, a3, 25         // s0(w19)
  srli a3, a3, 7          // s0(w19)
  or a3, a3, a5           // s0(w19)
  srli a5, s6, 3          // s0(w19)
  xor a3, a3, a5          // s0(w19)
  add s7, s7, a3          // w34
  slli a3, a4, 25         // s0(w20)
  srli a4, a4, 7          // s0(w20)
  or a4, a4, a3           // s0(w20)
  srli a3, s8, 3          // s0(w20)
  xor a4, a4, a3          // s0(w20)
  add t5, t5, a4          // w35

  // rounds 34, 35
  lw a3, 112(sp)
  add a3, t1, a3          // t34
  add a3, a3, s7          // t34
  xor a4, s2, t2          // ch
  and a4, a4, s4          // ch
  xor a4, a4, t2          // ch
  add t1, a3, a4          // t34
  slli a4, s4, 7          // S1(e34)
  srli a3, s4, 25         // S1(e34)
  or a3, a3, a4           // S1(e34)
  slli a5, s3, 23         // S0(a34)
  srli a4, s3, 9          // S0(a34)
  or a4, a4, a5           // S0(a34)
  xor a4, a4, s3          // S0(a34)
  slli a5, a4, 21         // S0(a34)
  srli a4, a4, 11         // S0(a34)
  or a4, a4, a5           // S0(a34)
  xor a4, a4, s3          // S0(a34)
  slli s6, s4, 21         // S1(e34)
  srli a5, s4, 11         // S1(e34)
  or a5, a5, s6           // S1(e34)
  xor a3, a3, a5          // S1(e34)
  slli a5, a4, 30         // S0(a34)
  srli a4, a4, 2          // S0(a34)
  or a4, a4, a5           // S0(a34)
  slli s6, s4, 26         // S1(e34)
  srli a5, s4, 6          // S1(e34)
  or a5, a5, s6           // S1(e34)
  xor a3, a3, a5          // S1(e34)
  add a3, t1, a3          // t34
  add t0, t0, a3          // e35
  xor t1, s3, a7          // ab
  and a5, s5, t1          // maj
  xor a5, a5, a7          // maj
  add a3, a3, a4          // a35
  add s5, a3, a5          // a35
  lw a3, 116(sp)
  add a3, t2, a3          // t35
  add a3, a3, t5          // t35
  xor a4, s4, s2          // ch
  and a4, a4, t0          // ch
  xor a4, a4, s2          // ch
  add t2, a3, a4          // t35
  slli a4, t0, 26         // S1(e35)
  srli a3, t0, 6          // S1(e35)
  or a3, a3, a4           // S1(e35)
  slli a5, t0, 7          // S1(e35)
  srli a4, t0, 25         // S1(e35)
  or a4, a4, a5           // S1(e35)
  xor a3, a3, a4          // S1(e35)
  slli a5, s5, 23         // S0(a35)
  srli a4, s5, 9          // S0(a35)
  or a4, a4, a5           // S0(a35)
  xor a4, a4, s5          // S0(a35)
  slli a5, a4, 21         // S0(a35)
  srli a4, a4, 11         // S0(a35)
  or a4, a4, a5           // S0(a35)
  xor a4, a4, s5          // S0(a35)
  slli s6, t0, 21         // S1(e35)
  srli a5, t0, 11         // S1(e35)
  or a5, a5, s6           // S1(e35)
  xor a3, a3, a5          // S1(e35)
  add a3, t2, a3          // t35
  slli a5, a4, 30         // S0(a35)
  srli a4, a4, 2          // S0(a35)
  or a4, a4, a5           // S0(a35)
  add a6, a6, a3          // e36
  xor t2, s5, s3          // ab
  and a5, t1, t2          // maj
  xor a5, a5, s3          // maj
  add a3, a3, a4          // a36
  add t1, a3, a5          // a36

  // words 36, 37
  slli a4, s7, 30         // s1(w34)
  srli a3, s7, 2          // s1(w34)
  or a3, a3, a4           // s1(w34)
  xor a3, a3, s7          // s1(w34)
  slli a5, t5, 30         // s1(w35)
  srli a4, t5, 2          // s1(w35)
  or a4, a4, a5           // s1(w35)
  xor a4, a4, t5          // s1(w35)
  slli a5, a3, 15         // s1(w34)
  srli a3, a3, 17         // s1(w34)
  or a3, a3, a5           // s1(w34)
  srli a5, s7, 10         // s1(w34)
  xor a3, a3, a5          // s1(w34)
  add a3, a3, s8          // w36
  add s6, a3, s0          // w36
  slli a3, a4, 15         // s1(w35)
  srli a4, a4, 17         // s1(w35)
  or a4, a4, a3           // s1(w35)
  srli a3, t5, 10         // s1(w35)
  xor a4, a4, a3          // s1(w35)
  add a4, a4, s9          // w37
  add s8, a4, s1          // w37
  slli a4, s9, 21         // s0(s1(w19))
  srli a3, s9, 11         // s0(s1(w19))
  or a3, a3, a4           // s0(s1(w19))
  xor a3, a3, s9          // s0(s1(w19))
  slli a5, s10, 21        // s0(w22)
  srli a4, s10, 11        // s0(w22)
  or a4, a4, a5           // s0(w22)
  xor a4, a4, s10         // s0(w22)
  slli a5, a3, 25         // s0(s1(w19))
  srli a3, a3, 7          // s0(s1(w19))
  or a3, a3, a5           // s0(s1(w19))
  srli a5, s9, 3          // s0(s1(w19))
  xor a3, a3, a5          // s0(s1(w19))
  add s6, s6, a3          // w36
  slli a3, a4, 25         // s0(w22)
  srli a4, a4, 7          // s0(w22)
  or a4, a4, a3           // s0(w22)
  srli a3, s10, 3         // s0(w22)
  xor a4, a4, a3          // s0(w22)
  add s8, s8, a4          // w37

  // rounds 36, 37
  lw a3, 120(sp)
  add a3, s2, a3          // t36
  add a3, a3, s6          // t36
  xor a4, t0, s4          // ch
  and a4, a4, a6          // ch
  xor a4, a4, s4          // ch
  add s2, a3, a4          // t36
  slli a4, a6, 7          // S1(e36)
  srli a3, a6, 25         // S1(e36)
  or a3, a3, a4           // S1(e36)
  slli a5, t1, 23         // S0(a36)
  srli a4, t1, 9          // S0(a36)
  or a4, a4, a5           // S0(a36)
  xor a4, a4, t1          // S0(a36)
  slli a5, a4, 21         // S0(a36)
  srli a4, a4, 11         // S0(a36)
  or a4, a4, a5           // S0(a36)
  xor a4, a4, t1          // S0(a36)
  slli s9, a6, 21         // S1(e36)
  srli a5, a6, 11         // S1(e36)
  or a5, a5, s9           // S1(e36)
  xor a3, a3, a5          // S1(e36)
  slli a5, a4, 30         // S0(a36)
  srli a4, a4, 2          // S0(a36)
  or a4, a4, a5           // S0(a36)
  slli s9, a6, 26         // S1(e36)
  srli a5, a6, 6          // S1(e36)
  or a5, a5, s9           // S1(e36)
  xor a3, a3, a5          // S1(e36)
  add a3, s2, a3          // t36
  add a7, a7, a3          // e37
  xor s2, t1, s5          // ab
  and a5, t2, s2          // maj
  xor a5, a5, s5          // maj
  add a3, a3, a4          // a37
  add t2, a3, a5          // a37
  lw a3, 124(sp)
  add a3, s4, a3          // t37
  add a3, a3, s8          // t37
  xor a4, a6, t0          // ch
  and a4, a4, a7          // ch
  xor a4, a4, t0          // ch
  add s4, a3, a4          // t37
  slli a4, a7, 26         // S1(e37)
  srli a3, a7, 6          // S1(e37)
  or a3, a3, a4           // S1(e37)
  slli a5, a7, 7          // S1(e37)
  srli a4, a7, 25         // S1(e37)
  or a4, a4, a5           // S1(e37)
  xor a3, a3, a4          // S1(e37)
  slli a5, t2, 23         // S0(a37)
  srli a4, t2, 9          // S0(a37)
  or a4, a4, a5           // S0(a37)
  xor a4, a4, t2          // S0(a37)
  slli a5, a4, 21         // S0(a37)
  srli a4, a4, 11         // S0(a37)
  or a4, a4, a5           // S0(a37)
  xor a4, a4, t2          // S0(a37)
  slli s9, a7, 21         // S1(e37)
  srli a5, a7, 11         // S1(e37)
  or a5, a5, s9           // S1(e37)
  xor a3, a3, a5          // S1(e37)
  add a3, s4, a3          // t37
  slli a5, a4, 30         // S0(a37)
  srli a4, a4, 2          // S0(a37)
  or a4, a4, a5           // S0(a37)
  add s3, s3, a3          // e38
  xor s4, t2, t1          // ab
  and a5, s2, s4          // maj
  xor a5, a5, t1          // maj
  add a3, a3, a4          // a38
  add s2, a3, a5          // a38

  // words 38, 39
  slli a4, s6, 30         // s1(w36)
  srli a3, s6, 2          // s1(w36)
  or a3, a3, a4           // s1(w36)
  xor a3, a3, s6          // s1(w36)
  slli a5, s8, 30         // s1(w37)
  srli a4, s8, 2          // s1(w37)
  or a4, a4, a5           // s1(w37)
  xor a4, a4, s8          // s1(w37)
  slli a5, a3, 15         // s1(w36)
  srli a3, a3, 17         // s1(w36)
  or a3, a3, a5           // s1(w36)
  srli a5, s6, 10         // s1(w36)
  xor a3, a3, a5          // s1(w36)
  add a3, a3, s10         // w38
  add s9, a3, a0          // w38
  slli a3, a4, 15         // s1(w37)
  srli a4, a4, 17         // s1(w37)
  or a4, a4, a3           // s1(w37)
  srli a3, s8, 10         // s1(w37)
  xor a4, a4, a3          // s1(w37)
  add a4, a4, s11         // w39
  add s10, a4, a1         // w39
  slli a4, s11, 21        // s0(w23)
  srli a3, s11, 11        // s0(w23)
  or a3, a3, a4           // s0(w23)
  xor a3, a3, s11         // s0(w23)
  slli a5, t3, 21         // s0(w24)
  srli a4, t3, 11         // s0(w24)
  or a4, a4, a5           // s0(w24)
  xor a4, a4, t3          // s0(w24)
  slli a5, a3, 25         // s0(w23)
  srli a3, a3, 7          // s0(w23)
  or a3, a3, a5           // s0(w23)
  srli a5, s11, 3         // s0(w23)
  xor a3, a3, a5          // s0(w23)
  add s9, s9, a3          // w38
  slli a3, a4, 25         // s0(w24)
  srli a4, a4, 7          // s0(w24)
  or a4, a4, a3           // s0(w24)
  srli a3, t3, 3          // s0(w24)
  xor a4, a4, a3          // s0(w24)
  add s10, s10, a4        // w39

  // rounds 38, 39
  lw a3, 128(sp)
  add a3, t0, a3          // t38
  add a3, a3, s9          // t38
  xor a4, a7, a6          // ch
  and a4, a4, s3          // ch
  xor a4, a4, a6          // ch
  add t0, a3, a4          // t38
  slli a4, s3, 7          // S1(e38)
  srli a3, s3, 25         // S1(e38)
  or a3, a3, a4           // S1(e38)
  slli a5, s2, 23         // S0(a38)
  srli a4, s2, 9          // S0(a38)
  or a4, a4, a5           // S0(a38)
  xor a4, a4, s2          // S0(a38)
  slli a5, a4, 21         // S0(a38)
  srli a4, a4, 11         // S0(a38)
  or a4, a4, a5           // S0(a38)
  xor a4, a4, s2          // S0(a38)
  slli s11, s3, 21        // S1(e38)
  srli a5, s3, 11         // S1(e38)
  or a5, a5, s11          // S1(e38)
  xor a3, a3, a5          // S1(e38)
  slli a5, a4, 30         // S0(a38)
  srli a4, a4, 2          // S0(a38)
  or a4, a4, a5           // S0(a38)
  slli s11, s3, 26        // S1(e38)
  srli a5, s3, 6          // S1(e38)
  or a5, a5, s11          // S1(e38)
  xor a3, a3, a5          // S1(e38)
  add a3, t0, a3          // t38
  add s5, s5, a3          // e39
  xor t0, s2, t2          // ab
  and a5, s4, t0          // maj
  xor a5, a5, t2          // maj
  add a3, a3, a4          // a39
  add s4, a3, a5          // a39
  lw a3, 132(sp)
  add a3, a6, a3          // t39
  add a3, a3, s10         // t39
  xor a4, s3, a7          // ch
  and a4, a4, s5          // ch
  xor a4, a4, a7          // ch
  add a6, a3, a4          // t39
  slli a4, s5, 26         // S1(e39)
  srli a3, s5, 6          // S1(e39)
  or a3, a3, a4           // S1(e39)
  slli a5, s5, 7          // S1(e39)
  srli a4, s5, 25         // S1(e39)
  or a4, a4, a5           // S1(e39)
  xor a3, a3, a4          // S1(e39)
  slli a5, s4, 23         // S0(a39)
  srli a4, s4, 9          // S0(a39)
  or a4, a4, a5           // S0(a39)
  xor a4, a4, s4          // S0(a39)
  slli a5, a4, 21         // S0(a39)
  srli a4, a4, 11         // S0(a39)
  or a4, a4, a5           // S0(a39)
  xor a4, a4, s4          // S0(a39)
  slli s11, s5, 21        // S1(e39)
  srli a5, s5, 11         // S1(e39)
  or a5, a5, s11          // S1(e39)
  xor a3, a3, a5          // S1(e39)
  add a3, a6, a3          // t39
  slli a5, a4, 30         // S0(a39)
  srli a4, a4, 2          // S0(a39)
  or a4, a4, a5           // S0(a39)
  add t1, t1, a3          // e40
  xor a6, s4, s2          // ab
  and a5, t0, a6          // maj
  xor a5, a5, s2          // maj
  add a3, a3, a4          // a40
  add t0, a3, a5          // a40

  // words 40, 41
  slli a4, s9, 30         // s1(w38)
  srli a3, s9, 2          // s1(w38)
  or a3, a3, a4           // s1(w38)
  xor a3, a3, s9          // s1(w38)
  slli a5, s10, 30        // s1(w39)
  srli a4, s10, 2         // s1(w39)
  or a4, a4, a5           // s1(w39)
  xor a4, a4, s10         // s1(w39)
  slli a5, a3, 15         // s1(w38)
  srli a3, a3, 17         // s1(w38)
  or a3, a3, a5           // s1(w38)
  srli a5, s9, 10         // s1(w38)
  xor a3, a3, a5          // s1(w38)
  add a3, a3, t3          // w40
  add s11, a3, a2         // w40
  slli a3, a4, 15         // s1(w39)
  srli a4, a4, 17         // s1(w39)
  or a4, a4, a3           // s1(w39)
  srli a3, s10, 10        // s1(w39)
  xor a4, a4, a3          // s1(w39)
  add a4, a4, t4          // w41
  add t3, a4, s7          // w41
  slli a4, t4, 21         // s0(w25)
  srli a3, t4, 11         // s0(w25)
  or a3, a3, a4           // s0(w25)
  xor a3, a3, t4          // s0(w25)
  lw a4, 368(sp)          // w26
  sw s7, 372(sp)          // w34
  slli s7, a4, 21         // s0(w26)
  srli a5, a4, 11         // s0(w26)
  or a5, a5, s7           // s0(w26)
  xor a5, a5, a4          // s0(w26)
  slli s7, a3, 25         // s0(w25)
  srli a3, a3, 7          // s0(w25)
  or a3, a3, s7           // s0(w25)
  srli s7, t4, 3          // s0(w25)
  xor a3, a3, s7          // s0(w25)
  add s11, s11, a3        // w40
  slli a3, a5, 25         // s0(w26)
  srli a5, a5, 7          // s0(w26)
  or a5, a5, a3           // s0(w26)
  srli a3, a4, 3          // s0(w26)
  xor a5, a5, a3          // s0(w26)
  add t3, t3, a5          // w41

  // rounds 40, 41
  lw a3, 136(sp)
  add a3, a7, a3          // t40
  add a3, a3, s11         // t40
  xor a5, s5, s3          // ch
  and a5, a5, t1          // ch
  xor a5, a5, s3          // ch
  add a7, a3, a5          // t40
  slli a5, t1, 7          // S1(e40)
  srli a3, t1, 25         // S1(e40)
  or a3, a3, a5           // S1(e40)
  slli s7, t0, 23         // S0(a40)
  srli a5, t0, 9          // S0(a40)
  or a5, a5, s7           // S0(a40)
  xor a5, a5, t0          // S0(a40)
  slli s7, a5, 21         // S0(a40)
  srli a5, a5, 11         // S0(a40)
  or a5, a5, s7           // S0(a40)
  xor a5, a5, t0          // S0(a40)
  slli t4, t1, 21         // S1(e40)
  srli s7, t1, 11         // S1(e40)
  or s7, s7, t4           // S1(e40)
  xor a3, a3, s7          // S1(e40)
  slli s7, a5, 30         // S0(a40)
  srli a5, a5, 2          // S0(a40)
  or a5, a5, s7           // S0(a40)
  slli t4, t1, 26         // S1(e40)
  srli s7, t1, 6          // S1(e40)
  or s7, s7, t4           // S1(e40)
  xor a3, a3, s7          // S1(e40)
  add a3, a7, a3          // t40
  add t2, t2, a3          // e41
  xor a7, t0, s4          // ab
  and a6, a6, a7          // maj
  xor a6, a6, s4          // maj
  add a3, a3, a5          // a41
  add a6, a3, a6          // a41
  lw a3, 140(sp)
  add a3, s3, a3          // t41
  add a3, a3, t3          // t41
  xor a5, t1, s5          // ch
  and a5, a5, t2          // ch
  xor a5, a5, s5          // ch
  add s3, a3, a5          // t41
  slli a5, t2, 26         // S1(e41)
  srli a3, t2, 6          // S1(e41)
  or a3, a3, a5           // S1(e41)
  slli s7, t2, 7          // S1(e41)
  srli a5, t2, 25         // S1(e41)
  or a5, a5, s7           // S1(e41)
  xor a3, a3, a5          // S1(e41)
  slli s7, a6, 23         // S0(a41)
  srli a5, a6, 9          // S0(a41)
  or a5, a5, s7           // S0(a41)
  xor a5, a5, a6          // S0(a41)
  slli s7, a5, 21         // S0(a41)
  srli a5, a5, 11         // S0(a41)
  or a5, a5, s7           // S0(a41)
  xor a5, a5, a6          // S0(a41)
  slli t4, t2, 21         // S1(e41)
  srli s7, t2, 11         // S1(e41)
  or s7, s7, t4           // S1(e41)
  xor a3, a3, s7          // S1(e41)
  add a3, s3, a3          // t41
  slli s3, a5, 30         // S0(a41)
  srli a5, a5, 2          // S0(a41)
  or a5, a5, s3           // S0(a41)
  add s2, s2, a3          // e42
  xor s3, a6, t0          // ab
  and a7, a7, s3          // maj
  xor a7, a7, t0          // maj
  add a3, a3, a5          // a42
  add a7, a3, a7          // a42

  // words 42, 43
  slli a5, s11, 30        // s1(w40)
  srli a3, s11, 2         // s1(w40)
  or a3, a3, a5           // s1(w40)
  xor a3, a3, s11         // s1(w40)
  slli s7, t3, 30         // s1(w41)
  srli a5, t3, 2          // s1(w41)
  or a5, a5, s7           // s1(w41)
  xor a5, a5, t3          // s1(w41)
  slli s7, a3, 15         // s1(w40)
  srli a3, a3, 17         // s1(w40)
  or a3, a3, s7           // s1(w40)
  srli s7, s11, 10        // s1(w40)
  xor a3, a3, s7          // s1(w40)
  add a3, a3, a4          // w42
  add s7, a3, t5          // w42
  slli a3, a5, 15         // s1(w41)
  srli a5, a5, 17         // s1(w41)
  or a5, a5, a3           // s1(w41)
  srli a3, t3, 10         // s1(w41)
  xor a5, a5, a3          // s1(w41)
  add a5, a5, t6          // w43
  add t4, a5, s6          // w43
  slli a4, t6, 21         // s0(w27)
  srli a3, t6, 11         // s0(w27)
  or a3, a3, a4           // s0(w27)
  xor a3, a3, t6          // s0(w27)
  slli a5, ra, 21         // s0(w28)
  srli a4, ra, 11         // s0(w28)
  or a4, a4, a5           // s0(w28)
  xor a4, a4, ra          // s0(w28)
  slli a5, a3, 25         // s0(w27)
  srli a3, a3, 7          // s0(w27)
  or a3, a3, a5           // s0(w27)
  srli a5, t6, 3          // s0(w27)
  xor a3, a3, a5          // s0(w27)
  add s7, s7, a3          // w42
  slli a3, a4, 25         // s0(w28)
  srli a4, a4, 7          // s0(w28)
  or a4, a4, a3           // s0(w28)
  srli a3, ra, 3          // s0(w28)
  xor a4, a4, a3          // s0(w28)
  add t4, t4, a4          // w43

  // rounds 42, 43
  lw a3, 144(sp)
  add a3, s5, a3          // t42
  add a3, a3, s7          // t42
  xor a4, t2, t1          // ch
  and a4, a4, s2          // ch
  xor a4, a4, t1          // ch
  add s5, a3, a4          // t42
  slli a4, s2, 7          // S1(e42)
  srli a3, s2, 25         // S1(e42)
  or a3, a3, a4           // S1(e42)
  slli a5, a7, 23         // S0(a42)
  srli a4, a7, 9          // S0(a42)
  or a4, a4, a5           // S0(a42)
  xor a4, a4, a7          // S0(a42)
  slli a5, a4, 21         // S0(a42)
  srli a4, a4, 11         // S0(a42)
  or a4, a4, a5           // S0(a42)
  xor a4, a4, a7          // S0(a42)
  slli t6, s2, 21         // S1(e42)
  srli a5, s2, 11         // S1(e42)
  or a5, a5, t6           // S1(e42)
  xor a3, a3, a5          // S1(e42)
  slli a5, a4, 30         // S0(a42)
  srli a4, a4, 2          // S0(a42)
  or a4, a4, a5           // S0(a42)
  slli t6, s2, 26         // S1(e42)
  srli a5, s2, 6          // S1(e42)
  or a5, a5, t6           // S1(e42)
  xor a3, a3, a5          // S1(e42)
  add a3, s5, a3          // t42
  add s4, s4, a3          // e43
  xor s5, a7, a6          // ab
  and a5, s3, s5          // maj
  xor a5, a5, a6          // maj
  add a3, a3, a4          // a43
  add s3, a3, a5          // a43
  lw a3, 148(sp)
  add a3, t1, a3          // t43
  add a3, a3, t4          // t43
  xor a4, s2, t2          // ch
  and a4, a4, s4          // ch
  xor a4, a4, t2          // ch
  add t1, a3, a4          // t43
  slli a4, s4, 26         // S1(e43)
  srli a3, s4, 6          // S1(e43)
  or a3, a3, a4           // S1(e43)
  slli a5, s4, 7          // S1(e43)
  srli a4, s4, 25         // S1(e43)
  or a4, a4, a5           // S1(e43)
  xor a3, a3, a4          // S1(e43)
  slli a5, s3, 23         // S0(a43)
  srli a4, s3, 9          // S0(a43)
  or a4, a4, a5           // S0(a43)
  xor a4, a4, s3          // S0(a43)
  slli a5, a4, 21         // S0(a43)
  srli a4, a4, 11         // S0(a43)
  or a4, a4, a5           // S0(a43)
  xor a4, a4, s3          // S0(a43)
  slli t6, s4, 21         // S1(e43)
  srli a5, s4, 11         // S1(e43)
  or a5, a5, t6           // S1(e43)
  xor a3, a3, a5          // S1(e43)
  add a3, t1, a3          // t43
  slli a5, a4, 30         // S0(a43)
  srli a4, a4, 2          // S0(a43)
  or a4, a4, a5           // S0(a43)
  add t0, t0, a3          // e44
  xor t1, s3, a7          // ab
  and a5, s5, t1          // maj
  xor a5, a5, a7          // maj
  add a3, a3, a4          // a44
  add s5, a3, a5          // a44

  // words 44, 45
  slli a4, s7, 30         // s1(w42)
  srli a3, s7, 2          // s1(w42)
  or a3, a3, a4           // s1(w42)
  xor a3, a3, s7          // s1(w42)
  slli a5, t4, 30         // s1(w43)
  srli a4, t4, 2          // s1(w43)
  or a4, a4, a5           // s1(w43)
  xor a4, a4, t4          // s1(w43)
  slli a5, a3, 15         // s1(w42)
  srli a3, a3, 17         // s1(w42)
  or a3, a3, a5           // s1(w42)
  srli a5, s7, 10         // s1(w42)
  xor a3, a3, a5          // s1(w42)
  add a3, a3, ra          // w44
  add t6, a3, s8          // w44
  slli a3, a4, 15         // s1(w43)
  srli a4, a4, 17         // s1(w43)
  or a4, a4, a3           // s1(w43)
  srli a3, t4, 10         // s1(w43)
  xor a4, a4, a3          // s1(w43)
  add a4, a4, s0          // w45
  add ra, a4, s9          // w45
  slli a4, s0, 21         // s0(w29)
  srli a3, s0, 11         // s0(w29)
  or a3, a3, a4           // s0(w29)
  xor a3, a3, s0          // s0(w29)
  slli a5, s1, 21         // s0(w30)
  srli a4, s1, 11         // s0(w30)
  or a4, a4, a5           // s0(w30)
  xor a4, a4, s1          // s0(w30)
  slli a5, a3, 25         // s0(w29)
  srli a3, a3, 7          // s0(w29)
  or a3, a3, a5           // s0(w29)
  srli s0, s0, 3          // s0(w29)
  xor a3, a3, s0          // s0(w29)
  add t6, t6, a3          // w44
  slli s0, a4, 25         // s0(w30)
  srli a4, a4, 7          // s0(w30)
  or a4, a4, s0           // s0(w30)
  srli s0, s1, 3          // s0(w30)
  xor a4, a4, s0          // s0(w30)
  add ra, ra, a4          // w45

  // rounds 44, 45
  lw s0, 152(sp)
  add s0, t2, s0          // t44
  add s0, s0, t6          // t44
  xor a3, s4, s2          // ch
  and a3, a3, t0          // ch
  xor a3, a3, s2          // ch
  add t2, s0, a3          // t44
  slli a3, t0, 7          // S1(e44)
  srli s0, t0, 25         // S1(e44)
  or s0, s0, a3           // S1(e44)
  slli a4, s5, 23         // S0(a44)
  srli a3, s5, 9          // S0(a44)
  or a3, a3, a4           // S0(a44)
  xor a3, a3, s5          // S0(a44)
  slli a4, a3, 21         // S0(a44)
  srli a3, a3, 11         // S0(a44)
  or a3, a3, a4           // S0(a44)
  xor a3, a3, s5          // S0(a44)
  slli a5, t0, 21         // S1(e44)
  srli a4, t0, 11         // S1(e44)
  or a4, a4, a5           // S1(e44)
  xor s0, s0, a4          // S1(e44)
  slli a4, a3, 30         // S0(a44)
  srli a3, a3, 2          // S0(a44)
  or a3, a3, a4           // S0(a44)
  slli a5, t0, 26         // S1(e44)
  srli a4, t0, 6          // S1(e44)
  or a4, a4, a5           // S1(e44)
  xor s0, s0, a4          // S1(e44)
  add s0, t2, s0          // t44
  add a6, a6, s0          // e45
  xor t2, s5, s3          // ab
  and a4, t1, t2          // maj
  xor a4, a4, s3          // maj
  add s0, s0, a3          // a45
  add t1, s0, a4          // a45
  lw s0, 156(sp)
  add s0, s2, s0          // t45
  add s0, s0, ra          // t45
  xor a3, t0, s4          // ch
  and a3, a3, a6          // ch
  xor a3, a3, s4          // ch
  add s2, s0, a3          // t45
  slli a3, a6, 26         // S1(e45)
  srli s0, a6, 6          // S1(e45)
  or s0, s0, a3           // S1(e45)
  slli a4, a6, 7          // S1(e45)
  srli a3, a6, 25         // S1(e45)
  or a3, a3, a4           // S1(e45)
  xor s0, s0, a3          // S1(e45)
  slli a4, t1, 23         // S0(a45)
  srli a3, t1, 9          // S0(a45)
  or a3, a3, a4           // S0(a45)
  xor a3, a3, t1          // S0(a45)
  slli a4, a3, 21         // S0(a45)
  srli a3, a3, 11         // S0(a45)
  or a3, a3, a4           // S0(a45)
  xor a3, a3, t1          // S0(a45)
  slli a5, a6, 21         // S1(e45)
  srli a4, a6, 11         // S1(e45)
  or a4, a4, a5           // S1(e45)
  xor s0, s0, a4          // S1(e45)
  add s0, s2, s0          // t45
  slli a4, a3, 30         // S0(a45)
  srli a3, a3, 2          // S0(a45)
  or a3, a3, a4           // S0(a45)
  add a7, a7, s0          // e46
  xor s2, t1, s5          // ab
  and a4, t2, s2          // maj
  xor a4, a4, s5          // maj
  add s0, s0, a3          // a46
  add t2, s0, a4          // a46

  // words 46, 47
  slli a3, t6, 30         // s1(w44)
  srli s0, t6, 2          // s1(w44)
  or s0, s0, a3           // s1(w44)
  xor s0, s0, t6          // s1(w44)
  slli a4, ra, 30         // s1(w45)
  srli a3, ra, 2          // s1(w45)
  or a3, a3, a4           // s1(w45)
  xor a3, a3, ra          // s1(w45)
  slli a4, s0, 15         // s1(w44)
  srli s0, s0, 17         // s1(w44)
  or s0, s0, a4           // s1(w44)
  srli a4, t6, 10         // s1(w44)
  xor s0, s0, a4          // s1(w44)
  add s0, s0, s1          // w46
  add s0, s0, s10         // w46
  slli s1, a3, 15         // s1(w45)
  srli a3, a3, 17         // s1(w45)
  or a3, a3, s1           // s1(w45)
  srli s1, ra, 10         // s1(w45)
  xor a3, a3, s1          // s1(w45)
  add a3, a3, a0          // w47
  add s1, a3, s11         // w47
  slli a4, a0, 21         // s0(w31)
  srli a3, a0, 11         // s0(w31)
  or a3, a3, a4           // s0(w31)
  xor a3, a3, a0          // s0(w31)
  slli a5, a1, 21         // s0(w32)
  srli a4, a1, 11         // s0(w32)
  or a4, a4, a5           // s0(w32)
  xor a4, a4, a1          // s0(w32)
  slli a5, a3, 25         // s0(w31)
  srli a3, a3, 7          // s0(w31)
  or a3, a3, a5           // s0(w31)
  srli a0, a0, 3          // s0(w31)
  xor a3, a3, a0          // s0(w31)
  add s0, s0, a3          // w46
  slli a0, a4, 25         // s0(w32)
  srli a4, a4, 7          // s0(w32)
  or a4, a4, a0           // s0(w32)
  srli a0, a1, 3          // s0(w32)
  xor a4, a4, a0          // s0(w32)
  add s1, s1, a4          // w47

  // rounds 46, 47
  lw a0, 160(sp)
  add a0, s4, a0          // t46
  add a0, a0, s0          // t46
  xor a3, a6, t0          // ch
  and a3, a3, a7          // ch
  xor a3, a3, t0          // ch
  add s4, a0, a3          // t46
  slli a3, a7, 7          // S1(e46)
  srli a0, a7, 25         // S1(e46)
  or a0, a0, a3           // S1(e46)
  slli a4, t2, 23         // S0(a46)
  srli a3, t2, 9          // S0(a46)
  or a3, a3, a4           // S0(a46)
  xor a3, a3, t2          // S0(a46)
  slli a4, a3, 21         // S0(a46)
  srli a3, a3, 11         // S0(a46)
  or a3, a3, a4           // S0(a46)
  xor a3, a3, t2          // S0(a46)
  slli a5, a7, 21         // S1(e46)
  srli a4, a7, 11         // S1(e46)
  or a4, a4, a5           // S1(e46)
  xor a0, a0, a4          // S1(e46)
  slli a4, a3, 30         // S0(a46)
  srli a3, a3, 2          // S0(a46)
  or a3, a3, a4           // S0(a46)
  slli a5, a7, 26         // S1(e46)
  srli a4, a7, 6          // S1(e46)
  or a4, a4, a5           // S1(e46)
  xor a0, a0, a4          // S1(e46)
  add a0, s4, a0          // t46
  add s3, s3, a0          // e47
  xor s4, t2, t1          // ab
  and a4, s2, s4          // maj
  xor a4, a4, t1          // maj
  add a0, a0, a3          // a47
  add s2, a0, a4          // a47
  lw a0, 164(sp)
  add a0, t0, a0          // t47
  add a0, a0, s1          // t47
  xor a3, a7, a6          // ch
  and a3, a3, s3          // ch
  xor a3, a3, a6          // ch
  add t0, a0, a3          // t47
  slli a3, s3, 26         // S1(e47)
  srli a0, s3, 6          // S1(e47)
  or a0, a0, a3           // S1(e47)
  slli a4, s3, 7          // S1(e47)
  srli a3, s3, 25         // S1(e47)
  or a3, a3, a4           // S1(e47)
  xor a0, a0, a3          // S1(e47)
  slli a4, s2, 23         // S0(a47)
  srli a3, s2, 9          // S0(a47)
  or a3, a3, a4           // S0(a47)
  xor a3, a3, s2          // S0(a47)
  slli a4, a3, 21         // S0(a47)
  srli a3, a3, 11         // S0(a47)
  or a3, a3, a4           // S0(a47)
  xor a3, a3, s2          // S0(a47)
  slli a5, s3, 21         // S1(e47)
  srli a4, s3, 11         // S1(e47)
  or a4, a4, a5           // S1(e47)
  xor a0, a0, a4          // S1(e47)
  add a0, t0, a0          // t47
  slli a4, a3, 30         // S0(a47)
  srli a3, a3, 2          // S0(a47)
  or a3, a3, a4           // S0(a47)
  add s5, s5, a0          // e48
  xor t0, s2, t2          // ab
  and a4, s4, t0          // maj
  xor a4, a4, t2          // maj
  add a0, a0, a3          // a48
  add s4, a0, a4          // a48

  // words 48, 49
  slli a3, s0, 30         // s1(w46)
  srli a0, s0, 2          // s1(w46)
  or a0, a0, a3           // s1(w46)
  xor a0, a0, s0          // s1(w46)
  slli a4, s1, 30         // s1(w47)
  srli a3, s1, 2          // s1(w47)
  or a3, a3, a4           // s1(w47)
  xor a3, a3, s1          // s1(w47)
  slli a4, a0, 15         // s1(w46)
  srli a0, a0, 17         // s1(w46)
  or a0, a0, a4           // s1(w46)
  srli a4, s0, 10         // s1(w46)
  xor a0, a0, a4          // s1(w46)
  add a0, a0, a1          // w48
  add a0, a0, t3          // w48
  slli a1, a3, 15         // s1(w47)
  srli a3, a3, 17         // s1(w47)
  or a3, a3, a1           // s1(w47)
  srli a1, s1, 10         // s1(w47)
  xor a3, a3, a1          // s1(w47)
  add a3, a3, a2          // w49
  add a1, a3, s7          // w49
  slli a4, a2, 21         // s0(w33)
  srli a3, a2, 11         // s0(w33)
  or a3, a3, a4           // s0(w33)
  xor a3, a3, a2          // s0(w33)
  lw a4, 372(sp)          // w34
  sw s7, 368(sp)          // w42
  slli s7, a4, 21         // s0(w34)
  srli a5, a4, 11         // s0(w34)
  or a5, a5, s7           // s0(w34)
  xor a5, a5, a4          // s0(w34)
  slli s7, a3, 25         // s0(w33)
  srli a3, a3, 7          // s0(w33)
  or a3, a3, s7           // s0(w33)
  srli a2, a2, 3          // s0(w33)
  xor a3, a3, a2          // s0(w33)
  add s7, a0, a3          // w48
  slli a0, a5, 25         // s0(w34)
  srli a5, a5, 7          // s0(w34)
  or a5, a5, a0           // s0(w34)
  srli a0, a4, 3          // s0(w34)
  xor a5, a5, a0          // s0(w34)
  add a0, a1, a5          // w49

  // rounds 48, 49
  lw a1, 168(sp)
  add a1, a6, a1          // t48
  add a1, a1, s7          // t48
  xor a2, s3, a7          // ch
  and a2, a2, s5          // ch
  xor a2, a2, a7          // ch
  add a6, a1, a2          // t48
  slli a2, s5, 7          // S1(e48)
  srli a1, s5, 25         // S1(e48)
  or a1, a1, a2           // S1(e48)
  slli a3, s4, 23         // S0(a48)
  srli a2, s4, 9          // S0(a48)
  or a2, a2, a3           // S0(a48)
  xor a2, a2, s4          // S0(a48)
  slli a3, a2, 21         // S0(a48)
  srli a2, a2, 11         // S0(a48)
  or a2, a2, a3           // S0(a48)
  xor a2, a2, s4          // S0(a48)
  slli a5, s5, 21         // S1(e48)
  srli a3, s5, 11         // S1(e48)
  or a3, a3, a5           // S1(e48)
  xor a1, a1, a3          // S1(e48)
  slli a3, a2, 30         // S0(a48)
  srli a2, a2, 2          // S0(a48)
  or a2, a2, a3           // S0(a48)
  slli a5, s5, 26         // S1(e48)
  srli a3, s5, 6          // S1(e48)
  or a3, a3, a5           // S1(e48)
  xor a1, a1, a3          // S1(e48)
  add a1, a6, a1          // t48
  add t1, t1, a1          // e49
  xor a6, s4, s2          // ab
  and a3, t0, a6          // maj
  xor a3, a3, s2          // maj
  add a1, a1, a2          // a49
  add t0, a1, a3          // a49
  lw a1, 172(sp)
  add a1, a7, a1          // t49
  add a1, a1, a0          // t49
  xor a2, s5, s3          // ch
  and a2, a2, t1          // ch
  xor a2, a2, s3          // ch
  add a7, a1, a2          // t49
  slli a2, t1, 26         // S1(e49)
  srli a1, t1, 6          // S1(e49)
  or a1, a1, a2           // S1(e49)
  slli a3, t1, 7          // S1(e49)
  srli a2, t1, 25         // S1(e49)
  or a2, a2, a3           // S1(e49)
  xor a1, a1, a2          // S1(e49)
  slli a3, t0, 23         // S0(a49)
  srli a2, t0, 9          // S0(a49)
  or a2, a2, a3           // S0(a49)
  xor a2, a2, t0          // S0(a49)
  slli a3, a2, 21         // S0(a49)
  srli a2, a2, 11         // S0(a49)
  or a2, a2, a3           // S0(a49)
  xor a2, a2, t0          // S0(a49)
  slli a5, t1, 21         // S1(e49)
  srli a3, t1, 11         // S1(e49)
  or a3, a3, a5           // S1(e49)
  xor a1, a1, a3          // S1(e49)
  add a1, a7, a1          // t49
  slli a3, a2, 30         // S0(a49)
  srli a2, a2, 2          // S0(a49)
  or a2, a2, a3           // S0(a49)
  add t2, t2, a1          // e50
  xor a7, t0, s4          // ab
  and a3, a6, a7          // maj
  xor a3, a3, s4          // maj
  add a1, a1, a2          // a50
  add a6, a1, a3          // a50

  // words 50, 51
  slli a2, s7, 30         // s1(w48)
  srli a1, s7, 2          // s1(w48)
  or a1, a1, a2           // s1(w48)
  xor a1, a1, s7          // s1(w48)
  slli a3, a0, 30         // s1(w49)
  srli a2, a0, 2          // s1(w49)
  or a2, a2, a3           // s1(w49)
  xor a2, a2, a0          // s1(w49)
  slli a3, a1, 15         // s1(w48)
  srli a1, a1, 17         // s1(w48)
  or a1, a1, a3           // s1(w48)
  srli a3, s7, 10         // s1(w48)
  xor a1, a1, a3          // s1(w48)
  add a1, a1, a4          // w50
  add a1, a1, t4          // w50
  slli a3, a2, 15         // s1(w49)
  srli a2, a2, 17         // s1(w49)
  or a2, a2, a3           // s1(w49)
  srli a3, a0, 10         // s1(w49)
  xor a2, a2, a3          // s1(w49)
  add a2, a2, t5          // w51
  add a2, a2, t6          // w51
  slli a4, t5, 21         // s0(w35)
  srli a3, t5, 11         // s0(w35)
  or a3, a3, a4           // s0(w35)
  xor a3, a3, t5          // s0(w35)
  slli a5, s6, 21         // s0(w36)
  srli a4, s6, 11         // s0(w36)
  or a4, a4, a5           // s0(w36)
  xor a4, a4, s6          // s0(w36)
  slli a5, a3, 25         // s0(w35)
  srli a3, a3, 7          // s0(w35)
  or a3, a3, a5           // s0(w35)
  srli a5, t5, 3          // s0(w35)
  xor a3, a3, a5          // s0(w35)
  add t5, a1, a3          // w50
  slli a1, a4, 25         // s0(w36)
  srli a4, a4, 7          // s0(w36)
  or a4, a4, a1           // s0(w36)
  srli a1, s6, 3          // s0(w36)
  xor a4, a4, a1          // s0(w36)
  add a1, a2, a4          // w51

  // rounds 50, 51
  lw a2, 176(sp)
  add a2, s3, a2          // t50
  add a2, a2, t5          // t50
  xor a3, t1, s5          // ch
  and a3, a3, t2          // ch
  xor a3, a3, s5          // ch
  add s3, a2, a3          // t50
  slli a3, t2, 7          // S1(e50)
  srli a2, t2, 25         // S1(e50)
  or a2, a2, a3           // S1(e50)
  slli a4, a6, 23         // S0(a50)
  srli a3, a6, 9          // S0(a50)
  or a3, a3, a4           // S0(a50)
  xor a3, a3, a6          // S0(a50)
  slli a4, a3, 21         // S0(a50)
  srli a3, a3, 11         // S0(a50)
  or a3, a3, a4           // S0(a50)
  xor a3, a3, a6          // S0(a50)
  slli a5, t2, 21         // S1(e50)
  srli a4, t2, 11         // S1(e50)
  or a4, a4, a5           // S1(e50)
  xor a2, a2, a4          // S1(e50)
  slli a4, a3, 30         // S0(a50)
  srli a3, a3, 2          // S0(a50)
  or a3, a3, a4           // S0(a50)
  slli a5, t2, 26         // S1(e50)
  srli a4, t2, 6          // S1(e50)
  or a4, a4, a5           // S1(e50)
  xor a2, a2, a4          // S1(e50)
  add a2, s3, a2          // t50
  add s2, s2, a2          // e51
  xor s3, a6, t0          // ab
  and a4, a7, s3          // maj
  xor a4, a4, t0          // maj
  add a2, a2, a3          // a51
  add a7, a2, a4          // a51
  lw a2, 180(sp)
  add a2, s5, a2          // t51
  add a2, a2, a1          // t51
  xor a3, t2, t1          // ch
  and a3, a3, s2          // ch
  xor a3, a3, t1          // ch
  add s5, a2, a3          // t51
  slli a3, s2, 26         // S1(e51)
  srli a2, s2, 6          // S1(e51)
  or a2, a2, a3           // S1(e51)
  slli a4, s2, 7          // S1(e51)
  srli a3, s2, 25         // S1(e51)
  or a3, a3, a4           // S1(e51)
  xor a2, a2, a3          // S1(e51)
  slli a4, a7, 23         // S0(a51)
  srli a3, a7, 9          // S0(a51)
  or a3, a3, a4           // S0(a51)
  xor a3, a3, a7          // S0(a51)
  slli a4, a3, 21         // S0(a51)
  srli a3, a3, 11         // S0(a51)
  or a3, a3, a4           // S0(a51)
  xor a3, a3, a7          // S0(a51)
  slli a5, s2, 21         // S1(e51)
  srli a4, s2, 11         // S1(e51)
  or a4, a4, a5           // S1(e51)
  xor a2, a2, a4          // S1(e51)
  add a2, s5, a2          // t51
  slli a4, a3, 30         // S0(a51)
  srli a3, a3, 2          // S0(a51)
  or a3, a3, a4           // S0(a51)
  add s4, s4, a2          // e52
  xor s5, a7, a6          // ab
  and a4, s3, s5          // maj
  xor a4, a4, a6          // maj
  add a2, a2, a3          // a52
  add s3, a2, a4          // a52

  // words 52, 53
  slli a3, t5, 30         // s1(w50)
  srli a2, t5, 2          // s1(w50)
  or a2, a2, a3           // s1(w50)
  xor a2, a2, t5          // s1(w50)
  slli a4, a1, 30         // s1(w51)
  srli a3, a1, 2          // s1(w51)
  or a3, a3, a4           // s1(w51)
  xor a3, a3, a1          // s1(w51)
  slli a4, a2, 15         // s1(w50)
  srli a2, a2, 17         // s1(w50)
  or a2, a2, a4           // s1(w50)
  srli a4, t5, 10         // s1(w50)
  xor a2, a2, a4          // s1(w50)
  add a2, a2, s6          // w52
  add s6, a2, ra          // w52
  slli a2, a3, 15         // s1(w51)
  srli a3, a3, 17         // s1(w51)
  or a3, a3, a2           // s1(w51)
  srli a2, a1, 10         // s1(w51)
  xor a3, a3, a2          // s1(w51)
  add a3, a3, s8          // w53
  add a2, a3, s0          // w53
  slli a4, s8, 21         // s0(w37)
  srli a3, s8, 11         // s0(w37)
  or a3, a3, a4           // s0(w37)
  xor a3, a3, s8          // s0(w37)
  slli a5, s9, 21         // s0(w38)
  srli a4, s9, 11         // s0(w38)
  or a4, a4, a5           // s0(w38)
  xor a4, a4, s9          // s0(w38)
  slli a5, a3, 25         // s0(w37)
  srli a3, a3, 7          // s0(w37)
  or a3, a3, a5           // s0(w37)
  srli a5, s8, 3          // s0(w37)
  xor a3, a3, a5          // s0(w37)
  add s6, s6, a3          // w52
  slli a3, a4, 25         // s0(w38)
  srli a4, a4, 7          // s0(w38)
  or a4, a4, a3           // s0(w38)
  srli a3, s9, 3          // s0(w38)
  xor a4, a4, a3          // s0(w38)
  add s8, a2, a4          // w53

  // rounds 52, 53
  lw a2, 184(sp)
  add a2, t1, a2          // t52
  add a2, a2, s6          // t52
  xor a3, s2, t2          // ch
  and a3, a3, s4          // ch
  xor a3, a3, t2          // ch
  add t1, a2, a3          // t52
  slli a3, s4, 7          // S1(e52)
  srli a2, s4, 25         // S1(e52)
  or a2, a2, a3           // S1(e52)
  slli a4, s3, 23         // S0(a52)
  srli a3, s3, 9          // S0(a52)
  or a3, a3, a4           // S0(a52)
  xor a3, a3, s3          // S0(a52)
  slli a4, a3, 21         // S0(a52)
  srli a3, a3, 11         // S0(a52)
  or a3, a3, a4           // S0(a52)
  xor a3, a3, s3          // S0(a52)
  slli a5, s4, 21         // S1(e52)
  srli a4, s4, 11         // S1(e52)
  or a4, a4, a5           // S1(e52)
  xor a2, a2, a4          // S1(e52)
  slli a4, a3, 30         // S0(a52)
  srli a3, a3, 2          // S0(a52)
  or a3, a3, a4           // S0(a52)
  slli a5, s4, 26         // S1(e52)
  srli a4, s4, 6          // S1(e52)
  or a4, a4, a5           // S1(e52)
  xor a2, a2, a4          // S1(e52)
  add a2, t1, a2          // t52
  add t0, t0, a2          // e53
  xor t1, s3, a7          // ab
  and a4, s5, t1          // maj
  xor a4, a4, a7          // maj
  add a2, a2, a3          // a53
  add s5, a2, a4          // a53
  lw a2, 188(sp)
  add a2, t2, a2          // t53
  add a2, a2, s8          // t53
  xor a3, s4, s2          // ch
  and a3, a3, t0          // ch
  xor a3, a3, s2          // ch
  add t2, a2, a3          // t53
  slli a3, t0, 26         // S1(e53)
  srli a2, t0, 6          // S1(e53)
  or a2, a2, a3           // S1(e53)
  slli a4, t0, 7          // S1(e53)
  srli a3, t0, 25         // S1(e53)
  or a3, a3, a4           // S1(e53)
  xor a2, a2, a3          // S1(e53)
  slli a4, s5, 23         // S0(a53)
  srli a3, s5, 9          // S0(a53)
  or a3, a3, a4           // S0(a53)
  xor a3, a3, s5          // S0(a53)
  slli a4, a3, 21         // S0(a53)
  srli a3, a3, 11         // S0(a53)
  or a3, a3, a4           // S0(a53)
  xor a3, a3, s5          // S0(a53)
  slli a5, t0, 21         // S1(e53)
  srli a4, t0, 11         // S1(e53)
  or a4, a4, a5           // S1(e53)
  xor a2, a2, a4          // S1(e53)
  add a2, t2, a2          // t53
  slli a4, a3, 30         // S0(a53)
  srli a3, a3, 2          // S0(a53)
  or a3, a3, a4           // S0(a53)
  add a6, a6, a2          // e54
  xor t2, s5, s3          // ab
  and a4, t1, t2          // maj
  xor a4, a4, s3          // maj
  add a2, a2, a3          // a54
  add t1, a2, a4          // a54

  // words 54, 55
  slli a3, s6, 30         // s1(w52)
  srli a2, s6, 2          // s1(w52)
  or a2, a2, a3           // s1(w52)
  xor a2, a2, s6          // s1(w52)
  slli a4, s8, 30         // s1(w53)
  srli a3, s8, 2          // s1(w53)
  or a3, a3, a4           // s1(w53)
  xor a3, a3, s8          // s1(w53)
  slli a4, a2, 15         // s1(w52)
  srli a2, a2, 17         // s1(w52)
  or a2, a2, a4           // s1(w52)
  srli a4, s6, 10         // s1(w52)
  xor a2, a2, a4          // s1(w52)
  add a2, a2, s9          // w54
  add s9, a2, s1          // w54
  slli a2, a3, 15         // s1(w53)
  srli a3, a3, 17         // s1(w53)
  or a3, a3, a2           // s1(w53)
  srli a2, s8, 10         // s1(w53)
  xor a3, a3, a2          // s1(w53)
  add a3, a3, s10         // w55
  add a2, a3, s7          // w55
  slli a4, s10, 21        // s0(w39)
  srli a3, s10, 11        // s0(w39)
  or a3, a3, a4           // s0(w39)
  xor a3, a3, s10         // s0(w39)
  slli a5, s11, 21        // s0(w40)
  srli a4, s11, 11        // s0(w40)
  or a4, a4, a5           // s0(w40)
  xor a4, a4, s11         // s0(w40)
  slli a5, a3, 25         // s0(w39)
  srli a3, a3, 7          // s0(w39)
  or a3, a3, a5           // s0(w39)
  srli a5, s10, 3         // s0(w39)
  xor a3, a3, a5          // s0(w39)
  add s9, s9, a3          // w54
  slli a3, a4, 25         // s0(w40)
  srli a4, a4, 7          // s0(w40)
  or a4, a4, a3           // s0(w40)
  srli a3, s11, 3         // s0(w40)
  xor a4, a4, a3          // s0(w40)
  add s10, a2, a4         // w55

  // rounds 54, 55
  lw a2, 192(sp)
  add a2, s2, a2          // t54
  add a2, a2, s9          // t54
  xor a3, t0, s4          // ch
  and a3, a3, a6          // ch
  xor a3, a3, s4          // ch
  add s2, a2, a3          // t54
  slli a3, a6, 7          // S1(e54)
  srli a2, a6, 25         // S1(e54)
  or a2, a2, a3           // S1(e54)
  slli a4, t1, 23         // S0(a54)
  srli a3, t1, 9          // S0(a54)
  or a3, a3, a4           // S0(a54)
  xor a3, a3, t1          // S0(a54)
  slli a4, a3, 21         // S0(a54)
  srli a3, a3, 11         // S0(a54)
  or a3, a3, a4           // S0(a54)
  xor a3, a3, t1          // S0(a54)
  slli a5, a6, 21         // S1(e54)
  srli a4, a6, 11         // S1(e54)
  or a4, a4, a5           // S1(e54)
  xor a2, a2, a4          // S1(e54)
  slli a4, a3, 30         // S0(a54)
  srli a3, a3, 2          // S0(a54)
  or a3, a3, a4           // S0(a54)
  slli a5, a6, 26         // S1(e54)
  srli a4, a6, 6          // S1(e54)
  or a4, a4, a5           // S1(e54)
  xor a2, a2, a4          // S1(e54)
  add a2, s2, a2          // t54
  add a7, a7, a2          // e55
  xor s2, t1, s5          // ab
  and a4, t2, s2          // maj
  xor a4, a4, s5          // maj
  add a2, a2, a3          // a55
  add t2, a2, a4          // a55
  lw a2, 196(sp)
  add a2, s4, a2          // t55
  add a2, a2, s10         // t55
  xor a3, a6, t0          // ch
  and a3, a3, a7          // ch
  xor a3, a3, t0          // ch
  add s4, a2, a3          // t55
  slli a3, a7, 26         // S1(e55)
  srli a2, a7, 6          // S1(e55)
  or a2, a2, a3           // S1(e55)
  slli a4, a7, 7          // S1(e55)
  srli a3, a7, 25         // S1(e55)
  or a3, a3, a4           // S1(e55)
  xor a2, a2, a3          // S1(e55)
  slli a4, t2, 23         // S0(a55)
  srli a3, t2, 9          // S0(a55)
  or a3, a3, a4           // S0(a55)
  xor a3, a3, t2          // S0(a55)
  slli a4, a3, 21         // S0(a55)
  srli a3, a3, 11         // S0(a55)
  or a3, a3, a4           // S0(a55)
  xor a3, a3, t2          // S0(a55)
  slli a5, a7, 21         // S1(e55)
  srli a4, a7, 11         // S1(e55)
  or a4, a4, a5           // S1(e55)
  xor a2, a2, a4          // S1(e55)
  add a2, s4, a2          // t55
  slli a4, a3, 30         // S0(a55)
  srli a3, a3, 2          // S0(a55)
  or a3, a3, a4           // S0(a55)
  add s3, s3, a2          // e56
  xor s4, t2, t1          // ab
  and a4, s2, s4          // maj
  xor a4, a4, t1          // maj
  add a2, a2, a3          // a56
  add s2, a2, a4          // a56

  // words 56, 57
  slli a3, s9, 30         // s1(w54)
  srli a2, s9, 2          // s1(w54)
  or a2, a2, a3           // s1(w54)
  xor a2, a2, s9          // s1(w54)
  slli a4, s10, 30        // s1(w55)
  srli a3, s10, 2         // s1(w55)
  or a3, a3, a4           // s1(w55)
  xor a3, a3, s10         // s1(w55)
  slli a4, a2, 15         // s1(w54)
  srli a2, a2, 17         // s1(w54)
  or a2, a2, a4           // s1(w54)
  srli a4, s9, 10         // s1(w54)
  xor a2, a2, a4          // s1(w54)
  add a2, a2, s11         // w56
  add s11, a2, a0         // w56
  slli a0, a3, 15         // s1(w55)
  srli a3, a3, 17         // s1(w55)
  or a3, a3, a0           // s1(w55)
  srli a0, s10, 10        // s1(w55)
  xor a3, a3, a0          // s1(w55)
  add a3, a3, t3          // w57
  add t5, a3, t5          // w57
  slli a2, t3, 21         // s0(w41)
  srli a0, t3, 11         // s0(w41)
  or a0, a0, a2           // s0(w41)
  xor a0, a0, t3          // s0(w41)
  lw a2, 368(sp)          // w42
  slli a4, a2, 21         // s0(w42)
  srli a3, a2, 11         // s0(w42)
  or a3, a3, a4           // s0(w42)
  xor a3, a3, a2          // s0(w42)
  slli a4, a0, 25         // s0(w41)
  srli a0, a0, 7          // s0(w41)
  or a0, a0, a4           // s0(w41)
  srli a4, t3, 3          // s0(w41)
  xor a0, a0, a4          // s0(w41)
  add s11, s11, a0        // w56
  slli a0, a3, 25         // s0(w42)
  srli a3, a3, 7          // s0(w42)
  or a3, a3, a0           // s0(w42)
  srli a0, a2, 3          // s0(w42)
  xor a3, a3, a0          // s0(w42)
  add t5, t5, a3          // w57

  // rounds 56, 57
  lw a0, 200(sp)
  add a0, t0, a0          // t56
  add a0, a0, s11         // t56
  xor a3, a7, a6          // ch
  and a3, a3, s3          // ch
  xor a3, a3, a6          // ch
  add t0, a0, a3          // t56
  slli a3, s3, 7          // S1(e56)
  srli a0, s3, 25         // S1(e56)
  or a0, a0, a3           // S1(e56)
  slli a4, s2, 23         // S0(a56)
  srli a3, s2, 9          // S0(a56)
  or a3, a3, a4           // S0(a56)
  xor a3, a3, s2          // S0(a56)
  slli a4, a3, 21         // S0(a56)
  srli a3, a3, 11         // S0(a56)
  or a3, a3, a4           // S0(a56)
  xor a3, a3, s2          // S0(a56)
  slli a5, s3, 21         // S1(e56)
  srli a4, s3, 11         // S1(e56)
  or a4, a4, a5           // S1(e56)
  xor a0, a0, a4          // S1(e56)
  slli a4, a3, 30         // S0(a56)
  srli a3, a3, 2          // S0(a56)
  or a3, a3, a4           // S0(a56)
  slli a5, s3, 26         // S1(e56)
  srli a4, s3, 6          // S1(e56)
  or a4, a4, a5           // S1(e56)
  xor a0, a0, a4          // S1(e56)
  add a0, t0, a0          // t56
  add s5, s5, a0          // e57
  xor t0, s2, t2          // ab
  and a4, s4, t0          // maj
  xor a4, a4, t2          // maj
  add a0, a0, a3          // a57
  add s4, a0, a4          // a57
  lw a0, 204(sp)
  add a0, a6, a0          // t57
  add a0, a0, t5          // t57
  xor a3, s3, a7          // ch
  and a3, a3, s5          // ch
  xor a3, a3, a7          // ch
  add a6, a0, a3          // t57
  slli a3, s5, 26         // S1(e57)
  srli a0, s5, 6          // S1(e57)
  or a0, a0, a3           // S1(e57)
  slli a4, s5, 7          // S1(e57)
  srli a3, s5, 25         // S1(e57)
  or a3, a3, a4           // S1(e57)
  xor a0, a0, a3          // S1(e57)
  slli a4, s4, 23         // S0(a57)
  srli a3, s4, 9          // S0(a57)
  or a3, a3, a4           // S0(a57)
  xor a3, a3, s4          // S0(a57)
  slli a4, a3, 21         // S0(a57)
  srli a3, a3, 11         // S0(a57)
  or a3, a3, a4           // S0(a57)
  xor a3, a3, s4          // S0(a57)
  slli a5, s5, 21         // S1(e57)
  srli a4, s5, 11         // S1(e57)
  or a4, a4, a5           // S1(e57)
  xor a0, a0, a4          // S1(e57)
  add a0, a6, a0          // t57
  slli a4, a3, 30         // S0(a57)
  srli a3, a3, 2          // S0(a57)
  or a3, a3, a4           // S0(a57)
  add t1, t1, a0          // e58
  xor a6, s4, s2          // ab
  and a4, t0, a6          // maj
  xor a4, a4, s2          // maj
  add a0, a0, a3          // a58
  add t0, a0, a4          // a58

  // words 58, 59
  slli a3, s11, 30        // s1(w56)
  srli a0, s11, 2         // s1(w56)
  or a0, a0, a3           // s1(w56)
  xor a0, a0, s11         // s1(w56)
  slli a4, t5, 30         // s1(w57)
  srli a3, t5, 2          // s1(w57)
  or a3, a3, a4           // s1(w57)
  xor a3, a3, t5          // s1(w57)
  slli a4, a0, 15         // s1(w56)
  srli a0, a0, 17         // s1(w56)
  or a0, a0, a4           // s1(w56)
  srli a4, s11, 10        // s1(w56)
  xor a0, a0, a4          // s1(w56)
  add a0, a0, a2          // w58
  add t3, a0, a1          // w58
  slli a0, a3, 15         // s1(w57)
  srli a3, a3, 17         // s1(w57)
  or a3, a3, a0           // s1(w57)
  srli a0, t5, 10         // s1(w57)
  xor a3, a3, a0          // s1(w57)
  add a3, a3, t4          // w59
  add s6, a3, s6          // w59
  slli a1, t4, 21         // s0(w43)
  srli a0, t4, 11         // s0(w43)
  or a0, a0, a1           // s0(w43)
  xor a0, a0, t4          // s0(w43)
  slli a2, t6, 21         // s0(w44)
  srli a1, t6, 11         // s0(w44)
  or a1, a1, a2           // s0(w44)
  xor a1, a1, t6          // s0(w44)
  slli a2, a0, 25         // s0(w43)
  srli a0, a0, 7          // s0(w43)
  or a0, a0, a2           // s0(w43)
  srli a2, t4, 3          // s0(w43)
  xor a0, a0, a2          // s0(w43)
  add t3, t3, a0          // w58
  slli a0, a1, 25         // s0(w44)
  srli a1, a1, 7          // s0(w44)
  or a1, a1, a0           // s0(w44)
  srli a0, t6, 3          // s0(w44)
  xor a1, a1, a0          // s0(w44)
  add s6, s6, a1          // w59

  // rounds 58, 59
  lw a0, 208(sp)
  add a0, a7, a0          // t58
  add a0, a0, t3          // t58
  xor a1, s5, s3          // ch
  and a1, a1, t1          // ch
  xor a1, a1, s3          // ch
  add a7, a0, a1          // t58
  slli a1, t1, 7          // S1(e58)
  srli a0, t1, 25         // S1(e58)
  or a0, a0, a1           // S1(e58)
  slli a2, t0, 23         // S0(a58)
  srli a1, t0, 9          // S0(a58)
  or a1, a1, a2           // S0(a58)
  xor a1, a1, t0          // S0(a58)
  slli a2, a1, 21         // S0(a58)
  srli a1, a1, 11         // S0(a58)
  or a1, a1, a2           // S0(a58)
  xor a1, a1, t0          // S0(a58)
  slli a3, t1, 21         // S1(e58)
  srli a2, t1, 11         // S1(e58)
  or a2, a2, a3           // S1(e58)
  xor a0, a0, a2          // S1(e58)
  slli a2, a1, 30         // S0(a58)
  srli a1, a1, 2          // S0(a58)
  or a1, a1, a2           // S0(a58)
  slli a3, t1, 26         // S1(e58)
  srli a2, t1, 6          // S1(e58)
  or a2, a2, a3           // S1(e58)
  xor a0, a0, a2          // S1(e58)
  add a0, a7, a0          // t58
  add t2, t2, a0          // e59
  xor a7, t0, s4          // ab
  and a2, a6, a7          // maj
  xor a2, a2, s4          // maj
  add a0, a0, a1          // a59
  add a6, a0, a2          // a59
  lw a0, 212(sp)
  add a0, s3, a0          // t59
  add a0, a0, s6          // t59
  xor a1, t1, s5          // ch
  and a1, a1, t2          // ch
  xor a1, a1, s5          // ch
  add s3, a0, a1          // t59
  slli a1, t2, 26         // S1(e59)
  srli a0, t2, 6          // S1(e59)
  or a0, a0, a1           // S1(e59)
  slli a2, t2, 7          // S1(e59)
  srli a1, t2, 25         // S1(e59)
  or a1, a1, a2           // S1(e59)
  xor a0, a0, a1          // S1(e59)
  slli a2, a6, 23         // S0(a59)
  srli a1, a6, 9          // S0(a59)
  or a1, a1, a2           // S0(a59)
  xor a1, a1, a6          // S0(a59)
  slli a2, a1, 21         // S0(a59)
  srli a1, a1, 11         // S0(a59)
  or a1, a1, a2           // S0(a59)
  xor a1, a1, a6          // S0(a59)
  slli a3, t2, 21         // S1(e59)
  srli a2, t2, 11         // S1(e59)
  or a2, a2, a3           // S1(e59)
  xor a0, a0, a2          // S1(e59)
  add a0, s3, a0          // t59
  slli a2, a1, 30         // S0(a59)
  srli a1, a1, 2          // S0(a59)
  or a1, a1, a2           // S0(a59)
  add s2, s2, a0          // e60
  xor s3, a6, t0          // ab
  and a2, a7, s3          // maj
  xor a2, a2, t0          // maj
  add a0, a0, a1          // a60
  add a7, a0, a2          // a60

  // words 60, 61
  slli a1, t3, 30         // s1(w58)
  srli a0, t3, 2          // s1(w58)
  or a0, a0, a1           // s1(w58)
  xor a0, a0, t3          // s1(w58)
  slli a2, s6, 30         // s1(w59)
  srli a1, s6, 2          // s1(w59)
  or a1, a1, a2           // s1(w59)
  xor a1, a1, s6          // s1(w59)
  slli a2, a0, 15         // s1(w58)
  srli a0, a0, 17         // s1(w58)
  or a0, a0, a2           // s1(w58)
  srli a2, t3, 10         // s1(w58)
  xor a0, a0, a2          // s1(w58)
  add a0, a0, t6          // w60
  add s8, a0, s8          // w60
  slli a0, a1, 15         // s1(w59)
  srli a1, a1, 17         // s1(w59)
  or a1, a1, a0           // s1(w59)
  srli a0, s6, 10         // s1(w59)
  xor a1, a1, a0          // s1(w59)
  add a1, a1, ra          // w61
  add s6, a1, s9          // w61
  slli a1, ra, 21         // s0(w45)
  srli a0, ra, 11         // s0(w45)
  or a0, a0, a1           // s0(w45)
  xor a0, a0, ra          // s0(w45)
  slli a2, s0, 21         // s0(w46)
  srli a1, s0, 11         // s0(w46)
  or a1, a1, a2           // s0(w46)
  xor a1, a1, s0          // s0(w46)
  slli a2, a0, 25         // s0(w45)
  srli a0, a0, 7          // s0(w45)
  or a0, a0, a2           // s0(w45)
  srli a2, ra, 3          // s0(w45)
  xor a0, a0, a2          // s0(w45)
  add s8, s8, a0          // w60
  slli a0, a1, 25         // s0(w46)
  srli a1, a1, 7          // s0(w46)
  or a1, a1, a0           // s0(w46)
  srli a0, s0, 3          // s0(w46)
  xor a1, a1, a0          // s0(w46)
  add s6, s6, a1          // w61

  // rounds 60, 61
  lw a0, 216(sp)
  add a0, s5, a0          // t60
  add a0, a0, s8          // t60
  xor a1, t2, t1          // ch
  and a1, a1, s2          // ch
  xor a1, a1, t1          // ch
  add s5, a0, a1          // t60
  slli a1, s2, 7          // S1(e60)
  srli a0, s2, 25         // S1(e60)
  or a0, a0, a1           // S1(e60)
  slli a2, a7, 23         // S0(a60)
  srli a1, a7, 9          // S0(a60)
  or a1, a1, a2           // S0(a60)
  xor a1, a1, a7          // S0(a60)
  slli a2, a1, 21         // S0(a60)
  srli a1, a1, 11         // S0(a60)
  or a1, a1, a2           // S0(a60)
  xor a1, a1, a7          // S0(a60)
  slli a3, s2, 21         // S1(e60)
  srli a2, s2, 11         // S1(e60)
  or a2, a2, a3           // S1(e60)
  xor a0, a0, a2          // S1(e60)
  slli a2, a1, 30         // S0(a60)
  srli a1, a1, 2          // S0(a60)
  or a1, a1, a2           // S0(a60)
  slli a3, s2, 26         // S1(e60)
  srli a2, s2, 6          // S1(e60)
  or a2, a2, a3           // S1(e60)
  xor a0, a0, a2          // S1(e60)
  add a0, s5, a0          // t60
  add s4, s4, a0          // e61
  xor s5, a7, a6          // ab
  and a2, s3, s5          // maj
  xor a2, a2, a6          // maj
  add a0, a0, a1          // a61
  add s3, a0, a2          // a61
  lw a0, 220(sp)
  add a0, t1, a0          // t61
  add a0, a0, s6          // t61
  xor a1, s2, t2          // ch
  and a1, a1, s4          // ch
  xor a1, a1, t2          // ch
  add t1, a0, a1          // t61
  slli a1, s4, 26         // S1(e61)
  srli a0, s4, 6          // S1(e61)
  or a0, a0, a1           // S1(e61)
  slli a2, s4, 7          // S1(e61)
  srli a1, s4, 25         // S1(e61)
  or a1, a1, a2           // S1(e61)
  xor a0, a0, a1          // S1(e61)
  slli a2, s3, 23         // S0(a61)
  srli a1, s3, 9          // S0(a61)
  or a1, a1, a2           // S0(a61)
  xor a1, a1, s3          // S0(a61)
  slli a2, a1, 21         // S0(a61)
  srli a1, a1, 11         // S0(a61)
  or a1, a1, a2           // S0(a61)
  xor a1, a1, s3          // S0(a61)
  slli a3, s4, 21         // S1(e61)
  srli a2, s4, 11         // S1(e61)
  or a2, a2, a3           // S1(e61)
  xor a0, a0, a2          // S1(e61)
  add a0, t1, a0          // t61
  slli a2, a1, 30         // S0(a61)
  srli a1, a1, 2          // S0(a61)
  or a1, a1, a2           // S0(a61)
  add t0, t0, a0          // e62
  xor t1, s3, a7          // ab
  and a2, s5, t1          // maj
  xor a2, a2, a7          // maj
  add a0, a0, a1          // a62
  add s5, a0, a2          // a62

  // words 62, 63
  slli a1, s8, 30         // s1(w60)
  srli a0, s8, 2          // s1(w60)
  or a0, a0, a1           // s1(w60)
  xor a0, a0, s8          // s1(w60)
  slli a2, s6, 30         // s1(w61)
  srli a1, s6, 2          // s1(w61)
  or a1, a1, a2           // s1(w61)
  xor a1, a1, s6          // s1(w61)
  slli a2, a0, 15         // s1(w60)
  srli a0, a0, 17         // s1(w60)
  or a0, a0, a2           // s1(w60)
  srli a2, s8, 10         // s1(w60)
  xor a0, a0, a2          // s1(w60)
  add a0, a0, s0          // w62
  add s8, a0, s10         // w62
  slli s0, a1, 15         // s1(w61)
  srli a1, a1, 17         // s1(w61)
  or a1, a1, s0           // s1(w61)
  srli s0, s6, 10         // s1(w61)
  xor a1, a1, s0          // s1(w61)
  add a1, a1, s1          // w63
  add s6, a1, s11         // w63
  slli a0, s1, 21         // s0(w47)
  srli s0, s1, 11         // s0(w47)
  or s0, s0, a0           // s0(w47)
  xor s0, s0, s1          // s0(w47)
  slli a1, s7, 21         // s0(w48)
  srli a0, s7, 11         // s0(w48)
  or a0, a0, a1           // s0(w48)
  xor a0, a0, s7          // s0(w48)
  slli a1, s0, 25         // s0(w47)
  srli s0, s0, 7          // s0(w47)
  or s0, s0, a1           // s0(w47)
  srli s1, s1, 3          // s0(w47)
  xor s0, s0, s1          // s0(w47)
  add s0, s8, s0          // w62
  slli s1, a0, 25         // s0(w48)
  srli a0, a0, 7          // s0(w48)
  or a0, a0, s1           // s0(w48)
  srli s1, s7, 3          // s0(w48)
  xor a0, a0, s1          // s0(w48)
  add s6, s6, a0          // w63

  // rounds 62, 63
  lw s1, 224(sp)
  add s1, t2, s1          // t62
  add s1, s1, s0          // t62
  xor s0, s4, s2          // ch
  and s0, s0, t0          // ch
  xor s0, s0, s2          // ch
  add t2, s1, s0          // t62
  slli s1, t0, 7          // S1(e62)
  srli s0, t0, 25         // S1(e62)
  or s0, s0, s1           // S1(e62)
  slli a0, s5, 23         // S0(a62)
  srli s1, s5, 9          // S0(a62)
  or s1, s1, a0           // S0(a62)
  xor s1, s1, s5          // S0(a62)
  slli a0, s1, 21         // S0(a62)
  srli s1, s1, 11         // S0(a62)
  or s1, s1, a0           // S0(a62)
  xor s1, s1, s5          // S0(a62)
  slli a1, t0, 21         // S1(e62)
  srli a0, t0, 11         // S1(e62)
  or a0, a0, a1           // S1(e62)
  xor s0, s0, a0          // S1(e62)
  slli a0, s1, 30         // S0(a62)
  srli s1, s1, 2          // S0(a62)
  or s1, s1, a0           // S0(a62)
  slli a1, t0, 26         // S1(e62)
  srli a0, t0, 6          // S1(e62)
  or a0, a0, a1           // S1(e62)
  xor s0, s0, a0          // S1(e62)
  add s0, t2, s0          // t62
  add a6, a6, s0          // e63
  xor t2, s5, s3          // ab
  and a0, t1, t2          // maj
  xor a0, a0, s3          // maj
  add s0, s0, s1          // a63
  add t1, s0, a0          // a63
  lw s0, 228(sp)
  add s0, s2, s0          // t63
  add s0, s0, s6          // t63
  xor s1, t0, s4          // ch
  and s1, s1, a6          // ch
  xor s1, s1, s4          // ch
  add s2, s0, s1          // t63
  slli s1, a6, 26         // S1(e63)
  srli s0, a6, 6          // S1(e63)
  or s0, s0, s1           // S1(e63)
  slli a0, a6, 7          // S1(e63)
  srli s1, a6, 25         // S1(e63)
  or s1, s1, a0           // S1(e63)
  xor s0, s0, s1          // S1(e63)
  slli a0, t1, 23         // S0(a63)
  srli s1, t1, 9          // S0(a63)
  or s1, s1, a0           // S0(a63)
  xor s1, s1, t1          // S0(a63)
  slli a0, s1, 21         // S0(a63)
  srli s1, s1, 11         // S0(a63)
  or s1, s1, a0           // S0(a63)
  xor s1, s1, t1          // S0(a63)
  slli a1, a6, 21         // S1(e63)
  srli a0, a6, 11         // S1(e63)
  or a0, a0, a1           // S1(e63)
  xor s0, s0, a0          // S1(e63)
  add s0, s2, s0          // t63
  slli a0, s1, 30         // S0(a63)
  srli s1, s1, 2          // S0(a63)
  or s1, s1, a0           // S0(a63)
  add a7, a7, s0          // e64
  xor a0, t1, s5          // ab
  and a0, t2, a0          // maj
  xor a0, a0, s5          // maj
  add s0, s0, s1          // a64
  add s0, s0, a0          // a64

  // first digest
  lw s1, 448(sp)          // midstate.0
  add t2, s1, s0          // w0
  lw s0, 452(sp)          // midstate.1
  add t1, s0, t1          // w1
  lw s0, 456(sp)          // midstate.2
  add s2, s0, s5          // w2
  lw s0, 460(sp)          // midstate.3
  add s3, s0, s3          // w3
  lw s0, 464(sp)          // midstate.4
  add a7, s0, a7          // w4
  lw s0, 468(sp)          // midstate.5
  add a6, s0, a6          // w5
  lw s0, 472(sp)          // midstate.6
  add t0, s0, t0          // w6
  lw s0, 476(sp)          // midstate.7
  add s4, s0, s4          // w7

  // second hash, rounds 0 to 3: words of the initial state
  lw s0, 232(sp)
  add s5, t2, s0          // e1
  lw s0, 236(sp)
  add s6, t2, s0          // a1
  lw s0, 240(sp)
  add s0, s0, t1          // t1
  lw s1, 244(sp)
  and s1, s1, s5          // ch
  lw a0, 248(sp)
  xor s1, s1, a0          // ch
  add s7, s0, s1          // t1
  slli s1, s5, 26         // S1(e1)
  srli s0, s5, 6          // S1(e1)
  or s0, s0, s1           // S1(e1)
  slli a0, s6, 23         // S0(a1)
  srli s1, s6, 9          // S0(a1)
  or s1, s1, a0           // S0(a1)
  xor s1, s1, s6          // S0(a1)
  slli a0, s1, 21         // S0(a1)
  srli s1, s1, 11         // S0(a1)
  or s1, s1, a0           // S0(a1)
  xor s1, s1, s6          // S0(a1)
  slli a1, s5, 21         // S1(e1)
  srli a0, s5, 11         // S1(e1)
  or a0, a0, a1           // S1(e1)
  xor s0, s0, a0          // S1(e1)
  slli a0, s1, 30         // S0(a1)
  srli s1, s1, 2          // S0(a1)
  or s1, s1, a0           // S0(a1)
  slli a1, s5, 7          // S1(e1)
  srli a0, s5, 25         // S1(e1)
  or a0, a0, a1           // S1(e1)
  xor s0, s0, a0          // S1(e1)
  add s0, s7, s0          // t1
  lw a0, 252(sp)
  add s7, a0, s0          // e2
  lw a0, 256(sp)
  xor s8, s6, a0          // ab
  lw a1, 260(sp)
  and a1, a1, s8          // maj
  xor a1, a1, a0          // maj
  add s0, s0, s1          // a2
  add s9, s0, a1          // a2
  lw s0, 264(sp)
  add s0, s0, s2          // t2
  lw s1, 268(sp)
  xor a1, s5, s1          // ch
  and a1, a1, s7          // ch
  xor a1, a1, s1          // ch
  add s10, s0, a1         // t2
  slli s1, s7, 7          // S1(e2)
  srli s0, s7, 25         // S1(e2)
  or s0, s0, s1           // S1(e2)
  slli a1, s9, 23         // S0(a2)
  srli s1, s9, 9          // S0(a2)
  or s1, s1, a1           // S0(a2)
  xor s1, s1, s9          // S0(a2)
  slli a1, s1, 21         // S0(a2)
  srli s1, s1, 11         // S0(a2)
  or s1, s1, a1           // S0(a2)
  xor s1, s1, s9          // S0(a2)
  slli a2, s7, 21         // S1(e2)
  srli a1, s7, 11         // S1(e2)
  or a1, a1, a2           // S1(e2)
  xor s0, s0, a1          // S1(e2)
  slli a1, s1, 30         // S0(a2)
  srli s1, s1, 2          // S0(a2)
  or s1, s1, a1           // S0(a2)
  slli a2, s7, 26         // S1(e2)
  srli a1, s7, 6          // S1(e2)
  or a1, a1, a2           // S1(e2)
  xor s0, s0, a1          // S1(e2)
  add s0, s10, s0         // t2
  lw a1, 272(sp)
  add s10, a1, s0         // e3
  xor s11, s9, s6         // ab
  and a1, s8, s11         // maj
  xor a1, a1, s6          // maj
  add s0, s0, s1          // a3
  add s8, s0, a1          // a3
  lw s0, 276(sp)
  add s0, s0, s3          // t3
  xor s1, s7, s5          // ch
  and s1, s1, s10         // ch
  xor s1, s1, s5          // ch
  add t3, s0, s1          // t3
  slli s1, s10, 26        // S1(e3)
  srli s0, s10, 6         // S1(e3)
  or s0, s0, s1           // S1(e3)
  slli a1, s8, 23         // S0(a3)
  srli s1, s8, 9          // S0(a3)
  or s1, s1, a1           // S0(a3)
  xor s1, s1, s8          // S0(a3)
  slli a1, s1, 21         // S0(a3)
  srli s1, s1, 11         // S0(a3)
  or s1, s1, a1           // S0(a3)
  xor s1, s1, s8          // S0(a3)
  slli a2, s10, 21        // S1(e3)
  srli a1, s10, 11        // S1(e3)
  or a1, a1, a2           // S1(e3)
  xor s0, s0, a1          // S1(e3)
  slli a1, s1, 30         // S0(a3)
  srli s1, s1, 2          // S0(a3)
  or s1, s1, a1           // S0(a3)
  slli a2, s10, 7         // S1(e3)
  srli a1, s10, 25        // S1(e3)
  or a1, a1, a2           // S1(e3)
  xor s0, s0, a1          // S1(e3)
  add s0, t3, s0          // t3
  add t3, a0, s0          // e4
  xor t4, s8, s9          // ab
  and a0, s11, t4         // maj
  xor a0, a0, s9          // maj
  add s0, s0, s1          // a4
  add s11, s0, a0         // a4

  // rounds 4, 5
  lw s0, 280(sp)
  add s0, s5, s0          // t4
  add s0, s0, a7          // t4
  xor s1, s10, s7         // ch
  and s1, s1, t3          // ch
  xor s1, s1, s7          // ch
  add s5, s0, s1          // t4
  slli s1, t3, 7          // S1(e4)
  srli s0, t3, 25         // S1(e4)
  or s0, s0, s1           // S1(e4)
  slli a0, s11, 23        // S0(a4)
  srli s1, s11, 9         // S0(a4)
  or s1, s1, a0           // S0(a4)
  xor s1, s1, s11         // S0(a4)
  slli a0, s1, 21         // S0(a4)
  srli s1, s1, 11         // S0(a4)
  or s1, s1, a0           // S0(a4)
  xor s1, s1, s11         // S0(a4)
  slli a1, t3, 21         // S1(e4)
  srli a0, t3, 11         // S1(e4)
  or a0, a0, a1           // S1(e4)
  xor s0, s0, a0          // S1(e4)
  slli a0, s1, 30         // S0(a4)
  srli s1, s1, 2          // S0(a4)
  or s1, s1, a0           // S0(a4)
  slli a1, t3, 26         // S1(e4)
  srli a0, t3, 6          // S1(e4)
  or a0, a0, a1           // S1(e4)
  xor s0, s0, a0          // S1(e4)
  add s0, s5, s0          // t4
  add s6, s6, s0          // e5
  xor s5, s11, s8         // ab
  and a0, t4, s5          // maj
  xor a0, a0, s8          // maj
  add s0, s0, s1          // a5
  add t4, s0, a0          // a5
  lw s0, 284(sp)
  add s0, s7, s0          // t5
  add s0, s0, a6          // t5
  xor s1, t3, s10         // ch
  and s1, s1, s6          // ch
  xor s1, s1, s10         // ch
  add s7, s0, s1          // t5
  slli s1, s6, 26         // S1(e5)
  srli s0, s6, 6          // S1(e5)
  or s0, s0, s1           // S1(e5)
  slli a0, t4, 23         // S0(a5)
  srli s1, t4, 9          // S0(a5)
  or s1, s1, a0           // S0(a5)
  xor s1, s1, t4          // S0(a5)
  slli a0, s1, 21         // S0(a5)
  srli s1, s1, 11         // S0(a5)
  or s1, s1, a0           // S0(a5)
  xor s1, s1, t4          // S0(a5)
  slli a1, s6, 21         // S1(e5)
  srli a0, s6, 11         // S1(e5)
  or a0, a0, a1           // S1(e5)
  xor s0, s0, a0          // S1(e5)
  slli a0, s1, 30         // S0(a5)
  srli s1, s1, 2          // S0(a5)
  or s1, s1, a0           // S0(a5)
  slli a1, s6, 7          // S1(e5)
  srli a0, s6, 25         // S1(e5)
  or a0, a0, a1           // S1(e5)
  xor s0, s0, a0          // S1(e5)
  add s0, s7, s0          // t5
  add s9, s9, s0          // e6
  xor s7, t4, s11         // ab
  and a0, s5, s7          // maj
  xor a0, a0, s11         // maj
  add s0, s0, s1          // a6
  add s5, s0, a0          // a6

  // rounds 6, 7
  lw s0, 288(sp)
  add s0, s10, s0         // t6
  add s0, s0, t0          // t6
  xor s1, s6, t3          // ch
  and s1, s1, s9          // ch
  xor s1, s1, t3          // ch
  add s10, s0, s1         // t6
  slli s1, s9, 7          // S1(e6)
  srli s0, s9, 25         // S1(e6)
  or s0, s0, s1           // S1(e6)
  slli a0, s5, 23         // S0(a6)
  srli s1, s5, 9          // S0(a6)
  or s1, s1, a0           // S0(a6)
  xor s1, s1, s5          // S0(a6)
  slli a0, s1, 21         // S0(a6)
  srli s1, s1, 11         // S0(a6)
  or s1, s1, a0           // S0(a6)
  xor s1, s1, s5          // S0(a6)
  slli a1, s9, 21         // S1(e6)
  srli a0, s9, 11         // S1(e6)
  or a0, a0, a1           // S1(e6)
  xor s0, s0, a0          // S1(e6)
  slli a0, s1, 30         // S0(a6)
  srli s1, s1, 2          // S0(a6)
  or s1, s1, a0           // S0(a6)
  slli a1, s9, 26         // S1(e6)
  srli a0, s9, 6          // S1(e6)
  or a0, a0, a1           // S1(e6)
  xor s0, s0, a0          // S1(e6)
  add s0, s10, s0         // t6
  add s8, s8, s0          // e7
  xor s10, s5, t4         // ab
  and a0, s7, s10         // maj
  xor a0, a0, t4          // maj
  add s0, s0, s1          // a7
  add s7, s0, a0          // a7
  lw s0, 0(sp)
  add s0, t3, s0          // t7
  add s0, s0, s4          // t7
  xor s1, s9, s6          // ch
  and s1, s1, s8          // ch
  xor s1, s1, s6          // ch
  add t3, s0, s1          // t7
  slli s1, s8, 26         // S1(e7)
  srli s0, s8, 6          // S1(e7)
  or s0, s0, s1           // S1(e7)
  slli a0, s7, 23         // S0(a7)
  srli s1, s7, 9          // S0(a7)
  or s1, s1, a0           // S0(a7)
  xor s1, s1, s7          // S0(a7)
  slli a0, s1, 21         // S0(a7)
  srli s1, s1, 11         // S0(a7)
  or s1, s1, a0           // S0(a7)
  xor s1, s1, s7          // S0(a7)
  slli a1, s8, 21         // S1(e7)
  srli a0, s8, 11         // S1(e7)
  or a0, a0, a1           // S1(e7)
  xor s0, s0, a0          // S1(e7)
  slli a0, s1, 30         // S0(a7)
  srli s1, s1, 2          // S0(a7)
  or s1, s1, a0           // S0(a7)
  slli a1, s8, 7          // S1(e7)
  srli a0, s8, 25         // S1(e7)
  or a0, a0, a1           // S1(e7)
  xor s0, s0, a0          // S1(e7)
  add s0, t3, s0          // t7
  add s11, s11, s0        // e8
  xor t3, s7, s5          // ab
  and a0, s10, t3         // maj
  xor a0, a0, s5          // maj
  add s0, s0, s1          // a8
  add s10, s0, a0         // a8

  // rounds 8, 9
  lw s0, 292(sp)
  add s0, s6, s0          // t8
  xor s1, s8, s9          // ch
  and s1, s1, s11         // ch
  xor s1, s1, s9          // ch
  add s6, s0, s1          // t8
  slli s1, s11, 7         // S1(e8)
  srli s0, s11, 25        // S1(e8)
  or s0, s0, s1           // S1(e8)
  slli a0, s10, 23        // S0(a8)
  srli s1, s10, 9         // S0(a8)
  or s1, s1, a0           // S0(a8)
  xor s1, s1, s10         // S0(a8)
  slli a0, s1, 21         // S0(a8)
  srli s1, s1, 11         // S0(a8)
  or s1, s1, a0           // S0(a8)
  xor s1, s1, s10         // S0(a8)
  slli a1, s11, 21        // S1(e8)
  srli a0, s11, 11        // S1(e8)
  or a0, a0, a1           // S1(e8)
  xor s0, s0, a0          // S1(e8)
  slli a0, s1, 30         // S0(a8)
  srli s1, s1, 2          // S0(a8)
  or s1, s1, a0           // S0(a8)
  slli a1, s11, 26        // S1(e8)
  srli a0, s11, 6         // S1(e8)
  or a0, a0, a1           // S1(e8)
  xor s0, s0, a0          // S1(e8)
  add s0, s6, s0          // t8
  add t4, t4, s0          // e9
  xor s6, s10, s7         // ab
  and a0, t3, s6          // maj
  xor a0, a0, s7          // maj
  add s0, s0, s1          // a9
  add t3, s0, a0          // a9
  lw s0, 8(sp)
  add s0, s9, s0          // t9
  xor s1, s11, s8         // ch
  and s1, s1, t4          // ch
  xor s1, s1, s8          // ch
  add s9, s0, s1          // t9
  slli s1, t4, 26         // S1(e9)
  srli s0, t4, 6          // S1(e9)
  or s0, s0, s1           // S1(e9)
  slli a0, t3, 23         // S0(a9)
  srli s1, t3, 9          // S0(a9)
  or s1, s1, a0           // S0(a9)
  xor s1, s1, t3          // S0(a9)
  slli a0, s1, 21         // S0(a9)
  srli s1, s1, 11         // S0(a9)
  or s1, s1, a0           // S0(a9)
  xor s1, s1, t3          // S0(a9)
  slli a1, t4, 21         // S1(e9)
  srli a0, t4, 11         // S1(e9)
  or a0, a0, a1           // S1(e9)
  xor s0, s0, a0          // S1(e9)
  slli a0, s1, 30         // S0(a9)
  srli s1, s1, 2          // S0(a9)
  or s1, s1, a0           // S0(a9)
  slli a1, t4, 7          // S1(e9)
  srli a0, t4, 25         // S1(e9)
  or a0, a0, a1           // S1(e9)
  xor s0, s0, a0          // S1(e9)
  add s0, s9, s0          // t9
  add s5, s5, s0          // e10
  xor s9, t3, s10         // ab
  and a0, s6, s9          // maj
  xor a0, a0, s10         // maj
  add s0, s0, s1          // a10
  add s6, s0, a0          // a10

  // rounds 10, 11
  lw s0, 12(sp)
  add s0, s8, s0          // t10
  xor s1, t4, s11         // ch
  and s1, s1, s5          // ch
  xor s1, s1, s11         // ch
  add s8, s0, s1          // t10
  slli s1, s5, 7          // S1(e10)
  srli s0, s5, 25         // S1(e10)
  or s0, s0, s1           // S1(e10)
  slli a0, s6, 23         // S0(a10)
  srli s1, s6, 9          // S0(a10)
  or s1, s1, a0           // S0(a10)
  xor s1, s1, s6          // S0(a10)
  slli a0, s1, 21         // S0(a10)
  srli s1, s1, 11         // S0(a10)
  or s1, s1, a0           // S0(a10)
  xor s1, s1, s6          // S0(a10)
  slli a1, s5, 21         // S1(e10)
  srli a0, s5, 11         // S1(e10)
  or a0, a0, a1           // S1(e10)
  xor s0, s0, a0          // S1(e10)
  slli a0, s1, 30         // S0(a10)
  srli s1, s1, 2          // S0(a10)
  or s1, s1, a0           // S0(a10)
  slli a1, s5, 26         // S1(e10)
  srli a0, s5, 6          // S1(e10)
  or a0, a0, a1           // S1(e10)
  xor s0, s0, a0          // S1(e10)
  add s0, s8, s0          // t10
  add s7, s7, s0          // e11
  xor s8, s6, t3          // ab
  and a0, s9, s8          // maj
  xor a0, a0, t3          // maj
  add s0, s0, s1          // a11
  add s9, s0, a0          // a11
  lw s0, 16(sp)
  add s0, s11, s0         // t11
  xor s1, s5, t4          // ch
  and s1, s1, s7          // ch
  xor s1, s1, t4          // ch
  add s11, s0, s1         // t11
  slli s1, s7, 26         // S1(e11)
  srli s0, s7, 6          // S1(e11)
  or s0, s0, s1           // S1(e11)
  slli a0, s9, 23         // S0(a11)
  srli s1, s9, 9          // S0(a11)
  or s1, s1, a0           // S0(a11)
  xor s1, s1, s9          // S0(a11)
  slli a0, s1, 21         // S0(a11)
  srli s1, s1, 11         // S0(a11)
  or s1, s1, a0           // S0(a11)
  xor s1, s1, s9          // S0(a11)
  slli a1, s7, 21         // S1(e11)
  srli a0, s7, 11         // S1(e11)
  or a0, a0, a1           // S1(e11)
  xor s0, s0, a0          // S1(e11)
  slli a0, s1, 30         // S0(a11)
  srli s1, s1, 2          // S0(a11)
  or s1, s1, a0           // S0(a11)
  slli a1, s7, 7          // S1(e11)
  srli a0, s7, 25         // S1(e11)
  or a0, a0, a1           // S1(e11)
  xor s0, s0, a0          // S1(e11)
  add s0, s11, s0         // t11
  add s10, s10, s0        // e12
  xor s11, s9, s6         // ab
  and a0, s8, s11         // maj
  xor a0, a0, s6          // maj
  add s0, s0, s1          // a12
  add s8, s0, a0          // a12

  // rounds 12, 13
  lw s0, 20(sp)
  add s0, t4, s0          // t12
  xor s1, s7, s5          // ch
  and s1, s1, s10         // ch
  xor s1, s1, s5          // ch
  add t4, s0, s1          // t12
  slli s1, s10, 7         // S1(e12)
  srli s0, s10, 25        // S1(e12)
  or s0, s0, s1           // S1(e12)
  slli a0, s8, 23         // S0(a12)
  srli s1, s8, 9          // S0(a12)
  or s1, s1, a0           // S0(a12)
  xor s1, s1, s8          // S0(a12)
  slli a0, s1, 21         // S0(a12)
  srli s1, s1, 11         // S0(a12)
  or s1, s1, a0           // S0(a12)
  xor s1, s1, s8          // S0(a12)
  slli a1, s10, 21        // S1(e12)
  srli a0, s10, 11        // S1(e12)
  or a0, a0, a1           // S1(e12)
  xor s0, s0, a0          // S1(e12)
  slli a0, s1, 30         // S0(a12)
  srli s1, s1, 2          // S0(a12)
  or s1, s1, a0           // S0(a12)
  slli a1, s10, 26        // S1(e12)
  srli a0, s10, 6         // S1(e12)
  or a0, a0, a1           // S1(e12)
  xor s0, s0, a0          // S1(e12)
  add s0, t4, s0          // t12
  add t3, t3, s0          // e13
  xor t4, s8, s9          // ab
  and a0, s11, t4         // maj
  xor a0, a0, s9          // maj
  add s0, s0, s1          // a13
  add s11, s0, a0         // a13
  lw s0, 24(sp)
  add s0, s5, s0          // t13
  xor s1, s10, s7         // ch
  and s1, s1, t3          // ch
  xor s1, s1, s7          // ch
  add s5, s0, s1          // t13
  slli s1, t3, 26         // S1(e13)
  srli s0, t3, 6          // S1(e13)
  or s0, s0, s1           // S1(e13)
  slli a0, s11, 23        // S0(a13)
  srli s1, s11, 9         // S0(a13)
  or s1, s1, a0           // S0(a13)
  xor s1, s1, s11         // S0(a13)
  slli a0, s1, 21         // S0(a13)
  srli s1, s1, 11         // S0(a13)
  or s1, s1, a0           // S0(a13)
  xor s1, s1, s11         // S0(a13)
  slli a1, t3, 21         // S1(e13)
  srli a0, t3, 11         // S1(e13)
  or a0, a0, a1           // S1(e13)
  xor s0, s0, a0          // S1(e13)
  slli a0, s1, 30         // S0(a13)
  srli s1, s1, 2          // S0(a13)
  or s1, s1, a0           // S0(a13)
  slli a1, t3, 7          // S1(e13)
  srli a0, t3, 25         // S1(e13)
  or a0, a0, a1           // S1(e13)
  xor s0, s0, a0          // S1(e13)
  add s0, s5, s0          // t13
  add s6, s6, s0          // e14
  xor s5, s11, s8         // ab
  and a0, t4, s5          // maj
  xor a0, a0, s8          // maj
  add s0, s0, s1          // a14
  add t4, s0, a0          // a14

  // rounds 14, 15
  lw s0, 28(sp)
  add s0, s7, s0          // t14
  xor s1, t3, s10         // ch
  and s1, s1, s6          // ch
  xor s1, s1, s10         // ch
  add s7, s0, s1          // t14
  slli s1, s6, 7          // S1(e14)
  srli s0, s6, 25         // S1(e14)
  or s0, s0, s1           // S1(e14)
  slli a0, t4, 23         // S0(a14)
  srli s1, t4, 9          // S0(a14)
  or s1, s1, a0           // S0(a14)
  xor s1, s1, t4          // S0(a14)
  slli a0, s1, 21         // S0(a14)
  srli s1, s1, 11         // S0(a14)
  or s1, s1, a0           // S0(a14)
  xor s1, s1, t4          // S0(a14)
  slli a1, s6, 21         // S1(e14)
  srli a0, s6, 11         // S1(e14)
  or a0, a0, a1           // S1(e14)
  xor s0, s0, a0          // S1(e14)
  slli a0, s1, 30         // S0(a14)
  srli s1, s1, 2          // S0(a14)
  or s1, s1, a0           // S0(a14)
  slli a1, s6, 26         // S1(e14)
  srli a0, s6, 6          // S1(e14)
  or a0, a0, a1           // S1(e14)
  xor s0, s0, a0          // S1(e14)
  add s0, s7, s0          // t14
  add s9, s9, s0          // e15
  xor s7, t4, s11         // ab
  and a0, s5, s7          // maj
  xor a0, a0, s11         // maj
  add s0, s0, s1          // a15
  add s5, s0, a0          // a15
  lw s0, 296(sp)
  add s0, s10, s0         // t15
  xor s1, s6, t3          // ch
  and s1, s1, s9          // ch
  xor s1, s1, t3          // ch
  add s10, s0, s1         // t15
  slli s1, s9, 26         // S1(e15)
  srli s0, s9, 6          // S1(e15)
  or s0, s0, s1           // S1(e15)
  slli a0, s5, 23         // S0(a15)
  srli s1, s5, 9          // S0(a15)
  or s1, s1, a0           // S0(a15)
  xor s1, s1, s5          // S0(a15)
  slli a0, s1, 21         // S0(a15)
  srli s1, s1, 11         // S0(a15)
  or s1, s1, a0           // S0(a15)
  xor s1, s1, s5          // S0(a15)
  slli a1, s9, 21         // S1(e15)
  srli a0, s9, 11         // S1(e15)
  or a0, a0, a1           // S1(e15)
  xor s0, s0, a0          // S1(e15)
  slli a0, s1, 30         // S0(a15)
  srli s1, s1, 2          // S0(a15)
  or s1, s1, a0           // S0(a15)
  slli a1, s9, 7          // S1(e15)
  srli a0, s9, 25         // S1(e15)
  or a0, a0, a1           // S1(e15)
  xor s0, s0, a0          // S1(e15)
  add s0, s10, s0         // t15
  add s8, s8, s0          // e16
  xor s10, s5, t4         // ab
  and a0, s7, s10         // maj
  xor a0, a0, t4          // maj
  add s0, s0, s1          // a16
  add s7, s0, a0          // a16

  // words 16, 17
  slli s1, t1, 21         // s0(w1)
  srli s0, t1, 11         // s0(w1)
  or s0, s0, s1           // s0(w1)
  xor s0, s0, t1          // s0(w1)
  slli a0, s2, 21         // s0(w2)
  srli s1, s2, 11         // s0(w2)
  or s1, s1, a0           // s0(w2)
  xor s1, s1, s2          // s0(w2)
  slli a0, s0, 25         // s0(w1)
  srli s0, s0, 7          // s0(w1)
  or s0, s0, a0           // s0(w1)
  srli a0, t1, 3          // s0(w1)
  xor s0, s0, a0          // s0(w1)
  add t2, s0, t2          // w16
  slli s0, s1, 25         // s0(w2)
  srli s1, s1, 7          // s0(w2)
  or s1, s1, s0           // s0(w2)
  srli s0, s2, 3          // s0(w2)
  xor s1, s1, s0          // s0(w2)
  add s1, s1, t1          // w17
  lw s0, 300(sp)
  add t1, s1, s0          // w17

  // rounds 16, 17
  lw s0, 304(sp)
  add s0, t3, s0          // t16
  add s0, s0, t2          // t16
  xor s1, s9, s6          // ch
  and s1, s1, s8          // ch
  xor s1, s1, s6          // ch
  add t3, s0, s1          // t16
  slli s1, s8, 7          // S1(e16)
  srli s0, s8, 25         // S1(e16)
  or s0, s0, s1           // S1(e16)
  slli a0, s7, 23         // S0(a16)
  srli s1, s7, 9          // S0(a16)
  or s1, s1, a0           // S0(a16)
  xor s1, s1, s7          // S0(a16)
  slli a0, s1, 21         // S0(a16)
  srli s1, s1, 11         // S0(a16)
  or s1, s1, a0           // S0(a16)
  xor s1, s1, s7          // S0(a16)
  slli a1, s8, 21         // S1(e16)
  srli a0, s8, 11         // S1(e16)
  or a0, a0, a1           // S1(e16)
  xor s0, s0, a0          // S1(e16)
  slli a0, s1, 30         // S0(a16)
  srli s1, s1, 2          // S0(a16)
  or s1, s1, a0           // S0(a16)
  slli a1, s8, 26         // S1(e16)
  srli a0, s8, 6          // S1(e16)
  or a0, a0, a1           // S1(e16)
  xor s0, s0, a0          // S1(e16)
  add s0, t3, s0          // t16
  add s11, s11, s0        // e17
  xor t3, s7, s5          // ab
  and a0, s10, t3         // maj
  xor a0, a0, s5          // maj
  add s0, s0, s1          // a17
  add s10, s0, a0         // a17
  lw s0, 308(sp)
  add s0, s6, s0          // t17
  add s0, s0, t1          // t17
  xor s1, s8, s9          // ch
  and s1, s1, s11         // ch
  xor s1, s1, s9          // ch
  add s6, s0, s1          // t17
  slli s1, s11, 26        // S1(e17)
  srli s0, s11, 6         // S1(e17)
  or s0, s0, s1           // S1(e17)
  slli a0, s11, 7         // S1(e17)
  srli s1, s11, 25        // S1(e17)
  or s1, s1, a0           // S1(e17)
  xor s0, s0, s1          // S1(e17)
  slli a0, s10, 23        // S0(a17)
  srli s1, s10, 9         // S0(a17)
  or s1, s1, a0           // S0(a17)
  xor s1, s1, s10         // S0(a17)
  slli a0, s1, 21         // S0(a17)
  srli s1, s1, 11         // S0(a17)
  or s1, s1, a0           // S0(a17)
  xor s1, s1, s10         // S0(a17)
  slli a1, s11, 21        // S1(e17)
  srli a0, s11, 11        // S1(e17)
  or a0, a0, a1           // S1(e17)
  xor s0, s0, a0          // S1(e17)
  add s0, s6, s0          // t17
  slli a0, s1, 30         // S0(a17)
  srli s1, s1, 2          // S0(a17)
  or s1, s1, a0           // S0(a17)
  add t4, t4, s0          // e18
  xor s6, s10, s7         // ab
  and a0, t3, s6          // maj
  xor a0, a0, s7          // maj
  add s0, s0, s1          // a18
  add t3, s0, a0          // a18

  // words 18, 19
  slli s1, t2, 30         // s1(w16)
  srli s0, t2, 2          // s1(w16)
  or s0, s0, s1           // s1(w16)
  xor s0, s0, t2          // s1(w16)
  slli a0, t1, 30         // s1(w17)
  srli s1, t1, 2          // s1(w17)
  or s1, s1, a0           // s1(w17)
  xor s1, s1, t1          // s1(w17)
  slli a0, s0, 15         // s1(w16)
  srli s0, s0, 17         // s1(w16)
  or s0, s0, a0           // s1(w16)
  srli a0, t2, 10         // s1(w16)
  xor s0, s0, a0          // s1(w16)
  add s2, s0, s2          // w18
  slli s0, s1, 15         // s1(w17)
  srli s1, s1, 17         // s1(w17)
  or s1, s1, s0           // s1(w17)
  srli s0, t1, 10         // s1(w17)
  xor s1, s1, s0          // s1(w17)
  add t5, s1, s3          // w19
  slli s1, s3, 21         // s0(w3)
  srli s0, s3, 11         // s0(w3)
  or s0, s0, s1           // s0(w3)
  xor s0, s0, s3          // s0(w3)
  slli a0, a7, 21         // s0(w4)
  srli s1, a7, 11         // s0(w4)
  or s1, s1, a0           // s0(w4)
  xor s1, s1, a7          // s0(w4)
  slli a0, s0, 25         // s0(w3)
  srli s0, s0, 7          // s0(w3)
  or s0, s0, a0           // s0(w3)
  srli a0, s3, 3          // s0(w3)
  xor s0, s0, a0          // s0(w3)
  add s2, s2, s0          // w18
  slli s0, s1, 25         // s0(w4)
  srli s1, s1, 7          // s0(w4)
  or s1, s1, s0           // s0(w4)
  srli s0, a7, 3          // s0(w4)
  xor s1, s1, s0          // s0(w4)
  add t5, t5, s1          // w19

  // rounds 18, 19
  lw s0, 36(sp)
  add s0, s9, s0          // t18
  add s0, s0, s2          // t18
  xor s1, s11, s8         // ch
  and s1, s1, t4          // ch
  xor s1, s1, s8          // ch
  add s3, s0, s1          // t18
  slli s1, t4, 7          // S1(e18)
  srli s0, t4, 25         // S1(e18)
  or s0, s0, s1           // S1(e18)
  slli a0, t3, 23         // S0(a18)
  srli s1, t3, 9          // S0(a18)
  or s1, s1, a0           // S0(a18)
  xor s1, s1, t3          // S0(a18)
  slli a0, s1, 21         // S0(a18)
  srli s1, s1, 11         // S0(a18)
  or s1, s1, a0           // S0(a18)
  xor s1, s1, t3          // S0(a18)
  slli a1, t4, 21         // S1(e18)
  srli a0, t4, 11         // S1(e18)
  or a0, a0, a1           // S1(e18)
  xor s0, s0, a0          // S1(e18)
  slli a0, s1, 30         // S0(a18)
  srli s1, s1, 2          // S0(a18)
  or s1, s1, a0           // S0(a18)
  slli a1, t4, 26         // S1(e18)
  srli a0, t4, 6          // S1(e18)
  or a0, a0, a1           // S1(e18)
  xor s0, s0, a0          // S1(e18)
  add s0, s3, s0          // t18
  add s5, s5, s0          // e19
  xor s3, t3, s10         // ab
  and a0, s6, s3          // maj
  xor a0, a0, s10         // maj
  add s0, s0, s1          // a19
  add s6, s0, a0          // a19
  lw s0, 40(sp)
  add s0, s8, s0          // t19
  add s0, s0, t5          // t19
  xor s1, t4, s11         // ch
  and s1, s1, s5          // ch
  xor s1, s1, s11         // ch
  add s8, s0, s1          // t19
  slli s1, s5, 26         // S1(e19)
  srli s0, s5, 6          // S1(e19)
  or s0, s0, s1           // S1(e19)
  slli a0, s5, 7          // S1(e19)
  srli s1, s5, 25         // S1(e19)
  or s1, s1, a0           // S1(e19)
  xor s0, s0, s1          // S1(e19)
  slli a0, s6, 23         // S0(a19)
  srli s1, s6, 9          // S0(a19)
  or s1, s1, a0           // S0(a19)
  xor s1, s1, s6          // S0(a19)
  slli a0, s1, 21         // S0(a19)
  srli s1, s1, 11         // S0(a19)
  or s1, s1, a0           // S0(a19)
  xor s1, s1, s6          // S0(a19)
  slli a1, s5, 21         // S1(e19)
  srli a0, s5, 11         // S1(e19)
  or a0, a0, a1           // S1(e19)
  xor s0, s0, a0          // S1(e19)
  add s0, s8, s0          // t19
  slli a0, s1, 30         // S0(a19)
  srli s1, s1, 2          // S0(a19)
  or s1, s1, a0           // S0(a19)
  add s7, s7, s0          // e20
  xor s8, s6, t3          // ab
  and a0, s3, s8          // maj
  xor a0, a0, t3          // maj
  add s0, s0, s1          // a20
  add s3, s0, a0          // a20

  // words 20, 21
  slli s1, s2, 30         // s1(w18)
  srli s0, s2, 2          // s1(w18)
  or s0, s0, s1           // s1(w18)
  xor s0, s0, s2          // s1(w18)
  slli a0, t5, 30         // s1(w19)
  srli s1, t5, 2          // s1(w19)
  or s1, s1, a0           // s1(w19)
  xor s1, s1, t5          // s1(w19)
  slli a0, s0, 15         // s1(w18)
  srli s0, s0, 17         // s1(w18)
  or s0, s0, a0           // s1(w18)
  srli a0, s2, 10         // s1(w18)
  xor s0, s0, a0          // s1(w18)
  add a7, s0, a7          // w20
  slli s0, s1, 15         // s1(w19)
  srli s1, s1, 17         // s1(w19)
  or s1, s1, s0           // s1(w19)
  srli s0, t5, 10         // s1(w19)
  xor s1, s1, s0          // s1(w19)
  add s9, s1, a6          // w21
  slli s1, a6, 21         // s0(w5)
  srli s0, a6, 11         // s0(w5)
  or s0, s0, s1           // s0(w5)
  xor s0, s0, a6          // s0(w5)
  slli a0, t0, 21         // s0(w6)
  srli s1, t0, 11         // s0(w6)
  or s1, s1, a0           // s0(w6)
  xor s1, s1, t0          // s0(w6)
  slli a0, s0, 25         // s0(w5)
  srli s0, s0, 7          // s0(w5)
  or s0, s0, a0           // s0(w5)
  srli a0, a6, 3          // s0(w5)
  xor s0, s0, a0          // s0(w5)
  add a7, a7, s0          // w20
  slli s0, s1, 25         // s0(w6)
  srli s1, s1, 7          // s0(w6)
  or s1, s1, s0           // s0(w6)
  srli s0, t0, 3          // s0(w6)
  xor s1, s1, s0          // s0(w6)
  add s9, s9, s1          // w21

  // rounds 20, 21
  lw s0, 48(sp)
  add s0, s11, s0         // t20
  add s0, s0, a7          // t20
  xor s1, s5, t4          // ch
  and s1, s1, s7          // ch
  xor s1, s1, t4          // ch
  add a6, s0, s1          // t20
  slli s1, s7, 7          // S1(e20)
  srli s0, s7, 25         // S1(e20)
  or s0, s0, s1           // S1(e20)
  slli a0, s3, 23         // S0(a20)
  srli s1, s3, 9          // S0(a20)
  or s1, s1, a0           // S0(a20)
  xor s1, s1, s3          // S0(a20)
  slli a0, s1, 21         // S0(a20)
  srli s1, s1, 11         // S0(a20)
  or s1, s1, a0           // S0(a20)
  xor s1, s1, s3          // S0(a20)
  slli a1, s7, 21         // S1(e20)
  srli a0, s7, 11         // S1(e20)
  or a0, a0, a1           // S1(e20)
  xor s0, s0, a0          // S1(e20)
  slli a0, s1, 30         // S0(a20)
  srli s1, s1, 2          // S0(a20)
  or s1, s1, a0           // S0(a20)
  slli a1, s7, 26         // S1(e20)
  srli a0, s7, 6          // S1(e20)
  or a0, a0, a1           // S1(e20)
  xor s0, s0, a0          // S1(e20)
  add s0, a6, s0          // t20
  add s10, s10, s0        // e21
  xor a6, s3, s6          // ab
  and a0, s8, a6          // maj
  xor a0, a0, s6          // maj
  add s0, s0, s1          // a21
  add s8, s0, a0          // a21
  lw s0, 52(sp)
  add s0, t4, s0          // t21
  add s0, s0, s9          // t21
  xor s1, s7, s5          // ch
  and s1, s1, s10         // ch
  xor s1, s1, s5          // ch
  add s11, s0, s1         // t21
  slli s1, s10, 26        // S1(e21)
  srli s0, s10, 6         // S1(e21)
  or s0, s0, s1           // S1(e21)
  slli a0, s10, 7         // S1(e21)
  srli s1, s10, 25        // S1(e21)
  or s1, s1, a0           // S1(e21)
  xor s0, s0, s1          // S1(e21)
  slli a0, s8, 23         // S0(a21)
  srli s1, s8, 9          // S0(a21)
  or s1, s1, a0           // S0(a21)
  xor s1, s1, s8          // S0(a21)
  slli a0, s1, 21         // S0(a21)
  srli s1, s1, 11         // S0(a21)
  or s1, s1, a0           // S0(a21)
  xor s1, s1, s8          // S0(a21)
  slli a1, s10, 21        // S1(e21)
  srli a0, s10, 11        // S1(e21)
  or a0, a0, a1           // S1(e21)
  xor s0, s0, a0          // S1(e21)
  add s0, s11, s0         // t21
  slli a0, s1, 30         // S0(a21)
  srli s1, s1, 2          // S0(a21)
  or s1, s1, a0           // S0(a21)
  add t3, t3, s0          // e22
  xor s11, s8, s3         // ab
  and a0, a6, s11         // maj
  xor a0, a0, s3          // maj
  add s0, s0, s1          // a22
  add a6, s0, a0          // a22

  // words 22, 23
  slli s1, a7, 30         // s1(w20)
  srli s0, a7, 2          // s1(w20)
  or s0, s0, s1           // s1(w20)
  xor s0, s0, a7          // s1(w20)
  slli a0, s9, 30         // s1(w21)
  srli s1, s9, 2          // s1(w21)
  or s1, s1, a0           // s1(w21)
  xor s1, s1, s9          // s1(w21)
  slli a0, s0, 15         // s1(w20)
  srli s0, s0, 17         // s1(w20)
  or s0, s0, a0           // s1(w20)
  srli a0, a7, 10         // s1(w20)
  xor s0, s0, a0          // s1(w20)
  add t0, s0, t0          // w22
  slli s0, s1, 15         // s1(w21)
  srli s1, s1, 17         // s1(w21)
  or s1, s1, s0           // s1(w21)
  srli s0, s9, 10         // s1(w21)
  xor s1, s1, s0          // s1(w21)
  add s1, s1, s4          // w23
  add s1, s1, t2          // w23
  lw s0, 312(sp)
  add t4, s1, s0          // w23
  slli s1, s4, 21         // s0(w7)
  srli s0, s4, 11         // s0(w7)
  or s0, s0, s1           // s0(w7)
  xor s0, s0, s4          // s0(w7)
  slli s1, s0, 25         // s0(w7)
  srli s0, s0, 7          // s0(w7)
  or s0, s0, s1           // s0(w7)
  srli s1, s4, 3          // s0(w7)
  xor s0, s0, s1          // s0(w7)
  add s0, t0, s0          // w22
  addi t0, s0, 256        // w22

  // rounds 22, 23
  lw s0, 60(sp)
  add s0, s5, s0          // t22
  add s0, s0, t0          // t22
  xor s1, s10, s7         // ch
  and s1, s1, t3          // ch
  xor s1, s1, s7          // ch
  add s4, s0, s1          // t22
  slli s1, t3, 7          // S1(e22)
  srli s0, t3, 25         // S1(e22)
  or s0, s0, s1           // S1(e22)
  slli a0, a6, 23         // S0(a22)
  srli s1, a6, 9          // S0(a22)
  or s1, s1, a0           // S0(a22)
  xor s1, s1, a6          // S0(a22)
  slli a0, s1, 21         // S0(a22)
  srli s1, s1, 11         // S0(a22)
  or s1, s1, a0           // S0(a22)
  xor s1, s1, a6          // S0(a22)
  slli a1, t3, 21         // S1(e22)
  srli a0, t3, 11         // S1(e22)
  or a0, a0, a1           // S1(e22)
  xor s0, s0, a0          // S1(e22)
  slli a0, s1, 30         // S0(a22)
  srli s1, s1, 2          // S0(a22)
  or s1, s1, a0           // S0(a22)
  slli a1, t3, 26         // S1(e22)
  srli a0, t3, 6          // S1(e22)
  or a0, a0, a1           // S1(e22)
  xor s0, s0, a0          // S1(e22)
  add s0, s4, s0          // t22
  add s6, s6, s0          // e23
  xor s4, a6, s8          // ab
  and a0, s11, s4         // maj
  xor a0, a0, s8          // maj
  add s0, s0, s1          // a23
  add s5, s0, a0          // a23
  lw s0, 64(sp)
  add s0, s7, s0          // t23
  add s0, s0, t4          // t23
  xor s1, t3, s10         // ch
  and s1, s1, s6          // ch
  xor s1, s1, s10         // ch
  add s7, s0, s1          // t23
  slli s1, s6, 26         // S1(e23)
  srli s0, s6, 6          // S1(e23)
  or s0, s0, s1           // S1(e23)
  slli a0, s6, 7          // S1(e23)
  srli s1, s6, 25         // S1(e23)
  or s1, s1, a0           // S1(e23)
  xor s0, s0, s1          // S1(e23)
  slli a0, s5, 23         // S0(a23)
  srli s1, s5, 9          // S0(a23)
  or s1, s1, a0           // S0(a23)
  xor s1, s1, s5          // S0(a23)
  slli a0, s1, 21         // S0(a23)
  srli s1, s1, 11         // S0(a23)
  or s1, s1, a0           // S0(a23)
  xor s1, s1, s5          // S0(a23)
  slli a1, s6, 21         // S1(e23)
  srli a0, s6, 11         // S1(e23)
  or a0, a0, a1           // S1(e23)
  xor s0, s0, a0          // S1(e23)
  add s0, s7, s0          // t23
  slli a0, s1, 30         // S0(a23)
  srli s1, s1, 2          // S0(a23)
  or s1, s1, a0           // S0(a23)
  add s3, s3, s0          // e24
  xor s7, s5, a6          // ab
  and a0, s4, s7          // maj
  xor a0, a0, a6          // maj
  add s0, s0, s1          // a24
  add s4, s0, a0          // a24

  // words 24, 25
  slli s1, t0, 30         // s1(w22)
  srli s0, t0, 2          // s1(w22)
  or s0, s0, s1           // s1(w22)
  xor s0, s0, t0          // s1(w22)
  slli a0, t4, 30         // s1(w23)
  srli s1, t4, 2          // s1(w23)
  or s1, s1, a0           // s1(w23)
  xor s1, s1, t4          // s1(w23)
  slli a0, s0, 15         // s1(w22)
  srli s0, s0, 17         // s1(w22)
  or s0, s0, a0           // s1(w22)
  srli a0, t0, 10         // s1(w22)
  xor s0, s0, a0          // s1(w22)
  add s0, s0, t1          // w24
  lw a0, 44(sp)
  add s11, s0, a0         // w24
  slli s0, s1, 15         // s1(w23)
  srli s1, s1, 17         // s1(w23)
  or s1, s1, s0           // s1(w23)
  srli s0, t4, 10         // s1(w23)
  xor s1, s1, s0          // s1(w23)
  add t6, s1, s2          // w25

  // rounds 24, 25
  lw s0, 68(sp)
  add s0, s10, s0         // t24
  add s0, s0, s11         // t24
  xor s1, s6, t3          // ch
  and s1, s1, s3          // ch
  xor s1, s1, t3          // ch
  add s10, s0, s1         // t24
  slli s1, s3, 7          // S1(e24)
  srli s0, s3, 25         // S1(e24)
  or s0, s0, s1           // S1(e24)
  slli a0, s4, 23         // S0(a24)
  srli s1, s4, 9          // S0(a24)
  or s1, s1, a0           // S0(a24)
  xor s1, s1, s4          // S0(a24)
  slli a0, s1, 21         // S0(a24)
  srli s1, s1, 11         // S0(a24)
  or s1, s1, a0           // S0(a24)
  xor s1, s1, s4          // S0(a24)
  slli a1, s3, 21         // S1(e24)
  srli a0, s3, 11         // S1(e24)
  or a0, a0, a1           // S1(e24)
  xor s0, s0, a0          // S1(e24)
  slli a0, s1, 30         // S0(a24)
  srli s1, s1, 2          // S0(a24)
  or s1, s1, a0           // S0(a24)
  slli a1, s3, 26         // S1(e24)
  srli a0, s3, 6          // S1(e24)
  or a0, a0, a1           // S1(e24)
  xor s0, s0, a0          // S1(e24)
  add s0, s10, s0         // t24
  add s8, s8, s0          // e25
  xor s10, s4, s5         // ab
  and a0, s7, s10         // maj
  xor a0, a0, s5          // maj
  add s0, s0, s1          // a25
  add s7, s0, a0          // a25
  lw s0, 72(sp)
  add s0, t3, s0          // t25
  add s0, s0, t6          // t25
  xor s1, s3, s6          // ch
  and s1, s1, s8          // ch
  xor s1, s1, s6          // ch
  add t3, s0, s1          // t25
  slli s1, s8, 26         // S1(e25)
  srli s0, s8, 6          // S1(e25)
  or s0, s0, s1           // S1(e25)
  slli a0, s8, 7          // S1(e25)
  srli s1, s8, 25         // S1(e25)
  or s1, s1, a0           // S1(e25)
  xor s0, s0, s1          // S1(e25)
  slli a0, s7, 23         // S0(a25)
  srli s1, s7, 9          // S0(a25)
  or s1, s1, a0           // S0(a25)
  xor s1, s1, s7          // S0(a25)
  slli a0, s1, 21         // S0(a25)
  srli s1, s1, 11         // S0(a25)
  or s1, s1, a0           // S0(a25)
  xor s1, s1, s7          // S0(a25)
  slli a1, s8, 21         // S1(e25)
  srli a0, s8, 11         // S1(e25)
  or a0, a0, a1           // S1(e25)
  xor s0, s0, a0          // S1(e25)
  add s0, t3, s0          // t25
  slli a0, s1, 30         // S0(a25)
  srli s1, s1, 2          // S0(a25)
  or s1, s1, a0           // S0(a25)
  add a6, a6, s0          // e26
  xor t3, s7, s4          // ab
  and a0, s10, t3         // maj
  xor a0, a0, s4          // maj
  add s0, s0, s1          // a26
  add s10, s0, a0         // a26

  // words 26, 27
  slli s1, s11, 30        // s1(w24)
  srli s0, s11, 2         // s1(w24)
  or s0, s0, s1           // s1(w24)
  xor s0, s0, s11         // s1(w24)
  slli a0, t6, 30         // s1(w25)
  srli s1, t6, 2          // s1(w25)
  or s1, s1, a0           // s1(w25)
  xor s1, s1, t6          // s1(w25)
  slli a0, s0, 15         // s1(w24)
  srli s0, s0, 17         // s1(w24)
  or s0, s0, a0           // s1(w24)
  srli a0, s11, 10        // s1(w24)
  xor s0, s0, a0          // s1(w24)
  add ra, s0, t5          // w26
  slli s0, s1, 15         // s1(w25)
  srli s1, s1, 17         // s1(w25)
  or s1, s1, s0           // s1(w25)
  srli s0, t6, 10         // s1(w25)
  xor s1, s1, s0          // s1(w25)
  add s0, s1, a7          // w27

  // rounds 26, 27
  lw s1, 76(sp)
  add s1, s6, s1          // t26
  add s1, s1, ra          // t26
  xor a0, s8, s3          // ch
  and a0, a0, a6          // ch
  xor a0, a0, s3          // ch
  add s6, s1, a0          // t26
  slli a0, a6, 7          // S1(e26)
  srli s1, a6, 25         // S1(e26)
  or s1, s1, a0           // S1(e26)
  slli a1, s10, 23        // S0(a26)
  srli a0, s10, 9         // S0(a26)
  or a0, a0, a1           // S0(a26)
  xor a0, a0, s10         // S0(a26)
  slli a1, a0, 21         // S0(a26)
  srli a0, a0, 11         // S0(a26)
  or a0, a0, a1           // S0(a26)
  xor a0, a0, s10         // S0(a26)
  slli a2, a6, 21         // S1(e26)
  srli a1, a6, 11         // S1(e26)
  or a1, a1, a2           // S1(e26)
  xor s1, s1, a1          // S1(e26)
  slli a1, a0, 30         // S0(a26)
  srli a0, a0, 2          // S0(a26)
  or a0, a0, a1           // S0(a26)
  slli a2, a6, 26         // S1(e26)
  srli a1, a6, 6          // S1(e26)
  or a1, a1, a2           // S1(e26)
  xor s1, s1, a1          // S1(e26)
  add s1, s6, s1          // t26
  add s5, s5, s1          // e27
  xor s6, s10, s7         // ab
  and a1, t3, s6          // maj
  xor a1, a1, s7          // maj
  add s1, s1, a0          // a27
  add t3, s1, a1          // a27
  lw s1, 80(sp)
  add s1, s3, s1          // t27
  add s1, s1, s0          // t27
  xor a0, a6, s8          // ch
  and a0, a0, s5          // ch
  xor a0, a0, s8          // ch
  add s3, s1, a0          // t27
  slli a0, s5, 26         // S1(e27)
  srli s1, s5, 6          // S1(e27)
  or s1, s1, a0           // S1(e27)
  slli a1, s5, 7          // S1(e27)
  srli a0, s5, 25         // S1(e27)
  or a0, a0, a1           // S1(e27)
  xor s1, s1, a0          // S1(e27)
  slli a1, t3, 23         // S0(a27)
  srli a0, t3, 9          // S0(a27)
  or a0, a0, a1           // S0(a27)
  xor a0, a0, t3          // S0(a27)
  slli a1, a0, 21         // S0(a27)
  srli a0, a0, 11         // S0(a27)
  or a0, a0, a1           // S0(a27)
  xor a0, a0, t3          // S0(a27)
  slli a2, s5, 21         // S1(e27)
  srli a1, s5, 11         // S1(e27)
  or a1, a1, a2           // S1(e27)
  xor s1, s1, a1          // S1(e27)
  add s1, s3, s1          // t27
  slli a1, a0, 30         // S0(a27)
  srli a0, a0, 2          // S0(a27)
  or a0, a0, a1           // S0(a27)
  add s4, s4, s1          // e28
  xor s3, t3, s10         // ab
  and a1, s6, s3          // maj
  xor a1, a1, s10         // maj
  add s1, s1, a0          // a28
  add s6, s1, a1          // a28

  // words 28, 29
  slli a0, ra, 30         // s1(w26)
  srli s1, ra, 2          // s1(w26)
  or s1, s1, a0           // s1(w26)
  xor s1, s1, ra          // s1(w26)
  slli a1, s0, 30         // s1(w27)
  srli a0, s0, 2          // s1(w27)
  or a0, a0, a1           // s1(w27)
  xor a0, a0, s0          // s1(w27)
  slli a1, s1, 15         // s1(w26)
  srli s1, s1, 17         // s1(w26)
  or s1, s1, a1           // s1(w26)
  srli a1, ra, 10         // s1(w26)
  xor s1, s1, a1          // s1(w26)
  add s1, s1, s9          // w28
  slli a1, a0, 15         // s1(w27)
  srli a0, a0, 17         // s1(w27)
  or a0, a0, a1           // s1(w27)
  srli a1, s0, 10         // s1(w27)
  xor a0, a0, a1          // s1(w27)
  add a0, a0, t0          // w29

  // rounds 28, 29
  lw a1, 84(sp)
  add a1, s8, a1          // t28
  add a1, a1, s1          // t28
  xor a2, s5, a6          // ch
  and a2, a2, s4          // ch
  xor a2, a2, a6          // ch
  add s8, a1, a2          // t28
  slli a2, s4, 7          // S1(e28)
  srli a1, s4, 25         // S1(e28)
  or a1, a1, a2           // S1(e28)
  slli a3, s6, 23         // S0(a28)
  srli a2, s6, 9          // S0(a28)
  or a2, a2, a3           // S0(a28)
  xor a2, a2, s6          // S0(a28)
  slli a3, a2, 21         // S0(a28)
  srli a2, a2, 11         // S0(a28)
  or a2, a2, a3           // S0(a28)
  xor a2, a2, s6          // S0(a28)
  slli a4, s4, 21         // S1(e28)
  srli a3, s4, 11         // S1(e28)
  or a3, a3, a4           // S1(e28)
  xor a1, a1, a3          // S1(e28)
  slli a3, a2, 30         // S0(a28)
  srli a2, a2, 2          // S0(a28)
  or a2, a2, a3           // S0(a28)
  slli a4, s4, 26         // S1(e28)
  srli a3, s4, 6          // S1(e28)
  or a3, a3, a4           // S1(e28)
  xor a1, a1, a3          // S1(e28)
  add a1, s8, a1          // t28
  add s7, s7, a1          // e29
  xor s8, s6, t3          // ab
  and a3, s3, s8          // maj
  xor a3, a3, t3          // maj
  add a1, a1, a2          // a29
  add s3, a1, a3          // a29
  lw a1, 88(sp)
  add a1, a6, a1          // t29
  add a1, a1, a0          // t29
  xor a2, s4, s5          // ch
  and a2, a2, s7          // ch
  xor a2, a2, s5          // ch
  add a6, a1, a2          // t29
  slli a2, s7, 26         // S1(e29)
  srli a1, s7, 6          // S1(e29)
  or a1, a1, a2           // S1(e29)
  slli a3, s7, 7          // S1(e29)
  srli a2, s7, 25         // S1(e29)
  or a2, a2, a3           // S1(e29)
  xor a1, a1, a2          // S1(e29)
  slli a3, s3, 23         // S0(a29)
  srli a2, s3, 9          // S0(a29)
  or a2, a2, a3           // S0(a29)
  xor a2, a2, s3          // S0(a29)
  slli a3, a2, 21         // S0(a29)
  srli a2, a2, 11         // S0(a29)
  or a2, a2, a3           // S0(a29)
  xor a2, a2, s3          // S0(a29)
  slli a4, s7, 21         // S1(e29)
  srli a3, s7, 11         // S1(e29)
  or a3, a3, a4           // S1(e29)
  xor a1, a1, a3          // S1(e29)
  add a1, a6, a1          // t29
  slli a3, a2, 30         // S0(a29)
  srli a2, a2, 2          // S0(a29)
  or a2, a2, a3           // S0(a29)
  add s10, s10, a1        // e30
  xor a6, s3, s6          // ab
  and a3, s8, a6          // maj
  xor a3, a3, s6          // maj
  add a1, a1, a2          // a30
  add s8, a1, a3          // a30

  // words 30, 31
  slli a2, s1, 30         // s1(w28)
  srli a1, s1, 2          // s1(w28)
  or a1, a1, a2           // s1(w28)
  xor a1, a1, s1          // s1(w28)
  slli a3, a0, 30         // s1(w29)
  srli a2, a0, 2          // s1(w29)
  or a2, a2, a3           // s1(w29)
  xor a2, a2, a0          // s1(w29)
  slli a3, a1, 15         // s1(w28)
  srli a1, a1, 17         // s1(w28)
  or a1, a1, a3           // s1(w28)
  srli a3, s1, 10         // s1(w28)
  xor a1, a1, a3          // s1(w28)
  add a1, a1, t4          // w30
  lw a3, 316(sp)
  add a1, a1, a3          // w30
  slli a3, a2, 15         // s1(w29)
  srli a2, a2, 17         // s1(w29)
  or a2, a2, a3           // s1(w29)
  srli a3, a0, 10         // s1(w29)
  xor a2, a2, a3          // s1(w29)
  add a2, a2, s11         // w31
  slli a4, t2, 21         // s0(w16)
  srli a3, t2, 11         // s0(w16)
  or a3, a3, a4           // s0(w16)
  xor a3, a3, t2          // s0(w16)
  slli a4, a3, 25         // s0(w16)
  srli a3, a3, 7          // s0(w16)
  or a3, a3, a4           // s0(w16)
  srli a4, t2, 3          // s0(w16)
  xor a3, a3, a4          // s0(w16)
  add a2, a2, a3          // w31
  addi a2, a2, 256        // w31

  // rounds 30, 31
  lw a3, 96(sp)
  add a3, s5, a3          // t30
  add a3, a3, a1          // t30
  xor a4, s7, s4          // ch
  and a4, a4, s10         // ch
  xor a4, a4, s4          // ch
  add s5, a3, a4          // t30
  slli a4, s10, 7         // S1(e30)
  srli a3, s10, 25        // S1(e30)
  or a3, a3, a4           // S1(e30)
  slli a5, s8, 23         // S0(a30)
  srli a4, s8, 9          // S0(a30)
  or a4, a4, a5           // S0(a30)
  xor a4, a4, s8          // S0(a30)
  slli a5, a4, 21         // S0(a30)
  srli a4, a4, 11         // S0(a30)
  or a4, a4, a5           // S0(a30)
  xor a4, a4, s8          // S0(a30)
  sw s11, 368(sp)         // w24
  slli s11, s10, 21       // S1(e30)
  srli a5, s10, 11        // S1(e30)
  or a5, a5, s11          // S1(e30)
  xor a3, a3, a5          // S1(e30)
  slli a5, a4, 30         // S0(a30)
  srli a4, a4, 2          // S0(a30)
  or a4, a4, a5           // S0(a30)
  slli s11, s10, 26       // S1(e30)
  srli a5, s10, 6         // S1(e30)
  or a5, a5, s11          // S1(e30)
  xor a3, a3, a5          // S1(e30)
  add a3, s5, a3          // t30
  add t3, t3, a3          // e31
  xor s5, s8, s3          // ab
  and a5, a6, s5          // maj
  xor a5, a5, s3          // maj
  add a3, a3, a4          // a31
  add a6, a3, a5          // a31
  lw a3, 100(sp)
  add a3, s4, a3          // t31
  add a3, a3, a2          // t31
  xor a4, s10, s7         // ch
  and a4, a4, t3          // ch
  xor a4, a4, s7          // ch
  add s4, a3, a4          // t31
  slli a4, t3, 26         // S1(e31)
  srli a3, t3, 6          // S1(e31)
  or a3, a3, a4           // S1(e31)
  slli a5, t3, 7          // S1(e31)
  srli a4, t3, 25         // S1(e31)
  or a4, a4, a5           // S1(e31)
  xor a3, a3, a4          // S1(e31)
  slli a5, a6, 23         // S0(a31)
  srli a4, a6, 9          // S0(a31)
  or a4, a4, a5           // S0(a31)
  xor a4, a4, a6          // S0(a31)
  slli a5, a4, 21         // S0(a31)
  srli a4, a4, 11         // S0(a31)
  or a4, a4, a5           // S0(a31)
  xor a4, a4, a6          // S0(a31)
  slli s11, t3, 21        // S1(e31)
  srli a5, t3, 11         // S1(e31)
  or a5, a5, s11          // S1(e31)
  xor a3, a3, a5          // S1(e31)
  add a3, s4, a3          // t31
  slli a5, a4, 30         // S0(a31)
  srli a4, a4, 2          // S0(a31)
  or a4, a4, a5           // S0(a31)
  add s6, s6, a3          // e32
  xor s4, a6, s8          // ab
  and a5, s5, s4          // maj
  xor a5, a5, s8          // maj
  add a3, a3, a4          // a32
  add s5, a3, a5          // a32

  // words 32, 33
  slli a4, a1, 30         // s1(w30)
  srli a3, a1, 2          // s1(w30)
  or a3, a3, a4           // s1(w30)
  xor a3, a3, a1          // s1(w30)
  slli a5, a2, 30         // s1(w31)
  srli a4, a2, 2          // s1(w31)
  or a4, a4, a5           // s1(w31)
  xor a4, a4, a2          // s1(w31)
  slli a5, a3, 15         // s1(w30)
  srli a3, a3, 17         // s1(w30)
  or a3, a3, a5           // s1(w30)
  srli a5, a1, 10         // s1(w30)
  xor a3, a3, a5          // s1(w30)
  add a3, a3, t2          // w32
  add t2, a3, t6          // w32
  slli a3, a4, 15         // s1(w31)
  srli a4, a4, 17         // s1(w31)
  or a4, a4, a3           // s1(w31)
  srli a3, a2, 10         // s1(w31)
  xor a4, a4, a3          // s1(w31)
  add a4, a4, t1          // w33
  add s11, a4, ra         // w33
  slli a4, t1, 21         // s0(w17)
  srli a3, t1, 11         // s0(w17)
  or a3, a3, a4           // s0(w17)
  xor a3, a3, t1          // s0(w17)
  slli a5, s2, 21         // s0(w18)
  srli a4, s2, 11         // s0(w18)
  or a4, a4, a5           // s0(w18)
  xor a4, a4, s2          // s0(w18)
  slli a5, a3, 25         // s0(w17)
  srli a3, a3, 7          // s0(w17)
  or a3, a3, a5           // s0(w17)
  srli a5, t1, 3          // s0(w17)
  xor a3, a3, a5          // s0(w17)
  add t2, t2, a3          // w32
  slli a3, a4, 25         // s0(w18)
  srli a4, a4, 7          // s0(w18)
  or a4, a4, a3           // s0(w18)
  srli a3, s2, 3          // s0(w18)
  xor a4, a4, a3          // s0(w18)
  add s11, s11, a4        // w33

  // rounds 32, 33
  lw a3, 104(sp)
  add a3, s7, a3          // t32
  add a3, a3, t2          // t32
  xor a4, t3, s10         // ch
  and a4, a4, s6          // ch
  xor a4, a4, s10         // ch
  add t1, a3, a4          // t32
  slli a4, s6, 7          // S1(e32)
  srli a3, s6, 25         // S1(e32)
  or a3, a3, a4           // S1(e32)
  slli a5, s5, 23         // S0(a32)
  srli a4, s5, 9          // S0(a32)
  or a4, a4, a5           // S0(a32)
  xor a4, a4, s5          // S0(a32)
  slli a5, a4, 21         // S0(a32)
  srli a4, a4, 11         // S0(a32)
  or a4, a4, a5           // S0(a32)
  xor a4, a4, s5          // S0(a32)
  slli s7, s6, 21         // S1(e32)
  srli a5, s6, 11         // S1(e32)
  or a5, a5, s7           // S1(e32)
  xor a3, a3, a5          // S1(e32)
  slli a5, a4, 30         // S0(a32)
  srli a4, a4, 2          // S0(a32)
  or a4, a4, a5           // S0(a32)
  slli s7, s6, 26         // S1(e32)
  srli a5, s6, 6          // S1(e32)
  or a5, a5, s7           // S1(e32)
  xor a3, a3, a5          // S1(e32)
  add a3, t1, a3          // t32
  add s3, s3, a3          // e33
  xor t1, s5, a6          // ab
  and a5, s4, t1          // maj
  xor a5, a5, a6          // maj
  add a3, a3, a4          // a33
  add s4, a3, a5          // a33
  lw a3, 108(sp)
  add a3, s10, a3         // t33
  add a3, a3, s11         // t33
  xor a4, s6, t3          // ch
  and a4, a4, s3          // ch
  xor a4, a4, t3          // ch
  add s7, a3, a4          // t33
  slli a4, s3, 26         // S1(e33)
  srli a3, s3, 6          // S1(e33)
  or a3, a3, a4           // S1(e33)
  slli a5, s3, 7          // S1(e33)
  srli a4, s3, 25         // S1(e33)
  or a4, a4, a5           // S1(e33)
  xor a3, a3, a4          // S1(e33)
  slli a5, s4, 23         // S0(a33)
  srli a4, s4, 9          // S0(a33)
  or a4, a4, a5           // S0(a33)
  xor a4, a4, s4          // S0(a33)
  slli a5, a4, 21         // S0(a33)
  srli a4, a4, 11         // S0(a33)
  or a4, a4, a5           // S0(a33)
  xor a4, a4, s4          // S0(a33)
  slli s10, s3, 21        // S1(e33)
  srli a5, s3, 11         // S1(e33)
  or a5, a5, s10          // S1(e33)
  xor a3, a3, a5          // S1(e33)
  add a3, s7, a3          // t33
  slli a5, a4, 30         // S0(a33)
  srli a4, a4, 2          // S0(a33)
  or a4, a4, a5           // S0(a33)
  add s8, s8, a3          // e34
  xor s7, s4, s5          // ab
  and a5, t1, s7          // maj
  xor a5, a5, s5          // maj
  add a3, a3, a4          // a34
  add t1, a3, a5          // a34

  // words 34, 35
  slli a4, t2, 30         // s1(w32)
  srli a3, t2, 2          // s1(w32)
  or a3, a3, a4           // s1(w32)
  xor a3, a3, t2          // s1(w32)
  slli a5, s11, 30        // s1(w33)
  srli a4, s11, 2         // s1(w33)
  or a4, a4, a5           // s1(w33)
  xor a4, a4, s11         // s1(w33)
  slli a5, a3, 15         // s1(w32)
  srli a3, a3, 17         // s1(w32)
  or a3, a3, a5           // s1(w32)
  srli a5, t2, 10         // s1(w32)
  xor a3, a3, a5          // s1(w32)
  add a3, a3, s2          // w34
  add s2, a3, s0          // w34
  slli a3, a4, 15         // s1(w33)
  srli a4, a4, 17         // s1(w33)
  or a4, a4, a3           // s1(w33)
  srli a3, s11, 10        // s1(w33)
  xor a4, a4, a3          // s1(w33)
  add a4, a4, t5          // w35
  add s10, a4, s1         // w35
  slli a4, t5, 21         // s0(w19)
  srli a3, t5, 11         // s0(w19)
  or a3, a3, a4           // s0(w19)
  xor a3, a3, t5          // s0(w19)
  slli a5, a7, 21         // s0(w20)
  srli a4, a7, 11         // s0(w20)
  or a4, a4, a5           // s0(w20)
  xor a4, a4, a7          // s0(w20)
  slli a5, a3, 25         // s0(w19)
  srli a3, a3, 7          // s0(w19)
  or a3, a3, a5           // s0(w19)
  srli a5, t5, 3          // s0(w19)
  xor a3, a3, a5          // s0(w19)
  add s2, s2, a3          // w34
  slli a3, a4, 25         // s0(w20)
  srli a4, a4, 7          // s0(w20)
  or a4, a4, a3           // s0(w20)
  srli a3, a7, 3          // s0(w20)
  xor a4, a4, a3          // s0(w20)
  add s10, s10, a4        // w35

  // rounds 34, 35
  lw a3, 112(sp)
  add a3, t3, a3          // t34
  add a3, a3, s2          // t34
  xor a4, s3, s6          // ch
  and a4, a4, s8          // ch
  xor a4, a4, s6          // ch
  add t3, a3, a4          // t34
  slli a4, s8, 7          // S1(e34)
  srli a3, s8, 25         // S1(e34)
  or a3, a3, a4           // S1(e34)
  slli a5, t1, 23         // S0(a34)
  srli a4, t1, 9          // S0(a34)
  or a4, a4, a5           // S0(a34)
  xor a4, a4, t1          // S0(a34)
  slli a5, a4, 21         // S0(a34)
  srli a4, a4, 11         // S0(a34)
  or a4, a4, a5           // S0(a34)
  xor a4, a4, t1          // S0(a34)
  slli t5, s8, 21         // S1(e34)
  srli a5, s8, 11         // S1(e34)
  or a5, a5, t5           // S1(e34)
  xor a3, a3, a5          // S1(e34)
  slli a5, a4, 30         // S0(a34)
  srli a4, a4, 2          // S0(a34)
  or a4, a4, a5           // S0(a34)
  slli t5, s8, 26         // S1(e34)
  srli a5, s8, 6          // S1(e34)
  or a5, a5, t5           // S1(e34)
  xor a3, a3, a5          // S1(e34)
  add a3, t3, a3          // t34
  add a6, a6, a3          // e35
  xor t3, t1, s4          // ab
  and a5, s7, t3          // maj
  xor a5, a5, s4          // maj
  add a3, a3, a4          // a35
  add s7, a3, a5          // a35
  lw a3, 116(sp)
  add a3, s6, a3          // t35
  add a3, a3, s10         // t35
  xor a4, s8, s3          // ch
  and a4, a4, a6          // ch
  xor a4, a4, s3          // ch
  add s6, a3, a4          // t35
  slli a4, a6, 26         // S1(e35)
  srli a3, a6, 6          // S1(e35)
  or a3, a3, a4           // S1(e35)
  slli a5, a6, 7          // S1(e35)
  srli a4, a6, 25         // S1(e35)
  or a4, a4, a5           // S1(e35)
  xor a3, a3, a4          // S1(e35)
  slli a5, s7, 23         // S0(a35)
  srli a4, s7, 9          // S0(a35)
  or a4, a4, a5           // S0(a35)
  xor a4, a4, s7          // S0(a35)
  slli a5, a4, 21         // S0(a35)
  srli a4, a4, 11         // S0(a35)
  or a4, a4, a5           // S0(a35)
  xor a4, a4, s7          // S0(a35)
  slli t5, a6, 21         // S1(e35)
  srli a5, a6, 11         // S1(e35)
  or a5, a5, t5           // S1(e35)
  xor a3, a3, a5          // S1(e35)
  add a3, s6, a3          // t35
  slli a5, a4, 30         // S0(a35)
  srli a4, a4, 2          // S0(a35)
  or a4, a4, a5           // S0(a35)
  add s5, s5, a3          // e36
  xor s6, s7, t1          // ab
  and a5, t3, s6          // maj
  xor a5, a5, t1          // maj
  add a3, a3, a4          // a36
  add t3, a3, a5          // a36

  // words 36, 37
  slli a4, s2, 30         // s1(w34)
  srli a3, s2, 2          // s1(w34)
  or a3, a3, a4           // s1(w34)
  xor a3, a3, s2          // s1(w34)
  slli a5, s10, 30        // s1(w35)
  srli a4, s10, 2         // s1(w35)
  or a4, a4, a5           // s1(w35)
  xor a4, a4, s10         // s1(w35)
  slli a5, a3, 15         // s1(w34)
  srli a3, a3, 17         // s1(w34)
  or a3, a3, a5           // s1(w34)
  srli a5, s2, 10         // s1(w34)
  xor a3, a3, a5          // s1(w34)
  add a3, a3, a7          // w36
  add a7, a3, a0          // w36
  slli a3, a4, 15         // s1(w35)
  srli a4, a4, 17         // s1(w35)
  or a4, a4, a3           // s1(w35)
  srli a3, s10, 10        // s1(w35)
  xor a4, a4, a3          // s1(w35)
  add a4, a4, s9          // w37
  add t5, a4, a1          // w37
  slli a4, s9, 21         // s0(w21)
  srli a3, s9, 11         // s0(w21)
  or a3, a3, a4           // s0(w21)
  xor a3, a3, s9          // s0(w21)
  slli a5, t0, 21         // s0(w22)
  srli a4, t0, 11         // s0(w22)
  or a4, a4, a5           // s0(w22)
  xor a4, a4, t0          // s0(w22)
  slli a5, a3, 25         // s0(w21)
  srli a3, a3, 7          // s0(w21)
  or a3, a3, a5           // s0(w21)
  srli a5, s9, 3          // s0(w21)
  xor a3, a3, a5          // s0(w21)
  add a7, a7, a3          // w36
  slli a3, a4, 25         // s0(w22)
  srli a4, a4, 7          // s0(w22)
  or a4, a4, a3           // s0(w22)
  srli a3, t0, 3          // s0(w22)
  xor a4, a4, a3          // s0(w22)
  add t5, t5, a4          // w37

  // rounds 36, 37
  lw a3, 120(sp)
  add a3, s3, a3          // t36
  add a3, a3, a7          // t36
  xor a4, a6, s8          // ch
  and a4, a4, s5          // ch
  xor a4, a4, s8          // ch
  add s3, a3, a4          // t36
  slli a4, s5, 7          // S1(e36)
  srli a3, s5, 25         // S1(e36)
  or a3, a3, a4           // S1(e36)
  slli a5, t3, 23         // S0(a36)
  srli a4, t3, 9          // S0(a36)
  or a4, a4, a5           // S0(a36)
  xor a4, a4, t3          // S0(a36)
  slli a5, a4, 21         // S0(a36)
  srli a4, a4, 11         // S0(a36)
  or a4, a4, a5           // S0(a36)
  xor a4, a4, t3          // S0(a36)
  slli s9, s5, 21         // S1(e36)
  srli a5, s5, 11         // S1(e36)
  or a5, a5, s9           // S1(e36)
  xor a3, a3, a5          // S1(e36)
  slli a5, a4, 30         // S0(a36)
  srli a4, a4, 2          // S0(a36)
  or a4, a4, a5           // S0(a36)
  slli s9, s5, 26         // S1(e36)
  srli a5, s5, 6          // S1(e36)
  or a5, a5, s9           // S1(e36)
  xor a3, a3, a5          // S1(e36)
  add a3, s3, a3          // t36
  add s4, s4, a3          // e37
  xor s3, t3, s7          // ab
  and a5, s6, s3          // maj
  xor a5, a5, s7          // maj
  add a3, a3, a4          // a37
  add s6, a3, a5          // a37
  lw a3, 124(sp)
  add a3, s8, a3          // t37
  add a3, a3, t5          // t37
  xor a4, s5, a6          // ch
  and a4, a4, s4          // ch
  xor a4, a4, a6          // ch
  add s8, a3, a4          // t37
  slli a4, s4, 26         // S1(e37)
  srli a3, s4, 6          // S1(e37)
  or a3, a3, a4           // S1(e37)
  slli a5, s4, 7          // S1(e37)
  srli a4, s4, 25         // S1(e37)
  or a4, a4, a5           // S1(e37)
  xor a3, a3, a4          // S1(e37)
  slli a5, s6, 23         // S0(a37)
  srli a4, s6, 9          // S0(a37)
  or a4, a4, a5           // S0(a37)
  xor a4, a4, s6          // S0(a37)
  slli a5, a4, 21         // S0(a37)
  srli a4, a4, 11         // S0(a37)
  or a4, a4, a5           // S0(a37)
  xor a4, a4, s6          // S0(a37)
  slli s9, s4, 21         // S1(e37)
  srli a5, s4, 11         // S1(e37)
  or a5, a5, s9           // S1(e37)
  xor a3, a3, a5          // S1(e37)
  add a3, s8, a3          // t37
  slli a5, a4, 30         // S0(a37)
  srli a4, a4, 2          // S0(a37)
  or a4, a4, a5           // S0(a37)
  add t1, t1, a3          // e38
  xor s8, s6, t3          // ab
  and a5, s3, s8          // maj
  xor a5, a5, t3          // maj
  add a3, a3, a4          // a38
  add s3, a3, a5          // a38

  // words 38, 39
  slli a4, a7, 30         // s1(w36)
  srli a3, a7, 2          // s1(w36)
  or a3, a3, a4           // s1(w36)
  xor a3, a3, a7          // s1(w36)
  slli a5, t5, 30         // s1(w37)
  srli a4, t5, 2          // s1(w37)
  or a4, a4, a5           // s1(w37)
  xor a4, a4, t5          // s1(w37)
  slli a5, a3, 15         // s1(w36)
  srli a3, a3, 17         // s1(w36)
  or a3, a3, a5           // s1(w36)
  srli a5, a7, 10         // s1(w36)
  xor a3, a3, a5          // s1(w36)
  add a3, a3, t0          // w38
  add t0, a3, a2          // w38
  slli a3, a4, 15         // s1(w37)
  srli a4, a4, 17         // s1(w37)
  or a4, a4, a3           // s1(w37)
  srli a3, t5, 10         // s1(w37)
  xor a4, a4, a3          // s1(w37)
  add a4, a4, t4          // w39
  add s9, a4, t2          // w39
  slli a4, t4, 21         // s0(w23)
  srli a3, t4, 11         // s0(w23)
  or a3, a3, a4           // s0(w23)
  xor a3, a3, t4          // s0(w23)
  lw a4, 368(sp)          // w24
  sw t2, 372(sp)          // w32
  slli t2, a4, 21         // s0(w24)
  srli a5, a4, 11         // s0(w24)
  or a5, a5, t2           // s0(w24)
  xor a5, a5, a4          // s0(w24)
  slli t2, a3, 25         // s0(w23)
  srli a3, a3, 7          // s0(w23)
  or a3, a3, t2           // s0(w23)
  srli t2, t4, 3          // s0(w23)
  xor a3, a3, t2          // s0(w23)
  add t0, t0, a3          // w38
  slli a3, a5, 25         // s0(w24)
  srli a5, a5, 7          // s0(w24)
  or a5, a5, a3           // s0(w24)
  srli a3, a4, 3          // s0(w24)
  xor a5, a5, a3          // s0(w24)
  add s9, s9, a5          // w39

  // rounds 38, 39
  lw a3, 128(sp)
  add a3, a6, a3          // t38
  add a3, a3, t0          // t38
  xor a5, s4, s5          // ch
  and a5, a5, t1          // ch
  xor a5, a5, s5          // ch
  add t2, a3, a5          // t38
  slli a5, t1, 7          // S1(e38)
  srli a3, t1, 25         // S1(e38)
  or a3, a3, a5           // S1(e38)
  slli a6, s3, 23         // S0(a38)
  srli a5, s3, 9          // S0(a38)
  or a5, a5, a6           // S0(a38)
  xor a5, a5, s3          // S0(a38)
  slli a6, a5, 21         // S0(a38)
  srli a5, a5, 11         // S0(a38)
  or a5, a5, a6           // S0(a38)
  xor a5, a5, s3          // S0(a38)
  slli t4, t1, 21         // S1(e38)
  srli a6, t1, 11         // S1(e38)
  or a6, a6, t4           // S1(e38)
  xor a3, a3, a6          // S1(e38)
  slli a6, a5, 30         // S0(a38)
  srli a5, a5, 2          // S0(a38)
  or a5, a5, a6           // S0(a38)
  slli t4, t1, 26         // S1(e38)
  srli a6, t1, 6          // S1(e38)
  or a6, a6, t4           // S1(e38)
  xor a3, a3, a6          // S1(e38)
  add a3, t2, a3          // t38
  add s7, s7, a3          // e39
  xor t2, s3, s6          // ab
  and a6, s8, t2          // maj
  xor a6, a6, s6          // maj
  add a3, a3, a5          // a39
  add a6, a3, a6          // a39
  lw a3, 132(sp)
  add a3, s5, a3          // t39
  add a3, a3, s9          // t39
  xor a5, t1, s4          // ch
  and a5, a5, s7          // ch
  xor a5, a5, s4          // ch
  add s5, a3, a5          // t39
  slli a5, s7, 26         // S1(e39)
  srli a3, s7, 6          // S1(e39)
  or a3, a3, a5           // S1(e39)
  slli s8, s7, 7          // S1(e39)
  srli a5, s7, 25         // S1(e39)
  or a5, a5, s8           // S1(e39)
  xor a3, a3, a5          // S1(e39)
  slli s8, a6, 23         // S0(a39)
  srli a5, a6, 9          // S0(a39)
  or a5, a5, s8           // S0(a39)
  xor a5, a5, a6          // S0(a39)
  slli s8, a5, 21         // S0(a39)
  srli a5, a5, 11         // S0(a39)
  or a5, a5, s8           // S0(a39)
  xor a5, a5, a6          // S0(a39)
  slli t4, s7, 21         // S1(e39)
  srli s8, s7, 11         // S1(e39)
  or s8, s8, t4           // S1(e39)
  xor a3, a3, s8          // S1(e39)
  add a3, s5, a3          // t39
  slli s5, a5, 30         // S0(a39)
  srli a5, a5, 2          // S0(a39)
  or a5, a5, s5           // S0(a39)
  add t3, t3, a3          // e40
  xor s5, a6, s3          // ab
  and t2, t2, s5          // maj
  xor t2, t2, s3          // maj
  add a3, a3, a5          // a40
  add t2, a3, t2          // a40

  // words 40, 41
  slli a5, t0, 30         // s1(w38)
  srli a3, t0, 2          // s1(w38)
  or a3, a3, a5           // s1(w38)
  xor a3, a3, t0          // s1(w38)
  slli s8, s9, 30         // s1(w39)
  srli a5, s9, 2          // s1(w39)
  or a5, a5, s8           // s1(w39)
  xor a5, a5, s9          // s1(w39)
  slli s8, a3, 15         // s1(w38)
  srli a3, a3, 17         // s1(w38)
  or a3, a3, s8           // s1(w38)
  srli s8, t0, 10         // s1(w38)
  xor a3, a3, s8          // s1(w38)
  add a3, a3, a4          // w40
  add s8, a3, s11         // w40
  slli a3, a5, 15         // s1(w39)
  srli a5, a5, 17         // s1(w39)
  or a5, a5, a3           // s1(w39)
  srli a3, s9, 10         // s1(w39)
  xor a5, a5, a3          // s1(w39)
  add a5, a5, t6          // w41
  add t4, a5, s2          // w41
  slli a4, t6, 21         // s0(w25)
  srli a3, t6, 11         // s0(w25)
  or a3, a3, a4           // s0(w25)
  xor a3, a3, t6          // s0(w25)
  slli a5, ra, 21         // s0(w26)
  srli a4, ra, 11         // s0(w26)
  or a4, a4, a5           // s0(w26)
  xor a4, a4, ra          // s0(w26)
  slli a5, a3, 25         // s0(w25)
  srli a3, a3, 7          // s0(w25)
  or a3, a3, a5           // s0(w25)
  srli a5, t6, 3          // s0(w25)
  xor a3, a3, a5          // s0(w25)
  add s8, s8, a3          // w40
  slli a3, a4, 25         // s0(w26)
  srli a4, a4, 7          // s0(w26)
  or a4, a4, a3           // s0(w26)
  srli a3, ra, 3          // s0(w26)
  xor a4, a4, a3          // s0(w26)
  add t4, t4, a4          // w41

  // rounds 40, 41
  lw a3, 136(sp)
  add a3, s4, a3          // t40
  add a3, a3, s8          // t40
  xor a4, s7, t1          // ch
  and a4, a4, t3          // ch
  xor a4, a4, t1          // ch
  add s4, a3, a4          // t40
  slli a4, t3, 7          // S1(e40)
  srli a3, t3, 25         // S1(e40)
  or a3, a3, a4           // S1(e40)
  slli a5, t2, 23         // S0(a40)
  srli a4, t2, 9          // S0(a40)
  or a4, a4, a5           // S0(a40)
  xor a4, a4, t2          // S0(a40)
  slli a5, a4, 21         // S0(a40)
  srli a4, a4, 11         // S0(a40)
  or a4, a4, a5           // S0(a40)
  xor a4, a4, t2          // S0(a40)
  slli t6, t3, 21         // S1(e40)
  srli a5, t3, 11         // S1(e40)
  or a5, a5, t6           // S1(e40)
  xor a3, a3, a5          // S1(e40)
  slli a5, a4, 30         // S0(a40)
  srli a4, a4, 2          // S0(a40)
  or a4, a4, a5           // S0(a40)
  slli t6, t3, 26         // S1(e40)
  srli a5, t3, 6          // S1(e40)
  or a5, a5, t6           // S1(e40)
  xor a3, a3, a5          // S1(e40)
  add a3, s4, a3          // t40
  add s6, s6, a3          // e41
  xor s4, t2, a6          // ab
  and a5, s5, s4          // maj
  xor a5, a5, a6          // maj
  add a3, a3, a4          // a41
  add s5, a3, a5          // a41
  lw a3, 140(sp)
  add a3, t1, a3          // t41
  add a3, a3, t4          // t41
  xor a4, t3, s7          // ch
  and a4, a4, s6          // ch
  xor a4, a4, s7          // ch
  add t1, a3, a4          // t41
  slli a4, s6, 26         // S1(e41)
  srli a3, s6, 6          // S1(e41)
  or a3, a3, a4           // S1(e41)
  slli a5, s6, 7          // S1(e41)
  srli a4, s6, 25         // S1(e41)
  or a4, a4, a5           // S1(e41)
  xor a3, a3, a4          // S1(e41)
  slli a5, s5, 23         // S0(a41)
  srli a4, s5, 9          // S0(a41)
  or a4, a4, a5           // S0(a41)
  xor a4, a4, s5          // S0(a41)
  slli a5, a4, 21         // S0(a41)
  srli a4, a4, 11         // S0(a41)
  or a4, a4, a5           // S0(a41)
  xor a4, a4, s5          // S0(a41)
  slli t6, s6, 21         // S1(e41)
  srli a5, s6, 11         // S1(e41)
  or a5, a5, t6           // S1(e41)
  xor a3, a3, a5          // S1(e41)
  add a3, t1, a3          // t41
  slli a5, a4, 30         // S0(a41)
  srli a4, a4, 2          // S0(a41)
  or a4, a4, a5           // S0(a41)
  add s3, s3, a3          // e42
  xor t1, s5, t2          // ab
  and a5, s4, t1          // maj
  xor a5, a5, t2          // maj
  add a3, a3, a4          // a42
  add s4, a3, a5          // a42

  // words 42, 43
  slli a4, s8, 30         // s1(w40)
  srli a3, s8, 2          // s1(w40)
  or a3, a3, a4           // s1(w40)
  xor a3, a3, s8          // s1(w40)
  slli a5, t4, 30         // s1(w41)
  srli a4, t4, 2          // s1(w41)
  or a4, a4, a5           // s1(w41)
  xor a4, a4, t4          // s1(w41)
  slli a5, a3, 15         // s1(w40)
  srli a3, a3, 17         // s1(w40)
  or a3, a3, a5           // s1(w40)
  srli a5, s8, 10         // s1(w40)
  xor a3, a3, a5          // s1(w40)
  add a3, a3, ra          // w42
  add t6, a3, s10         // w42
  slli a3, a4, 15         // s1(w41)
  srli a4, a4, 17         // s1(w41)
  or a4, a4, a3           // s1(w41)
  srli a3, t4, 10         // s1(w41)
  xor a4, a4, a3          // s1(w41)
  add a4, a4, s0          // w43
  add ra, a4, a7          // w43
  slli a4, s0, 21         // s0(w27)
  srli a3, s0, 11         // s0(w27)
  or a3, a3, a4           // s0(w27)
  xor a3, a3, s0          // s0(w27)
  slli a5, s1, 21         // s0(w28)
  srli a4, s1, 11         // s0(w28)
  or a4, a4, a5           // s0(w28)
  xor a4, a4, s1          // s0(w28)
  slli a5, a3, 25         // s0(w27)
  srli a3, a3, 7          // s0(w27)
  or a3, a3, a5           // s0(w27)
  srli s0, s0, 3          // s0(w27)
  xor a3, a3, s0          // s0(w27)
  add t6, t6, a3          // w42
  slli s0, a4, 25         // s0(w28)
  srli a4, a4, 7          // s0(w28)
  or a4, a4, s0           // s0(w28)
  srli s0, s1, 3          // s0(w28)
  xor a4, a4, s0          // s0(w28)
  add ra, ra, a4          // w43

  // rounds 42, 43
  lw s0, 144(sp)
  add s0, s7, s0          // t42
  add s0, s0, t6          // t42
  xor a3, s6, t3          // ch
  and a3, a3, s3          // ch
  xor a3, a3, t3          // ch
  add s7, s0, a3          // t42
  slli a3, s3, 7          // S1(e42)
  srli s0, s3, 25         // S1(e42)
  or s0, s0, a3           // S1(e42)
  slli a4, s4, 23         // S0(a42)
  srli a3, s4, 9          // S0(a42)
  or a3, a3, a4           // S0(a42)
  xor a3, a3, s4          // S0(a42)
  slli a4, a3, 21         // S0(a42)
  srli a3, a3, 11         // S0(a42)
  or a3, a3, a4           // S0(a42)
  xor a3, a3, s4          // S0(a42)
  slli a5, s3, 21         // S1(e42)
  srli a4, s3, 11         // S1(e42)
  or a4, a4, a5           // S1(e42)
  xor s0, s0, a4          // S1(e42)
  slli a4, a3, 30         // S0(a42)
  srli a3, a3, 2          // S0(a42)
  or a3, a3, a4           // S0(a42)
  slli a5, s3, 26         // S1(e42)
  srli a4, s3, 6          // S1(e42)
  or a4, a4, a5           // S1(e42)
  xor s0, s0, a4          // S1(e42)
  add s0, s7, s0          // t42
  add a6, a6, s0          // e43
  xor s7, s4, s5          // ab
  and a4, t1, s7          // maj
  xor a4, a4, s5          // maj
  add s0, s0, a3          // a43
  add t1, s0, a4          // a43
  lw s0, 148(sp)
  add s0, t3, s0          // t43
  add s0, s0, ra          // t43
  xor a3, s3, s6          // ch
  and a3, a3, a6          // ch
  xor a3, a3, s6          // ch
  add t3, s0, a3          // t43
  slli a3, a6, 26         // S1(e43)
  srli s0, a6, 6          // S1(e43)
  or s0, s0, a3           // S1(e43)
  slli a4, a6, 7          // S1(e43)
  srli a3, a6, 25         // S1(e43)
  or a3, a3, a4           // S1(e43)
  xor s0, s0, a3          // S1(e43)
  slli a4, t1, 23         // S0(a43)
  srli a3, t1, 9          // S0(a43)
  or a3, a3, a4           // S0(a43)
  xor a3, a3, t1          // S0(a43)
  slli a4, a3, 21         // S0(a43)
  srli a3, a3, 11         // S0(a43)
  or a3, a3, a4           // S0(a43)
  xor a3, a3, t1          // S0(a43)
  slli a5, a6, 21         // S1(e43)
  srli a4, a6, 11         // S1(e43)
  or a4, a4, a5           // S1(e43)
  xor s0, s0, a4          // S1(e43)
  add s0, t3, s0          // t43
  slli a4, a3, 30         // S0(a43)
  srli a3, a3, 2          // S0(a43)
  or a3, a3, a4           // S0(a43)
  add t2, t2, s0          // e44
  xor t3, t1, s4          // ab
  and a4, s7, t3          // maj
  xor a4, a4, s4          // maj
  add s0, s0, a3          // a44
  add s7, s0, a4          // a44

  // words 44, 45
  slli a3, t6, 30         // s1(w42)
  srli s0, t6, 2          // s1(w42)
  or s0, s0, a3           // s1(w42)
  xor s0, s0, t6          // s1(w42)
  slli a4, ra, 30         // s1(w43)
  srli a3, ra, 2          // s1(w43)
  or a3, a3, a4           // s1(w43)
  xor a3, a3, ra          // s1(w43)
  slli a4, s0, 15         // s1(w42)
  srli s0, s0, 17         // s1(w42)
  or s0, s0, a4           // s1(w42)
  srli a4, t6, 10         // s1(w42)
  xor s0, s0, a4          // s1(w42)
  add s0, s0, s1          // w44
  add s0, s0, t5          // w44
  slli s1, a3, 15         // s1(w43)
  srli a3, a3, 17         // s1(w43)
  or a3, a3, s1           // s1(w43)
  srli s1, ra, 10         // s1(w43)
  xor a3, a3, s1          // s1(w43)
  add a3, a3, a0          // w45
  add s1, a3, t0          // w45
  slli a4, a0, 21         // s0(w29)
  srli a3, a0, 11         // s0(w29)
  or a3, a3, a4           // s0(w29)
  xor a3, a3, a0          // s0(w29)
  slli a5, a1, 21         // s0(w30)
  srli a4, a1, 11         // s0(w30)
  or a4, a4, a5           // s0(w30)
  xor a4, a4, a1          // s0(w30)
  slli a5, a3, 25         // s0(w29)
  srli a3, a3, 7          // s0(w29)
  or a3, a3, a5           // s0(w29)
  srli a0, a0, 3          // s0(w29)
  xor a3, a3, a0          // s0(w29)
  add s0, s0, a3          // w44
  slli a0, a4, 25         // s0(w30)
  srli a4, a4, 7          // s0(w30)
  or a4, a4, a0           // s0(w30)
  srli a0, a1, 3          // s0(w30)
  xor a4, a4, a0          // s0(w30)
  add s1, s1, a4          // w45

  // rounds 44, 45
  lw a0, 152(sp)
  add a0, s6, a0          // t44
  add a0, a0, s0          // t44
  xor a3, a6, s3          // ch
  and a3, a3, t2          // ch
  xor a3, a3, s3          // ch
  add s6, a0, a3          // t44
  slli a3, t2, 7          // S1(e44)
  srli a0, t2, 25         // S1(e44)
  or a0, a0, a3           // S1(e44)
  slli a4, s7, 23         // S0(a44)
  srli a3, s7, 9          // S0(a44)
  or a3, a3, a4           // S0(a44)
  xor a3, a3, s7          // S0(a44)
  slli a4, a3, 21         // S0(a44)
  srli a3, a3, 11         // S0(a44)
  or a3, a3, a4           // S0(a44)
  xor a3, a3, s7          // S0(a44)
  slli a5, t2, 21         // S1(e44)
  srli a4, t2, 11         // S1(e44)
  or a4, a4, a5           // S1(e44)
  xor a0, a0, a4          // S1(e44)
  slli a4, a3, 30         // S0(a44)
  srli a3, a3, 2          // S0(a44)
  or a3, a3, a4           // S0(a44)
  slli a5, t2, 26         // S1(e44)
  srli a4, t2, 6          // S1(e44)
  or a4, a4, a5           // S1(e44)
  xor a0, a0, a4          // S1(e44)
  add a0, s6, a0          // t44
  add s5, s5, a0          // e45
  xor s6, s7, t1          // ab
  and a4, t3, s6          // maj
  xor a4, a4, t1          // maj
  add a0, a0, a3          // a45
  add t3, a0, a4          // a45
  lw a0, 156(sp)
  add a0, s3, a0          // t45
  add a0, a0, s1          // t45
  xor a3, t2, a6          // ch
  and a3, a3, s5          // ch
  xor a3, a3, a6          // ch
  add s3, a0, a3          // t45
  slli a3, s5, 26         // S1(e45)
  srli a0, s5, 6          // S1(e45)
  or a0, a0, a3           // S1(e45)
  slli a4, s5, 7          // S1(e45)
  srli a3, s5, 25         // S1(e45)
  or a3, a3, a4           // S1(e45)
  xor a0, a0, a3          // S1(e45)
  slli a4, t3, 23         // S0(a45)
  srli a3, t3, 9          // S0(a45)
  or a3, a3, a4           // S0(a45)
  xor a3, a3, t3          // S0(a45)
  slli a4, a3, 21         // S0(a45)
  srli a3, a3, 11         // S0(a45)
  or a3, a3, a4           // S0(a45)
  xor a3, a3, t3          // S0(a45)
  slli a5, s5, 21         // S1(e45)
  srli a4, s5, 11         // S1(e45)
  or a4, a4, a5           // S1(e45)
  xor a0, a0, a4          // S1(e45)
  add a0, s3, a0          // t45
  slli a4, a3, 30         // S0(a45)
  srli a3, a3, 2          // S0(a45)
  or a3, a3, a4           // S0(a45)
  add s4, s4, a0          // e46
  xor s3, t3, s7          // ab
  and a4, s6, s3          // maj
  xor a4, a4, s7          // maj
  add a0, a0, a3          // a46
  add s6, a0, a4          // a46

  // words 46, 47
  slli a3, s0, 30         // s1(w44)
  srli a0, s0, 2          // s1(w44)
  or a0, a0, a3           // s1(w44)
  xor a0, a0, s0          // s1(w44)
  slli a4, s1, 30         // s1(w45)
  srli a3, s1, 2          // s1(w45)
  or a3, a3, a4           // s1(w45)
  xor a3, a3, s1          // s1(w45)
  slli a4, a0, 15         // s1(w44)
  srli a0, a0, 17         // s1(w44)
  or a0, a0, a4           // s1(w44)
  srli a4, s0, 10         // s1(w44)
  xor a0, a0, a4          // s1(w44)
  add a0, a0, a1          // w46
  add a0, a0, s9          // w46
  slli a1, a3, 15         // s1(w45)
  srli a3, a3, 17         // s1(w45)
  or a3, a3, a1           // s1(w45)
  srli a1, s1, 10         // s1(w45)
  xor a3, a3, a1          // s1(w45)
  add a3, a3, a2          // w47
  add a1, a3, s8          // w47
  slli a4, a2, 21         // s0(w31)
  srli a3, a2, 11         // s0(w31)
  or a3, a3, a4           // s0(w31)
  xor a3, a3, a2          // s0(w31)
  lw a4, 372(sp)          // w32
  sw s8, 368(sp)          // w40
  slli s8, a4, 21         // s0(w32)
  srli a5, a4, 11         // s0(w32)
  or a5, a5, s8           // s0(w32)
  xor a5, a5, a4          // s0(w32)
  slli s8, a3, 25         // s0(w31)
  srli a3, a3, 7          // s0(w31)
  or a3, a3, s8           // s0(w31)
  srli a2, a2, 3          // s0(w31)
  xor a3, a3, a2          // s0(w31)
  add s8, a0, a3          // w46
  slli a0, a5, 25         // s0(w32)
  srli a5, a5, 7          // s0(w32)
  or a5, a5, a0           // s0(w32)
  srli a0, a4, 3          // s0(w32)
  xor a5, a5, a0          // s0(w32)
  add a0, a1, a5          // w47

  // rounds 46, 47
  lw a1, 160(sp)
  add a1, a6, a1          // t46
  add a1, a1, s8          // t46
  xor a2, s5, t2          // ch
  and a2, a2, s4          // ch
  xor a2, a2, t2          // ch
  add a6, a1, a2          // t46
  slli a2, s4, 7          // S1(e46)
  srli a1, s4, 25         // S1(e46)
  or a1, a1, a2           // S1(e46)
  slli a3, s6, 23         // S0(a46)
  srli a2, s6, 9          // S0(a46)
  or a2, a2, a3           // S0(a46)
  xor a2, a2, s6          // S0(a46)
  slli a3, a2, 21         // S0(a46)
  srli a2, a2, 11         // S0(a46)
  or a2, a2, a3           // S0(a46)
  xor a2, a2, s6          // S0(a46)
  slli a5, s4, 21         // S1(e46)
  srli a3, s4, 11         // S1(e46)
  or a3, a3, a5           // S1(e46)
  xor a1, a1, a3          // S1(e46)
  slli a3, a2, 30         // S0(a46)
  srli a2, a2, 2          // S0(a46)
  or a2, a2, a3           // S0(a46)
  slli a5, s4, 26         // S1(e46)
  srli a3, s4, 6          // S1(e46)
  or a3, a3, a5           // S1(e46)
  xor a1, a1, a3          // S1(e46)
  add a1, a6, a1          // t46
  add t1, t1, a1          // e47
  xor a6, s6, t3          // ab
  and a3, s3, a6          // maj
  xor a3, a3, t3          // maj
  add a1, a1, a2          // a47
  add s3, a1, a3          // a47
  lw a1, 164(sp)
  add a1, t2, a1          // t47
  add a1, a1, a0          // t47
  xor a2, s4, s5          // ch
  and a2, a2, t1          // ch
  xor a2, a2, s5          // ch
  add t2, a1, a2          // t47
  slli a2, t1, 26         // S1(e47)
  srli a1, t1, 6          // S1(e47)
  or a1, a1, a2           // S1(e47)
  slli a3, t1, 7          // S1(e47)
  srli a2, t1, 25         // S1(e47)
  or a2, a2, a3           // S1(e47)
  xor a1, a1, a2          // S1(e47)
  slli a3, s3, 23         // S0(a47)
  srli a2, s3, 9          // S0(a47)
  or a2, a2, a3           // S0(a47)
  xor a2, a2, s3          // S0(a47)
  slli a3, a2, 21         // S0(a47)
  srli a2, a2, 11         // S0(a47)
  or a2, a2, a3           // S0(a47)
  xor a2, a2, s3          // S0(a47)
  slli a5, t1, 21         // S1(e47)
  srli a3, t1, 11         // S1(e47)
  or a3, a3, a5           // S1(e47)
  xor a1, a1, a3          // S1(e47)
  add a1, t2, a1          // t47
  slli a3, a2, 30         // S0(a47)
  srli a2, a2, 2          // S0(a47)
  or a2, a2, a3           // S0(a47)
  add s7, s7, a1          // e48
  xor t2, s3, s6          // ab
  and a3, a6, t2          // maj
  xor a3, a3, s6          // maj
  add a1, a1, a2          // a48
  add a6, a1, a3          // a48

  // words 48, 49
  slli a2, s8, 30         // s1(w46)
  srli a1, s8, 2          // s1(w46)
  or a1, a1, a2           // s1(w46)
  xor a1, a1, s8          // s1(w46)
  slli a3, a0, 30         // s1(w47)
  srli a2, a0, 2          // s1(w47)
  or a2, a2, a3           // s1(w47)
  xor a2, a2, a0          // s1(w47)
  slli a3, a1, 15         // s1(w46)
  srli a1, a1, 17         // s1(w46)
  or a1, a1, a3           // s1(w46)
  srli a3, s8, 10         // s1(w46)
  xor a1, a1, a3          // s1(w46)
  add a1, a1, a4          // w48
  add a1, a1, t4          // w48
  slli a3, a2, 15         // s1(w47)
  srli a2, a2, 17         // s1(w47)
  or a2, a2, a3           // s1(w47)
  srli a3, a0, 10         // s1(w47)
  xor a2, a2, a3          // s1(w47)
  add a2, a2, s11         // w49
  add a2, a2, t6          // w49
  slli a4, s11, 21        // s0(w33)
  srli a3, s11, 11        // s0(w33)
  or a3, a3, a4           // s0(w33)
  xor a3, a3, s11         // s0(w33)
  slli a5, s2, 21         // s0(w34)
  srli a4, s2, 11         // s0(w34)
  or a4, a4, a5           // s0(w34)
  xor a4, a4, s2          // s0(w34)
  slli a5, a3, 25         // s0(w33)
  srli a3, a3, 7          // s0(w33)
  or a3, a3, a5           // s0(w33)
  srli a5, s11, 3         // s0(w33)
  xor a3, a3, a5          // s0(w33)
  add s11, a1, a3         // w48
  slli a1, a4, 25         // s0(w34)
  srli a4, a4, 7          // s0(w34)
  or a4, a4, a1           // s0(w34)
  srli a1, s2, 3          // s0(w34)
  xor a4, a4, a1          // s0(w34)
  add a1, a2, a4          // w49

  // rounds 48, 49
  lw a2, 168(sp)
  add a2, s5, a2          // t48
  add a2, a2, s11         // t48
  xor a3, t1, s4          // ch
  and a3, a3, s7          // ch
  xor a3, a3, s4          // ch
  add s5, a2, a3          // t48
  slli a3, s7, 7          // S1(e48)
  srli a2, s7, 25         // S1(e48)
  or a2, a2, a3           // S1(e48)
  slli a4, a6, 23         // S0(a48)
  srli a3, a6, 9          // S0(a48)
  or a3, a3, a4           // S0(a48)
  xor a3, a3, a6          // S0(a48)
  slli a4, a3, 21         // S0(a48)
  srli a3, a3, 11         // S0(a48)
  or a3, a3, a4           // S0(a48)
  xor a3, a3, a6          // S0(a48)
  slli a5, s7, 21         // S1(e48)
  srli a4, s7, 11         // S1(e48)
  or a4, a4, a5           // S1(e48)
  xor a2, a2, a4          // S1(e48)
  slli a4, a3, 30         // S0(a48)
  srli a3, a3, 2          // S0(a48)
  or a3, a3, a4           // S0(a48)
  slli a5, s7, 26         // S1(e48)
  srli a4, s7, 6          // S1(e48)
  or a4, a4, a5           // S1(e48)
  xor a2, a2, a4          // S1(e48)
  add a2, s5, a2          // t48
  add t3, t3, a2          // e49
  xor s5, a6, s3          // ab
  and a4, t2, s5          // maj
  xor a4, a4, s3          // maj
  add a2, a2, a3          // a49
  add t2, a2, a4          // a49
  lw a2, 172(sp)
  add a2, s4, a2          // t49
  add a2, a2, a1          // t49
  xor a3, s7, t1          // ch
  and a3, a3, t3          // ch
  xor a3, a3, t1          // ch
  add s4, a2, a3          // t49
  slli a3, t3, 26         // S1(e49)
  srli a2, t3, 6          // S1(e49)
  or a2, a2, a3           // S1(e49)
  slli a4, t3, 7          // S1(e49)
  srli a3, t3, 25         // S1(e49)
  or a3, a3, a4           // S1(e49)
  xor a2, a2, a3          // S1(e49)
  slli a4, t2, 23         // S0(a49)
  srli a3, t2, 9          // S0(a49)
  or a3, a3, a4           // S0(a49)
  xor a3, a3, t2          // S0(a49)
  slli a4, a3, 21         // S0(a49)
  srli a3, a3, 11         // S0(a49)
  or a3, a3, a4           // S0(a49)
  xor a3, a3, t2          // S0(a49)
  slli a5, t3, 21         // S1(e49)
  srli a4, t3, 11         // S1(e49)
  or a4, a4, a5           // S1(e49)
  xor a2, a2, a4          // S1(e49)
  add a2, s4, a2          // t49
  slli a4, a3, 30         // S0(a49)
  srli a3, a3, 2          // S0(a49)
  or a3, a3, a4           // S0(a49)
  add s6, s6, a2          // e50
  xor s4, t2, a6          // ab
  and a4, s5, s4          // maj
  xor a4, a4, a6          // maj
  add a2, a2, a3          // a50
  add s5, a2, a4          // a50

  // words 50, 51
  slli a3, s11, 30        // s1(w48)
  srli a2, s11, 2         // s1(w48)
  or a2, a2, a3           // s1(w48)
  xor a2, a2, s11         // s1(w48)
  slli a4, a1, 30         // s1(w49)
  srli a3, a1, 2          // s1(w49)
  or a3, a3, a4           // s1(w49)
  xor a3, a3, a1          // s1(w49)
  slli a4, a2, 15         // s1(w48)
  srli a2, a2, 17         // s1(w48)
  or a2, a2, a4           // s1(w48)
  srli a4, s11, 10        // s1(w48)
  xor a2, a2, a4          // s1(w48)
  add a2, a2, s2          // w50
  add s2, a2, ra          // w50
  slli a2, a3, 15         // s1(w49)
  srli a3, a3, 17         // s1(w49)
  or a3, a3, a2           // s1(w49)
  srli a2, a1, 10         // s1(w49)
  xor a3, a3, a2          // s1(w49)
  add a3, a3, s10         // w51
  add a2, a3, s0          // w51
  slli a4, s10, 21        // s0(w35)
  srli a3, s10, 11        // s0(w35)
  or a3, a3, a4           // s0(w35)
  xor a3, a3, s10         // s0(w35)
  slli a5, a7, 21         // s0(w36)
  srli a4, a7, 11         // s0(w36)
  or a4, a4, a5           // s0(w36)
  xor a4, a4, a7          // s0(w36)
  slli a5, a3, 25         // s0(w35)
  srli a3, a3, 7          // s0(w35)
  or a3, a3, a5           // s0(w35)
  srli a5, s10, 3         // s0(w35)
  xor a3, a3, a5          // s0(w35)
  add s2, s2, a3          // w50
  slli a3, a4, 25         // s0(w36)
  srli a4, a4, 7          // s0(w36)
  or a4, a4, a3           // s0(w36)
  srli a3, a7, 3          // s0(w36)
  xor a4, a4, a3          // s0(w36)
  add s10, a2, a4         // w51

  // rounds 50, 51
  lw a2, 176(sp)
  add a2, t1, a2          // t50
  add a2, a2, s2          // t50
  xor a3, t3, s7          // ch
  and a3, a3, s6          // ch
  xor a3, a3, s7          // ch
  add t1, a2, a3          // t50
  slli a3, s6, 7          // S1(e50)
  srli a2, s6, 25         // S1(e50)
  or a2, a2, a3           // S1(e50)
  slli a4, s5, 23         // S0(a50)
  srli a3, s5, 9          // S0(a50)
  or a3, a3, a4           // S0(a50)
  xor a3, a3, s5          // S0(a50)
  slli a4, a3, 21         // S0(a50)
  srli a3, a3, 11         // S0(a50)
  or a3, a3, a4           // S0(a50)
  xor a3, a3, s5          // S0(a50)
  slli a5, s6, 21         // S1(e50)
  srli a4, s6, 11         // S1(e50)
  or a4, a4, a5           // S1(e50)
  xor a2, a2, a4          // S1(e50)
  slli a4, a3, 30         // S0(a50)
  srli a3, a3, 2          // S0(a50)
  or a3, a3, a4           // S0(a50)
  slli a5, s6, 26         // S1(e50)
  srli a4, s6, 6          // S1(e50)
  or a4, a4, a5           // S1(e50)
  xor a2, a2, a4          // S1(e50)
  add a2, t1, a2          // t50
  add s3, s3, a2          // e51
  xor t1, s5, t2          // ab
  and a4, s4, t1          // maj
  xor a4, a4, t2          // maj
  add a2, a2, a3          // a51
  add s4, a2, a4          // a51
  lw a2, 180(sp)
  add a2, s7, a2          // t51
  add a2, a2, s10         // t51
  xor a3, s6, t3          // ch
  and a3, a3, s3          // ch
  xor a3, a3, t3          // ch
  add s7, a2, a3          // t51
  slli a3, s3, 26         // S1(e51)
  srli a2, s3, 6          // S1(e51)
  or a2, a2, a3           // S1(e51)
  slli a4, s3, 7          // S1(e51)
  srli a3, s3, 25         // S1(e51)
  or a3, a3, a4           // S1(e51)
  xor a2, a2, a3          // S1(e51)
  slli a4, s4, 23         // S0(a51)
  srli a3, s4, 9          // S0(a51)
  or a3, a3, a4           // S0(a51)
  xor a3, a3, s4          // S0(a51)
  slli a4, a3, 21         // S0(a51)
  srli a3, a3, 11         // S0(a51)
  or a3, a3, a4           // S0(a51)
  xor a3, a3, s4          // S0(a51)
  slli a5, s3, 21         // S1(e51)
  srli a4, s3, 11         // S1(e51)
  or a4, a4, a5           // S1(e51)
  xor a2, a2, a4          // S1(e51)
  add a2, s7, a2          // t51
  slli a4, a3, 30         // S0(a51)
  srli a3, a3, 2          // S0(a51)
  or a3, a3, a4           // S0(a51)
  add a6, a6, a2          // e52
  xor s7, s4, s5          // ab
  and a4, t1, s7          // maj
  xor a4, a4, s5          // maj
  add a2, a2, a3          // a52
  add t1, a2, a4          // a52

  // words 52, 53
  slli a3, s2, 30         // s1(w50)
  srli a2, s2, 2          // s1(w50)
  or a2, a2, a3           // s1(w50)
  xor a2, a2, s2          // s1(w50)
  slli a4, s10, 30        // s1(w51)
  srli a3, s10, 2         // s1(w51)
  or a3, a3, a4           // s1(w51)
  xor a3, a3, s10         // s1(w51)
  slli a4, a2, 15         // s1(w50)
  srli a2, a2, 17         // s1(w50)
  or a2, a2, a4           // s1(w50)
  srli a4, s2, 10         // s1(w50)
  xor a2, a2, a4          // s1(w50)
  add a2, a2, a7          // w52
  add a7, a2, s1          // w52
  slli a2, a3, 15         // s1(w51)
  srli a3, a3, 17         // s1(w51)
  or a3, a3, a2           // s1(w51)
  srli a2, s10, 10        // s1(w51)
  xor a3, a3, a2          // s1(w51)
  add a3, a3, t5          // w53
  add s8, a3, s8          // w53
  slli a3, t5, 21         // s0(w37)
  srli a2, t5, 11         // s0(w37)
  or a2, a2, a3           // s0(w37)
  xor a2, a2, t5          // s0(w37)
  slli a4, t0, 21         // s0(w38)
  srli a3, t0, 11         // s0(w38)
  or a3, a3, a4           // s0(w38)
  xor a3, a3, t0          // s0(w38)
  slli a4, a2, 25         // s0(w37)
  srli a2, a2, 7          // s0(w37)
  or a2, a2, a4           // s0(w37)
  srli a4, t5, 3          // s0(w37)
  xor a2, a2, a4          // s0(w37)
  add a7, a7, a2          // w52
  slli a2, a3, 25         // s0(w38)
  srli a3, a3, 7          // s0(w38)
  or a3, a3, a2           // s0(w38)
  srli a2, t0, 3          // s0(w38)
  xor a3, a3, a2          // s0(w38)
  add s8, s8, a3          // w53

  // rounds 52, 53
  lw a2, 184(sp)
  add a2, t3, a2          // t52
  add a2, a2, a7          // t52
  xor a3, s3, s6          // ch
  and a3, a3, a6          // ch
  xor a3, a3, s6          // ch
  add t3, a2, a3          // t52
  slli a3, a6, 7          // S1(e52)
  srli a2, a6, 25         // S1(e52)
  or a2, a2, a3           // S1(e52)
  slli a4, t1, 23         // S0(a52)
  srli a3, t1, 9          // S0(a52)
  or a3, a3, a4           // S0(a52)
  xor a3, a3, t1          // S0(a52)
  slli a4, a3, 21         // S0(a52)
  srli a3, a3, 11         // S0(a52)
  or a3, a3, a4           // S0(a52)
  xor a3, a3, t1          // S0(a52)
  slli a5, a6, 21         // S1(e52)
  srli a4, a6, 11         // S1(e52)
  or a4, a4, a5           // S1(e52)
  xor a2, a2, a4          // S1(e52)
  slli a4, a3, 30         // S0(a52)
  srli a3, a3, 2          // S0(a52)
  or a3, a3, a4           // S0(a52)
  slli a5, a6, 26         // S1(e52)
  srli a4, a6, 6          // S1(e52)
  or a4, a4, a5           // S1(e52)
  xor a2, a2, a4          // S1(e52)
  add a2, t3, a2          // t52
  add t2, t2, a2          // e53
  xor t3, t1, s4          // ab
  and a4, s7, t3          // maj
  xor a4, a4, s4          // maj
  add a2, a2, a3          // a53
  add s7, a2, a4          // a53
  lw a2, 188(sp)
  add a2, s6, a2          // t53
  add a2, a2, s8          // t53
  xor a3, a6, s3          // ch
  and a3, a3, t2          // ch
  xor a3, a3, s3          // ch
  add s6, a2, a3          // t53
  slli a3, t2, 26         // S1(e53)
  srli a2, t2, 6          // S1(e53)
  or a2, a2, a3           // S1(e53)
  slli a4, t2, 7          // S1(e53)
  srli a3, t2, 25         // S1(e53)
  or a3, a3, a4           // S1(e53)
  xor a2, a2, a3          // S1(e53)
  slli a4, s7, 23         // S0(a53)
  srli a3, s7, 9          // S0(a53)
  or a3, a3, a4           // S0(a53)
  xor a3, a3, s7          // S0(a53)
  slli a4, a3, 21         // S0(a53)
  srli a3, a3, 11         // S0(a53)
  or a3, a3, a4           // S0(a53)
  xor a3, a3, s7          // S0(a53)
  slli a5, t2, 21         // S1(e53)
  srli a4, t2, 11         // S1(e53)
  or a4, a4, a5           // S1(e53)
  xor a2, a2, a4          // S1(e53)
  add a2, s6, a2          // t53
  slli a4, a3, 30         // S0(a53)
  srli a3, a3, 2          // S0(a53)
  or a3, a3, a4           // S0(a53)
  add s5, s5, a2          // e54
  xor s6, s7, t1          // ab
  and a4, t3, s6          // maj
  xor a4, a4, t1          // maj
  add a2, a2, a3          // a54
  add t3, a2, a4          // a54

  // words 54, 55
  slli a3, a7, 30         // s1(w52)
  srli a2, a7, 2          // s1(w52)
  or a2, a2, a3           // s1(w52)
  xor a2, a2, a7          // s1(w52)
  slli a4, s8, 30         // s1(w53)
  srli a3, s8, 2          // s1(w53)
  or a3, a3, a4           // s1(w53)
  xor a3, a3, s8          // s1(w53)
  slli a4, a2, 15         // s1(w52)
  srli a2, a2, 17         // s1(w52)
  or a2, a2, a4           // s1(w52)
  srli a4, a7, 10         // s1(w52)
  xor a2, a2, a4          // s1(w52)
  add a2, a2, t0          // w54
  add t0, a2, a0          // w54
  slli a0, a3, 15         // s1(w53)
  srli a3, a3, 17         // s1(w53)
  or a3, a3, a0           // s1(w53)
  srli a0, s8, 10         // s1(w53)
  xor a3, a3, a0          // s1(w53)
  add a3, a3, s9          // w55
  add s11, a3, s11        // w55
  slli a2, s9, 21         // s0(w39)
  srli a0, s9, 11         // s0(w39)
  or a0, a0, a2           // s0(w39)
  xor a0, a0, s9          // s0(w39)
  lw a2, 368(sp)          // w40
  slli a4, a2, 21         // s0(w40)
  srli a3, a2, 11         // s0(w40)
  or a3, a3, a4           // s0(w40)
  xor a3, a3, a2          // s0(w40)
  slli a4, a0, 25         // s0(w39)
  srli a0, a0, 7          // s0(w39)
  or a0, a0, a4           // s0(w39)
  srli a4, s9, 3          // s0(w39)
  xor a0, a0, a4          // s0(w39)
  add t0, t0, a0          // w54
  slli a0, a3, 25         // s0(w40)
  srli a3, a3, 7          // s0(w40)
  or a3, a3, a0           // s0(w40)
  srli a0, a2, 3          // s0(w40)
  xor a3, a3, a0          // s0(w40)
  add s11, s11, a3        // w55

  // rounds 54, 55
  lw a0, 192(sp)
  add a0, s3, a0          // t54
  add a0, a0, t0          // t54
  xor a3, t2, a6          // ch
  and a3, a3, s5          // ch
  xor a3, a3, a6          // ch
  add s3, a0, a3          // t54
  slli a3, s5, 7          // S1(e54)
  srli a0, s5, 25         // S1(e54)
  or a0, a0, a3           // S1(e54)
  slli a4, t3, 23         // S0(a54)
  srli a3, t3, 9          // S0(a54)
  or a3, a3, a4           // S0(a54)
  xor a3, a3, t3          // S0(a54)
  slli a4, a3, 21         // S0(a54)
  srli a3, a3, 11         // S0(a54)
  or a3, a3, a4           // S0(a54)
  xor a3, a3, t3          // S0(a54)
  slli a5, s5, 21         // S1(e54)
  srli a4, s5, 11         // S1(e54)
  or a4, a4, a5           // S1(e54)
  xor a0, a0, a4          // S1(e54)
  slli a4, a3, 30         // S0(a54)
  srli a3, a3, 2          // S0(a54)
  or a3, a3, a4           // S0(a54)
  slli a5, s5, 26         // S1(e54)
  srli a4, s5, 6          // S1(e54)
  or a4, a4, a5           // S1(e54)
  xor a0, a0, a4          // S1(e54)
  add a0, s3, a0          // t54
  add s4, s4, a0          // e55
  xor s3, t3, s7          // ab
  and a4, s6, s3          // maj
  xor a4, a4, s7          // maj
  add a0, a0, a3          // a55
  add s6, a0, a4          // a55
  lw a0, 196(sp)
  add a0, a6, a0          // t55
  add a0, a0, s11         // t55
  xor a3, s5, t2          // ch
  and a3, a3, s4          // ch
  xor a3, a3, t2          // ch
  add a6, a0, a3          // t55
  slli a3, s4, 26         // S1(e55)
  srli a0, s4, 6          // S1(e55)
  or a0, a0, a3           // S1(e55)
  slli a4, s4, 7          // S1(e55)
  srli a3, s4, 25         // S1(e55)
  or a3, a3, a4           // S1(e55)
  xor a0, a0, a3          // S1(e55)
  slli a4, s6, 23         // S0(a55)
  srli a3, s6, 9          // S0(a55)
  or a3, a3, a4           // S0(a55)
  xor a3, a3, s6          // S0(a55)
  slli a4, a3, 21         // S0(a55)
  srli a3, a3, 11         // S0(a55)
  or a3, a3, a4           // S0(a55)
  xor a3, a3, s6          // S0(a55)
  slli a5, s4, 21         // S1(e55)
  srli a4, s4, 11         // S1(e55)
  or a4, a4, a5           // S1(e55)
  xor a0, a0, a4          // S1(e55)
  add a0, a6, a0          // t55
  slli a4, a3, 30         // S0(a55)
  srli a3, a3, 2          // S0(a55)
  or a3, a3, a4           // S0(a55)
  add t1, t1, a0          // e56
  xor a6, s6, t3          // ab
  and a4, s3, a6          // maj
  xor a4, a4, t3          // maj
  add a0, a0, a3          // a56
  add s3, a0, a4          // a56

  // rounds 56, 57
  slli a3, t0, 30         // s1(w54)
  srli a0, t0, 2          // s1(w54)
  or a0, a0, a3           // s1(w54)
  xor a0, a0, t0          // s1(w54)
  slli a4, s11, 30        // s1(w55)
  srli a3, s11, 2         // s1(w55)
  or a3, a3, a4           // s1(w55)
  xor a3, a3, s11         // s1(w55)
  slli a4, a0, 15         // s1(w54)
  srli a0, a0, 17         // s1(w54)
  or a0, a0, a4           // s1(w54)
  srli a4, t0, 10         // s1(w54)
  xor a0, a0, a4          // s1(w54)
  add a0, a0, a2          // w56
  add t0, a0, a1          // w56
  slli a0, a3, 15         // s1(w55)
  srli a3, a3, 17         // s1(w55)
  or a3, a3, a0           // s1(w55)
  srli a0, s11, 10        // s1(w55)
  xor a3, a3, a0          // s1(w55)
  add a3, a3, t4          // w57
  add s2, a3, s2          // w57
  slli a1, t4, 21         // s0(w41)
  srli a0, t4, 11         // s0(w41)
  or a0, a0, a1           // s0(w41)
  xor a0, a0, t4          // s0(w41)
  slli a2, t6, 21         // s0(w42)
  srli a1, t6, 11         // s0(w42)
  or a1, a1, a2           // s0(w42)
  xor a1, a1, t6          // s0(w42)
  slli a2, a0, 25         // s0(w41)
  srli a0, a0, 7          // s0(w41)
  or a0, a0, a2           // s0(w41)
  srli a2, t4, 3          // s0(w41)
  xor a0, a0, a2          // s0(w41)
  add t0, t0, a0          // w56
  slli a0, a1, 25         // s0(w42)
  srli a1, a1, 7          // s0(w42)
  or a1, a1, a0           // s0(w42)
  srli a0, t6, 3          // s0(w42)
  xor a1, a1, a0          // s0(w42)
  add s2, s2, a1          // w57
  lw a0, 200(sp)
  add a0, t2, a0          // t56
  add a0, a0, t0          // t56
  xor a1, s4, s5          // ch
  and a1, a1, t1          // ch
  xor a1, a1, s5          // ch
  add t2, a0, a1          // t56
  slli a1, t1, 7          // S1(e56)
  srli a0, t1, 25         // S1(e56)
  or a0, a0, a1           // S1(e56)
  slli a2, s3, 23         // S0(a56)
  srli a1, s3, 9          // S0(a56)
  or a1, a1, a2           // S0(a56)
  xor a1, a1, s3          // S0(a56)
  slli a2, a1, 21         // S0(a56)
  srli a1, a1, 11         // S0(a56)
  or a1, a1, a2           // S0(a56)
  xor a1, a1, s3          // S0(a56)
  slli a3, t1, 21         // S1(e56)
  srli a2, t1, 11         // S1(e56)
  or a2, a2, a3           // S1(e56)
  xor a0, a0, a2          // S1(e56)
  slli a2, a1, 30         // S0(a56)
  srli a1, a1, 2          // S0(a56)
  or a1, a1, a2           // S0(a56)
  slli a3, t1, 26         // S1(e56)
  srli a2, t1, 6          // S1(e56)
  or a2, a2, a3           // S1(e56)
  xor a0, a0, a2          // S1(e56)
  add a0, t2, a0          // t56
  add s7, s7, a0          // e57
  xor a2, s3, s6          // ab
  and a2, a6, a2          // maj
  xor a2, a2, s6          // maj
  add a0, a0, a1          // a57
  add t2, a0, a2          // a57
  lw a0, 204(sp)
  add a0, s5, a0          // t57
  add a0, a0, s2          // t57
  xor a1, t1, s4          // ch
  and a1, a1, s7          // ch
  xor a1, a1, s4          // ch
  add a0, a0, a1          // t57
  slli a2, s7, 26         // S1(e57)
  srli a1, s7, 6          // S1(e57)
  or a1, a1, a2           // S1(e57)
  slli a3, s7, 21         // S1(e57)
  srli a2, s7, 11         // S1(e57)
  or a2, a2, a3           // S1(e57)
  xor a1, a1, a2          // S1(e57)
  slli a3, s7, 7          // S1(e57)
  srli a2, s7, 25         // S1(e57)
  or a2, a2, a3           // S1(e57)
  xor a1, a1, a2          // S1(e57)
  add a0, a0, a1          // t57
  add t3, t3, a0          // e58

  // rounds 58, 59
  slli a1, t0, 30         // s1(w56)
  srli a0, t0, 2          // s1(w56)
  or a0, a0, a1           // s1(w56)
  xor a0, a0, t0          // s1(w56)
  slli a2, s2, 30         // s1(w57)
  srli a1, s2, 2          // s1(w57)
  or a1, a1, a2           // s1(w57)
  xor a1, a1, s2          // s1(w57)
  slli a2, a0, 15         // s1(w56)
  srli a0, a0, 17         // s1(w56)
  or a0, a0, a2           // s1(w56)
  srli a2, t0, 10         // s1(w56)
  xor a0, a0, a2          // s1(w56)
  add a0, a0, t6          // w58
  add t0, a0, s10         // w58
  slli a0, a1, 15         // s1(w57)
  srli a1, a1, 17         // s1(w57)
  or a1, a1, a0           // s1(w57)
  srli a0, s2, 10         // s1(w57)
  xor a1, a1, a0          // s1(w57)
  add a1, a1, ra          // w59
  add a6, a1, a7          // w59
  slli a1, ra, 21         // s0(w43)
  srli a0, ra, 11         // s0(w43)
  or a0, a0, a1           // s0(w43)
  xor a0, a0, ra          // s0(w43)
  slli a2, s0, 21         // s0(w44)
  srli a1, s0, 11         // s0(w44)
  or a1, a1, a2           // s0(w44)
  xor a1, a1, s0          // s0(w44)
  slli a2, a0, 25         // s0(w43)
  srli a0, a0, 7          // s0(w43)
  or a0, a0, a2           // s0(w43)
  srli a2, ra, 3          // s0(w43)
  xor a0, a0, a2          // s0(w43)
  add t0, t0, a0          // w58
  slli a0, a1, 25         // s0(w44)
  srli a1, a1, 7          // s0(w44)
  or a1, a1, a0           // s0(w44)
  srli a0, s0, 3          // s0(w44)
  xor a1, a1, a0          // s0(w44)
  add a6, a6, a1          // w59
  lw a0, 208(sp)
  add a0, s4, a0          // t58
  add a0, a0, t0          // t58
  xor a1, s7, t1          // ch
  and a1, a1, t3          // ch
  xor a1, a1, t1          // ch
  add a0, a0, a1          // t58
  slli a2, t3, 7          // S1(e58)
  srli a1, t3, 25         // S1(e58)
  or a1, a1, a2           // S1(e58)
  slli a3, t3, 21         // S1(e58)
  srli a2, t3, 11         // S1(e58)
  or a2, a2, a3           // S1(e58)
  xor a1, a1, a2          // S1(e58)
  slli a3, t3, 26         // S1(e58)
  srli a2, t3, 6          // S1(e58)
  or a2, a2, a3           // S1(e58)
  xor a1, a1, a2          // S1(e58)
  add a0, a0, a1          // t58
  add s6, s6, a0          // e59
  lw a0, 212(sp)
  add a0, t1, a0          // t59
  add a0, a0, a6          // t59
  xor a1, t3, s7          // ch
  and a1, a1, s6          // ch
  xor a1, a1, s7          // ch
  add a0, a0, a1          // t59
  slli a2, s6, 26         // S1(e59)
  srli a1, s6, 6          // S1(e59)
  or a1, a1, a2           // S1(e59)
  slli a3, s6, 21         // S1(e59)
  srli a2, s6, 11         // S1(e59)
  or a2, a2, a3           // S1(e59)
  xor a1, a1, a2          // S1(e59)
  slli a3, s6, 7          // S1(e59)
  srli a2, s6, 25         // S1(e59)
  or a2, a2, a3           // S1(e59)
  xor a1, a1, a2          // S1(e59)
  add a0, a0, a1          // t59
  add s3, s3, a0          // e60

  // round 60
  slli a1, t0, 30         // s1(w58)
  srli a0, t0, 2          // s1(w58)
  or a0, a0, a1           // s1(w58)
  xor a0, a0, t0          // s1(w58)
  slli a1, a0, 15         // s1(w58)
  srli a0, a0, 17         // s1(w58)
  or a0, a0, a1           // s1(w58)
  srli a1, t0, 10         // s1(w58)
  xor a0, a0, a1          // s1(w58)
  add a0, a0, s0          // w60
  add a0, a0, s8          // w60
  slli a1, s1, 21         // s0(w45)
  srli s0, s1, 11         // s0(w45)
  or s0, s0, a1           // s0(w45)
  xor s0, s0, s1          // s0(w45)
  slli a1, s0, 25         // s0(w45)
  srli s0, s0, 7          // s0(w45)
  or s0, s0, a1           // s0(w45)
  srli s1, s1, 3          // s0(w45)
  xor s0, s0, s1          // s0(w45)
  add a0, a0, s0          // w60
  lw s0, 216(sp)
  add s0, s7, s0          // t60
  add s0, s0, a0          // t60
  xor s1, s6, t3          // ch
  and s1, s1, s3          // ch
  xor s1, s1, t3          // ch
  add s0, s0, s1          // t60
  slli a0, s3, 7          // S1(e60)
  srli s1, s3, 25         // S1(e60)
  or s1, s1, a0           // S1(e60)
  slli a1, s3, 21         // S1(e60)
  srli a0, s3, 11         // S1(e60)
  or a0, a0, a1           // S1(e60)
  xor s1, s1, a0          // S1(e60)
  slli a1, s3, 26         // S1(e60)
  srli a0, s3, 6          // S1(e60)
  or a0, a0, a1           // S1(e60)
  xor s1, s1, a0          // S1(e60)
  add s0, s0, s1          // t60
  add s0, t2, s0          // e61
  lw s1, 320(sp)
  add s0, s0, s1          // H7

  // the early end: does any bit of H7 reject it?
  lw a4, 560(sp)
  and a4, a4, s0
  lw a0, 564(sp)
  beqz a4, .Lfound_one
  lw a1, 568(sp)
  lui a2, 0x1000          // the next nonce
  add a0, a0, a2
  sw a0, 564(sp)
  beq a0, a1, .Lend_one
  j .Lnext_one
.Lfound_one:
  lw a1, 624(sp)
  sw a0, 116(a1)
  li a0, 1
  j .Lleave_one
.Lend_one:
  li a0, 0
.Lleave_one:
  lw ra, 572(sp)
  lw s0, 576(sp)
  lw s1, 580(sp)
  lw s2, 584(sp)
  lw s3, 588(sp)
  lw s4, 592(sp)
  lw s5, 596(sp)
  lw s6, 600(sp)
  lw s7, 604(sp)
  lw s8, 608(sp)
  lw s9, 612(sp)
  lw s10, 616(sp)
  lw s11, 620(sp)
  addi sp, sp, 640
  ret
  .size mite_assembly_scan_one, . - mite_assembly_scan_one

  .section .rodata.mite_riscv, "a"
  .align 2
.Lconstants_many:
  .word 0x0fc19dc6
  .word 0x240ca1cc
  .word 0x80000000
  .word 0x2de92c6f
  .word 0x4a7484aa
  .word 0x00000280
  .word 0x5cb0a9dc
  .word 0x76f988da
  .word 0x983e5152
  .word 0xa831c66d
  .word 0xb00327c8
  .word 0xbf597fc7
  .word 0xc6e00bf3
  .word 0xd5a79147
  .word 0x00a00055
  .word 0x06ca6351
  .word 0x14292967
  .word 0x27b70a85
  .word 0x2e1b2138
  .word 0x4d2c6dfc
  .word 0x53380d13
  .word 0x650a7354
  .word 0x766a0abb
  .word 0x81c2c92e
  .word 0x92722c85
  .word 0xa2bfe8a1
  .word 0xa81a664b
  .word 0xc24b8b70
  .word 0xc76c51a3
  .word 0xd192e819
  .word 0xd6990624
  .word 0xf40e3585
  .word 0x106aa070
  .word 0x19a4c116
  .word 0x1e376c08
  .word 0x2748774c
  .word 0x34b0bcb5
  .word 0x391c0cb3
  .word 0x4ed8aa4a
  .word 0x5b9cca4f
  .word 0x682e6ff3
  .word 0x748f82ee
  .word 0x78a5636f
  .word 0x84c87814
  .word 0x8cc70208
  .word 0x90befffa
  .word 0xa4506ceb
  .word 0xbef9a3f7
  .word 0xc67178f2
  .word 0xab1c5ed5
  .word 0xd807aa98
  .word 0x12835b01
  .word 0x243185be
  .word 0x550c7dc3
  .word 0x72be5d74
  .word 0x80deb1fe
  .word 0x9bdc06a7
  .word 0xc19bf3f4
  .word 0x98c7e2a2
  .word 0xfc08884d
  .word 0x90bb1e3c
  .word 0xca0b3af3
  .word 0x9b05688c
  .word 0x3c6ef372
  .word 0x6a09e667
  .word 0xd16e48e2
  .word 0x50c6645b
  .word 0x510e527f
  .word 0xbb67ae85
  .word 0x3ac42e24
  .word 0x3956c25b
  .word 0x59f111f1
  .word 0x923f82a4
  .word 0x5807aa98
  .word 0xc19bf274
  .word 0x00a00000
  .word 0xe49b69c1
  .word 0xefbe4786
  .word 0x11002000
  .word 0x00400022
  .word 0x5be0cd19

  MITE_SECTION(mite_assembly_scan_many)
  .global mite_assembly_scan_many
  .type mite_assembly_scan_many, @function
  .align 2
mite_assembly_scan_many:
  addi sp, sp, -816
  sw ra, 572(sp)
  sw s0, 576(sp)
  sw s1, 580(sp)
  sw s2, 584(sp)
  sw s3, 588(sp)
  sw s4, 592(sp)
  sw s5, 596(sp)
  sw s6, 600(sp)
  sw s7, 604(sp)
  sw s8, 608(sp)
  sw s9, 612(sp)
  sw s10, 616(sp)
  sw s11, 620(sp)
  sw a0, 624(sp)
  la a1, .Lconstants_many
  mv a2, sp
  addi a3, a1, 324
.Lcopy_many:
  lw a4, 0(a1)
  addi a1, a1, 4
  sw a4, 0(a2)
  addi a2, a2, 4
  bne a1, a3, .Lcopy_many
  lw a1, 0(a0)
  sw a1, 448(sp)
  lw a1, 4(a0)
  sw a1, 452(sp)
  lw a1, 8(a0)
  sw a1, 456(sp)
  lw a1, 12(a0)
  sw a1, 460(sp)
  lw a1, 16(a0)
  sw a1, 464(sp)
  lw a1, 20(a0)
  sw a1, 468(sp)
  lw a1, 24(a0)
  sw a1, 472(sp)
  lw a1, 28(a0)
  sw a1, 476(sp)
  lw a1, 32(a0)
  sw a1, 480(sp)
  lw a1, 36(a0)
  sw a1, 484(sp)
  lw a1, 40(a0)
  sw a1, 488(sp)
  lw a1, 44(a0)
  sw a1, 492(sp)
  lw a1, 48(a0)
  sw a1, 496(sp)
  lw a1, 52(a0)
  sw a1, 500(sp)
.Lnext_many:

  // words 18, 19
  lw s0, 460(sp)          // w19
  lw s1, 488(sp)          // w3
  add t0, s0, s1          // w19
  slli a0, s1, 21         // s0(w3)
  srli s0, s1, 11         // s0(w3)
  or s0, s0, a0           // s0(w3)
  xor s0, s0, s1          // s0(w3)
  slli a0, s0, 25         // s0(w3)
  srli s0, s0, 7          // s0(w3)
  or s0, s0, a0           // s0(w3)
  srli s1, s1, 3          // s0(w3)
  xor s0, s0, s1          // s0(w3)
  lw s1, 456(sp)          // w18
  add t1, s0, s1          // w18
  lw s0, 0(sp)
  add s0, t1, s0          // kw18
  sw s0, 628(sp)          // kw18
  lw s0, 4(sp)
  add s0, t0, s0          // kw19
  sw s0, 632(sp)          // kw19

  // words 20, 21
  slli s1, t1, 30         // s1(w18)
  srli s0, t1, 2          // s1(w18)
  or s0, s0, s1           // s1(w18)
  xor s0, s0, t1          // s1(w18)
  slli a0, t0, 30         // s1(w19)
  srli s1, t0, 2          // s1(w19)
  or s1, s1, a0           // s1(w19)
  xor s1, s1, t0          // s1(w19)
  slli a0, s0, 15         // s1(w18)
  srli s0, s0, 17         // s1(w18)
  or s0, s0, a0           // s1(w18)
  srli a0, t1, 10         // s1(w18)
  xor s0, s0, a0          // s1(w18)
  lw a0, 8(sp)
  add t2, s0, a0          // w20
  slli s0, s1, 15         // s1(w19)
  srli s1, s1, 17         // s1(w19)
  or s1, s1, s0           // s1(w19)
  srli s0, t0, 10         // s1(w19)
  xor a6, s1, s0          // s1(w19)
  lw s0, 12(sp)
  add s0, t2, s0          // kw20
  sw s0, 636(sp)          // kw20
  lw s0, 16(sp)
  add s0, a6, s0          // kw21
  sw s0, 640(sp)          // kw21

  // words 22, 23
  slli s1, t2, 30         // s1(w20)
  srli s0, t2, 2          // s1(w20)
  or s0, s0, s1           // s1(w20)
  xor s0, s0, t2          // s1(w20)
  slli a0, a6, 30         // s1(s1(w19))
  srli s1, a6, 2          // s1(s1(w19))
  or s1, s1, a0           // s1(s1(w19))
  xor s1, s1, a6          // s1(s1(w19))
  slli a0, s0, 15         // s1(w20)
  srli s0, s0, 17         // s1(w20)
  or s0, s0, a0           // s1(w20)
  srli a0, t2, 10         // s1(w20)
  xor s0, s0, a0          // s1(w20)
  lw a0, 20(sp)
  add a7, s0, a0          // w22
  slli s0, s1, 15         // s1(s1(w19))
  srli s1, s1, 17         // s1(s1(w19))
  or s1, s1, s0           // s1(s1(w19))
  srli s0, a6, 10         // s1(s1(w19))
  xor s1, s1, s0          // s1(s1(w19))
  lw s0, 448(sp)          // w16
  add s2, s1, s0          // w23
  lw s0, 24(sp)
  add s0, a7, s0          // kw22
  sw s0, 644(sp)          // kw22
  lw s0, 28(sp)
  add s0, s2, s0          // kw23
  sw s0, 648(sp)          // kw23

  // words 24, 25
  slli s1, a7, 30         // s1(w22)
  srli s0, a7, 2          // s1(w22)
  or s0, s0, s1           // s1(w22)
  xor s0, s0, a7          // s1(w22)
  slli a0, s2, 30         // s1(w23)
  srli s1, s2, 2          // s1(w23)
  or s1, s1, a0           // s1(w23)
  xor s1, s1, s2          // s1(w23)
  slli a0, s0, 15         // s1(w22)
  srli s0, s0, 17         // s1(w22)
  or s0, s0, a0           // s1(w22)
  srli a0, a7, 10         // s1(w22)
  xor s0, s0, a0          // s1(w22)
  lw a0, 452(sp)          // w17
  add s3, s0, a0          // w24
  slli s0, s1, 15         // s1(w23)
  srli s1, s1, 17         // s1(w23)
  or s1, s1, s0           // s1(w23)
  srli s0, s2, 10         // s1(w23)
  xor s1, s1, s0          // s1(w23)
  add s4, s1, t1          // w25
  lw s0, 32(sp)
  add s0, s3, s0          // kw24
  sw s0, 652(sp)          // kw24
  lw s0, 36(sp)
  add s0, s4, s0          // kw25
  sw s0, 656(sp)          // kw25

  // words 26, 27
  slli s1, s3, 30         // s1(w24)
  srli s0, s3, 2          // s1(w24)
  or s0, s0, s1           // s1(w24)
  xor s0, s0, s3          // s1(w24)
  slli a0, s4, 30         // s1(w25)
  srli s1, s4, 2          // s1(w25)
  or s1, s1, a0           // s1(w25)
  xor s1, s1, s4          // s1(w25)
  slli a0, s0, 15         // s1(w24)
  srli s0, s0, 17         // s1(w24)
  or s0, s0, a0           // s1(w24)
  srli a0, s3, 10         // s1(w24)
  xor s0, s0, a0          // s1(w24)
  add s5, s0, t0          // w26
  slli s0, s1, 15         // s1(w25)
  srli s1, s1, 17         // s1(w25)
  or s1, s1, s0           // s1(w25)
  srli s0, s4, 10         // s1(w25)
  xor s1, s1, s0          // s1(w25)
  add s6, s1, t2          // w27
  lw s0, 40(sp)
  add s0, s5, s0          // kw26
  sw s0, 660(sp)          // kw26
  lw s0, 44(sp)
  add s0, s6, s0          // kw27
  sw s0, 664(sp)          // kw27

  // words 28, 29
  slli s1, s5, 30         // s1(w26)
  srli s0, s5, 2          // s1(w26)
  or s0, s0, s1           // s1(w26)
  xor s0, s0, s5          // s1(w26)
  slli a0, s6, 30         // s1(w27)
  srli s1, s6, 2          // s1(w27)
  or s1, s1, a0           // s1(w27)
  xor s1, s1, s6          // s1(w27)
  slli a0, s0, 15         // s1(w26)
  srli s0, s0, 17         // s1(w26)
  or s0, s0, a0           // s1(w26)
  srli a0, s5, 10         // s1(w26)
  xor s0, s0, a0          // s1(w26)
  add s7, s0, a6          // w28
  slli s0, s1, 15         // s1(w27)
  srli s1, s1, 17         // s1(w27)
  or s1, s1, s0           // s1(w27)
  srli s0, s6, 10         // s1(w27)
  xor s1, s1, s0          // s1(w27)
  add s8, s1, a7          // w29
  lw s0, 48(sp)
  add s0, s7, s0          // kw28
  sw s0, 668(sp)          // kw28
  lw s0, 52(sp)
  add s0, s8, s0          // kw29
  sw s0, 672(sp)          // kw29

  // words 30, 31
  slli s1, s7, 30         // s1(w28)
  srli s0, s7, 2          // s1(w28)
  or s0, s0, s1           // s1(w28)
  xor s0, s0, s7          // s1(w28)
  slli a0, s8, 30         // s1(w29)
  srli s1, s8, 2          // s1(w29)
  or s1, s1, a0           // s1(w29)
  xor s1, s1, s8          // s1(w29)
  slli a0, s0, 15         // s1(w28)
  srli s0, s0, 17         // s1(w28)
  or s0, s0, a0           // s1(w28)
  srli a0, s7, 10         // s1(w28)
  xor s0, s0, a0          // s1(w28)
  add s0, s0, s2          // w30
  lw a0, 56(sp)
  add s9, s0, a0          // w30
  slli s0, s1, 15         // s1(w29)
  srli s1, s1, 17         // s1(w29)
  or s1, s1, s0           // s1(w29)
  srli s0, s8, 10         // s1(w29)
  xor s1, s1, s0          // s1(w29)
  add s1, s1, s3          // w31
  lw s0, 464(sp)          // w31
  add s10, s1, s0         // w31
  lw s0, 60(sp)
  add s0, s9, s0          // kw30
  sw s0, 676(sp)          // kw30
  lw s0, 64(sp)
  add s0, s10, s0         // kw31
  sw s0, 680(sp)          // kw31

  // words 32, 33
  slli s1, s9, 30         // s1(w30)
  srli s0, s9, 2          // s1(w30)
  or s0, s0, s1           // s1(w30)
  xor s0, s0, s9          // s1(w30)
  slli a0, s10, 30        // s1(w31)
  srli s1, s10, 2         // s1(w31)
  or s1, s1, a0           // s1(w31)
  xor s1, s1, s10         // s1(w31)
  slli a0, s0, 15         // s1(w30)
  srli s0, s0, 17         // s1(w30)
  or s0, s0, a0           // s1(w30)
  srli a0, s9, 10         // s1(w30)
  xor s0, s0, a0          // s1(w30)
  add s0, s0, s4          // w32
  lw a0, 468(sp)          // w32
  add s11, s0, a0         // w32
  slli s0, s1, 15         // s1(w31)
  srli s1, s1, 17         // s1(w31)
  or s1, s1, s0           // s1(w31)
  srli s0, s10, 10        // s1(w31)
  xor s1, s1, s0          // s1(w31)
  add s1, s1, s5          // w33
  lw s0, 472(sp)          // w33
  add s1, s1, s0          // w33
  slli a0, t1, 21         // s0(w18)
  srli s0, t1, 11         // s0(w18)
  or s0, s0, a0           // s0(w18)
  xor s0, s0, t1          // s0(w18)
  slli a0, s0, 25         // s0(w18)
  srli s0, s0, 7          // s0(w18)
  or s0, s0, a0           // s0(w18)
  srli a0, t1, 3          // s0(w18)
  xor s0, s0, a0          // s0(w18)
  add t3, s1, s0          // w33
  lw s0, 68(sp)
  add s0, s11, s0         // kw32
  sw s0, 684(sp)          // kw32
  lw s0, 72(sp)
  add s0, t3, s0          // kw33
  sw s0, 688(sp)          // kw33

  // words 34, 35
  slli s1, s11, 30        // s1(w32)
  srli s0, s11, 2         // s1(w32)
  or s0, s0, s1           // s1(w32)
  xor s0, s0, s11         // s1(w32)
  slli a0, t3, 30         // s1(w33)
  srli s1, t3, 2          // s1(w33)
  or s1, s1, a0           // s1(w33)
  xor s1, s1, t3          // s1(w33)
  slli a0, s0, 15         // s1(w32)
  srli s0, s0, 17         // s1(w32)
  or s0, s0, a0           // s1(w32)
  srli a0, s11, 10        // s1(w32)
  xor s0, s0, a0          // s1(w32)
  add s0, s0, t1          // w34
  add t1, s0, s6          // w34
  slli s0, s1, 15         // s1(w33)
  srli s1, s1, 17         // s1(w33)
  or s1, s1, s0           // s1(w33)
  srli s0, t3, 10         // s1(w33)
  xor s1, s1, s0          // s1(w33)
  add s1, s1, t0          // w35
  add t4, s1, s7          // w35
  slli s1, t0, 21         // s0(w19)
  srli s0, t0, 11         // s0(w19)
  or s0, s0, s1           // s0(w19)
  xor s0, s0, t0          // s0(w19)
  slli a0, t2, 21         // s0(w20)
  srli s1, t2, 11         // s0(w20)
  or s1, s1, a0           // s0(w20)
  xor s1, s1, t2          // s0(w20)
  slli a0, s0, 25         // s0(w19)
  srli s0, s0, 7          // s0(w19)
  or s0, s0, a0           // s0(w19)
  srli a0, t0, 3          // s0(w19)
  xor s0, s0, a0          // s0(w19)
  add t1, t1, s0          // w34
  slli s0, s1, 25         // s0(w20)
  srli s1, s1, 7          // s0(w20)
  or s1, s1, s0           // s0(w20)
  srli s0, t2, 3          // s0(w20)
  xor s1, s1, s0          // s0(w20)
  add t4, t4, s1          // w35
  lw s0, 76(sp)
  add s0, t1, s0          // kw34
  sw s0, 692(sp)          // kw34
  lw s0, 80(sp)
  add s0, t4, s0          // kw35
  sw s0, 696(sp)          // kw35

  // words 36, 37
  slli s1, t1, 30         // s1(w34)
  srli s0, t1, 2          // s1(w34)
  or s0, s0, s1           // s1(w34)
  xor s0, s0, t1          // s1(w34)
  slli a0, t4, 30         // s1(w35)
  srli s1, t4, 2          // s1(w35)
  or s1, s1, a0           // s1(w35)
  xor s1, s1, t4          // s1(w35)
  slli a0, s0, 15         // s1(w34)
  srli s0, s0, 17         // s1(w34)
  or s0, s0, a0           // s1(w34)
  srli a0, t1, 10         // s1(w34)
  xor s0, s0, a0          // s1(w34)
  add s0, s0, t2          // w36
  add t0, s0, s8          // w36
  slli s0, s1, 15         // s1(w35)
  srli s1, s1, 17         // s1(w35)
  or s1, s1, s0           // s1(w35)
  srli s0, t4, 10         // s1(w35)
  xor s1, s1, s0          // s1(w35)
  add s1, s1, a6          // w37
  add t2, s1, s9          // w37
  slli s1, a6, 21         // s0(s1(w19))
  srli s0, a6, 11         // s0(s1(w19))
  or s0, s0, s1           // s0(s1(w19))
  xor s0, s0, a6          // s0(s1(w19))
  slli a0, a7, 21         // s0(w22)
  srli s1, a7, 11         // s0(w22)
  or s1, s1, a0           // s0(w22)
  xor s1, s1, a7          // s0(w22)
  slli a0, s0, 25         // s0(s1(w19))
  srli s0, s0, 7          // s0(s1(w19))
  or s0, s0, a0           // s0(s1(w19))
  srli a0, a6, 3          // s0(s1(w19))
  xor s0, s0, a0          // s0(s1(w19))
  add t0, t0, s0          // w36
  slli s0, s1, 25         // s0(w22)
  srli s1, s1, 7          // s0(w22)
  or s1, s1, s0           // s0(w22)
  srli s0, a7, 3          // s0(w22)
  xor s1, s1, s0          // s0(w22)
  add t2, t2, s1          // w37
  lw s0, 84(sp)
  add s0, t0, s0          // kw36
  sw s0, 700(sp)          // kw36
  lw s0, 88(sp)
  add s0, t2, s0          // kw37
  sw s0, 704(sp)          // kw37

  // words 38, 39
  slli s1, t0, 30         // s1(w36)
  srli s0, t0, 2          // s1(w36)
  or s0, s0, s1           // s1(w36)
  xor s0, s0, t0          // s1(w36)
  slli a0, t2, 30         // s1(w37)
  srli s1, t2, 2          // s1(w37)
  or s1, s1, a0           // s1(w37)
  xor s1, s1, t2          // s1(w37)
  slli a0, s0, 15         // s1(w36)
  srli s0, s0, 17         // s1(w36)
  or s0, s0, a0           // s1(w36)
  srli a0, t0, 10         // s1(w36)
  xor s0, s0, a0          // s1(w36)
  add s0, s0, a7          // w38
  add a6, s0, s10         // w38
  slli s0, s1, 15         // s1(w37)
  srli s1, s1, 17         // s1(w37)
  or s1, s1, s0           // s1(w37)
  srli s0, t2, 10         // s1(w37)
  xor s1, s1, s0          // s1(w37)
  add s1, s1, s2          // w39
  add a7, s1, s11         // w39
  slli s1, s2, 21         // s0(w23)
  srli s0, s2, 11         // s0(w23)
  or s0, s0, s1           // s0(w23)
  xor s0, s0, s2          // s0(w23)
  slli a0, s3, 21         // s0(w24)
  srli s1, s3, 11         // s0(w24)
  or s1, s1, a0           // s0(w24)
  xor s1, s1, s3          // s0(w24)
  slli a0, s0, 25         // s0(w23)
  srli s0, s0, 7          // s0(w23)
  or s0, s0, a0           // s0(w23)
  srli a0, s2, 3          // s0(w23)
  xor s0, s0, a0          // s0(w23)
  add a6, a6, s0          // w38
  slli s0, s1, 25         // s0(w24)
  srli s1, s1, 7          // s0(w24)
  or s1, s1, s0           // s0(w24)
  srli s0, s3, 3          // s0(w24)
  xor s1, s1, s0          // s0(w24)
  add a7, a7, s1          // w39
  lw s0, 92(sp)
  add s0, a6, s0          // kw38
  sw s0, 708(sp)          // kw38
  lw s0, 96(sp)
  add s0, a7, s0          // kw39
  sw s0, 712(sp)          // kw39

  // words 40, 41
  slli s1, a6, 30         // s1(w38)
  srli s0, a6, 2          // s1(w38)
  or s0, s0, s1           // s1(w38)
  xor s0, s0, a6          // s1(w38)
  slli a0, a7, 30         // s1(w39)
  srli s1, a7, 2          // s1(w39)
  or s1, s1, a0           // s1(w39)
  xor s1, s1, a7          // s1(w39)
  slli a0, s0, 15         // s1(w38)
  srli s0, s0, 17         // s1(w38)
  or s0, s0, a0           // s1(w38)
  srli a0, a6, 10         // s1(w38)
  xor s0, s0, a0          // s1(w38)
  add s0, s0, s3          // w40
  add s2, s0, t3          // w40
  slli s0, s1, 15         // s1(w39)
  srli s1, s1, 17         // s1(w39)
  or s1, s1, s0           // s1(w39)
  srli s0, a7, 10         // s1(w39)
  xor s1, s1, s0          // s1(w39)
  add s1, s1, s4          // w41
  add s3, s1, t1          // w41
  slli s1, s4, 21         // s0(w25)
  srli s0, s4, 11         // s0(w25)
  or s0, s0, s1           // s0(w25)
  xor s0, s0, s4          // s0(w25)
  slli a0, s5, 21         // s0(w26)
  srli s1, s5, 11         // s0(w26)
  or s1, s1, a0           // s0(w26)
  xor s1, s1, s5          // s0(w26)
  slli a0, s0, 25         // s0(w25)
  srli s0, s0, 7          // s0(w25)
  or s0, s0, a0           // s0(w25)
  srli a0, s4, 3          // s0(w25)
  xor s0, s0, a0          // s0(w25)
  add s2, s2, s0          // w40
  slli s0, s1, 25         // s0(w26)
  srli s1, s1, 7          // s0(w26)
  or s1, s1, s0           // s0(w26)
  srli s0, s5, 3          // s0(w26)
  xor s1, s1, s0          // s0(w26)
  add s3, s3, s1          // w41
  lw s0, 100(sp)
  add s0, s2, s0          // kw40
  sw s0, 716(sp)          // kw40
  lw s0, 104(sp)
  add s0, s3, s0          // kw41
  sw s0, 720(sp)          // kw41

  // words 42, 43
  slli s1, s2, 30         // s1(w40)
  srli s0, s2, 2          // s1(w40)
  or s0, s0, s1           // s1(w40)
  xor s0, s0, s2          // s1(w40)
  slli a0, s3, 30         // s1(w41)
  srli s1, s3, 2          // s1(w41)
  or s1, s1, a0           // s1(w41)
  xor s1, s1, s3          // s1(w41)
  slli a0, s0, 15         // s1(w40)
  srli s0, s0, 17         // s1(w40)
  or s0, s0, a0           // s1(w40)
  srli a0, s2, 10         // s1(w40)
  xor s0, s0, a0          // s1(w40)
  add s0, s0, s5          // w42
  add s4, s0, t4          // w42
  slli s0, s1, 15         // s1(w41)
  srli s1, s1, 17         // s1(w41)
  or s1, s1, s0           // s1(w41)
  srli s0, s3, 10         // s1(w41)
  xor s1, s1, s0          // s1(w41)
  add s1, s1, s6          // w43
  add s5, s1, t0          // w43
  slli s1, s6, 21         // s0(w27)
  srli s0, s6, 11         // s0(w27)
  or s0, s0, s1           // s0(w27)
  xor s0, s0, s6          // s0(w27)
  slli a0, s7, 21         // s0(w28)
  srli s1, s7, 11         // s0(w28)
  or s1, s1, a0           // s0(w28)
  xor s1, s1, s7          // s0(w28)
  slli a0, s0, 25         // s0(w27)
  srli s0, s0, 7          // s0(w27)
  or s0, s0, a0           // s0(w27)
  srli a0, s6, 3          // s0(w27)
  xor s0, s0, a0          // s0(w27)
  add s4, s4, s0          // w42
  slli s0, s1, 25         // s0(w28)
  srli s1, s1, 7          // s0(w28)
  or s1, s1, s0           // s0(w28)
  srli s0, s7, 3          // s0(w28)
  xor s1, s1, s0          // s0(w28)
  add s5, s5, s1          // w43
  lw s0, 108(sp)
  add s0, s4, s0          // kw42
  sw s0, 724(sp)          // kw42
  lw s0, 112(sp)
  add s0, s5, s0          // kw43
  sw s0, 728(sp)          // kw43

  // words 44, 45
  slli s1, s4, 30         // s1(w42)
  srli s0, s4, 2          // s1(w42)
  or s0, s0, s1           // s1(w42)
  xor s0, s0, s4          // s1(w42)
  slli a0, s5, 30         // s1(w43)
  srli s1, s5, 2          // s1(w43)
  or s1, s1, a0           // s1(w43)
  xor s1, s1, s5          // s1(w43)
  slli a0, s0, 15         // s1(w42)
  srli s0, s0, 17         // s1(w42)
  or s0, s0, a0           // s1(w42)
  srli a0, s4, 10         // s1(w42)
  xor s0, s0, a0          // s1(w42)
  add s0, s0, s7          // w44
  add s6, s0, t2          // w44
  slli s0, s1, 15         // s1(w43)
  srli s1, s1, 17         // s1(w43)
  or s1, s1, s0           // s1(w43)
  srli s0, s5, 10         // s1(w43)
  xor s1, s1, s0          // s1(w43)
  add s1, s1, s8          // w45
  add s7, s1, a6          // w45
  slli s1, s8, 21         // s0(w29)
  srli s0, s8, 11         // s0(w29)
  or s0, s0, s1           // s0(w29)
  xor s0, s0, s8          // s0(w29)
  slli a0, s9, 21         // s0(w30)
  srli s1, s9, 11         // s0(w30)
  or s1, s1, a0           // s0(w30)
  xor s1, s1, s9          // s0(w30)
  slli a0, s0, 25         // s0(w29)
  srli s0, s0, 7          // s0(w29)
  or s0, s0, a0           // s0(w29)
  srli a0, s8, 3          // s0(w29)
  xor s0, s0, a0          // s0(w29)
  add s6, s6, s0          // w44
  slli s0, s1, 25         // s0(w30)
  srli s1, s1, 7          // s0(w30)
  or s1, s1, s0           // s0(w30)
  srli s0, s9, 3          // s0(w30)
  xor s1, s1, s0          // s0(w30)
  add s7, s7, s1          // w45
  lw s0, 116(sp)
  add s0, s6, s0          // kw44
  sw s0, 732(sp)          // kw44
  lw s0, 120(sp)
  add s0, s7, s0          // kw45
  sw s0, 736(sp)          // kw45

  // words 46, 47
  slli s1, s6, 30         // s1(w44)
  srli s0, s6, 2          // s1(w44)
  or s0, s0, s1           // s1(w44)
  xor s0, s0, s6          // s1(w44)
  slli a0, s7, 30         // s1(w45)
  srli s1, s7, 2          // s1(w45)
  or s1, s1, a0           // s1(w45)
  xor s1, s1, s7          // s1(w45)
  slli a0, s0, 15         // s1(w44)
  srli s0, s0, 17         // s1(w44)
  or s0, s0, a0           // s1(w44)
  srli a0, s6, 10         // s1(w44)
  xor s0, s0, a0          // s1(w44)
  add s0, s0, s9          // w46
  add s8, s0, a7          // w46
  slli s0, s1, 15         // s1(w45)
  srli s1, s1, 17         // s1(w45)
  or s1, s1, s0           // s1(w45)
  srli s0, s7, 10         // s1(w45)
  xor s1, s1, s0          // s1(w45)
  add s1, s1, s10         // w47
  add s9, s1, s2          // w47
  slli s1, s10, 21        // s0(w31)
  srli s0, s10, 11        // s0(w31)
  or s0, s0, s1           // s0(w31)
  xor s0, s0, s10         // s0(w31)
  slli a0, s11, 21        // s0(w32)
  srli s1, s11, 11        // s0(w32)
  or s1, s1, a0           // s0(w32)
  xor s1, s1, s11         // s0(w32)
  slli a0, s0, 25         // s0(w31)
  srli s0, s0, 7          // s0(w31)
  or s0, s0, a0           // s0(w31)
  srli a0, s10, 3         // s0(w31)
  xor s0, s0, a0          // s0(w31)
  add s8, s8, s0          // w46
  slli s0, s1, 25         // s0(w32)
  srli s1, s1, 7          // s0(w32)
  or s1, s1, s0           // s0(w32)
  srli s0, s11, 3         // s0(w32)
  xor s1, s1, s0          // s0(w32)
  add s9, s9, s1          // w47
  lw s0, 124(sp)
  add s0, s8, s0          // kw46
  sw s0, 740(sp)          // kw46
  lw s0, 128(sp)
  add s0, s9, s0          // kw47
  sw s0, 744(sp)          // kw47

  // words 48, 49
  slli s1, s8, 30         // s1(w46)
  srli s0, s8, 2          // s1(w46)
  or s0, s0, s1           // s1(w46)
  xor s0, s0, s8          // s1(w46)
  slli a0, s9, 30         // s1(w47)
  srli s1, s9, 2          // s1(w47)
  or s1, s1, a0           // s1(w47)
  xor s1, s1, s9          // s1(w47)
  slli a0, s0, 15         // s1(w46)
  srli s0, s0, 17         // s1(w46)
  or s0, s0, a0           // s1(w46)
  srli a0, s8, 10         // s1(w46)
  xor s0, s0, a0          // s1(w46)
  add s0, s0, s11         // w48
  add s10, s0, s3         // w48
  slli s0, s1, 15         // s1(w47)
  srli s1, s1, 17         // s1(w47)
  or s1, s1, s0           // s1(w47)
  srli s0, s9, 10         // s1(w47)
  xor s1, s1, s0          // s1(w47)
  add s1, s1, t3          // w49
  add s11, s1, s4         // w49
  slli s1, t3, 21         // s0(w33)
  srli s0, t3, 11         // s0(w33)
  or s0, s0, s1           // s0(w33)
  xor s0, s0, t3          // s0(w33)
  slli a0, t1, 21         // s0(w34)
  srli s1, t1, 11         // s0(w34)
  or s1, s1, a0           // s0(w34)
  xor s1, s1, t1          // s0(w34)
  slli a0, s0, 25         // s0(w33)
  srli s0, s0, 7          // s0(w33)
  or s0, s0, a0           // s0(w33)
  srli a0, t3, 3          // s0(w33)
  xor s0, s0, a0          // s0(w33)
  add s10, s10, s0        // w48
  slli s0, s1, 25         // s0(w34)
  srli s1, s1, 7          // s0(w34)
  or s1, s1, s0           // s0(w34)
  srli s0, t1, 3          // s0(w34)
  xor s1, s1, s0          // s0(w34)
  add s11, s11, s1        // w49
  lw s0, 132(sp)
  add s0, s10, s0         // kw48
  sw s0, 748(sp)          // kw48
  lw s0, 136(sp)
  add s0, s11, s0         // kw49
  sw s0, 752(sp)          // kw49

  // words 50, 51
  slli s1, s10, 30        // s1(w48)
  srli s0, s10, 2         // s1(w48)
  or s0, s0, s1           // s1(w48)
  xor s0, s0, s10         // s1(w48)
  slli a0, s11, 30        // s1(w49)
  srli s1, s11, 2         // s1(w49)
  or s1, s1, a0           // s1(w49)
  xor s1, s1, s11         // s1(w49)
  slli a0, s0, 15         // s1(w48)
  srli s0, s0, 17         // s1(w48)
  or s0, s0, a0           // s1(w48)
  srli a0, s10, 10        // s1(w48)
  xor s0, s0, a0          // s1(w48)
  add s0, s0, t1          // w50
  add t1, s0, s5          // w50
  slli s0, s1, 15         // s1(w49)
  srli s1, s1, 17         // s1(w49)
  or s1, s1, s0           // s1(w49)
  srli s0, s11, 10        // s1(w49)
  xor s1, s1, s0          // s1(w49)
  add s1, s1, t4          // w51
  add t3, s1, s6          // w51
  slli s1, t4, 21         // s0(w35)
  srli s0, t4, 11         // s0(w35)
  or s0, s0, s1           // s0(w35)
  xor s0, s0, t4          // s0(w35)
  slli a0, t0, 21         // s0(w36)
  srli s1, t0, 11         // s0(w36)
  or s1, s1, a0           // s0(w36)
  xor s1, s1, t0          // s0(w36)
  slli a0, s0, 25         // s0(w35)
  srli s0, s0, 7          // s0(w35)
  or s0, s0, a0           // s0(w35)
  srli a0, t4, 3          // s0(w35)
  xor s0, s0, a0          // s0(w35)
  add t1, t1, s0          // w50
  slli s0, s1, 25         // s0(w36)
  srli s1, s1, 7          // s0(w36)
  or s1, s1, s0           // s0(w36)
  srli s0, t0, 3          // s0(w36)
  xor s1, s1, s0          // s0(w36)
  add t3, t3, s1          // w51
  lw s0, 140(sp)
  add s0, t1, s0          // kw50
  sw s0, 756(sp)          // kw50
  lw s0, 144(sp)
  add s0, t3, s0          // kw51
  sw s0, 760(sp)          // kw51

  // words 52, 53
  slli s1, t1, 30         // s1(w50)
  srli s0, t1, 2          // s1(w50)
  or s0, s0, s1           // s1(w50)
  xor s0, s0, t1          // s1(w50)
  slli a0, t3, 30         // s1(w51)
  srli s1, t3, 2          // s1(w51)
  or s1, s1, a0           // s1(w51)
  xor s1, s1, t3          // s1(w51)
  slli a0, s0, 15         // s1(w50)
  srli s0, s0, 17         // s1(w50)
  or s0, s0, a0           // s1(w50)
  srli a0, t1, 10         // s1(w50)
  xor s0, s0, a0          // s1(w50)
  add s0, s0, t0          // w52
  add t0, s0, s7          // w52
  slli s0, s1, 15         // s1(w51)
  srli s1, s1, 17         // s1(w51)
  or s1, s1, s0           // s1(w51)
  srli s0, t3, 10         // s1(w51)
  xor s1, s1, s0          // s1(w51)
  add s1, s1, t2          // w53
  add t4, s1, s8          // w53
  slli s1, t2, 21         // s0(w37)
  srli s0, t2, 11         // s0(w37)
  or s0, s0, s1           // s0(w37)
  xor s0, s0, t2          // s0(w37)
  slli a0, a6, 21         // s0(w38)
  srli s1, a6, 11         // s0(w38)
  or s1, s1, a0           // s0(w38)
  xor s1, s1, a6          // s0(w38)
  slli a0, s0, 25         // s0(w37)
  srli s0, s0, 7          // s0(w37)
  or s0, s0, a0           // s0(w37)
  srli a0, t2, 3          // s0(w37)
  xor s0, s0, a0          // s0(w37)
  add t0, t0, s0          // w52
  slli s0, s1, 25         // s0(w38)
  srli s1, s1, 7          // s0(w38)
  or s1, s1, s0           // s0(w38)
  srli s0, a6, 3          // s0(w38)
  xor s1, s1, s0          // s0(w38)
  add t4, t4, s1          // w53
  lw s0, 148(sp)
  add s0, t0, s0          // kw52
  sw s0, 764(sp)          // kw52
  lw s0, 152(sp)
  add s0, t4, s0          // kw53
  sw s0, 768(sp)          // kw53

  // words 54, 55
  slli s1, t0, 30         // s1(w52)
  srli s0, t0, 2          // s1(w52)
  or s0, s0, s1           // s1(w52)
  xor s0, s0, t0          // s1(w52)
  slli a0, t4, 30         // s1(w53)
  srli s1, t4, 2          // s1(w53)
  or s1, s1, a0           // s1(w53)
  xor s1, s1, t4          // s1(w53)
  slli a0, s0, 15         // s1(w52)
  srli s0, s0, 17         // s1(w52)
  or s0, s0, a0           // s1(w52)
  srli a0, t0, 10         // s1(w52)
  xor s0, s0, a0          // s1(w52)
  add s0, s0, a6          // w54
  add t2, s0, s9          // w54
  slli s0, s1, 15         // s1(w53)
  srli s1, s1, 17         // s1(w53)
  or s1, s1, s0           // s1(w53)
  srli s0, t4, 10         // s1(w53)
  xor s1, s1, s0          // s1(w53)
  add s1, s1, a7          // w55
  add a6, s1, s10         // w55
  slli s1, a7, 21         // s0(w39)
  srli s0, a7, 11         // s0(w39)
  or s0, s0, s1           // s0(w39)
  xor s0, s0, a7          // s0(w39)
  slli a0, s2, 21         // s0(w40)
  srli s1, s2, 11         // s0(w40)
  or s1, s1, a0           // s0(w40)
  xor s1, s1, s2          // s0(w40)
  slli a0, s0, 25         // s0(w39)
  srli s0, s0, 7          // s0(w39)
  or s0, s0, a0           // s0(w39)
  srli a0, a7, 3          // s0(w39)
  xor s0, s0, a0          // s0(w39)
  add t2, t2, s0          // w54
  slli s0, s1, 25         // s0(w40)
  srli s1, s1, 7          // s0(w40)
  or s1, s1, s0           // s0(w40)
  srli s0, s2, 3          // s0(w40)
  xor s1, s1, s0          // s0(w40)
  add a6, a6, s1          // w55
  lw s0, 156(sp)
  add s0, t2, s0          // kw54
  sw s0, 772(sp)          // kw54
  lw s0, 160(sp)
  add s0, a6, s0          // kw55
  sw s0, 776(sp)          // kw55

  // words 56, 57
  slli s1, t2, 30         // s1(w54)
  srli s0, t2, 2          // s1(w54)
  or s0, s0, s1           // s1(w54)
  xor s0, s0, t2          // s1(w54)
  slli a0, a6, 30         // s1(w55)
  srli s1, a6, 2          // s1(w55)
  or s1, s1, a0           // s1(w55)
  xor s1, s1, a6          // s1(w55)
  slli a0, s0, 15         // s1(w54)
  srli s0, s0, 17         // s1(w54)
  or s0, s0, a0           // s1(w54)
  srli a0, t2, 10         // s1(w54)
  xor s0, s0, a0          // s1(w54)
  add s0, s0, s2          // w56
  add a7, s0, s11         // w56
  slli s0, s1, 15         // s1(w55)
  srli s1, s1, 17         // s1(w55)
  or s1, s1, s0           // s1(w55)
  srli s0, a6, 10         // s1(w55)
  xor s1, s1, s0          // s1(w55)
  add s1, s1, s3          // w57
  add t1, s1, t1          // w57
  slli s1, s3, 21         // s0(w41)
  srli s0, s3, 11         // s0(w41)
  or s0, s0, s1           // s0(w41)
  xor s0, s0, s3          // s0(w41)
  slli a0, s4, 21         // s0(w42)
  srli s1, s4, 11         // s0(w42)
  or s1, s1, a0           // s0(w42)
  xor s1, s1, s4          // s0(w42)
  slli a0, s0, 25         // s0(w41)
  srli s0, s0, 7          // s0(w41)
  or s0, s0, a0           // s0(w41)
  srli a0, s3, 3          // s0(w41)
  xor s0, s0, a0          // s0(w41)
  add a7, a7, s0          // w56
  slli s0, s1, 25         // s0(w42)
  srli s1, s1, 7          // s0(w42)
  or s1, s1, s0           // s0(w42)
  srli s0, s4, 3          // s0(w42)
  xor s1, s1, s0          // s0(w42)
  add t1, t1, s1          // w57
  lw s0, 164(sp)
  add s0, a7, s0          // kw56
  sw s0, 780(sp)          // kw56
  lw s0, 168(sp)
  add s0, t1, s0          // kw57
  sw s0, 784(sp)          // kw57

  // words 58, 59
  slli s1, a7, 30         // s1(w56)
  srli s0, a7, 2          // s1(w56)
  or s0, s0, s1           // s1(w56)
  xor s0, s0, a7          // s1(w56)
  slli a0, t1, 30         // s1(w57)
  srli s1, t1, 2          // s1(w57)
  or s1, s1, a0           // s1(w57)
  xor s1, s1, t1          // s1(w57)
  slli a0, s0, 15         // s1(w56)
  srli s0, s0, 17         // s1(w56)
  or s0, s0, a0           // s1(w56)
  srli a0, a7, 10         // s1(w56)
  xor s0, s0, a0          // s1(w56)
  add s0, s0, s4          // w58
  add s2, s0, t3          // w58
  slli s0, s1, 15         // s1(w57)
  srli s1, s1, 17         // s1(w57)
  or s1, s1, s0           // s1(w57)
  srli s0, t1, 10         // s1(w57)
  xor s1, s1, s0          // s1(w57)
  add s1, s1, s5          // w59
  add t0, s1, t0          // w59
  slli s1, s5, 21         // s0(w43)
  srli s0, s5, 11         // s0(w43)
  or s0, s0, s1           // s0(w43)
  xor s0, s0, s5          // s0(w43)
  slli a0, s6, 21         // s0(w44)
  srli s1, s6, 11         // s0(w44)
  or s1, s1, a0           // s0(w44)
  xor s1, s1, s6          // s0(w44)
  slli a0, s0, 25         // s0(w43)
  srli s0, s0, 7          // s0(w43)
  or s0, s0, a0           // s0(w43)
  srli a0, s5, 3          // s0(w43)
  xor s0, s0, a0          // s0(w43)
  add s2, s2, s0          // w58
  slli s0, s1, 25         // s0(w44)
  srli s1, s1, 7          // s0(w44)
  or s1, s1, s0           // s0(w44)
  srli s0, s6, 3          // s0(w44)
  xor s1, s1, s0          // s0(w44)
  add t0, t0, s1          // w59
  lw s0, 172(sp)
  add s0, s2, s0          // kw58
  sw s0, 788(sp)          // kw58
  lw s0, 176(sp)
  add s0, t0, s0          // kw59
  sw s0, 792(sp)          // kw59

  // words 60, 61
  slli s1, s2, 30         // s1(w58)
  srli s0, s2, 2          // s1(w58)
  or s0, s0, s1           // s1(w58)
  xor s0, s0, s2          // s1(w58)
  slli a0, t0, 30         // s1(w59)
  srli s1, t0, 2          // s1(w59)
  or s1, s1, a0           // s1(w59)
  xor s1, s1, t0          // s1(w59)
  slli a0, s0, 15         // s1(w58)
  srli s0, s0, 17         // s1(w58)
  or s0, s0, a0           // s1(w58)
  srli a0, s2, 10         // s1(w58)
  xor s0, s0, a0          // s1(w58)
  add s0, s0, s6          // w60
  add t1, s0, t4          // w60
  slli s0, s1, 15         // s1(w59)
  srli s1, s1, 17         // s1(w59)
  or s1, s1, s0           // s1(w59)
  srli s0, t0, 10         // s1(w59)
  xor s1, s1, s0          // s1(w59)
  add s1, s1, s7          // w61
  add t0, s1, t2          // w61
  slli s1, s7, 21         // s0(w45)
  srli s0, s7, 11         // s0(w45)
  or s0, s0, s1           // s0(w45)
  xor s0, s0, s7          // s0(w45)
  slli a0, s8, 21         // s0(w46)
  srli s1, s8, 11         // s0(w46)
  or s1, s1, a0           // s0(w46)
  xor s1, s1, s8          // s0(w46)
  slli a0, s0, 25         // s0(w45)
  srli s0, s0, 7          // s0(w45)
  or s0, s0, a0           // s0(w45)
  srli a0, s7, 3          // s0(w45)
  xor s0, s0, a0          // s0(w45)
  add t1, t1, s0          // w60
  slli s0, s1, 25         // s0(w46)
  srli s1, s1, 7          // s0(w46)
  or s1, s1, s0           // s0(w46)
  srli s0, s8, 3          // s0(w46)
  xor s1, s1, s0          // s0(w46)
  add t0, t0, s1          // w61
  lw s0, 180(sp)
  add s0, t1, s0          // kw60
  sw s0, 796(sp)          // kw60
  lw s0, 184(sp)
  add s0, t0, s0          // kw61
  sw s0, 800(sp)          // kw61

  // words 62, 63
  slli s1, t1, 30         // s1(w60)
  srli s0, t1, 2          // s1(w60)
  or s0, s0, s1           // s1(w60)
  xor s0, s0, t1          // s1(w60)
  slli a0, t0, 30         // s1(w61)
  srli s1, t0, 2          // s1(w61)
  or s1, s1, a0           // s1(w61)
  xor s1, s1, t0          // s1(w61)
  slli a0, s0, 15         // s1(w60)
  srli s0, s0, 17         // s1(w60)
  or s0, s0, a0           // s1(w60)
  srli a0, t1, 10         // s1(w60)
  xor s0, s0, a0          // s1(w60)
  add s0, s0, s8          // w62
  add t1, s0, a6          // w62
  slli s0, s1, 15         // s1(w61)
  srli s1, s1, 17         // s1(w61)
  or s1, s1, s0           // s1(w61)
  srli s0, t0, 10         // s1(w61)
  xor s1, s1, s0          // s1(w61)
  add s1, s1, s9          // w63
  add t0, s1, a7          // w63
  slli s1, s9, 21         // s0(w47)
  srli s0, s9, 11         // s0(w47)
  or s0, s0, s1           // s0(w47)
  xor s0, s0, s9          // s0(w47)
  slli a0, s10, 21        // s0(w48)
  srli s1, s10, 11        // s0(w48)
  or s1, s1, a0           // s0(w48)
  xor s1, s1, s10         // s0(w48)
  slli a0, s0, 25         // s0(w47)
  srli s0, s0, 7          // s0(w47)
  or s0, s0, a0           // s0(w47)
  srli a0, s9, 3          // s0(w47)
  xor s0, s0, a0          // s0(w47)
  add s0, t1, s0          // w62
  slli a0, s1, 25         // s0(w48)
  srli s1, s1, 7          // s0(w48)
  or s1, s1, a0           // s0(w48)
  srli a0, s10, 3         // s0(w48)
  xor s1, s1, a0          // s0(w48)
  add s1, t0, s1          // w63
  lw a0, 188(sp)
  add s0, s0, a0          // kw62
  sw s0, 804(sp)          // kw62
  lw s0, 192(sp)
  add s1, s1, s0          // kw63
  sw s1, 808(sp)          // kw63

  // each version
  lw a0, 496(sp)
  sw zero, 508(sp)
  sw a0, 504(sp)
.Lversion_many:

  // round 3 ends: the nonce enters e and a
  lw s0, 504(sp)          // version
  lw s1, 32(s0)           // after3.0
  lw a0, 488(sp)          // w3
  add t0, s1, a0          // a4
  lw t1, 36(s0)           // after3.1
  lw t2, 40(s0)           // after3.2
  lw a6, 44(s0)           // after3.3
  lw s1, 48(s0)           // after3.4
  add a7, s1, a0          // e4
  lw s2, 52(s0)           // after3.5
  lw s1, 56(s0)           // after3.6

  // rounds 4, 5
  lw a0, 64(s0)           // kh.0
  xor a1, s2, s1          // ch
  and a1, a1, a7          // ch
  xor a1, a1, s1          // ch
  add s3, a0, a1          // t4
  slli a0, a7, 7          // S1(e4)
  srli s1, a7, 25         // S1(e4)
  or s1, s1, a0           // S1(e4)
  slli a1, t0, 23         // S0(a4)
  srli a0, t0, 9          // S0(a4)
  or a0, a0, a1           // S0(a4)
  xor a0, a0, t0          // S0(a4)
  slli a1, a0, 21         // S0(a4)
  srli a0, a0, 11         // S0(a4)
  or a0, a0, a1           // S0(a4)
  xor a0, a0, t0          // S0(a4)
  slli a2, a7, 21         // S1(e4)
  srli a1, a7, 11         // S1(e4)
  or a1, a1, a2           // S1(e4)
  xor s1, s1, a1          // S1(e4)
  slli a1, a0, 30         // S0(a4)
  srli s4, a0, 2          // S0(a4)
  or s4, s4, a1           // S0(a4)
  slli a1, a7, 26         // S1(e4)
  srli a0, a7, 6          // S1(e4)
  or a0, a0, a1           // S1(e4)
  xor s1, s1, a0          // S1(e4)
  add s1, s3, s1          // t4
  add a6, a6, s1          // e5
  xor s3, t0, t1          // ab
  xor a0, t1, t2          // bc
  and a0, a0, s3          // maj
  xor a0, a0, t1          // maj
  add s1, s1, s4          // a5
  add s4, s1, a0          // a5
  lw s1, 68(s0)           // kh.1
  xor a0, a7, s2          // ch
  and a0, a0, a6          // ch
  xor a0, a0, s2          // ch
  add s2, s1, a0          // t5
  slli a0, a6, 26         // S1(e5)
  srli s1, a6, 6          // S1(e5)
  or s1, s1, a0           // S1(e5)
  slli a1, s4, 23         // S0(a5)
  srli a0, s4, 9          // S0(a5)
  or a0, a0, a1           // S0(a5)
  xor a0, a0, s4          // S0(a5)
  slli a1, a0, 21         // S0(a5)
  srli a0, a0, 11         // S0(a5)
  or a0, a0, a1           // S0(a5)
  xor a0, a0, s4          // S0(a5)
  slli a2, a6, 21         // S1(e5)
  srli a1, a6, 11         // S1(e5)
  or a1, a1, a2           // S1(e5)
  xor s1, s1, a1          // S1(e5)
  slli a1, a0, 30         // S0(a5)
  srli a0, a0, 2          // S0(a5)
  or a0, a0, a1           // S0(a5)
  slli a2, a6, 7          // S1(e5)
  srli a1, a6, 25         // S1(e5)
  or a1, a1, a2           // S1(e5)
  xor s1, s1, a1          // S1(e5)
  add s1, s2, s1          // t5
  add t2, t2, s1          // e6
  xor s2, s4, t0          // ab
  and a1, s3, s2          // maj
  xor a1, a1, t0          // maj
  add s1, s1, a0          // a6
  add s3, s1, a1          // a6

  // rounds 6, 7
  lw s1, 72(s0)           // kh.2
  xor a0, a6, a7          // ch
  and a0, a0, t2          // ch
  xor a0, a0, a7          // ch
  add s5, s1, a0          // t6
  slli a0, t2, 7          // S1(e6)
  srli s1, t2, 25         // S1(e6)
  or s1, s1, a0           // S1(e6)
  slli a1, s3, 23         // S0(a6)
  srli a0, s3, 9          // S0(a6)
  or a0, a0, a1           // S0(a6)
  xor a0, a0, s3          // S0(a6)
  slli a1, a0, 21         // S0(a6)
  srli a0, a0, 11         // S0(a6)
  or a0, a0, a1           // S0(a6)
  xor a0, a0, s3          // S0(a6)
  slli a2, t2, 21         // S1(e6)
  srli a1, t2, 11         // S1(e6)
  or a1, a1, a2           // S1(e6)
  xor s1, s1, a1          // S1(e6)
  slli a1, a0, 30         // S0(a6)
  srli a0, a0, 2          // S0(a6)
  or a0, a0, a1           // S0(a6)
  slli a2, t2, 26         // S1(e6)
  srli a1, t2, 6          // S1(e6)
  or a1, a1, a2           // S1(e6)
  xor s1, s1, a1          // S1(e6)
  add s1, s5, s1          // t6
  add t1, t1, s1          // e7
  xor s5, s3, s4          // ab
  and a1, s2, s5          // maj
  xor a1, a1, s4          // maj
  add s1, s1, a0          // a7
  add s2, s1, a1          // a7
  lw s1, 196(sp)
  add s1, a7, s1          // t7
  xor a0, t2, a6          // ch
  and a0, a0, t1          // ch
  xor a0, a0, a6          // ch
  add a7, s1, a0          // t7
  slli a0, t1, 26         // S1(e7)
  srli s1, t1, 6          // S1(e7)
  or s1, s1, a0           // S1(e7)
  slli a1, s2, 23         // S0(a7)
  srli a0, s2, 9          // S0(a7)
  or a0, a0, a1           // S0(a7)
  xor a0, a0, s2          // S0(a7)
  slli a1, a0, 21         // S0(a7)
  srli a0, a0, 11         // S0(a7)
  or a0, a0, a1           // S0(a7)
  xor a0, a0, s2          // S0(a7)
  slli a2, t1, 21         // S1(e7)
  srli a1, t1, 11         // S1(e7)
  or a1, a1, a2           // S1(e7)
  xor s1, s1, a1          // S1(e7)
  slli a1, a0, 30         // S0(a7)
  srli a0, a0, 2          // S0(a7)
  or a0, a0, a1           // S0(a7)
  slli a2, t1, 7          // S1(e7)
  srli a1, t1, 25         // S1(e7)
  or a1, a1, a2           // S1(e7)
  xor s1, s1, a1          // S1(e7)
  add s1, a7, s1          // t7
  add t0, t0, s1          // e8
  xor a7, s2, s3          // ab
  and a1, s5, a7          // maj
  xor a1, a1, s3          // maj
  add s1, s1, a0          // a8
  add s5, s1, a1          // a8

  // rounds 8, 9
  lw s1, 200(sp)
  add s1, a6, s1          // t8
  xor a0, t1, t2          // ch
  and a0, a0, t0          // ch
  xor a0, a0, t2          // ch
  add a6, s1, a0          // t8
  slli a0, t0, 7          // S1(e8)
  srli s1, t0, 25         // S1(e8)
  or s1, s1, a0           // S1(e8)
  slli a1, s5, 23         // S0(a8)
  srli a0, s5, 9          // S0(a8)
  or a0, a0, a1           // S0(a8)
  xor a0, a0, s5          // S0(a8)
  slli a1, a0, 21         // S0(a8)
  srli a0, a0, 11         // S0(a8)
  or a0, a0, a1           // S0(a8)
  xor a0, a0, s5          // S0(a8)
  slli a2, t0, 21         // S1(e8)
  srli a1, t0, 11         // S1(e8)
  or a1, a1, a2           // S1(e8)
  xor s1, s1, a1          // S1(e8)
  slli a1, a0, 30         // S0(a8)
  srli a0, a0, 2          // S0(a8)
  or a0, a0, a1           // S0(a8)
  slli a2, t0, 26         // S1(e8)
  srli a1, t0, 6          // S1(e8)
  or a1, a1, a2           // S1(e8)
  xor s1, s1, a1          // S1(e8)
  add s1, a6, s1          // t8
  add s4, s4, s1          // e9
  xor a6, s5, s2          // ab
  and a1, a7, a6          // maj
  xor a1, a1, s2          // maj
  add s1, s1, a0          // a9
  add a7, s1, a1          // a9
  lw s1, 204(sp)
  add s1, t2, s1          // t9
  xor a0, t0, t1          // ch
  and a0, a0, s4          // ch
  xor a0, a0, t1          // ch
  add t2, s1, a0          // t9
  slli a0, s4, 26         // S1(e9)
  srli s1, s4, 6          // S1(e9)
  or s1, s1, a0           // S1(e9)
  slli a1, a7, 23         // S0(a9)
  srli a0, a7, 9          // S0(a9)
  or a0, a0, a1           // S0(a9)
  xor a0, a0, a7          // S0(a9)
  slli a1, a0, 21         // S0(a9)
  srli a0, a0, 11         // S0(a9)
  or a0, a0, a1           // S0(a9)
  xor a0, a0, a7          // S0(a9)
  slli a2, s4, 21         // S1(e9)
  srli a1, s4, 11         // S1(e9)
  or a1, a1, a2           // S1(e9)
  xor s1, s1, a1          // S1(e9)
  slli a1, a0, 30         // S0(a9)
  srli a0, a0, 2          // S0(a9)
  or a0, a0, a1           // S0(a9)
  slli a2, s4, 7          // S1(e9)
  srli a1, s4, 25         // S1(e9)
  or a1, a1, a2           // S1(e9)
  xor s1, s1, a1          // S1(e9)
  add s1, t2, s1          // t9
  add s3, s3, s1          // e10
  xor t2, a7, s5          // ab
  and a1, a6, t2          // maj
  xor a1, a1, s5          // maj
  add s1, s1, a0          // a10
  add a6, s1, a1          // a10

  // rounds 10, 11
  lw s1, 208(sp)
  add s1, t1, s1          // t10
  xor a0, s4, t0          // ch
  and a0, a0, s3          // ch
  xor a0, a0, t0          // ch
  add t1, s1, a0          // t10
  slli a0, s3, 7          // S1(e10)
  srli s1, s3, 25         // S1(e10)
  or s1, s1, a0           // S1(e10)
  slli a1, a6, 23         // S0(a10)
  srli a0, a6, 9          // S0(a10)
  or a0, a0, a1           // S0(a10)
  xor a0, a0, a6          // S0(a10)
  slli a1, a0, 21         // S0(a10)
  srli a0, a0, 11         // S0(a10)
  or a0, a0, a1           // S0(a10)
  xor a0, a0, a6          // S0(a10)
  slli a2, s3, 21         // S1(e10)
  srli a1, s3, 11         // S1(e10)
  or a1, a1, a2           // S1(e10)
  xor s1, s1, a1          // S1(e10)
  slli a1, a0, 30         // S0(a10)
  srli a0, a0, 2          // S0(a10)
  or a0, a0, a1           // S0(a10)
  slli a2, s3, 26         // S1(e10)
  srli a1, s3, 6          // S1(e10)
  or a1, a1, a2           // S1(e10)
  xor s1, s1, a1          // S1(e10)
  add s1, t1, s1          // t10
  add s2, s2, s1          // e11
  xor t1, a6, a7          // ab
  and a1, t2, t1          // maj
  xor a1, a1, a7          // maj
  add s1, s1, a0          // a11
  add t2, s1, a1          // a11
  lw s1, 212(sp)
  add s1, t0, s1          // t11
  xor a0, s3, s4          // ch
  and a0, a0, s2          // ch
  xor a0, a0, s4          // ch
  add t0, s1, a0          // t11
  slli a0, s2, 26         // S1(e11)
  srli s1, s2, 6          // S1(e11)
  or s1, s1, a0           // S1(e11)
  slli a1, t2, 23         // S0(a11)
  srli a0, t2, 9          // S0(a11)
  or a0, a0, a1           // S0(a11)
  xor a0, a0, t2          // S0(a11)
  slli a1, a0, 21         // S0(a11)
  srli a0, a0, 11         // S0(a11)
  or a0, a0, a1           // S0(a11)
  xor a0, a0, t2          // S0(a11)
  slli a2, s2, 21         // S1(e11)
  srli a1, s2, 11         // S1(e11)
  or a1, a1, a2           // S1(e11)
  xor s1, s1, a1          // S1(e11)
  slli a1, a0, 30         // S0(a11)
  srli a0, a0, 2          // S0(a11)
  or a0, a0, a1           // S0(a11)
  slli a2, s2, 7          // S1(e11)
  srli a1, s2, 25         // S1(e11)
  or a1, a1, a2           // S1(e11)
  xor s1, s1, a1          // S1(e11)
  add s1, t0, s1          // t11
  add s5, s5, s1          // e12
  xor t0, t2, a6          // ab
  and a1, t1, t0          // maj
  xor a1, a1, a6          // maj
  add s1, s1, a0          // a12
  add t1, s1, a1          // a12

  // rounds 12, 13
  lw s1, 216(sp)
  add s1, s4, s1          // t12
  xor a0, s2, s3          // ch
  and a0, a0, s5          // ch
  xor a0, a0, s3          // ch
  add s4, s1, a0          // t12
  slli a0, s5, 7          // S1(e12)
  srli s1, s5, 25         // S1(e12)
  or s1, s1, a0           // S1(e12)
  slli a1, t1, 23         // S0(a12)
  srli a0, t1, 9          // S0(a12)
  or a0, a0, a1           // S0(a12)
  xor a0, a0, t1          // S0(a12)
  slli a1, a0, 21         // S0(a12)
  srli a0, a0, 11         // S0(a12)
  or a0, a0, a1           // S0(a12)
  xor a0, a0, t1          // S0(a12)
  slli a2, s5, 21         // S1(e12)
  srli a1, s5, 11         // S1(e12)
  or a1, a1, a2           // S1(e12)
  xor s1, s1, a1          // S1(e12)
  slli a1, a0, 30         // S0(a12)
  srli a0, a0, 2          // S0(a12)
  or a0, a0, a1           // S0(a12)
  slli a2, s5, 26         // S1(e12)
  srli a1, s5, 6          // S1(e12)
  or a1, a1, a2           // S1(e12)
  xor s1, s1, a1          // S1(e12)
  add s1, s4, s1          // t12
  add a7, a7, s1          // e13
  xor s4, t1, t2          // ab
  and a1, t0, s4          // maj
  xor a1, a1, t2          // maj
  add s1, s1, a0          // a13
  add t0, s1, a1          // a13
  lw s1, 220(sp)
  add s1, s3, s1          // t13
  xor a0, s5, s2          // ch
  and a0, a0, a7          // ch
  xor a0, a0, s2          // ch
  add s3, s1, a0          // t13
  slli a0, a7, 26         // S1(e13)
  srli s1, a7, 6          // S1(e13)
  or s1, s1, a0           // S1(e13)
  slli a1, t0, 23         // S0(a13)
  srli a0, t0, 9          // S0(a13)
  or a0, a0, a1           // S0(a13)
  xor a0, a0, t0          // S0(a13)
  slli a1, a0, 21         // S0(a13)
  srli a0, a0, 11         // S0(a13)
  or a0, a0, a1           // S0(a13)
  xor a0, a0, t0          // S0(a13)
  slli a2, a7, 21         // S1(e13)
  srli a1, a7, 11         // S1(e13)
  or a1, a1, a2           // S1(e13)
  xor s1, s1, a1          // S1(e13)
  slli a1, a0, 30         // S0(a13)
  srli a0, a0, 2          // S0(a13)
  or a0, a0, a1           // S0(a13)
  slli a2, a7, 7          // S1(e13)
  srli a1, a7, 25         // S1(e13)
  or a1, a1, a2           // S1(e13)
  xor s1, s1, a1          // S1(e13)
  add s1, s3, s1          // t13
  add a6, a6, s1          // e14
  xor s3, t0, t1          // ab
  and a1, s4, s3          // maj
  xor a1, a1, t1          // maj
  add s1, s1, a0          // a14
  add s4, s1, a1          // a14

  // rounds 14, 15
  lw s1, 224(sp)
  add s1, s2, s1          // t14
  xor a0, a7, s5          // ch
  and a0, a0, a6          // ch
  xor a0, a0, s5          // ch
  add s2, s1, a0          // t14
  slli a0, a6, 7          // S1(e14)
  srli s1, a6, 25         // S1(e14)
  or s1, s1, a0           // S1(e14)
  slli a1, s4, 23         // S0(a14)
  srli a0, s4, 9          // S0(a14)
  or a0, a0, a1           // S0(a14)
  xor a0, a0, s4          // S0(a14)
  slli a1, a0, 21         // S0(a14)
  srli a0, a0, 11         // S0(a14)
  or a0, a0, a1           // S0(a14)
  xor a0, a0, s4          // S0(a14)
  slli a2, a6, 21         // S1(e14)
  srli a1, a6, 11         // S1(e14)
  or a1, a1, a2           // S1(e14)
  xor s1, s1, a1          // S1(e14)
  slli a1, a0, 30         // S0(a14)
  srli a0, a0, 2          // S0(a14)
  or a0, a0, a1           // S0(a14)
  slli a2, a6, 26         // S1(e14)
  srli a1, a6, 6          // S1(e14)
  or a1, a1, a2           // S1(e14)
  xor s1, s1, a1          // S1(e14)
  add s1, s2, s1          // t14
  add t2, t2, s1          // e15
  xor s2, s4, t0          // ab
  and a1, s3, s2          // maj
  xor a1, a1, t0          // maj
  add s1, s1, a0          // a15
  add s3, s1, a1          // a15
  lw s1, 228(sp)
  add s1, s5, s1          // t15
  xor a0, a6, a7          // ch
  and a0, a0, t2          // ch
  xor a0, a0, a7          // ch
  add s5, s1, a0          // t15
  slli a0, t2, 26         // S1(e15)
  srli s1, t2, 6          // S1(e15)
  or s1, s1, a0           // S1(e15)
  slli a1, s3, 23         // S0(a15)
  srli a0, s3, 9          // S0(a15)
  or a0, a0, a1           // S0(a15)
  xor a0, a0, s3          // S0(a15)
  slli a1, a0, 21         // S0(a15)
  srli a0, a0, 11         // S0(a15)
  or a0, a0, a1           // S0(a15)
  xor a0, a0, s3          // S0(a15)
  slli a2, t2, 21         // S1(e15)
  srli a1, t2, 11         // S1(e15)
  or a1, a1, a2           // S1(e15)
  xor s1, s1, a1          // S1(e15)
  slli a1, a0, 30         // S0(a15)
  srli a0, a0, 2          // S0(a15)
  or a0, a0, a1           // S0(a15)
  slli a2, t2, 7          // S1(e15)
  srli a1, t2, 25         // S1(e15)
  or a1, a1, a2           // S1(e15)
  xor s1, s1, a1          // S1(e15)
  add s1, s5, s1          // t15
  add t1, t1, s1          // e16
  xor s5, s3, s4          // ab
  and a1, s2, s5          // maj
  xor a1, a1, s4          // maj
  add s1, s1, a0          // a16
  add s2, s1, a1          // a16

  // rounds 16, 17
  lw s1, 476(sp)          // kw16
  add s1, a7, s1          // t16
  xor a0, t2, a6          // ch
  and a0, a0, t1          // ch
  xor a0, a0, a6          // ch
  add a7, s1, a0          // t16
  slli a0, t1, 7          // S1(e16)
  srli s1, t1, 25         // S1(e16)
  or s1, s1, a0           // S1(e16)
  slli a1, s2, 23         // S0(a16)
  srli a0, s2, 9          // S0(a16)
  or a0, a0, a1           // S0(a16)
  xor a0, a0, s2          // S0(a16)
  slli a1, a0, 21         // S0(a16)
  srli a0, a0, 11         // S0(a16)
  or a0, a0, a1           // S0(a16)
  xor a0, a0, s2          // S0(a16)
  slli a2, t1, 21         // S1(e16)
  srli a1, t1, 11         // S1(e16)
  or a1, a1, a2           // S1(e16)
  xor s1, s1, a1          // S1(e16)
  slli a1, a0, 30         // S0(a16)
  srli a0, a0, 2          // S0(a16)
  or a0, a0, a1           // S0(a16)
  slli a2, t1, 26         // S1(e16)
  srli a1, t1, 6          // S1(e16)
  or a1, a1, a2           // S1(e16)
  xor s1, s1, a1          // S1(e16)
  add s1, a7, s1          // t16
  add t0, t0, s1          // e17
  xor a7, s2, s3          // ab
  and a1, s5, a7          // maj
  xor a1, a1, s3          // maj
  add s1, s1, a0          // a17
  add s5, s1, a1          // a17
  lw s1, 480(sp)          // kw17
  add s1, a6, s1          // t17
  xor a0, t1, t2          // ch
  and a0, a0, t0          // ch
  xor a0, a0, t2          // ch
  add a6, s1, a0          // t17
  slli a0, t0, 26         // S1(e17)
  srli s1, t0, 6          // S1(e17)
  or s1, s1, a0           // S1(e17)
  slli a1, s5, 23         // S0(a17)
  srli a0, s5, 9          // S0(a17)
  or a0, a0, a1           // S0(a17)
  xor a0, a0, s5          // S0(a17)
  slli a1, a0, 21         // S0(a17)
  srli a0, a0, 11         // S0(a17)
  or a0, a0, a1           // S0(a17)
  xor a0, a0, s5          // S0(a17)
  slli a2, t0, 21         // S1(e17)
  srli a1, t0, 11         // S1(e17)
  or a1, a1, a2           // S1(e17)
  xor s1, s1, a1          // S1(e17)
  slli a1, a0, 30         // S0(a17)
  srli a0, a0, 2          // S0(a17)
  or a0, a0, a1           // S0(a17)
  slli a2, t0, 7          // S1(e17)
  srli a1, t0, 25         // S1(e17)
  or a1, a1, a2           // S1(e17)
  xor s1, s1, a1          // S1(e17)
  add s1, a6, s1          // t17
  add s4, s4, s1          // e18
  xor a6, s5, s2          // ab
  and a1, a7, a6          // maj
  xor a1, a1, s2          // maj
  add s1, s1, a0          // a18
  add a7, s1, a1          // a18

  // rounds 18, 19
  lw s1, 628(sp)          // kw18
  add s1, t2, s1          // t18
  xor a0, t0, t1          // ch
  and a0, a0, s4          // ch
  xor a0, a0, t1          // ch
  add t2, s1, a0          // t18
  slli a0, s4, 7          // S1(e18)
  srli s1, s4, 25         // S1(e18)
  or s1, s1, a0           // S1(e18)
  slli a1, a7, 23         // S0(a18)
  srli a0, a7, 9          // S0(a18)
  or a0, a0, a1           // S0(a18)
  xor a0, a0, a7          // S0(a18)
  slli a1, a0, 21         // S0(a18)
  srli a0, a0, 11         // S0(a18)
  or a0, a0, a1           // S0(a18)
  xor a0, a0, a7          // S0(a18)
  slli a2, s4, 21         // S1(e18)
  srli a1, s4, 11         // S1(e18)
  or a1, a1, a2           // S1(e18)
  xor s1, s1, a1          // S1(e18)
  slli a1, a0, 30         // S0(a18)
  srli a0, a0, 2          // S0(a18)
  or a0, a0, a1           // S0(a18)
  slli a2, s4, 26         // S1(e18)
  srli a1, s4, 6          // S1(e18)
  or a1, a1, a2           // S1(e18)
  xor s1, s1, a1          // S1(e18)
  add s1, t2, s1          // t18
  add s3, s3, s1          // e19
  xor t2, a7, s5          // ab
  and a1, a6, t2          // maj
  xor a1, a1, s5          // maj
  add s1, s1, a0          // a19
  add a6, s1, a1          // a19
  lw s1, 632(sp)          // kw19
  add s1, t1, s1          // t19
  xor a0, s4, t0          // ch
  and a0, a0, s3          // ch
  xor a0, a0, t0          // ch
  add t1, s1, a0          // t19
  slli a0, s3, 26         // S1(e19)
  srli s1, s3, 6          // S1(e19)
  or s1, s1, a0           // S1(e19)
  slli a1, a6, 23         // S0(a19)
  srli a0, a6, 9          // S0(a19)
  or a0, a0, a1           // S0(a19)
  xor a0, a0, a6          // S0(a19)
  slli a1, a0, 21         // S0(a19)
  srli a0, a0, 11         // S0(a19)
  or a0, a0, a1           // S0(a19)
  xor a0, a0, a6          // S0(a19)
  slli a2, s3, 21         // S1(e19)
  srli a1, s3, 11         // S1(e19)
  or a1, a1, a2           // S1(e19)
  xor s1, s1, a1          // S1(e19)
  slli a1, a0, 30         // S0(a19)
  srli a0, a0, 2          // S0(a19)
  or a0, a0, a1           // S0(a19)
  slli a2, s3, 7          // S1(e19)
  srli a1, s3, 25         // S1(e19)
  or a1, a1, a2           // S1(e19)
  xor s1, s1, a1          // S1(e19)
  add s1, t1, s1          // t19
  add s2, s2, s1          // e20
  xor t1, a6, a7          // ab
  and a1, t2, t1          // maj
  xor a1, a1, a7          // maj
  add s1, s1, a0          // a20
  add t2, s1, a1          // a20

  // rounds 20, 21
  lw s1, 636(sp)          // kw20
  add s1, t0, s1          // t20
  xor a0, s3, s4          // ch
  and a0, a0, s2          // ch
  xor a0, a0, s4          // ch
  add t0, s1, a0          // t20
  slli a0, s2, 7          // S1(e20)
  srli s1, s2, 25         // S1(e20)
  or s1, s1, a0           // S1(e20)
  slli a1, t2, 23         // S0(a20)
  srli a0, t2, 9          // S0(a20)
  or a0, a0, a1           // S0(a20)
  xor a0, a0, t2          // S0(a20)
  slli a1, a0, 21         // S0(a20)
  srli a0, a0, 11         // S0(a20)
  or a0, a0, a1           // S0(a20)
  xor a0, a0, t2          // S0(a20)
  slli a2, s2, 21         // S1(e20)
  srli a1, s2, 11         // S1(e20)
  or a1, a1, a2           // S1(e20)
  xor s1, s1, a1          // S1(e20)
  slli a1, a0, 30         // S0(a20)
  srli a0, a0, 2          // S0(a20)
  or a0, a0, a1           // S0(a20)
  slli a2, s2, 26         // S1(e20)
  srli a1, s2, 6          // S1(e20)
  or a1, a1, a2           // S1(e20)
  xor s1, s1, a1          // S1(e20)
  add s1, t0, s1          // t20
  add s5, s5, s1          // e21
  xor t0, t2, a6          // ab
  and a1, t1, t0          // maj
  xor a1, a1, a6          // maj
  add s1, s1, a0          // a21
  add t1, s1, a1          // a21
  lw s1, 640(sp)          // kw21
  add s1, s4, s1          // t21
  xor a0, s2, s3          // ch
  and a0, a0, s5          // ch
  xor a0, a0, s3          // ch
  add s4, s1, a0          // t21
  slli a0, s5, 26         // S1(e21)
  srli s1, s5, 6          // S1(e21)
  or s1, s1, a0           // S1(e21)
  slli a1, t1, 23         // S0(a21)
  srli a0, t1, 9          // S0(a21)
  or a0, a0, a1           // S0(a21)
  xor a0, a0, t1          // S0(a21)
  slli a1, a0, 21         // S0(a21)
  srli a0, a0, 11         // S0(a21)
  or a0, a0, a1           // S0(a21)
  xor a0, a0, t1          // S0(a21)
  slli a2, s5, 21         // S1(e21)
  srli a1, s5, 11         // S1(e21)
  or a1, a1, a2           // S1(e21)
  xor s1, s1, a1          // S1(e21)
  slli a1, a0, 30         // S0(a21)
  srli a0, a0, 2          // S0(a21)
  or a0, a0, a1           // S0(a21)
  slli a2, s5, 7          // S1(e21)
  srli a1, s5, 25         // S1(e21)
  or a1, a1, a2           // S1(e21)
  xor s1, s1, a1          // S1(e21)
  add s1, s4, s1          // t21
  add a7, a7, s1          // e22
  xor s4, t1, t2          // ab
  and a1, t0, s4          // maj
  xor a1, a1, t2          // maj
  add s1, s1, a0          // a22
  add t0, s1, a1          // a22

  // rounds 22, 23
  lw s1, 644(sp)          // kw22
  add s1, s3, s1          // t22
  xor a0, s5, s2          // ch
  and a0, a0, a7          // ch
  xor a0, a0, s2          // ch
  add s3, s1, a0          // t22
  slli a0, a7, 7          // S1(e22)
  srli s1, a7, 25         // S1(e22)
  or s1, s1, a0           // S1(e22)
  slli a1, t0, 23         // S0(a22)
  srli a0, t0, 9          // S0(a22)
  or a0, a0, a1           // S0(a22)
  xor a0, a0, t0          // S0(a22)
  slli a1, a0, 21         // S0(a22)
  srli a0, a0, 11         // S0(a22)
  or a0, a0, a1           // S0(a22)
  xor a0, a0, t0          // S0(a22)
  slli a2, a7, 21         // S1(e22)
  srli a1, a7, 11         // S1(e22)
  or a1, a1, a2           // S1(e22)
  xor s1, s1, a1          // S1(e22)
  slli a1, a0, 30         // S0(a22)
  srli a0, a0, 2          // S0(a22)
  or a0, a0, a1           // S0(a22)
  slli a2, a7, 26         // S1(e22)
  srli a1, a7, 6          // S1(e22)
  or a1, a1, a2           // S1(e22)
  xor s1, s1, a1          // S1(e22)
  add s1, s3, s1          // t22
  add a6, a6, s1          // e23
  xor s3, t0, t1          // ab
  and a1, s4, s3          // maj
  xor a1, a1, t1          // maj
  add s1, s1, a0          // a23
  add s4, s1, a1          // a23
  lw s1, 648(sp)          // kw23
  add s1, s2, s1          // t23
  xor a0, a7, s5          // ch
  and a0, a0, a6          // ch
  xor a0, a0, s5          // ch
  add s2, s1, a0          // t23
  slli a0, a6, 26         // S1(e23)
  srli s1, a6, 6          // S1(e23)
  or s1, s1, a0           // S1(e23)
  slli a1, s4, 23         // S0(a23)
  srli a0, s4, 9          // S0(a23)
  or a0, a0, a1           // S0(a23)
  xor a0, a0, s4          // S0(a23)
  slli a1, a0, 21         // S0(a23)
  srli a0, a0, 11         // S0(a23)
  or a0, a0, a1           // S0(a23)
  xor a0, a0, s4          // S0(a23)
  slli a2, a6, 21         // S1(e23)
  srli a1, a6, 11         // S1(e23)
  or a1, a1, a2           // S1(e23)
  xor s1, s1, a1          // S1(e23)
  slli a1, a0, 30         // S0(a23)
  srli a0, a0, 2          // S0(a23)
  or a0, a0, a1           // S0(a23)
  slli a2, a6, 7          // S1(e23)
  srli a1, a6, 25         // S1(e23)
  or a1, a1, a2           // S1(e23)
  xor s1, s1, a1          // S1(e23)
  add s1, s2, s1          // t23
  add t2, t2, s1          // e24
  xor s2, s4, t0          // ab
  and a1, s3, s2          // maj
  xor a1, a1, t0          // maj
  add s1, s1, a0          // a24
  add s3, s1, a1          // a24

  // rounds 24, 25
  lw s1, 652(sp)          // kw24
  add s1, s5, s1          // t24
  xor a0, a6, a7          // ch
  and a0, a0, t2          // ch
  xor a0, a0, a7          // ch
  add s5, s1, a0          // t24
  slli a0, t2, 7          // S1(e24)
  srli s1, t2, 25         // S1(e24)
  or s1, s1, a0           // S1(e24)
  slli a1, s3, 23         // S0(a24)
  srli a0, s3, 9          // S0(a24)
  or a0, a0, a1           // S0(a24)
  xor a0, a0, s3          // S0(a24)
  slli a1, a0, 21         // S0(a24)
  srli a0, a0, 11         // S0(a24)
  or a0, a0, a1           // S0(a24)
  xor a0, a0, s3          // S0(a24)
  slli a2, t2, 21         // S1(e24)
  srli a1, t2, 11         // S1(e24)
  or a1, a1, a2           // S1(e24)
  xor s1, s1, a1          // S1(e24)
  slli a1, a0, 30         // S0(a24)
  srli a0, a0, 2          // S0(a24)
  or a0, a0, a1           // S0(a24)
  slli a2, t2, 26         // S1(e24)
  srli a1, t2, 6          // S1(e24)
  or a1, a1, a2           // S1(e24)
  xor s1, s1, a1          // S1(e24)
  add s1, s5, s1          // t24
  add t1, t1, s1          // e25
  xor s5, s3, s4          // ab
  and a1, s2, s5          // maj
  xor a1, a1, s4          // maj
  add s1, s1, a0          // a25
  add s2, s1, a1          // a25
  lw s1, 656(sp)          // kw25
  add s1, a7, s1          // t25
  xor a0, t2, a6          // ch
  and a0, a0, t1          // ch
  xor a0, a0, a6          // ch
  add a7, s1, a0          // t25
  slli a0, t1, 26         // S1(e25)
  srli s1, t1, 6          // S1(e25)
  or s1, s1, a0           // S1(e25)
  slli a1, s2, 23         // S0(a25)
  srli a0, s2, 9          // S0(a25)
  or a0, a0, a1           // S0(a25)
  xor a0, a0, s2          // S0(a25)
  slli a1, a0, 21         // S0(a25)
  srli a0, a0, 11         // S0(a25)
  or a0, a0, a1           // S0(a25)
  xor a0, a0, s2          // S0(a25)
  slli a2, t1, 21         // S1(e25)
  srli a1, t1, 11         // S1(e25)
  or a1, a1, a2           // S1(e25)
  xor s1, s1, a1          // S1(e25)
  slli a1, a0, 30         // S0(a25)
  srli a0, a0, 2          // S0(a25)
  or a0, a0, a1           // S0(a25)
  slli a2, t1, 7          // S1(e25)
  srli a1, t1, 25         // S1(e25)
  or a1, a1, a2           // S1(e25)
  xor s1, s1, a1          // S1(e25)
  add s1, a7, s1          // t25
  add t0, t0, s1          // e26
  xor a7, s2, s3          // ab
  and a1, s5, a7          // maj
  xor a1, a1, s3          // maj
  add s1, s1, a0          // a26
  add s5, s1, a1          // a26

  // rounds 26, 27
  lw s1, 660(sp)          // kw26
  add s1, a6, s1          // t26
  xor a0, t1, t2          // ch
  and a0, a0, t0          // ch
  xor a0, a0, t2          // ch
  add a6, s1, a0          // t26
  slli a0, t0, 7          // S1(e26)
  srli s1, t0, 25         // S1(e26)
  or s1, s1, a0           // S1(e26)
  slli a1, s5, 23         // S0(a26)
  srli a0, s5, 9          // S0(a26)
  or a0, a0, a1           // S0(a26)
  xor a0, a0, s5          // S0(a26)
  slli a1, a0, 21         // S0(a26)
  srli a0, a0, 11         // S0(a26)
  or a0, a0, a1           // S0(a26)
  xor a0, a0, s5          // S0(a26)
  slli a2, t0, 21         // S1(e26)
  srli a1, t0, 11         // S1(e26)
  or a1, a1, a2           // S1(e26)
  xor s1, s1, a1          // S1(e26)
  slli a1, a0, 30         // S0(a26)
  srli a0, a0, 2          // S0(a26)
  or a0, a0, a1           // S0(a26)
  slli a2, t0, 26         // S1(e26)
  srli a1, t0, 6          // S1(e26)
  or a1, a1, a2           // S1(e26)
  xor s1, s1, a1          // S1(e26)
  add s1, a6, s1          // t26
  add s4, s4, s1          // e27
  xor a6, s5, s2          // ab
  and a1, a7, a6          // maj
  xor a1, a1, s2          // maj
  add s1, s1, a0          // a27
  add a7, s1, a1          // a27
  lw s1, 664(sp)          // kw27
  add s1, t2, s1          // t27
  xor a0, t0, t1          // ch
  and a0, a0, s4          // ch
  xor a0, a0, t1          // ch
  add t2, s1, a0          // t27
  slli a0, s4, 26         // S1(e27)
  srli s1, s4, 6          // S1(e27)
  or s1, s1, a0           // S1(e27)
  slli a1, a7, 23         // S0(a27)
  srli a0, a7, 9          // S0(a27)
  or a0, a0, a1           // S0(a27)
  xor a0, a0, a7          // S0(a27)
  slli a1, a0, 21         // S0(a27)
  srli a0, a0, 11         // S0(a27)
  or a0, a0, a1           // S0(a27)
  xor a0, a0, a7          // S0(a27)
  slli a2, s4, 21         // S1(e27)
  srli a1, s4, 11         // S1(e27)
  or a1, a1, a2           // S1(e27)
  xor s1, s1, a1          // S1(e27)
  slli a1, a0, 30         // S0(a27)
  srli a0, a0, 2          // S0(a27)
  or a0, a0, a1           // S0(a27)
  slli a2, s4, 7          // S1(e27)
  srli a1, s4, 25         // S1(e27)
  or a1, a1, a2           // S1(e27)
  xor s1, s1, a1          // S1(e27)
  add s1, t2, s1          // t27
  add s3, s3, s1          // e28
  xor t2, a7, s5          // ab
  and a1, a6, t2          // maj
  xor a1, a1, s5          // maj
  add s1, s1, a0          // a28
  add a6, s1, a1          // a28

  // rounds 28, 29
  lw s1, 668(sp)          // kw28
  add s1, t1, s1          // t28
  xor a0, s4, t0          // ch
  and a0, a0, s3          // ch
  xor a0, a0, t0          // ch
  add t1, s1, a0          // t28
  slli a0, s3, 7          // S1(e28)
  srli s1, s3, 25         // S1(e28)
  or s1, s1, a0           // S1(e28)
  slli a1, a6, 23         // S0(a28)
  srli a0, a6, 9          // S0(a28)
  or a0, a0, a1           // S0(a28)
  xor a0, a0, a6          // S0(a28)
  slli a1, a0, 21         // S0(a28)
  srli a0, a0, 11         // S0(a28)
  or a0, a0, a1           // S0(a28)
  xor a0, a0, a6          // S0(a28)
  slli a2, s3, 21         // S1(e28)
  srli a1, s3, 11         // S1(e28)
  or a1, a1, a2           // S1(e28)
  xor s1, s1, a1          // S1(e28)
  slli a1, a0, 30         // S0(a28)
  srli a0, a0, 2          // S0(a28)
  or a0, a0, a1           // S0(a28)
  slli a2, s3, 26         // S1(e28)
  srli a1, s3, 6          // S1(e28)
  or a1, a1, a2           // S1(e28)
  xor s1, s1, a1          // S1(e28)
  add s1, t1, s1          // t28
  add s2, s2, s1          // e29
  xor t1, a6, a7          // ab
  and a1, t2, t1          // maj
  xor a1, a1, a7          // maj
  add s1, s1, a0          // a29
  add t2, s1, a1          // a29
  lw s1, 672(sp)          // kw29
  add s1, t0, s1          // t29
  xor a0, s3, s4          // ch
  and a0, a0, s2          // ch
  xor a0, a0, s4          // ch
  add t0, s1, a0          // t29
  slli a0, s2, 26         // S1(e29)
  srli s1, s2, 6          // S1(e29)
  or s1, s1, a0           // S1(e29)
  slli a1, t2, 23         // S0(a29)
  srli a0, t2, 9          // S0(a29)
  or a0, a0, a1           // S0(a29)
  xor a0, a0, t2          // S0(a29)
  slli a1, a0, 21         // S0(a29)
  srli a0, a0, 11         // S0(a29)
  or a0, a0, a1           // S0(a29)
  xor a0, a0, t2          // S0(a29)
  slli a2, s2, 21         // S1(e29)
  srli a1, s2, 11         // S1(e29)
  or a1, a1, a2           // S1(e29)
  xor s1, s1, a1          // S1(e29)
  slli a1, a0, 30         // S0(a29)
  srli a0, a0, 2          // S0(a29)
  or a0, a0, a1           // S0(a29)
  slli a2, s2, 7          // S1(e29)
  srli a1, s2, 25         // S1(e29)
  or a1, a1, a2           // S1(e29)
  xor s1, s1, a1          // S1(e29)
  add s1, t0, s1          // t29
  add s5, s5, s1          // e30
  xor t0, t2, a6          // ab
  and a1, t1, t0          // maj
  xor a1, a1, a6          // maj
  add s1, s1, a0          // a30
  add t1, s1, a1          // a30

  // rounds 30, 31
  lw s1, 676(sp)          // kw30
  add s1, s4, s1          // t30
  xor a0, s2, s3          // ch
  and a0, a0, s5          // ch
  xor a0, a0, s3          // ch
  add s4, s1, a0          // t30
  slli a0, s5, 7          // S1(e30)
  srli s1, s5, 25         // S1(e30)
  or s1, s1, a0           // S1(e30)
  slli a1, t1, 23         // S0(a30)
  srli a0, t1, 9          // S0(a30)
  or a0, a0, a1           // S0(a30)
  xor a0, a0, t1          // S0(a30)
  slli a1, a0, 21         // S0(a30)
  srli a0, a0, 11         // S0(a30)
  or a0, a0, a1           // S0(a30)
  xor a0, a0, t1          // S0(a30)
  slli a2, s5, 21         // S1(e30)
  srli a1, s5, 11         // S1(e30)
  or a1, a1, a2           // S1(e30)
  xor s1, s1, a1          // S1(e30)
  slli a1, a0, 30         // S0(a30)
  srli a0, a0, 2          // S0(a30)
  or a0, a0, a1           // S0(a30)
  slli a2, s5, 26         // S1(e30)
  srli a1, s5, 6          // S1(e30)
  or a1, a1, a2           // S1(e30)
  xor s1, s1, a1          // S1(e30)
  add s1, s4, s1          // t30
  add a7, a7, s1          // e31
  xor s4, t1, t2          // ab
  and a1, t0, s4          // maj
  xor a1, a1, t2          // maj
  add s1, s1, a0          // a31
  add t0, s1, a1          // a31
  lw s1, 680(sp)          // kw31
  add s1, s3, s1          // t31
  xor a0, s5, s2          // ch
  and a0, a0, a7          // ch
  xor a0, a0, s2          // ch
  add s3, s1, a0          // t31
  slli a0, a7, 26         // S1(e31)
  srli s1, a7, 6          // S1(e31)
  or s1, s1, a0           // S1(e31)
  slli a1, t0, 23         // S0(a31)
  srli a0, t0, 9          // S0(a31)
  or a0, a0, a1           // S0(a31)
  xor a0, a0, t0          // S0(a31)
  slli a1, a0, 21         // S0(a31)
  srli a0, a0, 11         // S0(a31)
  or a0, a0, a1           // S0(a31)
  xor a0, a0, t0          // S0(a31)
  slli a2, a7, 21         // S1(e31)
  srli a1, a7, 11         // S1(e31)
  or a1, a1, a2           // S1(e31)
  xor s1, s1, a1          // S1(e31)
  slli a1, a0, 30         // S0(a31)
  srli a0, a0, 2          // S0(a31)
  or a0, a0, a1           // S0(a31)
  slli a2, a7, 7          // S1(e31)
  srli a1, a7, 25         // S1(e31)
  or a1, a1, a2           // S1(e31)
  xor s1, s1, a1          // S1(e31)
  add s1, s3, s1          // t31
  add a6, a6, s1          // e32
  xor s3, t0, t1          // ab
  and a1, s4, s3          // maj
  xor a1, a1, t1          // maj
  add s1, s1, a0          // a32
  add s4, s1, a1          // a32

  // rounds 32, 33
  lw s1, 684(sp)          // kw32
  add s1, s2, s1          // t32
  xor a0, a7, s5          // ch
  and a0, a0, a6          // ch
  xor a0, a0, s5          // ch
  add s2, s1, a0          // t32
  slli a0, a6, 7          // S1(e32)
  srli s1, a6, 25         // S1(e32)
  or s1, s1, a0           // S1(e32)
  slli a1, s4, 23         // S0(a32)
  srli a0, s4, 9          // S0(a32)
  or a0, a0, a1           // S0(a32)
  xor a0, a0, s4          // S0(a32)
  slli a1, a0, 21         // S0(a32)
  srli a0, a0, 11         // S0(a32)
  or a0, a0, a1           // S0(a32)
  xor a0, a0, s4          // S0(a32)
  slli a2, a6, 21         // S1(e32)
  srli a1, a6, 11         // S1(e32)
  or a1, a1, a2           // S1(e32)
  xor s1, s1, a1          // S1(e32)
  slli a1, a0, 30         // S0(a32)
  srli a0, a0, 2          // S0(a32)
  or a0, a0, a1           // S0(a32)
  slli a2, a6, 26         // S1(e32)
  srli a1, a6, 6          // S1(e32)
  or a1, a1, a2           // S1(e32)
  xor s1, s1, a1          // S1(e32)
  add s1, s2, s1          // t32
  add t2, t2, s1          // e33
  xor s2, s4, t0          // ab
  and a1, s3, s2          // maj
  xor a1, a1, t0          // maj
  add s1, s1, a0          // a33
  add s3, s1, a1          // a33
  lw s1, 688(sp)          // kw33
  add s1, s5, s1          // t33
  xor a0, a6, a7          // ch
  and a0, a0, t2          // ch
  xor a0, a0, a7          // ch
  add s5, s1, a0          // t33
  slli a0, t2, 26         // S1(e33)
  srli s1, t2, 6          // S1(e33)
  or s1, s1, a0           // S1(e33)
  slli a1, s3, 23         // S0(a33)
  srli a0, s3, 9          // S0(a33)
  or a0, a0, a1           // S0(a33)
  xor a0, a0, s3          // S0(a33)
  slli a1, a0, 21         // S0(a33)
  srli a0, a0, 11         // S0(a33)
  or a0, a0, a1           // S0(a33)
  xor a0, a0, s3          // S0(a33)
  slli a2, t2, 21         // S1(e33)
  srli a1, t2, 11         // S1(e33)
  or a1, a1, a2           // S1(e33)
  xor s1, s1, a1          // S1(e33)
  slli a1, a0, 30         // S0(a33)
  srli a0, a0, 2          // S0(a33)
  or a0, a0, a1           // S0(a33)
  slli a2, t2, 7          // S1(e33)
  srli a1, t2, 25         // S1(e33)
  or a1, a1, a2           // S1(e33)
  xor s1, s1, a1          // S1(e33)
  add s1, s5, s1          // t33
  add t1, t1, s1          // e34
  xor s5, s3, s4          // ab
  and a1, s2, s5          // maj
  xor a1, a1, s4          // maj
  add s1, s1, a0          // a34
  add s2, s1, a1          // a34

  // rounds 34, 35
  lw s1, 692(sp)          // kw34
  add s1, a7, s1          // t34
  xor a0, t2, a6          // ch
  and a0, a0, t1          // ch
  xor a0, a0, a6          // ch
  add a7, s1, a0          // t34
  slli a0, t1, 7          // S1(e34)
  srli s1, t1, 25         // S1(e34)
  or s1, s1, a0           // S1(e34)
  slli a1, s2, 23         // S0(a34)
  srli a0, s2, 9          // S0(a34)
  or a0, a0, a1           // S0(a34)
  xor a0, a0, s2          // S0(a34)
  slli a1, a0, 21         // S0(a34)
  srli a0, a0, 11         // S0(a34)
  or a0, a0, a1           // S0(a34)
  xor a0, a0, s2          // S0(a34)
  slli a2, t1, 21         // S1(e34)
  srli a1, t1, 11         // S1(e34)
  or a1, a1, a2           // S1(e34)
  xor s1, s1, a1          // S1(e34)
  slli a1, a0, 30         // S0(a34)
  srli a0, a0, 2          // S0(a34)
  or a0, a0, a1           // S0(a34)
  slli a2, t1, 26         // S1(e34)
  srli a1, t1, 6          // S1(e34)
  or a1, a1, a2           // S1(e34)
  xor s1, s1, a1          // S1(e34)
  add s1, a7, s1          // t34
  add t0, t0, s1          // e35
  xor a7, s2, s3          // ab
  and a1, s5, a7          // maj
  xor a1, a1, s3          // maj
  add s1, s1, a0          // a35
  add s5, s1, a1          // a35
  lw s1, 696(sp)          // kw35
  add s1, a6, s1          // t35
  xor a0, t1, t2          // ch
  and a0, a0, t0          // ch
  xor a0, a0, t2          // ch
  add a6, s1, a0          // t35
  slli a0, t0, 26         // S1(e35)
  srli s1, t0, 6          // S1(e35)
  or s1, s1, a0           // S1(e35)
  slli a1, s5, 23         // S0(a35)
  srli a0, s5, 9          // S0(a35)
  or a0, a0, a1           // S0(a35)
  xor a0, a0, s5          // S0(a35)
  slli a1, a0, 21         // S0(a35)
  srli a0, a0, 11         // S0(a35)
  or a0, a0, a1           // S0(a35)
  xor a0, a0, s5          // S0(a35)
  slli a2, t0, 21         // S1(e35)
  srli a1, t0, 11         // S1(e35)
  or a1, a1, a2           // S1(e35)
  xor s1, s1, a1          // S1(e35)
  slli a1, a0, 30         // S0(a35)
  srli a0, a0, 2          // S0(a35)
  or a0, a0, a1           // S0(a35)
  slli a2, t0, 7          // S1(e35)
  srli a1, t0, 25         // S1(e35)
  or a1, a1, a2           // S1(e35)
  xor s1, s1, a1          // S1(e35)
  add s1, a6, s1          // t35
  add s4, s4, s1          // e36
  xor a6, s5, s2          // ab
  and a1, a7, a6          // maj
  xor a1, a1, s2          // maj
  add s1, s1, a0          // a36
  add a7, s1, a1          // a36

  // rounds 36, 37
  lw s1, 700(sp)          // kw36
  add s1, t2, s1          // t36
  xor a0, t0, t1          // ch
  and a0, a0, s4          // ch
  xor a0, a0, t1          // ch
  add t2, s1, a0          // t36
  slli a0, s4, 7          // S1(e36)
  srli s1, s4, 25         // S1(e36)
  or s1, s1, a0           // S1(e36)
  slli a1, a7, 23         // S0(a36)
  srli a0, a7, 9          // S0(a36)
  or a0, a0, a1           // S0(a36)
  xor a0, a0, a7          // S0(a36)
  slli a1, a0, 21         // S0(a36)
  srli a0, a0, 11         // S0(a36)
  or a0, a0, a1           // S0(a36)
  xor a0, a0, a7          // S0(a36)
  slli a2, s4, 21         // S1(e36)
  srli a1, s4, 11         // S1(e36)
  or a1, a1, a2           // S1(e36)
  xor s1, s1, a1          // S1(e36)
  slli a1, a0, 30         // S0(a36)
  srli a0, a0, 2          // S0(a36)
  or a0, a0, a1           // S0(a36)
  slli a2, s4, 26         // S1(e36)
  srli a1, s4, 6          // S1(e36)
  or a1, a1, a2           // S1(e36)
  xor s1, s1, a1          // S1(e36)
  add s1, t2, s1          // t36
  add s3, s3, s1          // e37
  xor t2, a7, s5          // ab
  and a1, a6, t2          // maj
  xor a1, a1, s5          // maj
  add s1, s1, a0          // a37
  add a6, s1, a1          // a37
  lw s1, 704(sp)          // kw37
  add s1, t1, s1          // t37
  xor a0, s4, t0          // ch
  and a0, a0, s3          // ch
  xor a0, a0, t0          // ch
  add t1, s1, a0          // t37
  slli a0, s3, 26         // S1(e37)
  srli s1, s3, 6          // S1(e37)
  or s1, s1, a0           // S1(e37)
  slli a1, a6, 23         // S0(a37)
  srli a0, a6, 9          // S0(a37)
  or a0, a0, a1           // S0(a37)
  xor a0, a0, a6          // S0(a37)
  slli a1, a0, 21         // S0(a37)
  srli a0, a0, 11         // S0(a37)
  or a0, a0, a1           // S0(a37)
  xor a0, a0, a6          // S0(a37)
  slli a2, s3, 21         // S1(e37)
  srli a1, s3, 11         // S1(e37)
  or a1, a1, a2           // S1(e37)
  xor s1, s1, a1          // S1(e37)
  slli a1, a0, 30         // S0(a37)
  srli a0, a0, 2          // S0(a37)
  or a0, a0, a1           // S0(a37)
  slli a2, s3, 7          // S1(e37)
  srli a1, s3, 25         // S1(e37)
  or a1, a1, a2           // S1(e37)
  xor s1, s1, a1          // S1(e37)
  add s1, t1, s1          // t37
  add s2, s2, s1          // e38
  xor t1, a6, a7          // ab
  and a1, t2, t1          // maj
  xor a1, a1, a7          // maj
  add s1, s1, a0          // a38
  add t2, s1, a1          // a38

  // rounds 38, 39
  lw s1, 708(sp)          // kw38
  add s1, t0, s1          // t38
  xor a0, s3, s4          // ch
  and a0, a0, s2          // ch
  xor a0, a0, s4          // ch
  add t0, s1, a0          // t38
  slli a0, s2, 7          // S1(e38)
  srli s1, s2, 25         // S1(e38)
  or s1, s1, a0           // S1(e38)
  slli a1, t2, 23         // S0(a38)
  srli a0, t2, 9          // S0(a38)
  or a0, a0, a1           // S0(a38)
  xor a0, a0, t2          // S0(a38)
  slli a1, a0, 21         // S0(a38)
  srli a0, a0, 11         // S0(a38)
  or a0, a0, a1           // S0(a38)
  xor a0, a0, t2          // S0(a38)
  slli a2, s2, 21         // S1(e38)
  srli a1, s2, 11         // S1(e38)
  or a1, a1, a2           // S1(e38)
  xor s1, s1, a1          // S1(e38)
  slli a1, a0, 30         // S0(a38)
  srli a0, a0, 2          // S0(a38)
  or a0, a0, a1           // S0(a38)
  slli a2, s2, 26         // S1(e38)
  srli a1, s2, 6          // S1(e38)
  or a1, a1, a2           // S1(e38)
  xor s1, s1, a1          // S1(e38)
  add s1, t0, s1          // t38
  add s5, s5, s1          // e39
  xor t0, t2, a6          // ab
  and a1, t1, t0          // maj
  xor a1, a1, a6          // maj
  add s1, s1, a0          // a39
  add t1, s1, a1          // a39
  lw s1, 712(sp)          // kw39
  add s1, s4, s1          // t39
  xor a0, s2, s3          // ch
  and a0, a0, s5          // ch
  xor a0, a0, s3          // ch
  add s4, s1, a0          // t39
  slli a0, s5, 26         // S1(e39)
  srli s1, s5, 6          // S1(e39)
  or s1, s1, a0           // S1(e39)
  slli a1, t1, 23         // S0(a39)
  srli a0, t1, 9          // S0(a39)
  or a0, a0, a1           // S0(a39)
  xor a0, a0, t1          // S0(a39)
  slli a1, a0, 21         // S0(a39)
  srli a0, a0, 11         // S0(a39)
  or a0, a0, a1           // S0(a39)
  xor a0, a0, t1          // S0(a39)
  slli a2, s5, 21         // S1(e39)
  srli a1, s5, 11         // S1(e39)
  or a1, a1, a2           // S1(e39)
  xor s1, s1, a1          // S1(e39)
  slli a1, a0, 30         // S0(a39)
  srli a0, a0, 2          // S0(a39)
  or a0, a0, a1           // S0(a39)
  slli a2, s5, 7          // S1(e39)
  srli a1, s5, 25         // S1(e39)
  or a1, a1, a2           // S1(e39)
  xor s1, s1, a1          // S1(e39)
  add s1, s4, s1          // t39
  add a7, a7, s1          // e40
  xor s4, t1, t2          // ab
  and a1, t0, s4          // maj
  xor a1, a1, t2          // maj
  add s1, s1, a0          // a40
  add t0, s1, a1          // a40

  // rounds 40, 41
  lw s1, 716(sp)          // kw40
  add s1, s3, s1          // t40
  xor a0, s5, s2          // ch
  and a0, a0, a7          // ch
  xor a0, a0, s2          // ch
  add s3, s1, a0          // t40
  slli a0, a7, 7          // S1(e40)
  srli s1, a7, 25         // S1(e40)
  or s1, s1, a0           // S1(e40)
  slli a1, t0, 23         // S0(a40)
  srli a0, t0, 9          // S0(a40)
  or a0, a0, a1           // S0(a40)
  xor a0, a0, t0          // S0(a40)
  slli a1, a0, 21         // S0(a40)
  srli a0, a0, 11         // S0(a40)
  or a0, a0, a1           // S0(a40)
  xor a0, a0, t0          // S0(a40)
  slli a2, a7, 21         // S1(e40)
  srli a1, a7, 11         // S1(e40)
  or a1, a1, a2           // S1(e40)
  xor s1, s1, a1          // S1(e40)
  slli a1, a0, 30         // S0(a40)
  srli a0, a0, 2          // S0(a40)
  or a0, a0, a1           // S0(a40)
  slli a2, a7, 26         // S1(e40)
  srli a1, a7, 6          // S1(e40)
  or a1, a1, a2           // S1(e40)
  xor s1, s1, a1          // S1(e40)
  add s1, s3, s1          // t40
  add a6, a6, s1          // e41
  xor s3, t0, t1          // ab
  and a1, s4, s3          // maj
  xor a1, a1, t1          // maj
  add s1, s1, a0          // a41
  add s4, s1, a1          // a41
  lw s1, 720(sp)          // kw41
  add s1, s2, s1          // t41
  xor a0, a7, s5          // ch
  and a0, a0, a6          // ch
  xor a0, a0, s5          // ch
  add s2, s1, a0          // t41
  slli a0, a6, 26         // S1(e41)
  srli s1, a6, 6          // S1(e41)
  or s1, s1, a0           // S1(e41)
  slli a1, s4, 23         // S0(a41)
  srli a0, s4, 9          // S0(a41)
  or a0, a0, a1           // S0(a41)
  xor a0, a0, s4          // S0(a41)
  slli a1, a0, 21         // S0(a41)
  srli a0, a0, 11         // S0(a41)
  or a0, a0, a1           // S0(a41)
  xor a0, a0, s4          // S0(a41)
  slli a2, a6, 21         // S1(e41)
  srli a1, a6, 11         // S1(e41)
  or a1, a1, a2           // S1(e41)
  xor s1, s1, a1          // S1(e41)
  slli a1, a0, 30         // S0(a41)
  srli a0, a0, 2          // S0(a41)
  or a0, a0, a1           // S0(a41)
  slli a2, a6, 7          // S1(e41)
  srli a1, a6, 25         // S1(e41)
  or a1, a1, a2           // S1(e41)
  xor s1, s1, a1          // S1(e41)
  add s1, s2, s1          // t41
  add t2, t2, s1          // e42
  xor s2, s4, t0          // ab
  and a1, s3, s2          // maj
  xor a1, a1, t0          // maj
  add s1, s1, a0          // a42
  add s3, s1, a1          // a42

  // rounds 42, 43
  lw s1, 724(sp)          // kw42
  add s1, s5, s1          // t42
  xor a0, a6, a7          // ch
  and a0, a0, t2          // ch
  xor a0, a0, a7          // ch
  add s5, s1, a0          // t42
  slli a0, t2, 7          // S1(e42)
  srli s1, t2, 25         // S1(e42)
  or s1, s1, a0           // S1(e42)
  slli a1, s3, 23         // S0(a42)
  srli a0, s3, 9          // S0(a42)
  or a0, a0, a1           // S0(a42)
  xor a0, a0, s3          // S0(a42)
  slli a1, a0, 21         // S0(a42)
  srli a0, a0, 11         // S0(a42)
  or a0, a0, a1           // S0(a42)
  xor a0, a0, s3          // S0(a42)
  slli a2, t2, 21         // S1(e42)
  srli a1, t2, 11         // S1(e42)
  or a1, a1, a2           // S1(e42)
  xor s1, s1, a1          // S1(e42)
  slli a1, a0, 30         // S0(a42)
  srli a0, a0, 2          // S0(a42)
  or a0, a0, a1           // S0(a42)
  slli a2, t2, 26         // S1(e42)
  srli a1, t2, 6          // S1(e42)
  or a1, a1, a2           // S1(e42)
  xor s1, s1, a1          // S1(e42)
  add s1, s5, s1          // t42
  add t1, t1, s1          // e43
  xor s5, s3, s4          // ab
  and a1, s2, s5          // maj
  xor a1, a1, s4          // maj
  add s1, s1, a0          // a43
  add s2, s1, a1          // a43
  lw s1, 728(sp)          // kw43
  add s1, a7, s1          // t43
  xor a0, t2, a6          // ch
  and a0, a0, t1          // ch
  xor a0, a0, a6          // ch
  add a7, s1, a0          // t43
  slli a0, t1, 26         // S1(e43)
  srli s1, t1, 6          // S1(e43)
  or s1, s1, a0           // S1(e43)
  slli a1, s2, 23         // S0(a43)
  srli a0, s2, 9          // S0(a43)
  or a0, a0, a1           // S0(a43)
  xor a0, a0, s2          // S0(a43)
  slli a1, a0, 21         // S0(a43)
  srli a0, a0, 11         // S0(a43)
  or a0, a0, a1           // S0(a43)
  xor a0, a0, s2          // S0(a43)
  slli a2, t1, 21         // S1(e43)
  srli a1, t1, 11         // S1(e43)
  or a1, a1, a2           // S1(e43)
  xor s1, s1, a1          // S1(e43)
  slli a1, a0, 30         // S0(a43)
  srli a0, a0, 2          // S0(a43)
  or a0, a0, a1           // S0(a43)
  slli a2, t1, 7          // S1(e43)
  srli a1, t1, 25         // S1(e43)
  or a1, a1, a2           // S1(e43)
  xor s1, s1, a1          // S1(e43)
  add s1, a7, s1          // t43
  add t0, t0, s1          // e44
  xor a7, s2, s3          // ab
  and a1, s5, a7          // maj
  xor a1, a1, s3          // maj
  add s1, s1, a0          // a44
  add s5, s1, a1          // a44

  // rounds 44, 45
  lw s1, 732(sp)          // kw44
  add s1, a6, s1          // t44
  xor a0, t1, t2          // ch
  and a0, a0, t0          // ch
  xor a0, a0, t2          // ch
  add a6, s1, a0          // t44
  slli a0, t0, 7          // S1(e44)
  srli s1, t0, 25         // S1(e44)
  or s1, s1, a0           // S1(e44)
  slli a1, s5, 23         // S0(a44)
  srli a0, s5, 9          // S0(a44)
  or a0, a0, a1           // S0(a44)
  xor a0, a0, s5          // S0(a44)
  slli a1, a0, 21         // S0(a44)
  srli a0, a0, 11         // S0(a44)
  or a0, a0, a1           // S0(a44)
  xor a0, a0, s5          // S0(a44)
  slli a2, t0, 21         // S1(e44)
  srli a1, t0, 11         // S1(e44)
  or a1, a1, a2           // S1(e44)
  xor s1, s1, a1          // S1(e44)
  slli a1, a0, 30         // S0(a44)
  srli a0, a0, 2          // S0(a44)
  or a0, a0, a1           // S0(a44)
  slli a2, t0, 26         // S1(e44)
  srli a1, t0, 6          // S1(e44)
  or a1, a1, a2           // S1(e44)
  xor s1, s1, a1          // S1(e44)
  add s1, a6, s1          // t44
  add s4, s4, s1          // e45
  xor a6, s5, s2          // ab
  and a1, a7, a6          // maj
  xor a1, a1, s2          // maj
  add s1, s1, a0          // a45
  add a7, s1, a1          // a45
  lw s1, 736(sp)          // kw45
  add s1, t2, s1          // t45
  xor a0, t0, t1          // ch
  and a0, a0, s4          // ch
  xor a0, a0, t1          // ch
  add t2, s1, a0          // t45
  slli a0, s4, 26         // S1(e45)
  srli s1, s4, 6          // S1(e45)
  or s1, s1, a0           // S1(e45)
  slli a1, a7, 23         // S0(a45)
  srli a0, a7, 9          // S0(a45)
  or a0, a0, a1           // S0(a45)
  xor a0, a0, a7          // S0(a45)
  slli a1, a0, 21         // S0(a45)
  srli a0, a0, 11         // S0(a45)
  or a0, a0, a1           // S0(a45)
  xor a0, a0, a7          // S0(a45)
  slli a2, s4, 21         // S1(e45)
  srli a1, s4, 11         // S1(e45)
  or a1, a1, a2           // S1(e45)
  xor s1, s1, a1          // S1(e45)
  slli a1, a0, 30         // S0(a45)
  srli a0, a0, 2          // S0(a45)
  or a0, a0, a1           // S0(a45)
  slli a2, s4, 7          // S1(e45)
  srli a1, s4, 25         // S1(e45)
  or a1, a1, a2           // S1(e45)
  xor s1, s1, a1          // S1(e45)
  add s1, t2, s1          // t45
  add s3, s3, s1          // e46
  xor t2, a7, s5          // ab
  and a1, a6, t2          // maj
  xor a1, a1, s5          // maj
  add s1, s1, a0          // a46
  add a6, s1, a1          // a46

  // rounds 46, 47
  lw s1, 740(sp)          // kw46
  add s1, t1, s1          // t46
  xor a0, s4, t0          // ch
  and a0, a0, s3          // ch
  xor a0, a0, t0          // ch
  add t1, s1, a0          // t46
  slli a0, s3, 7          // S1(e46)
  srli s1, s3, 25         // S1(e46)
  or s1, s1, a0           // S1(e46)
  slli a1, a6, 23         // S0(a46)
  srli a0, a6, 9          // S0(a46)
  or a0, a0, a1           // S0(a46)
  xor a0, a0, a6          // S0(a46)
  slli a1, a0, 21         // S0(a46)
  srli a0, a0, 11         // S0(a46)
  or a0, a0, a1           // S0(a46)
  xor a0, a0, a6          // S0(a46)
  slli a2, s3, 21         // S1(e46)
  srli a1, s3, 11         // S1(e46)
  or a1, a1, a2           // S1(e46)
  xor s1, s1, a1          // S1(e46)
  slli a1, a0, 30         // S0(a46)
  srli a0, a0, 2          // S0(a46)
  or a0, a0, a1           // S0(a46)
  slli a2, s3, 26         // S1(e46)
  srli a1, s3, 6          // S1(e46)
  or a1, a1, a2           // S1(e46)
  xor s1, s1, a1          // S1(e46)
  add s1, t1, s1          // t46
  add s2, s2, s1          // e47
  xor t1, a6, a7          // ab
  and a1, t2, t1          // maj
  xor a1, a1, a7          // maj
  add s1, s1, a0          // a47
  add t2, s1, a1          // a47
  lw s1, 744(sp)          // kw47
  add s1, t0, s1          // t47
  xor a0, s3, s4          // ch
  and a0, a0, s2          // ch
  xor a0, a0, s4          // ch
  add t0, s1, a0          // t47
  slli a0, s2, 26         // S1(e47)
  srli s1, s2, 6          // S1(e47)
  or s1, s1, a0           // S1(e47)
  slli a1, t2, 23         // S0(a47)
  srli a0, t2, 9          // S0(a47)
  or a0, a0, a1           // S0(a47)
  xor a0, a0, t2          // S0(a47)
  slli a1, a0, 21         // S0(a47)
  srli a0, a0, 11         // S0(a47)
  or a0, a0, a1           // S0(a47)
  xor a0, a0, t2          // S0(a47)
  slli a2, s2, 21         // S1(e47)
  srli a1, s2, 11         // S1(e47)
  or a1, a1, a2           // S1(e47)
  xor s1, s1, a1          // S1(e47)
  slli a1, a0, 30         // S0(a47)
  srli a0, a0, 2          // S0(a47)
  or a0, a0, a1           // S0(a47)
  slli a2, s2, 7          // S1(e47)
  srli a1, s2, 25         // S1(e47)
  or a1, a1, a2           // S1(e47)
  xor s1, s1, a1          // S1(e47)
  add s1, t0, s1          // t47
  add s5, s5, s1          // e48
  xor t0, t2, a6          // ab
  and a1, t1, t0          // maj
  xor a1, a1, a6          // maj
  add s1, s1, a0          // a48
  add t1, s1, a1          // a48

  // rounds 48, 49
  lw s1, 748(sp)          // kw48
  add s1, s4, s1          // t48
  xor a0, s2, s3          // ch
  and a0, a0, s5          // ch
  xor a0, a0, s3          // ch
  add s4, s1, a0          // t48
  slli a0, s5, 7          // S1(e48)
  srli s1, s5, 25         // S1(e48)
  or s1, s1, a0           // S1(e48)
  slli a1, t1, 23         // S0(a48)
  srli a0, t1, 9          // S0(a48)
  or a0, a0, a1           // S0(a48)
  xor a0, a0, t1          // S0(a48)
  slli a1, a0, 21         // S0(a48)
  srli a0, a0, 11         // S0(a48)
  or a0, a0, a1           // S0(a48)
  xor a0, a0, t1          // S0(a48)
  slli a2, s5, 21         // S1(e48)
  srli a1, s5, 11         // S1(e48)
  or a1, a1, a2           // S1(e48)
  xor s1, s1, a1          // S1(e48)
  slli a1, a0, 30         // S0(a48)
  srli a0, a0, 2          // S0(a48)
  or a0, a0, a1           // S0(a48)
  slli a2, s5, 26         // S1(e48)
  srli a1, s5, 6          // S1(e48)
  or a1, a1, a2           // S1(e48)
  xor s1, s1, a1          // S1(e48)
  add s1, s4, s1          // t48
  add a7, a7, s1          // e49
  xor s4, t1, t2          // ab
  and a1, t0, s4          // maj
  xor a1, a1, t2          // maj
  add s1, s1, a0          // a49
  add t0, s1, a1          // a49
  lw s1, 752(sp)          // kw49
  add s1, s3, s1          // t49
  xor a0, s5, s2          // ch
  and a0, a0, a7          // ch
  xor a0, a0, s2          // ch
  add s3, s1, a0          // t49
  slli a0, a7, 26         // S1(e49)
  srli s1, a7, 6          // S1(e49)
  or s1, s1, a0           // S1(e49)
  slli a1, t0, 23         // S0(a49)
  srli a0, t0, 9          // S0(a49)
  or a0, a0, a1           // S0(a49)
  xor a0, a0, t0          // S0(a49)
  slli a1, a0, 21         // S0(a49)
  srli a0, a0, 11         // S0(a49)
  or a0, a0, a1           // S0(a49)
  xor a0, a0, t0          // S0(a49)
  slli a2, a7, 21         // S1(e49)
  srli a1, a7, 11         // S1(e49)
  or a1, a1, a2           // S1(e49)
  xor s1, s1, a1          // S1(e49)
  slli a1, a0, 30         // S0(a49)
  srli a0, a0, 2          // S0(a49)
  or a0, a0, a1           // S0(a49)
  slli a2, a7, 7          // S1(e49)
  srli a1, a7, 25         // S1(e49)
  or a1, a1, a2           // S1(e49)
  xor s1, s1, a1          // S1(e49)
  add s1, s3, s1          // t49
  add a6, a6, s1          // e50
  xor s3, t0, t1          // ab
  and a1, s4, s3          // maj
  xor a1, a1, t1          // maj
  add s1, s1, a0          // a50
  add s4, s1, a1          // a50

  // rounds 50, 51
  lw s1, 756(sp)          // kw50
  add s1, s2, s1          // t50
  xor a0, a7, s5          // ch
  and a0, a0, a6          // ch
  xor a0, a0, s5          // ch
  add s2, s1, a0          // t50
  slli a0, a6, 7          // S1(e50)
  srli s1, a6, 25         // S1(e50)
  or s1, s1, a0           // S1(e50)
  slli a1, s4, 23         // S0(a50)
  srli a0, s4, 9          // S0(a50)
  or a0, a0, a1           // S0(a50)
  xor a0, a0, s4          // S0(a50)
  slli a1, a0, 21         // S0(a50)
  srli a0, a0, 11         // S0(a50)
  or a0, a0, a1           // S0(a50)
  xor a0, a0, s4          // S0(a50)
  slli a2, a6, 21         // S1(e50)
  srli a1, a6, 11         // S1(e50)
  or a1, a1, a2           // S1(e50)
  xor s1, s1, a1          // S1(e50)
  slli a1, a0, 30         // S0(a50)
  srli a0, a0, 2          // S0(a50)
  or a0, a0, a1           // S0(a50)
  slli a2, a6, 26         // S1(e50)
  srli a1, a6, 6          // S1(e50)
  or a1, a1, a2           // S1(e50)
  xor s1, s1, a1          // S1(e50)
  add s1, s2, s1          // t50
  add t2, t2, s1          // e51
  xor s2, s4, t0          // ab
  and a1, s3, s2          // maj
  xor a1, a1, t0          // maj
  add s1, s1, a0          // a51
  add s3, s1, a1          // a51
  lw s1, 760(sp)          // kw51
  add s1, s5, s1          // t51
  xor a0, a6, a7          // ch
  and a0, a0, t2          // ch
  xor a0, a0, a7          // ch
  add s5, s1, a0          // t51
  slli a0, t2, 26         // S1(e51)
  srli s1, t2, 6          // S1(e51)
  or s1, s1, a0           // S1(e51)
  slli a1, s3, 23         // S0(a51)
  srli a0, s3, 9          // S0(a51)
  or a0, a0, a1           // S0(a51)
  xor a0, a0, s3          // S0(a51)
  slli a1, a0, 21         // S0(a51)
  srli a0, a0, 11         // S0(a51)
  or a0, a0, a1           // S0(a51)
  xor a0, a0, s3          // S0(a51)
  slli a2, t2, 21         // S1(e51)
  srli a1, t2, 11         // S1(e51)
  or a1, a1, a2           // S1(e51)
  xor s1, s1, a1          // S1(e51)
  slli a1, a0, 30         // S0(a51)
  srli a0, a0, 2          // S0(a51)
  or a0, a0, a1           // S0(a51)
  slli a2, t2, 7          // S1(e51)
  srli a1, t2, 25         // S1(e51)
  or a1, a1, a2           // S1(e51)
  xor s1, s1, a1          // S1(e51)
  add s1, s5, s1          // t51
  add t1, t1, s1          // e52
  xor s5, s3, s4          // ab
  and a1, s2, s5          // maj
  xor a1, a1, s4          // maj
  add s1, s1, a0          // a52
  add s2, s1, a1          // a52

  // rounds 52, 53
  lw s1, 764(sp)          // kw52
  add s1, a7, s1          // t52
  xor a0, t2, a6          // ch
  and a0, a0, t1          // ch
  xor a0, a0, a6          // ch
  add a7, s1, a0          // t52
  slli a0, t1, 7          // S1(e52)
  srli s1, t1, 25         // S1(e52)
  or s1, s1, a0           // S1(e52)
  slli a1, s2, 23         // S0(a52)
  srli a0, s2, 9          // S0(a52)
  or a0, a0, a1           // S0(a52)
  xor a0, a0, s2          // S0(a52)
  slli a1, a0, 21         // S0(a52)
  srli a0, a0, 11         // S0(a52)
  or a0, a0, a1           // S0(a52)
  xor a0, a0, s2          // S0(a52)
  slli a2, t1, 21         // S1(e52)
  srli a1, t1, 11         // S1(e52)
  or a1, a1, a2           // S1(e52)
  xor s1, s1, a1          // S1(e52)
  slli a1, a0, 30         // S0(a52)
  srli a0, a0, 2          // S0(a52)
  or a0, a0, a1           // S0(a52)
  slli a2, t1, 26         // S1(e52)
  srli a1, t1, 6          // S1(e52)
  or a1, a1, a2           // S1(e52)
  xor s1, s1, a1          // S1(e52)
  add s1, a7, s1          // t52
  add t0, t0, s1          // e53
  xor a7, s2, s3          // ab
  and a1, s5, a7          // maj
  xor a1, a1, s3          // maj
  add s1, s1, a0          // a53
  add s5, s1, a1          // a53
  lw s1, 768(sp)          // kw53
  add s1, a6, s1          // t53
  xor a0, t1, t2          // ch
  and a0, a0, t0          // ch
  xor a0, a0, t2          // ch
  add a6, s1, a0          // t53
  slli a0, t0, 26         // S1(e53)
  srli s1, t0, 6          // S1(e53)
  or s1, s1, a0           // S1(e53)
  slli a1, s5, 23         // S0(a53)
  srli a0, s5, 9          // S0(a53)
  or a0, a0, a1           // S0(a53)
  xor a0, a0, s5          // S0(a53)
  slli a1, a0, 21         // S0(a53)
  srli a0, a0, 11         // S0(a53)
  or a0, a0, a1           // S0(a53)
  xor a0, a0, s5          // S0(a53)
  slli a2, t0, 21         // S1(e53)
  srli a1, t0, 11         // S1(e53)
  or a1, a1, a2           // S1(e53)
  xor s1, s1, a1          // S1(e53)
  slli a1, a0, 30         // S0(a53)
  srli a0, a0, 2          // S0(a53)
  or a0, a0, a1           // S0(a53)
  slli a2, t0, 7          // S1(e53)
  srli a1, t0, 25         // S1(e53)
  or a1, a1, a2           // S1(e53)
  xor s1, s1, a1          // S1(e53)
  add s1, a6, s1          // t53
  add s4, s4, s1          // e54
  xor a6, s5, s2          // ab
  and a1, a7, a6          // maj
  xor a1, a1, s2          // maj
  add s1, s1, a0          // a54
  add a7, s1, a1          // a54

  // rounds 54, 55
  lw s1, 772(sp)          // kw54
  add s1, t2, s1          // t54
  xor a0, t0, t1          // ch
  and a0, a0, s4          // ch
  xor a0, a0, t1          // ch
  add t2, s1, a0          // t54
  slli a0, s4, 7          // S1(e54)
  srli s1, s4, 25         // S1(e54)
  or s1, s1, a0           // S1(e54)
  slli a1, a7, 23         // S0(a54)
  srli a0, a7, 9          // S0(a54)
  or a0, a0, a1           // S0(a54)
  xor a0, a0, a7          // S0(a54)
  slli a1, a0, 21         // S0(a54)
  srli a0, a0, 11         // S0(a54)
  or a0, a0, a1           // S0(a54)
  xor a0, a0, a7          // S0(a54)
  slli a2, s4, 21         // S1(e54)
  srli a1, s4, 11         // S1(e54)
  or a1, a1, a2           // S1(e54)
  xor s1, s1, a1          // S1(e54)
  slli a1, a0, 30         // S0(a54)
  srli a0, a0, 2          // S0(a54)
  or a0, a0, a1           // S0(a54)
  slli a2, s4, 26         // S1(e54)
  srli a1, s4, 6          // S1(e54)
  or a1, a1, a2           // S1(e54)
  xor s1, s1, a1          // S1(e54)
  add s1, t2, s1          // t54
  add s3, s3, s1          // e55
  xor t2, a7, s5          // ab
  and a1, a6, t2          // maj
  xor a1, a1, s5          // maj
  add s1, s1, a0          // a55
  add a6, s1, a1          // a55
  lw s1, 776(sp)          // kw55
  add s1, t1, s1          // t55
  xor a0, s4, t0          // ch
  and a0, a0, s3          // ch
  xor a0, a0, t0          // ch
  add t1, s1, a0          // t55
  slli a0, s3, 26         // S1(e55)
  srli s1, s3, 6          // S1(e55)
  or s1, s1, a0           // S1(e55)
  slli a1, a6, 23         // S0(a55)
  srli a0, a6, 9          // S0(a55)
  or a0, a0, a1           // S0(a55)
  xor a0, a0, a6          // S0(a55)
  slli a1, a0, 21         // S0(a55)
  srli a0, a0, 11         // S0(a55)
  or a0, a0, a1           // S0(a55)
  xor a0, a0, a6          // S0(a55)
  slli a2, s3, 21         // S1(e55)
  srli a1, s3, 11         // S1(e55)
  or a1, a1, a2           // S1(e55)
  xor s1, s1, a1          // S1(e55)
  slli a1, a0, 30         // S0(a55)
  srli a0, a0, 2          // S0(a55)
  or a0, a0, a1           // S0(a55)
  slli a2, s3, 7          // S1(e55)
  srli a1, s3, 25         // S1(e55)
  or a1, a1, a2           // S1(e55)
  xor s1, s1, a1          // S1(e55)
  add s1, t1, s1          // t55
  add s2, s2, s1          // e56
  xor t1, a6, a7          // ab
  and a1, t2, t1          // maj
  xor a1, a1, a7          // maj
  add s1, s1, a0          // a56
  add t2, s1, a1          // a56

  // rounds 56, 57
  lw s1, 780(sp)          // kw56
  add s1, t0, s1          // t56
  xor a0, s3, s4          // ch
  and a0, a0, s2          // ch
  xor a0, a0, s4          // ch
  add t0, s1, a0          // t56
  slli a0, s2, 7          // S1(e56)
  srli s1, s2, 25         // S1(e56)
  or s1, s1, a0           // S1(e56)
  slli a1, t2, 23         // S0(a56)
  srli a0, t2, 9          // S0(a56)
  or a0, a0, a1           // S0(a56)
  xor a0, a0, t2          // S0(a56)
  slli a1, a0, 21         // S0(a56)
  srli a0, a0, 11         // S0(a56)
  or a0, a0, a1           // S0(a56)
  xor a0, a0, t2          // S0(a56)
  slli a2, s2, 21         // S1(e56)
  srli a1, s2, 11         // S1(e56)
  or a1, a1, a2           // S1(e56)
  xor s1, s1, a1          // S1(e56)
  slli a1, a0, 30         // S0(a56)
  srli a0, a0, 2          // S0(a56)
  or a0, a0, a1           // S0(a56)
  slli a2, s2, 26         // S1(e56)
  srli a1, s2, 6          // S1(e56)
  or a1, a1, a2           // S1(e56)
  xor s1, s1, a1          // S1(e56)
  add s1, t0, s1          // t56
  add s5, s5, s1          // e57
  xor t0, t2, a6          // ab
  and a1, t1, t0          // maj
  xor a1, a1, a6          // maj
  add s1, s1, a0          // a57
  add t1, s1, a1          // a57
  lw s1, 784(sp)          // kw57
  add s1, s4, s1          // t57
  xor a0, s2, s3          // ch
  and a0, a0, s5          // ch
  xor a0, a0, s3          // ch
  add s4, s1, a0          // t57
  slli a0, s5, 26         // S1(e57)
  srli s1, s5, 6          // S1(e57)
  or s1, s1, a0           // S1(e57)
  slli a1, t1, 23         // S0(a57)
  srli a0, t1, 9          // S0(a57)
  or a0, a0, a1           // S0(a57)
  xor a0, a0, t1          // S0(a57)
  slli a1, a0, 21         // S0(a57)
  srli a0, a0, 11         // S0(a57)
  or a0, a0, a1           // S0(a57)
  xor a0, a0, t1          // S0(a57)
  slli a2, s5, 21         // S1(e57)
  srli a1, s5, 11         // S1(e57)
  or a1, a1, a2           // S1(e57)
  xor s1, s1, a1          // S1(e57)
  slli a1, a0, 30         // S0(a57)
  srli a0, a0, 2          // S0(a57)
  or a0, a0, a1           // S0(a57)
  slli a2, s5, 7          // S1(e57)
  srli a1, s5, 25         // S1(e57)
  or a1, a1, a2           // S1(e57)
  xor s1, s1, a1          // S1(e57)
  add s1, s4, s1          // t57
  add a7, a7, s1          // e58
  xor s4, t1, t2          // ab
  and a1, t0, s4          // maj
  xor a1, a1, t2          // maj
  add s1, s1, a0          // a58
  add t0, s1, a1          // a58

  // rounds 58, 59
  lw s1, 788(sp)          // kw58
  add s1, s3, s1          // t58
  xor a0, s5, s2          // ch
  and a0, a0, a7          // ch
  xor a0, a0, s2          // ch
  add s3, s1, a0          // t58
  slli a0, a7, 7          // S1(e58)
  srli s1, a7, 25         // S1(e58)
  or s1, s1, a0           // S1(e58)
  slli a1, t0, 23         // S0(a58)
  srli a0, t0, 9          // S0(a58)
  or a0, a0, a1           // S0(a58)
  xor a0, a0, t0          // S0(a58)
  slli a1, a0, 21         // S0(a58)
  srli a0, a0, 11         // S0(a58)
  or a0, a0, a1           // S0(a58)
  xor a0, a0, t0          // S0(a58)
  slli a2, a7, 21         // S1(e58)
  srli a1, a7, 11         // S1(e58)
  or a1, a1, a2           // S1(e58)
  xor s1, s1, a1          // S1(e58)
  slli a1, a0, 30         // S0(a58)
  srli a0, a0, 2          // S0(a58)
  or a0, a0, a1           // S0(a58)
  slli a2, a7, 26         // S1(e58)
  srli a1, a7, 6          // S1(e58)
  or a1, a1, a2           // S1(e58)
  xor s1, s1, a1          // S1(e58)
  add s1, s3, s1          // t58
  add a6, a6, s1          // e59
  xor s3, t0, t1          // ab
  and a1, s4, s3          // maj
  xor a1, a1, t1          // maj
  add s1, s1, a0          // a59
  add s4, s1, a1          // a59
  lw s1, 792(sp)          // kw59
  add s1, s2, s1          // t59
  xor a0, a7, s5          // ch
  and a0, a0, a6          // ch
  xor a0, a0, s5          // ch
  add s2, s1, a0          // t59
  slli a0, a6, 26         // S1(e59)
  srli s1, a6, 6          // S1(e59)
  or s1, s1, a0           // S1(e59)
  slli a1, s4, 23         // S0(a59)
  srli a0, s4, 9          // S0(a59)
  or a0, a0, a1           // S0(a59)
  xor a0, a0, s4          // S0(a59)
  slli a1, a0, 21         // S0(a59)
  srli a0, a0, 11         // S0(a59)
  or a0, a0, a1           // S0(a59)
  xor a0, a0, s4          // S0(a59)
  slli a2, a6, 21         // S1(e59)
  srli a1, a6, 11         // S1(e59)
  or a1, a1, a2           // S1(e59)
  xor s1, s1, a1          // S1(e59)
  slli a1, a0, 30         // S0(a59)
  srli a0, a0, 2          // S0(a59)
  or a0, a0, a1           // S0(a59)
  slli a2, a6, 7          // S1(e59)
  srli a1, a6, 25         // S1(e59)
  or a1, a1, a2           // S1(e59)
  xor s1, s1, a1          // S1(e59)
  add s1, s2, s1          // t59
  add t2, t2, s1          // e60
  xor s2, s4, t0          // ab
  and a1, s3, s2          // maj
  xor a1, a1, t0          // maj
  add s1, s1, a0          // a60
  add s3, s1, a1          // a60

  // rounds 60, 61
  lw s1, 796(sp)          // kw60
  add s1, s5, s1          // t60
  xor a0, a6, a7          // ch
  and a0, a0, t2          // ch
  xor a0, a0, a7          // ch
  add s5, s1, a0          // t60
  slli a0, t2, 7          // S1(e60)
  srli s1, t2, 25         // S1(e60)
  or s1, s1, a0           // S1(e60)
  slli a1, s3, 23         // S0(a60)
  srli a0, s3, 9          // S0(a60)
  or a0, a0, a1           // S0(a60)
  xor a0, a0, s3          // S0(a60)
  slli a1, a0, 21         // S0(a60)
  srli a0, a0, 11         // S0(a60)
  or a0, a0, a1           // S0(a60)
  xor a0, a0, s3          // S0(a60)
  slli a2, t2, 21         // S1(e60)
  srli a1, t2, 11         // S1(e60)
  or a1, a1, a2           // S1(e60)
  xor s1, s1, a1          // S1(e60)
  slli a1, a0, 30         // S0(a60)
  srli a0, a0, 2          // S0(a60)
  or a0, a0, a1           // S0(a60)
  slli a2, t2, 26         // S1(e60)
  srli a1, t2, 6          // S1(e60)
  or a1, a1, a2           // S1(e60)
  xor s1, s1, a1          // S1(e60)
  add s1, s5, s1          // t60
  add t1, t1, s1          // e61
  xor s5, s3, s4          // ab
  and a1, s2, s5          // maj
  xor a1, a1, s4          // maj
  add s1, s1, a0          // a61
  add s2, s1, a1          // a61
  lw s1, 800(sp)          // kw61
  add s1, a7, s1          // t61
  xor a0, t2, a6          // ch
  and a0, a0, t1          // ch
  xor a0, a0, a6          // ch
  add a7, s1, a0          // t61
  slli a0, t1, 26         // S1(e61)
  srli s1, t1, 6          // S1(e61)
  or s1, s1, a0           // S1(e61)
  slli a1, s2, 23         // S0(a61)
  srli a0, s2, 9          // S0(a61)
  or a0, a0, a1           // S0(a61)
  xor a0, a0, s2          // S0(a61)
  slli a1, a0, 21         // S0(a61)
  srli a0, a0, 11         // S0(a61)
  or a0, a0, a1           // S0(a61)
  xor a0, a0, s2          // S0(a61)
  slli a2, t1, 21         // S1(e61)
  srli a1, t1, 11         // S1(e61)
  or a1, a1, a2           // S1(e61)
  xor s1, s1, a1          // S1(e61)
  slli a1, a0, 30         // S0(a61)
  srli a0, a0, 2          // S0(a61)
  or a0, a0, a1           // S0(a61)
  slli a2, t1, 7          // S1(e61)
  srli a1, t1, 25         // S1(e61)
  or a1, a1, a2           // S1(e61)
  xor s1, s1, a1          // S1(e61)
  add s1, a7, s1          // t61
  add t0, t0, s1          // e62
  xor a7, s2, s3          // ab
  and a1, s5, a7          // maj
  xor a1, a1, s3          // maj
  add s1, s1, a0          // a62
  add s5, s1, a1          // a62

  // rounds 62, 63
  lw s1, 804(sp)          // kw62
  add s1, a6, s1          // t62
  xor a0, t1, t2          // ch
  and a0, a0, t0          // ch
  xor a0, a0, t2          // ch
  add a6, s1, a0          // t62
  slli a0, t0, 7          // S1(e62)
  srli s1, t0, 25         // S1(e62)
  or s1, s1, a0           // S1(e62)
  slli a1, s5, 23         // S0(a62)
  srli a0, s5, 9          // S0(a62)
  or a0, a0, a1           // S0(a62)
  xor a0, a0, s5          // S0(a62)
  slli a1, a0, 21         // S0(a62)
  srli a0, a0, 11         // S0(a62)
  or a0, a0, a1           // S0(a62)
  xor a0, a0, s5          // S0(a62)
  slli a2, t0, 21         // S1(e62)
  srli a1, t0, 11         // S1(e62)
  or a1, a1, a2           // S1(e62)
  xor s1, s1, a1          // S1(e62)
  slli a1, a0, 30         // S0(a62)
  srli a0, a0, 2          // S0(a62)
  or a0, a0, a1           // S0(a62)
  slli a2, t0, 26         // S1(e62)
  srli a1, t0, 6          // S1(e62)
  or a1, a1, a2           // S1(e62)
  xor s1, s1, a1          // S1(e62)
  add s1, a6, s1          // t62
  add s4, s4, s1          // e63
  xor a6, s5, s2          // ab
  and a1, a7, a6          // maj
  xor a1, a1, s2          // maj
  add s1, s1, a0          // a63
  add a7, s1, a1          // a63
  lw s1, 808(sp)          // kw63
  add s1, t2, s1          // t63
  xor a0, t0, t1          // ch
  and a0, a0, s4          // ch
  xor a0, a0, t1          // ch
  add t2, s1, a0          // t63
  slli a0, s4, 26         // S1(e63)
  srli s1, s4, 6          // S1(e63)
  or s1, s1, a0           // S1(e63)
  slli a1, a7, 23         // S0(a63)
  srli a0, a7, 9          // S0(a63)
  or a0, a0, a1           // S0(a63)
  xor a0, a0, a7          // S0(a63)
  slli a1, a0, 21         // S0(a63)
  srli a0, a0, 11         // S0(a63)
  or a0, a0, a1           // S0(a63)
  xor a0, a0, a7          // S0(a63)
  slli a2, s4, 21         // S1(e63)
  srli a1, s4, 11         // S1(e63)
  or a1, a1, a2           // S1(e63)
  xor s1, s1, a1          // S1(e63)
  slli a1, a0, 30         // S0(a63)
  srli a0, a0, 2          // S0(a63)
  or a0, a0, a1           // S0(a63)
  slli a2, s4, 7          // S1(e63)
  srli a1, s4, 25         // S1(e63)
  or a1, a1, a2           // S1(e63)
  xor s1, s1, a1          // S1(e63)
  add s1, t2, s1          // t63
  add s3, s3, s1          // e64
  xor a1, a7, s5          // ab
  and a1, a6, a1          // maj
  xor a1, a1, s5          // maj
  add s1, s1, a0          // a64
  add s1, s1, a1          // a64

  // first digest
  lw a0, 0(s0)            // midstate.0
  add t2, a0, s1          // w0
  lw s1, 4(s0)            // midstate.1
  add a6, s1, a7          // w1
  lw s1, 8(s0)            // midstate.2
  add a7, s1, s5          // w2
  lw s1, 12(s0)           // midstate.3
  add s2, s1, s2          // w3
  lw s1, 16(s0)           // midstate.4
  add s3, s1, s3          // w4
  lw s1, 20(s0)           // midstate.5
  add s4, s1, s4          // w5
  lw s1, 24(s0)           // midstate.6
  add t0, s1, t0          // w6
  lw s0, 28(s0)           // midstate.7
  add t1, s0, t1          // w7

  // second hash, rounds 0 to 3: words of the initial state
  lw s0, 232(sp)
  add s5, t2, s0          // e1
  lw s0, 236(sp)
  add s6, t2, s0          // a1
  lw s0, 240(sp)
  add s0, s0, a6          // t1
  lw s1, 244(sp)
  and s1, s1, s5          // ch
  lw a0, 248(sp)
  xor s1, s1, a0          // ch
  add s7, s0, s1          // t1
  slli s1, s5, 26         // S1(e1)
  srli s0, s5, 6          // S1(e1)
  or s0, s0, s1           // S1(e1)
  slli a0, s6, 23         // S0(a1)
  srli s1, s6, 9          // S0(a1)
  or s1, s1, a0           // S0(a1)
  xor s1, s1, s6          // S0(a1)
  slli a0, s1, 21         // S0(a1)
  srli s1, s1, 11         // S0(a1)
  or s1, s1, a0           // S0(a1)
  xor s1, s1, s6          // S0(a1)
  slli a1, s5, 21         // S1(e1)
  srli a0, s5, 11         // S1(e1)
  or a0, a0, a1           // S1(e1)
  xor s0, s0, a0          // S1(e1)
  slli a0, s1, 30         // S0(a1)
  srli s1, s1, 2          // S0(a1)
  or s1, s1, a0           // S0(a1)
  slli a1, s5, 7          // S1(e1)
  srli a0, s5, 25         // S1(e1)
  or a0, a0, a1           // S1(e1)
  xor s0, s0, a0          // S1(e1)
  add s0, s7, s0          // t1
  lw a0, 252(sp)
  add s7, a0, s0          // e2
  lw a0, 256(sp)
  xor s8, s6, a0          // ab
  lw a1, 260(sp)
  and a1, a1, s8          // maj
  xor a1, a1, a0          // maj
  add s0, s0, s1          // a2
  add s9, s0, a1          // a2
  lw s0, 264(sp)
  add s0, s0, a7          // t2
  lw s1, 268(sp)
  xor a1, s5, s1          // ch
  and a1, a1, s7          // ch
  xor a1, a1, s1          // ch
  add s10, s0, a1         // t2
  slli s1, s7, 7          // S1(e2)
  srli s0, s7, 25         // S1(e2)
  or s0, s0, s1           // S1(e2)
  slli a1, s9, 23         // S0(a2)
  srli s1, s9, 9          // S0(a2)
  or s1, s1, a1           // S0(a2)
  xor s1, s1, s9          // S0(a2)
  slli a1, s1, 21         // S0(a2)
  srli s1, s1, 11         // S0(a2)
  or s1, s1, a1           // S0(a2)
  xor s1, s1, s9          // S0(a2)
  slli a2, s7, 21         // S1(e2)
  srli a1, s7, 11         // S1(e2)
  or a1, a1, a2           // S1(e2)
  xor s0, s0, a1          // S1(e2)
  slli a1, s1, 30         // S0(a2)
  srli s1, s1, 2          // S0(a2)
  or s1, s1, a1           // S0(a2)
  slli a2, s7, 26         // S1(e2)
  srli a1, s7, 6          // S1(e2)
  or a1, a1, a2           // S1(e2)
  xor s0, s0, a1          // S1(e2)
  add s0, s10, s0         // t2
  lw a1, 272(sp)
  add s10, a1, s0         // e3
  xor s11, s9, s6         // ab
  and a1, s8, s11         // maj
  xor a1, a1, s6          // maj
  add s0, s0, s1          // a3
  add s8, s0, a1          // a3
  lw s0, 276(sp)
  add s0, s0, s2          // t3
  xor s1, s7, s5          // ch
  and s1, s1, s10         // ch
  xor s1, s1, s5          // ch
  add t3, s0, s1          // t3
  slli s1, s10, 26        // S1(e3)
  srli s0, s10, 6         // S1(e3)
  or s0, s0, s1           // S1(e3)
  slli a1, s8, 23         // S0(a3)
  srli s1, s8, 9          // S0(a3)
  or s1, s1, a1           // S0(a3)
  xor s1, s1, s8          // S0(a3)
  slli a1, s1, 21         // S0(a3)
  srli s1, s1, 11         // S0(a3)
  or s1, s1, a1           // S0(a3)
  xor s1, s1, s8          // S0(a3)
  slli a2, s10, 21        // S1(e3)
  srli a1, s10, 11        // S1(e3)
  or a1, a1, a2           // S1(e3)
  xor s0, s0, a1          // S1(e3)
  slli a1, s1, 30         // S0(a3)
  srli s1, s1, 2          // S0(a3)
  or s1, s1, a1           // S0(a3)
  slli a2, s10, 7         // S1(e3)
  srli a1, s10, 25        // S1(e3)
  or a1, a1, a2           // S1(e3)
  xor s0, s0, a1          // S1(e3)
  add s0, t3, s0          // t3
  add t3, a0, s0          // e4
  xor t4, s8, s9          // ab
  and a0, s11, t4         // maj
  xor a0, a0, s9          // maj
  add s0, s0, s1          // a4
  add s11, s0, a0         // a4

  // rounds 4, 5
  lw s0, 280(sp)
  add s0, s5, s0          // t4
  add s0, s0, s3          // t4
  xor s1, s10, s7         // ch
  and s1, s1, t3          // ch
  xor s1, s1, s7          // ch
  add s5, s0, s1          // t4
  slli s1, t3, 7          // S1(e4)
  srli s0, t3, 25         // S1(e4)
  or s0, s0, s1           // S1(e4)
  slli a0, s11, 23        // S0(a4)
  srli s1, s11, 9         // S0(a4)
  or s1, s1, a0           // S0(a4)
  xor s1, s1, s11         // S0(a4)
  slli a0, s1, 21         // S0(a4)
  srli s1, s1, 11         // S0(a4)
  or s1, s1, a0           // S0(a4)
  xor s1, s1, s11         // S0(a4)
  slli a1, t3, 21         // S1(e4)
  srli a0, t3, 11         // S1(e4)
  or a0, a0, a1           // S1(e4)
  xor s0, s0, a0          // S1(e4)
  slli a0, s1, 30         // S0(a4)
  srli s1, s1, 2          // S0(a4)
  or s1, s1, a0           // S0(a4)
  slli a1, t3, 26         // S1(e4)
  srli a0, t3, 6          // S1(e4)
  or a0, a0, a1           // S1(e4)
  xor s0, s0, a0          // S1(e4)
  add s0, s5, s0          // t4
  add s6, s6, s0          // e5
  xor s5, s11, s8         // ab
  and a0, t4, s5          // maj
  xor a0, a0, s8          // maj
  add s0, s0, s1          // a5
  add t4, s0, a0          // a5
  lw s0, 284(sp)
  add s0, s7, s0          // t5
  add s0, s0, s4          // t5
  xor s1, t3, s10         // ch
  and s1, s1, s6          // ch
  xor s1, s1, s10         // ch
  add s7, s0, s1          // t5
  slli s1, s6, 26         // S1(e5)
  srli s0, s6, 6          // S1(e5)
  or s0, s0, s1           // S1(e5)
  slli a0, t4, 23         // S0(a5)
  srli s1, t4, 9          // S0(a5)
  or s1, s1, a0           // S0(a5)
  xor s1, s1, t4          // S0(a5)
  slli a0, s1, 21         // S0(a5)
  srli s1, s1, 11         // S0(a5)
  or s1, s1, a0           // S0(a5)
  xor s1, s1, t4          // S0(a5)
  slli a1, s6, 21         // S1(e5)
  srli a0, s6, 11         // S1(e5)
  or a0, a0, a1           // S1(e5)
  xor s0, s0, a0          // S1(e5)
  slli a0, s1, 30         // S0(a5)
  srli s1, s1, 2          // S0(a5)
  or s1, s1, a0           // S0(a5)
  slli a1, s6, 7          // S1(e5)
  srli a0, s6, 25         // S1(e5)
  or a0, a0, a1           // S1(e5)
  xor s0, s0, a0          // S1(e5)
  add s0, s7, s0          // t5
  add s9, s9, s0          // e6
  xor s7, t4, s11         // ab
  and a0, s5, s7          // maj
  xor a0, a0, s11         // maj
  add s0, s0, s1          // a6
  add s5, s0, a0          // a6

  // rounds 6, 7
  lw s0, 288(sp)
  add s0, s10, s0         // t6
  add s0, s0, t0          // t6
  xor s1, s6, t3          // ch
  and s1, s1, s9          // ch
  xor s1, s1, t3          // ch
  add s10, s0, s1         // t6
  slli s1, s9, 7          // S1(e6)
  srli s0, s9, 25         // S1(e6)
  or s0, s0, s1           // S1(e6)
  slli a0, s5, 23         // S0(a6)
  srli s1, s5, 9          // S0(a6)
  or s1, s1, a0           // S0(a6)
  xor s1, s1, s5          // S0(a6)
  slli a0, s1, 21         // S0(a6)
  srli s1, s1, 11         // S0(a6)
  or s1, s1, a0           // S0(a6)
  xor s1, s1, s5          // S0(a6)
  slli a1, s9, 21         // S1(e6)
  srli a0, s9, 11         // S1(e6)
  or a0, a0, a1           // S1(e6)
  xor s0, s0, a0          // S1(e6)
  slli a0, s1, 30         // S0(a6)
  srli s1, s1, 2          // S0(a6)
  or s1, s1, a0           // S0(a6)
  slli a1, s9, 26         // S1(e6)
  srli a0, s9, 6          // S1(e6)
  or a0, a0, a1           // S1(e6)
  xor s0, s0, a0          // S1(e6)
  add s0, s10, s0         // t6
  add s8, s8, s0          // e7
  xor s10, s5, t4         // ab
  and a0, s7, s10         // maj
  xor a0, a0, t4          // maj
  add s0, s0, s1          // a7
  add s7, s0, a0          // a7
  lw s0, 196(sp)
  add s0, t3, s0          // t7
  add s0, s0, t1          // t7
  xor s1, s9, s6          // ch
  and s1, s1, s8          // ch
  xor s1, s1, s6          // ch
  add t3, s0, s1          // t7
  slli s1, s8, 26         // S1(e7)
  srli s0, s8, 6          // S1(e7)
  or s0, s0, s1           // S1(e7)
  slli a0, s7, 23         // S0(a7)
  srli s1, s7, 9          // S0(a7)
  or s1, s1, a0           // S0(a7)
  xor s1, s1, s7          // S0(a7)
  slli a0, s1, 21         // S0(a7)
  srli s1, s1, 11         // S0(a7)
  or s1, s1, a0           // S0(a7)
  xor s1, s1, s7          // S0(a7)
  slli a1, s8, 21         // S1(e7)
  srli a0, s8, 11         // S1(e7)
  or a0, a0, a1           // S1(e7)
  xor s0, s0, a0          // S1(e7)
  slli a0, s1, 30         // S0(a7)
  srli s1, s1, 2          // S0(a7)
  or s1, s1, a0           // S0(a7)
  slli a1, s8, 7          // S1(e7)
  srli a0, s8, 25         // S1(e7)
  or a0, a0, a1           // S1(e7)
  xor s0, s0, a0          // S1(e7)
  add s0, t3, s0          // t7
  add s11, s11, s0        // e8
  xor t3, s7, s5          // ab
  and a0, s10, t3         // maj
  xor a0, a0, s5          // maj
  add s0, s0, s1          // a8
  add s10, s0, a0         // a8

  // rounds 8, 9
  lw s0, 292(sp)
  add s0, s6, s0          // t8
  xor s1, s8, s9          // ch
  and s1, s1, s11         // ch
  xor s1, s1, s9          // ch
  add s6, s0, s1          // t8
  slli s1, s11, 7         // S1(e8)
  srli s0, s11, 25        // S1(e8)
  or s0, s0, s1           // S1(e8)
  slli a0, s10, 23        // S0(a8)
  srli s1, s10, 9         // S0(a8)
  or s1, s1, a0           // S0(a8)
  xor s1, s1, s10         // S0(a8)
  slli a0, s1, 21         // S0(a8)
  srli s1, s1, 11         // S0(a8)
  or s1, s1, a0           // S0(a8)
  xor s1, s1, s10         // S0(a8)
  slli a1, s11, 21        // S1(e8)
  srli a0, s11, 11        // S1(e8)
  or a0, a0, a1           // S1(e8)
  xor s0, s0, a0          // S1(e8)
  slli a0, s1, 30         // S0(a8)
  srli s1, s1, 2          // S0(a8)
  or s1, s1, a0           // S0(a8)
  slli a1, s11, 26        // S1(e8)
  srli a0, s11, 6         // S1(e8)
  or a0, a0, a1           // S1(e8)
  xor s0, s0, a0          // S1(e8)
  add s0, s6, s0          // t8
  add t4, t4, s0          // e9
  xor s6, s10, s7         // ab
  and a0, t3, s6          // maj
  xor a0, a0, s7          // maj
  add s0, s0, s1          // a9
  add t3, s0, a0          // a9
  lw s0, 204(sp)
  add s0, s9, s0          // t9
  xor s1, s11, s8         // ch
  and s1, s1, t4          // ch
  xor s1, s1, s8          // ch
  add s9, s0, s1          // t9
  slli s1, t4, 26         // S1(e9)
  srli s0, t4, 6          // S1(e9)
  or s0, s0, s1           // S1(e9)
  slli a0, t3, 23         // S0(a9)
  srli s1, t3, 9          // S0(a9)
  or s1, s1, a0           // S0(a9)
  xor s1, s1, t3          // S0(a9)
  slli a0, s1, 21         // S0(a9)
  srli s1, s1, 11         // S0(a9)
  or s1, s1, a0           // S0(a9)
  xor s1, s1, t3          // S0(a9)
  slli a1, t4, 21         // S1(e9)
  srli a0, t4, 11         // S1(e9)
  or a0, a0, a1           // S1(e9)
  xor s0, s0, a0          // S1(e9)
  slli a0, s1, 30         // S0(a9)
  srli s1, s1, 2          // S0(a9)
  or s1, s1, a0           // S0(a9)
  slli a1, t4, 7          // S1(e9)
  srli a0, t4, 25         // S1(e9)
  or a0, a0, a1           // S1(e9)
  xor s0, s0, a0          // S1(e9)
  add s0, s9, s0          // t9
  add s5, s5, s0          // e10
  xor s9, t3, s10         // ab
  and a0, s6, s9          // maj
  xor a0, a0, s10         // maj
  add s0, s0, s1          // a10
  add s6, s0, a0          // a10

  // rounds 10, 11
  lw s0, 208(sp)
  add s0, s8, s0          // t10
  xor s1, t4, s11         // ch
  and s1, s1, s5          // ch
  xor s1, s1, s11         // ch
  add s8, s0, s1          // t10
  slli s1, s5, 7          // S1(e10)
  srli s0, s5, 25         // S1(e10)
  or s0, s0, s1           // S1(e10)
  slli a0, s6, 23         // S0(a10)
  srli s1, s6, 9          // S0(a10)
  or s1, s1, a0           // S0(a10)
  xor s1, s1, s6          // S0(a10)
  slli a0, s1, 21         // S0(a10)
  srli s1, s1, 11         // S0(a10)
  or s1, s1, a0           // S0(a10)
  xor s1, s1, s6          // S0(a10)
  slli a1, s5, 21         // S1(e10)
  srli a0, s5, 11         // S1(e10)
  or a0, a0, a1           // S1(e10)
  xor s0, s0, a0          // S1(e10)
  slli a0, s1, 30         // S0(a10)
  srli s1, s1, 2          // S0(a10)
  or s1, s1, a0           // S0(a10)
  slli a1, s5, 26         // S1(e10)
  srli a0, s5, 6          // S1(e10)
  or a0, a0, a1           // S1(e10)
  xor s0, s0, a0          // S1(e10)
  add s0, s8, s0          // t10
  add s7, s7, s0          // e11
  xor s8, s6, t3          // ab
  and a0, s9, s8          // maj
  xor a0, a0, t3          // maj
  add s0, s0, s1          // a11
  add s9, s0, a0          // a11
  lw s0, 212(sp)
  add s0, s11, s0         // t11
  xor s1, s5, t4          // ch
  and s1, s1, s7          // ch
  xor s1, s1, t4          // ch
  add s11, s0, s1         // t11
  slli s1, s7, 26         // S1(e11)
  srli s0, s7, 6          // S1(e11)
  or s0, s0, s1           // S1(e11)
  slli a0, s9, 23         // S0(a11)
  srli s1, s9, 9          // S0(a11)
  or s1, s1, a0           // S0(a11)
  xor s1, s1, s9          // S0(a11)
  slli a0, s1, 21         // S0(a11)
  srli s1, s1, 11         // S0(a11)
  or s1, s1, a0           // S0(a11)
  xor s1, s1, s9          // S0(a11)
  slli a1, s7, 21         // S1(e11)
  srli a0, s7, 11         // S1(e11)
  or a0, a0, a1           // S1(e11)
  xor s0, s0, a0          // S1(e11)
  slli a0, s1, 30         // S0(a11)
  srli s1, s1, 2          // S0(a11)
  or s1, s1, a0           // S0(a11)
  slli a1, s7, 7          // S1(e11)
  srli a0, s7, 25         // S1(e11)
  or a0, a0, a1           // S1(e11)
  xor s0, s0, a0          // S1(e11)
  add s0, s11, s0         // t11
  add s10, s10, s0        // e12
  xor s11, s9, s6         // ab
  and a0, s8, s11         // maj
  xor a0, a0, s6          // maj
  add s0, s0, s1          // a12
  add s8, s0, a0          // a12

  // rounds 12, 13
  lw s0, 216(sp)
  add s0, t4, s0          // t12
  xor s1, s7, s5          // ch
  and s1, s1, s10         // ch
  xor s1, s1, s5          // ch
  add t4, s0, s1          // t12
  slli s1, s10, 7         // S1(e12)
  srli s0, s10, 25        // S1(e12)
  or s0, s0, s1           // S1(e12)
  slli a0, s8, 23         // S0(a12)
  srli s1, s8, 9          // S0(a12)
  or s1, s1, a0           // S0(a12)
  xor s1, s1, s8          // S0(a12)
  slli a0, s1, 21         // S0(a12)
  srli s1, s1, 11         // S0(a12)
  or s1, s1, a0           // S0(a12)
  xor s1, s1, s8          // S0(a12)
  slli a1, s10, 21        // S1(e12)
  srli a0, s10, 11        // S1(e12)
  or a0, a0, a1           // S1(e12)
  xor s0, s0, a0          // S1(e12)
  slli a0, s1, 30         // S0(a12)
  srli s1, s1, 2          // S0(a12)
  or s1, s1, a0           // S0(a12)
  slli a1, s10, 26        // S1(e12)
  srli a0, s10, 6         // S1(e12)
  or a0, a0, a1           // S1(e12)
  xor s0, s0, a0          // S1(e12)
  add s0, t4, s0          // t12
  add t3, t3, s0          // e13
  xor t4, s8, s9          // ab
  and a0, s11, t4         // maj
  xor a0, a0, s9          // maj
  add s0, s0, s1          // a13
  add s11, s0, a0         // a13
  lw s0, 220(sp)
  add s0, s5, s0          // t13
  xor s1, s10, s7         // ch
  and s1, s1, t3          // ch
  xor s1, s1, s7          // ch
  add s5, s0, s1          // t13
  slli s1, t3, 26         // S1(e13)
  srli s0, t3, 6          // S1(e13)
  or s0, s0, s1           // S1(e13)
  slli a0, s11, 23        // S0(a13)
  srli s1, s11, 9         // S0(a13)
  or s1, s1, a0           // S0(a13)
  xor s1, s1, s11         // S0(a13)
  slli a0, s1, 21         // S0(a13)
  srli s1, s1, 11         // S0(a13)
  or s1, s1, a0           // S0(a13)
  xor s1, s1, s11         // S0(a13)
  slli a1, t3, 21         // S1(e13)
  srli a0, t3, 11         // S1(e13)
  or a0, a0, a1           // S1(e13)
  xor s0, s0, a0          // S1(e13)
  slli a0, s1, 30         // S0(a13)
  srli s1, s1, 2          // S0(a13)
  or s1, s1, a0           // S0(a13)
  slli a1, t3, 7          // S1(e13)
  srli a0, t3, 25         // S1(e13)
  or a0, a0, a1           // S1(e13)
  xor s0, s0, a0          // S1(e13)
  add s0, s5, s0          // t13
  add s6, s6, s0          // e14
  xor s5, s11, s8         // ab
  and a0, t4, s5          // maj
  xor a0, a0, s8          // maj
  add s0, s0, s1          // a14
  add t4, s0, a0          // a14

  // rounds 14, 15
  lw s0, 224(sp)
  add s0, s7, s0          // t14
  xor s1, t3, s10         // ch
  and s1, s1, s6          // ch
  xor s1, s1, s10         // ch
  add s7, s0, s1          // t14
  slli s1, s6, 7          // S1(e14)
  srli s0, s6, 25         // S1(e14)
  or s0, s0, s1           // S1(e14)
  slli a0, t4, 23         // S0(a14)
  srli s1, t4, 9          // S0(a14)
  or s1, s1, a0           // S0(a14)
  xor s1, s1, t4          // S0(a14)
  slli a0, s1, 21         // S0(a14)
  srli s1, s1, 11         // S0(a14)
  or s1, s1, a0           // S0(a14)
  xor s1, s1, t4          // S0(a14)
  slli a1, s6, 21         // S1(e14)
  srli a0, s6, 11         // S1(e14)
  or a0, a0, a1           // S1(e14)
  xor s0, s0, a0          // S1(e14)
  slli a0, s1, 30         // S0(a14)
  srli s1, s1, 2          // S0(a14)
  or s1, s1, a0           // S0(a14)
  slli a1, s6, 26         // S1(e14)
  srli a0, s6, 6          // S1(e14)
  or a0, a0, a1           // S1(e14)
  xor s0, s0, a0          // S1(e14)
  add s0, s7, s0          // t14
  add s9, s9, s0          // e15
  xor s7, t4, s11         // ab
  and a0, s5, s7          // maj
  xor a0, a0, s11         // maj
  add s0, s0, s1          // a15
  add s5, s0, a0          // a15
  lw s0, 296(sp)
  add s0, s10, s0         // t15
  xor s1, s6, t3          // ch
  and s1, s1, s9          // ch
  xor s1, s1, t3          // ch
  add s10, s0, s1         // t15
  slli s1, s9, 26         // S1(e15)
  srli s0, s9, 6          // S1(e15)
  or s0, s0, s1           // S1(e15)
  slli a0, s5, 23         // S0(a15)
  srli s1, s5, 9          // S0(a15)
  or s1, s1, a0           // S0(a15)
  xor s1, s1, s5          // S0(a15)
  slli a0, s1, 21         // S0(a15)
  srli s1, s1, 11         // S0(a15)
  or s1, s1, a0           // S0(a15)
  xor s1, s1, s5          // S0(a15)
  slli a1, s9, 21         // S1(e15)
  srli a0, s9, 11         // S1(e15)
  or a0, a0, a1           // S1(e15)
  xor s0, s0, a0          // S1(e15)
  slli a0, s1, 30         // S0(a15)
  srli s1, s1, 2          // S0(a15)
  or s1, s1, a0           // S0(a15)
  slli a1, s9, 7          // S1(e15)
  srli a0, s9, 25         // S1(e15)
  or a0, a0, a1           // S1(e15)
  xor s0, s0, a0          // S1(e15)
  add s0, s10, s0         // t15
  add s8, s8, s0          // e16
  xor s10, s5, t4         // ab
  and a0, s7, s10         // maj
  xor a0, a0, t4          // maj
  add s0, s0, s1          // a16
  add s7, s0, a0          // a16

  // words 16, 17
  slli s1, a6, 21         // s0(w1)
  srli s0, a6, 11         // s0(w1)
  or s0, s0, s1           // s0(w1)
  xor s0, s0, a6          // s0(w1)
  slli a0, a7, 21         // s0(w2)
  srli s1, a7, 11         // s0(w2)
  or s1, s1, a0           // s0(w2)
  xor s1, s1, a7          // s0(w2)
  slli a0, s0, 25         // s0(w1)
  srli s0, s0, 7          // s0(w1)
  or s0, s0, a0           // s0(w1)
  srli a0, a6, 3          // s0(w1)
  xor s0, s0, a0          // s0(w1)
  add t2, s0, t2          // w16
  slli s0, s1, 25         // s0(w2)
  srli s1, s1, 7          // s0(w2)
  or s1, s1, s0           // s0(w2)
  srli s0, a7, 3          // s0(w2)
  xor s1, s1, s0          // s0(w2)
  add s1, s1, a6          // w17
  lw s0, 300(sp)
  add a6, s1, s0          // w17

  // rounds 16, 17
  lw s0, 304(sp)
  add s0, t3, s0          // t16
  add s0, s0, t2          // t16
  xor s1, s9, s6          // ch
  and s1, s1, s8          // ch
  xor s1, s1, s6          // ch
  add t3, s0, s1          // t16
  slli s1, s8, 7          // S1(e16)
  srli s0, s8, 25         // S1(e16)
  or s0, s0, s1           // S1(e16)
  slli a0, s7, 23         // S0(a16)
  srli s1, s7, 9          // S0(a16)
  or s1, s1, a0           // S0(a16)
  xor s1, s1, s7          // S0(a16)
  slli a0, s1, 21         // S0(a16)
  srli s1, s1, 11         // S0(a16)
  or s1, s1, a0           // S0(a16)
  xor s1, s1, s7          // S0(a16)
  slli a1, s8, 21         // S1(e16)
  srli a0, s8, 11         // S1(e16)
  or a0, a0, a1           // S1(e16)
  xor s0, s0, a0          // S1(e16)
  slli a0, s1, 30         // S0(a16)
  srli s1, s1, 2          // S0(a16)
  or s1, s1, a0           // S0(a16)
  slli a1, s8, 26         // S1(e16)
  srli a0, s8, 6          // S1(e16)
  or a0, a0, a1           // S1(e16)
  xor s0, s0, a0          // S1(e16)
  add s0, t3, s0          // t16
  add s11, s11, s0        // e17
  xor t3, s7, s5          // ab
  and a0, s10, t3         // maj
  xor a0, a0, s5          // maj
  add s0, s0, s1          // a17
  add s10, s0, a0         // a17
  lw s0, 308(sp)
  add s0, s6, s0          // t17
  add s0, s0, a6          // t17
  xor s1, s8, s9          // ch
  and s1, s1, s11         // ch
  xor s1, s1, s9          // ch
  add s6, s0, s1          // t17
  slli s1, s11, 26        // S1(e17)
  srli s0, s11, 6         // S1(e17)
  or s0, s0, s1           // S1(e17)
  slli a0, s11, 7         // S1(e17)
  srli s1, s11, 25        // S1(e17)
  or s1, s1, a0           // S1(e17)
  xor s0, s0, s1          // S1(e17)
  slli a0, s10, 23        // S0(a17)
  srli s1, s10, 9         // S0(a17)
  or s1, s1, a0           // S0(a17)
  xor s1, s1, s10         // S0(a17)
  slli a0, s1, 21         // S0(a17)
  srli s1, s1, 11         // S0(a17)
  or s1, s1, a0           // S0(a17)
  xor s1, s1, s10         // S0(a17)
  slli a1, s11, 21        // S1(e17)
  srli a0, s11, 11        // S1(e17)
  or a0, a0, a1           // S1(e17)
  xor s0, s0, a0          // S1(e17)
  add s0, s6, s0          // t17
  slli a0, s1, 30         // S0(a17)
  srli s1, s1, 2          // S0(a17)
  or s1, s1, a0           // S0(a17)
  add t4, t4, s0          // e18
  xor s6, s10, s7         // ab
  and a0, t3, s6          // maj
  xor a0, a0, s7          // maj
  add s0, s0, s1          // a18
  add t3, s0, a0          // a18

  // words 18, 19
  slli s1, t2, 30         // s1(w16)
  srli s0, t2, 2          // s1(w16)
  or s0, s0, s1           // s1(w16)
  xor s0, s0, t2          // s1(w16)
  slli a0, a6, 30         // s1(w17)
  srli s1, a6, 2          // s1(w17)
  or s1, s1, a0           // s1(w17)
  xor s1, s1, a6          // s1(w17)
  slli a0, s0, 15         // s1(w16)
  srli s0, s0, 17         // s1(w16)
  or s0, s0, a0           // s1(w16)
  srli a0, t2, 10         // s1(w16)
  xor s0, s0, a0          // s1(w16)
  add a7, s0, a7          // w18
  slli s0, s1, 15         // s1(w17)
  srli s1, s1, 17         // s1(w17)
  or s1, s1, s0           // s1(w17)
  srli s0, a6, 10         // s1(w17)
  xor s1, s1, s0          // s1(w17)
  add t5, s1, s2          // w19
  slli s1, s2, 21         // s0(w3)
  srli s0, s2, 11         // s0(w3)
  or s0, s0, s1           // s0(w3)
  xor s0, s0, s2          // s0(w3)
  slli a0, s3, 21         // s0(w4)
  srli s1, s3, 11         // s0(w4)
  or s1, s1, a0           // s0(w4)
  xor s1, s1, s3          // s0(w4)
  slli a0, s0, 25         // s0(w3)
  srli s0, s0, 7          // s0(w3)
  or s0, s0, a0           // s0(w3)
  srli a0, s2, 3          // s0(w3)
  xor s0, s0, a0          // s0(w3)
  add a7, a7, s0          // w18
  slli s0, s1, 25         // s0(w4)
  srli s1, s1, 7          // s0(w4)
  or s1, s1, s0           // s0(w4)
  srli s0, s3, 3          // s0(w4)
  xor s1, s1, s0          // s0(w4)
  add t5, t5, s1          // w19

  // rounds 18, 19
  lw s0, 0(sp)
  add s0, s9, s0          // t18
  add s0, s0, a7          // t18
  xor s1, s11, s8         // ch
  and s1, s1, t4          // ch
  xor s1, s1, s8          // ch
  add s2, s0, s1          // t18
  slli s1, t4, 7          // S1(e18)
  srli s0, t4, 25         // S1(e18)
  or s0, s0, s1           // S1(e18)
  slli a0, t3, 23         // S0(a18)
  srli s1, t3, 9          // S0(a18)
  or s1, s1, a0           // S0(a18)
  xor s1, s1, t3          // S0(a18)
  slli a0, s1, 21         // S0(a18)
  srli s1, s1, 11         // S0(a18)
  or s1, s1, a0           // S0(a18)
  xor s1, s1, t3          // S0(a18)
  slli a1, t4, 21         // S1(e18)
  srli a0, t4, 11         // S1(e18)
  or a0, a0, a1           // S1(e18)
  xor s0, s0, a0          // S1(e18)
  slli a0, s1, 30         // S0(a18)
  srli s1, s1, 2          // S0(a18)
  or s1, s1, a0           // S0(a18)
  slli a1, t4, 26         // S1(e18)
  srli a0, t4, 6          // S1(e18)
  or a0, a0, a1           // S1(e18)
  xor s0, s0, a0          // S1(e18)
  add s0, s2, s0          // t18
  add s5, s5, s0          // e19
  xor s2, t3, s10         // ab
  and a0, s6, s2          // maj
  xor a0, a0, s10         // maj
  add s0, s0, s1          // a19
  add s6, s0, a0          // a19
  lw s0, 4(sp)
  add s0, s8, s0          // t19
  add s0, s0, t5          // t19
  xor s1, t4, s11         // ch
  and s1, s1, s5          // ch
  xor s1, s1, s11         // ch
  add s8, s0, s1          // t19
  slli s1, s5, 26         // S1(e19)
  srli s0, s5, 6          // S1(e19)
  or s0, s0, s1           // S1(e19)
  slli a0, s5, 7          // S1(e19)
  srli s1, s5, 25         // S1(e19)
  or s1, s1, a0           // S1(e19)
  xor s0, s0, s1          // S1(e19)
  slli a0, s6, 23         // S0(a19)
  srli s1, s6, 9          // S0(a19)
  or s1, s1, a0           // S0(a19)
  xor s1, s1, s6          // S0(a19)
  slli a0, s1, 21         // S0(a19)
  srli s1, s1, 11         // S0(a19)
  or s1, s1, a0           // S0(a19)
  xor s1, s1, s6          // S0(a19)
  slli a1, s5, 21         // S1(e19)
  srli a0, s5, 11         // S1(e19)
  or a0, a0, a1           // S1(e19)
  xor s0, s0, a0          // S1(e19)
  add s0, s8, s0          // t19
  slli a0, s1, 30         // S0(a19)
  srli s1, s1, 2          // S0(a19)
  or s1, s1, a0           // S0(a19)
  add s7, s7, s0          // e20
  xor s8, s6, t3          // ab
  and a0, s2, s8          // maj
  xor a0, a0, t3          // maj
  add s0, s0, s1          // a20
  add s2, s0, a0          // a20

  // words 20, 21
  slli s1, a7, 30         // s1(w18)
  srli s0, a7, 2          // s1(w18)
  or s0, s0, s1           // s1(w18)
  xor s0, s0, a7          // s1(w18)
  slli a0, t5, 30         // s1(w19)
  srli s1, t5, 2          // s1(w19)
  or s1, s1, a0           // s1(w19)
  xor s1, s1, t5          // s1(w19)
  slli a0, s0, 15         // s1(w18)
  srli s0, s0, 17         // s1(w18)
  or s0, s0, a0           // s1(w18)
  srli a0, a7, 10         // s1(w18)
  xor s0, s0, a0          // s1(w18)
  add s3, s0, s3          // w20
  slli s0, s1, 15         // s1(w19)
  srli s1, s1, 17         // s1(w19)
  or s1, s1, s0           // s1(w19)
  srli s0, t5, 10         // s1(w19)
  xor s1, s1, s0          // s1(w19)
  add s9, s1, s4          // w21
  slli s1, s4, 21         // s0(w5)
  srli s0, s4, 11         // s0(w5)
  or s0, s0, s1           // s0(w5)
  xor s0, s0, s4          // s0(w5)
  slli a0, t0, 21         // s0(w6)
  srli s1, t0, 11         // s0(w6)
  or s1, s1, a0           // s0(w6)
  xor s1, s1, t0          // s0(w6)
  slli a0, s0, 25         // s0(w5)
  srli s0, s0, 7          // s0(w5)
  or s0, s0, a0           // s0(w5)
  srli a0, s4, 3          // s0(w5)
  xor s0, s0, a0          // s0(w5)
  add s3, s3, s0          // w20
  slli s0, s1, 25         // s0(w6)
  srli s1, s1, 7          // s0(w6)
  or s1, s1, s0           // s0(w6)
  srli s0, t0, 3          // s0(w6)
  xor s1, s1, s0          // s0(w6)
  add s9, s9, s1          // w21

  // rounds 20, 21
  lw s0, 12(sp)
  add s0, s11, s0         // t20
  add s0, s0, s3          // t20
  xor s1, s5, t4          // ch
  and s1, s1, s7          // ch
  xor s1, s1, t4          // ch
  add s4, s0, s1          // t20
  slli s1, s7, 7          // S1(e20)
  srli s0, s7, 25         // S1(e20)
  or s0, s0, s1           // S1(e20)
  slli a0, s2, 23         // S0(a20)
  srli s1, s2, 9          // S0(a20)
  or s1, s1, a0           // S0(a20)
  xor s1, s1, s2          // S0(a20)
  slli a0, s1, 21         // S0(a20)
  srli s1, s1, 11         // S0(a20)
  or s1, s1, a0           // S0(a20)
  xor s1, s1, s2          // S0(a20)
  slli a1, s7, 21         // S1(e20)
  srli a0, s7, 11         // S1(e20)
  or a0, a0, a1           // S1(e20)
  xor s0, s0, a0          // S1(e20)
  slli a0, s1, 30         // S0(a20)
  srli s1, s1, 2          // S0(a20)
  or s1, s1, a0           // S0(a20)
  slli a1, s7, 26         // S1(e20)
  srli a0, s7, 6          // S1(e20)
  or a0, a0, a1           // S1(e20)
  xor s0, s0, a0          // S1(e20)
  add s0, s4, s0          // t20
  add s10, s10, s0        // e21
  xor s4, s2, s6          // ab
  and a0, s8, s4          // maj
  xor a0, a0, s6          // maj
  add s0, s0, s1          // a21
  add s8, s0, a0          // a21
  lw s0, 16(sp)
  add s0, t4, s0          // t21
  add s0, s0, s9          // t21
  xor s1, s7, s5          // ch
  and s1, s1, s10         // ch
  xor s1, s1, s5          // ch
  add s11, s0, s1         // t21
  slli s1, s10, 26        // S1(e21)
  srli s0, s10, 6         // S1(e21)
  or s0, s0, s1           // S1(e21)
  slli a0, s10, 7         // S1(e21)
  srli s1, s10, 25        // S1(e21)
  or s1, s1, a0           // S1(e21)
  xor s0, s0, s1          // S1(e21)
  slli a0, s8, 23         // S0(a21)
  srli s1, s8, 9          // S0(a21)
  or s1, s1, a0           // S0(a21)
  xor s1, s1, s8          // S0(a21)
  slli a0, s1, 21         // S0(a21)
  srli s1, s1, 11         // S0(a21)
  or s1, s1, a0           // S0(a21)
  xor s1, s1, s8          // S0(a21)
  slli a1, s10, 21        // S1(e21)
  srli a0, s10, 11        // S1(e21)
  or a0, a0, a1           // S1(e21)
  xor s0, s0, a0          // S1(e21)
  add s0, s11, s0         // t21
  slli a0, s1, 30         // S0(a21)
  srli s1, s1, 2          // S0(a21)
  or s1, s1, a0           // S0(a21)
  add t3, t3, s0          // e22
  xor s11, s8, s2         // ab
  and a0, s4, s11         // maj
  xor a0, a0, s2          // maj
  add s0, s0, s1          // a22
  add s4, s0, a0          // a22

  // words 22, 23
  slli s1, s3, 30         // s1(w20)
  srli s0, s3, 2          // s1(w20)
  or s0, s0, s1           // s1(w20)
  xor s0, s0, s3          // s1(w20)
  slli a0, s9, 30         // s1(w21)
  srli s1, s9, 2          // s1(w21)
  or s1, s1, a0           // s1(w21)
  xor s1, s1, s9          // s1(w21)
  slli a0, s0, 15         // s1(w20)
  srli s0, s0, 17         // s1(w20)
  or s0, s0, a0           // s1(w20)
  srli a0, s3, 10         // s1(w20)
  xor s0, s0, a0          // s1(w20)
  add t0, s0, t0          // w22
  slli s0, s1, 15         // s1(w21)
  srli s1, s1, 17         // s1(w21)
  or s1, s1, s0           // s1(w21)
  srli s0, s9, 10         // s1(w21)
  xor s1, s1, s0          // s1(w21)
  add s1, s1, t1          // w23
  add s1, s1, t2          // w23
  lw s0, 312(sp)
  add t4, s1, s0          // w23
  slli s1, t1, 21         // s0(w7)
  srli s0, t1, 11         // s0(w7)
  or s0, s0, s1           // s0(w7)
  xor s0, s0, t1          // s0(w7)
  slli s1, s0, 25         // s0(w7)
  srli s0, s0, 7          // s0(w7)
  or s0, s0, s1           // s0(w7)
  srli s1, t1, 3          // s0(w7)
  xor s0, s0, s1          // s0(w7)
  add s0, t0, s0          // w22
  addi t0, s0, 256        // w22

  // rounds 22, 23
  lw s0, 24(sp)
  add s0, s5, s0          // t22
  add s0, s0, t0          // t22
  xor s1, s10, s7         // ch
  and s1, s1, t3          // ch
  xor s1, s1, s7          // ch
  add t1, s0, s1          // t22
  slli s1, t3, 7          // S1(e22)
  srli s0, t3, 25         // S1(e22)
  or s0, s0, s1           // S1(e22)
  slli a0, s4, 23         // S0(a22)
  srli s1, s4, 9          // S0(a22)
  or s1, s1, a0           // S0(a22)
  xor s1, s1, s4          // S0(a22)
  slli a0, s1, 21         // S0(a22)
  srli s1, s1, 11         // S0(a22)
  or s1, s1, a0           // S0(a22)
  xor s1, s1, s4          // S0(a22)
  slli a1, t3, 21         // S1(e22)
  srli a0, t3, 11         // S1(e22)
  or a0, a0, a1           // S1(e22)
  xor s0, s0, a0          // S1(e22)
  slli a0, s1, 30         // S0(a22)
  srli s1, s1, 2          // S0(a22)
  or s1, s1, a0           // S0(a22)
  slli a1, t3, 26         // S1(e22)
  srli a0, t3, 6          // S1(e22)
  or a0, a0, a1           // S1(e22)
  xor s0, s0, a0          // S1(e22)
  add s0, t1, s0          // t22
  add s6, s6, s0          // e23
  xor t1, s4, s8          // ab
  and a0, s11, t1         // maj
  xor a0, a0, s8          // maj
  add s0, s0, s1          // a23
  add s5, s0, a0          // a23
  lw s0, 28(sp)
  add s0, s7, s0          // t23
  add s0, s0, t4          // t23
  xor s1, t3, s10         // ch
  and s1, s1, s6          // ch
  xor s1, s1, s10         // ch
  add s7, s0, s1          // t23
  slli s1, s6, 26         // S1(e23)
  srli s0, s6, 6          // S1(e23)
  or s0, s0, s1           // S1(e23)
  slli a0, s6, 7          // S1(e23)
  srli s1, s6, 25         // S1(e23)
  or s1, s1, a0           // S1(e23)
  xor s0, s0, s1          // S1(e23)
  slli a0, s5, 23         // S0(a23)
  srli s1, s5, 9          // S0(a23)
  or s1, s1, a0           // S0(a23)
  xor s1, s1, s5          // S0(a23)
  slli a0, s1, 21         // S0(a23)
  srli s1, s1, 11         // S0(a23)
  or s1, s1, a0           // S0(a23)
  xor s1, s1, s5          // S0(a23)
  slli a1, s6, 21         // S1(e23)
  srli a0, s6, 11         // S1(e23)
  or a0, a0, a1           // S1(e23)
  xor s0, s0, a0          // S1(e23)
  add s0, s7, s0          // t23
  slli a0, s1, 30         // S0(a23)
  srli s1, s1, 2          // S0(a23)
  or s1, s1, a0           // S0(a23)
  add s2, s2, s0          // e24
  xor s7, s5, s4          // ab
  and a0, t1, s7          // maj
  xor a0, a0, s4          // maj
  add s0, s0, s1          // a24
  add t1, s0, a0          // a24

  // words 24, 25
  slli s1, t0, 30         // s1(w22)
  srli s0, t0, 2          // s1(w22)
  or s0, s0, s1           // s1(w22)
  xor s0, s0, t0          // s1(w22)
  slli a0, t4, 30         // s1(w23)
  srli s1, t4, 2          // s1(w23)
  or s1, s1, a0           // s1(w23)
  xor s1, s1, t4          // s1(w23)
  slli a0, s0, 15         // s1(w22)
  srli s0, s0, 17         // s1(w22)
  or s0, s0, a0           // s1(w22)
  srli a0, t0, 10         // s1(w22)
  xor s0, s0, a0          // s1(w22)
  add s0, s0, a6          // w24
  lw a0, 8(sp)
  add s11, s0, a0         // w24
  slli s0, s1, 15         // s1(w23)
  srli s1, s1, 17         // s1(w23)
  or s1, s1, s0           // s1(w23)
  srli s0, t4, 10         // s1(w23)
  xor s1, s1, s0          // s1(w23)
  add t6, s1, a7          // w25

  // rounds 24, 25
  lw s0, 32(sp)
  add s0, s10, s0         // t24
  add s0, s0, s11         // t24
  xor s1, s6, t3          // ch
  and s1, s1, s2          // ch
  xor s1, s1, t3          // ch
  add s10, s0, s1         // t24
  slli s1, s2, 7          // S1(e24)
  srli s0, s2, 25         // S1(e24)
  or s0, s0, s1           // S1(e24)
  slli a0, t1, 23         // S0(a24)
  srli s1, t1, 9          // S0(a24)
  or s1, s1, a0           // S0(a24)
  xor s1, s1, t1          // S0(a24)
  slli a0, s1, 21         // S0(a24)
  srli s1, s1, 11         // S0(a24)
  or s1, s1, a0           // S0(a24)
  xor s1, s1, t1          // S0(a24)
  slli a1, s2, 21         // S1(e24)
  srli a0, s2, 11         // S1(e24)
  or a0, a0, a1           // S1(e24)
  xor s0, s0, a0          // S1(e24)
  slli a0, s1, 30         // S0(a24)
  srli s1, s1, 2          // S0(a24)
  or s1, s1, a0           // S0(a24)
  slli a1, s2, 26         // S1(e24)
  srli a0, s2, 6          // S1(e24)
  or a0, a0, a1           // S1(e24)
  xor s0, s0, a0          // S1(e24)
  add s0, s10, s0         // t24
  add s8, s8, s0          // e25
  xor s10, t1, s5         // ab
  and a0, s7, s10         // maj
  xor a0, a0, s5          // maj
  add s0, s0, s1          // a25
  add s7, s0, a0          // a25
  lw s0, 36(sp)
  add s0, t3, s0          // t25
  add s0, s0, t6          // t25
  xor s1, s2, s6          // ch
  and s1, s1, s8          // ch
  xor s1, s1, s6          // ch
  add t3, s0, s1          // t25
  slli s1, s8, 26         // S1(e25)
  srli s0, s8, 6          // S1(e25)
  or s0, s0, s1           // S1(e25)
  slli a0, s8, 7          // S1(e25)
  srli s1, s8, 25         // S1(e25)
  or s1, s1, a0           // S1(e25)
  xor s0, s0, s1          // S1(e25)
  slli a0, s7, 23         // S0(a25)
  srli s1, s7, 9          // S0(a25)
  or s1, s1, a0           // S0(a25)
  xor s1, s1, s7          // S0(a25)
  slli a0, s1, 21         // S0(a25)
  srli s1, s1, 11         // S0(a25)
  or s1, s1, a0           // S0(a25)
  xor s1, s1, s7          // S0(a25)
  slli a1, s8, 21         // S1(e25)
  srli a0, s8, 11         // S1(e25)
  or a0, a0, a1           // S1(e25)
  xor s0, s0, a0          // S1(e25)
  add s0, t3, s0          // t25
  slli a0, s1, 30         // S0(a25)
  srli s1, s1, 2          // S0(a25)
  or s1, s1, a0           // S0(a25)
  add s4, s4, s0          // e26
  xor t3, s7, t1          // ab
  and a0, s10, t3         // maj
  xor a0, a0, t1          // maj
  add s0, s0, s1          // a26
  add s10, s0, a0         // a26

  // words 26, 27
  slli s1, s11, 30        // s1(w24)
  srli s0, s11, 2         // s1(w24)
  or s0, s0, s1           // s1(w24)
  xor s0, s0, s11         // s1(w24)
  slli a0, t6, 30         // s1(w25)
  srli s1, t6, 2          // s1(w25)
  or s1, s1, a0           // s1(w25)
  xor s1, s1, t6          // s1(w25)
  slli a0, s0, 15         // s1(w24)
  srli s0, s0, 17         // s1(w24)
  or s0, s0, a0           // s1(w24)
  srli a0, s11, 10        // s1(w24)
  xor s0, s0, a0          // s1(w24)
  add ra, s0, t5          // w26
  slli s0, s1, 15         // s1(w25)
  srli s1, s1, 17         // s1(w25)
  or s1, s1, s0           // s1(w25)
  srli s0, t6, 10         // s1(w25)
  xor s1, s1, s0          // s1(w25)
  add s0, s1, s3          // w27

  // rounds 26, 27
  lw s1, 40(sp)
  add s1, s6, s1          // t26
  add s1, s1, ra          // t26
  xor a0, s8, s2          // ch
  and a0, a0, s4          // ch
  xor a0, a0, s2          // ch
  add s6, s1, a0          // t26
  slli a0, s4, 7          // S1(e26)
  srli s1, s4, 25         // S1(e26)
  or s1, s1, a0           // S1(e26)
  slli a1, s10, 23        // S0(a26)
  srli a0, s10, 9         // S0(a26)
  or a0, a0, a1           // S0(a26)
  xor a0, a0, s10         // S0(a26)
  slli a1, a0, 21         // S0(a26)
  srli a0, a0, 11         // S0(a26)
  or a0, a0, a1           // S0(a26)
  xor a0, a0, s10         // S0(a26)
  slli a2, s4, 21         // S1(e26)
  srli a1, s4, 11         // S1(e26)
  or a1, a1, a2           // S1(e26)
  xor s1, s1, a1          // S1(e26)
  slli a1, a0, 30         // S0(a26)
  srli a0, a0, 2          // S0(a26)
  or a0, a0, a1           // S0(a26)
  slli a2, s4, 26         // S1(e26)
  srli a1, s4, 6          // S1(e26)
  or a1, a1, a2           // S1(e26)
  xor s1, s1, a1          // S1(e26)
  add s1, s6, s1          // t26
  add s5, s5, s1          // e27
  xor s6, s10, s7         // ab
  and a1, t3, s6          // maj
  xor a1, a1, s7          // maj
  add s1, s1, a0          // a27
  add t3, s1, a1          // a27
  lw s1, 44(sp)
  add s1, s2, s1          // t27
  add s1, s1, s0          // t27
  xor a0, s4, s8          // ch
  and a0, a0, s5          // ch
  xor a0, a0, s8          // ch
  add s2, s1, a0          // t27
  slli a0, s5, 26         // S1(e27)
  srli s1, s5, 6          // S1(e27)
  or s1, s1, a0           // S1(e27)
  slli a1, s5, 7          // S1(e27)
  srli a0, s5, 25         // S1(e27)
  or a0, a0, a1           // S1(e27)
  xor s1, s1, a0          // S1(e27)
  slli a1, t3, 23         // S0(a27)
  srli a0, t3, 9          // S0(a27)
  or a0, a0, a1           // S0(a27)
  xor a0, a0, t3          // S0(a27)
  slli a1, a0, 21         // S0(a27)
  srli a0, a0, 11         // S0(a27)
  or a0, a0, a1           // S0(a27)
  xor a0, a0, t3          // S0(a27)
  slli a2, s5, 21         // S1(e27)
  srli a1, s5, 11         // S1(e27)
  or a1, a1, a2           // S1(e27)
  xor s1, s1, a1          // S1(e27)
  add s1, s2, s1          // t27
  slli a1, a0, 30         // S0(a27)
  srli a0, a0, 2          // S0(a27)
  or a0, a0, a1           // S0(a27)
  add t1, t1, s1          // e28
  xor s2, t3, s10         // ab
  and a1, s6, s2          // maj
  xor a1, a1, s10         // maj
  add s1, s1, a0          // a28
  add s6, s1, a1          // a28

  // words 28, 29
  slli a0, ra, 30         // s1(w26)
  srli s1, ra, 2          // s1(w26)
  or s1, s1, a0           // s1(w26)
  xor s1, s1, ra          // s1(w26)
  slli a1, s0, 30         // s1(w27)
  srli a0, s0, 2          // s1(w27)
  or a0, a0, a1           // s1(w27)
  xor a0, a0, s0          // s1(w27)
  slli a1, s1, 15         // s1(w26)
  srli s1, s1, 17         // s1(w26)
  or s1, s1, a1           // s1(w26)
  srli a1, ra, 10         // s1(w26)
  xor s1, s1, a1          // s1(w26)
  add s1, s1, s9          // w28
  slli a1, a0, 15         // s1(w27)
  srli a0, a0, 17         // s1(w27)
  or a0, a0, a1           // s1(w27)
  srli a1, s0, 10         // s1(w27)
  xor a0, a0, a1          // s1(w27)
  add a0, a0, t0          // w29

  // rounds 28, 29
  lw a1, 48(sp)
  add a1, s8, a1          // t28
  add a1, a1, s1          // t28
  xor a2, s5, s4          // ch
  and a2, a2, t1          // ch
  xor a2, a2, s4          // ch
  add s8, a1, a2          // t28
  slli a2, t1, 7          // S1(e28)
  srli a1, t1, 25         // S1(e28)
  or a1, a1, a2           // S1(e28)
  slli a3, s6, 23         // S0(a28)
  srli a2, s6, 9          // S0(a28)
  or a2, a2, a3           // S0(a28)
  xor a2, a2, s6          // S0(a28)
  slli a3, a2, 21         // S0(a28)
  srli a2, a2, 11         // S0(a28)
  or a2, a2, a3           // S0(a28)
  xor a2, a2, s6          // S0(a28)
  slli a4, t1, 21         // S1(e28)
  srli a3, t1, 11         // S1(e28)
  or a3, a3, a4           // S1(e28)
  xor a1, a1, a3          // S1(e28)
  slli a3, a2, 30         // S0(a28)
  srli a2, a2, 2          // S0(a28)
  or a2, a2, a3           // S0(a28)
  slli a4, t1, 26         // S1(e28)
  srli a3, t1, 6          // S1(e28)
  or a3, a3, a4           // S1(e28)
  xor a1, a1, a3          // S1(e28)
  add a1, s8, a1          // t28
  add s7, s7, a1          // e29
  xor s8, s6, t3          // ab
  and a3, s2, s8          // maj
  xor a3, a3, t3          // maj
  add a1, a1, a2          // a29
  add s2, a1, a3          // a29
  lw a1, 52(sp)
  add a1, s4, a1          // t29
  add a1, a1, a0          // t29
  xor a2, t1, s5          // ch
  and a2, a2, s7          // ch
  xor a2, a2, s5          // ch
  add s4, a1, a2          // t29
  slli a2, s7, 26         // S1(e29)
  srli a1, s7, 6          // S1(e29)
  or a1, a1, a2           // S1(e29)
  slli a3, s7, 7          // S1(e29)
  srli a2, s7, 25         // S1(e29)
  or a2, a2, a3           // S1(e29)
  xor a1, a1, a2          // S1(e29)
  slli a3, s2, 23         // S0(a29)
  srli a2, s2, 9          // S0(a29)
  or a2, a2, a3           // S0(a29)
  xor a2, a2, s2          // S0(a29)
  slli a3, a2, 21         // S0(a29)
  srli a2, a2, 11         // S0(a29)
  or a2, a2, a3           // S0(a29)
  xor a2, a2, s2          // S0(a29)
  slli a4, s7, 21         // S1(e29)
  srli a3, s7, 11         // S1(e29)
  or a3, a3, a4           // S1(e29)
  xor a1, a1, a3          // S1(e29)
  add a1, s4, a1          // t29
  slli a3, a2, 30         // S0(a29)
  srli a2, a2, 2          // S0(a29)
  or a2, a2, a3           // S0(a29)
  add s10, s10, a1        // e30
  xor s4, s2, s6          // ab
  and a3, s8, s4          // maj
  xor a3, a3, s6          // maj
  add a1, a1, a2          // a30
  add s8, a1, a3          // a30

  // words 30, 31
  slli a2, s1, 30         // s1(w28)
  srli a1, s1, 2          // s1(w28)
  or a1, a1, a2           // s1(w28)
  xor a1, a1, s1          // s1(w28)
  slli a3, a0, 30         // s1(w29)
  srli a2, a0, 2          // s1(w29)
  or a2, a2, a3           // s1(w29)
  xor a2, a2, a0          // s1(w29)
  slli a3, a1, 15         // s1(w28)
  srli a1, a1, 17         // s1(w28)
  or a1, a1, a3           // s1(w28)
  srli a3, s1, 10         // s1(w28)
  xor a1, a1, a3          // s1(w28)
  add a1, a1, t4          // w30
  lw a3, 316(sp)
  add a1, a1, a3          // w30
  slli a3, a2, 15         // s1(w29)
  srli a2, a2, 17         // s1(w29)
  or a2, a2, a3           // s1(w29)
  srli a3, a0, 10         // s1(w29)
  xor a2, a2, a3          // s1(w29)
  add a2, a2, s11         // w31
  slli a4, t2, 21         // s0(w16)
  srli a3, t2, 11         // s0(w16)
  or a3, a3, a4           // s0(w16)
  xor a3, a3, t2          // s0(w16)
  slli a4, a3, 25         // s0(w16)
  srli a3, a3, 7          // s0(w16)
  or a3, a3, a4           // s0(w16)
  srli a4, t2, 3          // s0(w16)
  xor a3, a3, a4          // s0(w16)
  add a2, a2, a3          // w31
  addi a2, a2, 256        // w31

  // rounds 30, 31
  lw a3, 60(sp)
  add a3, s5, a3          // t30
  add a3, a3, a1          // t30
  xor a4, s7, t1          // ch
  and a4, a4, s10         // ch
  xor a4, a4, t1          // ch
  add s5, a3, a4          // t30
  slli a4, s10, 7         // S1(e30)
  srli a3, s10, 25        // S1(e30)
  or a3, a3, a4           // S1(e30)
  slli a5, s8, 23         // S0(a30)
  srli a4, s8, 9          // S0(a30)
  or a4, a4, a5           // S0(a30)
  xor a4, a4, s8          // S0(a30)
  slli a5, a4, 21         // S0(a30)
  srli a4, a4, 11         // S0(a30)
  or a4, a4, a5           // S0(a30)
  xor a4, a4, s8          // S0(a30)
  sw s11, 368(sp)         // w24
  slli s11, s10, 21       // S1(e30)
  srli a5, s10, 11        // S1(e30)
  or a5, a5, s11          // S1(e30)
  xor a3, a3, a5          // S1(e30)
  slli a5, a4, 30         // S0(a30)
  srli a4, a4, 2          // S0(a30)
  or a4, a4, a5           // S0(a30)
  slli s11, s10, 26       // S1(e30)
  srli a5, s10, 6         // S1(e30)
  or a5, a5, s11          // S1(e30)
  xor a3, a3, a5          // S1(e30)
  add a3, s5, a3          // t30
  add t3, t3, a3          // e31
  xor s5, s8, s2          // ab
  and a5, s4, s5          // maj
  xor a5, a5, s2          // maj
  add a3, a3, a4          // a31
  add s4, a3, a5          // a31
  lw a3, 64(sp)
  add a3, t1, a3          // t31
  add a3, a3, a2          // t31
  xor a4, s10, s7         // ch
  and a4, a4, t3          // ch
  xor a4, a4, s7          // ch
  add t1, a3, a4          // t31
  slli a4, t3, 26         // S1(e31)
  srli a3, t3, 6          // S1(e31)
  or a3, a3, a4           // S1(e31)
  slli a5, t3, 7          // S1(e31)
  srli a4, t3, 25         // S1(e31)
  or a4, a4, a5           // S1(e31)
  xor a3, a3, a4          // S1(e31)
  slli a5, s4, 23         // S0(a31)
  srli a4, s4, 9          // S0(a31)
  or a4, a4, a5           // S0(a31)
  xor a4, a4, s4          // S0(a31)
  slli a5, a4, 21         // S0(a31)
  srli a4, a4, 11         // S0(a31)
  or a4, a4, a5           // S0(a31)
  xor a4, a4, s4          // S0(a31)
  slli s11, t3, 21        // S1(e31)
  srli a5, t3, 11         // S1(e31)
  or a5, a5, s11          // S1(e31)
  xor a3, a3, a5          // S1(e31)
  add a3, t1, a3          // t31
  slli a5, a4, 30         // S0(a31)
  srli a4, a4, 2          // S0(a31)
  or a4, a4, a5           // S0(a31)
  add s6, s6, a3          // e32
  xor t1, s4, s8          // ab
  and a5, s5, t1          // maj
  xor a5, a5, s8          // maj
  add a3, a3, a4          // a32
  add s5, a3, a5          // a32

  // words 32, 33
  slli a4, a1, 30         // s1(w30)
  srli a3, a1, 2          // s1(w30)
  or a3, a3, a4           // s1(w30)
  xor a3, a3, a1          // s1(w30)
  slli a5, a2, 30         // s1(w31)
  srli a4, a2, 2          // s1(w31)
  or a4, a4, a5           // s1(w31)
  xor a4, a4, a2          // s1(w31)
  slli a5, a3, 15         // s1(w30)
  srli a3, a3, 17         // s1(w30)
  or a3, a3, a5           // s1(w30)
  srli a5, a1, 10         // s1(w30)
  xor a3, a3, a5          // s1(w30)
  add a3, a3, t2          // w32
  add t2, a3, t6          // w32
  slli a3, a4, 15         // s1(w31)
  srli a4, a4, 17         // s1(w31)
  or a4, a4, a3           // s1(w31)
  srli a3, a2, 10         // s1(w31)
  xor a4, a4, a3          // s1(w31)
  add a4, a4, a6          // w33
  add s11, a4, ra         // w33
  slli a4, a6, 21         // s0(w17)
  srli a3, a6, 11         // s0(w17)
  or a3, a3, a4           // s0(w17)
  xor a3, a3, a6          // s0(w17)
  slli a5, a7, 21         // s0(w18)
  srli a4, a7, 11         // s0(w18)
  or a4, a4, a5           // s0(w18)
  xor a4, a4, a7          // s0(w18)
  slli a5, a3, 25         // s0(w17)
  srli a3, a3, 7          // s0(w17)
  or a3, a3, a5           // s0(w17)
  srli a5, a6, 3          // s0(w17)
  xor a3, a3, a5          // s0(w17)
  add t2, t2, a3          // w32
  slli a3, a4, 25         // s0(w18)
  srli a4, a4, 7          // s0(w18)
  or a4, a4, a3           // s0(w18)
  srli a3, a7, 3          // s0(w18)
  xor a4, a4, a3          // s0(w18)
  add s11, s11, a4        // w33

  // rounds 32, 33
  lw a3, 68(sp)
  add a3, s7, a3          // t32
  add a3, a3, t2          // t32
  xor a4, t3, s10         // ch
  and a4, a4, s6          // ch
  xor a4, a4, s10         // ch
  add a6, a3, a4          // t32
  slli a4, s6, 7          // S1(e32)
  srli a3, s6, 25         // S1(e32)
  or a3, a3, a4           // S1(e32)
  slli a5, s5, 23         // S0(a32)
  srli a4, s5, 9          // S0(a32)
  or a4, a4, a5           // S0(a32)
  xor a4, a4, s5          // S0(a32)
  slli a5, a4, 21         // S0(a32)
  srli a4, a4, 11         // S0(a32)
  or a4, a4, a5           // S0(a32)
  xor a4, a4, s5          // S0(a32)
  slli s7, s6, 21         // S1(e32)
  srli a5, s6, 11         // S1(e32)
  or a5, a5, s7           // S1(e32)
  xor a3, a3, a5          // S1(e32)
  slli a5, a4, 30         // S0(a32)
  srli a4, a4, 2          // S0(a32)
  or a4, a4, a5           // S0(a32)
  slli s7, s6, 26         // S1(e32)
  srli a5, s6, 6          // S1(e32)
  or a5, a5, s7           // S1(e32)
  xor a3, a3, a5          // S1(e32)
  add a3, a6, a3          // t32
  add s2, s2, a3          // e33
  xor a6, s5, s4          // ab
  and a5, t1, a6          // maj
  xor a5, a5, s4          // maj
  add a3, a3, a4          // a33
  add t1, a3, a5          // a33
  lw a3, 72(sp)
  add a3, s10, a3         // t33
  add a3, a3, s11         // t33
  xor a4, s6, t3          // ch
  and a4, a4, s2          // ch
  xor a4, a4, t3          // ch
  add s7, a3, a4          // t33
  slli a4, s2, 26         // S1(e33)
  srli a3, s2, 6          // S1(e33)
  or a3, a3, a4           // S1(e33)
  slli a5, s2, 7          // S1(e33)
  srli a4, s2, 25         // S1(e33)
  or a4, a4, a5           // S1(e33)
  xor a3, a3, a4          // S1(e33)
  slli a5, t1, 23         // S0(a33)
  srli a4, t1, 9          // S0(a33)
  or a4, a4, a5           // S0(a33)
  xor a4, a4, t1          // S0(a33)
  slli a5, a4, 21         // S0(a33)
  srli a4, a4, 11         // S0(a33)
  or a4, a4, a5           // S0(a33)
  xor a4, a4, t1          // S0(a33)
  slli s10, s2, 21        // S1(e33)
  srli a5, s2, 11         // S1(e33)
  or a5, a5, s10          // S1(e33)
  xor a3, a3, a5          // S1(e33)
  add a3, s7, a3          // t33
  slli a5, a4, 30         // S0(a33)
  srli a4, a4, 2          // S0(a33)
  or a4, a4, a5           // S0(a33)
  add s8, s8, a3          // e34
  xor s7, t1, s5          // ab
  and a5, a6, s7          // maj
  xor a5, a5, s5          // maj
  add a3, a3, a4          // a34
  add a6, a3, a5          // a34

  // words 34, 35
  slli a4, t2, 30         // s1(w32)
  srli a3, t2, 2          // s1(w32)
  or a3, a3, a4           // s1(w32)
  xor a3, a3, t2          // s1(w32)
  slli a5, s11, 30        // s1(w33)
  srli a4, s11, 2         // s1(w33)
  or a4, a4, a5           // s1(w33)
  xor a4, a4, s11         // s1(w33)
  slli a5, a3, 15         // s1(w32)
  srli a3, a3, 17         // s1(w32)
  or a3, a3, a5           // s1(w32)
  srli a5, t2, 10         // s1(w32)
  xor a3, a3, a5          // s1(w32)
  add a3, a3, a7          // w34
  add a7, a3, s0          // w34
  slli a3, a4, 15         // s1(w33)
  srli a4, a4, 17         // s1(w33)
  or a4, a4, a3           // s1(w33)
  srli a3, s11, 10        // s1(w33)
  xor a4, a4, a3          // s1(w33)
  add a4, a4, t5          // w35
  add s10, a4, s1         // w35
  slli a4, t5, 21         // s0(w19)
  srli a3, t5, 11         // s0(w19)
  or a3, a3, a4           // s0(w19)
  xor a3, a3, t5          // s0(w19)
  slli a5, s3, 21         // s0(w20)
  srli a4, s3, 11         // s0(w20)
  or a4, a4, a5           // s0(w20)
  xor a4, a4, s3          // s0(w20)
  slli a5, a3, 25         // s0(w19)
  srli a3, a3, 7          // s0(w19)
  or a3, a3, a5           // s0(w19)
  srli a5, t5, 3          // s0(w19)
  xor a3, a3, a5          // s0(w19)
  add a7, a7, a3          // w34
  slli a3, a4, 25         // s0(w20)
  srli a4, a4, 7          // s0(w20)
  or a4, a4, a3           // s0(w20)
  srli a3, s3, 3          // s0(w20)
  xor a4, a4, a3          // s0(w20)
  add s10, s10, a4        // w35

  // rounds 34, 35
  lw a3, 76(sp)
  add a3, t3, a3          // t34
  add a3, a3, a7          // t34
  xor a4, s2, s6          // ch
  and a4, a4, s8          // ch
  xor a4, a4, s6          // ch
  add t3, a3, a4          // t34
  slli a4, s8, 7          // S1(e34)
  srli a3, s8, 25         // S1(e34)
  or a3, a3, a4           // S1(e34)
  slli a5, a6, 23         // S0(a34)
  srli a4, a6, 9          // S0(a34)
  or a4, a4, a5           // S0(a34)
  xor a4, a4, a6          // S0(a34)
  slli a5, a4, 21         // S0(a34)
  srli a4, a4, 11         // S0(a34)
  or a4, a4, a5           // S0(a34)
  xor a4, a4, a6          // S0(a34)
  slli t5, s8, 21         // S1(e34)
  srli a5, s8, 11         // S1(e34)
  or a5, a5, t5           // S1(e34)
  xor a3, a3, a5          // S1(e34)
  slli a5, a4, 30         // S0(a34)
  srli a4, a4, 2          // S0(a34)
  or a4, a4, a5           // S0(a34)
  slli t5, s8, 26         // S1(e34)
  srli a5, s8, 6          // S1(e34)
  or a5, a5, t5           // S1(e34)
  xor a3, a3, a5          // S1(e34)
  add a3, t3, a3          // t34
  add s4, s4, a3          // e35
  xor t3, a6, t1          // ab
  and a5, s7, t3          // maj
  xor a5, a5, t1          // maj
  add a3, a3, a4          // a35
  add s7, a3, a5          // a35
  lw a3, 80(sp)
  add a3, s6, a3          // t35
  add a3, a3, s10         // t35
  xor a4, s8, s2          // ch
  and a4, a4, s4          // ch
  xor a4, a4, s2          // ch
  add s6, a3, a4          // t35
  slli a4, s4, 26         // S1(e35)
  srli a3, s4, 6          // S1(e35)
  or a3, a3, a4           // S1(e35)
  slli a5, s4, 7          // S1(e35)
  srli a4, s4, 25         // S1(e35)
  or a4, a4, a5           // S1(e35)
  xor a3, a3, a4          // S1(e35)
  slli a5, s7, 23         // S0(a35)
  srli a4, s7, 9          // S0(a35)
  or a4, a4, a5           // S0(a35)
  xor a4, a4, s7          // S0(a35)
  slli a5, a4, 21         // S0(a35)
  srli a4, a4, 11         // S0(a35)
  or a4, a4, a5           // S0(a35)
  xor a4, a4, s7          // S0(a35)
  slli t5, s4, 21         // S1(e35)
  srli a5, s4, 11         // S1(e35)
  or a5, a5, t5           // S1(e35)
  xor a3, a3, a5          // S1(e35)
  add a3, s6, a3          // t35
  slli a5, a4, 30         // S0(a35)
  srli a4, a4, 2          // S0(a35)
  or a4, a4, a5           // S0(a35)
  add s5, s5, a3          // e36
  xor s6, s7, a6          // ab
  and a5, t3, s6          // maj
  xor a5, a5, a6          // maj
  add a3, a3, a4          // a36
  add t3, a3, a5          // a36

  // words 36, 37
  slli a4, a7, 30         // s1(w34)
  srli a3, a7, 2          // s1(w34)
  or a3, a3, a4           // s1(w34)
  xor a3, a3, a7          // s1(w34)
  slli a5, s10, 30        // s1(w35)
  srli a4, s10, 2         // s1(w35)
  or a4, a4, a5           // s1(w35)
  xor a4, a4, s10         // s1(w35)
  slli a5, a3, 15         // s1(w34)
  srli a3, a3, 17         // s1(w34)
  or a3, a3, a5           // s1(w34)
  srli a5, a7, 10         // s1(w34)
  xor a3, a3, a5          // s1(w34)
  add a3, a3, s3          // w36
  add s3, a3, a0          // w36
  slli a3, a4, 15         // s1(w35)
  srli a4, a4, 17         // s1(w35)
  or a4, a4, a3           // s1(w35)
  srli a3, s10, 10        // s1(w35)
  xor a4, a4, a3          // s1(w35)
  add a4, a4, s9          // w37
  add t5, a4, a1          // w37
  slli a4, s9, 21         // s0(w21)
  srli a3, s9, 11         // s0(w21)
  or a3, a3, a4           // s0(w21)
  xor a3, a3, s9          // s0(w21)
  slli a5, t0, 21         // s0(w22)
  srli a4, t0, 11         // s0(w22)
  or a4, a4, a5           // s0(w22)
  xor a4, a4, t0          // s0(w22)
  slli a5, a3, 25         // s0(w21)
  srli a3, a3, 7          // s0(w21)
  or a3, a3, a5           // s0(w21)
  srli a5, s9, 3          // s0(w21)
  xor a3, a3, a5          // s0(w21)
  add s3, s3, a3          // w36
  slli a3, a4, 25         // s0(w22)
  srli a4, a4, 7          // s0(w22)
  or a4, a4, a3           // s0(w22)
  srli a3, t0, 3          // s0(w22)
  xor a4, a4, a3          // s0(w22)
  add t5, t5, a4          // w37

  // rounds 36, 37
  lw a3, 84(sp)
  add a3, s2, a3          // t36
  add a3, a3, s3          // t36
  xor a4, s4, s8          // ch
  and a4, a4, s5          // ch
  xor a4, a4, s8          // ch
  add s2, a3, a4          // t36
  slli a4, s5, 7          // S1(e36)
  srli a3, s5, 25         // S1(e36)
  or a3, a3, a4           // S1(e36)
  slli a5, t3, 23         // S0(a36)
  srli a4, t3, 9          // S0(a36)
  or a4, a4, a5           // S0(a36)
  xor a4, a4, t3          // S0(a36)
  slli a5, a4, 21         // S0(a36)
  srli a4, a4, 11         // S0(a36)
  or a4, a4, a5           // S0(a36)
  xor a4, a4, t3          // S0(a36)
  slli s9, s5, 21         // S1(e36)
  srli a5, s5, 11         // S1(e36)
  or a5, a5, s9           // S1(e36)
  xor a3, a3, a5          // S1(e36)
  slli a5, a4, 30         // S0(a36)
  srli a4, a4, 2          // S0(a36)
  or a4, a4, a5           // S0(a36)
  slli s9, s5, 26         // S1(e36)
  srli a5, s5, 6          // S1(e36)
  or a5, a5, s9           // S1(e36)
  xor a3, a3, a5          // S1(e36)
  add a3, s2, a3          // t36
  add t1, t1, a3          // e37
  xor s2, t3, s7          // ab
  and a5, s6, s2          // maj
  xor a5, a5, s7          // maj
  add a3, a3, a4          // a37
  add s6, a3, a5          // a37
  lw a3, 88(sp)
  add a3, s8, a3          // t37
  add a3, a3, t5          // t37
  xor a4, s5, s4          // ch
  and a4, a4, t1          // ch
  xor a4, a4, s4          // ch
  add s8, a3, a4          // t37
  slli a4, t1, 26         // S1(e37)
  srli a3, t1, 6          // S1(e37)
  or a3, a3, a4           // S1(e37)
  slli a5, t1, 7          // S1(e37)
  srli a4, t1, 25         // S1(e37)
  or a4, a4, a5           // S1(e37)
  xor a3, a3, a4          // S1(e37)
  slli a5, s6, 23         // S0(a37)
  srli a4, s6, 9          // S0(a37)
  or a4, a4, a5           // S0(a37)
  xor a4, a4, s6          // S0(a37)
  slli a5, a4, 21         // S0(a37)
  srli a4, a4, 11         // S0(a37)
  or a4, a4, a5           // S0(a37)
  xor a4, a4, s6          // S0(a37)
  slli s9, t1, 21         // S1(e37)
  srli a5, t1, 11         // S1(e37)
  or a5, a5, s9           // S1(e37)
  xor a3, a3, a5          // S1(e37)
  add a3, s8, a3          // t37
  slli a5, a4, 30         // S0(a37)
  srli a4, a4, 2          // S0(a37)
  or a4, a4, a5           // S0(a37)
  add a6, a6, a3          // e38
  xor s8, s6, t3          // ab
  and a5, s2, s8          // maj
  xor a5, a5, t3          // maj
  add a3, a3, a4          // a38
  add s2, a3, a5          // a38

  // words 38, 39
  slli a4, s3, 30         // s1(w36)
  srli a3, s3, 2          // s1(w36)
  or a3, a3, a4           // s1(w36)
  xor a3, a3, s3          // s1(w36)
  slli a5, t5, 30         // s1(w37)
  srli a4, t5, 2          // s1(w37)
  or a4, a4, a5           // s1(w37)
  xor a4, a4, t5          // s1(w37)
  slli a5, a3, 15         // s1(w36)
  srli a3, a3, 17         // s1(w36)
  or a3, a3, a5           // s1(w36)
  srli a5, s3, 10         // s1(w36)
  xor a3, a3, a5          // s1(w36)
  add a3, a3, t0          // w38
  add t0, a3, a2          // w38
  slli a3, a4, 15         // s1(w37)
  srli a4, a4, 17         // s1(w37)
  or a4, a4, a3           // s1(w37)
  srli a3, t5, 10         // s1(w37)
  xor a4, a4, a3          // s1(w37)
  add a4, a4, t4          // w39
  add s9, a4, t2          // w39
  slli a4, t4, 21         // s0(w23)
  srli a3, t4, 11         // s0(w23)
  or a3, a3, a4           // s0(w23)
  xor a3, a3, t4          // s0(w23)
  lw a4, 368(sp)          // w24
  sw t2, 372(sp)          // w32
  slli t2, a4, 21         // s0(w24)
  srli a5, a4, 11         // s0(w24)
  or a5, a5, t2           // s0(w24)
  xor a5, a5, a4          // s0(w24)
  slli t2, a3, 25         // s0(w23)
  srli a3, a3, 7          // s0(w23)
  or a3, a3, t2           // s0(w23)
  srli t2, t4, 3          // s0(w23)
  xor a3, a3, t2          // s0(w23)
  add t0, t0, a3          // w38
  slli a3, a5, 25         // s0(w24)
  srli a5, a5, 7          // s0(w24)
  or a5, a5, a3           // s0(w24)
  srli a3, a4, 3          // s0(w24)
  xor a5, a5, a3          // s0(w24)
  add s9, s9, a5          // w39

  // rounds 38, 39
  lw a3, 92(sp)
  add a3, s4, a3          // t38
  add a3, a3, t0          // t38
  xor a5, t1, s5          // ch
  and a5, a5, a6          // ch
  xor a5, a5, s5          // ch
  add t2, a3, a5          // t38
  slli a5, a6, 7          // S1(e38)
  srli a3, a6, 25         // S1(e38)
  or a3, a3, a5           // S1(e38)
  slli s4, s2, 23         // S0(a38)
  srli a5, s2, 9          // S0(a38)
  or a5, a5, s4           // S0(a38)
  xor a5, a5, s2          // S0(a38)
  slli s4, a5, 21         // S0(a38)
  srli a5, a5, 11         // S0(a38)
  or a5, a5, s4           // S0(a38)
  xor a5, a5, s2          // S0(a38)
  slli t4, a6, 21         // S1(e38)
  srli s4, a6, 11         // S1(e38)
  or s4, s4, t4           // S1(e38)
  xor a3, a3, s4          // S1(e38)
  slli s4, a5, 30         // S0(a38)
  srli a5, a5, 2          // S0(a38)
  or a5, a5, s4           // S0(a38)
  slli t4, a6, 26         // S1(e38)
  srli s4, a6, 6          // S1(e38)
  or s4, s4, t4           // S1(e38)
  xor a3, a3, s4          // S1(e38)
  add a3, t2, a3          // t38
  add s7, s7, a3          // e39
  xor t2, s2, s6          // ab
  and s4, s8, t2          // maj
  xor s4, s4, s6          // maj
  add a3, a3, a5          // a39
  add s4, a3, s4          // a39
  lw a3, 96(sp)
  add a3, s5, a3          // t39
  add a3, a3, s9          // t39
  xor a5, a6, t1          // ch
  and a5, a5, s7          // ch
  xor a5, a5, t1          // ch
  add s5, a3, a5          // t39
  slli a5, s7, 26         // S1(e39)
  srli a3, s7, 6          // S1(e39)
  or a3, a3, a5           // S1(e39)
  slli s8, s7, 7          // S1(e39)
  srli a5, s7, 25         // S1(e39)
  or a5, a5, s8           // S1(e39)
  xor a3, a3, a5          // S1(e39)
  slli s8, s4, 23         // S0(a39)
  srli a5, s4, 9          // S0(a39)
  or a5, a5, s8           // S0(a39)
  xor a5, a5, s4          // S0(a39)
  slli s8, a5, 21         // S0(a39)
  srli a5, a5, 11         // S0(a39)
  or a5, a5, s8           // S0(a39)
  xor a5, a5, s4          // S0(a39)
  slli t4, s7, 21         // S1(e39)
  srli s8, s7, 11         // S1(e39)
  or s8, s8, t4           // S1(e39)
  xor a3, a3, s8          // S1(e39)
  add a3, s5, a3          // t39
  slli s5, a5, 30         // S0(a39)
  srli a5, a5, 2          // S0(a39)
  or a5, a5, s5           // S0(a39)
  add t3, t3, a3          // e40
  xor s5, s4, s2          // ab
  and t2, t2, s5          // maj
  xor t2, t2, s2          // maj
  add a3, a3, a5          // a40
  add t2, a3, t2          // a40

  // words 40, 41
  slli a5, t0, 30         // s1(w38)
  srli a3, t0, 2          // s1(w38)
  or a3, a3, a5           // s1(w38)
  xor a3, a3, t0          // s1(w38)
  slli s8, s9, 30         // s1(w39)
  srli a5, s9, 2          // s1(w39)
  or a5, a5, s8           // s1(w39)
  xor a5, a5, s9          // s1(w39)
  slli s8, a3, 15         // s1(w38)
  srli a3, a3, 17         // s1(w38)
  or a3, a3, s8           // s1(w38)
  srli s8, t0, 10         // s1(w38)
  xor a3, a3, s8          // s1(w38)
  add a3, a3, a4          // w40
  add s8, a3, s11         // w40
  slli a3, a5, 15         // s1(w39)
  srli a5, a5, 17         // s1(w39)
  or a5, a5, a3           // s1(w39)
  srli a3, s9, 10         // s1(w39)
  xor a5, a5, a3          // s1(w39)
  add a5, a5, t6          // w41
  add t4, a5, a7          // w41
  slli a4, t6, 21         // s0(w25)
  srli a3, t6, 11         // s0(w25)
  or a3, a3, a4           // s0(w25)
  xor a3, a3, t6          // s0(w25)
  slli a5, ra, 21         // s0(w26)
  srli a4, ra, 11         // s0(w26)
  or a4, a4, a5           // s0(w26)
  xor a4, a4, ra          // s0(w26)
  slli a5, a3, 25         // s0(w25)
  srli a3, a3, 7          // s0(w25)
  or a3, a3, a5           // s0(w25)
  srli a5, t6, 3          // s0(w25)
  xor a3, a3, a5          // s0(w25)
  add s8, s8, a3          // w40
  slli a3, a4, 25         // s0(w26)
  srli a4, a4, 7          // s0(w26)
  or a4, a4, a3           // s0(w26)
  srli a3, ra, 3          // s0(w26)
  xor a4, a4, a3          // s0(w26)
  add t4, t4, a4          // w41

  // rounds 40, 41
  lw a3, 100(sp)
  add a3, t1, a3          // t40
  add a3, a3, s8          // t40
  xor a4, s7, a6          // ch
  and a4, a4, t3          // ch
  xor a4, a4, a6          // ch
  add t1, a3, a4          // t40
  slli a4, t3, 7          // S1(e40)
  srli a3, t3, 25         // S1(e40)
  or a3, a3, a4           // S1(e40)
  slli a5, t2, 23         // S0(a40)
  srli a4, t2, 9          // S0(a40)
  or a4, a4, a5           // S0(a40)
  xor a4, a4, t2          // S0(a40)
  slli a5, a4, 21         // S0(a40)
  srli a4, a4, 11         // S0(a40)
  or a4, a4, a5           // S0(a40)
  xor a4, a4, t2          // S0(a40)
  slli t6, t3, 21         // S1(e40)
  srli a5, t3, 11         // S1(e40)
  or a5, a5, t6           // S1(e40)
  xor a3, a3, a5          // S1(e40)
  slli a5, a4, 30         // S0(a40)
  srli a4, a4, 2          // S0(a40)
  or a4, a4, a5           // S0(a40)
  slli t6, t3, 26         // S1(e40)
  srli a5, t3, 6          // S1(e40)
  or a5, a5, t6           // S1(e40)
  xor a3, a3, a5          // S1(e40)
  add a3, t1, a3          // t40
  add s6, s6, a3          // e41
  xor t1, t2, s4          // ab
  and a5, s5, t1          // maj
  xor a5, a5, s4          // maj
  add a3, a3, a4          // a41
  add s5, a3, a5          // a41
  lw a3, 104(sp)
  add a3, a6, a3          // t41
  add a3, a3, t4          // t41
  xor a4, t3, s7          // ch
  and a4, a4, s6          // ch
  xor a4, a4, s7          // ch
  add a6, a3, a4          // t41
  slli a4, s6, 26         // S1(e41)
  srli a3, s6, 6          // S1(e41)
  or a3, a3, a4           // S1(e41)
  slli a5, s6, 7          // S1(e41)
  srli a4, s6, 25         // S1(e41)
  or a4, a4, a5           // S1(e41)
  xor a3, a3, a4          // S1(e41)
  slli a5, s5, 23         // S0(a41)
  srli a4, s5, 9          // S0(a41)
  or a4, a4, a5           // S0(a41)
  xor a4, a4, s5          // S0(a41)
  slli a5, a4, 21         // S0(a41)
  srli a4, a4, 11         // S0(a41)
  or a4, a4, a5           // S0(a41)
  xor a4, a4, s5          // S0(a41)
  slli t6, s6, 21         // S1(e41)
  srli a5, s6, 11         // S1(e41)
  or a5, a5, t6           // S1(e41)
  xor a3, a3, a5          // S1(e41)
  add a3, a6, a3          // t41
  slli a5, a4, 30         // S0(a41)
  srli a4, a4, 2          // S0(a41)
  or a4, a4, a5           // S0(a41)
  add s2, s2, a3          // e42
  xor a6, s5, t2          // ab
  and a5, t1, a6          // maj
  xor a5, a5, t2          // maj
  add a3, a3, a4          // a42
  add t1, a3, a5          // a42

  // words 42, 43
  slli a4, s8, 30         // s1(w40)
  srli a3, s8, 2          // s1(w40)
  or a3, a3, a4           // s1(w40)
  xor a3, a3, s8          // s1(w40)
  slli a5, t4, 30         // s1(w41)
  srli a4, t4, 2          // s1(w41)
  or a4, a4, a5           // s1(w41)
  xor a4, a4, t4          // s1(w41)
  slli a5, a3, 15         // s1(w40)
  srli a3, a3, 17         // s1(w40)
  or a3, a3, a5           // s1(w40)
  srli a5, s8, 10         // s1(w40)
  xor a3, a3, a5          // s1(w40)
  add a3, a3, ra          // w42
  add t6, a3, s10         // w42
  slli a3, a4, 15         // s1(w41)
  srli a4, a4, 17         // s1(w41)
  or a4, a4, a3           // s1(w41)
  srli a3, t4, 10         // s1(w41)
  xor a4, a4, a3          // s1(w41)
  add a4, a4, s0          // w43
  add ra, a4, s3          // w43
  slli a4, s0, 21         // s0(w27)
  srli a3, s0, 11         // s0(w27)
  or a3, a3, a4           // s0(w27)
  xor a3, a3, s0          // s0(w27)
  slli a5, s1, 21         // s0(w28)
  srli a4, s1, 11         // s0(w28)
  or a4, a4, a5           // s0(w28)
  xor a4, a4, s1          // s0(w28)
  slli a5, a3, 25         // s0(w27)
  srli a3, a3, 7          // s0(w27)
  or a3, a3, a5           // s0(w27)
  srli s0, s0, 3          // s0(w27)
  xor a3, a3, s0          // s0(w27)
  add t6, t6, a3          // w42
  slli s0, a4, 25         // s0(w28)
  srli a4, a4, 7          // s0(w28)
  or a4, a4, s0           // s0(w28)
  srli s0, s1, 3          // s0(w28)
  xor a4, a4, s0          // s0(w28)
  add ra, ra, a4          // w43

  // rounds 42, 43
  lw s0, 108(sp)
  add s0, s7, s0          // t42
  add s0, s0, t6          // t42
  xor a3, s6, t3          // ch
  and a3, a3, s2          // ch
  xor a3, a3, t3          // ch
  add s7, s0, a3          // t42
  slli a3, s2, 7          // S1(e42)
  srli s0, s2, 25         // S1(e42)
  or s0, s0, a3           // S1(e42)
  slli a4, t1, 23         // S0(a42)
  srli a3, t1, 9          // S0(a42)
  or a3, a3, a4           // S0(a42)
  xor a3, a3, t1          // S0(a42)
  slli a4, a3, 21         // S0(a42)
  srli a3, a3, 11         // S0(a42)
  or a3, a3, a4           // S0(a42)
  xor a3, a3, t1          // S0(a42)
  slli a5, s2, 21         // S1(e42)
  srli a4, s2, 11         // S1(e42)
  or a4, a4, a5           // S1(e42)
  xor s0, s0, a4          // S1(e42)
  slli a4, a3, 30         // S0(a42)
  srli a3, a3, 2          // S0(a42)
  or a3, a3, a4           // S0(a42)
  slli a5, s2, 26         // S1(e42)
  srli a4, s2, 6          // S1(e42)
  or a4, a4, a5           // S1(e42)
  xor s0, s0, a4          // S1(e42)
  add s0, s7, s0          // t42
  add s4, s4, s0          // e43
  xor s7, t1, s5          // ab
  and a4, a6, s7          // maj
  xor a4, a4, s5          // maj
  add s0, s0, a3          // a43
  add a6, s0, a4          // a43
  lw s0, 112(sp)
  add s0, t3, s0          // t43
  add s0, s0, ra          // t43
  xor a3, s2, s6          // ch
  and a3, a3, s4          // ch
  xor a3, a3, s6          // ch
  add t3, s0, a3          // t43
  slli a3, s4, 26         // S1(e43)
  srli s0, s4, 6          // S1(e43)
  or s0, s0, a3           // S1(e43)
  slli a4, s4, 7          // S1(e43)
  srli a3, s4, 25         // S1(e43)
  or a3, a3, a4           // S1(e43)
  xor s0, s0, a3          // S1(e43)
  slli a4, a6, 23         // S0(a43)
  srli a3, a6, 9          // S0(a43)
  or a3, a3, a4           // S0(a43)
  xor a3, a3, a6          // S0(a43)
  slli a4, a3, 21         // S0(a43)
  srli a3, a3, 11         // S0(a43)
  or a3, a3, a4           // S0(a43)
  xor a3, a3, a6          // S0(a43)
  slli a5, s4, 21         // S1(e43)
  srli a4, s4, 11         // S1(e43)
  or a4, a4, a5           // S1(e43)
  xor s0, s0, a4          // S1(e43)
  add s0, t3, s0          // t43
  slli a4, a3, 30         // S0(a43)
  srli a3, a3, 2          // S0(a43)
  or a3, a3, a4           // S0(a43)
  add t2, t2, s0          // e44
  xor t3, a6, t1          // ab
  and a4, s7, t3          // maj
  xor a4, a4, t1          // maj
  add s0, s0, a3          // a44
  add s7, s0, a4          // a44

  // words 44, 45
  slli a3, t6, 30         // s1(w42)
  srli s0, t6, 2          // s1(w42)
  or s0, s0, a3           // s1(w42)
  xor s0, s0, t6          // s1(w42)
  slli a4, ra, 30         // s1(w43)
  srli a3, ra, 2          // s1(w43)
  or a3, a3, a4           // s1(w43)
  xor a3, a3, ra          // s1(w43)
  slli a4, s0, 15         // s1(w42)
  srli s0, s0, 17         // s1(w42)
  or s0, s0, a4           // s1(w42)
  srli a4, t6, 10         // s1(w42)
  xor s0, s0, a4          // s1(w42)
  add s0, s0, s1          // w44
  add s0, s0, t5          // w44
  slli s1, a3, 15         // s1(w43)
  srli a3, a3, 17         // s1(w43)
  or a3, a3, s1           // s1(w43)
  srli s1, ra, 10         // s1(w43)
  xor a3, a3, s1          // s1(w43)
  add a3, a3, a0          // w45
  add s1, a3, t0          // w45
  slli a4, a0, 21         // s0(w29)
  srli a3, a0, 11         // s0(w29)
  or a3, a3, a4           // s0(w29)
  xor a3, a3, a0          // s0(w29)
  slli a5, a1, 21         // s0(w30)
  srli a4, a1, 11         // s0(w30)
  or a4, a4, a5           // s0(w30)
  xor a4, a4, a1          // s0(w30)
  slli a5, a3, 25         // s0(w29)
  srli a3, a3, 7          // s0(w29)
  or a3, a3, a5           // s0(w29)
  srli a0, a0, 3          // s0(w29)
  xor a3, a3, a0          // s0(w29)
  add s0, s0, a3          // w44
  slli a0, a4, 25         // s0(w30)
  srli a4, a4, 7          // s0(w30)
  or a4, a4, a0           // s0(w30)
  srli a0, a1, 3          // s0(w30)
  xor a4, a4, a0          // s0(w30)
  add s1, s1, a4          // w45

  // rounds 44, 45
  lw a0, 116(sp)
  add a0, s6, a0          // t44
  add a0, a0, s0          // t44
  xor a3, s4, s2          // ch
  and a3, a3, t2          // ch
  xor a3, a3, s2          // ch
  add s6, a0, a3          // t44
  slli a3, t2, 7          // S1(e44)
  srli a0, t2, 25         // S1(e44)
  or a0, a0, a3           // S1(e44)
  slli a4, s7, 23         // S0(a44)
  srli a3, s7, 9          // S0(a44)
  or a3, a3, a4           // S0(a44)
  xor a3, a3, s7          // S0(a44)
  slli a4, a3, 21         // S0(a44)
  srli a3, a3, 11         // S0(a44)
  or a3, a3, a4           // S0(a44)
  xor a3, a3, s7          // S0(a44)
  slli a5, t2, 21         // S1(e44)
  srli a4, t2, 11         // S1(e44)
  or a4, a4, a5           // S1(e44)
  xor a0, a0, a4          // S1(e44)
  slli a4, a3, 30         // S0(a44)
  srli a3, a3, 2          // S0(a44)
  or a3, a3, a4           // S0(a44)
  slli a5, t2, 26         // S1(e44)
  srli a4, t2, 6          // S1(e44)
  or a4, a4, a5           // S1(e44)
  xor a0, a0, a4          // S1(e44)
  add a0, s6, a0          // t44
  add s5, s5, a0          // e45
  xor s6, s7, a6          // ab
  and a4, t3, s6          // maj
  xor a4, a4, a6          // maj
  add a0, a0, a3          // a45
  add t3, a0, a4          // a45
  lw a0, 120(sp)
  add a0, s2, a0          // t45
  add a0, a0, s1          // t45
  xor a3, t2, s4          // ch
  and a3, a3, s5          // ch
  xor a3, a3, s4          // ch
  add s2, a0, a3          // t45
  slli a3, s5, 26         // S1(e45)
  srli a0, s5, 6          // S1(e45)
  or a0, a0, a3           // S1(e45)
  slli a4, s5, 7          // S1(e45)
  srli a3, s5, 25         // S1(e45)
  or a3, a3, a4           // S1(e45)
  xor a0, a0, a3          // S1(e45)
  slli a4, t3, 23         // S0(a45)
  srli a3, t3, 9          // S0(a45)
  or a3, a3, a4           // S0(a45)
  xor a3, a3, t3          // S0(a45)
  slli a4, a3, 21         // S0(a45)
  srli a3, a3, 11         // S0(a45)
  or a3, a3, a4           // S0(a45)
  xor a3, a3, t3          // S0(a45)
  slli a5, s5, 21         // S1(e45)
  srli a4, s5, 11         // S1(e45)
  or a4, a4, a5           // S1(e45)
  xor a0, a0, a4          // S1(e45)
  add a0, s2, a0          // t45
  slli a4, a3, 30         // S0(a45)
  srli a3, a3, 2          // S0(a45)
  or a3, a3, a4           // S0(a45)
  add t1, t1, a0          // e46
  xor s2, t3, s7          // ab
  and a4, s6, s2          // maj
  xor a4, a4, s7          // maj
  add a0, a0, a3          // a46
  add s6, a0, a4          // a46

  // words 46, 47
  slli a3, s0, 30         // s1(w44)
  srli a0, s0, 2          // s1(w44)
  or a0, a0, a3           // s1(w44)
  xor a0, a0, s0          // s1(w44)
  slli a4, s1, 30         // s1(w45)
  srli a3, s1, 2          // s1(w45)
  or a3, a3, a4           // s1(w45)
  xor a3, a3, s1          // s1(w45)
  slli a4, a0, 15         // s1(w44)
  srli a0, a0, 17         // s1(w44)
  or a0, a0, a4           // s1(w44)
  srli a4, s0, 10         // s1(w44)
  xor a0, a0, a4          // s1(w44)
  add a0, a0, a1          // w46
  add a0, a0, s9          // w46
  slli a1, a3, 15         // s1(w45)
  srli a3, a3, 17         // s1(w45)
  or a3, a3, a1           // s1(w45)
  srli a1, s1, 10         // s1(w45)
  xor a3, a3, a1          // s1(w45)
  add a3, a3, a2          // w47
  add a1, a3, s8          // w47
  slli a4, a2, 21         // s0(w31)
  srli a3, a2, 11         // s0(w31)
  or a3, a3, a4           // s0(w31)
  xor a3, a3, a2          // s0(w31)
  lw a4, 372(sp)          // w32
  sw s8, 368(sp)          // w40
  slli s8, a4, 21         // s0(w32)
  srli a5, a4, 11         // s0(w32)
  or a5, a5, s8           // s0(w32)
  xor a5, a5, a4          // s0(w32)
  slli s8, a3, 25         // s0(w31)
  srli a3, a3, 7          // s0(w31)
  or a3, a3, s8           // s0(w31)
  srli a2, a2, 3          // s0(w31)
  xor a3, a3, a2          // s0(w31)
  add s8, a0, a3          // w46
  slli a0, a5, 25         // s0(w32)
  srli a5, a5, 7          // s0(w32)
  or a5, a5, a0           // s0(w32)
  srli a0, a4, 3          // s0(w32)
  xor a5, a5, a0          // s0(w32)
  add a0, a1, a5          // w47

  // rounds 46, 47
  lw a1, 124(sp)
  add a1, s4, a1          // t46
  add a1, a1, s8          // t46
  xor a2, s5, t2          // ch
  and a2, a2, t1          // ch
  xor a2, a2, t2          // ch
  add s4, a1, a2          // t46
  slli a2, t1, 7          // S1(e46)
  srli a1, t1, 25         // S1(e46)
  or a1, a1, a2           // S1(e46)
  slli a3, s6, 23         // S0(a46)
  srli a2, s6, 9          // S0(a46)
  or a2, a2, a3           // S0(a46)
  xor a2, a2, s6          // S0(a46)
  slli a3, a2, 21         // S0(a46)
  srli a2, a2, 11         // S0(a46)
  or a2, a2, a3           // S0(a46)
  xor a2, a2, s6          // S0(a46)
  slli a5, t1, 21         // S1(e46)
  srli a3, t1, 11         // S1(e46)
  or a3, a3, a5           // S1(e46)
  xor a1, a1, a3          // S1(e46)
  slli a3, a2, 30         // S0(a46)
  srli a2, a2, 2          // S0(a46)
  or a2, a2, a3           // S0(a46)
  slli a5, t1, 26         // S1(e46)
  srli a3, t1, 6          // S1(e46)
  or a3, a3, a5           // S1(e46)
  xor a1, a1, a3          // S1(e46)
  add a1, s4, a1          // t46
  add a6, a6, a1          // e47
  xor s4, s6, t3          // ab
  and a3, s2, s4          // maj
  xor a3, a3, t3          // maj
  add a1, a1, a2          // a47
  add s2, a1, a3          // a47
  lw a1, 128(sp)
  add a1, t2, a1          // t47
  add a1, a1, a0          // t47
  xor a2, t1, s5          // ch
  and a2, a2, a6          // ch
  xor a2, a2, s5          // ch
  add t2, a1, a2          // t47
  slli a2, a6, 26         // S1(e47)
  srli a1, a6, 6          // S1(e47)
  or a1, a1, a2           // S1(e47)
  slli a3, a6, 7          // S1(e47)
  srli a2, a6, 25         // S1(e47)
  or a2, a2, a3           // S1(e47)
  xor a1, a1, a2          // S1(e47)
  slli a3, s2, 23         // S0(a47)
  srli a2, s2, 9          // S0(a47)
  or a2, a2, a3           // S0(a47)
  xor a2, a2, s2          // S0(a47)
  slli a3, a2, 21         // S0(a47)
  srli a2, a2, 11         // S0(a47)
  or a2, a2, a3           // S0(a47)
  xor a2, a2, s2          // S0(a47)
  slli a5, a6, 21         // S1(e47)
  srli a3, a6, 11         // S1(e47)
  or a3, a3, a5           // S1(e47)
  xor a1, a1, a3          // S1(e47)
  add a1, t2, a1          // t47
  slli a3, a2, 30         // S0(a47)
  srli a2, a2, 2          // S0(a47)
  or a2, a2, a3           // S0(a47)
  add s7, s7, a1          // e48
  xor t2, s2, s6          // ab
  and a3, s4, t2          // maj
  xor a3, a3, s6          // maj
  add a1, a1, a2          // a48
  add s4, a1, a3          // a48

  // words 48, 49
  slli a2, s8, 30         // s1(w46)
  srli a1, s8, 2          // s1(w46)
  or a1, a1, a2           // s1(w46)
  xor a1, a1, s8          // s1(w46)
  slli a3, a0, 30         // s1(w47)
  srli a2, a0, 2          // s1(w47)
  or a2, a2, a3           // s1(w47)
  xor a2, a2, a0          // s1(w47)
  slli a3, a1, 15         // s1(w46)
  srli a1, a1, 17         // s1(w46)
  or a1, a1, a3           // s1(w46)
  srli a3, s8, 10         // s1(w46)
  xor a1, a1, a3          // s1(w46)
  add a1, a1, a4          // w48
  add a1, a1, t4          // w48
  slli a3, a2, 15         // s1(w47)
  srli a2, a2, 17         // s1(w47)
  or a2, a2, a3           // s1(w47)
  srli a3, a0, 10         // s1(w47)
  xor a2, a2, a3          // s1(w47)
  add a2, a2, s11         // w49
  add a2, a2, t6          // w49
  slli a4, s11, 21        // s0(w33)
  srli a3, s11, 11        // s0(w33)
  or a3, a3, a4           // s0(w33)
  xor a3, a3, s11         // s0(w33)
  slli a5, a7, 21         // s0(w34)
  srli a4, a7, 11         // s0(w34)
  or a4, a4, a5           // s0(w34)
  xor a4, a4, a7          // s0(w34)
  slli a5, a3, 25         // s0(w33)
  srli a3, a3, 7          // s0(w33)
  or a3, a3, a5           // s0(w33)
  srli a5, s11, 3         // s0(w33)
  xor a3, a3, a5          // s0(w33)
  add s11, a1, a3         // w48
  slli a1, a4, 25         // s0(w34)
  srli a4, a4, 7          // s0(w34)
  or a4, a4, a1           // s0(w34)
  srli a1, a7, 3          // s0(w34)
  xor a4, a4, a1          // s0(w34)
  add a1, a2, a4          // w49

  // rounds 48, 49
  lw a2, 132(sp)
  add a2, s5, a2          // t48
  add a2, a2, s11         // t48
  xor a3, a6, t1          // ch
  and a3, a3, s7          // ch
  xor a3, a3, t1          // ch
  add s5, a2, a3          // t48
  slli a3, s7, 7          // S1(e48)
  srli a2, s7, 25         // S1(e48)
  or a2, a2, a3           // S1(e48)
  slli a4, s4, 23         // S0(a48)
  srli a3, s4, 9          // S0(a48)
  or a3, a3, a4           // S0(a48)
  xor a3, a3, s4          // S0(a48)
  slli a4, a3, 21         // S0(a48)
  srli a3, a3, 11         // S0(a48)
  or a3, a3, a4           // S0(a48)
  xor a3, a3, s4          // S0(a48)
  slli a5, s7, 21         // S1(e48)
  srli a4, s7, 11         // S1(e48)
  or a4, a4, a5           // S1(e48)
  xor a2, a2, a4          // S1(e48)
  slli a4, a3, 30         // S0(a48)
  srli a3, a3, 2          // S0(a48)
  or a3, a3, a4           // S0(a48)
  slli a5, s7, 26         // S1(e48)
  srli a4, s7, 6          // S1(e48)
  or a4, a4, a5           // S1(e48)
  xor a2, a2, a4          // S1(e48)
  add a2, s5, a2          // t48
  add t3, t3, a2          // e49
  xor s5, s4, s2          // ab
  and a4, t2, s5          // maj
  xor a4, a4, s2          // maj
  add a2, a2, a3          // a49
  add t2, a2, a4          // a49
  lw a2, 136(sp)
  add a2, t1, a2          // t49
  add a2, a2, a1          // t49
  xor a3, s7, a6          // ch
  and a3, a3, t3          // ch
  xor a3, a3, a6          // ch
  add t1, a2, a3          // t49
  slli a3, t3, 26         // S1(e49)
  srli a2, t3, 6          // S1(e49)
  or a2, a2, a3           // S1(e49)
  slli a4, t3, 7          // S1(e49)
  srli a3, t3, 25         // S1(e49)
  or a3, a3, a4           // S1(e49)
  xor a2, a2, a3          // S1(e49)
  slli a4, t2, 23         // S0(a49)
  srli a3, t2, 9          // S0(a49)
  or a3, a3, a4           // S0(a49)
  xor a3, a3, t2          // S0(a49)
  slli a4, a3, 21         // S0(a49)
  srli a3, a3, 11         // S0(a49)
  or a3, a3, a4           // S0(a49)
  xor a3, a3, t2          // S0(a49)
  slli a5, t3, 21         // S1(e49)
  srli a4, t3, 11         // S1(e49)
  or a4, a4, a5           // S1(e49)
  xor a2, a2, a4          // S1(e49)
  add a2, t1, a2          // t49
  slli a4, a3, 30         // S0(a49)
  srli a3, a3, 2          // S0(a49)
  or a3, a3, a4           // S0(a49)
  add s6, s6, a2          // e50
  xor t1, t2, s4          // ab
  and a4, s5, t1          // maj
  xor a4, a4, s4          // maj
  add a2, a2, a3          // a50
  add s5, a2, a4          // a50

  // words 50, 51
  slli a3, s11, 30        // s1(w48)
  srli a2, s11, 2         // s1(w48)
  or a2, a2, a3           // s1(w48)
  xor a2, a2, s11         // s1(w48)
  slli a4, a1, 30         // s1(w49)
  srli a3, a1, 2          // s1(w49)
  or a3, a3, a4           // s1(w49)
  xor a3, a3, a1          // s1(w49)
  slli a4, a2, 15         // s1(w48)
  srli a2, a2, 17         // s1(w48)
  or a2, a2, a4           // s1(w48)
  srli a4, s11, 10        // s1(w48)
  xor a2, a2, a4          // s1(w48)
  add a2, a2, a7          // w50
  add a7, a2, ra          // w50
  slli a2, a3, 15         // s1(w49)
  srli a3, a3, 17         // s1(w49)
  or a3, a3, a2           // s1(w49)
  srli a2, a1, 10         // s1(w49)
  xor a3, a3, a2          // s1(w49)
  add a3, a3, s10         // w51
  add a2, a3, s0          // w51
  slli a4, s10, 21        // s0(w35)
  srli a3, s10, 11        // s0(w35)
  or a3, a3, a4           // s0(w35)
  xor a3, a3, s10         // s0(w35)
  slli a5, s3, 21         // s0(w36)
  srli a4, s3, 11         // s0(w36)
  or a4, a4, a5           // s0(w36)
  xor a4, a4, s3          // s0(w36)
  slli a5, a3, 25         // s0(w35)
  srli a3, a3, 7          // s0(w35)
  or a3, a3, a5           // s0(w35)
  srli a5, s10, 3         // s0(w35)
  xor a3, a3, a5          // s0(w35)
  add a7, a7, a3          // w50
  slli a3, a4, 25         // s0(w36)
  srli a4, a4, 7          // s0(w36)
  or a4, a4, a3           // s0(w36)
  srli a3, s3, 3          // s0(w36)
  xor a4, a4, a3          // s0(w36)
  add s10, a2, a4         // w51

  // rounds 50, 51
  lw a2, 140(sp)
  add a2, a6, a2          // t50
  add a2, a2, a7          // t50
  xor a3, t3, s7          // ch
  and a3, a3, s6          // ch
  xor a3, a3, s7          // ch
  add a6, a2, a3          // t50
  slli a3, s6, 7          // S1(e50)
  srli a2, s6, 25         // S1(e50)
  or a2, a2, a3           // S1(e50)
  slli a4, s5, 23         // S0(a50)
  srli a3, s5, 9          // S0(a50)
  or a3, a3, a4           // S0(a50)
  xor a3, a3, s5          // S0(a50)
  slli a4, a3, 21         // S0(a50)
  srli a3, a3, 11         // S0(a50)
  or a3, a3, a4           // S0(a50)
  xor a3, a3, s5          // S0(a50)
  slli a5, s6, 21         // S1(e50)
  srli a4, s6, 11         // S1(e50)
  or a4, a4, a5           // S1(e50)
  xor a2, a2, a4          // S1(e50)
  slli a4, a3, 30         // S0(a50)
  srli a3, a3, 2          // S0(a50)
  or a3, a3, a4           // S0(a50)
  slli a5, s6, 26         // S1(e50)
  srli a4, s6, 6          // S1(e50)
  or a4, a4, a5           // S1(e50)
  xor a2, a2, a4          // S1(e50)
  add a2, a6, a2          // t50
  add s2, s2, a2          // e51
  xor a6, s5, t2          // ab
  and a4, t1, a6          // maj
  xor a4, a4, t2          // maj
  add a2, a2, a3          // a51
  add t1, a2, a4          // a51
  lw a2, 144(sp)
  add a2, s7, a2          // t51
  add a2, a2, s10         // t51
  xor a3, s6, t3          // ch
  and a3, a3, s2          // ch
  xor a3, a3, t3          // ch
  add s7, a2, a3          // t51
  slli a3, s2, 26         // S1(e51)
  srli a2, s2, 6          // S1(e51)
  or a2, a2, a3           // S1(e51)
  slli a4, s2, 7          // S1(e51)
  srli a3, s2, 25         // S1(e51)
  or a3, a3, a4           // S1(e51)
  xor a2, a2, a3          // S1(e51)
  slli a4, t1, 23         // S0(a51)
  srli a3, t1, 9          // S0(a51)
  or a3, a3, a4           // S0(a51)
  xor a3, a3, t1          // S0(a51)
  slli a4, a3, 21         // S0(a51)
  srli a3, a3, 11         // S0(a51)
  or a3, a3, a4           // S0(a51)
  xor a3, a3, t1          // S0(a51)
  slli a5, s2, 21         // S1(e51)
  srli a4, s2, 11         // S1(e51)
  or a4, a4, a5           // S1(e51)
  xor a2, a2, a4          // S1(e51)
  add a2, s7, a2          // t51
  slli a4, a3, 30         // S0(a51)
  srli a3, a3, 2          // S0(a51)
  or a3, a3, a4           // S0(a51)
  add s4, s4, a2          // e52
  xor s7, t1, s5          // ab
  and a4, a6, s7          // maj
  xor a4, a4, s5          // maj
  add a2, a2, a3          // a52
  add a6, a2, a4          // a52

  // words 52, 53
  slli a3, a7, 30         // s1(w50)
  srli a2, a7, 2          // s1(w50)
  or a2, a2, a3           // s1(w50)
  xor a2, a2, a7          // s1(w50)
  slli a4, s10, 30        // s1(w51)
  srli a3, s10, 2         // s1(w51)
  or a3, a3, a4           // s1(w51)
  xor a3, a3, s10         // s1(w51)
  slli a4, a2, 15         // s1(w50)
  srli a2, a2, 17         // s1(w50)
  or a2, a2, a4           // s1(w50)
  srli a4, a7, 10         // s1(w50)
  xor a2, a2, a4          // s1(w50)
  add a2, a2, s3          // w52
  add s3, a2, s1          // w52
  slli a2, a3, 15         // s1(w51)
  srli a3, a3, 17         // s1(w51)
  or a3, a3, a2           // s1(w51)
  srli a2, s10, 10        // s1(w51)
  xor a3, a3, a2          // s1(w51)
  add a3, a3, t5          // w53
  add s8, a3, s8          // w53
  slli a3, t5, 21         // s0(w37)
  srli a2, t5, 11         // s0(w37)
  or a2, a2, a3           // s0(w37)
  xor a2, a2, t5          // s0(w37)
  slli a4, t0, 21         // s0(w38)
  srli a3, t0, 11         // s0(w38)
  or a3, a3, a4           // s0(w38)
  xor a3, a3, t0          // s0(w38)
  slli a4, a2, 25         // s0(w37)
  srli a2, a2, 7          // s0(w37)
  or a2, a2, a4           // s0(w37)
  srli a4, t5, 3          // s0(w37)
  xor a2, a2, a4          // s0(w37)
  add s3, s3, a2          // w52
  slli a2, a3, 25         // s0(w38)
  srli a3, a3, 7          // s0(w38)
  or a3, a3, a2           // s0(w38)
  srli a2, t0, 3          // s0(w38)
  xor a3, a3, a2          // s0(w38)
  add s8, s8, a3          // w53

  // rounds 52, 53
  lw a2, 148(sp)
  add a2, t3, a2          // t52
  add a2, a2, s3          // t52
  xor a3, s2, s6          // ch
  and a3, a3, s4          // ch
  xor a3, a3, s6          // ch
  add t3, a2, a3          // t52
  slli a3, s4, 7          // S1(e52)
  srli a2, s4, 25         // S1(e52)
  or a2, a2, a3           // S1(e52)
  slli a4, a6, 23         // S0(a52)
  srli a3, a6, 9          // S0(a52)
  or a3, a3, a4           // S0(a52)
  xor a3, a3, a6          // S0(a52)
  slli a4, a3, 21         // S0(a52)
  srli a3, a3, 11         // S0(a52)
  or a3, a3, a4           // S0(a52)
  xor a3, a3, a6          // S0(a52)
  slli a5, s4, 21         // S1(e52)
  srli a4, s4, 11         // S1(e52)
  or a4, a4, a5           // S1(e52)
  xor a2, a2, a4          // S1(e52)
  slli a4, a3, 30         // S0(a52)
  srli a3, a3, 2          // S0(a52)
  or a3, a3, a4           // S0(a52)
  slli a5, s4, 26         // S1(e52)
  srli a4, s4, 6          // S1(e52)
  or a4, a4, a5           // S1(e52)
  xor a2, a2, a4          // S1(e52)
  add a2, t3, a2          // t52
  add t2, t2, a2          // e53
  xor t3, a6, t1          // ab
  and a4, s7, t3          // maj
  xor a4, a4, t1          // maj
  add a2, a2, a3          // a53
  add s7, a2, a4          // a53
  lw a2, 152(sp)
  add a2, s6, a2          // t53
  add a2, a2, s8          // t53
  xor a3, s4, s2          // ch
  and a3, a3, t2          // ch
  xor a3, a3, s2          // ch
  add s6, a2, a3          // t53
  slli a3, t2, 26         // S1(e53)
  srli a2, t2, 6          // S1(e53)
  or a2, a2, a3           // S1(e53)
  slli a4, t2, 7          // S1(e53)
  srli a3, t2, 25         // S1(e53)
  or a3, a3, a4           // S1(e53)
  xor a2, a2, a3          // S1(e53)
  slli a4, s7, 23         // S0(a53)
  srli a3, s7, 9          // S0(a53)
  or a3, a3, a4           // S0(a53)
  xor a3, a3, s7          // S0(a53)
  slli a4, a3, 21         // S0(a53)
  srli a3, a3, 11         // S0(a53)
  or a3, a3, a4           // S0(a53)
  xor a3, a3, s7          // S0(a53)
  slli a5, t2, 21         // S1(e53)
  srli a4, t2, 11         // S1(e53)
  or a4, a4, a5           // S1(e53)
  xor a2, a2, a4          // S1(e53)
  add a2, s6, a2          // t53
  slli a4, a3, 30         // S0(a53)
  srli a3, a3, 2          // S0(a53)
  or a3, a3, a4           // S0(a53)
  add s5, s5, a2          // e54
  xor s6, s7, a6          // ab
  and a4, t3, s6          // maj
  xor a4, a4, a6          // maj
  add a2, a2, a3          // a54
  add t3, a2, a4          // a54

  // words 54, 55
  slli a3, s3, 30         // s1(w52)
  srli a2, s3, 2          // s1(w52)
  or a2, a2, a3           // s1(w52)
  xor a2, a2, s3          // s1(w52)
  slli a4, s8, 30         // s1(w53)
  srli a3, s8, 2          // s1(w53)
  or a3, a3, a4           // s1(w53)
  xor a3, a3, s8          // s1(w53)
  slli a4, a2, 15         // s1(w52)
  srli a2, a2, 17         // s1(w52)
  or a2, a2, a4           // s1(w52)
  srli a4, s3, 10         // s1(w52)
  xor a2, a2, a4          // s1(w52)
  add a2, a2, t0          // w54
  add t0, a2, a0          // w54
  slli a0, a3, 15         // s1(w53)
  srli a3, a3, 17         // s1(w53)
  or a3, a3, a0           // s1(w53)
  srli a0, s8, 10         // s1(w53)
  xor a3, a3, a0          // s1(w53)
  add a3, a3, s9          // w55
  add s11, a3, s11        // w55
  slli a2, s9, 21         // s0(w39)
  srli a0, s9, 11         // s0(w39)
  or a0, a0, a2           // s0(w39)
  xor a0, a0, s9          // s0(w39)
  lw a2, 368(sp)          // w40
  slli a4, a2, 21         // s0(w40)
  srli a3, a2, 11         // s0(w40)
  or a3, a3, a4           // s0(w40)
  xor a3, a3, a2          // s0(w40)
  slli a4, a0, 25         // s0(w39)
  srli a0, a0, 7          // s0(w39)
  or a0, a0, a4           // s0(w39)
  srli a4, s9, 3          // s0(w39)
  xor a0, a0, a4          // s0(w39)
  add t0, t0, a0          // w54
  slli a0, a3, 25         // s0(w40)
  srli a3, a3, 7          // s0(w40)
  or a3, a3, a0           // s0(w40)
  srli a0, a2, 3          // s0(w40)
  xor a3, a3, a0          // s0(w40)
  add s11, s11, a3        // w55

  // rounds 54, 55
  lw a0, 156(sp)
  add a0, s2, a0          // t54
  add a0, a0, t0          // t54
  xor a3, t2, s4          // ch
  and a3, a3, s5          // ch
  xor a3, a3, s4          // ch
  add s2, a0, a3          // t54
  slli a3, s5, 7          // S1(e54)
  srli a0, s5, 25         // S1(e54)
  or a0, a0, a3           // S1(e54)
  slli a4, t3, 23         // S0(a54)
  srli a3, t3, 9          // S0(a54)
  or a3, a3, a4           // S0(a54)
  xor a3, a3, t3          // S0(a54)
  slli a4, a3, 21         // S0(a54)
  srli a3, a3, 11         // S0(a54)
  or a3, a3, a4           // S0(a54)
  xor a3, a3, t3          // S0(a54)
  slli a5, s5, 21         // S1(e54)
  srli a4, s5, 11         // S1(e54)
  or a4, a4, a5           // S1(e54)
  xor a0, a0, a4          // S1(e54)
  slli a4, a3, 30         // S0(a54)
  srli a3, a3, 2          // S0(a54)
  or a3, a3, a4           // S0(a54)
  slli a5, s5, 26         // S1(e54)
  srli a4, s5, 6          // S1(e54)
  or a4, a4, a5           // S1(e54)
  xor a0, a0, a4          // S1(e54)
  add a0, s2, a0          // t54
  add t1, t1, a0          // e55
  xor s2, t3, s7          // ab
  and a4, s6, s2          // maj
  xor a4, a4, s7          // maj
  add a0, a0, a3          // a55
  add s6, a0, a4          // a55
  lw a0, 160(sp)
  add a0, s4, a0          // t55
  add a0, a0, s11         // t55
  xor a3, s5, t2          // ch
  and a3, a3, t1          // ch
  xor a3, a3, t2          // ch
  add s4, a0, a3          // t55
  slli a3, t1, 26         // S1(e55)
  srli a0, t1, 6          // S1(e55)
  or a0, a0, a3           // S1(e55)
  slli a4, t1, 7          // S1(e55)
  srli a3, t1, 25         // S1(e55)
  or a3, a3, a4           // S1(e55)
  xor a0, a0, a3          // S1(e55)
  slli a4, s6, 23         // S0(a55)
  srli a3, s6, 9          // S0(a55)
  or a3, a3, a4           // S0(a55)
  xor a3, a3, s6          // S0(a55)
  slli a4, a3, 21         // S0(a55)
  srli a3, a3, 11         // S0(a55)
  or a3, a3, a4           // S0(a55)
  xor a3, a3, s6          // S0(a55)
  slli a5, t1, 21         // S1(e55)
  srli a4, t1, 11         // S1(e55)
  or a4, a4, a5           // S1(e55)
  xor a0, a0, a4          // S1(e55)
  add a0, s4, a0          // t55
  slli a4, a3, 30         // S0(a55)
  srli a3, a3, 2          // S0(a55)
  or a3, a3, a4           // S0(a55)
  add a6, a6, a0          // e56
  xor s4, s6, t3          // ab
  and a4, s2, s4          // maj
  xor a4, a4, t3          // maj
  add a0, a0, a3          // a56
  add s2, a0, a4          // a56

  // rounds 56, 57
  slli a3, t0, 30         // s1(w54)
  srli a0, t0, 2          // s1(w54)
  or a0, a0, a3           // s1(w54)
  xor a0, a0, t0          // s1(w54)
  slli a4, s11, 30        // s1(w55)
  srli a3, s11, 2         // s1(w55)
  or a3, a3, a4           // s1(w55)
  xor a3, a3, s11         // s1(w55)
  slli a4, a0, 15         // s1(w54)
  srli a0, a0, 17         // s1(w54)
  or a0, a0, a4           // s1(w54)
  srli a4, t0, 10         // s1(w54)
  xor a0, a0, a4          // s1(w54)
  add a0, a0, a2          // w56
  add t0, a0, a1          // w56
  slli a0, a3, 15         // s1(w55)
  srli a3, a3, 17         // s1(w55)
  or a3, a3, a0           // s1(w55)
  srli a0, s11, 10        // s1(w55)
  xor a3, a3, a0          // s1(w55)
  add a3, a3, t4          // w57
  add a7, a3, a7          // w57
  slli a1, t4, 21         // s0(w41)
  srli a0, t4, 11         // s0(w41)
  or a0, a0, a1           // s0(w41)
  xor a0, a0, t4          // s0(w41)
  slli a2, t6, 21         // s0(w42)
  srli a1, t6, 11         // s0(w42)
  or a1, a1, a2           // s0(w42)
  xor a1, a1, t6          // s0(w42)
  slli a2, a0, 25         // s0(w41)
  srli a0, a0, 7          // s0(w41)
  or a0, a0, a2           // s0(w41)
  srli a2, t4, 3          // s0(w41)
  xor a0, a0, a2          // s0(w41)
  add t0, t0, a0          // w56
  slli a0, a1, 25         // s0(w42)
  srli a1, a1, 7          // s0(w42)
  or a1, a1, a0           // s0(w42)
  srli a0, t6, 3          // s0(w42)
  xor a1, a1, a0          // s0(w42)
  add a7, a7, a1          // w57
  lw a0, 164(sp)
  add a0, t2, a0          // t56
  add a0, a0, t0          // t56
  xor a1, t1, s5          // ch
  and a1, a1, a6          // ch
  xor a1, a1, s5          // ch
  add t2, a0, a1          // t56
  slli a1, a6, 7          // S1(e56)
  srli a0, a6, 25         // S1(e56)
  or a0, a0, a1           // S1(e56)
  slli a2, s2, 23         // S0(a56)
  srli a1, s2, 9          // S0(a56)
  or a1, a1, a2           // S0(a56)
  xor a1, a1, s2          // S0(a56)
  slli a2, a1, 21         // S0(a56)
  srli a1, a1, 11         // S0(a56)
  or a1, a1, a2           // S0(a56)
  xor a1, a1, s2          // S0(a56)
  slli a3, a6, 21         // S1(e56)
  srli a2, a6, 11         // S1(e56)
  or a2, a2, a3           // S1(e56)
  xor a0, a0, a2          // S1(e56)
  slli a2, a1, 30         // S0(a56)
  srli a1, a1, 2          // S0(a56)
  or a1, a1, a2           // S0(a56)
  slli a3, a6, 26         // S1(e56)
  srli a2, a6, 6          // S1(e56)
  or a2, a2, a3           // S1(e56)
  xor a0, a0, a2          // S1(e56)
  add a0, t2, a0          // t56
  add s7, s7, a0          // e57
  xor a2, s2, s6          // ab
  and a2, s4, a2          // maj
  xor a2, a2, s6          // maj
  add a0, a0, a1          // a57
  add t2, a0, a2          // a57
  lw a0, 168(sp)
  add a0, s5, a0          // t57
  add a0, a0, a7          // t57
  xor a1, a6, t1          // ch
  and a1, a1, s7          // ch
  xor a1, a1, t1          // ch
  add a0, a0, a1          // t57
  slli a2, s7, 26         // S1(e57)
  srli a1, s7, 6          // S1(e57)
  or a1, a1, a2           // S1(e57)
  slli a3, s7, 21         // S1(e57)
  srli a2, s7, 11         // S1(e57)
  or a2, a2, a3           // S1(e57)
  xor a1, a1, a2          // S1(e57)
  slli a3, s7, 7          // S1(e57)
  srli a2, s7, 25         // S1(e57)
  or a2, a2, a3           // S1(e57)
  xor a1, a1, a2          // S1(e57)
  add a0, a0, a1          // t57
  add t3, t3, a0          // e58

  // rounds 58, 59
  slli a1, t0, 30         // s1(w56)
  srli a0, t0, 2          // s1(w56)
  or a0, a0, a1           // s1(w56)
  xor a0, a0, t0          // s1(w56)
  slli a2, a7, 30         // s1(w57)
  srli a1, a7, 2          // s1(w57)
  or a1, a1, a2           // s1(w57)
  xor a1, a1, a7          // s1(w57)
  slli a2, a0, 15         // s1(w56)
  srli a0, a0, 17         // s1(w56)
  or a0, a0, a2           // s1(w56)
  srli a2, t0, 10         // s1(w56)
  xor a0, a0, a2          // s1(w56)
  add a0, a0, t6          // w58
  add t0, a0, s10         // w58
  slli a0, a1, 15         // s1(w57)
  srli a1, a1, 17         // s1(w57)
  or a1, a1, a0           // s1(w57)
  srli a0, a7, 10         // s1(w57)
  xor a1, a1, a0          // s1(w57)
  add a1, a1, ra          // w59
  add a7, a1, s3          // w59
  slli a1, ra, 21         // s0(w43)
  srli a0, ra, 11         // s0(w43)
  or a0, a0, a1           // s0(w43)
  xor a0, a0, ra          // s0(w43)
  slli a2, s0, 21         // s0(w44)
  srli a1, s0, 11         // s0(w44)
  or a1, a1, a2           // s0(w44)
  xor a1, a1, s0          // s0(w44)
  slli a2, a0, 25         // s0(w43)
  srli a0, a0, 7          // s0(w43)
  or a0, a0, a2           // s0(w43)
  srli a2, ra, 3          // s0(w43)
  xor a0, a0, a2          // s0(w43)
  add t0, t0, a0          // w58
  slli a0, a1, 25         // s0(w44)
  srli a1, a1, 7          // s0(w44)
  or a1, a1, a0           // s0(w44)
  srli a0, s0, 3          // s0(w44)
  xor a1, a1, a0          // s0(w44)
  add a7, a7, a1          // w59
  lw a0, 172(sp)
  add a0, t1, a0          // t58
  add a0, a0, t0          // t58
  xor a1, s7, a6          // ch
  and a1, a1, t3          // ch
  xor a1, a1, a6          // ch
  add a0, a0, a1          // t58
  slli a2, t3, 7          // S1(e58)
  srli a1, t3, 25         // S1(e58)
  or a1, a1, a2           // S1(e58)
  slli a3, t3, 21         // S1(e58)
  srli a2, t3, 11         // S1(e58)
  or a2, a2, a3           // S1(e58)
  xor a1, a1, a2          // S1(e58)
  slli a3, t3, 26         // S1(e58)
  srli a2, t3, 6          // S1(e58)
  or a2, a2, a3           // S1(e58)
  xor a1, a1, a2          // S1(e58)
  add a0, a0, a1          // t58
  add s6, s6, a0          // e59
  lw a0, 176(sp)
  add a0, a6, a0          // t59
  add a0, a0, a7          // t59
  xor a1, t3, s7          // ch
  and a1, a1, s6          // ch
  xor a1, a1, s7          // ch
  add a0, a0, a1          // t59
  slli a2, s6, 26         // S1(e59)
  srli a1, s6, 6          // S1(e59)
  or a1, a1, a2           // S1(e59)
  slli a3, s6, 21         // S1(e59)
  srli a2, s6, 11         // S1(e59)
  or a2, a2, a3           // S1(e59)
  xor a1, a1, a2          // S1(e59)
  slli a3, s6, 7          // S1(e59)
  srli a2, s6, 25         // S1(e59)
  or a2, a2, a3           // S1(e59)
  xor a1, a1, a2          // S1(e59)
  add a0, a0, a1          // t59
  add s2, s2, a0          // e60

  // round 60
  slli a1, t0, 30         // s1(w58)
  srli a0, t0, 2          // s1(w58)
  or a0, a0, a1           // s1(w58)
  xor a0, a0, t0          // s1(w58)
  slli a1, a0, 15         // s1(w58)
  srli a0, a0, 17         // s1(w58)
  or a0, a0, a1           // s1(w58)
  srli a1, t0, 10         // s1(w58)
  xor a0, a0, a1          // s1(w58)
  add a0, a0, s0          // w60
  add a0, a0, s8          // w60
  slli a1, s1, 21         // s0(w45)
  srli s0, s1, 11         // s0(w45)
  or s0, s0, a1           // s0(w45)
  xor s0, s0, s1          // s0(w45)
  slli a1, s0, 25         // s0(w45)
  srli s0, s0, 7          // s0(w45)
  or s0, s0, a1           // s0(w45)
  srli s1, s1, 3          // s0(w45)
  xor s0, s0, s1          // s0(w45)
  add a0, a0, s0          // w60
  lw s0, 180(sp)
  add s0, s7, s0          // t60
  add s0, s0, a0          // t60
  xor s1, s6, t3          // ch
  and s1, s1, s2          // ch
  xor s1, s1, t3          // ch
  add s0, s0, s1          // t60
  slli a0, s2, 7          // S1(e60)
  srli s1, s2, 25         // S1(e60)
  or s1, s1, a0           // S1(e60)
  slli a1, s2, 21         // S1(e60)
  srli a0, s2, 11         // S1(e60)
  or a0, a0, a1           // S1(e60)
  xor s1, s1, a0          // S1(e60)
  slli a1, s2, 26         // S1(e60)
  srli a0, s2, 6          // S1(e60)
  or a0, a0, a1           // S1(e60)
  xor s1, s1, a0          // S1(e60)
  add s0, s0, s1          // t60
  add s0, t2, s0          // e61
  lw s1, 320(sp)
  add s0, s0, s1          // H7

  // the early end: does any bit of H7 reject it?
  lw a4, 484(sp)
  and a4, a4, s0
  beqz a4, .Lfound_many
.Lrejected_many:
  lw a0, 504(sp)
  lw a1, 500(sp)
  addi a0, a0, 80
  sw a0, 504(sp)
  beq a0, a1, .Lnonce_many
  j .Lversion_many
.Lnonce_many:
  lw a3, 508(sp)
  lw a0, 488(sp)
  bnez a3, .Lhit_many
  lw a1, 492(sp)
  lui a2, 0x1000          // the next nonce
  add a0, a0, a2
  sw a0, 488(sp)
  beq a0, a1, .Lend_many
  j .Lnext_many
.Lend_many:
  li a0, 0
  j .Lleave_many
.Lhit_many:
  lw a1, 624(sp)
  sw a0, 40(a1)
  mv a0, a3
  j .Lleave_many
  // The bit of this version: its place in the list.
.Lfound_many:
  lw a0, 504(sp)
  lw a1, 496(sp)
  lw a2, 508(sp)
  li a3, 1
.Lbit_many:
  beq a0, a1, .Lset_many
  addi a1, a1, 80
  slli a3, a3, 1
  j .Lbit_many
.Lset_many:
  or a2, a2, a3
  sw a2, 508(sp)
  j .Lrejected_many
.Lleave_many:
  lw ra, 572(sp)
  lw s0, 576(sp)
  lw s1, 580(sp)
  lw s2, 584(sp)
  lw s3, 588(sp)
  lw s4, 592(sp)
  lw s5, 596(sp)
  lw s6, 600(sp)
  lw s7, 604(sp)
  lw s8, 608(sp)
  lw s9, 612(sp)
  lw s10, 616(sp)
  lw s11, 620(sp)
  addi sp, sp, 816
  ret
  .size mite_assembly_scan_many, . - mite_assembly_scan_many
