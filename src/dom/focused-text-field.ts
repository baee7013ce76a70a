import { documentOfFrame } from './frames.ts';
import { TEXT_FIELDS } from './interactive-elements.ts';
import { shadowRootOf } from './shadow-root-of.ts';

/** The focused element; through shadow roots and frames of the same origin. */
export function focusedElement(document: Document): Element | null {
  let active = document.activeElement;
  for (let scope = active && focusScopeOf(active); scope?.activeElement; scope = active && focusScopeOf(active))
    active = scope.activeElement;
  return active;
}

/** The focused field, if a person types there. */
export function focusedTextField(document: Document): Element | undefined {
  const active = focusedElement(document);
  return active?.matches(TEXT_FIELDS) ? active : undefined;
}

/** The tree inside an element that has a focused element of its own. */
const focusScopeOf = (element: Element): Document | ShadowRoot | null => shadowRootOf(element) ?? documentOfFrame(element);
