import type { Anchor } from '../model/anchor.ts';
import { idle } from '../runtime/idle.ts';
import { everyChange, observe } from '../runtime/lifetime.ts';
import { findPart, rootsOf } from './find-part.ts';

/** Hears at once, and then at each change, whether a part of the page is there. A page that does not change costs nothing. */
export function watchPart(anchor: Anchor, page: Document, lifetime: AbortSignal, onChange: (isThere: boolean) => void): void {
  const observed = new WeakSet<Node>();
  const last: { isThere?: boolean } = {};
  const observer = observe(new MutationObserver(() => wake()), lifetime, () => {});
  const wake = idle(look, lifetime);
  wake();

  function* look(): Generator<void, void> {
    const roots = rootsOf(page);
    for (const root of roots) if (!observed.has(root)) watchRoot(root);
    const isThere = findPart(anchor, roots) !== undefined;
    if (isThere === last.isThere) return;
    last.isThere = isThere;
    yield;
    onChange(isThere);
  }

  function watchRoot(root: Node): void {
    observed.add(root);
    observer.observe(root, everyChange);
  }
}
