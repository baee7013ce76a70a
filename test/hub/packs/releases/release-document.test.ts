import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { packReleases, packStates } from '../../../../src/hub/store/release-schema.ts';
import type { Problem } from '../../../../src/model/hub-api/intake.ts';
import { RELEASE_TYPE, type ReleaseDocument, releaseDocument } from '../../../../src/model/hub-api/release-document.ts';
import { ask, bearer, enrolled, type HubInTest, hubOn, publishToken } from '../../hub-in-test.ts';
import { onBothStores } from '../../on-both-stores.ts';
import { newKey, packOf, signed } from '../../packs-in-test.ts';

onBothStores((store) => {
  let hub: HubInTest;
  let id: string;
  let secret: string;
  beforeEach(async () => {
    hub = hubOn(store());
    id = `pack-${crypto.randomUUID().slice(0, 8)}`;
    secret = await enrolled(hub);
  });
  const publish = async (version: number, release: Partial<typeof packReleases.$inferInsert> = {}) => {
    const jws = await signed(packOf({ id, version }));
    await ask(hub, 'POST /v1/packs', { body: jws, headers: bearer(publishToken) });
    const isThis = and(eq(packReleases.pack, id), eq(packReleases.version, version));
    await store()
      .update(packReleases)
      .set({ share: 100, ...release })
      .where(isThis);
    return jws;
  };
  const askFor = <T = ReleaseDocument>(query = '', headers: Record<string, string> = {}) =>
    ask<T>(hub, `GET /v1/packs/${id}${query}`, {
      headers: { ...bearer(secret), accept: `${RELEASE_TYPE}, */*;q=0.1`, ...headers },
    });
  const plain = { accept: 'application/jose, */*;q=0.1' };

  test('a device that asks for the release document gets all versions that are offered, and the same for everybody', async () => {
    const [first, second] = [await publish(1), await publish(2, { share: 10, departments: ['Sales', 'Support'] })];
    const answer = await askFor();
    expect(answer.headers.get('content-type')).toBe(RELEASE_TYPE);
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    expect(answer.headers.get('vary')).toBe('Accept');
    expect(releaseDocument.parse(answer.body)).toEqual({
      format: 'cairn-release/1',
      pack: id,
      isOff: false,
      versions: [
        { version: 2, jws: second, share: 10, departments: ['Sales', 'Support'] },
        { version: 1, jws: first, share: 100 },
      ],
    });
    secret = await enrolled(hub);
    expect((await askFor()).body).toEqual(answer.body);
  });

  test('without the media type, the newest version for everybody is served as signed', async () => {
    const first = await publish(1);
    await publish(2, { share: 10 });
    for (const headers of [plain, { accept: '*/*' }]) {
      const { body, headers: sent } = await askFor<string>('', headers);
      expect([body, sent.get('content-type')]).toEqual([first, 'application/jose']);
    }
  });

  test('what is only in the test channel is not in the live one until it is promoted', async () => {
    const [first, second] = [await publish(1), await publish(2, { channel: 'test' })];
    expect((await askFor()).body.versions.map(({ version }) => version)).toEqual([1]);
    expect((await askFor<string>('', plain)).body).toBe(first);
    expect((await askFor('?channel=test')).body.versions.map(({ version }) => version)).toEqual([2]);
    expect((await askFor<string>('?channel=test', plain)).body).toBe(second);
    await store().update(packReleases).set({ channel: 'live' }).where(eq(packReleases.pack, id));
    expect((await askFor()).body.versions.map(({ version }) => version)).toEqual([2]);
    expect((await askFor('?channel=beta')).status).toBe(400);
  });

  test('the document is not sent again while nothing changes; each change, and each new signature, is sent', async () => {
    await publish(1);
    const isThis = eq(packReleases.pack, id);
    const changes: [string, () => Promise<unknown>][] = [
      ['a share', () => publish(2, { share: 10 })],
      ['a wider share', () => publish(3, { share: 20 })],
      [
        'departments',
        () =>
          store()
            .update(packReleases)
            .set({ departments: ['Sales'] })
            .where(isThis),
      ],
      [
        'an end',
        () =>
          store()
            .update(packReleases)
            .set({ endsAt: new Date('2027-01-01') })
            .where(isThis),
      ],
      ['a stop', () => store().update(packReleases).set({ stoppedAt: hub.clock.now }).where(isThis)],
      ['an off', () => store().update(packStates).set({ isOff: true }).where(eq(packStates.pack, id))],
      [
        'another signature',
        async () => ask(hub, 'POST /v1/packs', { body: await signed(packOf({ id, version: 9 })), headers: bearer(publishToken) }),
      ],
      [
        'the same content with another key',
        async () =>
          ask(hub, 'POST /v1/packs', {
            body: await signed(packOf({ id, version: 9 }), await newKey('k-2')),
            headers: bearer(publishToken),
          }),
      ],
    ];
    for (const [what, change] of changes) {
      const etag = (await askFor()).headers.get('etag') ?? '';
      const unchanged = await askFor<string>('', { 'if-none-match': etag });
      expect([unchanged.status, unchanged.body, unchanged.headers.get('etag')]).toEqual([304, '', etag]);
      await change();
      expect([what, (await askFor('', { 'if-none-match': etag })).status]).toEqual([what, 200]);
    }
  });

  test('scheduled and ended versions go by the clock of the hub, and an ended one is named with its time', async () => {
    await publish(1);
    const second = await publish(2, { startsAt: new Date('2026-11-22T13:00:00Z'), endsAt: new Date('2026-11-22T14:00:00Z') });
    expect((await askFor()).body.versions.map(({ version }) => version)).toEqual([1]);
    hub.clock.now = new Date('2026-11-22T13:00:00Z');
    const until = '2026-11-22T14:00:00.000Z';
    const offered = await askFor();
    expect(offered.body.versions).toEqual([{ version: 2, jws: second, share: 100, until }]);
    hub.clock.now = new Date(until);
    const ended = await askFor('', { 'if-none-match': offered.headers.get('etag') ?? '' });
    expect(ended.body.versions).toEqual([{ version: 2, share: 0, until }]);
    const asPack = await askFor<Problem>('', plain);
    expect([asPack.status, asPack.body.type]).toEqual([404, 'urn:cairn:problem:no-version-for-everybody']);
  });

  test('a stopped roll-out is named without its content, so that devices that have it keep it', async () => {
    const first = await publish(1);
    await publish(2, { share: 10, stoppedAt: hub.clock.now, stopReason: 'Wrong button' });
    expect((await askFor()).body.versions).toEqual([
      { version: 2, share: 0 },
      { version: 1, jws: first, share: 100 },
    ]);
  });

  test('a pack that is switched off is offered with that word, and as a plain pack not at all', async () => {
    await publish(1);
    await store().update(packStates).set({ isOff: true }).where(eq(packStates.pack, id));
    expect((await askFor()).body.isOff).toBe(true);
    expect(await askFor('', plain)).toMatchObject({ status: 404, body: { type: 'urn:cairn:problem:pack-off' } });
  });

  test('a pack that was never published, and a caller that is no install, are refused', async () => {
    expect(await askFor()).toMatchObject({ status: 404, body: { type: 'urn:cairn:problem:unknown-pack' } });
    expect((await ask(hub, `GET /v1/packs/${id}`, { headers: { accept: RELEASE_TYPE } })).status).toBe(401);
  });
});
