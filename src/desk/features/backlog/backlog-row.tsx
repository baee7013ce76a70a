import type { BacklogItem } from '../../../model/hub-api/backlog-item.ts';
import { readableRoute } from '../../../model/route/readable-route.ts';
import { ChoiceIcon } from '../../kit/choice-icon.tsx';
import { CHOICE_LABELS } from '../../kit/choice-labels.ts';
import { ControlName } from '../../kit/control-name.tsx';
import { DayAgo } from '../../kit/day-ago.tsx';
import { RouteLink } from '../../shell/route-link.tsx';
import type { Router } from '../../shell/router.ts';
import { StateBadge } from './state-badge.tsx';

interface BacklogRowProps {
  item: BacklogItem;
  router: Router;
  now: number;
  locale: string;
  /** The Tab stop of the list. */
  stop: boolean;
  onFocus: () => void;
}

export const rowId = (item: string) => `row-${item}`;

/** One feedback item in the list. */
export function BacklogRow({ item, router, now, locale, stop, onFocus }: BacklogRowProps) {
  const { choice, app, item: open } = router.route.value;
  return (
    <li>
      <RouteLink
        id={rowId(item.id)}
        class="row"
        to={{ choice, app, item: item.id }}
        router={router}
        replace={open !== undefined}
        tabIndex={stop ? 0 : -1}
        onFocus={onFocus}
        current={item.id === open}
      >
        <ChoiceIcon choice={item.choice} />
        <span class="row-choice">{CHOICE_LABELS[item.choice]}</span>
        <span class="row-when">
          <DayAgo day={item.at} now={now} locale={locale} />
        </span>
        <span class="row-about">
          <ControlName control={item.control} /> in <bdi>{item.app}</bdi>
        </span>
        <span class="row-where">
          <bdi>{readableRoute(item.route)}</bdi>
          {item.about && (
            <>
              {' · '}
              <bdi>{item.guideTitle ?? item.about.guide}</bdi>
              {item.stepTitle !== undefined && (
                <>
                  {': '}
                  <bdi>{item.stepTitle}</bdi>
                </>
              )}
            </>
          )}
        </span>
        <span class="row-state">
          <StateBadge state={item.state} />
        </span>
        {item.words && (
          <span class="row-words">
            <bdi>{item.words}</bdi>
          </span>
        )}
      </RouteLink>
    </li>
  );
}
