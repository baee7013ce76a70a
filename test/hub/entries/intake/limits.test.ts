import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { MAX_UNPUBLISHED_QUESTIONS } from '../../../../src/hub/entries/intake/judge-answers.ts';
import { BATCH_RATE } from '../../../../src/hub/entries/intake/limit-batch-rate.ts';
import { pruneCounters } from '../../../../src/hub/entries/retention/prune-counters.ts';
import { MAX_COMMENTS_PER_FEEDBACK } from '../../../../src/model/hub-api/limits.ts';
import { signPack } from '../../../../src/packs/sign-pack.ts';
import { ask, bearer, enrolled, feedback, hubOn, publishToken, rowsOf, send, shown, wordsFor } from '../../hub-in-test.ts';
import { onBothStores } from '../../on-both-stores.ts';
import { newKey, packOf } from '../../packs-in-test.ts';

onBothStores((store) => {
  const budget = { entries: 500, bytes: 1_000_000 };
  const many = (length: number) => Array.from({ length }, () => shown());
  const answerTo = (guide: string, given: { app?: string; pack?: string; answer?: object } = {}) => ({
    kind: 'answer',
    id: crypto.randomUUID() as string,
    at: '2026-11-22T11:59:00.000Z',
    app: given.app ?? 'orders',
    route: '/orders/:id',
    about: { pack: given.pack ?? 'inline-pack', version: 1, guide },
    answer: given.answer ?? { what: 'umux-lite', capabilities: 5, ease: 5 },
  });

  test('the entries of a day are limited over all hubs, what is over waits, and the next day has a new budget', async () => {
    const hubs = [hubOn(store(), { budget }), hubOn(store(), { budget })] as const;
    const secret = await enrolled(hubs[0]);
    const first = many(300);
    expect((await send(hubs[0], secret, first)).status).toBe(200);
    // Sending again costs nothing.
    expect((await send(hubs[1], secret, first)).status).toBe(200);
    const over = await send(hubs[1], secret, many(201));
    expect([over.status, over.body.type]).toEqual([429, 'urn:cairn:problem:over-budget']);
    expect(Number(over.headers.get('retry-after'))).toBe(3600);
    expect((await send(hubs[1], secret, many(200))).status).toBe(200);
    expect((await send(hubs[0], secret, [feedback()])).status).toBe(429);
    expect((await send(hubs[0], await enrolled(hubs[0]), [feedback()])).status).toBe(200);
    hubs[0].clock.now = new Date('2026-11-22T23:59:30Z');
    expect((await send(hubs[0], secret, [feedback()])).headers.get('retry-after')).toBe('30');
    hubs[0].clock.now = new Date('2026-11-23T00:00:00Z');
    expect((await send(hubs[0], secret, many(201))).status).toBe(200);
  });

  test('of a batch that is over the budget nothing is stored, and concurrent batches on two hubs cannot exceed it', async () => {
    const hubs = [hubOn(store(), { budget }), hubOn(store(), { budget })] as const;
    const secret = await enrolled(hubs[0]);
    const batches = Array.from({ length: 6 }, () => many(150));
    const answers = await Promise.all(batches.map((batch, at) => send(hubs[at % 2 ? 1 : 0], secret, batch)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429, 429]);
    const ids = batches.flat().map(({ id }) => `'${id}'`);
    const [held] = await rowsOf<{ n: number }>(
      store(),
      sql`select count(*)::int as n from entries where id in (${sql.raw(ids.join(','))})`,
    );
    expect(held?.n).toBe(450);
  });

  test('the bytes of a day are limited', async () => {
    const hub = hubOn(store(), { budget: { entries: 5000, bytes: 100_000 } });
    const secret = await enrolled(hub);
    const one = feedback();
    await send(hub, secret, [one]);
    const comments = () => Array.from({ length: 5 }, () => wordsFor(one.id, 'ß'.repeat(4000)));
    expect((await send(hub, secret, comments())).status).toBe(200);
    expect((await send(hub, secret, comments())).status).toBe(200);
    expect((await send(hub, secret, comments())).body.type).toBe('urn:cairn:problem:over-budget');
  });

  test('feedback has a limited number of comments, those stored before stay accepted, and other entries of the batch too', async () => {
    const hub = hubOn(store());
    const secret = await enrolled(hub);
    const [one, other] = [feedback(), feedback()];
    const comments = Array.from({ length: MAX_COMMENTS_PER_FEEDBACK + 2 }, () => wordsFor(one.id, 'Again.'));
    const early = comments.slice(0, 5);
    await send(hub, secret, [one, ...early]);
    const { body } = await send(hub, secret, [other, ...comments, wordsFor(other.id, 'Mine.')]);
    const refused = body.results.filter((result) => !result.accepted);
    expect(refused.map(({ id }) => id)).toEqual(comments.slice(-2).map(({ id }) => id));
    expect(refused[0]).toMatchObject({ path: 'of', reason: expect.stringContaining('20 comments') });
    expect(body.results.length).toBe(comments.length + 2);
  });

  test('answers are accepted to questions that were published, with their options', async () => {
    const hub = hubOn(store());
    const secret = await enrolled(hub);
    const question = (id: string, asks: object) => ({ kind: 'question', id, title: 'How is it?', asks });
    const options = [
      { id: 'a', text: 'A' },
      { id: 'b', text: 'B' },
    ];
    const publish = async (version: number, guides: object[]) => {
      const signed = await signPack({ ...packOf({ id: 'asking', version }), guides }, await newKey());
      const headers = { ...bearer(publishToken), 'content-type': 'application/jose' };
      return (await ask(hub, 'POST /v1/packs', { body: signed.ok ? signed.jws : '', headers })).status;
    };
    expect(await publish(1, [question('which', { what: 'choice', options })])).toBe(201);
    const later = [...options, { id: 'c', text: 'C' }].slice(1);
    expect(await publish(2, [question('which', { what: 'choice', options: later }), question('what', { what: 'words' })])).toBe(
      201,
    );
    const to = (guide: string, answer: object, app = 'orders') => answerTo(guide, { pack: 'asking', answer, app });
    const { body } = await send(hub, secret, [
      to('which', { what: 'choice', option: 'a' }),
      to('which', { what: 'choice', option: 'c' }),
      to('what', { what: 'words', words: 'Fine' }),
      to('which', { what: 'choice', option: 'd' }),
      to('which', { what: 'words', words: 'Not asked' }),
      to('made-up', { what: 'words', words: 'Not asked' }),
      to('what', { what: 'words', words: 'Elsewhere' }, 'another-app'),
    ]);
    expect(body.results.map((result) => (result.accepted ? 'accepted' : result.path))).toEqual([
      ...['accepted', 'accepted', 'accepted'],
      ...['answer.option', 'about.guide', 'about.guide', 'about.guide'],
    ]);
  });

  test('of packs that the hub does not publish, one install brings a few questions, and others can answer them', async () => {
    const hub = hubOn(store());
    const [mine, others] = [await enrolled(hub), await enrolled(hub)];
    const { perInstall } = MAX_UNPUBLISHED_QUESTIONS;
    const answers = Array.from({ length: perInstall + 5 }, (_, at) => answerTo(`q-${at}`, { app: `app-${at}` }));
    const { body } = await send(hub, mine, answers);
    expect(body.results.filter((result) => result.accepted)).toHaveLength(perInstall);
    const again = await send(hub, mine, [answerTo('another'), answerTo(answers[0]!.about.guide, { app: 'app-0' })]);
    const known = again.body.results.map((result) => result.accepted);
    expect(known.filter(Boolean)).toHaveLength(1);
    const theirs = await send(hub, others, [answerTo('q-0', { app: 'app-0' }), answerTo('another')]);
    expect(theirs.body.results.map((result) => result.accepted)).toEqual([true, true]);
  });

  test('an app has a limited number of questions of unpublished packs, and those that nobody answers any more make room', async () => {
    const hub = hubOn(store());
    const app = 'crowded';
    const { perInstall, perApp } = MAX_UNPUBLISHED_QUESTIONS;
    const fill = async (from: number) => {
      const answers = Array.from({ length: perInstall }, (_, at) => answerTo(`q-${from + at}`, { app }));
      const { body } = await send(hub, await enrolled(hub), answers);
      return body.results.filter((result) => result.accepted).length;
    };
    for (let from = 0; from < perApp; from += perInstall) expect(await fill(from)).toBe(perInstall);
    expect(await fill(perApp)).toBe(0);
    const now = new Date('2026-12-30T00:00:00Z');
    await pruneCounters(store(), { now, before: new Date('2026-11-22T00:00:00Z') });
    expect(await fill(perApp)).toBe(0);
    await pruneCounters(store(), { now, before: new Date('2026-12-01T00:00:00Z') });
    expect(await fill(perApp)).toBe(perInstall);
    expect(await rowsOf(store(), sql`select 1 from daily_usage where day < '2026-12-30'`)).toEqual([expect.anything()]);
  });

  test('one install can send a batch every half second, and more is refused until then', async () => {
    const hub = hubOn(store());
    const secret = await enrolled(hub);
    for (let sent = 0; sent < BATCH_RATE.capacity; sent++) await send(hub, secret, [{}]);
    const over = await send(hub, secret, [{}]);
    expect([over.status, over.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await send(hub, await enrolled(hub), [feedback()])).status).toBe(200);
    hub.clock.now = new Date(hub.clock.now.getTime() + 1000);
    expect((await send(hub, secret, [feedback()])).status).toBe(200);
  });

  test('while one install floods the hub, the click of another is stored before the flood is over', async () => {
    const hub = hubOn(store());
    const [flooder, other] = [await enrolled(hub), await enrolled(hub)];
    let done = 0;
    const flood = Array.from({ length: 16 }, () => send(hub, flooder, many(100)).finally(() => done++));
    const click = await send(hub, other, [feedback()]);
    expect(click.status).toBe(200);
    const statuses = (await Promise.all(flood)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429).length).toBe(12);
    expect(done).toBe(16);
  });
});
