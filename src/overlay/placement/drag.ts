import { childLifetime, on } from '../../runtime/lifetime.ts';

/** Distance that the pointer goes, in CSS pixels, before a press becomes a drag. */
const DRAG_THRESHOLD_PX = 6;

interface DragDeps {
  own: HTMLElement;
  overlay: AbortSignal;
  onMove: (pointer: PointerEvent) => void;
  onDrop: (pointer: PointerEvent) => void;
}

/** Follows the pointer that was pressed on a box of ours until it is released; a press that does not go far is none of a drag. */
export function startDrag(down: PointerEvent, { own, overlay, onMove, onDrop }: DragDeps): void {
  if (!down.isTrusted || down.button !== 0) return;
  const drag = childLifetime(overlay);
  let isDragged = false;
  own.setPointerCapture(down.pointerId);
  const move = (pointer: PointerEvent) => {
    isDragged ||= Math.hypot(pointer.clientX - down.clientX, pointer.clientY - down.clientY) >= DRAG_THRESHOLD_PX;
    if (isDragged) onMove(pointer);
  };
  const drop = (pointer: PointerEvent) => {
    drag.abort();
    if (isDragged) onDrop(pointer);
  };
  on(own, 'pointermove', move, drag.signal);
  on(own, 'pointerup', drop, drag.signal);
  on(own, 'pointercancel', () => drag.abort(), drag.signal);
}
