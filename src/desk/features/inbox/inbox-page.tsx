import { useEffect, useMemo, useRef } from 'preact/hooks';
import { VirtualList } from '../../kit/list/virtual-list.tsx';
import { OutageBar } from '../../kit/outage-bar.tsx';
import { findOptions } from '../../kit/picker/find-options.ts';
import { OptionPicker } from '../../kit/picker/option-picker.tsx';
import { Refusal } from '../../kit/refusal.tsx';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { actOptions } from './act-choices.ts';
import { ActNotices } from './act-notices.tsx';
import { EmptyInbox } from './empty-inbox.tsx';
import { groupTitle } from './group-title.ts';
import { InboxDetail } from './inbox-detail.tsx';
import { InboxHead } from './inbox-head.tsx';
import { InboxRow } from './inbox-row.tsx';
import { stateSetOf } from './route-filter.ts';
import { createSavedViews } from './saved-views.ts';
import { SelectionBar } from './selection-bar.tsx';
import { type ShownInbox, useInbox } from './use-inbox.ts';
import { type Triage, useTriage } from './use-triage.ts';

/** What came in: filters, list and the open item. */
export function InboxPage(desk: DeskDeps) {
  const { inbox, pollNow } = useInbox(desk);
  const search = useRef<HTMLInputElement>(null);
  const triage = useTriage(inbox, { ...desk, search });
  const views = useMemo(() => createSavedViews(() => window.localStorage), []);
  const { feed } = inbox;
  const { item: open } = desk.router.route.value;
  const { texts } = desk;
  useTitle(feed.hasNew.value ? `${texts.inbox.hasNew} · ${texts.inbox.title}` : texts.inbox.title);
  return (
    <>
      <InboxHead inbox={inbox} views={views} search={search} {...desk} />
      <SelectionBar inbox={inbox} commands={triage.commands} texts={texts} />
      <div class="inbox" data-open={open !== undefined}>
        <section class="inbox-list" aria-label={texts.inbox.title}>
          {feed.refusal.value && <Refusal failure={feed.refusal.value} />}
          <Rows inbox={inbox} {...desk} />
        </section>
        {(inbox.items.value.length > 0 || open) && (
          <InboxDetail
            item={feed.rows.value.get(open ?? '')}
            itemCommands={triage.commands}
            isPeeking={triage.isPeeking.value}
            {...desk}
          />
        )}
      </div>
      <ActNotices acts={inbox.acts} onUndo={triage.undo} texts={texts} />
      <ActPicker inbox={inbox} triage={triage} {...desk} />
      {feed.outage.value && (
        <OutageBar failure={feed.outage.value} answeredAt={feed.answeredAt.value} locale={desk.locale} onRetry={pollNow} />
      )}
    </>
  );
}

/** Height of a row with one line of words, in pixels. */
const ROW_PX = 84;

function Rows({ inbox, ...desk }: DeskDeps & { inbox: ShownInbox }) {
  const { feed, list, items, order } = inbox;
  const { texts, router } = desk;
  const { groups } = order.value;
  if (feed.loaded.value && order.value.ids.length === 0)
    return (
      <EmptyInbox isFiltered={items.value.length > 0} isTriage={stateSetOf(router.route.value) === 'triage'} texts={texts} />
    );
  return (
    <>
      <VirtualList
        label={texts.inbox.list}
        class="rows"
        state={list}
        estimate={ROW_PX}
        isBusy={feed.busy.value}
        row={(id, state) => {
          const item = feed.rows.value.get(id);
          const group = groups.get(id);
          return (
            item && (
              <InboxRow
                item={item}
                state={state}
                group={group && groupTitle(group, { item, route: router.route.value, ...desk })}
                onFocus={() => list.noteFocus(id)}
                onSelect={(isExtending) => (isExtending ? list.extend(id) : list.toggle(id))}
                {...desk}
              />
            )
          );
        }}
      />
      {feed.next.value !== null && feed.loaded.value && !feed.busy.value && (
        <p class="more quiet">
          {texts.inbox.moreAtHub}{' '}
          <button type="button" class="button" onClick={() => feed.loadMore()}>
            {texts.inbox.loadMore}
          </button>
        </p>
      )}
    </>
  );
}

function ActPicker({ inbox: { feed }, triage, texts, clock, locale }: DeskDeps & { inbox: ShownInbox; triage: Triage }) {
  const act = triage.choosing.value;
  if (!act) return null;
  const context = { people: feed.people.value, me: feed.me.value, now: clock.value, locale, texts };
  const options = actOptions(act, context);
  return (
    <OptionPicker
      label={texts.inbox.acts[act]}
      prompt={texts.inbox.acts[act]}
      find={(query) => findOptions(options, query)}
      onChoose={triage.choose}
      onClose={() => {
        triage.choosing.value = null;
      }}
      texts={texts}
    />
  );
}

function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Cairn desk`;
    return () => {
      document.title = 'Cairn desk';
    };
  }, [title]);
}
