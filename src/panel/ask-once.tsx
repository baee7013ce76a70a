import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Say } from '../runtime/say.ts';

interface AskOnceProps {
  say: Say;
  /** On the button. */
  label: string;
  /** For those who hear the button apart from what it stands beside. */
  named?: string;
  /** What is to be confirmed; made when it is asked. */
  sure(): string | Promise<string>;
  act(): void | Promise<void>;
}

/** A button that cannot be undone: it asks once, in its own place, and takes no for an answer. */
export function AskOnce({ say, label, named, sure, act }: AskOnceProps) {
  const asking = useSignal<string | null>(null);
  const no = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  // Before anything is drawn: a key pressed at once must not meet where the focus was.
  useLayoutEffect(() => {
    if (asking.value !== null) no.current?.focus();
  }, [asking.value]);
  const back = () => {
    asking.value = null;
    requestAnimationFrame(() => first.current?.focus());
  };
  const begin = async () => {
    asking.value = await sure();
  };
  if (asking.value === null)
    return (
      <button type="button" class="quiet" ref={first} aria-label={named} onClick={() => void begin()}>
        {label}
      </button>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be one more box to read, and there is no field in it
    <div class="ask" role="group" aria-label={asking.value} onKeyDown={(event) => event.key === 'Escape' && back()}>
      <p>{asking.value}</p>
      <div class="row">
        <button
          type="button"
          class="grave"
          onClick={() => {
            asking.value = null;
            void act();
          }}
        >
          {say('deleteYes')}
        </button>
        <button type="button" ref={no} onClick={back}>
          {say('deleteNo')}
        </button>
      </div>
    </div>
  );
}
