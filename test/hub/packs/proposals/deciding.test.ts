import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { LoggedAccess } from '../../../../src/model/hub-api/access-log.ts';
import { ask, enrolled, type HubInTest, hubOn, signedIn } from '../../hub-in-test.ts';
import { onBothStores } from '../../on-both-stores.ts';
import { packOf } from '../../packs-in-test.ts';
import { anActiveKey, type Publishing, publishContent, publishingAt } from '../publishing-in-test.ts';
import { proposalsAt, proposed, publishTaken } from './proposals-in-test.ts';

onBothStores((store) => {
  let hub: HubInTest;
  let at: ReturnType<typeof proposalsAt>;
  let publishing: Publishing;
  let mine: string;
  let author: { cookie: string };
  let app: string;
  let pack: string;
  beforeEach(async () => {
    hub = hubOn(store());
    at = proposalsAt(hub);
    publishing = await publishingAt(hub);
    await anActiveKey(publishing);
    [mine, author] = [await enrolled(hub), await signedIn(hub, `Author ${randomUUID().slice(0, 8)}`, 'author')];
    [app, pack] = [`app-${randomUUID().slice(0, 8)}`, `pack-${randomUUID().slice(0, 8)}`];
  });

  /** A proposal for the app of this test, as the desk lists it. */
  async function waiting(more: object = {}) {
    const { body } = await at.propose(mine, proposed({ app, ...more }));
    const listed = (await at.listed(author)).proposals.filter((one) => one.app === app);
    return { own: body.id, ...listed[0]! };
  }
  const stateOf = async (id: string) => (await at.own(mine)).find((one) => one.id === id);
  const withdrawals = async () => (await at.listed(author)).withdrawals.filter((one) => one.pack === pack);
  async function taken(more: object = {}) {
    const proposal = await waiting(more);
    const { body } = await at.decide(author, proposal, 'take', { pack });
    return { ...proposal, draft: body.draft! };
  }

  test('the desk sees what is proposed under an id of its own, and never the install', async () => {
    const { own, ...listed } = await waiting();
    expect(listed).toMatchObject({
      title: 'How I cancel an order',
      kind: 'walkthrough',
      steps: 2,
      state: 'waiting',
      revision: 1,
    });
    expect(listed.credit).toEqual({ name: 'Ada', department: 'Sales' });
    expect(listed.id).not.toBe(own);
    const { body, headers } = await at.read(author, listed.id);
    expect(headers.get('etag')).toBe('"1"');
    expect(body.proposal).toEqual(proposed({ app }));
    expect(JSON.stringify(body)).not.toContain(own);
  });

  test('reading what a colleague wrote is in the access log, and deciding too', async () => {
    const proposal = await waiting();
    await at.read(author, proposal.id);
    await at.decide(author, proposal, 'decline', { comment: 'We have one.' });
    const admin = await signedIn(hub, 'Root', 'admin');
    const { body } = await ask<{ accesses: LoggedAccess[] }>(hub, 'GET /desk/api/admin/access-log', { headers: admin });
    const own = body.accesses.filter(({ query }) => query === `proposal=${proposal.id}`);
    expect(Object.fromEntries(own.map(({ resource, texts }) => [resource, texts]))).toEqual({
      proposal: 1,
      'proposal declined': 0,
    });
  });

  test('a proposal is returned with a comment, changed, and waits again; a declined one can only be withdrawn', async () => {
    const proposal = await waiting();
    await at.decide(author, proposal, 'return', { comment: 'Say which order.' });
    expect(await stateOf(proposal.own)).toMatchObject({ state: 'returned', comment: 'Say which order.' });
    expect((await at.decide(author, { ...proposal, revision: 2 }, 'take', { pack })).body.type).toContain('wrong-state');
    await at.propose(mine, proposed({ app, note: 'An open one.' }), proposal.own);
    expect(await stateOf(proposal.own)).toMatchObject({ state: 'waiting', comment: null });
    await at.decide(author, { ...proposal, revision: 3 }, 'decline', { comment: 'We have one.' });
    expect(await stateOf(proposal.own)).toMatchObject({ state: 'declined', comment: 'We have one.' });
    expect((await at.propose(mine, proposed({ app }), proposal.own)).body.type).toContain('decided');
    expect((await at.withdraw(mine, proposal.own)).body.was).toBe('undecided');
  });

  test('who decides on what the colleague changed meanwhile is refused, and of two who take it one does', async () => {
    const proposal = await waiting();
    await at.propose(mine, proposed({ app, note: 'Changed.' }), proposal.own);
    expect((await at.decide(author, proposal, 'take', { pack })).status).toBe(412);
    const other = await signedIn(hub, 'Other author', 'author');
    const both = await Promise.all([author, other].map((who) => at.decide(who, { ...proposal, revision: 2 }, 'take', { pack })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  test('a guide is added to a draft with its credit, and everything else stays as it was written', async () => {
    const content = `{ "zebra": 1.50, ${JSON.stringify(packOf({ id: pack, app })).slice(1, -1)}, "later": 12345678901234567890 }`;
    const made = await ask<{ id: string }>(hub, 'POST /desk/api/drafts', { body: `{"content":${content}}`, headers: author });
    const proposal = await waiting();
    const target = (await at.read(author, proposal.id)).body.targets.find(({ draft }) => draft === made.body.id);
    expect(target).toMatchObject({ pack, replaces: false, guides: ['constructor'] });
    expect(target!.changes.map(({ text }) => text).join()).toContain('new');
    const { body } = await at.decide(author, proposal, 'take', { pack, draft: made.body.id });
    expect(body).toMatchObject({ state: 'taken', draft: made.body.id, guide: `${pack}/my-way` });
    const answer = await hub.app.request(`/desk/api/drafts/${made.body.id}`, { headers: author });
    const text = await answer.text();
    expect(text).toContain('"zebra": 1.50');
    expect(text).toContain('"later": 12345678901234567890');
    const { guides } = JSON.parse(text).content;
    expect(guides.map(({ id }: { id: string }) => id)).toEqual(['constructor', 'my-way']);
    expect(guides[1].credit).toEqual({ name: 'Ada', department: 'Sales' });
  });

  test('a guide with the same id is replaced, or the new one gets another id', async () => {
    await publishContent(publishing, packOf({ id: pack, app }));
    const guide = { ...proposed().guide, id: 'constructor' };
    const proposal = await waiting({ guide, credit: undefined });
    const detail = (await at.read(author, proposal.id)).body;
    expect(detail.targets).toMatchObject([{ pack, draft: null, version: 1, replaces: true }]);
    expect(detail.targets[0]!.changes.map(({ text }) => text).join()).toContain('title');
    const { body } = await at.decide(author, proposal, 'take', { pack, as: 'second' });
    const draft = await at.draft(author, body.draft!);
    expect(draft.version).toBe(2);
    expect((draft.content.guides as { id: string }[]).map(({ id }) => id)).toEqual(['constructor', 'second']);
    expect(JSON.stringify(draft.content)).not.toContain('credit');
  });

  test('in a pack of another base language, each text says in which language it is', async () => {
    await publishContent(publishing, packOf({ id: pack, app }));
    const { draft } = await taken({ language: 'de', note: undefined });
    const [, guide] = (await at.draft(author, draft)).content.guides as { title: unknown; steps: { body: unknown }[] }[];
    expect(guide!.title).toEqual({ de: 'How I cancel an order' });
    expect(guide!.steps[0]!.body).toEqual({ de: 'Open it.' });
  });

  test.each(['en-us', 'en-GB', 'en'])('texts in %s need no language in a pack of English', async (language) => {
    await publishContent(publishing, packOf({ id: pack, app }));
    const { draft } = await taken({ language });
    const { content, faults } = await at.draft(author, draft);
    expect((content.guides as { title: unknown }[])[1]!.title).toBe('How I cancel an order');
    expect(faults.filter(({ warning }) => !warning)).toEqual([]);
  });

  test('a colleague who chose no name and no department stays a colleague', async () => {
    await publishContent(publishing, packOf({ id: pack, app }));
    const { draft } = await taken({ credit: {} });
    expect((await at.draft(author, draft)).content.guides).toMatchObject([{}, { credit: {} }]);
  });

  test('an app without a pack gets one, and the proposal of another app is not taken into it', async () => {
    const { draft } = await taken();
    expect(await at.draft(author, draft)).toMatchObject({ pack, app, version: 1, state: 'draft', mayApprove: false });
    const other = await at.propose(mine, proposed({ app: `${app}-2` }));
    const listed = (await at.listed(author)).proposals.find((one) => one.app === `${app}-2`)!;
    expect(other.status).toBe(201);
    expect((await at.decide(author, listed, 'take', { pack, draft })).body.type).toContain('other-app');
  });

  test('a taken proposal is live once a version with it is offered, and waits again if its draft is discarded', async () => {
    const proposal = await taken({ note: undefined });
    expect(await stateOf(proposal.own)).toMatchObject({ state: 'taken', guide: null });
    const { revision } = await at.draft(author, proposal.draft);
    const headers = { ...author, 'if-match': `"${revision}"` };
    await ask(hub, `DELETE /desk/api/drafts/${proposal.draft}`, { headers });
    expect(await stateOf(proposal.own)).toMatchObject({ state: 'waiting' });
    const again = await at.decide(author, { id: proposal.id, revision: 2 }, 'take', { pack });
    await publishTaken(publishing, again.body.draft!, { author });
    expect(await stateOf(proposal.own)).toMatchObject({ state: 'live', guide: `${pack}/my-way`, helped: null });
  });

  test('what is published in test only is not live', async () => {
    const proposal = await taken({ note: undefined });
    await publishTaken(publishing, proposal.draft, { author, channel: 'test' });
    expect(await stateOf(proposal.own)).toMatchObject({ state: 'taken', guide: null });
  });

  test('a withdrawn proposal is taken out of its draft, whose review ends, and the authors are told', async () => {
    const proposal = await taken({ note: undefined });
    const { revision } = await at.draft(author, proposal.draft);
    await ask(hub, `POST /desk/api/drafts/${proposal.draft}/submit`, { headers: { ...author, 'if-match': `"${revision}"` } });
    expect((await at.withdraw(mine, proposal.own)).body.was).toBe('in-draft');
    const draft = await at.draft(author, proposal.draft);
    expect(draft).toMatchObject({ state: 'draft', revision: revision + 2, content: { guides: [] } });
    expect(draft.comment).toContain('A colleague withdrew');
    expect(await withdrawals()).toMatchObject([{ guide: 'my-way', draft: proposal.draft, isPublished: false }]);
    expect((await at.listed(author)).proposals.some(({ id }) => id === proposal.id)).toBe(false);
    expect((await at.read(author, proposal.id)).status).toBe(404);
    const late = { body: { content: draft.content }, headers: { ...author, 'if-match': `"${revision + 1}"` } };
    const refused = await ask<{ detail: string }>(hub, `PUT /desk/api/drafts/${proposal.draft}`, late);
    expect([refused.status, refused.body.detail]).toEqual([412, expect.stringContaining('the hub changed it')]);
  });

  test('what a withdrawn proposal had replaced in a draft is put back as it was published', async () => {
    await publishContent(publishing, packOf({ id: pack, app }));
    const proposal = await taken({ guide: { ...proposed().guide, id: 'constructor' }, note: undefined });
    await at.withdraw(mine, proposal.own);
    expect((await at.draft(author, proposal.draft)).content.guides).toEqual(packOf().guides);
  });

  test('a live one is taken out by a prepared draft; until that is published the authors are told that it is still shown', async () => {
    const proposal = await taken({ note: undefined });
    await publishTaken(publishing, proposal.draft, { author });
    const open = await ask<{ id: string }>(hub, 'POST /desk/api/drafts', {
      body: { content: (await at.draft(author, proposal.draft)).content },
      headers: author,
    });
    expect((await at.withdraw(mine, proposal.own)).body.was).toBe('published');
    expect(await stateOf(proposal.own)).toMatchObject({ state: 'withdrawn', guide: null });
    const [notice] = await withdrawals();
    expect(notice).toMatchObject({ pack, guide: 'my-way', draftState: 'draft', isPublished: true });
    const prepared = await at.draft(author, notice!.draft);
    expect(prepared).toMatchObject({ version: 2, authors: [], content: { guides: [] } });
    expect(prepared.comment).toContain('Devices show the guide until this is reviewed and published');
    expect((await at.draft(author, open.body.id)).content.guides).toEqual([]);
    await publishTaken(publishing, notice!.draft, { author });
    expect(await withdrawals()).toEqual([]);
  });

  test('a prepared draft that is discarded leaves the notice, because devices still show the guide', async () => {
    const proposal = await taken({ note: undefined });
    await publishTaken(publishing, proposal.draft, { author });
    await at.withdraw(mine, proposal.own);
    const [{ draft } = { draft: '' }] = await withdrawals();
    await ask(hub, `DELETE /desk/api/drafts/${draft}`, { headers: { ...author, 'if-match': '"1"' } });
    expect(await withdrawals()).toMatchObject([{ draftState: 'discarded', isPublished: true }]);
  });
});
