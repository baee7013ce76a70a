/** The browser tab, as far as polling depends on it. */
export interface BrowserTab {
  isVisible: () => boolean;
  /** Calls `wake` whenever the tab may have become visible or the network may be back. */
  onWake: (wake: () => void, lifetime: AbortSignal) => void;
}

/** New feedback appears within three seconds: half of that for the interval, half for the answer and for rendering. */
const POLL_MS = 1_500;
const MAX_POLL_MS = 30_000;

export function pollDelay(failures: number): number {
  return Math.min(MAX_POLL_MS, POLL_MS * 2 ** failures);
}

export interface PollDeps {
  /** Asks once; false if there was no answer. */
  poll: () => Promise<boolean>;
  tab: BrowserTab;
  lifetime: AbortSignal;
}

/** Polls at once and then repeatedly, only while the tab is visible, with exponential back-off while there is no answer. */
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
