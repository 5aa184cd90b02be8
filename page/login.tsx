/** Before anybody is in: the first password, and logging in. */
import { useState } from 'preact/hooks';
import { call, type Session } from './api.js';
import { Field, Form } from './form.js';

const SHORTEST = 10;

export function SetUp({ link, done }: { link: string | undefined; done: (session: Session) => void }) {
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  if (link === undefined)
    return (
      <main id="main" class="narrow">
        <h1>Mite</h1>
        <p>
          This node has no password yet. Open the link that it printed at its start; it is also in the file{' '}
          <code>page-link</code> of its data directory.
        </p>
      </main>
    );
  return (
    <main id="main" class="narrow">
      <h1>Mite</h1>
      <p>Choose the password of this page. It can be changed later.</p>
      <Form
        submit="Set the password"
        act={async () => {
          if (password !== again) throw new Error('the two passwords differ');
          if (password.length < SHORTEST) throw new Error(`a password has at least ${SHORTEST} characters`);
          const session = await call<Session>('POST', '/api/setup', { link, password });
          location.hash = '#/';
          done(session);
          return '';
        }}
      >
        <Field
          name="Password"
          type="password"
          autocomplete="new-password"
          value={password}
          set={setPassword}
        />
        <Field name="Once more" type="password" autocomplete="new-password" value={again} set={setAgain} />
      </Form>
    </main>
  );
}

export function LogIn({ done }: { done: (session: Session) => void }) {
  const [name, setName] = useState('owner');
  const [password, setPassword] = useState('');
  return (
    <main id="main" class="narrow">
      <h1>Mite</h1>
      <Form
        submit="Log in"
        act={async () => {
          done(await call<Session>('POST', '/api/login', { name, password }));
          return '';
        }}
      >
        <Field name="Name" autocomplete="username" value={name} set={setName} />
        <Field
          name="Password"
          type="password"
          autocomplete="current-password"
          value={password}
          set={setPassword}
        />
      </Form>
      <p class="dim">
        Forgotten? <code>npx mite-node page reset</code> on the node's machine makes a new link.
      </p>
    </main>
  );
}
