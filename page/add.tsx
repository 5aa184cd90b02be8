/** Adding a board: its name, then its secret, once. */
import { useState } from 'preact/hooks';
import { type Added, type Boards, call } from './api.js';
import { describe } from './fleet.js';
import { Field, Form } from './form.js';
import { changed, useRead } from './store.js';

export function AddBoard() {
  const [id, setId] = useState('');
  const [group, setGroup] = useState('');
  const [added, setAdded] = useState<Added>();
  if (added !== undefined) return <NewBoard added={added} />;
  return (
    <>
      <h2>Add a board</h2>
      <Form
        submit="Add"
        act={async () => {
          setAdded(await call<Added>('POST', '/api/boards', { id, ...(group !== '' && { group }) }));
          changed();
          return '';
        }}
      >
        <Field name="Name" value={id} set={setId} hint="1 to 32 of a-z, 0-9 and -, for example kitchen" />
        <Field name="Payout group" value={group} set={setGroup} hint="leave it empty if you have none" />
      </Form>
    </>
  );
}

function NewBoard({ added }: { added: Added }) {
  const { value } = useRead<Boards>('/api/boards');
  const row = value?.boards.find(board => board.id === added.id);
  const { text, level } = row ? describe(row, Date.now()) : { text: '…', level: '' };
  return (
    <>
      <h2>{added.id}</h2>
      <p>
        Its secret, shown only now: <code class="secret">{added.secret}</code>{' '}
        <button type="button" class="plain" onClick={() => void navigator.clipboard?.writeText(added.secret)}>
          Copy
        </button>
      </p>
      {added.fingerprint !== null && (
        <p>
          Fingerprint of the node's certificate: <code>{added.fingerprint}</code>
        </p>
      )}
      <h3>On the machine that the board is plugged into</h3>
      <pre>{added.commands[0]}</pre>
      <h3>Or, without a chip, an emulated board (then type setup)</h3>
      <pre>{added.commands[1]}</pre>
      <h3>The same for a camera</h3>
      <img
        class="qr"
        alt="QR code with node, name and secret"
        src={`data:image/svg+xml;utf8,${encodeURIComponent(added.qr)}`}
      />
      <p role="status">
        {added.id}: <span class={level}>{text}</span>
      </p>
      <p>
        <a href="#/">All boards</a>
      </p>
    </>
  );
}
