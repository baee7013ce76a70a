import { type ListenerContext, listen, type PageWindow } from './listener-context.ts';
import { now } from './now.ts';

/** A box that goes on scrolling, because it was flung or scrolls smoothly, sends an event in every frame. */
const SAME_SCROLL_MS = 150;
const MAX_SCROLL_MS = 5000;

/** Emits that a box scrolls, unless it does so without anybody, as a log does that shows its last line. */
export function listenScroll(view: PageWindow, context: ListenerContext): void {
  const { lastInput, noise } = context;
  const byPersonAt = new WeakMap<Element, number>();

  /** Did the person scroll the box just now, or set it in motion? */
  function isByPerson(box: Element, at: number): boolean {
    const inputAt = Math.max(lastInput.actedAt, lastInput.scrolledAt);
    return !noise.isAmbient(at) || (at - (byPersonAt.get(box) ?? 0) < SAME_SCROLL_MS && at - inputAt < MAX_SCROLL_MS);
  }

  for (const type of ['wheel', 'touchmove'] as const)
    listen(
      view,
      type,
      (event) => {
        if (event.isTrusted) lastInput.scrolledAt = now();
      },
      context,
    );
  listen(
    view,
    'scroll',
    ({ target, isTrusted }) => {
      if (!isTrusted) return;
      const page = view.document.documentElement;
      const box = target === view.document ? page : (target as Element);
      const at = now();
      const isPersons = isByPerson(box, at);
      if (isPersons) byPersonAt.set(box, at);
      if (!noise.isNews(box, 'scroll', at, !isPersons)) return;
      context.emit({ is: 'sign', at, by: 'scroll' });
      const height = (box === page ? view.innerHeight : box.clientHeight) || 1;
      context.emit({ is: 'scrolled', at, box: context.elementIds.idOf(box), top: box.scrollTop / height });
    },
    context,
  );
}
