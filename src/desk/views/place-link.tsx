import type { ComponentChildren } from 'preact';
import { addressOf, type Place, type Whereabouts } from '../place.ts';

interface PlaceLinkProps {
  to: Place;
  place: Whereabouts;
  /** Leave no step in the browser's history. */
  replace?: boolean;
  id?: string;
  class?: string;
  tabIndex?: number;
  /** It is the one that is open; `page`, where it leads to the page itself. */
  current?: boolean | 'page';
  onFocus?: () => void;
  children: ComponentChildren;
}

/** A true link to a place at the desk: followed here without a new page, or opened in another tab as the person likes. */
export function PlaceLink({ to, place, replace = false, current = false, ...rest }: PlaceLinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    place.go(to, { replace });
  };
  return (
    <a
      {...rest}
      href={addressOf(to)}
      aria-current={current === 'page' ? current : current ? 'true' : undefined}
      onClick={follow}
    />
  );
}
