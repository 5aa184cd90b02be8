/** Prints an assembly kernel: `make listings`. The same bytes every time. */
import { riscvListing } from './riscv.js';
import { xtensaListing } from './xtensa.js';

/** Node's arguments, without Node's types: the firmware's folder has none. */
declare const process: { readonly argv: readonly string[] };

const listings: { readonly [isa: string]: (() => string) | undefined } = {
  riscv: riscvListing,
  xtensa: xtensaListing,
};
const listing = listings[process.argv[2] ?? ''];
if (listing === undefined) throw new Error('which? riscv or xtensa');
console.log(listing().slice(0, -1));
