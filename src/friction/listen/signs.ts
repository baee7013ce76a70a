import { on } from '../../runtime/lifetime.ts';
import type { Sign } from '../fact.ts';
import { byWord } from './by-word.ts';
import { type Ear, elementsOf } from './ear.ts';
import { now } from './now.ts';
import { waysUp } from './ways-up.ts';

/** Events that by themselves are the page doing something. They do not all bubble; all can be captured. */
const plain = byWord<Sign>({
  toggle: 'toggle beforetoggle',
  dialog: 'close invalid',
  media: 'play pause seeking ratechange volumechange',
  print: 'beforeprint',
  clipboard: 'copy',
  open: 'fullscreenchange',
  navigation: 'hashchange popstate',
});

/** Hears what shows that a page answers, but for mutations and requests. */
export function listenSigns(view: Window & typeof globalThis, ear: Ear): void {
  const sign = (by: Sign) => ear.emit({ is: 'sign', at: now(), by });
  const hear = (type: string, listener: (event: Event) => void) =>
    on(view, type, listener, ear.lifetime, { capture: true, passive: true });

  for (const [type, by] of Object.entries(plain)) hear(type, () => sign(by));
  hear('load', ({ target }) => (target as Element).localName === 'iframe' && sign('mutation'));
  for (const type of ['input', 'change'])
    hear(type, (event) => {
      if (!event.isTrusted || isAbout(elementsOf(event)[0])) sign('input');
    });
  hear('keydown', () => noteTyped());
  hear('input', (event) => event.isTrusted && noteTyped());
  hear('focusin', (event) => {
    const target = elementsOf(event)[0];
    if (ear.last.press && target && ear.last.typed < ear.last.deed && !isAbout(target)) sign('moved-focus');
  });
  on(view.document, 'selectionchange', () => !(view.getSelection()?.isCollapsed ?? true) && sign('selection'), ear.lifetime);
  if (view.top === view) listenLeaving();
  on(view.document, 'visibilitychange', () => sign('focus'), ear.lifetime);
  hear('scroll', hearScroll);
  on(view, 'submit', (event) => !event.defaultPrevented && sign('leaving'), ear.lifetime);
  on(view, 'beforeunload', () => sign('leaving'), ear.lifetime);
  listenNavigation();

  function noteTyped(): void {
    ear.last.typed = ear.last.deed = now();
    ear.emit({ is: 'acted', at: now() });
  }

  function isAbout(target: Element | undefined): boolean {
    const { press } = ear.last;
    return target !== undefined && press !== null && (waysUp(target).includes(press) || waysUp(press).includes(target));
  }

  function hearScroll(event: Event): void {
    sign('scroll');
    const document = view.document.documentElement;
    const box = event.target === view.document ? document : (event.target as Element);
    const height = (box === document ? view.innerHeight : box.clientHeight) || 1;
    ear.emit({ is: 'scrolled', at: now(), box: ear.numbers.of(box), top: box.scrollTop / height });
  }

  /** A frame of the page that takes the focus blurs the window too, and nobody has left. */
  function listenLeaving(): void {
    const away = { is: false };
    hear('blur', () => {
      away.is = !view.document.hasFocus();
      if (away.is) sign('focus');
    });
    hear('focus', (event) => {
      if (event.target === view && away.is) sign('focus');
      away.is &&= !view.document.hasFocus();
    });
  }

  function listenNavigation(): void {
    const navigation = (view as { navigation?: EventTarget }).navigation;
    if (!navigation) return;
    const isNear = (event: Event) => (event as unknown as { destination: { sameDocument: boolean } }).destination.sameDocument;
    on(navigation, 'navigate', (event) => sign(isNear(event) ? 'navigation' : 'leaving'), ear.lifetime);
    on(navigation, 'currententrychange', () => sign('navigation'), ear.lifetime);
  }
}
