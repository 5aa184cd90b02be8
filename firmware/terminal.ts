import { type BytePort, Terminal as LineTerminal, mayBeSecret } from './parts/console/terminal.js';
import { SCHEMA } from './schema.js';

/** The terminal of a board: it does not keep lines that may hold a secret setting. */
export class Terminal extends LineTerminal {
  /** Takes over the port's onBytes. @param columns of the terminal, at least 60 */
  constructor(port: BytePort, columns?: number) {
    super(port, line => mayBeSecret(SCHEMA, line), columns);
  }
}
