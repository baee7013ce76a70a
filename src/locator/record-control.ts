import { type Branch, ownOf } from './branch.ts';
import { iconOf } from './icon.ts';
import { contentOf, nameOf } from './name.ts';
import { columnOf, rowOf } from './row.ts';
import { groupsOf, nthOf } from './tally.ts';
import type { Met, Reading } from './walk.ts';
import { nameParts, print, prints, tidy } from './words.ts';

type Reader = (met: Met & { box: DOMRect }) => unknown;

/** What is read of a control itself. */
export const own: Record<string, Reader> = {
  type: ({ element }) => attributeOf(element, 'type').toLowerCase(),
  label: ({ element, role }) => nameOf(element, role),
  name: ({ label }) => prints(label),
  text: textOf,
  hint: ({ element, type }) =>
    prints(
      [
        'placeholder',
        'title',
        'alt',
        'aria-description',
        'data-tooltip',
        ...(/^(button|submit|reset)$/.test(type) ? ['value'] : []),
      ]
        .map((name) => attributeOf(element, name))
        .join(' '),
    ),
  ids: ({ element }) => idsOf(element),
  href: ({ element }) => nameParts(attributeOf(element, 'href').replace(/^[a-z]+:\/\/[^/]*/, ''), 16),
  classes: ({ element }) => nameParts(attributeOf(element, 'class')),
  icon: ({ element }) => iconOf(element),
};

/** What is read of where it stands. */
export const here: Record<string, Reader> = {
  around: ({ branch }) =>
    around(branch, 4)
      .flatMap(({ node }) => nameParts(attributeOf(node as Element, 'class'), 6))
      .slice(0, 16),
  row: ({ element, name, reading }) => rowOf(element, name, reading.rows).slice(0, 12),
  column: ({ element }) => columnOf(element),
  section: ({ heading }) => sectionOf(heading),
  key: ({ label, role, before }) => keyOf(label) || labelKey(role, before),
  before: ({ said }) => prints(tidy(said).slice(-60), 6),
  after: ({ next }) => prints(tidy(next), 6),
  form: ({ place }) => formOf(place.form),
  path: ({ branch }) => pathOf(branch),
  inside: ({ place }) => place.inside,
  landmark: ({ place }) => place.landmark,
  box: ({ element }) => element.getBoundingClientRect(),
  x: ({ box, place }) => box.x + place.dx,
  y: ({ box, place }) => box.y + place.dy,
  w: ({ box }) => box.width,
  h: ({ box }) => box.height,
  nth: (met) => nthOf(met, groupsIn(met.reading)),
};

/** Words of a heading, read once for all below it. */
function sectionOf(heading: Branch | undefined): number[] {
  if (!heading) return [];
  const own = ownOf(heading);
  own.section ??= prints(contentOf(heading.node as Element));
  return own.section as number[];
}

function groupsIn(reading: Reading): Map<string, Met[]> {
  reading.groups ??= groupsOf(reading.seen);
  return reading.groups;
}

const attributeOf = (element: Element, name: string): string => element.getAttribute(name) ?? '';

/** The branches around, nearest first. */
function around({ parent }: Branch, most: number): Branch[] {
  const found: Branch[] = [];
  for (let at = parent; at?.parent && found.length < most; at = at.parent) found.push(at);
  return found;
}

/** Elements around it. Rows and items are one whether elements or roles make them: another row is another thing. */
const pathOf = (branch: Branch): number[] => around(branch, 8).map(({ role, tag }) => print(rows[role] ?? tag));
const rows: Record<string, string> = { row: 'tr', listitem: 'li', article: 'li' };

/** `form.id` may be a field of that name, so only the attributes are read. */
function formOf(form: Element | undefined): number[] {
  return form ? nameParts(['id', 'name', 'action', 'aria-label'].map((name) => attributeOf(form, name)).join(' ')) : [];
}

/** One fingerprint for a whole name, counts and signs apart. */
export const keyOf = (label: string): number => keyOfPrints(prints(label, 30));

/** The same from the words of a name. */
export const keyOfPrints = (words: readonly number[]): number => (words.length ? print(`=${words.join(' ')}`) : 0);

/** A field without a name goes by the words just before it. */
const labelKey = (role: string, before: readonly number[]): number =>
  isField.test(role) && before.length ? print(`~${before}`) : 0;
const isField = /^(textbox|searchbox|spinbutton|combobox|listbox|slider)$/;

function textOf({ element, tag, label, name }: Met): number[] {
  if (tag === 'select')
    return prints(
      [...(element as HTMLSelectElement).options]
        .slice(0, 8)
        .map((option) => option.text)
        .join(' '),
    );
  if (/^(input|textarea|img)$/.test(tag)) return [];
  return !element.childElementCount && !element.shadowRoot && tidy(element.textContent) === label
    ? name
    : prints(contentOf(element));
}

function idsOf(element: Element): number[] {
  let said = '';
  for (const name of element.getAttributeNames()) if (written.test(name)) said += ` ${attributeOf(element, name).slice(0, 80)}`;
  return nameParts(said);
}

/** Attributes whose values people write. */
const written = /^(id|name|for|autocomplete|data-(?!v-|react)[a-z-]+|aria-controls|formcontrolname|ng-model|itemprop)$/;
