import type { DeskTexts } from '../kit/texts/desk-texts.ts';
import type { PlaceGroup } from './desk-pages.ts';
import { PlaceIcon } from './place-icon.tsx';
import { RouteLink } from './route-link.tsx';
import type { Router, View } from './router.ts';

export interface Place {
  view: View;
  title: string;
  /** The key that leads there after `g`. */
  key: string;
  group: PlaceGroup;
}

interface RailProps {
  places: readonly Place[];
  shown: View | undefined;
  router: Router;
  texts: DeskTexts;
}

/** The places of the desk, grouped by when one works there: a rail at the side, a bar at the foot of a narrow window. */
export function Rail({ places, shown, router, texts }: RailProps) {
  const groups = Map.groupBy(places, ({ group }) => group);
  return (
    <nav class="rail" aria-label={texts.frame.places}>
      {[...groups].map(([group, members]) => (
        <div key={group} class={`rail-group rail-${group}`}>
          <p class="rail-title" aria-hidden="true">
            {texts.frame.groups[group]}
          </p>
          {members.map(({ view, title }) => (
            <RouteLink key={view} to={{ view }} router={router} current={view === shown ? 'page' : false} title={title}>
              <PlaceIcon view={view} />
              <span class="rail-label">{title}</span>
            </RouteLink>
          ))}
        </div>
      ))}
    </nav>
  );
}
