import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { MIN_PEOPLE_PER_NAME } from '../../../src/hub/aggregates/count-name-reports.ts';
import { retentionCutoff } from '../../../src/hub/entries/retention/due.ts';
import { pruneEntries } from '../../../src/hub/entries/retention/prune-entries.ts';
import type { NameTable } from '../../../src/model/hub-api/name-table.ts';
import {
  ask,
  backlog,
  bearer,
  enrolled,
  established,
  feedback,
  type HubInTest,
  hubOn,
  rowsOf,
  send,
  shown,
  signedIn,
} from '../hub-in-test.ts';
import { onBothStores } from '../on-both-stores.ts';

const day = 24 * 60 * 60 * 1000;
/** Installs that are enough people without saying whom they belong to. */
const enough = MIN_PEOPLE_PER_NAME * 2;

const randomFingerprint = () => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url');

onBothStores((store) => {
  let hub: HubInTest;
  let fingerprint: string;
  beforeEach(async () => {
    await store().execute(sql`truncate entries, backlog_items, erasures, expired, name_snapshots, installs cascade`);
    hub = hubOn(store());
    // A Monday.
    hub.clock.now = new Date('2026-11-02T12:00:00Z');
    fingerprint = randomFingerprint();
  });

  const later = (days: number) => {
    hub.clock.now = new Date(hub.clock.now.getTime() + days * day);
  };
  const enrolAll = (count: number) => Promise.all(Array.from({ length: count }, () => enrolled(hub)));
  /** Installs that have sent something today and yesterday, and enrolled eight days ago. */
  async function establishedInstalls(count: number): Promise<string[]> {
    const secrets = await enrolAll(count);
    later(7);
    for (const secret of secrets) await send(hub, secret, [shown()]);
    later(1);
    for (const secret of secrets) await send(hub, secret, [shown()]);
    return secrets;
  }
  const report = (secret: string, given = fingerprint) => {
    const entry = feedback({ control: { role: 'button', masked: true, fingerprint: given } });
    return send(hub, secret, [entry]).then(() => entry.id);
  };
  const read = async (headers: Record<string, string> = {}) =>
    ask<NameTable>(hub, 'GET /v1/names', { headers: { ...bearer(await enrolled(hub)), ...headers } });
  const published = async () => (await read()).body.fingerprints;

  test('a fingerprint that enough people have sent is in the table of the next week, and one of fewer is not', async () => {
    const secrets = await establishedInstalls(enough);
    const rare = randomFingerprint();
    for (const [nth, secret] of secrets.entries()) {
      await report(secret);
      if (nth > 0) await report(secret, rare);
    }
    expect(await published()).toEqual([]);
    later(7);
    expect(await published()).toEqual([fingerprint]);
  });

  test('one install counts once, however often it sends a fingerprint', async () => {
    const secrets = await establishedInstalls(enough - 1);
    for (const secret of [...secrets, ...secrets]) await report(secret);
    later(7);
    expect(await published()).toEqual([]);
  });

  test('people count, not installs: ten people with a browser each are enough, and one person fewer with any number is not', async () => {
    const personOf = (nth: number) => `person-${nth}`.padEnd(43, 'x');
    const rare = randomFingerprint();
    for (let nth = 0; nth < MIN_PEOPLE_PER_NAME; nth++) await report(await established(hub, { person: personOf(nth) }));
    for (let nth = 0; nth < enough * 2; nth++)
      await report(await established(hub, { person: personOf(nth % (MIN_PEOPLE_PER_NAME - 1)) }), rare);
    later(7);
    expect(await published()).toEqual([fingerprint]);
  });

  test('installs that enrolled less than a week before the table do not count', async () => {
    const secrets = await establishedInstalls(enough - 1);
    const made = await enrolAll(enough);
    for (const secret of [...secrets, ...made]) await report(secret);
    later(1);
    for (const secret of made) await report(secret);
    later(5);
    expect(await published()).toEqual([]);
    later(7);
    expect(await published()).toEqual([fingerprint]);
  });

  test('installs that were active on one day only do not count', async () => {
    const made = await enrolAll(enough);
    later(8);
    for (const secret of made) await report(secret);
    later(7);
    expect(await published()).toEqual([]);
    for (const secret of made) await send(hub, secret, [shown()]);
    later(7);
    expect(await published()).toEqual([fingerprint]);
  });

  test('the table does not change within a week, and a request for a known table gets no body', async () => {
    const secrets = await establishedInstalls(enough);
    for (const secret of secrets) await report(secret);
    later(7);
    const first = await read();
    const erased = await report(secrets[0]!);
    await ask(hub, `DELETE /v1/entries/${erased}`, { headers: bearer(secrets[0]!) });
    later(5);
    expect((await read()).body).toEqual(first.body);
    const again = await read({ 'if-none-match': first.headers.get('etag')! });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  test('an erased entry does not count in the next table', async () => {
    const secrets = await establishedInstalls(enough);
    const ids: string[] = [];
    for (const secret of secrets) ids.push(await report(secret));
    later(7);
    expect(await published()).toEqual([fingerprint]);
    await ask(hub, `DELETE /v1/entries/${ids[0]}`, { headers: bearer(secrets[0]!) });
    expect(await published()).toEqual([fingerprint]);
    later(7);
    expect(await published()).toEqual([]);
  });

  test('a fingerprint stays in the table only while people send it: it expires with the raw entries', async () => {
    const secrets = await establishedInstalls(enough);
    for (const secret of secrets) await report(secret);
    later(7);
    expect(await published()).toEqual([fingerprint]);
    later(30);
    await pruneEntries(store(), {
      before: retentionCutoff(hub.clock.now, 30),
      batchSize: 500,
      signal: new AbortController().signal,
    });
    expect(await published()).toEqual([]);
    const left = await rowsOf<{ payload: unknown }>(store(), sql`select payload from backlog_items`);
    expect(left).toHaveLength(enough);
    expect(JSON.stringify(left)).not.toContain(fingerprint);
    const snapshots = await rowsOf<{ fingerprints: string[] }>(store(), sql`select fingerprints from name_snapshots`);
    expect(snapshots).toEqual([{ fingerprints: [] }]);
  });

  test('the table is the same for everybody, and only an install of this hub gets it', async () => {
    const [one, other] = [await read(), await read()];
    expect(one.body).toEqual(other.body);
    expect((await ask(hub, 'GET /v1/names')).status).toBe(401);
    expect((await ask(hub, 'GET /v1/names', { headers: bearer('nobody') })).status).toBe(401);
  });

  test('the desk sees that a name is not known yet, and no fingerprint that is not published', async () => {
    const [secret] = await establishedInstalls(1);
    await report(secret!);
    const page = await backlog(hub, await signedIn(hub));
    expect(JSON.stringify(page)).not.toContain(fingerprint);
    expect(page.items[0]?.control).toEqual({ role: 'button', masked: true, nameUnknown: true });
  });

  test('a malformed fingerprint is refused', async () => {
    const entry = feedback({ control: { role: 'button', fingerprint: 'Jane Roe' } });
    const { body } = await send(hub, await enrolled(hub), [entry]);
    expect(body.results[0]).toMatchObject({ accepted: false, path: 'control.fingerprint' });
  });
});
