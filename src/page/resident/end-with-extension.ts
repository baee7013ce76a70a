import { createTimer, on } from '../../runtime/lifetime.ts';

/** Chromium does not tell a page's script that its extension was updated, disabled or removed, so it is asked, in milliseconds. */
const CHECK_EVERY_MS = 1000;

/**
 * Ends a guarded lifetime soon after the extension has gone, with everything that it shows: a guarded callback finds that out by itself. A
 * hidden page is asked when it is shown again. Firefox ends the script itself, see src/overlay/host/leave-without-script.ts.
 */
export function endWithExtension(lifetime: AbortSignal): void {
  if (import.meta.env.FIREFOX) return;
  const timer = createTimer(lifetime);
  const check = () => (document.hidden ? timer.cancel() : timer.start(CHECK_EVERY_MS, check));
  check();
  on(document, 'visibilitychange', check, lifetime);
}
