import { SEARCH_FIELDS } from '../../../dom/interactive-elements.ts';
import { on } from '../../../runtime/lifetime.ts';
import { elementsInPath } from './elements.ts';
import { formIdOf } from './form-id-of.ts';
import { isInvalidEventRefusal } from './is-refusal.ts';
import { type ListenerContext, listen } from './listener-context.ts';
import { now } from './now.ts';

const TEXT_FIELDS = 'input, textarea, select, [contenteditable]';
const SEARCH_RESULTS = 'a[href], tr, li, [role=row], [role=option], [role=listitem], [role=gridcell], [role=link], article';

type TrustedListener = (type: keyof WindowEventMap, listener: (event: Event) => void) => void;

/** Emits that a field was changed, left or refused, and never what is in it. */
export function listenFields(view: Window, context: ListenerContext): void {
  const listenTrusted: TrustedListener = (type, listener) =>
    listen(view, type, (event) => event.isTrusted && listener(event), context);
  const emitSearch = listenSearch(listenTrusted, context);

  listenTrusted('change', (event) => {
    const field = elementsInPath(event)[0];
    if (!field) return;
    if (field.matches(SEARCH_FIELDS)) return emitSearch(field as HTMLInputElement);
    const fact = fieldFact(field, context);
    context.emit({ is: 'changed', ...fact });
    context.lastInput.changed = fact.form === 0 ? { field, at: fact.at } : null;
    if ((field as HTMLInputElement).type === 'file') context.emit({ is: 'imported', at: now() });
  });
  listenTrusted('focusout', (event) => {
    const field = elementsInPath(event)[0];
    if (field?.matches(TEXT_FIELDS)) context.emit({ is: 'left-field', ...fieldFact(field, context) });
  });
  listenForms(view, listenTrusted, context);
  listenTransfers(listenTrusted, context);
}

const fieldFact = (field: Element, context: ListenerContext) => ({
  at: now(),
  field: context.elementIds.idOf(field),
  form: formIdOf(field, context),
});

function listenForms(view: Window, listenTrusted: TrustedListener, context: ListenerContext): void {
  listenTrusted('invalid', (event) => {
    const field = elementsInPath(event)[0];
    if (!field) return;
    const isNews = context.noise.isNewError(field, 'invalid event', now());
    if (!isNews || !isInvalidEventRefusal(context.lastInput, context.cause.current(), now())) return;
    context.emit({ is: 'invalid', ...fieldFact(field, context) });
    context.emit({ is: 'error', at: now(), by: 'alert' });
  });
  // In the bubbling phase, when the page has decided whether it sends the form itself.
  on(
    view,
    'submit',
    (event) => {
      if (!event.isTrusted) return;
      const form = context.elementIds.idOf(event.target as Element);
      context.emit({ is: event.defaultPrevented ? 'attempted' : 'submitted', at: now(), form });
    },
    context.lifetime,
  );
}

function listenTransfers(listenTrusted: TrustedListener, context: ListenerContext): void {
  for (const type of ['copy', 'cut'] as const) listenTrusted(type, () => context.emit({ is: 'copied', at: now() }));
  listenTrusted('paste', () => context.emit({ is: 'pasted', at: now() }));
  listenTrusted('drop', (event) => {
    if ((event as DragEvent).dataTransfer?.types.includes('Files')) context.emit({ is: 'imported', at: now() });
  });
}

/** Emits that a result was opened after a search. The function that comes back emits a search: whether its words differ, never the words. */
function listenSearch(listenTrusted: TrustedListener, context: ListenerContext): (field: HTMLInputElement) => void {
  let lastWords = '';
  let hasOpenSearch = false;

  listenTrusted('pointerdown', (event) => {
    if (!elementsInPath(event).some((element) => element.matches(SEARCH_RESULTS))) return;
    if (hasOpenSearch) context.emit({ is: 'opened-result', at: now() });
    hasOpenSearch = false;
  });
  return ({ value }) => {
    if (!value) return;
    context.emit({ is: 'searched', at: now(), differs: value !== lastWords });
    lastWords = value;
    hasOpenSearch = true;
  };
}
