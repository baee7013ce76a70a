import { containingRoots } from '../../dom/composed-tree.ts';
import { matchesSelector } from '../../dom/node-getters.ts';
import { after, childLifetime, observe, on, onAbort } from '../../runtime/lifetime.ts';
import { onTrusted } from '../../runtime/on-trusted.ts';
import { trackAnchoredElements } from './anchored-elements.ts';
import { findHostParent } from './find-host-parent.ts';
import { createInterferenceLimits } from './interference-limits.ts';
import { hasPristineAttributes, placeHost } from './place-host.ts';
import { noteRisen } from './top-layer.ts';

/** Milliseconds after something the person did until what it has opened is looked for. */
const OPENING_MS = 200;

export interface HostPlaceDeps {
  document: Document;
  lifetime: AbortSignal;
  /** Called when the page would not leave our host alone, and the host is gone. */
  onEvicted: () => void;
}

/**
 * Keeps a host where it can be seen and used: in the topmost modal dialog, outside of which everything is inert, and above what enters
 * the top layer later. A host that the page removes or changes is repaired a few times; after that it gives way.
 */
export function keepHostInPlace(host: HTMLElement, { document, lifetime, onEvicted }: HostPlaceDeps): { rise: () => void } {
  /** Ends before `lifetime` when the page does not leave us alone. */
  const active = childLifetime(lifetime);
  const { signal } = active;
  const limits = createInterferenceLimits();
  const anchored = trackAnchoredElements(host, moveIfParentChanged);
  const findParent = () => findHostParent(document, host, anchored);
  const surroundings = observeSurroundings({ host, signal, onChange: repair, onToggle });

  function place(): void {
    if (signal.aborted) return;
    placeHost(host, findParent());
    noteRisen(host, signal);
    surroundings.observe();
  }

  function moveIfParentChanged(): void {
    if (host.parentNode !== findParent()) place();
  }

  function repair(changes: readonly MutationRecord[] = []): void {
    const isIntact = host.parentNode === findParent() && isOpen(host) && hasPristineAttributes(host);
    if (signal.aborted || isIntact) return;
    // A page that redraws itself removes more than us; a page that is after us removes us.
    const isRedrawn = changes.some(({ removedNodes }) => [...removedNodes].some((one) => one !== host));
    if (isRedrawn ? limits.isRedrawnTooOften() : limits.isRepairedTooOften()) {
      active.abort();
      onEvicted();
      return;
    }
    place();
    surroundings.forgetChanges();
  }

  /** A dialog or popover opened or closed. One of the page's is no tampering, so it is not counted as such. */
  function onToggle({ target }: Event): void {
    if (target === host) isOpen(host) || repair();
    else if (!isOpen(target as Element)) moveIfParentChanged();
    else if (!limits.isRaisedTooOften()) place();
    surroundings.forgetChanges();
  }

  /** What covers us stays what it is; we rise above it, and the person sees what they would press. */
  function rise(): void {
    if (!limits.isRaisedTooOften()) place();
  }

  onAbort(signal, () => host.remove());
  onTrusted(document, 'toggle', onToggle, signal, { capture: true });
  // No event outside reports what opens in a shadow root. It opens by what a person does, or around what something of ours is anchored to.
  const moveSoon = () => after(OPENING_MS, moveIfParentChanged, signal);
  for (const type of ['focusin', 'click']) onTrusted(document, type, moveSoon, signal, { capture: true });
  on(document, 'fullscreenchange', place, signal);
  place();
  return { rise };
}

interface SurroundingsDeps {
  host: HTMLElement;
  signal: AbortSignal;
  /** Called with the changes of a batch that touched the host, its parent, or took it out of the page. */
  onChange: (changes: readonly MutationRecord[]) => void;
  onToggle: (event: Event) => void;
}

/** Watches the host and what it is in. `observe` follows the host to where it is now; `forgetChanges` drops what we changed ourselves. */
function observeSurroundings({ host, signal, onChange, onToggle }: SurroundingsDeps) {
  const touchesHost = ({ target }: MutationRecord) => target === host || target === host.parentNode;
  const onMutations = (changes: MutationRecord[]) => {
    if (!host.isConnected || changes.some(touchesHost)) onChange(changes);
  };
  const observer = observe(MutationObserver, onMutations, signal);

  return {
    observe(): void {
      observer.disconnect();
      const parent = host.parentNode;
      observer.observe(host, { attributes: true });
      if (parent) observer.observe(parent, { childList: true });
      if (parent === host.ownerDocument.documentElement) return;
      // Apps take dialogs out of the page while they are open, which is reported neither in the dialog nor by it.
      for (const root of containingRoots(host)) {
        observer.observe(root, { childList: true, subtree: true });
        // The event does not bubble, so it is captured. A listener that is there already is not added again.
        onTrusted(root, 'toggle', onToggle, signal, { capture: true });
      }
    },
    forgetChanges: () => void observer.takeRecords(),
  };
}

/** In the top layer. A `details` that unfolds is reported by the same event. */
const isOpen = (element: Element): boolean => matchesSelector(element, ':popover-open, dialog[open]');
