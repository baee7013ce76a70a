import type { RefObject } from 'preact';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { RouteLink } from '../../shell/route-link.tsx';
import { FilterChips } from './filter-chips.tsx';
import { STATE_SETS, type StateSet } from './inbox-filter.ts';
import { GROUPINGS, isGrouping } from './inbox-order.ts';
import { groupingOf, stateSetOf } from './route-filter.ts';
import type { SavedViews } from './saved-views.ts';
import { SavedViewsBar } from './saved-views-bar.tsx';
import { StatusLine } from './status-line.tsx';
import type { ShownInbox } from './use-inbox.ts';

interface InboxHeadProps extends Pick<DeskDeps, 'router' | 'texts'> {
  inbox: ShownInbox;
  views: SavedViews;
  search: RefObject<HTMLInputElement | null>;
}

/** What is shown and in which order: states, search, filters, grouping and saved views. */
export function InboxHead({ inbox, views, search, router, texts }: InboxHeadProps) {
  const here = router.route.value;
  return (
    <div class="inbox-head" data-open={here.item !== undefined}>
      <div class="inbox-bar">
        <h1>{texts.inbox.title}</h1>
        <StateTabs router={router} texts={texts} />
        <SearchField inbox={inbox} search={search} texts={texts} />
        <StatusLine inbox={inbox} texts={texts} />
      </div>
      <div class="inbox-bar inbox-filters">
        <label class="inline-field">
          <span>{texts.inbox.groupBy}</span>
          <select
            value={groupingOf(here)}
            onChange={({ currentTarget: { value } }) => {
              const group = isGrouping(value) && value !== 'none' ? value : undefined;
              router.navigate({ ...here, view: 'inbox', group }, { replace: true });
            }}
          >
            {GROUPINGS.map((grouping) => (
              <option key={grouping} value={grouping}>
                {texts.inbox.groupings[grouping]}
              </option>
            ))}
          </select>
        </label>
        <FilterChips inbox={inbox} router={router} texts={texts} />
        <SavedViewsBar views={views} router={router} texts={texts} />
      </div>
    </div>
  );
}

function SearchField({ inbox, search, texts }: Pick<InboxHeadProps, 'inbox' | 'search' | 'texts'>) {
  return (
    <search class="inbox-search">
      <input
        ref={search}
        type="search"
        aria-label={texts.inbox.search}
        placeholder={texts.inbox.searchHint}
        value={inbox.query}
        onInput={({ currentTarget }) => {
          inbox.query.value = currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    </search>
  );
}

function StateTabs({ router, texts }: Pick<DeskDeps, 'router' | 'texts'>) {
  const { item: _, ...here } = router.route.value;
  const shown = stateSetOf(here);
  return (
    <nav class="state-tabs" aria-label={texts.inbox.states}>
      {(Object.keys(STATE_SETS) as StateSet[]).map((set) => (
        <RouteLink
          key={set}
          to={{ ...here, view: 'inbox', show: set === 'triage' ? undefined : set }}
          router={router}
          current={set === shown ? 'page' : false}
        >
          {texts.inbox.stateSets[set]}
        </RouteLink>
      ))}
    </nav>
  );
}
