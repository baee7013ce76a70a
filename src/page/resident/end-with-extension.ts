import { after, on } from '../../runtime/lifetime.ts';

/** The browser does not tell a page's script that its extension was updated, disabled or removed, so it is asked, in milliseconds. */
const CHECK_EVERY_MS = 1000;

/** Ends a guarded lifetime soon after the extension has gone, with everything that it shows: a guarded callback finds that out by itself. */
export function endWithExtension(lifetime: AbortSignal): void {
  const checkLater = () => after(CHECK_EVERY_MS, checkLater, lifetime);
  checkLater();
  // Timers of a hidden page are slow.
  on(document, 'visibilitychange', () => {}, lifetime);
}
