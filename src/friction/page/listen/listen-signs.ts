import { on } from '../../../runtime/lifetime.ts';
import type { Sign } from '../../facts.ts';
import { eventPathOf } from './event-path-of.ts';
import { invertWordMap } from './invert-word-map.ts';
import { elementsInPath, type ListenerContext } from './listener-context.ts';
import { now } from './now.ts';

/** Events that by themselves are the page doing something. They do not all bubble; all can be captured. */
const SIGN_BY_EVENT = invertWordMap<Sign>({
  toggle: 'toggle beforetoggle',
  dialog: 'close invalid',
  media: 'play pause seeking ratechange volumechange',
  print: 'beforeprint',
  clipboard: 'copy',
  open: 'fullscreenchange',
  navigation: 'hashchange popstate',
});

/** Hears what shows that a page answers, but for mutations and requests. */
export function listenSigns(view: Window & typeof globalThis, context: ListenerContext): void {
  const emitSign = (by: Sign) => context.emit({ is: 'sign', at: now(), by });
  const listen = (type: string, listener: (event: Event) => void) =>
    on(view, type, listener, context.lifetime, { capture: true, passive: true });

  for (const [type, by] of Object.entries(SIGN_BY_EVENT)) listen(type, () => emitSign(by));
  listen('load', ({ target }) => (target as Element).localName === 'iframe' && emitSign('mutation'));
  for (const type of ['input', 'change'])
    listen(type, (event) => {
      if (!event.isTrusted || concernsPress(elementsInPath(event)[0])) emitSign('input');
    });
  listen('keydown', () => emitTyping());
  listen('input', (event) => event.isTrusted && emitTyping());
  listen('focusin', (event) => {
    const target = elementsInPath(event)[0];
    if (
      context.lastInput.pressTarget &&
      target &&
      context.lastInput.typedAt < context.lastInput.actedAt &&
      !concernsPress(target)
    )
      emitSign('moved-focus');
  });
  on(
    view.document,
    'selectionchange',
    () => !(view.getSelection()?.isCollapsed ?? true) && emitSign('selection'),
    context.lifetime,
  );
  if (view.top === view) listenLeaving();
  on(view.document, 'visibilitychange', () => emitSign('focus'), context.lifetime);
  listen('scroll', emitScroll);
  on(view, 'submit', (event) => !event.defaultPrevented && emitSign('leaving'), context.lifetime);
  on(view, 'beforeunload', () => emitSign('leaving'), context.lifetime);
  listenNavigation();

  function emitTyping(): void {
    context.lastInput.typedAt = context.lastInput.actedAt = now();
    context.emit({ is: 'acted', at: now() });
  }

  function concernsPress(target: Element | undefined): boolean {
    const { pressTarget } = context.lastInput;
    return (
      target !== undefined &&
      pressTarget !== null &&
      (eventPathOf(target).includes(pressTarget) || eventPathOf(pressTarget).includes(target))
    );
  }

  function emitScroll(event: Event): void {
    emitSign('scroll');
    const document = view.document.documentElement;
    const box = event.target === view.document ? document : (event.target as Element);
    const height = (box === document ? view.innerHeight : box.clientHeight) || 1;
    context.emit({ is: 'scrolled', at: now(), box: context.elementIds.idOf(box), top: box.scrollTop / height });
  }

  /** A frame of the page that takes the focus blurs the window too, and nobody has left. */
  function listenLeaving(): void {
    const away = { is: false };
    listen('blur', () => {
      away.is = !view.document.hasFocus();
      if (away.is) emitSign('focus');
    });
    listen('focus', (event) => {
      if (event.target === view && away.is) emitSign('focus');
      away.is &&= !view.document.hasFocus();
    });
  }

  function listenNavigation(): void {
    const navigation = (view as { navigation?: EventTarget }).navigation;
    if (!navigation) return;
    const isSameDocument = (event: Event) =>
      (event as unknown as { destination: { sameDocument: boolean } }).destination.sameDocument;
    on(navigation, 'navigate', (event) => emitSign(isSameDocument(event) ? 'navigation' : 'leaving'), context.lifetime);
    on(navigation, 'currententrychange', () => emitSign('navigation'), context.lifetime);
  }
}
