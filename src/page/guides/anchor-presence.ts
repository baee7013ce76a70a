import { watch } from '../../locator/watch.ts';
import type { Anchor } from '../../model/pack/anchor.ts';
import { childLifetime } from '../../runtime/lifetime.ts';

export interface AnchorPresence {
  /** Was this control on the page when it was last looked for? */
  has(anchor: Anchor): boolean;
  /** These are asked for from now on, and no others. */
  watchFor(anchors: readonly Anchor[]): void;
}

const keyOf = (anchor: Anchor): string => JSON.stringify(anchor);

/** Which of the controls that guides ask for are on the page; `changed` when one has come or gone. */
export function createAnchorPresence(lifetime: AbortSignal, onChange: () => void): AnchorPresence {
  const now = { life: childLifetime(lifetime), sought: '[]', there: [] as string[] };

  function watchFor(anchors: readonly Anchor[]): void {
    const key = JSON.stringify(anchors);
    if (key === now.sought) return;
    now.life.abort();
    Object.assign(now, { life: childLifetime(lifetime), sought: key, there: [] });
    if (anchors.length === 0) return;
    watch({
      anchors,
      page: document,
      lifetime: now.life.signal,
      onChange: (watched) => {
        const found = anchors.filter((_, at) => watched[at]?.found).map(keyOf);
        if (found.join() === now.there.join()) return;
        now.there = found;
        onChange();
      },
    });
  }

  return { has: (anchor) => now.there.includes(keyOf(anchor)), watchFor };
}
