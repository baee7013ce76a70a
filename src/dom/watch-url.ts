import { on } from '../runtime/lifetime.ts';

/** The Navigation API as far as it is used here; older browsers lack it. */
type NavigationEvents = EventTarget | undefined;

/**
 * Reports each change of the page's URL that loads no new page, and whether the new URL replaced the old one in the history, as far as
 * the browser tells. It uses events only; nothing of the page's is patched.
 */
export function watchUrl(window: Window, lifetime: AbortSignal, onChange: (by: 'move' | 'replace') => void): void {
  let url = window.location.href;
  const check = (event: Event & { navigationType?: string | null }) => {
    if (window.location.href === url) return;
    url = window.location.href;
    onChange(event.navigationType === 'replace' ? 'replace' : 'move');
  };
  const navigation = (window as { navigation?: NavigationEvents }).navigation;
  if (navigation) on(navigation, 'currententrychange', check, lifetime);
  on(window, 'hashchange', check, lifetime);
  on(window, 'popstate', check, lifetime);
}
