import type { InboxPage } from '../../model/hub-api/inbox.ts';
import type { InboxChange, InboxChangeReply, InboxChanges } from '../../model/hub-api/inbox-changes.ts';
import type { InboxStatus } from '../../model/hub-api/inbox-status.ts';
import type { ApiResult } from './api-result.ts';
import { createDeskRequests } from './desk-requests.ts';

interface InboxListQuery {
  states: readonly InboxStatus['state'][];
  limit: number;
  /** Cursor of a page. */
  before?: string | undefined;
}

/** The part of the hub's API by which facilitators triage what came in. */
export interface InboxApi {
  list: (query: InboxListQuery, signal?: AbortSignal) => Promise<ApiResult<InboxPage>>;
  /** What others did since a page, or since earlier changes. */
  changes: (known: Pick<InboxPage, 'since' | 'released'>, signal?: AbortSignal) => Promise<ApiResult<InboxChanges>>;
  change: (changes: readonly InboxChange[]) => Promise<ApiResult<InboxChangeReply>>;
}

export function createInboxApi(origin: string): InboxApi {
  const { ask } = createDeskRequests(origin);
  return {
    list: ({ states, limit, before }, signal) => {
      const query = new URLSearchParams({ state: states.join(','), limit: String(limit), ...(before && { before }) });
      return ask(`GET /inbox?${query}`, { signal });
    },
    changes: ({ since, released }, signal) =>
      ask(`GET /inbox/changes?${new URLSearchParams({ since: String(since), after: released })}`, { signal }),
    change: (changes) => ask('POST /inbox/changes', { body: JSON.stringify({ changes }) }),
  };
}
