import type { BacklogItem } from '../../model/backlog.ts';
import { choiceWords } from '../choice-words.ts';
import type { Whereabouts } from '../place.ts';
import { alsoAbout } from '../same-control.ts';
import { ChoiceIcon } from './choice-icon.tsx';
import { PlaceLink } from './place-link.tsx';
import { When } from './when.tsx';

interface AlsoAboutProps {
  item: BacklogItem;
  items: readonly BacklogItem[];
  place: Whereabouts;
  now: number;
  locale: string;
}

/** As many as can be taken in beside the piece being read. */
const most = 6;

/** Other feedback about the same control. It counts pieces of feedback, never people. */
export function AlsoAbout({ item, items, place, now, locale }: AlsoAboutProps) {
  const others = alsoAbout(item, items);
  if (others.length === 0) return null;
  const { choice, app } = place.here.value;
  return (
    <section class="also" aria-labelledby="also-title">
      <h3 id="also-title">{others.length} more about this control</h3>
      <ul>
        {others.slice(0, most).map((other) => (
          <li key={other.id}>
            <PlaceLink class="also-link" to={{ choice, app, item: other.id }} place={place} replace>
              <ChoiceIcon choice={other.choice} />
              <span>{choiceWords[other.choice]}</span>
            </PlaceLink>{' '}
            <span class="quiet">
              <When at={other.at} now={now} locale={locale} />
            </span>
          </li>
        ))}
      </ul>
      {others.length > most && <p class="quiet">The newest {most} are listed.</p>}
    </section>
  );
}
