import { INTERACTIVE_ELEMENTS } from '../../dom/interactive-elements.ts';
import { closestElement, isElement } from '../../dom/node-getters.ts';
import { onTrusted } from '../../runtime/on-trusted.ts';
import { eventPath } from './event-path.ts';
import { type Subject, subjectOf } from './subject.ts';

const PASSIVE = { capture: true, passive: true };

/**
 * Hears what the pointer comes over, of what may show more when it is pointed at. What moves or is drawn under a pointer that rests is not
 * pointed at: browsers say `pointerover` then as well, at the place where the pointer was already.
 */
export function listenHover(view: Window, lifetime: AbortSignal, hovered: (subject: Subject) => void): void {
  let [restX, restY] = [Number.NaN, Number.NaN];
  const move = ({ screenX, screenY }: PointerEvent) => {
    [restX, restY] = [screenX, screenY];
  };
  const over = (event: PointerEvent) => {
    const isResting = event.screenX === restX && event.screenY === restY;
    move(event);
    if (isResting) return;
    const target = event.composedPath()[0] as Node;
    if (!isElement(target) || !closestElement(target, `${INTERACTIVE_ELEMENTS},[aria-haspopup],[tabindex],li`)) return;
    const subject = subjectOf(eventPath(event));
    if (subject && subject.kind !== 'root') hovered(subject);
  };
  onTrusted<PointerEvent>(view, 'pointerover', over, lifetime, PASSIVE);
  for (const type of ['pointermove', 'pointerdown'] as const) onTrusted<PointerEvent>(view, type, move, lifetime, PASSIVE);
}
