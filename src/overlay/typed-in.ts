import { shadowOf } from '../runtime/shadow-of.ts';

const editable =
  'input:not([type=button],[type=submit],[type=checkbox],[type=radio]),textarea,select,[contenteditable]:not([contenteditable=false])';

/** The field that has the focus, if a person types there; through shadow roots. */
export function typedIn(document: Document): Element | undefined {
  let active = document.activeElement;
  for (let within = active && shadowOf(active); within?.activeElement; within = active && shadowOf(active))
    active = within.activeElement;
  return active?.matches(editable) ? active : undefined;
}
