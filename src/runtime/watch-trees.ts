import { everyChange, observe, on } from './lifetime.ts';

/** A frame that has loaded tells only the tree it stands in; what style alone shows, or the top layer, is no change of any tree. */
const unrecorded = ['load', 'toggle', 'change', 'click', 'transitionend', 'animationend'];

/** Gives a function that watches the trees it is called with, each once. What may have changed in one, by its node, is told to `hear`. */
export function watchTrees(
  lifetime: AbortSignal,
  hear: (changes: readonly { target: unknown }[]) => void,
): (tree: Document | ShadowRoot) => void {
  const known = new WeakSet<Node>();
  const observer = observe(new MutationObserver(hear), lifetime, () => {});
  return (tree) => {
    if (known.has(tree)) return;
    known.add(tree);
    observer.observe(tree, everyChange);
    for (const type of unrecorded) on(tree, type, (event) => hear([event]), lifetime, { capture: true });
  };
}
