import { afterEach, beforeEach, expect, test } from 'vitest';
import { feedback, guideEntry, words } from '../ledger/entries.ts';
import { type Fault, faults } from './fake-hub.ts';
import { type UploadWithHub, uploadWithHub } from './upload-with-hub.ts';

let at: UploadWithHub;
beforeEach(async () => {
  at = await uploadWithHub();
});
afterEach(() => at.hub.close());

const MINUTE = 60_000;
const idsAtHub = () => at.hub.table.map(({ entry }) => entry.id);

/** The faults occur one after the other; then the hub is healthy. */
function failing(...these: (Fault | undefined)[]) {
  const left = [...these];
  at.hub.fault = () => left.shift();
}

test('feedback is sent at once, exactly as recorded, and the ledger shows it as sent', async () => {
  const entry = feedback();
  await at.record(entry);
  expect(at.hub.table).toEqual([{ entry, install: expect.any(String) }]);
  expect((await at.ledger.read()).rows).toMatchObject([
    { state: 'sent', flushReason: 'click', sentAt: at.clock.now(), attempts: 1 },
  ]);
  expect(at.alarms.due).toBeUndefined();
  expect(await at.upload.status()).toMatchObject({ waiting: 0, quarantined: 0, lastSuccess: at.clock.now(), hubAhead: 0 });
});

test('an install enrols once and keeps its secret over a restart', async () => {
  for (let click = 0; click < 3; click++) await at.record(feedback());
  at.restart();
  await at.record(feedback());
  expect(at.hub.enrolments).toBe(1);
  expect(at.hub.table).toHaveLength(4);
});

test('guide entries wait until there are 50, then are sent', async () => {
  for (let n = 1; n < 50; n++) await at.record(guideEntry());
  expect(at.hub.requests).toBe(0);
  await at.record(guideEntry());
  expect(at.hub.table).toHaveLength(50);
  expect((await at.ledger.read({ limit: 1 })).rows[0]?.flushReason).toBe('count');
});

test('guide entries are sent after five minutes, even if the worker was stopped meanwhile', async () => {
  const start = at.clock.now();
  await at.record(guideEntry());
  at.clock.advance(MINUTE);
  await at.record(guideEntry());
  expect(at.alarms.due).toBe(start + 5 * MINUTE);
  at.restart();
  await at.nextAlarm();
  expect(at.hub.table).toHaveLength(2);
  expect((await at.ledger.read({ limit: 1 })).rows[0]?.flushReason).toBe('time');
});

test('guide entries are sent when the person leaves', async () => {
  await at.record(guideEntry());
  await at.upload.flush('leaving');
  expect((await at.ledger.read()).rows[0]).toMatchObject({ state: 'sent', flushReason: 'leaving' });
});

test('an entry that the hub refuses is marked with the hub’s reason, and the rest is sent', async () => {
  const [good, bad, alsoGood] = [feedback(), feedback({ route: '/poison' }), feedback()];
  for (const entry of [good, bad]) await at.ledger.append({ entry });
  at.hub.refuses = ({ route }) => (route === '/poison' ? 'is poisonous' : undefined);
  await at.record(alsoGood);
  expect(idsAtHub()).toEqual([good.id, alsoGood.id]);
  const [refused] = (await at.ledger.read({ states: ['refused'] })).rows;
  expect(refused).toMatchObject({ entry: bad, result: { accepted: false, path: 'route', reason: 'is poisonous' } });
});

test.each<Fault>(['400', '413', '500'])(
  'an entry that fails whole requests with %s is quarantined, and the rest arrives',
  async (fault) => {
    const poison = feedback({ route: '/poison' });
    const before = [feedback(), feedback(), feedback()];
    const after = [feedback(), feedback(), words(poison.id)];
    at.hub.poisonedBy = (entries) => (entries.some(({ route }) => route === '/poison') ? fault : undefined);
    for (const entry of [...before, poison, ...after]) await at.ledger.append({ entry });
    await at.upload.flush('click');
    const start = at.clock.now();
    for (let alarms = 0; alarms < 8 && at.hub.table.length < 6; alarms++) await at.nextAlarm();
    expect(idsAtHub()).toEqual([...before, ...after].map(({ id }) => id));
    expect(at.clock.now() - start).toBeLessThan(15 * MINUTE);
    expect(await at.upload.status()).toMatchObject({
      waiting: 1,
      quarantined: 1,
      lastError: { status: Number(fault) },
    });

    at.hub.poisonedBy = () => undefined;
    await at.nextAlarm();
    expect(idsAtHub().at(-1)).toBe(poison.id);
    expect(await at.upload.status()).toMatchObject({ waiting: 0, quarantined: 0, lastSuccess: at.clock.now(), next: undefined });
  },
);

