// Made by firmware/search/generator; not to be edited. backend_assembly.c has the contract.
//
// Xtensa with code density, src and ssai; no loops, no multiplication: ESP8266 (call0), ESP32, ESP32-S2, ESP32-S3
// (windowed). a1 is the stack pointer throughout and the frame is the function's own, so interrupts and window
// overflows may come at any time; a0 and a2..a15 hold values. No heap, no static data but literals.

#if defined(__XTENSA_WINDOWED_ABI__)
  .macro MITE_ENTER size
#if defined(MITE_XTENSA_BYTES)
  // entry a1, size, for an assembler that does not know it
  .byte 0x36, 0x01 | (((\size / 8) & 0xf) << 4), (\size / 8) >> 4
#else
  entry a1, \size
#endif
  .endm
  .macro MITE_LEAVE size
#if defined(MITE_XTENSA_BYTES)
  .byte 0x1d, 0xf0
#else
  retw.n
#endif
  .endm
#else
  .macro MITE_ENTER size
  addmi a1, a1, -\size
  .endm
  .macro MITE_LEAVE size
  addmi a1, a1, \size
  ret
  .endm
#endif

// Instruction RAM on the chips: no waiting for flash.
#if defined(ESP_PLATFORM)
#define MITE_SECTION(name) .section .iram1.name, "ax"
#else
#define MITE_SECTION(name) .section .text.name, "ax"
#endif

  MITE_SECTION(mite_assembly_scan_one)
  .align 4
.Lkab1c5ed5_one: .word 0xab1c5ed5
.Lkd807aa98_one: .word 0xd807aa98
.Lk12835b01_one: .word 0x12835b01
.Lk243185be_one: .word 0x243185be
.Lk550c7dc3_one: .word 0x550c7dc3
.Lk72be5d74_one: .word 0x72be5d74
.Lk80deb1fe_one: .word 0x80deb1fe
.Lk9bdc06a7_one: .word 0x9bdc06a7
.Lkc19bf3f4_one: .word 0xc19bf3f4
.Lk0fc19dc6_one: .word 0x0fc19dc6
.Lk240ca1cc_one: .word 0x240ca1cc
.Lk80000000_one: .word 0x80000000
.Lk2de92c6f_one: .word 0x2de92c6f
.Lk4a7484aa_one: .word 0x4a7484aa
.Lk00000280_one: .word 0x00000280
.Lk5cb0a9dc_one: .word 0x5cb0a9dc
.Lk76f988da_one: .word 0x76f988da
.Lk983e5152_one: .word 0x983e5152
.Lka831c66d_one: .word 0xa831c66d
.Lkb00327c8_one: .word 0xb00327c8
.Lkbf597fc7_one: .word 0xbf597fc7
.Lkc6e00bf3_one: .word 0xc6e00bf3
.Lkd5a79147_one: .word 0xd5a79147
.Lk00a00055_one: .word 0x00a00055
.Lk06ca6351_one: .word 0x06ca6351
.Lk14292967_one: .word 0x14292967
.Lk27b70a85_one: .word 0x27b70a85
.Lk2e1b2138_one: .word 0x2e1b2138
.Lk4d2c6dfc_one: .word 0x4d2c6dfc
.Lk53380d13_one: .word 0x53380d13
.Lk650a7354_one: .word 0x650a7354
.Lk766a0abb_one: .word 0x766a0abb
.Lk81c2c92e_one: .word 0x81c2c92e
.Lk92722c85_one: .word 0x92722c85
.Lka2bfe8a1_one: .word 0xa2bfe8a1
.Lka81a664b_one: .word 0xa81a664b
.Lkc24b8b70_one: .word 0xc24b8b70
.Lkc76c51a3_one: .word 0xc76c51a3
.Lkd192e819_one: .word 0xd192e819
.Lkd6990624_one: .word 0xd6990624
.Lkf40e3585_one: .word 0xf40e3585
.Lk106aa070_one: .word 0x106aa070
.Lk19a4c116_one: .word 0x19a4c116
.Lk1e376c08_one: .word 0x1e376c08
.Lk2748774c_one: .word 0x2748774c
.Lk34b0bcb5_one: .word 0x34b0bcb5
.Lk391c0cb3_one: .word 0x391c0cb3
.Lk4ed8aa4a_one: .word 0x4ed8aa4a
.Lk5b9cca4f_one: .word 0x5b9cca4f
.Lk682e6ff3_one: .word 0x682e6ff3
.Lk748f82ee_one: .word 0x748f82ee
.Lk78a5636f_one: .word 0x78a5636f
.Lk84c87814_one: .word 0x84c87814
.Lk8cc70208_one: .word 0x8cc70208
.Lk90befffa_one: .word 0x90befffa
.Lka4506ceb_one: .word 0xa4506ceb
.Lkbef9a3f7_one: .word 0xbef9a3f7
.Lkc67178f2_one: .word 0xc67178f2
.Lkfc08884d_one: .word 0xfc08884d
.Lk98c7e2a2_one: .word 0x98c7e2a2
.Lkca0b3af3_one: .word 0xca0b3af3
.Lk9b05688c_one: .word 0x9b05688c
.Lk90bb1e3c_one: .word 0x90bb1e3c
.Lk3c6ef372_one: .word 0x3c6ef372
.Lk6a09e667_one: .word 0x6a09e667
.Lkd16e48e2_one: .word 0xd16e48e2
.Lk510e527f_one: .word 0x510e527f
.Lk50c6645b_one: .word 0x50c6645b
.Lkbb67ae85_one: .word 0xbb67ae85
.Lk3ac42e24_one: .word 0x3ac42e24
.Lk3956c25b_one: .word 0x3956c25b
.Lk59f111f1_one: .word 0x59f111f1
.Lk923f82a4_one: .word 0x923f82a4
.Lk5807aa98_one: .word 0x5807aa98
.Lkc19bf274_one: .word 0xc19bf274
.Lke49b69c1_one: .word 0xe49b69c1
.Lk00a00000_one: .word 0x00a00000
.Lkefbe4786_one: .word 0xefbe4786
.Lk11002000_one: .word 0x11002000
.Lk00400022_one: .word 0x00400022
.Lkec9fcd13_one: .word 0xec9fcd13
.Lk01000000_one: .word 0x01000000
  .global mite_assembly_scan_one
  .type mite_assembly_scan_one, @function
  .align 4
mite_assembly_scan_one:
  MITE_ENTER 512
  s32i a0, a1, 220
  s32i a12, a1, 224
  s32i a13, a1, 228
  s32i a14, a1, 232
  s32i a15, a1, 236
  s32i a2, a1, 240
  l32i a3, a2, 0
  s32i a3, a1, 96
  l32i a3, a2, 4
  s32i a3, a1, 100
  l32i a3, a2, 8
  s32i a3, a1, 104
  l32i a3, a2, 12
  s32i a3, a1, 108
  l32i a3, a2, 16
  s32i a3, a1, 112
  l32i a3, a2, 20
  s32i a3, a1, 116
  l32i a3, a2, 24
  s32i a3, a1, 120
  l32i a3, a2, 28
  s32i a3, a1, 124
  l32i a3, a2, 32
  s32i a3, a1, 128
  l32i a3, a2, 36
  s32i a3, a1, 132
  l32i a3, a2, 40
  s32i a3, a1, 136
  l32i a3, a2, 44
  s32i a3, a1, 140
  l32i a3, a2, 48
  s32i a3, a1, 144
  l32i a3, a2, 52
  s32i a3, a1, 148
  l32i a3, a2, 56
  s32i a3, a1, 152
  l32i a3, a2, 60
  s32i a3, a1, 156
  l32i a3, a2, 64
  s32i a3, a1, 160
  l32i a3, a2, 68
  s32i a3, a1, 164
  l32i a3, a2, 72
  s32i a3, a1, 168
  l32i a3, a2, 76
  s32i a3, a1, 172
  l32i a3, a2, 80
  s32i a3, a1, 176
  l32i a3, a2, 84
  s32i a3, a1, 180
  l32i a3, a2, 88
  s32i a3, a1, 184
  l32i a3, a2, 92
  s32i a3, a1, 188
  l32i a3, a2, 96
  s32i a3, a1, 192
  l32i a3, a2, 100
  s32i a3, a1, 196
  l32i a3, a2, 104
  s32i a3, a1, 200
  l32i a3, a2, 108
  s32i a3, a1, 204
  l32i a3, a2, 112
  s32i a3, a1, 208
  l32i a3, a2, 116
  s32i a3, a1, 212
  l32i a3, a2, 120
  s32i a3, a1, 216
.Lnext_one:
  l32i a2, a1, 128        // after3.0
  l32i a3, a1, 212        // w3
  l32i a4, a1, 144        // after3.4

  // round 3 ends: the nonce enters e and a
  add a2, a2, a3          // a4
  add a4, a4, a3          // e4

  // rounds 4, 5
  ssai 6
  src a5, a4, a4          // S1(e4)
  ssai 2
  src a6, a2, a2          // S0(a4)
  ssai 11
  src a7, a4, a4          // S1(e4)
  xor a5, a5, a7          // S1(e4)
  src a8, a6, a6          // S0(a4)
  xor a6, a8, a6          // S0(a4)
  ssai 25
  l32i a10, a1, 148       // after3.5
  l32i a11, a1, 152       // after3.6
  src a9, a4, a4          // S1(e4)
  xor a5, a5, a9          // S1(e4)
  xor a12, a10, a11       // fg
  and a12, a12, a4        // ch
  l32i a13, a1, 160       // kh.0
  xor a12, a12, a11       // ch
  l32i a14, a1, 140       // after3.3
  add a5, a5, a12         // t4
  add a5, a5, a13         // t4
  add a14, a5, a14        // e5
  src a15, a14, a14       // S1(e5)
  ssai 9
  l32i a0, a1, 132        // after3.1
  src a8, a8, a8          // S0(a4)
  l32i a9, a1, 136        // after3.2
  xor a6, a6, a8          // S0(a4)
  xor a7, a2, a0          // ab
  xor a11, a0, a9         // bc
  add a6, a6, a5          // a5
  and a11, a11, a7        // maj
  xor a11, a11, a0        // maj
  add a6, a6, a11         // a5
  src a12, a6, a6         // S0(a5)
  xor a12, a12, a6        // S0(a5)
  ssai 11
  src a13, a14, a14       // S1(e5)
  xor a15, a15, a13       // S1(e5)
  src a12, a12, a12       // S0(a5)
  xor a12, a12, a6        // S0(a5)

  // rounds 6, 7
  ssai 6
  src a8, a14, a14        // S1(e5)
  xor a15, a15, a8        // S1(e5)
  xor a5, a4, a10         // fg
  and a5, a5, a14         // ch
  l32i a11, a1, 164       // kh.1
  xor a5, a5, a10         // ch
  add a15, a15, a5        // t5
  add a15, a15, a11       // t5
  add a9, a15, a9         // e6
  src a13, a9, a9         // S1(e6)
  ssai 2
  src a12, a12, a12       // S0(a5)
  xor a8, a6, a2          // ab
  add a12, a12, a15       // a6
  and a7, a7, a8          // maj
  xor a7, a7, a2          // maj
  add a12, a12, a7        // a6
  src a10, a12, a12       // S0(a6)
  ssai 11
  src a5, a9, a9          // S1(e6)
  xor a13, a13, a5        // S1(e6)
  src a11, a10, a10       // S0(a6)
  xor a10, a11, a10       // S0(a6)
  ssai 25
  src a15, a9, a9         // S1(e6)
  xor a13, a13, a15       // S1(e6)
  xor a7, a14, a4         // fg
  and a7, a7, a9          // ch
  l32i a5, a1, 168        // kh.2
  xor a7, a7, a4          // ch
  add a13, a13, a7        // t6
  add a13, a13, a5        // t6
  add a0, a13, a0         // e7
  src a15, a0, a0         // S1(e7)
  ssai 9
  src a11, a11, a11       // S0(a6)
  xor a10, a10, a11       // S0(a6)
  xor a7, a12, a6         // ab
  add a10, a10, a13       // a7
  and a8, a8, a7          // maj
  xor a8, a8, a6          // maj
  add a10, a10, a8        // a7
  src a5, a10, a10        // S0(a7)
  xor a5, a5, a10         // S0(a7)
  ssai 11
  src a11, a0, a0         // S1(e7)
  xor a15, a15, a11       // S1(e7)
  src a5, a5, a5          // S0(a7)
  xor a5, a5, a10         // S0(a7)

  // rounds 8, 9
  ssai 6
  src a13, a0, a0         // S1(e7)
  xor a15, a15, a13       // S1(e7)
  xor a8, a9, a14         // fg
  and a8, a8, a0          // ch
  xor a8, a8, a14         // ch
  l32r a11, .Lkab1c5ed5_one
  add a15, a15, a8        // t7
  add a15, a15, a4        // t7
  add a15, a15, a11       // t7
  add a2, a15, a2         // e8
  src a13, a2, a2         // S1(e8)
  ssai 2
  src a5, a5, a5          // S0(a7)
  xor a8, a10, a12        // ab
  add a5, a5, a15         // a8
  and a7, a7, a8          // maj
  xor a7, a7, a12         // maj
  add a5, a5, a7          // a8
  src a4, a5, a5          // S0(a8)
  ssai 11
  src a11, a2, a2         // S1(e8)
  xor a13, a13, a11       // S1(e8)
  src a15, a4, a4         // S0(a8)
  xor a4, a15, a4         // S0(a8)
  ssai 25
  src a7, a2, a2          // S1(e8)
  xor a13, a13, a7        // S1(e8)
  xor a11, a0, a9         // fg
  and a11, a11, a2        // ch
  xor a11, a11, a9        // ch
  l32r a7, .Lkd807aa98_one
  add a13, a13, a11       // t8
  add a13, a13, a14       // t8
  add a13, a13, a7        // t8
  add a6, a13, a6         // e9
  src a11, a6, a6         // S1(e9)
  ssai 9
  src a15, a15, a15       // S0(a8)
  xor a4, a4, a15         // S0(a8)
  xor a14, a5, a10        // ab
  add a4, a4, a13         // a9
  and a8, a8, a14         // maj
  xor a8, a8, a10         // maj
  add a4, a4, a8          // a9
  src a7, a4, a4          // S0(a9)
  xor a7, a7, a4          // S0(a9)
  ssai 11
  src a15, a6, a6         // S1(e9)
  xor a11, a11, a15       // S1(e9)
  src a7, a7, a7          // S0(a9)
  xor a7, a7, a4          // S0(a9)

  // rounds 10, 11
  ssai 6
  src a13, a6, a6         // S1(e9)
  xor a11, a11, a13       // S1(e9)
  xor a8, a2, a0          // fg
  and a8, a8, a6          // ch
  xor a8, a8, a0          // ch
  l32r a15, .Lk12835b01_one
  add a11, a11, a8        // t9
  add a11, a11, a9        // t9
  add a11, a11, a15       // t9
  add a12, a11, a12       // e10
  src a13, a12, a12       // S1(e10)
  ssai 2
  src a7, a7, a7          // S0(a9)
  xor a8, a4, a5          // ab
  add a7, a7, a11         // a10
  and a14, a14, a8        // maj
  xor a14, a14, a5        // maj
  add a7, a7, a14         // a10
  src a9, a7, a7          // S0(a10)
  ssai 11
  src a15, a12, a12       // S1(e10)
  xor a13, a13, a15       // S1(e10)
  src a11, a9, a9         // S0(a10)
  xor a9, a11, a9         // S0(a10)
  ssai 25
  src a14, a12, a12       // S1(e10)
  xor a13, a13, a14       // S1(e10)
  xor a15, a6, a2         // fg
  and a15, a15, a12       // ch
  xor a15, a15, a2        // ch
  l32r a14, .Lk243185be_one
  add a13, a13, a15       // t10
  add a13, a13, a0        // t10
  add a13, a13, a14       // t10
  add a10, a13, a10       // e11
  src a15, a10, a10       // S1(e11)
  ssai 9
  src a11, a11, a11       // S0(a10)
  xor a9, a9, a11         // S0(a10)
  xor a0, a7, a4          // ab
  add a9, a9, a13         // a11
  and a8, a8, a0          // maj
  xor a8, a8, a4          // maj
  add a9, a9, a8          // a11
  src a14, a9, a9         // S0(a11)
  xor a14, a14, a9        // S0(a11)
  ssai 11
  src a11, a10, a10       // S1(e11)
  xor a15, a15, a11       // S1(e11)
  src a14, a14, a14       // S0(a11)
  xor a14, a14, a9        // S0(a11)

  // rounds 12, 13
  ssai 6
  src a13, a10, a10       // S1(e11)
  xor a15, a15, a13       // S1(e11)
  xor a8, a12, a6         // fg
  and a8, a8, a10         // ch
  xor a8, a8, a6          // ch
  l32r a11, .Lk550c7dc3_one
  add a15, a15, a8        // t11
  add a15, a15, a2        // t11
  add a15, a15, a11       // t11
  add a5, a15, a5         // e12
  src a13, a5, a5         // S1(e12)
  ssai 2
  src a14, a14, a14       // S0(a11)
  xor a8, a9, a7          // ab
  add a14, a14, a15       // a12
  and a0, a0, a8          // maj
  xor a0, a0, a7          // maj
  add a14, a14, a0        // a12
  src a2, a14, a14        // S0(a12)
  ssai 11
  src a11, a5, a5         // S1(e12)
  xor a13, a13, a11       // S1(e12)
  src a15, a2, a2         // S0(a12)
  xor a2, a15, a2         // S0(a12)
  ssai 25
  src a0, a5, a5          // S1(e12)
  xor a13, a13, a0        // S1(e12)
  xor a11, a10, a12       // fg
  and a11, a11, a5        // ch
  xor a11, a11, a12       // ch
  l32r a0, .Lk72be5d74_one
  add a13, a13, a11       // t12
  add a13, a13, a6        // t12
  add a13, a13, a0        // t12
  add a4, a13, a4         // e13
  src a11, a4, a4         // S1(e13)
  ssai 9
  src a15, a15, a15       // S0(a12)
  xor a2, a2, a15         // S0(a12)
  xor a6, a14, a9         // ab
  add a2, a2, a13         // a13
  and a8, a8, a6          // maj
  xor a8, a8, a9          // maj
  add a2, a2, a8          // a13
  src a0, a2, a2          // S0(a13)
  xor a0, a0, a2          // S0(a13)
  ssai 11
  src a15, a4, a4         // S1(e13)
  xor a11, a11, a15       // S1(e13)
  src a0, a0, a0          // S0(a13)
  xor a0, a0, a2          // S0(a13)

  // rounds 14, 15
  ssai 6
  src a13, a4, a4         // S1(e13)
  xor a11, a11, a13       // S1(e13)
  xor a8, a5, a10         // fg
  and a8, a8, a4          // ch
  xor a8, a8, a10         // ch
  l32r a15, .Lk80deb1fe_one
  add a11, a11, a8        // t13
  add a11, a11, a12       // t13
  add a11, a11, a15       // t13
  add a7, a11, a7         // e14
  src a13, a7, a7         // S1(e14)
  ssai 2
  src a0, a0, a0          // S0(a13)
  xor a8, a2, a14         // ab
  add a0, a0, a11         // a14
  and a6, a6, a8          // maj
  xor a6, a6, a14         // maj
  add a0, a0, a6          // a14
  src a12, a0, a0         // S0(a14)
  ssai 11
  src a15, a7, a7         // S1(e14)
  xor a13, a13, a15       // S1(e14)
  src a11, a12, a12       // S0(a14)
  xor a12, a11, a12       // S0(a14)
  ssai 25
  src a6, a7, a7          // S1(e14)
  xor a13, a13, a6        // S1(e14)
  xor a15, a4, a5         // fg
  and a15, a15, a7        // ch
  xor a15, a15, a5        // ch
  l32r a6, .Lk9bdc06a7_one
  add a13, a13, a15       // t14
  add a13, a13, a10       // t14
  add a13, a13, a6        // t14
  add a9, a13, a9         // e15
  src a15, a9, a9         // S1(e15)
  ssai 9
  src a11, a11, a11       // S0(a14)
  xor a12, a12, a11       // S0(a14)
  xor a10, a0, a2         // ab
  add a12, a12, a13       // a15
  and a8, a8, a10         // maj
  xor a8, a8, a2          // maj
  add a12, a12, a8        // a15
  src a6, a12, a12        // S0(a15)
  xor a6, a6, a12         // S0(a15)
  ssai 11
  src a11, a9, a9         // S1(e15)
  xor a15, a15, a11       // S1(e15)
  src a6, a6, a6          // S0(a15)
  xor a6, a6, a12         // S0(a15)

  // rounds 16, 17
  ssai 6
  src a13, a9, a9         // S1(e15)
  xor a15, a15, a13       // S1(e15)
  xor a8, a7, a4          // fg
  and a8, a8, a9          // ch
  xor a8, a8, a4          // ch
  l32r a11, .Lkc19bf3f4_one
  add a15, a15, a8        // t15
  add a15, a15, a5        // t15
  add a15, a15, a11       // t15
  add a14, a15, a14       // e16
  src a13, a14, a14       // S1(e16)
  ssai 11
  src a8, a14, a14        // S1(e16)
  xor a13, a13, a8        // S1(e16)
  ssai 25
  src a5, a14, a14        // S1(e16)
  xor a13, a13, a5        // S1(e16)
  xor a11, a9, a7         // fg
  and a11, a11, a14       // ch
  xor a11, a11, a7        // ch
  l32i a8, a1, 200        // kw16
  add a13, a13, a11       // t16
  add a13, a13, a4        // t16
  add a13, a13, a8        // t16
  add a2, a13, a2         // e17
  src a5, a2, a2          // S1(e17)
  ssai 11
  l32i a4, a1, 184        // w19
  src a11, a2, a2         // S1(e17)
  xor a5, a5, a11         // S1(e17)
  add a4, a4, a3          // w19
  ssai 6
  src a8, a2, a2          // S1(e17)
  xor a5, a5, a8          // S1(e17)
  xor a11, a14, a9        // fg
  and a11, a11, a2        // ch
  xor a11, a11, a9        // ch
  l32i a8, a1, 204        // kw17
  add a5, a5, a11         // t17
  add a5, a5, a7          // t17
  add a5, a5, a8          // t17
  add a11, a5, a0         // e18
  src a7, a11, a11        // S1(e18)
  ssai 2
  src a6, a6, a6          // S0(a15)
  xor a8, a12, a0         // ab
  add a6, a6, a15         // a16
  and a10, a10, a8        // maj
  xor a10, a10, a0        // maj
  add a6, a6, a10         // a16
  src a15, a6, a6         // S0(a16)

  // rounds 18, 19
  ssai 11
  src a0, a11, a11        // S1(e18)
  xor a7, a7, a0          // S1(e18)
  src a10, a15, a15       // S0(a16)
  xor a15, a10, a15       // S0(a16)
  src a0, a3, a3          // s0(w3)
  xor a0, a0, a3          // s0(w3)
  ssai 9
  src a10, a10, a10       // S0(a16)
  xor a15, a15, a10       // S0(a16)
  xor a10, a6, a12        // ab
  add a15, a15, a13       // a17
  and a8, a8, a10         // maj
  xor a8, a8, a12         // maj
  add a15, a15, a8        // a17
  src a13, a15, a15       // S0(a17)
  xor a13, a13, a15       // S0(a17)
  ssai 7
  src a0, a0, a0          // s0(w3)
  l32i a8, a1, 180        // w18
  srli a3, a3, 3          // s0(w3)
  xor a0, a0, a3          // s0(w3)
  add a0, a0, a8          // w18
  ssai 25
  src a3, a11, a11        // S1(e18)
  xor a7, a7, a3          // S1(e18)
  xor a8, a2, a14         // fg
  and a8, a8, a11         // ch
  xor a8, a8, a14         // ch
  l32r a3, .Lk0fc19dc6_one
  add a7, a7, a8          // t18
  add a7, a7, a9          // t18
  add a7, a7, a3          // t18
  add a7, a7, a0          // t18
  add a12, a7, a12        // e19
  src a8, a12, a12        // S1(e19)
  ssai 11
  src a13, a13, a13       // S0(a17)
  xor a13, a13, a15       // S0(a17)
  src a9, a12, a12        // S1(e19)
  xor a8, a8, a9          // S1(e19)
  ssai 6
  src a3, a12, a12        // S1(e19)
  xor a8, a8, a3          // S1(e19)
  xor a9, a11, a2         // fg
  and a9, a9, a12         // ch
  xor a9, a9, a2          // ch
  l32r a3, .Lk240ca1cc_one
  add a8, a8, a9          // t19
  add a8, a8, a14         // t19
  add a8, a8, a3          // t19
  add a8, a8, a4          // t19
  add a9, a8, a6          // e20
  src a14, a9, a9         // S1(e20)
  ssai 2
  src a13, a13, a13       // S0(a17)
  xor a3, a15, a6         // ab
  add a13, a13, a5        // a18
  and a10, a10, a3        // maj
  xor a10, a10, a6        // maj
  add a13, a13, a10       // a18
  src a5, a13, a13        // S0(a18)
  src a6, a0, a0          // s1(w18)
  xor a6, a6, a0          // s1(w18)
  src a10, a4, a4         // s1(w19)
  xor a10, a10, a4        // s1(w19)

  // rounds 20, 21
  ssai 17
  src a6, a6, a6          // s1(w18)
  s32i a0, a1, 0          // w18
  srli a0, a0, 10         // s1(w18)
  xor a6, a6, a0          // s1(w18)
  l32r a0, .Lk80000000_one
  add a6, a6, a0          // w20
  src a10, a10, a10       // s1(w19)
  srli a0, a4, 10         // s1(w19)
  xor a10, a10, a0        // s1(w19)
  ssai 11
  src a0, a9, a9          // S1(e20)
  xor a14, a14, a0        // S1(e20)
  src a0, a5, a5          // S0(a18)
  xor a5, a0, a5          // S0(a18)
  ssai 9
  src a0, a0, a0          // S0(a18)
  xor a5, a5, a0          // S0(a18)
  xor a0, a13, a15        // ab
  add a5, a5, a7          // a19
  and a3, a3, a0          // maj
  xor a3, a3, a15         // maj
  add a5, a5, a3          // a19
  src a7, a5, a5          // S0(a19)
  xor a7, a7, a5          // S0(a19)
  ssai 25
  src a3, a9, a9          // S1(e20)
  xor a14, a14, a3        // S1(e20)
  xor a3, a12, a11        // fg
  and a3, a3, a9          // ch
  xor a3, a3, a11         // ch
  add a14, a14, a3        // t20
  l32r a3, .Lk2de92c6f_one
  add a14, a14, a2        // t20
  add a14, a14, a3        // t20
  add a14, a14, a6        // t20
  add a15, a14, a15       // e21
  src a2, a15, a15        // S1(e21)
  ssai 11
  src a7, a7, a7          // S0(a19)
  xor a7, a7, a5          // S0(a19)
  src a3, a15, a15        // S1(e21)
  xor a2, a2, a3          // S1(e21)
  ssai 6
  src a3, a15, a15        // S1(e21)
  xor a2, a2, a3          // S1(e21)
  xor a3, a9, a12         // fg
  and a3, a3, a15         // ch
  xor a3, a3, a12         // ch
  add a2, a2, a3          // t21
  l32r a3, .Lk4a7484aa_one
  add a2, a2, a11         // t21
  add a2, a2, a3          // t21
  add a2, a2, a10         // t21
  add a11, a2, a13        // e22
  src a3, a11, a11        // S1(e22)
  ssai 2
  src a7, a7, a7          // S0(a19)
  s32i a4, a1, 4          // w19
  xor a4, a5, a13         // ab
  add a7, a7, a8          // a20
  and a0, a0, a4          // maj
  xor a0, a0, a13         // maj
  add a7, a7, a0          // a20
  src a8, a7, a7          // S0(a20)
  src a13, a6, a6         // s1(w20)
  xor a13, a13, a6        // s1(w20)
  src a0, a10, a10        // s1(s1(w19))
  xor a0, a0, a10         // s1(s1(w19))

  // rounds 22, 23
  ssai 17
  src a13, a13, a13       // s1(w20)
  s32i a6, a1, 8          // w20
  srli a6, a6, 10         // s1(w20)
  xor a13, a13, a6        // s1(w20)
  l32r a6, .Lk00000280_one
  add a13, a13, a6        // w22
  src a0, a0, a0          // s1(s1(w19))
  srli a6, a10, 10        // s1(s1(w19))
  xor a0, a0, a6          // s1(s1(w19))
  l32i a6, a1, 172        // w16
  add a0, a0, a6          // w23
  ssai 11
  src a6, a11, a11        // S1(e22)
  xor a3, a3, a6          // S1(e22)
  src a6, a8, a8          // S0(a20)
  xor a8, a6, a8          // S0(a20)
  ssai 9
  src a6, a6, a6          // S0(a20)
  xor a8, a8, a6          // S0(a20)
  xor a6, a7, a5          // ab
  add a8, a8, a14         // a21
  and a4, a4, a6          // maj
  xor a4, a4, a5          // maj
  add a8, a8, a4          // a21
  src a14, a8, a8         // S0(a21)
  xor a14, a14, a8        // S0(a21)
  ssai 25
  src a4, a11, a11        // S1(e22)
  xor a3, a3, a4          // S1(e22)
  xor a4, a15, a9         // fg
  and a4, a4, a11         // ch
  xor a4, a4, a9          // ch
  add a3, a3, a4          // t22
  l32r a4, .Lk5cb0a9dc_one
  add a3, a3, a12         // t22
  add a3, a3, a4          // t22
  add a3, a3, a13         // t22
  add a5, a3, a5          // e23
  src a12, a5, a5         // S1(e23)
  ssai 11
  src a14, a14, a14       // S0(a21)
  xor a14, a14, a8        // S0(a21)
  src a4, a5, a5          // S1(e23)
  xor a12, a12, a4        // S1(e23)
  ssai 6
  src a4, a5, a5          // S1(e23)
  xor a12, a12, a4        // S1(e23)
  xor a4, a11, a15        // fg
  and a4, a4, a5          // ch
  xor a4, a4, a15         // ch
  add a12, a12, a4        // t23
  l32r a4, .Lk76f988da_one
  add a12, a12, a9        // t23
  add a12, a12, a4        // t23
  add a12, a12, a0        // t23
  add a9, a12, a7         // e24
  src a4, a9, a9          // S1(e24)
  ssai 2
  src a14, a14, a14       // S0(a21)
  s32i a10, a1, 12        // s1(w19)
  xor a10, a8, a7         // ab
  add a14, a14, a2        // a22
  and a6, a6, a10         // maj
  xor a6, a6, a7          // maj
  add a14, a14, a6        // a22
  src a2, a14, a14        // S0(a22)
  src a7, a13, a13        // s1(w22)
  xor a7, a7, a13         // s1(w22)
  src a6, a0, a0          // s1(w23)
  xor a6, a6, a0          // s1(w23)

  // rounds 24, 25
  ssai 17
  src a7, a7, a7          // s1(w22)
  s32i a13, a1, 16        // w22
  srli a13, a13, 10       // s1(w22)
  xor a7, a7, a13         // s1(w22)
  l32i a13, a1, 176       // w17
  add a7, a7, a13         // w24
  src a6, a6, a6          // s1(w23)
  srli a13, a0, 10        // s1(w23)
  xor a6, a6, a13         // s1(w23)
  l32i a13, a1, 0         // w18
  add a6, a6, a13         // w25
  ssai 11
  src a13, a9, a9         // S1(e24)
  xor a4, a4, a13         // S1(e24)
  src a13, a2, a2         // S0(a22)
  xor a2, a13, a2         // S0(a22)
  ssai 9
  src a13, a13, a13       // S0(a22)
  xor a2, a2, a13         // S0(a22)
  xor a13, a14, a8        // ab
  add a2, a2, a3          // a23
  and a10, a10, a13       // maj
  xor a10, a10, a8        // maj
  add a2, a2, a10         // a23
  src a3, a2, a2          // S0(a23)
  xor a3, a3, a2          // S0(a23)
  ssai 25
  src a10, a9, a9         // S1(e24)
  xor a4, a4, a10         // S1(e24)
  xor a10, a5, a11        // fg
  and a10, a10, a9        // ch
  xor a10, a10, a11       // ch
  add a4, a4, a10         // t24
  l32r a10, .Lk983e5152_one
  add a4, a4, a15         // t24
  add a4, a4, a10         // t24
  add a4, a4, a7          // t24
  add a8, a4, a8          // e25
  src a15, a8, a8         // S1(e25)
  ssai 11
  src a3, a3, a3          // S0(a23)
  xor a3, a3, a2          // S0(a23)
  src a10, a8, a8         // S1(e25)
  xor a15, a15, a10       // S1(e25)
  ssai 6
  src a10, a8, a8         // S1(e25)
  xor a15, a15, a10       // S1(e25)
  xor a10, a9, a5         // fg
  and a10, a10, a8        // ch
  xor a10, a10, a5        // ch
  add a15, a15, a10       // t25
  l32r a10, .Lka831c66d_one
  add a15, a15, a11       // t25
  add a15, a15, a10       // t25
  add a15, a15, a6        // t25
  add a11, a15, a14       // e26
  src a10, a11, a11       // S1(e26)
  ssai 2
  src a3, a3, a3          // S0(a23)
  s32i a0, a1, 20         // w23
  xor a0, a2, a14         // ab
  add a3, a3, a12         // a24
  and a13, a13, a0        // maj
  xor a13, a13, a14       // maj
  add a3, a3, a13         // a24
  src a12, a3, a3         // S0(a24)
  src a14, a7, a7         // s1(w24)
  xor a14, a14, a7        // s1(w24)
  src a13, a6, a6         // s1(w25)
  xor a13, a13, a6        // s1(w25)

  // rounds 26, 27
  ssai 17
  src a14, a14, a14       // s1(w24)
  s32i a7, a1, 24         // w24
  srli a7, a7, 10         // s1(w24)
  xor a14, a14, a7        // s1(w24)
  l32i a7, a1, 4          // w19
  add a14, a14, a7        // w26
  src a13, a13, a13       // s1(w25)
  srli a7, a6, 10         // s1(w25)
  xor a13, a13, a7        // s1(w25)
  l32i a7, a1, 8          // w20
  add a13, a13, a7        // w27
  ssai 11
  src a7, a11, a11        // S1(e26)
  xor a10, a10, a7        // S1(e26)
  src a7, a12, a12        // S0(a24)
  xor a12, a7, a12        // S0(a24)
  ssai 9
  src a7, a7, a7          // S0(a24)
  xor a12, a12, a7        // S0(a24)
  xor a7, a3, a2          // ab
  add a12, a12, a4        // a25
  and a0, a0, a7          // maj
  xor a0, a0, a2          // maj
  add a12, a12, a0        // a25
  src a4, a12, a12        // S0(a25)
  xor a4, a4, a12         // S0(a25)
  ssai 25
  src a0, a11, a11        // S1(e26)
  xor a10, a10, a0        // S1(e26)
  xor a0, a8, a9          // fg
  and a0, a0, a11         // ch
  xor a0, a0, a9          // ch
  add a10, a10, a0        // t26
  l32r a0, .Lkb00327c8_one
  add a10, a10, a5        // t26
  add a10, a10, a0        // t26
  add a10, a10, a14       // t26
  add a2, a10, a2         // e27
  src a5, a2, a2          // S1(e27)
  ssai 11
  src a4, a4, a4          // S0(a25)
  xor a4, a4, a12         // S0(a25)
  src a0, a2, a2          // S1(e27)
  xor a5, a5, a0          // S1(e27)
  ssai 6
  src a0, a2, a2          // S1(e27)
  xor a5, a5, a0          // S1(e27)
  xor a0, a11, a8         // fg
  and a0, a0, a2          // ch
  xor a0, a0, a8          // ch
  add a5, a5, a0          // t27
  l32r a0, .Lkbf597fc7_one
  add a5, a5, a9          // t27
  add a5, a5, a0          // t27
  add a5, a5, a13         // t27
  add a9, a5, a3          // e28
  src a0, a9, a9          // S1(e28)
  ssai 2
  src a4, a4, a4          // S0(a25)
  s32i a6, a1, 28         // w25
  xor a6, a12, a3         // ab
  add a4, a4, a15         // a26
  and a7, a7, a6          // maj
  xor a7, a7, a3          // maj
  add a4, a4, a7          // a26
  src a15, a4, a4         // S0(a26)
  src a3, a14, a14        // s1(w26)
  xor a3, a3, a14         // s1(w26)
  src a7, a13, a13        // s1(w27)
  xor a7, a7, a13         // s1(w27)

  // rounds 28, 29
  ssai 17
  src a3, a3, a3          // s1(w26)
  s32i a14, a1, 32        // w26
  srli a14, a14, 10       // s1(w26)
  xor a3, a3, a14         // s1(w26)
  l32i a14, a1, 12        // s1(w19)
  add a3, a3, a14         // w28
  src a7, a7, a7          // s1(w27)
  srli a14, a13, 10       // s1(w27)
  xor a7, a7, a14         // s1(w27)
  l32i a14, a1, 16        // w22
  add a7, a7, a14         // w29
  ssai 11
  src a14, a9, a9         // S1(e28)
  xor a0, a0, a14         // S1(e28)
  src a14, a15, a15       // S0(a26)
  xor a15, a14, a15       // S0(a26)
  ssai 9
  src a14, a14, a14       // S0(a26)
  xor a15, a15, a14       // S0(a26)
  xor a14, a4, a12        // ab
  add a15, a15, a10       // a27
  and a6, a6, a14         // maj
  xor a6, a6, a12         // maj
  add a15, a15, a6        // a27
  src a10, a15, a15       // S0(a27)
  xor a10, a10, a15       // S0(a27)
  ssai 25
  src a6, a9, a9          // S1(e28)
  xor a0, a0, a6          // S1(e28)
  xor a6, a2, a11         // fg
  and a6, a6, a9          // ch
  xor a6, a6, a11         // ch
  add a0, a0, a6          // t28
  l32r a6, .Lkc6e00bf3_one
  add a0, a0, a8          // t28
  add a0, a0, a6          // t28
  add a0, a0, a3          // t28
  add a12, a0, a12        // e29
  src a8, a12, a12        // S1(e29)
  ssai 11
  src a10, a10, a10       // S0(a27)
  xor a10, a10, a15       // S0(a27)
  src a6, a12, a12        // S1(e29)
  xor a8, a8, a6          // S1(e29)
  ssai 6
  src a6, a12, a12        // S1(e29)
  xor a8, a8, a6          // S1(e29)
  xor a6, a9, a2          // fg
  and a6, a6, a12         // ch
  xor a6, a6, a2          // ch
  add a8, a8, a6          // t29
  l32r a6, .Lkd5a79147_one
  add a8, a8, a11         // t29
  add a8, a8, a6          // t29
  add a8, a8, a7          // t29
  add a11, a8, a4         // e30
  src a6, a11, a11        // S1(e30)
  ssai 2
  src a10, a10, a10       // S0(a27)
  s32i a13, a1, 36        // w27
  xor a13, a15, a4        // ab
  add a10, a10, a5        // a28
  and a14, a14, a13       // maj
  xor a14, a14, a4        // maj
  add a10, a10, a14       // a28
  src a5, a10, a10        // S0(a28)
  src a4, a3, a3          // s1(w28)
  xor a4, a4, a3          // s1(w28)
  src a14, a7, a7         // s1(w29)
  xor a14, a14, a7        // s1(w29)

  // rounds 30, 31
  ssai 17
  src a4, a4, a4          // s1(w28)
  s32i a3, a1, 40         // w28
  srli a3, a3, 10         // s1(w28)
  xor a4, a4, a3          // s1(w28)
  l32i a3, a1, 20         // w23
  add a4, a4, a3          // w30
  l32r a3, .Lk00a00055_one
  add a4, a4, a3          // w30
  src a14, a14, a14       // s1(w29)
  srli a3, a7, 10         // s1(w29)
  xor a14, a14, a3        // s1(w29)
  l32i a3, a1, 24         // w24
  add a14, a14, a3        // w31
  l32i a3, a1, 188        // w31
  add a14, a14, a3        // w31
  ssai 11
  src a3, a11, a11        // S1(e30)
  xor a6, a6, a3          // S1(e30)
  src a3, a5, a5          // S0(a28)
  xor a5, a3, a5          // S0(a28)
  ssai 9
  src a3, a3, a3          // S0(a28)
  xor a5, a5, a3          // S0(a28)
  xor a3, a10, a15        // ab
  add a5, a5, a0          // a29
  and a13, a13, a3        // maj
  xor a13, a13, a15       // maj
  add a5, a5, a13         // a29
  src a0, a5, a5          // S0(a29)
  xor a0, a0, a5          // S0(a29)
  ssai 25
  src a13, a11, a11       // S1(e30)
  xor a6, a6, a13         // S1(e30)
  xor a13, a12, a9        // fg
  and a13, a13, a11       // ch
  xor a13, a13, a9        // ch
  add a6, a6, a13         // t30
  l32r a13, .Lk06ca6351_one
  add a6, a6, a2          // t30
  add a6, a6, a13         // t30
  add a6, a6, a4          // t30
  add a15, a6, a15        // e31
  src a2, a15, a15        // S1(e31)
  ssai 11
  src a0, a0, a0          // S0(a29)
  xor a0, a0, a5          // S0(a29)
  src a13, a15, a15       // S1(e31)
  xor a2, a2, a13         // S1(e31)
  ssai 6
  src a13, a15, a15       // S1(e31)
  xor a2, a2, a13         // S1(e31)
  xor a13, a11, a12       // fg
  and a13, a13, a15       // ch
  xor a13, a13, a12       // ch
  add a2, a2, a13         // t31
  l32r a13, .Lk14292967_one
  add a2, a2, a9          // t31
  add a2, a2, a13         // t31
  add a2, a2, a14         // t31
  add a9, a2, a10         // e32
  src a13, a9, a9         // S1(e32)
  ssai 2
  src a0, a0, a0          // S0(a29)
  s32i a7, a1, 44         // w29
  xor a7, a5, a10         // ab
  add a0, a0, a8          // a30
  and a3, a3, a7          // maj
  xor a3, a3, a10         // maj
  add a0, a0, a3          // a30
  src a8, a0, a0          // S0(a30)
  src a10, a4, a4         // s1(w30)
  xor a10, a10, a4        // s1(w30)
  src a3, a14, a14        // s1(w31)
  xor a3, a3, a14         // s1(w31)

  // rounds 32, 33
  ssai 17
  src a10, a10, a10       // s1(w30)
  s32i a4, a1, 48         // w30
  srli a4, a4, 10         // s1(w30)
  xor a10, a10, a4        // s1(w30)
  l32i a4, a1, 28         // w25
  add a10, a10, a4        // w32
  l32i a4, a1, 192        // w32
  add a10, a10, a4        // w32
  src a3, a3, a3          // s1(w31)
  srli a4, a14, 10        // s1(w31)
  xor a3, a3, a4          // s1(w31)
  l32i a4, a1, 32         // w26
  add a3, a3, a4          // w33
  l32i a4, a1, 196        // w33
  add a3, a3, a4          // w33
  ssai 11
  src a4, a9, a9          // S1(e32)
  xor a13, a13, a4        // S1(e32)
  src a4, a8, a8          // S0(a30)
  xor a8, a4, a8          // S0(a30)
  ssai 9
  src a4, a4, a4          // S0(a30)
  xor a8, a8, a4          // S0(a30)
  xor a4, a0, a5          // ab
  add a8, a8, a6          // a31
  and a7, a7, a4          // maj
  xor a7, a7, a5          // maj
  add a8, a8, a7          // a31
  l32i a7, a1, 0          // w18
  src a6, a8, a8          // S0(a31)
  xor a6, a6, a8          // S0(a31)
  ssai 7
  s32i a14, a1, 52        // w31
  src a14, a7, a7         // s0(w18)
  ssai 25
  s32i a4, a1, 56         // ab
  src a4, a9, a9          // S1(e32)
  xor a13, a13, a4        // S1(e32)
  xor a4, a15, a11        // fg
  and a4, a4, a9          // ch
  xor a4, a4, a11         // ch
  add a13, a13, a4        // t32
  l32r a4, .Lk27b70a85_one
  add a13, a13, a12       // t32
  add a13, a13, a4        // t32
  add a13, a13, a10       // t32
  add a5, a13, a5         // e33
  src a12, a5, a5         // S1(e33)
  ssai 11
  src a6, a6, a6          // S0(a31)
  xor a6, a6, a8          // S0(a31)
  src a4, a5, a5          // S1(e33)
  xor a12, a12, a4        // S1(e33)
  src a4, a14, a14        // s0(w18)
  xor a4, a4, a14         // s0(w18)
  srli a14, a7, 3         // s0(w18)
  xor a4, a4, a14         // s0(w18)
  add a3, a3, a4          // w33
  ssai 6
  src a14, a5, a5         // S1(e33)
  xor a12, a12, a14       // S1(e33)
  xor a4, a9, a15         // fg
  and a4, a4, a5          // ch
  xor a4, a4, a15         // ch
  l32r a14, .Lk2e1b2138_one
  add a12, a12, a4        // t33
  add a12, a12, a11       // t33
  add a12, a12, a14       // t33
  add a12, a12, a3        // t33
  add a4, a12, a0         // e34
  src a11, a4, a4         // S1(e34)
  ssai 2
  src a6, a6, a6          // S0(a31)
  xor a14, a8, a0         // ab
  add a6, a6, a2          // a32
  l32i a2, a1, 56         // ab
  and a2, a2, a14         // maj
  xor a2, a2, a0          // maj
  add a6, a6, a2          // a32
  src a0, a6, a6          // S0(a32)
  src a2, a10, a10        // s1(w32)
  xor a2, a2, a10         // s1(w32)
  s32i a12, a1, 56        // t33
  src a12, a3, a3         // s1(w33)
  xor a12, a12, a3        // s1(w33)

  // rounds 34, 35
  ssai 17
  src a2, a2, a2          // s1(w32)
  s32i a10, a1, 60        // w32
  srli a10, a10, 10       // s1(w32)
  xor a2, a2, a10         // s1(w32)
  l32i a10, a1, 36        // w27
  add a2, a2, a7          // w34
  add a2, a2, a10         // w34
  src a12, a12, a12       // s1(w33)
  srli a7, a3, 10         // s1(w33)
  xor a12, a12, a7        // s1(w33)
  l32i a7, a1, 4          // w19
  l32i a10, a1, 40        // w28
  add a12, a12, a7        // w35
  add a12, a12, a10       // w35
  ssai 11
  src a10, a4, a4         // S1(e34)
  xor a11, a11, a10       // S1(e34)
  src a10, a0, a0         // S0(a32)
  xor a0, a10, a0         // S0(a32)
  s32i a3, a1, 0          // w33
  src a3, a7, a7          // s0(w19)
  xor a3, a3, a7          // s0(w19)
  ssai 9
  src a10, a10, a10       // S0(a32)
  xor a0, a0, a10         // S0(a32)
  xor a10, a6, a8         // ab
  add a0, a0, a13         // a33
  and a14, a14, a10       // maj
  xor a14, a14, a8        // maj
  add a0, a0, a14         // a33
  src a13, a0, a0         // S0(a33)
  xor a13, a13, a0        // S0(a33)
  ssai 7
  src a3, a3, a3          // s0(w19)
  srli a7, a7, 3          // s0(w19)
  l32i a14, a1, 8         // w20
  xor a3, a3, a7          // s0(w19)
  add a2, a2, a3          // w34
  src a7, a14, a14        // s0(w20)
  ssai 25
  src a3, a4, a4          // S1(e34)
  xor a11, a11, a3        // S1(e34)
  xor a3, a5, a9          // fg
  and a3, a3, a4          // ch
  xor a3, a3, a9          // ch
  add a11, a11, a3        // t34
  l32r a3, .Lk4d2c6dfc_one
  add a11, a11, a15       // t34
  add a11, a11, a3        // t34
  add a11, a11, a2        // t34
  add a8, a11, a8         // e35
  src a15, a8, a8         // S1(e35)
  ssai 11
  src a13, a13, a13       // S0(a33)
  xor a13, a13, a0        // S0(a33)
  src a3, a8, a8          // S1(e35)
  xor a15, a15, a3        // S1(e35)
  src a3, a7, a7          // s0(w20)
  xor a3, a3, a7          // s0(w20)
  srli a7, a14, 3         // s0(w20)
  xor a3, a3, a7          // s0(w20)
  add a12, a12, a3        // w35
  ssai 6
  src a7, a8, a8          // S1(e35)
  xor a15, a15, a7        // S1(e35)
  xor a3, a4, a5          // fg
  and a3, a3, a8          // ch
  xor a3, a3, a5          // ch
  l32r a7, .Lk53380d13_one
  add a15, a15, a3        // t35
  add a15, a15, a9        // t35
  add a15, a15, a7        // t35
  add a15, a15, a12       // t35
  add a3, a15, a6         // e36
  src a9, a3, a3          // S1(e36)
  ssai 2
  src a13, a13, a13       // S0(a33)
  xor a7, a0, a6          // ab
  s32i a15, a1, 4         // t35
  l32i a15, a1, 56        // t33
  add a13, a13, a15       // a34
  and a10, a10, a7        // maj
  xor a10, a10, a6        // maj
  add a13, a13, a10       // a34
  src a15, a13, a13       // S0(a34)
  src a6, a2, a2          // s1(w34)
  xor a6, a6, a2          // s1(w34)
  src a10, a12, a12       // s1(w35)
  xor a10, a10, a12       // s1(w35)

  // rounds 36, 37
  ssai 17
  src a6, a6, a6          // s1(w34)
  s32i a2, a1, 56         // w34
  srli a2, a2, 10         // s1(w34)
  xor a6, a6, a2          // s1(w34)
  l32i a2, a1, 44         // w29
  add a6, a6, a14         // w36
  add a6, a6, a2          // w36
  src a10, a10, a10       // s1(w35)
  srli a14, a12, 10       // s1(w35)
  xor a10, a10, a14       // s1(w35)
  l32i a14, a1, 12        // s1(w19)
  l32i a2, a1, 48         // w30
  add a10, a10, a14       // w37
  add a10, a10, a2        // w37
  ssai 11
  src a2, a3, a3          // S1(e36)
  xor a9, a9, a2          // S1(e36)
  src a2, a15, a15        // S0(a34)
  xor a15, a2, a15        // S0(a34)
  s32i a12, a1, 8         // w35
  src a12, a14, a14       // s0(s1(w19))
  xor a12, a12, a14       // s0(s1(w19))
  ssai 9
  src a2, a2, a2          // S0(a34)
  xor a15, a15, a2        // S0(a34)
  xor a2, a13, a0         // ab
  add a15, a15, a11       // a35
  and a7, a7, a2          // maj
  xor a7, a7, a0          // maj
  add a15, a15, a7        // a35
  src a11, a15, a15       // S0(a35)
  xor a11, a11, a15       // S0(a35)
  ssai 7
  src a12, a12, a12       // s0(s1(w19))
  srli a14, a14, 3        // s0(s1(w19))
  l32i a7, a1, 16         // w22
  xor a12, a12, a14       // s0(s1(w19))
  add a6, a6, a12         // w36
  src a14, a7, a7         // s0(w22)
  ssai 25
  src a12, a3, a3         // S1(e36)
  xor a9, a9, a12         // S1(e36)
  xor a12, a8, a4         // fg
  and a12, a12, a3        // ch
  xor a12, a12, a4        // ch
  add a9, a9, a12         // t36
  l32r a12, .Lk650a7354_one
  add a9, a9, a5          // t36
  add a9, a9, a12         // t36
  add a9, a9, a6          // t36
  add a0, a9, a0          // e37
  src a5, a0, a0          // S1(e37)
  ssai 11
  src a11, a11, a11       // S0(a35)
  xor a11, a11, a15       // S0(a35)
  src a12, a0, a0         // S1(e37)
  xor a5, a5, a12         // S1(e37)
  src a12, a14, a14       // s0(w22)
  xor a12, a12, a14       // s0(w22)
  srli a14, a7, 3         // s0(w22)
  xor a12, a12, a14       // s0(w22)
  add a10, a10, a12       // w37
  ssai 6
  src a14, a0, a0         // S1(e37)
  xor a5, a5, a14         // S1(e37)
  xor a12, a3, a8         // fg
  and a12, a12, a0        // ch
  xor a12, a12, a8        // ch
  l32r a14, .Lk766a0abb_one
  add a5, a5, a12         // t37
  add a5, a5, a4          // t37
  add a5, a5, a14         // t37
  add a5, a5, a10         // t37
  add a12, a5, a13        // e38
  src a4, a12, a12        // S1(e38)
  ssai 2
  src a11, a11, a11       // S0(a35)
  xor a14, a15, a13       // ab
  s32i a5, a1, 12         // t37
  l32i a5, a1, 4          // t35
  add a11, a11, a5        // a36
  and a2, a2, a14         // maj
  xor a2, a2, a13         // maj
  add a11, a11, a2        // a36
  src a5, a11, a11        // S0(a36)
  src a13, a6, a6         // s1(w36)
  xor a13, a13, a6        // s1(w36)
  src a2, a10, a10        // s1(w37)
  xor a2, a2, a10         // s1(w37)

  // rounds 38, 39
  ssai 17
  src a13, a13, a13       // s1(w36)
  s32i a6, a1, 4          // w36
  srli a6, a6, 10         // s1(w36)
  xor a13, a13, a6        // s1(w36)
  l32i a6, a1, 52         // w31
  add a13, a13, a7        // w38
  add a13, a13, a6        // w38
  src a2, a2, a2          // s1(w37)
  srli a7, a10, 10        // s1(w37)
  xor a2, a2, a7          // s1(w37)
  l32i a7, a1, 20         // w23
  l32i a6, a1, 60         // w32
  add a2, a2, a7          // w39
  add a2, a2, a6          // w39
  ssai 11
  src a6, a12, a12        // S1(e38)
  xor a4, a4, a6          // S1(e38)
  src a6, a5, a5          // S0(a36)
  xor a5, a6, a5          // S0(a36)
  s32i a10, a1, 16        // w37
  src a10, a7, a7         // s0(w23)
  xor a10, a10, a7        // s0(w23)
  ssai 9
  src a6, a6, a6          // S0(a36)
  xor a5, a5, a6          // S0(a36)
  xor a6, a11, a15        // ab
  add a5, a5, a9          // a37
  and a14, a14, a6        // maj
  xor a14, a14, a15       // maj
  add a5, a5, a14         // a37
  src a9, a5, a5          // S0(a37)
  xor a9, a9, a5          // S0(a37)
  ssai 7
  src a10, a10, a10       // s0(w23)
  srli a7, a7, 3          // s0(w23)
  l32i a14, a1, 24        // w24
  xor a10, a10, a7        // s0(w23)
  add a13, a13, a10       // w38
  src a7, a14, a14        // s0(w24)
  ssai 25
  src a10, a12, a12       // S1(e38)
  xor a4, a4, a10         // S1(e38)
  xor a10, a0, a3         // fg
  and a10, a10, a12       // ch
  xor a10, a10, a3        // ch
  add a4, a4, a10         // t38
  l32r a10, .Lk81c2c92e_one
  add a4, a4, a8          // t38
  add a4, a4, a10         // t38
  add a4, a4, a13         // t38
  add a15, a4, a15        // e39
  src a8, a15, a15        // S1(e39)
  ssai 11
  src a9, a9, a9          // S0(a37)
  xor a9, a9, a5          // S0(a37)
  src a10, a15, a15       // S1(e39)
  xor a8, a8, a10         // S1(e39)
  src a10, a7, a7         // s0(w24)
  xor a10, a10, a7        // s0(w24)
  srli a7, a14, 3         // s0(w24)
  xor a10, a10, a7        // s0(w24)
  add a2, a2, a10         // w39
  ssai 6
  src a7, a15, a15        // S1(e39)
  xor a8, a8, a7          // S1(e39)
  xor a10, a12, a0        // fg
  and a10, a10, a15       // ch
  xor a10, a10, a0        // ch
  l32r a7, .Lk92722c85_one
  add a8, a8, a10         // t39
  add a8, a8, a3          // t39
  add a8, a8, a7          // t39
  add a8, a8, a2          // t39
  add a10, a8, a11        // e40
  src a3, a10, a10        // S1(e40)
  ssai 2
  src a9, a9, a9          // S0(a37)
  xor a7, a5, a11         // ab
  s32i a8, a1, 20         // t39
  l32i a8, a1, 12         // t37
  add a9, a9, a8          // a38
  and a6, a6, a7          // maj
  xor a6, a6, a11         // maj
  add a9, a9, a6          // a38
  src a8, a9, a9          // S0(a38)
  src a11, a13, a13       // s1(w38)
  xor a11, a11, a13       // s1(w38)
  src a6, a2, a2          // s1(w39)
  xor a6, a6, a2          // s1(w39)

  // rounds 40, 41
  ssai 17
  src a11, a11, a11       // s1(w38)
  s32i a13, a1, 12        // w38
  srli a13, a13, 10       // s1(w38)
  xor a11, a11, a13       // s1(w38)
  l32i a13, a1, 0         // w33
  add a11, a11, a14       // w40
  add a11, a11, a13       // w40
  src a6, a6, a6          // s1(w39)
  srli a14, a2, 10        // s1(w39)
  xor a6, a6, a14         // s1(w39)
  l32i a14, a1, 28        // w25
  l32i a13, a1, 56        // w34
  add a6, a6, a14         // w41
  add a6, a6, a13         // w41
  ssai 11
  src a13, a10, a10       // S1(e40)
  xor a3, a3, a13         // S1(e40)
  src a13, a8, a8         // S0(a38)
  xor a8, a13, a8         // S0(a38)
  s32i a2, a1, 24         // w39
  src a2, a14, a14        // s0(w25)
  xor a2, a2, a14         // s0(w25)
  ssai 9
  src a13, a13, a13       // S0(a38)
  xor a8, a8, a13         // S0(a38)
  xor a13, a9, a5         // ab
  add a8, a8, a4          // a39
  and a7, a7, a13         // maj
  xor a7, a7, a5          // maj
  add a8, a8, a7          // a39
  src a4, a8, a8          // S0(a39)
  xor a4, a4, a8          // S0(a39)
  ssai 7
  src a2, a2, a2          // s0(w25)
  srli a14, a14, 3        // s0(w25)
  l32i a7, a1, 32         // w26
  xor a2, a2, a14         // s0(w25)
  add a11, a11, a2        // w40
  src a14, a7, a7         // s0(w26)
  ssai 25
  src a2, a10, a10        // S1(e40)
  xor a3, a3, a2          // S1(e40)
  xor a2, a15, a12        // fg
  and a2, a2, a10         // ch
  xor a2, a2, a12         // ch
  add a3, a3, a2          // t40
  l32r a2, .Lka2bfe8a1_one
  add a3, a3, a0          // t40
  add a3, a3, a2          // t40
  add a3, a3, a11         // t40
  add a5, a3, a5          // e41
  src a0, a5, a5          // S1(e41)
  ssai 11
  src a4, a4, a4          // S0(a39)
  xor a4, a4, a8          // S0(a39)
  src a2, a5, a5          // S1(e41)
  xor a0, a0, a2          // S1(e41)
  src a2, a14, a14        // s0(w26)
  xor a2, a2, a14         // s0(w26)
  srli a14, a7, 3         // s0(w26)
  xor a2, a2, a14         // s0(w26)
  add a6, a6, a2          // w41
  ssai 6
  src a14, a5, a5         // S1(e41)
  xor a0, a0, a14         // S1(e41)
  xor a2, a10, a15        // fg
  and a2, a2, a5          // ch
  xor a2, a2, a15         // ch
  l32r a14, .Lka81a664b_one
  add a0, a0, a2          // t41
  add a0, a0, a12         // t41
  add a0, a0, a14         // t41
  add a0, a0, a6          // t41
  add a2, a0, a9          // e42
  src a12, a2, a2         // S1(e42)
  ssai 2
  src a4, a4, a4          // S0(a39)
  xor a14, a8, a9         // ab
  s32i a0, a1, 28         // t41
  l32i a0, a1, 20         // t39
  add a4, a4, a0          // a40
  and a13, a13, a14       // maj
  xor a13, a13, a9        // maj
  add a4, a4, a13         // a40
  src a0, a4, a4          // S0(a40)
  src a9, a11, a11        // s1(w40)
  xor a9, a9, a11         // s1(w40)
  src a13, a6, a6         // s1(w41)
  xor a13, a13, a6        // s1(w41)

  // rounds 42, 43
  ssai 17
  src a9, a9, a9          // s1(w40)
  s32i a11, a1, 20        // w40
  srli a11, a11, 10       // s1(w40)
  xor a9, a9, a11         // s1(w40)
  l32i a11, a1, 8         // w35
  add a9, a9, a7          // w42
  add a9, a9, a11         // w42
  src a13, a13, a13       // s1(w41)
  srli a7, a6, 10         // s1(w41)
  xor a13, a13, a7        // s1(w41)
  l32i a7, a1, 36         // w27
  l32i a11, a1, 4         // w36
  add a13, a13, a7        // w43
  add a13, a13, a11       // w43
  ssai 11
  src a11, a2, a2         // S1(e42)
  xor a12, a12, a11       // S1(e42)
  src a11, a0, a0         // S0(a40)
  xor a0, a11, a0         // S0(a40)
  s32i a6, a1, 32         // w41
  src a6, a7, a7          // s0(w27)
  xor a6, a6, a7          // s0(w27)
  ssai 9
  src a11, a11, a11       // S0(a40)
  xor a0, a0, a11         // S0(a40)
  xor a11, a4, a8         // ab
  add a0, a0, a3          // a41
  and a14, a14, a11       // maj
  xor a14, a14, a8        // maj
  add a0, a0, a14         // a41
  src a3, a0, a0          // S0(a41)
  xor a3, a3, a0          // S0(a41)
  ssai 7
  src a6, a6, a6          // s0(w27)
  srli a7, a7, 3          // s0(w27)
  l32i a14, a1, 40        // w28
  xor a6, a6, a7          // s0(w27)
  add a9, a9, a6          // w42
  src a7, a14, a14        // s0(w28)
  ssai 25
  src a6, a2, a2          // S1(e42)
  xor a12, a12, a6        // S1(e42)
  xor a6, a5, a10         // fg
  and a6, a6, a2          // ch
  xor a6, a6, a10         // ch
  add a12, a12, a6        // t42
  l32r a6, .Lkc24b8b70_one
  add a12, a12, a15       // t42
  add a12, a12, a6        // t42
  add a12, a12, a9        // t42
  add a8, a12, a8         // e43
  src a15, a8, a8         // S1(e43)
  ssai 11
  src a3, a3, a3          // S0(a41)
  xor a3, a3, a0          // S0(a41)
  src a6, a8, a8          // S1(e43)
  xor a15, a15, a6        // S1(e43)
  src a6, a7, a7          // s0(w28)
  xor a6, a6, a7          // s0(w28)
  srli a7, a14, 3         // s0(w28)
  xor a6, a6, a7          // s0(w28)
  add a13, a13, a6        // w43
  ssai 6
  src a7, a8, a8          // S1(e43)
  xor a15, a15, a7        // S1(e43)
  xor a6, a2, a5          // fg
  and a6, a6, a8          // ch
  xor a6, a6, a5          // ch
  l32r a7, .Lkc76c51a3_one
  add a15, a15, a6        // t43
  add a15, a15, a10       // t43
  add a15, a15, a7        // t43
  add a15, a15, a13       // t43
  add a6, a15, a4         // e44
  src a10, a6, a6         // S1(e44)
  ssai 2
  src a3, a3, a3          // S0(a41)
  xor a7, a0, a4          // ab
  s32i a15, a1, 36        // t43
  l32i a15, a1, 28        // t41
  add a3, a3, a15         // a42
  and a11, a11, a7        // maj
  xor a11, a11, a4        // maj
  add a3, a3, a11         // a42
  src a15, a3, a3         // S0(a42)
  src a4, a9, a9          // s1(w42)
  xor a4, a4, a9          // s1(w42)
  src a11, a13, a13       // s1(w43)
  xor a11, a11, a13       // s1(w43)

  // rounds 44, 45
  ssai 17
  src a4, a4, a4          // s1(w42)
  s32i a9, a1, 28         // w42
  srli a9, a9, 10         // s1(w42)
  xor a4, a4, a9          // s1(w42)
  l32i a9, a1, 16         // w37
  add a4, a4, a14         // w44
  add a4, a4, a9          // w44
  src a11, a11, a11       // s1(w43)
  srli a14, a13, 10       // s1(w43)
  xor a11, a11, a14       // s1(w43)
  l32i a14, a1, 44        // w29
  l32i a9, a1, 12         // w38
  add a11, a11, a14       // w45
  add a11, a11, a9        // w45
  ssai 11
  src a9, a6, a6          // S1(e44)
  xor a10, a10, a9        // S1(e44)
  src a9, a15, a15        // S0(a42)
  xor a15, a9, a15        // S0(a42)
  s32i a13, a1, 40        // w43
  src a13, a14, a14       // s0(w29)
  xor a13, a13, a14       // s0(w29)
  ssai 9
  src a9, a9, a9          // S0(a42)
  xor a15, a15, a9        // S0(a42)
  xor a9, a3, a0          // ab
  add a15, a15, a12       // a43
  and a7, a7, a9          // maj
  xor a7, a7, a0          // maj
  add a15, a15, a7        // a43
  src a12, a15, a15       // S0(a43)
  xor a12, a12, a15       // S0(a43)
  ssai 7
  src a13, a13, a13       // s0(w29)
  srli a14, a14, 3        // s0(w29)
  l32i a7, a1, 48         // w30
  xor a13, a13, a14       // s0(w29)
  add a4, a4, a13         // w44
  src a14, a7, a7         // s0(w30)
  ssai 25
  src a13, a6, a6         // S1(e44)
  xor a10, a10, a13       // S1(e44)
  xor a13, a8, a2         // fg
  and a13, a13, a6        // ch
  xor a13, a13, a2        // ch
  add a10, a10, a13       // t44
  l32r a13, .Lkd192e819_one
  add a10, a10, a5        // t44
  add a10, a10, a13       // t44
  add a10, a10, a4        // t44
  add a0, a10, a0         // e45
  src a5, a0, a0          // S1(e45)
  ssai 11
  src a12, a12, a12       // S0(a43)
  xor a12, a12, a15       // S0(a43)
  src a13, a0, a0         // S1(e45)
  xor a5, a5, a13         // S1(e45)
  src a13, a14, a14       // s0(w30)
  xor a13, a13, a14       // s0(w30)
  srli a14, a7, 3         // s0(w30)
  xor a13, a13, a14       // s0(w30)
  add a11, a11, a13       // w45
  ssai 6
  src a14, a0, a0         // S1(e45)
  xor a5, a5, a14         // S1(e45)
  xor a13, a6, a8         // fg
  and a13, a13, a0        // ch
  xor a13, a13, a8        // ch
  l32r a14, .Lkd6990624_one
  add a5, a5, a13         // t45
  add a5, a5, a2          // t45
  add a5, a5, a14         // t45
  add a5, a5, a11         // t45
  add a13, a5, a3         // e46
  src a2, a13, a13        // S1(e46)
  ssai 2
  src a12, a12, a12       // S0(a43)
  xor a14, a15, a3        // ab
  s32i a5, a1, 44         // t45
  l32i a5, a1, 36         // t43
  add a12, a12, a5        // a44
  and a9, a9, a14         // maj
  xor a9, a9, a3          // maj
  add a12, a12, a9        // a44
  src a5, a12, a12        // S0(a44)
  src a3, a4, a4          // s1(w44)
  xor a3, a3, a4          // s1(w44)
  src a9, a11, a11        // s1(w45)
  xor a9, a9, a11         // s1(w45)

  // rounds 46, 47
  ssai 17
  src a3, a3, a3          // s1(w44)
  s32i a4, a1, 36         // w44
  srli a4, a4, 10         // s1(w44)
  xor a3, a3, a4          // s1(w44)
  l32i a4, a1, 24         // w39
  add a3, a3, a7          // w46
  add a3, a3, a4          // w46
  src a9, a9, a9          // s1(w45)
  srli a7, a11, 10        // s1(w45)
  xor a9, a9, a7          // s1(w45)
  l32i a7, a1, 52         // w31
  l32i a4, a1, 20         // w40
  add a9, a9, a7          // w47
  add a9, a9, a4          // w47
  ssai 11
  src a4, a13, a13        // S1(e46)
  xor a2, a2, a4          // S1(e46)
  src a4, a5, a5          // S0(a44)
  xor a5, a4, a5          // S0(a44)
  s32i a11, a1, 48        // w45
  src a11, a7, a7         // s0(w31)
  xor a11, a11, a7        // s0(w31)
  ssai 9
  src a4, a4, a4          // S0(a44)
  xor a5, a5, a4          // S0(a44)
  xor a4, a12, a15        // ab
  add a5, a5, a10         // a45
  and a14, a14, a4        // maj
  xor a14, a14, a15       // maj
  add a5, a5, a14         // a45
  src a10, a5, a5         // S0(a45)
  xor a10, a10, a5        // S0(a45)
  ssai 7
  src a11, a11, a11       // s0(w31)
  srli a7, a7, 3          // s0(w31)
  l32i a14, a1, 60        // w32
  xor a11, a11, a7        // s0(w31)
  add a3, a3, a11         // w46
  src a7, a14, a14        // s0(w32)
  ssai 25
  src a11, a13, a13       // S1(e46)
  xor a2, a2, a11         // S1(e46)
  xor a11, a0, a6         // fg
  and a11, a11, a13       // ch
  xor a11, a11, a6        // ch
  add a2, a2, a11         // t46
  l32r a11, .Lkf40e3585_one
  add a2, a2, a8          // t46
  add a2, a2, a11         // t46
  add a2, a2, a3          // t46
  add a15, a2, a15        // e47
  src a8, a15, a15        // S1(e47)
  ssai 11
  src a10, a10, a10       // S0(a45)
  xor a10, a10, a5        // S0(a45)
  src a11, a15, a15       // S1(e47)
  xor a8, a8, a11         // S1(e47)
  src a11, a7, a7         // s0(w32)
  xor a11, a11, a7        // s0(w32)
  srli a7, a14, 3         // s0(w32)
  xor a11, a11, a7        // s0(w32)
  add a9, a9, a11         // w47
  ssai 6
  src a7, a15, a15        // S1(e47)
  xor a8, a8, a7          // S1(e47)
  xor a11, a13, a0        // fg
  and a11, a11, a15       // ch
  xor a11, a11, a0        // ch
  l32r a7, .Lk106aa070_one
  add a8, a8, a11         // t47
  add a8, a8, a6          // t47
  add a8, a8, a7          // t47
  add a8, a8, a9          // t47
  add a11, a8, a12        // e48
  src a6, a11, a11        // S1(e48)
  ssai 2
  src a10, a10, a10       // S0(a45)
  xor a7, a5, a12         // ab
  s32i a8, a1, 52         // t47
  l32i a8, a1, 44         // t45
  add a10, a10, a8        // a46
  and a4, a4, a7          // maj
  xor a4, a4, a12         // maj
  add a10, a10, a4        // a46
  src a8, a10, a10        // S0(a46)
  src a12, a3, a3         // s1(w46)
  xor a12, a12, a3        // s1(w46)
  src a4, a9, a9          // s1(w47)
  xor a4, a4, a9          // s1(w47)

  // rounds 48, 49
  ssai 17
  src a12, a12, a12       // s1(w46)
  s32i a3, a1, 44         // w46
  srli a3, a3, 10         // s1(w46)
  xor a12, a12, a3        // s1(w46)
  l32i a3, a1, 32         // w41
  add a12, a12, a14       // w48
  add a12, a12, a3        // w48
  src a4, a4, a4          // s1(w47)
  srli a14, a9, 10        // s1(w47)
  xor a4, a4, a14         // s1(w47)
  l32i a14, a1, 0         // w33
  l32i a3, a1, 28         // w42
  add a4, a4, a14         // w49
  add a4, a4, a3          // w49
  ssai 11
  src a3, a11, a11        // S1(e48)
  xor a6, a6, a3          // S1(e48)
  src a3, a8, a8          // S0(a46)
  xor a8, a3, a8          // S0(a46)
  s32i a9, a1, 60         // w47
  src a9, a14, a14        // s0(w33)
  xor a9, a9, a14         // s0(w33)
  ssai 9
  src a3, a3, a3          // S0(a46)
  xor a8, a8, a3          // S0(a46)
  xor a3, a10, a5         // ab
  add a8, a8, a2          // a47
  and a7, a7, a3          // maj
  xor a7, a7, a5          // maj
  add a8, a8, a7          // a47
  src a2, a8, a8          // S0(a47)
  xor a2, a2, a8          // S0(a47)
  ssai 7
  src a9, a9, a9          // s0(w33)
  srli a14, a14, 3        // s0(w33)
  l32i a7, a1, 56         // w34
  xor a9, a9, a14         // s0(w33)
  add a12, a12, a9        // w48
  src a14, a7, a7         // s0(w34)
  ssai 25
  src a9, a11, a11        // S1(e48)
  xor a6, a6, a9          // S1(e48)
  xor a9, a15, a13        // fg
  and a9, a9, a11         // ch
  xor a9, a9, a13         // ch
  add a6, a6, a9          // t48
  l32r a9, .Lk19a4c116_one
  add a6, a6, a0          // t48
  add a6, a6, a9          // t48
  add a6, a6, a12         // t48
  add a5, a6, a5          // e49
  src a0, a5, a5          // S1(e49)
  ssai 11
  src a2, a2, a2          // S0(a47)
  xor a2, a2, a8          // S0(a47)
  src a9, a5, a5          // S1(e49)
  xor a0, a0, a9          // S1(e49)
  src a9, a14, a14        // s0(w34)
  xor a9, a9, a14         // s0(w34)
  srli a14, a7, 3         // s0(w34)
  xor a9, a9, a14         // s0(w34)
  add a4, a4, a9          // w49
  ssai 6
  src a14, a5, a5         // S1(e49)
  xor a0, a0, a14         // S1(e49)
  xor a9, a11, a15        // fg
  and a9, a9, a5          // ch
  xor a9, a9, a15         // ch
  l32r a14, .Lk1e376c08_one
  add a0, a0, a9          // t49
  add a0, a0, a13         // t49
  add a0, a0, a14         // t49
  add a0, a0, a4          // t49
  add a9, a0, a10         // e50
  src a13, a9, a9         // S1(e50)
  ssai 2
  src a2, a2, a2          // S0(a47)
  xor a14, a8, a10        // ab
  s32i a0, a1, 0          // t49
  l32i a0, a1, 52         // t47
  add a2, a2, a0          // a48
  and a3, a3, a14         // maj
  xor a3, a3, a10         // maj
  add a2, a2, a3          // a48
  src a0, a2, a2          // S0(a48)
  src a10, a12, a12       // s1(w48)
  xor a10, a10, a12       // s1(w48)
  src a3, a4, a4          // s1(w49)
  xor a3, a3, a4          // s1(w49)

  // rounds 50, 51
  ssai 17
  src a10, a10, a10       // s1(w48)
  s32i a12, a1, 52        // w48
  srli a12, a12, 10       // s1(w48)
  xor a10, a10, a12       // s1(w48)
  l32i a12, a1, 40        // w43
  add a10, a10, a7        // w50
  add a10, a10, a12       // w50
  src a3, a3, a3          // s1(w49)
  srli a7, a4, 10         // s1(w49)
  xor a3, a3, a7          // s1(w49)
  l32i a7, a1, 8          // w35
  l32i a12, a1, 36        // w44
  add a3, a3, a7          // w51
  add a3, a3, a12         // w51
  ssai 11
  src a12, a9, a9         // S1(e50)
  xor a13, a13, a12       // S1(e50)
  src a12, a0, a0         // S0(a48)
  xor a0, a12, a0         // S0(a48)
  s32i a4, a1, 56         // w49
  src a4, a7, a7          // s0(w35)
  xor a4, a4, a7          // s0(w35)
  ssai 9
  src a12, a12, a12       // S0(a48)
  xor a0, a0, a12         // S0(a48)
  xor a12, a2, a8         // ab
  add a0, a0, a6          // a49
  and a14, a14, a12       // maj
  xor a14, a14, a8        // maj
  add a0, a0, a14         // a49
  src a6, a0, a0          // S0(a49)
  xor a6, a6, a0          // S0(a49)
  ssai 7
  src a4, a4, a4          // s0(w35)
  srli a7, a7, 3          // s0(w35)
  l32i a14, a1, 4         // w36
  xor a4, a4, a7          // s0(w35)
  add a10, a10, a4        // w50
  src a7, a14, a14        // s0(w36)
  ssai 25
  src a4, a9, a9          // S1(e50)
  xor a13, a13, a4        // S1(e50)
  xor a4, a5, a11         // fg
  and a4, a4, a9          // ch
  xor a4, a4, a11         // ch
  add a13, a13, a4        // t50
  l32r a4, .Lk2748774c_one
  add a13, a13, a15       // t50
  add a13, a13, a4        // t50
  add a13, a13, a10       // t50
  add a8, a13, a8         // e51
  src a15, a8, a8         // S1(e51)
  ssai 11
  src a6, a6, a6          // S0(a49)
  xor a6, a6, a0          // S0(a49)
  src a4, a8, a8          // S1(e51)
  xor a15, a15, a4        // S1(e51)
  src a4, a7, a7          // s0(w36)
  xor a4, a4, a7          // s0(w36)
  srli a7, a14, 3         // s0(w36)
  xor a4, a4, a7          // s0(w36)
  add a3, a3, a4          // w51
  ssai 6
  src a7, a8, a8          // S1(e51)
  xor a15, a15, a7        // S1(e51)
  xor a4, a9, a5          // fg
  and a4, a4, a8          // ch
  xor a4, a4, a5          // ch
  l32r a7, .Lk34b0bcb5_one
  add a15, a15, a4        // t51
  add a15, a15, a11       // t51
  add a15, a15, a7        // t51
  add a15, a15, a3        // t51
  add a4, a15, a2         // e52
  src a11, a4, a4         // S1(e52)
  ssai 2
  src a6, a6, a6          // S0(a49)
  xor a7, a0, a2          // ab
  s32i a15, a1, 8         // t51
  l32i a15, a1, 0         // t49
  add a6, a6, a15         // a50
  and a12, a12, a7        // maj
  xor a12, a12, a2        // maj
  add a6, a6, a12         // a50
  src a15, a6, a6         // S0(a50)
  src a2, a10, a10        // s1(w50)
  xor a2, a2, a10         // s1(w50)
  src a12, a3, a3         // s1(w51)
  xor a12, a12, a3        // s1(w51)

  // rounds 52, 53
  ssai 17
  src a2, a2, a2          // s1(w50)
  s32i a10, a1, 0         // w50
  srli a10, a10, 10       // s1(w50)
  xor a2, a2, a10         // s1(w50)
  l32i a10, a1, 48        // w45
  add a2, a2, a14         // w52
  add a2, a2, a10         // w52
  src a12, a12, a12       // s1(w51)
  srli a14, a3, 10        // s1(w51)
  xor a12, a12, a14       // s1(w51)
  l32i a14, a1, 16        // w37
  l32i a10, a1, 44        // w46
  add a12, a12, a14       // w53
  add a12, a12, a10       // w53
  ssai 11
  src a10, a4, a4         // S1(e52)
  xor a11, a11, a10       // S1(e52)
  src a10, a15, a15       // S0(a50)
  xor a15, a10, a15       // S0(a50)
  s32i a3, a1, 4          // w51
  src a3, a14, a14        // s0(w37)
  xor a3, a3, a14         // s0(w37)
  ssai 9
  src a10, a10, a10       // S0(a50)
  xor a15, a15, a10       // S0(a50)
  xor a10, a6, a0         // ab
  add a15, a15, a13       // a51
  and a7, a7, a10         // maj
  xor a7, a7, a0          // maj
  add a15, a15, a7        // a51
  src a13, a15, a15       // S0(a51)
  xor a13, a13, a15       // S0(a51)
  ssai 7
  src a3, a3, a3          // s0(w37)
  srli a14, a14, 3        // s0(w37)
  l32i a7, a1, 12         // w38
  xor a3, a3, a14         // s0(w37)
  add a2, a2, a3          // w52
  src a14, a7, a7         // s0(w38)
  ssai 25
  src a3, a4, a4          // S1(e52)
  xor a11, a11, a3        // S1(e52)
  xor a3, a8, a9          // fg
  and a3, a3, a4          // ch
  xor a3, a3, a9          // ch
  add a11, a11, a3        // t52
  l32r a3, .Lk391c0cb3_one
  add a11, a11, a5        // t52
  add a11, a11, a3        // t52
  add a11, a11, a2        // t52
  add a0, a11, a0         // e53
  src a5, a0, a0          // S1(e53)
  ssai 11
  src a13, a13, a13       // S0(a51)
  xor a13, a13, a15       // S0(a51)
  src a3, a0, a0          // S1(e53)
  xor a5, a5, a3          // S1(e53)
  src a3, a14, a14        // s0(w38)
  xor a3, a3, a14         // s0(w38)
  srli a14, a7, 3         // s0(w38)
  xor a3, a3, a14         // s0(w38)
  add a12, a12, a3        // w53
  ssai 6
  src a14, a0, a0         // S1(e53)
  xor a5, a5, a14         // S1(e53)
  xor a3, a4, a8          // fg
  and a3, a3, a0          // ch
  xor a3, a3, a8          // ch
  l32r a14, .Lk4ed8aa4a_one
  add a5, a5, a3          // t53
  add a5, a5, a9          // t53
  add a5, a5, a14         // t53
  add a5, a5, a12         // t53
  add a3, a5, a6          // e54
  src a9, a3, a3          // S1(e54)
  ssai 2
  src a13, a13, a13       // S0(a51)
  xor a14, a15, a6        // ab
  s32i a5, a1, 16         // t53
  l32i a5, a1, 8          // t51
  add a13, a13, a5        // a52
  and a10, a10, a14       // maj
  xor a10, a10, a6        // maj
  add a13, a13, a10       // a52
  src a5, a13, a13        // S0(a52)
  src a6, a2, a2          // s1(w52)
  xor a6, a6, a2          // s1(w52)
  src a10, a12, a12       // s1(w53)
  xor a10, a10, a12       // s1(w53)

  // rounds 54, 55
  ssai 17
  src a6, a6, a6          // s1(w52)
  s32i a2, a1, 8          // w52
  srli a2, a2, 10         // s1(w52)
  xor a6, a6, a2          // s1(w52)
  l32i a2, a1, 60         // w47
  add a6, a6, a7          // w54
  add a6, a6, a2          // w54
  src a10, a10, a10       // s1(w53)
  srli a7, a12, 10        // s1(w53)
  xor a10, a10, a7        // s1(w53)
  l32i a7, a1, 24         // w39
  l32i a2, a1, 52         // w48
  add a10, a10, a7        // w55
  add a10, a10, a2        // w55
  ssai 11
  src a2, a3, a3          // S1(e54)
  xor a9, a9, a2          // S1(e54)
  src a2, a5, a5          // S0(a52)
  xor a5, a2, a5          // S0(a52)
  s32i a12, a1, 12        // w53
  src a12, a7, a7         // s0(w39)
  xor a12, a12, a7        // s0(w39)
  ssai 9
  src a2, a2, a2          // S0(a52)
  xor a5, a5, a2          // S0(a52)
  xor a2, a13, a15        // ab
  add a5, a5, a11         // a53
  and a14, a14, a2        // maj
  xor a14, a14, a15       // maj
  add a5, a5, a14         // a53
  src a11, a5, a5         // S0(a53)
  xor a11, a11, a5        // S0(a53)
  ssai 7
  src a12, a12, a12       // s0(w39)
  srli a7, a7, 3          // s0(w39)
  l32i a14, a1, 20        // w40
  xor a12, a12, a7        // s0(w39)
  add a6, a6, a12         // w54
  src a7, a14, a14        // s0(w40)
  ssai 25
  src a12, a3, a3         // S1(e54)
  xor a9, a9, a12         // S1(e54)
  xor a12, a0, a4         // fg
  and a12, a12, a3        // ch
  xor a12, a12, a4        // ch
  add a9, a9, a12         // t54
  l32r a12, .Lk5b9cca4f_one
  add a9, a9, a8          // t54
  add a9, a9, a12         // t54
  add a9, a9, a6          // t54
  add a15, a9, a15        // e55
  src a8, a15, a15        // S1(e55)
  ssai 11
  src a11, a11, a11       // S0(a53)
  xor a11, a11, a5        // S0(a53)
  src a12, a15, a15       // S1(e55)
  xor a8, a8, a12         // S1(e55)
  src a12, a7, a7         // s0(w40)
  xor a12, a12, a7        // s0(w40)
  srli a7, a14, 3         // s0(w40)
  xor a12, a12, a7        // s0(w40)
  add a10, a10, a12       // w55
  ssai 6
  src a7, a15, a15        // S1(e55)
  xor a8, a8, a7          // S1(e55)
  xor a12, a3, a0         // fg
  and a12, a12, a15       // ch
  xor a12, a12, a0        // ch
  l32r a7, .Lk682e6ff3_one
  add a8, a8, a12         // t55
  add a8, a8, a4          // t55
  add a8, a8, a7          // t55
  add a8, a8, a10         // t55
  add a12, a8, a13        // e56
  src a4, a12, a12        // S1(e56)
  ssai 2
  src a11, a11, a11       // S0(a53)
  xor a7, a5, a13         // ab
  s32i a8, a1, 24         // t55
  l32i a8, a1, 16         // t53
  add a11, a11, a8        // a54
  and a2, a2, a7          // maj
  xor a2, a2, a13         // maj
  add a11, a11, a2        // a54
  src a8, a11, a11        // S0(a54)
  src a13, a6, a6         // s1(w54)
  xor a13, a13, a6        // s1(w54)
  src a2, a10, a10        // s1(w55)
  xor a2, a2, a10         // s1(w55)

  // rounds 56, 57
  ssai 17
  src a13, a13, a13       // s1(w54)
  s32i a6, a1, 16         // w54
  srli a6, a6, 10         // s1(w54)
  xor a13, a13, a6        // s1(w54)
  l32i a6, a1, 56         // w49
  add a13, a13, a14       // w56
  add a13, a13, a6        // w56
  src a2, a2, a2          // s1(w55)
  l32i a6, a1, 32         // w41
  srli a14, a10, 10       // s1(w55)
  xor a2, a2, a14         // s1(w55)
  l32i a14, a1, 0         // w50
  add a2, a2, a6          // w57
  add a2, a2, a14         // w57
  ssai 11
  src a14, a12, a12       // S1(e56)
  xor a4, a4, a14         // S1(e56)
  src a14, a8, a8         // S0(a54)
  xor a8, a14, a8         // S0(a54)
  s32i a10, a1, 0         // w55
  src a10, a6, a6         // s0(w41)
  xor a10, a10, a6        // s0(w41)
  ssai 9
  src a14, a14, a14       // S0(a54)
  xor a8, a8, a14         // S0(a54)
  xor a14, a11, a5        // ab
  add a8, a8, a9          // a55
  and a7, a7, a14         // maj
  xor a7, a7, a5          // maj
  add a8, a8, a7          // a55
  src a9, a8, a8          // S0(a55)
  xor a9, a9, a8          // S0(a55)
  ssai 7
  src a10, a10, a10       // s0(w41)
  srli a6, a6, 3          // s0(w41)
  l32i a7, a1, 28         // w42
  xor a10, a10, a6        // s0(w41)
  add a13, a13, a10       // w56
  src a6, a7, a7          // s0(w42)
  ssai 25
  src a10, a12, a12       // S1(e56)
  xor a4, a4, a10         // S1(e56)
  xor a10, a15, a3        // fg
  and a10, a10, a12       // ch
  xor a10, a10, a3        // ch
  add a4, a4, a10         // t56
  l32r a10, .Lk748f82ee_one
  add a4, a4, a0          // t56
  add a4, a4, a10         // t56
  add a4, a4, a13         // t56
  add a5, a4, a5          // e57
  src a0, a5, a5          // S1(e57)
  ssai 11
  src a9, a9, a9          // S0(a55)
  xor a9, a9, a8          // S0(a55)
  src a10, a5, a5         // S1(e57)
  xor a0, a0, a10         // S1(e57)
  src a10, a6, a6         // s0(w42)
  xor a10, a10, a6        // s0(w42)
  srli a6, a7, 3          // s0(w42)
  xor a10, a10, a6        // s0(w42)
  add a2, a2, a10         // w57
  ssai 6
  src a6, a5, a5          // S1(e57)
  xor a0, a0, a6          // S1(e57)
  xor a10, a12, a15       // fg
  and a10, a10, a5        // ch
  xor a10, a10, a15       // ch
  l32r a6, .Lk78a5636f_one
  add a0, a0, a10         // t57
  add a0, a0, a3          // t57
  add a0, a0, a6          // t57
  add a0, a0, a2          // t57
  add a10, a0, a11        // e58
  src a3, a10, a10        // S1(e58)
  ssai 2
  src a9, a9, a9          // S0(a55)
  xor a6, a8, a11         // ab
  s32i a0, a1, 32         // t57
  l32i a0, a1, 24         // t55
  add a9, a9, a0          // a56
  and a14, a14, a6        // maj
  xor a14, a14, a11       // maj
  add a9, a9, a14         // a56
  src a0, a9, a9          // S0(a56)
  src a11, a13, a13       // s1(w56)
  xor a11, a11, a13       // s1(w56)
  src a14, a2, a2         // s1(w57)
  xor a14, a14, a2        // s1(w57)

  // rounds 58, 59
  ssai 17
  src a11, a11, a11       // s1(w56)
  s32i a13, a1, 24        // w56
  srli a13, a13, 10       // s1(w56)
  xor a11, a11, a13       // s1(w56)
  l32i a13, a1, 4         // w51
  add a11, a11, a7        // w58
  add a11, a11, a13       // w58
  src a14, a14, a14       // s1(w57)
  l32i a7, a1, 40         // w43
  srli a2, a2, 10         // s1(w57)
  l32i a13, a1, 8         // w52
  xor a14, a14, a2        // s1(w57)
  add a14, a14, a7        // w59
  add a14, a14, a13       // w59
  ssai 11
  src a2, a10, a10        // S1(e58)
  xor a3, a3, a2          // S1(e58)
  src a13, a0, a0         // S0(a56)
  xor a0, a13, a0         // S0(a56)
  src a2, a7, a7          // s0(w43)
  xor a2, a2, a7          // s0(w43)
  ssai 9
  src a13, a13, a13       // S0(a56)
  xor a0, a0, a13         // S0(a56)
  xor a13, a9, a8         // ab
  add a0, a0, a4          // a57
  and a6, a6, a13         // maj
  xor a6, a6, a8          // maj
  add a0, a0, a6          // a57
  src a4, a0, a0          // S0(a57)
  xor a4, a4, a0          // S0(a57)
  ssai 7
  src a2, a2, a2          // s0(w43)
  srli a7, a7, 3          // s0(w43)
  l32i a6, a1, 36         // w44
  xor a2, a2, a7          // s0(w43)
  add a11, a11, a2        // w58
  src a7, a6, a6          // s0(w44)
  ssai 25
  src a2, a10, a10        // S1(e58)
  xor a3, a3, a2          // S1(e58)
  xor a2, a5, a12         // fg
  and a2, a2, a10         // ch
  xor a2, a2, a12         // ch
  add a3, a3, a2          // t58
  l32r a2, .Lk84c87814_one
  add a3, a3, a15         // t58
  add a3, a3, a2          // t58
  add a3, a3, a11         // t58
  add a8, a3, a8          // e59
  src a15, a8, a8         // S1(e59)
  ssai 11
  src a4, a4, a4          // S0(a57)
  xor a4, a4, a0          // S0(a57)
  src a2, a8, a8          // S1(e59)
  xor a15, a15, a2        // S1(e59)
  src a2, a7, a7          // s0(w44)
  xor a2, a2, a7          // s0(w44)
  srli a7, a6, 3          // s0(w44)
  xor a2, a2, a7          // s0(w44)
  add a14, a14, a2        // w59
  ssai 6
  src a7, a8, a8          // S1(e59)
  xor a15, a15, a7        // S1(e59)
  xor a2, a10, a5         // fg
  and a2, a2, a8          // ch
  xor a2, a2, a5          // ch
  l32r a7, .Lk8cc70208_one
  add a15, a15, a2        // t59
  add a15, a15, a12       // t59
  add a15, a15, a7        // t59
  add a15, a15, a14       // t59
  add a2, a15, a9         // e60
  src a12, a2, a2         // S1(e60)
  ssai 2
  src a4, a4, a4          // S0(a57)
  xor a7, a0, a9          // ab
  s32i a15, a1, 40        // t59
  l32i a15, a1, 32        // t57
  add a4, a4, a15         // a58
  and a13, a13, a7        // maj
  xor a13, a13, a9        // maj
  add a4, a4, a13         // a58
  src a15, a4, a4         // S0(a58)
  src a9, a11, a11        // s1(w58)
  xor a9, a9, a11         // s1(w58)
  src a13, a14, a14       // s1(w59)
  xor a13, a13, a14       // s1(w59)

  // rounds 60, 61
  ssai 17
  src a9, a9, a9          // s1(w58)
  srli a11, a11, 10       // s1(w58)
  xor a9, a9, a11         // s1(w58)
  l32i a11, a1, 12        // w53
  add a9, a9, a6          // w60
  add a9, a9, a11         // w60
  src a13, a13, a13       // s1(w59)
  l32i a6, a1, 48         // w45
  srli a14, a14, 10       // s1(w59)
  l32i a11, a1, 16        // w54
  xor a13, a13, a14       // s1(w59)
  add a13, a13, a6        // w61
  add a13, a13, a11       // w61
  ssai 11
  src a14, a2, a2         // S1(e60)
  xor a12, a12, a14       // S1(e60)
  src a11, a15, a15       // S0(a58)
  xor a15, a11, a15       // S0(a58)
  src a14, a6, a6         // s0(w45)
  xor a14, a14, a6        // s0(w45)
  ssai 9
  src a11, a11, a11       // S0(a58)
  xor a15, a15, a11       // S0(a58)
  xor a11, a4, a0         // ab
  add a15, a15, a3        // a59
  and a7, a7, a11         // maj
  xor a7, a7, a0          // maj
  add a15, a15, a7        // a59
  src a3, a15, a15        // S0(a59)
  xor a3, a3, a15         // S0(a59)
  ssai 7
  src a14, a14, a14       // s0(w45)
  srli a6, a6, 3          // s0(w45)
  l32i a7, a1, 44         // w46
  xor a14, a14, a6        // s0(w45)
  add a9, a9, a14         // w60
  src a6, a7, a7          // s0(w46)
  ssai 25
  src a14, a2, a2         // S1(e60)
  xor a12, a12, a14       // S1(e60)
  xor a14, a8, a10        // fg
  and a14, a14, a2        // ch
  xor a14, a14, a10       // ch
  add a12, a12, a14       // t60
  l32r a14, .Lk90befffa_one
  add a12, a12, a5        // t60
  add a12, a12, a14       // t60
  add a12, a12, a9        // t60
  add a0, a12, a0         // e61
  src a5, a0, a0          // S1(e61)
  ssai 11
  src a3, a3, a3          // S0(a59)
  xor a3, a3, a15         // S0(a59)
  src a14, a0, a0         // S1(e61)
  xor a5, a5, a14         // S1(e61)
  src a14, a6, a6         // s0(w46)
  xor a14, a14, a6        // s0(w46)
  srli a6, a7, 3          // s0(w46)
  xor a14, a14, a6        // s0(w46)
  add a13, a13, a14       // w61
  ssai 6
  src a6, a0, a0          // S1(e61)
  xor a5, a5, a6          // S1(e61)
  xor a14, a2, a8         // fg
  and a14, a14, a0        // ch
  xor a14, a14, a8        // ch
  l32r a6, .Lka4506ceb_one
  add a5, a5, a14         // t61
  add a5, a5, a10         // t61
  add a5, a5, a6          // t61
  add a5, a5, a13         // t61
  add a14, a5, a4         // e62
  src a10, a14, a14       // S1(e62)
  ssai 2
  src a3, a3, a3          // S0(a59)
  xor a6, a15, a4         // ab
  s32i a5, a1, 48         // t61
  l32i a5, a1, 40         // t59
  add a3, a3, a5          // a60
  and a11, a11, a6        // maj
  xor a11, a11, a4        // maj
  add a3, a3, a11         // a60
  src a5, a3, a3          // S0(a60)
  src a4, a9, a9          // s1(w60)
  xor a4, a4, a9          // s1(w60)
  src a11, a13, a13       // s1(w61)
  xor a11, a11, a13       // s1(w61)

  // rounds 62, 63
  ssai 17
  src a4, a4, a4          // s1(w60)
  srli a9, a9, 10         // s1(w60)
  xor a4, a4, a9          // s1(w60)
  l32i a9, a1, 0          // w55
  add a4, a4, a7          // w62
  add a4, a4, a9          // w62
  src a11, a11, a11       // s1(w61)
  l32i a7, a1, 60         // w47
  srli a13, a13, 10       // s1(w61)
  l32i a9, a1, 24         // w56
  xor a11, a11, a13       // s1(w61)
  add a11, a11, a7        // w63
  add a11, a11, a9        // w63
  ssai 11
  src a13, a14, a14       // S1(e62)
  xor a10, a10, a13       // S1(e62)
  src a9, a5, a5          // S0(a60)
  xor a5, a9, a5          // S0(a60)
  src a13, a7, a7         // s0(w47)
  xor a13, a13, a7        // s0(w47)
  ssai 9
  src a9, a9, a9          // S0(a60)
  xor a5, a5, a9          // S0(a60)
  xor a9, a3, a15         // ab
  add a5, a5, a12         // a61
  and a6, a6, a9          // maj
  xor a6, a6, a15         // maj
  add a5, a5, a6          // a61
  src a12, a5, a5         // S0(a61)
  xor a12, a12, a5        // S0(a61)
  ssai 7
  src a13, a13, a13       // s0(w47)
  srli a7, a7, 3          // s0(w47)
  l32i a6, a1, 52         // w48
  xor a13, a13, a7        // s0(w47)
  add a4, a4, a13         // w62
  src a7, a6, a6          // s0(w48)
  ssai 25
  src a13, a14, a14       // S1(e62)
  xor a10, a10, a13       // S1(e62)
  xor a13, a0, a2         // fg
  and a13, a13, a14       // ch
  xor a13, a13, a2        // ch
  add a10, a10, a13       // t62
  l32r a13, .Lkbef9a3f7_one
  add a10, a10, a8        // t62
  add a10, a10, a13       // t62
  add a10, a10, a4        // t62
  add a15, a10, a15       // e63
  src a8, a15, a15        // S1(e63)
  ssai 11
  src a12, a12, a12       // S0(a61)
  xor a12, a12, a5        // S0(a61)
  src a13, a15, a15       // S1(e63)
  xor a8, a8, a13         // S1(e63)
  src a4, a7, a7          // s0(w48)
  xor a4, a4, a7          // s0(w48)
  srli a6, a6, 3          // s0(w48)
  xor a4, a4, a6          // s0(w48)
  add a11, a11, a4        // w63
  ssai 6
  src a13, a15, a15       // S1(e63)
  xor a8, a8, a13         // S1(e63)
  xor a7, a14, a0         // fg
  and a7, a7, a15         // ch
  xor a7, a7, a0          // ch
  l32r a6, .Lkc67178f2_one
  add a8, a8, a7          // t63
  add a8, a8, a2          // t63
  add a8, a8, a6          // t63
  add a8, a8, a11         // t63
  add a4, a8, a3          // e64
  ssai 2
  l32i a7, a1, 48         // t61
  src a12, a12, a12       // S0(a61)
  xor a13, a5, a3         // ab
  add a12, a12, a7        // a62
  and a9, a9, a13         // maj
  xor a9, a9, a3          // maj
  add a12, a12, a9        // a62
  src a2, a12, a12        // S0(a62)
  ssai 11
  src a6, a2, a2          // S0(a62)
  xor a2, a6, a2          // S0(a62)
  ssai 9
  src a6, a6, a6          // S0(a62)
  xor a2, a2, a6          // S0(a62)
  xor a11, a12, a5        // ab
  add a2, a2, a10         // a63
  and a13, a13, a11       // maj
  xor a13, a13, a5        // maj
  add a2, a2, a13         // a63
  src a7, a2, a2          // S0(a63)
  xor a7, a7, a2          // S0(a63)
  ssai 11
  src a7, a7, a7          // S0(a63)
  xor a7, a7, a2          // S0(a63)
  ssai 2
  src a7, a7, a7          // S0(a63)
  xor a3, a2, a12         // ab
  add a7, a7, a8          // a64
  and a11, a11, a3        // maj
  l32i a9, a1, 96         // midstate.0
  xor a11, a11, a12       // maj
  l32i a6, a1, 100        // midstate.1
  add a7, a7, a11         // a64

  // first digest
  l32i a10, a1, 104       // midstate.2
  add a9, a9, a7          // w0
  l32i a13, a1, 108       // midstate.3
  add a6, a6, a2          // w1
  l32i a8, a1, 112        // midstate.4
  add a10, a10, a12       // w2
  l32i a3, a1, 116        // midstate.5
  add a13, a13, a5        // w3
  l32i a11, a1, 120       // midstate.6
  add a8, a8, a4          // w4
  l32i a7, a1, 124        // midstate.7
  add a3, a3, a15         // w5
  l32r a2, .Lkfc08884d_one
  add a11, a11, a14       // w6
  l32r a12, .Lk98c7e2a2_one
  add a7, a7, a0          // w7

  // second hash: round 0 is one addition each, round 1
  add a2, a9, a2          // a1
  add a12, a9, a12        // e1
  ssai 25
  src a5, a12, a12        // S1(e1)
  ssai 9
  src a4, a2, a2          // S0(a1)
  xor a4, a4, a2          // S0(a1)
  ssai 11
  src a15, a12, a12       // S1(e1)
  xor a5, a5, a15         // S1(e1)
  src a4, a4, a4          // S0(a1)
  xor a4, a4, a2          // S0(a1)

  // rounds 2, 3
  ssai 6
  l32r a0, .Lkca0b3af3_one
  src a14, a12, a12       // S1(e1)
  l32r a15, .Lk9b05688c_one
  xor a5, a5, a14         // S1(e1)
  and a0, a0, a12         // ch
  l32r a14, .Lk90bb1e3c_one
  xor a0, a0, a15         // ch
  add a5, a5, a0          // t1
  l32r a15, .Lk3c6ef372_one
  add a5, a5, a14         // t1
  add a5, a5, a6          // t1
  add a15, a5, a15        // e2
  src a0, a15, a15        // S1(e2)
  l32r a14, .Lk6a09e667_one
  ssai 2
  src a4, a4, a4          // S0(a1)
  s32i a9, a1, 48         // w0
  xor a9, a2, a14         // ab
  add a4, a4, a5          // a2
  l32r a5, .Lkd16e48e2_one
  and a5, a5, a9          // maj
  xor a5, a5, a14         // maj
  add a4, a4, a5          // a2
  src a5, a4, a4          // S0(a2)
  ssai 11
  s32i a6, a1, 52         // w1
  src a6, a15, a15        // S1(e2)
  xor a0, a0, a6          // S1(e2)
  src a6, a5, a5          // S0(a2)
  xor a5, a6, a5          // S0(a2)
  ssai 25
  s32i a7, a1, 60         // w7
  src a7, a15, a15        // S1(e2)
  xor a0, a0, a7          // S1(e2)
  l32r a7, .Lk510e527f_one
  s32i a11, a1, 24        // w6
  xor a11, a12, a7        // fg
  and a11, a11, a15       // ch
  xor a11, a11, a7        // ch
  l32r a7, .Lk50c6645b_one
  add a0, a0, a11         // t2
  l32r a11, .Lkbb67ae85_one
  add a0, a0, a7          // t2
  add a0, a0, a10         // t2
  add a11, a0, a11        // e3
  src a7, a11, a11        // S1(e3)
  ssai 9
  src a6, a6, a6          // S0(a2)
  xor a5, a5, a6          // S0(a2)
  xor a6, a4, a2          // ab
  add a5, a5, a0          // a3
  and a9, a9, a6          // maj
  xor a9, a9, a2          // maj
  add a5, a5, a9          // a3
  src a0, a5, a5          // S0(a3)
  xor a0, a0, a5          // S0(a3)
  ssai 11
  src a9, a11, a11        // S1(e3)
  xor a7, a7, a9          // S1(e3)
  src a0, a0, a0          // S0(a3)
  xor a0, a0, a5          // S0(a3)

  // rounds 4, 5
  ssai 6
  src a9, a11, a11        // S1(e3)
  xor a7, a7, a9          // S1(e3)
  xor a9, a15, a12        // fg
  and a9, a9, a11         // ch
  xor a9, a9, a12         // ch
  add a7, a7, a9          // t3
  l32r a9, .Lk3ac42e24_one
  add a7, a7, a9          // t3
  add a7, a7, a13         // t3
  add a14, a7, a14        // e4
  src a9, a14, a14        // S1(e4)
  ssai 2
  src a0, a0, a0          // S0(a3)
  s32i a13, a1, 0         // w3
  xor a13, a5, a4         // ab
  add a0, a0, a7          // a4
  and a6, a6, a13         // maj
  xor a6, a6, a4          // maj
  add a0, a0, a6          // a4
  src a7, a0, a0          // S0(a4)
  ssai 11
  src a6, a14, a14        // S1(e4)
  xor a9, a9, a6          // S1(e4)
  src a6, a7, a7          // S0(a4)
  xor a7, a6, a7          // S0(a4)
  ssai 25
  s32i a10, a1, 44        // w2
  src a10, a14, a14       // S1(e4)
  xor a9, a9, a10         // S1(e4)
  xor a10, a11, a15       // fg
  and a10, a10, a14       // ch
  xor a10, a10, a15       // ch
  add a9, a9, a10         // t4
  l32r a10, .Lk3956c25b_one
  add a9, a9, a12         // t4
  add a9, a9, a10         // t4
  add a9, a9, a8          // t4
  add a2, a9, a2          // e5
  src a12, a2, a2         // S1(e5)
  ssai 9
  src a6, a6, a6          // S0(a4)
  xor a7, a7, a6          // S0(a4)
  xor a10, a0, a5         // ab
  add a7, a7, a9          // a5
  and a13, a13, a10       // maj
  xor a13, a13, a5        // maj
  add a7, a7, a13         // a5
  src a6, a7, a7          // S0(a5)
  xor a6, a6, a7          // S0(a5)
  ssai 11
  src a9, a2, a2          // S1(e5)
  xor a12, a12, a9        // S1(e5)
  src a6, a6, a6          // S0(a5)
  xor a6, a6, a7          // S0(a5)

  // rounds 6, 7
  ssai 6
  src a13, a2, a2         // S1(e5)
  xor a12, a12, a13       // S1(e5)
  xor a9, a14, a11        // fg
  and a9, a9, a2          // ch
  xor a9, a9, a11         // ch
  l32r a13, .Lk59f111f1_one
  add a12, a12, a9        // t5
  add a12, a12, a15       // t5
  add a12, a12, a13       // t5
  add a12, a12, a3        // t5
  add a4, a12, a4         // e6
  src a9, a4, a4          // S1(e6)
  ssai 2
  src a6, a6, a6          // S0(a5)
  xor a15, a7, a0         // ab
  add a6, a6, a12         // a6
  and a10, a10, a15       // maj
  xor a10, a10, a0        // maj
  add a6, a6, a10         // a6
  src a13, a6, a6         // S0(a6)
  ssai 11
  src a12, a4, a4         // S1(e6)
  xor a9, a9, a12         // S1(e6)
  src a10, a13, a13       // S0(a6)
  xor a13, a10, a13       // S0(a6)
  ssai 25
  src a12, a4, a4         // S1(e6)
  xor a9, a9, a12         // S1(e6)
  xor a12, a2, a14        // fg
  and a12, a12, a4        // ch
  xor a12, a12, a14       // ch
  add a9, a9, a12         // t6
  l32r a12, .Lk923f82a4_one
  add a9, a9, a11         // t6
  l32i a11, a1, 24        // w6
  add a9, a9, a12         // t6
  add a9, a9, a11         // t6
  add a5, a9, a5          // e7
  src a12, a5, a5         // S1(e7)
  ssai 9
  src a10, a10, a10       // S0(a6)
  xor a13, a13, a10       // S0(a6)
  xor a10, a6, a7         // ab
  add a13, a13, a9        // a7
  and a15, a15, a10       // maj
  xor a15, a15, a7        // maj
  add a13, a13, a15       // a7
  src a9, a13, a13        // S0(a7)
  xor a9, a9, a13         // S0(a7)
  ssai 11
  src a15, a5, a5         // S1(e7)
  xor a12, a12, a15       // S1(e7)
  src a9, a9, a9          // S0(a7)
  xor a9, a9, a13         // S0(a7)

  // rounds 8, 9
  ssai 6
  src a15, a5, a5         // S1(e7)
  xor a12, a12, a15       // S1(e7)
  xor a15, a4, a2         // fg
  and a15, a15, a5        // ch
  xor a15, a15, a2        // ch
  add a12, a12, a15       // t7
  l32r a15, .Lkab1c5ed5_one
  add a12, a12, a14       // t7
  l32i a14, a1, 60        // w7
  add a12, a12, a15       // t7
  add a12, a12, a14       // t7
  add a0, a12, a0         // e8
  src a15, a0, a0         // S1(e8)
  ssai 2
  src a9, a9, a9          // S0(a7)
  xor a14, a13, a6        // ab
  add a9, a9, a12         // a8
  and a10, a10, a14       // maj
  xor a10, a10, a6        // maj
  add a9, a9, a10         // a8
  src a12, a9, a9         // S0(a8)
  ssai 11
  src a10, a0, a0         // S1(e8)
  xor a15, a15, a10       // S1(e8)
  src a10, a12, a12       // S0(a8)
  xor a12, a10, a12       // S0(a8)
  ssai 25
  src a11, a0, a0         // S1(e8)
  xor a15, a15, a11       // S1(e8)
  xor a11, a5, a4         // fg
  and a11, a11, a0        // ch
  xor a11, a11, a4        // ch
  add a15, a15, a11       // t8
  l32r a11, .Lk5807aa98_one
  add a15, a15, a2        // t8
  add a15, a15, a11       // t8
  add a7, a15, a7         // e9
  src a2, a7, a7          // S1(e9)
  ssai 9
  src a10, a10, a10       // S0(a8)
  xor a12, a12, a10       // S0(a8)
  xor a11, a9, a13        // ab
  add a12, a12, a15       // a9
  and a14, a14, a11       // maj
  xor a14, a14, a13       // maj
  add a12, a12, a14       // a9
  src a10, a12, a12       // S0(a9)
  xor a10, a10, a12       // S0(a9)
  ssai 11
  src a15, a7, a7         // S1(e9)
  xor a2, a2, a15         // S1(e9)
  src a10, a10, a10       // S0(a9)
  xor a10, a10, a12       // S0(a9)

  // rounds 10, 11
  ssai 6
  src a14, a7, a7         // S1(e9)
  xor a2, a2, a14         // S1(e9)
  xor a15, a0, a5         // fg
  and a15, a15, a7        // ch
  xor a15, a15, a5        // ch
  l32r a14, .Lk12835b01_one
  add a2, a2, a15         // t9
  add a2, a2, a4          // t9
  add a2, a2, a14         // t9
  add a6, a2, a6          // e10
  src a15, a6, a6         // S1(e10)
  ssai 2
  src a10, a10, a10       // S0(a9)
  xor a4, a12, a9         // ab
  add a10, a10, a2        // a10
  and a11, a11, a4        // maj
  xor a11, a11, a9        // maj
  add a10, a10, a11       // a10
  src a14, a10, a10       // S0(a10)
  ssai 11
  src a2, a6, a6          // S1(e10)
  xor a15, a15, a2        // S1(e10)
  src a11, a14, a14       // S0(a10)
  xor a14, a11, a14       // S0(a10)
  ssai 25
  src a2, a6, a6          // S1(e10)
  xor a15, a15, a2        // S1(e10)
  xor a2, a7, a0          // fg
  and a2, a2, a6          // ch
  xor a2, a2, a0          // ch
  add a15, a15, a2        // t10
  l32r a2, .Lk243185be_one
  add a15, a15, a5        // t10
  add a15, a15, a2        // t10
  add a13, a15, a13       // e11
  src a5, a13, a13        // S1(e11)
  ssai 9
  src a11, a11, a11       // S0(a10)
  xor a14, a14, a11       // S0(a10)
  xor a2, a10, a12        // ab
  add a14, a14, a15       // a11
  and a4, a4, a2          // maj
  xor a4, a4, a12         // maj
  add a14, a14, a4        // a11
  src a11, a14, a14       // S0(a11)
  xor a11, a11, a14       // S0(a11)
  ssai 11
  src a15, a13, a13       // S1(e11)
  xor a5, a5, a15         // S1(e11)
  src a11, a11, a11       // S0(a11)
  xor a11, a11, a14       // S0(a11)

  // rounds 12, 13
  ssai 6
  src a4, a13, a13        // S1(e11)
  xor a5, a5, a4          // S1(e11)
  xor a15, a6, a7         // fg
  and a15, a15, a13       // ch
  xor a15, a15, a7        // ch
  l32r a4, .Lk550c7dc3_one
  add a5, a5, a15         // t11
  add a5, a5, a0          // t11
  add a5, a5, a4          // t11
  add a9, a5, a9          // e12
  src a15, a9, a9         // S1(e12)
  ssai 2
  src a11, a11, a11       // S0(a11)
  xor a0, a14, a10        // ab
  add a11, a11, a5        // a12
  and a2, a2, a0          // maj
  xor a2, a2, a10         // maj
  add a11, a11, a2        // a12
  src a4, a11, a11        // S0(a12)
  ssai 11
  src a5, a9, a9          // S1(e12)
  xor a15, a15, a5        // S1(e12)
  src a2, a4, a4          // S0(a12)
  xor a4, a2, a4          // S0(a12)
  ssai 25
  src a5, a9, a9          // S1(e12)
  xor a15, a15, a5        // S1(e12)
  xor a5, a13, a6         // fg
  and a5, a5, a9          // ch
  xor a5, a5, a6          // ch
  add a15, a15, a5        // t12
  l32r a5, .Lk72be5d74_one
  add a15, a15, a7        // t12
  add a15, a15, a5        // t12
  add a12, a15, a12       // e13
  src a7, a12, a12        // S1(e13)
  ssai 9
  src a2, a2, a2          // S0(a12)
  xor a4, a4, a2          // S0(a12)
  xor a5, a11, a14        // ab
  add a4, a4, a15         // a13
  and a0, a0, a5          // maj
  xor a0, a0, a14         // maj
  add a4, a4, a0          // a13
  src a2, a4, a4          // S0(a13)
  xor a2, a2, a4          // S0(a13)
  ssai 11
  src a15, a12, a12       // S1(e13)
  xor a7, a7, a15         // S1(e13)
  src a2, a2, a2          // S0(a13)
  xor a2, a2, a4          // S0(a13)

  // rounds 14, 15
  ssai 6
  src a0, a12, a12        // S1(e13)
  xor a7, a7, a0          // S1(e13)
  xor a15, a9, a13        // fg
  and a15, a15, a12       // ch
  xor a15, a15, a13       // ch
  l32r a0, .Lk80deb1fe_one
  add a7, a7, a15         // t13
  add a7, a7, a6          // t13
  add a7, a7, a0          // t13
  add a10, a7, a10        // e14
  src a15, a10, a10       // S1(e14)
  ssai 11
  src a6, a10, a10        // S1(e14)
  xor a15, a15, a6        // S1(e14)
  ssai 25
  src a0, a10, a10        // S1(e14)
  xor a15, a15, a0        // S1(e14)
  xor a6, a12, a9         // fg
  and a6, a6, a10         // ch
  xor a6, a6, a9          // ch
  l32r a0, .Lk9bdc06a7_one
  add a15, a15, a6        // t14
  add a15, a15, a13       // t14
  add a15, a15, a0        // t14
  add a14, a15, a14       // e15
  src a6, a14, a14        // S1(e15)
  ssai 11
  src a13, a14, a14       // S1(e15)
  xor a6, a6, a13         // S1(e15)
  ssai 6
  src a0, a14, a14        // S1(e15)
  xor a6, a6, a0          // S1(e15)
  xor a13, a10, a12       // fg
  and a13, a13, a14       // ch
  xor a13, a13, a12       // ch
  l32r a0, .Lkc19bf274_one
  add a6, a6, a13         // t15
  add a6, a6, a9          // t15
  add a6, a6, a0          // t15
  add a13, a6, a11        // e16
  src a9, a13, a13        // S1(e16)
  ssai 2
  src a2, a2, a2          // S0(a13)
  xor a0, a4, a11         // ab
  add a2, a2, a7          // a14
  and a5, a5, a0          // maj
  xor a5, a5, a11         // maj
  add a2, a2, a5          // a14
  src a7, a2, a2          // S0(a14)

  // rounds 16, 17
  ssai 11
  src a11, a13, a13       // S1(e16)
  xor a9, a9, a11         // S1(e16)
  l32i a11, a1, 52        // w1
  src a5, a7, a7          // S0(a14)
  xor a7, a5, a7          // S0(a14)
  s32i a3, a1, 40         // w5
  src a3, a11, a11        // s0(w1)
  xor a3, a3, a11         // s0(w1)
  ssai 9
  src a5, a5, a5          // S0(a14)
  xor a7, a7, a5          // S0(a14)
  xor a5, a2, a4          // ab
  add a7, a7, a15         // a15
  and a0, a0, a5          // maj
  xor a0, a0, a4          // maj
  add a7, a7, a0          // a15
  src a15, a7, a7         // S0(a15)
  xor a15, a15, a7        // S0(a15)
  ssai 7
  src a3, a3, a3          // s0(w1)
  srli a0, a11, 3         // s0(w1)
  xor a3, a3, a0          // s0(w1)
  l32i a0, a1, 48         // w0
  add a3, a3, a0          // w16
  l32i a0, a1, 44         // w2
  s32i a8, a1, 48         // w4
  src a8, a0, a0          // s0(w2)
  ssai 25
  src a11, a13, a13       // S1(e16)
  xor a9, a9, a11         // S1(e16)
  xor a11, a14, a10       // fg
  and a11, a11, a13       // ch
  xor a11, a11, a10       // ch
  add a9, a9, a11         // t16
  l32r a11, .Lke49b69c1_one
  add a9, a9, a12         // t16
  add a9, a9, a11         // t16
  add a9, a9, a3          // t16
  add a4, a9, a4          // e17
  src a12, a4, a4         // S1(e17)
  ssai 11
  src a15, a15, a15       // S0(a15)
  xor a15, a15, a7        // S0(a15)
  src a11, a4, a4         // S1(e17)
  xor a12, a12, a11       // S1(e17)
  src a11, a8, a8         // s0(w2)
  xor a11, a11, a8        // s0(w2)
  srli a8, a0, 3          // s0(w2)
  xor a11, a11, a8        // s0(w2)
  l32i a8, a1, 52         // w1
  add a11, a11, a8        // w17
  l32r a8, .Lk00a00000_one
  add a11, a11, a8        // w17
  ssai 6
  src a8, a4, a4          // S1(e17)
  xor a12, a12, a8        // S1(e17)
  xor a8, a13, a14        // fg
  and a8, a8, a4          // ch
  xor a8, a8, a14         // ch
  add a12, a12, a8        // t17
  l32r a8, .Lkefbe4786_one
  add a12, a12, a10       // t17
  add a12, a12, a8        // t17
  add a12, a12, a11       // t17
  add a10, a12, a2        // e18
  src a8, a10, a10        // S1(e18)
  ssai 2
  src a15, a15, a15       // S0(a15)
  s32i a12, a1, 52        // t17
  xor a12, a7, a2         // ab
  add a15, a15, a6        // a16
  and a5, a5, a12         // maj
  xor a5, a5, a2          // maj
  add a15, a15, a5        // a16
  src a6, a15, a15        // S0(a16)
  src a2, a3, a3          // s1(w16)
  xor a2, a2, a3          // s1(w16)
  src a5, a11, a11        // s1(w17)
  xor a5, a5, a11         // s1(w17)

  // rounds 18, 19
  ssai 17
  src a2, a2, a2          // s1(w16)
  s32i a3, a1, 16         // w16
  srli a3, a3, 10         // s1(w16)
  xor a2, a2, a3          // s1(w16)
  add a2, a2, a0          // w18
  src a5, a5, a5          // s1(w17)
  l32i a0, a1, 0          // w3
  srli a3, a11, 10        // s1(w17)
  xor a5, a5, a3          // s1(w17)
  add a5, a5, a0          // w19
  ssai 11
  src a3, a10, a10        // S1(e18)
  xor a8, a8, a3          // S1(e18)
  src a3, a6, a6          // S0(a16)
  xor a6, a3, a6          // S0(a16)
  s32i a11, a1, 44        // w17
  src a11, a0, a0         // s0(w3)
  xor a11, a11, a0        // s0(w3)
  ssai 9
  src a3, a3, a3          // S0(a16)
  xor a6, a6, a3          // S0(a16)
  xor a3, a15, a7         // ab
  add a6, a6, a9          // a17
  and a12, a12, a3        // maj
  xor a12, a12, a7        // maj
  add a6, a6, a12         // a17
  src a9, a6, a6          // S0(a17)
  xor a9, a9, a6          // S0(a17)
  ssai 7
  src a11, a11, a11       // s0(w3)
  srli a0, a0, 3          // s0(w3)
  l32i a12, a1, 48        // w4
  xor a11, a11, a0        // s0(w3)
  add a2, a2, a11         // w18
  src a0, a12, a12        // s0(w4)
  ssai 25
  src a11, a10, a10       // S1(e18)
  xor a8, a8, a11         // S1(e18)
  xor a11, a4, a13        // fg
  and a11, a11, a10       // ch
  xor a11, a11, a13       // ch
  add a8, a8, a11         // t18
  l32r a11, .Lk0fc19dc6_one
  add a8, a8, a14         // t18
  add a8, a8, a11         // t18
  add a8, a8, a2          // t18
  add a7, a8, a7          // e19
  src a14, a7, a7         // S1(e19)
  ssai 11
  src a9, a9, a9          // S0(a17)
  xor a9, a9, a6          // S0(a17)
  src a11, a7, a7         // S1(e19)
  xor a14, a14, a11       // S1(e19)
  src a11, a0, a0         // s0(w4)
  xor a11, a11, a0        // s0(w4)
  srli a0, a12, 3         // s0(w4)
  xor a11, a11, a0        // s0(w4)
  add a5, a5, a11         // w19
  ssai 6
  src a0, a7, a7          // S1(e19)
  xor a14, a14, a0        // S1(e19)
  xor a11, a10, a4        // fg
  and a11, a11, a7        // ch
  xor a11, a11, a4        // ch
  l32r a0, .Lk240ca1cc_one
  add a14, a14, a11       // t19
  add a14, a14, a13       // t19
  add a14, a14, a0        // t19
  add a14, a14, a5        // t19
  add a11, a14, a15       // e20
  src a13, a11, a11       // S1(e20)
  ssai 2
  src a9, a9, a9          // S0(a17)
  xor a0, a6, a15         // ab
  s32i a14, a1, 0         // t19
  l32i a14, a1, 52        // t17
  add a9, a9, a14         // a18
  and a3, a3, a0          // maj
  xor a3, a3, a15         // maj
  add a9, a9, a3          // a18
  src a14, a9, a9         // S0(a18)
  src a15, a2, a2         // s1(w18)
  xor a15, a15, a2        // s1(w18)
  src a3, a5, a5          // s1(w19)
  xor a3, a3, a5          // s1(w19)

  // rounds 20, 21
  ssai 17
  src a15, a15, a15       // s1(w18)
  s32i a2, a1, 52         // w18
  srli a2, a2, 10         // s1(w18)
  xor a15, a15, a2        // s1(w18)
  add a15, a15, a12       // w20
  src a3, a3, a3          // s1(w19)
  l32i a12, a1, 40        // w5
  srli a2, a5, 10         // s1(w19)
  xor a3, a3, a2          // s1(w19)
  add a3, a3, a12         // w21
  ssai 11
  src a2, a11, a11        // S1(e20)
  xor a13, a13, a2        // S1(e20)
  src a2, a14, a14        // S0(a18)
  xor a14, a2, a14        // S0(a18)
  s32i a5, a1, 48         // w19
  src a5, a12, a12        // s0(w5)
  xor a5, a5, a12         // s0(w5)
  ssai 9
  src a2, a2, a2          // S0(a18)
  xor a14, a14, a2        // S0(a18)
  xor a2, a9, a6          // ab
  add a14, a14, a8        // a19
  and a0, a0, a2          // maj
  xor a0, a0, a6          // maj
  add a14, a14, a0        // a19
  src a8, a14, a14        // S0(a19)
  xor a8, a8, a14         // S0(a19)
  ssai 7
  src a5, a5, a5          // s0(w5)
  srli a12, a12, 3        // s0(w5)
  l32i a0, a1, 24         // w6
  xor a5, a5, a12         // s0(w5)
  add a15, a15, a5        // w20
  src a12, a0, a0         // s0(w6)
  ssai 25
  src a5, a11, a11        // S1(e20)
  xor a13, a13, a5        // S1(e20)
  xor a5, a7, a10         // fg
  and a5, a5, a11         // ch
  xor a5, a5, a10         // ch
  add a13, a13, a5        // t20
  l32r a5, .Lk2de92c6f_one
  add a13, a13, a4        // t20
  add a13, a13, a5        // t20
  add a13, a13, a15       // t20
  add a6, a13, a6         // e21
  src a4, a6, a6          // S1(e21)
  ssai 11
  src a8, a8, a8          // S0(a19)
  xor a8, a8, a14         // S0(a19)
  src a5, a6, a6          // S1(e21)
  xor a4, a4, a5          // S1(e21)
  src a5, a12, a12        // s0(w6)
  xor a5, a5, a12         // s0(w6)
  srli a12, a0, 3         // s0(w6)
  xor a5, a5, a12         // s0(w6)
  add a3, a3, a5          // w21
  ssai 6
  src a12, a6, a6         // S1(e21)
  xor a4, a4, a12         // S1(e21)
  xor a5, a11, a7         // fg
  and a5, a5, a6          // ch
  xor a5, a5, a7          // ch
  l32r a12, .Lk4a7484aa_one
  add a4, a4, a5          // t21
  add a4, a4, a10         // t21
  add a4, a4, a12         // t21
  add a4, a4, a3          // t21
  add a5, a4, a9          // e22
  src a10, a5, a5         // S1(e22)
  ssai 2
  src a8, a8, a8          // S0(a19)
  xor a12, a14, a9        // ab
  s32i a4, a1, 40         // t21
  l32i a4, a1, 0          // t19
  add a8, a8, a4          // a20
  and a2, a2, a12         // maj
  xor a2, a2, a9          // maj
  add a8, a8, a2          // a20
  src a4, a8, a8          // S0(a20)
  src a9, a15, a15        // s1(w20)
  xor a9, a9, a15         // s1(w20)
  src a2, a3, a3          // s1(w21)
  xor a2, a2, a3          // s1(w21)

  // rounds 22, 23
  ssai 17
  src a9, a9, a9          // s1(w20)
  s32i a15, a1, 0         // w20
  srli a15, a15, 10       // s1(w20)
  xor a9, a9, a15         // s1(w20)
  add a9, a9, a0          // w22
  src a2, a2, a2          // s1(w21)
  l32i a0, a1, 60         // w7
  srli a15, a3, 10        // s1(w21)
  xor a2, a2, a15         // s1(w21)
  l32i a15, a1, 16        // w16
  add a2, a2, a0          // w23
  add a2, a2, a15         // w23
  l32r a15, .Lk11002000_one
  add a2, a2, a15         // w23
  ssai 11
  src a15, a5, a5         // S1(e22)
  xor a10, a10, a15       // S1(e22)
  src a15, a4, a4         // S0(a20)
  xor a4, a15, a4         // S0(a20)
  s32i a3, a1, 24         // w21
  src a3, a0, a0          // s0(w7)
  xor a3, a3, a0          // s0(w7)
  ssai 9
  src a15, a15, a15       // S0(a20)
  xor a4, a4, a15         // S0(a20)
  xor a15, a8, a14        // ab
  add a4, a4, a13         // a21
  and a12, a12, a15       // maj
  xor a12, a12, a14       // maj
  add a4, a4, a12         // a21
  src a13, a4, a4         // S0(a21)
  xor a13, a13, a4        // S0(a21)
  ssai 7
  src a3, a3, a3          // s0(w7)
  srli a0, a0, 3          // s0(w7)
  xor a3, a3, a0          // s0(w7)
  add a9, a9, a3          // w22
  addmi a9, a9, 256       // w22
  ssai 25
  src a12, a5, a5         // S1(e22)
  xor a10, a10, a12       // S1(e22)
  xor a0, a6, a11         // fg
  and a0, a0, a5          // ch
  xor a0, a0, a11         // ch
  l32r a3, .Lk5cb0a9dc_one
  add a10, a10, a0        // t22
  add a10, a10, a7        // t22
  add a10, a10, a3        // t22
  add a10, a10, a9        // t22
  add a14, a10, a14       // e23
  src a12, a14, a14       // S1(e23)
  ssai 11
  src a13, a13, a13       // S0(a21)
  xor a13, a13, a4        // S0(a21)
  src a0, a14, a14        // S1(e23)
  xor a12, a12, a0        // S1(e23)
  ssai 6
  src a7, a14, a14        // S1(e23)
  xor a12, a12, a7        // S1(e23)
  xor a3, a5, a6          // fg
  and a3, a3, a14         // ch
  xor a3, a3, a6          // ch
  l32r a0, .Lk76f988da_one
  add a12, a12, a3        // t23
  add a12, a12, a11       // t23
  add a12, a12, a0        // t23
  add a12, a12, a2        // t23
  add a7, a12, a8         // e24
  src a3, a7, a7          // S1(e24)
  ssai 2
  l32i a0, a1, 40         // t21
  src a13, a13, a13       // S0(a21)
  xor a11, a4, a8         // ab
  add a13, a13, a0        // a22
  and a15, a15, a11       // maj
  xor a15, a15, a8        // maj
  add a13, a13, a15       // a22
  src a0, a13, a13        // S0(a22)
  src a8, a9, a9          // s1(w22)
  xor a8, a8, a9          // s1(w22)
  src a15, a2, a2         // s1(w23)
  xor a15, a15, a2        // s1(w23)

  // rounds 24, 25
  ssai 17
  src a8, a8, a8          // s1(w22)
  s32i a9, a1, 40         // w22
  srli a9, a9, 10         // s1(w22)
  xor a8, a8, a9          // s1(w22)
  l32i a9, a1, 44         // w17
  add a8, a8, a9          // w24
  l32r a9, .Lk80000000_one
  add a8, a8, a9          // w24
  src a15, a15, a15       // s1(w23)
  srli a9, a2, 10         // s1(w23)
  xor a15, a15, a9        // s1(w23)
  l32i a9, a1, 52         // w18
  add a15, a15, a9        // w25
  ssai 11
  src a9, a7, a7          // S1(e24)
  xor a3, a3, a9          // S1(e24)
  src a9, a0, a0          // S0(a22)
  xor a0, a9, a0          // S0(a22)
  ssai 9
  src a9, a9, a9          // S0(a22)
  xor a0, a0, a9          // S0(a22)
  xor a9, a13, a4         // ab
  add a0, a0, a10         // a23
  and a11, a11, a9        // maj
  xor a11, a11, a4        // maj
  add a0, a0, a11         // a23
  src a10, a0, a0         // S0(a23)
  xor a10, a10, a0        // S0(a23)
  ssai 25
  src a11, a7, a7         // S1(e24)
  xor a3, a3, a11         // S1(e24)
  xor a11, a14, a5        // fg
  and a11, a11, a7        // ch
  xor a11, a11, a5        // ch
  add a3, a3, a11         // t24
  l32r a11, .Lk983e5152_one
  add a3, a3, a6          // t24
  add a3, a3, a11         // t24
  add a3, a3, a8          // t24
  add a4, a3, a4          // e25
  src a6, a4, a4          // S1(e25)
  ssai 11
  src a10, a10, a10       // S0(a23)
  xor a10, a10, a0        // S0(a23)
  src a11, a4, a4         // S1(e25)
  xor a6, a6, a11         // S1(e25)
  ssai 6
  src a11, a4, a4         // S1(e25)
  xor a6, a6, a11         // S1(e25)
  xor a11, a7, a14        // fg
  and a11, a11, a4        // ch
  xor a11, a11, a14       // ch
  add a6, a6, a11         // t25
  l32r a11, .Lka831c66d_one
  add a6, a6, a5          // t25
  add a6, a6, a11         // t25
  add a6, a6, a15         // t25
  add a5, a6, a13         // e26
  src a11, a5, a5         // S1(e26)
  ssai 2
  src a10, a10, a10       // S0(a23)
  s32i a2, a1, 60         // w23
  xor a2, a0, a13         // ab
  add a10, a10, a12       // a24
  and a9, a9, a2          // maj
  xor a9, a9, a13         // maj
  add a10, a10, a9        // a24
  src a12, a10, a10       // S0(a24)
  src a13, a8, a8         // s1(w24)
  xor a13, a13, a8        // s1(w24)
  src a9, a15, a15        // s1(w25)
  xor a9, a9, a15         // s1(w25)

  // rounds 26, 27
  ssai 17
  src a13, a13, a13       // s1(w24)
  s32i a8, a1, 12         // w24
  srli a8, a8, 10         // s1(w24)
  xor a13, a13, a8        // s1(w24)
  l32i a8, a1, 48         // w19
  add a13, a13, a8        // w26
  src a9, a9, a9          // s1(w25)
  srli a8, a15, 10        // s1(w25)
  xor a9, a9, a8          // s1(w25)
  l32i a8, a1, 0          // w20
  add a9, a9, a8          // w27
  ssai 11
  src a8, a5, a5          // S1(e26)
  xor a11, a11, a8        // S1(e26)
  src a8, a12, a12        // S0(a24)
  xor a12, a8, a12        // S0(a24)
  ssai 9
  src a8, a8, a8          // S0(a24)
  xor a12, a12, a8        // S0(a24)
  xor a8, a10, a0         // ab
  add a12, a12, a3        // a25
  and a2, a2, a8          // maj
  xor a2, a2, a0          // maj
  add a12, a12, a2        // a25
  src a3, a12, a12        // S0(a25)
  xor a3, a3, a12         // S0(a25)
  ssai 25
  src a2, a5, a5          // S1(e26)
  xor a11, a11, a2        // S1(e26)
  xor a2, a4, a7          // fg
  and a2, a2, a5          // ch
  xor a2, a2, a7          // ch
  add a11, a11, a2        // t26
  l32r a2, .Lkb00327c8_one
  add a11, a11, a14       // t26
  add a11, a11, a2        // t26
  add a11, a11, a13       // t26
  add a0, a11, a0         // e27
  src a14, a0, a0         // S1(e27)
  ssai 11
  src a3, a3, a3          // S0(a25)
  xor a3, a3, a12         // S0(a25)
  src a2, a0, a0          // S1(e27)
  xor a14, a14, a2        // S1(e27)
  ssai 6
  src a2, a0, a0          // S1(e27)
  xor a14, a14, a2        // S1(e27)
  xor a2, a5, a4          // fg
  and a2, a2, a0          // ch
  xor a2, a2, a4          // ch
  add a14, a14, a2        // t27
  l32r a2, .Lkbf597fc7_one
  add a14, a14, a7        // t27
  add a14, a14, a2        // t27
  add a14, a14, a9        // t27
  add a7, a14, a10        // e28
  src a2, a7, a7          // S1(e28)
  ssai 2
  src a3, a3, a3          // S0(a25)
  s32i a15, a1, 36        // w25
  xor a15, a12, a10       // ab
  add a3, a3, a6          // a26
  and a8, a8, a15         // maj
  xor a8, a8, a10         // maj
  add a3, a3, a8          // a26
  src a6, a3, a3          // S0(a26)
  src a10, a13, a13       // s1(w26)
  xor a10, a10, a13       // s1(w26)
  src a8, a9, a9          // s1(w27)
  xor a8, a8, a9          // s1(w27)

  // rounds 28, 29
  ssai 17
  src a10, a10, a10       // s1(w26)
  s32i a13, a1, 32        // w26
  srli a13, a13, 10       // s1(w26)
  xor a10, a10, a13       // s1(w26)
  l32i a13, a1, 24        // w21
  add a10, a10, a13       // w28
  src a8, a8, a8          // s1(w27)
  srli a13, a9, 10        // s1(w27)
  xor a8, a8, a13         // s1(w27)
  l32i a13, a1, 40        // w22
  add a8, a8, a13         // w29
  ssai 11
  src a13, a7, a7         // S1(e28)
  xor a2, a2, a13         // S1(e28)
  src a13, a6, a6         // S0(a26)
  xor a6, a13, a6         // S0(a26)
  ssai 9
  src a13, a13, a13       // S0(a26)
  xor a6, a6, a13         // S0(a26)
  xor a13, a3, a12        // ab
  add a6, a6, a11         // a27
  and a15, a15, a13       // maj
  xor a15, a15, a12       // maj
  add a6, a6, a15         // a27
  src a11, a6, a6         // S0(a27)
  xor a11, a11, a6        // S0(a27)
  ssai 25
  src a15, a7, a7         // S1(e28)
  xor a2, a2, a15         // S1(e28)
  xor a15, a0, a5         // fg
  and a15, a15, a7        // ch
  xor a15, a15, a5        // ch
  add a2, a2, a15         // t28
  l32r a15, .Lkc6e00bf3_one
  add a2, a2, a4          // t28
  add a2, a2, a15         // t28
  add a2, a2, a10         // t28
  add a12, a2, a12        // e29
  src a4, a12, a12        // S1(e29)
  ssai 11
  src a11, a11, a11       // S0(a27)
  xor a11, a11, a6        // S0(a27)
  src a15, a12, a12       // S1(e29)
  xor a4, a4, a15         // S1(e29)
  ssai 6
  src a15, a12, a12       // S1(e29)
  xor a4, a4, a15         // S1(e29)
  xor a15, a7, a0         // fg
  and a15, a15, a12       // ch
  xor a15, a15, a0        // ch
  add a4, a4, a15         // t29
  l32r a15, .Lkd5a79147_one
  add a4, a4, a5          // t29
  add a4, a4, a15         // t29
  add a4, a4, a8          // t29
  add a5, a4, a3          // e30
  src a15, a5, a5         // S1(e30)
  ssai 2
  src a11, a11, a11       // S0(a27)
  s32i a9, a1, 8          // w27
  xor a9, a6, a3          // ab
  add a11, a11, a14       // a28
  and a13, a13, a9        // maj
  xor a13, a13, a3        // maj
  add a11, a11, a13       // a28
  src a14, a11, a11       // S0(a28)
  src a3, a10, a10        // s1(w28)
  xor a3, a3, a10         // s1(w28)
  src a13, a8, a8         // s1(w29)
  xor a13, a13, a8        // s1(w29)

  // rounds 30, 31
  ssai 17
  src a3, a3, a3          // s1(w28)
  s32i a10, a1, 4         // w28
  srli a10, a10, 10       // s1(w28)
  xor a3, a3, a10         // s1(w28)
  l32i a10, a1, 60        // w23
  add a3, a3, a10         // w30
  l32r a10, .Lk00400022_one
  add a3, a3, a10         // w30
  src a13, a13, a13       // s1(w29)
  srli a10, a8, 10        // s1(w29)
  xor a13, a13, a10       // s1(w29)
  l32i a10, a1, 12        // w24
  add a13, a13, a10       // w31
  ssai 11
  src a10, a5, a5         // S1(e30)
  xor a15, a15, a10       // S1(e30)
  src a10, a14, a14       // S0(a28)
  xor a14, a10, a14       // S0(a28)
  ssai 9
  src a10, a10, a10       // S0(a28)
  xor a14, a14, a10       // S0(a28)
  xor a10, a11, a6        // ab
  add a14, a14, a2        // a29
  and a9, a9, a10         // maj
  xor a9, a9, a6          // maj
  add a14, a14, a9        // a29
  l32i a9, a1, 16         // w16
  src a2, a14, a14        // S0(a29)
  xor a2, a2, a14         // S0(a29)
  ssai 7
  s32i a8, a1, 28         // w29
  src a8, a9, a9          // s0(w16)
  ssai 25
  s32i a10, a1, 56        // ab
  src a10, a5, a5         // S1(e30)
  xor a15, a15, a10       // S1(e30)
  xor a10, a12, a7        // fg
  and a10, a10, a5        // ch
  xor a10, a10, a7        // ch
  add a15, a15, a10       // t30
  l32r a10, .Lk06ca6351_one
  add a15, a15, a0        // t30
  add a15, a15, a10       // t30
  add a15, a15, a3        // t30
  add a6, a15, a6         // e31
  src a0, a6, a6          // S1(e31)
  ssai 11
  src a2, a2, a2          // S0(a29)
  xor a2, a2, a14         // S0(a29)
  src a10, a6, a6         // S1(e31)
  xor a0, a0, a10         // S1(e31)
  src a10, a8, a8         // s0(w16)
  xor a10, a10, a8        // s0(w16)
  srli a8, a9, 3          // s0(w16)
  xor a10, a10, a8        // s0(w16)
  add a13, a13, a10       // w31
  addmi a13, a13, 256     // w31
  ssai 6
  src a8, a6, a6          // S1(e31)
  xor a0, a0, a8          // S1(e31)
  xor a10, a5, a12        // fg
  and a10, a10, a6        // ch
  xor a10, a10, a12       // ch
  l32r a8, .Lk14292967_one
  add a0, a0, a10         // t31
  add a0, a0, a7          // t31
  add a0, a0, a8          // t31
  add a0, a0, a13         // t31
  add a10, a0, a11        // e32
  src a7, a10, a10        // S1(e32)
  ssai 2
  src a2, a2, a2          // S0(a29)
  xor a8, a14, a11        // ab
  add a2, a2, a4          // a30
  l32i a4, a1, 56         // ab
  and a4, a4, a8          // maj
  xor a4, a4, a11         // maj
  add a2, a2, a4          // a30
  src a11, a2, a2         // S0(a30)
  src a4, a3, a3          // s1(w30)
  xor a4, a4, a3          // s1(w30)
  s32i a0, a1, 56         // t31
  src a0, a13, a13        // s1(w31)
  xor a0, a0, a13         // s1(w31)

  // rounds 32, 33
  ssai 17
  src a4, a4, a4          // s1(w30)
  s32i a3, a1, 20         // w30
  srli a3, a3, 10         // s1(w30)
  xor a4, a4, a3          // s1(w30)
  l32i a3, a1, 36         // w25
  add a4, a4, a9          // w32
  add a4, a4, a3          // w32
  src a0, a0, a0          // s1(w31)
  srli a9, a13, 10        // s1(w31)
  xor a0, a0, a9          // s1(w31)
  l32i a9, a1, 44         // w17
  l32i a3, a1, 32         // w26
  add a0, a0, a9          // w33
  add a0, a0, a3          // w33
  ssai 11
  src a3, a10, a10        // S1(e32)
  xor a7, a7, a3          // S1(e32)
  src a3, a11, a11        // S0(a30)
  xor a11, a3, a11        // S0(a30)
  s32i a13, a1, 16        // w31
  src a13, a9, a9         // s0(w17)
  xor a13, a13, a9        // s0(w17)
  ssai 9
  src a3, a3, a3          // S0(a30)
  xor a11, a11, a3        // S0(a30)
  xor a3, a2, a14         // ab
  add a11, a11, a15       // a31
  and a8, a8, a3          // maj
  xor a8, a8, a14         // maj
  add a11, a11, a8        // a31
  src a15, a11, a11       // S0(a31)
  xor a15, a15, a11       // S0(a31)
  ssai 7
  src a13, a13, a13       // s0(w17)
  srli a9, a9, 3          // s0(w17)
  l32i a8, a1, 52         // w18
  xor a13, a13, a9        // s0(w17)
  add a4, a4, a13         // w32
  src a9, a8, a8          // s0(w18)
  ssai 25
  src a13, a10, a10       // S1(e32)
  xor a7, a7, a13         // S1(e32)
  xor a13, a6, a5         // fg
  and a13, a13, a10       // ch
  xor a13, a13, a5        // ch
  add a7, a7, a13         // t32
  l32r a13, .Lk27b70a85_one
  add a7, a7, a12         // t32
  add a7, a7, a13         // t32
  add a7, a7, a4          // t32
  add a14, a7, a14        // e33
  src a12, a14, a14       // S1(e33)
  ssai 11
  src a15, a15, a15       // S0(a31)
  xor a15, a15, a11       // S0(a31)
  src a13, a14, a14       // S1(e33)
  xor a12, a12, a13       // S1(e33)
  src a13, a9, a9         // s0(w18)
  xor a13, a13, a9        // s0(w18)
  srli a9, a8, 3          // s0(w18)
  xor a13, a13, a9        // s0(w18)
  add a0, a0, a13         // w33
  ssai 6
  src a9, a14, a14        // S1(e33)
  xor a12, a12, a9        // S1(e33)
  xor a13, a10, a6        // fg
  and a13, a13, a14       // ch
  xor a13, a13, a6        // ch
  l32r a9, .Lk2e1b2138_one
  add a12, a12, a13       // t33
  add a12, a12, a5        // t33
  add a12, a12, a9        // t33
  add a12, a12, a0        // t33
  add a13, a12, a2        // e34
  src a5, a13, a13        // S1(e34)
  ssai 2
  src a15, a15, a15       // S0(a31)
  xor a9, a11, a2         // ab
  s32i a12, a1, 44        // t33
  l32i a12, a1, 56        // t31
  add a15, a15, a12       // a32
  and a3, a3, a9          // maj
  xor a3, a3, a2          // maj
  add a15, a15, a3        // a32
  src a12, a15, a15       // S0(a32)
  src a2, a4, a4          // s1(w32)
  xor a2, a2, a4          // s1(w32)
  src a3, a0, a0          // s1(w33)
  xor a3, a3, a0          // s1(w33)

  // rounds 34, 35
  ssai 17
  src a2, a2, a2          // s1(w32)
  s32i a4, a1, 56         // w32
  srli a4, a4, 10         // s1(w32)
  xor a2, a2, a4          // s1(w32)
  l32i a4, a1, 8          // w27
  add a2, a2, a8          // w34
  add a2, a2, a4          // w34
  src a3, a3, a3          // s1(w33)
  srli a8, a0, 10         // s1(w33)
  xor a3, a3, a8          // s1(w33)
  l32i a8, a1, 48         // w19
  l32i a4, a1, 4          // w28
  add a3, a3, a8          // w35
  add a3, a3, a4          // w35
  ssai 11
  src a4, a13, a13        // S1(e34)
  xor a5, a5, a4          // S1(e34)
  src a4, a12, a12        // S0(a32)
  xor a12, a4, a12        // S0(a32)
  s32i a0, a1, 52         // w33
  src a0, a8, a8          // s0(w19)
  xor a0, a0, a8          // s0(w19)
  ssai 9
  src a4, a4, a4          // S0(a32)
  xor a12, a12, a4        // S0(a32)
  xor a4, a15, a11        // ab
  add a12, a12, a7        // a33
  and a9, a9, a4          // maj
  xor a9, a9, a11         // maj
  add a12, a12, a9        // a33
  src a7, a12, a12        // S0(a33)
  xor a7, a7, a12         // S0(a33)
  ssai 7
  src a0, a0, a0          // s0(w19)
  srli a8, a8, 3          // s0(w19)
  l32i a9, a1, 0          // w20
  xor a0, a0, a8          // s0(w19)
  add a2, a2, a0          // w34
  src a8, a9, a9          // s0(w20)
  ssai 25
  src a0, a13, a13        // S1(e34)
  xor a5, a5, a0          // S1(e34)
  xor a0, a14, a10        // fg
  and a0, a0, a13         // ch
  xor a0, a0, a10         // ch
  add a5, a5, a0          // t34
  l32r a0, .Lk4d2c6dfc_one
  add a5, a5, a6          // t34
  add a5, a5, a0          // t34
  add a5, a5, a2          // t34
  add a11, a5, a11        // e35
  src a6, a11, a11        // S1(e35)
  ssai 11
  src a7, a7, a7          // S0(a33)
  xor a7, a7, a12         // S0(a33)
  src a0, a11, a11        // S1(e35)
  xor a6, a6, a0          // S1(e35)
  src a0, a8, a8          // s0(w20)
  xor a0, a0, a8          // s0(w20)
  srli a8, a9, 3          // s0(w20)
  xor a0, a0, a8          // s0(w20)
  add a3, a3, a0          // w35
  ssai 6
  src a8, a11, a11        // S1(e35)
  xor a6, a6, a8          // S1(e35)
  xor a0, a13, a14        // fg
  and a0, a0, a11         // ch
  xor a0, a0, a14         // ch
  l32r a8, .Lk53380d13_one
  add a6, a6, a0          // t35
  add a6, a6, a10         // t35
  add a6, a6, a8          // t35
  add a6, a6, a3          // t35
  add a0, a6, a15         // e36
  src a10, a0, a0         // S1(e36)
  ssai 2
  src a7, a7, a7          // S0(a33)
  xor a8, a12, a15        // ab
  s32i a6, a1, 48         // t35
  l32i a6, a1, 44         // t33
  add a7, a7, a6          // a34
  and a4, a4, a8          // maj
  xor a4, a4, a15         // maj
  add a7, a7, a4          // a34
  src a6, a7, a7          // S0(a34)
  src a15, a2, a2         // s1(w34)
  xor a15, a15, a2        // s1(w34)
  src a4, a3, a3          // s1(w35)
  xor a4, a4, a3          // s1(w35)

  // rounds 36, 37
  ssai 17
  src a15, a15, a15       // s1(w34)
  s32i a2, a1, 44         // w34
  srli a2, a2, 10         // s1(w34)
  xor a15, a15, a2        // s1(w34)
  l32i a2, a1, 28         // w29
  add a15, a15, a9        // w36
  add a15, a15, a2        // w36
  src a4, a4, a4          // s1(w35)
  srli a9, a3, 10         // s1(w35)
  xor a4, a4, a9          // s1(w35)
  l32i a9, a1, 24         // w21
  l32i a2, a1, 20         // w30
  add a4, a4, a9          // w37
  add a4, a4, a2          // w37
  ssai 11
  src a2, a0, a0          // S1(e36)
  xor a10, a10, a2        // S1(e36)
  src a2, a6, a6          // S0(a34)
  xor a6, a2, a6          // S0(a34)
  s32i a3, a1, 0          // w35
  src a3, a9, a9          // s0(w21)
  xor a3, a3, a9          // s0(w21)
  ssai 9
  src a2, a2, a2          // S0(a34)
  xor a6, a6, a2          // S0(a34)
  xor a2, a7, a12         // ab
  add a6, a6, a5          // a35
  and a8, a8, a2          // maj
  xor a8, a8, a12         // maj
  add a6, a6, a8          // a35
  src a5, a6, a6          // S0(a35)
  xor a5, a5, a6          // S0(a35)
  ssai 7
  src a3, a3, a3          // s0(w21)
  srli a9, a9, 3          // s0(w21)
  l32i a8, a1, 40         // w22
  xor a3, a3, a9          // s0(w21)
  add a15, a15, a3        // w36
  src a9, a8, a8          // s0(w22)
  ssai 25
  src a3, a0, a0          // S1(e36)
  xor a10, a10, a3        // S1(e36)
  xor a3, a11, a13        // fg
  and a3, a3, a0          // ch
  xor a3, a3, a13         // ch
  add a10, a10, a3        // t36
  l32r a3, .Lk650a7354_one
  add a10, a10, a14       // t36
  add a10, a10, a3        // t36
  add a10, a10, a15       // t36
  add a12, a10, a12       // e37
  src a14, a12, a12       // S1(e37)
  ssai 11
  src a5, a5, a5          // S0(a35)
  xor a5, a5, a6          // S0(a35)
  src a3, a12, a12        // S1(e37)
  xor a14, a14, a3        // S1(e37)
  src a3, a9, a9          // s0(w22)
  xor a3, a3, a9          // s0(w22)
  srli a9, a8, 3          // s0(w22)
  xor a3, a3, a9          // s0(w22)
  add a4, a4, a3          // w37
  ssai 6
  src a9, a12, a12        // S1(e37)
  xor a14, a14, a9        // S1(e37)
  xor a3, a0, a11         // fg
  and a3, a3, a12         // ch
  xor a3, a3, a11         // ch
  l32r a9, .Lk766a0abb_one
  add a14, a14, a3        // t37
  add a14, a14, a13       // t37
  add a14, a14, a9        // t37
  add a14, a14, a4        // t37
  add a3, a14, a7         // e38
  src a13, a3, a3         // S1(e38)
  ssai 2
  src a5, a5, a5          // S0(a35)
  xor a9, a6, a7          // ab
  s32i a14, a1, 24        // t37
  l32i a14, a1, 48        // t35
  add a5, a5, a14         // a36
  and a2, a2, a9          // maj
  xor a2, a2, a7          // maj
  add a5, a5, a2          // a36
  src a14, a5, a5         // S0(a36)
  src a7, a15, a15        // s1(w36)
  xor a7, a7, a15         // s1(w36)
  src a2, a4, a4          // s1(w37)
  xor a2, a2, a4          // s1(w37)

  // rounds 38, 39
  ssai 17
  src a7, a7, a7          // s1(w36)
  s32i a15, a1, 48        // w36
  srli a15, a15, 10       // s1(w36)
  xor a7, a7, a15         // s1(w36)
  l32i a15, a1, 16        // w31
  add a7, a7, a8          // w38
  add a7, a7, a15         // w38
  src a2, a2, a2          // s1(w37)
  srli a8, a4, 10         // s1(w37)
  xor a2, a2, a8          // s1(w37)
  l32i a8, a1, 60         // w23
  l32i a15, a1, 56        // w32
  add a2, a2, a8          // w39
  add a2, a2, a15         // w39
  ssai 11
  src a15, a3, a3         // S1(e38)
  xor a13, a13, a15       // S1(e38)
  src a15, a14, a14       // S0(a36)
  xor a14, a15, a14       // S0(a36)
  s32i a4, a1, 40         // w37
  src a4, a8, a8          // s0(w23)
  xor a4, a4, a8          // s0(w23)
  ssai 9
  src a15, a15, a15       // S0(a36)
  xor a14, a14, a15       // S0(a36)
  xor a15, a5, a6         // ab
  add a14, a14, a10       // a37
  and a9, a9, a15         // maj
  xor a9, a9, a6          // maj
  add a14, a14, a9        // a37
  src a10, a14, a14       // S0(a37)
  xor a10, a10, a14       // S0(a37)
  ssai 7
  src a4, a4, a4          // s0(w23)
  srli a8, a8, 3          // s0(w23)
  l32i a9, a1, 12         // w24
  xor a4, a4, a8          // s0(w23)
  add a7, a7, a4          // w38
  src a8, a9, a9          // s0(w24)
  ssai 25
  src a4, a3, a3          // S1(e38)
  xor a13, a13, a4        // S1(e38)
  xor a4, a12, a0         // fg
  and a4, a4, a3          // ch
  xor a4, a4, a0          // ch
  add a13, a13, a4        // t38
  l32r a4, .Lk81c2c92e_one
  add a13, a13, a11       // t38
  add a13, a13, a4        // t38
  add a13, a13, a7        // t38
  add a6, a13, a6         // e39
  src a11, a6, a6         // S1(e39)
  ssai 11
  src a10, a10, a10       // S0(a37)
  xor a10, a10, a14       // S0(a37)
  src a4, a6, a6          // S1(e39)
  xor a11, a11, a4        // S1(e39)
  src a4, a8, a8          // s0(w24)
  xor a4, a4, a8          // s0(w24)
  srli a8, a9, 3          // s0(w24)
  xor a4, a4, a8          // s0(w24)
  add a2, a2, a4          // w39
  ssai 6
  src a8, a6, a6          // S1(e39)
  xor a11, a11, a8        // S1(e39)
  xor a4, a3, a12         // fg
  and a4, a4, a6          // ch
  xor a4, a4, a12         // ch
  l32r a8, .Lk92722c85_one
  add a11, a11, a4        // t39
  add a11, a11, a0        // t39
  add a11, a11, a8        // t39
  add a11, a11, a2        // t39
  add a4, a11, a5         // e40
  src a0, a4, a4          // S1(e40)
  ssai 2
  src a10, a10, a10       // S0(a37)
  xor a8, a14, a5         // ab
  s32i a11, a1, 60        // t39
  l32i a11, a1, 24        // t37
  add a10, a10, a11       // a38
  and a15, a15, a8        // maj
  xor a15, a15, a5        // maj
  add a10, a10, a15       // a38
  src a11, a10, a10       // S0(a38)
  src a5, a7, a7          // s1(w38)
  xor a5, a5, a7          // s1(w38)
  src a15, a2, a2         // s1(w39)
  xor a15, a15, a2        // s1(w39)

  // rounds 40, 41
  ssai 17
  src a5, a5, a5          // s1(w38)
  s32i a7, a1, 24         // w38
  srli a7, a7, 10         // s1(w38)
  xor a5, a5, a7          // s1(w38)
  l32i a7, a1, 52         // w33
  add a5, a5, a9          // w40
  add a5, a5, a7          // w40
  src a15, a15, a15       // s1(w39)
  srli a9, a2, 10         // s1(w39)
  xor a15, a15, a9        // s1(w39)
  l32i a9, a1, 36         // w25
  l32i a7, a1, 44         // w34
  add a15, a15, a9        // w41
  add a15, a15, a7        // w41
  ssai 11
  src a7, a4, a4          // S1(e40)
  xor a0, a0, a7          // S1(e40)
  src a7, a11, a11        // S0(a38)
  xor a11, a7, a11        // S0(a38)
  s32i a2, a1, 12         // w39
  src a2, a9, a9          // s0(w25)
  xor a2, a2, a9          // s0(w25)
  ssai 9
  src a7, a7, a7          // S0(a38)
  xor a11, a11, a7        // S0(a38)
  xor a7, a10, a14        // ab
  add a11, a11, a13       // a39
  and a8, a8, a7          // maj
  xor a8, a8, a14         // maj
  add a11, a11, a8        // a39
  src a13, a11, a11       // S0(a39)
  xor a13, a13, a11       // S0(a39)
  ssai 7
  src a2, a2, a2          // s0(w25)
  srli a9, a9, 3          // s0(w25)
  l32i a8, a1, 32         // w26
  xor a2, a2, a9          // s0(w25)
  add a5, a5, a2          // w40
  src a9, a8, a8          // s0(w26)
  ssai 25
  src a2, a4, a4          // S1(e40)
  xor a0, a0, a2          // S1(e40)
  xor a2, a6, a3          // fg
  and a2, a2, a4          // ch
  xor a2, a2, a3          // ch
  add a0, a0, a2          // t40
  l32r a2, .Lka2bfe8a1_one
  add a0, a0, a12         // t40
  add a0, a0, a2          // t40
  add a0, a0, a5          // t40
  add a14, a0, a14        // e41
  src a12, a14, a14       // S1(e41)
  ssai 11
  src a13, a13, a13       // S0(a39)
  xor a13, a13, a11       // S0(a39)
  src a2, a14, a14        // S1(e41)
  xor a12, a12, a2        // S1(e41)
  src a2, a9, a9          // s0(w26)
  xor a2, a2, a9          // s0(w26)
  srli a9, a8, 3          // s0(w26)
  xor a2, a2, a9          // s0(w26)
  add a15, a15, a2        // w41
  ssai 6
  src a9, a14, a14        // S1(e41)
  xor a12, a12, a9        // S1(e41)
  xor a2, a4, a6          // fg
  and a2, a2, a14         // ch
  xor a2, a2, a6          // ch
  l32r a9, .Lka81a664b_one
  add a12, a12, a2        // t41
  add a12, a12, a3        // t41
  add a12, a12, a9        // t41
  add a12, a12, a15       // t41
  add a2, a12, a10        // e42
  src a3, a2, a2          // S1(e42)
  ssai 2
  src a13, a13, a13       // S0(a39)
  xor a9, a11, a10        // ab
  s32i a12, a1, 36        // t41
  l32i a12, a1, 60        // t39
  add a13, a13, a12       // a40
  and a7, a7, a9          // maj
  xor a7, a7, a10         // maj
  add a13, a13, a7        // a40
  src a12, a13, a13       // S0(a40)
  src a10, a5, a5         // s1(w40)
  xor a10, a10, a5        // s1(w40)
  src a7, a15, a15        // s1(w41)
  xor a7, a7, a15         // s1(w41)

  // rounds 42, 43
  ssai 17
  src a10, a10, a10       // s1(w40)
  s32i a5, a1, 60         // w40
  srli a5, a5, 10         // s1(w40)
  xor a10, a10, a5        // s1(w40)
  l32i a5, a1, 0          // w35
  add a10, a10, a8        // w42
  add a10, a10, a5        // w42
  src a7, a7, a7          // s1(w41)
  srli a8, a15, 10        // s1(w41)
  xor a7, a7, a8          // s1(w41)
  l32i a8, a1, 8          // w27
  l32i a5, a1, 48         // w36
  add a7, a7, a8          // w43
  add a7, a7, a5          // w43
  ssai 11
  src a5, a2, a2          // S1(e42)
  xor a3, a3, a5          // S1(e42)
  src a5, a12, a12        // S0(a40)
  xor a12, a5, a12        // S0(a40)
  s32i a15, a1, 32        // w41
  src a15, a8, a8         // s0(w27)
  xor a15, a15, a8        // s0(w27)
  ssai 9
  src a5, a5, a5          // S0(a40)
  xor a12, a12, a5        // S0(a40)
  xor a5, a13, a11        // ab
  add a12, a12, a0        // a41
  and a9, a9, a5          // maj
  xor a9, a9, a11         // maj
  add a12, a12, a9        // a41
  src a0, a12, a12        // S0(a41)
  xor a0, a0, a12         // S0(a41)
  ssai 7
  src a15, a15, a15       // s0(w27)
  srli a8, a8, 3          // s0(w27)
  l32i a9, a1, 4          // w28
  xor a15, a15, a8        // s0(w27)
  add a10, a10, a15       // w42
  src a8, a9, a9          // s0(w28)
  ssai 25
  src a15, a2, a2         // S1(e42)
  xor a3, a3, a15         // S1(e42)
  xor a15, a14, a4        // fg
  and a15, a15, a2        // ch
  xor a15, a15, a4        // ch
  add a3, a3, a15         // t42
  l32r a15, .Lkc24b8b70_one
  add a3, a3, a6          // t42
  add a3, a3, a15         // t42
  add a3, a3, a10         // t42
  add a11, a3, a11        // e43
  src a6, a11, a11        // S1(e43)
  ssai 11
  src a0, a0, a0          // S0(a41)
  xor a0, a0, a12         // S0(a41)
  src a15, a11, a11       // S1(e43)
  xor a6, a6, a15         // S1(e43)
  src a15, a8, a8         // s0(w28)
  xor a15, a15, a8        // s0(w28)
  srli a8, a9, 3          // s0(w28)
  xor a15, a15, a8        // s0(w28)
  add a7, a7, a15         // w43
  ssai 6
  src a8, a11, a11        // S1(e43)
  xor a6, a6, a8          // S1(e43)
  xor a15, a2, a14        // fg
  and a15, a15, a11       // ch
  xor a15, a15, a14       // ch
  l32r a8, .Lkc76c51a3_one
  add a6, a6, a15         // t43
  add a6, a6, a4          // t43
  add a6, a6, a8          // t43
  add a6, a6, a7          // t43
  add a15, a6, a13        // e44
  src a4, a15, a15        // S1(e44)
  ssai 2
  src a0, a0, a0          // S0(a41)
  xor a8, a12, a13        // ab
  s32i a6, a1, 8          // t43
  l32i a6, a1, 36         // t41
  add a0, a0, a6          // a42
  and a5, a5, a8          // maj
  xor a5, a5, a13         // maj
  add a0, a0, a5          // a42
  src a6, a0, a0          // S0(a42)
  src a13, a10, a10       // s1(w42)
  xor a13, a13, a10       // s1(w42)
  src a5, a7, a7          // s1(w43)
  xor a5, a5, a7          // s1(w43)

  // rounds 44, 45
  ssai 17
  src a13, a13, a13       // s1(w42)
  s32i a10, a1, 36        // w42
  srli a10, a10, 10       // s1(w42)
  xor a13, a13, a10       // s1(w42)
  l32i a10, a1, 40        // w37
  add a13, a13, a9        // w44
  add a13, a13, a10       // w44
  src a5, a5, a5          // s1(w43)
  srli a9, a7, 10         // s1(w43)
  xor a5, a5, a9          // s1(w43)
  l32i a9, a1, 28         // w29
  l32i a10, a1, 24        // w38
  add a5, a5, a9          // w45
  add a5, a5, a10         // w45
  ssai 11
  src a10, a15, a15       // S1(e44)
  xor a4, a4, a10         // S1(e44)
  src a10, a6, a6         // S0(a42)
  xor a6, a10, a6         // S0(a42)
  s32i a7, a1, 4          // w43
  src a7, a9, a9          // s0(w29)
  xor a7, a7, a9          // s0(w29)
  ssai 9
  src a10, a10, a10       // S0(a42)
  xor a6, a6, a10         // S0(a42)
  xor a10, a0, a12        // ab
  add a6, a6, a3          // a43
  and a8, a8, a10         // maj
  xor a8, a8, a12         // maj
  add a6, a6, a8          // a43
  src a3, a6, a6          // S0(a43)
  xor a3, a3, a6          // S0(a43)
  ssai 7
  src a7, a7, a7          // s0(w29)
  srli a9, a9, 3          // s0(w29)
  l32i a8, a1, 20         // w30
  xor a7, a7, a9          // s0(w29)
  add a13, a13, a7        // w44
  src a9, a8, a8          // s0(w30)
  ssai 25
  src a7, a15, a15        // S1(e44)
  xor a4, a4, a7          // S1(e44)
  xor a7, a11, a2         // fg
  and a7, a7, a15         // ch
  xor a7, a7, a2          // ch
  add a4, a4, a7          // t44
  l32r a7, .Lkd192e819_one
  add a4, a4, a14         // t44
  add a4, a4, a7          // t44
  add a4, a4, a13         // t44
  add a12, a4, a12        // e45
  src a14, a12, a12       // S1(e45)
  ssai 11
  src a3, a3, a3          // S0(a43)
  xor a3, a3, a6          // S0(a43)
  src a7, a12, a12        // S1(e45)
  xor a14, a14, a7        // S1(e45)
  src a7, a9, a9          // s0(w30)
  xor a7, a7, a9          // s0(w30)
  srli a9, a8, 3          // s0(w30)
  xor a7, a7, a9          // s0(w30)
  add a5, a5, a7          // w45
  ssai 6
  src a9, a12, a12        // S1(e45)
  xor a14, a14, a9        // S1(e45)
  xor a7, a15, a11        // fg
  and a7, a7, a12         // ch
  xor a7, a7, a11         // ch
  l32r a9, .Lkd6990624_one
  add a14, a14, a7        // t45
  add a14, a14, a2        // t45
  add a14, a14, a9        // t45
  add a14, a14, a5        // t45
  add a7, a14, a0         // e46
  src a2, a7, a7          // S1(e46)
  ssai 2
  src a3, a3, a3          // S0(a43)
  xor a9, a6, a0          // ab
  s32i a14, a1, 28        // t45
  l32i a14, a1, 8         // t43
  add a3, a3, a14         // a44
  and a10, a10, a9        // maj
  xor a10, a10, a0        // maj
  add a3, a3, a10         // a44
  src a14, a3, a3         // S0(a44)
  src a0, a13, a13        // s1(w44)
  xor a0, a0, a13         // s1(w44)
  src a10, a5, a5         // s1(w45)
  xor a10, a10, a5        // s1(w45)

  // rounds 46, 47
  ssai 17
  src a0, a0, a0          // s1(w44)
  s32i a13, a1, 8         // w44
  srli a13, a13, 10       // s1(w44)
  xor a0, a0, a13         // s1(w44)
  l32i a13, a1, 12        // w39
  add a0, a0, a8          // w46
  add a0, a0, a13         // w46
  src a10, a10, a10       // s1(w45)
  srli a8, a5, 10         // s1(w45)
  xor a10, a10, a8        // s1(w45)
  l32i a8, a1, 16         // w31
  l32i a13, a1, 60        // w40
  add a10, a10, a8        // w47
  add a10, a10, a13       // w47
  ssai 11
  src a13, a7, a7         // S1(e46)
  xor a2, a2, a13         // S1(e46)
  src a13, a14, a14       // S0(a44)
  xor a14, a13, a14       // S0(a44)
  s32i a5, a1, 20         // w45
  src a5, a8, a8          // s0(w31)
  xor a5, a5, a8          // s0(w31)
  ssai 9
  src a13, a13, a13       // S0(a44)
  xor a14, a14, a13       // S0(a44)
  xor a13, a3, a6         // ab
  add a14, a14, a4        // a45
  and a9, a9, a13         // maj
  xor a9, a9, a6          // maj
  add a14, a14, a9        // a45
  src a4, a14, a14        // S0(a45)
  xor a4, a4, a14         // S0(a45)
  ssai 7
  src a5, a5, a5          // s0(w31)
  srli a8, a8, 3          // s0(w31)
  l32i a9, a1, 56         // w32
  xor a5, a5, a8          // s0(w31)
  add a0, a0, a5          // w46
  src a8, a9, a9          // s0(w32)
  ssai 25
  src a5, a7, a7          // S1(e46)
  xor a2, a2, a5          // S1(e46)
  xor a5, a12, a15        // fg
  and a5, a5, a7          // ch
  xor a5, a5, a15         // ch
  add a2, a2, a5          // t46
  l32r a5, .Lkf40e3585_one
  add a2, a2, a11         // t46
  add a2, a2, a5          // t46
  add a2, a2, a0          // t46
  add a6, a2, a6          // e47
  src a11, a6, a6         // S1(e47)
  ssai 11
  src a4, a4, a4          // S0(a45)
  xor a4, a4, a14         // S0(a45)
  src a5, a6, a6          // S1(e47)
  xor a11, a11, a5        // S1(e47)
  src a5, a8, a8          // s0(w32)
  xor a5, a5, a8          // s0(w32)
  srli a8, a9, 3          // s0(w32)
  xor a5, a5, a8          // s0(w32)
  add a10, a10, a5        // w47
  ssai 6
  src a8, a6, a6          // S1(e47)
  xor a11, a11, a8        // S1(e47)
  xor a5, a7, a12         // fg
  and a5, a5, a6          // ch
  xor a5, a5, a12         // ch
  l32r a8, .Lk106aa070_one
  add a11, a11, a5        // t47
  add a11, a11, a15       // t47
  add a11, a11, a8        // t47
  add a11, a11, a10       // t47
  add a5, a11, a3         // e48
  src a15, a5, a5         // S1(e48)
  ssai 2
  src a4, a4, a4          // S0(a45)
  xor a8, a14, a3         // ab
  s32i a11, a1, 16        // t47
  l32i a11, a1, 28        // t45
  add a4, a4, a11         // a46
  and a13, a13, a8        // maj
  xor a13, a13, a3        // maj
  add a4, a4, a13         // a46
  src a11, a4, a4         // S0(a46)
  src a3, a0, a0          // s1(w46)
  xor a3, a3, a0          // s1(w46)
  src a13, a10, a10       // s1(w47)
  xor a13, a13, a10       // s1(w47)

  // rounds 48, 49
  ssai 17
  src a3, a3, a3          // s1(w46)
  s32i a0, a1, 28         // w46
  srli a0, a0, 10         // s1(w46)
  xor a3, a3, a0          // s1(w46)
  l32i a0, a1, 32         // w41
  add a3, a3, a9          // w48
  add a3, a3, a0          // w48
  src a13, a13, a13       // s1(w47)
  srli a9, a10, 10        // s1(w47)
  xor a13, a13, a9        // s1(w47)
  l32i a9, a1, 52         // w33
  l32i a0, a1, 36         // w42
  add a13, a13, a9        // w49
  add a13, a13, a0        // w49
  ssai 11
  src a0, a5, a5          // S1(e48)
  xor a15, a15, a0        // S1(e48)
  src a0, a11, a11        // S0(a46)
  xor a11, a0, a11        // S0(a46)
  s32i a10, a1, 56        // w47
  src a10, a9, a9         // s0(w33)
  xor a10, a10, a9        // s0(w33)
  ssai 9
  src a0, a0, a0          // S0(a46)
  xor a11, a11, a0        // S0(a46)
  xor a0, a4, a14         // ab
  add a11, a11, a2        // a47
  and a8, a8, a0          // maj
  xor a8, a8, a14         // maj
  add a11, a11, a8        // a47
  src a2, a11, a11        // S0(a47)
  xor a2, a2, a11         // S0(a47)
  ssai 7
  src a10, a10, a10       // s0(w33)
  srli a9, a9, 3          // s0(w33)
  l32i a8, a1, 44         // w34
  xor a10, a10, a9        // s0(w33)
  add a3, a3, a10         // w48
  src a9, a8, a8          // s0(w34)
  ssai 25
  src a10, a5, a5         // S1(e48)
  xor a15, a15, a10       // S1(e48)
  xor a10, a6, a7         // fg
  and a10, a10, a5        // ch
  xor a10, a10, a7        // ch
  add a15, a15, a10       // t48
  l32r a10, .Lk19a4c116_one
  add a15, a15, a12       // t48
  add a15, a15, a10       // t48
  add a15, a15, a3        // t48
  add a14, a15, a14       // e49
  src a12, a14, a14       // S1(e49)
  ssai 11
  src a2, a2, a2          // S0(a47)
  xor a2, a2, a11         // S0(a47)
  src a10, a14, a14       // S1(e49)
  xor a12, a12, a10       // S1(e49)
  src a10, a9, a9         // s0(w34)
  xor a10, a10, a9        // s0(w34)
  srli a9, a8, 3          // s0(w34)
  xor a10, a10, a9        // s0(w34)
  add a13, a13, a10       // w49
  ssai 6
  src a9, a14, a14        // S1(e49)
  xor a12, a12, a9        // S1(e49)
  xor a10, a5, a6         // fg
  and a10, a10, a14       // ch
  xor a10, a10, a6        // ch
  l32r a9, .Lk1e376c08_one
  add a12, a12, a10       // t49
  add a12, a12, a7        // t49
  add a12, a12, a9        // t49
  add a12, a12, a13       // t49
  add a10, a12, a4        // e50
  src a7, a10, a10        // S1(e50)
  ssai 2
  src a2, a2, a2          // S0(a47)
  xor a9, a11, a4         // ab
  s32i a12, a1, 52        // t49
  l32i a12, a1, 16        // t47
  add a2, a2, a12         // a48
  and a0, a0, a9          // maj
  xor a0, a0, a4          // maj
  add a2, a2, a0          // a48
  src a12, a2, a2         // S0(a48)
  src a4, a3, a3          // s1(w48)
  xor a4, a4, a3          // s1(w48)
  src a0, a13, a13        // s1(w49)
  xor a0, a0, a13         // s1(w49)

  // rounds 50, 51
  ssai 17
  src a4, a4, a4          // s1(w48)
  s32i a3, a1, 16         // w48
  srli a3, a3, 10         // s1(w48)
  xor a4, a4, a3          // s1(w48)
  l32i a3, a1, 4          // w43
  add a4, a4, a8          // w50
  add a4, a4, a3          // w50
  src a0, a0, a0          // s1(w49)
  srli a8, a13, 10        // s1(w49)
  xor a0, a0, a8          // s1(w49)
  l32i a8, a1, 0          // w35
  l32i a3, a1, 8          // w44
  add a0, a0, a8          // w51
  add a0, a0, a3          // w51
  ssai 11
  src a3, a10, a10        // S1(e50)
  xor a7, a7, a3          // S1(e50)
  src a3, a12, a12        // S0(a48)
  xor a12, a3, a12        // S0(a48)
  s32i a13, a1, 44        // w49
  src a13, a8, a8         // s0(w35)
  xor a13, a13, a8        // s0(w35)
  ssai 9
  src a3, a3, a3          // S0(a48)
  xor a12, a12, a3        // S0(a48)
  xor a3, a2, a11         // ab
  add a12, a12, a15       // a49
  and a9, a9, a3          // maj
  xor a9, a9, a11         // maj
  add a12, a12, a9        // a49
  src a15, a12, a12       // S0(a49)
  xor a15, a15, a12       // S0(a49)
  ssai 7
  src a13, a13, a13       // s0(w35)
  srli a8, a8, 3          // s0(w35)
  l32i a9, a1, 48         // w36
  xor a13, a13, a8        // s0(w35)
  add a4, a4, a13         // w50
  src a8, a9, a9          // s0(w36)
  ssai 25
  src a13, a10, a10       // S1(e50)
  xor a7, a7, a13         // S1(e50)
  xor a13, a14, a5        // fg
  and a13, a13, a10       // ch
  xor a13, a13, a5        // ch
  add a7, a7, a13         // t50
  l32r a13, .Lk2748774c_one
  add a7, a7, a6          // t50
  add a7, a7, a13         // t50
  add a7, a7, a4          // t50
  add a11, a7, a11        // e51
  src a6, a11, a11        // S1(e51)
  ssai 11
  src a15, a15, a15       // S0(a49)
  xor a15, a15, a12       // S0(a49)
  src a13, a11, a11       // S1(e51)
  xor a6, a6, a13         // S1(e51)
  src a13, a8, a8         // s0(w36)
  xor a13, a13, a8        // s0(w36)
  srli a8, a9, 3          // s0(w36)
  xor a13, a13, a8        // s0(w36)
  add a0, a0, a13         // w51
  ssai 6
  src a8, a11, a11        // S1(e51)
  xor a6, a6, a8          // S1(e51)
  xor a13, a10, a14       // fg
  and a13, a13, a11       // ch
  xor a13, a13, a14       // ch
  l32r a8, .Lk34b0bcb5_one
  add a6, a6, a13         // t51
  add a6, a6, a5          // t51
  add a6, a6, a8          // t51
  add a6, a6, a0          // t51
  add a13, a6, a2         // e52
  src a5, a13, a13        // S1(e52)
  ssai 2
  src a15, a15, a15       // S0(a49)
  xor a8, a12, a2         // ab
  s32i a6, a1, 0          // t51
  l32i a6, a1, 52         // t49
  add a15, a15, a6        // a50
  and a3, a3, a8          // maj
  xor a3, a3, a2          // maj
  add a15, a15, a3        // a50
  src a6, a15, a15        // S0(a50)
  src a2, a4, a4          // s1(w50)
  xor a2, a2, a4          // s1(w50)
  src a3, a0, a0          // s1(w51)
  xor a3, a3, a0          // s1(w51)

  // rounds 52, 53
  ssai 17
  src a2, a2, a2          // s1(w50)
  s32i a4, a1, 52         // w50
  srli a4, a4, 10         // s1(w50)
  xor a2, a2, a4          // s1(w50)
  l32i a4, a1, 20         // w45
  add a2, a2, a9          // w52
  add a2, a2, a4          // w52
  src a3, a3, a3          // s1(w51)
  srli a9, a0, 10         // s1(w51)
  xor a3, a3, a9          // s1(w51)
  l32i a9, a1, 40         // w37
  l32i a4, a1, 28         // w46
  add a3, a3, a9          // w53
  add a3, a3, a4          // w53
  ssai 11
  src a4, a13, a13        // S1(e52)
  xor a5, a5, a4          // S1(e52)
  src a4, a6, a6          // S0(a50)
  xor a6, a4, a6          // S0(a50)
  s32i a0, a1, 28         // w51
  src a0, a9, a9          // s0(w37)
  xor a0, a0, a9          // s0(w37)
  ssai 9
  src a4, a4, a4          // S0(a50)
  xor a6, a6, a4          // S0(a50)
  xor a4, a15, a12        // ab
  add a6, a6, a7          // a51
  and a8, a8, a4          // maj
  xor a8, a8, a12         // maj
  add a6, a6, a8          // a51
  src a7, a6, a6          // S0(a51)
  xor a7, a7, a6          // S0(a51)
  ssai 7
  src a0, a0, a0          // s0(w37)
  srli a9, a9, 3          // s0(w37)
  l32i a8, a1, 24         // w38
  xor a0, a0, a9          // s0(w37)
  add a2, a2, a0          // w52
  src a9, a8, a8          // s0(w38)
  ssai 25
  src a0, a13, a13        // S1(e52)
  xor a5, a5, a0          // S1(e52)
  xor a0, a11, a10        // fg
  and a0, a0, a13         // ch
  xor a0, a0, a10         // ch
  add a5, a5, a0          // t52
  l32r a0, .Lk391c0cb3_one
  add a5, a5, a14         // t52
  add a5, a5, a0          // t52
  add a5, a5, a2          // t52
  add a12, a5, a12        // e53
  src a14, a12, a12       // S1(e53)
  ssai 11
  src a7, a7, a7          // S0(a51)
  xor a7, a7, a6          // S0(a51)
  src a0, a12, a12        // S1(e53)
  xor a14, a14, a0        // S1(e53)
  src a0, a9, a9          // s0(w38)
  xor a0, a0, a9          // s0(w38)
  srli a9, a8, 3          // s0(w38)
  xor a0, a0, a9          // s0(w38)
  add a3, a3, a0          // w53
  ssai 6
  src a9, a12, a12        // S1(e53)
  xor a14, a14, a9        // S1(e53)
  xor a0, a13, a11        // fg
  and a0, a0, a12         // ch
  xor a0, a0, a11         // ch
  l32r a9, .Lk4ed8aa4a_one
  add a14, a14, a0        // t53
  add a14, a14, a10       // t53
  add a14, a14, a9        // t53
  add a14, a14, a3        // t53
  add a0, a14, a15        // e54
  src a10, a0, a0         // S1(e54)
  ssai 2
  src a7, a7, a7          // S0(a51)
  xor a9, a6, a15         // ab
  s32i a14, a1, 40        // t53
  l32i a14, a1, 0         // t51
  add a7, a7, a14         // a52
  and a4, a4, a9          // maj
  xor a4, a4, a15         // maj
  add a7, a7, a4          // a52
  src a14, a7, a7         // S0(a52)
  src a15, a2, a2         // s1(w52)
  xor a15, a15, a2        // s1(w52)
  src a4, a3, a3          // s1(w53)
  xor a4, a4, a3          // s1(w53)

  // rounds 54, 55
  ssai 17
  src a15, a15, a15       // s1(w52)
  s32i a2, a1, 0          // w52
  srli a2, a2, 10         // s1(w52)
  xor a15, a15, a2        // s1(w52)
  l32i a2, a1, 56         // w47
  add a15, a15, a8        // w54
  add a15, a15, a2        // w54
  src a4, a4, a4          // s1(w53)
  l32i a2, a1, 12         // w39
  srli a8, a3, 10         // s1(w53)
  xor a4, a4, a8          // s1(w53)
  l32i a8, a1, 16         // w48
  add a4, a4, a2          // w55
  add a4, a4, a8          // w55
  ssai 11
  src a8, a0, a0          // S1(e54)
  xor a10, a10, a8        // S1(e54)
  src a8, a14, a14        // S0(a52)
  xor a14, a8, a14        // S0(a52)
  s32i a3, a1, 16         // w53
  src a3, a2, a2          // s0(w39)
  xor a3, a3, a2          // s0(w39)
  ssai 9
  src a8, a8, a8          // S0(a52)
  xor a14, a14, a8        // S0(a52)
  xor a8, a7, a6          // ab
  add a14, a14, a5        // a53
  and a9, a9, a8          // maj
  xor a9, a9, a6          // maj
  add a14, a14, a9        // a53
  src a5, a14, a14        // S0(a53)
  xor a5, a5, a14         // S0(a53)
  ssai 7
  src a3, a3, a3          // s0(w39)
  srli a2, a2, 3          // s0(w39)
  l32i a9, a1, 60         // w40
  xor a3, a3, a2          // s0(w39)
  add a15, a15, a3        // w54
  src a2, a9, a9          // s0(w40)
  ssai 25
  src a3, a0, a0          // S1(e54)
  xor a10, a10, a3        // S1(e54)
  xor a3, a12, a13        // fg
  and a3, a3, a0          // ch
  xor a3, a3, a13         // ch
  add a10, a10, a3        // t54
  l32r a3, .Lk5b9cca4f_one
  add a10, a10, a11       // t54
  add a10, a10, a3        // t54
  add a10, a10, a15       // t54
  add a6, a10, a6         // e55
  src a11, a6, a6         // S1(e55)
  ssai 11
  src a5, a5, a5          // S0(a53)
  xor a5, a5, a14         // S0(a53)
  src a3, a6, a6          // S1(e55)
  xor a11, a11, a3        // S1(e55)
  src a3, a2, a2          // s0(w40)
  xor a3, a3, a2          // s0(w40)
  srli a2, a9, 3          // s0(w40)
  xor a3, a3, a2          // s0(w40)
  add a4, a4, a3          // w55
  ssai 6
  src a2, a6, a6          // S1(e55)
  xor a11, a11, a2        // S1(e55)
  xor a3, a0, a12         // fg
  and a3, a3, a6          // ch
  xor a3, a3, a12         // ch
  l32r a2, .Lk682e6ff3_one
  add a11, a11, a3        // t55
  add a11, a11, a13       // t55
  add a11, a11, a2        // t55
  add a11, a11, a4        // t55
  add a3, a11, a7         // e56
  src a13, a3, a3         // S1(e56)
  ssai 2
  src a5, a5, a5          // S0(a53)
  xor a2, a14, a7         // ab
  s32i a11, a1, 12        // t55
  l32i a11, a1, 40        // t53
  add a5, a5, a11         // a54
  and a8, a8, a2          // maj
  xor a8, a8, a7          // maj
  add a5, a5, a8          // a54
  src a11, a5, a5         // S0(a54)
  src a7, a15, a15        // s1(w54)
  xor a7, a7, a15         // s1(w54)
  src a8, a4, a4          // s1(w55)
  xor a8, a8, a4          // s1(w55)

  // rounds 56, 57
  ssai 17
  src a7, a7, a7          // s1(w54)
  srli a15, a15, 10       // s1(w54)
  xor a7, a7, a15         // s1(w54)
  l32i a15, a1, 44        // w49
  add a7, a7, a9          // w56
  add a7, a7, a15         // w56
  src a8, a8, a8          // s1(w55)
  l32i a9, a1, 32         // w41
  srli a4, a4, 10         // s1(w55)
  l32i a15, a1, 52        // w50
  xor a8, a8, a4          // s1(w55)
  add a8, a8, a9          // w57
  add a8, a8, a15         // w57
  ssai 11
  src a4, a3, a3          // S1(e56)
  xor a13, a13, a4        // S1(e56)
  src a15, a11, a11       // S0(a54)
  xor a11, a15, a11       // S0(a54)
  src a4, a9, a9          // s0(w41)
  xor a4, a4, a9          // s0(w41)
  ssai 9
  src a15, a15, a15       // S0(a54)
  xor a11, a11, a15       // S0(a54)
  xor a15, a5, a14        // ab
  add a11, a11, a10       // a55
  and a2, a2, a15         // maj
  xor a2, a2, a14         // maj
  add a11, a11, a2        // a55
  src a10, a11, a11       // S0(a55)
  xor a10, a10, a11       // S0(a55)
  ssai 7
  src a4, a4, a4          // s0(w41)
  srli a9, a9, 3          // s0(w41)
  l32i a2, a1, 36         // w42
  xor a4, a4, a9          // s0(w41)
  add a7, a7, a4          // w56
  src a9, a2, a2          // s0(w42)
  ssai 25
  src a4, a3, a3          // S1(e56)
  xor a13, a13, a4        // S1(e56)
  xor a4, a6, a0          // fg
  and a4, a4, a3          // ch
  xor a4, a4, a0          // ch
  add a13, a13, a4        // t56
  l32r a4, .Lk748f82ee_one
  add a13, a13, a12       // t56
  add a13, a13, a4        // t56
  add a13, a13, a7        // t56
  add a14, a13, a14       // e57
  src a12, a14, a14       // S1(e57)
  ssai 11
  src a10, a10, a10       // S0(a55)
  xor a10, a10, a11       // S0(a55)
  src a4, a14, a14        // S1(e57)
  xor a12, a12, a4        // S1(e57)
  src a4, a9, a9          // s0(w42)
  xor a4, a4, a9          // s0(w42)
  srli a9, a2, 3          // s0(w42)
  xor a4, a4, a9          // s0(w42)
  add a8, a8, a4          // w57
  ssai 6
  src a9, a14, a14        // S1(e57)
  xor a12, a12, a9        // S1(e57)
  xor a4, a3, a6          // fg
  and a4, a4, a14         // ch
  xor a4, a4, a6          // ch
  l32r a9, .Lk78a5636f_one
  add a12, a12, a4        // t57
  add a12, a12, a0        // t57
  add a12, a12, a9        // t57
  add a12, a12, a8        // t57
  add a12, a12, a5        // e58
  src a4, a12, a12        // S1(e58)
  ssai 2
  l32i a9, a1, 12         // t55
  src a10, a10, a10       // S0(a55)
  xor a0, a11, a5         // ab
  add a10, a10, a9        // a56
  and a15, a15, a0        // maj
  xor a15, a15, a5        // maj
  add a10, a10, a15       // a56
  src a9, a10, a10        // S0(a56)
  src a5, a7, a7          // s1(w56)
  xor a5, a5, a7          // s1(w56)
  src a15, a8, a8         // s1(w57)
  xor a15, a15, a8        // s1(w57)

  // rounds 58, 59
  ssai 17
  src a5, a5, a5          // s1(w56)
  srli a7, a7, 10         // s1(w56)
  xor a5, a5, a7          // s1(w56)
  l32i a7, a1, 28         // w51
  add a5, a5, a2          // w58
  add a5, a5, a7          // w58
  src a15, a15, a15       // s1(w57)
  l32i a2, a1, 4          // w43
  srli a8, a8, 10         // s1(w57)
  l32i a7, a1, 0          // w52
  xor a15, a15, a8        // s1(w57)
  add a15, a15, a2        // w59
  add a15, a15, a7        // w59
  ssai 11
  src a8, a12, a12        // S1(e58)
  xor a4, a4, a8          // S1(e58)
  src a7, a9, a9          // S0(a56)
  xor a9, a7, a9          // S0(a56)
  src a8, a2, a2          // s0(w43)
  xor a8, a8, a2          // s0(w43)
  ssai 9
  src a7, a7, a7          // S0(a56)
  xor a9, a9, a7          // S0(a56)
  xor a7, a10, a11        // ab
  add a9, a9, a13         // a57
  and a0, a0, a7          // maj
  xor a0, a0, a11         // maj
  add a9, a9, a0          // a57
  ssai 7
  src a8, a8, a8          // s0(w43)
  srli a2, a2, 3          // s0(w43)
  l32i a13, a1, 8         // w44
  xor a8, a8, a2          // s0(w43)
  add a5, a5, a8          // w58
  src a7, a13, a13        // s0(w44)
  ssai 25
  src a0, a12, a12        // S1(e58)
  xor a4, a4, a0          // S1(e58)
  xor a2, a14, a3         // fg
  and a2, a2, a12         // ch
  xor a2, a2, a3          // ch
  l32r a8, .Lk84c87814_one
  add a4, a4, a2          // t58
  add a4, a4, a6          // t58
  add a4, a4, a8          // t58
  add a4, a4, a5          // t58
  add a4, a4, a11         // e59
  src a0, a4, a4          // S1(e59)
  ssai 11
  src a2, a4, a4          // S1(e59)
  xor a0, a0, a2          // S1(e59)
  src a6, a7, a7          // s0(w44)
  xor a6, a6, a7          // s0(w44)
  srli a8, a13, 3         // s0(w44)
  xor a6, a6, a8          // s0(w44)
  add a15, a15, a6        // w59
  ssai 6
  src a11, a4, a4         // S1(e59)
  xor a0, a0, a11         // S1(e59)
  xor a2, a12, a14        // fg
  and a2, a2, a4          // ch
  xor a2, a2, a14         // ch
  l32r a7, .Lk8cc70208_one
  add a0, a0, a2          // t59
  add a0, a0, a3          // t59
  add a0, a0, a7          // t59
  add a0, a0, a15         // t59
  add a0, a0, a10         // e60
  src a8, a0, a0          // S1(e60)
  ssai 2
  src a6, a5, a5          // s1(w58)
  xor a6, a6, a5          // s1(w58)

  // round 60
  ssai 17
  src a6, a6, a6          // s1(w58)
  srli a5, a5, 10         // s1(w58)
  l32i a11, a1, 16        // w53
  xor a6, a6, a5          // s1(w58)
  add a6, a6, a13         // w60
  add a6, a6, a11         // w60
  ssai 11
  l32i a3, a1, 20         // w45
  src a2, a0, a0          // S1(e60)
  xor a8, a8, a2          // S1(e60)
  src a7, a3, a3          // s0(w45)
  xor a7, a7, a3          // s0(w45)
  ssai 7
  src a7, a7, a7          // s0(w45)
  srli a3, a3, 3          // s0(w45)
  xor a7, a7, a3          // s0(w45)
  add a6, a6, a7          // w60
  ssai 25
  src a15, a0, a0         // S1(e60)
  xor a8, a8, a15         // S1(e60)
  xor a4, a4, a12         // fg
  and a4, a4, a0          // ch
  xor a4, a4, a12         // ch
  l32r a10, .Lkec9fcd13_one
  add a8, a8, a4          // t60
  add a8, a8, a14         // t60
  add a8, a8, a10         // t60
  add a8, a8, a6          // t60
  add a8, a8, a9          // e61

  // the early end: does any bit of H7 reject it?
  l32i a2, a1, 208
  bnone a8, a2, .Lfound_one
  l32i a2, a1, 212
  l32r a3, .Lk01000000_one
  l32i a4, a1, 216
  add a2, a2, a3          // the next nonce
  s32i a2, a1, 212
  beq a2, a4, .Lend_one
  j .Lnext_one
.Lfound_one:
  l32i a3, a1, 212
  l32i a4, a1, 240
  s32i a3, a4, 116
  movi a2, 1
  j .Lleave_one
.Lend_one:
  movi a2, 0
.Lleave_one:
  l32i a0, a1, 220
  l32i a12, a1, 224
  l32i a13, a1, 228
  l32i a14, a1, 232
  l32i a15, a1, 236
  MITE_LEAVE 512
  .size mite_assembly_scan_one, . - mite_assembly_scan_one

  MITE_SECTION(mite_assembly_scan_many)
  .align 4
.Lk0fc19dc6_many: .word 0x0fc19dc6
.Lk240ca1cc_many: .word 0x240ca1cc
.Lk80000000_many: .word 0x80000000
.Lk2de92c6f_many: .word 0x2de92c6f
.Lk4a7484aa_many: .word 0x4a7484aa
.Lk00000280_many: .word 0x00000280
.Lk5cb0a9dc_many: .word 0x5cb0a9dc
.Lk76f988da_many: .word 0x76f988da
.Lk983e5152_many: .word 0x983e5152
.Lka831c66d_many: .word 0xa831c66d
.Lkb00327c8_many: .word 0xb00327c8
.Lkbf597fc7_many: .word 0xbf597fc7
.Lkc6e00bf3_many: .word 0xc6e00bf3
.Lkd5a79147_many: .word 0xd5a79147
.Lk00a00055_many: .word 0x00a00055
.Lk06ca6351_many: .word 0x06ca6351
.Lk14292967_many: .word 0x14292967
.Lk27b70a85_many: .word 0x27b70a85
.Lk2e1b2138_many: .word 0x2e1b2138
.Lk4d2c6dfc_many: .word 0x4d2c6dfc
.Lk53380d13_many: .word 0x53380d13
.Lk650a7354_many: .word 0x650a7354
.Lk766a0abb_many: .word 0x766a0abb
.Lk81c2c92e_many: .word 0x81c2c92e
.Lk92722c85_many: .word 0x92722c85
.Lka2bfe8a1_many: .word 0xa2bfe8a1
.Lka81a664b_many: .word 0xa81a664b
.Lkc24b8b70_many: .word 0xc24b8b70
.Lkc76c51a3_many: .word 0xc76c51a3
.Lkd192e819_many: .word 0xd192e819
.Lkd6990624_many: .word 0xd6990624
.Lkf40e3585_many: .word 0xf40e3585
.Lk106aa070_many: .word 0x106aa070
.Lk19a4c116_many: .word 0x19a4c116
.Lk1e376c08_many: .word 0x1e376c08
.Lk2748774c_many: .word 0x2748774c
.Lk34b0bcb5_many: .word 0x34b0bcb5
.Lk391c0cb3_many: .word 0x391c0cb3
.Lk4ed8aa4a_many: .word 0x4ed8aa4a
.Lk5b9cca4f_many: .word 0x5b9cca4f
.Lk682e6ff3_many: .word 0x682e6ff3
.Lk748f82ee_many: .word 0x748f82ee
.Lk78a5636f_many: .word 0x78a5636f
.Lk84c87814_many: .word 0x84c87814
.Lk8cc70208_many: .word 0x8cc70208
.Lk90befffa_many: .word 0x90befffa
.Lka4506ceb_many: .word 0xa4506ceb
.Lkbef9a3f7_many: .word 0xbef9a3f7
.Lkc67178f2_many: .word 0xc67178f2
.Lkab1c5ed5_many: .word 0xab1c5ed5
.Lkd807aa98_many: .word 0xd807aa98
.Lk12835b01_many: .word 0x12835b01
.Lk243185be_many: .word 0x243185be
.Lk550c7dc3_many: .word 0x550c7dc3
.Lk72be5d74_many: .word 0x72be5d74
.Lk80deb1fe_many: .word 0x80deb1fe
.Lk9bdc06a7_many: .word 0x9bdc06a7
.Lkc19bf3f4_many: .word 0xc19bf3f4
.Lkfc08884d_many: .word 0xfc08884d
.Lk98c7e2a2_many: .word 0x98c7e2a2
.Lkca0b3af3_many: .word 0xca0b3af3
.Lk9b05688c_many: .word 0x9b05688c
.Lk90bb1e3c_many: .word 0x90bb1e3c
.Lk3c6ef372_many: .word 0x3c6ef372
.Lk6a09e667_many: .word 0x6a09e667
.Lkd16e48e2_many: .word 0xd16e48e2
.Lk510e527f_many: .word 0x510e527f
.Lk50c6645b_many: .word 0x50c6645b
.Lkbb67ae85_many: .word 0xbb67ae85
.Lk3ac42e24_many: .word 0x3ac42e24
.Lk3956c25b_many: .word 0x3956c25b
.Lk59f111f1_many: .word 0x59f111f1
.Lk923f82a4_many: .word 0x923f82a4
.Lk5807aa98_many: .word 0x5807aa98
.Lkc19bf274_many: .word 0xc19bf274
.Lke49b69c1_many: .word 0xe49b69c1
.Lk00a00000_many: .word 0x00a00000
.Lkefbe4786_many: .word 0xefbe4786
.Lk11002000_many: .word 0x11002000
.Lk00400022_many: .word 0x00400022
.Lkec9fcd13_many: .word 0xec9fcd13
.Lk01000000_many: .word 0x01000000
  .global mite_assembly_scan_many
  .type mite_assembly_scan_many, @function
  .align 4
mite_assembly_scan_many:
  MITE_ENTER 512
  s32i a0, a1, 220
  s32i a12, a1, 224
  s32i a13, a1, 228
  s32i a14, a1, 232
  s32i a15, a1, 236
  s32i a2, a1, 240
  l32i a3, a2, 0
  s32i a3, a1, 96
  l32i a3, a2, 4
  s32i a3, a1, 100
  l32i a3, a2, 8
  s32i a3, a1, 104
  l32i a3, a2, 12
  s32i a3, a1, 108
  l32i a3, a2, 16
  s32i a3, a1, 112
  l32i a3, a2, 20
  s32i a3, a1, 116
  l32i a3, a2, 24
  s32i a3, a1, 120
  l32i a3, a2, 28
  s32i a3, a1, 124
  l32i a3, a2, 32
  s32i a3, a1, 128
  l32i a3, a2, 36
  s32i a3, a1, 132
  l32i a3, a2, 40
  s32i a3, a1, 136
  l32i a3, a2, 44
  s32i a3, a1, 140
  l32i a3, a2, 48
  s32i a3, a1, 144
  l32i a3, a2, 52
  s32i a3, a1, 148
.Lnext_many:
  l32i a2, a1, 108        // w19
  l32i a3, a1, 136        // w3

  // words 18, 19
  add a2, a2, a3          // w19
  ssai 7
  src a4, a3, a3          // s0(w3)
  ssai 11
  src a5, a4, a4          // s0(w3)
  xor a5, a5, a4          // s0(w3)
  l32i a6, a1, 104        // w18
  srli a3, a3, 3          // s0(w3)
  l32r a7, .Lk0fc19dc6_many
  xor a5, a5, a3          // s0(w3)
  add a5, a5, a6          // w18
  l32r a8, .Lk240ca1cc_many
  add a7, a5, a7          // kw18
  s32i a7, a1, 252        // kw18
  add a8, a2, a8          // kw19
  s32i a8, a1, 256        // kw19

  // words 20, 21
  ssai 17
  src a9, a5, a5          // s1(w18)
  src a10, a2, a2         // s1(w19)
  ssai 2
  src a11, a9, a9         // s1(w18)
  xor a11, a11, a9        // s1(w18)
  l32r a13, .Lk80000000_many
  srli a12, a5, 10        // s1(w18)
  xor a11, a11, a12       // s1(w18)
  add a11, a11, a13       // w20
  src a14, a10, a10       // s1(w19)
  xor a14, a14, a10       // s1(w19)
  l32r a0, .Lk2de92c6f_many
  srli a15, a2, 10        // s1(w19)
  xor a14, a14, a15       // s1(w19)
  l32r a4, .Lk4a7484aa_many
  add a0, a11, a0         // kw20
  s32i a0, a1, 260        // kw20
  add a4, a14, a4         // kw21
  s32i a4, a1, 264        // kw21

  // words 22, 23
  src a3, a11, a11        // s1(w20)
  xor a3, a3, a11         // s1(w20)
  src a6, a14, a14        // s1(s1(w19))
  xor a6, a6, a14         // s1(s1(w19))
  ssai 17
  src a3, a3, a3          // s1(w20)
  l32r a8, .Lk00000280_many
  srli a7, a11, 10        // s1(w20)
  xor a3, a3, a7          // s1(w20)
  add a3, a3, a8          // w22
  src a6, a6, a6          // s1(s1(w19))
  l32i a12, a1, 96        // w16
  srli a9, a14, 10        // s1(s1(w19))
  l32r a13, .Lk5cb0a9dc_many
  xor a6, a6, a9          // s1(s1(w19))
  add a6, a6, a12         // w23
  l32r a10, .Lk76f988da_many
  add a13, a3, a13        // kw22
  s32i a13, a1, 268       // kw22
  add a10, a6, a10        // kw23
  s32i a10, a1, 272       // kw23

  // words 24, 25
  src a15, a3, a3         // s1(w22)
  src a0, a6, a6          // s1(w23)
  ssai 2
  src a4, a15, a15        // s1(w22)
  xor a4, a4, a15         // s1(w22)
  l32i a8, a1, 100        // w17
  srli a7, a3, 10         // s1(w22)
  xor a4, a4, a7          // s1(w22)
  add a4, a4, a8          // w24
  src a9, a0, a0          // s1(w23)
  xor a9, a9, a0          // s1(w23)
  srli a12, a6, 10        // s1(w23)
  l32r a13, .Lk983e5152_many
  xor a9, a9, a12         // s1(w23)
  add a9, a9, a5          // w25
  l32r a10, .Lka831c66d_many
  add a13, a4, a13        // kw24
  s32i a13, a1, 276       // kw24
  add a10, a9, a10        // kw25
  s32i a10, a1, 280       // kw25

  // words 26, 27
  src a15, a4, a4         // s1(w24)
  xor a15, a15, a4        // s1(w24)
  src a7, a9, a9          // s1(w25)
  xor a7, a7, a9          // s1(w25)
  ssai 17
  src a15, a15, a15       // s1(w24)
  srli a8, a4, 10         // s1(w24)
  xor a15, a15, a8        // s1(w24)
  add a15, a15, a2        // w26
  src a7, a7, a7          // s1(w25)
  srli a0, a9, 10         // s1(w25)
  l32r a12, .Lkb00327c8_many
  xor a7, a7, a0          // s1(w25)
  add a7, a7, a11         // w27
  l32r a13, .Lkbf597fc7_many
  add a12, a15, a12       // kw26
  s32i a12, a1, 284       // kw26
  add a13, a7, a13        // kw27
  s32i a13, a1, 288       // kw27

  // words 28, 29
  src a10, a15, a15       // s1(w26)
  src a8, a7, a7          // s1(w27)
  ssai 2
  src a0, a10, a10        // s1(w26)
  xor a0, a0, a10         // s1(w26)
  srli a12, a15, 10       // s1(w26)
  xor a0, a0, a12         // s1(w26)
  add a0, a0, a14         // w28
  src a13, a8, a8         // s1(w27)
  xor a13, a13, a8        // s1(w27)
  srli a10, a7, 10        // s1(w27)
  l32r a12, .Lkc6e00bf3_many
  xor a13, a13, a10       // s1(w27)
  add a13, a13, a3        // w29
  l32r a8, .Lkd5a79147_many
  add a12, a0, a12        // kw28
  s32i a12, a1, 292       // kw28
  add a8, a13, a8         // kw29
  s32i a8, a1, 296        // kw29

  // words 30, 31
  src a10, a0, a0         // s1(w28)
  xor a10, a10, a0        // s1(w28)
  src a12, a13, a13       // s1(w29)
  xor a12, a12, a13       // s1(w29)
  ssai 17
  src a10, a10, a10       // s1(w28)
  srli a8, a0, 10         // s1(w28)
  xor a10, a10, a8        // s1(w28)
  l32r a8, .Lk00a00055_many
  add a10, a10, a6        // w30
  add a10, a10, a8        // w30
  src a12, a12, a12       // s1(w29)
  srli a8, a13, 10        // s1(w29)
  xor a12, a12, a8        // s1(w29)
  l32i a8, a1, 112        // w31
  add a12, a12, a4        // w31
  add a12, a12, a8        // w31
  l32r a8, .Lk06ca6351_many
  add a8, a10, a8         // kw30
  s32i a8, a1, 300        // kw30
  l32r a8, .Lk14292967_many
  add a8, a12, a8         // kw31
  s32i a8, a1, 304        // kw31

  // words 32, 33
  src a8, a10, a10        // s1(w30)
  s32i a4, a1, 0          // w24
  src a4, a12, a12        // s1(w31)
  ssai 2
  s32i a6, a1, 4          // w23
  src a6, a8, a8          // s1(w30)
  xor a6, a6, a8          // s1(w30)
  srli a8, a10, 10        // s1(w30)
  xor a6, a6, a8          // s1(w30)
  l32i a8, a1, 116        // w32
  add a6, a6, a9          // w32
  add a6, a6, a8          // w32
  src a8, a4, a4          // s1(w31)
  xor a8, a8, a4          // s1(w31)
  srli a4, a12, 10        // s1(w31)
  xor a8, a8, a4          // s1(w31)
  l32i a4, a1, 120        // w33
  add a8, a8, a15         // w33
  add a8, a8, a4          // w33
  ssai 11
  src a4, a5, a5          // s0(w18)
  xor a4, a4, a5          // s0(w18)
  ssai 7
  src a4, a4, a4          // s0(w18)
  s32i a15, a1, 8         // w26
  srli a15, a5, 3         // s0(w18)
  xor a4, a4, a15         // s0(w18)
  l32r a15, .Lk27b70a85_many
  add a8, a8, a4          // w33
  l32r a4, .Lk2e1b2138_many
  add a15, a6, a15        // kw32
  s32i a15, a1, 308       // kw32
  add a4, a8, a4          // kw33
  s32i a4, a1, 312        // kw33

  // words 34, 35
  src a15, a2, a2         // s0(w19)
  src a4, a11, a11        // s0(w20)
  ssai 11
  s32i a9, a1, 12         // w25
  src a9, a15, a15        // s0(w19)
  xor a9, a9, a15         // s0(w19)
  srli a15, a2, 3         // s0(w19)
  xor a9, a9, a15         // s0(w19)
  add a9, a9, a5          // w34
  add a9, a9, a7          // w34
  src a15, a4, a4         // s0(w20)
  xor a15, a15, a4        // s0(w20)
  srli a5, a11, 3         // s0(w20)
  xor a15, a15, a5        // s0(w20)
  add a15, a15, a2        // w35
  add a15, a15, a0        // w35
  ssai 2
  src a4, a6, a6          // s1(w32)
  xor a4, a4, a6          // s1(w32)
  src a5, a8, a8          // s1(w33)
  xor a5, a5, a8          // s1(w33)
  ssai 17
  src a4, a4, a4          // s1(w32)
  srli a2, a6, 10         // s1(w32)
  xor a4, a4, a2          // s1(w32)
  add a9, a9, a4          // w34
  src a5, a5, a5          // s1(w33)
  srli a2, a8, 10         // s1(w33)
  l32r a4, .Lk4d2c6dfc_many
  xor a5, a5, a2          // s1(w33)
  add a15, a15, a5        // w35
  l32r a2, .Lk53380d13_many
  add a4, a9, a4          // kw34
  s32i a4, a1, 316        // kw34
  add a2, a15, a2         // kw35
  s32i a2, a1, 320        // kw35

  // words 36, 37
  src a5, a9, a9          // s1(w34)
  src a4, a15, a15        // s1(w35)
  ssai 2
  src a2, a5, a5          // s1(w34)
  xor a2, a2, a5          // s1(w34)
  srli a5, a9, 10         // s1(w34)
  xor a2, a2, a5          // s1(w34)
  add a2, a2, a11         // w36
  add a2, a2, a13         // w36
  src a5, a4, a4          // s1(w35)
  xor a5, a5, a4          // s1(w35)
  srli a11, a15, 10       // s1(w35)
  xor a5, a5, a11         // s1(w35)
  add a5, a5, a14         // w37
  add a5, a5, a10         // w37
  ssai 11
  src a4, a14, a14        // s0(s1(w19))
  xor a4, a4, a14         // s0(s1(w19))
  src a11, a3, a3         // s0(w22)
  xor a11, a11, a3        // s0(w22)
  ssai 7
  src a4, a4, a4          // s0(s1(w19))
  srli a14, a14, 3        // s0(s1(w19))
  xor a4, a4, a14         // s0(s1(w19))
  add a2, a2, a4          // w36
  src a11, a11, a11       // s0(w22)
  srli a14, a3, 3         // s0(w22)
  l32r a4, .Lk650a7354_many
  xor a11, a11, a14       // s0(w22)
  add a5, a5, a11         // w37
  l32r a14, .Lk766a0abb_many
  add a4, a2, a4          // kw36
  s32i a4, a1, 324        // kw36
  l32i a11, a1, 4         // w23
  add a14, a5, a14        // kw37
  s32i a14, a1, 328       // kw37
  l32i a14, a1, 0         // w24

  // words 38, 39
  src a4, a11, a11        // s0(w23)
  s32i a10, a1, 16        // w30
  src a10, a14, a14       // s0(w24)
  ssai 11
  s32i a13, a1, 20        // w29
  src a13, a4, a4         // s0(w23)
  xor a13, a13, a4        // s0(w23)
  srli a4, a11, 3         // s0(w23)
  xor a13, a13, a4        // s0(w23)
  add a13, a13, a3        // w38
  add a13, a13, a12       // w38
  src a4, a10, a10        // s0(w24)
  xor a4, a4, a10         // s0(w24)
  srli a3, a14, 3         // s0(w24)
  xor a4, a4, a3          // s0(w24)
  add a4, a4, a11         // w39
  add a4, a4, a6          // w39
  ssai 2
  src a10, a2, a2         // s1(w36)
  xor a10, a10, a2        // s1(w36)
  src a3, a5, a5          // s1(w37)
  xor a3, a3, a5          // s1(w37)
  ssai 17
  src a10, a10, a10       // s1(w36)
  srli a11, a2, 10        // s1(w36)
  xor a10, a10, a11       // s1(w36)
  add a13, a13, a10       // w38
  src a3, a3, a3          // s1(w37)
  srli a11, a5, 10        // s1(w37)
  l32r a10, .Lk81c2c92e_many
  xor a3, a3, a11         // s1(w37)
  add a4, a4, a3          // w39
  l32r a11, .Lk92722c85_many
  add a10, a13, a10       // kw38
  s32i a10, a1, 332       // kw38
  add a11, a4, a11        // kw39
  s32i a11, a1, 336       // kw39

  // words 40, 41
  src a3, a13, a13        // s1(w38)
  src a10, a4, a4         // s1(w39)
  ssai 2
  src a11, a3, a3         // s1(w38)
  xor a11, a11, a3        // s1(w38)
  srli a3, a13, 10        // s1(w38)
  xor a11, a11, a3        // s1(w38)
  add a11, a11, a14       // w40
  add a11, a11, a8        // w40
  src a3, a10, a10        // s1(w39)
  xor a3, a3, a10         // s1(w39)
  l32i a10, a1, 12        // w25
  srli a14, a4, 10        // s1(w39)
  xor a3, a3, a14         // s1(w39)
  add a3, a3, a10         // w41
  add a3, a3, a9          // w41
  ssai 11
  src a14, a10, a10       // s0(w25)
  xor a14, a14, a10       // s0(w25)
  s32i a9, a1, 0          // w34
  l32i a9, a1, 8          // w26
  s32i a8, a1, 4          // w33
  src a8, a9, a9          // s0(w26)
  xor a8, a8, a9          // s0(w26)
  ssai 7
  src a14, a14, a14       // s0(w25)
  srli a10, a10, 3        // s0(w25)
  xor a14, a14, a10       // s0(w25)
  add a11, a11, a14       // w40
  src a8, a8, a8          // s0(w26)
  srli a10, a9, 3         // s0(w26)
  l32r a14, .Lka2bfe8a1_many
  xor a8, a8, a10         // s0(w26)
  add a3, a3, a8          // w41
  l32r a10, .Lka81a664b_many
  add a14, a11, a14       // kw40
  s32i a14, a1, 340       // kw40
  add a10, a3, a10        // kw41
  s32i a10, a1, 344       // kw41

  // words 42, 43
  src a8, a7, a7          // s0(w27)
  src a14, a0, a0         // s0(w28)
  ssai 11
  src a10, a8, a8         // s0(w27)
  xor a10, a10, a8        // s0(w27)
  srli a8, a7, 3          // s0(w27)
  xor a10, a10, a8        // s0(w27)
  add a10, a10, a9        // w42
  add a10, a10, a15       // w42
  src a8, a14, a14        // s0(w28)
  xor a8, a8, a14         // s0(w28)
  srli a9, a0, 3          // s0(w28)
  xor a8, a8, a9          // s0(w28)
  add a8, a8, a7          // w43
  add a8, a8, a2          // w43
  ssai 2
  src a14, a11, a11       // s1(w40)
  xor a14, a14, a11       // s1(w40)
  src a9, a3, a3          // s1(w41)
  xor a9, a9, a3          // s1(w41)
  ssai 17
  src a14, a14, a14       // s1(w40)
  srli a7, a11, 10        // s1(w40)
  xor a14, a14, a7        // s1(w40)
  add a10, a10, a14       // w42
  src a9, a9, a9          // s1(w41)
  srli a7, a3, 10         // s1(w41)
  l32r a14, .Lkc24b8b70_many
  xor a9, a9, a7          // s1(w41)
  add a8, a8, a9          // w43
  l32r a7, .Lkc76c51a3_many
  add a14, a10, a14       // kw42
  s32i a14, a1, 348       // kw42
  add a7, a8, a7          // kw43
  s32i a7, a1, 352        // kw43

  // words 44, 45
  src a9, a10, a10        // s1(w42)
  src a14, a8, a8         // s1(w43)
  ssai 2
  src a7, a9, a9          // s1(w42)
  xor a7, a7, a9          // s1(w42)
  srli a9, a10, 10        // s1(w42)
  xor a7, a7, a9          // s1(w42)
  add a7, a7, a0          // w44
  add a7, a7, a5          // w44
  src a9, a14, a14        // s1(w43)
  xor a9, a9, a14         // s1(w43)
  l32i a14, a1, 20        // w29
  srli a0, a8, 10         // s1(w43)
  xor a9, a9, a0          // s1(w43)
  add a9, a9, a14         // w45
  add a9, a9, a13         // w45
  ssai 11
  src a0, a14, a14        // s0(w29)
  xor a0, a0, a14         // s0(w29)
  s32i a13, a1, 8         // w38
  l32i a13, a1, 16        // w30
  s32i a5, a1, 12         // w37
  src a5, a13, a13        // s0(w30)
  xor a5, a5, a13         // s0(w30)
  ssai 7
  src a0, a0, a0          // s0(w29)
  srli a14, a14, 3        // s0(w29)
  xor a0, a0, a14         // s0(w29)
  add a7, a7, a0          // w44
  src a5, a5, a5          // s0(w30)
  srli a14, a13, 3        // s0(w30)
  l32r a0, .Lkd192e819_many
  xor a5, a5, a14         // s0(w30)
  add a9, a9, a5          // w45
  l32r a14, .Lkd6990624_many
  add a0, a7, a0          // kw44
  s32i a0, a1, 356        // kw44
  add a14, a9, a14        // kw45
  s32i a14, a1, 360       // kw45

  // words 46, 47
  src a5, a12, a12        // s0(w31)
  src a0, a6, a6          // s0(w32)
  ssai 11
  src a14, a5, a5         // s0(w31)
  xor a14, a14, a5        // s0(w31)
  srli a5, a12, 3         // s0(w31)
  xor a14, a14, a5        // s0(w31)
  add a14, a14, a13       // w46
  add a14, a14, a4        // w46
  src a5, a0, a0          // s0(w32)
  xor a5, a5, a0          // s0(w32)
  srli a13, a6, 3         // s0(w32)
  xor a5, a5, a13         // s0(w32)
  add a5, a5, a12         // w47
  add a5, a5, a11         // w47
  ssai 2
  src a0, a7, a7          // s1(w44)
  xor a0, a0, a7          // s1(w44)
  src a13, a9, a9         // s1(w45)
  xor a13, a13, a9        // s1(w45)
  ssai 17
  src a0, a0, a0          // s1(w44)
  srli a12, a7, 10        // s1(w44)
  xor a0, a0, a12         // s1(w44)
  add a14, a14, a0        // w46
  src a13, a13, a13       // s1(w45)
  srli a12, a9, 10        // s1(w45)
  l32r a0, .Lkf40e3585_many
  xor a13, a13, a12       // s1(w45)
  add a5, a5, a13         // w47
  l32r a12, .Lk106aa070_many
  add a0, a14, a0         // kw46
  s32i a0, a1, 364        // kw46
  add a12, a5, a12        // kw47
  s32i a12, a1, 368       // kw47

  // words 48, 49
  src a13, a14, a14       // s1(w46)
  src a0, a5, a5          // s1(w47)
  ssai 2
  src a12, a13, a13       // s1(w46)
  xor a12, a12, a13       // s1(w46)
  srli a13, a14, 10       // s1(w46)
  xor a12, a12, a13       // s1(w46)
  add a12, a12, a6        // w48
  add a12, a12, a3        // w48
  src a13, a0, a0         // s1(w47)
  xor a13, a13, a0        // s1(w47)
  l32i a0, a1, 4          // w33
  srli a6, a5, 10         // s1(w47)
  xor a13, a13, a6        // s1(w47)
  add a13, a13, a0        // w49
  add a13, a13, a10       // w49
  ssai 11
  src a6, a0, a0          // s0(w33)
  xor a6, a6, a0          // s0(w33)
  s32i a10, a1, 16        // w42
  l32i a10, a1, 0         // w34
  s32i a3, a1, 20         // w41
  src a3, a10, a10        // s0(w34)
  xor a3, a3, a10         // s0(w34)
  ssai 7
  src a6, a6, a6          // s0(w33)
  srli a0, a0, 3          // s0(w33)
  xor a6, a6, a0          // s0(w33)
  add a12, a12, a6        // w48
  src a3, a3, a3          // s0(w34)
  srli a0, a10, 3         // s0(w34)
  l32r a6, .Lk19a4c116_many
  xor a3, a3, a0          // s0(w34)
  add a13, a13, a3        // w49
  l32r a0, .Lk1e376c08_many
  add a6, a12, a6         // kw48
  s32i a6, a1, 372        // kw48
  add a0, a13, a0         // kw49
  s32i a0, a1, 376        // kw49

  // words 50, 51
  src a3, a15, a15        // s0(w35)
  src a6, a2, a2          // s0(w36)
  ssai 11
  src a0, a3, a3          // s0(w35)
  xor a0, a0, a3          // s0(w35)
  srli a3, a15, 3         // s0(w35)
  xor a0, a0, a3          // s0(w35)
  add a0, a0, a10         // w50
  add a0, a0, a8          // w50
  src a3, a6, a6          // s0(w36)
  xor a3, a3, a6          // s0(w36)
  srli a10, a2, 3         // s0(w36)
  xor a3, a3, a10         // s0(w36)
  add a3, a3, a15         // w51
  add a3, a3, a7          // w51
  ssai 2
  src a6, a12, a12        // s1(w48)
  xor a6, a6, a12         // s1(w48)
  src a10, a13, a13       // s1(w49)
  xor a10, a10, a13       // s1(w49)
  ssai 17
  src a6, a6, a6          // s1(w48)
  srli a15, a12, 10       // s1(w48)
  xor a6, a6, a15         // s1(w48)
  add a0, a0, a6          // w50
  src a10, a10, a10       // s1(w49)
  srli a15, a13, 10       // s1(w49)
  l32r a6, .Lk2748774c_many
  xor a10, a10, a15       // s1(w49)
  add a3, a3, a10         // w51
  l32r a15, .Lk34b0bcb5_many
  add a6, a0, a6          // kw50
  s32i a6, a1, 380        // kw50
  add a15, a3, a15        // kw51
  s32i a15, a1, 384       // kw51

  // words 52, 53
  src a10, a0, a0         // s1(w50)
  src a6, a3, a3          // s1(w51)
  ssai 2
  src a15, a10, a10       // s1(w50)
  xor a15, a15, a10       // s1(w50)
  srli a10, a0, 10        // s1(w50)
  xor a15, a15, a10       // s1(w50)
  add a15, a15, a2        // w52
  add a15, a15, a9        // w52
  src a10, a6, a6         // s1(w51)
  xor a10, a10, a6        // s1(w51)
  l32i a6, a1, 12         // w37
  srli a2, a3, 10         // s1(w51)
  xor a10, a10, a2        // s1(w51)
  add a10, a10, a6        // w53
  add a10, a10, a14       // w53
  ssai 11
  src a2, a6, a6          // s0(w37)
  xor a2, a2, a6          // s0(w37)
  s32i a14, a1, 0         // w46
  l32i a14, a1, 8         // w38
  s32i a9, a1, 4          // w45
  src a9, a14, a14        // s0(w38)
  xor a9, a9, a14         // s0(w38)
  ssai 7
  src a2, a2, a2          // s0(w37)
  srli a6, a6, 3          // s0(w37)
  xor a2, a2, a6          // s0(w37)
  add a15, a15, a2        // w52
  src a9, a9, a9          // s0(w38)
  srli a6, a14, 3         // s0(w38)
  l32r a2, .Lk391c0cb3_many
  xor a9, a9, a6          // s0(w38)
  add a10, a10, a9        // w53
  l32r a6, .Lk4ed8aa4a_many
  add a2, a15, a2         // kw52
  s32i a2, a1, 388        // kw52
  add a6, a10, a6         // kw53
  s32i a6, a1, 392        // kw53

  // words 54, 55
  src a9, a4, a4          // s0(w39)
  src a2, a11, a11        // s0(w40)
  ssai 11
  src a6, a9, a9          // s0(w39)
  xor a6, a6, a9          // s0(w39)
  srli a9, a4, 3          // s0(w39)
  xor a6, a6, a9          // s0(w39)
  add a6, a6, a14         // w54
  add a6, a6, a5          // w54
  src a9, a2, a2          // s0(w40)
  xor a9, a9, a2          // s0(w40)
  srli a14, a11, 3        // s0(w40)
  xor a9, a9, a14         // s0(w40)
  add a9, a9, a4          // w55
  add a9, a9, a12         // w55
  ssai 2
  src a2, a15, a15        // s1(w52)
  xor a2, a2, a15         // s1(w52)
  src a14, a10, a10       // s1(w53)
  xor a14, a14, a10       // s1(w53)
  ssai 17
  src a2, a2, a2          // s1(w52)
  srli a4, a15, 10        // s1(w52)
  xor a2, a2, a4          // s1(w52)
  add a6, a6, a2          // w54
  src a14, a14, a14       // s1(w53)
  srli a4, a10, 10        // s1(w53)
  l32r a2, .Lk5b9cca4f_many
  xor a14, a14, a4        // s1(w53)
  add a9, a9, a14         // w55
  l32r a4, .Lk682e6ff3_many
  add a2, a6, a2          // kw54
  s32i a2, a1, 396        // kw54
  add a4, a9, a4          // kw55
  s32i a4, a1, 400        // kw55

  // words 56, 57
  src a14, a6, a6         // s1(w54)
  src a2, a9, a9          // s1(w55)
  ssai 2
  src a4, a14, a14        // s1(w54)
  xor a4, a4, a14         // s1(w54)
  srli a14, a6, 10        // s1(w54)
  xor a4, a4, a14         // s1(w54)
  add a4, a4, a11         // w56
  add a4, a4, a13         // w56
  src a14, a2, a2         // s1(w55)
  xor a14, a14, a2        // s1(w55)
  l32i a13, a1, 20        // w41
  srli a11, a9, 10        // s1(w55)
  xor a14, a14, a11       // s1(w55)
  add a14, a14, a13       // w57
  add a14, a14, a0        // w57
  ssai 11
  l32i a11, a1, 16        // w42
  src a2, a13, a13        // s0(w41)
  xor a2, a2, a13         // s0(w41)
  src a0, a11, a11        // s0(w42)
  xor a0, a0, a11         // s0(w42)
  ssai 7
  src a2, a2, a2          // s0(w41)
  srli a13, a13, 3        // s0(w41)
  xor a2, a2, a13         // s0(w41)
  add a4, a4, a2          // w56
  src a0, a0, a0          // s0(w42)
  srli a13, a11, 3        // s0(w42)
  l32r a2, .Lk748f82ee_many
  xor a0, a0, a13         // s0(w42)
  add a14, a14, a0        // w57
  l32r a13, .Lk78a5636f_many
  add a2, a4, a2          // kw56
  s32i a2, a1, 404        // kw56
  add a13, a14, a13       // kw57
  s32i a13, a1, 408       // kw57

  // words 58, 59
  src a0, a8, a8          // s0(w43)
  src a2, a7, a7          // s0(w44)
  ssai 11
  src a13, a0, a0         // s0(w43)
  xor a13, a13, a0        // s0(w43)
  srli a0, a8, 3          // s0(w43)
  xor a13, a13, a0        // s0(w43)
  add a13, a13, a11       // w58
  add a13, a13, a3        // w58
  src a0, a2, a2          // s0(w44)
  xor a0, a0, a2          // s0(w44)
  srli a11, a7, 3         // s0(w44)
  xor a0, a0, a11         // s0(w44)
  add a0, a0, a8          // w59
  add a0, a0, a15         // w59
  ssai 2
  src a3, a4, a4          // s1(w56)
  xor a3, a3, a4          // s1(w56)
  src a2, a14, a14        // s1(w57)
  xor a2, a2, a14         // s1(w57)
  ssai 17
  src a3, a3, a3          // s1(w56)
  srli a11, a4, 10        // s1(w56)
  xor a3, a3, a11         // s1(w56)
  add a13, a13, a3        // w58
  src a2, a2, a2          // s1(w57)
  srli a14, a14, 10       // s1(w57)
  l32r a8, .Lk84c87814_many
  xor a2, a2, a14         // s1(w57)
  add a0, a0, a2          // w59
  l32r a15, .Lk8cc70208_many
  add a8, a13, a8         // kw58
  s32i a8, a1, 412        // kw58
  add a15, a0, a15        // kw59
  s32i a15, a1, 416       // kw59

  // words 60, 61
  src a11, a13, a13       // s1(w58)
  src a3, a0, a0          // s1(w59)
  ssai 2
  src a14, a11, a11       // s1(w58)
  xor a14, a14, a11       // s1(w58)
  srli a13, a13, 10       // s1(w58)
  xor a14, a14, a13       // s1(w58)
  add a14, a14, a7        // w60
  add a14, a14, a10       // w60
  src a2, a3, a3          // s1(w59)
  xor a2, a2, a3          // s1(w59)
  l32i a8, a1, 4          // w45
  srli a0, a0, 10         // s1(w59)
  xor a2, a2, a0          // s1(w59)
  add a2, a2, a8          // w61
  add a2, a2, a6          // w61
  ssai 11
  l32i a11, a1, 0         // w46
  src a15, a8, a8         // s0(w45)
  xor a15, a15, a8        // s0(w45)
  src a13, a11, a11       // s0(w46)
  xor a13, a13, a11       // s0(w46)
  ssai 7
  src a15, a15, a15       // s0(w45)
  srli a8, a8, 3          // s0(w45)
  xor a15, a15, a8        // s0(w45)
  add a14, a14, a15       // w60
  src a13, a13, a13       // s0(w46)
  srli a7, a11, 3         // s0(w46)
  l32r a10, .Lk90befffa_many
  xor a13, a13, a7        // s0(w46)
  add a2, a2, a13         // w61
  l32r a3, .Lka4506ceb_many
  add a10, a14, a10       // kw60
  s32i a10, a1, 420       // kw60
  add a3, a2, a3          // kw61
  s32i a3, a1, 424        // kw61

  // words 62, 63
  src a0, a5, a5          // s0(w47)
  src a6, a12, a12        // s0(w48)
  ssai 11
  src a8, a0, a0          // s0(w47)
  xor a8, a8, a0          // s0(w47)
  srli a15, a5, 3         // s0(w47)
  xor a8, a8, a15         // s0(w47)
  add a8, a8, a11         // w62
  add a8, a8, a9          // w62
  src a7, a6, a6          // s0(w48)
  xor a7, a7, a6          // s0(w48)
  srli a12, a12, 3        // s0(w48)
  xor a7, a7, a12         // s0(w48)
  add a7, a7, a5          // w63
  add a7, a7, a4          // w63
  ssai 2
  src a13, a14, a14       // s1(w60)
  xor a13, a13, a14       // s1(w60)
  src a10, a2, a2         // s1(w61)
  xor a10, a10, a2        // s1(w61)
  ssai 17
  src a13, a13, a13       // s1(w60)
  srli a14, a14, 10       // s1(w60)
  xor a13, a13, a14       // s1(w60)
  add a8, a8, a13         // w62
  src a10, a10, a10       // s1(w61)
  srli a2, a2, 10         // s1(w61)
  l32r a3, .Lkbef9a3f7_many
  xor a10, a10, a2        // s1(w61)
  add a7, a7, a10         // w63
  l32r a0, .Lkc67178f2_many
  add a8, a8, a3          // kw62
  s32i a8, a1, 428        // kw62
  add a7, a7, a0          // kw63
  s32i a7, a1, 432        // kw63

  // each version
  l32i a2, a1, 144
  movi a3, 0
  s32i a3, a1, 156
  s32i a2, a1, 152
.Lversion_many:
  l32i a2, a1, 152        // version
  l32i a3, a2, 32         // after3.0
  l32i a4, a1, 136        // w3
  l32i a5, a2, 36         // after3.1
  l32i a6, a2, 40         // after3.2
  l32i a7, a2, 44         // after3.3
  l32i a8, a2, 48         // after3.4

  // round 3 ends: the nonce enters e and a
  l32i a9, a2, 52         // after3.5
  l32i a10, a2, 56        // after3.6
  add a3, a3, a4          // a4
  add a8, a8, a4          // e4

  // rounds 4, 5
  ssai 6
  src a11, a8, a8         // S1(e4)
  ssai 2
  src a12, a3, a3         // S0(a4)
  ssai 11
  src a13, a8, a8         // S1(e4)
  xor a11, a11, a13       // S1(e4)
  src a14, a12, a12       // S0(a4)
  xor a12, a14, a12       // S0(a4)
  ssai 25
  l32i a0, a2, 64         // kh.0
  src a15, a8, a8         // S1(e4)
  xor a11, a11, a15       // S1(e4)
  xor a4, a9, a10         // fg
  and a4, a4, a8          // ch
  xor a4, a4, a10         // ch
  add a11, a11, a4        // t4
  add a11, a11, a0        // t4
  add a7, a11, a7         // e5
  src a13, a7, a7         // S1(e5)
  ssai 9
  src a14, a14, a14       // S0(a4)
  xor a12, a12, a14       // S0(a4)
  xor a15, a3, a5         // ab
  xor a10, a5, a6         // bc
  add a12, a12, a11       // a5
  and a10, a10, a15       // maj
  xor a10, a10, a5        // maj
  add a12, a12, a10       // a5
  src a4, a12, a12        // S0(a5)
  xor a4, a4, a12         // S0(a5)
  ssai 11
  src a0, a7, a7          // S1(e5)
  xor a13, a13, a0        // S1(e5)
  src a4, a4, a4          // S0(a5)
  xor a4, a4, a12         // S0(a5)

  // rounds 6, 7
  ssai 6
  l32i a11, a2, 68        // kh.1
  src a14, a7, a7         // S1(e5)
  xor a13, a13, a14       // S1(e5)
  xor a10, a8, a9         // fg
  and a10, a10, a7        // ch
  xor a10, a10, a9        // ch
  add a13, a13, a10       // t5
  add a13, a13, a11       // t5
  add a6, a13, a6         // e6
  src a0, a6, a6          // S1(e6)
  ssai 2
  src a4, a4, a4          // S0(a5)
  xor a14, a12, a3        // ab
  add a4, a4, a13         // a6
  and a15, a15, a14       // maj
  xor a15, a15, a3        // maj
  add a4, a4, a15         // a6
  src a9, a4, a4          // S0(a6)
  ssai 11
  src a10, a6, a6         // S1(e6)
  xor a0, a0, a10         // S1(e6)
  src a11, a9, a9         // S0(a6)
  xor a9, a11, a9         // S0(a6)
  ssai 25
  l32i a15, a2, 72        // kh.2
  src a13, a6, a6         // S1(e6)
  xor a0, a0, a13         // S1(e6)
  xor a10, a7, a8         // fg
  and a10, a10, a6        // ch
  xor a10, a10, a8        // ch
  add a0, a0, a10         // t6
  add a0, a0, a15         // t6
  add a5, a0, a5          // e7
  src a13, a5, a5         // S1(e7)
  ssai 9
  src a11, a11, a11       // S0(a6)
  xor a9, a9, a11         // S0(a6)
  xor a10, a4, a12        // ab
  add a9, a9, a0          // a7
  and a14, a14, a10       // maj
  xor a14, a14, a12       // maj
  add a9, a9, a14         // a7
  src a15, a9, a9         // S0(a7)
  xor a15, a15, a9        // S0(a7)
  ssai 11
  src a11, a5, a5         // S1(e7)
  xor a13, a13, a11       // S1(e7)
  src a15, a15, a15       // S0(a7)
  xor a15, a15, a9        // S0(a7)

  // rounds 8, 9
  ssai 6
  src a0, a5, a5          // S1(e7)
  xor a13, a13, a0        // S1(e7)
  xor a14, a6, a7         // fg
  and a14, a14, a5        // ch
  xor a14, a14, a7        // ch
  l32r a11, .Lkab1c5ed5_many
  add a13, a13, a14       // t7
  add a13, a13, a8        // t7
  add a13, a13, a11       // t7
  add a3, a13, a3         // e8
  src a0, a3, a3          // S1(e8)
  ssai 2
  src a15, a15, a15       // S0(a7)
  xor a14, a9, a4         // ab
  add a15, a15, a13       // a8
  and a10, a10, a14       // maj
  xor a10, a10, a4        // maj
  add a15, a15, a10       // a8
  src a8, a15, a15        // S0(a8)
  ssai 11
  src a11, a3, a3         // S1(e8)
  xor a0, a0, a11         // S1(e8)
  src a13, a8, a8         // S0(a8)
  xor a8, a13, a8         // S0(a8)
  ssai 25
  src a10, a3, a3         // S1(e8)
  xor a0, a0, a10         // S1(e8)
  xor a11, a5, a6         // fg
  and a11, a11, a3        // ch
  xor a11, a11, a6        // ch
  l32r a10, .Lkd807aa98_many
  add a0, a0, a11         // t8
  add a0, a0, a7          // t8
  add a0, a0, a10         // t8
  add a12, a0, a12        // e9
  src a11, a12, a12       // S1(e9)
  ssai 9
  src a13, a13, a13       // S0(a8)
  xor a8, a8, a13         // S0(a8)
  xor a7, a15, a9         // ab
  add a8, a8, a0          // a9
  and a14, a14, a7        // maj
  xor a14, a14, a9        // maj
  add a8, a8, a14         // a9
  src a10, a8, a8         // S0(a9)
  xor a10, a10, a8        // S0(a9)
  ssai 11
  src a13, a12, a12       // S1(e9)
  xor a11, a11, a13       // S1(e9)
  src a10, a10, a10       // S0(a9)
  xor a10, a10, a8        // S0(a9)

  // rounds 10, 11
  ssai 6
  src a0, a12, a12        // S1(e9)
  xor a11, a11, a0        // S1(e9)
  xor a14, a3, a5         // fg
  and a14, a14, a12       // ch
  xor a14, a14, a5        // ch
  l32r a13, .Lk12835b01_many
  add a11, a11, a14       // t9
  add a11, a11, a6        // t9
  add a11, a11, a13       // t9
  add a4, a11, a4         // e10
  src a0, a4, a4          // S1(e10)
  ssai 2
  src a10, a10, a10       // S0(a9)
  xor a14, a8, a15        // ab
  add a10, a10, a11       // a10
  and a7, a7, a14         // maj
  xor a7, a7, a15         // maj
  add a10, a10, a7        // a10
  src a6, a10, a10        // S0(a10)
  ssai 11
  src a13, a4, a4         // S1(e10)
  xor a0, a0, a13         // S1(e10)
  src a11, a6, a6         // S0(a10)
  xor a6, a11, a6         // S0(a10)
  ssai 25
  src a7, a4, a4          // S1(e10)
  xor a0, a0, a7          // S1(e10)
  xor a13, a12, a3        // fg
  and a13, a13, a4        // ch
  xor a13, a13, a3        // ch
  l32r a7, .Lk243185be_many
  add a0, a0, a13         // t10
  add a0, a0, a5          // t10
  add a0, a0, a7          // t10
  add a9, a0, a9          // e11
  src a13, a9, a9         // S1(e11)
  ssai 9
  src a11, a11, a11       // S0(a10)
  xor a6, a6, a11         // S0(a10)
  xor a5, a10, a8         // ab
  add a6, a6, a0          // a11
  and a14, a14, a5        // maj
  xor a14, a14, a8        // maj
  add a6, a6, a14         // a11
  src a7, a6, a6          // S0(a11)
  xor a7, a7, a6          // S0(a11)
  ssai 11
  src a11, a9, a9         // S1(e11)
  xor a13, a13, a11       // S1(e11)
  src a7, a7, a7          // S0(a11)
  xor a7, a7, a6          // S0(a11)

  // rounds 12, 13
  ssai 6
  src a0, a9, a9          // S1(e11)
  xor a13, a13, a0        // S1(e11)
  xor a14, a4, a12        // fg
  and a14, a14, a9        // ch
  xor a14, a14, a12       // ch
  l32r a11, .Lk550c7dc3_many
  add a13, a13, a14       // t11
  add a13, a13, a3        // t11
  add a13, a13, a11       // t11
  add a15, a13, a15       // e12
  src a0, a15, a15        // S1(e12)
  ssai 2
  src a7, a7, a7          // S0(a11)
  xor a14, a6, a10        // ab
  add a7, a7, a13         // a12
  and a5, a5, a14         // maj
  xor a5, a5, a10         // maj
  add a7, a7, a5          // a12
  src a3, a7, a7          // S0(a12)
  ssai 11
  src a11, a15, a15       // S1(e12)
  xor a0, a0, a11         // S1(e12)
  src a13, a3, a3         // S0(a12)
  xor a3, a13, a3         // S0(a12)
  ssai 25
  src a5, a15, a15        // S1(e12)
  xor a0, a0, a5          // S1(e12)
  xor a11, a9, a4         // fg
  and a11, a11, a15       // ch
  xor a11, a11, a4        // ch
  l32r a5, .Lk72be5d74_many
  add a0, a0, a11         // t12
  add a0, a0, a12         // t12
  add a0, a0, a5          // t12
  add a8, a0, a8          // e13
  src a11, a8, a8         // S1(e13)
  ssai 9
  src a13, a13, a13       // S0(a12)
  xor a3, a3, a13         // S0(a12)
  xor a12, a7, a6         // ab
  add a3, a3, a0          // a13
  and a14, a14, a12       // maj
  xor a14, a14, a6        // maj
  add a3, a3, a14         // a13
  src a5, a3, a3          // S0(a13)
  xor a5, a5, a3          // S0(a13)
  ssai 11
  src a13, a8, a8         // S1(e13)
  xor a11, a11, a13       // S1(e13)
  src a5, a5, a5          // S0(a13)
  xor a5, a5, a3          // S0(a13)

  // rounds 14, 15
  ssai 6
  src a0, a8, a8          // S1(e13)
  xor a11, a11, a0        // S1(e13)
  xor a14, a15, a9        // fg
  and a14, a14, a8        // ch
  xor a14, a14, a9        // ch
  l32r a13, .Lk80deb1fe_many
  add a11, a11, a14       // t13
  add a11, a11, a4        // t13
  add a11, a11, a13       // t13
  add a10, a11, a10       // e14
  src a0, a10, a10        // S1(e14)
  ssai 2
  src a5, a5, a5          // S0(a13)
  xor a14, a3, a7         // ab
  add a5, a5, a11         // a14
  and a12, a12, a14       // maj
  xor a12, a12, a7        // maj
  add a5, a5, a12         // a14
  src a4, a5, a5          // S0(a14)
  ssai 11
  src a13, a10, a10       // S1(e14)
  xor a0, a0, a13         // S1(e14)
  src a11, a4, a4         // S0(a14)
  xor a4, a11, a4         // S0(a14)
  ssai 25
  src a12, a10, a10       // S1(e14)
  xor a0, a0, a12         // S1(e14)
  xor a13, a8, a15        // fg
  and a13, a13, a10       // ch
  xor a13, a13, a15       // ch
  l32r a12, .Lk9bdc06a7_many
  add a0, a0, a13         // t14
  add a0, a0, a9          // t14
  add a0, a0, a12         // t14
  add a6, a0, a6          // e15
  src a13, a6, a6         // S1(e15)
  ssai 9
  src a11, a11, a11       // S0(a14)
  xor a4, a4, a11         // S0(a14)
  xor a9, a5, a3          // ab
  add a4, a4, a0          // a15
  and a14, a14, a9        // maj
  xor a14, a14, a3        // maj
  add a4, a4, a14         // a15
  src a12, a4, a4         // S0(a15)
  xor a12, a12, a4        // S0(a15)
  ssai 11
  src a11, a6, a6         // S1(e15)
  xor a13, a13, a11       // S1(e15)
  src a12, a12, a12       // S0(a15)
  xor a12, a12, a4        // S0(a15)

  // rounds 16, 17
  ssai 6
  src a0, a6, a6          // S1(e15)
  xor a13, a13, a0        // S1(e15)
  xor a14, a10, a8        // fg
  and a14, a14, a6        // ch
  xor a14, a14, a8        // ch
  l32r a11, .Lkc19bf3f4_many
  add a13, a13, a14       // t15
  add a13, a13, a15       // t15
  add a13, a13, a11       // t15
  add a7, a13, a7         // e16
  src a0, a7, a7          // S1(e16)
  ssai 2
  src a12, a12, a12       // S0(a15)
  xor a14, a4, a5         // ab
  add a12, a12, a13       // a16
  and a9, a9, a14         // maj
  xor a9, a9, a5          // maj
  add a12, a12, a9        // a16
  src a15, a12, a12       // S0(a16)
  ssai 11
  src a11, a7, a7         // S1(e16)
  xor a0, a0, a11         // S1(e16)
  src a13, a15, a15       // S0(a16)
  xor a15, a13, a15       // S0(a16)
  ssai 25
  src a9, a7, a7          // S1(e16)
  xor a0, a0, a9          // S1(e16)
  xor a11, a6, a10        // fg
  and a11, a11, a7        // ch
  xor a11, a11, a10       // ch
  l32i a9, a1, 124        // kw16
  add a0, a0, a11         // t16
  add a0, a0, a8          // t16
  add a0, a0, a9          // t16
  add a3, a0, a3          // e17
  src a11, a3, a3         // S1(e17)
  ssai 9
  src a13, a13, a13       // S0(a16)
  xor a15, a15, a13       // S0(a16)
  xor a8, a12, a4         // ab
  add a15, a15, a0        // a17
  and a14, a14, a8        // maj
  xor a14, a14, a4        // maj
  add a15, a15, a14       // a17
  src a9, a15, a15        // S0(a17)
  xor a9, a9, a15         // S0(a17)
  ssai 11
  src a13, a3, a3         // S1(e17)
  xor a11, a11, a13       // S1(e17)
  src a9, a9, a9          // S0(a17)
  xor a9, a9, a15         // S0(a17)

  // rounds 18, 19
  ssai 6
  src a0, a3, a3          // S1(e17)
  xor a11, a11, a0        // S1(e17)
  xor a14, a7, a6         // fg
  and a14, a14, a3        // ch
  xor a14, a14, a6        // ch
  l32i a13, a1, 128       // kw17
  add a11, a11, a14       // t17
  add a11, a11, a10       // t17
  add a11, a11, a13       // t17
  add a5, a11, a5         // e18
  src a0, a5, a5          // S1(e18)
  ssai 2
  src a9, a9, a9          // S0(a17)
  xor a14, a15, a12       // ab
  add a9, a9, a11         // a18
  and a8, a8, a14         // maj
  xor a8, a8, a12         // maj
  add a9, a9, a8          // a18
  src a10, a9, a9         // S0(a18)
  ssai 11
  src a13, a5, a5         // S1(e18)
  xor a0, a0, a13         // S1(e18)
  src a11, a10, a10       // S0(a18)
  xor a10, a11, a10       // S0(a18)
  ssai 25
  src a8, a5, a5          // S1(e18)
  xor a0, a0, a8          // S1(e18)
  xor a13, a3, a7         // fg
  and a13, a13, a5        // ch
  xor a13, a13, a7        // ch
  l32i a8, a1, 252        // kw18
  add a0, a0, a13         // t18
  add a0, a0, a6          // t18
  add a0, a0, a8          // t18
  add a4, a0, a4          // e19
  src a13, a4, a4         // S1(e19)
  ssai 9
  src a11, a11, a11       // S0(a18)
  xor a10, a10, a11       // S0(a18)
  xor a6, a9, a15         // ab
  add a10, a10, a0        // a19
  and a14, a14, a6        // maj
  xor a14, a14, a15       // maj
  add a10, a10, a14       // a19
  src a8, a10, a10        // S0(a19)
  xor a8, a8, a10         // S0(a19)
  ssai 11
  src a11, a4, a4         // S1(e19)
  xor a13, a13, a11       // S1(e19)
  src a8, a8, a8          // S0(a19)
  xor a8, a8, a10         // S0(a19)

  // rounds 20, 21
  ssai 6
  src a0, a4, a4          // S1(e19)
  xor a13, a13, a0        // S1(e19)
  xor a14, a5, a3         // fg
  and a14, a14, a4        // ch
  xor a14, a14, a3        // ch
  l32i a11, a1, 256       // kw19
  add a13, a13, a14       // t19
  add a13, a13, a7        // t19
  add a13, a13, a11       // t19
  add a12, a13, a12       // e20
  src a0, a12, a12        // S1(e20)
  ssai 2
  src a8, a8, a8          // S0(a19)
  xor a14, a10, a9        // ab
  add a8, a8, a13         // a20
  and a6, a6, a14         // maj
  xor a6, a6, a9          // maj
  add a8, a8, a6          // a20
  src a7, a8, a8          // S0(a20)
  ssai 11
  src a11, a12, a12       // S1(e20)
  xor a0, a0, a11         // S1(e20)
  src a13, a7, a7         // S0(a20)
  xor a7, a13, a7         // S0(a20)
  ssai 25
  src a6, a12, a12        // S1(e20)
  xor a0, a0, a6          // S1(e20)
  xor a11, a4, a5         // fg
  and a11, a11, a12       // ch
  xor a11, a11, a5        // ch
  l32i a6, a1, 260        // kw20
  add a0, a0, a11         // t20
  add a0, a0, a3          // t20
  add a0, a0, a6          // t20
  add a15, a0, a15        // e21
  src a11, a15, a15       // S1(e21)
  ssai 9
  src a13, a13, a13       // S0(a20)
  xor a7, a7, a13         // S0(a20)
  xor a3, a8, a10         // ab
  add a7, a7, a0          // a21
  and a14, a14, a3        // maj
  xor a14, a14, a10       // maj
  add a7, a7, a14         // a21
  src a6, a7, a7          // S0(a21)
  xor a6, a6, a7          // S0(a21)
  ssai 11
  src a13, a15, a15       // S1(e21)
  xor a11, a11, a13       // S1(e21)
  src a6, a6, a6          // S0(a21)
  xor a6, a6, a7          // S0(a21)

  // rounds 22, 23
  ssai 6
  src a0, a15, a15        // S1(e21)
  xor a11, a11, a0        // S1(e21)
  xor a14, a12, a4        // fg
  and a14, a14, a15       // ch
  xor a14, a14, a4        // ch
  l32i a13, a1, 264       // kw21
  add a11, a11, a14       // t21
  add a11, a11, a5        // t21
  add a11, a11, a13       // t21
  add a9, a11, a9         // e22
  src a0, a9, a9          // S1(e22)
  ssai 2
  src a6, a6, a6          // S0(a21)
  xor a14, a7, a8         // ab
  add a6, a6, a11         // a22
  and a3, a3, a14         // maj
  xor a3, a3, a8          // maj
  add a6, a6, a3          // a22
  src a5, a6, a6          // S0(a22)
  ssai 11
  src a13, a9, a9         // S1(e22)
  xor a0, a0, a13         // S1(e22)
  src a11, a5, a5         // S0(a22)
  xor a5, a11, a5         // S0(a22)
  ssai 25
  src a3, a9, a9          // S1(e22)
  xor a0, a0, a3          // S1(e22)
  xor a13, a15, a12       // fg
  and a13, a13, a9        // ch
  xor a13, a13, a12       // ch
  l32i a3, a1, 268        // kw22
  add a0, a0, a13         // t22
  add a0, a0, a4          // t22
  add a0, a0, a3          // t22
  add a10, a0, a10        // e23
  src a13, a10, a10       // S1(e23)
  ssai 9
  src a11, a11, a11       // S0(a22)
  xor a5, a5, a11         // S0(a22)
  xor a4, a6, a7          // ab
  add a5, a5, a0          // a23
  and a14, a14, a4        // maj
  xor a14, a14, a7        // maj
  add a5, a5, a14         // a23
  src a3, a5, a5          // S0(a23)
  xor a3, a3, a5          // S0(a23)
  ssai 11
  src a11, a10, a10       // S1(e23)
  xor a13, a13, a11       // S1(e23)
  src a3, a3, a3          // S0(a23)
  xor a3, a3, a5          // S0(a23)

  // rounds 24, 25
  ssai 6
  src a0, a10, a10        // S1(e23)
  xor a13, a13, a0        // S1(e23)
  xor a14, a9, a15        // fg
  and a14, a14, a10       // ch
  xor a14, a14, a15       // ch
  l32i a11, a1, 272       // kw23
  add a13, a13, a14       // t23
  add a13, a13, a12       // t23
  add a13, a13, a11       // t23
  add a8, a13, a8         // e24
  src a0, a8, a8          // S1(e24)
  ssai 2
  src a3, a3, a3          // S0(a23)
  xor a14, a5, a6         // ab
  add a3, a3, a13         // a24
  and a4, a4, a14         // maj
  xor a4, a4, a6          // maj
  add a3, a3, a4          // a24
  src a12, a3, a3         // S0(a24)
  ssai 11
  src a11, a8, a8         // S1(e24)
  xor a0, a0, a11         // S1(e24)
  src a13, a12, a12       // S0(a24)
  xor a12, a13, a12       // S0(a24)
  ssai 25
  src a4, a8, a8          // S1(e24)
  xor a0, a0, a4          // S1(e24)
  xor a11, a10, a9        // fg
  and a11, a11, a8        // ch
  xor a11, a11, a9        // ch
  l32i a4, a1, 276        // kw24
  add a0, a0, a11         // t24
  add a0, a0, a15         // t24
  add a0, a0, a4          // t24
  add a7, a0, a7          // e25
  src a11, a7, a7         // S1(e25)
  ssai 9
  src a13, a13, a13       // S0(a24)
  xor a12, a12, a13       // S0(a24)
  xor a15, a3, a5         // ab
  add a12, a12, a0        // a25
  and a14, a14, a15       // maj
  xor a14, a14, a5        // maj
  add a12, a12, a14       // a25
  src a4, a12, a12        // S0(a25)
  xor a4, a4, a12         // S0(a25)
  ssai 11
  src a13, a7, a7         // S1(e25)
  xor a11, a11, a13       // S1(e25)
  src a4, a4, a4          // S0(a25)
  xor a4, a4, a12         // S0(a25)

  // rounds 26, 27
  ssai 6
  src a0, a7, a7          // S1(e25)
  xor a11, a11, a0        // S1(e25)
  xor a14, a8, a10        // fg
  and a14, a14, a7        // ch
  xor a14, a14, a10       // ch
  l32i a13, a1, 280       // kw25
  add a11, a11, a14       // t25
  add a11, a11, a9        // t25
  add a11, a11, a13       // t25
  add a6, a11, a6         // e26
  src a0, a6, a6          // S1(e26)
  ssai 2
  src a4, a4, a4          // S0(a25)
  xor a14, a12, a3        // ab
  add a4, a4, a11         // a26
  and a15, a15, a14       // maj
  xor a15, a15, a3        // maj
  add a4, a4, a15         // a26
  src a9, a4, a4          // S0(a26)
  ssai 11
  src a13, a6, a6         // S1(e26)
  xor a0, a0, a13         // S1(e26)
  src a11, a9, a9         // S0(a26)
  xor a9, a11, a9         // S0(a26)
  ssai 25
  src a15, a6, a6         // S1(e26)
  xor a0, a0, a15         // S1(e26)
  xor a13, a7, a8         // fg
  and a13, a13, a6        // ch
  xor a13, a13, a8        // ch
  l32i a15, a1, 284       // kw26
  add a0, a0, a13         // t26
  add a0, a0, a10         // t26
  add a0, a0, a15         // t26
  add a5, a0, a5          // e27
  src a13, a5, a5         // S1(e27)
  ssai 9
  src a11, a11, a11       // S0(a26)
  xor a9, a9, a11         // S0(a26)
  xor a10, a4, a12        // ab
  add a9, a9, a0          // a27
  and a14, a14, a10       // maj
  xor a14, a14, a12       // maj
  add a9, a9, a14         // a27
  src a15, a9, a9         // S0(a27)
  xor a15, a15, a9        // S0(a27)
  ssai 11
  src a11, a5, a5         // S1(e27)
  xor a13, a13, a11       // S1(e27)
  src a15, a15, a15       // S0(a27)
  xor a15, a15, a9        // S0(a27)

  // rounds 28, 29
  ssai 6
  src a0, a5, a5          // S1(e27)
  xor a13, a13, a0        // S1(e27)
  xor a14, a6, a7         // fg
  and a14, a14, a5        // ch
  xor a14, a14, a7        // ch
  l32i a11, a1, 288       // kw27
  add a13, a13, a14       // t27
  add a13, a13, a8        // t27
  add a13, a13, a11       // t27
  add a3, a13, a3         // e28
  src a0, a3, a3          // S1(e28)
  ssai 2
  src a15, a15, a15       // S0(a27)
  xor a14, a9, a4         // ab
  add a15, a15, a13       // a28
  and a10, a10, a14       // maj
  xor a10, a10, a4        // maj
  add a15, a15, a10       // a28
  src a8, a15, a15        // S0(a28)
  ssai 11
  src a11, a3, a3         // S1(e28)
  xor a0, a0, a11         // S1(e28)
  src a13, a8, a8         // S0(a28)
  xor a8, a13, a8         // S0(a28)
  ssai 25
  src a10, a3, a3         // S1(e28)
  xor a0, a0, a10         // S1(e28)
  xor a11, a5, a6         // fg
  and a11, a11, a3        // ch
  xor a11, a11, a6        // ch
  l32i a10, a1, 292       // kw28
  add a0, a0, a11         // t28
  add a0, a0, a7          // t28
  add a0, a0, a10         // t28
  add a12, a0, a12        // e29
  src a11, a12, a12       // S1(e29)
  ssai 9
  src a13, a13, a13       // S0(a28)
  xor a8, a8, a13         // S0(a28)
  xor a7, a15, a9         // ab
  add a8, a8, a0          // a29
  and a14, a14, a7        // maj
  xor a14, a14, a9        // maj
  add a8, a8, a14         // a29
  src a10, a8, a8         // S0(a29)
  xor a10, a10, a8        // S0(a29)
  ssai 11
  src a13, a12, a12       // S1(e29)
  xor a11, a11, a13       // S1(e29)
  src a10, a10, a10       // S0(a29)
  xor a10, a10, a8        // S0(a29)

  // rounds 30, 31
  ssai 6
  src a0, a12, a12        // S1(e29)
  xor a11, a11, a0        // S1(e29)
  xor a14, a3, a5         // fg
  and a14, a14, a12       // ch
  xor a14, a14, a5        // ch
  l32i a13, a1, 296       // kw29
  add a11, a11, a14       // t29
  add a11, a11, a6        // t29
  add a11, a11, a13       // t29
  add a4, a11, a4         // e30
  src a0, a4, a4          // S1(e30)
  ssai 2
  src a10, a10, a10       // S0(a29)
  xor a14, a8, a15        // ab
  add a10, a10, a11       // a30
  and a7, a7, a14         // maj
  xor a7, a7, a15         // maj
  add a10, a10, a7        // a30
  src a6, a10, a10        // S0(a30)
  ssai 11
  src a13, a4, a4         // S1(e30)
  xor a0, a0, a13         // S1(e30)
  src a11, a6, a6         // S0(a30)
  xor a6, a11, a6         // S0(a30)
  ssai 25
  src a7, a4, a4          // S1(e30)
  xor a0, a0, a7          // S1(e30)
  xor a13, a12, a3        // fg
  and a13, a13, a4        // ch
  xor a13, a13, a3        // ch
  l32i a7, a1, 300        // kw30
  add a0, a0, a13         // t30
  add a0, a0, a5          // t30
  add a0, a0, a7          // t30
  add a9, a0, a9          // e31
  src a13, a9, a9         // S1(e31)
  ssai 9
  src a11, a11, a11       // S0(a30)
  xor a6, a6, a11         // S0(a30)
  xor a5, a10, a8         // ab
  add a6, a6, a0          // a31
  and a14, a14, a5        // maj
  xor a14, a14, a8        // maj
  add a6, a6, a14         // a31
  src a7, a6, a6          // S0(a31)
  xor a7, a7, a6          // S0(a31)
  ssai 11
  src a11, a9, a9         // S1(e31)
  xor a13, a13, a11       // S1(e31)
  src a7, a7, a7          // S0(a31)
  xor a7, a7, a6          // S0(a31)

  // rounds 32, 33
  ssai 6
  src a0, a9, a9          // S1(e31)
  xor a13, a13, a0        // S1(e31)
  xor a14, a4, a12        // fg
  and a14, a14, a9        // ch
  xor a14, a14, a12       // ch
  l32i a11, a1, 304       // kw31
  add a13, a13, a14       // t31
  add a13, a13, a3        // t31
  add a13, a13, a11       // t31
  add a15, a13, a15       // e32
  src a0, a15, a15        // S1(e32)
  ssai 2
  src a7, a7, a7          // S0(a31)
  xor a14, a6, a10        // ab
  add a7, a7, a13         // a32
  and a5, a5, a14         // maj
  xor a5, a5, a10         // maj
  add a7, a7, a5          // a32
  src a3, a7, a7          // S0(a32)
  ssai 11
  src a11, a15, a15       // S1(e32)
  xor a0, a0, a11         // S1(e32)
  src a13, a3, a3         // S0(a32)
  xor a3, a13, a3         // S0(a32)
  ssai 25
  src a5, a15, a15        // S1(e32)
  xor a0, a0, a5          // S1(e32)
  xor a11, a9, a4         // fg
  and a11, a11, a15       // ch
  xor a11, a11, a4        // ch
  l32i a5, a1, 308        // kw32
  add a0, a0, a11         // t32
  add a0, a0, a12         // t32
  add a0, a0, a5          // t32
  add a8, a0, a8          // e33
  src a11, a8, a8         // S1(e33)
  ssai 9
  src a13, a13, a13       // S0(a32)
  xor a3, a3, a13         // S0(a32)
  xor a12, a7, a6         // ab
  add a3, a3, a0          // a33
  and a14, a14, a12       // maj
  xor a14, a14, a6        // maj
  add a3, a3, a14         // a33
  src a5, a3, a3          // S0(a33)
  xor a5, a5, a3          // S0(a33)
  ssai 11
  src a13, a8, a8         // S1(e33)
  xor a11, a11, a13       // S1(e33)
  src a5, a5, a5          // S0(a33)
  xor a5, a5, a3          // S0(a33)

  // rounds 34, 35
  ssai 6
  src a0, a8, a8          // S1(e33)
  xor a11, a11, a0        // S1(e33)
  xor a14, a15, a9        // fg
  and a14, a14, a8        // ch
  xor a14, a14, a9        // ch
  l32i a13, a1, 312       // kw33
  add a11, a11, a14       // t33
  add a11, a11, a4        // t33
  add a11, a11, a13       // t33
  add a10, a11, a10       // e34
  src a0, a10, a10        // S1(e34)
  ssai 2
  src a5, a5, a5          // S0(a33)
  xor a14, a3, a7         // ab
  add a5, a5, a11         // a34
  and a12, a12, a14       // maj
  xor a12, a12, a7        // maj
  add a5, a5, a12         // a34
  src a4, a5, a5          // S0(a34)
  ssai 11
  src a13, a10, a10       // S1(e34)
  xor a0, a0, a13         // S1(e34)
  src a11, a4, a4         // S0(a34)
  xor a4, a11, a4         // S0(a34)
  ssai 25
  src a12, a10, a10       // S1(e34)
  xor a0, a0, a12         // S1(e34)
  xor a13, a8, a15        // fg
  and a13, a13, a10       // ch
  xor a13, a13, a15       // ch
  l32i a12, a1, 316       // kw34
  add a0, a0, a13         // t34
  add a0, a0, a9          // t34
  add a0, a0, a12         // t34
  add a6, a0, a6          // e35
  src a13, a6, a6         // S1(e35)
  ssai 9
  src a11, a11, a11       // S0(a34)
  xor a4, a4, a11         // S0(a34)
  xor a9, a5, a3          // ab
  add a4, a4, a0          // a35
  and a14, a14, a9        // maj
  xor a14, a14, a3        // maj
  add a4, a4, a14         // a35
  src a12, a4, a4         // S0(a35)
  xor a12, a12, a4        // S0(a35)
  ssai 11
  src a11, a6, a6         // S1(e35)
  xor a13, a13, a11       // S1(e35)
  src a12, a12, a12       // S0(a35)
  xor a12, a12, a4        // S0(a35)

  // rounds 36, 37
  ssai 6
  src a0, a6, a6          // S1(e35)
  xor a13, a13, a0        // S1(e35)
  xor a14, a10, a8        // fg
  and a14, a14, a6        // ch
  xor a14, a14, a8        // ch
  l32i a11, a1, 320       // kw35
  add a13, a13, a14       // t35
  add a13, a13, a15       // t35
  add a13, a13, a11       // t35
  add a7, a13, a7         // e36
  src a0, a7, a7          // S1(e36)
  ssai 2
  src a12, a12, a12       // S0(a35)
  xor a14, a4, a5         // ab
  add a12, a12, a13       // a36
  and a9, a9, a14         // maj
  xor a9, a9, a5          // maj
  add a12, a12, a9        // a36
  src a15, a12, a12       // S0(a36)
  ssai 11
  src a11, a7, a7         // S1(e36)
  xor a0, a0, a11         // S1(e36)
  src a13, a15, a15       // S0(a36)
  xor a15, a13, a15       // S0(a36)
  ssai 25
  src a9, a7, a7          // S1(e36)
  xor a0, a0, a9          // S1(e36)
  xor a11, a6, a10        // fg
  and a11, a11, a7        // ch
  xor a11, a11, a10       // ch
  l32i a9, a1, 324        // kw36
  add a0, a0, a11         // t36
  add a0, a0, a8          // t36
  add a0, a0, a9          // t36
  add a3, a0, a3          // e37
  src a11, a3, a3         // S1(e37)
  ssai 9
  src a13, a13, a13       // S0(a36)
  xor a15, a15, a13       // S0(a36)
  xor a8, a12, a4         // ab
  add a15, a15, a0        // a37
  and a14, a14, a8        // maj
  xor a14, a14, a4        // maj
  add a15, a15, a14       // a37
  src a9, a15, a15        // S0(a37)
  xor a9, a9, a15         // S0(a37)
  ssai 11
  src a13, a3, a3         // S1(e37)
  xor a11, a11, a13       // S1(e37)
  src a9, a9, a9          // S0(a37)
  xor a9, a9, a15         // S0(a37)

  // rounds 38, 39
  ssai 6
  src a0, a3, a3          // S1(e37)
  xor a11, a11, a0        // S1(e37)
  xor a14, a7, a6         // fg
  and a14, a14, a3        // ch
  xor a14, a14, a6        // ch
  l32i a13, a1, 328       // kw37
  add a11, a11, a14       // t37
  add a11, a11, a10       // t37
  add a11, a11, a13       // t37
  add a5, a11, a5         // e38
  src a0, a5, a5          // S1(e38)
  ssai 2
  src a9, a9, a9          // S0(a37)
  xor a14, a15, a12       // ab
  add a9, a9, a11         // a38
  and a8, a8, a14         // maj
  xor a8, a8, a12         // maj
  add a9, a9, a8          // a38
  src a10, a9, a9         // S0(a38)
  ssai 11
  src a13, a5, a5         // S1(e38)
  xor a0, a0, a13         // S1(e38)
  src a11, a10, a10       // S0(a38)
  xor a10, a11, a10       // S0(a38)
  ssai 25
  src a8, a5, a5          // S1(e38)
  xor a0, a0, a8          // S1(e38)
  xor a13, a3, a7         // fg
  and a13, a13, a5        // ch
  xor a13, a13, a7        // ch
  l32i a8, a1, 332        // kw38
  add a0, a0, a13         // t38
  add a0, a0, a6          // t38
  add a0, a0, a8          // t38
  add a4, a0, a4          // e39
  src a13, a4, a4         // S1(e39)
  ssai 9
  src a11, a11, a11       // S0(a38)
  xor a10, a10, a11       // S0(a38)
  xor a6, a9, a15         // ab
  add a10, a10, a0        // a39
  and a14, a14, a6        // maj
  xor a14, a14, a15       // maj
  add a10, a10, a14       // a39
  src a8, a10, a10        // S0(a39)
  xor a8, a8, a10         // S0(a39)
  ssai 11
  src a11, a4, a4         // S1(e39)
  xor a13, a13, a11       // S1(e39)
  src a8, a8, a8          // S0(a39)
  xor a8, a8, a10         // S0(a39)

  // rounds 40, 41
  ssai 6
  src a0, a4, a4          // S1(e39)
  xor a13, a13, a0        // S1(e39)
  xor a14, a5, a3         // fg
  and a14, a14, a4        // ch
  xor a14, a14, a3        // ch
  l32i a11, a1, 336       // kw39
  add a13, a13, a14       // t39
  add a13, a13, a7        // t39
  add a13, a13, a11       // t39
  add a12, a13, a12       // e40
  src a0, a12, a12        // S1(e40)
  ssai 2
  src a8, a8, a8          // S0(a39)
  xor a14, a10, a9        // ab
  add a8, a8, a13         // a40
  and a6, a6, a14         // maj
  xor a6, a6, a9          // maj
  add a8, a8, a6          // a40
  src a7, a8, a8          // S0(a40)
  ssai 11
  src a11, a12, a12       // S1(e40)
  xor a0, a0, a11         // S1(e40)
  src a13, a7, a7         // S0(a40)
  xor a7, a13, a7         // S0(a40)
  ssai 25
  src a6, a12, a12        // S1(e40)
  xor a0, a0, a6          // S1(e40)
  xor a11, a4, a5         // fg
  and a11, a11, a12       // ch
  xor a11, a11, a5        // ch
  l32i a6, a1, 340        // kw40
  add a0, a0, a11         // t40
  add a0, a0, a3          // t40
  add a0, a0, a6          // t40
  add a15, a0, a15        // e41
  src a11, a15, a15       // S1(e41)
  ssai 9
  src a13, a13, a13       // S0(a40)
  xor a7, a7, a13         // S0(a40)
  xor a3, a8, a10         // ab
  add a7, a7, a0          // a41
  and a14, a14, a3        // maj
  xor a14, a14, a10       // maj
  add a7, a7, a14         // a41
  src a6, a7, a7          // S0(a41)
  xor a6, a6, a7          // S0(a41)
  ssai 11
  src a13, a15, a15       // S1(e41)
  xor a11, a11, a13       // S1(e41)
  src a6, a6, a6          // S0(a41)
  xor a6, a6, a7          // S0(a41)

  // rounds 42, 43
  ssai 6
  src a0, a15, a15        // S1(e41)
  xor a11, a11, a0        // S1(e41)
  xor a14, a12, a4        // fg
  and a14, a14, a15       // ch
  xor a14, a14, a4        // ch
  l32i a13, a1, 344       // kw41
  add a11, a11, a14       // t41
  add a11, a11, a5        // t41
  add a11, a11, a13       // t41
  add a9, a11, a9         // e42
  src a0, a9, a9          // S1(e42)
  ssai 2
  src a6, a6, a6          // S0(a41)
  xor a14, a7, a8         // ab
  add a6, a6, a11         // a42
  and a3, a3, a14         // maj
  xor a3, a3, a8          // maj
  add a6, a6, a3          // a42
  src a5, a6, a6          // S0(a42)
  ssai 11
  src a13, a9, a9         // S1(e42)
  xor a0, a0, a13         // S1(e42)
  src a11, a5, a5         // S0(a42)
  xor a5, a11, a5         // S0(a42)
  ssai 25
  src a3, a9, a9          // S1(e42)
  xor a0, a0, a3          // S1(e42)
  xor a13, a15, a12       // fg
  and a13, a13, a9        // ch
  xor a13, a13, a12       // ch
  l32i a3, a1, 348        // kw42
  add a0, a0, a13         // t42
  add a0, a0, a4          // t42
  add a0, a0, a3          // t42
  add a10, a0, a10        // e43
  src a13, a10, a10       // S1(e43)
  ssai 9
  src a11, a11, a11       // S0(a42)
  xor a5, a5, a11         // S0(a42)
  xor a4, a6, a7          // ab
  add a5, a5, a0          // a43
  and a14, a14, a4        // maj
  xor a14, a14, a7        // maj
  add a5, a5, a14         // a43
  src a3, a5, a5          // S0(a43)
  xor a3, a3, a5          // S0(a43)
  ssai 11
  src a11, a10, a10       // S1(e43)
  xor a13, a13, a11       // S1(e43)
  src a3, a3, a3          // S0(a43)
  xor a3, a3, a5          // S0(a43)

  // rounds 44, 45
  ssai 6
  src a0, a10, a10        // S1(e43)
  xor a13, a13, a0        // S1(e43)
  xor a14, a9, a15        // fg
  and a14, a14, a10       // ch
  xor a14, a14, a15       // ch
  l32i a11, a1, 352       // kw43
  add a13, a13, a14       // t43
  add a13, a13, a12       // t43
  add a13, a13, a11       // t43
  add a8, a13, a8         // e44
  src a0, a8, a8          // S1(e44)
  ssai 2
  src a3, a3, a3          // S0(a43)
  xor a14, a5, a6         // ab
  add a3, a3, a13         // a44
  and a4, a4, a14         // maj
  xor a4, a4, a6          // maj
  add a3, a3, a4          // a44
  src a12, a3, a3         // S0(a44)
  ssai 11
  src a11, a8, a8         // S1(e44)
  xor a0, a0, a11         // S1(e44)
  src a13, a12, a12       // S0(a44)
  xor a12, a13, a12       // S0(a44)
  ssai 25
  src a4, a8, a8          // S1(e44)
  xor a0, a0, a4          // S1(e44)
  xor a11, a10, a9        // fg
  and a11, a11, a8        // ch
  xor a11, a11, a9        // ch
  l32i a4, a1, 356        // kw44
  add a0, a0, a11         // t44
  add a0, a0, a15         // t44
  add a0, a0, a4          // t44
  add a7, a0, a7          // e45
  src a11, a7, a7         // S1(e45)
  ssai 9
  src a13, a13, a13       // S0(a44)
  xor a12, a12, a13       // S0(a44)
  xor a15, a3, a5         // ab
  add a12, a12, a0        // a45
  and a14, a14, a15       // maj
  xor a14, a14, a5        // maj
  add a12, a12, a14       // a45
  src a4, a12, a12        // S0(a45)
  xor a4, a4, a12         // S0(a45)
  ssai 11
  src a13, a7, a7         // S1(e45)
  xor a11, a11, a13       // S1(e45)
  src a4, a4, a4          // S0(a45)
  xor a4, a4, a12         // S0(a45)

  // rounds 46, 47
  ssai 6
  src a0, a7, a7          // S1(e45)
  xor a11, a11, a0        // S1(e45)
  xor a14, a8, a10        // fg
  and a14, a14, a7        // ch
  xor a14, a14, a10       // ch
  l32i a13, a1, 360       // kw45
  add a11, a11, a14       // t45
  add a11, a11, a9        // t45
  add a11, a11, a13       // t45
  add a6, a11, a6         // e46
  src a0, a6, a6          // S1(e46)
  ssai 2
  src a4, a4, a4          // S0(a45)
  xor a14, a12, a3        // ab
  add a4, a4, a11         // a46
  and a15, a15, a14       // maj
  xor a15, a15, a3        // maj
  add a4, a4, a15         // a46
  src a9, a4, a4          // S0(a46)
  ssai 11
  src a13, a6, a6         // S1(e46)
  xor a0, a0, a13         // S1(e46)
  src a11, a9, a9         // S0(a46)
  xor a9, a11, a9         // S0(a46)
  ssai 25
  src a15, a6, a6         // S1(e46)
  xor a0, a0, a15         // S1(e46)
  xor a13, a7, a8         // fg
  and a13, a13, a6        // ch
  xor a13, a13, a8        // ch
  l32i a15, a1, 364       // kw46
  add a0, a0, a13         // t46
  add a0, a0, a10         // t46
  add a0, a0, a15         // t46
  add a5, a0, a5          // e47
  src a13, a5, a5         // S1(e47)
  ssai 9
  src a11, a11, a11       // S0(a46)
  xor a9, a9, a11         // S0(a46)
  xor a10, a4, a12        // ab
  add a9, a9, a0          // a47
  and a14, a14, a10       // maj
  xor a14, a14, a12       // maj
  add a9, a9, a14         // a47
  src a15, a9, a9         // S0(a47)
  xor a15, a15, a9        // S0(a47)
  ssai 11
  src a11, a5, a5         // S1(e47)
  xor a13, a13, a11       // S1(e47)
  src a15, a15, a15       // S0(a47)
  xor a15, a15, a9        // S0(a47)

  // rounds 48, 49
  ssai 6
  src a0, a5, a5          // S1(e47)
  xor a13, a13, a0        // S1(e47)
  xor a14, a6, a7         // fg
  and a14, a14, a5        // ch
  xor a14, a14, a7        // ch
  l32i a11, a1, 368       // kw47
  add a13, a13, a14       // t47
  add a13, a13, a8        // t47
  add a13, a13, a11       // t47
  add a3, a13, a3         // e48
  src a0, a3, a3          // S1(e48)
  ssai 2
  src a15, a15, a15       // S0(a47)
  xor a14, a9, a4         // ab
  add a15, a15, a13       // a48
  and a10, a10, a14       // maj
  xor a10, a10, a4        // maj
  add a15, a15, a10       // a48
  src a8, a15, a15        // S0(a48)
  ssai 11
  src a11, a3, a3         // S1(e48)
  xor a0, a0, a11         // S1(e48)
  src a13, a8, a8         // S0(a48)
  xor a8, a13, a8         // S0(a48)
  ssai 25
  src a10, a3, a3         // S1(e48)
  xor a0, a0, a10         // S1(e48)
  xor a11, a5, a6         // fg
  and a11, a11, a3        // ch
  xor a11, a11, a6        // ch
  l32i a10, a1, 372       // kw48
  add a0, a0, a11         // t48
  add a0, a0, a7          // t48
  add a0, a0, a10         // t48
  add a12, a0, a12        // e49
  src a11, a12, a12       // S1(e49)
  ssai 9
  src a13, a13, a13       // S0(a48)
  xor a8, a8, a13         // S0(a48)
  xor a7, a15, a9         // ab
  add a8, a8, a0          // a49
  and a14, a14, a7        // maj
  xor a14, a14, a9        // maj
  add a8, a8, a14         // a49
  src a10, a8, a8         // S0(a49)
  xor a10, a10, a8        // S0(a49)
  ssai 11
  src a13, a12, a12       // S1(e49)
  xor a11, a11, a13       // S1(e49)
  src a10, a10, a10       // S0(a49)
  xor a10, a10, a8        // S0(a49)

  // rounds 50, 51
  ssai 6
  src a0, a12, a12        // S1(e49)
  xor a11, a11, a0        // S1(e49)
  xor a14, a3, a5         // fg
  and a14, a14, a12       // ch
  xor a14, a14, a5        // ch
  l32i a13, a1, 376       // kw49
  add a11, a11, a14       // t49
  add a11, a11, a6        // t49
  add a11, a11, a13       // t49
  add a4, a11, a4         // e50
  src a0, a4, a4          // S1(e50)
  ssai 2
  src a10, a10, a10       // S0(a49)
  xor a14, a8, a15        // ab
  add a10, a10, a11       // a50
  and a7, a7, a14         // maj
  xor a7, a7, a15         // maj
  add a10, a10, a7        // a50
  src a6, a10, a10        // S0(a50)
  ssai 11
  src a13, a4, a4         // S1(e50)
  xor a0, a0, a13         // S1(e50)
  src a11, a6, a6         // S0(a50)
  xor a6, a11, a6         // S0(a50)
  ssai 25
  src a7, a4, a4          // S1(e50)
  xor a0, a0, a7          // S1(e50)
  xor a13, a12, a3        // fg
  and a13, a13, a4        // ch
  xor a13, a13, a3        // ch
  l32i a7, a1, 380        // kw50
  add a0, a0, a13         // t50
  add a0, a0, a5          // t50
  add a0, a0, a7          // t50
  add a9, a0, a9          // e51
  src a13, a9, a9         // S1(e51)
  ssai 9
  src a11, a11, a11       // S0(a50)
  xor a6, a6, a11         // S0(a50)
  xor a5, a10, a8         // ab
  add a6, a6, a0          // a51
  and a14, a14, a5        // maj
  xor a14, a14, a8        // maj
  add a6, a6, a14         // a51
  src a7, a6, a6          // S0(a51)
  xor a7, a7, a6          // S0(a51)
  ssai 11
  src a11, a9, a9         // S1(e51)
  xor a13, a13, a11       // S1(e51)
  src a7, a7, a7          // S0(a51)
  xor a7, a7, a6          // S0(a51)

  // rounds 52, 53
  ssai 6
  src a0, a9, a9          // S1(e51)
  xor a13, a13, a0        // S1(e51)
  xor a14, a4, a12        // fg
  and a14, a14, a9        // ch
  xor a14, a14, a12       // ch
  l32i a11, a1, 384       // kw51
  add a13, a13, a14       // t51
  add a13, a13, a3        // t51
  add a13, a13, a11       // t51
  add a15, a13, a15       // e52
  src a0, a15, a15        // S1(e52)
  ssai 2
  src a7, a7, a7          // S0(a51)
  xor a14, a6, a10        // ab
  add a7, a7, a13         // a52
  and a5, a5, a14         // maj
  xor a5, a5, a10         // maj
  add a7, a7, a5          // a52
  src a3, a7, a7          // S0(a52)
  ssai 11
  src a11, a15, a15       // S1(e52)
  xor a0, a0, a11         // S1(e52)
  src a13, a3, a3         // S0(a52)
  xor a3, a13, a3         // S0(a52)
  ssai 25
  src a5, a15, a15        // S1(e52)
  xor a0, a0, a5          // S1(e52)
  xor a11, a9, a4         // fg
  and a11, a11, a15       // ch
  xor a11, a11, a4        // ch
  l32i a5, a1, 388        // kw52
  add a0, a0, a11         // t52
  add a0, a0, a12         // t52
  add a0, a0, a5          // t52
  add a8, a0, a8          // e53
  src a11, a8, a8         // S1(e53)
  ssai 9
  src a13, a13, a13       // S0(a52)
  xor a3, a3, a13         // S0(a52)
  xor a12, a7, a6         // ab
  add a3, a3, a0          // a53
  and a14, a14, a12       // maj
  xor a14, a14, a6        // maj
  add a3, a3, a14         // a53
  src a5, a3, a3          // S0(a53)
  xor a5, a5, a3          // S0(a53)
  ssai 11
  src a13, a8, a8         // S1(e53)
  xor a11, a11, a13       // S1(e53)
  src a5, a5, a5          // S0(a53)
  xor a5, a5, a3          // S0(a53)

  // rounds 54, 55
  ssai 6
  src a0, a8, a8          // S1(e53)
  xor a11, a11, a0        // S1(e53)
  xor a14, a15, a9        // fg
  and a14, a14, a8        // ch
  xor a14, a14, a9        // ch
  l32i a13, a1, 392       // kw53
  add a11, a11, a14       // t53
  add a11, a11, a4        // t53
  add a11, a11, a13       // t53
  add a10, a11, a10       // e54
  src a0, a10, a10        // S1(e54)
  ssai 2
  src a5, a5, a5          // S0(a53)
  xor a14, a3, a7         // ab
  add a5, a5, a11         // a54
  and a12, a12, a14       // maj
  xor a12, a12, a7        // maj
  add a5, a5, a12         // a54
  src a4, a5, a5          // S0(a54)
  ssai 11
  src a13, a10, a10       // S1(e54)
  xor a0, a0, a13         // S1(e54)
  src a11, a4, a4         // S0(a54)
  xor a4, a11, a4         // S0(a54)
  ssai 25
  src a12, a10, a10       // S1(e54)
  xor a0, a0, a12         // S1(e54)
  xor a13, a8, a15        // fg
  and a13, a13, a10       // ch
  xor a13, a13, a15       // ch
  l32i a12, a1, 396       // kw54
  add a0, a0, a13         // t54
  add a0, a0, a9          // t54
  add a0, a0, a12         // t54
  add a6, a0, a6          // e55
  src a13, a6, a6         // S1(e55)
  ssai 9
  src a11, a11, a11       // S0(a54)
  xor a4, a4, a11         // S0(a54)
  xor a9, a5, a3          // ab
  add a4, a4, a0          // a55
  and a14, a14, a9        // maj
  xor a14, a14, a3        // maj
  add a4, a4, a14         // a55
  src a12, a4, a4         // S0(a55)
  xor a12, a12, a4        // S0(a55)
  ssai 11
  src a11, a6, a6         // S1(e55)
  xor a13, a13, a11       // S1(e55)
  src a12, a12, a12       // S0(a55)
  xor a12, a12, a4        // S0(a55)

  // rounds 56, 57
  ssai 6
  src a0, a6, a6          // S1(e55)
  xor a13, a13, a0        // S1(e55)
  xor a14, a10, a8        // fg
  and a14, a14, a6        // ch
  xor a14, a14, a8        // ch
  l32i a11, a1, 400       // kw55
  add a13, a13, a14       // t55
  add a13, a13, a15       // t55
  add a13, a13, a11       // t55
  add a7, a13, a7         // e56
  src a0, a7, a7          // S1(e56)
  ssai 2
  src a12, a12, a12       // S0(a55)
  xor a14, a4, a5         // ab
  add a12, a12, a13       // a56
  and a9, a9, a14         // maj
  xor a9, a9, a5          // maj
  add a12, a12, a9        // a56
  src a15, a12, a12       // S0(a56)
  ssai 11
  src a11, a7, a7         // S1(e56)
  xor a0, a0, a11         // S1(e56)
  src a13, a15, a15       // S0(a56)
  xor a15, a13, a15       // S0(a56)
  ssai 25
  src a9, a7, a7          // S1(e56)
  xor a0, a0, a9          // S1(e56)
  xor a11, a6, a10        // fg
  and a11, a11, a7        // ch
  xor a11, a11, a10       // ch
  l32i a9, a1, 404        // kw56
  add a0, a0, a11         // t56
  add a0, a0, a8          // t56
  add a0, a0, a9          // t56
  add a3, a0, a3          // e57
  src a11, a3, a3         // S1(e57)
  ssai 9
  src a13, a13, a13       // S0(a56)
  xor a15, a15, a13       // S0(a56)
  xor a8, a12, a4         // ab
  add a15, a15, a0        // a57
  and a14, a14, a8        // maj
  xor a14, a14, a4        // maj
  add a15, a15, a14       // a57
  src a9, a15, a15        // S0(a57)
  xor a9, a9, a15         // S0(a57)
  ssai 11
  src a13, a3, a3         // S1(e57)
  xor a11, a11, a13       // S1(e57)
  src a9, a9, a9          // S0(a57)
  xor a9, a9, a15         // S0(a57)

  // rounds 58, 59
  ssai 6
  src a0, a3, a3          // S1(e57)
  xor a11, a11, a0        // S1(e57)
  xor a14, a7, a6         // fg
  and a14, a14, a3        // ch
  xor a14, a14, a6        // ch
  l32i a13, a1, 408       // kw57
  add a11, a11, a14       // t57
  add a11, a11, a10       // t57
  add a11, a11, a13       // t57
  add a5, a11, a5         // e58
  src a0, a5, a5          // S1(e58)
  ssai 2
  src a9, a9, a9          // S0(a57)
  xor a14, a15, a12       // ab
  add a9, a9, a11         // a58
  and a8, a8, a14         // maj
  xor a8, a8, a12         // maj
  add a9, a9, a8          // a58
  src a10, a9, a9         // S0(a58)
  ssai 11
  src a13, a5, a5         // S1(e58)
  xor a0, a0, a13         // S1(e58)
  src a11, a10, a10       // S0(a58)
  xor a10, a11, a10       // S0(a58)
  ssai 25
  src a8, a5, a5          // S1(e58)
  xor a0, a0, a8          // S1(e58)
  xor a13, a3, a7         // fg
  and a13, a13, a5        // ch
  xor a13, a13, a7        // ch
  l32i a8, a1, 412        // kw58
  add a0, a0, a13         // t58
  add a0, a0, a6          // t58
  add a0, a0, a8          // t58
  add a4, a0, a4          // e59
  src a13, a4, a4         // S1(e59)
  ssai 9
  src a11, a11, a11       // S0(a58)
  xor a10, a10, a11       // S0(a58)
  xor a6, a9, a15         // ab
  add a10, a10, a0        // a59
  and a14, a14, a6        // maj
  xor a14, a14, a15       // maj
  add a10, a10, a14       // a59
  src a8, a10, a10        // S0(a59)
  xor a8, a8, a10         // S0(a59)
  ssai 11
  src a11, a4, a4         // S1(e59)
  xor a13, a13, a11       // S1(e59)
  src a8, a8, a8          // S0(a59)
  xor a8, a8, a10         // S0(a59)

  // rounds 60, 61
  ssai 6
  src a0, a4, a4          // S1(e59)
  xor a13, a13, a0        // S1(e59)
  xor a14, a5, a3         // fg
  and a14, a14, a4        // ch
  xor a14, a14, a3        // ch
  l32i a11, a1, 416       // kw59
  add a13, a13, a14       // t59
  add a13, a13, a7        // t59
  add a13, a13, a11       // t59
  add a12, a13, a12       // e60
  src a0, a12, a12        // S1(e60)
  ssai 2
  src a8, a8, a8          // S0(a59)
  xor a14, a10, a9        // ab
  add a8, a8, a13         // a60
  and a6, a6, a14         // maj
  xor a6, a6, a9          // maj
  add a8, a8, a6          // a60
  src a7, a8, a8          // S0(a60)
  ssai 11
  src a11, a12, a12       // S1(e60)
  xor a0, a0, a11         // S1(e60)
  src a13, a7, a7         // S0(a60)
  xor a7, a13, a7         // S0(a60)
  ssai 25
  src a6, a12, a12        // S1(e60)
  xor a0, a0, a6          // S1(e60)
  xor a11, a4, a5         // fg
  and a11, a11, a12       // ch
  xor a11, a11, a5        // ch
  l32i a6, a1, 420        // kw60
  add a0, a0, a11         // t60
  add a0, a0, a3          // t60
  add a0, a0, a6          // t60
  add a15, a0, a15        // e61
  src a11, a15, a15       // S1(e61)
  ssai 9
  src a13, a13, a13       // S0(a60)
  xor a7, a7, a13         // S0(a60)
  xor a3, a8, a10         // ab
  add a7, a7, a0          // a61
  and a14, a14, a3        // maj
  xor a14, a14, a10       // maj
  add a7, a7, a14         // a61
  src a6, a7, a7          // S0(a61)
  xor a6, a6, a7          // S0(a61)
  ssai 11
  src a13, a15, a15       // S1(e61)
  xor a11, a11, a13       // S1(e61)
  src a6, a6, a6          // S0(a61)
  xor a6, a6, a7          // S0(a61)

  // rounds 62, 63
  ssai 6
  src a0, a15, a15        // S1(e61)
  xor a11, a11, a0        // S1(e61)
  xor a14, a12, a4        // fg
  and a14, a14, a15       // ch
  xor a14, a14, a4        // ch
  l32i a13, a1, 424       // kw61
  add a11, a11, a14       // t61
  add a11, a11, a5        // t61
  add a11, a11, a13       // t61
  add a9, a11, a9         // e62
  src a0, a9, a9          // S1(e62)
  ssai 2
  src a6, a6, a6          // S0(a61)
  xor a14, a7, a8         // ab
  add a6, a6, a11         // a62
  and a3, a3, a14         // maj
  xor a3, a3, a8          // maj
  add a6, a6, a3          // a62
  src a5, a6, a6          // S0(a62)
  ssai 11
  src a13, a9, a9         // S1(e62)
  xor a0, a0, a13         // S1(e62)
  src a11, a5, a5         // S0(a62)
  xor a5, a11, a5         // S0(a62)
  ssai 25
  src a3, a9, a9          // S1(e62)
  xor a0, a0, a3          // S1(e62)
  xor a13, a15, a12       // fg
  and a13, a13, a9        // ch
  xor a13, a13, a12       // ch
  l32i a3, a1, 428        // kw62
  add a0, a0, a13         // t62
  add a0, a0, a4          // t62
  add a0, a0, a3          // t62
  add a10, a0, a10        // e63
  src a13, a10, a10       // S1(e63)
  ssai 9
  src a11, a11, a11       // S0(a62)
  xor a5, a5, a11         // S0(a62)
  xor a4, a6, a7          // ab
  add a5, a5, a0          // a63
  and a14, a14, a4        // maj
  xor a14, a14, a7        // maj
  add a5, a5, a14         // a63
  src a3, a5, a5          // S0(a63)
  xor a3, a3, a5          // S0(a63)
  ssai 11
  src a11, a10, a10       // S1(e63)
  xor a13, a13, a11       // S1(e63)
  src a3, a3, a3          // S0(a63)
  xor a3, a3, a5          // S0(a63)
  ssai 6
  src a0, a10, a10        // S1(e63)
  xor a13, a13, a0        // S1(e63)
  xor a14, a9, a15        // fg
  and a14, a14, a10       // ch
  xor a14, a14, a15       // ch
  l32i a11, a1, 432       // kw63
  add a13, a13, a14       // t63
  add a13, a13, a12       // t63
  add a13, a13, a11       // t63
  add a8, a13, a8         // e64
  ssai 2
  src a3, a3, a3          // S0(a63)
  xor a0, a5, a6          // ab
  add a3, a3, a13         // a64
  and a4, a4, a0          // maj
  l32i a14, a2, 0         // midstate.0
  xor a4, a4, a6          // maj
  l32i a12, a2, 4         // midstate.1
  add a3, a3, a4          // a64

  // first digest
  l32i a11, a2, 8         // midstate.2
  add a14, a14, a3        // w0
  l32i a13, a2, 12        // midstate.3
  add a12, a12, a5        // w1
  l32i a0, a2, 16         // midstate.4
  add a11, a11, a6        // w2
  l32i a4, a2, 20         // midstate.5
  add a13, a13, a7        // w3
  l32i a3, a2, 24         // midstate.6
  add a0, a0, a8          // w4
  l32i a2, a2, 28         // midstate.7
  add a4, a4, a10         // w5
  l32r a5, .Lkfc08884d_many
  add a3, a3, a9          // w6
  l32r a6, .Lk98c7e2a2_many
  add a2, a2, a15         // w7

  // second hash: round 0 is one addition each, round 1
  add a5, a14, a5         // a1
  add a6, a14, a6         // e1
  ssai 25
  src a7, a6, a6          // S1(e1)
  ssai 9
  src a8, a5, a5          // S0(a1)
  xor a8, a8, a5          // S0(a1)
  ssai 11
  src a10, a6, a6         // S1(e1)
  xor a7, a7, a10         // S1(e1)
  src a8, a8, a8          // S0(a1)
  xor a8, a8, a5          // S0(a1)

  // rounds 2, 3
  ssai 6
  l32r a15, .Lkca0b3af3_many
  src a9, a6, a6          // S1(e1)
  l32r a10, .Lk9b05688c_many
  xor a7, a7, a9          // S1(e1)
  and a15, a15, a6        // ch
  l32r a9, .Lk90bb1e3c_many
  xor a15, a15, a10       // ch
  add a7, a7, a15         // t1
  l32r a10, .Lk3c6ef372_many
  add a7, a7, a9          // t1
  add a7, a7, a12         // t1
  add a10, a7, a10        // e2
  src a15, a10, a10       // S1(e2)
  l32r a9, .Lk6a09e667_many
  ssai 2
  src a8, a8, a8          // S0(a1)
  s32i a14, a1, 0         // w0
  xor a14, a5, a9         // ab
  add a8, a8, a7          // a2
  l32r a7, .Lkd16e48e2_many
  and a7, a7, a14         // maj
  xor a7, a7, a9          // maj
  add a8, a8, a7          // a2
  src a7, a8, a8          // S0(a2)
  ssai 11
  s32i a12, a1, 4         // w1
  src a12, a10, a10       // S1(e2)
  xor a15, a15, a12       // S1(e2)
  src a12, a7, a7         // S0(a2)
  xor a7, a12, a7         // S0(a2)
  ssai 25
  s32i a2, a1, 8          // w7
  src a2, a10, a10        // S1(e2)
  xor a15, a15, a2        // S1(e2)
  l32r a2, .Lk510e527f_many
  s32i a3, a1, 12         // w6
  xor a3, a6, a2          // fg
  and a3, a3, a10         // ch
  xor a3, a3, a2          // ch
  l32r a2, .Lk50c6645b_many
  add a15, a15, a3        // t2
  l32r a3, .Lkbb67ae85_many
  add a15, a15, a2        // t2
  add a15, a15, a11       // t2
  add a3, a15, a3         // e3
  src a2, a3, a3          // S1(e3)
  ssai 9
  src a12, a12, a12       // S0(a2)
  xor a7, a7, a12         // S0(a2)
  xor a12, a8, a5         // ab
  add a7, a7, a15         // a3
  and a14, a14, a12       // maj
  xor a14, a14, a5        // maj
  add a7, a7, a14         // a3
  src a15, a7, a7         // S0(a3)
  xor a15, a15, a7        // S0(a3)
  ssai 11
  src a14, a3, a3         // S1(e3)
  xor a2, a2, a14         // S1(e3)
  src a15, a15, a15       // S0(a3)
  xor a15, a15, a7        // S0(a3)

  // rounds 4, 5
  ssai 6
  src a14, a3, a3         // S1(e3)
  xor a2, a2, a14         // S1(e3)
  xor a14, a10, a6        // fg
  and a14, a14, a3        // ch
  xor a14, a14, a6        // ch
  add a2, a2, a14         // t3
  l32r a14, .Lk3ac42e24_many
  add a2, a2, a14         // t3
  add a2, a2, a13         // t3
  add a9, a2, a9          // e4
  src a14, a9, a9         // S1(e4)
  ssai 2
  src a15, a15, a15       // S0(a3)
  s32i a13, a1, 16        // w3
  xor a13, a7, a8         // ab
  add a15, a15, a2        // a4
  and a12, a12, a13       // maj
  xor a12, a12, a8        // maj
  add a15, a15, a12       // a4
  src a2, a15, a15        // S0(a4)
  ssai 11
  src a12, a9, a9         // S1(e4)
  xor a14, a14, a12       // S1(e4)
  src a12, a2, a2         // S0(a4)
  xor a2, a12, a2         // S0(a4)
  ssai 25
  s32i a11, a1, 20        // w2
  src a11, a9, a9         // S1(e4)
  xor a14, a14, a11       // S1(e4)
  xor a11, a3, a10        // fg
  and a11, a11, a9        // ch
  xor a11, a11, a10       // ch
  add a14, a14, a11       // t4
  l32r a11, .Lk3956c25b_many
  add a14, a14, a6        // t4
  add a14, a14, a11       // t4
  add a14, a14, a0        // t4
  add a5, a14, a5         // e5
  src a6, a5, a5          // S1(e5)
  ssai 9
  src a12, a12, a12       // S0(a4)
  xor a2, a2, a12         // S0(a4)
  xor a11, a15, a7        // ab
  add a2, a2, a14         // a5
  and a13, a13, a11       // maj
  xor a13, a13, a7        // maj
  add a2, a2, a13         // a5
  src a12, a2, a2         // S0(a5)
  xor a12, a12, a2        // S0(a5)
  ssai 11
  src a14, a5, a5         // S1(e5)
  xor a6, a6, a14         // S1(e5)
  src a12, a12, a12       // S0(a5)
  xor a12, a12, a2        // S0(a5)

  // rounds 6, 7
  ssai 6
  src a13, a5, a5         // S1(e5)
  xor a6, a6, a13         // S1(e5)
  xor a14, a9, a3         // fg
  and a14, a14, a5        // ch
  xor a14, a14, a3        // ch
  l32r a13, .Lk59f111f1_many
  add a6, a6, a14         // t5
  add a6, a6, a10         // t5
  add a6, a6, a13         // t5
  add a6, a6, a4          // t5
  add a8, a6, a8          // e6
  src a14, a8, a8         // S1(e6)
  ssai 2
  src a12, a12, a12       // S0(a5)
  xor a10, a2, a15        // ab
  add a12, a12, a6        // a6
  and a11, a11, a10       // maj
  xor a11, a11, a15       // maj
  add a12, a12, a11       // a6
  src a13, a12, a12       // S0(a6)
  ssai 11
  src a6, a8, a8          // S1(e6)
  xor a14, a14, a6        // S1(e6)
  src a11, a13, a13       // S0(a6)
  xor a13, a11, a13       // S0(a6)
  ssai 25
  src a6, a8, a8          // S1(e6)
  xor a14, a14, a6        // S1(e6)
  xor a6, a5, a9          // fg
  and a6, a6, a8          // ch
  xor a6, a6, a9          // ch
  add a14, a14, a6        // t6
  l32r a6, .Lk923f82a4_many
  add a14, a14, a3        // t6
  l32i a3, a1, 12         // w6
  add a14, a14, a6        // t6
  add a14, a14, a3        // t6
  add a7, a14, a7         // e7
  src a6, a7, a7          // S1(e7)
  ssai 9
  src a11, a11, a11       // S0(a6)
  xor a13, a13, a11       // S0(a6)
  xor a11, a12, a2        // ab
  add a13, a13, a14       // a7
  and a10, a10, a11       // maj
  xor a10, a10, a2        // maj
  add a13, a13, a10       // a7
  src a14, a13, a13       // S0(a7)
  xor a14, a14, a13       // S0(a7)
  ssai 11
  src a10, a7, a7         // S1(e7)
  xor a6, a6, a10         // S1(e7)
  src a14, a14, a14       // S0(a7)
  xor a14, a14, a13       // S0(a7)

  // rounds 8, 9
  ssai 6
  src a10, a7, a7         // S1(e7)
  xor a6, a6, a10         // S1(e7)
  xor a10, a8, a5         // fg
  and a10, a10, a7        // ch
  xor a10, a10, a5        // ch
  add a6, a6, a10         // t7
  l32r a10, .Lkab1c5ed5_many
  add a6, a6, a9          // t7
  l32i a9, a1, 8          // w7
  add a6, a6, a10         // t7
  add a6, a6, a9          // t7
  add a15, a6, a15        // e8
  src a10, a15, a15       // S1(e8)
  ssai 2
  src a14, a14, a14       // S0(a7)
  xor a9, a13, a12        // ab
  add a14, a14, a6        // a8
  and a11, a11, a9        // maj
  xor a11, a11, a12       // maj
  add a14, a14, a11       // a8
  src a6, a14, a14        // S0(a8)
  ssai 11
  src a11, a15, a15       // S1(e8)
  xor a10, a10, a11       // S1(e8)
  src a11, a6, a6         // S0(a8)
  xor a6, a11, a6         // S0(a8)
  ssai 25
  src a3, a15, a15        // S1(e8)
  xor a10, a10, a3        // S1(e8)
  xor a3, a7, a8          // fg
  and a3, a3, a15         // ch
  xor a3, a3, a8          // ch
  add a10, a10, a3        // t8
  l32r a3, .Lk5807aa98_many
  add a10, a10, a5        // t8
  add a10, a10, a3        // t8
  add a2, a10, a2         // e9
  src a5, a2, a2          // S1(e9)
  ssai 9
  src a11, a11, a11       // S0(a8)
  xor a6, a6, a11         // S0(a8)
  xor a3, a14, a13        // ab
  add a6, a6, a10         // a9
  and a9, a9, a3          // maj
  xor a9, a9, a13         // maj
  add a6, a6, a9          // a9
  src a11, a6, a6         // S0(a9)
  xor a11, a11, a6        // S0(a9)
  ssai 11
  src a10, a2, a2         // S1(e9)
  xor a5, a5, a10         // S1(e9)
  src a11, a11, a11       // S0(a9)
  xor a11, a11, a6        // S0(a9)

  // rounds 10, 11
  ssai 6
  src a9, a2, a2          // S1(e9)
  xor a5, a5, a9          // S1(e9)
  xor a10, a15, a7        // fg
  and a10, a10, a2        // ch
  xor a10, a10, a7        // ch
  l32r a9, .Lk12835b01_many
  add a5, a5, a10         // t9
  add a5, a5, a8          // t9
  add a5, a5, a9          // t9
  add a12, a5, a12        // e10
  src a10, a12, a12       // S1(e10)
  ssai 2
  src a11, a11, a11       // S0(a9)
  xor a8, a6, a14         // ab
  add a11, a11, a5        // a10
  and a3, a3, a8          // maj
  xor a3, a3, a14         // maj
  add a11, a11, a3        // a10
  src a9, a11, a11        // S0(a10)
  ssai 11
  src a5, a12, a12        // S1(e10)
  xor a10, a10, a5        // S1(e10)
  src a3, a9, a9          // S0(a10)
  xor a9, a3, a9          // S0(a10)
  ssai 25
  src a5, a12, a12        // S1(e10)
  xor a10, a10, a5        // S1(e10)
  xor a5, a2, a15         // fg
  and a5, a5, a12         // ch
  xor a5, a5, a15         // ch
  add a10, a10, a5        // t10
  l32r a5, .Lk243185be_many
  add a10, a10, a7        // t10
  add a10, a10, a5        // t10
  add a13, a10, a13       // e11
  src a7, a13, a13        // S1(e11)
  ssai 9
  src a3, a3, a3          // S0(a10)
  xor a9, a9, a3          // S0(a10)
  xor a5, a11, a6         // ab
  add a9, a9, a10         // a11
  and a8, a8, a5          // maj
  xor a8, a8, a6          // maj
  add a9, a9, a8          // a11
  src a3, a9, a9          // S0(a11)
  xor a3, a3, a9          // S0(a11)
  ssai 11
  src a10, a13, a13       // S1(e11)
  xor a7, a7, a10         // S1(e11)
  src a3, a3, a3          // S0(a11)
  xor a3, a3, a9          // S0(a11)

  // rounds 12, 13
  ssai 6
  src a8, a13, a13        // S1(e11)
  xor a7, a7, a8          // S1(e11)
  xor a10, a12, a2        // fg
  and a10, a10, a13       // ch
  xor a10, a10, a2        // ch
  l32r a8, .Lk550c7dc3_many
  add a7, a7, a10         // t11
  add a7, a7, a15         // t11
  add a7, a7, a8          // t11
  add a14, a7, a14        // e12
  src a10, a14, a14       // S1(e12)
  ssai 2
  src a3, a3, a3          // S0(a11)
  xor a15, a9, a11        // ab
  add a3, a3, a7          // a12
  and a5, a5, a15         // maj
  xor a5, a5, a11         // maj
  add a3, a3, a5          // a12
  src a8, a3, a3          // S0(a12)
  ssai 11
  src a7, a14, a14        // S1(e12)
  xor a10, a10, a7        // S1(e12)
  src a5, a8, a8          // S0(a12)
  xor a8, a5, a8          // S0(a12)
  ssai 25
  src a7, a14, a14        // S1(e12)
  xor a10, a10, a7        // S1(e12)
  xor a7, a13, a12        // fg
  and a7, a7, a14         // ch
  xor a7, a7, a12         // ch
  add a10, a10, a7        // t12
  l32r a7, .Lk72be5d74_many
  add a10, a10, a2        // t12
  add a10, a10, a7        // t12
  add a6, a10, a6         // e13
  src a2, a6, a6          // S1(e13)
  ssai 9
  src a5, a5, a5          // S0(a12)
  xor a8, a8, a5          // S0(a12)
  xor a7, a3, a9          // ab
  add a8, a8, a10         // a13
  and a15, a15, a7        // maj
  xor a15, a15, a9        // maj
  add a8, a8, a15         // a13
  src a5, a8, a8          // S0(a13)
  xor a5, a5, a8          // S0(a13)
  ssai 11
  src a10, a6, a6         // S1(e13)
  xor a2, a2, a10         // S1(e13)
  src a5, a5, a5          // S0(a13)
  xor a5, a5, a8          // S0(a13)

  // rounds 14, 15
  ssai 6
  src a15, a6, a6         // S1(e13)
  xor a2, a2, a15         // S1(e13)
  xor a10, a14, a13       // fg
  and a10, a10, a6        // ch
  xor a10, a10, a13       // ch
  l32r a15, .Lk80deb1fe_many
  add a2, a2, a10         // t13
  add a2, a2, a12         // t13
  add a2, a2, a15         // t13
  add a11, a2, a11        // e14
  src a10, a11, a11       // S1(e14)
  ssai 11
  src a12, a11, a11       // S1(e14)
  xor a10, a10, a12       // S1(e14)
  ssai 25
  src a15, a11, a11       // S1(e14)
  xor a10, a10, a15       // S1(e14)
  xor a12, a6, a14        // fg
  and a12, a12, a11       // ch
  xor a12, a12, a14       // ch
  l32r a15, .Lk9bdc06a7_many
  add a10, a10, a12       // t14
  add a10, a10, a13       // t14
  add a10, a10, a15       // t14
  add a9, a10, a9         // e15
  src a12, a9, a9         // S1(e15)
  ssai 11
  src a13, a9, a9         // S1(e15)
  xor a12, a12, a13       // S1(e15)
  ssai 6
  src a15, a9, a9         // S1(e15)
  xor a12, a12, a15       // S1(e15)
  xor a13, a11, a6        // fg
  and a13, a13, a9        // ch
  xor a13, a13, a6        // ch
  l32r a15, .Lkc19bf274_many
  add a12, a12, a13       // t15
  add a12, a12, a14       // t15
  add a12, a12, a15       // t15
  add a13, a12, a3        // e16
  src a14, a13, a13       // S1(e16)
  ssai 2
  src a5, a5, a5          // S0(a13)
  xor a15, a8, a3         // ab
  add a5, a5, a2          // a14
  and a7, a7, a15         // maj
  xor a7, a7, a3          // maj
  add a5, a5, a7          // a14
  src a2, a5, a5          // S0(a14)

  // rounds 16, 17
  ssai 11
  src a3, a13, a13        // S1(e16)
  xor a14, a14, a3        // S1(e16)
  l32i a3, a1, 4          // w1
  src a7, a2, a2          // S0(a14)
  xor a2, a7, a2          // S0(a14)
  s32i a4, a1, 24         // w5
  src a4, a3, a3          // s0(w1)
  xor a4, a4, a3          // s0(w1)
  ssai 9
  src a7, a7, a7          // S0(a14)
  xor a2, a2, a7          // S0(a14)
  xor a7, a5, a8          // ab
  add a2, a2, a10         // a15
  and a15, a15, a7        // maj
  xor a15, a15, a8        // maj
  add a2, a2, a15         // a15
  src a10, a2, a2         // S0(a15)
  xor a10, a10, a2        // S0(a15)
  ssai 7
  src a4, a4, a4          // s0(w1)
  srli a15, a3, 3         // s0(w1)
  xor a4, a4, a15         // s0(w1)
  l32i a15, a1, 0         // w0
  add a4, a4, a15         // w16
  l32i a15, a1, 20        // w2
  s32i a0, a1, 0          // w4
  src a0, a15, a15        // s0(w2)
  ssai 25
  src a3, a13, a13        // S1(e16)
  xor a14, a14, a3        // S1(e16)
  xor a3, a9, a11         // fg
  and a3, a3, a13         // ch
  xor a3, a3, a11         // ch
  add a14, a14, a3        // t16
  l32r a3, .Lke49b69c1_many
  add a14, a14, a6        // t16
  add a14, a14, a3        // t16
  add a14, a14, a4        // t16
  add a8, a14, a8         // e17
  src a6, a8, a8          // S1(e17)
  ssai 11
  src a10, a10, a10       // S0(a15)
  xor a10, a10, a2        // S0(a15)
  src a3, a8, a8          // S1(e17)
  xor a6, a6, a3          // S1(e17)
  src a3, a0, a0          // s0(w2)
  xor a3, a3, a0          // s0(w2)
  srli a0, a15, 3         // s0(w2)
  xor a3, a3, a0          // s0(w2)
  l32i a0, a1, 4          // w1
  add a3, a3, a0          // w17
  l32r a0, .Lk00a00000_many
  add a3, a3, a0          // w17
  ssai 6
  src a0, a8, a8          // S1(e17)
  xor a6, a6, a0          // S1(e17)
  xor a0, a13, a9         // fg
  and a0, a0, a8          // ch
  xor a0, a0, a9          // ch
  add a6, a6, a0          // t17
  l32r a0, .Lkefbe4786_many
  add a6, a6, a11         // t17
  add a6, a6, a0          // t17
  add a6, a6, a3          // t17
  add a11, a6, a5         // e18
  src a0, a11, a11        // S1(e18)
  ssai 2
  src a10, a10, a10       // S0(a15)
  s32i a6, a1, 4          // t17
  xor a6, a2, a5          // ab
  add a10, a10, a12       // a16
  and a7, a7, a6          // maj
  xor a7, a7, a5          // maj
  add a10, a10, a7        // a16
  src a12, a10, a10       // S0(a16)
  src a5, a4, a4          // s1(w16)
  xor a5, a5, a4          // s1(w16)
  src a7, a3, a3          // s1(w17)
  xor a7, a7, a3          // s1(w17)

  // rounds 18, 19
  ssai 17
  src a5, a5, a5          // s1(w16)
  s32i a4, a1, 28         // w16
  srli a4, a4, 10         // s1(w16)
  xor a5, a5, a4          // s1(w16)
  add a5, a5, a15         // w18
  src a7, a7, a7          // s1(w17)
  l32i a15, a1, 16        // w3
  srli a4, a3, 10         // s1(w17)
  xor a7, a7, a4          // s1(w17)
  add a7, a7, a15         // w19
  ssai 11
  src a4, a11, a11        // S1(e18)
  xor a0, a0, a4          // S1(e18)
  src a4, a12, a12        // S0(a16)
  xor a12, a4, a12        // S0(a16)
  s32i a3, a1, 20         // w17
  src a3, a15, a15        // s0(w3)
  xor a3, a3, a15         // s0(w3)
  ssai 9
  src a4, a4, a4          // S0(a16)
  xor a12, a12, a4        // S0(a16)
  xor a4, a10, a2         // ab
  add a12, a12, a14       // a17
  and a6, a6, a4          // maj
  xor a6, a6, a2          // maj
  add a12, a12, a6        // a17
  src a14, a12, a12       // S0(a17)
  xor a14, a14, a12       // S0(a17)
  ssai 7
  src a3, a3, a3          // s0(w3)
  srli a15, a15, 3        // s0(w3)
  l32i a6, a1, 0          // w4
  xor a3, a3, a15         // s0(w3)
  add a5, a5, a3          // w18
  src a15, a6, a6         // s0(w4)
  ssai 25
  src a3, a11, a11        // S1(e18)
  xor a0, a0, a3          // S1(e18)
  xor a3, a8, a13         // fg
  and a3, a3, a11         // ch
  xor a3, a3, a13         // ch
  add a0, a0, a3          // t18
  l32r a3, .Lk0fc19dc6_many
  add a0, a0, a9          // t18
  add a0, a0, a3          // t18
  add a0, a0, a5          // t18
  add a2, a0, a2          // e19
  src a9, a2, a2          // S1(e19)
  ssai 11
  src a14, a14, a14       // S0(a17)
  xor a14, a14, a12       // S0(a17)
  src a3, a2, a2          // S1(e19)
  xor a9, a9, a3          // S1(e19)
  src a3, a15, a15        // s0(w4)
  xor a3, a3, a15         // s0(w4)
  srli a15, a6, 3         // s0(w4)
  xor a3, a3, a15         // s0(w4)
  add a7, a7, a3          // w19
  ssai 6
  src a15, a2, a2         // S1(e19)
  xor a9, a9, a15         // S1(e19)
  xor a3, a11, a8         // fg
  and a3, a3, a2          // ch
  xor a3, a3, a8          // ch
  l32r a15, .Lk240ca1cc_many
  add a9, a9, a3          // t19
  add a9, a9, a13         // t19
  add a9, a9, a15         // t19
  add a9, a9, a7          // t19
  add a3, a9, a10         // e20
  src a13, a3, a3         // S1(e20)
  ssai 2
  src a14, a14, a14       // S0(a17)
  xor a15, a12, a10       // ab
  s32i a9, a1, 16         // t19
  l32i a9, a1, 4          // t17
  add a14, a14, a9        // a18
  and a4, a4, a15         // maj
  xor a4, a4, a10         // maj
  add a14, a14, a4        // a18
  src a9, a14, a14        // S0(a18)
  src a10, a5, a5         // s1(w18)
  xor a10, a10, a5        // s1(w18)
  src a4, a7, a7          // s1(w19)
  xor a4, a4, a7          // s1(w19)

  // rounds 20, 21
  ssai 17
  src a10, a10, a10       // s1(w18)
  s32i a5, a1, 4          // w18
  srli a5, a5, 10         // s1(w18)
  xor a10, a10, a5        // s1(w18)
  add a10, a10, a6        // w20
  src a4, a4, a4          // s1(w19)
  l32i a6, a1, 24         // w5
  srli a5, a7, 10         // s1(w19)
  xor a4, a4, a5          // s1(w19)
  add a4, a4, a6          // w21
  ssai 11
  src a5, a3, a3          // S1(e20)
  xor a13, a13, a5        // S1(e20)
  src a5, a9, a9          // S0(a18)
  xor a9, a5, a9          // S0(a18)
  s32i a7, a1, 0          // w19
  src a7, a6, a6          // s0(w5)
  xor a7, a7, a6          // s0(w5)
  ssai 9
  src a5, a5, a5          // S0(a18)
  xor a9, a9, a5          // S0(a18)
  xor a5, a14, a12        // ab
  add a9, a9, a0          // a19
  and a15, a15, a5        // maj
  xor a15, a15, a12       // maj
  add a9, a9, a15         // a19
  src a0, a9, a9          // S0(a19)
  xor a0, a0, a9          // S0(a19)
  ssai 7
  src a7, a7, a7          // s0(w5)
  srli a6, a6, 3          // s0(w5)
  l32i a15, a1, 12        // w6
  xor a7, a7, a6          // s0(w5)
  add a10, a10, a7        // w20
  src a6, a15, a15        // s0(w6)
  ssai 25
  src a7, a3, a3          // S1(e20)
  xor a13, a13, a7        // S1(e20)
  xor a7, a2, a11         // fg
  and a7, a7, a3          // ch
  xor a7, a7, a11         // ch
  add a13, a13, a7        // t20
  l32r a7, .Lk2de92c6f_many
  add a13, a13, a8        // t20
  add a13, a13, a7        // t20
  add a13, a13, a10       // t20
  add a12, a13, a12       // e21
  src a8, a12, a12        // S1(e21)
  ssai 11
  src a0, a0, a0          // S0(a19)
  xor a0, a0, a9          // S0(a19)
  src a7, a12, a12        // S1(e21)
  xor a8, a8, a7          // S1(e21)
  src a7, a6, a6          // s0(w6)
  xor a7, a7, a6          // s0(w6)
  srli a6, a15, 3         // s0(w6)
  xor a7, a7, a6          // s0(w6)
  add a4, a4, a7          // w21
  ssai 6
  src a6, a12, a12        // S1(e21)
  xor a8, a8, a6          // S1(e21)
  xor a7, a3, a2          // fg
  and a7, a7, a12         // ch
  xor a7, a7, a2          // ch
  l32r a6, .Lk4a7484aa_many
  add a8, a8, a7          // t21
  add a8, a8, a11         // t21
  add a8, a8, a6          // t21
  add a8, a8, a4          // t21
  add a7, a8, a14         // e22
  src a11, a7, a7         // S1(e22)
  ssai 2
  src a0, a0, a0          // S0(a19)
  xor a6, a9, a14         // ab
  s32i a8, a1, 24         // t21
  l32i a8, a1, 16         // t19
  add a0, a0, a8          // a20
  and a5, a5, a6          // maj
  xor a5, a5, a14         // maj
  add a0, a0, a5          // a20
  src a8, a0, a0          // S0(a20)
  src a14, a10, a10       // s1(w20)
  xor a14, a14, a10       // s1(w20)
  src a5, a4, a4          // s1(w21)
  xor a5, a5, a4          // s1(w21)

  // rounds 22, 23
  ssai 17
  src a14, a14, a14       // s1(w20)
  s32i a10, a1, 16        // w20
  srli a10, a10, 10       // s1(w20)
  xor a14, a14, a10       // s1(w20)
  add a14, a14, a15       // w22
  src a5, a5, a5          // s1(w21)
  l32i a15, a1, 8         // w7
  srli a10, a4, 10        // s1(w21)
  xor a5, a5, a10         // s1(w21)
  l32i a10, a1, 28        // w16
  add a5, a5, a15         // w23
  add a5, a5, a10         // w23
  l32r a10, .Lk11002000_many
  add a5, a5, a10         // w23
  ssai 11
  src a10, a7, a7         // S1(e22)
  xor a11, a11, a10       // S1(e22)
  src a10, a8, a8         // S0(a20)
  xor a8, a10, a8         // S0(a20)
  s32i a4, a1, 12         // w21
  src a4, a15, a15        // s0(w7)
  xor a4, a4, a15         // s0(w7)
  ssai 9
  src a10, a10, a10       // S0(a20)
  xor a8, a8, a10         // S0(a20)
  xor a10, a0, a9         // ab
  add a8, a8, a13         // a21
  and a6, a6, a10         // maj
  xor a6, a6, a9          // maj
  add a8, a8, a6          // a21
  src a13, a8, a8         // S0(a21)
  xor a13, a13, a8        // S0(a21)
  ssai 7
  src a4, a4, a4          // s0(w7)
  srli a15, a15, 3        // s0(w7)
  xor a4, a4, a15         // s0(w7)
  add a14, a14, a4        // w22
  addmi a14, a14, 256     // w22
  ssai 25
  src a6, a7, a7          // S1(e22)
  xor a11, a11, a6        // S1(e22)
  xor a15, a12, a3        // fg
  and a15, a15, a7        // ch
  xor a15, a15, a3        // ch
  l32r a4, .Lk5cb0a9dc_many
  add a11, a11, a15       // t22
  add a11, a11, a2        // t22
  add a11, a11, a4        // t22
  add a11, a11, a14       // t22
  add a9, a11, a9         // e23
  src a6, a9, a9          // S1(e23)
  ssai 11
  src a13, a13, a13       // S0(a21)
  xor a13, a13, a8        // S0(a21)
  src a15, a9, a9         // S1(e23)
  xor a6, a6, a15         // S1(e23)
  ssai 6
  src a2, a9, a9          // S1(e23)
  xor a6, a6, a2          // S1(e23)
  xor a4, a7, a12         // fg
  and a4, a4, a9          // ch
  xor a4, a4, a12         // ch
  l32r a15, .Lk76f988da_many
  add a6, a6, a4          // t23
  add a6, a6, a3          // t23
  add a6, a6, a15         // t23
  add a6, a6, a5          // t23
  add a2, a6, a0          // e24
  src a4, a2, a2          // S1(e24)
  ssai 2
  l32i a15, a1, 24        // t21
  src a13, a13, a13       // S0(a21)
  xor a3, a8, a0          // ab
  add a13, a13, a15       // a22
  and a10, a10, a3        // maj
  xor a10, a10, a0        // maj
  add a13, a13, a10       // a22
  src a15, a13, a13       // S0(a22)
  src a0, a14, a14        // s1(w22)
  xor a0, a0, a14         // s1(w22)
  src a10, a5, a5         // s1(w23)
  xor a10, a10, a5        // s1(w23)

  // rounds 24, 25
  ssai 17
  src a0, a0, a0          // s1(w22)
  s32i a14, a1, 24        // w22
  srli a14, a14, 10       // s1(w22)
  xor a0, a0, a14         // s1(w22)
  l32i a14, a1, 20        // w17
  add a0, a0, a14         // w24
  l32r a14, .Lk80000000_many
  add a0, a0, a14         // w24
  src a10, a10, a10       // s1(w23)
  srli a14, a5, 10        // s1(w23)
  xor a10, a10, a14       // s1(w23)
  l32i a14, a1, 4         // w18
  add a10, a10, a14       // w25
  ssai 11
  src a14, a2, a2         // S1(e24)
  xor a4, a4, a14         // S1(e24)
  src a14, a15, a15       // S0(a22)
  xor a15, a14, a15       // S0(a22)
  ssai 9
  src a14, a14, a14       // S0(a22)
  xor a15, a15, a14       // S0(a22)
  xor a14, a13, a8        // ab
  add a15, a15, a11       // a23
  and a3, a3, a14         // maj
  xor a3, a3, a8          // maj
  add a15, a15, a3        // a23
  src a11, a15, a15       // S0(a23)
  xor a11, a11, a15       // S0(a23)
  ssai 25
  src a3, a2, a2          // S1(e24)
  xor a4, a4, a3          // S1(e24)
  xor a3, a9, a7          // fg
  and a3, a3, a2          // ch
  xor a3, a3, a7          // ch
  add a4, a4, a3          // t24
  l32r a3, .Lk983e5152_many
  add a4, a4, a12         // t24
  add a4, a4, a3          // t24
  add a4, a4, a0          // t24
  add a8, a4, a8          // e25
  src a12, a8, a8         // S1(e25)
  ssai 11
  src a11, a11, a11       // S0(a23)
  xor a11, a11, a15       // S0(a23)
  src a3, a8, a8          // S1(e25)
  xor a12, a12, a3        // S1(e25)
  ssai 6
  src a3, a8, a8          // S1(e25)
  xor a12, a12, a3        // S1(e25)
  xor a3, a2, a9          // fg
  and a3, a3, a8          // ch
  xor a3, a3, a9          // ch
  add a12, a12, a3        // t25
  l32r a3, .Lka831c66d_many
  add a12, a12, a7        // t25
  add a12, a12, a3        // t25
  add a12, a12, a10       // t25
  add a7, a12, a13        // e26
  src a3, a7, a7          // S1(e26)
  ssai 2
  src a11, a11, a11       // S0(a23)
  s32i a5, a1, 8          // w23
  xor a5, a15, a13        // ab
  add a11, a11, a6        // a24
  and a14, a14, a5        // maj
  xor a14, a14, a13       // maj
  add a11, a11, a14       // a24
  src a6, a11, a11        // S0(a24)
  src a13, a0, a0         // s1(w24)
  xor a13, a13, a0        // s1(w24)
  src a14, a10, a10       // s1(w25)
  xor a14, a14, a10       // s1(w25)

  // rounds 26, 27
  ssai 17
  src a13, a13, a13       // s1(w24)
  s32i a0, a1, 32         // w24
  srli a0, a0, 10         // s1(w24)
  xor a13, a13, a0        // s1(w24)
  l32i a0, a1, 0          // w19
  add a13, a13, a0        // w26
  src a14, a14, a14       // s1(w25)
  srli a0, a10, 10        // s1(w25)
  xor a14, a14, a0        // s1(w25)
  l32i a0, a1, 16         // w20
  add a14, a14, a0        // w27
  ssai 11
  src a0, a7, a7          // S1(e26)
  xor a3, a3, a0          // S1(e26)
  src a0, a6, a6          // S0(a24)
  xor a6, a0, a6          // S0(a24)
  ssai 9
  src a0, a0, a0          // S0(a24)
  xor a6, a6, a0          // S0(a24)
  xor a0, a11, a15        // ab
  add a6, a6, a4          // a25
  and a5, a5, a0          // maj
  xor a5, a5, a15         // maj
  add a6, a6, a5          // a25
  src a4, a6, a6          // S0(a25)
  xor a4, a4, a6          // S0(a25)
  ssai 25
  src a5, a7, a7          // S1(e26)
  xor a3, a3, a5          // S1(e26)
  xor a5, a8, a2          // fg
  and a5, a5, a7          // ch
  xor a5, a5, a2          // ch
  add a3, a3, a5          // t26
  l32r a5, .Lkb00327c8_many
  add a3, a3, a9          // t26
  add a3, a3, a5          // t26
  add a3, a3, a13         // t26
  add a15, a3, a15        // e27
  src a9, a15, a15        // S1(e27)
  ssai 11
  src a4, a4, a4          // S0(a25)
  xor a4, a4, a6          // S0(a25)
  src a5, a15, a15        // S1(e27)
  xor a9, a9, a5          // S1(e27)
  ssai 6
  src a5, a15, a15        // S1(e27)
  xor a9, a9, a5          // S1(e27)
  xor a5, a7, a8          // fg
  and a5, a5, a15         // ch
  xor a5, a5, a8          // ch
  add a9, a9, a5          // t27
  l32r a5, .Lkbf597fc7_many
  add a9, a9, a2          // t27
  add a9, a9, a5          // t27
  add a9, a9, a14         // t27
  add a2, a9, a11         // e28
  src a5, a2, a2          // S1(e28)
  ssai 2
  src a4, a4, a4          // S0(a25)
  s32i a10, a1, 36        // w25
  xor a10, a6, a11        // ab
  add a4, a4, a12         // a26
  and a0, a0, a10         // maj
  xor a0, a0, a11         // maj
  add a4, a4, a0          // a26
  src a12, a4, a4         // S0(a26)
  src a11, a13, a13       // s1(w26)
  xor a11, a11, a13       // s1(w26)
  src a0, a14, a14        // s1(w27)
  xor a0, a0, a14         // s1(w27)

  // rounds 28, 29
  ssai 17
  src a11, a11, a11       // s1(w26)
  s32i a13, a1, 40        // w26
  srli a13, a13, 10       // s1(w26)
  xor a11, a11, a13       // s1(w26)
  l32i a13, a1, 12        // w21
  add a11, a11, a13       // w28
  src a0, a0, a0          // s1(w27)
  srli a13, a14, 10       // s1(w27)
  xor a0, a0, a13         // s1(w27)
  l32i a13, a1, 24        // w22
  add a0, a0, a13         // w29
  ssai 11
  src a13, a2, a2         // S1(e28)
  xor a5, a5, a13         // S1(e28)
  src a13, a12, a12       // S0(a26)
  xor a12, a13, a12       // S0(a26)
  ssai 9
  src a13, a13, a13       // S0(a26)
  xor a12, a12, a13       // S0(a26)
  xor a13, a4, a6         // ab
  add a12, a12, a3        // a27
  and a10, a10, a13       // maj
  xor a10, a10, a6        // maj
  add a12, a12, a10       // a27
  src a3, a12, a12        // S0(a27)
  xor a3, a3, a12         // S0(a27)
  ssai 25
  src a10, a2, a2         // S1(e28)
  xor a5, a5, a10         // S1(e28)
  xor a10, a15, a7        // fg
  and a10, a10, a2        // ch
  xor a10, a10, a7        // ch
  add a5, a5, a10         // t28
  l32r a10, .Lkc6e00bf3_many
  add a5, a5, a8          // t28
  add a5, a5, a10         // t28
  add a5, a5, a11         // t28
  add a6, a5, a6          // e29
  src a8, a6, a6          // S1(e29)
  ssai 11
  src a3, a3, a3          // S0(a27)
  xor a3, a3, a12         // S0(a27)
  src a10, a6, a6         // S1(e29)
  xor a8, a8, a10         // S1(e29)
  ssai 6
  src a10, a6, a6         // S1(e29)
  xor a8, a8, a10         // S1(e29)
  xor a10, a2, a15        // fg
  and a10, a10, a6        // ch
  xor a10, a10, a15       // ch
  add a8, a8, a10         // t29
  l32r a10, .Lkd5a79147_many
  add a8, a8, a7          // t29
  add a8, a8, a10         // t29
  add a8, a8, a0          // t29
  add a7, a8, a4          // e30
  src a10, a7, a7         // S1(e30)
  ssai 2
  src a3, a3, a3          // S0(a27)
  s32i a14, a1, 44        // w27
  xor a14, a12, a4        // ab
  add a3, a3, a9          // a28
  and a13, a13, a14       // maj
  xor a13, a13, a4        // maj
  add a3, a3, a13         // a28
  src a9, a3, a3          // S0(a28)
  src a4, a11, a11        // s1(w28)
  xor a4, a4, a11         // s1(w28)
  src a13, a0, a0         // s1(w29)
  xor a13, a13, a0        // s1(w29)

  // rounds 30, 31
  ssai 17
  src a4, a4, a4          // s1(w28)
  s32i a11, a1, 48        // w28
  srli a11, a11, 10       // s1(w28)
  xor a4, a4, a11         // s1(w28)
  l32i a11, a1, 8         // w23
  add a4, a4, a11         // w30
  l32r a11, .Lk00400022_many
  add a4, a4, a11         // w30
  src a13, a13, a13       // s1(w29)
  srli a11, a0, 10        // s1(w29)
  xor a13, a13, a11       // s1(w29)
  l32i a11, a1, 32        // w24
  add a13, a13, a11       // w31
  ssai 11
  src a11, a7, a7         // S1(e30)
  xor a10, a10, a11       // S1(e30)
  src a11, a9, a9         // S0(a28)
  xor a9, a11, a9         // S0(a28)
  ssai 9
  src a11, a11, a11       // S0(a28)
  xor a9, a9, a11         // S0(a28)
  xor a11, a3, a12        // ab
  add a9, a9, a5          // a29
  and a14, a14, a11       // maj
  xor a14, a14, a12       // maj
  add a9, a9, a14         // a29
  l32i a14, a1, 28        // w16
  src a5, a9, a9          // S0(a29)
  xor a5, a5, a9          // S0(a29)
  ssai 7
  s32i a0, a1, 52         // w29
  src a0, a14, a14        // s0(w16)
  ssai 25
  s32i a11, a1, 56        // ab
  src a11, a7, a7         // S1(e30)
  xor a10, a10, a11       // S1(e30)
  xor a11, a6, a2         // fg
  and a11, a11, a7        // ch
  xor a11, a11, a2        // ch
  add a10, a10, a11       // t30
  l32r a11, .Lk06ca6351_many
  add a10, a10, a15       // t30
  add a10, a10, a11       // t30
  add a10, a10, a4        // t30
  add a12, a10, a12       // e31
  src a15, a12, a12       // S1(e31)
  ssai 11
  src a5, a5, a5          // S0(a29)
  xor a5, a5, a9          // S0(a29)
  src a11, a12, a12       // S1(e31)
  xor a15, a15, a11       // S1(e31)
  src a11, a0, a0         // s0(w16)
  xor a11, a11, a0        // s0(w16)
  srli a0, a14, 3         // s0(w16)
  xor a11, a11, a0        // s0(w16)
  add a13, a13, a11       // w31
  addmi a13, a13, 256     // w31
  ssai 6
  src a0, a12, a12        // S1(e31)
  xor a15, a15, a0        // S1(e31)
  xor a11, a7, a6         // fg
  and a11, a11, a12       // ch
  xor a11, a11, a6        // ch
  l32r a0, .Lk14292967_many
  add a15, a15, a11       // t31
  add a15, a15, a2        // t31
  add a15, a15, a0        // t31
  add a15, a15, a13       // t31
  add a11, a15, a3        // e32
  src a2, a11, a11        // S1(e32)
  ssai 2
  src a5, a5, a5          // S0(a29)
  xor a0, a9, a3          // ab
  add a5, a5, a8          // a30
  l32i a8, a1, 56         // ab
  and a8, a8, a0          // maj
  xor a8, a8, a3          // maj
  add a5, a5, a8          // a30
  src a3, a5, a5          // S0(a30)
  src a8, a4, a4          // s1(w30)
  xor a8, a8, a4          // s1(w30)
  s32i a15, a1, 56        // t31
  src a15, a13, a13       // s1(w31)
  xor a15, a15, a13       // s1(w31)

  // rounds 32, 33
  ssai 17
  src a8, a8, a8          // s1(w30)
  s32i a4, a1, 60         // w30
  srli a4, a4, 10         // s1(w30)
  xor a8, a8, a4          // s1(w30)
  l32i a4, a1, 36         // w25
  add a8, a8, a14         // w32
  add a8, a8, a4          // w32
  src a15, a15, a15       // s1(w31)
  srli a14, a13, 10       // s1(w31)
  xor a15, a15, a14       // s1(w31)
  l32i a14, a1, 20        // w17
  l32i a4, a1, 40         // w26
  add a15, a15, a14       // w33
  add a15, a15, a4        // w33
  ssai 11
  src a4, a11, a11        // S1(e32)
  xor a2, a2, a4          // S1(e32)
  src a4, a3, a3          // S0(a30)
  xor a3, a4, a3          // S0(a30)
  s32i a13, a1, 28        // w31
  src a13, a14, a14       // s0(w17)
  xor a13, a13, a14       // s0(w17)
  ssai 9
  src a4, a4, a4          // S0(a30)
  xor a3, a3, a4          // S0(a30)
  xor a4, a5, a9          // ab
  add a3, a3, a10         // a31
  and a0, a0, a4          // maj
  xor a0, a0, a9          // maj
  add a3, a3, a0          // a31
  src a10, a3, a3         // S0(a31)
  xor a10, a10, a3        // S0(a31)
  ssai 7
  src a13, a13, a13       // s0(w17)
  srli a14, a14, 3        // s0(w17)
  l32i a0, a1, 4          // w18
  xor a13, a13, a14       // s0(w17)
  add a8, a8, a13         // w32
  src a14, a0, a0         // s0(w18)
  ssai 25
  src a13, a11, a11       // S1(e32)
  xor a2, a2, a13         // S1(e32)
  xor a13, a12, a7        // fg
  and a13, a13, a11       // ch
  xor a13, a13, a7        // ch
  add a2, a2, a13         // t32
  l32r a13, .Lk27b70a85_many
  add a2, a2, a6          // t32
  add a2, a2, a13         // t32
  add a2, a2, a8          // t32
  add a9, a2, a9          // e33
  src a6, a9, a9          // S1(e33)
  ssai 11
  src a10, a10, a10       // S0(a31)
  xor a10, a10, a3        // S0(a31)
  src a13, a9, a9         // S1(e33)
  xor a6, a6, a13         // S1(e33)
  src a13, a14, a14       // s0(w18)
  xor a13, a13, a14       // s0(w18)
  srli a14, a0, 3         // s0(w18)
  xor a13, a13, a14       // s0(w18)
  add a15, a15, a13       // w33
  ssai 6
  src a14, a9, a9         // S1(e33)
  xor a6, a6, a14         // S1(e33)
  xor a13, a11, a12       // fg
  and a13, a13, a9        // ch
  xor a13, a13, a12       // ch
  l32r a14, .Lk2e1b2138_many
  add a6, a6, a13         // t33
  add a6, a6, a7          // t33
  add a6, a6, a14         // t33
  add a6, a6, a15         // t33
  add a13, a6, a5         // e34
  src a7, a13, a13        // S1(e34)
  ssai 2
  src a10, a10, a10       // S0(a31)
  xor a14, a3, a5         // ab
  s32i a6, a1, 20         // t33
  l32i a6, a1, 56         // t31
  add a10, a10, a6        // a32
  and a4, a4, a14         // maj
  xor a4, a4, a5          // maj
  add a10, a10, a4        // a32
  src a6, a10, a10        // S0(a32)
  src a5, a8, a8          // s1(w32)
  xor a5, a5, a8          // s1(w32)
  src a4, a15, a15        // s1(w33)
  xor a4, a4, a15         // s1(w33)

  // rounds 34, 35
  ssai 17
  src a5, a5, a5          // s1(w32)
  s32i a8, a1, 56         // w32
  srli a8, a8, 10         // s1(w32)
  xor a5, a5, a8          // s1(w32)
  l32i a8, a1, 44         // w27
  add a5, a5, a0          // w34
  add a5, a5, a8          // w34
  src a4, a4, a4          // s1(w33)
  srli a0, a15, 10        // s1(w33)
  xor a4, a4, a0          // s1(w33)
  l32i a0, a1, 0          // w19
  l32i a8, a1, 48         // w28
  add a4, a4, a0          // w35
  add a4, a4, a8          // w35
  ssai 11
  src a8, a13, a13        // S1(e34)
  xor a7, a7, a8          // S1(e34)
  src a8, a6, a6          // S0(a32)
  xor a6, a8, a6          // S0(a32)
  s32i a15, a1, 4         // w33
  src a15, a0, a0         // s0(w19)
  xor a15, a15, a0        // s0(w19)
  ssai 9
  src a8, a8, a8          // S0(a32)
  xor a6, a6, a8          // S0(a32)
  xor a8, a10, a3         // ab
  add a6, a6, a2          // a33
  and a14, a14, a8        // maj
  xor a14, a14, a3        // maj
  add a6, a6, a14         // a33
  src a2, a6, a6          // S0(a33)
  xor a2, a2, a6          // S0(a33)
  ssai 7
  src a15, a15, a15       // s0(w19)
  srli a0, a0, 3          // s0(w19)
  l32i a14, a1, 16        // w20
  xor a15, a15, a0        // s0(w19)
  add a5, a5, a15         // w34
  src a0, a14, a14        // s0(w20)
  ssai 25
  src a15, a13, a13       // S1(e34)
  xor a7, a7, a15         // S1(e34)
  xor a15, a9, a11        // fg
  and a15, a15, a13       // ch
  xor a15, a15, a11       // ch
  add a7, a7, a15         // t34
  l32r a15, .Lk4d2c6dfc_many
  add a7, a7, a12         // t34
  add a7, a7, a15         // t34
  add a7, a7, a5          // t34
  add a3, a7, a3          // e35
  src a12, a3, a3         // S1(e35)
  ssai 11
  src a2, a2, a2          // S0(a33)
  xor a2, a2, a6          // S0(a33)
  src a15, a3, a3         // S1(e35)
  xor a12, a12, a15       // S1(e35)
  src a15, a0, a0         // s0(w20)
  xor a15, a15, a0        // s0(w20)
  srli a0, a14, 3         // s0(w20)
  xor a15, a15, a0        // s0(w20)
  add a4, a4, a15         // w35
  ssai 6
  src a0, a3, a3          // S1(e35)
  xor a12, a12, a0        // S1(e35)
  xor a15, a13, a9        // fg
  and a15, a15, a3        // ch
  xor a15, a15, a9        // ch
  l32r a0, .Lk53380d13_many
  add a12, a12, a15       // t35
  add a12, a12, a11       // t35
  add a12, a12, a0        // t35
  add a12, a12, a4        // t35
  add a15, a12, a10       // e36
  src a11, a15, a15       // S1(e36)
  ssai 2
  src a2, a2, a2          // S0(a33)
  xor a0, a6, a10         // ab
  s32i a12, a1, 0         // t35
  l32i a12, a1, 20        // t33
  add a2, a2, a12         // a34
  and a8, a8, a0          // maj
  xor a8, a8, a10         // maj
  add a2, a2, a8          // a34
  src a12, a2, a2         // S0(a34)
  src a10, a5, a5         // s1(w34)
  xor a10, a10, a5        // s1(w34)
  src a8, a4, a4          // s1(w35)
  xor a8, a8, a4          // s1(w35)

  // rounds 36, 37
  ssai 17
  src a10, a10, a10       // s1(w34)
  s32i a5, a1, 20         // w34
  srli a5, a5, 10         // s1(w34)
  xor a10, a10, a5        // s1(w34)
  l32i a5, a1, 52         // w29
  add a10, a10, a14       // w36
  add a10, a10, a5        // w36
  src a8, a8, a8          // s1(w35)
  srli a14, a4, 10        // s1(w35)
  xor a8, a8, a14         // s1(w35)
  l32i a14, a1, 12        // w21
  l32i a5, a1, 60         // w30
  add a8, a8, a14         // w37
  add a8, a8, a5          // w37
  ssai 11
  src a5, a15, a15        // S1(e36)
  xor a11, a11, a5        // S1(e36)
  src a5, a12, a12        // S0(a34)
  xor a12, a5, a12        // S0(a34)
  s32i a4, a1, 16         // w35
  src a4, a14, a14        // s0(w21)
  xor a4, a4, a14         // s0(w21)
  ssai 9
  src a5, a5, a5          // S0(a34)
  xor a12, a12, a5        // S0(a34)
  xor a5, a2, a6          // ab
  add a12, a12, a7        // a35
  and a0, a0, a5          // maj
  xor a0, a0, a6          // maj
  add a12, a12, a0        // a35
  src a7, a12, a12        // S0(a35)
  xor a7, a7, a12         // S0(a35)
  ssai 7
  src a4, a4, a4          // s0(w21)
  srli a14, a14, 3        // s0(w21)
  l32i a0, a1, 24         // w22
  xor a4, a4, a14         // s0(w21)
  add a10, a10, a4        // w36
  src a14, a0, a0         // s0(w22)
  ssai 25
  src a4, a15, a15        // S1(e36)
  xor a11, a11, a4        // S1(e36)
  xor a4, a3, a13         // fg
  and a4, a4, a15         // ch
  xor a4, a4, a13         // ch
  add a11, a11, a4        // t36
  l32r a4, .Lk650a7354_many
  add a11, a11, a9        // t36
  add a11, a11, a4        // t36
  add a11, a11, a10       // t36
  add a6, a11, a6         // e37
  src a9, a6, a6          // S1(e37)
  ssai 11
  src a7, a7, a7          // S0(a35)
  xor a7, a7, a12         // S0(a35)
  src a4, a6, a6          // S1(e37)
  xor a9, a9, a4          // S1(e37)
  src a4, a14, a14        // s0(w22)
  xor a4, a4, a14         // s0(w22)
  srli a14, a0, 3         // s0(w22)
  xor a4, a4, a14         // s0(w22)
  add a8, a8, a4          // w37
  ssai 6
  src a14, a6, a6         // S1(e37)
  xor a9, a9, a14         // S1(e37)
  xor a4, a15, a3         // fg
  and a4, a4, a6          // ch
  xor a4, a4, a3          // ch
  l32r a14, .Lk766a0abb_many
  add a9, a9, a4          // t37
  add a9, a9, a13         // t37
  add a9, a9, a14         // t37
  add a9, a9, a8          // t37
  add a4, a9, a2          // e38
  src a13, a4, a4         // S1(e38)
  ssai 2
  src a7, a7, a7          // S0(a35)
  xor a14, a12, a2        // ab
  s32i a9, a1, 12         // t37
  l32i a9, a1, 0          // t35
  add a7, a7, a9          // a36
  and a5, a5, a14         // maj
  xor a5, a5, a2          // maj
  add a7, a7, a5          // a36
  src a9, a7, a7          // S0(a36)
  src a2, a10, a10        // s1(w36)
  xor a2, a2, a10         // s1(w36)
  src a5, a8, a8          // s1(w37)
  xor a5, a5, a8          // s1(w37)

  // rounds 38, 39
  ssai 17
  src a2, a2, a2          // s1(w36)
  s32i a10, a1, 0         // w36
  srli a10, a10, 10       // s1(w36)
  xor a2, a2, a10         // s1(w36)
  l32i a10, a1, 28        // w31
  add a2, a2, a0          // w38
  add a2, a2, a10         // w38
  src a5, a5, a5          // s1(w37)
  srli a0, a8, 10         // s1(w37)
  xor a5, a5, a0          // s1(w37)
  l32i a0, a1, 8          // w23
  l32i a10, a1, 56        // w32
  add a5, a5, a0          // w39
  add a5, a5, a10         // w39
  ssai 11
  src a10, a4, a4         // S1(e38)
  xor a13, a13, a10       // S1(e38)
  src a10, a9, a9         // S0(a36)
  xor a9, a10, a9         // S0(a36)
  s32i a8, a1, 24         // w37
  src a8, a0, a0          // s0(w23)
  xor a8, a8, a0          // s0(w23)
  ssai 9
  src a10, a10, a10       // S0(a36)
  xor a9, a9, a10         // S0(a36)
  xor a10, a7, a12        // ab
  add a9, a9, a11         // a37
  and a14, a14, a10       // maj
  xor a14, a14, a12       // maj
  add a9, a9, a14         // a37
  src a11, a9, a9         // S0(a37)
  xor a11, a11, a9        // S0(a37)
  ssai 7
  src a8, a8, a8          // s0(w23)
  srli a0, a0, 3          // s0(w23)
  l32i a14, a1, 32        // w24
  xor a8, a8, a0          // s0(w23)
  add a2, a2, a8          // w38
  src a0, a14, a14        // s0(w24)
  ssai 25
  src a8, a4, a4          // S1(e38)
  xor a13, a13, a8        // S1(e38)
  xor a8, a6, a15         // fg
  and a8, a8, a4          // ch
  xor a8, a8, a15         // ch
  add a13, a13, a8        // t38
  l32r a8, .Lk81c2c92e_many
  add a13, a13, a3        // t38
  add a13, a13, a8        // t38
  add a13, a13, a2        // t38
  add a12, a13, a12       // e39
  src a3, a12, a12        // S1(e39)
  ssai 11
  src a11, a11, a11       // S0(a37)
  xor a11, a11, a9        // S0(a37)
  src a8, a12, a12        // S1(e39)
  xor a3, a3, a8          // S1(e39)
  src a8, a0, a0          // s0(w24)
  xor a8, a8, a0          // s0(w24)
  srli a0, a14, 3         // s0(w24)
  xor a8, a8, a0          // s0(w24)
  add a5, a5, a8          // w39
  ssai 6
  src a0, a12, a12        // S1(e39)
  xor a3, a3, a0          // S1(e39)
  xor a8, a4, a6          // fg
  and a8, a8, a12         // ch
  xor a8, a8, a6          // ch
  l32r a0, .Lk92722c85_many
  add a3, a3, a8          // t39
  add a3, a3, a15         // t39
  add a3, a3, a0          // t39
  add a3, a3, a5          // t39
  add a8, a3, a7          // e40
  src a15, a8, a8         // S1(e40)
  ssai 2
  src a11, a11, a11       // S0(a37)
  xor a0, a9, a7          // ab
  s32i a3, a1, 8          // t39
  l32i a3, a1, 12         // t37
  add a11, a11, a3        // a38
  and a10, a10, a0        // maj
  xor a10, a10, a7        // maj
  add a11, a11, a10       // a38
  src a3, a11, a11        // S0(a38)
  src a7, a2, a2          // s1(w38)
  xor a7, a7, a2          // s1(w38)
  src a10, a5, a5         // s1(w39)
  xor a10, a10, a5        // s1(w39)

  // rounds 40, 41
  ssai 17
  src a7, a7, a7          // s1(w38)
  s32i a2, a1, 12         // w38
  srli a2, a2, 10         // s1(w38)
  xor a7, a7, a2          // s1(w38)
  l32i a2, a1, 4          // w33
  add a7, a7, a14         // w40
  add a7, a7, a2          // w40
  src a10, a10, a10       // s1(w39)
  srli a14, a5, 10        // s1(w39)
  xor a10, a10, a14       // s1(w39)
  l32i a14, a1, 36        // w25
  l32i a2, a1, 20         // w34
  add a10, a10, a14       // w41
  add a10, a10, a2        // w41
  ssai 11
  src a2, a8, a8          // S1(e40)
  xor a15, a15, a2        // S1(e40)
  src a2, a3, a3          // S0(a38)
  xor a3, a2, a3          // S0(a38)
  s32i a5, a1, 32         // w39
  src a5, a14, a14        // s0(w25)
  xor a5, a5, a14         // s0(w25)
  ssai 9
  src a2, a2, a2          // S0(a38)
  xor a3, a3, a2          // S0(a38)
  xor a2, a11, a9         // ab
  add a3, a3, a13         // a39
  and a0, a0, a2          // maj
  xor a0, a0, a9          // maj
  add a3, a3, a0          // a39
  src a13, a3, a3         // S0(a39)
  xor a13, a13, a3        // S0(a39)
  ssai 7
  src a5, a5, a5          // s0(w25)
  srli a14, a14, 3        // s0(w25)
  l32i a0, a1, 40         // w26
  xor a5, a5, a14         // s0(w25)
  add a7, a7, a5          // w40
  src a14, a0, a0         // s0(w26)
  ssai 25
  src a5, a8, a8          // S1(e40)
  xor a15, a15, a5        // S1(e40)
  xor a5, a12, a4         // fg
  and a5, a5, a8          // ch
  xor a5, a5, a4          // ch
  add a15, a15, a5        // t40
  l32r a5, .Lka2bfe8a1_many
  add a15, a15, a6        // t40
  add a15, a15, a5        // t40
  add a15, a15, a7        // t40
  add a9, a15, a9         // e41
  src a6, a9, a9          // S1(e41)
  ssai 11
  src a13, a13, a13       // S0(a39)
  xor a13, a13, a3        // S0(a39)
  src a5, a9, a9          // S1(e41)
  xor a6, a6, a5          // S1(e41)
  src a5, a14, a14        // s0(w26)
  xor a5, a5, a14         // s0(w26)
  srli a14, a0, 3         // s0(w26)
  xor a5, a5, a14         // s0(w26)
  add a10, a10, a5        // w41
  ssai 6
  src a14, a9, a9         // S1(e41)
  xor a6, a6, a14         // S1(e41)
  xor a5, a8, a12         // fg
  and a5, a5, a9          // ch
  xor a5, a5, a12         // ch
  l32r a14, .Lka81a664b_many
  add a6, a6, a5          // t41
  add a6, a6, a4          // t41
  add a6, a6, a14         // t41
  add a6, a6, a10         // t41
  add a5, a6, a11         // e42
  src a4, a5, a5          // S1(e42)
  ssai 2
  src a13, a13, a13       // S0(a39)
  xor a14, a3, a11        // ab
  s32i a6, a1, 36         // t41
  l32i a6, a1, 8          // t39
  add a13, a13, a6        // a40
  and a2, a2, a14         // maj
  xor a2, a2, a11         // maj
  add a13, a13, a2        // a40
  src a6, a13, a13        // S0(a40)
  src a11, a7, a7         // s1(w40)
  xor a11, a11, a7        // s1(w40)
  src a2, a10, a10        // s1(w41)
  xor a2, a2, a10         // s1(w41)

  // rounds 42, 43
  ssai 17
  src a11, a11, a11       // s1(w40)
  s32i a7, a1, 8          // w40
  srli a7, a7, 10         // s1(w40)
  xor a11, a11, a7        // s1(w40)
  l32i a7, a1, 16         // w35
  add a11, a11, a0        // w42
  add a11, a11, a7        // w42
  src a2, a2, a2          // s1(w41)
  srli a0, a10, 10        // s1(w41)
  xor a2, a2, a0          // s1(w41)
  l32i a0, a1, 44         // w27
  l32i a7, a1, 0          // w36
  add a2, a2, a0          // w43
  add a2, a2, a7          // w43
  ssai 11
  src a7, a5, a5          // S1(e42)
  xor a4, a4, a7          // S1(e42)
  src a7, a6, a6          // S0(a40)
  xor a6, a7, a6          // S0(a40)
  s32i a10, a1, 40        // w41
  src a10, a0, a0         // s0(w27)
  xor a10, a10, a0        // s0(w27)
  ssai 9
  src a7, a7, a7          // S0(a40)
  xor a6, a6, a7          // S0(a40)
  xor a7, a13, a3         // ab
  add a6, a6, a15         // a41
  and a14, a14, a7        // maj
  xor a14, a14, a3        // maj
  add a6, a6, a14         // a41
  src a15, a6, a6         // S0(a41)
  xor a15, a15, a6        // S0(a41)
  ssai 7
  src a10, a10, a10       // s0(w27)
  srli a0, a0, 3          // s0(w27)
  l32i a14, a1, 48        // w28
  xor a10, a10, a0        // s0(w27)
  add a11, a11, a10       // w42
  src a0, a14, a14        // s0(w28)
  ssai 25
  src a10, a5, a5         // S1(e42)
  xor a4, a4, a10         // S1(e42)
  xor a10, a9, a8         // fg
  and a10, a10, a5        // ch
  xor a10, a10, a8        // ch
  add a4, a4, a10         // t42
  l32r a10, .Lkc24b8b70_many
  add a4, a4, a12         // t42
  add a4, a4, a10         // t42
  add a4, a4, a11         // t42
  add a3, a4, a3          // e43
  src a12, a3, a3         // S1(e43)
  ssai 11
  src a15, a15, a15       // S0(a41)
  xor a15, a15, a6        // S0(a41)
  src a10, a3, a3         // S1(e43)
  xor a12, a12, a10       // S1(e43)
  src a10, a0, a0         // s0(w28)
  xor a10, a10, a0        // s0(w28)
  srli a0, a14, 3         // s0(w28)
  xor a10, a10, a0        // s0(w28)
  add a2, a2, a10         // w43
  ssai 6
  src a0, a3, a3          // S1(e43)
  xor a12, a12, a0        // S1(e43)
  xor a10, a5, a9         // fg
  and a10, a10, a3        // ch
  xor a10, a10, a9        // ch
  l32r a0, .Lkc76c51a3_many
  add a12, a12, a10       // t43
  add a12, a12, a8        // t43
  add a12, a12, a0        // t43
  add a12, a12, a2        // t43
  add a10, a12, a13       // e44
  src a8, a10, a10        // S1(e44)
  ssai 2
  src a15, a15, a15       // S0(a41)
  xor a0, a6, a13         // ab
  s32i a12, a1, 44        // t43
  l32i a12, a1, 36        // t41
  add a15, a15, a12       // a42
  and a7, a7, a0          // maj
  xor a7, a7, a13         // maj
  add a15, a15, a7        // a42
  src a12, a15, a15       // S0(a42)
  src a13, a11, a11       // s1(w42)
  xor a13, a13, a11       // s1(w42)
  src a7, a2, a2          // s1(w43)
  xor a7, a7, a2          // s1(w43)

  // rounds 44, 45
  ssai 17
  src a13, a13, a13       // s1(w42)
  s32i a11, a1, 36        // w42
  srli a11, a11, 10       // s1(w42)
  xor a13, a13, a11       // s1(w42)
  l32i a11, a1, 24        // w37
  add a13, a13, a14       // w44
  add a13, a13, a11       // w44
  src a7, a7, a7          // s1(w43)
  srli a14, a2, 10        // s1(w43)
  xor a7, a7, a14         // s1(w43)
  l32i a14, a1, 52        // w29
  l32i a11, a1, 12        // w38
  add a7, a7, a14         // w45
  add a7, a7, a11         // w45
  ssai 11
  src a11, a10, a10       // S1(e44)
  xor a8, a8, a11         // S1(e44)
  src a11, a12, a12       // S0(a42)
  xor a12, a11, a12       // S0(a42)
  s32i a2, a1, 48         // w43
  src a2, a14, a14        // s0(w29)
  xor a2, a2, a14         // s0(w29)
  ssai 9
  src a11, a11, a11       // S0(a42)
  xor a12, a12, a11       // S0(a42)
  xor a11, a15, a6        // ab
  add a12, a12, a4        // a43
  and a0, a0, a11         // maj
  xor a0, a0, a6          // maj
  add a12, a12, a0        // a43
  src a4, a12, a12        // S0(a43)
  xor a4, a4, a12         // S0(a43)
  ssai 7
  src a2, a2, a2          // s0(w29)
  srli a14, a14, 3        // s0(w29)
  l32i a0, a1, 60         // w30
  xor a2, a2, a14         // s0(w29)
  add a13, a13, a2        // w44
  src a14, a0, a0         // s0(w30)
  ssai 25
  src a2, a10, a10        // S1(e44)
  xor a8, a8, a2          // S1(e44)
  xor a2, a3, a5          // fg
  and a2, a2, a10         // ch
  xor a2, a2, a5          // ch
  add a8, a8, a2          // t44
  l32r a2, .Lkd192e819_many
  add a8, a8, a9          // t44
  add a8, a8, a2          // t44
  add a8, a8, a13         // t44
  add a6, a8, a6          // e45
  src a9, a6, a6          // S1(e45)
  ssai 11
  src a4, a4, a4          // S0(a43)
  xor a4, a4, a12         // S0(a43)
  src a2, a6, a6          // S1(e45)
  xor a9, a9, a2          // S1(e45)
  src a2, a14, a14        // s0(w30)
  xor a2, a2, a14         // s0(w30)
  srli a14, a0, 3         // s0(w30)
  xor a2, a2, a14         // s0(w30)
  add a7, a7, a2          // w45
  ssai 6
  src a14, a6, a6         // S1(e45)
  xor a9, a9, a14         // S1(e45)
  xor a2, a10, a3         // fg
  and a2, a2, a6          // ch
  xor a2, a2, a3          // ch
  l32r a14, .Lkd6990624_many
  add a9, a9, a2          // t45
  add a9, a9, a5          // t45
  add a9, a9, a14         // t45
  add a9, a9, a7          // t45
  add a2, a9, a15         // e46
  src a5, a2, a2          // S1(e46)
  ssai 2
  src a4, a4, a4          // S0(a43)
  xor a14, a12, a15       // ab
  s32i a9, a1, 52         // t45
  l32i a9, a1, 44         // t43
  add a4, a4, a9          // a44
  and a11, a11, a14       // maj
  xor a11, a11, a15       // maj
  add a4, a4, a11         // a44
  src a9, a4, a4          // S0(a44)
  src a15, a13, a13       // s1(w44)
  xor a15, a15, a13       // s1(w44)
  src a11, a7, a7         // s1(w45)
  xor a11, a11, a7        // s1(w45)

  // rounds 46, 47
  ssai 17
  src a15, a15, a15       // s1(w44)
  s32i a13, a1, 44        // w44
  srli a13, a13, 10       // s1(w44)
  xor a15, a15, a13       // s1(w44)
  l32i a13, a1, 32        // w39
  add a15, a15, a0        // w46
  add a15, a15, a13       // w46
  src a11, a11, a11       // s1(w45)
  srli a0, a7, 10         // s1(w45)
  xor a11, a11, a0        // s1(w45)
  l32i a0, a1, 28         // w31
  l32i a13, a1, 8         // w40
  add a11, a11, a0        // w47
  add a11, a11, a13       // w47
  ssai 11
  src a13, a2, a2         // S1(e46)
  xor a5, a5, a13         // S1(e46)
  src a13, a9, a9         // S0(a44)
  xor a9, a13, a9         // S0(a44)
  s32i a7, a1, 60         // w45
  src a7, a0, a0          // s0(w31)
  xor a7, a7, a0          // s0(w31)
  ssai 9
  src a13, a13, a13       // S0(a44)
  xor a9, a9, a13         // S0(a44)
  xor a13, a4, a12        // ab
  add a9, a9, a8          // a45
  and a14, a14, a13       // maj
  xor a14, a14, a12       // maj
  add a9, a9, a14         // a45
  src a8, a9, a9          // S0(a45)
  xor a8, a8, a9          // S0(a45)
  ssai 7
  src a7, a7, a7          // s0(w31)
  srli a0, a0, 3          // s0(w31)
  l32i a14, a1, 56        // w32
  xor a7, a7, a0          // s0(w31)
  add a15, a15, a7        // w46
  src a0, a14, a14        // s0(w32)
  ssai 25
  src a7, a2, a2          // S1(e46)
  xor a5, a5, a7          // S1(e46)
  xor a7, a6, a10         // fg
  and a7, a7, a2          // ch
  xor a7, a7, a10         // ch
  add a5, a5, a7          // t46
  l32r a7, .Lkf40e3585_many
  add a5, a5, a3          // t46
  add a5, a5, a7          // t46
  add a5, a5, a15         // t46
  add a12, a5, a12        // e47
  src a3, a12, a12        // S1(e47)
  ssai 11
  src a8, a8, a8          // S0(a45)
  xor a8, a8, a9          // S0(a45)
  src a7, a12, a12        // S1(e47)
  xor a3, a3, a7          // S1(e47)
  src a7, a0, a0          // s0(w32)
  xor a7, a7, a0          // s0(w32)
  srli a0, a14, 3         // s0(w32)
  xor a7, a7, a0          // s0(w32)
  add a11, a11, a7        // w47
  ssai 6
  src a0, a12, a12        // S1(e47)
  xor a3, a3, a0          // S1(e47)
  xor a7, a2, a6          // fg
  and a7, a7, a12         // ch
  xor a7, a7, a6          // ch
  l32r a0, .Lk106aa070_many
  add a3, a3, a7          // t47
  add a3, a3, a10         // t47
  add a3, a3, a0          // t47
  add a3, a3, a11         // t47
  add a7, a3, a4          // e48
  src a10, a7, a7         // S1(e48)
  ssai 2
  src a8, a8, a8          // S0(a45)
  xor a0, a9, a4          // ab
  s32i a3, a1, 28         // t47
  l32i a3, a1, 52         // t45
  add a8, a8, a3          // a46
  and a13, a13, a0        // maj
  xor a13, a13, a4        // maj
  add a8, a8, a13         // a46
  src a3, a8, a8          // S0(a46)
  src a4, a15, a15        // s1(w46)
  xor a4, a4, a15         // s1(w46)
  src a13, a11, a11       // s1(w47)
  xor a13, a13, a11       // s1(w47)

  // rounds 48, 49
  ssai 17
  src a4, a4, a4          // s1(w46)
  s32i a15, a1, 52        // w46
  srli a15, a15, 10       // s1(w46)
  xor a4, a4, a15         // s1(w46)
  l32i a15, a1, 40        // w41
  add a4, a4, a14         // w48
  add a4, a4, a15         // w48
  src a13, a13, a13       // s1(w47)
  srli a14, a11, 10       // s1(w47)
  xor a13, a13, a14       // s1(w47)
  l32i a14, a1, 4         // w33
  l32i a15, a1, 36        // w42
  add a13, a13, a14       // w49
  add a13, a13, a15       // w49
  ssai 11
  src a15, a7, a7         // S1(e48)
  xor a10, a10, a15       // S1(e48)
  src a15, a3, a3         // S0(a46)
  xor a3, a15, a3         // S0(a46)
  s32i a11, a1, 56        // w47
  src a11, a14, a14       // s0(w33)
  xor a11, a11, a14       // s0(w33)
  ssai 9
  src a15, a15, a15       // S0(a46)
  xor a3, a3, a15         // S0(a46)
  xor a15, a8, a9         // ab
  add a3, a3, a5          // a47
  and a0, a0, a15         // maj
  xor a0, a0, a9          // maj
  add a3, a3, a0          // a47
  src a5, a3, a3          // S0(a47)
  xor a5, a5, a3          // S0(a47)
  ssai 7
  src a11, a11, a11       // s0(w33)
  srli a14, a14, 3        // s0(w33)
  l32i a0, a1, 20         // w34
  xor a11, a11, a14       // s0(w33)
  add a4, a4, a11         // w48
  src a14, a0, a0         // s0(w34)
  ssai 25
  src a11, a7, a7         // S1(e48)
  xor a10, a10, a11       // S1(e48)
  xor a11, a12, a2        // fg
  and a11, a11, a7        // ch
  xor a11, a11, a2        // ch
  add a10, a10, a11       // t48
  l32r a11, .Lk19a4c116_many
  add a10, a10, a6        // t48
  add a10, a10, a11       // t48
  add a10, a10, a4        // t48
  add a9, a10, a9         // e49
  src a6, a9, a9          // S1(e49)
  ssai 11
  src a5, a5, a5          // S0(a47)
  xor a5, a5, a3          // S0(a47)
  src a11, a9, a9         // S1(e49)
  xor a6, a6, a11         // S1(e49)
  src a11, a14, a14       // s0(w34)
  xor a11, a11, a14       // s0(w34)
  srli a14, a0, 3         // s0(w34)
  xor a11, a11, a14       // s0(w34)
  add a13, a13, a11       // w49
  ssai 6
  src a14, a9, a9         // S1(e49)
  xor a6, a6, a14         // S1(e49)
  xor a11, a7, a12        // fg
  and a11, a11, a9        // ch
  xor a11, a11, a12       // ch
  l32r a14, .Lk1e376c08_many
  add a6, a6, a11         // t49
  add a6, a6, a2          // t49
  add a6, a6, a14         // t49
  add a6, a6, a13         // t49
  add a11, a6, a8         // e50
  src a2, a11, a11        // S1(e50)
  ssai 2
  src a5, a5, a5          // S0(a47)
  xor a14, a3, a8         // ab
  s32i a6, a1, 4          // t49
  l32i a6, a1, 28         // t47
  add a5, a5, a6          // a48
  and a15, a15, a14       // maj
  xor a15, a15, a8        // maj
  add a5, a5, a15         // a48
  src a6, a5, a5          // S0(a48)
  src a8, a4, a4          // s1(w48)
  xor a8, a8, a4          // s1(w48)
  src a15, a13, a13       // s1(w49)
  xor a15, a15, a13       // s1(w49)

  // rounds 50, 51
  ssai 17
  src a8, a8, a8          // s1(w48)
  s32i a4, a1, 28         // w48
  srli a4, a4, 10         // s1(w48)
  xor a8, a8, a4          // s1(w48)
  l32i a4, a1, 48         // w43
  add a8, a8, a0          // w50
  add a8, a8, a4          // w50
  src a15, a15, a15       // s1(w49)
  srli a0, a13, 10        // s1(w49)
  xor a15, a15, a0        // s1(w49)
  l32i a0, a1, 16         // w35
  l32i a4, a1, 44         // w44
  add a15, a15, a0        // w51
  add a15, a15, a4        // w51
  ssai 11
  src a4, a11, a11        // S1(e50)
  xor a2, a2, a4          // S1(e50)
  src a4, a6, a6          // S0(a48)
  xor a6, a4, a6          // S0(a48)
  s32i a13, a1, 20        // w49
  src a13, a0, a0         // s0(w35)
  xor a13, a13, a0        // s0(w35)
  ssai 9
  src a4, a4, a4          // S0(a48)
  xor a6, a6, a4          // S0(a48)
  xor a4, a5, a3          // ab
  add a6, a6, a10         // a49
  and a14, a14, a4        // maj
  xor a14, a14, a3        // maj
  add a6, a6, a14         // a49
  src a10, a6, a6         // S0(a49)
  xor a10, a10, a6        // S0(a49)
  ssai 7
  src a13, a13, a13       // s0(w35)
  srli a0, a0, 3          // s0(w35)
  l32i a14, a1, 0         // w36
  xor a13, a13, a0        // s0(w35)
  add a8, a8, a13         // w50
  src a0, a14, a14        // s0(w36)
  ssai 25
  src a13, a11, a11       // S1(e50)
  xor a2, a2, a13         // S1(e50)
  xor a13, a9, a7         // fg
  and a13, a13, a11       // ch
  xor a13, a13, a7        // ch
  add a2, a2, a13         // t50
  l32r a13, .Lk2748774c_many
  add a2, a2, a12         // t50
  add a2, a2, a13         // t50
  add a2, a2, a8          // t50
  add a3, a2, a3          // e51
  src a12, a3, a3         // S1(e51)
  ssai 11
  src a10, a10, a10       // S0(a49)
  xor a10, a10, a6        // S0(a49)
  src a13, a3, a3         // S1(e51)
  xor a12, a12, a13       // S1(e51)
  src a13, a0, a0         // s0(w36)
  xor a13, a13, a0        // s0(w36)
  srli a0, a14, 3         // s0(w36)
  xor a13, a13, a0        // s0(w36)
  add a15, a15, a13       // w51
  ssai 6
  src a0, a3, a3          // S1(e51)
  xor a12, a12, a0        // S1(e51)
  xor a13, a11, a9        // fg
  and a13, a13, a3        // ch
  xor a13, a13, a9        // ch
  l32r a0, .Lk34b0bcb5_many
  add a12, a12, a13       // t51
  add a12, a12, a7        // t51
  add a12, a12, a0        // t51
  add a12, a12, a15       // t51
  add a13, a12, a5        // e52
  src a7, a13, a13        // S1(e52)
  ssai 2
  src a10, a10, a10       // S0(a49)
  xor a0, a6, a5          // ab
  s32i a12, a1, 16        // t51
  l32i a12, a1, 4         // t49
  add a10, a10, a12       // a50
  and a4, a4, a0          // maj
  xor a4, a4, a5          // maj
  add a10, a10, a4        // a50
  src a12, a10, a10       // S0(a50)
  src a5, a8, a8          // s1(w50)
  xor a5, a5, a8          // s1(w50)
  src a4, a15, a15        // s1(w51)
  xor a4, a4, a15         // s1(w51)

  // rounds 52, 53
  ssai 17
  src a5, a5, a5          // s1(w50)
  s32i a8, a1, 4          // w50
  srli a8, a8, 10         // s1(w50)
  xor a5, a5, a8          // s1(w50)
  l32i a8, a1, 60         // w45
  add a5, a5, a14         // w52
  add a5, a5, a8          // w52
  src a4, a4, a4          // s1(w51)
  srli a14, a15, 10       // s1(w51)
  xor a4, a4, a14         // s1(w51)
  l32i a14, a1, 24        // w37
  l32i a8, a1, 52         // w46
  add a4, a4, a14         // w53
  add a4, a4, a8          // w53
  ssai 11
  src a8, a13, a13        // S1(e52)
  xor a7, a7, a8          // S1(e52)
  src a8, a12, a12        // S0(a50)
  xor a12, a8, a12        // S0(a50)
  s32i a15, a1, 52        // w51
  src a15, a14, a14       // s0(w37)
  xor a15, a15, a14       // s0(w37)
  ssai 9
  src a8, a8, a8          // S0(a50)
  xor a12, a12, a8        // S0(a50)
  xor a8, a10, a6         // ab
  add a12, a12, a2        // a51
  and a0, a0, a8          // maj
  xor a0, a0, a6          // maj
  add a12, a12, a0        // a51
  src a2, a12, a12        // S0(a51)
  xor a2, a2, a12         // S0(a51)
  ssai 7
  src a15, a15, a15       // s0(w37)
  srli a14, a14, 3        // s0(w37)
  l32i a0, a1, 12         // w38
  xor a15, a15, a14       // s0(w37)
  add a5, a5, a15         // w52
  src a14, a0, a0         // s0(w38)
  ssai 25
  src a15, a13, a13       // S1(e52)
  xor a7, a7, a15         // S1(e52)
  xor a15, a3, a11        // fg
  and a15, a15, a13       // ch
  xor a15, a15, a11       // ch
  add a7, a7, a15         // t52
  l32r a15, .Lk391c0cb3_many
  add a7, a7, a9          // t52
  add a7, a7, a15         // t52
  add a7, a7, a5          // t52
  add a6, a7, a6          // e53
  src a9, a6, a6          // S1(e53)
  ssai 11
  src a2, a2, a2          // S0(a51)
  xor a2, a2, a12         // S0(a51)
  src a15, a6, a6         // S1(e53)
  xor a9, a9, a15         // S1(e53)
  src a15, a14, a14       // s0(w38)
  xor a15, a15, a14       // s0(w38)
  srli a14, a0, 3         // s0(w38)
  xor a15, a15, a14       // s0(w38)
  add a4, a4, a15         // w53
  ssai 6
  src a14, a6, a6         // S1(e53)
  xor a9, a9, a14         // S1(e53)
  xor a15, a13, a3        // fg
  and a15, a15, a6        // ch
  xor a15, a15, a3        // ch
  l32r a14, .Lk4ed8aa4a_many
  add a9, a9, a15         // t53
  add a9, a9, a11         // t53
  add a9, a9, a14         // t53
  add a9, a9, a4          // t53
  add a15, a9, a10        // e54
  src a11, a15, a15       // S1(e54)
  ssai 2
  src a2, a2, a2          // S0(a51)
  xor a14, a12, a10       // ab
  s32i a9, a1, 24         // t53
  l32i a9, a1, 16         // t51
  add a2, a2, a9          // a52
  and a8, a8, a14         // maj
  xor a8, a8, a10         // maj
  add a2, a2, a8          // a52
  src a9, a2, a2          // S0(a52)
  src a10, a5, a5         // s1(w52)
  xor a10, a10, a5        // s1(w52)
  src a8, a4, a4          // s1(w53)
  xor a8, a8, a4          // s1(w53)

  // rounds 54, 55
  ssai 17
  src a10, a10, a10       // s1(w52)
  s32i a5, a1, 16         // w52
  srli a5, a5, 10         // s1(w52)
  xor a10, a10, a5        // s1(w52)
  l32i a5, a1, 56         // w47
  add a10, a10, a0        // w54
  add a10, a10, a5        // w54
  src a8, a8, a8          // s1(w53)
  l32i a5, a1, 32         // w39
  srli a0, a4, 10         // s1(w53)
  xor a8, a8, a0          // s1(w53)
  l32i a0, a1, 28         // w48
  add a8, a8, a5          // w55
  add a8, a8, a0          // w55
  ssai 11
  src a0, a15, a15        // S1(e54)
  xor a11, a11, a0        // S1(e54)
  src a0, a9, a9          // S0(a52)
  xor a9, a0, a9          // S0(a52)
  s32i a4, a1, 28         // w53
  src a4, a5, a5          // s0(w39)
  xor a4, a4, a5          // s0(w39)
  ssai 9
  src a0, a0, a0          // S0(a52)
  xor a9, a9, a0          // S0(a52)
  xor a0, a2, a12         // ab
  add a9, a9, a7          // a53
  and a14, a14, a0        // maj
  xor a14, a14, a12       // maj
  add a9, a9, a14         // a53
  src a7, a9, a9          // S0(a53)
  xor a7, a7, a9          // S0(a53)
  ssai 7
  src a4, a4, a4          // s0(w39)
  srli a5, a5, 3          // s0(w39)
  l32i a14, a1, 8         // w40
  xor a4, a4, a5          // s0(w39)
  add a10, a10, a4        // w54
  src a5, a14, a14        // s0(w40)
  ssai 25
  src a4, a15, a15        // S1(e54)
  xor a11, a11, a4        // S1(e54)
  xor a4, a6, a13         // fg
  and a4, a4, a15         // ch
  xor a4, a4, a13         // ch
  add a11, a11, a4        // t54
  l32r a4, .Lk5b9cca4f_many
  add a11, a11, a3        // t54
  add a11, a11, a4        // t54
  add a11, a11, a10       // t54
  add a12, a11, a12       // e55
  src a3, a12, a12        // S1(e55)
  ssai 11
  src a7, a7, a7          // S0(a53)
  xor a7, a7, a9          // S0(a53)
  src a4, a12, a12        // S1(e55)
  xor a3, a3, a4          // S1(e55)
  src a4, a5, a5          // s0(w40)
  xor a4, a4, a5          // s0(w40)
  srli a5, a14, 3         // s0(w40)
  xor a4, a4, a5          // s0(w40)
  add a8, a8, a4          // w55
  ssai 6
  src a5, a12, a12        // S1(e55)
  xor a3, a3, a5          // S1(e55)
  xor a4, a15, a6         // fg
  and a4, a4, a12         // ch
  xor a4, a4, a6          // ch
  l32r a5, .Lk682e6ff3_many
  add a3, a3, a4          // t55
  add a3, a3, a13         // t55
  add a3, a3, a5          // t55
  add a3, a3, a8          // t55
  add a4, a3, a2          // e56
  src a13, a4, a4         // S1(e56)
  ssai 2
  src a7, a7, a7          // S0(a53)
  xor a5, a9, a2          // ab
  s32i a3, a1, 32         // t55
  l32i a3, a1, 24         // t53
  add a7, a7, a3          // a54
  and a0, a0, a5          // maj
  xor a0, a0, a2          // maj
  add a7, a7, a0          // a54
  src a3, a7, a7          // S0(a54)
  src a2, a10, a10        // s1(w54)
  xor a2, a2, a10         // s1(w54)
  src a0, a8, a8          // s1(w55)
  xor a0, a0, a8          // s1(w55)

  // rounds 56, 57
  ssai 17
  src a2, a2, a2          // s1(w54)
  srli a10, a10, 10       // s1(w54)
  xor a2, a2, a10         // s1(w54)
  l32i a10, a1, 20        // w49
  add a2, a2, a14         // w56
  add a2, a2, a10         // w56
  src a0, a0, a0          // s1(w55)
  l32i a14, a1, 40        // w41
  srli a8, a8, 10         // s1(w55)
  l32i a10, a1, 4         // w50
  xor a0, a0, a8          // s1(w55)
  add a0, a0, a14         // w57
  add a0, a0, a10         // w57
  ssai 11
  src a8, a4, a4          // S1(e56)
  xor a13, a13, a8        // S1(e56)
  src a10, a3, a3         // S0(a54)
  xor a3, a10, a3         // S0(a54)
  src a8, a14, a14        // s0(w41)
  xor a8, a8, a14         // s0(w41)
  ssai 9
  src a10, a10, a10       // S0(a54)
  xor a3, a3, a10         // S0(a54)
  xor a10, a7, a9         // ab
  add a3, a3, a11         // a55
  and a5, a5, a10         // maj
  xor a5, a5, a9          // maj
  add a3, a3, a5          // a55
  src a11, a3, a3         // S0(a55)
  xor a11, a11, a3        // S0(a55)
  ssai 7
  src a8, a8, a8          // s0(w41)
  srli a14, a14, 3        // s0(w41)
  l32i a5, a1, 36         // w42
  xor a8, a8, a14         // s0(w41)
  add a2, a2, a8          // w56
  src a14, a5, a5         // s0(w42)
  ssai 25
  src a8, a4, a4          // S1(e56)
  xor a13, a13, a8        // S1(e56)
  xor a8, a12, a15        // fg
  and a8, a8, a4          // ch
  xor a8, a8, a15         // ch
  add a13, a13, a8        // t56
  l32r a8, .Lk748f82ee_many
  add a13, a13, a6        // t56
  add a13, a13, a8        // t56
  add a13, a13, a2        // t56
  add a9, a13, a9         // e57
  src a6, a9, a9          // S1(e57)
  ssai 11
  src a11, a11, a11       // S0(a55)
  xor a11, a11, a3        // S0(a55)
  src a8, a9, a9          // S1(e57)
  xor a6, a6, a8          // S1(e57)
  src a8, a14, a14        // s0(w42)
  xor a8, a8, a14         // s0(w42)
  srli a14, a5, 3         // s0(w42)
  xor a8, a8, a14         // s0(w42)
  add a0, a0, a8          // w57
  ssai 6
  src a14, a9, a9         // S1(e57)
  xor a6, a6, a14         // S1(e57)
  xor a8, a4, a12         // fg
  and a8, a8, a9          // ch
  xor a8, a8, a12         // ch
  l32r a14, .Lk78a5636f_many
  add a6, a6, a8          // t57
  add a6, a6, a15         // t57
  add a6, a6, a14         // t57
  add a6, a6, a0          // t57
  add a6, a6, a7          // e58
  src a8, a6, a6          // S1(e58)
  ssai 2
  l32i a14, a1, 32        // t55
  src a11, a11, a11       // S0(a55)
  xor a15, a3, a7         // ab
  add a11, a11, a14       // a56
  and a10, a10, a15       // maj
  xor a10, a10, a7        // maj
  add a11, a11, a10       // a56
  src a14, a11, a11       // S0(a56)
  src a7, a2, a2          // s1(w56)
  xor a7, a7, a2          // s1(w56)
  src a10, a0, a0         // s1(w57)
  xor a10, a10, a0        // s1(w57)

  // rounds 58, 59
  ssai 17
  src a7, a7, a7          // s1(w56)
  srli a2, a2, 10         // s1(w56)
  xor a7, a7, a2          // s1(w56)
  l32i a2, a1, 52         // w51
  add a7, a7, a5          // w58
  add a7, a7, a2          // w58
  src a10, a10, a10       // s1(w57)
  l32i a5, a1, 48         // w43
  srli a0, a0, 10         // s1(w57)
  l32i a2, a1, 16         // w52
  xor a10, a10, a0        // s1(w57)
  add a10, a10, a5        // w59
  add a10, a10, a2        // w59
  ssai 11
  src a0, a6, a6          // S1(e58)
  xor a8, a8, a0          // S1(e58)
  src a2, a14, a14        // S0(a56)
  xor a14, a2, a14        // S0(a56)
  src a0, a5, a5          // s0(w43)
  xor a0, a0, a5          // s0(w43)
  ssai 9
  src a2, a2, a2          // S0(a56)
  xor a14, a14, a2        // S0(a56)
  xor a2, a11, a3         // ab
  add a14, a14, a13       // a57
  and a15, a15, a2        // maj
  xor a15, a15, a3        // maj
  add a14, a14, a15       // a57
  ssai 7
  src a0, a0, a0          // s0(w43)
  srli a5, a5, 3          // s0(w43)
  l32i a13, a1, 44        // w44
  xor a0, a0, a5          // s0(w43)
  add a7, a7, a0          // w58
  src a2, a13, a13        // s0(w44)
  ssai 25
  src a15, a6, a6         // S1(e58)
  xor a8, a8, a15         // S1(e58)
  xor a5, a9, a4          // fg
  and a5, a5, a6          // ch
  xor a5, a5, a4          // ch
  l32r a0, .Lk84c87814_many
  add a8, a8, a5          // t58
  add a8, a8, a12         // t58
  add a8, a8, a0          // t58
  add a8, a8, a7          // t58
  add a8, a8, a3          // e59
  src a15, a8, a8         // S1(e59)
  ssai 11
  src a5, a8, a8          // S1(e59)
  xor a15, a15, a5        // S1(e59)
  src a12, a2, a2         // s0(w44)
  xor a12, a12, a2        // s0(w44)
  srli a0, a13, 3         // s0(w44)
  xor a12, a12, a0        // s0(w44)
  add a10, a10, a12       // w59
  ssai 6
  src a3, a8, a8          // S1(e59)
  xor a15, a15, a3        // S1(e59)
  xor a5, a6, a9          // fg
  and a5, a5, a8          // ch
  xor a5, a5, a9          // ch
  l32r a2, .Lk8cc70208_many
  add a15, a15, a5        // t59
  add a15, a15, a4        // t59
  add a15, a15, a2        // t59
  add a15, a15, a10       // t59
  add a15, a15, a11       // e60
  src a0, a15, a15        // S1(e60)
  ssai 2
  src a12, a7, a7         // s1(w58)
  xor a12, a12, a7        // s1(w58)

  // round 60
  ssai 17
  src a12, a12, a12       // s1(w58)
  srli a7, a7, 10         // s1(w58)
  l32i a3, a1, 28         // w53
  xor a12, a12, a7        // s1(w58)
  add a12, a12, a13       // w60
  add a12, a12, a3        // w60
  ssai 11
  l32i a4, a1, 60         // w45
  src a5, a15, a15        // S1(e60)
  xor a0, a0, a5          // S1(e60)
  src a2, a4, a4          // s0(w45)
  xor a2, a2, a4          // s0(w45)
  ssai 7
  src a2, a2, a2          // s0(w45)
  srli a4, a4, 3          // s0(w45)
  xor a2, a2, a4          // s0(w45)
  add a12, a12, a2        // w60
  ssai 25
  src a10, a15, a15       // S1(e60)
  xor a0, a0, a10         // S1(e60)
  xor a8, a8, a6          // fg
  and a8, a8, a15         // ch
  xor a8, a8, a6          // ch
  l32r a11, .Lkec9fcd13_many
  add a0, a0, a8          // t60
  add a0, a0, a9          // t60
  add a0, a0, a11         // t60
  add a0, a0, a12         // t60
  add a0, a0, a14         // e61

  // the early end: does any bit of H7 reject it?
  l32i a2, a1, 132
  bnone a0, a2, .Lfound_many
.Lrejected_many:
  l32i a2, a1, 152
  l32i a3, a1, 148
  addi a2, a2, 80
  s32i a2, a1, 152
  beq a2, a3, .Lnonce_many
  j .Lversion_many
.Lnonce_many:
  l32i a5, a1, 156
  l32i a2, a1, 136
  bnez a5, .Lhit_many
  l32r a3, .Lk01000000_many
  l32i a4, a1, 140
  add a2, a2, a3          // the next nonce
  s32i a2, a1, 136
  beq a2, a4, .Lend_many
  j .Lnext_many
.Lend_many:
  movi a2, 0
  j .Lleave_many
.Lhit_many:
  l32i a4, a1, 240
  s32i a2, a4, 40
  mov a2, a5
  j .Lleave_many
  // The bit of this version: its place in the list.
.Lfound_many:
  l32i a2, a1, 152
  l32i a3, a1, 144
  l32i a4, a1, 156
  movi a5, 1
.Lbit_many:
  beq a2, a3, .Lset_many
  addi a3, a3, 80
  slli a5, a5, 1
  j .Lbit_many
.Lset_many:
  or a4, a4, a5
  s32i a4, a1, 156
  j .Lrejected_many
.Lleave_many:
  l32i a0, a1, 220
  l32i a12, a1, 224
  l32i a13, a1, 228
  l32i a14, a1, 232
  l32i a15, a1, 236
  MITE_LEAVE 512
  .size mite_assembly_scan_many, . - mite_assembly_scan_many
