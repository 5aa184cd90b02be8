/**
 * The operations that only move and compare elements of the stack (0x69 to 0x88) and those on numbers (0x8b to 0xa5),
 * as EvalScript of Bitcoin Core has them (script/interpreter.cpp). Each returns what is wrong, or undefined.
 * @module
 */
import { lengthOf, type ScriptStack } from './stack.js';

const TOO_FEW = 'invalid-stack-operation';
const BAD_NUMBER = 'scriptnum';

/** TOALTSTACK (0x6b) to SIZE (0x82), EQUAL and EQUALVERIFY; those without a meaning are the caller's. */
export function stackOperation(op: number, stack: ScriptStack): string | undefined {
  if (stack.size < NEEDED[op - 0x6b]!) return TOO_FEW;
  switch (op) {
    case 0x6b: // TOALTSTACK
      stack.toAlternative();
      return undefined;
    case 0x6c: // FROMALTSTACK
      if (stack.alternativeSize < 1) return 'invalid-altstack-operation';
      stack.fromAlternative();
      return undefined;
    case 0x6d: // 2DROP
      stack.pop(2);
      return undefined;
    case 0x6e: // 2DUP
      return copy(stack, 2, 2);
    case 0x6f: // 3DUP
      return copy(stack, 3, 3);
    case 0x70: // 2OVER
      return copy(stack, 4, 2);
    case 0x71: // 2ROT
      return move(stack, 6, 2);
    case 0x72: // 2SWAP
      return move(stack, 4, 2);
    case 0x73: // IFDUP
      return stack.isTrue(stack.top(1)) ? copy(stack, 1, 1) : undefined;
    case 0x74: // DEPTH
      stack.pushNumber(stack.size);
      return undefined;
    case 0x75: // DROP
      stack.pop();
      return undefined;
    case 0x76: // DUP
      return copy(stack, 1, 1);
    case 0x77: // NIP
      stack.remove(2);
      return undefined;
    case 0x78: // OVER
      return copy(stack, 2, 1);
    case 0x79: // PICK
    case 0x7a: // ROLL
      return pick(op, stack);
    case 0x7b: // ROT
      return move(stack, 3, 1);
    case 0x7c: // SWAP
      return move(stack, 2, 1);
    case 0x7d: // TUCK
      stack.insert(2, stack.top(1));
      return undefined;
    case 0x82: // SIZE
      stack.pushNumber(lengthOf(stack.top(1)));
      return undefined;
    default: {
      // EQUAL, EQUALVERIFY
      const equal = stack.same(stack.top(1), stack.top(2));
      stack.pop(2);
      if (op === 0x87) stack.pushBoolean(equal);
      else if (!equal) return 'equalverify';
      return undefined;
    }
  }
}

/** Elements that each operation from 0x6b on needs. */
// biome-ignore format: by number
const NEEDED = [
  1, 0, 2, 2, 3, 4, 6, 4, 1, 0, 1, 1, 2, 2, 2, 2, 3, 2, 2, // TOALTSTACK to TUCK
  0, 0, 0, 0, 1, 0, 0, 0, 0, 2, 2, // SIZE, EQUAL, EQUALVERIFY
];

/** Copies `count` elements, of which the lowest is at `depth`, to the top. */
function copy(stack: ScriptStack, depth: number, count: number): undefined {
  for (let i = 0; i < count; i++) stack.push(stack.top(depth));
}

function move(stack: ScriptStack, depth: number, count: number): undefined {
  for (let i = 0; i < count; i++) stack.push(stack.remove(depth));
}

function pick(op: number, stack: ScriptStack): string | undefined {
  const depth = stack.number(stack.top(1));
  if (depth === undefined) return BAD_NUMBER;
  stack.pop();
  if (depth < 0 || depth >= stack.size) return TOO_FEW;
  stack.push(op === 0x79 ? stack.top(depth + 1) : stack.remove(depth + 1));
  return undefined;
}

/** 1ADD (0x8b) to WITHIN (0xa5). */
export function arithmetic(op: number, stack: ScriptStack): string | undefined {
  const count = op <= 0x92 ? 1 : op === 0xa5 ? 3 : 2;
  if (stack.size < count) return TOO_FEW;
  // In the order in which Bitcoin Core reads them; each must be a number before the next is looked at.
  const a = stack.number(stack.top(count));
  const b = count < 2 ? 0 : stack.number(stack.top(count - 1));
  const c = count < 3 ? 0 : stack.number(stack.top(1));
  if (a === undefined || b === undefined || c === undefined) return BAD_NUMBER;
  stack.pop(count);
  if (op <= 0x90 || op === 0x93 || op === 0x94 || op === 0xa3 || op === 0xa4) stack.pushNumber(sum(op, a, b));
  else if (op === 0x9d) return a === b ? undefined : 'numequalverify';
  else stack.pushBoolean(op === 0xa5 ? b <= a && a < c : holds(op, a, b));
  return undefined;
}

function sum(op: number, a: number, b: number): number {
  switch (op) {
    case 0x8b: // 1ADD
      return a + 1;
    case 0x8c: // 1SUB
      return a - 1;
    case 0x8f: // NEGATE
      return 0 - a;
    case 0x90: // ABS
      return Math.abs(a);
    case 0x93: // ADD
      return a + b;
    case 0x94: // SUB
      return a - b;
    case 0xa3: // MIN
      return Math.min(a, b);
    default: // MAX
      return Math.max(a, b);
  }
}

function holds(op: number, a: number, b: number): boolean {
  switch (op) {
    case 0x91: // NOT
      return a === 0;
    case 0x92: // 0NOTEQUAL
      return a !== 0;
    case 0x9a: // BOOLAND
      return a !== 0 && b !== 0;
    case 0x9b: // BOOLOR
      return a !== 0 || b !== 0;
    case 0x9c: // NUMEQUAL
      return a === b;
    case 0x9e: // NUMNOTEQUAL
      return a !== b;
    case 0x9f: // LESSTHAN
      return a < b;
    case 0xa0: // GREATERTHAN
      return a > b;
    case 0xa1: // LESSTHANOREQUAL
      return a <= b;
    default: // GREATERTHANOREQUAL
      return a >= b;
  }
}
