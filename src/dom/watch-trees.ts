import { ALL_MUTATIONS, observe, on } from '../runtime/lifetime.ts';

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

/** Returns a function that adds a tree to those watched, once. `onChange` is called when one may have changed, with the altered nodes. */
export function watchTrees(lifetime: AbortSignal, onChange: (nodes: Node[]) => void): (tree: Document | ShadowRoot) => void {
  const watched = new WeakSet<Node>();
  const observer = observe(MutationObserver, (changes) => onChange(alteredNodes(changes)), lifetime);
  return (tree) => {
    if (watched.has(tree) || lifetime.aborted) return;
    watched.add(tree);
    observer.observe(tree, ALL_MUTATIONS);
    for (const type of EVENTS_WITHOUT_MUTATION)
      on(tree, type, (event) => onChange(alteredNodes([event])), lifetime, { capture: true });
  };
}
