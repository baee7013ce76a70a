import type { InboxPage } from '../../model/hub-api/inbox.ts';
import type { Account } from '../auth/account.ts';
import type { Store } from '../store/store.ts';
import { readDeskPeople } from './desk-people.ts';
import { readInboxClock } from './inbox-clock.ts';
import type { InboxQuery } from './inbox-query.ts';
import { type InboxSelection, listInbox } from './list-inbox.ts';
import { readCounts } from './read-counts.ts';
import type { ReadContext } from './read-feedback.ts';

interface PageContext extends ReadContext {
  account: Account;
  /** What was released up to this moment is complete. */
  released: Date;
}

/** A page of the inbox; the first also has the numbers of its filters. */
export async function readInboxPage(
  store: Store,
  query: InboxQuery,
  { account, released, ...context }: PageContext,
): Promise<InboxPage> {
  const selection = { ...query, ...decided(query, account) };
  // Read first: what changes meanwhile is in the list, and among the changes since.
  const since = await readInboxClock(store);
  const { items, next } = await listInbox(store, selection, context);
  return {
    ...{ items, next },
    counts: query.before ? null : await readCounts(store, selection, context.now),
    ...{ people: await readDeskPeople(store), me: account.id, since, released: released.toISOString() },
  };
}

/** What a query leaves out or says in words. */
function decided({ state, assignee }: InboxQuery, account: Account): Pick<InboxSelection, 'states' | 'assignee'> {
  const named = assignee === 'me' ? account.id : assignee === 'none' ? null : assignee;
  return { states: state ?? ['new', 'open', 'planned'], assignee: named };
}
