import { focusedElement } from '../../dom/focused-text-field.ts';
import { intersects, viewportRect } from '../../dom/geometry.ts';
import { INTERACTIVE_ELEMENTS, interactiveElementOn } from '../../dom/interactive-elements.ts';
import { closestElement } from '../../dom/node-getters.ts';
import { innermostPageElementAt } from '../../dom/page-element-at.ts';
import { createTimer } from '../../runtime/lifetime.ts';
import { onTrusted } from '../../runtime/on-trusted.ts';

/** Milliseconds that a pointer rests on a box of ours over a control of the page, before it is taken to want that control. */
const REST_MS = 900;
const OWN_CONTROLS = `${INTERACTIVE_ELEMENTS},iframe`;

/**
 * Reports a control of the page that the person goes to and that a box of ours lies on: by the focus, by the pointer on the part of it that
 * is seen, or by the pointer that rests over it on no control of ours.
 */
export function onApproach(own: HTMLElement, report: (control: Element) => void, lifetime: AbortSignal): void {
  const document = own.ownerDocument;
  const { host } = own.getRootNode() as ShadowRoot;
  const timer = createTimer(lifetime);
  const reportIfCovered = (control: Element | null | undefined) => {
    if (control && control !== host && intersects(viewportRect(control), own.getBoundingClientRect())) report(control);
  };
  const onPointer = (event: PointerEvent) => {
    if (event.target !== host) reportIfCovered(interactiveElementOn(event.composedPath()));
  };
  const onRest = (event: PointerEvent) => {
    timer.cancel();
    if ((event.target as Element).closest(OWN_CONTROLS)) return;
    const point = { x: event.clientX, y: event.clientY };
    timer.start(REST_MS, () => {
      const hit = innermostPageElementAt(document, point, host);
      reportIfCovered(hit && closestElement(hit, INTERACTIVE_ELEMENTS));
    });
  };
  onTrusted(window, 'focusin', () => reportIfCovered(focusedElement(document)), lifetime, { capture: true });
  onTrusted(document, 'pointerover', onPointer, lifetime, { capture: true, passive: true });
  for (const type of ['pointermove', 'pointerover']) onTrusted(own, type, onRest, lifetime, { passive: true });
  onTrusted(own, 'pointerleave', () => timer.cancel(), lifetime);
}
