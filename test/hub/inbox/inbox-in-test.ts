import type { InboxDetail, InboxItem, InboxPage } from '../../../src/model/hub-api/inbox.ts';
import type { InboxAction, InboxChange, InboxChangeReply, InboxChanges } from '../../../src/model/hub-api/inbox-changes.ts';
import { ask, type HubInTest } from '../hub-in-test.ts';

type Headers = { cookie: string };
type Result = InboxChangeReply['results'][number];

/** The inbox of a hub, for somebody who is signed in. */
export function inboxAt(hub: HubInTest, headers: Headers, app: string) {
  const get = async <T>(path: string): Promise<T> => {
    const { status, body } = await ask<T>(hub, `GET /desk/api/inbox${path}`, { headers });
    if (status !== 200) throw new Error(`${path} was answered ${status}: ${JSON.stringify(body)}`);
    return body;
  };
  const change = async (changes: readonly InboxChange[]): Promise<Result[]> => {
    const { status, body } = await ask<InboxChangeReply>(hub, 'POST /desk/api/inbox/changes', { body: { changes }, headers });
    if (status !== 200) throw new Error(`changes were answered ${status}: ${JSON.stringify(body)}`);
    return body.results;
  };
  return {
    list: (query = '') => get<InboxPage>(`?app=${app}${query}`),
    read: (id: string) => get<InboxDetail>(`/items/${id}`),
    since: (since: number, after?: string) => get<InboxChanges>(`/changes?since=${since}${after ? `&after=${after}` : ''}`),
    change,
    /** One change of an item as it is listed. */
    act: async ({ id, revision }: Pick<InboxItem, 'id' | 'revision'>, action: InboxAction): Promise<Result> =>
      (await change([{ id, revision, action }]))[0]!,
  };
}

export type InboxInTest = ReturnType<typeof inboxAt>;
