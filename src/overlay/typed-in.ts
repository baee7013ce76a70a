import { shadowOf } from '../runtime/shadow-of.ts';
import { documentIn } from './document-in.ts';

const editable =
  'input:not([type=button],[type=submit],[type=checkbox],[type=radio]),textarea,select,[contenteditable]:not([contenteditable=false])';

/** The field that has the focus, if a person types there; through shadow roots and frames of the same origin. */
export function typedIn(document: Document): Element | undefined {
  let active = document.activeElement;
  for (let within = active && inside(active); within?.activeElement; within = active && inside(active))
    active = within.activeElement;
  return active?.matches(editable) ? active : undefined;
}

/** What has a focused element of its own. */
const inside = (element: Element): Document | ShadowRoot | null => shadowOf(element) ?? documentIn(element);
