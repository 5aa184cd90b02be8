/** The page of a node: who may see it, and which view is shown. */
import './style.css';
import 'uplot/dist/uPlot.min.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { AddBoard } from './add.js';
import { call, get, type NodeView, type Session } from './api.js';
import { Blocks } from './blocks.js';
import { BoardPage } from './board.js';
import { Fleet } from './fleet.js';
import { LogIn, SetUp } from './login.js';
import { Pool } from './pool.js';
import { Settings } from './settings.js';
import { follow, login, useRead } from './store.js';

/** The part of the address behind "#". */
function useRoute(): string {
  const [route, setRoute] = useState(location.hash.slice(1));
  useEffect(() => {
    const listen = () => setRoute(location.hash.slice(1));
    addEventListener('hashchange', listen);
    return () => removeEventListener('hashchange', listen);
  }, []);
  return route;
}

const VIEWS = [
  ['/', 'Boards'],
  ['/blocks', 'Blocks'],
  ['/pool', 'Transactions'],
  ['/settings', 'Settings'],
] as const;

function Header({ route, session }: { route: string; session: Session }) {
  const { value: node, error } = useRead<NodeView>('/api/node');
  return (
    <header>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <h1>
        Mite <small>{node && `${node.network}, height ${node.height}`}</small>
      </h1>
      <nav aria-label="Views">
        {VIEWS.map(([path, name]) => (
          <a key={path} href={`#${path}`} aria-current={(route || '/') === path ? 'page' : undefined}>
            {name}
          </a>
        ))}
        <button
          type="button"
          class="plain"
          onClick={() => void call('POST', '/api/logout').then(() => location.reload())}
        >
          Log out {session.name}
        </button>
      </nav>
      {node?.upstream && node.upstream.state !== 'ready' && (
        <p class="warn" role="status">
          Bitcoin node {node.upstream.node}: {node.upstream.state}. {node.upstream.reason}
        </p>
      )}
      {error !== '' && (
        <p class="bad" role="status">
          {error}; what is shown may be old.
        </p>
      )}
    </header>
  );
}

function View({ route, owner }: { route: string; owner: boolean }) {
  const [, name = '', id = ''] = route.split('/');
  switch (name) {
    case 'board':
      return <BoardPage id={id} owner={owner} />;
    case 'blocks':
      return <Blocks />;
    case 'pool':
      return <Pool />;
    case 'add':
      return <AddBoard />;
    case 'settings':
      return <Settings owner={owner} />;
    default:
      return <Fleet owner={owner} />;
  }
}

function App() {
  const [session, setSession] = useState<Session>();
  const [error, setError] = useState('');
  const route = useRoute();
  const ask = () =>
    get<Session>('/api/session').then(setSession, (problem: unknown) => setError((problem as Error).message));
  useEffect(() => {
    login.ended = () => setSession({ state: 'out' });
    void ask();
  }, []);
  const inside = session?.state === 'in';
  useEffect(() => (inside ? follow() : undefined), [inside]);
  if (session === undefined)
    return <main id="main">{error === '' ? <p>…</p> : <p class="bad">{error}</p>}</main>;
  const link = /^setup=([\w-]+)$/.exec(route)?.[1];
  if (session.state === 'new') return <SetUp link={link} done={setSession} />;
  if (session.state === 'out') return <LogIn done={setSession} />;
  return (
    <>
      <Header route={route} session={session} />
      <main id="main">
        <View route={route} owner={session.role === 'owner'} />
      </main>
    </>
  );
}

if (new URLSearchParams(location.search).has('eink')) document.documentElement.classList.add('eink');
render(<App />, document.getElementById('app')!);
