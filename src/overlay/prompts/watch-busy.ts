import { focusedTextField } from '../../dom/focused-text-field.ts';
import { documentOfFrame, FRAMES, forEachWindow } from '../../dom/frames.ts';
import { SEARCH_FIELDS } from '../../dom/interactive-elements.ts';
import { windowOf } from '../../dom/node-getters.ts';
import { createTimer, on, onAbort } from '../../runtime/lifetime.ts';
import { onTrusted } from '../../runtime/on-trusted.ts';

interface BusyWatch {
  /** Whether the person is in the middle of something that must not be interrupted. */
  isBusy(): boolean;
  /** To be called when the URL has changed: what was being filled in is left behind. */
  urlChanged(): void;
}

/** Milliseconds after the last sign of work until the person may be free. */
const SETTLE_MS = 800;

/**
 * A person is busy while they type, while a field they changed has not been sent, and while a dialog of the page is open. A search is
 * over when its field is left. `onFree` is called when they may be free again.
 */
export function watchBusy(document: Document, lifetime: AbortSignal, onFree: () => void): BusyWatch {
  /** Documents with a field that was changed and not sent. */
  const changed = new Set<Document>();
  const timer = createTimer(lifetime);
  const checkSoon = () => timer.start(SETTLE_MS, onFree);
  forEachWindow(windowOf(document) ?? window, lifetime, (view, documentLifetime) => {
    const shown = view.document;
    const onInput = (event: Event) => {
      const field = event.composedPath()[0] as Element;
      if (!field.matches(SEARCH_FIELDS)) changed.add(shown);
    };
    const onSubmitted = () => {
      changed.delete(shown);
      checkSoon();
    };
    onTrusted(view, 'input', onInput, documentLifetime, { capture: true, passive: true });
    on(view, 'submit', onSubmitted, documentLifetime, { capture: true });
    for (const type of ['focusout', 'toggle', 'keyup', 'click'])
      onTrusted(view, type, checkSoon, documentLifetime, { capture: true, passive: true });
    if (shown !== document) onAbort(documentLifetime, onSubmitted);
  });
  on(document, 'visibilitychange', checkSoon, lifetime);
  return {
    isBusy: () => {
      // A frame that the app has removed shows no document any more.
      for (const one of changed) if (!windowOf(one)) changed.delete(one);
      return document.hidden || changed.size > 0 || focusedTextField(document) !== undefined || hasOpenDialog(document);
    },
    urlChanged: () => {
      changed.clear();
      checkSoon();
    },
  };
}

/** Whether a dialog of the page, or of a frame in it, waits for the person. */
function hasOpenDialog(document: Document): boolean {
  const isOpen = [...document.querySelectorAll('dialog:modal, [aria-modal=true]')].some((one) => one.checkVisibility());
  return isOpen || [...document.querySelectorAll(FRAMES)].some((frame) => hasOpenDialogIn(documentOfFrame(frame)));
}
const hasOpenDialogIn = (inner: Document | null): boolean => inner !== null && hasOpenDialog(inner);
