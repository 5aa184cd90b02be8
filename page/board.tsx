/** One board: its state, its curve, and what its owner can do with it. */
import { useState } from 'preact/hooks';
import { type Boards, type Curve, call, command } from './api.js';
import { Chart } from './chart.js';
import { describe, Figure, isDoubtful, reasonsText } from './fleet.js';
import { Field, Form, Said, useAct } from './form.js';
import { formatCoins, formatRate } from './format.js';
import { changed, useRead } from './store.js';

const RANGES = ['day', 'week', 'month'] as const;

export function BoardPage({ id, owner }: { id: string; owner: boolean }) {
  const { value } = useRead<Boards>('/api/boards');
  const [range, setRange] = useState<(typeof RANGES)[number]>('day');
  const { value: curve } = useRead<Curve>(`/api/boards/${encodeURIComponent(id)}/curve?range=${range}`, true);
  if (value === undefined) return <p>…</p>;
  const row = value.boards.find(board => board.id === id);
  if (row === undefined)
    return (
      <p>
        There is no board {id}. <a href="#/">All boards</a>
      </p>
    );
  const { text, level } = describe(row, Date.now());
  const { status, proven } = row;
  const facts: [string, string | number | null | undefined][] = [
    ['Group', row.group],
    ['Kind', row.board],
    ['Firmware', row.firmware],
    [
      'Header chain',
      status && `${status.chain ?? 'not said'}${status.tip === null ? '' : `, to ${status.tip}`}`,
    ],
    ['Payout check', status?.payoutCheck],
    ['Transactions judged', status?.judged],
    ['Headers and jobs refused', status?.refusals],
    ['Budget', status?.budget == null ? null : `${status.budget} %`],
    ['Temperature', status?.temperature == null ? null : `${status.temperature} °C`],
    ['Signal', status?.rssi == null ? null : `${status.rssi} dBm`],
    [
      'Script heap',
      status?.heapPeak == null ? null : `${status.heapPeak} of ${status.heapLimit} bytes at most`,
    ],
    ['Rejected', reasonsText(row.reasons)],
  ];
  return (
    <>
      <p>
        <a href="#/">All boards</a>
      </p>
      <h2>
        {row.id} <small class={level}>{text}</small>
      </h2>
      <section class="figures" aria-label="Figures">
        <Figure name="counted by the board" text={formatRate(row.rate)} />
        <Figure
          name={`proven by ${proven.shares} shares`}
          text={formatRate(proven.rate)}
          small={`${formatRate(proven.low)} to ${formatRate(proven.high)}, over ${Math.ceil(proven.seconds / 60)} min`}
        />
        <Figure name="shares" text={String(row.accepted)} />
        <Figure name="blocks" text={String(row.blocks)} />
        <Figure name="coins earned" text={formatCoins(row.earned)} />
      </section>
      {isDoubtful(row) && (
        <p class="warn">The rate that this board reports does not fit the shares that it sends.</p>
      )}
      <fieldset class="bar">
        <legend class="dim">Curve of the last</legend>
        {RANGES.map(name => (
          <button
            key={name}
            type="button"
            class="plain"
            aria-pressed={range === name}
            onClick={() => setRange(name)}
          >
            {name}
          </button>
        ))}
      </fieldset>
      {curve !== undefined && <Chart points={curve.points} />}
      <dl>
        {facts
          .filter(([, fact]) => fact !== null && fact !== undefined && fact !== '')
          .map(([name, fact]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
      </dl>
      {owner && !row.revoked && <Acts id={id} budget={status?.budget ?? 100} />}
    </>
  );
}

function Acts({ id, budget }: { id: string; budget: number }) {
  const { run, busy, said } = useAct();
  const [percent, setPercent] = useState(String(budget));
  const [sure, setSure] = useState(false);
  const order = (cmd: string) => () =>
    void run(async () => {
      const text = await command(id, { cmd });
      changed();
      return text;
    });
  return (
    <section aria-label="Acts">
      <h3>Do</h3>
      <div class="bar">
        <button type="button" disabled={busy} onClick={order('stop')}>
          Pause
        </button>
        <button type="button" disabled={busy} onClick={order('start')}>
          Go on
        </button>
        <button type="button" disabled={busy} onClick={order('restart')}>
          Restart
        </button>
        {sure ? (
          <button
            type="button"
            class="danger"
            disabled={busy}
            onClick={() =>
              void run(async () => {
                await call('DELETE', `/api/boards/${id}`);
                changed();
                return `${id} is revoked: it can no longer connect`;
              })
            }
          >
            Yes, revoke {id}
          </button>
        ) : (
          <button type="button" onClick={() => setSure(true)}>
            Revoke…
          </button>
        )}
      </div>
      <Said {...said} />
      <Form
        submit="Set the budget"
        act={() => command(id, { cmd: 'set', key: 'mining.budget', value: percent })}
      >
        <Field name="Budget, percent of the time" value={percent} set={setPercent} pattern="[0-9]{1,3}" />
      </Form>
    </section>
  );
}
