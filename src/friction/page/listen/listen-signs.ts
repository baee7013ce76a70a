import { after, on } from '../../../runtime/lifetime.ts';
import type { Sign } from '../../facts.ts';
import { elementsInPath, eventPathOf } from './elements.ts';
import { isSentByKey } from './is-refusal.ts';
import { listenNavigation } from './listen-navigation.ts';
import { listenScroll } from './listen-scroll.ts';
import { listenSelection } from './listen-selection.ts';
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
} as const satisfies Record<string, Sign>;

/** Emits what shows that a page responds, except for mutations and requests, and except for what also goes on without a click. */
export function listenSigns(view: PageWindow, context: ListenerContext): void {
  for (const [type, by] of Object.entries(SIGN_BY_EVENT))
    listen(view, type as 'toggle', ({ target }) => emitSign(context, by, target ?? view, type), context);
  listen(
    view,
    'load',
    ({ target }) => (target as Element).localName === 'iframe' && emitSign(context, 'mutation', target!, 'load'),
    context,
  );
  listenInput(view, context);
  listenFocus(view, context);
  listenSelection(view, context);
  listenScroll(view, context);
  listenNavigation(view, context);
  if (view.top === view) listenWindowFocus(view, context);
}

function listenInput(view: PageWindow, context: ListenerContext): void {
  const noteTyping = () => {
    context.lastInput.typedAt = context.lastInput.actedAt = now();
    context.emit({ is: 'acted', at: now() });
  };
  const noteKey = (event: KeyboardEvent) => {
    noteTyping();
    if (isSentByKey(event, elementsInPath(event)[0])) context.lastInput.attemptedAt = now();
  };
  for (const type of ['input', 'change'] as const)
    listen(
      view,
      type,
      (event) => {
        const field = elementsInPath(event)[0];
        if (!event.isTrusted || concernsPress(field, context)) emitSign(context, 'input', field ?? view, type);
      },
      context,
    );
  listen(view, 'keydown', (event) => event.isTrusted && noteKey(event), context);
  listen(view, 'input', (event) => event.isTrusted && noteTyping(), context);
}

function listenFocus(view: PageWindow, context: ListenerContext): void {
  listen(
    view,
    'focusin',
    (event) => {
      const { pressTarget, typedAt, actedAt } = context.lastInput;
      const target = elementsInPath(event)[0];
      if (!target || concernsPress(target, context)) return;
      if (pressTarget && typedAt < actedAt) emitSign(context, 'moved-focus', target);
      else context.noise.learn(target, 'moved-focus', now());
    },
    context,
  );
  // A document in a frame of the page is hidden whenever another one is loaded there.
  if (view.frameElement === null)
    on(view.document, 'visibilitychange', () => context.emit({ is: 'sign', at: now(), by: 'focus' }), context.lifetime);
}

/** Is the target in the pressed control, or around it? */
function concernsPress(target: Element | undefined, { lastInput: { pressTarget } }: ListenerContext): boolean {
  if (target === undefined || pressTarget === null) return false;
  return eventPathOf(target).includes(pressTarget) || eventPathOf(pressTarget).includes(target);
}

/**
 * A frame of the page that takes the focus blurs the window too, although nobody has left the page. In Firefox it has the focus only after
 * that event.
 */
function listenWindowFocus(view: PageWindow, context: ListenerContext): void {
  let isAway = false;
  const noteBlur = (at: number) => {
    isAway = !view.document.hasFocus();
    if (isAway) context.emit({ is: 'sign', at, by: 'focus' });
  };
  listen(
    view,
    'blur',
    () => {
      const at = now();
      after(0, () => noteBlur(at), context.lifetime);
    },
    context,
  );
  listen(
    view,
    'focus',
    (event) => {
      if (event.target === view && isAway) context.emit({ is: 'sign', at: now(), by: 'focus' });
      isAway &&= !view.document.hasFocus();
    },
    context,
  );
}
