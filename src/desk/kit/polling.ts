/** The browser tab, as far as watching cares. */
export interface BrowserTab {
  isVisible: () => boolean;
  /** Calls back whenever the tab may have become visible, or the network come back. */
  onWake: (wake: () => void, lifetime: AbortSignal) => void;
}

/** New feedback is to be seen within three seconds: half of waiting leaves half for the answer and for drawing it. */
const POLL_MS = 1_500;
const MAX_POLL_MS = 30_000;

export function pollDelay(failures: number): number {
  return Math.min(MAX_POLL_MS, POLL_MS * 2 ** failures);
}

export interface PollDeps {
  /** One look at the hub; false where it did not answer. */
  poll: () => Promise<boolean>;
  tab: BrowserTab;
  lifetime: AbortSignal;
}

/** Looks at the hub at once and then again and again, only while the tab can be seen, ever less often while it does not answer. */
export function startPolling({ poll, tab, lifetime }: PollDeps): { pollNow: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isPolling = false;

  const pollOnce = async () => {
    if (isPolling || lifetime.aborted || !tab.isVisible()) return;
    isPolling = true;
    failures = (await poll()) ? 0 : failures + 1;
    isPolling = false;
    if (!lifetime.aborted) schedule(pollDelay(failures));
  };
  const schedule = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(pollOnce, delay);
  };

  const pollNow = () => schedule(0);
  tab.onWake(pollNow, lifetime);
  lifetime.addEventListener('abort', () => clearTimeout(timer));
  pollNow();
  return { pollNow };
}

export function browserTab(document: Document, window: Window): BrowserTab {
  return {
    isVisible: () => document.visibilityState === 'visible',
    onWake: (wake, signal) => {
      document.addEventListener('visibilitychange', wake, { signal });
      window.addEventListener('online', wake, { signal });
    },
  };
}
