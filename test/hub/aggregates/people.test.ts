import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Contributor, countPeople, peopleByKey } from '../../../src/hub/aggregates/people.ts';
import { rowsOf } from '../hub-in-test.ts';
import { onBothStores } from '../on-both-stores.ts';

const named = (person: string, ...installs: string[]): Contributor[] => installs.map((install) => ({ install, person }));
const unnamed = (count: number): Contributor[] =>
  Array.from({ length: count }, (_, nth) => ({ install: `unnamed-${nth}`, person: null }));

test.each<[string, Contributor[], number, number]>([
  ['one person with five installs', named('ada', '1', '2', '3', '4', '5'), 2, 1],
  ['ten installs of four named people', ['a', 'b', 'c', 'd'].flatMap((who) => named(who, `${who}1`, `${who}2`)), 2, 4],
  ['ten installs without a person, two for each', unnamed(10), 2, 5],
  ['nine installs without a person, two for each', unnamed(9), 2, 4],
  ['ten installs without a person, one for each', unnamed(10), 1, 10],
  ['ten installs without a person, ten for each', unnamed(10), 10, 1],
  ['a named person and an install that may be theirs', [...named('ada', '1'), ...unnamed(1)], 2, 1],
  ['a named person with two installs and two others', [...named('ada', '1', '2'), ...unnamed(2)], 2, 2],
  ['five named people and ten other installs', [...'abcde'].flatMap((who) => named(who, who)).concat(unnamed(10)), 2, 7],
  ['nobody', [], 2, 0],
])('%s: %#', (_, contributors, installsPerPerson, people) => {
  expect(countPeople(contributors, installsPerPerson)).toBe(people);
});

const anybody = fc.array(
  fc.record({
    install: fc.integer({ min: 0, max: 60 }).map(String),
    person: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { nil: null }),
  }),
  { maxLength: 60 },
);
const eachInstallOnce = (all: Contributor[]) => [...new Map(all.map((one) => [one.install, one])).values()];

test('there are never more people than installs, and never more than those who can own the installs', () => {
  fc.assert(
    fc.property(anybody, fc.integer({ min: 1, max: 10 }), (all, factor) => {
      const contributors = eachInstallOnce(all);
      const people = countPeople(contributors, factor);
      const persons = new Set(contributors.flatMap(({ person }) => person ?? [])).size;
      expect(people).toBeGreaterThanOrEqual(persons);
      expect(people).toBeLessThanOrEqual(contributors.length);
      expect(people).toBeLessThanOrEqual(persons + Math.floor((contributors.length - persons) / 1));
    }),
  );
});

test('another install of a named person never adds a person', () => {
  fc.assert(
    fc.property(anybody, fc.integer({ min: 1, max: 10 }), (all, factor) => {
      const contributors = [...eachInstallOnce(all), ...named('ada', 'ada-1')];
      const more = [...contributors, ...named('ada', 'ada-2')];
      const difference = countPeople(more, factor) - countPeople(contributors, factor);
      // It can show that an install without a person is not hers.
      expect(difference).toBeLessThanOrEqual(1);
      if (contributors.every(({ person }) => person !== null)) expect(difference).toBe(0);
    }),
  );
});

onBothStores((store) => {
  test('the count in SQL is the same count', async () => {
    await fc.assert(
      fc.asyncProperty(anybody, anybody, fc.integer({ min: 1, max: 10 }), async (some, others, factor) => {
        const groups = { some: eachInstallOnce(some), others: eachInstallOnce(others) };
        const rows = Object.entries(groups).flatMap(([key, all]) => all.map((one) => ({ key, ...one })));
        const counted = await rowsOf<{ key: string; people: string }>(
          store(),
          sql`with reports as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (key text, install text, person text))
              ${peopleByKey('reports', factor)}`,
        );
        const found = Object.fromEntries(counted.map(({ key, people }) => [key, Number(people)]));
        for (const [key, all] of Object.entries(groups)) expect(found[key] ?? 0).toBe(countPeople(all, factor));
      }),
      { numRuns: 60 },
    );
  });
});
