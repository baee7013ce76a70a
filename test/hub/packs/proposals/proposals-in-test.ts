import { randomUUID } from 'node:crypto';
import type { DeskProposal, DeskProposalDetail, DeskProposals } from '../../../../src/model/hub-api/desk-proposals.ts';
import type { DraftDetail } from '../../../../src/model/hub-api/drafts.ts';
import type { Problem } from '../../../../src/model/hub-api/intake.ts';
import type { OwnProposal, OwnProposals } from '../../../../src/model/hub-api/proposals.ts';
import { ask, bearer, type HubInTest, signedIn } from '../../hub-in-test.ts';
import { type Publishing, publishDraft } from '../publishing-in-test.ts';

export const proposed = (more: object = {}) => ({
  app: 'orders',
  language: 'en',
  guide: {
    kind: 'walkthrough',
    id: 'my-way',
    title: 'How I cancel an order',
    steps: [
      { id: 'open', title: 'Open the order', body: 'Open it.' },
      { id: 'cancel', title: 'Cancel it', body: 'Press **Cancel**.' },
    ],
  } as Record<string, unknown>,
  credit: { name: 'Ada', department: 'Sales' },
  note: 'We do it ten times a day.',
  ...more,
});

/** What an install and people at the desk do with proposals. */
export const proposalsAt = (hub: HubInTest) => ({
  propose: (secret: string, proposal: unknown = proposed(), id: string = randomUUID()) =>
    ask<OwnProposal & Problem>(hub, `PUT /v1/proposals/${id}`, { body: proposal, headers: bearer(secret) }),
  own: async (secret: string) => (await ask<OwnProposals>(hub, 'GET /v1/proposals', { headers: bearer(secret) })).body.proposals,
  withdraw: (secret: string, id: string) => ask<{ was: string }>(hub, `DELETE /v1/proposals/${id}`, { headers: bearer(secret) }),
  listed: async (who: object) => (await ask<DeskProposals>(hub, 'GET /desk/api/proposals', { headers: { ...who } })).body,
  read: async (who: object, id: string) =>
    ask<DeskProposalDetail & Problem>(hub, `GET /desk/api/proposals/${id}`, { headers: { ...who } }),
  decide: (who: object, { id, revision }: { id: string; revision: number }, action: string, body: object) =>
    ask<DeskProposal & Problem>(hub, `POST /desk/api/proposals/${id}/${action}`, {
      body,
      headers: { ...who, 'if-match': `"${revision}"` },
    }),
  draft: async (who: object, id: string) =>
    (await ask<DraftDetail>(hub, `GET /desk/api/drafts/${id}`, { headers: { ...who } })).body,
});

/** Hands a draft in, approves it as somebody else and publishes it. */
export async function publishTaken(
  publishing: Publishing,
  draft: string,
  { author, channel = 'live' }: { author: { cookie: string }; channel?: 'live' | 'test' },
): Promise<void> {
  const { hub } = publishing;
  const reviewer = await signedIn(hub, `Reviewer ${randomUUID().slice(0, 8)}`, 'author');
  const read = async () => (await ask<DraftDetail>(hub, `GET /desk/api/drafts/${draft}`, { headers: author })).body;
  const change = async (what: string, who: { cookie: string }, body?: object) => {
    const headers = { ...who, 'if-match': `"${(await read()).revision}"` };
    const { status, body: answer } = await ask(hub, `POST /desk/api/drafts/${draft}/${what}`, { body, headers });
    if (status !== 200) throw new Error(`${what} was answered ${status}: ${JSON.stringify(answer)}`);
  };
  await change('submit', author);
  await change('approve', reviewer, { contentHash: (await read()).contentHash });
  const { status, body } = await publishDraft(publishing, draft, { channel }, `"${(await read()).revision}"`);
  if (status !== 201) throw new Error(`publishing was answered ${status}: ${JSON.stringify(body)}`);
}
