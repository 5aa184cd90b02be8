/**
 * What `make run` shows. Pure: a model in, lines of text out. The terminal gets the whole picture again and again in
 * place; anything else (a pipe, a log) gets one line for each event.
 */
import { count, formatCoins, formatDuration, formatRate } from '../../trusted-node/cli/format.js';

export interface BoardView {
  readonly id: string;
  state: string;
  /** It has reported its status since the run began, so its counts are known. */
  known: boolean;
  /** Hashes per second. */
  rate: number;
  height: number | undefined;
  jobId: number | undefined;
  found: number;
  accepted: number;
  /** Refused because another block came first at their height: part of mining, no fault. */
  stale: number;
  /** Refused for other reasons. */
  rejected: number;
  blocks: number;
  /** Height of the newest header that it has verified; undefined while it verifies or refuses. */
  checkedTo: number | undefined;
  /** Its check of the job's coinbase: 'ok', 'off', 'warn' or 'refused'. */
  payout: string;
  /** Transactions that it has judged in this boot. */
  judged: number;
  /** Why it does not work for the node, or ''. */
  refusal: string;
  starts: number;
  /** How its last process ended; undefined while the first one runs. */
  lastEnd: string | undefined;
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

/** What the user may type during the run or after it. */
export interface Commands {
  readonly logs: string;
  /** Opens the first board's console, or '' where it has none of that kind. */
  readonly console: string;
  readonly again: string;
  /** The same words for the data directory in every command of mite-node: '' for the usual one. */
  readonly data: string;
}

export interface RunView {
  readonly started: number;
  readonly network: string;
  height: number | undefined;
  address: string;
  /** Boards that must find a transaction valid. */
  readonly quorum: number;
  /** Satoshi; undefined until the node has reported them. */
  confirmed: bigint | undefined;
  immature: bigint;
  goal: number | undefined;
  readonly boards: BoardView[];
  readonly blocks: BlockView[];
  readonly commands: Commands;
  /** How one more board joins, a line each. */
  joining: readonly string[];
  /** Where the page is, or ''; with the link that sets its password while it has none. */
  page: string;
  /** The last error in the node's log, and when (ms). */
  problem: { readonly text: string; readonly at: number } | undefined;
  note: string;
}

/** A problem of the node stays on the screen for this long after it was last reported (ms). */
export const PROBLEM_MS = 60_000;
const LABEL = 12;
const LAST_BLOCKS = 5;

const shortHash = (hash: string): string => `${hash.slice(0, 16)}…${hash.slice(-6)}`;
const sum = (view: RunView, of: (board: BoardView) => number): number =>
  view.boards.reduce((all, board) => all + of(board), 0);

/**
 * Text after a label, broken between the parts and, where one is too long, between words or, as a last resort, inside
 * them; nothing is cut off.
 */
function wrap(label: string, parts: readonly string[], columns: number): string[] {
  const room = Math.max(8, columns - LABEL);
  const lines: string[] = [];
  let line = '';
  const add = (piece: string, glue: string): void => {
    if (line !== '' && line.length + glue.length + piece.length > room) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? piece : glue + piece;
    while (line.length > room) {
      lines.push(line.slice(0, room));
      line = line.slice(room);
    }
  };
  for (const part of parts) {
    if (part.length <= room) add(part, '  ');
    else for (const [i, word] of part.trim().split(/ +/).entries()) add(word, i === 0 ? '  ' : ' ');
  }
  if (line !== '') lines.push(line);
  return lines.map((text, i) => `${(i === 0 ? label : '').padEnd(LABEL)}${text}`.trimEnd());
}

interface Shares {
  readonly found: number;
  readonly accepted: number;
  readonly stale: number;
  readonly rejected: number;
}

const sharesText = ({ found, accepted, stale, rejected }: Shares): string =>
  `shares ${found} found, ${accepted} accepted, ${stale} stale, ${rejected} rejected`;

const together = (view: RunView): Shares => ({
  found: sum(view, b => b.found),
  accepted: sum(view, b => b.accepted),
  stale: sum(view, b => b.stale),
  rejected: sum(view, b => b.rejected),
});

function boardLines(board: BoardView, columns: number): string[] {
  const parts = [board.state.padEnd(10)];
  if (board.known) {
    parts.push((board.state === 'mining' && board.rate > 0 ? formatRate(board.rate) : '').padStart(9));
    const job = board.jobId === undefined ? '' : `job ${board.jobId} at height ${board.height}`;
    parts.push(job.padEnd(22), sharesText(board), count(board.blocks, 'block'));
  }
  if (board.starts > 1)
    parts.push(`${count(board.starts - 1, 'restart')}${board.lastEnd ? `, the last: ${board.lastEnd}` : ''}`);
  const lines = wrap(`  ${board.id}`, parts, columns);
  if (board.lastError !== undefined) lines.push(...wrap('', [board.lastError], columns));
  return lines;
}

/** What the boards have checked: the minimum over all of them. */
function checks(view: RunView): string[] {
  const refusing = view.boards.find(board => board.refusal !== '');
  if (refusing !== undefined) return [`${refusing.id} refuses: ${refusing.refusal}`];
  const heights = view.boards.map(board => board.checkedTo);
  if (heights.some(height => height === undefined)) return ['headers are being checked'];
  const paid = view.boards.every(board => board.payout === 'ok') ? ', every job pays the owner' : '';
  const verdicts = sum(view, board => board.judged);
  return [
    `headers to ${Math.min(...(heights as number[]))}${paid},`,
    `${count(verdicts, 'verdict')} on transactions (quorum ${view.quorum})`,
  ];
}

const known = (view: RunView): boolean => view.boards.some(board => board.known);

function owner({ confirmed, immature }: RunView): string[] {
  if (confirmed === undefined) return [];
  return [`${formatCoins(confirmed)} spendable, ${formatCoins(immature)} maturing`];
}

const pageText = ({ page }: RunView): string =>
  page.includes('#setup=') ? `${page}   (sets its password, once)` : page;

/** The picture for a terminal of this many columns and rows; never more than `rows - 1` lines. */
export function frame(view: RunView, now: number, columns: number, rows: number): string[] {
  const { length } = view.blocks;
  const lines = [
    `Mite  ${view.network}  ${formatDuration(now - view.started)}${view.note === '' ? '' : `  ${view.note}`}`,
    '',
  ];
  if (view.height !== undefined) {
    const mined =
      view.goal === undefined ? count(length, 'block') : `${length} of ${count(view.goal, 'block')}`;
    lines.push(...wrap('  chain', [`height ${view.height}`, `${mined} mined in this run`], columns));
    if (known(view)) lines.push(...wrap('  checked', [checks(view).join(' ')], columns));
    lines.push(...wrap('  owner', owner(view), columns), ...wrap('', [view.address], columns), '');
  }
  if (view.problem !== undefined && now - view.problem.at < PROBLEM_MS)
    lines.push(...wrap('  node', [view.problem.text], columns), '');
  if (view.height !== undefined) {
    for (const board of view.boards) lines.push(...boardLines(board, columns));
    if (view.boards.length > 1 && known(view)) {
      const rate = formatRate(sum(view, b => b.rate)).padStart(9);
      const parts = [''.padEnd(10), rate, ''.padEnd(22), sharesText(together(view))];
      lines.push(...wrap('  together', columns > 90 ? parts : [rate.trim(), parts[3]!], columns));
    }
    lines.push('');
  }
  const hints = view.page === '' ? [] : wrap('  page', [pageText(view)], columns);
  hints.push(...wrap('  logs', [view.commands.logs], columns));
  if (view.commands.console !== '')
    hints.push(...wrap('  console', [`${view.commands.console}   (or monitor)`], columns));
  view.joining.forEach((line, i) => {
    hints.push(...wrap(i === 0 ? '  one more' : '', [line], columns));
  });
  hints.push(...wrap('  Ctrl-C', ['stops'], columns));
  // As many blocks as there is room for.
  const room = Math.max(1, rows - 1);
  const blocks = view.blocks.slice(-LAST_BLOCKS).reverse();
  const blockLines = blocks.map(block => wrap('  block', blockParts(block), columns));
  while (blockLines.length > 1 && lines.length + blockLines.flat().length + 1 + hints.length > room)
    blockLines.pop();
  lines.push(...blockLines.flat(), ...(length > 0 ? [''] : []), ...hints);
  return inRows(lines, room).map(line => line.slice(0, columns));
}

/** Says what does not fit instead of dropping it silently. */
function inRows(lines: readonly string[], rows: number): string[] {
  if (lines.length <= rows) return [...lines];
  return [
    ...lines.slice(0, rows - 1),
    `  (${count(lines.length - rows + 1, 'line')} more: a taller window shows them)`,
  ];
}

function blockParts({ height, hash, device, at }: BlockView): string[] {
  return [String(height), shortHash(hash), device, `after ${formatDuration(at)}`];
}

/** One line for a log: how the run is going. */
export function progressLine(view: RunView, now: number): string {
  const since = formatDuration(now - view.started);
  if (view.height === undefined) return `${since}: the node is starting`;
  const mining = view.boards.filter(board => board.state === 'mining').length;
  const jobs = view.boards.filter(board => board.height !== undefined).map(board => board.height as number);
  const parts = [`${mining} of ${count(view.boards.length, 'board')} mining`];
  if (known(view)) {
    if (mining > 0 && sum(view, b => b.rate) > 0) parts[0] += ` at ${formatRate(sum(view, b => b.rate))}`;
    if (jobs.length > 0) parts.push(`job at height ${Math.max(...jobs)}`);
    parts.push(sharesText(together(view)));
  }
  parts.push(`blocks ${view.blocks.length}${view.goal === undefined ? '' : ` of ${view.goal}`}`);
  const coins = owner(view);
  if (coins.length > 0) parts.push(`owner ${coins[0]}`);
  return `${since}: ${parts.join(', ')}`;
}

export function blockLine(block: BlockView): string {
  return `block ${block.height} ${block.hash} by ${block.device} after ${formatDuration(block.at)}`;
}

/** What is printed when the run ends. */
export function summary(view: RunView, now: number): string[] {
  if (view.height === undefined) return ['stopped before the node was ready; nothing was mined'];
  const earlier = view.blocks.length - LAST_BLOCKS;
  const mined = `${count(view.blocks.length, 'block')} mined and stored in ${formatDuration(now - view.started)}`;
  const { logs, again, data } = view.commands;
  const stale = together(view).stale > 0 ? ' (stale: another block came first, which is no fault)' : '';
  return [
    `${mined}; the chain is at height ${view.height}`,
    ...(earlier > 0 ? [`  (${earlier} earlier)`] : []),
    ...view.blocks.slice(-LAST_BLOCKS).map(block => `  block ${blockParts(block).join('  ')}`),
    ...(known(view)
      ? [`checked by the boards: ${checks(view).join(' ')}`, `${sharesText(together(view))}${stale}`]
      : []),
    ...(view.confirmed === undefined ? [] : [`owner: ${owner(view)[0]}, at ${view.address}`]),
    '',
    'What next:',
    `  go on with this chain   ${again}`,
    `  look at it              ${view.page === '' ? '' : `${again}, then its page in the browser, or `}npx mite-node status${data}`,
    `  pay somebody            npx mite-node wallet send${data} ADDRESS 1.25   (while make run mines)`,
    `  add a real board        ${again} LISTEN=0.0.0.0:1883   (says how it joins)`,
    `  read the logs           ${logs}`,
  ];
}
