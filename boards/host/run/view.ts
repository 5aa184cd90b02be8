/**
 * What `make run` shows. Pure: a model in, lines of text out. The terminal gets the whole picture again and again in
 * place; anything else (a pipe, a log) gets one line for each thing that happened.
 */

import { formatRate } from '../../../firmware/mining/rate.js';

export interface BoardView {
  readonly id: string;
  state: string;
  /** Hashes per second. */
  rate: number;
  height: number | undefined;
  jobId: number | undefined;
  found: number;
  accepted: number;
  rejected: number;
  blocks: number;
  /** Height of the newest header that it has verified; undefined while it verifies or refuses. */
  checkedTo: number | undefined;
  /** Its check of the job's coinbase: 'ok', 'off', 'warn' or 'refused'. */
  payout: string;
  /** Transactions that it gave a verdict on in this boot. */
  judged: number;
  /** Why it does not work for the node, or ''. */
  refusal: string;
  starts: number;
  lastError: string | undefined;
}

export interface BlockView {
  readonly height: number;
  /** Display order. */
  readonly hash: string;
  readonly device: string;
  /** Milliseconds since the run began. */
  readonly at: number;
}

export interface RunView {
  readonly started: number;
  readonly network: string;
  height: number | undefined;
  address: string;
  /** Boards that have to find a transaction valid. */
  readonly quorum: number;
  /** Satoshi. */
  confirmed: bigint;
  immature: bigint;
  goal: number | undefined;
  readonly boards: BoardView[];
  readonly blocks: BlockView[];
  note: string;
}

/** Satoshi as coins, without floats: 125000000n → "1.25". */
export function formatCoins(satoshi: bigint): string {
  const text = (satoshi % 100_000_000n).toString().padStart(8, '0').replace(/0+$/, '');
  return `${satoshi / 100_000_000n}${text === '' ? '' : `.${text}`}`;
}

export function formatDuration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Columns from which a board's shares stand on its first line, and where. */
const WIDE = 122;
const RIGHT = 60;

const shortHash = (hash: string): string => `${hash.slice(0, 16)}…${hash.slice(-6)}`;

/** One line where there is room for it, else two. */
function boardLines(board: BoardView, columns: number): string[] {
  const rate = board.state === 'mining' ? formatRate(board.rate) : '';
  const job = board.jobId === undefined ? '' : `job ${board.jobId} at height ${board.height}`;
  const shares = `shares ${board.found} found ${board.accepted} accepted ${board.rejected} rejected`;
  const restarts = board.starts > 1 ? `  restarted ${board.starts - 1}` : '';
  const left = `  ${board.id.padEnd(9)} ${board.state.padEnd(10)} ${rate.padStart(10)}  ${job}`;
  const right = `${shares}  blocks ${board.blocks}${restarts}`;
  if (columns >= WIDE) return [`${left.padEnd(RIGHT)}${right}`];
  return [left, `  ${''.padEnd(9)} ${right}`];
}

