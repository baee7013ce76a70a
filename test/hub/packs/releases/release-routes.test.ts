import { beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../../../src/model/hub-api/intake.ts';
import { RELEASE_TYPE, type ReleaseDocument } from '../../../../src/model/hub-api/release-document.ts';
import { type PackChanges, packVersions, type Release } from '../../../../src/model/hub-api/releases.ts';
import { verifyPack } from '../../../../src/packs/verify-pack.ts';
import { ask, bearer, enrolled, hubOn, publishToken } from '../../hub-in-test.ts';
import { onBothStores } from '../../on-both-stores.ts';
import { packOf, signed } from '../../packs-in-test.ts';
import {
  anActiveKey,
  type Publishing,
  publishContent,
  publishingAt,
  toEverybody,
  versionsOf,
  write,
} from '../publishing-in-test.ts';

onBothStores((store) => {
  let publishing: Publishing;
  let id: string;
  beforeEach(async () => {
    publishing = await publishingAt(hubOn(store()));
    id = `pack-${crypto.randomUUID().slice(0, 8)}`;
    await anActiveKey(publishing);
  });
  const offered = async (channel = 'live') => {
    const headers = { ...bearer(await enrolled(publishing.hub)), accept: RELEASE_TYPE };
    return (await ask<ReleaseDocument>(publishing.hub, `GET /v1/packs/${id}?channel=${channel}`, { headers })).body;
  };
  const shares = async (channel?: string) => (await offered(channel)).versions.map(({ version, share }) => [version, share]);
  const put = (version: number, reach: object, ifMatch?: string) =>
    write<Release & Problem>(publishing, `PUT /desk/api/packs/${id}/versions/${version}/reach`, {
      body: { ...toEverybody, ...reach },
      ...(ifMatch && { ifMatch }),
    });
  const post = <T = Problem>(what: string, body?: unknown, ifMatch?: string) =>
    write<T>(publishing, `POST /desk/api/packs/${id}/${what}`, { body, ...(ifMatch && { ifMatch }) });

  test('a version goes from test to a share of live devices, to more of them and to everybody', async () => {
    await publishContent(publishing, packOf({ id }));
    await publishContent(publishing, packOf({ id, version: 2 }), { channel: 'test' });
    expect([await shares(), await shares('test')]).toEqual([[[1, 100]], [[2, 100]]]);
    const promoted = await put(2, { share: 10 });
    expect([promoted.status, promoted.body.revision, promoted.headers.get('etag')]).toEqual([200, 2, '"2"']);
    expect(await shares()).toEqual([
      [2, 10],
      [1, 100],
    ]);
    expect((await put(2, { share: 9 })).body.type).toBe('urn:cairn:problem:narrower');
    await put(2, { share: 50, departments: [] });
    await put(2, {});
    expect(await shares()).toEqual([[2, 100]]);
    const states = (await versionsOf(publishing, id)).releases.map(({ version, state }) => [version, state]);
    expect(states).toEqual([
      [2, 'offered'],
      [1, 'superseded'],
    ]);
  });

  test('a stopped roll-out says why, keeps what devices have, and does not go on', async () => {
    await publishContent(publishing, packOf({ id }));
    await publishContent(publishing, packOf({ id, version: 2 }), { share: 10 });
    expect(await post<Release>('versions/2/stop', { reason: 'Wrong button' })).toMatchObject({
      status: 200,
      body: { state: 'stopped', stopReason: 'Wrong button', share: 10 },
    });
    expect((await offered()).versions).toMatchObject([
      { version: 2, share: 0 },
      { version: 1, share: 100 },
    ]);
    expect((await put(2, {})).body.type).toBe('urn:cairn:problem:roll-out-stopped');
    for (const version of [1, 2])
      expect((await post(`versions/${version}/stop`, { reason: 'Again' })).body.type).toBe('urn:cairn:problem:not-rolled-out');
    await publishContent(publishing, packOf({ id, version: 3 }), { share: 1 });
    expect(await shares()).toEqual([
      [3, 1],
      [1, 100],
    ]);
  });

  test('a scheduled release that is stopped never begins', async () => {
    await publishContent(publishing, packOf({ id }));
    await publishContent(publishing, packOf({ id, version: 2 }), { from: '2026-11-22T13:00:00.000Z' });
    expect((await post('versions/2/stop', { reason: 'Not yet' })).status).toBe(200);
    publishing.hub.clock.now = new Date('2026-11-22T14:00:00Z');
    expect(await shares()).toEqual([[1, 100]]);
  });

  test('a pack is switched off for everybody with a reason, and on again', async () => {
    await publishContent(publishing, packOf({ id }));
    const off = await post<Problem>('off', { reason: 'It covers the save button' });
    expect(packVersions.parse(off.body)).toMatchObject({ isOff: true, offReason: 'It covers the save button' });
    expect([(await offered()).isOff, (await offered('test')).isOff]).toEqual([true, true]);
    expect((await post('on')).body).toMatchObject({ isOff: false, offReason: null });
    expect((await offered()).isOff).toBe(false);
  });

  test('a roll-back makes a new version with the old content, signed, for everybody', async () => {
    const key = await anActiveKey(publishing);
    await publishContent(publishing, packOf({ id, title: 'Erste' } as never));
    await publishContent(publishing, { ...packOf({ id, version: 2 }), title: 'Zweite' } as never);
    await publishContent(publishing, packOf({ id, version: 3 }), { share: 10 });
    const back = await post<Problem>('roll-back', { to: 1 });
    expect(back.status).toBe(201);
    expect(packVersions.parse(back.body).releases.slice(0, 2)).toMatchObject([
      { version: 4, copyOf: 1, share: 100, state: 'offered', approvedBy: expect.stringContaining('Reviewer') },
      { version: 3, state: 'superseded' },
    ]);
    const [version] = (await offered()).versions;
    const verified = await verifyPack(version?.jws ?? '', [{ ...key, apps: ['*'] }]);
    expect(verified).toMatchObject({ ok: true, pack: { version: 4, title: 'Erste' } });
    expect((await post('roll-back', { to: 4 })).body.type).toBe('urn:cairn:problem:already-offered');
    expect((await post('roll-back', { to: 9 })).status).toBe(404);
    await post('roll-back', { to: 4 - 2 });
    await post('roll-back', { to: 4 });
    expect((await versionsOf(publishing, id)).releases[0]).toMatchObject({ version: 6, copyOf: 1 });
  });

  test('devices that got a version whose roll-out was stopped come back by a roll-back to the one before', async () => {
    await publishContent(publishing, packOf({ id }));
    expect((await post('roll-back', { to: 1 })).body.type).toBe('urn:cairn:problem:already-offered');
    await publishContent(publishing, packOf({ id, version: 2 }), { share: 10 });
    await post('versions/2/stop', { reason: 'Wrong button' });
    expect((await post('roll-back', { to: 1 })).status).toBe(201);
    expect(await shares()).toEqual([[3, 100]]);
  });

  test('content that was signed elsewhere is not signed by this hub in a roll-back: nobody reviewed it', async () => {
    await ask(publishing.hub, 'POST /v1/packs', { body: await signed(packOf({ id })), headers: bearer(publishToken) });
    await publishContent(publishing, packOf({ id, version: 2 }));
    expect(await post('roll-back', { to: 1 })).toMatchObject({ status: 409, body: { type: 'urn:cairn:problem:not-reviewed' } });
    expect(await shares()).toEqual([[2, 100]]);
  });

  test('every write names the revision that was read, and a late one learns who was faster', async () => {
    await publishContent(publishing, packOf({ id }));
    await publishContent(publishing, packOf({ id, version: 2 }), { share: 10 });
    const reachBody = { ...toEverybody, share: 20 };
    const writes: [string, unknown][] = [
      [`PUT /desk/api/packs/${id}/versions/2/reach`, reachBody],
      [`POST /desk/api/packs/${id}/versions/2/stop`, { reason: 'x' }],
      [`POST /desk/api/packs/${id}/off`, { reason: 'x' }],
      [`POST /desk/api/packs/${id}/on`, undefined],
      [`POST /desk/api/packs/${id}/roll-back`, { to: 1 }],
    ];
    const before = await versionsOf(publishing, id);
    for (const [what, body] of writes) {
      const without = await ask(publishing.hub, what, { body, headers: publishing.publisher });
      const late = await ask<Problem>(publishing.hub, what, { body, headers: { ...publishing.publisher, 'if-match': '"0"' } });
      const weak = await ask(publishing.hub, what, { body, headers: { ...publishing.publisher, 'if-match': 'W/"1"' } });
      expect([what, without.status, late.status, weak.status]).toEqual([what, 428, 412, 412]);
      expect(late.body.detail).toMatch(/Publisher .* changed it at 2026-11-22T12:00/);
    }
    expect(await versionsOf(publishing, id)).toEqual(before);
    const answers = await Promise.all([20, 30, 40].map((share) => put(2, { share }, '"1"')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  test('two versions are compared in words', async () => {
    await publishContent(publishing, packOf({ id }));
    await publishContent(publishing, { ...packOf({ id, version: 2 }), title: 'Other orders' } as never);
    const compare = (query: string) =>
      ask<PackChanges>(publishing.hub, `GET /desk/api/packs/${id}/changes?${query}`, { headers: publishing.publisher });
    const { body } = await compare('from=1&to=2');
    expect(body).toMatchObject({ from: 1, to: 2 });
    expect(body.changes.some(({ path, after }) => path === 'title' && after?.includes('Other orders'))).toBe(true);
    expect([(await compare('from=1&to=3')).status, (await compare('from=0&to=1')).status]).toEqual([404, 400]);
  });

  test('a pack that was never published has no versions to change', async () => {
    for (const what of [
      'GET versions',
      'POST off',
      'POST on',
      'POST roll-back',
      'PUT versions/1/reach',
      'POST versions/1/stop',
    ]) {
      const [method, path = ''] = what.split(' ');
      const body = {
        off: { reason: 'x' },
        'roll-back': { to: 1 },
        'versions/1/reach': toEverybody,
        'versions/1/stop': { reason: 'x' },
      }[path];
      const headers = { ...publishing.publisher, 'if-match': '"1"' };
      const answer = await ask<Problem>(publishing.hub, `${method} /desk/api/packs/${id}/${path}`, { body, headers });
      expect([what, answer.status, answer.body.type]).toEqual([what, 404, 'urn:cairn:problem:unknown-pack']);
    }
  });

  test('each change of a release is in the access log', async () => {
    await publishContent(publishing, packOf({ id }));
    await publishContent(publishing, packOf({ id, version: 2 }), { share: 10 });
    await put(2, { share: 20 });
    await post('versions/2/stop', { reason: 'x' });
    await post('off', { reason: 'x' });
    await post('on');
    await post('roll-back', { to: 2 });
    const log = await ask<object>(publishing.hub, 'GET /desk/api/admin/access-log', { headers: publishing.admin });
    const text = JSON.stringify(log.body);
    const resources = ['published', 'reach changed', 'roll-out stopped', 'switched off', 'switched on', 'rolled back'];
    for (const resource of resources) expect(text).toMatch(new RegExp(`"pack ${resource}","query":"pack=${id}`));
  });
});
