/** Blocks that the boards found. */
import type { Blocks as Found } from './api.js';
import { formatCoins, formatTime, shortHash } from './format.js';
import { useRead } from './store.js';

export function Blocks() {
  const { value } = useRead<Found>('/api/blocks');
  if (value === undefined) return <p>…</p>;
  return (
    <>
      <h2>
        Blocks <small>{value.found} found by boards</small>
      </h2>
      {value.blocks.length === 0 ? (
        <p>None yet.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Height</th>
              <th scope="col">Hash</th>
              <th scope="col">Board</th>
              <th scope="col">Reward</th>
              <th scope="col">Found</th>
            </tr>
          </thead>
          <tbody>
            {value.blocks.map(block => (
              <tr key={block.hash}>
                <th scope="row" data-label="Height">
                  {block.height}
                </th>
                <td data-label="Hash" title={block.hash}>
                  <code>{shortHash(block.hash)}</code>
                </td>
                <td data-label="Board">
                  <a href={`#/board/${block.device}`}>{block.device}</a>
                </td>
                <td data-label="Reward" class={block.orphaned ? 'warn' : ''}>
                  {block.orphaned ? 'orphaned' : formatCoins(block.value)}
                </td>
                <td data-label="Found">{formatTime(block.foundAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
