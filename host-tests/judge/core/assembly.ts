/** Scripts as Bitcoin Core's test data writes them (ParseScript, core_io.cpp). */
import { concatBytes, hexToBytes } from '../../../firmware/domain/bytes.js';

// biome-ignore format: in their order
const NAMES = [
  'NOP', 'VER', 'IF', 'NOTIF', 'VERIF', 'VERNOTIF', 'ELSE', 'ENDIF', 'VERIFY', 'RETURN',
  'TOALTSTACK', 'FROMALTSTACK', '2DROP', '2DUP', '3DUP', '2OVER', '2ROT', '2SWAP', 'IFDUP', 'DEPTH', 'DROP', 'DUP',
  'NIP', 'OVER', 'PICK', 'ROLL', 'ROT', 'SWAP', 'TUCK', 'CAT', 'SUBSTR', 'LEFT', 'RIGHT', 'SIZE', 'INVERT', 'AND',
  'OR', 'XOR', 'EQUAL', 'EQUALVERIFY', 'RESERVED1', 'RESERVED2', '1ADD', '1SUB', '2MUL', '2DIV', 'NEGATE', 'ABS',
  'NOT', '0NOTEQUAL', 'ADD', 'SUB', 'MUL', 'DIV', 'MOD', 'LSHIFT', 'RSHIFT', 'BOOLAND', 'BOOLOR', 'NUMEQUAL',
  'NUMEQUALVERIFY', 'NUMNOTEQUAL', 'LESSTHAN', 'GREATERTHAN', 'LESSTHANOREQUAL', 'GREATERTHANOREQUAL', 'MIN', 'MAX',
  'WITHIN', 'RIPEMD160', 'SHA1', 'SHA256', 'HASH160', 'HASH256', 'CODESEPARATOR', 'CHECKSIG', 'CHECKSIGVERIFY',
  'CHECKMULTISIG', 'CHECKMULTISIGVERIFY', 'NOP1', 'CHECKLOCKTIMEVERIFY', 'CHECKSEQUENCEVERIFY', 'NOP4', 'NOP5',
  'NOP6', 'NOP7', 'NOP8', 'NOP9', 'NOP10', 'CHECKSIGADD',
];

const CODES = new Map(NAMES.map((name, i) => [name, 0x61 + i]));
CODES.set('RESERVED', 0x50);

/** A push as CScript::operator<< writes bytes. */
export function push(data: Uint8Array): Uint8Array {
  const { length } = data;
  if (length < 0x4c) return concatBytes(Uint8Array.of(length), data);
  if (length <= 0xff) return concatBytes(Uint8Array.of(0x4c, length), data);
  return concatBytes(Uint8Array.of(0x4d, length & 0xff, length >>> 8), data);
}

/** A number as CScript::operator<< writes it. */
export function pushNumber(value: number): Uint8Array {
  if (value === 0) return Uint8Array.of(0);
  if (value === -1 || (value >= 1 && value <= 16)) return Uint8Array.of(0x50 + value);
  const bytes: number[] = [];
  for (let rest = Math.abs(value); rest > 0; rest = Math.floor(rest / 256)) bytes.push(rest % 256);
  const last = bytes[bytes.length - 1]!;
  if (last & 0x80) bytes.push(value < 0 ? 0x80 : 0);
  else if (value < 0) bytes[bytes.length - 1] = last | 0x80;
  return push(Uint8Array.from(bytes));
}

function wordBytes(word: string): Uint8Array {
  if (/^-?\d+$/.test(word)) return pushNumber(Number(word));
  if (/^0x([0-9a-f]{2})+$/i.test(word)) return hexToBytes(word.slice(2));
  if (/^'.*'$/.test(word)) return push(Uint8Array.from(word.slice(1, -1), letter => letter.charCodeAt(0)));
  const code = CODES.get(word.replace(/^OP_/, ''));
  if (code === undefined) throw new Error(`no operation: ${word}`);
  return Uint8Array.of(code);
}

/** @throws Error on a word that is none */
export function assemble(text: string): Uint8Array {
  return concatBytes(...text.split(/[ \t\n]+/).flatMap(word => (word === '' ? [] : [wordBytes(word)])));
}
