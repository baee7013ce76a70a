import { ALL_MUTATIONS, observe } from '../runtime/lifetime.ts';
import { onTrusted } from '../runtime/on-trusted.ts';

/**
 * Events that go with a change of what is shown which no mutation record reports: a frame that has loaded is reported only in the tree
 * around it, and neither a change by style alone nor one in the top layer changes a tree.
 */
const EVENTS_WITHOUT_MUTATION = ['load', 'toggle', 'change', 'click', 'transitionend', 'animationend'];

type TreeChange = { target: unknown; attributeName?: string | null };

/** The nodes whose changes may have altered the structure or the text of a page. What classes and styles do is asked of the page itself. */
export function alteredNodes(changes: readonly TreeChange[]): Node[] {
  const nodes: Node[] = [];
  for (const { attributeName: name, target } of changes) if (name !== 'class' && name !== 'style') nodes.push(target as Node);
  return nodes;
}

export interface TreeWatcher {
  /** Adds a tree to those watched, or watches it again after a pause. */
  watch(tree: Document | ShadowRoot): void;
  /** Changes of the trees are not heard of until they are watched again. Events are. */
  pause(): void;
}

/** `onChange` is called when a tree may have changed: with the altered nodes, the number of records, and whether it was an act of the person. */
export function watchTrees(
  lifetime: AbortSignal,
  onChange: (nodes: Node[], records: number, isAct: boolean) => void,
): TreeWatcher {
  let observed = new WeakSet<Node>();
  const listened = new WeakSet<Node>();
  const observer = observe(MutationObserver, (changes) => onChange(alteredNodes(changes), changes.length, false), lifetime);

  return {
    watch(tree) {
      if (observed.has(tree) || lifetime.aborted) return;
      observed.add(tree);
      observer.observe(tree, ALL_MUTATIONS);
      if (listened.has(tree)) return;
      listened.add(tree);
      // Clicks and changes are acts of the person, who then may wait for what comes of them.
      for (const type of EVENTS_WITHOUT_MUTATION)
        onTrusted(tree, type, (event) => onChange(alteredNodes([event]), 0, type[0] === 'c'), lifetime, { capture: true });
    },
    pause() {
      observed = new WeakSet();
      observer.disconnect();
    },
  };
}
