import type { InboxItem } from '../../../model/hub-api/inbox.ts';
import { readableRoute } from '../../../model/route/readable-route.ts';
import { ControlName } from '../../kit/control-name.tsx';
import { DayAgo } from '../../kit/day-ago.tsx';
import type { ListRowState } from '../../kit/list/virtual-list.tsx';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { RouteLink } from '../../shell/route-link.tsx';
import { ItemIcon } from './item-icon.tsx';
import { kindText, leadText } from './lead-text.ts';
import { priorityText } from './priority-text.ts';
import { StatusText } from './status-text.tsx';

interface InboxRowProps extends Pick<DeskDeps, 'router' | 'clock' | 'locale' | 'texts'> {
  item: InboxItem;
  state: ListRowState;
  /** Title of the group that begins here. */
  group: string | undefined;
  onFocus: () => void;
  onSelect: (isExtending: boolean) => void;
}

/** One row of the inbox: the person's own words first. */
export function InboxRow({ item, state, group, onFocus, onSelect, router, clock, locale, texts }: InboxRowProps) {
  const { item: open, ...here } = router.route.value;
  const lead = leadText(item, texts);
  return (
    <>
      {group !== undefined && (
        <h2 class="row-group">
          <bdi>{group}</bdi>
        </h2>
      )}
      <div class="row" data-open={item.id === open} data-selected={state.isSelected}>
        <label class="row-select">
          <input
            type="checkbox"
            tabIndex={-1}
            checked={state.isSelected}
            aria-label={texts.inbox.select(lead)}
            onClick={(event) => onSelect(event.shiftKey)}
          />
        </label>
        <RouteLink
          class="row-link list-target"
          to={{ ...here, view: 'inbox', item: item.id }}
          router={router}
          replace={open !== undefined}
          tabIndex={state.isActive ? 0 : -1}
          onFocus={onFocus}
          current={item.id === open}
        >
          <ItemIcon item={item} />
          <span class={item.words ? 'row-lead row-words' : 'row-lead'}>
            <bdi>{lead}</bdi>
          </span>
          <span class="row-when">
            <DayAgo day={item.at} now={clock.value} locale={locale} />
          </span>
          <span class="row-about">
            {item.words && `${kindText(item, texts)} · `}
            <ControlName control={item.control} /> · <bdi>{readableRoute(item.route)}</bdi> · <bdi>{item.app}</bdi>
            <GuidePlace item={item} />
          </span>
          <span class="row-reason">
            {item.members.length > 0 && <strong>{texts.inbox.moreLikeIt(item.members.length)} · </strong>}
            {priorityText(item, texts)}
          </span>
          <span class="row-state">
            <StatusText item={item} texts={texts} locale={locale} />
          </span>
        </RouteLink>
      </div>
    </>
  );
}

/** The guide and the step that were open. */
function GuidePlace({ item: { about, guideTitle, stepTitle } }: { item: InboxItem }) {
  if (!about) return null;
  return (
    <>
      {' · '}
      <bdi>{guideTitle ?? about.guide}</bdi>
      {stepTitle !== undefined && (
        <>
          {': '}
          <bdi>{stepTitle}</bdi>
        </>
      )}
    </>
  );
}
