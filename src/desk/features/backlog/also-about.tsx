import type { BacklogItem } from '../../../model/hub-api/backlog-item.ts';
import { ChoiceIcon } from '../../kit/choice-icon.tsx';
import { CHOICE_LABELS } from '../../kit/choice-labels.ts';
import { DayAgo } from '../../kit/day-ago.tsx';
import { RouteLink } from '../../shell/route-link.tsx';
import type { Router } from '../../shell/router.ts';
import { othersAboutControl } from './same-control.ts';

interface AlsoAboutProps {
  item: BacklogItem;
  items: readonly BacklogItem[];
  router: Router;
  now: number;
  locale: string;
}

/** As many as fit beside the open item without scrolling. */
const MAX_LISTED = 6;

/** Other feedback about the same control. It counts items, never people. */
export function AlsoAbout({ item, items, router, now, locale }: AlsoAboutProps) {
  const others = othersAboutControl(item, items);
  if (others.length === 0) return null;
  const { choice, app } = router.route.value;
  return (
    <section class="also" aria-labelledby="also-title">
      <h3 id="also-title">{others.length} more about this control</h3>
      <ul>
        {others.slice(0, MAX_LISTED).map((other) => (
          <li key={other.id}>
            <RouteLink class="also-link" to={{ choice, app, item: other.id }} router={router} replace>
              <ChoiceIcon choice={other.choice} />
              <span>{CHOICE_LABELS[other.choice]}</span>
            </RouteLink>{' '}
            <span class="quiet">
              <DayAgo day={other.at} now={now} locale={locale} />
            </span>
          </li>
        ))}
      </ul>
      {others.length > MAX_LISTED && <p class="quiet">The newest {MAX_LISTED} are listed.</p>}
    </section>
  );
}
