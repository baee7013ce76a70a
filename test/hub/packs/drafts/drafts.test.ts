import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { AccessLogPage } from '../../../../src/model/hub-api/access-log.ts';
import type { Draft, DraftDetail, DraftList } from '../../../../src/model/hub-api/drafts.ts';
import type { Problem } from '../../../../src/model/hub-api/intake.ts';
import type { Role } from '../../../../src/model/hub-api/role.ts';
import { signPack } from '../../../../src/packs/sign-pack.ts';
import { ask, bearer, type HubInTest, type HubResponse, hubOn, publishToken, signedIn } from '../../hub-in-test.ts';
import { onBothStores } from '../../on-both-stores.ts';
import { newKey, packOf } from '../../packs-in-test.ts';
import { anActiveKey, publishingAt } from '../publishing-in-test.ts';

type Answer = HubResponse<DraftDetail & Problem>;
type Person = Record<string, string>;

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

onBothStores((store) => {
  let hub: HubInTest;
  let id: string;
  let [ada, ben, cleo]: Person[] = [];
  const somebody = (name: string, role: Role = 'author') => signedIn(hub, `${name} ${id}`, role);
  beforeEach(async () => {
    hub = hubOn(store());
    id = `pack-${crypto.randomUUID().slice(0, 8)}`;
    [ada, ben, cleo] = [await somebody('Ada'), await somebody('Ben'), await somebody('Cleo', 'publisher')];
  });

  const as = (who: Person, what: string, { body, etag }: { body?: unknown; etag?: string | undefined } = {}): Promise<Answer> =>
    ask(hub, what.replace(' /', ' /desk/api/'), { body, headers: { ...who, ...(etag !== undefined && { 'if-match': etag }) } });
  const make = async (who: Person, content: unknown = packOf({ id })): Promise<Draft> =>
    (await as(who, 'POST /drafts', { body: { content } })).body;
  const load = async (who: Person, draft: string) => (await as(who, `GET /drafts/${draft}`)).body;
  /** Sends a change with the revision that the draft has now. */
  const change = async (who: Person, what: string, body?: unknown): Promise<Answer> => {
    const draft = what.split('/')[2] ?? '';
    return as(who, what, { body, etag: `"${(await load(who, draft)).revision}"` });
  };
  const approve = async (who: Person, draft: string) =>
    change(who, `POST /drafts/${draft}/approve`, { contentHash: (await load(who, draft)).contentHash });
  const publish = async (pack: object) => {
    const signed = await signPack(pack, await newKey());
    return ask(hub, 'POST /v1/packs', { body: signed.ok ? signed.jws : '', headers: bearer(publishToken) });
  };

  test('a draft goes from its author through a review by somebody else to approved', async () => {
    const draft = await make(ada!);
    expect(draft).toMatchObject({ pack: id, app: 'orders', version: 1, state: 'draft', revision: 1, mayApprove: false });
    expect((await change(ada!, `POST /drafts/${draft.id}/submit`)).body).toMatchObject({ state: 'in-review', revision: 2 });
    expect(await load(ben!, draft.id)).toMatchObject({ mayApprove: true, authors: [`Ada ${id}`], approvedBy: null });
    const { status, headers, body } = await approve(ben!, draft.id);
    expect([status, headers.get('etag'), body.state, body.approvedBy]).toEqual([200, '"3"', 'approved', `Ben ${id}`]);
  });

  test('nobody who wrote any part of it or handed it in approves or returns it', async () => {
    const draft = await make(ada!);
    await change(ben!, `PUT /drafts/${draft.id}`, { content: { ...packOf({ id }), title: 'Other' } });
    await change(cleo!, `POST /drafts/${draft.id}/submit`);
    const comment = 'No.';
    for (const author of [ada!, ben!, cleo!])
      for (const answer of [
        await approve(author, draft.id),
        await change(author, `POST /drafts/${draft.id}/return`, { comment }),
      ]) {
        expect([answer.status, answer.body.type]).toEqual([403, 'urn:cairn:problem:own-draft']);
        expect(answer.body.remedy).toContain('somebody who did not write it');
      }
    expect(await load(ada!, draft.id)).toMatchObject({
      state: 'in-review',
      authors: ['Ada', 'Ben', 'Cleo'].map((one) => `${one} ${id}`),
    });
    expect((await approve(await somebody('Dora'), draft.id)).status).toBe(200);
  });

  test('signing in anew or with another role does not make an author somebody else', async () => {
    const draft = await make(ada!);
    await change(ada!, `POST /drafts/${draft.id}/submit`);
    for (const role of ['author', 'publisher', 'admin'] as const)
      expect((await approve(await somebody('Ada', role), draft.id)).status).toBe(403);
  });

  test('of two people who approve and save at once, the one who comes later is refused', async () => {
    const draft = await make(ada!);
    await change(ada!, `POST /drafts/${draft.id}/submit`);
    const { contentHash } = await load(ben!, draft.id);
    const answers = await Promise.all([
      as(ben!, `POST /drafts/${draft.id}/approve`, { body: { contentHash }, etag: '"2"' }),
      as(ada!, `PUT /drafts/${draft.id}`, { body: { content: { ...packOf({ id }), title: 'Other' } }, etag: '"2"' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const { state, revision } = await load(ada!, draft.id);
    expect([state, revision]).toEqual([answers[0]?.status === 200 ? 'approved' : 'draft', 3]);
  });

  test.each(['in-review', 'approved'])(
    'a change of a draft that is %s voids that, and whoever made it is an author',
    async (state) => {
      const draft = await make(ada!);
      await change(ada!, `POST /drafts/${draft.id}/submit`);
      if (state === 'approved') await approve(ben!, draft.id);
      const saved = await change(cleo!, `PUT /drafts/${draft.id}`, { content: packOf({ id }) });
      expect(saved.body).toMatchObject({ state: 'draft', approvedBy: null, authors: [`Ada ${id}`, `Cleo ${id}`] });
      await change(ada!, `POST /drafts/${draft.id}/submit`);
      expect((await approve(cleo!, draft.id)).status).toBe(403);
    },
  );

  test('an approval of another content than the draft has is refused', async () => {
    const draft = await make(ada!);
    await change(ada!, `POST /drafts/${draft.id}/submit`);
    const { status, body } = await change(ben!, `POST /drafts/${draft.id}/approve`, { contentHash: hashOf('other') });
    expect([status, body.type]).toEqual([409, 'urn:cairn:problem:other-content']);
  });

  test('a reviewer returns a draft with a comment, also one that was approved, and the author goes on', async () => {
    const draft = await make(ada!);
    await change(ada!, `POST /drafts/${draft.id}/submit`);
    await approve(ben!, draft.id);
    const comment = 'Step 1 has no control.';
    const returned = await change(cleo!, `POST /drafts/${draft.id}/return`, { comment });
    expect(returned.body).toMatchObject({ state: 'draft', comment, approvedBy: null });
    expect((await change(ada!, `POST /drafts/${draft.id}/submit`)).body).toMatchObject({ state: 'in-review', comment });
    for (const empty of ['', ' \n', 'a\0b'])
      expect((await change(ben!, `POST /drafts/${draft.id}/return`, { comment: empty })).status).toBe(400);
  });

  test('every change names the revision that it was written for', async () => {
    const draft = await make(ada!);
    const writes: [string, unknown?][] = [
      [`PUT /drafts/${draft.id}`, { content: packOf({ id }) }],
      [`POST /drafts/${draft.id}/submit`],
      [`POST /drafts/${draft.id}/withdraw`],
      [`POST /drafts/${draft.id}/approve`, { contentHash: draft.contentHash }],
      [`POST /drafts/${draft.id}/return`, { comment: 'No.' }],
      [`DELETE /drafts/${draft.id}`],
    ];
    for (const [what, body] of writes) {
      for (const etag of [undefined, '*']) expect([what, (await as(ben!, what, { body, etag })).status]).toEqual([what, 428]);
      for (const etag of ['"0"', 'W/"1"', '1']) {
        const { status, headers, body: why } = await as(ben!, what, { body, etag });
        expect([what, status, headers.get('etag')]).toEqual([what, 412, '"1"']);
        expect(why.detail).toBe(`This draft is now at revision 1: Ada ${id} changed it at 2026-11-22T12:00:00.000Z.`);
      }
    }
    expect(await load(ada!, draft.id)).toMatchObject({ state: 'draft', revision: 1, authors: [`Ada ${id}`] });
  });

  test('the content is stored as it was sent: unknown fields, order, numbers and spaces survive a review', async () => {
    const written = (version: string) =>
      `{ "z": 1.0, "10": {"b":1e2,  "a":[ ]}, "format":"cairn/1", "id": "${id}","app":"orders", "version" : ${version}, "é\\u00e9": "\\ud83d\\ude00 😀" }`;
    const body = `{"content": ${written('"soon"')} }`;
    const made = (await as(ada!, 'POST /drafts', { body })).body;
    expect(made.contentHash).toBe(hashOf(written('"soon"')));
    const raw = await hub.app.request(`/desk/api/drafts/${made.id}`, { headers: ada! });
    expect(await raw.text()).toContain(`"content":${written('"soon"')}}`);
  });

  test('handing in sets the version and nothing else', async () => {
    await publish(packOf({ id, version: 7 }));
    const [before, after] = JSON.stringify(packOf({ id }), null, 1).split('"version": 1');
    const made = (await as(ada!, 'POST /drafts', { body: `{"content":${before}"version": 1${after}}` })).body;
    expect(made).toMatchObject({ version: 8, contentHash: hashOf(`${before}"version": 1${after}`) });
    const { body } = await change(ada!, `POST /drafts/${made.id}/submit`);
    expect(body).toMatchObject({ version: 8, contentHash: hashOf(`${before}"version": 8${after}`) });
  });

  test('what browsers would refuse is not handed in, and all faults are named at once', async () => {
    const content = { ...packOf({ id }), surprise: 1, guides: [{ kind: 'tip', id: 'a', title: 'A', body: 'B' }], language: 5 };
    const draft = await make(ada!, content);
    const { status, body } = await change(ada!, `POST /drafts/${draft.id}/submit`);
    expect([status, body.type]).toEqual([422, 'urn:cairn:problem:faulty-content']);
    for (const part of ['surprise', 'tip "a": anchor', 'language']) expect(body.detail).toContain(part);
    const { faults, state, revision } = await load(ada!, draft.id);
    expect(faults.length).toBeGreaterThanOrEqual(3);
    expect([state, revision]).toEqual(['draft', 1]);
  });

  test('warnings do not keep a draft from its review', async () => {
    const guides = packOf().guides.map((guide) => ({ ...guide, until: '2026-01-01' }));
    const draft = await make(ada!, { ...packOf({ id }), guides });
    expect((await load(ada!, draft.id)).faults.map(({ warning }) => warning)).toEqual([true, true]);
    expect((await change(ada!, `POST /drafts/${draft.id}/submit`)).status).toBe(200);
  });

  test('more warnings than are listed do not keep a draft from its review either, and hide no fault', async () => {
    const guides = Array.from({ length: 120 }, (_, at) => ({ ...packOf().guides[0]!, id: `g${at}`, until: '2026-01-01' }));
    const draft = await make(ada!, { ...packOf({ id }), guides });
    const { faults } = await load(ada!, draft.id);
    expect([faults.length, faults.filter(({ warning }) => !warning)]).toEqual([101, []]);
    const broken = [...guides, { ...guides[0]!, id: 'last', until: '2025-01-01', where: ['no place'] }];
    await change(ada!, `PUT /drafts/${draft.id}`, { content: { ...packOf({ id }), guides: broken } });
    const refused = await change(ada!, `POST /drafts/${draft.id}/submit`);
    expect([refused.status, refused.body.detail]).toEqual([422, expect.stringContaining('"last"')]);
    await change(ada!, `PUT /drafts/${draft.id}`, { content: { ...packOf({ id }), guides } });
    expect((await change(ada!, `POST /drafts/${draft.id}/submit`)).status).toBe(200);
  });

  test('the id of a pack for another app is refused when it is handed in', async () => {
    await publish(packOf({ id, app: 'shop' }));
    const draft = await make(ada!);
    const { status, body } = await change(ada!, `POST /drafts/${draft.id}/submit`);
    expect([status, body.detail]).toEqual([409, `${id} is the id of a pack for the app shop.`]);
  });

  test.each<[string, (own: string) => string]>([
    ['a list', () => '[]'],
    ['no id', () => '{"app":"orders"}'],
    ['no app', (own) => `{"id":"${own}"}`],
    ['an id that is no id', () => '{"id":"A b","app":"orders"}'],
    ['a key that stands twice', (own) => `{"id":"${own}","app":"orders","guides":[{"title":"a","t\\u0069tle":"b"}]}`],
    ['more levels than any pack', (own) => `{"id":"${own}","app":"orders","a":${'['.repeat(30)}${']'.repeat(30)}}`],
  ])('%s is no content of a draft', async (_, written) => {
    const { status, body } = await as(ada!, 'POST /drafts', { body: `{"content":${written(id)}}` });
    expect([status, body.remedy]).toEqual([400, expect.stringMatching(/\w/)]);
  });

  test('a draft stays with its pack', async () => {
    const draft = await make(ada!);
    const { status, body } = await change(ada!, `PUT /drafts/${draft.id}`, { content: packOf({ id: 'other' }) });
    expect([status, body.remedy]).toEqual([409, `Set "id" to "${id}", or make a new draft for the other pack.`]);
  });

  test('the detail says what would change of the published version', async () => {
    const draft = await make(ada!, { ...packOf({ id }), title: 'Other' });
    expect(await load(ben!, draft.id)).toMatchObject({ comparedWith: null, changes: [{ text: 'the pack is new' }, {}] });
    await publish(packOf({ id }));
    const { comparedWith, changes } = await load(ben!, draft.id);
    expect([comparedWith, changes.map(({ text }) => text)]).toEqual([1, ['title of the pack changed']]);
  });

  test('a published draft leaves the list, is changed no more, and is compared with the version before it', async () => {
    await publish(packOf({ id }));
    await anActiveKey(await publishingAt(hub));
    const draft = await make(ada!, { ...packOf({ id }), title: 'Other' });
    await change(ada!, `POST /drafts/${draft.id}/submit`);
    await approve(ben!, draft.id);
    const reach = { channel: 'live', share: 100, departments: [], from: null, until: null };
    expect((await change(cleo!, `POST /drafts/${draft.id}/publish`, reach)).status).toBe(201);
    const { state, comparedWith, changes, approvedBy } = await load(ada!, draft.id);
    expect([state, comparedWith, approvedBy]).toEqual(['published', 1, `Ben ${id}`]);
    expect(changes.map(({ text }) => text)).toEqual(['version changed', 'title of the pack changed']);
    const { drafts } = (await as(ada!, 'GET /drafts')).body as unknown as DraftList;
    expect(drafts.filter(({ pack }) => pack === id)).toEqual([]);
    expect((await change(ada!, `PUT /drafts/${draft.id}`, { content: packOf({ id }) })).status).toBe(409);
  });

  test('a discarded draft leaves the list and cannot be brought back', async () => {
    const [draft, other] = [await make(ada!), await make(ben!)];
    const listed = async () =>
      ((await as(ada!, 'GET /drafts')).body as unknown as DraftList).drafts
        .filter(({ pack }) => pack === id)
        .map((one) => one.id);
    expect((await listed()).sort()).toEqual([draft.id, other.id].sort());
    expect((await change(ada!, `DELETE /drafts/${draft.id}`)).body.state).toBe('discarded');
    expect(await listed()).toEqual([other.id]);
    const again = await change(ada!, `PUT /drafts/${draft.id}`, { content: packOf({ id }) });
    expect([again.status, again.body.detail]).toEqual([409, 'A draft that is discarded cannot be changed.']);
  });

  test('the access log has every change of a draft, with who made it', async () => {
    hub.clock.now = new Date(hub.clock.now.getTime() + 3_600_000 * 3); // an hour of its own in the log
    const draft = await make(ada!);
    await change(ada!, `POST /drafts/${draft.id}/submit`);
    await change(ben!, `POST /drafts/${draft.id}/return`, { comment: 'No.' });
    await change(ada!, `PUT /drafts/${draft.id}`, { content: packOf({ id }) });
    await change(ada!, `POST /drafts/${draft.id}/submit`);
    await change(ada!, `POST /drafts/${draft.id}/withdraw`);
    await change(ada!, `POST /drafts/${draft.id}/submit`);
    await approve(ben!, draft.id);
    await change(cleo!, `DELETE /drafts/${draft.id}`);
    const { body } = await ask<AccessLogPage>(hub, 'GET /desk/api/admin/access-log', {
      headers: await somebody('Root', 'admin'),
    });
    const own = body.accesses.filter(({ query }) => query === `pack=${id} draft=${draft.id}`);
    expect(
      Object.fromEntries(own.map(({ resource, name, requests }) => [resource, `${name.split(' ')[0]} ${requests}`])),
    ).toEqual({
      'draft made': 'Ada 1',
      'draft handed in': 'Ada 3',
      'draft returned': 'Ben 1',
      'draft saved': 'Ada 1',
      'draft withdrawn': 'Ada 1',
      'draft approved': 'Ben 1',
      'draft discarded': 'Cleo 1',
    });
  });
});
