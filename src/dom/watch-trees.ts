import { ALL_MUTATIONS, observe, on } from '../runtime/lifetime.ts';

/** A frame that has loaded tells only the tree it stands in; what style alone shows, or the top layer, is no change of any tree. */
const EVENTS_WITHOUT_MUTATION = ['load', 'toggle', 'change', 'click', 'transitionend', 'animationend'];

type TreeChange = { target: unknown; attributeName?: string | null };

/** The nodes at which changes may have altered what stands where, or what it says. How things look is asked of the page itself. */
export function alteredNodes(changes: readonly TreeChange[]): Node[] {
  const nodes: Node[] = [];
  for (const { attributeName: name, target } of changes) if (name !== 'class' && name !== 'style') nodes.push(target as Node);
  return nodes;
}

/** Gives a function that watches the trees it is called with, each once. That one may have changed is told to `hear`, with the nodes that were altered. */
export function watchTrees(lifetime: AbortSignal, onChange: (nodes: Node[]) => void): (tree: Document | ShadowRoot) => void {
  const known = new WeakSet<Node>();
  const observer = observe(new MutationObserver((changes) => onChange(alteredNodes(changes))), lifetime, () => {});
  return (tree) => {
    if (known.has(tree)) return;
    known.add(tree);
    observer.observe(tree, ALL_MUTATIONS);
    for (const type of EVENTS_WITHOUT_MUTATION)
      on(tree, type, (event) => onChange(alteredNodes([event])), lifetime, { capture: true });
  };
}
