import { everyChange, observe, on } from './lifetime.ts';

/** A frame that has loaded tells only the tree it stands in; what style alone shows, or the top layer, is no change of any tree. */
const unrecorded = ['load', 'toggle', 'change', 'click', 'transitionend', 'animationend'];

type Change = { target: unknown; attributeName?: string | null };

/** The nodes at which changes may have altered what stands where, or what it says. How things look is asked of the page itself. */
export function altered(changes: readonly Change[]): Node[] {
  const nodes: Node[] = [];
  for (const { attributeName: name, target } of changes) if (name !== 'class' && name !== 'style') nodes.push(target as Node);
  return nodes;
}

/** Gives a function that watches the trees it is called with, each once. That one may have changed is told to `hear`, with the nodes that were altered. */
export function watchTrees(lifetime: AbortSignal, hear: (nodes: Node[]) => void): (tree: Document | ShadowRoot) => void {
  const known = new WeakSet<Node>();
  const observer = observe(new MutationObserver((changes) => hear(altered(changes))), lifetime, () => {});
  return (tree) => {
    if (known.has(tree)) return;
    known.add(tree);
    observer.observe(tree, everyChange);
    for (const type of unrecorded) on(tree, type, (event) => hear(altered([event])), lifetime, { capture: true });
  };
}