/** What the boards have checked, of all of them what the least has. */
function checks({ boards, quorum }: RunView): string {
  const refusing = boards.find(board => board.refusal !== '');
  if (refusing !== undefined) return `${refusing.id} refuses: ${refusing.refusal}`;
  const heights = boards.map(board => board.checkedTo);
  if (heights.some(height => height === undefined)) return 'headers are being checked';
  const paid = boards.every(board => board.payout === 'ok') ? ', every job pays the owner' : '';
  const verdicts = boards.reduce((all, board) => all + board.judged, 0);
  return `headers to ${Math.min(...(heights as number[]))}${paid}, ${count(verdicts, 'verdict')} on transactions (quorum ${quorum})`;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** The picture for a terminal of this many columns and rows; never more than `rows - 1` lines. */
export function frame(view: RunView, now: number, columns: number, rows: number): string[] {
  const goal = view.goal === undefined ? '' : ` of ${view.goal}`;
  const head = [
    `Mite  ${view.network}  ${formatDuration(now - view.started)}${view.note === '' ? '' : `  ${view.note}`}`,
    '',
    `  chain     height ${view.height ?? '-'}   ${count(view.blocks.length, 'block')}${goal} mined in this run`,
    `  checked   ${checks(view)}`,
    `  owner     ${formatCoins(view.confirmed)} spendable, ${formatCoins(view.immature)} maturing`,
    `            ${view.address}`,
    '',
  ];
  const lines = [...head, ...view.boards.flatMap(board => boardLines(board, columns))];
  if (view.boards.length > 1) {
    const sum = (of: (board: BoardView) => number) => view.boards.reduce((all, board) => all + of(board), 0);
    const shares = `shares ${sum(b => b.found)} found ${sum(b => b.accepted)} accepted ${sum(b => b.rejected)} rejected`;
    const left = `  ${'together'.padEnd(20)} ${formatRate(sum(b => b.rate)).padStart(10)}`;
    lines.push(columns >= WIDE ? `${left.padEnd(RIGHT)}${shares}` : `${left}  ${shares}`);
  }
  for (const board of view.boards) {
    if (board.lastError !== undefined) lines.push(`  ${board.id}: ${board.lastError}`);
  }
  lines.push('');
  for (const block of view.blocks.slice(-5).reverse()) {
    lines.push(
      `  block ${block.height}  ${shortHash(block.hash)}  ${block.device}  after ${formatDuration(block.at)}`,
    );
  }
  lines.push('', '  Ctrl-C stops');
  return lines.slice(0, Math.max(1, rows - 1)).map(line => line.slice(0, columns));
}

/** One line for a log: where the run stands. */
export function progressLine(view: RunView, now: number): string {
  const sum = (of: (board: BoardView) => number) => view.boards.reduce((all, board) => all + of(board), 0);
  const mining = view.boards.filter(board => board.state === 'mining').length;
  const jobs = view.boards.filter(board => board.height !== undefined).map(board => board.height as number);
  return (
    `${formatDuration(now - view.started)}: ${mining} of ${count(view.boards.length, 'board')} mining at ${formatRate(sum(b => b.rate))}` +
    `${jobs.length > 0 ? `, job at height ${Math.max(...jobs)}` : ''}` +
    `, shares ${sum(b => b.found)} found ${sum(b => b.accepted)} accepted ${sum(b => b.rejected)} rejected` +
    `, blocks ${view.blocks.length}${view.goal === undefined ? '' : ` of ${view.goal}`}` +
    `, owner ${formatCoins(view.confirmed)} + ${formatCoins(view.immature)} maturing`
  );
}

export function blockLine(block: BlockView): string {
  return `block ${block.height} ${block.hash} by ${block.device} after ${formatDuration(block.at)}`;
}

const LAST_BLOCKS = 5;

/** What is printed when the run ends. */
export function summary(view: RunView, now: number): string[] {
  const sum = (of: (board: BoardView) => number) => view.boards.reduce((all, board) => all + of(board), 0);
  const earlier = view.blocks.length - LAST_BLOCKS;
  return [
    `${count(view.blocks.length, 'block')} mined and stored in ${formatDuration(now - view.started)}; the chain is at height ${view.height ?? 0}`,
    ...(earlier > 0 ? [`  (${earlier} earlier)`] : []),
    ...view.blocks.slice(-LAST_BLOCKS).map(block => `  ${lastBlock(block)}`),
    `checked by the boards: ${checks(view)}`,
    `shares: ${sum(b => b.found)} found, ${sum(b => b.accepted)} accepted, ${sum(b => b.rejected)} rejected`,
    `owner: ${formatCoins(view.confirmed)} spendable, ${formatCoins(view.immature)} maturing, at ${view.address}`,
  ];
}

function lastBlock(block: BlockView): string {
  return `block ${block.height}  ${shortHash(block.hash)}  ${block.device}  after ${formatDuration(block.at)}`;
}
