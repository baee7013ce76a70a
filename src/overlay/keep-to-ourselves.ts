import { on } from '../runtime/lifetime.ts';

/**
 * What a person does in the overlay is none of the page's business: a focus trap must not pull them out of it, a shortcut of the page
 * must not fire, a press must not count as one beside its dialog. Our own listeners sit further in and have run by then. A page that
 * captures on the window still hears that something happened, though not on what; so nothing is ever typed here.
 */
const kept = [
  'focusin',
  'focusout',
  'keydown',
  'keyup',
  'keypress',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchend',
  'wheel',
] as const;

export function keepToOurselves(root: ShadowRoot, lifetime: AbortSignal): void {
  const { host } = root;
  // A trap that captures on the document would hear of our focus before our root does: it is stopped further out.
  const stop = (event: Event) => event.target === host && event.stopImmediatePropagation();
  on(host.ownerDocument.defaultView ?? window, 'focusin', stop, lifetime, { capture: true });
  for (const type of kept) on(root, type, (event) => event.stopPropagation(), lifetime, { passive: true });
}
