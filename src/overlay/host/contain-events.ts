import { on } from '../../runtime/lifetime.ts';
import { hideFocusFromPage } from './hide-focus-from-page.ts';

const CONTAINED_EVENTS =
  'focusin focusout keydown keyup keypress pointerdown pointerup mousedown mouseup click dblclick auxclick contextmenu touchstart touchend wheel'.split(
    ' ',
  );

/**
 * Keeps what a person does in the overlay from the page: no focus trap pulls them out, no shortcut of the page fires, no press counts as
 * one outside of a dialog. Our own listeners sit further in and have run by then. A page that captures on the window still learns that
 * something happened, though not on what; so nothing is ever typed here.
 */
export function containEvents(root: ShadowRoot, lifetime: AbortSignal): void {
  hideFocusFromPage(root.host, lifetime);
  on(root, 'keydown', keepPageDialogOpen, lifetime, { capture: true });
  for (const type of CONTAINED_EVENTS) on(root, type, (event) => event.stopPropagation(), lifetime, { passive: true });
}

/** Escape closes what is open of ours, not the dialog of the page around us; this runs before ours closes. */
function keepPageDialogOpen(event: KeyboardEvent): void {
  if (event.key === 'Escape' && !(event.target as Element).matches('[aria-expanded=false]')) event.preventDefault();
}