test.each(faults)('after the fault "%s" nothing is lost, nothing is duplicated, and the order is preserved', async (fault) => {
  const entries = [feedback(), guideEntry(), feedback(), feedback(), guideEntry()];
  for (const entry of entries) await at.ledger.append({ entry });
  failing(fault, fault, fault);
  await at.upload.flush('click');
  await at.untilSent();
  expect(idsAtHub()).toEqual(entries.map(({ id }) => id));
  expect(await at.ledger.counts()).toMatchObject({ sent: 5, waiting: 0, refused: 0 });
  expect((await at.upload.status())?.quarantined).toBe(0);
});

test.each(faults)('a worker that was stopped after the fault "%s" continues when it is started', async (fault) => {
  failing(undefined, fault);
  const entry = feedback();
  await at.record(entry);
  at.restart();
  at.clock.advance(60 * MINUTE);
  await at.upload.resume();
  expect(idsAtHub()).toEqual([entry.id]);
  expect(await at.ledger.counts()).toMatchObject({ sent: 1, waiting: 0 });
});

test('a hub that is down for an hour gets few requests, and then everything in order within a quarter of an hour', async () => {
  const start = at.clock.now();
  at.hub.fault = () => (at.clock.now() < start + 60 * MINUTE ? 'down' : undefined);
  const recorded: string[] = [];
  for (let minute = 0; minute < 60; minute++) {
    const entry = minute % 10 === 0 ? feedback() : guideEntry();
    recorded.push(entry.id);
    await at.record(entry);
    at.clock.advance(MINUTE);
    while (at.alarms.due !== undefined && at.alarms.due <= at.clock.now()) await at.nextAlarm();
  }
  expect(at.hub.table).toEqual([]);
  expect(at.hub.requests).toBeLessThan(25);
  await at.untilSent();
  expect(at.clock.now() - start).toBeLessThan(76 * MINUTE);
  expect(idsAtHub()).toEqual(recorded);
});

test('Retry-After is obeyed, even if a person clicks', async () => {
  failing(undefined, '429');
  await at.record(feedback());
  const asked = at.hub.requests;
  at.clock.advance(119_000);
  await at.record(feedback());
  expect(at.hub.requests).toBe(asked);
  await at.nextAlarm();
  expect(at.hub.table).toHaveLength(2);
});

test('a click tries a hub that has failed at once; other reasons wait until the retry is due', async () => {
  failing(undefined, '502');
  await at.record(feedback());
  const asked = at.hub.requests;
  await at.upload.flush('leaving');
  await at.upload.flush('count');
  expect(at.hub.requests).toBe(asked);
  await at.record(feedback());
  expect(at.hub.table).toHaveLength(2);
});

test('an install that the hub has forgotten enrols again, once, and what had arrived is not refused', async () => {
  await at.record(feedback());
  failing('forgotten');
  await at.record(feedback());
  expect(at.hub.enrolments).toBe(2);
  expect(at.hub.table).toHaveLength(2);
  expect(await at.ledger.counts()).toMatchObject({ sent: 2, refused: 0 });
});

test('a revoked token is reported with its remedy; with a new one everything arrives', async () => {
  let token = 'token-of-the-policy';
  await at.hub.close();
  at = await uploadWithHub({ policyHub: () => ({ url: at.hub.url, token }) });
  at.hub.revoke('another-token-of-the-hub');
  await at.record(feedback());
  expect(await at.upload.status()).toMatchObject({
    waiting: 1,
    lastError: { kind: 'status', status: 403, where: `${at.hub.url}/v1/enrol` },
    next: { at: at.alarms.due, reason: 'retry' },
  });
  token = 'another-token-of-the-hub';
  await at.upload.flush('retry');
  expect(at.hub.table).toHaveLength(1);
});

