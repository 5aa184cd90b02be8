/** What the page knows: read again every few seconds, and soon after something happens. */
import { useEffect, useState } from 'preact/hooks';
import { ApiError, get } from './api.js';

const POLL_MS = 5_000;
/** Events come in bursts: this long after the first one the page reads once. */
const EVENT_MS = 700;

export interface Read<T> {
  readonly value: T | undefined;
  readonly error: string;
}

type Listener = () => void;
const listeners = new Set<Listener>();
let waiting = false;

/** Something has changed: everybody who shows it reads again. */
export function changed(): void {
  if (waiting) return;
  waiting = true;
  setTimeout(() => {
    waiting = false;
    for (const listener of listeners) listener();
  }, EVENT_MS);
}

/** Listens to the node's events. @returns a function that ends it */
export function follow(): () => void {
  const source = new EventSource('/api/events');
  source.onmessage = changed;
  source.onopen = changed;
  return () => source.close();
}

/** Set by the page: what to do when the login has ended. */
export const login = { ended: (): void => {} };

/** Reads a path of the API now, every few seconds, and when something happens. */
export function useRead<T>(path: string, slow = false): Read<T> {
  const [read, setRead] = useState<Read<T>>({ value: undefined, error: '' });
  useEffect(() => {
    let here = true;
    const load = () =>
      get<T>(path).then(
        value => here && setRead({ value, error: '' }),
        (error: unknown) => {
          if (!here) return;
          if (error instanceof ApiError && error.code === 401) login.ended();
          else setRead(before => ({ value: before.value, error: String((error as Error).message) }));
        },
      );
    const again = () => void load();
    void load();
    const timer = setInterval(again, slow ? POLL_MS * 12 : POLL_MS);
    listeners.add(again);
    return () => {
      here = false;
      clearInterval(timer);
      listeners.delete(again);
    };
  }, [path, slow]);
  return read;
}
