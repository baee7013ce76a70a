import { documentOfFrame } from './document-of-frame.ts';
import { shadowRootOf } from './shadow-root-of.ts';

const TEXT_FIELD =
  'input:not([type=button],[type=submit],[type=checkbox],[type=radio]),textarea,select,[contenteditable]:not([contenteditable=false])';

/** The field that has the focus, if a person types there; through shadow roots and frames of the same origin. */
export function focusedTextField(document: Document): Element | undefined {
  let active = document.activeElement;
  for (let within = active && focusScopeOf(active); within?.activeElement; within = active && focusScopeOf(active))
    active = within.activeElement;
  return active?.matches(TEXT_FIELD) ? active : undefined;
}

/** What has a focused element of its own. */
const focusScopeOf = (element: Element): Document | ShadowRoot | null => shadowRootOf(element) ?? documentOfFrame(element);
