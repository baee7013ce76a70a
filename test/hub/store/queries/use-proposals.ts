import type { DeskProposals } from '../../../../src/model/hub-api/desk-proposals.ts';
import { ask, bearer, enrolled, type HubInTest, signedIn } from '../../hub-in-test.ts';
import { proposed, publishTaken } from '../../packs/proposals/proposals-in-test.ts';
import { anActiveKey, publishingAt } from '../../packs/publishing-in-test.ts';

async function done(hub: HubInTest, what: string, sent: { body?: unknown; headers: Record<string, string> }): Promise<unknown> {
  const { status, body } = await ask(hub, what, sent);
  if (status >= 400) throw new Error(`${what} was answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** Proposals that are returned, changed, declined, taken and withdrawn. */
export async function useProposals(hub: HubInTest): Promise<void> {
  const [headers, author] = [bearer(await enrolled(hub)), await signedIn(hub, 'Ada', 'author')];
  for (const [nth, action] of ['return', 'decline', 'take'].entries()) {
    const path = `/v1/proposals/${crypto.randomUUID()}`;
    const app = `proposed-${nth}`;
    await done(hub, `PUT ${path}`, { body: proposed({ app }), headers });
    await done(hub, `PUT ${path}`, { body: proposed({ app, note: 'Changed.' }), headers });
    const { proposals } = (await done(hub, 'GET /desk/api/proposals', { headers: author })) as DeskProposals;
    const { id } = proposals.find((one) => one.app === app)!;
    await done(hub, `GET /desk/api/proposals/${id}`, { headers: author });
    const body = action === 'take' ? { pack: 'proposed' } : { comment: 'No.' };
    await done(hub, `POST /desk/api/proposals/${id}/${action}`, { body, headers: { ...author, 'if-match': '"2"' } });
    if (action === 'take') {
      const publishing = await publishingAt(hub);
      await anActiveKey(publishing);
      const answer = (await done(hub, 'GET /desk/api/proposals', { headers: author })) as DeskProposals;
      await publishTaken(publishing, answer.proposals.find((one) => one.id === id)!.draft!, { author });
    }
    for (const read of ['/v1/proposals', path]) await done(hub, `GET ${read}`, { headers });
    await done(hub, `DELETE ${path}`, { headers });
  }
  await done(hub, 'GET /desk/api/proposals', { headers: author });
  const repair = { pack: 'proposed', guide: 'my-way', step: 'open' };
  await done(hub, 'POST /desk/api/guide-health/repair', { body: repair, headers: author });
}
