import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ListedText, withdrawTexts } from '../../../src/hub/aggregates/withdraw-texts.ts';

const listOf = (count: number): ListedText[] =>
  Array.from({ length: count }, (_, nth) => ({
    entry: `entry-${nth}`,
    install: `install-${nth}`,
    person: `person-${nth}`,
    receivedAt: new Date(0),
  }));
const erase = (texts: ListedText[], gone: number[]) =>
  texts.map((text, nth) => (gone.includes(nth) ? { ...text, install: null, person: null, receivedAt: null } : text));
const options = { isGone: ({ receivedAt }: ListedText) => receivedAt === null, installsPerPerson: 2, random: Math.random };

test('a list of which nothing is gone stays as it is', () => {
  expect(withdrawTexts(listOf(12), options)).toBeUndefined();
});

test('an erased comment leaves together with four others', () => {
  const withdrawal = withdrawTexts(erase(listOf(20), [7]), options);
  expect(withdrawal?.retired).toHaveLength(5);
  expect(withdrawal?.retired).toContain('entry-7');
  expect(withdrawal).toMatchObject({ postponed: [], people: 15 });
});

test('if too few people would stay, the whole list goes, and those who were not chosen may come back', () => {
  const withdrawal = withdrawTexts(erase(listOf(14), [0]), options);
  expect(withdrawal).toMatchObject({ people: 0 });
  expect([withdrawal?.retired.length, withdrawal?.postponed.length]).toEqual([5, 9]);
});

test('every comment is as likely to leave with an erased one as another', () => {
  const times = new Map<string, number>();
  for (let run = 0; run < 4000; run += 1)
    for (const entry of withdrawTexts(erase(listOf(20), [7]), options)!.retired) times.set(entry, (times.get(entry) ?? 0) + 1);
  times.delete('entry-7');
  expect(times.size).toBe(19);
  for (const count of times.values()) expect(Math.abs(count / 4000 - 4 / 19)).toBeLessThan(0.05);
});

test('what stays, what is retired and what is postponed is the whole list, for any list', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.array(fc.nat(39), { minLength: 1 }), (size, gone) => {
      const texts = erase(listOf(size), gone);
      const withdrawal = withdrawTexts(texts, options);
      const goneIds = texts.filter(options.isGone).map(({ entry }) => entry);
      const { retired, postponed, people } = withdrawal ?? { retired: [], postponed: [], people: size };
      expect(retired).toEqual(expect.arrayContaining(goneIds));
      expect(retired.length).toBeGreaterThanOrEqual(goneIds.length > 0 ? Math.min(5, size) : 0);
      expect(people === 0 ? retired.length + postponed.length : retired.length + people).toBe(size);
      expect(!withdrawal || people === 0 || people >= 10).toBe(true);
    }),
  );
});
