/** Hash rates as text, the same on board, node and PC. Integers only. */

const UNITS = ['H/s', 'kH/s', 'MH/s', 'GH/s', 'TH/s'];

/**
 * Three significant digits, rounded down: 0 H/s, 999 H/s, 1.23 kH/s, 12.3 MH/s.
 * @param rate a non-negative integer below 2^53.
 */
export function formatRate(rate: number): string {
  let unit = 0;
  let divisor = 1;
  while (rate >= divisor * 1000 && unit < UNITS.length - 1) {
    divisor *= 1000;
    unit++;
  }
  const whole = Math.floor(rate / divisor);
  if (unit === 0 || whole >= 100) return `${whole} ${UNITS[unit]}`;
  const thousandths = Math.floor((rate % divisor) / (divisor / 1000));
  const fraction =
    whole >= 10 ? `${Math.floor(thousandths / 100)}` : `${Math.floor(thousandths / 10)}`.padStart(2, '0');
  return `${whole}.${fraction} ${UNITS[unit]}`;
}
