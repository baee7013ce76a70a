import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { InboxItem } from '../../../model/hub-api/inbox.ts';
import { createListState, type ListState } from '../../kit/list/list-state.ts';
import { startPolling } from '../../kit/polling.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { InboxActs } from './inbox-acts.ts';
import { InboxFeed } from './inbox-feed.ts';
import { countFacet, FACETS, type Facet, filterItems, type InboxFilter, STATE_SETS } from './inbox-filter.ts';
import { type InboxOrder, orderItems } from './inbox-order.ts';
import { filterOf, groupingOf, stateSetOf } from './route-filter.ts';
import { createTabText } from './tab-text.ts';
import { createUnsentActs } from './unsent-acts.ts';

/** The inbox as its page shows it. */
export interface ShownInbox {
  feed: InboxFeed;
  acts: InboxActs;
  list: ListState;
  /** The words of the search. */
  query: Signal<string>;
  /** The loaded items in the states that are shown. */
  items: ReadonlySignal<readonly InboxItem[]>;
  order: ReadonlySignal<InboxOrder>;
  filter: ReadonlySignal<InboxFilter>;
  /** How many items have each value of each facet. */
  counts: ReadonlySignal<readonly { facet: Facet; counts: readonly [value: string, count: number][] }[]>;
}

/** The inbox while its page is shown: polled, in the states, filters and order that the address names. */
export function useInbox(desk: DeskDeps): { inbox: ShownInbox; pollNow: () => void } {
  const { tab, router } = desk;
  const inbox = useMemo(() => createInbox(desk), [desk.hub, desk.signIn]);
  const pollNow = useRef(() => {});
  useEffect(() => {
    const lifetime = new AbortController();
    pollNow.current = startPolling({ poll: () => inbox.feed.poll(), tab, lifetime: lifetime.signal }).pollNow;
    const stop = effect(() => inbox.list.setOrder(inbox.order.value.ids));
    return () => {
      lifetime.abort();
      stop();
    };
  }, [inbox, tab]);
  const shown = stateSetOf(router.route.value);
  const loaded = useRef(shown);
  useEffect(() => {
    if (loaded.current !== shown) void inbox.feed.showStates(STATE_SETS[shown]);
    loaded.current = shown;
  }, [inbox, shown]);
  useRecovery(inbox, desk);
  useAnnouncements(inbox.feed, desk);
  return { inbox, pollNow: () => pollNow.current() };
}

function createInbox({ hub, signIn, router }: DeskDeps): ShownInbox {
  const shared = { api: hub.inbox, now: Date.now, onSignedOut: signIn.expire };
  const feed = new InboxFeed({ ...shared, states: STATE_SETS[stateSetOf(router.route.value)] });
  const acts = new InboxActs({ ...shared, feed, unsent: createUnsentActs(() => window.sessionStorage) });
  const text = createTabText('cairn.desk.search', () => window.sessionStorage);
  const query = signal(text.read());
  effect(() => text.write(query.value));
  // Compared as texts: opening an item changes the address, and neither states nor filters nor order.
  const stateSet = computed(() => stateSetOf(router.route.value));
  const grouping = computed(() => groupingOf(router.route.value));
  const filterText = computed(() => JSON.stringify(filterOf(router.route.value, query.value)));
  const filter = computed(() => JSON.parse(filterText.value) as InboxFilter);
  const items = computed(() => {
    const states: readonly string[] = STATE_SETS[stateSet.value];
    return [...feed.rows.value.values()].filter(({ status }) => states.includes(status.state));
  });
  const order = computed(() => orderItems(filterItems(items.value, filter.value), grouping.value));
  const counts = computed(() => FACETS.map((facet) => ({ facet, counts: countFacet(items.value, filter.value, facet) })));
  return { feed, acts, list: createListState(), query, items, order, filter, counts };
}

/** Offers once more what could not be sent before the sign-in ended or the page was left. */
function useRecovery({ feed, acts }: ShownInbox, { texts }: DeskDeps): void {
  const me = feed.me.value;
  useEffect(() => {
    if (me) acts.recoverUnsent(me, texts.inbox.unsentReason);
  }, [acts, me]);
}

function useAnnouncements({ outage, hasNew }: InboxFeed, { announcer, texts }: DeskDeps): void {
  useEffect(() => {
    if (hasNew.value) announcer.announce(texts.inbox.announceNew);
  }, [hasNew.value]);
  const failed = outage.value?.title;
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (failed) announcer.announce(texts.inbox.outage(failed));
    else if (before.current) announcer.announce(texts.inbox.answersAgain);
    before.current = failed;
  }, [failed]);
}
