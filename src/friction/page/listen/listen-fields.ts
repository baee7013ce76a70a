import { after, on } from '../../../runtime/lifetime.ts';
import { formIdOf } from './listen-mutations.ts';
import { elementsInPath, type ListenerContext } from './listener-context.ts';
import { now } from './now.ts';

/** No field refused for so long after a submit: it is taken. */
const ACCEPTED_AFTER_MS = 5000;
const SEARCH_FIELDS = 'input[type=search], [role=searchbox], [role=search] input';
const SEARCH_RESULTS = 'a[href], tr, li, [role=row], [role=option], [role=listitem], [role=gridcell], [role=link], article';

/** Hears fields: that one changed, was left, was refused; never what is in it. */
export function listenFields(view: Window, context: ListenerContext): void {
  const refusedAt: Record<number, number> = {};
  const search = { last: '', made: false };
  const listen = (type: string, listener: (event: Event) => void) =>
    on(view, type, (event) => event.isTrusted && listener(event), context.lifetime, { capture: true, passive: true });
  const fieldFact = (field: Element) => ({ at: now(), field: context.elementIds.idOf(field), form: formIdOf(field, context) });

  listen('change', (event) => {
    const field = elementsInPath(event)[0];
    if (!field) return;
    if (field.matches(SEARCH_FIELDS)) return emitSearch(field as HTMLInputElement);
    context.emit({ is: 'changed', ...fieldFact(field) });
    if ((field as HTMLInputElement).type === 'file') context.emit({ is: 'imported', at: now() });
  });
  listen('focusout', (event) => {
    const field = elementsInPath(event)[0];
    if (field?.matches('input, textarea, select, [contenteditable]')) context.emit({ is: 'left-field', ...fieldFact(field) });
  });
  listen('invalid', (event) => {
    const field = elementsInPath(event)[0];
    if (!field) return;
    refusedAt[formIdOf(field, context)] = now();
    context.emit({ is: 'invalid', ...fieldFact(field) });
    context.emit({ is: 'trouble', at: now(), by: 'alert' });
  });
  listen('submit', (event) => emitSubmit(event.target as Element));
  for (const type of ['copy', 'cut']) listen(type, () => context.emit({ is: 'copied', at: now() }));
  listen('paste', () => context.emit({ is: 'pasted', at: now() }));
  listen('drop', (event) => {
    if ((event as DragEvent).dataTransfer?.types.includes('Files')) context.emit({ is: 'imported', at: now() });
  });
  listen('pointerdown', (event) => {
    const chosen = elementsInPath(event).some((element) => element.matches(SEARCH_RESULTS));
    if (search.made && chosen) context.emit({ is: 'opened-result', at: now() });
    if (chosen) search.made = false;
  });

  /** The words stay here; that they differ is all that is told. */
  function emitSearch(field: HTMLInputElement): void {
    if (!field.value) return;
    context.emit({ is: 'searched', at: now(), differs: field.value !== search.last });
    search.last = field.value;
    search.made = true;
  }

  function emitSubmit(form: Element): void {
    const formId = context.elementIds.idOf(form);
    const at = now();
    context.emit({ is: 'submitted', at, form: formId });
    after(
      ACCEPTED_AFTER_MS,
      () => (refusedAt[formId] ?? 0) < at && context.emit({ is: 'saved', at: now(), form: formId }),
      context.lifetime,
    );
  }
}
