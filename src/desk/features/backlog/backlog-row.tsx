import { useEffect } from 'preact/hooks';
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

/** One feedback item in the list; the person's own words come first. */
export function BacklogRow({ item, router, now, locale, stop, onFocus }: BacklogRowProps) {
  const { choice, app, item: open } = router.route.value;
  const isOpen = item.id === open;
  useEffect(() => {
    if (isOpen) document.getElementById(rowId(item.id))?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, item.id]);
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
        current={isOpen}
      >
        <ChoiceIcon choice={item.choice} />
        <span class={item.words ? 'row-lead row-words' : 'row-lead'}>
          <bdi>{item.words ?? CHOICE_LABELS[item.choice]}</bdi>
        </span>
        <span class="row-when">
          <DayAgo day={item.at} now={now} locale={locale} />
        </span>
        <span class="row-about">
          {item.words && `${CHOICE_LABELS[item.choice]} · `}
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
      </RouteLink>
    </li>
  );
}
