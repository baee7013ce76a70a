import { watch } from '../../src/locator/watch.ts';
import type { Anchor } from '../../src/model/anchor.ts';
import { childOf } from '../../src/runtime/lifetime.ts';

export interface Presence {
  /** Was this control on the page when it was last looked for? */
  has(anchor: Anchor): boolean;
  /** These are asked for from now on, and no others. */
  look(anchors: readonly Anchor[]): void;
}

const keyOf = (anchor: Anchor): string => JSON.stringify(anchor);

/** Which of the controls that guides ask for are on the page; `changed` when one has come or gone. */
export function createPresence(lifetime: AbortSignal, changed: () => void): Presence {
  const now = { life: childOf(lifetime), sought: '[]', there: [] as string[] };

  function look(anchors: readonly Anchor[]): void {
    const sought = JSON.stringify(anchors);
    if (sought === now.sought) return;
    now.life.abort();
    Object.assign(now, { life: childOf(lifetime), sought, there: [] });
    if (anchors.length === 0) return;
    watch({
      anchors,
      page: document,
      lifetime: now.life.signal,
      onChange: (watched) => {
        const there = anchors.filter((_, at) => watched[at]?.found).map(keyOf);
        if (there.join() === now.there.join()) return;
        now.there = there;
        changed();
      },
    });
  }

  return { has: (anchor) => now.there.includes(keyOf(anchor)), look };
}
