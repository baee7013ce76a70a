import { on } from './lifetime.ts';

/** The Navigation API as far as it is used here; older browsers lack it. */
type Navigated = EventTarget | undefined;

/**
 * Hears each change of the page's address that loads no new page, and whether the new one was put in the place of the old, as far as
 * the browser says so. Events only; nothing of the page's is patched.
 */
export function watchAddress(window: Window, lifetime: AbortSignal, moved: (by: 'move' | 'replace') => void): void {
  const seen = { url: window.location.href };
  const check = (event: Event & { navigationType?: string | null }) => {
    if (window.location.href === seen.url) return;
    seen.url = window.location.href;
    moved(event.navigationType === 'replace' ? 'replace' : 'move');
  };
  const navigation = (window as { navigation?: Navigated }).navigation;
  if (navigation) on(navigation, 'currententrychange', check, lifetime);
  on(window, 'hashchange', check, lifetime);
  on(window, 'popstate', check, lifetime);
}
