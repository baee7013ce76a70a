import { watch } from '../../locator/watch.ts';
import type { Anchor } from '../../model/pack/anchor.ts';
import { childLifetime } from '../../runtime/lifetime.ts';

interface AnchorPresence {
  /** Was this control on the page when it was last looked for? */
  has(anchor: Anchor): boolean;
  /** Look for these from now on, and for no others. */
  watchFor(anchors: readonly Anchor[]): void;
}

const keyOf = (anchor: Anchor): string => JSON.stringify(anchor);

/** Which of the controls that guides require are on the page; `onChange` when one has appeared or disappeared. */
export function createAnchorPresence(lifetime: AbortSignal, onChange: () => void): AnchorPresence {
  let life = childLifetime(lifetime);
  let watchedKey = '[]';
  let present: string[] = [];

  function watchFor(anchors: readonly Anchor[]): void {
    const key = JSON.stringify(anchors);
    if (key === watchedKey) return;
    life.abort();
    life = childLifetime(lifetime);
    watchedKey = key;
    present = [];
    if (anchors.length === 0) return;
    watch({
      anchors,
      page: document,
      lifetime: life.signal,
      onChange: (watched) => {
        const found = anchors.filter((_, nth) => watched[nth]?.found).map(keyOf);
        if (found.join() === present.join()) return;
        present = found;
        onChange();
      },
    });
  }

  return { has: (anchor) => present.includes(keyOf(anchor)), watchFor };
}
