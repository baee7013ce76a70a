import { composedAncestors } from '../../dom/composed-tree.ts';
import { isWithin, type Point } from '../../dom/geometry.ts';
import { isOwnHost } from '../../dom/shadow-root-of.ts';
import { roleOf } from '../../locator/page/role.ts';
import type { Anchor } from '../../model/pack/anchor.ts';
import { ALL_MUTATIONS, after, observe, on } from '../../runtime/lifetime.ts';
import type { ActListenerDeps } from '../walkthrough/acts-script.ts';
import type { ControlListener, ListeningPlace } from '../walkthrough/control-listener.ts';
import { isPressOn } from '../walkthrough/is-press-on.ts';
import { controlEvents } from './control-events.ts';
import { advanceDrag, type DragEvent as Dragged, type DragState } from './drag-machine.ts';
import { entryValueOf } from './entry-kind.ts';

/** Milliseconds that a page has to change by what was dropped: it may ask its server first. */
const CHANGE_FOLLOWS_MS = 2000;

/** What is dragged to set a value. */
const VALUED_ROLES = /^(slider|separator|scrollbar)$/;

/** Attributes of a control by which it has moved, or another value. */
const MOVING_ATTRIBUTES = /^(style|transform|aria-value(now|text))$/;

/** Hears when the person drags a control, by mouse, finger or keyboard; to another control if `to` is given. */
export function listenForDrag(to: Anchor | undefined, { report, find, stepLifetime }: ActListenerDeps): ControlListener {
  let drag: DragState = { phase: 'idle' };

  function send(event: Dragged): void {
    const { state, effect } = advanceDrag(drag, event);
    drag = state;
    if (effect === 'report') report();
    if (effect === 'wait') after(CHANGE_FOLLOWS_MS, () => drag === state && send({ is: 'ended' }), stepLifetime);
  }

  return {
    attach(place) {
      const { targets, element, controlOf, lifetime } = place;
      const listen = controlEvents(targets, controlOf, lifetime);
      const isAt = (point: Point) => isDropTarget(to && find(to), point, to !== undefined);
      const anywhere = <E extends Event>(type: string, act: (event: E) => void) =>
        on(targets[0]!, type, (event) => event.isTrusted && act(event as E), lifetime, { capture: true });
      listenForValue(place, to === undefined, report);
      const down = (event: PointerEvent) => {
        const control = event.isTrusted && event.isPrimary && event.button === 0 ? controlOf() : undefined;
        if (control && isPressOn(control, event)) send({ is: 'down', at: pointOf(event) });
      };
      for (const target of targets)
        on(target, 'pointerdown', (event) => down(event as PointerEvent), lifetime, { capture: true });
      anywhere<PointerEvent>('pointerup', (event) => send({ is: 'up', at: pointOf(event), isThere: isAt(pointOf(event)) }));
      anywhere('pointercancel', () => send({ is: 'ended' }));
      anywhere('dragstart', () => send({ is: 'dragstart' }));
      anywhere<DragEvent>('drop', (event) => send({ is: 'drop', isThere: isAt(pointOf(event)) }));
      anywhere('dragend', () => send({ is: 'dragend' }));
      listen<KeyboardEvent>('keydown', ({ key, repeat }, control) => {
        if (!repeat) send({ is: 'key', key, isThere: () => isMovedTo(controlOf() ?? control, to && find(to), to !== undefined) });
      });
      const changed = (mutations: MutationRecord[]) => {
        if (drag.phase !== 'idle' && mutations.some((one) => changesPage(one, controlOf()))) send({ is: 'changed' });
      };
      for (const root of new Set([element.ownerDocument, element.getRootNode()]))
        observe(MutationObserver, changed, lifetime, (observer) => observer.observe(root, ALL_MUTATIONS));
    },
  };
}

const pointOf = ({ clientX: x, clientY: y }: MouseEvent): Point => ({ x, y });

/** What is dragged lies under the pointer, so that the box decides and not what was hit. */
const isDropTarget = (target: Element | undefined, point: Point, isNamed: boolean): boolean =>
  !isNamed || (target !== undefined && isWithin(target.getBoundingClientRect(), point));

/** By keyboard, there is no point: it lies in the target now, or in the same list. */
function isMovedTo(control: Element, target: Element | undefined, isNamed: boolean): boolean {
  if (!isNamed) return true;
  return target !== undefined && (composedAncestors(control).includes(target) || target.parentElement === control.parentElement);
}

/** A press changes what it is on: its look, or what is drawn in it. What is dragged moves, or something else changes. */
function changesPage({ target, attributeName }: MutationRecord, control: Element | undefined): boolean {
  if (isOwnHost(target)) return false;
  const isInControl = control?.contains(target) ?? false;
  return !isInControl || (target === control && MOVING_ATTRIBUTES.test(attributeName ?? ''));
}

/** A slider or a splitter is dragged when its value changes, by pointer or by arrow keys. */
function listenForValue(
  { targets, controlOf, lifetime, element }: ListeningPlace,
  isAnywhere: boolean,
  report: () => void,
): void {
  if (!isAnywhere || !VALUED_ROLES.test(roleOf(element))) return;
  const before = entryValueOf(element);
  const listen = controlEvents(targets, controlOf, lifetime);
  const compare = (_: Event, control: Element) => {
    after(0, () => entryValueOf(control) !== before && report(), lifetime);
  };
  for (const type of ['change', 'keyup']) listen(type, compare);
}
