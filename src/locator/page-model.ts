import { shadowOf } from '../runtime/shadow-of.ts';
import { iconOf } from './icon.ts';
import { contentOf, isRendered, nameOf } from './name.ts';
import { roleOf } from './role.ts';
import { columnOf, type Rows, rowOf } from './row.ts';
import { nameParts, print, prints, tidy } from './words.ts';

/** A control or heading as the locator sees it. Lists of numbers are fingerprints of words. */
export interface Seen {
  element: Element;
  /** Place in the order of the page. */
  at: number;
  role: string;
  tag: string;
  type: string;
  label: string;
  /** The whole name as one fingerprint; 0 if there is none. */
  key: number;
  name: number[];
  text: number[];
  hint: number[];
  ids: number[];
  href: number[];
  classes: number[];
  around: number[];
  icon: number[];
  row: number[];
  column: number[];
  section: number[];
  before: number[];
  after: number[];
  form: number[];
  path: number[];
  inside: number[];
  landmark: string;
  x: number;
  y: number;
  w: number;
  h: number;
  nth: number[];
  /** The candidate it lies in. */
  holder: Seen | undefined;
}

export interface PageModel {
  seen: Seen[];
  byElement: Map<Element, Seen>;
  width: number;
  language: string;
  /** How much a word tells: 1 if one control has it, less if many have. */
  rarity: Map<number, number>;
  isWide: boolean;
  /** Where each word is, once it was asked for. */
  index?: Map<number, number[]>;
  /** The wide model of the same page, once it was asked for. */
  wide?: PageModel;
  /** Every document and shadow root that was read. */
  roots: (Document | ShadowRoot)[];
}

/** Where the walk is: what every element below inherits. */
interface Place {
  section: number[];
  landmark: string;
  form: number[];
  inside: number[];
  holder: Seen | undefined;
  dx: number;
  dy: number;
}

/** The elements around, nearest first. */
interface Around {
  element: Element;
  around: Around | undefined;
}

interface Walk {
  model: PageModel;
  rows: Rows;
  /** Words met last. */
  said: string;
  /** Controls that have not met the words after them. */
  waiting: Seen[];
  /** Are elements with words of their own taken as well? */
  wide: boolean;
}

const control = /^(a|area|button|input|select|textarea|summary|h[1-6]|th|label|img|legend)$/;
const controlRole =
  /^(button|link|heading|tab|menuitem|menuitemcheckbox|menuitemradio|option|checkbox|radio|switch|treeitem|columnheader|rowheader|combobox|listbox|textbox|searchbox|slider|spinbutton|img|progressbar|meter)$/;
const scope = /^(section|article|aside|nav|main|form|fieldset|dialog|table|header|footer)$/;
const landmarkRole =
  /^(navigation|main|complementary|banner|contentinfo|form|search|dialog|alertdialog|menu|menubar|toolbar|tablist|tabpanel|table|grid|tree|listbox|region)$/;
const skipped = /^(script|style|template|noscript|head|link|meta)$/;

/**
 * Everything on a page that an anchor may mean, read in one pass, through shadow roots and frames of the same origin: controls and
 * headings, and in a wide model every element with words of its own.
 */
export function modelOf(page: Document | ShadowRoot, wide = false): PageModel {
  const document = page.nodeType === 9 ? (page as Document) : page.ownerDocument!;
  const view = document.defaultView;
  const model: PageModel = {
    seen: [],
    byElement: new Map(),
    roots: [page],
    rarity: new Map(),
    isWide: wide,
    width: view?.innerWidth || 1280,
    language: document.documentElement.lang.toLowerCase(),
  };
  const walk: Walk = { model, rows: { words: new Map(), counts: new Map(), panels: new Map() }, said: '', waiting: [], wide };
  const place: Place = {
    section: [],
    landmark: '',
    form: [],
    inside: [],
    holder: undefined,
    dx: view?.scrollX ?? 0,
    dy: view?.scrollY ?? 0,
  };
  for (const child of page.children) visit(child, place, undefined, walk);
  count(model.seen);
  model.rarity = rarityOf(model.seen);
  return model;
}

/** The wide model beside a model; made once. */
export function wideOf(model: PageModel, page: Document | ShadowRoot): PageModel {
  model.wide ??= modelOf(page, true);
  return model.wide;
}

function visit(element: Element, place: Place, around: Around | undefined, walk: Walk): void {
  const tag = element.localName;
  if (skipped.test(tag) || !isRendered(element)) return;
  const role = roleOf(element);
  const seen = isCandidate(element, tag, role, walk) ? record(element, role, place, around, walk) : undefined;
  if (role === 'heading' || tag === 'legend' || tag === 'caption') place.section = prints(contentOf(element));
  const shadow = shadowOf(element);
  const isScope = scope.test(tag) || landmarkRole.test(role);
  // Most elements change nothing about where their children are, and share the place of their parent.
  const inner = isScope || shadow || seen ? within(element, tag, role, place) : place;
  if (shadow) {
    inner.inside = [...place.inside, print(tag)];
    walk.model.roots.push(shadow);
  }
  if (seen) inner.holder = seen;
  const here = { element, around };
  if (tag === 'iframe' || tag === 'frame') enterFrame(element as HTMLIFrameElement, inner, here, walk);
  else for (const node of childrenOf(element, shadow)) step(node, inner, here, walk);
  if (!isScope) place.section = inner.section;
  if (seen) walk.waiting.push(seen);
}

