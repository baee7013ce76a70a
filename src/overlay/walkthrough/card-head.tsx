import type { ComponentChildren, RefObject } from 'preact';
import { useContext, useRef } from 'preact/hooks';
import type { CardSpot } from '../../model/person/card-spot.ts';
import type { Translate } from '../../runtime/translate.ts';
import { handler, onlyTrusted } from '../host/only-trusted.ts';
import { startDrag } from '../placement/drag.ts';
import { spotAfterArrow, spotOf } from '../placement/moved-spot.ts';
import { OverlayLifetime } from '../ui/use-lifetime.ts';

interface Movable {
  card: RefObject<HTMLElement | null>;
  move: (spot: CardSpot | null) => void;
}

/** Drags a card by the part that is pressed. */
function useCardDrag({ card, move }: Movable) {
  const overlay = useContext(OverlayLifetime);
  const dragged = useRef(false);
  const onPointerDown = handler((down: PointerEvent) => {
    const own = card.current!;
    const { left, top } = own.getBoundingClientRect();
    dragged.current = false;
    const cornerAt = ({ clientX, clientY }: PointerEvent) =>
      [left + clientX - down.clientX, top + clientY - down.clientY] as const;
    const onMove = (pointer: PointerEvent) => {
      dragged.current = true;
      const [x, y] = cornerAt(pointer);
      Object.assign(own.style, { left: `${x}px`, top: `${y}px` });
    };
    const onDrop = (pointer: PointerEvent) => move(spotOf(own.getBoundingClientRect(), ...cornerAt(pointer)));
    startDrag(down, { own: down.currentTarget as HTMLElement, overlay, onMove, onDrop });
  });
  return { dragged, onPointerDown };
}

/** The head of a card, by which it is dragged. */
export function CardHead({ children, ...movable }: Movable & { children: ComponentChildren }) {
  const { onPointerDown } = useCardDrag(movable);
  return (
    <p class="count head" onPointerDown={onPointerDown}>
      {children}
    </p>
  );
}

/** The handle in the head of a card: it is dragged, moves the card by the arrow keys, and puts it back. By keyboard it comes last. */
export function CardHandle({ isMoved, t, ...movable }: Movable & { isMoved: boolean; t: Translate }) {
  const { dragged, onPointerDown } = useCardDrag(movable);
  const onKeyDown = onlyTrusted((event: KeyboardEvent) => {
    const next = spotAfterArrow(event.key, movable.card.current!.getBoundingClientRect());
    if (!next) return;
    event.preventDefault();
    movable.move(next);
  });
  const name = t(isMoved ? 'resetCard' : 'moveCard');
  return (
    <button
      type="button"
      class="handle"
      aria-label={name}
      title={name}
      aria-description={t('moveCardKeys')}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onClick={onlyTrusted(() => dragged.current || movable.move(null))}
    >
      <span aria-hidden="true">⠿</span>
    </button>
  );
}
