import { useEffect, useRef } from 'preact/hooks';
import type { BacklogItem } from '../../model/backlog.ts';
import { choiceWords } from '../choice-words.ts';
import type { Whereabouts } from '../place.ts';
import { exactly } from '../since.ts';
import { AlsoAbout } from './also-about.tsx';
import { ChoiceIcon } from './choice-icon.tsx';
import { Facts } from './facts.tsx';
import { PlaceLink } from './place-link.tsx';
import { When } from './when.tsx';

interface DetailProps {
  items: readonly BacklogItem[];
  place: Whereabouts;
  now: number;
  locale: string;
}

/** The piece of feedback that is open. The focus follows into it; Escape goes back to the list. */
export function Detail({ items, place, now, locale }: DetailProps) {
  const { item: open, ...filters } = place.here.value;
  const item = items.find(({ id }) => id === open);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [item?.id]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) place.go(filters);
  };
  return (
    <section class="detail" aria-label="Feedback being read" onKeyDown={onKeyDown}>
      {open && (
        <PlaceLink class="detail-back" to={filters} place={place}>
          Back to the list
        </PlaceLink>
      )}
      {item ? (
        <article aria-labelledby="detail-title">
          <h2 id="detail-title" class="detail-title" ref={heading} tabIndex={-1}>
            <ChoiceIcon choice={item.choice} />
            {choiceWords[item.choice]}
          </h2>
          <p class="quiet detail-when">
            <When at={item.at} now={now} locale={locale} /> · {exactly(item.at, locale)}
          </p>
          {item.words ? (
            <blockquote class="words" dir="auto">
              {item.words}
            </blockquote>
          ) : (
            <p class="quiet">No words were given with it.</p>
          )}
          <Facts item={item} locale={locale} />
          <AlsoAbout item={item} items={items} place={place} now={now} locale={locale} />
        </article>
      ) : (
        <NothingOpen asked={open !== undefined} />
      )}
    </section>
  );
}

function NothingOpen({ asked }: { asked: boolean }) {
  if (asked) return <p class="quiet">That piece is not among the feedback loaded so far. Loading older feedback may bring it.</p>;
  return (
    <p class="quiet detail-hint">Choose a piece of feedback to read it here. Arrow keys move through the list, Enter opens.</p>
  );
}
