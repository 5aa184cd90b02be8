/** Runs every case on XS, on the host board: TAP on stdout, exit code 1 when one failed. */
import { curve } from '../../firmware/curve/curve.js';
import { type Case, cases, runCase } from './cases.js';

// biome-ignore lint/suspicious/noExplicitAny: the board's natives
declare function native(name: string): (...args: any[]) => any;

const print: (line: string) => void = native('xs_mite_host_console_write');
let failed = 0;
let next = 0;

/** One case a turn of the loop, so that the output can keep up. */
function step(): void {
  const each: Case | undefined = cases[next++];
  if (each === undefined) {
    print(`1..${cases.length}`);
    print(`# ${cases.length - failed} passed, ${failed} failed`);
    native('xs_mite_host_exit')(failed === 0 && cases.length > 0 ? 0 : 1);
    return;
  }
  const { failure } = runCase(each, curve);
  if (failure !== undefined) failed++;
  print(failure === undefined ? `ok ${next} - ${each.name}` : `not ok ${next} - ${each.name}: ${failure}`);
  native('xs_mite_host_timer_set')(0, step);
}

step();
