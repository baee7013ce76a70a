import { type Branch, grow, isControl, type Page } from './branch.ts';
import { modelFrom } from './page-model.ts';
import type { PageModel } from './seen.ts';

/** Beyond so many records a page is read anew: it costs no more. */
const many = 2000;
const styles = /^(style|link)$/;

/**
 * The model of a page after what the records tell: only the branches they touch are read again. Nothing if that is not enough, since
 * style sheets changed. What changes without a record (rules inserted by script) or far from one (`:has()`, descendants of later
 * siblings) is not seen.
 */
export function refresh({ page }: PageModel, records: readonly MutationRecord[]): PageModel | undefined {
  if (page.isWide || records.length > many || records.some(changesStyles)) return undefined;
  const stale = new Set<Node>();
  const dirty = new Set<Branch>();
  for (const { type, target, addedNodes, removedNodes, attributeName } of records) {
    for (const added of addedNodes) stale.add(added);
    const isSlotted =
      attributeName === 'slot' ||
      (isShadow(target.getRootNode()) && (isSlot(target) || [...addedNodes, ...removedNodes].some(hasSlot)));
    const whole = isSlotted ? hostAround(target) : type === 'attributes' ? target : undefined;
    if (whole) stale.add(whole);
    touch(whole ? above(whole) : target, page, stale, dirty);
  }
  for (const branch of dirty) {
    page.waiting.push(branch);
    if (branch.parent) branch.isControl = isControl(branch.node as Element, branch.tag, branch.role);
    for (let at: Branch | undefined = branch; at; at = at.parent) at.own = undefined;
  }
  grow(page, undefined, stale);
  return modelFrom(page);
}

/** Marks what has to be read again for a change in a node, and forgets what was read of the rows around it. */
function touch(node: Node | null, page: Page, stale: Set<Node>, dirty: Set<Branch>): void {
  const { words, counts, panels } = page.rows;
  let isMarked = false;
  for (let at = node; at; at = above(at)) {
    for (const known of [words, counts, panels]) known.delete(at as Element);
    const branch = isMarked ? undefined : page.branches.get(at);
    // What lies in a host, outside its shadow, is shown where a slot deep inside says.
    if (branch?.inner && branch.node === at) stale.add(at);
    else if (branch) {
      dirty.add(branch);
      isMarked = true;
    }
  }
}

const above = (node: Node): Node | null => node.parentNode ?? hostOf(node);

/** The host of a shadow root, or the frame of a document. */
const hostOf = (node: Node): Element | null => (node as ShadowRoot).host ?? (node as Document).defaultView?.frameElement ?? null;

/** The host whose slots a slot or something slotted has to do with. */
function hostAround(node: Node): Node {
  return node.parentElement?.shadowRoot ? node.parentElement : ((node.getRootNode() as ShadowRoot).host ?? node);
}

const isShadow = (root: Node): boolean => 'host' in root;
const isSlot = (node: Node): boolean => node.nodeName === 'SLOT';
/** Where slots come and go, others are filled. */
const hasSlot = (node: Node): boolean => isSlot(node) || !!(node as Element).querySelector?.('slot');

const changesStyles = ({ target, addedNodes, removedNodes }: MutationRecord): boolean =>
  [target, target.parentNode, ...addedNodes, ...removedNodes].some((node) => node && styles.test((node as Element).localName));
