import { shadowOf } from '../runtime/shadow-of.ts';
import { contentOf, isRendered } from './name.ts';
import { record } from './record-control.ts';
import { roleOf } from './role.ts';
import type { PageModel } from './seen.ts';
import { count, rarityOf } from './tally.ts';
import type { Around, Place, Walk } from './walk.ts';
import { nameParts, print, prints, tidy } from './words.ts';

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
