/** All boards: what each does, and what its shares prove. */
import { useState } from 'preact/hooks';
import type { BoardRow, Boards, NodeView } from './api.js';
import { formatCoins, formatRate, formatSince } from './format.js';
import { useRead } from './store.js';

/** Rows shown at first, and with each press of the button: browsers take long to lay out thousands. */
const STEP = 200;

export function describe(row: BoardRow, now: number): { text: string; level: string } {
  if (row.revoked) return { text: 'revoked', level: 'dim' };
  if (!row.online)
    return row.lastSeen === null
      ? { text: 'never seen', level: 'dim' }
      : { text: `gone since ${formatSince(row.lastSeen, now)}`, level: 'warn' };
  if (row.refused !== null) return { text: `refuses this node: ${row.refused}`, level: 'bad' };
  const paused = row.status?.pausedBy;
  return { text: `${row.state ?? 'connected'}${paused ? ` (${paused})` : ''}`, level: 'good' };
}

/** The board's own rate is outside of what its shares prove. */
export function isDoubtful({ proven, rate, online }: BoardRow): boolean {
  return online && proven.shares >= 10 && rate > 0 && (rate > proven.high * 1.1 || rate < proven.low * 0.9);
}

export function Fleet({ owner }: { owner: boolean }) {
  const { value } = useRead<Boards>('/api/boards');
  const { value: node } = useRead<NodeView>('/api/node');
  const [filter, setFilter] = useState('');
  const [shown, setShown] = useState(STEP);
  if (value === undefined) return <p>…</p>;
  const now = Date.now();
  const found = value.boards.filter(row =>
    `${row.id} ${row.group} ${row.board ?? ''}`.includes(filter.trim()),
  );
  const online = value.boards.filter(row => row.online).length;
  const counted = value.boards.reduce((sum, row) => sum + row.rate, 0);
  return (
    <>
      <section class="figures" aria-label="Together">
        <Figure name="boards" text={`${online} of ${value.boards.filter(row => !row.revoked).length}`} />
        <Figure name="counted by the boards" text={formatRate(counted)} />
        <Figure
          name="proven by their shares"
          text={formatRate(value.together.rate)}
          small={`${formatRate(value.together.low)} to ${formatRate(value.together.high)}`}
        />
        {node?.balance && (
          <Figure
            name="coins"
            text={formatCoins(node.balance.confirmed)}
            small={`${formatCoins(node.balance.immature)} maturing`}
          />
        )}
      </section>
      <div class="bar">
        <h2>Boards</h2>
        {value.boards.length > 8 && (
          <input
            type="search"
            aria-label="Find boards"
            placeholder="Find"
            value={filter}
            onInput={event => setFilter(event.currentTarget.value)}
          />
        )}
        {owner && (
          <a class="button" href="#/add">
            Add a board
          </a>
        )}
      </div>
      {value.boards.length === 0 ? (
        <p>There are no boards yet.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Board</th>
              <th scope="col">State</th>
              <th scope="col">Rate</th>
              <th scope="col">Proven (95 %)</th>
              <th scope="col">Shares</th>
              <th scope="col">Blocks</th>
              <th scope="col">Earned</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, shown).map(row => (
              <Row key={row.id} row={row} now={now} />
            ))}
          </tbody>
        </table>
      )}
      {found.length > shown && (
        <button type="button" onClick={() => setShown(shown + STEP)}>
          Show more: {found.length - shown} are left
        </button>
      )}
    </>
  );
}

export function Figure({ name, text, small }: { name: string; text: string; small?: string }) {
  return (
    <div>
      <strong>{text}</strong>
      <span>{name}</span>
      {small !== undefined && <small class="dim">{small}</small>}
    </div>
  );
}

export function reasonsText(reasons: Readonly<Record<string, number>>): string {
  return Object.entries(reasons)
    .map(([reason, count]) => `${count} ${reason}`)
    .join(', ');
}

function Row({ row, now }: { row: BoardRow; now: number }) {
  const { text, level } = describe(row, now);
  return (
    <tr>
      <th scope="row" data-label="Board">
        <a href={`#/board/${row.id}`}>{row.id}</a>
        {row.flagged && <span class="bad"> flagged</span>}
      </th>
      <td data-label="State" class={level}>
        {text}
      </td>
      <td data-label="Rate" class={isDoubtful(row) ? 'warn' : ''}>
        {row.online ? formatRate(row.rate) : '–'}
      </td>
      <td data-label="Proven">
        {row.proven.shares === 0
          ? 'nothing yet'
          : `${formatRate(row.proven.low)} to ${formatRate(row.proven.high)}`}
      </td>
      <td data-label="Shares">
        {row.accepted}
        {row.rejected > 0 && <small class="dim"> and {reasonsText(row.reasons)}</small>}
      </td>
      <td data-label="Blocks">{row.blocks}</td>
      <td data-label="Earned">{formatCoins(row.earned)}</td>
    </tr>
  );
}
