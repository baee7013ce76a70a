import { on } from '../../../runtime/lifetime.ts';
import { emitSign, type ListenerContext, type PageWindow } from './listener-context.ts';
import { now } from './now.ts';

interface NavigateEvent extends Event {
  destination: { url: string; sameDocument: boolean };
  navigationType: string;
}

/** Emits that the address changes or that the document is left, unless it does so without anybody, as where an app writes the time into it. */
export function listenNavigation(view: PageWindow, context: ListenerContext): void {
  /** What navigates: a frame stays while its documents come and go. */
  const place = view.frameElement ?? view.document;
  let lastUrl = view.location.href;

  function emitMove(type: string, url: string): void {
    const isSame = url === lastUrl && type !== 'push';
    lastUrl = url;
    // Routers write the address that is there already.
    if (!isSame) emitSign(context, 'navigation', place, formOf(type, url));
  }
  const emitLeaving = (form: string) => {
    emitSign(context, 'leaving', place, form);
    context.noise.learn(place, 'load', now());
  };

  on(view, 'hashchange', () => emitMove('traverse', view.location.href), context.lifetime);
  on(view, 'popstate', () => emitMove('traverse', view.location.href), context.lifetime);
  on(view, 'submit', (event) => !event.defaultPrevented && emitLeaving('submit'), context.lifetime);
  on(view, 'beforeunload', () => emitLeaving('beforeunload'), context.lifetime);
  const navigation = (view as { navigation?: EventTarget }).navigation;
  if (!navigation) return;
  on(
    navigation,
    'navigate',
    (event) => {
      const { destination, navigationType } = event as NavigateEvent;
      if (destination.sameDocument) emitMove(navigationType, destination.url);
      else emitLeaving(formOf(navigationType, destination.url));
    },
    context.lifetime,
  );
}

/** In which form an address changes: its path and hash without numbers, and never its query. */
function formOf(type: string, url: string): string {
  const { pathname, hash } = new URL(url);
  return `${type} ${pathname}${hash}`.replace(/\d+/g, '0').slice(0, 300);
}
