import { on } from './lifetime.ts';

/** The Navigation API as far as it is used here; older browsers lack it. */
type Navigated = EventTarget | undefined;

/** Hears each change of the page's address that loads no new page. Events only; nothing of the page's is patched. */
export function watchAddress(window: Window, lifetime: AbortSignal, moved: () => void): void {
  const seen = { url: window.location.href };
  const check = () => {
    if (window.location.href === seen.url) return;
    seen.url = window.location.href;
    moved();
  };
  const navigation = (window as { navigation?: Navigated }).navigation;
  if (navigation) on(navigation, 'currententrychange', check, lifetime);
  on(window, 'hashchange', check, lifetime);
  on(window, 'popstate', check, lifetime);
}
