import type { InboxPage } from '../../../../src/model/hub-api/inbox.ts';
import type { InboxChangeReply } from '../../../../src/model/hub-api/inbox-changes.ts';
import { ask, bearer, enrolled, feedback, type HubInTest, send, signedIn, wordsFor } from '../../hub-in-test.ts';

/** Items that are listed, read, assigned, merged, polled for and withdrawn. */
export async function useInbox(hub: HubInTest): Promise<void> {
  const [secret, headers] = [await enrolled(hub), await signedIn(hub)];
  const at = { app: 'inbox', at: hub.clock.now.toISOString() };
  const sent = [feedback({ ...at, route: '/one' }), feedback({ ...at, route: '/two' })];
  await send(hub, secret, [...sent, wordsFor(sent[0]!.id, 'A comment.', at)]);
  const list = async (query: string) => {
    const { status, body } = await ask<InboxPage>(hub, `GET /desk/api/inbox?app=inbox${query}`, { headers });
    if (status !== 200) throw new Error(`the inbox was answered ${status}: ${JSON.stringify(body)}`);
    return body;
  };
  const { items, me, since, released } = await list('');
  const [one, two] = ['/one', '/two'].map((route) => items.find((item) => item.route === route)!.id) as [string, string];
  const changes = [
    { id: one, revision: 0, action: { do: 'assign', assignee: me } },
    { id: two, revision: 0, action: { do: 'merge', into: one } },
  ];
  const { body } = await ask<InboxChangeReply>(hub, 'POST /desk/api/inbox/changes', { body: { changes }, headers });
  if (body.results.some(({ ok }) => !ok)) throw new Error(JSON.stringify(body));
  for (const query of ['&assignee=me', '&assignee=none', '&state=closed,merged', '&order=newest&limit=1', '&q=comment'])
    await list(query);
  await ask(hub, `GET /desk/api/inbox/items/${one}`, { headers });
  await ask(hub, `GET /desk/api/inbox/changes?since=${since}&after=${released}`, { headers });
  for (const after of ['2026-01-01', '2036-01-01'])
    await ask(hub, `GET /desk/api/inbox/changes?since=0&after=${after}T00:00:00.000Z`, { headers });
  // The other was merged into it, and is open again.
  await ask(hub, `DELETE /v1/entries/${sent[0]!.id}`, { headers: bearer(secret) });
}
