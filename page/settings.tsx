/** One's password, other people, tokens for programs, and what was done. */
import { useState } from 'preact/hooks';
import { type Audit, call, type NodeView, type People, type Role, type Tokens } from './api.js';
import { Field, Form, Said, useAct } from './form.js';
import { formatTime } from './format.js';
import { changed, useRead } from './store.js';

export function Settings({ owner }: { owner: boolean }) {
  const { value: node } = useRead<NodeView>('/api/node');
  return (
    <>
      <h2>Settings</h2>
      {node !== undefined && (
        <dl>
          <Fact name="Version" text={node.version} />
          <Fact name="Network" text={node.network} />
          <Fact name="Blocks pay" text={node.payoutAddress} />
          <Fact name="Boards connect to" text={node.brokers.join(', ')} />
          {node.fingerprint !== null && <Fact name="Fingerprint" text={node.fingerprint} />}
        </dl>
      )}
      <Password />
      {owner && <Others />}
      {owner && <Programs />}
      {owner && <Log />}
    </>
  );
}

function Fact({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}

function Password() {
  const [old, setOld] = useState('');
  const [password, setPassword] = useState('');
  return (
    <section>
      <h3>Your password</h3>
      <Form
        submit="Change it"
        act={async () => {
          await call('POST', '/api/password', { old, password });
          location.reload();
          return 'changed; log in again';
        }}
      >
        <Field name="Old password" type="password" autocomplete="current-password" value={old} set={setOld} />
        <Field
          name="New password"
          type="password"
          autocomplete="new-password"
          value={password}
          set={setPassword}
          hint="at least 10 characters"
        />
      </Form>
    </section>
  );
}

function Others() {
  const { value } = useRead<People>('/api/people');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [role, setRole] = useState<Role>('reader');
  const { run, said } = useAct();
  return (
    <section>
      <h3>People</h3>
      <ul>
        {value?.people.map(person => (
          <li key={person.name}>
            {person.name}, {person.role}, since {formatTime(person.since)}{' '}
            <button
              type="button"
              class="plain"
              onClick={() =>
                void run(async () => {
                  await call('DELETE', `/api/people/${encodeURIComponent(person.name)}`);
                  changed();
                  return `${person.name} is gone`;
                })
              }
            >
              Remove {person.name}
            </button>
          </li>
        ))}
      </ul>
      <Said {...said} />
      <Form
        submit="Add a person"
        act={async () => {
          await call('POST', '/api/people', { name, role, password });
          changed();
          return `${name} can log in now`;
        }}
      >
        <Field name="Name" value={name} set={setName} autocomplete="off" />
        <Field
          name="Password"
          type="password"
          autocomplete="new-password"
          value={password}
          set={setPassword}
        />
        <p class="field">
          <label>
            <input
              type="checkbox"
              checked={role === 'owner'}
              onChange={event => setRole(event.currentTarget.checked ? 'owner' : 'reader')}
            />{' '}
            may change things
          </label>
        </p>
      </Form>
    </section>
  );
}

function Programs() {
  const { value } = useRead<Tokens>('/api/tokens');
  const [name, setName] = useState('');
  const [made, setMade] = useState('');
  const { run, said } = useAct();
  return (
    <section>
      <h3>Tokens for programs</h3>
      <p class="dim">
        They may read: the API and /metrics, with the header <code>Authorization: Bearer …</code>
      </p>
      <ul>
        {value?.tokens.map(token => (
          <li key={token.name}>
            {token.name}, {token.lastUsed === null ? 'never used' : `last used ${formatTime(token.lastUsed)}`}{' '}
            <button
              type="button"
              class="plain"
              onClick={() =>
                void run(async () => {
                  await call('DELETE', `/api/tokens/${encodeURIComponent(token.name)}`);
                  changed();
                  return `${token.name} is gone`;
                })
              }
            >
              Remove {token.name}
            </button>
          </li>
        ))}
      </ul>
      <Said {...said} />
      <Form
        submit="Make a token"
        act={async () => {
          const { token } = await call<{ token: string }>('POST', '/api/tokens', { name });
          setMade(token);
          changed();
          return 'made; it is shown only now:';
        }}
      >
        <Field name="Its name" value={name} set={setName} autocomplete="off" />
      </Form>
      {made !== '' && <code class="secret">{made}</code>}
    </section>
  );
}

function Log() {
  const { value } = useRead<Audit>('/api/audit');
  return (
    <section>
      <h3>What was done</h3>
      <ul class="log">
        {value?.entries.slice(0, 50).map(entry => (
          <li key={`${entry.at}${entry.act}${entry.detail}`}>
            {formatTime(entry.at)}: {entry.who}, {entry.act} {entry.detail}
          </li>
        ))}
      </ul>
    </section>
  );
}
