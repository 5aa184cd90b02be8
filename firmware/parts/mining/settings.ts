/** Whether the board mines by itself, and with which search backends. */
import { boolean, DIGITS, integer, LOWER, only, text, type Values } from '../../settings/kinds.js';

function checkPlan(value: string): string | undefined {
  return only(value, `${LOWER}${DIGITS}-+*`) ? undefined : 'expected auto, a backend or a plan';
}

export const miningSettings = {
  'mining.enabled': boolean({
    default: true,
    help: 'whether mining starts by itself after a restart',
  }),
  'mining.threads': integer({
    default: 1,
    minimum: 1,
    maximum: 64,
    needsRestart: true,
    help: 'searcher threads',
  }),
  'mining.plan': text({
    default: 'auto',
    maxLength: 95,
    check: checkPlan,
    needsRestart: true,
    help: 'search backends of the threads: auto (the fastest), a backend or a plan, as bench shows them',
  }),
};

export type MiningValues = Values<typeof miningSettings>;
