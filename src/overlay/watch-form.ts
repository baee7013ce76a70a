import { eachView } from '../runtime/each-view.ts';
import { on } from '../runtime/lifetime.ts';
import { viewOf } from '../runtime/tree.ts';
import { documentIn } from './document-in.ts';
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
  /** Where something was changed and not sent. */
  const changed = new Set<Document>();
  const waiting: { timer?: ReturnType<typeof setTimeout> } = {};
  const soon = () => {
    clearTimeout(waiting.timer);
    if (!lifetime.aborted) waiting.timer = setTimeout(onFree, breath);
  };
  eachView(viewOf(document) ?? window, lifetime, (view, life) => {
    const shown = view.document;
    const change = (event: Event) => {
      const field = event.composedPath()[0] as Element;
      if (event.isTrusted && !field.matches(search)) changed.add(shown);
    };
    const over = () => {
      changed.delete(shown);
      soon();
    };
    on(view, 'input', change, life, { capture: true, passive: true });
    on(view, 'submit', over, life, { capture: true });
    for (const type of ['focusout', 'toggle', 'keyup', 'click']) on(view, type, soon, life, { capture: true, passive: true });
    if (shown !== document) life.addEventListener('abort', over);
  });
  on(document, 'visibilitychange', soon, lifetime);
  lifetime.addEventListener('abort', () => clearTimeout(waiting.timer));
  return {
    isBusy: () => {
      // A frame that the app has taken away shows nothing any more.
      for (const one of changed) if (!viewOf(one)) changed.delete(one);
      return document.hidden || changed.size > 0 || typedIn(document) !== undefined || isAsking(document);
    },
    moved: () => {
      changed.clear();
      soon();
    },
  };
}

/** A dialog of the page's that waits for the person. */
function isAsking(document: Document): boolean {
  const open = [...document.querySelectorAll('dialog:modal, [aria-modal=true]')].some((one) => one.checkVisibility());
  return open || [...document.querySelectorAll('iframe, frame')].some((frame) => isAskingIn(documentIn(frame)));
}
const isAskingIn = (inner: Document | null): boolean => inner !== null && isAsking(inner);
