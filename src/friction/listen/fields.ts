import { after, on } from '../../runtime/lifetime.ts';
import { type Ear, elementsOf } from './ear.ts';
import { formNumber } from './mutations.ts';
import { now } from './now.ts';

/** No field refused for so long after a submit: it is taken. */
const TAKEN = 5000;
const searching = 'input[type=search], [role=searchbox], [role=search] input';
const results = 'a[href], tr, li, [role=row], [role=option], [role=listitem], [role=gridcell], [role=link], article';

/** Hears fields: that one changed, was left, was refused; never what is in it. */
export function listenFields(view: Window, ear: Ear): void {
  const refused: Record<number, number> = {};
  const search = { last: '', made: false };
  const hear = (type: string, listener: (event: Event) => void) =>
    on(view, type, (event) => event.isTrusted && listener(event), ear.lifetime, { capture: true, passive: true });
  const about = (field: Element) => ({ at: now(), field: ear.numbers.of(field), form: formNumber(field, ear) });

  hear('change', (event) => {
    const field = elementsOf(event)[0];
    if (!field) return;
    if (field.matches(searching)) return hearSearch(field as HTMLInputElement);
    ear.emit({ is: 'changed', ...about(field) });
    if ((field as HTMLInputElement).type === 'file') ear.emit({ is: 'imported', at: now() });
  });
  hear('focusout', (event) => {
    const field = elementsOf(event)[0];
    if (field?.matches('input, textarea, select, [contenteditable]')) ear.emit({ is: 'left-field', ...about(field) });
  });
  hear('invalid', (event) => {
    const field = elementsOf(event)[0];
    if (!field) return;
    refused[formNumber(field, ear)] = now();
    ear.emit({ is: 'invalid', ...about(field) });
    ear.emit({ is: 'trouble', at: now(), by: 'alert' });
  });
  hear('submit', (event) => hearSubmit(event.target as Element));
  for (const type of ['copy', 'cut']) hear(type, () => ear.emit({ is: 'copied', at: now() }));
  hear('paste', () => ear.emit({ is: 'pasted', at: now() }));
  hear('drop', (event) => {
    if ((event as DragEvent).dataTransfer?.types.includes('Files')) ear.emit({ is: 'imported', at: now() });
  });
  hear('pointerdown', (event) => {
    const chosen = elementsOf(event).some((element) => element.matches(results));
    if (search.made && chosen) ear.emit({ is: 'opened-result', at: now() });
    if (chosen) search.made = false;
  });

  /** The words stay here; that they differ is all that is told. */
  function hearSearch(field: HTMLInputElement): void {
    if (!field.value) return;
    ear.emit({ is: 'searched', at: now(), differs: field.value !== search.last });
    search.last = field.value;
    search.made = true;
  }

  function hearSubmit(form: Element): void {
    const number = ear.numbers.of(form);
    const at = now();
    ear.emit({ is: 'submitted', at, form: number });
    after(TAKEN, () => (refused[number] ?? 0) < at && ear.emit({ is: 'saved', at: now(), form: number }), ear.lifetime);
  }
}
