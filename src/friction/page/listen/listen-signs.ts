import { on } from '../../../runtime/lifetime.ts';
import type { Sign } from '../../facts.ts';
import { elementsInPath, eventPathOf } from './elements.ts';
import { emitSign, type ListenerContext, listen, type PageWindow } from './listener-context.ts';
import { now } from './now.ts';

/** Events that are a response of the page in themselves. Not all of them bubble, but all can be captured. */
const SIGN_BY_EVENT = {
  toggle: 'toggle',
  beforetoggle: 'toggle',
  close: 'dialog',
  invalid: 'dialog',
  play: 'media',
  pause: 'media',
  seeking: 'media',
  ratechange: 'media',
  volumechange: 'media',
  beforeprint: 'print',
  copy: 'clipboard',
  fullscreenchange: 'open',
  hashchange: 'navigation',
  popstate: 'navigation',
} as const satisfies Record<string, Sign>;

/** Emits what shows that a page responds, except for mutations and requests. */
export function listenSigns(view: PageWindow, context: ListenerContext): void {
  for (const [type, by] of Object.entries(SIGN_BY_EVENT)) listen(view, type as 'toggle', () => emitSign(context, by), context);
  listen(view, 'load', ({ target }) => (target as Element).localName === 'iframe' && emitSign(context, 'mutation'), context);
  listenInput(view, context);
  listenFocus(view, context);
  listenScroll(view, context);
  listenNavigation(view, context);
  if (view.top === view) listenWindowFocus(view, context);
}

function listenInput(view: PageWindow, context: ListenerContext): void {
  const noteTyping = () => {
    context.lastInput.typedAt = context.lastInput.actedAt = now();
    context.emit({ is: 'acted', at: now() });
  };
  for (const type of ['input', 'change'] as const)
    listen(
      view,
      type,
      (event) => {
        if (!event.isTrusted || concernsPress(elementsInPath(event)[0], context)) emitSign(context, 'input');
      },
      context,
    );
  listen(view, 'keydown', noteTyping, context);
  listen(view, 'input', (event) => event.isTrusted && noteTyping(), context);
}

function listenFocus(view: PageWindow, context: ListenerContext): void {
  listen(
    view,
    'focusin',
    (event) => {
      const { pressTarget, typedAt, actedAt } = context.lastInput;
      const target = elementsInPath(event)[0];
      if (pressTarget && target && typedAt < actedAt && !concernsPress(target, context)) emitSign(context, 'moved-focus');
    },
    context,
  );
  const hasSelection = () => !(view.getSelection()?.isCollapsed ?? true);
  on(view.document, 'selectionchange', () => hasSelection() && emitSign(context, 'selection'), context.lifetime);
  on(view.document, 'visibilitychange', () => emitSign(context, 'focus'), context.lifetime);
}

/** Is the target in the pressed control, or around it? */
function concernsPress(target: Element | undefined, { lastInput: { pressTarget } }: ListenerContext): boolean {
  if (target === undefined || pressTarget === null) return false;
  return eventPathOf(target).includes(pressTarget) || eventPathOf(pressTarget).includes(target);
}

function listenScroll(view: PageWindow, context: ListenerContext): void {
  listen(
    view,
    'scroll',
    ({ target }) => {
      emitSign(context, 'scroll');
      const page = view.document.documentElement;
      const box = target === view.document ? page : (target as Element);
      const height = (box === page ? view.innerHeight : box.clientHeight) || 1;
      context.emit({ is: 'scrolled', at: now(), box: context.elementIds.idOf(box), top: box.scrollTop / height });
    },
    context,
  );
}

/** A frame of the page that takes the focus blurs the window too, although nobody has left the page. */
function listenWindowFocus(view: PageWindow, context: ListenerContext): void {
  let isAway = false;
  listen(
    view,
    'blur',
    () => {
      isAway = !view.document.hasFocus();
      if (isAway) emitSign(context, 'focus');
    },
    context,
  );
  listen(
    view,
    'focus',
    (event) => {
      if (event.target === view && isAway) emitSign(context, 'focus');
      isAway &&= !view.document.hasFocus();
    },
    context,
  );
}

function listenNavigation(view: PageWindow, context: ListenerContext): void {
  on(view, 'submit', (event) => !event.defaultPrevented && emitSign(context, 'leaving'), context.lifetime);
  on(view, 'beforeunload', () => emitSign(context, 'leaving'), context.lifetime);
  const navigation = (view as { navigation?: EventTarget }).navigation;
  if (!navigation) return;
  const isSameDocument = (event: Event) =>
    (event as unknown as { destination: { sameDocument: boolean } }).destination.sameDocument;
  on(navigation, 'navigate', (event) => emitSign(context, isSameDocument(event) ? 'navigation' : 'leaving'), context.lifetime);
  on(navigation, 'currententrychange', () => emitSign(context, 'navigation'), context.lifetime);
}
