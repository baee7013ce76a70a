import type { ListenerContext } from './listener-context.ts';

/** The id of the form that a field belongs to; 0 if it belongs to none. */
export function formIdOf(field: Element, { elementIds }: Pick<ListenerContext, 'elementIds'>): number {
  const form = field.closest('form, [role=form]');
  return form ? elementIds.idOf(form) : 0;
}
