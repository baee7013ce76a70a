import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { retentionCutoff } from '../../../src/hub/entries/retention/due.ts';
import { pruneEntries } from '../../../src/hub/entries/retention/prune-entries.ts';
import type { Store } from '../../../src/hub/store/store.ts';
import type { Answer } from '../../../src/model/entry/answer.ts';
import type { AnsweredQuestion, AnswersPage, AnswerTexts } from '../../../src/model/hub-api/answer-figures.ts';
import { signPack } from '../../../src/packs/sign-pack.ts';
import {
  answered,
  ask,
  bearer,
  established,
  type HubInTest,
  hubOn,
  publishToken,
  rowsOf,
  send,
  signedIn,
} from '../hub-in-test.ts';
import { onBothStores } from '../on-both-stores.ts';
import { newKey, packOf } from '../packs-in-test.ts';

const day = 24 * 60 * 60 * 1000;

onBothStores((store) => {
  let hub: HubInTest;
  const pack = 'orders-basics';
  beforeEach(async () => {
    await emptyAnswers(store());
    hub = hubOn(store(), { installsPerPerson: 1 });
  });

  const later = (days: number) => {
    hub.clock.now = new Date(hub.clock.now.getTime() + days * day);
  };
  const give = async (guide: string, answer: Answer, secret?: string) => {
    const entry = { ...answered(answer), about: { pack, version: 1, guide } };
    await send(hub, secret ?? (await established(hub)), [entry]);
    return entry.id;
  };
  const giveAll = async (guide: string, answers: Answer[]) => {
    for (const one of answers) await give(guide, one);
  };
  const read = async (language = 'en'): Promise<AnsweredQuestion[]> => {
    // Weeks pass between two requests, longer than a sign-in lasts.
    const headers = { ...(await signedIn(hub)), 'accept-language': language };
    const { body } = await ask<AnswersPage>(hub, 'GET /desk/api/answers', { headers });
    return body.questions;
  };
  const figure = async () => (await read())[0]?.figure;
  const rated = (capabilities: number, ease: number): Answer => ({ what: 'umux-lite', capabilities, ease });
  /** Five ratings with a mean of 50. */
  const mixed = [rated(4, 4), rated(3, 3), rated(5, 5), rated(2, 4), rated(6, 4)];
  const picked = (option: string): Answer => ({ what: 'choice', option });

  /** Publishes a pack with questions of these ids. */
  const publish = async (guides: object[]) => {
    const signed = await signPack({ ...packOf({ id: pack }), guides }, await newKey());
    if (!signed.ok) throw new Error(JSON.stringify(signed.why));
    await ask(hub, 'POST /v1/packs', { body: signed.jws, headers: bearer(publishToken) });
  };
  const umux = (id: string, title: string) => ({ kind: 'question', id, title, asks: { what: 'umux-lite', about: 'Orders' } });

  test('a rating shows no figure in the current week or below five people, and then a score with its interval', async () => {
    await publish([umux('how', 'How is it?')]);
    await giveAll('how', [rated(7, 7), rated(6, 6), rated(5, 5), rated(4, 4)]);
    later(7);
    expect(await read()).toEqual([
      { app: 'orders', pack, guide: 'how', title: 'How is it?', what: 'umux-lite', minPeople: 5, figure: null },
    ]);
    await give('how', rated(3, 3));
    expect((await figure()) ?? null).toBeNull();
    later(7);
    expect(await figure()).toEqual({ what: 'umux-lite', people: 5, until: '2026-11-30', score: 65, low: 30, high: 100 });
  });

  test('a figure stays until enough people who are in none have answered, is of these alone, and never changes within a week', async () => {
    await giveAll('how', mixed);
    later(7);
    const first = await figure();
    expect(first).toMatchObject({ people: 5, score: 50 });
    await giveAll(
      'how',
      Array.from({ length: 4 }, () => rated(7, 7)),
    );
    later(7);
    expect(await figure()).toEqual(first);
    await give('how', rated(2, 2));
    later(7);
    expect(await figure()).toMatchObject({ people: 5, score: 85, until: '2026-12-07' });
  });

  test('equal ratings show no figure until one differs', async () => {
    await giveAll(
      'how',
      Array.from({ length: 5 }, () => rated(7, 7)),
    );
    later(7);
    expect((await figure()) ?? null).toBeNull();
    await give('how', rated(6, 7));
    later(7);
    expect(await figure()).toMatchObject({ people: 6, score: 100 });
  });

  test('a person counts once with the latest answer, and questions are counted separately', async () => {
    const secret = await established(hub);
    for (const one of [1, 2, 3, 4, 5, 6, 7]) await give('how', rated(one, one), secret);
    await giveAll('other', mixed);
    later(7);
    expect((await read()).map(({ guide, figure: shown }) => [guide, shown?.people])).toEqual([['other', 5]]);
  });

  test('a choice shows rounded shares of all options, named in the reader’s language', async () => {
    const options = ['here', 'phone', 'mail'].map((id) => ({ id, text: { en: id.toUpperCase(), de: `${id} auf Deutsch` } }));
    const question = { kind: 'question', id: 'how', title: { en: 'How?', de: 'Wie?' }, asks: { what: 'choice', options } };
    await publish([question]);
    await giveAll('how', [
      ...Array.from({ length: 16 }, () => picked('here')),
      ...Array.from({ length: 14 }, () => picked('phone')),
    ]);
    later(7);
    const [shown] = await read('de');
    expect(shown).toMatchObject({ title: 'Wie?', minPeople: 27, figure: { people: 30 } });
    expect(shown?.figure?.what === 'choice' && shown.figure.options).toEqual([
      { id: 'here', text: 'here auf Deutsch', share: 50 },
      { id: 'phone', text: 'phone auf Deutsch', share: 'withheld' },
      { id: 'mail', text: 'mail auf Deutsch', share: 'withheld' },
    ]);
  });

  const words = (text: string): Answer => ({ what: 'words', words: text });
  const comments = (from: number, to: number) => Array.from({ length: to - from }, (_, nth) => words(`Word ${from + nth}`));
  const listed = async () => {
    const { body } = await ask<AnswerTexts>(hub, 'GET /desk/api/answers/texts', { headers: await signedIn(hub) });
    return body.questions.find(({ guide }) => guide === 'why')?.words ?? [];
  };

  test('comments are listed from ten people on, in an order that has nothing to do with arrival', async () => {
    await giveAll('why', comments(0, 9));
    later(7);
    expect(await listed()).toEqual([]);
    await giveAll('why', comments(9, 40));
    later(7);
    expect(await figure()).toMatchObject({ people: 40, until: '2026-11-30' });
    const order = (await listed()).map((text) => Number(text.slice(5)));
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, nth) => nth));
    const steps = order.slice(1).filter((nth, index) => nth - order[index]! === 1).length;
    expect(steps).toBeLessThan(12);
  });

  test('a list of comments does not change within its week, whoever erases or answers', async () => {
    const secrets = await Promise.all(Array.from({ length: 20 }, () => established(hub)));
    const ids = [];
    for (const [nth, secret] of secrets.entries()) ids.push(await give('why', words(`Word ${nth}`), secret));
    later(8);
    const first = [await figure(), await listed()];
    await ask(hub, `DELETE /v1/entries/${ids[7]}`, { headers: bearer(secrets[7]!) });
    await giveAll('why', comments(20, 40));
    later(4);
    expect([await figure(), await listed()]).toEqual(first);
  });

  test('an erased comment leaves with the next Monday, together with others, and never comes back', async () => {
    const secrets = await Promise.all(Array.from({ length: 20 }, () => established(hub)));
    const ids = [];
    for (const [nth, secret] of secrets.entries()) ids.push(await give('why', words(`Word ${nth}`), secret));
    later(7);
    const before = await listed();
    await ask(hub, `DELETE /v1/entries/${ids[7]}`, { headers: bearer(secrets[7]!) });
    later(7);
    const after = await listed();
    expect(await figure()).toMatchObject({ people: 15 });
    const left = before.filter((text) => !after.includes(text));
    expect(left).toHaveLength(5);
    expect(left).toContain('Word 7');
    const stored = JSON.stringify(await rowsOf(store(), sql`select text from answer_texts`));
    for (const text of left) expect(stored).not.toContain(`"${text}"`);
    await giveAll('why', comments(20, 30));
    later(7);
    const renewed = await listed();
    expect(renewed).toHaveLength(25);
    for (const text of left) expect(renewed).not.toContain(text);
  });

  test('a list disappears if its comments expire and nobody adds any, and no copy is kept longer than the answers', async () => {
    await giveAll('why', comments(0, 12));
    later(1);
    expect(await listed()).toHaveLength(12);
    for (let days = 0; days < 35; days += 1) {
      later(1);
      await read();
      await prune();
      const orphans = sql`select text from answer_texts where text is not null and entry not in (select id from entries)`;
      expect(await rowsOf(store(), orphans)).toEqual([]);
    }
    expect(await listed()).toEqual([]);
    expect(await rowsOf(store(), sql`select entry from answer_texts`)).toEqual([]);
  });

  test('a stored figure contains no answer, and reading it is recorded in the access log', async () => {
    await giveAll(
      'why',
      Array.from({ length: 10 }, () => ({ what: 'words', words: 'Secret words' })),
    );
    later(7);
    expect(await figure()).toMatchObject({ people: 10 });
    const stored = await rowsOf<{ figure: unknown }>(store(), sql`select figure from answer_figures where pack = ${pack}`);
    expect(stored).toEqual([{ figure: { what: 'words' } }]);
    const accesses = await rowsOf(
      store(),
      sql`select resource from access_log where resource = 'answers' and hour = ${hub.clock.now.toISOString()}`,
    );
    expect(accesses).not.toEqual([]);
    expect((await ask(hub, 'GET /desk/api/answers')).status).toBe(401);
  });

  const prune = () =>
    pruneEntries(store(), { before: retentionCutoff(hub.clock.now, 30), batchSize: 500, signal: new AbortController().signal });

  test('a figure stays when its answers expire, and changes once enough people have answered anew', async () => {
    const score = async () => (await read()).find(({ guide }) => guide === 'how')?.figure;
    await giveAll('how', mixed);
    await giveAll(
      'why',
      Array.from({ length: 10 }, () => ({ what: 'words', words: 'Secret words' })),
    );
    later(7);
    const first = await score();
    expect(first).toMatchObject({ people: 5, score: 50 });
    later(30);
    await prune();
    expect(await read()).toContainEqual(
      expect.objectContaining({ app: 'orders', guide: 'how', what: 'umux-lite', figure: first }),
    );
    await giveAll('how', [rated(7, 7), rated(7, 7), rated(7, 7), rated(6, 6)]);
    later(7);
    expect(await score()).toEqual(first);
    await give('how', rated(7, 7));
    later(7);
    expect(await score()).toMatchObject({ people: 5, score: 95 });
  });

  test('hubs that compute a figure at the same time store one', async () => {
    await giveAll('how', mixed);
    later(7);
    const pages = await Promise.all([read(), read(), read()]);
    expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(1);
  });

  test('questions are in the order of app and title, whatever was answered, and only published ones are listed without a figure', async () => {
    await publish([umux('zebra', 'A question'), umux('apple', 'B question')]);
    const order = async () => (await read()).map(({ title }) => title);
    expect(await order()).toEqual(['A question', 'B question']);
    await giveAll('apple', [rated(1, 1), rated(2, 3), rated(4, 4)]);
    await giveAll('never-published', [rated(1, 1), rated(2, 3), rated(4, 4)]);
    expect(await order()).toEqual(['A question', 'B question']);
    later(7);
    expect(await order()).toEqual(['A question', 'B question']);
  });

  test('the figures are read without reading any answer once they are made', async () => {
    await giveAll('how', mixed);
    later(7);
    const first = await read();
    await store().execute(sql`delete from entries`);
    expect(await read()).toEqual(first);
  });
});

const emptyAnswers = (store: Store) =>
  store.execute(
    sql`truncate entries, erasures, expired, answer_figures, answer_weeks, answer_participants, answer_texts, packs, installs cascade`,
  );
