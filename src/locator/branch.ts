import { shadowOf } from '../runtime/shadow-of.ts';
import { isRendered } from './name.ts';
import { roleOf } from './role.ts';
import type { Rows } from './row.ts';

/** A node that is drawn, and what is drawn in it: branches, and texts as they stand. */
export interface Branch {
  node: Node;
  parent: Branch | undefined;
  tag: string;
  role: string;
  kind: Kind;
  kids: (Branch | string)[];
  /** Its shadow root, or the document in it. */
  inner: ShadowRoot | Document | null;
  /** Does an anchor mean such an element? In a wide model also one with words of its own. */
  isControl: boolean;
  /** What was read of it since it last changed. */
  own: Record<string, unknown> | undefined;
}

/** What an element's tag and role alone say. */
interface Kind {
  isHeading: boolean;
  /** Does a heading in it say nothing about what comes after it? */
  isScope: boolean;
  isLandmark: boolean;
}

/** The branch of each node that is drawn; what is in a host or a frame stands for it. */
export type Branches = Map<Node, Branch>;

const control = /^(a|area|button|input|select|textarea|summary|h[1-6]|th|label|img|legend)$/;
const controlRole =
  /^(button|link|heading|tab|menuitem|menuitemcheckbox|menuitemradio|option|checkbox|radio|switch|treeitem|columnheader|rowheader|combobox|listbox|textbox|searchbox|slider|spinbutton|img|progressbar|meter)$/;
const scope = /^(section|article|aside|nav|main|form|fieldset|dialog|table|header|footer)$/;
const landmarkRole =
  /^(navigation|main|complementary|banner|contentinfo|form|search|dialog|alertdialog|menu|menubar|toolbar|tablist|tabpanel|table|grid|tree|listbox|region)$/;
const skipped = /^(script|style|template|noscript|head|link|meta)$/;
const frame = /^i?frame$/;
const closed = /^(select|textarea|svg|datalist)$/;

/** Says something: signs nobody sees apart. */
const said = /[^\s\u00ad\u200b-\u200f\ue000-\uf8ff\ufeff]/;

/** What is drawn on a page. */
export interface Page {
  root: Document | ShadowRoot;
  trunk: Branch;
  branches: Branches;
  /** Every document and shadow root in it. */
  roots: Set<Document | ShadowRoot>;
  /** Is every element with words of its own a branch? */
  isWide: boolean;
  rows: Rows;
  /** Branches that were met and are not read yet. */
  waiting: Branch[];
}

export function pageOf(root: Document | ShadowRoot, isWide = false): Page {
  const kind = kindOf('', '');
  const trunk = {
    node: root,
    parent: undefined,
    tag: '',
    role: '',
    kind,
    kids: [],
    inner: null,
    isControl: false,
    own: undefined,
  };
  return {
    root,
    trunk,
    branches: new Map([[root as Node, trunk]]),
    roots: new Set([root]),
    isWide,
    rows: { words: new Map(), counts: new Map(), panels: new Map() },
    waiting: [trunk],
  };
}

const kinds = new Map<string, Map<string, Kind>>();

function kindOf(tag: string, role: string): Kind {
  let ofTag = kinds.get(tag);
  if (!ofTag) {
    ofTag = new Map();
    kinds.set(tag, ofTag);
  }
  let kind = ofTag.get(role);
  if (!kind) {
    const isLandmark = landmarkRole.test(role);
    kind = {
      isHeading: role === 'heading' || tag === 'legend' || tag === 'caption',
      isScope: isLandmark || scope.test(tag),
      isLandmark,
    };
    ofTag.set(role, kind);
  }
  return kind;
}

/** Read on until all of a page was read, or `enough`. What is known of a branch's nodes is kept unless they are `stale`. Says whether all was read. */
export function grow(page: Page, enough?: () => boolean, stale?: ReadonlySet<Node>): boolean {
  const { waiting } = page;
  for (let count = 1; waiting.length; count++) {
    if (!(count & 63) && enough?.()) return false;
    const branch = waiting.pop()!;
    // Another may have taken its place since.
    if (closed.test(branch.tag) || page.branches.get(branch.node) !== branch) continue;
    branch.kids = [];
    const { node, tag, inner } = branch;
    const filled = tag === 'slot' ? (node as HTMLSlotElement).assignedNodes({ flatten: true }) : [];
    for (const one of filled) read(one, branch, page, stale);
    // Several times as fast as going through `childNodes`.
    if (!filled.length) for (let at = (inner ?? node).firstChild; at; at = at.nextSibling) read(at, branch, page, stale);
  }
  return true;
}

function read(node: Node, into: Branch, page: Page, stale: ReadonlySet<Node> | undefined): void {
  const type = node.nodeType;
  if (type === 3) {
    const text = node.nodeValue!;
    if (said.test(text)) into.kids.push(text);
  } else if (type === 1) readElement(node as Element, into, page, stale);
}

function readElement(element: Element, into: Branch, page: Page, stale: ReadonlySet<Node> | undefined): void {
  const tag = element.localName;
  if (skipped.test(tag)) return;
  if (!isRendered(element)) {
    // What happens inside while it is hidden is not read.
    page.branches.delete(element);
    return;
  }
  const known = stale && page.branches.get(element);
  if (known?.parent === into && !stale!.has(element)) {
    into.kids.push(known);
    return;
  }
  const role = roleOf(element);
  const kind = kindOf(tag, role);
  const inner = frame.test(tag) ? contentOfFrame(element as HTMLIFrameElement) : shadowOf(element);
  const isMeant = isControl(element, tag, role);
  const only = element.firstChild;
  if (
    !isMeant &&
    !inner &&
    !kind.isHeading &&
    !page.isWide &&
    tag !== 'slot' &&
    (!only || (only.nodeType === 3 && !only.nextSibling))
  ) {
    // Most elements hold a text and no more: it is as if it stood in the element around.
    page.branches.delete(element);
    if (only) read(only, into, page, stale);
    return;
  }
  const made: Branch = { node: element, parent: into, tag, role, kind, kids: none, inner, isControl: isMeant, own: undefined };
  page.branches.set(element, made);
  into.kids.push(made);
  if (inner) {
    page.roots.add(inner);
    page.branches.set(inner, made);
  }
  if (only || inner || tag === 'slot') page.waiting.push(made);
}

const none: Branch['kids'] = [];

/** What was read of a branch since it last changed. */
export function ownOf(branch: Branch): Record<string, unknown> {
  branch.own ??= {};
  return branch.own;
}

/** The document in a frame, if it may be read: frames of other origins answer null or throw. */
function contentOfFrame(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

export function isControl(element: Element, tag: string, role: string): boolean {
  if (tag === 'input') return element.getAttribute('type')?.toLowerCase() !== 'hidden';
  const isHeard = (name: string) => element.hasAttribute(name);
  if (tag === 'a') return ['href', 'role', 'onclick'].some(isHeard) || !!element.firstChild;
  if (control.test(tag)) return true;
  if (controlRole.test(role)) return tag !== 'svg' || isHeard('role');
  if (!element.hasAttributes()) return false;
  return element.getAttribute('tabindex')?.trim() === '0' || isHeard('onclick') || isHeard('contenteditable');
}