function step(node: Node, place: Place, around: Around, walk: Walk): void {
  if (node.nodeType === 1) visit(node as Element, place, around, walk);
  const said = node.nodeType === 3 ? tidy(node.nodeValue) : '';
  if (!said) return;
  walk.said = said;
  if (!walk.waiting.length) return;
  const after = prints(said, 6);
  for (const seen of walk.waiting) seen.after = after;
  walk.waiting = [];
}

function childrenOf(element: Element, shadow: ShadowRoot | null): Iterable<Node> {
  if (shadow) return shadow.childNodes;
  if (element.localName === 'slot') {
    const filled = (element as HTMLSlotElement).assignedNodes({ flatten: true });
    if (filled.length) return filled;
  }
  return /^(select|textarea|svg|datalist)$/.test(element.localName) ? [] : element.childNodes;
}

function within(element: Element, tag: string, role: string, place: Place): Place {
  const inner = { ...place };
  if (landmarkRole.test(role)) inner.landmark = role;
  if (tag === 'form') inner.form = formOf(element);
  return inner;
}

/** `form.id` may be a field of that name, so only the attributes are read. */
function formOf(form: Element): number[] {
  return nameParts(['id', 'name', 'action', 'aria-label'].map((attribute) => form.getAttribute(attribute) ?? '').join(' '));
}

function enterFrame(frame: HTMLIFrameElement, place: Place, around: Around, walk: Walk): void {
  const root = contentOfFrame(frame)?.documentElement;
  if (!root) return;
  walk.model.roots.push(root.ownerDocument);
  const box = frame.getBoundingClientRect();
  const view = root.ownerDocument.defaultView;
  const offset = { dx: place.dx + box.x + (view?.scrollX ?? 0), dy: place.dy + box.y + (view?.scrollY ?? 0) };
  visit(root, { ...place, ...offset, inside: [...place.inside, print('frame')] }, around, walk);
}

/** The document in a frame, if it may be read: frames of other origins answer null or throw. */
export function contentOfFrame(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

function isCandidate(element: Element, tag: string, role: string, walk: Walk): boolean {
  if (tag === 'input') return element.getAttribute('type')?.toLowerCase() !== 'hidden';
  if (tag === 'a')
    return (
      element.hasAttribute('href') || element.hasAttribute('role') || element.hasAttribute('onclick') || !!element.firstChild
    );
  if (control.test(tag)) return true;
  if (controlRole.test(role)) return tag !== 'svg' || element.hasAttribute('role');
  const acts =
    element.getAttribute('tabindex')?.trim() === '0' ||
    element.hasAttribute('onclick') ||
    element.hasAttribute('contenteditable');
  return acts || (walk.wide && hasWords(element));
}

function hasWords(element: Element): boolean {
  for (const node of element.childNodes) if (node.nodeType === 3 && tidy(node.nodeValue)) return true;
  return false;
}

function record(element: Element, role: string, place: Place, around: Around | undefined, walk: Walk): Seen | undefined {
  const box = element.getBoundingClientRect();
  if (box.width < 1 || box.height < 1) return undefined;
  const label = nameOf(element, role);
  const attribute = (name: string) => element.getAttribute(name) ?? '';
  const name = prints(label);
  const seen: Seen = {
    element,
    at: walk.model.seen.length,
    role,
    tag: element.localName,
    type: attribute('type').toLowerCase(),
    label,
    key: keyOf(label),
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
    before: prints(walk.said.slice(-60), 6),
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
export const keyOf = (label: string): number => (label ? print(`=${prints(label, 30).join(' ')}`) : 0);

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

/** How much each word tells on a page. */
export function rarityOf(seen: readonly Seen[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const one of seen)
    for (const words of [one.name, one.ids, one.href, one.classes, one.around, one.icon, one.row])
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const [word, count] of counts) counts.set(word, count ** -0.75);
  return counts;
}

/** Position among its like in the parent, and among its role under the same heading. */
function count(seen: readonly Seen[]): void {
  const inParent = new Map<Node | null, Map<string, Seen[]>>();
  const inSection = new Map<string, Seen[]>();
  for (const one of seen) {
    const siblings = inParent.get(one.element.parentNode) ?? new Map<string, Seen[]>();
    inParent.set(one.element.parentNode, siblings);
    push(siblings, one.tag, one);
    push(inSection, `${one.section} ${one.landmark} ${one.role}`, one);
  }
  for (const groups of [...inParent.values(), inSection])
    for (const group of groups.values()) for (const [at, one] of group.entries()) one.nth.push(at, group.length);
}

function push<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
