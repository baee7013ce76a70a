import { composedAncestors } from '../../dom/composed-tree.ts';
import { isElement } from '../../dom/node-getters.ts';
import { isOwnHost } from '../../dom/shadow-root-of.ts';
import { observe } from '../../runtime/lifetime.ts';

/** Attributes by which pages show and hide, open and close, check and select. */
const SHOWING = ['class', 'style', 'hidden', 'open', 'aria-hidden', 'aria-expanded', 'aria-checked', 'aria-selected', 'disabled'];
const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: [...SHOWING, 'aria-valuenow', 'aria-invalid', 'src', 'd', 'points', 'transform'],
};

export interface ChangeWatcher {
  watch(root: Document | ShadowRoot): void;
  /** Has the page changed since, other than where it always changes by itself? */
  hasChanged(since: number): boolean;
  /** When an element, or what it is in, was added or altered last; 0 if it was not. */
  alteredAt(element: Element): number;
  /** Elements that were added or altered since. */
  alteredSince(since: number): Element[];
  /** A person has acted: what changes from now on may come of it. */
  act(at: number): void;
}

/** Changes longer after an act than this are the page's own. */
const OWN_AFTER_MS = 1000;
const MAX_REMEMBERED = 400;

/** Our own host that comes, goes or changes is no change of the page. */
function isOwnWork({ target, type, addedNodes, removedNodes }: MutationRecord): boolean {
  if (isOwnHost(target)) return true;
  return type === 'childList' && [...addedNodes, ...removedNodes].every(isOwnHost);
}

/** Watches what changes in a page. Elements that change while nobody does anything are not counted: clocks, tickers, animations. */
export function watchChanges(lifetime: AbortSignal, now: () => number): ChangeWatcher {
  const alteredAt = new WeakMap<Element, number>();
  const restless = new WeakSet<Node>();
  let altered: { element: Element; at: number }[] = [];
  let lastAct = 0;

  function take(records: MutationRecord[]): void {
    const at = now();
    const isOwn = at - lastAct > OWN_AFTER_MS;
    for (const record of records) {
      if (isOwnWork(record)) continue;
      const { target, addedNodes } = record;
      if (isOwn) restless.add(target);
      const touched = [...addedNodes].filter(isElement);
      const own = isElement(target) ? target : target.parentElement;
      for (const element of touched.length ? touched : own ? [own] : []) {
        alteredAt.set(element, at);
        if (!restless.has(target)) altered.push({ element, at });
      }
    }
    if (altered.length > MAX_REMEMBERED) altered = altered.slice(-MAX_REMEMBERED);
  }

  const observer = observe(MutationObserver, take, lifetime);
  const flush = () => take(observer.takeRecords());
  return {
    watch: (root) => observer.observe(root, OBSERVED),
    hasChanged(since) {
      flush();
      return altered.some(({ at }) => at >= since);
    },
    alteredAt(element) {
      flush();
      return Math.max(0, ...composedAncestors(element, { acrossFrames: false }).map((one) => alteredAt.get(one) ?? 0));
    },
    alteredSince(since) {
      flush();
      return [...new Set(altered.filter(({ at }) => at >= since).map(({ element }) => element))];
    },
    act(at) {
      flush();
      lastAct = at;
    },
  };
}
