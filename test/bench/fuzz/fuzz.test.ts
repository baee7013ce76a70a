import { expect, test } from 'vitest';
import { target } from './fuzz-target.ts';
import { runCases } from './run-cases.ts';
import { fuzzTargets } from './targets.ts';

const CASES = 2000;
const SEED = 20_261_130;

test.each(fuzzTargets)('no input makes $name throw, give a wrong result or take unusually long', async (one) => {
  const to = Math.max(20, Math.floor(CASES / (one.oneOf ?? 1)));
  expect(await runCases(one, { seed: SEED, from: 0, to })).toEqual([]);
});

const texts = (run: (text: string) => unknown) =>
  target('a-parser', () => ({ make: (random) => 'x'.repeat(200 + random.int(2000)), run }));

test('a parser that throws on one input is reported with the case', async () => {
  const failures = await runCases(
    texts((text) => {
      if (text.length % 100 === 7) throw new Error('at seven');
    }),
    { seed: 1, from: 0, to: 1000 },
  );
  expect(failures.length).toBeGreaterThan(0);
  expect(failures[0]).toMatchObject({ target: 'a-parser', why: expect.stringContaining('at seven') });
  const { index } = failures[0]!;
  expect(
    await runCases(
      texts(() => 'is wrong'),
      { seed: 1, from: index, to: index + 1 },
    ),
  ).toMatchObject([{ index, why: 'is wrong' }]);
});

test('a parser whose time grows much faster than its input is reported', async () => {
  const cubic = (text: string) => {
    let sum = 0;
    const rounds = text.length > 2190 ? text.length ** 3 / 200 : text.length;
    for (let round = 0; round < rounds; round++) sum += round % 7;
    return sum < 0 ? 'never' : undefined;
  };
  const failures = await runCases(texts(cubic), { seed: 1, from: 0, to: 2000 });
  expect(failures.length).toBeGreaterThan(0);
  expect(failures[0]?.why).toMatch(/times the usual$/);
});
