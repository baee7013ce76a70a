import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { intersects, type Rect } from '../../dom/geometry.ts';
import { viewportSize } from '../../dom/viewport-size.ts';
import type { LauncherSpot } from '../../model/person/launcher-spot.ts';
import { observe } from '../../runtime/lifetime.ts';
import { onTrusted } from '../../runtime/on-trusted.ts';
import { createOccupancyCheck } from '../placement/occupancy.ts';
import { watchPageChanges } from '../placement/watch-page-changes.ts';
import { useLayoutLifetime } from '../ui/use-lifetime.ts';
import { DEFAULT_SPOT, findFreeSpot, type LauncherView, spotRect } from './launcher-spots.ts';

/**
 * Where the feedback button is: at a spot of the window's edge, small where there is little room, in the header of one of our cards, or
 * aside: where the page leaves no room at all, it is neither seen nor pressed until it has the focus.
 */
export interface LauncherPlace {
  spot: LauncherSpot;
  as: 'button' | 'small' | 'folded' | 'aside';
}

/** Room around the button in its spot, on each side, in CSS pixels. */
const MARGIN_PX = { button: 5, small: 3, folded: 4, aside: 3 };
const OWN_CARDS = '.card, .pill';
const HEADERS = '.card';

/**
 * Keeps the button where it covers neither the page's controls nor our cards: at the spot that the person chose, else at a free one, which
 * is looked for again when the page changes. While there is no room beside an open card, the button stands in its header.
 */
export function useLauncherPlace(button: RefObject<HTMLElement | null>, chosen: LauncherSpot | null): LauncherPlace {
  const [place, setPlace] = useState<LauncherPlace>({ spot: chosen ?? DEFAULT_SPOT, as: 'button' });
  useLayoutLifetime(
    (lifetime) => {
      const own = button.current;
      if (!own) return;
      const root = own.getRootNode() as ShadowRoot;
      let current: LauncherPlace | undefined;
      const isFolded = () => current?.as === 'folded';
      const isUnderCard = () => {
        const rect = own.getBoundingClientRect();
        return visibleIn(root, OWN_CARDS).some((card) => intersects(card.getBoundingClientRect(), rect));
      };
      const update = (mayStay: boolean) => {
        const found = findPlace(own, root, chosen, mayStay ? current : undefined);
        if (!current || current.as !== found.as || current.spot !== found.spot) setPlace(found);
        current = found;
        own.closest('.overlay')?.classList.toggle('launcher-folded', found.as === 'folded');
        putInPlace(own, root, found);
      };
      update(false);
      onTrusted(window, 'resize', () => update(false), lifetime);
      watchPageChanges(root.host, () => update(true), lifetime);
      // Our cards come, go and move with the person's own doing.
      const changes = { subtree: true, childList: true, attributes: true, attributeFilter: ['style'] };
      observe(
        MutationObserver,
        (records) => records.some(({ target }) => target !== own) && (isFolded() || isUnderCard()) && update(true),
        lifetime,
        (observer) => observer.observe(root, changes),
      );
    },
    [chosen?.edge, chosen?.down],
  );
  return place;
}

function findPlace(own: HTMLElement, root: ShadowRoot, chosen: LauncherSpot | null, current?: LauncherPlace): LauncherPlace {
  const view = launcherView(own);
  const cards = visibleIn(root, OWN_CARDS).map((card) => card.getBoundingClientRect());
  const isOverCard = (rect: Rect) => cards.some((card) => intersects(card, rect));
  if (chosen) return { spot: chosen, as: isOverCard(spotRect(chosen, view)) ? 'folded' : 'button' };
  const isOnControl = createOccupancyCheck(own.ownerDocument, root.host);
  const isTaken = (rect: Rect) => isOverCard(rect) || isOnControl(rect);
  if (current?.as === 'button' && !isTaken(spotRect(current.spot, view))) return current;
  const spot = findFreeSpot(isTaken, view);
  if (spot) return { spot, as: 'button' };
  if (visibleIn(root, HEADERS).length > 0) return { spot: DEFAULT_SPOT, as: 'folded' };
  const smallSpot = findFreeSpot(isTaken, { ...view, isSmall: true });
  return { spot: smallSpot ?? DEFAULT_SPOT, as: smallSpot ? 'small' : 'aside' };
}

const visibleIn = (root: ShadowRoot, selector: string): Element[] =>
  [...root.querySelectorAll(selector)].filter((card) => getComputedStyle(card).visibility === 'visible');

function putInPlace(own: HTMLElement, root: ShadowRoot, { spot, as }: LauncherPlace): void {
  const view = launcherView(own);
  const card = as === 'folded' ? visibleIn(root, HEADERS).at(-1)?.getBoundingClientRect() : undefined;
  const rect = spotRect(spot, { ...view, isSmall: as !== 'button' });
  const left = card ? (view.rtl ? card.left : card.right - (rect.right - rect.left)) : rect.left;
  placeLauncher(own, left + MARGIN_PX[as], (card?.top ?? rect.top) + MARGIN_PX[as]);
}

/** Puts the button's corner there. */
export function placeLauncher(own: HTMLElement, left: number, top: number): void {
  Object.assign(own.style, { left: `${left}px`, top: `${top}px`, right: 'auto', bottom: 'auto' });
}

export function launcherView(own: HTMLElement): LauncherView {
  return { ...viewportSize(), rtl: getComputedStyle(own).direction === 'rtl' };
}
