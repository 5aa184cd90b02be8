/** The 32-bit board for the bench: only where its programs start by themselves, as an emulator's speed says nothing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/processes.js';
import { lacking } from '../support/tools.js';

/** The program, or why there is none. */
export function board32(): { readonly program?: string; readonly why?: string } {
  const why = lacking('m32', 'ia32');
  if (why !== undefined) return { why };
  const program = join(ROOT, 'build/host/m32/mite-board');
  return existsSync(program) ? { program } : { why: 'it was not built' };
}
