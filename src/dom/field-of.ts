import { shadowRootOf } from './shadow-root-of.ts';

export const FIELD_SELECTOR = 'input,textarea,select';

/** The control itself if it is a field, or the one field within it: component libraries wrap a field, often in a shadow root. */
export function fieldOf(control: Element): Element {
  if (control.matches(FIELD_SELECTOR)) return control;
  const fieldsInside = control.querySelectorAll(FIELD_SELECTOR);
  if (fieldsInside.length === 1) return fieldsInside[0]!;
  const fieldsInShadow = shadowRootOf(control)?.querySelectorAll(FIELD_SELECTOR);
  return fieldsInShadow?.length === 1 ? fieldsInShadow[0]! : control;
}
