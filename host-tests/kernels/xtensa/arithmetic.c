/* What this core has no instructions for; Debian's compiler leaves it to the ESP8266's ROM. Small, not fast.
 */
#include <stdint.h>

uint32_t __udivsi3(uint32_t dividend, uint32_t divisor);
uint32_t __umodsi3(uint32_t dividend, uint32_t divisor);
uint64_t __muldi3(uint64_t a, uint64_t b);

static uint32_t divide(uint32_t dividend, uint32_t divisor, uint32_t *rest) {
  uint32_t quotient = 0, left = 0;
  for (int i = 31; i >= 0; i--) {
    const uint32_t carry = left >> 31;
    left = left << 1 | (dividend >> i & 1);
    if (carry || left >= divisor) {
      left -= divisor;
      quotient |= 1u << i;
    }
  }
  *rest = left;
  return quotient;
}

uint32_t __udivsi3(uint32_t dividend, uint32_t divisor) {
  uint32_t rest;
  return divide(dividend, divisor, &rest);
}

uint32_t __umodsi3(uint32_t dividend, uint32_t divisor) {
  uint32_t rest;
  divide(dividend, divisor, &rest);
  return rest;
}

uint64_t __muldi3(uint64_t a, uint64_t b) {
  uint64_t product = 0;
  for (; b != 0; b >>= 1, a <<= 1)
    if (b & 1)
      product += a;
  return product;
}
