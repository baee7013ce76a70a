import { iconOf } from './icon.ts';
import { contentOf, nameOf } from './name.ts';
import { columnOf, rowOf } from './row.ts';
import type { Seen } from './seen.ts';
import type { Around, Place, Walk } from './walk.ts';
import { nameParts, print, prints, tidy } from './words.ts';

/** Read a control where the walk has met it; nothing if it has no size. */
export function record(element: Element, role: string, place: Place, around: Around | undefined, walk: Walk): Seen | undefined {
  const box = element.getBoundingClientRect();
  if (box.width < 1 || box.height < 1) return undefined;
  const label = nameOf(element, role);
  const attribute = (name: string) => element.getAttribute(name) ?? '';
  const name = prints(label);
  const said = prints(walk.said.slice(-60), 6);
  const seen: Seen = {
    element,
    at: walk.model.seen.length,
    role,
    tag: element.localName,
    type: attribute('type').toLowerCase(),
    label,
    key: keyOf(label) || labelKey(role, said),
    name,
    text: textOf(element, label, name),
    hint: prints(
      ['placeholder', 'title', 'alt', 'aria-description', 'data-tooltip', 'value']
        .filter((one) => one !== 'value' || /^(button|submit|reset)$/.test(attribute('type')))
        .map(attribute)
        .join(' '),
    ),
    ids: idsOf(element),
    href: nameParts(attribute('href').replace(/^[a-z]+:\/\/[^/]*/, ''), 16),
    classes: nameParts(attribute('class')),
    around: elementsOf(around, 4)
      .flatMap((one) => nameParts(one.getAttribute('class') ?? '', 6))
      .slice(0, 16),
    icon: iconOf(element),
    row: rowOf(element, name, walk.rows).slice(0, 12),
    column: columnOf(element, walk.rows),
    section: place.section,
    before: said,
    after: [],
    form: place.form,
    path: elementsOf(around, 8).map((one) => print(one.localName)),
    inside: place.inside,
    landmark: place.landmark,
    x: box.x + place.dx,
    y: box.y + place.dy,
    w: box.width,
    h: box.height,
    nth: [],
    holder: place.holder,
  };
  walk.model.seen.push(seen);
  walk.model.byElement.set(element, seen);
  return seen;
}

function elementsOf(around: Around | undefined, most: number): Element[] {
  const found: Element[] = [];
  for (let at = around; at && found.length < most; at = at.around) found.push(at.element);
  return found;
}

/** One fingerprint for a whole name, counts and signs apart. */
export const keyOf = (label: string): number => keyOfPrints(prints(label, 30));

/** The same from the words of a name. */
export const keyOfPrints = (words: readonly number[]): number => (words.length ? print(`=${words.join(' ')}`) : 0);

/** A field without a name goes by the words just before it. */
const labelKey = (role: string, before: readonly number[]): number =>
  isField.test(role) && before.length ? print(`~${before}`) : 0;
const isField = /^(textbox|searchbox|spinbutton|combobox|listbox|slider)$/;

function textOf(element: Element, label: string, name: number[]): number[] {
  if (element.localName === 'select')
    return prints(
      [...(element as HTMLSelectElement).options]
        .slice(0, 8)
        .map((option) => option.text)
        .join(' '),
    );
  if (/^(input|textarea|img)$/.test(element.localName)) return [];
  return !element.childElementCount && !element.shadowRoot && tidy(element.textContent) === label
    ? name
    : prints(contentOf(element));
}

function idsOf(element: Element): number[] {
  let said = '';
  for (const name of element.getAttributeNames()) if (written.test(name)) said += ` ${element.getAttribute(name)!.slice(0, 80)}`;
  return nameParts(said);
}

/** Attributes whose values people write. */
const written = /^(id|name|for|autocomplete|data-(?!v-|react)[a-z-]+|aria-controls|formcontrolname|ng-model|itemprop)$/;
