import { on } from '../runtime/lifetime.ts';

/** The Navigation API as far as it is used here; older browsers lack it. */
type NavigationEvents = EventTarget | undefined;

/**
 * Hears each change of the page's address that loads no new page, and whether the new one was put in the place of the old, as far as
 * the browser says so. Events only; nothing of the page's is patched.
 */
export function watchUrl(window: Window, lifetime: AbortSignal, onChange: (by: 'move' | 'replace') => void): void {
  const last = { url: window.location.href };
  const check = (event: Event & { navigationType?: string | null }) => {
    if (window.location.href === last.url) return;
    last.url = window.location.href;
    onChange(event.navigationType === 'replace' ? 'replace' : 'move');
  };
  const navigation = (window as { navigation?: NavigationEvents }).navigation;
  if (navigation) on(navigation, 'currententrychange', check, lifetime);
  on(window, 'hashchange', check, lifetime);
  on(window, 'popstate', check, lifetime);
}
