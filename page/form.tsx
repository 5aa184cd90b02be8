/** Forms: one act at a time, its result said below the button. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

export function Field({
  name,
  value,
  set,
  hint,
  ...rest
}: {
  name: string;
  value: string;
  set: (value: string) => void;
  hint?: string;
  type?: string;
  autocomplete?: string;
  pattern?: string;
  required?: boolean;
}) {
  const id = useId();
  return (
    <p class="field">
      <label for={id}>{name}</label>
      <input
        {...(rest as object)}
        id={id}
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onInput={event => set(event.currentTarget.value)}
      />
      {hint !== undefined && (
        <small id={`${id}-hint`} class="dim">
          {hint}
        </small>
      )}
    </p>
  );
}

/** @param act resolves with what to say; throws an error with a message for people */
export function Form({
  act,
  submit,
  children,
}: {
  act: () => Promise<string>;
  submit: string;
  children?: ComponentChildren;
}) {
  const { run, busy, said } = useAct();
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        void run(act);
      }}
    >
      {children}
      <button type="submit" disabled={busy}>
        {submit}
      </button>
      <Said {...said} />
    </form>
  );
}

export interface SaidText {
  text: string;
  bad: boolean;
}

export function Said({ text, bad }: SaidText) {
  return (
    <p role="status" class={bad ? 'bad' : 'good'}>
      {text}
    </p>
  );
}

/** Runs one act at a time, and keeps what is to be said about it. */
export function useAct() {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<SaidText>({ text: '', bad: false });
  const run = async (act: () => Promise<string>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setSaid({ text: '', bad: false });
    try {
      setSaid({ text: await act(), bad: false });
    } catch (error) {
      setSaid({ text: (error as Error).message, bad: true });
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, said };
}
