import { windowOf } from '../dom/node-getters.ts';

/**
 * Uses the browser's own setter. Frameworks define one on the element and remember the last value set through it; an `input` event with
 * that value is no change to them.
 */
export function setNatively(field: Element, property: 'value' | 'selectedIndex', to: string | number): void {
  const view = windowOf(field)!;
  const kinds = { input: view.HTMLInputElement, textarea: view.HTMLTextAreaElement, select: view.HTMLSelectElement };
  const { prototype } = kinds[field.localName as keyof typeof kinds];
  Object.getOwnPropertyDescriptor(prototype, property)?.set?.call(field, to);
}

export function dispatchInput(field: Element, data?: string): void {
  const view = windowOf(field)!;
  field.dispatchEvent(
    new view.InputEvent('input', { bubbles: true, composed: true, ...(data && { data, inputType: 'insertReplacementText' }) }),
  );
}

export function dispatchChange(field: Element, data?: string): void {
  dispatchInput(field, data);
  field.dispatchEvent(new (windowOf(field)!.Event)('change', { bubbles: true, composed: true }));
}
