import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Answer } from '../../../src/model/entry/answer.ts';
import type { AnswersPage } from '../../../src/model/hub-api/answer-figures.ts';
import {
  answered,
  ask,
  enrolled,
  established,
  type HubInTest,
  hubOn,
  personHash,
  rowsOf,
  send,
  shown,
  signedIn,
} from '../hub-in-test.ts';
import { onBothStores } from '../on-both-stores.ts';

const day = 86_400_000;

/** Attacks of somebody who has the enrolment token, or the desk, and wants the answer of one person. */
onBothStores((store) => {
  let hub: HubInTest;
  beforeEach(async () => {
    await store().execute(
      sql`truncate entries, answer_figures, answer_weeks, answer_participants, answer_texts, questions, packs, installs cascade`,
    );
    hub = hubOn(store());
    // A Monday.
    hub.clock.now = new Date('2026-11-16T10:00:00Z');
  });

  const later = (days: number) => {
    hub.clock.now = new Date(hub.clock.now.getTime() + days * day);
  };
  const give = (secret: string, answer: Answer, guide = 'how') =>
    send(hub, secret, [{ ...answered(answer), at: hub.clock.now.toISOString(), about: { pack: 'p', version: 1, guide } }]);
  const read = async () => (await ask<AnswersPage>(hub, 'GET /desk/api/answers', { headers: await signedIn(hub) })).body;
  const figure = async (guide = 'how') => (await read()).questions.find((one) => one.guide === guide)?.figure ?? null;
  const rated = (capabilities: number, ease: number): Answer => ({ what: 'umux-lite', capabilities, ease });
  const madeUp = (count: number) => Promise.all(Array.from({ length: count }, () => enrolled(hub)));
  const extremes = [rated(1, 1), rated(7, 7)];
  const giveExtremes = async (secrets: string[]) => {
    for (const [nth, secret] of secrets.entries()) await give(secret, extremes[nth % 2]!);
  };
  const victim = async (person?: string) => {
    const secret = await established(hub, { person });
    await give(secret, rated(3, 5));
    return secret;
  };

  test('four or forty made-up installs of this week and a victim give no figure', async () => {
    await victim();
    await giveExtremes(await madeUp(40));
    later(8);
    expect(await figure()).toBeNull();
  });

  test('made-up installs that aged and did nothing but answer give no figure', async () => {
    const aged = await madeUp(40);
    later(30);
    await victim();
    await giveExtremes(aged);
    later(8);
    expect(await figure()).toBeNull();
  });

  test('made-up installs that aged and were active on one day only give no figure', async () => {
    const aged = await madeUp(40);
    later(14);
    for (const secret of aged) for (let time = 0; time < 3; time++) await send(hub, secret, [shown()]);
    await victim();
    await giveExtremes(aged);
    later(6);
    expect(await figure()).toBeNull();
  });

  test('made-up installs that enrol again with their secret are as old as before, and no older', async () => {
    const [secret] = await madeUp(1);
    const first = () => rowsOf<{ at: string }>(store(), sql`select first_enrolled_at::text as at from installs`);
    const before = await first();
    later(20);
    await ask(hub, 'POST /v1/enrol', { body: { token: 'a-token-for-enrolment', secret } });
    expect(await first()).toEqual(before);
  });

  test('nine installs of a patient attacker and a victim count as five people, which is the limit of this protection', async () => {
    const aged = await madeUp(9);
    for (const wait of [1, 2]) {
      later(wait);
      for (const secret of aged) await send(hub, secret, [shown()]);
    }
    later(11);
    await victim();
    await giveExtremes(aged.slice(0, 8));
    later(7);
    expect(await figure()).toBeNull();
    await give(aged[8]!, rated(1, 1));
    later(7);
    expect(await figure()).toMatchObject({ people: 5 });
  });

  test('the desk says that many enrolled lately, in coarse steps', async () => {
    expect((await read()).enrolledLately).toBe(0);
    await madeUp(9);
    later(7);
    expect((await read()).enrolledLately).toBe(0);
    await madeUp(37);
    later(7);
    expect(await read()).toMatchObject({ enrolledLately: 20, installsPerPerson: 2 });
  });

  test('a person in browsers that are thrown away each day gives no figure', async () => {
    for (let days = 0; days < 20; days++) {
      await give(await enrolled(hub), rated(2 + (days % 2), 3));
      later(1);
    }
    later(7);
    expect(await figure()).toBeNull();
  });

  test('a named person counts once with the latest answer, in however many browsers', async () => {
    const person = personHash('one');
    for (let nth = 0; nth < 12; nth++) await give(await established(hub, { person }), rated(1 + (nth % 7), 4));
    for (const name of ['b', 'c', 'd']) await give(await established(hub, { person: personHash(name) }), rated(4, 4));
    later(7);
    expect(await figure()).toBeNull();
    await give(await established(hub, { person: personHash('e') }), rated(1, 1));
    later(7);
    expect(await figure()).toMatchObject({ people: 5, score: 40 });
  });

  test('steady people who answer again and one newcomer move no figure, also after their answers have expired', async () => {
    const people = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => established(hub, { person: personHash(name) })));
    for (const [nth, secret] of people.entries()) await give(secret, rated(1 + nth, 4));
    later(7);
    const first = await figure();
    expect(first).toMatchObject({ people: 5 });
    for (const wait of [7, 40]) {
      later(wait);
      if (wait === 40) await store().execute(sql`delete from entries`);
      for (const [nth, secret] of people.slice(0, 4).entries()) await give(secret, rated(1 + nth, 4));
      await give(await established(hub, { person: personHash(`new ${wait}`) }), rated(1, 1));
      later(7);
      expect(await figure()).toEqual(first);
    }
  });

  test('people who change their answers move no figure: whoever holds their browsers knows the changes', async () => {
    const people = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => established(hub, { person: personHash(name) })));
    for (const [nth, secret] of people.entries()) await give(secret, rated(1 + nth, 4));
    later(7);
    const first = await figure();
    for (const secret of people) await give(secret, rated(7, 6));
    await give(await established(hub, { person: personHash('victim') }), rated(1, 2));
    later(7);
    expect(await figure()).toEqual(first);
  });

  test('a standing question has a new figure once as many people have answered in another quarter', async () => {
    const people = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => established(hub, { person: personHash(name) })));
    for (const [nth, secret] of people.entries()) await give(secret, rated(1 + nth, 4));
    later(7);
    const first = await figure();
    await store().execute(sql`delete from entries`);
    later(91);
    for (const [nth, secret] of people.entries()) await give(secret, rated(3 + nth, 5));
    later(7);
    expect(await figure()).not.toEqual(first);
  });

  test('options that few people chose stay hidden, though many installs chose them', async () => {
    const pick = async (option: string, people: number, browsers: number) => {
      for (let nth = 0; nth < people * browsers; nth++) {
        const person = personHash(`${option} ${nth % people}`);
        await give(await established(hub, { person }), { what: 'choice', option });
      }
    };
    await pick('a', 3, 4);
    await pick('b', 14, 1);
    await pick('c', 20, 1);
    later(7);
    const shownFigure = await figure();
    expect(shownFigure?.what === 'choice' && shownFigure.options).toEqual([
      { id: 'a', share: 'withheld' },
      { id: 'b', share: 'withheld' },
      { id: 'c', share: 50 },
    ]);
  });
});
