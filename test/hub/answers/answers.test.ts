import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { retentionCutoff } from '../../../src/hub/entries/retention/due.ts';
import { pruneEntries } from '../../../src/hub/entries/retention/prune-entries.ts';
import type { Answer } from '../../../src/model/entry/answer.ts';
import type { AnsweredQuestion, AnswersPage } from '../../../src/model/hub-api/answer-figures.ts';
import { signPack } from '../../../src/packs/sign-pack.ts';
import { answered, ask, bearer, enrolled, type HubInTest, hubOn, publishToken, rowsOf, send, signedIn } from '../hub-in-test.ts';
import { onBothStores } from '../on-both-stores.ts';
import { newKey, packOf } from '../packs-in-test.ts';

const day = 24 * 60 * 60 * 1000;

onBothStores((store) => {
  let hub: HubInTest;
  /** Each test keeps to a pack of its own: the store is shared. */
  let pack: string;
  beforeEach(async () => {
    hub = hubOn(store());
    pack = `pack-${crypto.randomUUID().slice(0, 8)}`;
  });

  const later = (days: number) => {
    hub.clock.now = new Date(hub.clock.now.getTime() + days * day);
  };
  const give = async (guide: string, answer: Answer, secret?: string) => {
    const entry = { ...answered(answer), about: { pack, version: 1, guide } };
    await send(hub, secret ?? (await enrolled(hub)), [entry]);
    return entry.id;
  };
  const giveAll = async (guide: string, answers: Answer[]) => {
    for (const one of answers) await give(guide, one);
  };
  const read = async (language = 'en'): Promise<AnsweredQuestion[]> => {
    // Weeks pass between two requests, longer than a sign-in lasts.
    const headers = { ...(await signedIn(hub)), 'accept-language': language };
    const { body } = await ask<AnswersPage>(hub, 'GET /desk/api/answers', { headers });
    return body.questions.filter((one) => one.pack === pack);
  };
  const figure = async () => (await read())[0]?.figure;
  const rated = (capabilities: number, ease: number): Answer => ({ what: 'umux-lite', capabilities, ease });
  /** Five ratings with a mean of 50. */
  const mixed = [rated(4, 4), rated(3, 3), rated(5, 5), rated(2, 4), rated(6, 4)];
  const picked = (option: string): Answer => ({ what: 'choice', option });

  test('a rating shows no figure in the current week or below five people, and then a score with its interval', async () => {
    await giveAll('how', [rated(7, 7), rated(6, 6), rated(5, 5), rated(4, 4)]);
    later(7);
    expect(await read()).toEqual([{ app: 'orders', pack, guide: 'how', what: 'umux-lite', minPeople: 5, figure: null }]);
    await give('how', rated(3, 3));
    expect(await figure()).toBeNull();
    later(7);
    expect(await figure()).toEqual({ what: 'umux-lite', people: 5, until: '2026-11-30', score: 67, low: 34, high: 99 });
  });

  test('a figure stays until enough more people have answered, and never changes within a week', async () => {
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
    await give('how', rated(7, 7));
    later(7);
    expect(await figure()).toMatchObject({ people: 10, score: 75, until: '2026-12-07' });
  });

  test('equal ratings show no figure until one differs', async () => {
    await giveAll(
      'how',
      Array.from({ length: 5 }, () => rated(7, 7)),
    );
    later(7);
    expect(await figure()).toBeNull();
    await give('how', rated(6, 7));
    later(7);
    expect(await figure()).toMatchObject({ people: 6, score: 99 });
  });

  test('a person counts once with the latest answer, and questions are counted separately', async () => {
    const secret = await enrolled(hub);
    for (const one of [1, 2, 3, 4, 5, 6, 7]) await give('how', rated(one, one), secret);
    await giveAll('other', mixed);
    later(7);
    expect((await read()).map(({ guide, figure: shown }) => [guide, shown?.people])).toEqual([
      ['how', undefined],
      ['other', 5],
    ]);
  });

  test('a choice shows rounded shares of all options, named in the reader’s language', async () => {
    const options = ['here', 'phone', 'mail'].map((id) => ({ id, text: { en: id.toUpperCase(), de: `${id} auf Deutsch` } }));
    const question = { kind: 'question', id: 'how', title: { en: 'How?', de: 'Wie?' }, asks: { what: 'choice', options } };
    const signed = await signPack({ ...packOf({ id: pack }), guides: [question] }, await newKey());
    if (!signed.ok) throw new Error(JSON.stringify(signed.why));
    await ask(hub, 'POST /v1/packs', { body: signed.jws, headers: bearer(publishToken) });
    await giveAll('how', [
      ...Array.from({ length: 8 }, () => picked('here')),
      ...Array.from({ length: 6 }, () => picked('phone')),
    ]);
    later(7);
    const [shown] = await read('de');
    expect(shown).toMatchObject({ title: 'Wie?', minPeople: 10, figure: { people: 14 } });
    expect(shown?.figure?.what === 'choice' && shown.figure.options).toEqual([
      { id: 'here', text: 'here auf Deutsch', share: 55 },
      { id: 'phone', text: 'phone auf Deutsch', share: 45 },
      { id: 'mail', text: 'mail auf Deutsch', share: 'few' },
    ]);
  });

  test('comments are shown from ten people on, sorted alphabetically, and disappear when erased', async () => {
    const secret = await enrolled(hub);
    const mine = await give('why', { what: 'words', words: 'Zebra' }, secret);
    await giveAll(
      'why',
      Array.from({ length: 8 }, (_, nth) => ({ what: 'words', words: `Word ${9 - nth}` })),
    );
    later(7);
    expect(await figure()).toBeNull();
    await giveAll('why', [
      { what: 'words', words: 'A filter' },
      { what: 'words', words: 'Last' },
    ]);
    later(7);
    const shown = await figure();
    expect(shown).toMatchObject({ people: 11, until: '2026-11-30' });
    expect(shown?.what === 'words' && [shown.words[0], shown.words.at(-1)]).toEqual(['A filter', 'Zebra']);
    await ask(hub, `DELETE /v1/entries/${mine}`, { headers: bearer(secret) });
    expect(JSON.stringify(await figure())).not.toContain('Zebra');
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
    expect(await read()).toEqual([expect.objectContaining({ app: 'orders', guide: 'how', what: 'umux-lite', figure: first })]);
    await giveAll('how', [rated(7, 7), rated(7, 7), rated(7, 7), rated(6, 6)]);
    later(7);
    expect(await score()).toEqual(first);
    await give('how', rated(7, 7));
    later(7);
    expect(await score()).toMatchObject({ people: 5, score: 97 });
  });

  test('hubs that compute a figure at the same time store one', async () => {
    await giveAll('how', mixed);
    later(7);
    const pages = await Promise.all([read(), read(), read()]);
    expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(1);
  });
});
