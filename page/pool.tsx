/** Transactions that wait, and for what. */
import type { Pool as Waiting } from './api.js';
import { formatCoins, formatSince, shortHash } from './format.js';
import { useRead } from './store.js';

function standingText({ standing, attested }: Waiting['transactions'][number], quorum: number): string {
  switch (standing) {
    case 'ready':
      return quorum === 0 ? 'ready for the next block' : `ready: ${attested} boards call it valid`;
    case 'verdicts':
      return `waiting for boards: ${attested} of ${quorum} call it valid`;
    case 'parent':
      return 'waiting for a transaction that it spends';
    case 'too-large':
      return 'too large for a board to judge';
  }
}

export function Pool() {
  const { value } = useRead<Waiting>('/api/pool');
  if (value === undefined) return <p>…</p>;
  const now = Date.now();
  return (
    <>
      <h2>
        Transactions <small>{value.quorum > 0 && `${value.quorum} boards must find each valid`}</small>
      </h2>
      {value.transactions.length === 0 ? (
        <p>None is waiting.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Transaction</th>
              <th scope="col">vbytes</th>
              <th scope="col">Fee</th>
              <th scope="col">Since</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {value.transactions.map(each => (
              <tr key={each.txid}>
                <th scope="row" data-label="Transaction" title={each.txid}>
                  <code>{shortHash(each.txid)}</code>
                </th>
                <td data-label="vbytes">{each.vbytes}</td>
                <td data-label="Fee">{formatCoins(each.fee)}</td>
                <td data-label="Since">{formatSince(each.since, now)}</td>
                <td data-label="State">{standingText(each, value.quorum)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
