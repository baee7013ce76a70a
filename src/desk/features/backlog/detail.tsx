import { useEffect, useRef } from 'preact/hooks';
import type { BacklogItem } from '../../../model/hub-api/backlog-item.ts';
import { ChoiceIcon } from '../../kit/choice-icon.tsx';
import { CHOICE_LABELS } from '../../kit/choice-labels.ts';
import { DayAgo } from '../../kit/day-ago.tsx';
import { exactDay } from '../../kit/relative-day.ts';
import { rowAfter } from '../../kit/row-focus.ts';
import { RouteLink } from '../../shell/route-link.tsx';
import type { Router } from '../../shell/router.ts';
import { AlsoAbout } from './also-about.tsx';
import { Facts } from './facts.tsx';

interface DetailProps {
  items: readonly BacklogItem[];
  router: Router;
  now: number;
  locale: string;
}

/** The open feedback item. Its heading takes the focus; arrow keys, Home and End open the others, Escape returns to the list. */
export function Detail({ items, router, now, locale }: DetailProps) {
  const { item: open, ...filters } = router.route.value;
  const item = items.find(({ id }) => id === open);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [item?.id]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) router.navigate(filters);
    // From the heading, which has the focus once an item is open, the list's keys go on to other items.
    const next = event.target === heading.current ? items[rowAfter(event, items.indexOf(item!), items.length) ?? -1] : undefined;
    if (!next) return;
    event.preventDefault();
    router.navigate({ ...filters, item: next.id }, { replace: true });
  };
  return (
    <section class="detail" aria-label="Open feedback item" onKeyDown={onKeyDown}>
      {open && (
        <RouteLink class="detail-back" to={filters} router={router}>
          Back to the list
        </RouteLink>
      )}
      {item ? (
        <article aria-labelledby="detail-title">
          <h2 id="detail-title" class="detail-title" ref={heading} tabIndex={-1}>
            <ChoiceIcon choice={item.choice} />
            {CHOICE_LABELS[item.choice]}
          </h2>
          <p class="quiet detail-when">
            <DayAgo day={item.at} now={now} locale={locale} /> · {exactDay(item.at, locale)}
          </p>
          {item.words ? (
            <blockquote class="words" dir="auto">
              {item.words}
            </blockquote>
          ) : (
            <p class="quiet">No comment</p>
          )}
          <Facts item={item} />
          <AlsoAbout item={item} items={items} router={router} now={now} locale={locale} />
        </article>
      ) : (
        <NothingOpen asked={open !== undefined} />
      )}
    </section>
  );
}

function NothingOpen({ asked: isRequested }: { asked: boolean }) {
  if (isRequested) return <p class="quiet">This item is not among those loaded so far. Load older feedback to find it.</p>;
  return (
    <p class="quiet detail-hint">
      Choose a feedback item to read it here. Arrow keys move through the list, Enter opens an item, and arrow keys then open the
      next.
    </p>
  );
}