test('without a hub in the policy everything waits, and is sent once there is one', async () => {
  let url: string | undefined;
  await at.hub.close();
  at = await uploadWithHub({ policyHub: () => (url ? { url, token: 'token-of-the-policy' } : undefined) });
  await at.record(feedback());
  await at.record(guideEntry());
  expect(await at.upload.status()).toBeUndefined();
  url = `${at.hub.url}/`;
  await at.upload.flush('retry');
  expect(at.hub.table).toHaveLength(2);
});

test('a device clock that is days behind is noticed, and one that is set back delays nothing', async () => {
  const DAY = 24 * 60 * MINUTE;
  at.hub.now = () => new Date(at.clock.now() + 3 * DAY);
  await at.record(feedback());
  expect((await at.upload.status())?.hubAhead).toBe(3 * DAY);

  failing('429');
  await at.record(feedback());
  at.clock.advance(-2 * DAY);
  at.restart();
  await at.upload.resume();
  expect(at.hub.table).toHaveLength(2);
});

test('a broken key-value store costs an enrolment, never an entry', async () => {
  await at.hub.close();
  const broken = () => Promise.reject(new Error('no more storage'));
  at = await uploadWithHub({ kv: { get: broken, set: broken } });
  await at.record(feedback());
  await at.record(feedback());
  expect(at.hub.table).toHaveLength(2);
});

test('entries recorded at the same time are sent once each', async () => {
  const entries = Array.from({ length: 20 }, () => feedback());
  await Promise.all(entries.map((entry) => at.record(entry)));
  expect(idsAtHub()).toHaveLength(20);
  expect((await at.ledger.read()).rows.every(({ attempts }) => attempts === 1)).toBe(true);
});

test('an entry that was sent is erased at the hub, with a receipt; one that was not is never sent', async () => {
  const [sent, unsent, other] = [feedback(), guideEntry(), feedback()];
  await at.record(sent);
  await at.record(words(sent.id));
  await at.record(unsent);
  for (const { id } of [sent, unsent]) await at.ledger.erase(id);
  await at.record(other);
  expect(idsAtHub()).toEqual([other.id]);
  const erasures = await at.ledger.erasures();
  expect(erasures).toHaveLength(2);
  expect(erasures.find(({ id }) => id === sent.id)).toMatchObject({ receipt: { id: sent.id, erased: true } });
  expect((await at.ledger.read()).rows).toMatchObject([{ entry: other, state: 'sent' }]);
});

test.each(faults)('an erasure that meets the fault "%s" is requested again until there is a receipt', async (fault) => {
  const sent = feedback();
  await at.record(sent);
  failing(fault, fault);
  await at.ledger.erase(sent.id);
  at.restart();
  await at.upload.resume();
  for (let alarms = 0; alarms < 5 && !(await at.ledger.erasures())[0]?.receipt; alarms++) await at.nextAlarm();
  expect(at.hub.table).toEqual([]);
  expect((await at.ledger.erasures())[0]?.receipt).toMatchObject({ id: sent.id });
  expect(at.alarms.due).toBeUndefined();
});

test('an entry that is erased while it is being sent does not stay at the hub', async () => {
  const entry = feedback();
  const flushing = at.record(entry);
  at.hub.poisonedBy = () => {
    void at.ledger.erase(entry.id);
    return undefined;
  };
  await flushing;
  await at.upload.flush('click');
  expect(at.hub.table).toEqual([]);
  expect(at.hub.erased).toEqual(new Set([entry.id]));
  expect((await at.ledger.read()).rows).toEqual([]);
});

test('a worker that is stopped while it sends a batch is woken, and the batch counts once', async () => {
  const entry = feedback();
  let reached: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => {
    reached = resolve;
  });
  at.hub.onSlow = () => reached();
  failing(undefined, 'slow');
  void at.record(entry);
  await arrived;
  at.restart();
  expect(await at.ledger.counts()).toMatchObject({ waiting: 1 });
  await at.nextAlarm();
  expect(idsAtHub()).toEqual([entry.id]);
  expect(await at.ledger.counts()).toMatchObject({ waiting: 0, sent: 1 });
});
