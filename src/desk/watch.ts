/** The browser tab, as far as watching cares. */
export interface Tab {
  visible: () => boolean;
  /** Calls back whenever the tab may have become visible, or the network come back. */
  onWake: (wake: () => void, lifetime: AbortSignal) => void;
}

/** New feedback is to be seen within three seconds: half of waiting leaves half for the answer and for drawing it. */
const steadily = 1_500;
const seldom = 30_000;

export function delayAfter(failures: number): number {
  return Math.min(seldom, steadily * 2 ** failures);
}

export interface Watching {
  /** One look at the hub; false where it did not answer. */
  look: () => Promise<boolean>;
  tab: Tab;
  lifetime: AbortSignal;
}

/** Looks at the hub at once and then again and again, only while the tab can be seen, ever less often while it does not answer. */
export function watch({ look, tab, lifetime }: Watching): { lookNow: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let looking = false;

  const turn = async () => {
    if (looking || lifetime.aborted || !tab.visible()) return;
    looking = true;
    failures = (await look()) ? 0 : failures + 1;
    looking = false;
    if (!lifetime.aborted) lookIn(delayAfter(failures));
  };
  const lookIn = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(turn, delay);
  };

  const lookNow = () => lookIn(0);
  tab.onWake(lookNow, lifetime);
  lifetime.addEventListener('abort', () => clearTimeout(timer));
  lookNow();
  return { lookNow };
}

export function tabOf(document: Document, window: Window): Tab {
  return {
    visible: () => document.visibilityState === 'visible',
    onWake: (wake, signal) => {
      document.addEventListener('visibilitychange', wake, { signal });
      window.addEventListener('online', wake, { signal });
    },
  };
}
