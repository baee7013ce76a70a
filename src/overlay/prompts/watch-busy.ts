import { focusedTextField } from '../../dom/focused-text-field.ts';
import { documentOfFrame, forEachWindow } from '../../dom/frames.ts';
import { windowOf } from '../../dom/node-getters.ts';
import { on } from '../../runtime/lifetime.ts';

export interface BusyWatch {
  /** Is the person in the middle of something that must not be interrupted? */
  isBusy(): boolean;
  /** The address changed: what was being filled in is behind them. */
  urlChanged(): void;
}

/** Milliseconds after the last sign of work before we look again. */
const SETTLE_MS = 800;
const SEARCH_FIELD = 'input[type=search],[role=searchbox],[role=search] input';

/**
 * A person is busy while they type, while a field they changed has not been sent, and while a dialog of the page is open. A search is
 * over when its field is left. `onFree` hears when they may no longer be.
 */
export function watchBusy(document: Document, lifetime: AbortSignal, onFree: () => void): BusyWatch {
  /** Where something was changed and not sent. */
  const changed = new Set<Document>();
  const waiting: { timer?: ReturnType<typeof setTimeout> } = {};
  const checkSoon = () => {
    clearTimeout(waiting.timer);
    if (!lifetime.aborted) waiting.timer = setTimeout(onFree, SETTLE_MS);
  };
  forEachWindow(windowOf(document) ?? window, lifetime, (view, life) => {
    const shown = view.document;
    const onInput = (event: Event) => {
      const field = event.composedPath()[0] as Element;
      if (event.isTrusted && !field.matches(SEARCH_FIELD)) changed.add(shown);
    };
    const onSubmitted = () => {
      changed.delete(shown);
      checkSoon();
    };
    on(view, 'input', onInput, life, { capture: true, passive: true });
    on(view, 'submit', onSubmitted, life, { capture: true });
    for (const type of ['focusout', 'toggle', 'keyup', 'click'])
      on(view, type, checkSoon, life, { capture: true, passive: true });
    if (shown !== document) life.addEventListener('abort', onSubmitted);
  });
  on(document, 'visibilitychange', checkSoon, lifetime);
  lifetime.addEventListener('abort', () => clearTimeout(waiting.timer));
  return {
    isBusy: () => {
      // A frame that the app has taken away shows nothing any more.
      for (const one of changed) if (!windowOf(one)) changed.delete(one);
      return document.hidden || changed.size > 0 || focusedTextField(document) !== undefined || hasOpenDialog(document);
    },
    urlChanged: () => {
      changed.clear();
      checkSoon();
    },
  };
}

/** A dialog of the page's that waits for the person. */
function hasOpenDialog(document: Document): boolean {
  const open = [...document.querySelectorAll('dialog:modal, [aria-modal=true]')].some((one) => one.checkVisibility());
  return open || [...document.querySelectorAll('iframe, frame')].some((frame) => hasOpenDialogIn(documentOfFrame(frame)));
}
const hasOpenDialogIn = (inner: Document | null): boolean => inner !== null && hasOpenDialog(inner);
