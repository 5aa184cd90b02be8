/** Runs the cases on the Moddable SDK's XS, one a call from host.c. */
import { cases, runCase } from 'cases';
import { curve } from 'firmware/curve/curve';

let next = 0;
let failed = 0;

/** @returns 1 while cases are left, then 0, or -1 when one failed */
export default function () {
  const each = cases[next++];
  if (each === undefined) return failed === 0 && cases.length > 0 ? 0 : -1;
  const { failure } = runCase(each, curve);
  if (failure !== undefined) failed++;
  const line =
    failure === undefined ? `ok ${next} - ${each.name}` : `not ok ${next} - ${each.name}: ${failure}`;
  native('xs_print').call(this, line);
  return 1;
}
