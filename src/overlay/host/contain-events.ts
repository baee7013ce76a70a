import { on } from '../../runtime/lifetime.ts';
import { hideFocusFromPage } from './hide-focus-from-page.ts';

/**
 * What a person does in the overlay is none of the page's business: a focus trap must not pull them out of it, a shortcut of the page
 * must not fire, a press must not count as one beside its dialog. Our own listeners sit further in and have run by then. A page that
 * captures on the window still hears that something happened, though not on what; so nothing is ever typed here.
 */
const CONTAINED_EVENTS =
  'focusin focusout keydown keyup keypress pointerdown pointerup mousedown mouseup click dblclick auxclick contextmenu touchstart touchend wheel'.split(
    ' ',
  );

export function containEvents(root: ShadowRoot, lifetime: AbortSignal): void {
  hideFocusFromPage(root.host, lifetime);
  on(root, 'keydown', keepPageDialogOpen, lifetime, { capture: true });
  for (const type of CONTAINED_EVENTS) on(root, type, (event) => event.stopPropagation(), lifetime, { passive: true });
}

/** Before ours closes: Escape closes what is open of ours; the dialog of the page around us is not meant. */
function keepPageDialogOpen(event: KeyboardEvent): void {
  if (event.key === 'Escape' && !(event.target as Element).matches('[aria-expanded=false]')) event.preventDefault();
}
