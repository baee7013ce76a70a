import { composedAncestors } from '../../dom/composed-tree.ts';
import { treeRootsIn } from '../../locator/page/find-part.ts';
import { on } from '../../runtime/lifetime.ts';

/** What the page may have in the top layer. Nothing else can lie above our host. */
const TOP_LAYER = ':popover-open,dialog:modal,:fullscreen';

/** For each host, what is known to lie below it: it was in the top layer when the host last rose. */
const belowHost = new WeakMap<Element, WeakSet<Element>>();

/**
 * Has the page put something into the top layer since the host last rose there? It may let presses pass through, so that no point in the page tells.
 * All trees are searched, since a closed shadow root reports nothing of what opens in it.
 */
export const entriesAbove = (host: Element): Element[] => entriesOf(host).filter((one) => !belowHost.get(host)?.has(one));

/** The host has risen: what is in the top layer now lies below it, until it opens again. */
export function noteRisen(host: Element, lifetime: AbortSignal): void {
  const below = belowHost.get(host) ?? new WeakSet();
  belowHost.set(host, below);
  for (const one of entriesAbove(host)) {
    below.add(one);
    on(one, 'beforetoggle', () => void below.delete(one), lifetime, { once: true });
  }
}

function entriesOf(host: Element): Element[] {
  const containers = new Set(composedAncestors(host, { closedSlots: true }));
  return treeRootsIn(host.ownerDocument)
    .flatMap((tree) => [...tree.querySelectorAll(TOP_LAYER)])
    .filter((one) => one.ownerDocument === host.ownerDocument && !containers.has(one) && one !== host);
}
