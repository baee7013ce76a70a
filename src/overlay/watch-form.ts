import { on } from '../runtime/lifetime.ts';
import { typedIn } from './typed-in.ts';

export interface FormWatch {
  /** Is the person in the middle of something that must not be interrupted? */
  isBusy(): boolean;
  /** The address changed: what was being filled in is behind them. */
  moved(): void;
}

/** Milliseconds after the last sign of work before we look again. */
const breath = 800;
const search = 'input[type=search],[role=searchbox],[role=search] input';

/**
 * A person is busy while they type, while a field they changed has not been sent, and while a dialog of the page is open. A search is
 * over when its field is left. `onFree` hears when they may no longer be.
 */
export function watchForm(document: Document, lifetime: AbortSignal, onFree: () => void): FormWatch {
  const view = document.defaultView ?? window;
  const now: { changed: boolean; timer?: ReturnType<typeof setTimeout> } = { changed: false };
  const soon = () => {
    clearTimeout(now.timer);
    now.timer = setTimeout(onFree, breath);
  };
  const change = (event: Event) => {
    const [field] = event.composedPath();
    if (event.isTrusted && field instanceof Element && !field.matches(search)) now.changed = true;
  };
  on(view, 'input', change, lifetime, { capture: true, passive: true });
  on(
    view,
    'submit',
    () => {
      now.changed = false;
      soon();
    },
    lifetime,
    { capture: true },
  );
  for (const type of ['focusout', 'toggle', 'keyup', 'click']) on(view, type, soon, lifetime, { capture: true, passive: true });
  on(document, 'visibilitychange', soon, lifetime);
  lifetime.addEventListener('abort', () => clearTimeout(now.timer));
  return {
    isBusy: () => document.hidden || now.changed || typedIn(document) !== undefined || isAsking(document),
    moved: () => {
      now.changed = false;
      soon();
    },
  };
}

/** A dialog of the page's that waits for the person. */
const isAsking = (document: Document): boolean =>
  [...document.querySelectorAll('dialog:modal, [aria-modal=true]')].some((one) => one.checkVisibility());
