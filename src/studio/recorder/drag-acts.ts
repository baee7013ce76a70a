import { composedAncestors } from '../../dom/composed-tree.ts';
import { containsElement, documentOf, matchesSelector, windowOf } from '../../dom/node-getters.ts';
import { after } from '../../runtime/lifetime.ts';
import { eventPath } from './event-path.ts';
import type { PressRecorder } from './press-recorder.ts';
import type { ActPress, RecorderContext } from './recorder-context.ts';
import { type Subject, subjectOf } from './subject.ts';

/** A press that may carry something elsewhere. */
export interface CarriedPress extends ActPress {
  x: number;
  y: number;
  /** What the pointer was over when it went up. */
  to?: Element | undefined;
}

interface DragActsDeps extends RecorderContext {
  presses: PressRecorder;
}

/** A page has so long to put down what was carried. */
const SETTLE_MS = 120;
/** What moves a handle within itself, or selects in itself. */
const KEEPS_POINTER = /^(slider|text|select|toggle|radio)$/;

/** Something was carried elsewhere by the pointer if the page has changed; else a text was selected, or nothing was done. */
export function reportCarried(press: CarriedPress, { presses, log, changes, lifetime, describe }: DragActsDeps): void {
  const { subject, description, at, to } = press;
  if (KEEPS_POINTER.test(subject.kind)) return;
  presses.withdraw(press);
  const selection = windowOf(subject.element)?.getSelection();
  const isSelecting = subject.kind !== 'press' && !(selection?.isCollapsed ?? true);
  if (subject.kind === 'root' || !description) return;
  const target = to && describe(to);
  const settle = () => {
    const isCarried = isSelecting ? changes.alteredAt(subject.element) >= at : changes.hasChanged(at);
    if (isCarried) log.begin('drag', subject.element, description, at, { ...(target && { to: target.anchor }) });
  };
  after(SETTLE_MS, settle, lifetime);
}

/** The browser's own drag has found its target; files may come from outside. */
export function reportDrop(event: DragEvent, press: ActPress | undefined, { log, now, describe }: DragActsDeps): void {
  const path = eventPath(event);
  const [element] = path;
  const target = element && subjectOf(path) && describe(element);
  if (!element || !target) return;
  if (event.dataTransfer?.types.includes('Files')) log.begin('file', element, target, now());
  else if (press?.description) log.begin('drag', press.subject.element, press.description, press.at, { to: target.anchor });
}

/** What is dragged by the browser is dragged as a whole. */
export function draggableFor(subject: Subject, event: Event): Subject {
  if (subject.kind !== 'area') return subject;
  const draggable = eventPath(event).find((one) => matchesSelector(one, '[draggable=true]'));
  return draggable ? { ...subject, element: draggable } : subject;
}

/** What is under the pointer, other than what is carried. */
export function targetUnder({ clientX, clientY }: PointerEvent, carried: Element): Element | undefined {
  const isCarried = (one: Element) => composedAncestors(one, { acrossFrames: false }).includes(carried);
  return documentOf(carried)
    .elementsFromPoint(clientX, clientY)
    .find((one) => !isCarried(one) && !containsElement(one, carried));
}
